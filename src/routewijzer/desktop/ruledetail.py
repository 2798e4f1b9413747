"""What the rules page shows beside its list: a table with its rows, or a source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routewijzer.desktop.presenters.graphviews import RuleRow, SourceView, TableView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, Divider, Wrapping
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow
from routewijzer.desktop.widgets.tags import GrondTag, UrgencyPill
from routewijzer.desktop.widgets.views import LinkView

Open = Callable[[str], None]


def fill_table(
    theme: Theme, view: TableView, body: QVBoxLayout, to_table: Open, to_source: Open
) -> dict[str, Card]:
    """Put a table into a column and return the cards of its rows, by row id.

    Args:
        theme: of the window.
        view: the table.
        body: of the column.
        to_table: called with the id of a table that was chosen.
        to_source: the same with a source.
    """
    body.addWidget(WrapLabel(theme, view.title, "state"))
    body.addWidget(WrapLabel(theme, view.policy, "body", "soft"))
    if view.counts:
        body.addWidget(WrapLabel(theme, view.counts))
    for line in view.lines:
        body.addWidget(WrapLabel(theme, line, "note", "soft"))
    cards = {row.id: _row(theme, row, to_source) for row in view.rows}
    for card in cards.values():
        body.addWidget(card)
    if view.fed_by or view.questions:
        link_rows(theme, view.fed_title, view.fed_by, body, to_table)
    if view.questions:
        body.addWidget(WrapLabel(theme, view.questions, "note", "soft"))
    if view.feeds:
        link_rows(theme, view.feeds_title, view.feeds, body, to_table)
    return cards


def fill_source(theme: Theme, view: SourceView, body: QVBoxLayout, to_table: Open) -> None:
    """Put a source into a column; `to_table` is called with the id of a table that rests on it."""
    card = Card(theme, view.title, pad=24)
    card.body.addWidget(WrapLabel(theme, view.kind, "label", "soft"))
    card.body.addWidget(WrapLabel(theme, view.title, "state"))
    for label, told in view.parts:
        card.body.addWidget(WrapLabel(theme, label, "label", "soft"))
        card.body.addWidget(WrapLabel(theme, told))
    card.body.addWidget(Divider(theme))
    card.body.addWidget(WrapLabel(theme, view.checked, "note", "soft"))
    if view.confirm:
        card.body.addWidget(GrondTag(theme, view.confirm), 0, Qt.AlignmentFlag.AlignLeft)
    body.addWidget(card)
    if view.used:
        link_rows(theme, view.used_title, view.used, body, to_table)


def link_rows(theme: Theme, title: str, links: tuple[LinkView, ...], body: QVBoxLayout, chosen: Open) -> None:
    """Put links under a heading into a column; `chosen` is called with the id of the one that was chosen."""
    body.addWidget(WrapLabel(theme, title, "heading"))
    for link in links:
        body.addWidget(_link(theme, link, chosen))


def _link(theme: Theme, view: LinkView, chosen: Open) -> LinkRow:
    row = LinkRow(theme, view)
    row.chosen.connect(chosen)
    return row


def _row(theme: Theme, row: RuleRow, to_source: Open) -> Card:
    card = Card(theme, row.name, pad=16, edge="accent" if row.decided else "")
    if row.decided:
        line = WrapLabel(theme, row.decided, "strong", "accent", icon="circle-check", icon_tone="accent")
        card.body.addWidget(line)
    card.body.addWidget(WrapLabel(theme, row.title, "label", "soft"))
    card.body.addWidget(WrapLabel(theme, "\n".join(row.when)))
    card.body.addWidget(WrapLabel(theme, row.then, icon="arrow-right", icon_tone="accent"))
    if row.urgency_from:
        card.body.addWidget(WrapLabel(theme, row.urgency_from, "note", "soft"))
    card.body.addWidget(WrapLabel(theme, row.because))
    signs: list[QWidget] = [UrgencyPill(theme, row.urgency)] if row.urgency else []
    signs += [GrondTag(theme, ground) for ground in (row.ground, row.confirm) if ground]
    if signs:
        card.body.addWidget(Wrapping(theme, signs))
    for source in row.sources:
        card.body.addWidget(_link(theme, source, to_source))
    if row.touched:
        card.body.addWidget(WrapLabel(theme, row.touched, "note", "soft"))
    return card
