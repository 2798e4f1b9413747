"""The app's own words: `resources/text/nl`, a file for each part of the app and a module here with its types.

A file is read when one of its tables is first asked for, so that the start reads only the words of the
window. A text that is missing, empty or misspelt is a fault then, never a hole on a screen; the tests
read all files. Words about the domain (questions, routes, reasons) are not here: they live in the rule
pack. A text may have `{named}` gaps; it is filled with `str.format`, never put together from pieces.
"""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from routewijzer import places
from routewijzer.text.section import Section

if TYPE_CHECKING:  # each is imported with its file
    from routewijzer.text.drawing import Drawing, Rulebook
    from routewijzer.text.interchange import Interchange
    from routewijzer.text.keeping import Disk, Drafts, Journal, Log, SettingsFaults
    from routewijzer.text.knowing import Knowledge
    from routewijzer.text.more import LogPage, PracticePage, RulesPage, SettingsPage
    from routewijzer.text.paper import Paper
    from routewijzer.text.proving import Checking, Mutants, Proving
    from routewijzer.text.rules import (
        Answers,
        CaseFaults,
        Cli,
        CodeFaults,
        Conditions,
        Faults,
        Grond,
        Lint,
        Markdown,
        Plain,
    )
    from routewijzer.text.versions import Diff, Differences, Versions
    from routewijzer.text.whatif import Tips, WhatIf, Why
    from routewijzer.text.window import Desktop, Hidden, Spoed, Start

FILES = {
    "window": ("spoed", "hidden", "start", "desktop"),
    "rules": (
        "answers", "grond", "faults", "case", "code", "cli", "lint", "plain", "conditions", "markdown",
    ),
    "keeping": ("journal", "drafts", "log", "settings", "disk"),
    "paper": ("paper",),
    "drawing": ("drawing", "rulebook"),
    "interchange": ("interchange",),
    "whatif": ("why", "tips", "whatif"),
    "proving": ("proving", "mutants", "checking"),
    "versions": ("versions", "differences", "diff"),
    "knowing": ("knowledge",),
    "more": ("logpage", "rulespage", "practicepage", "settingspage"),
}  # fmt: skip
"""The tables of each file."""


class TextFault(Exception):
    """A fault in a file of texts: what stood there and what is accepted."""


class Texts(Section):
    """All texts, one field for each table.

    Raises:
        TextFault: on the first use of a table, where its file misses a text, has one too many, or one of
            the wrong kind.
    """

    answers: Answers
    grond: Grond
    faults: Faults
    case: CaseFaults
    code: CodeFaults
    cli: Cli
    lint: Lint
    plain: Plain
    conditions: Conditions
    markdown: Markdown
    journal: Journal
    drafts: Drafts
    log: Log
    settings: SettingsFaults
    paper: Paper
    drawing: Drawing
    rulebook: Rulebook
    interchange: Interchange
    proving: Proving
    mutants: Mutants
    checking: Checking
    versions: Versions
    differences: Differences
    diff: Diff
    why: Why
    tips: Tips
    whatif: WhatIf
    disk: Disk
    spoed: Spoed
    hidden: Hidden
    start: Start
    desktop: Desktop
    logpage: LogPage
    rulespage: RulesPage
    knowledge: Knowledge
    practicepage: PracticePage
    settingspage: SettingsPage

    if not TYPE_CHECKING:  # or any misspelt table would pass the type checker

        def __getattr__(self, name: str) -> Section:
            """Read the file of a table that was not asked for before."""
            file = next((file for file, tables in FILES.items() if name in tables), None)
            if file is None:
                raise AttributeError(f"no file of texts has a table {name!r}")
            self.__dict__.update(read(places.resources() / "text" / "nl" / f"{file}.toml"))
            return self.__dict__[name]


def read(path: Path) -> dict[str, Section]:
    """Return the tables of a file, by name; KeyError for a file that is none of FILES.

    Raises:
        TextFault: where it misses a text, has one too many, or one of the wrong kind.
    """
    file = path.stem
    with path.open("rb") as source:
        tables = tomllib.load(source)
    _same(path.name, set(FILES[file]), tables)
    module = importlib.import_module(f"{__name__}.{file}")
    kinds = Texts.__annotations__
    return {
        name: _section(getattr(module, kinds[name]), table, f"{path.name}: {name}")
        for name, table in tables.items()
    }


def _section(kind: type[Section], table: object, where: str) -> Section:
    """Return a table as a section. Hints are read as written: to evaluate hundreds would cost every start."""
    if not isinstance(table, dict):
        raise TextFault(f"{where} is {table!r}; a table is accepted")
    hints: dict[str, str] = kind.__annotations__
    _same(where, hints.keys(), table)
    made: dict[str, Any] = {}
    for name, hint in hints.items():
        value = table[name]
        if hint == "str" and isinstance(value, str) and value.strip():
            made[name] = value
        elif hint == "tuple[str, ...]" and isinstance(value, list) and all(isinstance(v, str) for v in value):
            made[name] = tuple(value)
        else:
            raise TextFault(f"{where}.{name} is {value!r}; accepted: {hint}")
    return kind(made)


def _same(where: str, names: AbstractSet[str], found: dict[str, Any]) -> None:
    if names != found.keys():
        missing, extra = sorted(names - found.keys()), sorted(found.keys() - names)
        raise TextFault(f"{where} misses {missing} and has too many {extra}")


@cache
def load() -> Texts:
    """Return the app's texts; each file is read once."""
    return Texts({})
