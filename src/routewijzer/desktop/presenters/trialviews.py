"""What the page of a trial shows: frozen views, free of Qt."""

from __future__ import annotations

from typing import Literal

from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.widgets.views import QuestionView

Mark = Literal["gelijk", "nieuw", "vervalt", "anders", "wacht"]


class TriedView(Frozen):
    """An answer that is another than the real one, as markup, with the link that puts it back."""

    fact: str
    line: str
    restore: str
    name: str


class CompareRow(Frozen):
    """One thing on both sides, as markup; the mark says how the trial differs, `name` is read as a whole."""

    now: str
    then: str
    mark: Mark
    name: str


class ComparePart(Frozen):
    """Rows of one kind: the besluit, the routes."""

    title: str
    rows: tuple[CompareRow, ...]


class TrialView(Frozen):
    """The page of a trial."""

    banner: str
    banner_note: str
    result: str
    """The outcome of the trial in one line, for a banner with little room."""
    leave: str
    leave_short: str
    leave_key: str
    pick: str
    """Name of the field in which a question is chosen."""
    questions: tuple[tuple[str, str], ...]
    question: QuestionView
    tried_title: str
    tried: tuple[TriedView, ...]
    tried_note: str
    compare: str
    now: str
    then: str
    note: str
    parts: tuple[ComparePart, ...]
