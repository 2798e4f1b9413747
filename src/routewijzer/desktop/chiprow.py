"""Filters of which exactly one is on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.checks import FilterChip
from routewijzer.desktop.widgets.roving import Roving

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipRow(QGroupBox):
    """One Tab stop: arrows move, Space or Enter chooses; `chosen` sends the id. Radio buttons to a reader."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        chips: tuple[tuple[str, str], ...],
        on: str,
        icons: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.chips: dict[str, FilterChip] = {}
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.space(10))
        for id_, label in chips:
            chip = FilterChip(theme, label, icon=icons.get(id_, ""), on=id_ == on)
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _checked=False, name=id_: self.chosen.emit(name))
            self.chips[id_] = chip
            self._line.addWidget(chip)
        self._line.addStretch(1)
        self._roving = Roving()
        self._roving.set(list(self.chips.values()), list(self.chips).index(on))

    def focus_chosen(self) -> None:
        """Put the focus on the chip that is on."""
        self._roving.focus(next(at for at, chip in enumerate(self.chips.values()) if chip.isChecked()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, without choosing."""
        step = _ARROWS.get(Qt.Key(event.key()))
        at = next((i for i, chip in enumerate(self.chips.values()) if chip.hasFocus()), -1)
        if step is None or at < 0:
            event.ignore()
            return
        self._roving.focus(max(0, min(at + step, len(self.chips) - 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips below each other where they do not fit beside each other."""
        super().resizeEvent(event)
        room = sum(chip.sizeHint().width() + self._line.spacing() for chip in self.chips.values())
        kinds = QBoxLayout.Direction
        self._line.setDirection(kinds.LeftToRight if room <= self.width() else kinds.TopToBottom)
