"""Painting that several widgets share: rounded boxes, text on a line, icons, key caps and ticks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.theme import Theme

VMIDDLE = Qt.AlignmentFlag.AlignVCenter
_ARROWS = {"←": "arrow-left", "→": "arrow-right"}  # the font has no arrows


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Give an antialiased painter on the widget, ended also when painting fails."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """Paint a rounded box whose edge lies wholly inside `rect`."""
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    if edge:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([3, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        half = width / 2
        rect = rect.adjusted(half, half, -half, -half)
        radius = max(radius - half, 0)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, radius, radius)


def width_of(font: QFont, text: str) -> int:
    """Return the width in px of one line of text, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(text)) + 1


def words(
    painter: QPainter,
    font: QFont,
    rect: QRectF,
    text: str,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint one line of text, in the middle of the height of `rect`."""
    painter.setFont(font)
    painter.setPen(QPen(colour))
    painter.drawText(rect, align | VMIDDLE | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)


def icon(
    painter: QPainter, theme: Theme, name: str, tone: str, x: float, middle: float, size: float
) -> float:
    """Paint an icon with its left edge at x and its middle at `middle`; return its width in px."""
    pixmap = theme.icon(name, tone, size, painter.device().devicePixelRatioF())
    side = theme.px(size)
    painter.drawPixmap(QPointF(round(x), round(middle - side / 2)), pixmap)
    return side


def cap_width(theme: Theme, text: str) -> int:
    """Return the width in px of a key cap; 0 for an empty text."""
    if not text:
        return 0
    font = theme.font("key")
    inner = sum(theme.px(13) if part in _ARROWS else width_of(font, part) for part in _parts(text))
    return max(inner + theme.px(10), theme.px(22))


def _parts(text: str) -> list[str]:
    """Split "Alt ←" into what is drawn as words and what as an arrow."""
    for arrow in _ARROWS:
        if arrow in text:
            before, after = text.split(arrow, 1)
            return [part for part in (before, arrow, after) if part]
    return [text]


def cap(
    painter: QPainter,
    theme: Theme,
    x: float,
    middle: float,
    text: str,
    tone: str = "soft",
    edge: str = "edge",
) -> float:
    """Paint a key cap with its left edge at x; return its width in px."""
    if not text:
        return 0
    width, height = cap_width(theme, text), theme.px(22)
    rect = QRectF(x, round(middle - height / 2), width, height)
    box(painter, rect, theme.px(5), None, theme.color(edge), 1.3)
    font = theme.font("key")
    inner = sum(theme.px(13) if part in _ARROWS else width_of(font, part) for part in _parts(text))
    at = x + (width - inner) / 2
    for part in _parts(text):
        if part in _ARROWS:
            at += icon(painter, theme, _ARROWS[part], tone, at, middle, 13)
        else:
            words(painter, font, QRectF(at, rect.y(), inner, height), part, theme.color(tone))
            at += width_of(font, part)
    return width
