"""Printing a PDF on paper: each page as a picture in the printer's own resolution."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.pdfimages import image
from routewijzer.paper.pictures import INCH, Pdf

MOST_DOTS = 400
"""Per inch: letters are sharp, and a page of A4 takes 62 MB (at 1200 it would take 560)."""


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the worker choose a printer in the system's own dialog; None where it was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def prepare(printer: QPrinter) -> None:
    """Set paper and a name for the print queue without anything about the case."""
    printer.setDocName("samenvatting")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)


def print_pdf(data: bytes, printer: QPrinter) -> bool:
    """Print the chosen pages, each as large as the paper allows; return False where the printer fails.

    The page keeps its own margins; where the printer's are wider it is made smaller, never cut off.
    """
    pdf = Pdf(data)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            return False
        chosen = _chosen(printer, len(pdf.sheets))
        for nth, at in enumerate(chosen):
            if nth and not printer.newPage():
                return False
            _draw(painter, printer, pdf, at)
        return True
    finally:
        if painter.isActive():
            painter.end()
        pdf.close()


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """Return the numbers of the pages to print, from 0: a range where one was asked, last first if wished."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = [at for at in range(count) if first <= at + 1 <= last]
    backwards = printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
    return pages[::-1] if backwards else pages


def _draw(painter: QPainter, printer: QPrinter, pdf: Pdf, at: int) -> None:
    page = pdf.sheets[at]
    dots = printer.resolution()
    room = printer.pageLayout().fullRectPixels(dots)
    offset = printer.pageLayout().paintRectPixels(dots)
    whole = QRect(0, 0, round(page.width / INCH * dots), round(page.height / INCH * dots))
    size = whole.size()
    if size.width() > room.width() or size.height() > room.height():
        size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = (room.width() - size.width()) // 2 - (0 if printer.fullPage() else offset.x())
    top = (room.height() - size.height()) // 2 - (0 if printer.fullPage() else offset.y())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect(left, top, size.width(), size.height()), image(pdf, at, min(dots, MOST_DOTS)))
