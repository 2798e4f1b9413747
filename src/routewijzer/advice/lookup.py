"""Quick ways to look up what answers do, made ready from a compiled pack.

A case has one answer to each fact, and one look-up for each would take most of the time. So facts stand in
threes, and for all answers to three facts it is worked out beforehand what they do together. A table that
reads only these three (or tables that do) is decided there as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from math import prod
from typing import TypeVar

from routewijzer.advice.compile import Compiled, Table
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact

K = TypeVar("K")
V = TypeVar("V")

TOGETHER = 3
"""Two were as fast, four no faster, with four times the combinations."""
ROOM = 1000
"""Most combinations of answers of one Trio."""


class Remembered(dict[K, V]):
    """A dict that makes the value of a key that it lacks, and keeps the first LIMIT of them."""

    LIMIT = 20_000

    def __init__(self, make: Callable[[K], V]) -> None:
        """Take what makes a value; what it raises, the look-up raises."""
        self._make = make

    def __missing__(self, key: K) -> V:
        """Return the value of a new key."""
        made = self._make(key)
        if len(self) < self.LIMIT:
            self[key] = made
        return made


Found = Mapping[Answer | None, Mapping[Answer | None, Mapping[Answer | None, V]]]
"""What three answers do together; None is unanswered."""
Trio = tuple[str, str, str, Found[V]]
"""Three facts and what their answers do together; the name of a fact that is not there is empty.

No named tuple: Python takes a plain one apart faster, an eighth of the time of this look-up.
"""


class Threes:
    """The single-answer facts of a pack in groups of at most three, and the tables that these decide."""

    def __init__(self, compiled: Compiled) -> None:
        """Put facts together that decide a table; then fill up the groups."""
        facts = [fact for fact in compiled.pack.facts if fact.kind != "meerkeuze"]
        self._values: dict[str, tuple[Answer | None, ...]] = {fact.id: (*fact.domain, None) for fact in facts}
        homes = {fact.id: frozenset({fact.id}) for fact in facts}
        for table in compiled.singles:
            reads = {name for row in table.rows for name in row.rule.when}
            if reads and reads <= homes.keys():
                home = frozenset().union(*(homes[name] for name in reads))
                if self._fits(home):
                    homes |= {name: home for name, old in homes.items() if old <= home}
                    homes[table.id] = home
        groups = self._filled([homes[fact.id] for fact in facts])
        self.groups = [[fact.id for fact in facts if fact.id in group] for group in groups]
        """Ids of facts, in the pack's order."""
        inside = [table for table in compiled.singles if table.id in homes]
        self.decided = [[table for table in inside if homes[table.id] <= group] for group in groups]
        """The tables that the facts of each group decide, in the order in which they are read."""

    def _fits(self, group: Collection[str]) -> bool:
        return len(group) <= TOGETHER and prod(len(self._values[name]) for name in group) <= ROOM

    def _filled(self, homes: Sequence[frozenset[str]]) -> list[frozenset[str]]:
        groups: list[frozenset[str]] = []
        for home in sorted(dict.fromkeys(homes), key=len, reverse=True):
            at = next((at for at, group in enumerate(groups) if self._fits(group | home)), len(groups))
            groups[at : at + 1] = [home.union(*groups[at : at + 1])]
        return groups

    def trio(self, group: Sequence[str], find: Callable[[Sequence[Answer | None]], V]) -> Trio[V]:
        """Return a group as a Trio, with what `find` gives for all answers to its facts."""
        one, two, three = (*group, "", "")[:TOGETHER]
        first, second, third = (self._values.get(name, (None,)) for name in (one, two, three))
        size = len(group)
        found: Found[V] = {a: {b: {c: find((a, b, c)[:size]) for c in third} for b in second} for a in first}
        return one, two, three, found


def masks(compiled: Compiled, threes: Threes) -> list[Trio[int]]:
    """Return, for all answers to three facts, what they leave standing; tables that they decide included."""

    def trio(group: Sequence[str], decided: Sequence[Table]) -> Trio[int]:
        alone = [_alone(compiled, compiled.pack.fact_by_id[name]) for name in group]
        ready = [(table.mask, compiled.after(table)) for table in decided]

        def find(values: Sequence[Answer | None]) -> int:
            live = compiled.all | compiled.counted
            for one, value in zip(alone, values, strict=True):
                live &= one[value]
            for mask, after in ready:
                live &= after[(live & mask).bit_length()]
            return live

        return threes.trio(group, find)

    return [trio(group, decided) for group, decided in zip(threes.groups, threes.decided, strict=True)]


def _alone(compiled: Compiled, fact: Fact) -> dict[Answer | None, int]:
    found: dict[Answer | None, int] = {value: compiled.mask(fact.id, value) for value in fact.domain}
    return found | {None: found[UNKNOWN]}
