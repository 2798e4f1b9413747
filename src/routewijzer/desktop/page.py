"""What every page is: it shows a frozen view and sends intents; it holds no state of the case."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.theme import Theme


class Page(QWidget):
    """Base of the pages. A module in `pages/` has `present(session)`, which makes its view, and `Screen`.

    The window calls `show_view` with each new view and `focus_first` when the page comes to the front.
    `to_footer` asks for the focus on the footer's button that goes on.
    `wide` says that the page brings its own side column, so that no advice panel stands beside it.
    """

    to_footer = Signal()

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.bridge = theme, bridge
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def show_view(self, view: Any) -> bool:
        """Show a view; return True where the parts that had the focus were replaced."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""
        raise NotImplementedError

    def to_search(self) -> None:
        """Ctrl K: put the focus in the page's search field; a page without one leaves it."""

    def help(self) -> None:
        """F1: unfold the explanation of what has the focus; a page without one goes to the glossary."""
        self.bridge.show("kennis")


class IntakePage(Page):
    """A page of an intake: Enter goes on, Alt Left goes back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that nothing on the page took."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.bridge.forward()
            event.accept()
        else:
            event.ignore()


NARROW = 54.0
"""Below so many em of window width there is one column. An em is 16 px times the text scale."""


def is_narrow(width: int, theme: Theme) -> bool:
    """Return whether a window of this width (px) has one column."""
    return width / (16 * theme.scale) < NARROW


def side_by_side(row: QBoxLayout, page: Page) -> bool:
    """Lay the parts of a row beside, or in a narrow page below each other; return whether beside."""
    beside = not is_narrow(page.width(), page.theme)
    row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
    return beside


def reveal(root: QWidget) -> None:
    """Show at once what was just put in a layout: Qt would wait, and only what shows takes the focus."""
    chosen = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    for widget in root.findChildren(QWidget):
        if not (widget.isVisible() or widget.isWindow() or widget.testAttribute(chosen)):
            widget.show()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def tab_in_order(parts: Iterable[QLayout]) -> None:
    """Let Tab go through these parts as the eye does; for Qt what was made last stands last.

    Also what only a click or an arrow can reach gets its place: it may be the Tab stop later.
    """
    stops = [
        widget
        for part in parts
        for top in _widgets(part)
        for widget in (top, *top.findChildren(QWidget))
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.window() is top.window()
    ]
    for before, after in itertools.pairwise(stops):
        QWidget.setTabOrder(before, after)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    """Yield what stands in a layout and those within it, in their order."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)
