"""The start page: begin, go on with an open intake, open a code, or go elsewhere. It needs no rule pack."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters.pageviews import StartView
from routewijzer.desktop.presenters.start import log_text, start
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.base import plain_key
from routewijzer.desktop.widgets.buttons import SecondaryButton
from routewijzer.desktop.widgets.columns import TwoColumns
from routewijzer.desktop.widgets.containers import Card, Divider
from routewijzer.desktop.widgets.fields import SearchField
from routewijzer.desktop.widgets.hero import HeroTile
from routewijzer.desktop.widgets.label import LineLabel, NumberLabel, WrapLabel
from routewijzer.desktop.widgets.tile import ActionTile

if TYPE_CHECKING:  # a start without open intakes waits for no rows
    from routewijzer.desktop.draftrow import DraftRow

LOG = "logboek"
_IN_A_ROW = 30.0
"""In em: from this width of the column the tiles stand in a row."""


def present(session: Session) -> StartView:
    """Return the view; open intakes that cannot be read are told of in it."""
    drafts, notice = session.open_intakes()
    return start(session, drafts, notice, dt.datetime.now().astimezone())


class CodeField(SearchField):
    """The code of a case; Enter is the field's own and never begins a new intake."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; `returnPressed` was sent by then."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Screen(Page):
    """The start page. The number of rows in the log is read once the page stands there."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._columns: TwoColumns | None = None
        self._view: StartView | None = None
        self._rows: list[QBoxLayout] = []
        self._fault = ""
        self.drafts: list[DraftRow] = []
        self.tiles: dict[str, ActionTile] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._count)

    def show_view(self, view: StartView) -> bool:
        """Show the page; where only greeting or pack changed, nothing else is built anew."""
        before, self._view = self._view, view
        self._later.start(0)
        if before is not None and _shape(before) == _shape(view):
            self._title.set_markup(view.title)
            self._say_pack(view)
            return False
        self._build(view)
        return True

    def _build(self, view: StartView) -> None:
        theme = self.theme
        code = self.code.text() if self._columns is not None else ""
        if self._columns is None:
            self._columns = TwoColumns(theme, view.side_name)
            self.column.addWidget(self._columns)
        body = self._columns.body
        clear(body)
        clear(self._columns.side)
        self._rows = []
        self._title = WrapLabel(theme, view.title, "page")
        body.addWidget(self._title)
        self.hero = HeroTile(theme, view.hero)
        self.hero.started.connect(self._begin)
        self.hero.button.setEnabled(view.hero_enabled)
        self.hero.button.setAccessibleDescription(view.hero.note)
        body.addWidget(self.hero)
        if view.faults:
            body.addWidget(self._faults(view))
        self._add_drafts(body, view)
        body.addLayout(self._tiles(view))
        body.addWidget(self._code(view, code))
        body.addStretch(1)
        self._side(self._columns.side, view)
        self._arrange()

    def _faults(self, view: StartView) -> Card:
        card = Card(self.theme, view.faults_title, edge="ink", pad=16)
        card.body.addWidget(WrapLabel(self.theme, view.faults_title, "title", icon="circle-alert"))
        for line in (*view.faults, view.faults_more):
            if line:
                card.body.addWidget(WrapLabel(self.theme, line))
        return card

    def _add_drafts(self, body: QVBoxLayout, view: StartView) -> None:
        if view.drafts:
            from routewijzer.desktop.draftrow import DraftRow
        self.drafts = [DraftRow(self.theme, draft) for draft in view.drafts]
        for row in self.drafts:
            row.resumed.connect(self._resume)
            row.discarded.connect(self.bridge.discard)
            body.addWidget(row)
        if view.drafts_notice:
            body.addWidget(WrapLabel(self.theme, view.drafts_notice, icon="circle-alert"))

    def _code(self, view: StartView, text: str) -> Card:
        theme = self.theme
        card = Card(theme, view.code_title, pad=16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrapLabel(theme, view.code_title, "title"))
        words.addWidget(WrapLabel(theme, view.code_help, "note", "soft"))
        card.body.addLayout(words)
        entry = QHBoxLayout()
        entry.setSpacing(theme.space(10))
        self.code = CodeField(theme, view.code_title, view.code_field, icon="file-down")
        self.code.setAccessibleDescription(view.code_help)
        self.code.setText(text)
        self.code.returnPressed.connect(self._open_code)
        self.code.textEdited.connect(self._forget_fault)
        entry.addWidget(self.code, 1)
        self.open = SecondaryButton(theme, view.code_button, name=view.code_title)
        self.open.clicked.connect(self._open_code)
        entry.addWidget(self.open)
        card.body.addLayout(entry)  # in a row of its own: the whole code is in sight
        return card

    def _tiles(self, view: StartView) -> QBoxLayout:
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(self.theme.space(14))
        self.tiles = {}
        for tile in view.tiles:
            made = ActionTile(self.theme, tile.title, tile.text, tile.icon, tile.key)
            made.clicked.connect(lambda _checked=False, place=tile.id: self.bridge.show(place))
            self.tiles[tile.id] = made
            line.addWidget(made, 1)
        self._rows.append(line)
        return line

    def _side(self, side: QVBoxLayout, view: StartView) -> None:
        theme = self.theme
        side.addWidget(LineLabel(theme, view.doubt_title, "label", "soft", icon="phone"))
        side.addWidget(WrapLabel(theme, view.doubt_call, "state"))
        self.number = NumberLabel(
            theme, view.doubt_number, f"{view.doubt_call}: {view.doubt_number}", "number_panel"
        )
        self.number.chosen.connect(self.bridge.copy_number)
        line = QHBoxLayout()
        line.addWidget(self.number)
        line.addStretch(1)
        side.addLayout(line)
        side.addWidget(WrapLabel(theme, view.doubt_note))
        side.addWidget(Divider(theme, strong=True))
        side.addWidget(WrapLabel(theme, view.lines_title, "label", "soft"))
        for icon, markup in view.lines:
            side.addWidget(WrapLabel(theme, markup, icon=icon, icon_tone="accent"))
        side.addStretch(1)
        side.addWidget(Divider(theme, strong=True))
        self._pack = WrapLabel(theme, "", icon=view.pack_icon, icon_tone="accent")
        side.addWidget(self._pack)
        self._say_pack(view)

    def _say_pack(self, view: StartView) -> None:
        self._pack.set_markup(f"**{view.pack}**\n{view.pack_note}")

    # What it sends.

    def _begin(self) -> None:
        if self.bridge.session.engine is None:  # Enter came before the pack
            self.bridge.load_pack()
        self.bridge.begin()

    def _resume(self, draft_id: str) -> None:
        """Go on; the intake this window holds is still here, with what can be taken back in it."""
        intake = self.bridge.session.intake
        if intake is not None and intake.draft is not None and intake.draft.id == draft_id:
            self.bridge.show("intake")
        else:
            self.bridge.resume(draft_id)

    def _open_code(self) -> None:
        """Open the code; one that is wrong stays in the field."""
        if not self.code.text().strip():
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.bridge.open_code(self.code.text())
        if self.bridge.session.place == "start":
            self._fault = self.bridge.session.message
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.code.clear()

    def _forget_fault(self) -> None:
        """Take away what was said of the code that stood here; another message stays."""
        fault, self._fault = self._fault, ""
        if fault and self.bridge.session.message == fault:
            self.bridge.say("")

    def _count(self) -> None:
        """Read how many rows the log has, where there is one; the first paint does not wait for it."""
        session = self.bridge.session
        if LOG not in self.tiles or (session.engine is None and not session.pack_faults):
            return
        from routewijzer.journal.faults import JournalError
        from routewijzer.journal.store import FOLDER, Journal

        if not (session.data / FOLDER).exists():
            return
        try:
            with Journal(session.data, wait=0.2) as journal:
                self.tiles[LOG].set_text(log_text(journal.count()))
                notice = journal.notice
        except JournalError:
            self.tiles[LOG].set_text(log_text(None))
        else:
            if notice:
                self.bridge.say(notice)

    # Focus, keys, room.

    def focus_first(self) -> None:
        """Put the focus on the intake to go on with, else on Begin, else on the number to call."""
        view = self._view
        if view is not None and view.fresh:
            self.drafts[0].resume.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.hero.button.isEnabled():
            self.hero.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins where its key cap says so; V goes on with the first open intake."""
        view, key = self._view, event.key()
        if view is None or event.isAutoRepeat():
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and view.hero.key and view.hero_enabled:
            self._begin()
        elif self.bridge.letters and plain_key(event) == "V" and view.drafts and view.drafts[0].key:
            self._resume(view.drafts[0].id)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Count the log anew: an intake may have been added."""
        super().showEvent(event)
        self._later.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles below each other in a narrow column."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._columns is None:
            return
        room = self.width() if self._columns.is_stacked() else self.width() - self.theme.px(300)
        beside = room >= self.theme.px(_IN_A_ROW * 16)
        kinds = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(kinds.LeftToRight if beside else kinds.TopToBottom)


def _shape(view: StartView) -> StartView:
    """Return the view without what can change in place."""
    return view.replace(title="", pack="", pack_note="")
