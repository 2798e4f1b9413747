"""The logo: the last bend of the route line. And the brand: logo and name at the top of the rail."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import Painted


def paint_logo(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Paint the logo in a square."""
    u = rect.width() / 36
    paint.box(painter, rect, 8 * u, theme.color("hero"))
    pen = QPen(theme.color("hero_text"), 3 * u)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.x() + x * u, rect.y() + y * u)

    painter.drawEllipse(at(12.5, 26), 3.4 * u, 3.4 * u)
    path = QPainterPath(at(12.5, 22.4))
    path.lineTo(at(12.5, 18.5))
    path.cubicTo(at(12.5, 14.2), at(14.6, 12), at(18.5, 12))
    path.lineTo(at(25.5, 12))
    path.moveTo(at(21.5, 7.6))
    path.lineTo(at(26, 12))
    path.lineTo(at(21.5, 16.4))
    painter.drawPath(path)


class Logo(Painted):
    """The logo alone, some `size` px square."""

    def __init__(self, theme: Theme, name: str, size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.theme.space(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with paint.painting(self) as painter:
            paint_logo(painter, self.theme, self.rect().toRectF())


class Brand(Painted):
    """Logo, name and second line; `set_narrow` leaves the logo."""

    def __init__(self, theme: Theme, title: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, f"{title} {second}", parent)
        self._title, self._second, self._narrow = title, second, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Show the logo alone, or the words too."""
        self._narrow = narrow
        self.restyle()

    def sizeHint(self) -> QSize:
        """Logo and words."""
        side = self.theme.space(36)
        if self._narrow:
            return QSize(side, side)
        words = max(
            paint.width_of(self.theme.font("title"), self._title),
            paint.width_of(self.theme.font("label", 500), self._second),
        )
        return QSize(side + self.theme.space(10) + words + 1, max(side, self.theme.px(44)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        theme, side = self.theme, self.theme.space(36)
        with paint.painting(self) as painter:
            top = round((self.height() - side) / 2)
            paint_logo(painter, theme, QRectF(0, top, side, side))
            if self._narrow:
                return
            left, half = side + theme.space(10), self.height() / 2
            rect = QRectF(left, half - theme.px(21), self.width(), theme.px(22))
            paint.words(painter, theme.font("title"), rect, self._title, theme.color("ink"))
            rect = QRectF(left, half + theme.px(1), self.width(), theme.px(20))
            paint.words(painter, theme.font("label", 500), rect, self._second, theme.color("soft"))
