"""What one question can still change, given the other answers, and why a question changes nothing now.

Both read the sets of `questions`: an influence may be named one too many, never one too few. So a
question that is called idle changes nothing at all, whatever the other open questions turn out to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from routewijzer.advice.compile import Compiled, Row, Table, holds
from routewijzer.advice.questions import Questions, State
from routewijzer.case import Answer
from routewijzer.rules.model import Fact

ENDS = ("besluit", "routes", "acties", "tegenstrijdig")
ALONE_STEPS = (2, 3)
"""Steps of talks: with a colleague, with those concerned. Their questions are always asked."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a question can still change: the ends by name, and every table on the way."""

    besluit: bool
    urgentie: bool
    routes: tuple[str, ...]
    """Routes that can come, go, or become more or less urgent; in the pack's order."""
    acties: tuple[str, ...]
    tegenstrijdig: tuple[str, ...]
    tables: tuple[str, ...]
    """All tables whose output can change, the ends among them, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that keeps a question from counting."""

    kind: Literal["antwoord", "rij", "geldt", "ongebruikt"]
    """An answer; a row that holds and gives all that its table can still give; an outcome that stands
    already; or no table of this pack reads the question at all."""
    id: str
    """Of the fact, the row, or the outcome."""
    table: str = ""
    """Of a row or outcome: its table."""
    tells: bool = False
    """Whether it follows from the besluit: then it says something of a besluit that may be hidden."""


