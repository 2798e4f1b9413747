"""Terms and partners: one search field, what is found, and the meaning beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.presenters import knowledge
from routewijzer.desktop.presenters.knowledge import Glossary
from routewijzer.desktop.presenters.morepageviews import ListedView
from routewijzer.desktop.searchpage import SearchPage
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.checks import FilterChip
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
        self._line.addWidget(WrapLabel(theme, words.title, "page"))
        self._line.addWidget(self.field, 1)
        self._line.setSpacing(theme.space(20))
        self.head.addLayout(self._line)
        self.chips = [
            FilterChip(theme, label, on=kind == "")
            for kind, label in zip(
                knowledge.KINDS, (words.all_kinds, words.begrippen, words.partners), strict=True
            )
        ]
        line = QHBoxLayout()
        for kind, chip in zip(knowledge.KINDS, self.chips, strict=True):
            chip.clicked.connect(lambda _on=False, k=kind: self.show_kind(k))
            line.addWidget(chip)
        line.addStretch(1)
        self.head.addLayout(line)

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
        for each, chip in zip(knowledge.KINDS, self.chips, strict=True):
            chip.setChecked(each == kind)
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
