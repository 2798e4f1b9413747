"""Run the program as its user does, and say what one run cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APP = (sys.executable, "-m", "routewijzer")
EXAMPLE = ROOT / "docs" / "voorbeeld" / "casus.json"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: seconds from start to end, and its largest memory in MiB."""

    seconds: float
    mib: float


def cost(*command: str, stdin: Path | None = None) -> Cost:
    """Run a command to its end; its output goes to a file, as in a pipe line.

    Raises:
        RuntimeError: where it does not end with 0; with what it said.
    """
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with (stdin or Path(os.devnull)).open("rb") as source, tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=source, stdout=out, stderr=subprocess.STDOUT, env=env)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            out.seek(0)
            raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}: {out.read()[-500:]!r}")
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss: bytes there, KiB on Linux
    return Cost(seconds, usage.ru_maxrss / unit)


def alternate(first: tuple[str, ...], second: tuple[str, ...], rounds: int) -> tuple[Cost, Cost]:
    """Run two commands by turns, so that a busy moment hits both; return the medians of each."""
    cost(*first)
    cost(*second)  # both once for the file cache
    runs = [(cost(*first), cost(*second)) for _ in range(rounds)]

    def middle(which: int) -> Cost:
        return Cost(
            statistics.median(run[which].seconds for run in runs),
            statistics.median(run[which].mib for run in runs),
        )

    return middle(0), middle(1)
