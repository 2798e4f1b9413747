"""The knowledge page: terms, partners, articles and figures, found by one search field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from routewijzer import text
from routewijzer.advice.engine import Engine
from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.morepageviews import ListedView
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.figureviews import BreakView, ChartView, PassageView, SeriesView
from routewijzer.desktop.widgets.views import Cell, GroundView, LinkView, ResultView, RowView
from routewijzer.rules.knowledge import Item, Knowledge, load_knowledge
from routewijzer.rules.leaflet import KINDS, Break, Figure, Leaflet, entry, kind_name, kind_of, name_of
from routewijzer.rules.load import PackError
from routewijzer.rules.model import RulePack
from routewijzer.rules.searching import Index

ICONS = {"begrip": "book-marked", "partner": "users", "artikel": "book-open", "cijfer": "chart-column"}


class Knowing(Frozen):
    """What a pack tells, ready to be searched; or why it cannot be read."""

    pack: RulePack | None
    known: Knowledge | None = None
    index: Index | None = None
    items: tuple[Item, ...] = ()
    faults: tuple[str, ...] = ()


def knowing(session: Session) -> Knowing:
    """Return what the loaded pack tells; its files are read once."""
    if session.engine is None:
        return Knowing(None, faults=session.pack_faults)
    return _read(session.rules, session.engine)


@lru_cache(maxsize=2)  # the pack of the app, and one that was chosen before it
def _read(rules: Path, engine: Engine) -> Knowing:
    try:
        known = load_knowledge(rules, engine.pack)
    except PackError as error:
        return Knowing(engine.pack, faults=tuple(str(fault) for fault in error.faults))
    return make(engine.pack, known)


def make(pack: RulePack, known: Knowledge) -> Knowing:
    """Make what a pack tells ready to be searched."""
    index = Index((entry(item) for item in known.all), text.load().knowledge.small_words)
    return Knowing(pack, known, index, known.all)


def listed(made: Knowing, query: str = "", kind: str = "") -> ListedView:
    """Return what is found, the best first.

    Args:
        made: by `knowing`.
        query: as typed; "" finds all.
        kind: one of KINDS; "" is all of them.
    """
    words = text.load().knowledge
    if made.index is None:
        notice = words.faults_title if made.faults else words.waiting
        return ListedView(words.title, (), "", notice, made.faults)
    found, items = made.index.find(query), {item.id: item for item in made.items}
    hits = [items[name] for name in found.ids if kind in ("", kind_of(items[name]))]
    if not hits:
        return ListedView(words.title, (), "", words.found_none)
    count = words.found_one if len(hits) == 1 else words.found.format(count=len(hits))
    told = words.found_near if found.near else count
    return ListedView(words.title, tuple(_result(item) for item in hits), told, "")


def kinds() -> tuple[tuple[str, str], ...]:
    """Return the kinds to choose from, all of them first, with their labels."""
    words = text.load().knowledge
    return (("", words.all_kinds), *zip(KINDS, words.kinds, strict=True))


def _result(item: Item) -> ResultView:
    kind = kind_of(item)
    note = text.load().knowledge.result.format(kind=kind_name(kind), short=item.kort)
    return ResultView(item.id, name_of(item), note, ICONS[kind])


# One item.


def confirm(told: Leaflet) -> GroundView | None:
    """Return the mark "nog te bevestigen" where an item asks for it."""
    return wording.ground("bevestigen") if told.confirm else None


def links(told: Leaflet, made: Knowing) -> tuple[tuple[str, tuple[LinkView, ...]], ...]:
    """Return headings with links to other items."""
    items = {item.id: item for item in made.items}
    return tuple(
        (
            group.title,
            tuple(LinkView(name, label, kind_name(kind_of(items[name]))) for name, label in group.items),
        )
        for group in told.links
    )


def chart(figure: Figure) -> ChartView:
    """Return a figure as it is drawn."""
    return ChartView(
        name=figure.told,
        labels=figure.labels,
        series=tuple(SeriesView(series.name, series.values) for series in figure.series),
        breaks=tuple(BreakView(figure.years.index(found.year), found.sign) for found in figure.breaks),
    )


def break_note(found: Break) -> str:
    """Return the note to a break, with its sign."""
    words = text.load().knowledge
    return words.break_note.format(
        sign=found.sign, text=words.figure_break.format(year=found.year, text=found.text)
    )


def passages(told: Leaflet) -> tuple[PassageView, ...]:
    """Return the passages; those of a drawn item with the name of their station."""
    words, total = text.load().knowledge, len(told.passages)
    names = {"stappen": words.step_name, "tijdlijn": words.moment_name, "": ""}
    return tuple(
        PassageView(
            title=passage.title,
            text=passage.text,
            points=passage.points,
            when=passage.when,
            sign=passage.sign,
            name=names[told.drawn].format(at=at, total=total),
        )
        for at, passage in enumerate(told.passages, start=1)
    )


def table(figure: Figure) -> tuple[tuple[str, ...], tuple[RowView, ...]]:
    """Return titles and rows of a figure's numbers."""
    words, rows = text.load().knowledge, []
    for year, label, counts in _counts(figure):
        cells = (Cell(label, strong=True), *(Cell(count) for _, count in counts))
        rows.append(RowView(year, cells, words.table_row.format(year=label, values=_named(counts))))
    return (words.year, *(series.name for series in figure.series)), tuple(rows)


def told_rows(figure: Figure) -> tuple[RowView, ...]:
    """Return the same rows for a narrow room: each number beside its name, below the year."""
    rows = zip(table(figure)[1], _counts(figure), strict=True)
    return tuple(row.replace(cells=row.cells[:1], note=_named(counts)) for row, (_, _, counts) in rows)


def _counts(figure: Figure) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Give each year, its label, and names with numbers."""
    for at, (year, label) in enumerate(zip(figure.years, figure.labels, strict=True)):
        yield str(year), label, [(series.name, str(series.values[at])) for series in figure.series]


def _named(counts: Iterable[tuple[str, str]]) -> str:
    """Return "Incidenten 437, misdrijven 108"."""
    words = text.load().knowledge
    return ", ".join(words.table_value.format(name=name, count=count) for name, count in counts)
