"""From a page of the paper to a picture of Qt."""

from __future__ import annotations

from PySide6.QtGui import QImage

from routewijzer.paper.pictures import Pdf


def image(pdf: Pdf, at: int, dots: float) -> QImage:
    """Return page `at` (from 0) as a picture of `dots` dots per inch, with memory of its own."""
    made = pdf.picture(at, dots)
    return QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGBX8888).copy()
