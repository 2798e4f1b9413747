"""Counts as bars: one hue, the number beside each bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.views import CountView


class CountBar(QLabel):
    """Label, bar and number on one line; none of it is told by the bar alone."""

    def __init__(self, theme: Theme, view: CountView, chart: CountChart) -> None:
        super().__init__(chart)
        self.theme, self.view, self._chart = theme, view, chart
        self.setAccessibleName(f"{view.label}: {view.count}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Label and number, and a bar between them."""
        return QSize(self.minimumSizeHint().width() + self.theme.px(100), self.theme.target(30))

    def minimumSizeHint(self) -> QSize:
        """Label, a short bar and number."""
        return QSize(self._chart.label_width() + self._right() + self.theme.px(24), self.theme.target(30))

    def _right(self) -> int:
        return self._chart.number_width() + self.theme.space(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint label, bar and number; none at all has a thin line for a bar."""
        theme, middle = self.theme, self.height() / 2
        left = self._chart.label_width()
        room = self.width() - left - self._right()
        length = max(room * self.view.count / max(self._chart.most, 1), 2.0)
        thick = theme.px(16)
        with paint.painting(self) as painter:
            rect = QRectF(0, 0, left, self.height())
            paint.words(painter, theme.font("body"), rect, self.view.label, theme.color("ink"))
            bar = QRectF(left, middle - thick / 2, length, thick)
            tone = "accent" if self.view.count else "edge"
            paint.box(painter, bar, 3 if length > 6 else 0, theme.color(tone))
            rect = QRectF(left + length + theme.space(8), 0, self.width(), self.height())
            paint.words(painter, theme.font("strong"), rect, str(self.view.count), theme.color("ink"))


class CountChart(QGroupBox):
    """Counts below each other, their bars to one scale."""

    def __init__(
        self, theme: Theme, name: str, counts: tuple[CountView, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._counts = theme, counts
        self.most = max((view.count for view in counts), default=0)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bars = [CountBar(theme, view, self) for view in counts]
        for bar in self.bars:
            column.addWidget(bar)

    def label_width(self) -> int:
        """Return the room for the labels in px, with the gap behind them."""
        font = self.theme.font("body")
        widest = max((paint.width_of(font, view.label) for view in self._counts), default=0)
        return widest + self.theme.space(12)

    def number_width(self) -> int:
        """Return the room for the widest number in px."""
        font = self.theme.font("strong")
        return max((paint.width_of(font, str(view.count)) for view in self._counts), default=0)
