"""Wrapped text with its own line height and **bold** words, measured and painted alike.

QLabel counts line height from the font's own line and adds room to rich text; painting it here keeps what is
measured and what is seen the same, in labels and in painted buttons.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from routewijzer import text
from routewijzer.desktop.frozen import Frozen

_BOLD = re.compile(r"\*\*(.+?)\*\*")
BOLD_WEIGHT = 700
_lines: dict[tuple[str, str, int], int] = {}
"""How many lines a text takes in a font and width: layouts ask the same again and again."""
_MOST_LINES = 4000


def plain(markup: str) -> str:
    """Return the text without the marks of **bold** words."""
    return _BOLD.sub(r"\1", markup)


def _together(words: str) -> str:
    """Return the text with no-break spaces in names that must not be torn apart."""
    for name in text.load().desktop.keep_together:
        words = words.replace(name, name.replace(" ", "\u00a0"))
    return words


class TextBlock(Frozen):
    """A paragraph: markup, font, and line height in px."""

    markup: str
    font: QFont
    line: int
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, shift = [], 0
        for match in _BOLD.finditer(self.markup):
            made = QTextLayout.FormatRange()
            made.start, made.length = match.start() - shift, len(match.group(1))
            bold = QTextCharFormat()
            bold.setFontWeight(BOLD_WEIGHT)
            made.format = bold
            ranges.append(made)
            shift += 4
        return ranges

    def layout(self, width: float) -> QTextLayout:
        """Return the text laid out in `width` px, its lines `line` px apart."""
        made = QTextLayout(_together(plain(self.markup)).replace("\n", "\u2028"), self.font)
        option = QTextOption(self.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setFormats(self._formats())
        made.beginLayout()
        top = 0.0
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, top + (self.line - line.height()) / 2))
            top += self.line
        made.endLayout()
        return made

    def height(self, width: float) -> int:
        """Return the height in px at this width; an empty text has none."""
        if not self.markup:
            return 0
        key = (self.markup, self.font.key(), int(width))
        if key not in _lines:
            if len(_lines) >= _MOST_LINES:
                _lines.clear()
            _lines[key] = self.layout(int(width)).lineCount()
        return _lines[key] * self.line

    def width(self) -> int:
        """Return the width in px of the widest line when nothing wraps."""
        made = self.layout(1e6)
        return max((int(made.lineAt(i).naturalTextWidth()) + 2 for i in range(made.lineCount())), default=0)

    def narrowest(self) -> int:
        """Return the width in px of the longest piece that should not break."""
        metrics = QFontMetricsF(self.font)
        words = re.split(r"[ \n\u00ad-]", plain(self.markup))
        return int(max((metrics.horizontalAdvance(word) for word in words), default=0) * 1.06) + 2

    def draw(self, painter: QPainter, at: QPointF, width: float, colour: QColor) -> int:
        """Paint with the top left corner at `at`; return the height used."""
        if not self.markup:
            return 0
        made = self.layout(width)
        painter.setPen(QPen(colour))
        made.draw(painter, at)
        return made.lineCount() * self.line
