"""What the knowledge page shows beside its list: one item in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.presenters import knowledge
from routewijzer.desktop.presenters.knowledge import Knowing
from routewijzer.desktop.ruledetail import link_rows
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, Divider, Wrapping
from routewijzer.desktop.widgets.figuretable import FigureTable
from routewijzer.desktop.widgets.label import NumberLabel, WrapLabel
from routewijzer.desktop.widgets.stationline import StationLine, passage_labels
from routewijzer.desktop.widgets.tags import GrondTag
from routewijzer.desktop.widgets.yearchart import YearChart
from routewijzer.rules.leaflet import Figure, Leaflet

Told = Callable[[str], None]


def fill_item(
    theme: Theme, told: Leaflet, made: Knowing, tools: Sequence[QWidget], to_item: Told, copy: Told
) -> list[QWidget]:
    """Return what shows of an item: a card, and below it what leads to other items.

    Args:
        theme: of the window.
        told: the item.
        made: what its pack tells, for the names of other items.
        tools: buttons beside its kind.
        to_item: called with the id of another item that was chosen.
        copy: called with a telephone number that was chosen.
    """
    words = text.load().knowledge
    card = Card(theme, told.title, pad=24)
    body = card.body
    head = QHBoxLayout()
    head.setSpacing(theme.space(12))
    head.addWidget(WrapLabel(theme, told.kind_name, "label", "soft"), 1)
    head.addWidget(Wrapping(theme, tools))
    body.addLayout(head)
    body.addWidget(WrapLabel(theme, told.title, "state"))
    body.addWidget(WrapLabel(theme, told.lead))
    if told.also:
        body.addWidget(WrapLabel(theme, told.also, "body", "soft"))
    if told.number:
        name = words.copy.format(number=told.number, name=told.title)
        number = NumberLabel(theme, told.number, name, "number_panel", icon="phone")
        number.chosen.connect(copy)
        body.addWidget(number, 0, Qt.AlignmentFlag.AlignLeft)
    if told.figure:
        _fill_figure(theme, told.figure, body)
    _fill_passages(theme, told, body)
    _fill_foot(theme, told, body)
    below = QWidget()
    column = QVBoxLayout(below)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(4))
    groups = knowledge.links(told, made)
    for title, links in groups:
        link_rows(theme, title, links, column, to_item)
    return [card, below] if groups else [card]


def _fill_passages(theme: Theme, told: Leaflet, body: QVBoxLayout) -> None:
    views = knowledge.passages(told)
    if told.drawn:
        body.addWidget(StationLine(theme, told.title, views))
        return
    for view in views:
        column = QVBoxLayout()
        column.setContentsMargins(0, theme.space(8), 0, 0)
        column.setSpacing(theme.space(2))
        for label in passage_labels(theme, view):
            column.addWidget(label)
        body.addLayout(column)


def _fill_figure(theme: Theme, figure: Figure, body: QVBoxLayout) -> None:
    """Put in the drawing, the notes on breaks, and the same numbers as a table."""
    body.addWidget(WrapLabel(theme, figure.unit, "label", "soft"))
    body.addWidget(YearChart(theme, knowledge.chart(figure)))
    for found in figure.breaks:
        body.addWidget(WrapLabel(theme, knowledge.break_note(found), icon="info", icon_tone="accent"))
    words = text.load().knowledge
    titles, rows = knowledge.table(figure)
    body.addWidget(WrapLabel(theme, words.table_name, "title"))
    body.addWidget(FigureTable(theme, words.table_name, titles, rows, knowledge.told_rows(figure)))


def _fill_foot(theme: Theme, told: Leaflet, body: QVBoxLayout) -> None:
    """Put in what it rests on and when it was checked, small."""
    body.addSpacing(theme.space(8))
    body.addWidget(Divider(theme))
    body.addSpacing(theme.space(4))
    mark = knowledge.confirm(told)
    if mark:
        body.addWidget(GrondTag(theme, mark), 0, Qt.AlignmentFlag.AlignLeft)
    if told.sources:
        lines = "\n".join((f"{told.sources_title}:", *told.sources))
        body.addWidget(WrapLabel(theme, lines, "note", "soft", icon="book-open"))
    body.addWidget(WrapLabel(theme, told.checked, "note", "soft", icon="history"))
