"""Worked cases to read: the story, and the answers and the advice folded away."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.listpage import ListPage
from routewijzer.desktop.presenters import practice
from routewijzer.desktop.presenters.practice import Examples
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.fold import FoldOut
from routewijzer.desktop.widgets.label import WrapLabel


def present(session: Session) -> Examples:
    """Return the worked cases of the loaded pack."""
    return practice.examples(session)


class Screen(ListPage):
    """The practice page."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        words = text.load().practicepage
        super().__init__(theme, bridge, words.list_name, words.back, parent)
        self._made = Examples(None)
        self.fold: FoldOut | None = None
        self.head.setSpacing(2)
        self.head.addWidget(WrapLabel(theme, words.title, "page"))
        self.head.addWidget(WrapLabel(theme, words.lead, "body", "soft"))

    def show_view(self, view: Examples) -> bool:
        """Show the cases of this pack."""
        self._made, self.current = view, ""
        self.show_list(practice.listed(view))
        return True

    def fill(self, name: str, body: QVBoxLayout) -> None:
        """Show one case, its advice folded away."""
        theme, view = self.theme, practice.example(self._made, name)
        card = Card(theme, view.title, pad=24)
        card.body.addWidget(WrapLabel(theme, view.level, "label", "soft"))
        card.body.addWidget(WrapLabel(theme, view.title, "state"))
        card.body.addWidget(WrapLabel(theme, view.story, "story"))
        body.addWidget(card)
        self.fold = FoldOut(theme, view.fold)
        body.addWidget(self.fold)

    def help(self) -> None:
        """Fold the advice out or in."""
        if self.fold is not None:
            self.fold.button.click()
