"""A box of a drawing: a button that is painted smaller or larger with the drawing it stands in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring
from routewijzer.desktop.widgets.drawing import NodeView
from routewijzer.desktop.widgets.textblock import TextBlock

WIDE, PAD, TICK = 116, 9, 15
"""Width of a box, room inside and side of its tick, in px at 100 %."""


class GraphNode(PaintedButton):
    """Title, and a note below it. Arrows are left to the drawing; Enter, Space and a click open it."""

    def __init__(self, theme: Theme, view: NodeView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.name, parent)
        self.view, self._zoom = view, 1.0
        self.setToolTip(view.name)

    def whole(self) -> tuple[float, float]:
        """Return width and height in px before the drawing is made smaller or larger: its texts fit."""
        title, note = self._blocks()
        pad = self.theme.space(PAD)
        width = max(
            self.theme.px(WIDE), title.narrowest() + 2 * pad, note.narrowest() + self._tick() + 2 * pad
        )
        height = title.height(width - 2 * pad) + 2 * pad
        return float(width), float(height + note.height(width - 2 * pad - self._tick()))

    def set_zoom(self, zoom: float) -> None:
        """Paint it this many times as large as `whole` says."""
        self._zoom = zoom
        self.update()

    def sizeHint(self) -> QSize:
        """As large as it is painted."""
        width, height = self.whole()
        return QSize(int(width * self._zoom), int(height * self._zoom))

    def focus_ring(self) -> Ring:
        """As round as the box."""
        return Ring(self.rect(), self._radius() * self._zoom)

    def _radius(self) -> float:
        return self.theme.px(14 if self.view.kind == "questions" else 8)

    def _tick(self) -> int:
        return self.theme.px(TICK) + self.theme.space(5) if self.view.lit else 0

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        theme, bold = self.theme, 700 if self.view.kind == "end" or self.view.lit else 600
        title = TextBlock(self.view.title, theme.font("small", bold), theme.line("small"))
        return title, TextBlock(self.view.note, theme.font("small", 600), theme.line("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box by kind and state, its title, and the tick with the note."""
        with paint.painting(self) as painter:
            painter.scale(self._zoom, self._zoom)
            width, height = self.width() / self._zoom, self.height() / self._zoom
            self._ground(painter, QRectF(0, 0, width, height))
            pad, (title, note) = self.theme.space(PAD), self._blocks()
            used = title.draw(painter, QPointF(pad, pad), width - 2 * pad, self.theme.color("ink"))
            if self.view.lit:
                middle = pad + used + self.theme.line("small") / 2
                paint.icon(painter, self.theme, "check", "accent", pad, middle, TICK)
            at = QPointF(pad + self._tick(), pad + used)
            note.draw(painter, at, width - 2 * pad - self._tick(), self.theme.color(self._note_tone()))

    def _note_tone(self) -> str:
        return "accent" if self.view.lit else "soft"

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        theme, view = self.theme, self.view
        fill = "tint" if view.lit or self.is_hot() else "sunken" if view.kind == "questions" else "surface"
        edge, stroke = ("accent", 3.0) if view.lit else ("ink", 2.5) if view.kind == "end" else ("edge", 1.4)
        dashed = view.kind == "questions" and not view.lit
        paint.box(painter, rect, self._radius(), theme.color(fill), theme.color(edge), stroke, dashed=dashed)
