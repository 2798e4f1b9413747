"""The lines of a drawing: bends are rounded, an arrow stands at the end, thick ones lie on top."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

Point = tuple[float, float]

BEND = 6.0
"""Radius of a bend in px."""


def rounded(points: Sequence[Point], radius: float = BEND) -> QPainterPath:
    """Return a line through points, its bends rounded."""
    path = QPainterPath(QPointF(*points[0]))
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_toward(here, before, radius))
        path.quadTo(QPointF(*here), _toward(here, after, radius))
    path.lineTo(QPointF(*points[-1]))
    return path


def draw(painter: QPainter, points: Sequence[Point], colour: QColor, stroke: float) -> None:
    """Paint a line with an arrow at its last point; `stroke` is its thickness in px."""
    (x, y), (from_x, from_y) = points[-1], points[-2]
    length = math.hypot(x - from_x, y - from_y) or 1.0
    long = min(5.0 + 2.2 * stroke, length)
    ahead = (x - from_x) / length, (y - from_y) / length
    neck = x - ahead[0] * long, y - ahead[1] * long
    pen = QPen(colour, stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(rounded((*points[:-1], neck)))
    half = 2.2 + stroke
    side = -ahead[1] * half, ahead[0] * half
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corners = (x, y), (neck[0] + side[0], neck[1] + side[1]), (neck[0] - side[0], neck[1] - side[1])
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _toward(here: Point, there: Point, radius: float) -> QPointF:
    """Return the point so far from `here` on the way to `there`, at most half the way."""
    length = math.hypot(there[0] - here[0], there[1] - here[1]) or 1.0
    part = min(radius, length / 2) / length
    return QPointF(here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part)
