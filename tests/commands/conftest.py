import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))  # cli.py is shared by the tests here

from cli import Cli


@pytest.fixture
def cli(tmp_path, capfd) -> Cli:
    return Cli(tmp_path, capfd)
