"""Short lists under a title, beside each other where there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.views import FactColumn


class FactColumns(QWidget):
    """Columns of facts, beside each other while each has `least` em, else below each other."""

    def __init__(
        self,
        theme: Theme,
        columns: tuple[FactColumn, ...],
        *,
        least: int = 9,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._count, self._least = theme, len(columns), least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(16))
        for column in columns:
            part = QVBoxLayout()
            part.setSpacing(theme.space(3))
            if column.title:
                part.addWidget(WrapLabel(theme, column.title, "label", "soft"))
            for line in column.lines:
                icon = "check" if column.ticked else column.icon
                part.addWidget(WrapLabel(theme, line, icon=icon, icon_tone="accent"))
            part.addStretch(1)
            self._box.addLayout(part, 1)

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(self.theme.px(9 * 16), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flip between row and column."""
        row = event.size().width() >= self._count * self.theme.px(self._least * 16)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if row else QBoxLayout.Direction.TopToBottom)
