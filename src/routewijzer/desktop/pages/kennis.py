"""Terms and partners: one search field, what is found, and the meaning beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.chiprow import ChipRow
from routewijzer.desktop.presenters import knowledge
from routewijzer.desktop.presenters.knowledge import Glossary
from routewijzer.desktop.presenters.morepageviews import ListedView
from routewijzer.desktop.searchpage import SearchPage
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, Divider
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.tags import GrondTag


def present(session: Session) -> Glossary:
    """Return the terms of the loaded pack."""
    return knowledge.glossary(session)


class Screen(SearchPage):
    """The knowledge page."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        words = text.load().knowledge
        fields = (words.search, words.search_hint)
        super().__init__(theme, bridge, words.list_name, words.back, fields, parent)
        self._made = Glossary(None)
        self._kind = ""
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title = WrapLabel(theme, words.title, "page")
        self._line.addWidget(self._title)
        self._line.addWidget(self.field, 1)
        self._line.setSpacing(theme.space(20))
        self.head.addLayout(self._line)
        labels = (words.all_kinds, words.begrippen, words.partners)
        self.chips = ChipRow(theme, words.chips, tuple(zip(knowledge.KINDS, labels, strict=True)), "", {})
        self.chips.chosen.connect(self.show_kind)
        self.head.addWidget(self.chips)

    def show_view(self, view: Glossary) -> bool:
        """Show the terms of this pack."""
        self._made = view
        self.look_up()
        return True

    def results(self, query: str) -> ListedView:
        """Return what is found among the chosen kind."""
        return knowledge.listed(self._made, query, self._kind)

    def show_kind(self, kind: str) -> None:
        """Show all, only terms or only partners."""
        self._kind = kind
        self.look_up()

    def fill(self, name: str, body: QVBoxLayout) -> None:
        """Show one term."""
        view, theme = knowledge.term(self._made, name), self.theme
        card = Card(theme, view.title, pad=24)
        card.body.addWidget(WrapLabel(theme, view.kind, "label", "soft"))
        card.body.addWidget(WrapLabel(theme, view.title, "state"))
        card.body.addWidget(WrapLabel(theme, view.meaning))
        if view.also:
            card.body.addWidget(WrapLabel(theme, view.also, "body", "soft"))
        if view.sources or view.confirm:
            card.body.addWidget(Divider(theme))
        if view.confirm:
            card.body.addWidget(GrondTag(theme, view.confirm), 0, Qt.AlignmentFlag.AlignLeft)
        if view.sources:
            card.body.addWidget(WrapLabel(theme, view.sources, "note", "soft", icon="book-open"))
        body.addWidget(card)

    def focus_first(self) -> None:
        """Put the focus in the search field."""
        self.to_search()

    def help(self) -> None:
        """F1: help is here; put the focus in the search field."""
        self.to_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title out where room is short: the strip above the page says it too."""
        super().resizeEvent(event)
        self._title.setVisible(self.is_together())
