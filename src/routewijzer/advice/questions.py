"""What is still open: sets of possible values are carried through the tables.

Every unanswered fact may still take any of its values; a table may then give a set of outputs. A row
*can* hold where every condition holds of some possible value, and *must* hold where every condition
holds of all of them. Both are kept as bit masks. The sets know nothing of each other, so they are
never too small: `open` may name one too many and `zeker` may be false one time too many, never the
other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from routewijzer.advice.compile import Compiled, Row, Table, holds
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Fact


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the answers still leave possible."""

    open: tuple[str, ...]
    """Unanswered facts that can still matter, in the pack's order."""
    mildest: str
    """A besluit that no answer to what is open can make milder."""
    vast: frozenset[str]
    """Routes, acties and contradictions that stand whatever is answered to what is open."""


@dataclass(slots=True)
class State:
    """The sets of possible values, carried through all tables."""

    can: int
    """Rows that can hold."""
    must: int
    """Rows that hold whatever is answered."""
    values: dict[str, tuple[object, ...]] = field(default_factory=dict)
    """Possible outputs of each table that was read, and possible values of each unanswered fact."""
    limit: dict[str, int] = field(default_factory=dict)
    """Of a FIRST or PRIORITY table: place of the last row that can still decide."""


class Questions:
    """Finds what is open under one pack."""

    def __init__(self, compiled: Compiled) -> None:
        """Prepare what an unanswered fact leaves possible."""
        self._compiled = compiled
        self._facts = {fact.id: fact for fact in compiled.pack.facts}
        self._can: dict[str, int] = {}
        self._must: dict[str, int] = {}
        for fact in compiled.pack.facts:
            self._can[fact.id] = self._must[fact.id] = compiled.all
            for row in compiled.rows:
                condition = row.rule.when.get(fact.id)
                if condition is None:
                    continue
                some, every = _reach(fact, condition)
                if not some:
                    self._can[fact.id] &= ~row.bit
                if not every:
                    self._must[fact.id] &= ~row.bit
        self._last: tuple[dict[str, Answer], State] | None = None
        urgencies = compiled.pack.outcomes.urgentie
        self._urgency_rank = {item.id: at for at, item in enumerate(urgencies)}

    def outlook(self, answers: Mapping[str, Answer]) -> Outlook:
        """Return what answers that are known to be right still leave possible."""
        state = self.spread(answers)
        besluit = self._compiled.tables["besluit"]
        mildest = besluit.rows[state.limit["besluit"]].rule.then
        return Outlook(self._open(state), mildest, self._vast(state))

    def _vast(self, state: State) -> frozenset[str]:
        tables = [table for table in self._compiled.tables.values() if table.policy == "collect"]
        return frozenset(row.rule.then for table in tables for row in table.rows if row.bit & state.must)

    def spread(self, answers: Mapping[str, Answer]) -> State:
        """Carry the possible values of answers that are known to be right through all tables.

        The last is remembered: the same answers are asked for what is open, for what is idle, and for why.
        """
        if self._last is None or self._last[0] != answers:
            self._last = dict(answers), self._carry(answers)
        return self._last[1]

    def _carry(self, answers: Mapping[str, Answer]) -> State:
        compiled = self._compiled
        state = State(compiled.all, compiled.all)
        for name in self._facts:
            if name in answers:
                standing = compiled.find(name, answers[name])
                state.can &= standing
                state.must &= standing
            else:
                state.can &= self._can[name]
                state.must &= self._must[name]
                state.values[name] = ()
        for table in compiled.tables.values():
            self._possible(table, answers, state)
        return state

    def _possible(self, table: Table, answers: Mapping[str, Answer], state: State) -> None:
        if table.policy == "collect":
            return
        if table.policy == "count":
            sure = sum(answers.get(name) == table.is_ for name in table.members)
            loose = sum(name not in answers for name in table.members)
            outputs: tuple[object, ...] = tuple(range(sure, sure + loose + 1))
        else:
            limit = self._limit(table, state)
            state.limit[table.id] = limit
            kept = [row.rule.then for row in table.rows[: limit + 1] if row.bit & state.can]
            outputs = tuple(dict.fromkeys(kept))
        state.values[table.id] = outputs
        some, every = 0, self._compiled.all
        for output in outputs:
            standing = self._compiled.standing(table.id, output)  # type: ignore[arg-type]
            some |= standing
            every &= standing
        state.can &= some
        state.must &= every

    def _limit(self, table: Table, state: State) -> int:
        """Return the place of the last row that can decide: no later than a row that must hold.

        A row that must hold is also looked for by cases: where for each value of one input some row
        must hold, the last of those rows is a limit too.
        """
        limit = _first(table.rows, state.must, len(table.rows) - 1)
        for name in sorted({name for row in table.rows[: limit + 1] for name in row.rule.when}):
            possible = state.values.get(name)
            if possible is None or len(possible) == 1:
                continue
            values = possible or self._single_values(name)
            if not values:
                continue
            worst = max(self._limit_given(table, name, value, state, limit) for value in values)
            limit = min(limit, worst)
        return limit

    def _limit_given(self, table: Table, name: str, value: object, state: State, otherwise: int) -> int:
        for at, row in enumerate(table.rows[:otherwise]):
            condition = row.rule.when.get(name)
            if condition is None:
                must = bool(row.bit & state.must)
            else:
                # A row that can hold has no condition on an answered fact that fails.
                rest = [(other, asked) for other, asked in row.rule.when.items() if other != name]
                must = (
                    bool(row.bit & state.can)
                    and holds(condition, value)  # type: ignore[arg-type]
                    and all(self._always(other, asked, state) for other, asked in rest)
                )
            if must:
                return at
        return otherwise

    def _always(self, name: str, condition: Condition, state: State) -> bool:
        possible = state.values.get(name)
        if possible is None:
            return True
        if possible:
            return all(holds(condition, value) for value in possible)  # type: ignore[arg-type]
        return _reach(self._facts[name], condition)[1]

    def _single_values(self, name: str) -> tuple[object, ...]:
        fact = self._facts[name]
        return () if fact.kind == "meerkeuze" else fact.domain

    def _open(self, state: State) -> tuple[str, ...]:
        found = self.below(("besluit", "routes", "acties"), state)
        return tuple(fact for fact in self._facts if fact in found)

    def below(self, ends: Iterable[str], state: State) -> set[str]:
        """Return the unanswered facts that can still change what any of these tables gives."""
        found: set[str] = set()
        todo, seen = list(ends), set[str]()
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            table = self._compiled.tables[name]
            for read in self.loose(table, state):
                if read in self._compiled.tables:
                    todo.append(read)
                else:
                    found.add(read)
        return found

    def loose(self, table: Table, state: State) -> Iterable[str]:
        """Return the inputs (facts and tables) that can still change what a table gives."""
        if table.policy == "count":
            return [name for name in table.members if name in state.values]
        if table.policy == "collect":
            return [name for _, read in self.loose_rows(table, state) for name in read]
        if len(state.values[table.id]) == 1:
            return []
        rows = [row for row in table.rows[: state.limit[table.id] + 1] if row.bit & state.can]
        return [name for row in rows for name in self._varying(row, state)]

    def _varying(self, row: Row, state: State) -> list[str]:
        return [
            name
            for name, condition in row.rule.when.items()
            if name in state.values and not self._always(name, condition, state)
        ]

    def loose_rows(self, table: Table, state: State) -> list[tuple[Row, list[str]]]:
        """Return the rows of a COLLECT table that can still change what it gives, and by which inputs.

        A row is none of them where its output stands already, and no slower than the row would have it.
        """
        sure: dict[str, int] = {}
        for row in table.rows:
            if row.bit & state.must:
                slowest = max(self._ranks(row, state))
                sure[row.rule.then] = min(slowest, sure.get(row.rule.then, slowest))
        loose = []
        for row in table.rows:
            fastest = min(self._ranks(row, state))
            if not row.bit & state.can or sure.get(row.rule.then, fastest + 1) <= fastest:
                continue
            read = self._varying(row, state)
            source = row.rule.urgentie_uit
            if source and len(state.values[source]) > 1:
                read.append(source)
            loose.append((row, read))
        return loose

    def urgent_rows(self, state: State) -> list[tuple[Row, list[str]]]:
        """Return those loose rows of `routes` that can still change the urgentie of the whole advice."""
        table = self._compiled.tables["routes"]
        sure = [max(self._ranks(row, state)) for row in table.rows if row.bit & state.must]
        slowest = min(sure, default=len(self._urgency_rank) - 1)
        loose = self.loose_rows(table, state)
        return [(row, read) for row, read in loose if min(self._ranks(row, state)) < slowest]

    def _ranks(self, row: Row, state: State) -> list[int]:
        """Return the ranks of urgency that a row may give; one and the same where it gives none."""
        if row.rule.urgentie_uit:
            return [self._urgency_rank[str(value)] for value in state.values[row.rule.urgentie_uit]]
        return [self._urgency_rank.get(row.rule.urgentie or "", 0)]


def _first(rows: list[Row], mask: int, otherwise: int) -> int:
    return next((at for at, row in enumerate(rows) if row.bit & mask), otherwise)


def _reach(fact: Fact, condition: Condition) -> tuple[bool, bool]:
    """Return whether a condition holds of some answer, and whether of every answer, to a fact."""
    if fact.kind != "meerkeuze":
        results = [holds(condition, value) for value in fact.domain]
        return any(results), all(results)
    # A list can hold anything, hold nothing or be of any length, so these few stand for all lists.
    lists: list[Answer] = [UNKNOWN, (), fact.values]
    lists += [(value,) for value in fact.values]
    if condition.at_least is not None:
        lists.append(fact.values[: condition.at_least])
    if condition.at_most is not None:
        lists.append(fact.values[: condition.at_most])
    results = [holds(condition, value) for value in lists]
    return any(results), all(results)
