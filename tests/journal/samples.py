"""Rows for the tests of the log, and a way to start Python on the tests' own programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import strategies as st

from routewijzer.advice.model import StepState
from routewijzer.journal import entry as form
from routewijzer.journal.entry import Entry

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIGEST = "sha256:" + "0123456789abcdef" * 4


def make(number: int = 0, **changes: object) -> Entry:
    """A good row; another version for every number, so that rows can be told apart."""
    steps = (
        *(StepState(step, "gedaan") for step in (1, 2)),
        StepState(3, "overgeslagen", "niet_haalbaar"),
        StepState(4, "gedaan"),
        StepState(5, "open"),
    )
    fields: dict[str, object] = {
        "month": "2026-03",
        "pack": "alkmaar",
        "version": f"2026.{number}",
        "digest": DIGEST,
        "kind": "intake",
        "besluit": "melden",
        "urgentie": "vandaag",
        "providers": ("mda", "veilig_thuis"),
        "steps": steps,
        "flags": "1-2",
    }
    return Entry(**(fields | changes))  # type: ignore[arg-type]


def entries() -> st.SearchStrategy[Entry]:
    """Every row that may be, more or less."""
    word = st.from_regex(r"[a-z][a-z_]{0,39}", fullmatch=True)
    open_step = st.tuples(st.sampled_from(("gedaan", "open")), st.none())
    step = st.one_of(open_step, st.tuples(st.just("overgeslagen"), word))
    return st.builds(
        Entry,
        month=st.from_regex(r"20[0-9]{2}-(0[1-9]|1[0-2])", fullmatch=True).filter(str.isascii),
        pack=st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True).filter(str.isascii),
        version=st.from_regex(r"[0-9]{1,7}\.[0-9]{1,8}", fullmatch=True).filter(str.isascii),
        digest=st.from_regex(r"sha256:[0-9a-f]{64}", fullmatch=True),
        kind=st.sampled_from(form.KINDS),
        besluit=st.sampled_from(form.BESLUITEN),
        urgentie=st.sampled_from(form.URGENTIES),
        providers=st.sets(word, max_size=4).map(sorted).map(tuple),
        steps=st.lists(step, min_size=5, max_size=5).map(
            lambda made: tuple(StepState(n, state, reden) for n, (state, reden) in enumerate(made, 1))
        ),
        flags=st.sampled_from(form.BANDS),
    )


def start(program: str, *words: object) -> subprocess.Popen[str]:
    """Start a program of this folder on its own; it finds the package and these samples."""
    paths = os.pathsep.join((str(ROOT / "src"), str(HERE)))
    return subprocess.Popen(
        [sys.executable, str(HERE / program), *map(str, words)],
        env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def kill(program: subprocess.Popen[str]) -> list[str]:
    """Kill -9 a started program; return the whole lines it had printed and nobody had read yet.

    Not by `communicate`: that forgets what `readline` had read ahead.
    """
    program.kill()
    with program:
        lines = program.stdout.readlines()  # type: ignore[union-attr]
    return [line for line in lines if line.endswith("\n")]
