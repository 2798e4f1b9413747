"""A page with a list and, beside it, what is chosen from it; in a narrow window one of the two at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters.morepageviews import ListedView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.containers import ScrollColumn
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.results import ResultList

TOGETHER = 50.0
"""List and detail stand side by side from this width in em."""
RING = 8
"""Room around the list for the focus ring, in px at 100 %."""


class Pane(ScrollColumn):
    """A column that leaves the keys to its page, so that they do the same wherever the focus is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no key."""
        event.ignore()


class ListPage(Page):
    """Base of the rules, knowledge and practice pages.

    `head` stands above both; a subclass fills it, and says in `fill` what a chosen item shows.
    Up and down move in the list, and scroll the detail where the focus is not in the list; page up and page
    down always scroll the detail; Esc goes back to the list.
    """

    def __init__(
        self, theme: Theme, bridge: Bridge, name: str, back: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, bridge, parent)
        self.current = ""
        self._detail_only = False
        space = theme.space
        self.head = QVBoxLayout()
        self.head.setSpacing(space(10))
        self._head = QWidget()
        self._head.setLayout(self.head)
        self.list = ResultList(theme, name)
        self.list.chosen.connect(self.choose)
        self.list.opened.connect(self._open)
        self.count = WrapLabel(theme, "", "label", "soft")
        self.side = Pane(theme, margin=RING, spacing=8)
        self.side.body.addWidget(self.count)
        self.side.body.addWidget(self.list)
        self.side.body.addStretch(1)
        self.back = LinkButton(theme, back, icon="arrow-left", key="Esc")
        self.back.clicked.connect(self.to_list)
        self.detail = Pane(theme, margin=RING, spacing=12)
        self._under = QVBoxLayout()
        self._under.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._under.addWidget(self.detail, 1)
        self._panes = QHBoxLayout()
        self._panes.addWidget(self.side)
        self._panes.addLayout(self._under, 1)
        self._panes.setSpacing(space(10))
        self.column.addWidget(self._head)
        self.column.addLayout(self._panes, 1)
        self._arrange()

    def fill(self, name: str, body: QVBoxLayout) -> None:
        """Put what the item `name` shows into the detail."""
        raise NotImplementedError

    def show_list(self, view: ListedView) -> None:
        """Show a list and the first of it; where there is none, the one sentence instead."""
        lines = (view.notice, *view.faults) if view.notice else (view.count,)
        self.count.set_markup("\n".join(lines))
        kept = any(item.id == self.current for item in view.results)
        first = view.results[0].id if view.results else ""
        self.list.setVisible(bool(view.results))
        self.list.set_results(view.results, self.current if kept else first)
        if not kept:
            self.choose(first)

    def choose(self, name: str) -> None:
        """Show one item in the detail; "" shows none."""
        self.current = name
        clear(self.detail.body)
        self.detail.verticalScrollBar().setValue(0)
        if name:
            self.fill(name, self.detail.body)
            self.detail.body.addStretch(1)

    def to_list(self) -> None:
        """In a narrow window: from the detail back to the list."""
        self._detail_only = False
        self._arrange()
        self.list.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the item that shows."""
        if self._detail_only:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.rows:
            self.list.focus_first()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_together(self) -> bool:
        """Whether list and detail stand side by side."""
        return self.width() / (16 * self.theme.scale) >= TOGETHER

    def _open(self, _name: str) -> None:
        if not self.is_together():
            self._detail_only = True
            self._arrange()
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        theme, together = self.theme, self.is_together()
        margin = theme.space(32 if together else 24)
        alone = self._detail_only and not together
        self._head.setVisible(not alone)
        self.head.setContentsMargins(margin, theme.space(20), margin, theme.space(8))
        self.side.setVisible(not alone)
        self.detail.setVisible(together or alone)
        self.back.setVisible(alone)
        ring = theme.space(RING)
        top = theme.space(12) if alone else 0
        self._panes.setContentsMargins(margin - ring, top, margin - ring, 0)
        self._panes.setStretch(0, 0 if together else 1)
        self._panes.setStretch(1, 1 if together or alone else 0)
        wide = min(theme.px(330), round(self.width() * 0.36))
        least = self.side.minimumSizeHint().width()
        self.side.setMinimumWidth(max(wide, least) if together else 0)
        self.side.setMaximumWidth(max(wide, least) if together else 16777215)
        if together is not self.is_together():  # showing a part gave the page its size
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the panes side by side, or show one."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the detail; Esc leaves it in a narrow window."""
        bar, key, line = self.detail.verticalScrollBar(), Qt.Key(event.key()), self.theme.px(48)
        steps = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if not any(row.hasFocus() for row in self.list.rows):
            steps |= {Qt.Key.Key_Down: line, Qt.Key.Key_Up: -line}
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key == Qt.Key.Key_Escape and self.back.isVisible():
            self.to_list()
        else:
            event.ignore()
