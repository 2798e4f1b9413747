"""The advice: the routes with their reasons, beside them the tools and what else matters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.adviceside import WIDTH, SideColumn, add_links
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters.advice import advice
from routewijzer.desktop.presenters.pageviews import AdviceView
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, ScrollColumn
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.routecard import RouteCard
from routewijzer.desktop.widgets.rows import LinkRow

NARROW = 54.0
"""Of the page, in em: below this the side column goes under the routes."""
KEYS = {"afdrukken": "Ctrl+P", "pdf": "Ctrl+S", "kopieer": "Ctrl+Shift+C", "vastleggen": "Ctrl+L"}


def present(session: Session) -> AdviceView | None:
    """Return the view; None where no intake is open."""
    return advice(session.intake) if session.intake is not None else None


class Screen(Page):
    """Route cards at the left, the side column at the right or below."""

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
            shown = RouteCard(theme, route, is_open=at == 0 or route.id in opened)
            shown.copied.connect(self.bridge.copy_number)
            left.addWidget(shown)
            self.cards.append(shown)
        left.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus on the first question where one must be answered first, else on the first route."""
        first = [*self.links, *(card.head for card in self.cards)][:1]
        (first[0] if first else self.side.buttons["afdrukken"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def help(self) -> None:
        """Unfold the first route, where the reasons stand."""
        if self.cards:
            self.cards[0].set_open(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side column beside the routes or below them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() / (16 * self.theme.scale) < NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self.side.setMinimumWidth(0 if narrow else self.theme.px(WIDTH))
        self.side.setMaximumWidth(16777215 if narrow else self.theme.px(WIDTH))

    def _do(self, tool: str) -> None:
        """Do what a tool says; one that is off does nothing, also by its key."""
        button = self.side.buttons.get(tool)
        if button is None or not button.isEnabled():
            return
        acts = {"kopieer": self.bridge.copy_advice, "vastleggen": self.bridge.close_and_log}
        if tool in acts:
            acts[tool]()
