"""Terms, partners, articles and figures: one search field, what is found, and the item beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.askprinter import ask_printer, has_printer
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.chiprow import ChipRow
from routewijzer.desktop.filedialog import ask_path
from routewijzer.desktop.handouts import Handouts
from routewijzer.desktop.knowdetail import fill_item
from routewijzer.desktop.page import reveal
from routewijzer.desktop.presenters import knowledge
from routewijzer.desktop.presenters.knowledge import Knowing
from routewijzer.desktop.presenters.morepageviews import ListedView
from routewijzer.desktop.searchpage import SearchPage
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.rules.leaflet import Leaflet, leaflet, name_of

if TYPE_CHECKING:  # printing comes in when it is asked for
    from PySide6.QtPrintSupport import QPrinter


def present(session: Session) -> Knowing:
    """Return what the loaded pack tells."""
    return knowledge.knowing(session)


class Screen(SearchPage):
    """The knowledge page.

    `ask_path`, `has_printer` and `ask_printer` ask the system; another may be put in their place.
    """

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        words = text.load().knowledge
        fields = (words.search, words.search_hint)
        super().__init__(theme, bridge, words.list_name, words.back, fields, parent)
        self._made = Knowing(None)
        self._kind = ""
        self._trail: list[str] = []
        """Ids of the items that the worker came from, last one last."""
        self._wanted = ""
        """The item that the intake asked for."""
        self._handouts = Handouts(bridge)
        self.ask_path: Callable[[QWidget, str, str, str], Path | None] = ask_path
        self.has_printer: Callable[[], bool] = has_printer
        self.ask_printer: Callable[[QWidget, str], QPrinter | None] = ask_printer
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title = WrapLabel(theme, words.title, "page")
        self._line.addWidget(self._title)
        self._line.addWidget(self.field, 1)
        self._line.setSpacing(theme.space(20))
        self.head.addLayout(self._line)
        self.chips = ChipRow(theme, words.chips, knowledge.kinds(), "", {})
        self.chips.chosen.connect(self.show_kind)
        self.head.addWidget(self.chips)
        self.back.clicked.disconnect(self.to_list)
        self.back.clicked.connect(self.go_back)
        for key, act in (("Ctrl+P", self.print_item), ("Ctrl+S", self.save_item)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    # What shows.

    def show_view(self, view: Knowing) -> bool:
        """Show what this pack tells."""
        self._made = view
        self.look_up()
        return True

    def results(self, query: str) -> ListedView:
        """Return what is found among the chosen kind."""
        return knowledge.listed(self._made, query, self._kind)

    def show_kind(self, kind: str) -> None:
        """Show all, or only one kind."""
        self._kind = kind
        self.look_up()

    def choose(self, name: str) -> None:
        """Show one item, chosen from the list: there is no way back from it but to the list."""
        self._trail.clear()
        self._show(name)

    def fill(self, name: str, body: QVBoxLayout) -> None:
        """Show one item."""
        told, words = self._told(name), text.load().knowledge
        if told is None:
            return
        self.print_button = LinkButton(self.theme, words.print, icon="printer", key=words.print_key)
        self.print_button.clicked.connect(self.print_item)
        self.pdf_button = LinkButton(
            self.theme, words.pdf, icon="file-down", key=words.pdf_key, name=words.pdf_name
        )
        self.pdf_button.clicked.connect(self.save_item)
        tools = (self.print_button, self.pdf_button)
        for widget in fill_item(self.theme, told, self._made, tools, self.follow, self.bridge.copy_number):
            body.addWidget(widget)

    def _told(self, name: str) -> Leaflet | None:
        made = self._made
        if made.pack is None or made.known is None or not name:
            return None
        return leaflet(made.pack, made.known, name, dt.datetime.now().astimezone().date())

    def _show(self, name: str) -> None:
        super().choose(name)
        self.list.set_current(name)
        self._name_back()
        self._arrange()

    # From item to item, and back.

    def follow(self, name: str) -> None:
        """Show an item that another one leads to; back goes to that one."""
        self._trail.append(self.current)
        self._go(name)

    def go_back(self) -> None:
        """Go to where the worker came from: the item before, the question in the intake, or the list."""
        if self._trail:
            self._go(self._trail.pop())
        elif self._came():
            self.bridge.show("intake")
        else:
            self.to_list()

    def _go(self, name: str) -> None:
        self._detail_only = not self.is_together()
        self._show(name)
        reveal(self)
        if self.back.isVisible():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.focus_first()
        QTimer.singleShot(0, self, self._in_sight)  # what was built just now has no place yet

    def _in_sight(self) -> None:
        """Scroll the list to the item that shows."""
        for row in self.list.rows:
            if row.current:
                self.side.ensureWidgetVisible(row)

    def _came(self) -> bool:
        """Whether the worker came from a question of an open intake."""
        session = self.bridge.session
        return bool(self._wanted) and self._wanted == session.wanted and session.intake is not None

    def _name_back(self) -> None:
        words = text.load().knowledge
        if self._trail:
            titles = {item.id: name_of(item) for item in self._made.items}
            self.back.set_label(words.back_to, words.back_to_name.format(title=titles[self._trail[-1]]))
        elif self._came():
            self.back.set_label(words.back_question)
        else:
            self.back.set_label(words.back)

    def _open_wanted(self) -> None:
        """Show the item that a question asked for, in the whole list."""
        self._wanted = self.bridge.session.wanted
        self._kind = ""
        self.chips.chips[""].setChecked(True)
        self.field.clear()
        self.look_up()
        self._trail.clear()
        self._go(self._wanted)

    # Paper.

    def print_item(self) -> None:
        """Print the item that shows."""
        from routewijzer.desktop.printing import print_pdf

        words, data = text.load().knowledge, self._pdf()
        if data is None:
            return
        if not self.has_printer():
            self.bridge.say(words.no_printer)
            self.pdf_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        printer = self.ask_printer(self, words.print)
        if printer is not None:
            self.bridge.say(words.printed if print_pdf(data, printer) else words.print_failed)

    def save_item(self) -> None:
        """Save the item that shows as a PDF; its name is the item's id."""
        words, data = text.load().knowledge, self._pdf()
        if data is None:
            return
        path = self.ask_path(self, words.pdf_dialog, f"{self.current}.pdf", words.pdf_filter)
        if path is not None:
            self._handouts.save(path, data)

    def _pdf(self) -> bytes | None:
        told = self._told(self.current)
        if told is None or self._made.pack is None:
            return None
        return self._handouts.make(self._made.pack, told)

    # Focus and room.

    def focus_first(self) -> None:
        """Put the focus in the search field; where a question asks for an item, open that."""
        if self.bridge.session.wanted in {item.id for item in self._made.items}:
            self._open_wanted()
            return
        self._name_back()
        self._arrange()
        self.to_search()

    def help(self) -> None:
        """F1: help is here; put the focus in the search field."""
        self.to_search()

    def _arrange(self) -> None:
        super()._arrange()
        if hasattr(self, "_title"):  # not while the base is made
            # Where room is short the title stays out: the strip above the page says it too.
            self._title.setVisible(self.is_together())
            back = bool(self._trail) or self._came()
            self.back.setVisible(self.back.isVisibleTo(self) or (back and self.is_together()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to where the worker came from; in a full search field it empties that first."""
        typing = self.field.hasFocus() and bool(self.field.text())
        if event.key() == Qt.Key.Key_Escape and not typing and (self._trail or self._came()):
            self.go_back()
        else:
            super().keyPressEvent(event)
