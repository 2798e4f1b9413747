"""Numbers by year as bars: one hue, series told apart by pattern, the number at each bar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import grow_in_height
from routewijzer.desktop.widgets.figureviews import ChartView

TALL, THICK, WIDEST = 170, 20, 72
"""Height of the plot, thickness of a lying bar and width of a standing one at most, in px at 100 %."""
SWATCH = 16
"""Side of a sample in the legend."""


class YearChart(QLabel):
    """Standing bars while they and their numbers fit beside each other, else lying ones below each other.

    A screen reader reads its name; the same numbers stand in a table beside it.
    """

    def __init__(self, theme: Theme, view: ChartView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.view = theme, view
        self.most = max((count for series in view.series for count in series.values), default=0)
        self.setAccessibleName(view.name)
        grow_in_height(self)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    # Measures.

    def stands(self, width: int) -> bool:
        """Whether the bars stand at this width."""
        bar = self._bar(width)
        numbers = all(
            self._number_width(count) <= bar for series in self.view.series for count in series.values
        )
        label = max((paint.width_of(self.theme.font("note"), label) for label in self.view.labels), default=0)
        return numbers and label + self.theme.space(8) <= self._group(width)

    def hasHeightForWidth(self) -> bool:
        """Legend and bars go on below each other in a narrow room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return self._legend_height(width) + (self._standing() if self.stands(width) else self._lying())

    def sizeHint(self) -> QSize:
        """Bars beside each other."""
        width = self.theme.px(34 * 16)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A lying bar with its number, and the longest name of a series."""
        theme = self.theme
        names = (paint.width_of(theme.font("note"), name) for name, _, _ in self._samples(1))
        legend = max(names, default=0) + theme.px(SWATCH) + theme.space(8) if len(self.view.series) > 1 else 0
        bar = theme.px(60) + self._number_width(self.most)
        return QSize(max(legend, bar), theme.line("body"))

    def _number_width(self, count: int) -> int:
        return paint.width_of(self.theme.font("label", 700), str(count)) + self.theme.space(6)

    def _group(self, width: int) -> float:
        """Return the width for one year, in px."""
        return width / max(len(self.view.labels), 1)

    def _bar(self, width: int) -> float:
        """Return the width of a standing bar."""
        return min(self._group(width) * 0.84 / max(len(self.view.series), 1), self.theme.px(WIDEST))

    def _head(self) -> int:
        """Return the room for the sign of a break above the plot."""
        return self.theme.px(26) if self.view.breaks else 0

    def _standing(self) -> int:
        theme = self.theme
        return self._head() + theme.line("label") + theme.px(TALL) + theme.line("note") + theme.space(12)

    def _lying(self) -> int:
        theme = self.theme
        year = theme.line("label") + len(self.view.series) * (theme.px(THICK) + theme.space(6))
        return len(self.view.labels) * (year + theme.space(10)) + len(self.view.breaks) * self._head()

    def _samples(self, width: int) -> Iterator[tuple[str, float, float]]:
        """Give the name of each series and where its sample stands in the legend."""
        theme, x, y = self.theme, 0.0, 0.0
        for series in self.view.series:
            size = theme.px(SWATCH) + theme.space(8) + paint.width_of(theme.font("note"), series.name)
            if x and x + size > width:
                x, y = 0.0, y + theme.line("note") + theme.space(4)
            yield series.name, x, y
            x += size + theme.space(20)

    def _legend_height(self, width: int) -> int:
        if len(self.view.series) < 2:
            return 0
        last = max(y for _, _, y in self._samples(width))
        return int(last) + self.theme.line("note") + self.theme.space(14)

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint legend and bars."""
        width, theme = self.width(), self.theme
        top = self._legend_height(width)
        with paint.painting(self) as painter:
            if top:
                line = theme.line("note")
                for at, (name, x, y) in enumerate(self._samples(width)):
                    side = theme.px(SWATCH)
                    self._paint_bar(painter, QRectF(x, y + (line - side) / 2, side, side), at)
                    rect = QRectF(x + side + theme.space(8), y, width, line)
                    paint.words(painter, theme.font("note"), rect, name, theme.color("ink"))
            if self.stands(width):
                self._paint_standing(painter, top + self._head())
            else:
                self._paint_lying(painter, top)

    def _paint_standing(self, painter: QPainter, top: float) -> None:
        theme, view = self.theme, self.view
        group, bar = self._group(self.width()), self._bar(self.width())
        tall, line = theme.px(TALL), theme.line("label")
        floor = top + line + tall
        middle = Qt.AlignmentFlag.AlignHCenter
        for at, label in enumerate(view.labels):
            left = at * group + (group - bar * len(view.series)) / 2
            for nth, series in enumerate(view.series):
                count = series.values[at]
                high = max(tall * count / max(self.most, 1), 2.0)
                x = left + nth * bar
                gap = theme.space(2)
                self._paint_bar(painter, QRectF(x + gap, floor - high, bar - 2 * gap, high), nth)
                rect = QRectF(x, floor - high - line, bar, line)
                font = theme.font("label", 700)
                paint.words(painter, font, rect, str(count), theme.color("ink"), middle)
            rect = QRectF(at * group, floor + theme.space(6), group, theme.line("note"))
            paint.words(painter, theme.font("note"), rect, label, theme.color("ink"), middle)
        painter.fillRect(QRectF(0, floor, self.width(), 2), theme.color("edge"))
        for found in view.breaks:
            self._paint_break(painter, QPointF(found.at * group, top - self._head()), floor, found.sign)

    def _paint_break(self, painter: QPainter, top: QPointF, floor: float, sign: str) -> None:
        """Paint a dashed line before the year from which numbers mean something else, its sign on top."""
        theme, radius = self.theme, self.theme.px(11)
        x = max(top.x(), radius + 1)
        pen = QPen(theme.color("ink"), theme.px(1.5))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top.y() + 2 * radius), QPointF(x, floor))
        self._paint_sign(painter, QPointF(x, top.y() + radius + 1), sign)

    def _paint_sign(self, painter: QPainter, centre: QPointF, sign: str) -> None:
        theme, radius = self.theme, self.theme.px(11)
        painter.setPen(QPen(theme.color("ink"), theme.px(1.5)))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        rect = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, theme.font("key"), rect, sign, theme.color("ink"), middle)

    def _paint_lying(self, painter: QPainter, y: float) -> None:
        theme, view = self.theme, self.view
        signs = {found.at: found.sign for found in view.breaks}
        room = self.width() - self._number_width(self.most) - theme.space(4)
        thick, line = theme.px(THICK), theme.line("label")
        for at, label in enumerate(view.labels):
            if at in signs:
                self._paint_lying_break(painter, y, signs[at])
                y += self._head()
            font = theme.font("label", 700)
            paint.words(painter, font, QRectF(0, y, self.width(), line), label, theme.color("ink"))
            y += line
            for nth, series in enumerate(view.series):
                count = series.values[at]
                long = max(room * count / max(self.most, 1), 2.0)
                self._paint_bar(painter, QRectF(0, y, long, thick), nth)
                rect = QRectF(long + theme.space(6), y, self.width(), thick)
                paint.words(painter, font, rect, str(count), theme.color("ink"))
                y += thick + theme.space(6)
            y += theme.space(10)

    def _paint_lying_break(self, painter: QPainter, top: float, sign: str) -> None:
        theme, radius = self.theme, self.theme.px(11)
        pen = QPen(theme.color("ink"), theme.px(1.5))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(2 * radius, top + radius), QPointF(self.width(), top + radius))
        self._paint_sign(painter, QPointF(radius + 1, top + radius), sign)

    def _paint_bar(self, painter: QPainter, rect: QRectF, nth: int) -> None:
        """Paint a bar in the pattern of its series: filled, slanting lines, empty, lying lines."""
        theme = self.theme
        accent, width = theme.color("accent"), theme.px(2)
        if nth == 0 or min(rect.width(), rect.height()) <= 2 * width:
            painter.fillRect(rect, accent)
            return
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.setClipRect(rect)
        painter.setPen(QPen(accent, width))
        step = theme.px(7)
        if nth == 1:
            reach = int(rect.width() + rect.height())
            for x, _ in pairwise(range(0, reach + 2 * step, step)):
                start = QPointF(rect.left() + x - rect.height(), rect.bottom())
                painter.drawLine(start, QPointF(rect.left() + x, rect.top()))
        elif nth == 3:
            for y in range(step, int(rect.height()), step):
                painter.drawLine(QPointF(rect.left(), rect.top() + y), QPointF(rect.right(), rect.top() + y))
        painter.restore()
        paint.box(painter, rect, 0, None, accent, width)
