"""Asks the system for a printer. Printing itself comes in only then: the start does not wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    from routewijzer.desktop import printing

    return printing.has_printer()


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the worker choose a printer in the system's own dialog; None where it was cancelled."""
    from routewijzer.desktop import printing

    return printing.ask_printer(parent, title)
