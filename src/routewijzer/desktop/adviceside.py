"""The side column of the advice page: tools, what to do besides, what does not fit, what would change it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.notefield import NoteField
from routewijzer.desktop.page import clear, tab_in_order
from routewijzer.desktop.presenters.pageviews import ActView, AdviceView, ToolView
from routewijzer.desktop.sidepanel import add_clash
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.tipcard import TipCard
from routewijzer.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from routewijzer.desktop.widgets.checks import CheckItem
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.fold import FoldOut
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow
from routewijzer.desktop.widgets.views import FoldView, LinkView

WIDTH = 300
"""Of the column, in px at 100 %, while it stands beside the routes."""


class SideColumn(QWidget):
    """Shows the parts of an AdviceView beside the routes; `pressed` sends the id of a tool.

    Parts that stay the same are kept, with their focus.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.bridge = theme, bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        self.buttons: dict[str, PrimaryButton | SecondaryButton] = {}
        self.acts: dict[str, CheckItem] = {}
        self._parts: list[QVBoxLayout] = []
        self._shapes: list[object] = []
        self.note: NoteField | None = None
        self.tips: TipCard | None = None
        self._tip = ""
        for _ in range(6):
            part = QVBoxLayout()
            part.setSpacing(theme.space(8))
            self._parts.append(part)
            self._shapes.append(None)
            column.addLayout(part)
        column.addStretch(1)
        bridge.changed.connect(self.show_note)

    def show_view(self, view: AdviceView) -> bool:
        """Show the parts that differ; return True where any was replaced."""
        shapes = (
            view.tools,
            (view.note_title, view.note_label, view.note_help),
            (view.clash_title, view.clashes),
            (view.acts_title, tuple(act.id for act in view.acts)),
            (view.tips_title, view.tips_label, view.tips),
            (view.open_title, view.open),
        )
        builders = (self._tools, self._note, self._clashes, self._acts, self._tips, self._open)
        replaced = False
        for at, (shape, build) in enumerate(zip(shapes, builders, strict=True)):
            if shape != self._shapes[at]:
                self._shapes[at] = shape
                clear(self._parts[at])
                build(view, self._parts[at])
                replaced = True
        if replaced:
            tab_in_order(self._parts)
        for act in view.acts:
            self._set(self.acts[act.id], act)
        if view.acts:
            self._count.set_markup(view.acts_count)
        return replaced

    # Parts.

    def _tools(self, view: AdviceView, into: QVBoxLayout) -> None:
        self.buttons = {}
        grid = QGridLayout()
        grid.setSpacing(self.theme.space(8))
        into.addLayout(grid)
        row, column = 0, 0
        for tool in view.tools:
            button = self._button(tool)
            if tool.short:
                grid.addWidget(button, row, column)
                row, column = (row, 1) if column == 0 else (row + 1, 0)
            else:
                grid.addWidget(button, row, 0, 1, 2)
                row, column = row + 1, 0
            if tool.note:
                grid.addWidget(WrapLabel(self.theme, tool.note, "note", "soft", icon="info"), row, 0, 1, 2)
                row += 1

    def _note(self, view: AdviceView, into: QVBoxLayout) -> None:
        self.note = NoteField(self.theme, view.note_title, view.note_label, view.note_help)
        self.note.written.connect(self.bridge.write_note)
        into.addWidget(self.note)
        self.show_note()

    def show_note(self) -> None:
        """Show the note of the current intake; none is left of one that was closed."""
        intake = self.bridge.session.intake
        if self.note is not None:
            self.note.set_note(intake.note if intake is not None else "")

    def _button(self, tool: ToolView) -> PrimaryButton | SecondaryButton:
        kind = PrimaryButton if tool.primary else SecondaryButton
        button = kind(self.theme, tool.label, icon=tool.icon, key=tool.key)
        button.setToolTip(f"{tool.label} ({tool.key})" if tool.key else "")
        button.setEnabled(tool.enabled)
        button.setAccessibleDescription(tool.note)
        button.clicked.connect(lambda: self.pressed.emit(tool.id))
        room = self.theme.px(WIDTH) / (2 if tool.short else 1) - self.theme.space(4)
        button.set_dense(button.sizeHint().width() > room)
        self.buttons[tool.id] = button
        return button

    def _card(self, title: str, icon: str, into: QVBoxLayout) -> QVBoxLayout:
        card = Card(self.theme, title, pad=17)
        card.body.addWidget(WrapLabel(self.theme, title, "title", icon=icon))
        into.addWidget(card)
        return card.body

    def _acts(self, view: AdviceView, into: QVBoxLayout) -> None:
        self.acts = {}
        if not view.acts:
            return
        card = Card(self.theme, view.acts_title, pad=17)
        head = QHBoxLayout()
        head.addWidget(WrapLabel(self.theme, view.acts_title, "title"), 1)
        self._count = WrapLabel(self.theme, view.acts_count, "note", "soft")
        head.addWidget(self._count)
        card.body.addLayout(head)
        for act in view.acts:
            item = CheckItem(self.theme, act.label, act.note, done=act.done)
            item.clicked.connect(lambda _checked, act=act: self._tick(act))
            card.body.addWidget(item)
            if act.how:
                card.body.addWidget(FoldOut(self.theme, FoldView(act.how_title, act.how)))
            self.acts[act.id] = item
        into.addWidget(card)

    def _set(self, item: CheckItem, act: ActView) -> None:
        if item.isChecked() != act.done:
            item.setChecked(act.done)

    def _tick(self, act: ActView) -> None:
        """Tick; where the action goes away with its answer, the focus goes to the one in its place."""
        at = list(self.acts).index(act.id)
        self.bridge.tick(act.id)
        if act.id not in self.acts:
            left = list(self.acts.values())
            if left:
                left[min(at, len(left) - 1)].setFocus()

    def _clashes(self, view: AdviceView, into: QVBoxLayout) -> None:
        if view.clashes:
            body = self._card(view.clash_title, "", into)
            for clash in view.clashes:
                add_clash(self.theme, self.bridge.go_to_fact, body, clash)

    def _tips(self, view: AdviceView, into: QVBoxLayout) -> None:
        self.tips = None
        if view.tips:
            self.tips = TipCard(self.theme, view.tips_title, view.tips_label, view.tips, self._tip)
            self.tips.chosen.connect(self._keep_tip)
            into.addWidget(self.tips)

    def _keep_tip(self, choice: str) -> None:
        self._tip = choice

    def _open(self, view: AdviceView, into: QVBoxLayout) -> None:
        if view.open:
            add_links(self.theme, self.bridge, view.open, self._card(view.open_title, "circle-help", into))


def add_links(theme: Theme, bridge: Bridge, links: tuple[LinkView, ...], into: QVBoxLayout) -> None:
    """Add lines that lead to open questions."""
    rows = QVBoxLayout()
    rows.setSpacing(0)
    for at, link in enumerate(links):
        row = LinkRow(theme, link, rule=at + 1 < len(links))
        row.chosen.connect(bridge.go_to_fact)
        rows.addWidget(row)
    into.addLayout(rows)
