"""`advise - --jsonl`: a line out for each line in, at once; a bad line stops nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli import QUIET, start

from packs import TINY
from routewijzer.advice.engine import advice_json

GOOD = b'{"answers": {"gevaar": "ja"}}'
CALL = ("--rules", TINY, "--pack", "mini")


class Talk:
    """The program at the other end of two pipes."""

    def __init__(self, *words: object) -> None:
        command = [sys.executable, "-m", "routewijzer", *map(str, (*CALL, *words))]
        pipe = subprocess.PIPE
        # Unbuffered, a flush that was forgotten would not be noticed.
        env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=env)

    def __call__(self, line: bytes) -> dict[str, Any]:
        """Write a line and wait for its answer: it must come before the next is written."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        made: dict[str, Any] = json.loads(self.process.stdout.readline())
        return made

    def end(self) -> tuple[int, bytes, bytes]:
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


@pytest.fixture
def talk() -> Iterator[Talk]:
    made = Talk("advise", "-", "--jsonl")
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.communicate()


def test_every_line_is_answered_before_the_next_is_written(talk: Talk) -> None:
    assert talk(GOOD)["besluit"] == "noodhulp"
    assert talk(b"{") == {"regel": 2, "fouten": talk(b"{")["fouten"]}
    assert talk(json.dumps({"answers": QUIET}).encode())["besluit"] == "afsluiten"
    assert talk(b"")["regel"] == 5
    assert talk(b'{"answers": {"gevaar": "x", "y": 1}}')["fouten"] == [
        'gevaar: hier staat "x"; toegestaan: ja, nee, onbekend',
        "answers: \"y\" is geen bekende vraag van dit regelpakket; 'routing-app rules show' noemt de vragen",
    ]
    assert talk(b"[" * 1_000_000)["regel"] == 7
    assert talk(GOOD + b"\r")["besluit"] == "noodhulp"
    assert talk(b'{"pack": "dorp", "answers": {}}')["fouten"][0].startswith("pack: hier staat")
    assert talk(GOOD.decode().encode("utf-16-be") + b"\x00")["regel"] == 10
    assert talk(b'\xef\xbb\xbf{"answers": {}}')["regel"] == 11
    assert talk(GOOD)["urgentie"] == "nu"
    assert talk.end() == (2, b"", b"")


def test_good_lines_end_well_without_a_last_newline() -> None:
    done = start(*CALL, "advise", "-", "--jsonl", input=GOOD + b"\n" + GOOD)
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (0, b"", 2)
    empty = start(*CALL, "advise", "-", "--jsonl", input=b"")
    assert (empty.returncode, empty.stdout, empty.stderr) == (0, b"", b"")


def test_short_and_full_lines(engines, readers) -> None:
    advice = engines["mini"].advise(readers["mini"].read(json.loads(GOOD)))
    short = start(*CALL, "advise", "-", "--jsonl", input=GOOD + b"\n")
    full = start(*CALL, "advise", "-", "--jsonl", "--full", input=GOOD + b"\n")
    assert json.loads(short.stdout) == advice_json(advice, full=False)
    assert json.loads(full.stdout) == advice_json(advice)
    left_out = {"open", "voorlopig", "zeker", "kantelpunten"}
    assert json.loads(full.stdout).keys() - json.loads(short.stdout).keys() == left_out
    assert b"because" not in short.stdout


def test_the_pack_of_a_line() -> None:
    lines = (
        b'{"pack": "dorp", "answers": {}}\n{"pack": "mini", "answers": {}}\n{"pack": "x", "answers": {}}\n'
    )
    done = start("--rules", TINY, "advise", "-", "--jsonl", input=lines)
    assert done.returncode == 2
    assert b"'alkmaar' is er niet" in done.stderr  # the settings' own pack is none of these
    own = start("advise", "-", "--jsonl", input=b'{"pack": "landelijk", "answers": {}}\n{"answers": {}}\n')
    assert [json.loads(line)["pack"]["id"] for line in own.stdout.splitlines()] == ["landelijk", "alkmaar"]


def test_a_line_that_asks_for_a_broken_pack_stops_nothing(folder) -> None:
    folder.write("dorp/routes.yaml", "x")
    lines = b'{"pack": "dorp", "answers": {}}\n{"pack": "mini", "answers": {}}\n'
    os_pack = folder.path / "alkmaar"
    (folder.path / "mini").rename(os_pack)
    folder.edit("alkmaar/pack.yaml", "id: mini", "id: alkmaar")
    done = start("--rules", folder.path, "advise", "-", "--jsonl", input=lines.replace(b"mini", b"alkmaar"))
    first, second = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (2, b"")
    assert first["regel"] == 1
    assert any("dorp/routes.yaml:1" in fault for fault in first["fouten"])
    assert second["pack"]["id"] == "alkmaar"


def test_each_line_is_in_the_log_before_it_is_printed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    held = {name: value for name, value in QUIET.items() if not name.startswith("vlag")}
    talk = Talk("--data", data, "advise", "-", "--jsonl", "--log", "--date", "2026-03-01")
    wanted = 0
    for answers, logged in (({"gevaar": "ja"}, True), (held, False), (QUIET, True)):
        line = talk(json.dumps({"answers": answers}).encode())
        assert line["gelogd"] is logged
        assert "open" not in line
        wanted += logged
        rows = json.loads(start("--data", data, "log", "export", "--format", "json").stdout)
        assert len(rows) == wanted
    assert talk(b"{")["regel"] == 4
    talk.process.kill()
    talk.process.communicate()
    rows = json.loads(start("--data", data, "log", "export", "--format", "json").stdout)
    assert [row["besluit"] for row in rows] == ["afsluiten", "noodhulp"]


@pytest.mark.skipif(os.name != "posix", reason="a pipe that is closed")
def test_a_reader_that_leaves_is_no_traceback() -> None:
    command = [sys.executable, "-m", "routewijzer", *map(str, CALL), "advise", "-", "--jsonl"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.write(GOOD + b"\n")
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(GOOD + b"\n")
    process.stdin.close()
    assert process.wait(timeout=30) == 2
    assert process.stderr.read() == b""
    process.stderr.close()
