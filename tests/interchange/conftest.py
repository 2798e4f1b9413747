import sys
from pathlib import Path

import pytest

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1] / "commands")
)  # cli.py: the program as a user starts it

from cli import Cli


@pytest.fixture
def cli(tmp_path, capfd) -> Cli:
    return Cli(tmp_path, capfd)
