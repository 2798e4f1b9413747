"""The emergency page: numbers first, what to say, what to do afterwards. It asks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters.pageviews import SpoedView
from routewijzer.desktop.presenters.start import spoed
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import SecondaryButton
from routewijzer.desktop.widgets.containers import ScrollColumn
from routewijzer.desktop.widgets.hero import BigNumber
from routewijzer.desktop.widgets.label import NumberLabel


def present(session: Session) -> SpoedView:
    """Return the view."""
    return spoed(session)


class Screen(Page):
    """112 as large as it goes, and the rest beside it."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme)
        self.column.addWidget(self._scroll)
        self.number: BigNumber | None = None

    def show_view(self, view: SpoedView) -> bool:
        """Build the page."""
        body, theme = self._scroll.body, self.theme
        clear(body)
        self.number = BigNumber(theme, view.call.number, view.call.note, "ink")
        body.addWidget(self.number)
        for number in view.numbers:
            label = NumberLabel(theme, number.number, f"{number.title} {number.number}", "number_spoed")
            label.chosen.connect(self.bridge.copy_number)
            body.addWidget(label)
        back = SecondaryButton(theme, view.back, icon="arrow-left", key=view.back_key)
        back.clicked.connect(self.bridge.back)
        body.addWidget(back)
        return True

    def focus_first(self) -> None:
        """Put the focus on the number."""
        if self.number is not None:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
