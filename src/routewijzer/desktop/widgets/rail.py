"""The step rail: the route line with its stations and the blocks of the current one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring
from routewijzer.desktop.widgets.roving import Roving
from routewijzer.desktop.widgets.views import StationView, StopView


class RailButton(PaintedButton):
    """A station or a stop, with its piece of the line. `above`/`below`: "" none, "thin" or "thick"."""

    def __init__(self, theme: Theme, view: StationView | StopView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.name, parent)
        self.view = view
        self.above = self.below = ""
        self.narrow = False

    @property
    def is_stop(self) -> bool:
        """Whether it is a block of the current step."""
        return isinstance(self.view, StopView)

    def sizeHint(self) -> QSize:
        """Label and count on one line."""
        theme = self.theme
        height = theme.target(30 if self.is_stop else 42)
        if self.narrow:
            return QSize(theme.target(44), height)
        label = paint.width_of(theme.font("label" if self.is_stop else "body", 700), self.view.label)
        count = paint.width_of(theme.font("small"), self.view.count)
        return QSize(self._text_left() + label + theme.space(10) + count + theme.space(6), height)

    def _text_left(self) -> int:
        return self._axis() + self.theme.px(14) + self.theme.space(14)

    def _axis(self) -> int:
        """Where the line runs, in px from the left."""
        return self.width() // 2 if self.narrow else self.theme.px(14) + 2

    def focus_ring(self) -> Ring:
        """A little flatter than the line it stands in."""
        return Ring(self.rect().adjusted(-3, 2, 0, -2), 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, station, label and count."""
        theme, middle, view = self.theme, self.height() / 2, self.view
        with paint.painting(self) as painter:
            if self.is_hot():
                paint.box(painter, self.rect().toRectF().adjusted(0, 2, 0, -2), 8, theme.color("tint"))
            self._paint_line(painter, 0, middle, self.above)
            self._paint_line(painter, middle, self.height(), self.below)
            self._paint_station(painter, QPointF(self._axis(), round(middle)))
            if self.narrow:
                return
            strong = view.state in {"nu", "deels"}
            font = theme.font("label" if self.is_stop else "body", 700 if strong else 500)
            tone = "ink" if strong or (not self.is_stop and view.state == "gedaan") else "soft"
            rect = QRectF(self._text_left(), 0, self.width(), self.height())
            paint.words(painter, font, rect, view.label, theme.color(tone))
            rect = QRectF(0, 0, self.width() - theme.space(2), self.height())
            right = Qt.AlignmentFlag.AlignRight
            paint.words(
                painter,
                theme.font("small"),
                rect,
                view.count,
                theme.color("ink" if strong else "soft"),
                right,
            )

    def _paint_line(self, painter: QPainter, top: float, bottom: float, kind: str) -> None:
        if kind:
            width = self.theme.px(4 if kind == "thick" else 2)
            tone = "accent" if kind == "thick" else "edge"
            painter.fillRect(
                QRectF(self._axis() - width / 2, top, width, bottom - top), self.theme.color(tone)
            )

    def _paint_station(self, painter: QPainter, centre: QPointF) -> None:
        theme, state = self.theme, self.view.state
        ground = theme.color("page")
        if self.is_stop:
            radius = theme.px(7 if state == "nu" else 6)
            filled = state in {"nu", "gedaan"}
            painter.setPen(QPen(ground, theme.px(2)) if filled else QPen(theme.color("edge"), theme.px(2)))
            painter.setBrush(theme.color("accent") if filled else ground)
            reach = radius + 1 if filled else radius - 1
            painter.drawEllipse(centre, reach, reach)
            return
        radius = theme.px(14)
        if state == "gedaan":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(centre, radius, radius)
            side = theme.px(18)
            paint.icon(painter, theme, "check", "on_accent", centre.x() - side / 2, centre.y(), 18)
            return
        thick = state in {"nu", "deels"}
        width = theme.px(4) if thick else theme.px(1.5)
        painter.setPen(QPen(theme.color("accent" if thick else "edge"), width))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(centre, radius - width / 2, radius - width / 2)
        sign = getattr(self.view, "sign", "")
        tone = "accent" if thick else "ink"
        if sign.startswith("icon:"):
            side = theme.px(15)
            paint.icon(painter, theme, sign[5:], tone, centre.x() - side / 2, centre.y(), 15)
        else:
            rect = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            paint.words(
                painter,
                theme.font("label", 700),
                rect,
                sign,
                theme.color(tone),
                Qt.AlignmentFlag.AlignHCenter,
            )


class StepRail(QGroupBox):
    """All stations, one Tab stop: up and down move, Enter or Space goes. `chosen` sends an id."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, stations: tuple[StationView, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._narrow = theme, False
        self.setAccessibleName(name)
        self.buttons: list[RailButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._roving = Roving()
        self._stations: tuple[StationView, ...] = ()
        self.set_stations(stations)

    def set_stations(self, stations: tuple[StationView, ...]) -> None:
        """Show these; the focus stays on the same id where it is still there."""
        if stations == self._stations and self.buttons:
            return
        self._stations = stations
        focused = next((b.view.id for b in self.buttons if b.hasFocus()), "")
        views: list[StationView | StopView] = []
        for station in stations:
            views += [station, *(() if self._narrow else station.stops)]
        if [v.id for v in views] == [b.view.id for b in self.buttons]:
            for button, view in zip(self.buttons, views, strict=True):
                button.view = view
                button.setAccessibleName(view.name)
                button.restyle()
        else:
            self._build(views)
        self._draw_line()
        if focused:
            self._roving.focus(
                next((i for i, b in enumerate(self.buttons) if b.view.id == focused), self._roving.current)
            )

    def _build(self, views: list[StationView | StopView]) -> None:
        for old in self.buttons:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [RailButton(self.theme, view, self) for view in views]
        for button in self.buttons:
            button.narrow = self._narrow
            button.setToolTip(button.view.name if self._narrow else "")
            self._column.addWidget(button)
            button.clicked.connect(lambda _checked=False, b=button: self.chosen.emit(b.view.id))

    def _draw_line(self) -> None:
        now = [i for i, b in enumerate(self.buttons) if b.view.state == "nu"]
        reached, last = (now[-1] if now else -1), len(self.buttons) - 1
        for i, button in enumerate(self.buttons):
            button.above = "" if i == 0 else "thick" if i <= reached else "thin"
            button.below = "" if i == last else "thick" if i < reached else "thin"
            button.update()
        self._roving.set(self.buttons, max(reached, 0))

    def set_narrow(self, narrow: bool) -> None:
        """Stations alone, without words and stops, or everything."""
        if narrow != self._narrow:
            stations, self._narrow, self._stations = self._stations, narrow, ()
            self._build([])
            self.set_stations(stations)

    def focus_current(self) -> None:
        """Put the focus on the current station or stop (F6)."""
        self._roving.focus(self._roving.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with up and down."""
        if not self._roving.take_key(event):
            event.ignore()
