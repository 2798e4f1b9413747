"""The hidden screen: nothing on it tells of the app, the case or violence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters.pageviews import HiddenView
from routewijzer.desktop.presenters.start import hidden
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import SecondaryButton
from routewijzer.desktop.widgets.containers import ScrollColumn
from routewijzer.desktop.widgets.label import Icon, WrapLabel

_CENTRE = Qt.AlignmentFlag.AlignHCenter


def present(_session: Session) -> HiddenView:
    """Return the view."""
    return hidden()


class Screen(Page):
    """A lock, a sentence, and the way back."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=32, spacing=8)
        self.column.addWidget(self._scroll)
        self.button: SecondaryButton | None = None

    def show_view(self, view: HiddenView) -> bool:
        """Build the screen; it has one view only."""
        body, theme = self._scroll.body, self.theme
        clear(body)
        body.addStretch(1)
        body.addLayout(_centred(Icon(theme, "lock", "soft", 44)))
        body.addSpacing(theme.space(12))
        body.addWidget(WrapLabel(theme, view.title, "page", align=_CENTRE))
        body.addWidget(WrapLabel(theme, view.text, "story", "soft", align=_CENTRE))
        body.addSpacing(theme.space(24))
        self.button = SecondaryButton(theme, view.button, key=view.key)
        self.button.clicked.connect(self.bridge.back)
        body.addLayout(_centred(self.button))
        body.addStretch(1)
        body.addWidget(WrapLabel(theme, view.danger, "answer", align=_CENTRE))
        return True

    def focus_first(self) -> None:
        """Put the focus on the button."""
        if self.button is not None:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes back, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.bridge.back()
        else:
            event.ignore()


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
