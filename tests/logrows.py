"""Rows of the log for tests of what shows and counts them."""

from __future__ import annotations

from pathlib import Path

from routewijzer.advice.model import StepState
from routewijzer.journal.entry import Entry
from routewijzer.journal.store import Journal

STEPS = (
    StepState(1, "gedaan"),
    StepState(2, "gedaan"),
    StepState(3, "overgeslagen", "spoed_ging_voor"),
    StepState(4, "gedaan"),
    StepState(5, "open"),
)


def row(**changes: object) -> Entry:
    """Return a good row of the log, changed as asked."""
    fields: dict[str, object] = {
        "month": "2026-11",
        "pack": "alkmaar",
        "version": "2026.1",
        "digest": "sha256:" + "0123456789abcdef" * 4,
        "kind": "intake",
        "besluit": "melden",
        "urgentie": "vandaag",
        "providers": ("veilig_thuis",),
        "steps": STEPS,
        "flags": "1-2",
    }
    return Entry(**(fields | changes))  # type: ignore[arg-type]


def write(data: Path, *rows: Entry) -> None:
    """Put rows in the log of a data folder."""
    with Journal(data) as journal:
        for each in rows:
            journal.append(each)
