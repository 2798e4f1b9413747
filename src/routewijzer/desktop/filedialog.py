"""Asks where a file goes, in the system's own dialog, and takes away what Qt keeps of that on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_path(parent: QWidget, title: str, name: str, filters: str) -> Path | None:
    """Let the worker choose where a file goes.

    Args:
        parent: a widget of the window that the dialog belongs to.
        title: of the dialog.
        name: the proposed file name.
        filters: kinds of file as Qt writes them: "CSV (*.csv);;JSON (*.json)"; the first is proposed.

    Returns:
        The path, with the ending of the chosen kind where the worker typed none; None where cancelled.
    """
    before = _kept()
    # The window, not the page: a page is made anew when the system turns dark while the dialog is open.
    dialog = QFileDialog(parent.window(), title, name, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Set here, the dialog also asks before it takes an existing x.pdf for "x".
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix(kind)))
    dialog.setDefaultSuffix(_suffix(filters))
    dialog.selectFile(name)
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    finally:
        shiboken6.delete(dialog)  # only now does Qt write; left to its parent it would stay till the end
        _restore(before)


def _suffix(filters: str) -> str:
    """Return the ending of the first kind: "csv" of "CSV (*.csv);;JSON (*.json)"."""
    return filters.partition("*.")[2].partition(")")[0].partition(" ")[0]


def _settings() -> QSettings:
    """Return what Qt's dialogs keep for all programs of this user, outside the data folder."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setFallbacksEnabled(False)
    settings.beginGroup("FileDialog")
    return settings


def _kept() -> dict[str, Any]:
    settings = _settings()
    return {key: settings.value(key) for key in settings.allKeys()}


def _restore(before: dict[str, Any]) -> None:
    """Put back what stood there: what other programs keep is theirs, what was chosen here is nobody's."""
    settings = _settings()
    settings.remove("")
    for key, value in before.items():
        settings.setValue(key, value)
    settings.sync()
