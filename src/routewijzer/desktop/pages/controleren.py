"""Controleer uw antwoorden: what is open or unknown first, every answer with a way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.answergroup import MARKS, AnswerGroupCard, AnswerRow, GroupHead
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.chiprow import ChipRow
from routewijzer.desktop.page import IntakePage, clear
from routewijzer.desktop.presenters.check import FILTERS, check
from routewijzer.desktop.presenters.pageviews import CheckView, Notice
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.base import plain_key
from routewijzer.desktop.widgets.buttons import SecondaryButton
from routewijzer.desktop.widgets.containers import Card, ScrollColumn
from routewijzer.desktop.widgets.label import Icon, WrapLabel


def present(session: Session) -> CheckView | None:
    """Return the view of all answers; None where no intake is open."""
    return check(session.intake) if session.intake is not None else None


class Screen(IntakePage):
    """The answers by step. The filter and what was folded by hand are the page's own, for one intake."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=32, spacing=10)
        self.column.addWidget(self._scroll)
        self.groups: list[AnswerGroupCard] = []
        self.answer: SecondaryButton | None = None
        self._view: CheckView | None = None
        self._chosen = FILTERS[0]
        self._folds: dict[str, bool] = {}
        self._of = ""

    def show_view(self, view: CheckView) -> bool:
        """Show the answers; what had the focus keeps it where it is still there."""
        intake = self.bridge.session.intake
        of = intake.draft.id if intake is not None and intake.draft is not None else ""
        if of != self._of:
            self._of, self._chosen, self._folds = of, FILTERS[0], {}
        if self._chosen != FILTERS[0] and intake is not None:
            view = check(intake, self._chosen)
        focus = self._focused()
        self._view = view
        self._build(view)
        return not self._focus_again(focus)

    def _build(self, view: CheckView) -> None:
        body, theme = self._scroll.body, self.theme
        clear(body)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(WrapLabel(theme, view.kicker, "label", "soft"))
        head.addWidget(WrapLabel(theme, view.title, "page"))
        body.addLayout(head)
        self.chips = ChipRow(theme, view.filters_name, view.chips, self._chosen, MARKS)
        self.chips.chosen.connect(self._filter)
        body.addWidget(self.chips)
        self.answer = None
        if view.notice is not None:
            body.addWidget(self._notice(view.notice))
        self.groups = []
        for group in view.groups:
            is_open = self._folds.get(group.id, group.unfolded)
            card = AnswerGroupCard(theme, group, is_open=is_open)
            card.chosen.connect(self.bridge.go_to_fact)
            card.folded.connect(self._fold)
            self.groups.append(card)
            body.addWidget(card)
        if not view.groups:
            body.addWidget(WrapLabel(theme, view.empty, "body", "soft"))
        body.addStretch(1)

    def _notice(self, notice: Notice) -> Card:
        theme = self.theme
        card = Card(theme, notice.title, edge="ink", pad=16)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(theme.space(12))
        lead = QHBoxLayout()
        lead.setSpacing(theme.space(12))
        lead.addWidget(Icon(theme, "circle-alert", "ink", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrapLabel(theme, notice.title, "title"))
        words.addWidget(WrapLabel(theme, notice.text))
        lead.addLayout(words, 1)
        line.addLayout(lead, 1)
        self.answer = SecondaryButton(theme, notice.button, key=notice.key)
        self.answer.setAccessibleDescription(notice.text)
        self.answer.clicked.connect(lambda: self.bridge.go_to_fact(notice.fact))
        line.addWidget(self.answer)
        card.body.addLayout(line)
        return card

    # The page's own state.

    def _filter(self, chosen: str) -> None:
        """Show the answers under another filter: nothing of the case changes."""
        intake = self.bridge.session.intake
        if intake is None or chosen == self._chosen:
            return
        self._chosen, self._folds = chosen, {}
        self._view = check(intake, chosen)
        self._build(self._view)
        self.chips.focus_chosen()

    def _fold(self, group: str, is_open: bool) -> None:
        self._folds[group] = is_open

    # Focus and keys.

    def _focused(self) -> tuple[str, str] | None:
        """Return group and fact that have the focus ("" is the group's head)."""
        focus = QApplication.focusWidget()
        for card in self.groups:
            if isinstance(focus, AnswerRow | GroupHead) and card.isAncestorOf(focus):
                return card.view.id, focus.view.fact if isinstance(focus, AnswerRow) else ""
        return None

    def _focus_again(self, where: tuple[str, str] | None) -> bool:
        cards = [card for card in self.groups if where is not None and card.view.id == where[0]]
        return bool(cards) and where is not None and cards[0].focus_fact(where[1])

    def focus_first(self) -> None:
        """Put the focus on Beantwoord, or where the advice stands already on the way to it."""
        if self.answer is not None and not (self._view is not None and self._view.settled):
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.to_footer.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B goes to the first open question about safety."""
        notice = self._view.notice if self._view is not None else None
        if notice is not None and self.bridge.letters and plain_key(event) == notice.key:
            self.bridge.go_to_fact(notice.fact)
        else:
            super().keyPressEvent(event)
