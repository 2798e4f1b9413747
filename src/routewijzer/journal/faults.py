"""What can go wrong with the log, each as one Dutch sentence."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from routewijzer import files, text

_DAMAGED: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_READONLY: Final = {
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH,
}  # fmt: skip
_SYSTEM: Final = {"vol": "vol", "toegang": "alleen_lezen", "map": "geen_map", "weg": "geen_map"}


class JournalError(Exception):
    """The log could not be opened, read or written; the text is a Dutch sentence for a worker.

    A row of which `append` says this is not in the log, except after `schrijven`, when the disk
    itself failed: then it may be.
    """

    def __init__(self, reason: str, path: Path) -> None:
        """Take the name of a text in [journal] of the texts and the file of the log."""
        sentence: str = getattr(text.load().journal, reason)
        super().__init__(sentence.format(bestand=path.name, map=path.parent))
        self.reason = reason
        """vol | alleen_lezen | bezet | schrijven | beschadigd | nieuwer | geen_map | rij_fout."""


def code_of(error: sqlite3.Error) -> int:
    """Return the primary result code of SQLite, or -1 where the driver itself complained."""
    return int(getattr(error, "sqlite_errorcode", -1)) & 0xFF


def is_damaged(error: sqlite3.Error) -> bool:
    """Return whether the file is no healthy database any more."""
    return code_of(error) in _DAMAGED


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether another window held the log for too long."""
    return code_of(error) in _BUSY


def of_sqlite(error: sqlite3.Error, path: Path) -> JournalError:
    """Return the sentence for an error of SQLite."""
    code = code_of(error)
    for codes, reason in ((_DAMAGED, "beschadigd"), (_BUSY, "bezet"), (_READONLY, "alleen_lezen")):
        if code in codes:
            return JournalError(reason, path)
    return JournalError("vol" if code == sqlite3.SQLITE_FULL else "schrijven", path)


def of_system(error: OSError, path: Path) -> JournalError:
    """Return the sentence for an error of the operating system."""
    return JournalError(_SYSTEM.get(files.trouble(error), "schrijven"), path)
