"""The program as a user starts it, and answers to start it with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from packs import RULES, TINY
from routewijzer.commands.root import main

QUIET: dict[str, Any] = {
    "gevaar": "nee",
    "vormen": [],
    "vlag_mes": "nee",
    "vlag_ruzie": "nee",
    "vermoeden": "nee",
}


class Cli:
    """Calls the program in this process with a data folder of its own, on the tiny packs."""

    def __init__(self, tmp_path: Path, capfd) -> None:
        self.path, self._capfd = tmp_path, capfd
        self.data, self.rules = tmp_path / "data", TINY

    def __call__(self, *words: object, status: int = 0, pack: str | None = "mini") -> str:
        """Return stdout of a call that ends as it should, or stderr where that is wrong input."""
        before = ["--rules", str(self.rules), "--data", str(self.data)]
        before += ["--pack", pack] if pack else []
        self._capfd.readouterr()
        got = main([*before, *map(str, words)])
        out, err = self._capfd.readouterr()
        assert "Traceback" not in out + err
        assert got == status, (out, err)
        if status == 2:
            assert out == ""
            assert err.endswith("\n")
            return str(err)
        assert status or err == ""
        return str(out)

    def case(self, data: object, name: str = "casus.json") -> Path:
        """Write a case file: bytes as they are, anything else as JSON."""
        path = self.path / name
        path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        return path


def start(*words: object, **keywords: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, on the shipped packs."""
    env = {**os.environ, **keywords.pop("env", {})}
    command = [sys.executable, "-m", "routewijzer", "--rules", str(RULES), *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, env=env, **keywords)
