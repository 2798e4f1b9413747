"""A page with a column of its own at the right; in a narrow page that column goes below."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, Ground, ScrollColumn

STACKED, ROOMY = 54.0, 62.0
"""In em of the page's own width: below the first the column goes under, from the second it is wide."""


class TwoColumns(QWidget):
    """Fill `body` and `side` (layouts); each column scrolls by itself while they stand beside each other."""

    def __init__(
        self, theme: Theme, side_name: str, *, spacing: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._stacked = theme, False
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._scroll = ScrollColumn(theme, margin=32, spacing=spacing)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space(spacing))
        self._scroll.body.addLayout(self.body, 1)
        self._below = Card(theme, side_name, tone="panel", pad=24)
        self._below.hide()
        self._scroll.body.addWidget(self._below)
        self._inner = QWidget()
        self.side = QVBoxLayout(self._inner)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(theme.space(12))
        self._beside = Ground(theme, "panel", "left")
        self._beside.setAccessibleName(side_name)
        holder = QVBoxLayout(self._beside)
        holder.setContentsMargins(0, 0, 0, 0)
        self._side_scroll = ScrollColumn(theme, margin=24, spacing=12)
        self._side_scroll.body.addWidget(self._inner, 1)
        holder.addWidget(self._side_scroll)
        line.addWidget(self._scroll, 1)
        line.addWidget(self._beside)
        self._fit()

    def is_stacked(self) -> bool:
        """Whether the side column stands below the body."""
        return self._stacked

    def minimumSizeHint(self) -> QSize:
        """What the body needs: where both do not fit, they are stacked."""
        return self._scroll.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pick the arrangement for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        em = self.width() / (16 * self.theme.scale)
        self._beside.setFixedWidth(self.theme.px(344 if em >= ROOMY else 276))
        stacked = em < STACKED
        if stacked != self._stacked:
            self._stacked = stacked
            home: QBoxLayout = self._below.body if stacked else self._side_scroll.body
            home.addWidget(self._inner, 1)
            self._below.setVisible(stacked)
            self._beside.setVisible(not stacked)
