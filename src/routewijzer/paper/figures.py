"""What is drawn of the knowledge page: bars by year, stations on a line. Black on white, told by shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from routewijzer.paper import fonts
from routewijzer.paper.blocks import THICK, THIN
from routewijzer.paper.items import Item, Style, Text
from routewijzer.paper.measures import FOOT, SMALL
from routewijzer.rules.leaflet import Figure

SLANT = 4.5
"""Points between the lines of a pattern."""


def _bar(canvas: Any, left: float, bottom: float, width: float, height: float, nth: int) -> None:
    """Draw a bar in the pattern of its series: filled, slanting lines, empty, lying lines."""
    canvas.saveState()
    canvas.setStrokeGray(0)
    canvas.setLineWidth(THIN)
    canvas.setFillGray(0 if nth == 0 else 1)
    canvas.rect(left, bottom, width, height, stroke=1, fill=1)
    path = canvas.beginPath()
    path.rect(left, bottom, width, height)
    canvas.clipPath(path, stroke=0, fill=0)
    if nth == 1:
        steps = int((width + height) / SLANT) + 1
        for at in range(steps):
            x = left - height + at * SLANT
            canvas.line(x, bottom, x + height, bottom + height)
    elif nth == 3:
        for at in range(1, int(height / SLANT) + 1):
            canvas.line(left, bottom + at * SLANT, left + width, bottom + at * SLANT)
    canvas.restoreState()


class Bars(Item):
    """The numbers of a figure as standing bars, each with its number; never breaks."""

    role = "Figure"
    _TALL, _WIDEST, _HEAD = 110.0, 46.0, 16.0

    def __init__(self, figure: Figure, space: float) -> None:
        """Hold the figure."""
        self._figure, self.space, self.alt = figure, space, figure.told

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of sign, number, bar and year."""
        return self._HEAD + 12.0 + self._TALL + 14.0

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw them from left to right."""
        figure, floor = self._figure, top - self._HEAD - 12.0 - self._TALL
        group = width / len(figure.years)
        wide = min(group * 0.8 / len(figure.series), self._WIDEST)
        most = max((count for series in figure.series for count in series.values), default=0)
        for at, label in enumerate(figure.labels):
            start = left + at * group + (group - wide * len(figure.series)) / 2
            for nth, series in enumerate(figure.series):
                high = max(self._TALL * series.values[at] / max(most, 1), 0.8)
                x = start + nth * wide
                _bar(canvas, x + 1.5, floor, wide - 3, high, nth)
                canvas.setFillGray(0)
                canvas.setFont(fonts.BOLD, 9)
                canvas.drawCentredString(x + wide / 2, floor + high + 3, str(series.values[at]))
            canvas.setFont(fonts.REGULAR, 9)
            canvas.drawCentredString(left + (at + 0.5) * group, floor - 11, label)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(THICK)
        canvas.line(left, floor, left + width, floor)
        for found in figure.breaks:
            self._break(canvas, left + figure.years.index(found.year) * group, top, floor, found.sign)

    def _break(self, canvas: Any, x: float, top: float, floor: float, sign: str) -> None:
        canvas.setLineWidth(THIN)
        canvas.setDash(3, 2)
        canvas.line(x, top - self._HEAD, x, floor)
        canvas.setDash()
        canvas.circle(x, top - self._HEAD / 2, 7, stroke=1, fill=0)
        canvas.setFont(fonts.BOLD, FOOT)
        canvas.drawCentredString(x, top - self._HEAD / 2 - FOOT * 0.34, sign)


class Legend(Item):
    """The names of series, each beside a sample of its pattern, below each other."""

    _SIDE = 9.0

    def __init__(self, names: Sequence[str], space: float) -> None:
        """Hold the names in the order of the series."""
        self._lines, self.space = [Text(name, SMALL) for name in names], space

    def height(self, width: float) -> float:
        """Return the height of all names."""
        return sum(line.height(width - 15) + 2 for line in self._lines)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw samples and names."""
        for nth, line in enumerate(self._lines):
            _bar(canvas, left, top - self._SIDE, self._SIDE, self._SIDE, nth)
            line.draw(canvas, left + 15, top, width - 15)
            top -= line.height(width - 15) + 2

    def parts(self) -> Sequence[Item]:
        """Return the names."""
        return self._lines


class Point(Item):
    """A line of a list, behind a dot."""

    role = "LI"

    def __init__(self, words: str, style: Style, space: float) -> None:
        """Hold the words."""
        self._text, self._size, self.space = Text(words, style), style.size, space

    def height(self, width: float) -> float:
        """Return the height of the words."""
        return self._text.height(width - self._size)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw dot and words."""
        canvas.setFillGray(0)
        canvas.circle(left + self._size * 0.3, top - self._size * 0.66, self._size * 0.16, stroke=0, fill=1)
        self._text.draw(canvas, left + self._size, top, width - self._size)

    def parts(self) -> Sequence[Item]:
        """Return the words."""
        return (self._text,)


class Station(Item):
    """A passage beside its station on the line: a number in a ring, or a dot; never breaks."""

    _RADIUS, _LINE, _BESIDE, _GAP = 8.5, 2.4, 30.0, 12.0

    def __init__(self, inside: Item, sign: str, *, first: bool, last: bool, space: float) -> None:
        """Hold what stands beside the station; the line runs on to the next, but not past the last."""
        self._inside, self._sign, self.space = inside, sign, space
        self._first, self._last = first, last

    def height(self, width: float) -> float:
        """Return the height of what stands beside it, with the room to the next."""
        return self._inside.height(width - self._BESIDE) + (0.0 if self._last else self._GAP)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw line, station and what stands beside it."""
        axis, middle = left + self._RADIUS + 1, top - self._RADIUS
        canvas.setStrokeGray(0)
        canvas.setFillGray(0)
        canvas.setLineWidth(self._LINE)
        upper = middle if self._first else top
        lower = middle if self._last else top - self.height(width)
        if upper > lower:
            canvas.line(axis, upper, axis, lower)
        if self._sign:
            canvas.setFillGray(1)
            canvas.circle(axis, middle, self._RADIUS - self._LINE / 2, stroke=1, fill=1)
            canvas.setFillGray(0)
            canvas.setFont(fonts.BOLD, 9.6)
            width_ = stringWidth(self._sign, fonts.BOLD, 9.6)
            canvas.drawString(axis - width_ / 2, middle - 9.6 * 0.34, self._sign)
        else:
            canvas.circle(axis, middle, self._RADIUS * 0.6, stroke=0, fill=1)
        self._inside.draw(canvas, left + self._BESIDE, top, width - self._BESIDE)

    def parts(self) -> Sequence[Item]:
        """Return what stands beside it."""
        return (self._inside,)
