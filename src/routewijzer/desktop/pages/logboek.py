"""The log: what was closed into it, counted and listed. Nothing here leads to a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.filedialog import ask_path
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters import log
from routewijzer.desktop.presenters.log import Source
from routewijzer.desktop.presenters.morepageviews import CheckedView, Choice, LogView
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.bars import CountChart
from routewijzer.desktop.widgets.buttons import LinkButton, SecondaryButton
from routewijzer.desktop.widgets.containers import Divider, Ground, ScrollColumn
from routewijzer.desktop.widgets.fields import SelectBox
from routewijzer.desktop.widgets.label import LineLabel, WrapLabel
from routewijzer.desktop.widgets.message import announce
from routewijzer.desktop.widgets.rows import LogTable

SHORT = 27.0
"""Below this width in em title and button, and the filters, stand below each other."""
BESIDE = 50.0
"""The column with counts stands beside the list from this width in em, below it in less."""


def present(session: Session) -> Source:
    """Return the rows of the log."""
    return log.source(session)


class Screen(Page):
    """The log page. `ask_path` asks the system for a file name; another may be put in its place."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self.ask_path: Callable[[QWidget, str, str, str], Path | None] = ask_path
        self._source: Source | None = None
        self._month = self._besluit = ""
        self._limit = log.PAGE
        self._lines: list[QBoxLayout] = []
        self.table: LogTable | None = None
        self.boxes: list[SelectBox] = []
        self._scroll = ScrollColumn(theme, margin=0, spacing=0)
        self._side = Ground(theme, "panel", "left")
        self._side_scroll = ScrollColumn(theme, margin=0, spacing=0)
        aside = QVBoxLayout(self._side)
        aside.setContentsMargins(1, 0, 0, 0)
        aside.addWidget(self._side_scroll)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._scroll, 1)
        halves.addWidget(self._side)
        self.column.addLayout(halves)
        self._list = QVBoxLayout()
        self._scroll.body.addLayout(self._list)
        self._counted = Ground(theme, "panel")
        self._counts = QVBoxLayout(self._counted)
        self._side_scroll.body.addWidget(self._counted, 1)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self)
        shortcut.activated.connect(self.export)

    def show_view(self, view: Source) -> bool:
        """Show the log as it is now."""
        self._source = view
        self._build()
        return True

    def _build(self) -> None:
        view = self._view()
        clear(self._list)
        clear(self._counts)
        self.table, self.boxes, self._lines = None, [], []
        self._heads(view)
        if view.can_export:
            self._filters(view)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.theme.space(12))
        self._list.addLayout(self._rows)
        self._list.addStretch(1)
        self._fill_side(view)
        self._fill_rows(view)
        self._arrange()

    def _view(self) -> LogView:
        if self._source is None:
            raise LookupError("no log was read")
        return log.view(self._source, self._month, self._besluit, self._limit)

    def _heads(self, view: LogView) -> None:
        theme, words = self.theme, text.load().logpage
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(WrapLabel(theme, view.title, "page"))
        titles.addWidget(WrapLabel(theme, view.lead, "body", "soft"))
        line = self._wrapping()
        line.addLayout(titles, 1)
        if view.can_export:
            button = SecondaryButton(
                theme, words.export, icon="download", key=words.export_key, name=words.export_name
            )
            button.clicked.connect(self.export)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addLayout(line)
        if view.fault:
            self._list.addWidget(WrapLabel(theme, view.fault, icon="circle-alert"))

    def _filters(self, view: LogView) -> None:
        words = text.load().logpage
        line = self._wrapping()
        for name, choices, act in (
            (words.month_name, view.months, self._pick_month),
            (words.besluit_name, view.besluiten, self._pick_besluit),
        ):
            line.addWidget(self._box(name, choices, act), 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        self._list.addLayout(line)

    def _box(self, name: str, choices: tuple[Choice, ...], act: Callable[[str], None]) -> SelectBox:
        box = SelectBox(self.theme, name, tuple(label for _, label in choices))
        values = [value for value, _ in choices]
        chosen = self._month if act == self._pick_month else self._besluit
        box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        box.currentIndexChanged.connect(lambda at: act(values[at]))
        self.boxes.append(box)
        return box

    def _wrapping(self) -> QBoxLayout:
        """Return a line whose parts stand below each other in a narrow window."""
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(self.theme.space(12))
        self._lines.append(line)
        return line

    def _pick_month(self, month: str) -> None:
        self._month, self._limit = month, log.PAGE
        self._fill_rows(self._view())

    def _pick_besluit(self, besluit: str) -> None:
        self._besluit, self._limit = besluit, log.PAGE
        self._fill_rows(self._view())

    def _fill_rows(self, view: LogView) -> None:
        theme, words = self.theme, text.load().logpage
        clear(self._rows)
        self.table, self._first = None, self.verify
        if not view.readable:
            return
        if view.empty:
            self._rows.addWidget(WrapLabel(theme, view.empty))
            act = LinkButton(theme, view.empty_act, icon="undo-2" if view.can_export else "route")
            act.clicked.connect(self._all if view.can_export else self.bridge.begin)
            self._rows.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
            self._first = act
            return
        self.table = LogTable(theme, words.table, view.columns, view.rows)
        self._rows.addWidget(self.table)
        self._rows.addWidget(WrapLabel(theme, view.count, "body", "soft", icon="info"))
        if view.more:
            more = LinkButton(theme, view.more, icon="plus")
            more.clicked.connect(self._more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _all(self) -> None:
        self._month = self._besluit = ""
        self._build()
        self.focus_first()

    def _more(self) -> None:
        shown, self._limit = self._limit, self._limit + log.PAGE
        self._fill_rows(self._view())
        if self.table is not None:
            self.table.focus_row(shown)

    def _fill_side(self, view: LogView) -> None:
        theme, words, body = self.theme, text.load().logpage, self._counts
        body.addWidget(LineLabel(theme, view.side_kicker, "label", "soft", icon="chart-column"))
        if view.readable:
            body.addWidget(WrapLabel(theme, view.side_count, "state"))
            body.addWidget(WrapLabel(theme, view.side_title, "label", "soft"))
            body.addWidget(CountChart(theme, view.side_title, view.totals))
        body.addStretch(1)
        body.addWidget(Divider(theme, strong=True))
        self._checked = QVBoxLayout()
        body.addLayout(self._checked)
        self.verify = LinkButton(theme, words.verify, icon="shield-check")
        self.verify.clicked.connect(self._check)
        self._checked.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignLeft)
        if view.retention:
            body.addWidget(WrapLabel(theme, view.retention, "note", "soft"))

    def _check(self) -> None:
        if self._source is not None:
            self._show_checked(log.checked(self._source.data))

    def _show_checked(self, view: CheckedView) -> None:
        theme = self.theme
        while self._checked.count() > 1:  # the button stays, with its focus
            item = self._checked.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        icon = "shield-check" if view.fine else "triangle-alert"
        title = WrapLabel(theme, view.title, "strong", icon=icon, icon_tone="accent" if view.fine else "")
        self._checked.insertWidget(0, title)
        for at, line in enumerate(view.lines, start=1):
            self._checked.insertWidget(at, WrapLabel(theme, line, "note", "soft"))
        announce(self, " ".join((view.title, *view.lines)))

    def export(self) -> None:
        """Ask for a file and save all rows in it."""
        words = text.load().logpage
        if self._source is None or not self._source.entries:
            return
        path = self.ask_path(self, words.export_title, words.export_file, words.export_kinds)
        if path is not None:
            self.bridge.say(log.save(self._source, path, as_json=path.suffix.lower() == ".json"))

    def focus_first(self) -> None:
        """Put the focus on the first row or the one act; on the first filter where rows lie far below."""
        if self.table is None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._em() >= BESIDE:
            self.table.focus_row(0)
        else:
            self.to_search()

    def to_search(self) -> None:
        """Put the focus on the first filter."""
        if self.boxes:
            self.boxes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _em(self) -> float:
        return self.width() / (16 * self.theme.scale)

    def _arrange(self) -> None:
        theme, beside = self.theme, self._em() >= BESIDE
        margin, room = theme.space(32 if beside else 24), theme.space(24)
        self._list.setContentsMargins(margin, room, margin, room)
        self._list.setSpacing(theme.space(16))
        self._counts.setContentsMargins(room, room, room, room)
        self._counts.setSpacing(theme.space(12))
        self._side.setVisible(beside)
        self._side.setFixedWidth(max(theme.px(300), self._counted.minimumSizeHint().width() + 2))
        home = self._side_scroll.body if beside else self._scroll.body
        if home.indexOf(self._counted) < 0:
            home.addWidget(self._counted, 1 if beside else 0)
        short = self._em() < SHORT
        ways = QBoxLayout.Direction
        for line in self._lines:
            line.setDirection(ways.TopToBottom if short else ways.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the counts beside the list, or below it."""
        super().resizeEvent(event)
        self._arrange()
