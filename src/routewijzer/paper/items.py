"""The smallest things on the page: text, marks, boxes. Each knows its role, so that tags can be added.

All measures are points, y grows upwards, and `top` is the upper edge of an item.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from routewijzer.paper import fonts, qr
from routewijzer.paper.page import Line, Mark, Run

_ENDLESS = 100_000.0


class Item:
    """Something of a known height for a given width, drawn from its upper left corner."""

    role = "Div"
    """What it is in the document's structure: H1, H2, H3, P, TR, TH, TD, Figure, Artifact."""
    alt = ""
    """What a Figure says to who cannot see it."""
    baseline = 0.0
    """From the upper edge to the first line of writing; items in a row share one."""
    space = 0.0
    """Room above it, unless it is the first on a page."""

    def height(self, width: float) -> float:
        """Return the height at this width."""
        raise NotImplementedError

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw it."""
        raise NotImplementedError

    def split(self, width: float, room: float, page: float) -> tuple[Item, Item] | None:
        """Return what fits in `room` and the rest; None where it moves to the next page as a whole.

        `page` is the height of an empty page.
        """
        del width, room, page
        return None

    def parts(self) -> Sequence[Item]:
        """Return the items inside, in reading order."""
        return ()


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks."""

    size: float
    leading: float
    font: str = fonts.REGULAR
    centre: bool = False
    white: bool = False

    def made(self) -> ParagraphStyle:
        """Return it as reportlab wants it; every font is named, so that Helvetica never comes in."""
        return ParagraphStyle(
            name="text",
            fontName=self.font,
            fontSize=self.size,
            leading=self.leading,
            bulletFontName=self.font,
            alignment=TA_CENTER if self.centre else TA_LEFT,
            textColor="white" if self.white else "black",
        )


class Text(Item):
    """A line or paragraph; long words break rather than stick out."""

    def __init__(
        self,
        line: str | Line,
        style: Style,
        role: str = "P",
        space: float = 0.0,
        *,
        even: bool = False,
    ) -> None:
        """Hold the words; plain ones, or runs of which some are bold. `even`: lines of about equal length."""
        runs: Line = (Run(line),) if isinstance(line, str) else line
        marked = "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)
        self.words = "".join(run.text for run in runs)
        self.role, self.space, self.baseline = role, space, style.size
        self._style, self._runs = style, runs
        self._paragraph = Paragraph(marked, style.made())
        self._heights: dict[float, float] = {}
        self._even = even

    @property
    def wide(self) -> float:
        """The width of all words on one line."""
        bold = fonts.BOLD if self._style.font == fonts.REGULAR else self._style.font
        styled = ((run.text, bold if run.bold else self._style.font) for run in self._runs)
        return sum(float(stringWidth(words, font, self._style.size)) for words, font in styled)

    def height(self, width: float) -> float:
        """Return the height of all lines at this width."""
        if not self.words:
            return 0.0
        if width not in self._heights:
            self._heights[width] = float(self._paragraph.wrap(width, _ENDLESS)[1])
        return self._heights[width]

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw all lines."""
        if not self.words:
            return
        tall = self.height(width)
        if self._even:
            narrower = (width * part / 100 for part in range(50, 101, 2))
            width = next(wide for wide in narrower if self._paragraph.wrap(wide, _ENDLESS)[1] <= tall + 0.01)
        self._paragraph.wrap(width, _ENDLESS)
        self._paragraph.drawOn(canvas, left, top - tall)


class Stack(Item):
    """Items under each other that stay together."""

    def __init__(self, items: Sequence[Item], role: str = "Div", space: float = 0.0) -> None:
        """Hold the items; each brings the room above it, but for the first."""
        self._items = tuple(items)
        self.role, self.space = role, space
        self.baseline = self._items[0].baseline if self._items else 0.0

    def height(self, width: float) -> float:
        """Return the sum of heights and room between."""
        gaps = sum(item.space for item in self._items[1:])
        return sum(item.height(width) for item in self._items) + gaps

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw them from top to bottom."""
        for place, item in enumerate(self._items):
            top -= item.space if place else 0.0
            item.draw(canvas, left, top, width)
            top -= item.height(width)

    def parts(self) -> Sequence[Item]:
        """Return the items."""
        return self._items


