"""What stands on the summary, as frozen words: made by `content.py`, drawn by `layout.py`.

Nothing here knows reportlab and nothing here knows a rule, so that every word on the paper can be
tested without making a PDF.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

Mark = Literal["stip", "vraag", "uitroep", "info"]
"""A dot (counts in this advice), a white ? on black (unknown), a white ! on black (contradicted), an i."""


class PaperError(Exception):
    """The summary cannot be made or saved; the message is one Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """Who prints: both are one line and may be empty, and neither names a person."""

    municipality: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line, plain or bold."""

    text: str
    bold: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The urgencies, most urgent first, and which of them it is (None while that cannot be said)."""

    title: str
    labels: tuple[str, ...]
    chosen: int | None


@dataclass(frozen=True, slots=True)
class Panel:
    """The frame on top of page 1."""

    label: str
    date: str
    title: str
    reason: Line
    scale: Scale
    code_title: str
    code: str
    code_lines: tuple[str, ...]
    qr_alt: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One item of the grey strip."""

    mark: Mark
    line: Line


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: a route (with a second line), an action, or a question to answer first."""

    what: Line
    detail: str
    who: str
    when: str
    number: str = ""
    number_note: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """One row that decided. `grond` is the pack's word and picks the badge's shape."""

    what: str
    grond: str | None
    grond_label: str
    reason: str
    rule: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tipping:
    """One other besluit and every single answer that leads to it."""

    besluit: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """One question and its answer."""

    label: str
    mark: Mark | None
    value: str


@dataclass(frozen=True, slots=True)
class GivenGroup:
    """The answers under one heading of section 4."""

    title: str
    rows: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """One contradiction: what it is, the answers, what it means."""

    line: Line
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """One line for the supervisor to tick."""

    name: str
    state: str
    tick: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole paper, in reading order."""

    date: dt.date
    head: str
    title: str
    secret: str
    panel: Panel
    strip: tuple[Notice, ...]
    tasks_title: str
    tasks: tuple[Task, ...]
    tasks_legend: Line
    why: tuple[Why, ...]
    legend: Line
    tells: bool
    """Whether a besluit is shown, so that it may be told what would change it."""
    tipping: tuple[Tipping, ...]
    given_legend: Line
    given: tuple[GivenGroup, ...]
    clashes: tuple[Clash, ...]
    checks: tuple[Check, ...]
    note: tuple[str, ...]
    footer_pack: str
    footer_code: str
    author: str


def strings(part: Any) -> Iterator[str]:
    """Give every text in a part of the page, in order."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from strings(getattr(part, field.name))
    elif isinstance(part, tuple):
        for item in part:
            yield from strings(item)
