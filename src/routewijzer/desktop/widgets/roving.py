"""One Tab stop for a list of buttons: Tab enters at the current one, arrows move inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Roving:
    """Keeps exactly one of its widgets in the Tab order."""

    def __init__(self) -> None:
        self._items: list[QWidget] = []
        self._current = 0

    def set(self, items: Sequence[QWidget], current: int = 0) -> None:
        """Take these widgets, with the Tab stop on number `current` (clamped)."""
        self._items = list(items)
        self.stop_at(current)

    def stop_at(self, index: int) -> None:
        """Put the Tab stop on this number, without moving the focus."""
        self._current = max(0, min(index, len(self._items) - 1))
        for at, item in enumerate(self._items):
            item.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if at == self._current else Qt.FocusPolicy.ClickFocus
            )

    @property
    def current(self) -> int:
        """The number that has the Tab stop."""
        return self._current

    def index(self, widget: QWidget | None) -> int:
        """Return the number of a widget, or -1."""
        return self._items.index(widget) if widget in self._items else -1

    def take_key(self, event: QKeyEvent) -> bool:
        """Move with up and down from the item that has the focus; return False for any other key or place."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        at = next((number for number, item in enumerate(self._items) if item.hasFocus()), -1)
        if step is None or at < 0:
            return False
        return self.focus(max(0, min(at + step, len(self._items) - 1)))

    def focus(self, index: int) -> bool:
        """Move Tab stop and focus to this number; return False where there is none (focus then stays)."""
        if not 0 <= index < len(self._items):
            return False
        self.stop_at(index)
        self._items[index].setFocus(Qt.FocusReason.TabFocusReason)
        return True
