"""An append to the log beside the same insert through bare sqlite3: same table, pragmas and disk."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from routewijzer.advice.model import StepState
from routewijzer.journal.entry import Entry
from routewijzer.journal.store import Journal
from routewijzer.journal.table import INSERT, KEY_LOWEST

ROWS, ROUNDS = 100, 9
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")


def sample() -> Entry:
    """Return a row like any other."""
    steps = (*(StepState(step, "gedaan") for step in range(1, 5)), StepState(5, "open"))
    return Entry(
        month="2026-01",
        pack="alkmaar",
        version="2026.1",
        digest="sha256:" + "0123456789abcdef" * 4,
        kind="intake",
        besluit="melden",
        urgentie="vandaag",
        providers=("mda", "veilig_thuis"),
        steps=steps,
        flags="1-2",
    )


def seconds(append: Callable[[], object]) -> float:
    """Return how long one append takes until it is safe on disk."""
    start = time.perf_counter()
    append()
    return time.perf_counter() - start


def a_round(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[float, float]:
    """Append ROWS rows each, by turns, so that a busy moment of the disk hits both; return both times."""
    pairs = [(seconds(ours), seconds(bare)) for _ in range(ROWS)]
    return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


def main() -> None:
    """Print the time of one append, ours and bare, and the median of the ratio of each round.

    The log lies beside this file's checkout, as a temporary folder may be in memory.
    """
    entry = sample()
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder:
        with Journal(Path(folder)) as made:
            path = made.path
        bare_path = path.with_name("bare.db")
        bare_path.write_bytes(path.read_bytes())  # the same table, empty
        with (
            Journal(Path(folder)) as journal,
            contextlib.closing(sqlite3.connect(bare_path, isolation_level=None)) as bare,
        ):
            for pragma in PRAGMAS:
                bare.execute(f"PRAGMA {pragma}")

            def insert() -> None:
                bare.execute(INSERT, (secrets.randbits(62) | KEY_LOWEST, *entry.cells()))

            pairs = [a_round(lambda: journal.append(entry), insert) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / raw for ours, raw in pairs)
    ours, raw = (statistics.median(column) / ROWS * 1000 for column in zip(*pairs, strict=True))
    print(f"  log append: {ours:.2f} ms, bare sqlite3: {raw:.2f} ms, ratio {ratio:.2f}x")
