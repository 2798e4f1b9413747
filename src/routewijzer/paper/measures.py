"""Measures and type of the paper: points, from design to page in one place."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4

from routewijzer.paper import fonts
from routewijzer.paper.items import Style

MM: float = 72 / 25.4
PAPER_WIDTH, PAPER_HEIGHT = float(A4[0]), float(A4[1])
LEFT, RIGHT, TOP, BOTTOM = 19 * MM, 14 * MM, 12 * MM, 15 * MM
WIDTH = PAPER_WIDTH - LEFT - RIGHT
HEIGHT = PAPER_HEIGHT - TOP - BOTTOM
FOOTER = 12 * MM
"""The footer's line, from the lower edge; the footer stands in the margin."""

HEADLINE = Style(27, 30, fonts.HEAVY)
TITLE = Style(13, 16, fonts.BOLD)
H2 = Style(12.5, 15, fonts.HEAVY)
H3 = Style(9.6, 12, fonts.BOLD)
REASON = Style(11, 14.2)
BODY = Style(10, 12.8)
BODY_BOLD = Style(10, 12.8, fonts.BOLD)
ANSWER = Style(9, 11)
ANSWER_BOLD = Style(9, 11, fonts.BOLD)
SMALL = Style(8.5, 10.6)
SMALL_BOLD = Style(8.5, 10.6, fonts.BOLD)
CODE = Style(10, 12, fonts.BOLD, centre=True)
CENTRED = Style(8.5, 10.6, fonts.BOLD, centre=True)
FOOT = 8.2
COLUMN_GAP = 20.0
ANSWERS = (WIDTH - COLUMN_GAP) / 2
"""The width of one column of answers."""


def columns(*in_mm: float) -> tuple[float, ...]:
    """Return column widths in points; the last column takes what is left."""
    widths = [width * MM for width in in_mm]
    return (*widths, WIDTH - sum(widths))