class Influence:
    """Answers both questions for one pack."""

    def __init__(self, compiled: Compiled, questions: Questions) -> None:
        """Take the pack's tables and the sets over them."""
        self._compiled, self._questions = compiled, questions
        pack = compiled.pack
        named = {
            name
            for step in pack.steps
            for row in (*step.gedaan, *step.overgeslagen)
            for name in (*row.when, *row.answered)
        }
        self._telling = _after(compiled, "besluit")
        self._step_tables = tuple(name for name in compiled.tables if name in named)
        self._may_idle = {fact.id for fact in pack.facts if fact.id not in named and _may_idle(fact)}

    def reach(self, answers: Mapping[str, Answer], fact: str) -> Reach:
        """Return what a question can still change; one that is answered, as if it were not.

        Args:
            answers: known to be right.
            fact: of the pack.
        """
        state = self._questions.spread({name: value for name, value in answers.items() if name != fact})
        changed = {fact}
        for table in self._compiled.tables.values():
            if not changed.isdisjoint(self._questions.loose(table, state)):
                changed.add(table.id)
        pack, tables = self._compiled.pack, self._compiled.tables

        def outputs(table: str, order: Mapping[str, object]) -> tuple[str, ...]:
            rows = self._questions.loose_rows(tables[table], state)
            found = {row.rule.then for row, read in rows if not changed.isdisjoint(read)}
            return tuple(name for name in order if name in found)

        urgent = (read for _, read in self._questions.urgent_rows(state))
        return Reach(
            besluit="besluit" in changed,
            urgentie=any(not changed.isdisjoint(read) for read in urgent),
            routes=outputs("routes", pack.route_by_id),
            acties=outputs("acties", pack.actie_by_id),
            tegenstrijdig=outputs("tegenstrijdig", pack.tegenstrijdig_by_id),
            tables=tuple(name for name in tables if name in changed),
        )

    def idle(self, answers: Mapping[str, Answer]) -> dict[str, tuple[Blocker, ...]]:
        """Return the unanswered questions that may fold away, in the pack's order, with what keeps them out.

        They change no besluit, urgentie, route, action, contradiction or step, whatever the other open
        questions turn out to be. Never one with `mild`, of steps 2 and 3, of a group (those are asked as
        one list), or one that a step of the meldcode waits for. No blockers: no short reason was found.
        """
        loose = [fact for fact in self._compiled.pack.facts if fact.id in self._may_idle]
        state = self._questions.spread(answers)
        matters = self._questions.below((*ENDS, *self._step_tables), state)
        names = [fact.id for fact in loose if fact.id not in answers and fact.id not in matters]
        return {name: self._why(name, answers, state) for name in names}

    def _why(self, name: str, answers: Mapping[str, Answer], state: State) -> tuple[Blocker, ...]:
        if not any(_reads(table, name) for table in self._compiled.tables.values()):
            return (Blocker("ongebruikt", name),)
        return _fewest(list(self._blocked(name, answers, state)))

    def _blocked(self, name: str, answers: Mapping[str, Answer], state: State) -> Iterator[list[Blocker]]:
        """Give, for each way up from a fact or table, what blocks it: any one of the list does."""
        for table in self._compiled.tables.values():
            if not _reads(table, name):
                continue
            if table.policy == "count":
                yield from self._blocked(table.id, answers, state)
            elif table.policy != "collect" and len(state.values[table.id]) == 1:
                yield [*self._common(name, table, answers, state), *self._decided(table, state)]
            else:
                yield from self._up(name, table, answers, state)

    def _up(
        self, name: str, table: Table, answers: Mapping[str, Answer], state: State
    ) -> Iterator[list[Blocker]]:
        through, limit = False, state.limit.get(table.id, 0)
        for at, row in enumerate(table.rows):
            asked = row.rule.when.get(name)
            if asked is None and row.rule.urgentie_uit != name:
                continue
            if not row.bit & state.can:
                yield self._dead(row, name, answers, state)
            elif table.policy == "collect":
                # It can hold and still changes nothing: its outcome stands, or what it asks always holds.
                if any(one.bit & state.must and one.rule.then == row.rule.then for one in table.rows):
                    yield [Blocker("geldt", row.rule.then, table.id)]
            elif at > limit:
                yield []  # a row before it holds, but the table may still give more than one thing
            else:
                through = True
        if through:
            yield from self._blocked(table.id, answers, state)

    def _common(self, name: str, table: Table, answers: Mapping[str, Answer], state: State) -> list[Blocker]:
        """Return the answers that each alone keep every row on `name` from holding."""
        rows = [row for row in table.rows if name in row.rule.when]
        dead = [self._dead(row, name, answers, state) for row in rows if not row.bit & state.can]
        if not rows or len(dead) < len(rows):
            return []
        return [one for one in dead[0] if one.kind == "antwoord" and all(one in each for each in dead)]

    def _dead(self, row: Row, name: str, answers: Mapping[str, Answer], state: State) -> list[Blocker]:
        """Return what keeps a row from holding: answers first, then tables that are decided otherwise."""
        by_answer: list[Blocker] = []
        by_row: list[Blocker] = []
        for other, condition in row.rule.when.items():
            if other in answers and not holds(condition, answers[other]):
                by_answer.append(Blocker("antwoord", other))
            elif other != name and other in self._compiled.tables:
                possible = state.values[other]
                if len(possible) == 1 and not holds(condition, possible[0]):  # type: ignore[arg-type]
                    by_row += self._decided(self._compiled.tables[other], state)
        return by_answer + by_row

    def _decided(self, table: Table, state: State) -> list[Blocker]:
        """Return the row that holds and gives the only possible output of a table; none of a count."""
        if table.policy == "count":
            return []
        row = table.rows[state.limit[table.id]]
        if not row.bit & state.must:
            return []
        return [Blocker("rij", row.rule.id, table.id, tells=table.id in self._telling)]


def _reads(table: Table, name: str) -> bool:
    return name in table.members or any(
        name in row.rule.when or row.rule.urgentie_uit == name for row in table.rows
    )


def _after(compiled: Compiled, name: str) -> set[str]:
    """Return a table and all that read it, however far up."""
    found = {name}
    for table in compiled.tables.values():
        if any(_reads(table, below) for below in found):
            found.add(table.id)
    return found


def _may_idle(fact: Fact) -> bool:
    return fact.mild is None and fact.group is None and fact.step not in ALONE_STEPS


def _fewest(ways: list[list[Blocker]]) -> tuple[Blocker, ...]:
    """Return few blockers that block all ways, answers before rows; none where a way has no blocker."""
    chosen: list[Blocker] = []
    left = list(ways)
    while left:
        if not all(left):
            return ()
        counts = Counter(one for way in left for one in dict.fromkeys(way))
        best = max(counts, key=lambda one: (one.kind == "antwoord", counts[one]))
        chosen.append(best)
        left = [way for way in left if best not in way]
    return tuple(chosen)
