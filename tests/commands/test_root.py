"""What holds for every command: where the output cannot go, one sentence says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_stdout_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "routewijzer", "rules", "show", "landelijk"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    told = done.stderr.decode()
    assert told.startswith("De uitvoer is niet te schrijven")
    assert len(told.splitlines()) == 1
