"""The pages of a PDF as pictures, for the screen and for the printer."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

INCH = 72.0
"""In points."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size of a page in points, and its text."""

    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels in rows of `stride` bytes, each pixel four bytes: red, green, blue, unused."""

    width: int
    height: int
    stride: int
    pixels: memoryview


class Pdf:
    """A PDF in memory; close it after use.

    Raises:
        pypdfium2.PdfiumError: where the bytes are no PDF.
    """

    def __init__(self, data: bytes) -> None:
        """Read the bytes of a PDF."""
        self._document = pypdfium2.PdfDocument(data)
        self.sheets = tuple(self._sheet(at) for at in range(len(self._document)))

    def _sheet(self, at: int) -> Sheet:
        page = self._document[at]
        width, height = page.get_size()
        return Sheet(width, height, page.get_textpage().get_text_range())

    def picture(self, at: int, dots: float) -> Picture:
        """Return page `at` (from 0) as a picture of `dots` dots per inch."""
        made = self._document[at].render(scale=dots / INCH, rev_byteorder=True, prefer_bgrx=True)
        return Picture(made.width, made.height, made.stride, memoryview(made.buffer))

    def close(self) -> None:
        """Let go of the memory."""
        self._document.close()
