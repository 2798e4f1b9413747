"""The emergency page: numbers first, what to say, what to do afterwards. It asks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters.pageviews import NumberView, SpoedView
from routewijzer.desktop.presenters.start import spoed
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.base import plain_key
from routewijzer.desktop.widgets.buttons import SecondaryButton
from routewijzer.desktop.widgets.checks import CheckItem
from routewijzer.desktop.widgets.containers import Card, Divider, Ground, ScrollColumn
from routewijzer.desktop.widgets.hero import BigNumber
from routewijzer.desktop.widgets.label import NumberLabel, WrapLabel

_BESIDE = 54.0
"""In em: from this width the helplines stand beside 112, else below it."""


def present(session: Session) -> SpoedView:
    """Return the view."""
    return spoed(session)


class Screen(Page):
    """112 as large as it goes, and the rest beside it. Enter never leaves the page from the number."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        scroll = ScrollColumn(theme, margin=0, spacing=0)
        self.column.addWidget(scroll)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(0)
        scroll.body.addLayout(self._halves, 1)
        self.checks: list[CheckItem] = []
        self._view: SpoedView | None = None

    def show_view(self, view: SpoedView) -> bool:
        """Build the page."""
        self._view = view
        clear(self._halves)
        self._halves.addWidget(self._red(view), 19)
        self._halves.addWidget(self._rest(view), 13)
        return True

    def _red(self, view: SpoedView) -> Ground:
        theme, pad = self.theme, self.theme.space(44)
        ground = Ground(theme, "bar", "top")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, self.theme.space(32), 0, self.theme.space(32))
        column.setSpacing(theme.space(16))
        head = WrapLabel(theme, view.title, "page", "on_bar", icon="phone-call")
        column.addLayout(_inset(head, pad))
        self.number = BigNumber(theme, view.call.number, view.call.note)
        self.number.chosen.connect(self.bridge.copy_number)
        line = QHBoxLayout()
        line.setContentsMargins(theme.space(20), 0, theme.space(20), 0)
        line.addWidget(self.number)
        column.addLayout(line, 1)
        column.addLayout(_inset(WrapLabel(theme, view.say_title, "title", "on_bar"), pad))
        says = QHBoxLayout()
        says.setContentsMargins(pad, 0, pad, 0)
        says.setSpacing(theme.space(24))
        for what, words in view.say:
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(WrapLabel(theme, what, "question_now", "on_bar"))
            part.addWidget(WrapLabel(theme, words, "body", "on_bar"))
            part.addStretch(1)
            says.addLayout(part, 1)
        column.addLayout(says)
        return ground

    def _rest(self, view: SpoedView) -> QWidget:
        theme, pad = self.theme, self.theme.space(36)
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(pad, theme.space(32), pad, theme.space(28))
        column.setSpacing(theme.space(16))
        self.numbers: list[NumberLabel] = []
        for at, number in enumerate(view.numbers):
            if at:
                column.addWidget(Divider(theme))
            column.addLayout(self._number(number, "number_route" if at else "number_spoed"))
        column.addStretch(1)
        after = Card(theme, view.after_title, tone="sunken", pad=18)
        after.body.setSpacing(0)
        after.body.addWidget(WrapLabel(theme, view.after_title, "title"))
        self.checks = [CheckItem(theme, line) for line in view.after]
        for check in self.checks:
            after.body.addWidget(check)
        column.addWidget(after)
        column.addLayout(self._buttons(view))
        if view.log_fault:
            column.addWidget(WrapLabel(theme, view.log_fault, "body", "soft"))
        return half

    def _number(self, view: NumberView, step: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(WrapLabel(self.theme, view.title, "heading"))
        shown = NumberLabel(self.theme, view.number, f"{view.title} {view.number}", step)
        shown.setAccessibleDescription(view.note)
        shown.chosen.connect(self.bridge.copy_number)
        self.numbers.append(shown)
        line = QHBoxLayout()
        line.addWidget(shown)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(WrapLabel(self.theme, view.note, "body", "soft"))
        return column

    def _buttons(self, view: SpoedView) -> QHBoxLayout:
        self.back = SecondaryButton(self.theme, view.back, icon="arrow-left", key=view.back_key)
        self.back.clicked.connect(self.bridge.back)
        self.log = SecondaryButton(self.theme, view.log, key=view.log_key)
        self.log.clicked.connect(self._record)
        self.log.setEnabled(not view.log_fault)
        self.log.setAccessibleDescription(view.log_fault)
        line = QHBoxLayout()
        line.setSpacing(self.theme.space(10))
        line.addWidget(self.back)
        line.addWidget(self.log)
        line.addStretch(1)
        return line

    def _record(self) -> None:
        """Go to the intake that is open, or begin one: its first question is about danger."""
        session = self.bridge.session
        if session.engine is None and not session.pack_faults:  # L came before the pack
            self.bridge.load_pack()
        self.bridge.show("intake")

    def focus_first(self) -> None:
        """Put the focus on the number, with the list of afterwards as new."""
        for check in self.checks:
            check.setChecked(False)
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L records; Esc is the window's."""
        view = self._view
        if view is not None and self.bridge.letters and plain_key(event) == view.log_key:
            if self.log.isEnabled():
                self._record()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the helplines below 112 in a narrow page."""
        super().resizeEvent(event)
        beside = self.width() >= self.theme.px(_BESIDE * 16)
        kinds = QBoxLayout.Direction
        self._halves.setDirection(kinds.LeftToRight if beside else kinds.TopToBottom)


def _inset(widget: QWidget, pad: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(pad, 0, pad, 0)
    line.addWidget(widget)
    return line
