"""A case in, an outcome out: the fast way, without reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from routewijzer.advice.compile import Compiled, Row, Table
from routewijzer.advice.lookup import Remembered, Threes, masks
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN

Routes = tuple[tuple[str, str], ...]
Names = tuple[str, ...]
Known = Remembered[int, tuple[Routes, int]]
"""By the rows that hold: the routes, and the rows that do not give one of these again."""


class Outcome(NamedTuple):
    """What the tables give for a case, before it is put in words."""

    live: int
    """The rows that hold."""
    counts: tuple[int, ...]
    """What each COUNT table counted."""
    besluit: str
    urgentie: str
    routes: Routes
    """Route and urgentie, most urgent first, then in the pack's order."""
    acties: Names
    tegenstrijdig: Names


class Evaluator:
    """Evaluates cases of one pack. Results of COLLECT tables are remembered by the rows that hold."""

    def __init__(self, compiled: Compiled) -> None:
        """Work out beforehand what answers do, and put the tables in the order in which they are read."""
        self.compiled = compiled
        pack, tables = compiled.pack, compiled.tables
        self._all = compiled.all | compiled.counted
        self.threes = Threes(compiled)
        self.trios = masks(compiled, self.threes)
        self._lists = [
            (fact.id, Remembered(partial(self.by_list, fact.id)))
            for fact in pack.facts
            if fact.kind == "meerkeuze"
        ]
        self._counts = [(table.mask, compiled.after_count(table)) for table in compiled.counts]
        decided = {table.id for group in self.threes.decided for table in group}
        self._tables = [
            (table.mask, compiled.after(table)) for table in compiled.singles if table.id not in decided
        ]
        self._outputs = {table.id: (table.mask, compiled.outputs(table)) for table in compiled.singles}
        self._besluit, self._besluiten = self._outputs["besluit"]
        self._calmest = pack.outcomes.urgentie[-1].id
        self._routes = _Routes(compiled)
        self._acties = tables["acties"].mask, _listed(tables["acties"], pack.actie_by_id)
        self._tegenstrijdig = (
            tables["tegenstrijdig"].mask,
            _listed(tables["tegenstrijdig"], pack.tegenstrijdig_by_id),
        )

    def by_list(self, fact: str, value: Answer | None) -> int:
        """Return what an answer to a meerkeuze leaves standing; None is unanswered."""
        return self.compiled.mask(fact, UNKNOWN if value is None else value)

    def outcome(self, answers: Mapping[str, Answer]) -> Outcome:
        """Return the outcome of answers that are known to be right."""
        live, get = self._all, answers.get
        for one, two, three, found in self.trios:
            live &= found[get(one)][get(two)][get(three)]
        for name, by_list in self._lists:
            live &= by_list[get(name)]
        return self.decide(live)

    def decide(self, live: int) -> Outcome:
        """Return the outcome, given what all answers leave standing: rows and members of COUNT tables."""
        counts = []
        for mask, after_count in self._counts:
            number = (live & mask).bit_count()
            counts.append(number)
            live &= after_count[number]
        for mask, after in self._tables:
            live &= after[(live & mask).bit_length()]
        routes = self._routes.of(live)
        mask, acties = self._acties
        other, tegenstrijdig = self._tegenstrijdig
        return Outcome(
            live,
            tuple(counts),
            self._besluiten[(live & self._besluit).bit_length()],
            routes[0][1] if routes else self._calmest,
            routes,
            acties[live & mask],
            tegenstrijdig[live & other],
        )

    def value(self, table: str, outcome: Outcome) -> str:
        """Return the output of one FIRST or PRIORITY table."""
        mask, outputs = self._outputs[table]
        return outputs[(outcome.live & mask).bit_length()]

    def values(self, outcome: Outcome) -> dict[str, str | int]:
        """Return the output of each table by its id, COLLECT tables aside."""
        live = outcome.live
        made: dict[str, str | int] = {
            name: outputs[(live & mask).bit_length()] for name, (mask, outputs) in self._outputs.items()
        }
        for table, number in zip(self.compiled.counts, outcome.counts, strict=True):
            made[table.id] = number
        return made


class _Routes:
    """The routes of a mask of rows that hold, with their urgentie.

    Two cases seldom have the same rows of this table, but often the same of a part of it. So it is read in
    parts, from the most urgent rows down.
    """

    PARTS = 3

    def __init__(self, compiled: Compiled) -> None:
        pack, table = compiled.pack, compiled.tables["routes"]
        self._mask, self._rows = table.mask, table.rows
        names = sorted({row.rule.urgentie_uit for row in table.rows if row.rule.urgentie_uit})
        sources = [compiled.tables[name] for name in names]
        self._sources = {source.id: (source.mask, compiled.outputs(source)) for source in sources}
        self._sources_mask = sum(source.mask for source in sources)
        self._urgencies, self._order = list(pack.urgentie_by_id), list(pack.route_by_id)
        self._by_source = Remembered(self._parts_by_source)
        self._by_given = Remembered(self._parts_by_given)

    def of(self, live: int) -> Routes:
        """Return the routes, most urgent first, then in the pack's order."""
        held = live & self._mask
        routes: Routes = ()
        for mask, known in self._by_source[live & self._sources_mask]:
            some, left = known[held & mask]
            routes += some
            held &= left
        return routes

    def _parts_by_source(self, held: int) -> Sequence[tuple[int, Known]]:
        """Return the parts, by the rows that hold of the tables that say how urgent a route is."""
        given = [outputs[(held & mask).bit_length()] for mask, outputs in self._sources.values()]
        return self._by_given[tuple(given)]

    def _parts_by_given(self, given: tuple[str, ...]) -> Sequence[tuple[int, Known]]:
        """Return the parts, by the urgencies that these tables gave."""
        by_source = dict(zip(self._sources, given, strict=True))

        def gives(row: Row) -> tuple[str, str]:
            source = row.rule.urgentie_uit
            return row.rule.then, by_source[source] if source else str(row.rule.urgentie)

        def place(row: Row) -> tuple[int, int]:
            route, urgency = gives(row)
            return self._urgencies.index(urgency), self._order.index(route)

        rows = sorted(self._rows, key=place)
        size = len(rows) // self.PARTS + 1
        parts = (rows[at : at + size] for at in range(0, len(rows), size))
        return [self._part([(row.bit, gives(row)) for row in part]) for part in parts]

    def _part(self, rows: Sequence[tuple[int, tuple[str, str]]]) -> tuple[int, Known]:
        """Return the mask of rows and what they give, most urgent first."""
        again: Counter[str] = Counter()
        for row in self._rows:
            again[row.rule.then] |= row.bit

        def make(held: int) -> tuple[Routes, int]:
            best: dict[str, str] = {}
            left = self._mask
            for bit, (route, urgency) in rows:
                if held & bit:
                    best.setdefault(route, urgency)
                    left &= ~again[route]
            return tuple(best.items()), left

        return sum(bit for bit, _ in rows), Remembered(make)


def _listed(table: Table, names: Iterable[str]) -> Remembered[int, Names]:
    """Return what a COLLECT table without urgencies gives, in this order, by the rows that hold."""
    rows = {name: sum(row.bit for row in table.rows if row.rule.then == name) for name in names}
    order = [(name, mask) for name, mask in rows.items() if mask]

    def make(held: int) -> Names:
        return tuple([name for name, mask in order if held & mask])

    return Remembered(make)
