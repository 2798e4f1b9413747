"""Controleer uw antwoorden: what is open or unknown first, every answer with a way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import IntakePage, clear
from routewijzer.desktop.presenters.check import check
from routewijzer.desktop.presenters.pageviews import CheckView
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import ScrollColumn
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow
from routewijzer.desktop.widgets.views import LinkView


def present(session: Session) -> CheckView | None:
    """Return the view; None where no intake is open."""
    return check(session.intake) if session.intake is not None else None


class Screen(IntakePage):
    """The answers, by step."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=32, spacing=10)
        self.column.addWidget(self._scroll)
        self.rows: list[LinkRow] = []

    def show_view(self, view: CheckView) -> bool:
        """Show the answers."""
        body, theme = self._scroll.body, self.theme
        clear(body)
        body.addWidget(WrapLabel(theme, view.title, "page"))
        self.rows = []
        for group in view.groups:
            for row in group.rows:
                made = LinkRow(theme, LinkView(row.fact, row.label, row.answer))
                made.chosen.connect(self.bridge.go_to_fact)
                self.rows.append(made)
                body.addWidget(made)
        body.addStretch(1)
        return True

    def focus_first(self) -> None:
        """Put the focus on the first answer."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
