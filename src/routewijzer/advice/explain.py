"""Why: the chain of rows under a route, an action, a contradiction or the besluit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from routewijzer.advice.compile import Row
from routewijzer.advice.evaluate import Evaluator, Outcome
from routewijzer.advice.model import Reason
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN


class Explainer:
    """Walks from a row that holds down to the answers that made it hold."""

    def __init__(self, evaluator: Evaluator) -> None:
        """Remember the tables of this pack."""
        self._evaluator = evaluator
        self._compiled = evaluator.compiled

    def collected(
        self, table: str, target: str, outcome: Outcome, answers: Mapping[str, Answer]
    ) -> tuple[Reason, ...]:
        """Return the chain under one output of a COLLECT table, top row first, each row once."""
        rows = [
            row
            for row in self._compiled.tables[table].rows
            if outcome.live & row.bit and row.rule.then == target
        ]
        return self._chain(rows, outcome, answers)

    def output(self, table: str, outcome: Outcome, answers: Mapping[str, Answer]) -> tuple[Reason, ...]:
        """Return the chain under the output that a table gave, each row once."""
        return self._chain(self._deciding(table, outcome), outcome, answers)

    def _chain(self, tops: list[Row], outcome: Outcome, answers: Mapping[str, Answer]) -> tuple[Reason, ...]:
        seen: dict[str, Reason] = {}
        for top in tops:
            for row, depth in self._under(top, outcome, 0):
                if row.rule.id not in seen:
                    seen[row.rule.id] = self._reason(row, answers, depth)
        return tuple(seen.values())

    def _under(self, row: Row, outcome: Outcome, depth: int) -> Iterator[tuple[Row, int]]:
        yield row, depth
        tables = self._compiled.tables
        names = [name for name in row.rule.when if name in tables]
        if row.rule.urgentie_uit:
            names.append(row.rule.urgentie_uit)
        for name in names:
            for below in self._deciding(name, outcome):
                yield from self._under(below, outcome, depth + 1)

    def _deciding(self, name: str, outcome: Outcome) -> list[Row]:
        """Return the rows that gave a table's output: one of FIRST, all of that output of PRIORITY."""
        table = self._compiled.tables[name]
        held = [row for row in table.rows if outcome.live & row.bit]
        if table.policy != "priority":
            return held[:1]
        given = self._evaluator.value(name, outcome)
        return [row for row in held if row.rule.then == given]

    def _reason(self, row: Row, answers: Mapping[str, Answer], depth: int) -> Reason:
        facts: dict[str, Answer] = {}
        for name in row.rule.when:
            table = self._compiled.tables.get(name)
            if table is None:
                facts[name] = answers.get(name, UNKNOWN)
            elif table.policy == "count":
                for member in table.members:
                    if answers.get(member, UNKNOWN) == table.is_:
                        facts[member] = table.is_
        rule = row.rule
        return Reason(row.table, rule.id, rule.grond, rule.bron, facts, rule.because, depth)
