"""Puts text on the clipboard so that no history keeps it: it may hold the case code, and so every answer."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

ZERO = bytes(4)
"""A DWORD of nought: "no"."""

HINTS = {
    # Windows: the history (Win V) and the clipboard that Microsoft carries to other computers leave it out.
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': ZERO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': ZERO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': ZERO,
    # KDE's Klipper and what follows its custom.
    "x-kde-passwordManagerHint": b"secret",
}
"""What stands beside the text, by format."""


def copy(text: str) -> None:
    """Put `text` on the clipboard, with the signs by which clipboard histories leave it out."""
    data = QMimeData()
    data.setText(text)
    for form, value in HINTS.items():
        data.setData(form, value)
    QGuiApplication.clipboard().setMimeData(data)
