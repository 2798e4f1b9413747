"""Run the program as its user does, and say what one run cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APP = (sys.executable, "-m", "routewijzer")
EXAMPLE = ROOT / "docs" / "voorbeeld" / "casus.json"


# A child's memory is never told smaller than its parent's was at the start, so a small parent starts it.
_SPAWN = """
import os, sys, time
start = time.perf_counter()
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - start
with open(sys.argv[1], "w") as out:
    print(seconds, usage.ru_maxrss, file=out)
sys.exit(os.waitstatus_to_exitcode(status))
"""


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
    with tempfile.TemporaryDirectory() as folder, (stdin or Path(os.devnull)).open("rb") as source:
        told, said = Path(folder) / "cost", Path(folder) / "said"
        with said.open("wb") as out:
            done = subprocess.run(
                [sys.executable, "-I", "-S", "-c", _SPAWN, told, *command],
                stdin=source,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=env,
                check=False,
            )
        if done.returncode:
            end = said.read_text(encoding="utf-8", errors="replace")[-500:]
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {end}")
        seconds, memory = told.read_text(encoding="utf-8").split()
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss: bytes there, KiB on Linux
    return Cost(float(seconds), int(memory) / unit)


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
