"""The room to write by hand: two agreements and two signatures. Names stand here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from routewijzer.paper import fonts
from routewijzer.paper.blocks import HAIR, THIN, Row
from routewijzer.paper.items import Item, Style, Text, TickBox
from routewijzer.text.paper import Paper

LABEL = Style(8.5, 10.6)
LABEL_BOLD = Style(8.5, 10.6, fonts.BOLD)


class Agreements(Item):
    """What was agreed, by whom, before when: two empty lines of 8 mm under their heads."""

    role = "Artifact"
    LINES, LINE = 2, 8 * 72 / 25.4

    def __init__(self, texts: Paper, width: float) -> None:
        """Hold the heads."""
        widths = (width * 0.63, width * 0.215, width * 0.155)
        heads = [Text(word, LABEL_BOLD, "TH") for word in texts.koppen_afspraken]
        self._head = Row(heads, widths, pad=1.6, rule=THIN)

    def height(self, width: float) -> float:
        """Return the height of heads and lines."""
        return self._head.height(width) + self.LINES * self.LINE

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw heads and lines."""
        self._head.draw(canvas, left, top, width)
        top -= self._head.height(width)
        canvas.setLineWidth(HAIR)
        for line in range(1, self.LINES + 1):
            canvas.line(left, top - line * self.LINE, left + width, top - line * self.LINE)

    def parts(self) -> Sequence[Item]:
        """Return the heads; the lines are to write on and say nothing."""
        return (self._head,)


class Signatures(Item):
    """Two boxes to sign, the supervisor's with what it comes to."""

    HEIGHT, GAP = 62.0, 20.0

    def __init__(self, texts: Paper, space: float) -> None:
        """Hold the words; `space` is the room above."""
        self.space = space
        self._worker = Text(texts.uitvoerder, LABEL_BOLD)
        self._boss = Text(texts.leidinggevende, LABEL_BOLD)
        self._name = Text(texts.naam_datum, LABEL)
        self._sign = Text(texts.handtekening, LABEL)
        self._ticks = (TickBox(texts.akkoord, LABEL), TickBox(texts.anders, LABEL))

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of the boxes."""
        return self.HEIGHT

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw both boxes."""
        wide = (width - self.GAP) / 2
        for x, who in ((left, self._worker), (left + wide + self.GAP, self._boss)):
            canvas.setStrokeGray(0)
            canvas.setLineWidth(THIN)
            canvas.rect(x + 0.5, top - self.HEIGHT, wide - 1, self.HEIGHT, stroke=1, fill=0)
            who.draw(canvas, x + 9, top - 6, 80)
            for label, down in ((self._name, 24.5), (self._sign, 45.0)):
                label.draw(canvas, x + 9, top - down, 76)
                canvas.setLineWidth(HAIR)
                canvas.line(x + 80, top - down - 11, x + wide - 10, top - down - 11)
        x = left + wide + self.GAP + 92
        for tick in self._ticks:
            tick.draw(canvas, x, top - 5.4, 60)
            x += 62

    def parts(self) -> Sequence[Item]:
        """Return the words and boxes to tick, in reading order."""
        return (self._worker, self._name, self._sign, self._boss, *self._ticks, self._name, self._sign)
