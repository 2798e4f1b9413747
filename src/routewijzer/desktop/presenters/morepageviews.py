"""What the pages beside the intake show: frozen views, free of Qt. Markup may hold **bold** words."""

from __future__ import annotations

from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.widgets.views import (
    CountView,
    FoldView,
    ResultView,
    RowView,
)

Choice = tuple[str, str]
"""A value and its label."""


class LogView(Frozen):
    """The log page: the rows that are asked for, and what the whole log holds."""

    title: str
    lead: str
    fault: str
    """What is wrong with the log."""
    readable: bool
    """False where nothing but the fault shows: what cannot be read is not told as none."""
    months: tuple[Choice, ...]
    besluiten: tuple[Choice, ...]
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    count: str
    more: str
    """Label of the button that shows more rows; "" where all show."""
    empty: str
    """One sentence where there is no row to show; else ""."""
    empty_act: str
    can_export: bool
    side_kicker: str
    side_count: str
    side_title: str
    totals: tuple[CountView, ...]
    """Besluit and how often, in the order of the pack."""
    retention: str


class CheckedView(Frozen):
    """What came of checking the log: a title, and a line for each thing to say."""

    fine: bool
    title: str
    lines: tuple[str, ...]


class RulesView(Frozen):
    """The rules page without the tables themselves: they are made one by one."""

    title: str
    pack: str
    lines: tuple[str, ...]
    """Validity and digest."""
    tables: tuple[ResultView, ...]
    faults: tuple[str, ...]
    notice: str
    """What stands there while no pack is loaded; "" where one is."""


class ExampleView(Frozen):
    """A worked case: its story, and folded away the answers and the whole expected advice."""

    title: str
    level: str
    story: str
    fold: FoldView


class ListedView(Frozen):
    """What a page with a list and a detail beside it shows of its list."""

    title: str
    results: tuple[ResultView, ...]
    count: str
    notice: str
    """One sentence in place of the list; "" where there is one."""
    faults: tuple[str, ...] = ()


class ChoiceView(Frozen):
    """A setting chosen from a list: its items and the place of the current one."""

    label: str
    help: str
    items: tuple[Choice, ...]
    current: str


class LineView(Frozen):
    """A setting of one line of text."""

    label: str
    hint: str
    value: str


class SettingsView(Frozen):
    """The settings page."""

    title: str
    lead: str
    look: str
    theme: ChoiceView
    scale: ChoiceView
    keys: str
    letters_label: str
    letters_help: str
    letters: bool
    print_title: str
    print_help: str
    municipality: LineView
    contact: LineView
    rules: str
    pack: ChoiceView
    log: str
    retention: ChoiceView
    field: str
    """The setting that was changed last: it keeps the focus when the pages are built anew."""
