"""What the start loads: the first page comes before rules, PDF and database."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import routewijzer

LATER = {"pydantic", "yaml", "reportlab", "pypdfium2", "sqlite_utils", "z3", "PIL", "graphlay", "rapidfuzz"}


def loaded(tmp_path: Path, *arguments: str) -> set[str]:
    """Return the top names of all modules that the program loads when called so."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "routewijzer", "--data", str(tmp_path), *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {found.partition(".")[0] for found in re.findall(r"\| +([\w.]+)$", done.stderr, re.MULTILINE)}


def test_the_first_page_is_painted_before_rules_pdf_and_database_load(tmp_path: Path) -> None:
    pytest.importorskip("PySide6", reason="`make core` runs without Qt")
    names = loaded(tmp_path, "--exit-after-first-paint")
    assert "PySide6" in names
    assert not names & LATER


def test_asking_the_version_loads_no_window_and_no_rules(tmp_path: Path) -> None:
    names = loaded(tmp_path, "--version")
    assert "click" in names
    assert not names & (LATER | {"PySide6"})


@pytest.mark.parametrize("arguments", [["--help"], ["log", "list"], ["rules", "check", "landelijk"]])
def test_a_command_loads_no_window(tmp_path: Path, arguments: list[str]) -> None:
    names = loaded(tmp_path, *arguments)
    assert "click" in names
    assert "PySide6" not in names


def test_the_version_is_the_package_s_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "routewijzer", "--version"], capture_output=True, text=True, check=True
    )
    assert routewijzer.__version__ in done.stdout
