"""The floors of docs/architecture.md hold, and each contract is seen to fail on one wrong import."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "pyproject.toml"
CONTRACTS = {c["id"] for c in tomllib.loads(CONFIG.read_text())["tool"]["importlinter"]["contracts"]}

WRONG = [
    # contract, module of the copy, the line that is added to it
    ("floors", "places.py", "from routewijzer import text"),
    ("floors", "rules/model.py", "from routewijzer import case"),
    ("floors", "case.py", "import routewijzer.advice.model"),
    ("floors", "advice/model.py", "import routewijzer.journal"),
    ("floors", "journal/__init__.py", "import routewijzer.paper"),
    ("floors", "commands/__init__.py", "import routewijzer.desktop"),
    ("floors", "desktop/__init__.py", "import routewijzer.commands"),
    ("floors", "kelder.py", "# a module on no floor"),
    ("qt", "advice/model.py", "import PySide6.QtCore"),
    ("qt", "text/__init__.py", "import shiboken6"),
    ("qt", "desktop/__init__.py", "import PyQt6.QtCore"),
    ("presenters", "desktop/presenters/intake.py", "import PySide6.QtCore"),
    ("presenters", "desktop/session.py", "import routewijzer.desktop.theme"),
    ("qt", "commands/__init__.py", "from qtpy import QtCore"),
    ("yaml", "case.py", "import yaml"),
    ("pydantic", "advice/model.py", "import pydantic"),
    ("pdf", "advice/model.py", "from reportlab.pdfgen import canvas"),
    ("database", "text/__init__.py", "import sqlite3"),
    ("network", "places.py", "import urllib.request"),
]


def lint(package_parent: Path, contract: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run lint-imports on the package in this folder."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo", str(CONFIG)]
    if contract:
        command += ["--contract", contract]
    env = {**os.environ, "PYTHONPATH": str(package_parent), "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=package_parent, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_house_keeps_its_contracts() -> None:
    done = lint(ROOT / "src")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "module", "line"), WRONG, ids=[f"{c}: {m} {x}" for c, m, x in WRONG])
def test_a_wrong_import_breaks_its_contract(contract: str, module: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "src" / "routewijzer", tmp_path / "routewijzer", ignore=shutil.ignore_patterns("__pycache__")
    )
    target = tmp_path / "routewijzer" / module
    with target.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint(tmp_path, contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 broken" in done.stdout
    dotted = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert f"routewijzer.{dotted}" in done.stdout


def test_every_contract_is_seen_to_fail() -> None:
    assert {contract for contract, _, _ in WRONG} == CONTRACTS
