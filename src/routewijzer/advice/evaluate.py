"""A case in, an outcome out: the fast way, without reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from routewijzer.advice.compile import COUNT_MASK, Compiled, Entry, Row, Table
from routewijzer.case import Answer


class Outcome(NamedTuple):
    """What the tables give for a case, before it is put in words."""

    live: int
    """The rows that hold."""
    counts: tuple[int, ...]
    """What each COUNT table counted."""
    outputs: tuple[str, ...]
    """What each FIRST and PRIORITY table gave."""
    besluit: str
    urgentie: str
    routes: tuple[tuple[str, str], ...]
    """Route and urgentie, most urgent first, then in the pack's order."""
    acties: tuple[str, ...]
    tegenstrijdig: tuple[str, ...]


class Evaluator:
    """Evaluates cases of one pack. Results of COLLECT tables are remembered by the rows that hold."""

    LIMIT = 50_000

    def __init__(self, compiled: Compiled) -> None:
        """Prepare the order in which tables are read."""
        self.compiled = compiled
        pack = compiled.pack
        self._urgencies = [item.id for item in pack.outcomes.urgentie]
        self._urgency_rank = {name: at for at, name in enumerate(self._urgencies)}
        self._route_ids = [route.id for route in pack.routes]
        self._route_rank = {route.id: at for at, route in enumerate(pack.routes)}
        self._counts = [
            (table.id, table.shift, compiled.count_masks(table))
            for table in compiled.tables.values()
            if table.policy == "count"
        ]
        singles = [table for table in compiled.tables.values() if table.policy in ("first", "priority")]
        # A table in which no row holds gives its first, most severe output: unknown is never read as safe.
        worst = [compiled.pack.decision_by_id[table.id].output[0] for table in singles]
        self._singles = [
            (table.mask, (output, compiled.standing(table.id, output)))
            for table, output in zip(singles, worst, strict=True)
        ]
        self._single_names = [table.id for table in singles]
        self._besluit = self._single_names.index("besluit")
        self._routes = compiled.tables["routes"]
        self._acties = compiled.tables["acties"]
        self._tegenstrijdig = compiled.tables["tegenstrijdig"]
        sources = {row.rule.urgentie_uit for row in self._routes.rows if row.rule.urgentie_uit}
        self._from = [self._single_names.index(name) for name in sorted(sources)]
        self._route_cache: dict[tuple[object, ...], tuple[tuple[str, str], ...]] = {}
        self._list_cache: dict[int, tuple[str, ...]] = {}
        self._ranks = {
            "acties": {item.id: at for at, item in enumerate(pack.outcomes.acties)},
            "tegenstrijdig": {item.id: at for at, item in enumerate(pack.outcomes.tegenstrijdig)},
        }

    def entries(self, answers: Mapping[str, Answer]) -> list[Entry]:
        """Return what each fact of the pack does, answered or not, in the pack's order."""
        find, blank = self.compiled.find, self.compiled.blank
        return [find(name, answers[name]) if name in answers else blank[name] for name in blank]

    def outcome(self, answers: Mapping[str, Answer]) -> Outcome:
        """Return the outcome of answers that are known to be right."""
        live, sums = self.compiled.all, 0
        for ok, adds in self.entries(answers):
            live &= ok
            sums += adds
        return self.decide(live, self.compiled.unpack(sums)[2])

    def decide(self, live: int, counts: int) -> Outcome:
        """Return the outcome, given the rows that the answers leave standing and the packed counts."""
        numbers = []
        for _, shift, masks in self._counts:
            number = counts >> shift & COUNT_MASK
            numbers.append(number)
            live &= masks[number]
        outputs = []
        decides = self.compiled.decides
        for mask, worst in self._singles:
            held = live & mask
            output, standing = decides[held.bit_length()] if held else worst
            outputs.append(output)
            live &= standing
        routes = self.routes(live, outputs)
        return Outcome(
            live,
            tuple(numbers),
            tuple(outputs),
            outputs[self._besluit],
            routes[0][1] if routes else self._urgencies[-1],
            routes,
            self.collected(self._acties, live),
            self.collected(self._tegenstrijdig, live),
        )

    def values(self, outcome: Outcome) -> dict[str, str | int]:
        """Return the output of each table by its id, COLLECT tables aside."""
        made: dict[str, str | int] = dict(zip(self._single_names, outcome.outputs, strict=True))
        counted = zip(self._counts, outcome.counts, strict=True)
        return made | {name: number for (name, _, _), number in counted}

    def routes(self, live: int, outputs: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return the routes with their urgentie, most urgent first, then in the pack's order."""
        held = live & self._routes.mask
        key = (held, *[outputs[at] for at in self._from])
        found = self._route_cache.get(key)
        if found is None:
            best: dict[int, int] = {}
            for row in self._held(held):
                source = row.rule.urgentie_uit
                urgency = outputs[self._single_names.index(source)] if source else str(row.rule.urgentie)
                rank, route = self._urgency_rank[urgency], self._route_rank[row.rule.then]
                best[route] = min(rank, best.get(route, rank))
            ordered = sorted((rank, route) for route, rank in best.items())
            found = tuple((self._route_ids[route], self._urgencies[rank]) for rank, route in ordered)
            if len(self._route_cache) < self.LIMIT:
                self._route_cache[key] = found
        return found

    def _held(self, held: int) -> Iterator[Row]:
        """Give the rows of a mask, first rows first."""
        while held:
            length = held.bit_length()
            yield self.compiled.by_length[length]
            held ^= 1 << length - 1

    def collected(self, table: Table, live: int) -> tuple[str, ...]:
        """Return what a COLLECT table without urgencies gives, in the pack's order."""
        held = live & table.mask
        found = self._list_cache.get(held)
        if found is None:
            rank = self._ranks[table.id]
            names = {row.rule.then for row in self._held(held)}
            found = tuple(sorted(names, key=rank.__getitem__))
            if len(self._list_cache) < self.LIMIT:
                self._list_cache[held] = found
        return found
