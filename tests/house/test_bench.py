"""The measurements are asked by name; a name that is none is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_an_unknown_measurement_is_told_with_the_known_ones() -> None:
    call = [sys.executable, "-m", "bench.run", "advise_sped", "pdf"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "no measurement advise_sped;" in line
    assert "advise_speed, log_append, pdf, start_window" in line
