"""A case: the pack it is asked under and the answers so far; frozen data, no I/O (floor 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Answer = str | tuple[str, ...]
"""One value of a ja_nee or keuze; a tuple of values of a meerkeuze, or the plain "onbekend"."""


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
