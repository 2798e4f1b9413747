"""The wheel and the frozen folder do the same work as the source tree, with src out of the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "voorbeeld" / "casus.json"
BIN = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout and return what it printed; it must end with 0."""
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**env, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def from_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it with its locked packages in a new environment; return the program."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / BIN / "python"
    run(
        python, "-m", "pip", "install", "-q", "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder
    )
    run(python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    where = run(python, "-c", "import routewijzer; print(routewijzer.__file__)", cwd=folder)
    assert str(ROOT) not in where
    return folder / "venv" / BIN / "routing-app"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program of a frozen folder: the one in dist/ of `make package`, or a new one."""
    ready = ROOT / "dist" / "routing-app" / "routing-app"
    parts = (path for top in ("src", "rules", "resources") for path in (ROOT / top).rglob("*"))
    newest = max(path.stat().st_mtime for path in parts if path.is_file() and path.suffix != ".pyc")
    if ready.exists() and ready.stat().st_mtime > newest:
        return ready
    folder = tmp_path_factory.mktemp("frozen")
    spec = ROOT / "packaging" / "routewijzer.spec"
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", folder, "--workpath", folder / "work"]
    run(sys.executable, "-m", "PyInstaller", *options, spec, cwd=folder)
    return folder / "routing-app" / "routing-app"


@pytest.fixture(params=["from_wheel", "frozen"])
def program(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_it_gives_the_advice_of_the_source_tree(program: Path, tmp_path: Path) -> None:
    here = run(Path(sys.executable).parent / "routing-app", "advise", EXAMPLE, "--json", cwd=tmp_path)
    there = run(program, "advise", EXAMPLE, "--json", cwd=tmp_path)
    assert there == here
    assert json.loads(there)["besluit"] == "melden_direct"


def test_it_makes_the_summary(program: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "advies.pdf"
    run(program, "advise", EXAMPLE, "--pdf", pdf, "--date", "2026-01-15", cwd=tmp_path)
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_its_rules_pass_their_own_check(program: Path, tmp_path: Path) -> None:
    run(program, "rules", "check", cwd=tmp_path)


def test_it_keeps_a_log(program: Path, tmp_path: Path) -> None:
    run(program, "--data", tmp_path / "data", "advise", EXAMPLE, "--log", cwd=tmp_path)
    exported = run(program, "--data", tmp_path / "data", "log", "export", "--format", "json", cwd=tmp_path)
    assert len(json.loads(exported)) == 1


def test_it_says_its_version_and_paints_its_first_page(program: Path, tmp_path: Path) -> None:
    assert run(program, "--version", cwd=tmp_path).strip()
    run(program, "--data", tmp_path / "data", "--exit-after-first-paint", cwd=tmp_path)
