"""A summary is saved whole or not at all."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from routewijzer.paper.page import PaperError
from routewijzer.paper.summary import write

ROOT = Path(__file__).resolve().parents[2]


def test_a_file_is_written_whole_and_nothing_stands_beside_it(tmp_path):
    path = tmp_path / "samenvatting.pdf"
    write(path, b"%PDF-1" * 1000)
    write(path, b"%PDF-2" * 1000)
    assert path.read_bytes() == b"%PDF-2" * 1000
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path):
    path = tmp_path / "weg" / "samenvatting.pdf"
    with pytest.raises(PaperError, match=r"samenvatting.pdf: de map bestaat niet") as caught:
        write(path, b"x")
    assert str(path) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_a_folder(tmp_path):
    (tmp_path / "map").mkdir()
    with pytest.raises(PaperError, match="dit is een map"):
        write(tmp_path / "map", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


def test_a_file_in_place_of_the_folder(tmp_path):
    (tmp_path / "map").write_text("x")
    with pytest.raises(PaperError, match="de map bestaat niet"):
        write(tmp_path / "map" / "a.pdf", b"x")


@pytest.mark.skipif(os.geteuid() == 0, reason="for root no folder is read-only")
def test_a_folder_one_may_not_write_in(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(PaperError, match="niet toegestaan"):
        write(tmp_path / "a.pdf", b"x")


FULL = """
import resource, sys
from pathlib import Path
from routewijzer.paper.page import PaperError
from routewijzer.paper.summary import write
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
try:
    write(Path(sys.argv[1]), b"y" * 5000)
except PaperError as error:
    print(error)
"""


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    path = tmp_path / "samenvatting.pdf"
    path.write_bytes(b"old")
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert "er is geen ruimte" in ran.stdout
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
