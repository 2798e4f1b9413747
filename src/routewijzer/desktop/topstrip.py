"""On top of a narrow window: the current step with its count, or the page; and the way to all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.presenters.pageviews import ShellView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.containers import Ground
from routewijzer.desktop.widgets.label import LineLabel, WrapLabel


class LowMenu(QMenu):
    """A menu of at most so many px high: what does not fit scrolls, so that nothing above is covered."""

    def __init__(self, room: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.setMaximumHeight(room)

    def sizeHint(self) -> QSize:
        """As Qt, but no higher than the room."""
        return super().sizeHint().boundedTo(QSize(16777215, self._room))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first entry; with that Qt also sees that it must scroll."""
        super().showEvent(event)
        self.setActiveAction(self.actions()[0])


class TopStrip(Ground):
    """Shows where the worker is; the link opens a menu with all stations, or with all pages.

    `went` tells that one was chosen there, and shows.
    """

    went = Signal()

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", "bottom", parent)
        self.bridge = bridge
        self._view: ShellView | None = None
        self._line = QHBoxLayout(self)
        self._title = WrapLabel(theme, "", "strong")
        self._count = LineLabel(theme, "", "body", "soft")
        self._link = LinkButton(theme, text.load().desktop.tool_steps, icon="list-checks", key="F6")
        self._link.clicked.connect(self._open)
        self._line.addWidget(self._title, 1)
        self._line.addWidget(self._count)
        self._line.addWidget(self._link)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Set the room inside anew."""
        space = self.theme.space
        self._line.setContentsMargins(space(24), space(8), space(20), space(8))
        self._line.setSpacing(space(16))

    def show_view(self, view: ShellView) -> None:
        """Show where the worker is."""
        self._view = view
        current = next((item.label for item in view.nav if item.id == view.current), view.brand)
        self._title.set_markup(view.strip or current)
        self._count.set_text(view.strip_count)
        words = text.load().desktop
        self._link.set_label(words.tool_steps if view.rail else words.tool_pages)

    def focus_current(self) -> None:
        """Put the focus on the link."""
        self._link.setFocus()

    def _open(self) -> None:
        menu = self._menu()
        menu.exec(self._link.mapToGlobal(QPoint(0, self._link.height())))
        menu.deleteLater()

    def _go(self, way: Callable[[str], None], where: str, *_checked: object) -> None:
        way(where)
        self.went.emit()

    def _menu(self) -> QMenu:
        below = self._link.mapTo(self.window(), QPoint(0, self._link.height())).y()
        menu = LowMenu(self.window().height() - below, self)
        view = self._view
        if view is None:
            return menu
        for station in view.rail:
            action = QAction(station.name, menu)
            action.triggered.connect(partial(self._go, self.bridge.go, station.id))
            menu.addAction(action)
        if view.rail:
            menu.addSeparator()
        for item in view.nav:
            action = QAction(item.label, menu)
            action.triggered.connect(partial(self._go, self.bridge.show, item.id))
            menu.addAction(action)
        return menu
