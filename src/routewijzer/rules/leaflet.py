"""An item of the knowledge page told in full, in the same words for screen and paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from routewijzer import text
from routewijzer.rules.base import Dated
from routewijzer.rules.freshness import stale
from routewijzer.rules.knowledge import Artikel, Cijfer, Item, Knowledge, Partner
from routewijzer.rules.model import RulePack
from routewijzer.rules.searching import Entry
from routewijzer.rules.stories import Term

Kind = Literal["begrip", "partner", "artikel", "cijfer"]
KINDS: tuple[Kind, ...] = ("begrip", "partner", "artikel", "cijfer")


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with what stands under it; `when` is the moment on a time line."""

    title: str
    text: str
    points: tuple[str, ...] = ()
    when: str = ""
    sign: str = ""
    """In the station of a step: its number, or that of the moment ("Stap 2"); "" is a bare station."""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one name, one for each year of the figure."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A year from which numbers mean something else: its sign beside the year, and why."""

    year: int
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers by year, drawn and as a table; `told` is the drawing in words."""

    unit: str
    told: str
    years: tuple[int, ...]
    labels: tuple[str, ...]
    """The years, with the sign of a break."""
    series: tuple[Series, ...]
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Ids and names of other items, under a heading."""

    title: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Everything that is told of one item. `drawn`: its passages are stations on a line."""

    id: str
    kind: Kind
    kind_name: str
    title: str
    lead: str
    also: str
    number: str
    drawn: Literal["", "stappen", "tijdlijn"]
    passages: tuple[Passage, ...]
    figure: Figure | None
    links: tuple[Links, ...]
    sources_title: str
    sources: tuple[str, ...]
    checked: str
    confirm: bool
    """Whether it, or a source of it, is still to be confirmed."""


def kind_of(item: Item) -> Kind:
    """Return which kind of thing an item is."""
    return KINDS[(Term, Partner, Artikel, Cijfer).index(type(item))]


def kind_name(kind: Kind) -> str:
    """Return the kind as a worker reads it."""
    return text.load().knowledge.kind[KINDS.index(kind)]


def name_of(item: Item) -> str:
    """Return what an item is called."""
    match item:
        case Term():
            return item.term
        case Partner():
            return item.naam
        case _:
            return item.titel


def entry(item: Item) -> Entry:
    """Return an item as the search reads it."""
    match item:
        case Term():
            told: Sequence[str] = (item.betekenis,)
        case Partner():
            told = (item.wie, item.voor_wie, item.bereiken, item.verwacht, item.telefoon or "")
        case Artikel():
            told = [words for part in item.delen for words in (part.kop, part.tekst, *part.punten)]
        case Cijfer():
            told = (item.eenheid, item.toelichting, *(series.naam for series in item.reeksen))
    return Entry(item.id, name_of(item), item.ook, " ".join((item.kort, *told)))


def leaflet(pack: RulePack, known: Knowledge, name: str, on: dt.date) -> Leaflet:
    """Return an item in full.

    Args:
        pack: the pack that it belongs to.
        known: what that pack tells.
        name: the item's id; KeyError where there is none.
        on: today, to say what was checked long ago.
    """
    items = {item.id: item for item in known.all}
    item, words = items[name], text.load().knowledge
    kind = kind_of(item)
    doubtful = item.controle_nodig or any(pack.source_by_id[id_].controle_nodig for id_ in item.bron)
    return Leaflet(
        id=item.id,
        kind=kind,
        kind_name=kind_name(kind),
        title=name_of(item),
        lead=item.betekenis if isinstance(item, Term) else item.kort,
        also=words.also.format(words=", ".join(item.ook)) if item.ook else "",
        number=(item.telefoon or "") if isinstance(item, Partner) else "",
        drawn=item.soort if isinstance(item, Artikel) and item.soort != "tekst" else "",
        passages=_passages(pack, item),
        figure=figure(item) if isinstance(item, Cijfer) else None,
        links=tuple(_links(items, item)),
        sources_title=words.source if len(item.bron) == 1 else words.sources,
        sources=tuple(_source(pack, id_) for id_ in item.bron),
        checked=checked(item, on),
        confirm=doubtful,
    )


def figure(item: Cijfer) -> Figure:
    """Return the numbers of an item, ready to be drawn."""
    words = text.load().knowledge
    breaks = tuple(Break(found.jaar, str(at), found.tekst) for at, found in enumerate(item.breuken, start=1))
    signs = {found.year: found.sign for found in breaks}
    told = []
    for series in item.reeksen:
        pairs = zip(item.jaren, series.waarden, strict=True)
        values = ", ".join(words.figure_value.format(year=year, count=count) for year, count in pairs)
        told.append(words.figure_series.format(name=series.naam, values=values))
    told += [words.figure_break.format(year=found.year, text=found.text) for found in breaks]
    return Figure(
        unit=words.figure_unit.format(unit=item.eenheid),
        told=words.figure_told.format(unit=item.eenheid, series=" ".join(told)),
        years=item.jaren,
        labels=tuple(
            words.figure_broken.format(year=year, sign=signs[year]) if year in signs else str(year)
            for year in item.jaren
        ),
        series=tuple(Series(series.naam, series.waarden) for series in item.reeksen),
        breaks=breaks,
    )


def checked(item: Dated, on: dt.date) -> str:
    """Return when an item was last held against its source, and whether that is long ago on a day."""
    words, day = text.load().knowledge, item.gecontroleerd_op
    if day is None:
        return words.unchecked
    told = words.checked_stale if stale(day, on) else words.checked
    return told.format(month=_month(day))


def _month(day: dt.date) -> str:
    """Return "januari 2026"."""
    months = text.load().paper.maanden
    return text.load().knowledge.month.format(month=months[day.month - 1], year=day.year)


def _source(pack: RulePack, name: str) -> str:
    words, source = text.load().knowledge, pack.source_by_id[name]
    day = source.gecontroleerd_op
    return words.source_checked.format(title=source.titel, month=_month(day)) if day else source.titel


def _passages(pack: RulePack, item: Item) -> tuple[Passage, ...]:
    words = text.load().knowledge
    match item:
        case Partner():
            told = (
                (words.who, item.wie),
                (words.for_whom, item.voor_wie),
                (words.reach, item.bereiken),
                (words.expect, item.verwacht),
            )
            routes = tuple(pack.route_by_id[name].naam for name in item.routes)
            last = (Passage(words.routes, "", routes),) if routes else ()
            return (*(Passage(title, what) for title, what in told), *last)
        case Artikel():
            return tuple(
                Passage(part.kop, part.tekst, part.punten, part.wanneer or "", _sign(item, at))
                for at, part in enumerate(item.delen)
            )
        case Cijfer():
            return (Passage(words.figure_note, item.toelichting),)
        case _:
            return ()


def _sign(item: Artikel, at: int) -> str:
    """Return the number in a station: a step's own where its moment names one ("Stap 2"), else its place.

    Beside steps that name their own number a step without one has none.
    """
    if item.soort != "stappen":
        return ""
    moments = [part.wanneer or "" for part in item.delen]
    if any(moments):
        last = moments[at].rpartition(" ")[2]
        return last if last.isdigit() else ""
    return str(at + 1)


def _links(items: dict[str, Item], item: Item) -> Iterable[Links]:
    """Give what the item is part of, what belongs to it, and what else to read."""
    words = text.load().knowledge
    groups: list[tuple[str, list[str]]] = []
    if isinstance(item, Partner):
        offers = [name for name, one in items.items() if isinstance(one, Partner) and one.deel_van == item.id]
        groups += [(words.part_of, [item.deel_van] if item.deel_van else []), (words.offers, offers)]
    groups.append((words.read_on, list(item.zie)))
    for title, names in groups:
        if names:
            yield Links(title, tuple((name, name_of(items[name])) for name in names))
