"""The one typeface of the paper: Atkinson Hyperlegible Next in three weights, and what it cannot draw."""

from __future__ import annotations

from functools import cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from routewijzer import places

REGULAR = "AtkinsonNext"
BOLD = "AtkinsonNext-Bold"
HEAVY = "AtkinsonNext-ExtraBold"
_FILES = {REGULAR: "Regular", BOLD: "Bold", HEAVY: "ExtraBold"}


@cache
def register() -> None:
    """Make the three weights known to reportlab; `<b>` inside a text is the bold one.

    Raises:
        OSError: where a font file is missing (a broken installation).
    """
    folder = places.resources() / "fonts"
    for name, weight in _FILES.items():
        path = folder / f"AtkinsonHyperlegibleNext-{weight}.ttf"
        pdfmetrics.registerFont(TTFont(name, str(path), asciiReadable=0))
    for name in _FILES:
        for bold in (0, 1):
            for italic in (0, 1):  # there is no italic: emphasis on paper is bold
                heavier = BOLD if bold and name == REGULAR else name
                addMapping(name, bold, italic, heavier)


def missing(text: str) -> str:
    """Return the characters of `text` that some weight cannot draw, each once, in order."""
    register()
    known = [pdfmetrics.getFont(name).face.charToGlyph for name in _FILES]
    return "".join(dict.fromkeys(mark for mark in text if any(ord(mark) not in glyphs for glyphs in known)))
