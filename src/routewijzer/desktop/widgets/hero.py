"""The start tile with the route line fanning out, and the 112 of the emergency page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import Painted, Ring
from routewijzer.desktop.widgets.buttons import HeroButton
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.views import HeroView


class RouteLine(Painted):
    """Numbered stations on a line that fans out to where it may end. A drawing: its name is told instead."""

    def __init__(
        self, theme: Theme, stations: tuple[str, ...], ends: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, " · ".join(stations), parent)
        self._stations, self._ends = stations, ends
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _ends_width(self) -> int:
        font = self.theme.font("label", 500)
        return max((paint.width_of(font, end) for end in self._ends), default=0) + self.theme.px(107)

    def _pitch(self) -> int:
        font = self.theme.font("label", 500)
        return max((paint.width_of(font, name) for name in self._stations), default=0) + self.theme.space(12)

    def sizeHint(self) -> QSize:
        """Stations with their names, and the fan."""
        width = (len(self._stations) - 0.5) * self._pitch() + self._ends_width()
        return QSize(round(width), self.theme.px(96))

    def minimumSizeHint(self) -> QSize:
        """Stations without their names."""
        return QSize(len(self._stations) * self.theme.px(44) + self._ends_width(), self.theme.px(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the fan, the line, then the stations on it."""
        theme, count = self.theme, len(self._stations)
        radius, middle = theme.px(17), theme.px(44)
        room = self.width() - self._ends_width()
        pitch = min(room / max(count - 0.5, 1), self._pitch() * 1.15)
        named = pitch >= self._pitch() - 1
        first = pitch / 2
        last = first + (count - 1) * pitch
        with paint.painting(self) as painter:
            pen = QPen(theme.color("hero_line"), theme.px(4))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(QPointF(first, middle), QPointF(last, middle))
            self._paint_fan(painter, QPointF(last + radius, middle))
            for at, name in enumerate(self._stations):
                self._paint_station(
                    painter, QPointF(first + at * pitch, middle), at + 1, name if named else "", pitch
                )

    def _paint_fan(self, painter: QPainter, start: QPointF) -> None:
        theme = self.theme
        split, tip = start.x() + theme.px(12), start.x() + theme.px(98 - 17)
        for at in range(len(self._ends)):
            y = start.y() + (at - (len(self._ends) - 1) / 2) * theme.px(30)
            path = QPainterPath(start)
            path.lineTo(split, start.y())
            bend = split + theme.px(38)
            path.cubicTo(
                QPointF(split + theme.px(20), start.y()), QPointF(split + theme.px(14), y), QPointF(bend, y)
            )
            path.lineTo(tip, y)
            wing = theme.px(7)
            path.moveTo(tip - wing, y - wing)
            path.lineTo(tip, y)
            path.lineTo(tip - wing, y + wing)
            painter.drawPath(path)
        for at, end in enumerate(self._ends):
            y = start.y() + (at - (len(self._ends) - 1) / 2) * theme.px(30)
            rect = QRectF(tip + theme.px(9), y - theme.px(15), self.width(), theme.px(30))
            pen = painter.pen()
            paint.words(painter, theme.font("label", 500), rect, end, theme.color("hero_text"))
            painter.setPen(pen)

    def _paint_station(
        self, painter: QPainter, centre: QPointF, number: int, name: str, pitch: float
    ) -> None:
        theme, radius = self.theme, self.theme.px(17)
        painter.setPen(QPen(theme.color("hero_text"), theme.px(3)))
        painter.setBrush(theme.color("hero"))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        rect = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        mid = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, theme.font("strong", 700), rect, str(number), theme.color("hero_text"), mid)
        rect = QRectF(centre.x() - pitch / 2, centre.y() + radius + theme.px(9), pitch, theme.px(24))
        paint.words(painter, theme.font("label", 500), rect, name, theme.color("hero_text"), mid)


class HeroTile(Card):
    """What the app is for, as one tile; `started` comes with its button."""

    started = Signal()

    def __init__(self, theme: Theme, view: HeroView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.title, tone="hero", pad=30, radius=16, parent=parent)
        self.body.addWidget(WrapLabel(theme, view.title, "page", "hero_text"))
        self.body.addWidget(WrapLabel(theme, view.text, "story", "hero_text"))
        self.body.addSpacing(theme.space(10))
        self.body.addWidget(RouteLine(theme, view.stations, view.ends))
        self.body.addSpacing(theme.space(14))
        line = QHBoxLayout()
        line.setSpacing(theme.space(16))
        self.button = HeroButton(theme, view.button, after="arrow-right", key=view.key)
        self.button.clicked.connect(self.started.emit)
        line.addWidget(self.button)
        line.addWidget(WrapLabel(theme, view.note, "body", "hero_text"), 1)
        self.body.addLayout(line)


class BigNumber(QLabel):
    """A number painted as large as its box allows. It takes the focus, but Enter does nothing on it.

    A click or Ctrl C copies it: `chosen` sends the number.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, number: str, name: str, tone: str = "on_bar", parent: QWidget | None = None
    ) -> None:
        super().__init__(number, parent)
        self.theme, self._tone = theme, tone
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def focus_ring(self) -> Ring:
        """Inside its box."""
        return Ring(self.rect().adjusted(5, 5, -5, -5), 16, self._tone)

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(680, 350)

    def minimumSizeHint(self) -> QSize:
        """Still the largest thing on the page."""
        return QSize(self.theme.px(200), self.theme.px(110))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy at a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl C; leave all else to the page."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.chosen.emit(self.text())
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the digits as a path, fitted to the box."""
        path = QPainterPath()
        font = self.theme.font("number_spoed")
        font.setPixelSize(400)
        path.addText(QPointF(0, 0), font, self.text())
        bounds, pad = path.boundingRect(), 26
        factor = min((self.width() - 2 * pad) / bounds.width(), (self.height() - 2 * pad) / bounds.height())
        with paint.painting(self) as painter:
            painter.translate(self.width() / 2, self.height() / 2)
            painter.scale(factor, factor)
            painter.translate(-bounds.center())
            painter.fillPath(path, self.theme.color(self._tone))
