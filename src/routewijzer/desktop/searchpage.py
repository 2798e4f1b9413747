"""A list page with a search field above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.listpage import ListPage
from routewijzer.desktop.presenters.morepageviews import ListedView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.fields import SearchField
from routewijzer.desktop.widgets.message import announce


class SearchPage(ListPage):
    """What is typed is looked up at once. Down goes into the list, up from its first row to the field."""

    def __init__(
        self,
        theme: Theme,
        bridge: Bridge,
        name: str,
        back: str,
        field: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Take name and placeholder of the search field in `field`."""
        super().__init__(theme, bridge, name, back, parent)
        self.field = SearchField(theme, field[0], field[1])
        self.field.textChanged.connect(self.look_up)

    def results(self, query: str) -> ListedView:
        """Return what a query finds."""
        raise NotImplementedError

    def look_up(self) -> None:
        """Show what the field asks for, and say how much that is."""
        view = self.results(self.field.text())
        self.current = ""  # the best of what was found shows, not what showed before
        self.show_list(view)
        announce(self, view.notice or view.count)

    def to_search(self) -> None:
        """Put the focus in the field, on all of its text."""
        if self.back.isVisible():
            self.to_list()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between field and list; Enter in the field opens the first that was found."""
        key, rows = Qt.Key(event.key()), self.list.rows
        if self.field.hasFocus() and rows and key == Qt.Key.Key_Down:
            self.list.focus_first()
        elif self.field.hasFocus() and rows and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows[0].click()
        elif key == Qt.Key.Key_Up and rows and rows[0].hasFocus():
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif key == Qt.Key.Key_Escape and self.field.hasFocus() and self.field.text():
            self.field.clear()
        else:
            super().keyPressEvent(event)
