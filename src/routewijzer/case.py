"""A case: the pack it is asked under and the answers so far; frozen data, no I/O (floor 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from routewijzer import text
from routewijzer.rules import UNKNOWN

if TYPE_CHECKING:
    from routewijzer.rules.model import Fact, RulePack

Answer = str | tuple[str, ...]
"""One value of a ja_nee or keuze; a tuple of values of a meerkeuze, or the plain "onbekend"."""


def answer_json(value: Answer) -> str | list[str]:
    """Return an answer as it is written in JSON: a list stands for a tuple."""
    return list(value) if isinstance(value, tuple) else value


KEYS = ("pack", "answers")
MOST_SHOWN = 5
"""How many wrong items of one list a message names; what follows is the same mistake again."""


class CaseError(Exception):
    """A case that cannot be read, with every fault in it."""

    def __init__(self, faults: list[str]) -> None:
        """Keep the faults, one sentence each."""
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Case:
    """Answers by fact id, in any order. An unanswered fact is absent; it evaluates as onbekend."""

    pack: str
    answers: Mapping[str, Answer]

    @classmethod
    def empty(cls, pack: str) -> Case:
        """Return a case without answers under the pack with this id."""
        return cls(pack, MappingProxyType({}))

    def answer(self, fact: str, value: Answer) -> Case:
        """Return a case in which `fact` has `value`; this one stays as it is."""
        return Case(self.pack, MappingProxyType({**self.answers, fact: value}))

    def without(self, fact: str) -> Case:
        """Return a case in which `fact` is unanswered."""
        return Case(self.pack, MappingProxyType({k: v for k, v in self.answers.items() if k != fact}))

    def to_json(self) -> dict[str, Any]:
        """Return the case as it is written in JSON."""
        answers = {fact: answer_json(value) for fact, value in self.answers.items()}
        return {"pack": self.pack, "answers": answers}


class _Block(dict[str, Any]):
    """A JSON object that remembers the keys it was given more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        names = [key for key, _ in pairs]
        self.doubles = [key for key in self if names.count(key) > 1] if len(names) > len(self) else []


_decoder = json.JSONDecoder(object_pairs_hook=_Block)


def parse(raw: bytes) -> Any:
    """Return the JSON in `raw`. Repeated keys and NaN are left for `CaseReader.read` to find.

    Raises:
        CaseError: where it is no UTF-8 or no JSON.
    """
    words = text.load().case
    try:
        return _decoder.decode(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise CaseError([words.encoding.format(line=line, byte=raw[error.start])]) from None
    except json.JSONDecodeError as error:
        raise CaseError([words.json.format(line=error.lineno, column=error.colno)]) from None
    except (RecursionError, ValueError):
        raise CaseError([words.json.format(line=1, column=1)]) from None


def shown(value: object) -> str:
    """Return a value as it may stand in a message: as JSON, never longer than a line."""
    try:
        written = json.dumps(value, ensure_ascii=True)
    except (TypeError, ValueError, RecursionError):
        written = type(value).__name__
    return written if len(written) <= 50 else written[:47] + "..."


class CaseReader:
    """Reads cases under one pack: every fault of a case at once, lists in the pack's own order."""

    def __init__(self, pack: RulePack) -> None:
        """Take the value sets of this pack."""
        self._pack = pack
        self._words = text.load().case

    def read(self, data: Any) -> Case:
        """Return what `parse` gave as a Case, answers in the pack's order.

        Raises:
            CaseError: with every fault: unknown keys, facts and values, wrong types, doubles.
        """
        words = self._words
        if not isinstance(data, dict):
            raise CaseError([words.no_object.format(got=shown(data))])
        faults = self._doubles(data)
        faults += [words.key.format(key=shown(key)) for key in data if key not in KEYS]
        pack = data.get("pack", self._pack.id)
        if pack != self._pack.id:
            faults.append(words.pack.format(got=shown(pack), accepted=self._pack.id))
        answers = data.get("answers")
        if not isinstance(answers, dict):
            message = words.no_answers if "answers" not in data else words.answers.format(got=shown(answers))
            raise CaseError([*faults, message])
        faults += self._doubles(answers)
        read: dict[str, Answer] = {}
        for name, value in answers.items():
            fact = self._pack.fact_by_id.get(name)
            if fact is None:
                faults.append(words.fact.format(fact=shown(name)))
                continue
            fault = self._fault(fact, value)
            if fault:
                faults.append(fault)
            else:
                read[name] = in_order(fact, value)
        if faults:
            raise CaseError(faults)
        ordered = {fact.id: read[fact.id] for fact in self._pack.facts if fact.id in read}
        return Case(self._pack.id, MappingProxyType(ordered))

    def _doubles(self, block: dict[str, Any]) -> list[str]:
        doubles = block.doubles if isinstance(block, _Block) else []
        return [self._words.double_key.format(key=shown(key)) for key in doubles]

    def _fault(self, fact: Fact, value: Any) -> str | None:
        if fact.kind == "meerkeuze":
            return None if value == UNKNOWN else self._list_fault(fact, value)
        if isinstance(value, str) and value in fact.domain:
            return None
        accepted = ", ".join(fact.domain)
        return self._words.value.format(fact=fact.id, got=shown(value), accepted=accepted)

    def _list_fault(self, fact: Fact, value: Any) -> str | None:
        words, accepted = self._words, ", ".join(fact.values)
        if not isinstance(value, list):
            return words.listed.format(fact=fact.id, got=shown(value), accepted=accepted)
        wrong = [shown(item) for item in value if not isinstance(item, str) or item not in fact.values]
        if wrong:
            got = ", ".join(wrong[:MOST_SHOWN]) + (", ..." if len(wrong) > MOST_SHOWN else "")
            return words.items.format(fact=fact.id, got=got, accepted=accepted)
        double = sorted({item for item in value if value.count(item) > 1})
        if double:
            return words.double_item.format(fact=fact.id, got=", ".join(double))
        return None


def in_order(fact: Fact, value: str | list[str] | tuple[str, ...]) -> Answer:
    """Return an answer that is known to be right; the values of a meerkeuze in the pack's order."""
    if isinstance(value, str):
        return value
    return tuple(item for item in fact.values if item in value)
