"""Whether the formulas that are proved say what the evaluator does, on many random cases at once.

A formula is worked out for all cases together: a whole number with one byte for each case, 1 where the
formula holds. It is the solver's own formulas that are walked, not the code that made them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import z3

from routewijzer.advice.evaluate import Evaluator, Outcome
from routewijzer.case import Answer
from routewijzer.proof.encoding import Bool, Encoding
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact, RulePack

Answers = dict[str, Answer]

TOGETHER = 10_000
"""Cases that are worked out at once: more would only cost memory."""


def random_answers(pack: RulePack, random_: random.Random) -> Answers:
    """Return a random case: one in two is mild but for a few answers, so that every table gets its turn."""
    calm = random_.random() < 0.5
    if not calm:
        return {fact.id: _answer(fact, random_) for fact in pack.facts if random_.random() > 0.1}
    mild = {fact.id: fact.mild if fact.mild is not None else _answer(fact, random_) for fact in pack.facts}
    for fact in random_.sample(pack.facts, min(len(pack.facts), random_.randint(1, 8))):
        mild[fact.id] = _answer(fact, random_)
    return mild


def _answer(fact: Fact, random_: random.Random) -> Answer:
    if fact.kind != "meerkeuze":
        return random_.choice(fact.domain)
    if random_.random() < 0.1:
        return UNKNOWN
    often = random_.choice((0.05, 0.2, 0.5))
    return tuple(value for value in fact.values if random_.random() < often)


def disagreements(encoding: Encoding, evaluator: Evaluator, cases: Sequence[Answers]) -> list[str]:
    """Return the names of the formulas that differ from the evaluator in some case; [] is agreement.

    Compared are every row, every output of every table, and besluit, urgentie, routes, acties and
    contradictions of the advice.
    """
    found: dict[str, None] = {}
    for start in range(0, len(cases), TOGETHER):
        some = cases[start : start + TOGETHER]
        walker = _Walker(encoding, some)
        seen = _Seen(evaluator, [evaluator.outcome(case) for case in some])
        for name, formula, column in _pairs(encoding, seen):
            if walker.value(formula) != column:
                found[name] = None
    return list(found)


def worked_out(encoding: Encoding, cases: Sequence[Answers], formula: Bool) -> list[bool]:
    """Return for each case whether a formula over the encoding holds."""
    value = _Walker(encoding, cases).value(formula)
    return [bool(one) for one in value.to_bytes(len(cases), "little")]


def _pairs(encoding: Encoding, seen: _Seen) -> Iterator[tuple[str, Bool, int]]:
    for rule, formula in encoding.rows.items():
        yield rule, formula, seen.row(rule)
    for table in encoding.silent:
        for value, formula in encoding.outputs[table].items():
            yield f"{table}={value}", formula, seen.output(table, value)
    for at, formula in enumerate(encoding.urgentie):
        yield f"urgentie>={at}", formula, seen.urgentie(at)
    for route, levels in encoding.routes.items():
        for at, formula in enumerate(levels):
            yield f"{route}>={at}", formula, seen.route(route, at)
    for table in ("acties", "tegenstrijdig"):
        for item, formula in encoding.outputs[table].items():
            yield f"{table}:{item}", formula, seen.listed(table, item)


class _Seen:
    """What the evaluator gave, as columns: one byte a case."""

    def __init__(self, evaluator: Evaluator, outcomes: Sequence[Outcome]) -> None:
        self._outcomes = outcomes
        self._urgencies = list(evaluator.compiled.pack.urgentie_by_id)
        values = [evaluator.values(one) for one in outcomes]
        self._tables = {name: [one[name] for one in values] for name in values[0]} if values else {}
        width = len(evaluator.compiled.rows) // 8 + 1
        self._width, self._live = width, b"".join(one.live.to_bytes(width, "little") for one in outcomes)
        self._place = {row.rule.id: row.bit.bit_length() - 1 for row in evaluator.compiled.rows}

    def row(self, rule: str) -> int:
        byte, bit = divmod(self._place[rule], 8)
        picked = bytes(value >> bit & 1 for value in range(256))
        return int.from_bytes(self._live[byte :: self._width].translate(picked), "little")

    def output(self, table: str, value: str) -> int:
        return _number([given == value for given in self._tables[table]])

    def urgentie(self, at: int) -> int:
        enough = set(self._urgencies[: at + 1])
        return self.column(lambda one: one.urgentie in enough)

    def route(self, route: str, at: int) -> int:
        enough = {(route, urgency) for urgency in self._urgencies[: at + 1]}
        known: dict[tuple[tuple[str, str], ...], bool] = {}

        def stands(one: Outcome) -> bool:
            if one.routes not in known:
                known[one.routes] = not enough.isdisjoint(one.routes)
            return known[one.routes]

        return self.column(stands)

    def listed(self, table: str, item: str) -> int:
        return self.column(lambda one: item in (one.acties if table == "acties" else one.tegenstrijdig))

    def column(self, holds: Callable[[Outcome], bool]) -> int:
        return _number([holds(one) for one in self._outcomes])


def _number(holds: Sequence[bool]) -> int:
    return int.from_bytes(bytes(holds), "little")


class _Walker:
    """Works formulas out for all cases together."""

    def __init__(self, encoding: Encoding, cases: Sequence[Answers]) -> None:
        self._ones = int.from_bytes(b"\x01" * len(cases), "little")
        self._known: dict[int, int] = {}
        self._kept: list[Any] = []  # an id counts only as long as its formula lives
        for fact in encoding.space.facts:
            given = [case.get(fact.id, UNKNOWN) for case in cases]
            for value, literal in encoding.space.values[fact.id].items():
                held = [one == value or (isinstance(one, tuple) and value in one) for one in given]
                self._keep(literal, _number(held))
        for axiom in encoding.axioms:
            name, formula = axiom.children()
            self._keep(name, self.value(formula))

    def _keep(self, formula: Bool, value: int) -> None:
        self._known[formula.get_id()] = value
        self._kept.append(formula)

    def value(self, formula: Bool) -> int:
        known = self._known.get(formula.get_id())
        if known is None:
            known = self._work_out(formula)
            self._keep(formula, known)
        return known

    def _work_out(self, formula: Bool) -> int:
        kind, parts = formula.decl().kind(), formula.children()
        if kind == z3.Z3_OP_TRUE:
            return self._ones
        if kind == z3.Z3_OP_FALSE:
            return 0
        if kind == z3.Z3_OP_NOT:
            return self._ones ^ self.value(parts[0])
        if kind == z3.Z3_OP_AND:
            made = self._ones
            for part in parts:
                made &= self.value(part)
            return made
        if kind == z3.Z3_OP_OR:
            made = 0
            for part in parts:
                made |= self.value(part)
            return made
        if kind == z3.Z3_OP_PB_AT_LEAST:
            least = formula.decl().params()[0]
            return self._at_least(sum(self.value(part) for part in parts), least)
        raise NotImplementedError(formula.decl().name())

    def _at_least(self, counts: int, least: int) -> int:
        """Each byte is at most 127: it passes `least` where adding 128 - least sets its highest bit."""
        return (counts + (128 - least) * self._ones) >> 7 & self._ones
