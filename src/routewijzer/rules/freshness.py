"""How fresh a pack's facts are: when each was last held against its source, and by a day in question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from routewijzer.rules.knowledge import Item, Knowledge
from routewijzer.rules.model import Fact, Route, RulePack, Source


@dataclass(frozen=True, slots=True)
class Checked:
    """Something that can go out of date, and who looked at it."""

    kind: str
    """source | fact | route | term | partner | artikel | cijfer"""
    id: str
    day: dt.date | None
    """Day on which somebody last held it against its source; None where nobody did."""
    confirm: bool
    """Whether the aandachtsfunctionaris must still confirm it."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What an administrator should look at, in the pack's order. Nothing stands twice."""

    on: dt.date
    older: tuple[Checked, ...]
    """Looked at more than a year ago."""
    never: tuple[Checked, ...]
    """Never held against a source."""
    confirm: tuple[Checked, ...]
    """Looked at in the last year, and still to be confirmed."""


def dated(pack: RulePack, knowledge: Knowledge) -> tuple[Checked, ...]:
    """Return everything in a pack and its parents that can go out of date."""
    kinds: Mapping[str, Sequence[Source | Fact | Route | Item]] = {
        "source": pack.sources,
        "fact": pack.facts,
        "route": pack.routes,
        "term": knowledge.terms,
        "partner": knowledge.partners,
        "artikel": knowledge.artikelen,
        "cijfer": knowledge.cijfers,
    }
    return tuple(
        Checked(kind, part.id, part.gecontroleerd_op, part.controle_nodig)
        for kind, parts in kinds.items()
        for part in parts
    )


def own(made: Iterable[Checked], parents: Iterable[Checked]) -> tuple[Checked, ...]:
    """Return what a pack adds: an item of a parent is told with the parent."""
    above = {(item.kind, item.id) for item in parents}
    return tuple(item for item in made if (item.kind, item.id) not in above)


def stale(day: dt.date, on: dt.date) -> bool:
    """Return whether a day lies more than a year before another; the same date a year later is not more."""
    try:
        return day < on.replace(year=on.year - 1)
    except ValueError:  # 29 February, a year after no 29 February
        return day <= dt.date(on.year - 1, 2, 28)


def freshness(items: Iterable[Checked], on: dt.date) -> Freshness:
    """Return what should be looked at on a day.

    Args:
        items: as `dated` or `own` gives them.
        on: the day on which it is asked.
    """
    listed = tuple(items)
    older = tuple(item for item in listed if item.day is not None and stale(item.day, on))
    never = tuple(item for item in listed if item.day is None)
    rest = set(listed) - set(older) - set(never)
    return Freshness(on, older, never, tuple(item for item in listed if item in rest and item.confirm))
