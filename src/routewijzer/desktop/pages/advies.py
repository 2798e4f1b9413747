"""The advice: the routes with their reasons, beside them the tools and what else matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from routewijzer import text
from routewijzer.desktop.adviceside import WIDTH, SideColumn, add_links
from routewijzer.desktop.askprinter import ask_printer, has_printer
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.filedialog import ask_path
from routewijzer.desktop.page import Page, clear, side_by_side
from routewijzer.desktop.presenters.advice import advice
from routewijzer.desktop.presenters.pageviews import AdviceView
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, ScrollColumn
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.routecard import RouteCard
from routewijzer.desktop.widgets.rows import LinkRow

if TYPE_CHECKING:  # printing comes in when it is asked for
    from PySide6.QtPrintSupport import QPrinter

    from routewijzer.desktop.preview import Preview

KEYS = {
    "afdrukken": "Ctrl+P",
    "pdf": "Ctrl+S",
    "kopieer": "Ctrl+Shift+C",
    "vastleggen": "Ctrl+L",
    "watals": "F8",
}


def present(session: Session) -> AdviceView | None:
    """Return the view; None where no intake is open."""
    return advice(session.intake) if session.intake is not None else None


class Screen(Page):
    """Route cards at the left, the side column at the right or below.

    `ask_path`, `has_printer` and `ask_printer` ask the system; another may be put in their place.
    """

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=28, spacing=14)
        self.column.addWidget(self._scroll)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.space(22))
        self._scroll.body.addLayout(self._row)
        self._scroll.body.addStretch(1)
        self._left = QVBoxLayout()
        self._left.setSpacing(theme.space(8))
        self._row.addLayout(self._left, 1)
        self.side = SideColumn(theme, bridge)
        self.side.pressed.connect(self._do)
        self._row.addWidget(self.side)
        self.cards: list[RouteCard] = []
        self.links: list[LinkRow] = []
        self._shape: tuple[object, ...] = ()
        self.preview: Preview | None = None
        self._before: QWidget | None = None
        self.ask_path: Callable[[QWidget, str, str, str], Path | None] = ask_path
        self.has_printer: Callable[[], bool] = has_printer
        self.ask_printer: Callable[[QWidget, str], QPrinter | None] = ask_printer
        for tool, key in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda tool=tool: self._do(tool))
        self._arrange()

    def show_view(self, view: AdviceView) -> bool:
        """Show the advice; parts that stay are kept, with their focus and what was unfolded."""
        shape = (view.kicker, view.title, view.lead, view.questions_title, view.questions, view.routes)
        replaced = shape != self._shape
        if replaced:
            self._shape = shape
            self._build(view)
        return self.side.show_view(view) or replaced

    def _build(self, view: AdviceView) -> None:
        theme, left = self.theme, self._left
        opened = {card.view.id for card in self.cards if card.is_open()}
        clear(left)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(WrapLabel(theme, view.kicker, "label", "soft"))
        head.addWidget(WrapLabel(theme, view.title, "verdict"))
        left.addLayout(head)
        if view.lead:
            left.addWidget(WrapLabel(theme, view.lead, icon="info", icon_tone="accent"))
        if view.questions:
            card = Card(theme, view.questions_title, edge="accent")
            card.body.addWidget(WrapLabel(theme, view.questions_title, "title"))
            add_links(theme, self.bridge, view.questions, card.body)
            left.addWidget(card)
        self.links = [row for row in self.findChildren(LinkRow) if not self.side.isAncestorOf(row)]
        self.cards = []
        for at, route in enumerate(view.routes):
            key = route.reasons_key if self.bridge.letters else ""
            shown = RouteCard(theme, route.replace(reasons_key=key), is_open=at == 0 or route.id in opened)
            shown.copied.connect(self.bridge.copy_number)
            left.addWidget(shown)
            self.cards.append(shown)
        left.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus where it was before a trial; else on the first question, or the first route."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and self.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = [*self.links, *(card.head for card in self.cards)][:1]
        (first[0] if first else self.side.buttons["afdrukken"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def help(self) -> None:
        """Unfold the route that has the focus, else the first."""
        focus = QApplication.focusWidget()
        chosen = [card for card in self.cards if focus is not None and card.isAncestorOf(focus)]
        for card in (chosen or self.cards)[:1]:
            card.set_open(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side column beside the routes or below them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = side_by_side(self._row, self)
        self.side.setMinimumWidth(self.theme.px(WIDTH) if beside else 0)
        self.side.setMaximumWidth(self.theme.px(WIDTH) if beside else 16777215)

    def _do(self, tool: str) -> None:
        """Do what a tool says; one that is off does nothing, also by its key."""
        button = self.side.buttons.get(tool)
        if button is None or not button.isEnabled():
            return
        acts: dict[str, Callable[[], object]] = {
            "afdrukken": self._print,
            "voorbeeld": self._preview,
            "pdf": self._save,
            "kopieer": self.bridge.copy_advice,
            "vastleggen": self.bridge.close_and_log,
            "watals": self._try_out,
        }
        acts[tool]()

    def _try_out(self) -> None:
        from routewijzer.desktop.trialintents import Trials

        self._before = QApplication.focusWidget()
        Trials(self.bridge).begin()

    # The summary: on paper, on the screen, as a file.

    def _print(self) -> None:
        from routewijzer.desktop.printing import print_pdf

        words = text.load().desktop
        if not self.has_printer():
            self.bridge.say(words.no_printer)
            self.side.buttons["pdf"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        data = self.bridge.summary_or_say()
        printer = self.ask_printer(self, words.tool_print) if data is not None else None
        if data is not None and printer is not None:
            self.bridge.say(words.printed if print_pdf(data, printer) else words.print_failed)

    def _preview(self) -> None:
        from routewijzer.desktop.preview import Preview

        data = self.bridge.summary_or_say()
        if data is not None:
            self.preview = Preview(self.theme, data, self.window())
            self.preview.left.connect(self.bridge.show)
            self.preview.open()

    def _save(self) -> None:
        words = text.load().desktop
        today = dt.datetime.now().astimezone().date()
        name = Path(words.pdf_name)
        proposed = f"{name.stem}-{today:%Y-%m-%d}{name.suffix}"
        path = self.ask_path(self, words.pdf_dialog, proposed, words.pdf_filter)
        if path is not None:
            self.bridge.save_pdf(path)
