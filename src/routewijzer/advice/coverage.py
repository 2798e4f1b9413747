"""Which rows, routes and borders a set of cases touches (floor 3, pure).

A row is touched by the cases that it decides: in a FIRST or PRIORITY table the one row that gave the
output, in a COLLECT table every row that holds.

Every condition of a row is a border with two sides, and is touched where cases stand on both:

- inside: the row decides; a condition on a number stands exactly on its limit (`at_least: 3` of 3);
- outside, the near miss: all other conditions of the row hold and this one does not, and the table would have
  decided by this row had it held (no row before it holds); a number is off by one (`at_least: 3` of 2).

So where a border is touched, some case makes this table decide by another row once that one condition is
dropped or moved. Rows and borders that nothing can reach are counted all the same: the figures tell what
was tried, not what is possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from routewijzer.advice.compile import Compiled, Row
from routewijzer.advice.engine import Engine
from routewijzer.advice.evaluate import Outcome
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition


@dataclass(frozen=True, slots=True)
class Touched:
    """How many cases touch each of some parts of a pack."""

    counts: Mapping[str, int]
    """By id, in the pack's order; 0 where no case touches it."""

    @property
    def total(self) -> int:
        """How many parts there are."""
        return len(self.counts)

    @property
    def touched(self) -> int:
        """How many of them some case touches."""
        return self.total - len(self.missing)

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids that no case touches, in the pack's order."""
        return tuple(name for name, count in self.counts.items() if not count)


@dataclass(frozen=True, slots=True)
class Border:
    """One condition of one row, and how many cases stand on each of its sides."""

    row: str
    input: str
    """The fact or table that the condition asks."""
    inside: int
    outside: int

    @property
    def id(self) -> str:
        """Row and input: "IT.2 > aantal_rode_vlaggen"."""
        return f"{self.row} > {self.input}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a set of cases touches of a pack."""

    cases: int
    rows: Touched
    tables: Mapping[str, Touched]
    """The rows of each table, tables in the pack's order; a COUNT table has none."""
    besluiten: Touched
    routes: Touched
    acties: Touched
    tegenstrijdig: Touched
    sides: tuple[Border, ...]
    """Every border with both of its sides, in the pack's order."""
    borders: Touched
    """The same by `Border.id`; counted is the side with the fewest cases."""


def deciding(compiled: Compiled, outcome: Outcome) -> Iterator[Row]:
    """Give the rows that decide: the one of a FIRST or PRIORITY table, all that hold of a COLLECT table."""
    for table in compiled.tables.values():
        held = [row for row in table.rows if row.bit & outcome.live]
        yield from held if table.policy == "collect" else held[:1]


def coverage(engine: Engine, cases: Iterable[Mapping[str, Answer]]) -> Coverage:
    """Return which rows, outcomes and borders of the engine's pack these cases touch.

    Args:
        engine: of the pack.
        cases: the answers of each case, known to be right (as `WorkedCase.answers` and `Check.answers` are).
    """
    return _Count(engine).run(cases)


class _Count:
    def __init__(self, engine: Engine) -> None:
        self.pack, self.evaluator, self.compiled = engine.pack, engine.evaluator, engine.compiled
        self.rows = Counter[str]()
        self.inside = Counter[tuple[str, str]]()
        self.outside = Counter[tuple[str, str]]()
        self.given = {name: Counter[str]() for name in ("besluit", "routes", "acties", "tegenstrijdig")}
        self.standing = lru_cache(maxsize=None)(self.compiled.standing)
        self.masks = {row.rule.id: self.compiled.tables[row.table].mask for row in self.compiled.rows}
        self.policies = {row.rule.id: self.compiled.tables[row.table].policy for row in self.compiled.rows}

    def run(self, cases: Iterable[Mapping[str, Answer]]) -> Coverage:
        count = 0
        for answers in cases:
            self.add(answers)
            count += 1
        tables = {
            table.id: Touched({rule.id: self.rows[rule.id] for rule in table.rules})
            for table in self.pack.decisions
        }
        sides = tuple(
            Border(rule.id, name, self.inside[rule.id, name], self.outside[rule.id, name])
            for table in self.pack.decisions
            for rule in table.rules
            for name in rule.when
        )
        return Coverage(
            cases=count,
            rows=Touched({name: n for table in tables.values() for name, n in table.counts.items()}),
            tables=tables,
            besluiten=self.touched("besluit", self.pack.besluit_by_id),
            routes=self.touched("routes", self.pack.route_by_id),
            acties=self.touched("acties", self.pack.actie_by_id),
            tegenstrijdig=self.touched("tegenstrijdig", self.pack.tegenstrijdig_by_id),
            sides=sides,
            borders=Touched({side.id: min(side.inside, side.outside) for side in sides}),
        )

    def touched(self, kind: str, names: Iterable[str]) -> Touched:
        return Touched({name: self.given[kind][name] for name in names})

    def add(self, answers: Mapping[str, Answer]) -> None:
        outcome = self.evaluator.outcome(answers)
        self.given["besluit"][outcome.besluit] += 1
        self.given["routes"].update(name for name, _ in outcome.routes)
        self.given["acties"].update(outcome.acties)
        self.given["tegenstrijdig"].update(outcome.tegenstrijdig)
        values: dict[str, Answer | int] = {name: answers.get(name, UNKNOWN) for name in self.pack.fact_by_id}
        values |= self.evaluator.values(outcome)
        for row in deciding(self.compiled, outcome):
            self.rows[row.rule.id] += 1
            for name, condition in row.rule.when.items():
                self.inside[row.rule.id, name] += _on_limit(condition, values[name])
        for row, name in self.near(values, outcome):
            self.outside[row.rule.id, name] += _off_by_one(row.rule.when[name], values[name])

    def near(self, values: Mapping[str, Answer | int], outcome: Outcome) -> Iterator[tuple[Row, str]]:
        """Give each row that one condition kept from deciding, and the input of that condition."""
        once = twice = 0
        for name, value in values.items():
            failing = self.compiled.all & ~self.standing(name, value)
            twice |= once & failing
            once |= failing
        for row in self.compiled.rows:
            if not row.bit & once & ~twice:
                continue
            before = outcome.live & self.masks[row.rule.id] > row.bit
            if self.policies[row.rule.id] == "collect" or not before:
                yield row, next(n for n in row.rule.when if not self.standing(n, values[n]) & row.bit)


def _number(value: Answer | int) -> int | None:
    """Return what a condition on a number compares; None of an unknown list."""
    if isinstance(value, tuple):
        return len(value)
    return value if isinstance(value, int) else None


def _on_limit(condition: Condition, value: Answer | int) -> bool:
    """Return whether a value that fulfils a condition stands on its limit; true where it has none."""
    limit = condition.at_least if condition.at_least is not None else condition.at_most
    return limit is None or _number(value) == limit


def _off_by_one(condition: Condition, value: Answer | int) -> bool:
    """Return whether a value that fails a condition stands just outside; true where it has no limit."""
    if condition.at_least is not None:
        return _number(value) == condition.at_least - 1
    return condition.at_most is None or _number(value) == condition.at_most + 1
