"""The log: what was closed into it, counted and listed. Nothing here leads to a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QGridLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters import log
from routewijzer.desktop.presenters.log import Source
from routewijzer.desktop.presenters.morepageviews import CheckedView, Choice, LogView
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import LinkButton, SecondaryButton
from routewijzer.desktop.widgets.containers import Divider, Ground, ScrollColumn
from routewijzer.desktop.widgets.fields import SelectBox
from routewijzer.desktop.widgets.label import LineLabel, WrapLabel
from routewijzer.desktop.widgets.message import announce
from routewijzer.desktop.widgets.rows import LogTable

BESIDE = 54.0
"""The column with counts stands beside the list from this width in em, below it in less."""


def present(session: Session) -> Source:
    """Return the rows of the log."""
    return log.source(session)


def ask_for_file(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
    """Ask where to save; return the path ("" where the worker does not) and the chosen kind."""
    return QFileDialog.getSaveFileName(parent, title, name, kinds)


class Screen(Page):
    """The log page. `ask` asks for a file name: title, proposed name and kinds in, path and kind out."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self.ask: Callable[[QWidget, str, str, str], tuple[str, str]] = ask_for_file
        self._source: Source | None = None
        self._month = self._besluit = ""
        self._limit = log.PAGE
        self._scroll = ScrollColumn(theme, margin=0, spacing=0)
        self.column.addWidget(self._scroll)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(0)
        self._list = QVBoxLayout()
        self._halves.addLayout(self._list, 1)
        self._side = Ground(theme, "panel", "left")
        self._counts = QVBoxLayout(self._side)
        self._halves.addWidget(self._side)
        self._scroll.body.addLayout(self._halves, 1)
        self.table: LogTable | None = None
        self.boxes: list[SelectBox] = []
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
        self.table, self.boxes = None, []
        self._heads(view)
        if view.months and not view.fault:
            self._filters(view)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.theme.space(12))
        self._list.addLayout(self._rows)
        self._list.addStretch(1)
        self._fill_rows(view)
        self._fill_side(view)
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
        narrow = self._em() < BESIDE / 2
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        line = QBoxLayout(way)
        line.setSpacing(self.theme.space(12))
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
        self.table = None
        if view.empty:
            self._rows.addWidget(WrapLabel(theme, view.empty))
            act = LinkButton(theme, view.empty_act, icon="undo-2" if view.can_export else "route")
            act.clicked.connect(self._all if view.can_export else self.bridge.begin)
            self._rows.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
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
        body.addWidget(WrapLabel(theme, view.side_count, "state"))
        body.addWidget(WrapLabel(theme, view.side_title, "label", "soft"))
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.space(8))
        grid.setColumnStretch(0, 1)
        for at, (label, count) in enumerate(view.totals):
            grid.addWidget(WrapLabel(theme, label), at, 0)
            grid.addWidget(LineLabel(theme, count, "strong"), at, 1, Qt.AlignmentFlag.AlignRight)
        body.addLayout(grid)
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
        chosen, kind = self.ask(self, words.export_title, words.export_file, words.export_kinds)
        if chosen:
            path = Path(chosen)
            suffix = path.suffix.lower()
            as_json = suffix == ".json" or (suffix != ".csv" and "json" in kind)
            self.bridge.say(log.save(self._source, path, as_json=as_json))

    def focus_first(self) -> None:
        """Put the focus on the first row; where there is none on the first filter or the one act."""
        target = next((child for child in self.findChildren(LinkButton) if child.isVisibleTo(self)), self)
        if self.table is not None:
            self.table.focus_row(0)
        else:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self) -> None:
        """Put the focus on the first filter."""
        if self.boxes:
            self.boxes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _em(self) -> float:
        return self.width() / (16 * self.theme.scale)

    def _arrange(self) -> None:
        theme, beside = self.theme, self._em() >= BESIDE
        margin = theme.space(32 if beside else 24)
        right, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(right if beside else down)
        self._list.setContentsMargins(margin, theme.space(24), margin, theme.space(24))
        self._list.setSpacing(theme.space(16))
        room = theme.space(24)
        self._counts.setContentsMargins(room, room, room, room)
        self._counts.setSpacing(theme.space(12))
        if beside:
            self._side.setFixedWidth(theme.px(300))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the counts beside the list, or below it."""
        super().resizeEvent(event)
        self._arrange()
