"""Lucide icons from resources/icons, tinted with a tone's colour and kept by name, colour, size and ratio."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from routewijzer import places

_SMALL = 18  # px; below this the stroke is made heavier, or it looks thin beside text


@cache
def _source(name: str) -> str:
    path = places.resources() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"icon {name!r} is not in resources/icons")
    return path.read_text(encoding="utf-8")


def _renderer(name: str, colour: str, size: float) -> QSvgRenderer:
    svg = _source(name).replace("currentColor", colour)
    if size <= _SMALL:
        svg = svg.replace('stroke-width="2"', 'stroke-width="2.4"')
    return QSvgRenderer(QByteArray(svg.encode()))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return icon `name` ("flag") in colour "#RRGGBB", `size` px square, for a screen of this pixel ratio.

    Raises:
        KeyError: where resources/icons has no such icon.
    """
    drawing = _renderer(name, colour, size)
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def clear() -> None:
    """Forget the drawn icons (on a change of theme)."""
    pixmap.cache_clear()
