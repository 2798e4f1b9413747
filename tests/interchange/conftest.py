import sys
from pathlib import Path

import pytest

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1] / "commands")
)  # cli.py: the program as a user starts it

from cli import Cli

from packs import Folder


@pytest.fixture
def cli(tmp_path, capfd) -> Cli:
    return Cli(tmp_path, capfd)


@pytest.fixture
def renamed(folder: Folder):
    """The tiny packs, to give a fact another id in every file."""

    def rename(old: str, new: str) -> Folder:
        for path in folder.path.rglob("*.yaml"):
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return folder

    return rename