class MarkBox(Item):
    """A dot, or a white sign on a black square: the signs of sections 4 and the strip."""

    role = "Figure"
    _SIGNS = {"vraag": "?", "uitroep": "!", "info": "i"}  # noqa: RUF012 - read only

    def __init__(self, mark: Mark, size: float, baseline: float) -> None:
        """Hold which sign; `size` is the side of the square, `baseline` that of the text beside it."""
        self.mark, self.baseline = mark, baseline
        self._size = size
        self.alt = self._SIGNS.get(mark, "•")

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the side of the square."""
        return self._size

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:  # noqa: ARG002
        """Draw it, its middle at the height of small letters."""
        middle = top - self.baseline + self._size * 0.36
        canvas.setFillGray(0)
        if self.mark == "stip":
            canvas.circle(left + self._size / 2, middle, self._size * 0.24, stroke=0, fill=1)
            return
        canvas.rect(left, middle - self._size / 2, self._size, self._size, stroke=0, fill=1)
        canvas.setFillGray(1)
        size = self._size * 0.92
        canvas.setFont(fonts.HEAVY, size)
        canvas.drawCentredString(left + self._size / 2, middle - size * 0.335, self.alt)
        canvas.setFillGray(0)


class TickBox(Item):
    """An empty box to tick, with words beside it where there are any."""

    role = "Figure"
    SIDE = 11.5

    def __init__(self, words: str, style: Style) -> None:
        """Hold the words beside the box."""
        self._text = Text(words, style)
        self._size, self.baseline = style.size, style.size
        self.alt = "☐"

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the side of the box."""
        return self.SIDE + 1.0

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw the box around the middle of the line, then the words."""
        middle = top - self.baseline + self._size * 0.34
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.0)
        canvas.rect(left + 0.5, middle - self.SIDE / 2, self.SIDE, self.SIDE, stroke=1, fill=0)
        beside = self.SIDE + 5.5
        self._text.draw(canvas, left + beside, top - self.baseline + self._text.baseline, width - beside)


class Badge(Item):
    """The ground of a row, told apart by shape: black, outlined, dashed."""

    role = "Span"
    HEIGHT = 13.2
    WIDTH = 76.0

    def __init__(self, grond: str, label: str) -> None:
        """Hold the pack's word for the ground and how it reads."""
        self._grond, self._label = grond, label
        self.baseline = 9.8

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of the shape."""
        return self.HEIGHT

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw the shape and the word in it."""
        wide = min(width, self.WIDTH)
        black = self._grond == "norm"
        canvas.setStrokeGray(0)
        canvas.setFillGray(0)
        canvas.setLineWidth(0.9)
        if self._grond == "voorzichtigheid":
            canvas.setDash(2.4, 1.8)
        canvas.roundRect(left + 0.5, top - self.HEIGHT, wide - 1, self.HEIGHT, 3.2, 1, int(black))
        canvas.setDash()
        canvas.setFillGray(1 if black else 0)
        canvas.setFont(fonts.BOLD, 9)
        canvas.drawCentredString(left + wide / 2, top - self.baseline, self._label)
        canvas.setFillGray(0)


class QrCode(Item):
    """The case code for a scanner, in the middle of the width."""

    role = "Figure"

    def __init__(self, code: str, alt: str, size: float, space: float) -> None:
        """Hold the code; `size` is the side without the quiet zone."""
        self._code, self._size = code, size
        self.alt, self.space = alt, space

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the side."""
        return self._size

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw the modules."""
        qr.draw(canvas, self._code, left + (width - self._size) / 2, top, self._size)


class ScaleBar(Item):
    """The urgencies as a row of boxes; the chosen one is black and taller."""

    role = "P"
    _TALL, _LOW = 31.0, 21.5

    def __init__(self, labels: Sequence[str], chosen: int | None, space: float) -> None:
        """Hold the labels and the place of the chosen one."""
        self._labels, self._chosen, self.space = tuple(labels), chosen, space

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of the tall box."""
        return self._TALL

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw the boxes from left to right; words that are too wide get narrower boxes' size."""
        wide = width / len(self._labels)
        middle = top - self._TALL / 2
        canvas.setStrokeGray(0)
        canvas.setLineWidth(0.9)
        for place, label in enumerate(self._labels):
            if place != self._chosen:
                canvas.rect(left + place * wide, middle - self._LOW / 2, wide, self._LOW, stroke=1, fill=0)
                self._word(canvas, label, left + (place + 0.5) * wide, middle, wide)
        if self._chosen is not None:
            canvas.setFillGray(0)
            x = left + self._chosen * wide
            canvas.rect(x - 1, middle - self._TALL / 2, wide + 2, self._TALL, stroke=0, fill=1)
            canvas.setFillGray(1)
            self._word(canvas, self._labels[self._chosen], x + wide / 2, middle, wide, chosen=True)
            canvas.setFillGray(0)

    @staticmethod
    def _word(
        canvas: Any, label: str, centre: float, middle: float, wide: float, *, chosen: bool = False
    ) -> None:
        font, size = (fonts.HEAVY, 12.0) if chosen else (fonts.REGULAR, 9.0)
        needed = stringWidth(label, font, size)
        size = max(8.2, min(size, size * (wide - 6) / needed))
        canvas.setFont(font, size)
        canvas.drawCentredString(centre, middle - size * 0.34, label)
