"""The rules of the house that no linter knows: sizes, docstrings, what may not stand in the tree."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MAX_FILE, MAX_FUNCTION = 400, 50
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)

# Written in two halves, so that this file does not name them itself.
FORBIDDEN = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb.debian" + ".org",
    "/work" + "/main",
    "/work" + "/shared",
    "/work" + "/.library",
    "/tmp" + "/",
    "farm" + "-studio",
    "farm" + "-bench",
]
TEXT = {
    ".py",
    ".toml",
    ".yaml",
    ".yml",
    ".md",
    ".sh",
    ".lock",
    ".json",
    ".spec",
    ".qss",
    ".svg",
    ".cfg",
    ".txt",
    "",
}


def name(path: Path) -> str:
    """Return the path as a reader knows it."""
    return str(path.relative_to(ROOT))


def public(tree: ast.AST, where: str, *, inside: bool = False) -> Iterator[str]:
    """Yield every public class, function and method without a docstring."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.ClassDef, *FUNCTION)) and not node.name.startswith("_"):
            # An override says what it does where it is declared first: Qt's events, in its own case.
            override = inside and isinstance(node, FUNCTION) and not node.name.islower()
            if not ast.get_docstring(node) and not override:
                yield f"{where}:{node.lineno} {node.name}"
            if isinstance(node, ast.ClassDef):
                yield from public(node, where, inside=True)


def tracked() -> list[Path]:
    """Return the text files of the checkout that git knows; all of them where there is no git."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = done.stdout.decode().split("\0")[:-1]
    if done.returncode:
        names = [
            name(p) for top in ("src", "tests", "rules", "resources", "docs") for p in (ROOT / top).rglob("*")
        ]
    files = (ROOT / each for each in names)
    return [file for file in files if file.suffix in TEXT and file.is_file()]


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=name)
def test_no_file_is_too_long(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_FILE, f"{name(path)} has {lines} lines; at most {MAX_FILE} are accepted"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_function_is_too_long(path: Path) -> None:
    long = [
        f"{name(path)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, FUNCTION) and node.end_lineno and node.end_lineno - node.lineno >= MAX_FUNCTION
    ]
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{name(path)} says nothing of itself"
    assert not list(public(tree, name(path)))


def test_the_checks_above_can_fail() -> None:
    tree = ast.parse(
        "class Bare:\n    def also(self): ...\n    def paintEvent(self, e): ...\ndef _own(): ...\n"
    )
    assert list(public(tree, "x.py")) == ["x.py:1 Bare", "x.py:2 also"]


def test_no_tracked_file_names_a_registry_or_a_place_of_one_machine() -> None:
    files = tracked()
    assert ROOT / "pyproject.toml" in files or len(files) > 20
    found = [
        f"{name(file)}: {word}"
        for file in files
        for text in [file.read_text(encoding="utf-8", errors="replace").lower()]
        for word in FORBIDDEN
        if word in text
    ]
    assert not found


def test_the_locks_name_hashes_and_no_host() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        packages = [block for block in text.split("\n") if block and not block.startswith((" ", "#"))]
        assert packages
        assert all("==" in package for package in packages), f"{lock} has a package without an exact version"
        assert text.count("--hash=sha256:") >= len(packages)
