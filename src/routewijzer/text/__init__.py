"""The app's own words: `resources/text/nl.toml` as one frozen typed model, a module for each part of the app.

A text that is missing, empty or misspelt is a fault at start, never a hole on a screen. Words about
the domain (questions, routes, reasons) are not here: they live in the rule pack. A text may have
`{named}` gaps; it is filled with `str.format`, never put together from pieces.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, cast

from routewijzer import places
from routewijzer.text.keeping import Disk, Drafts, Journal, Log, SettingsFaults
from routewijzer.text.more import Knowledge, LogPage, PracticePage, RulesPage, SettingsPage
from routewijzer.text.paper import Paper
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
from routewijzer.text.section import Section
from routewijzer.text.window import Desktop, Hidden, Spoed, Start


class TextFault(Exception):
    """A fault in nl.toml: what stood there and what is accepted."""


class Texts(Section):
    """All texts, one field for each table of nl.toml."""

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


def _build(kind: type[Section], data: object, where: str) -> Section:
    """Return a table as a section. Hints are read as written: to evaluate hundreds would cost every start."""
    if not isinstance(data, dict):
        raise TextFault(f"nl.toml: {where} is {data!r}; a table is accepted")
    hints: dict[str, str] = kind.__annotations__
    if hints.keys() != data.keys():
        missing, extra = sorted(hints.keys() - data.keys()), sorted(data.keys() - hints.keys())
        raise TextFault(f"nl.toml: {where or 'top'} misses {missing} and has too many {extra}")
    made: dict[str, Any] = {}
    for name, hint in hints.items():
        value = data[name]
        place = f"{where}.{name}" if where else name
        if hint == "str" and isinstance(value, str) and value.strip():
            made[name] = value
        elif hint == "tuple[str, ...]" and isinstance(value, list) and all(isinstance(v, str) for v in value):
            made[name] = tuple(value)
        elif hint in globals() and issubclass(globals()[hint], Section):
            made[name] = _build(globals()[hint], value, place)
        else:
            raise TextFault(f"nl.toml: {place} is {value!r}; accepted: {hint}")
    return kind(made)


@cache
def load() -> Texts:
    """Return the app's texts.

    Raises:
        TextFault: where nl.toml misses a text, has one too many, or one of the wrong kind.
    """
    with (places.resources() / "text" / "nl.toml").open("rb") as file:
        return cast("Texts", _build(Texts, tomllib.load(file), ""))
