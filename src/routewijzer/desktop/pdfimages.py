"""The pages of a PDF as pictures: for the preview and for the printer."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

INCH = 72.0
"""A PDF point is this part of an inch."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """Size of a page in points, and its text."""

    width: float
    height: float
    text: str


class Pdf:
    """A PDF in memory.

    Raises:
        pypdfium2.PdfiumError: where the bytes are no PDF.
    """

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)
        self.pages = tuple(self._describe(at) for at in range(len(self._document)))

    def _describe(self, at: int) -> PdfPage:
        page = self._document[at]
        width, height = page.get_size()
        return PdfPage(width, height, page.get_textpage().get_text_range())

    def image(self, at: int, dots: float) -> QImage:
        """Return page `at` (from 0) as a picture of `dots` dots per inch."""
        bitmap = self._document[at].render(scale=dots / INCH, rev_byteorder=True, prefer_bgrx=True)
        kind = QImage.Format.Format_RGBX8888
        picture = QImage(memoryview(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
        return picture.copy()  # its own memory: the buffer is gone after this

    def close(self) -> None:
        """Let go of the memory."""
        self._document.close()
