"""What the rules page shows of tables, rows and sources: frozen views, free of Qt.

Markup may hold **bold** words.
"""

from __future__ import annotations

from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.widgets.views import GroundView, LinkView, UrgencyView


class PathView(Frozen):
    """How the advice of the open case came about; empty with a `notice` where that may not be told now."""

    notice: str
    """Why there is no path; "" where there is one, or no case."""
    present: bool = False
    given: tuple[tuple[str, str], ...] = ()
    """Tables on the path and what they gave, in words."""
    edges: frozenset[tuple[str, str]] = frozenset()
    """What carried it: ids of a fact or table, and of the table that asked it."""
    rows: frozenset[str] = frozenset()
    """Ids of the rows that decided or hold and may be told."""


class RuleRow(Frozen):
    """One row of a decision table in words."""

    id: str
    title: str
    name: str
    when: tuple[str, ...]
    """Markup, one condition a line."""
    then: str
    """Markup."""
    urgency: UrgencyView | None
    urgency_from: str
    ground: GroundView | None
    because: str
    sources: tuple[LinkView, ...]
    """The id is that of the source."""
    confirm: GroundView | None
    """The mark "nog te bevestigen" where a source asks for it."""
    decided: str = ""
    """One sentence where the row decided in the open case; else ""."""
    touched: str = ""
    """How many cases touch it; "" where nobody counted."""


class TableView(Frozen):
    """One decision table: what it decides, its rows and how they work together, what feeds it and is fed."""

    title: str
    policy: str
    counts: str
    """What a counting table counts; "" for the others."""
    lines: tuple[str, ...]
    """How much feeds it, what the cases touch."""
    rows: tuple[RuleRow, ...]
    fed_title: str
    fed_by: tuple[LinkView, ...]
    """Tables; the id is that of the table."""
    questions: str
    """The questions that feed it, in one line; "" for none."""
    feeds_title: str
    feeds: tuple[LinkView, ...]


class SourceView(Frozen):
    """One source in full, and the rows that rest on it."""

    kind: str
    title: str
    parts: tuple[tuple[str, str], ...]
    """A label and a text: where it stands, what it says."""
    checked: str
    confirm: GroundView | None
    used_title: str
    used: tuple[LinkView, ...]
    """Tables with such rows; the id is that of the table."""
