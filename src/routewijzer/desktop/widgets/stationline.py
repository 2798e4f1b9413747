"""Steps or moments on the route line: a station for each, what is told of it beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.figureviews import PassageView
from routewijzer.desktop.widgets.label import WrapLabel

RADIUS, DOT = 14, 8
"""Of a station with a sign in it and of one without, in px at 100 %."""


def passage_labels(theme: Theme, view: PassageView) -> list[WrapLabel]:
    """Return the labels of a passage, from top to bottom: moment, heading, text, points."""
    labels = [WrapLabel(theme, view.when, "label", "accent")] if view.when else []
    labels.append(WrapLabel(theme, view.title, "title"))
    if view.text:
        labels.append(WrapLabel(theme, view.text))
    labels += [WrapLabel(theme, point, icon="minus", icon_tone="accent") for point in view.points]
    return labels


class Station(QGroupBox):
    """One passage with its piece of the line; a group with the station's name to a screen reader."""

    def __init__(
        self, theme: Theme, view: PassageView, *, first: bool, last: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.view, self._first, self._last = theme, view, first, last
        self.setAccessibleName(view.name)
        column = QVBoxLayout(self)
        left = theme.px(2 * RADIUS) + theme.space(16)
        column.setContentsMargins(left, theme.space(2), 0, 0 if last else theme.space(20))
        column.setSpacing(theme.space(4))
        self._labels = passage_labels(theme, view)
        for label in self._labels:
            column.addWidget(label)

    def _middle(self) -> float:
        """Return where the station stands: beside the middle of the first line."""
        step = "label" if self.view.when else "title"
        line = self.theme.space(2) + self.theme.line(step) / 2
        return max(line, self.theme.px(RADIUS) + 1) if self.view.sign else line

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line and station."""
        theme, middle = self.theme, self._middle()
        axis, width = theme.px(RADIUS) + 1, theme.px(4)
        with paint.painting(self) as painter:
            top = middle if self._first else 0
            bottom = middle if self._last else self.height()
            line = QRectF(axis - width / 2, top, width, bottom - top)
            painter.fillRect(line, theme.color("accent"))
            self._paint_station(painter, QPointF(axis, middle))

    def _paint_station(self, painter: QPainter, centre: QPointF) -> None:
        theme, sign = self.theme, self.view.sign
        accent, ground = theme.color("accent"), theme.color("surface")
        if not sign:
            painter.setPen(QPen(ground, theme.px(3)))
            painter.setBrush(accent)
            painter.drawEllipse(centre, theme.px(DOT), theme.px(DOT))
            return
        radius, width = theme.px(RADIUS), theme.px(4)
        painter.setPen(QPen(accent, width))
        painter.setBrush(ground)
        painter.drawEllipse(centre, radius - width / 2, radius - width / 2)
        rect = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, theme.font("label", 700), rect, sign, accent, middle)


class StationLine(QGroupBox):
    """All stations below each other, as a group with a name."""

    def __init__(
        self, theme: Theme, name: str, passages: tuple[PassageView, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(8), 0, 0)
        column.setSpacing(0)
        last = len(passages) - 1
        self.stations = [
            Station(theme, view, first=at == 0, last=at == last) for at, view in enumerate(passages)
        ]
        for station in self.stations:
            column.addWidget(station)
