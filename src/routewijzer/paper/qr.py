"""The case code as a QR: modules, and one path to fill."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.barcode import qrencoder

QUIET = 4
"""Light modules that a reader needs around the code."""


def modules(code: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of dark (True) and light modules of a code, without the quiet zone.

    Level Q: a quarter of it may be lost to a fold, a stain or a bad copy.
    """
    made = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.Q)
    made.addData(code)
    made.make()
    count = made.getModuleCount()
    return tuple(tuple(bool(made.isDark(row, column)) for column in range(count)) for row in range(count))


def draw(canvas: Any, code: str, left: float, top: float, size: float) -> None:
    """Draw the code as one black path, its upper left corner at (left, top); all in points.

    Neighbours in a row are one rectangle: fewer edges, and no hairlines between them.
    """
    rows = modules(code)
    module = size / len(rows)
    path = canvas.beginPath()
    for number, row in enumerate(rows):
        start = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                width = (column - start) * module
                path.rect(left + start * module, top - (number + 1) * module, width, module)
                start = None
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
