"""A few questions: those before as one line, the last answer, and the one that is asked now."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import IntakePage, clear, is_narrow, reveal
from routewijzer.desktop.presenters.intake import answer_of, block
from routewijzer.desktop.presenters.pageviews import BlockView, FoldedView
from routewijzer.desktop.readmore import offer
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import ScrollColumn
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.questioncard import AnsweredCard, QuestionCard
from routewijzer.desktop.widgets.views import QuestionView


def present(session: Session) -> BlockView | None:
    """Return the view; None where no intake is open."""
    return block(session.intake) if session.intake is not None else None


class Screen(IntakePage):
    """The cards of one block of questions."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=32, spacing=14)
        self.column.addWidget(self._scroll)
        self.cards: list[QuestionCard] = []
        self._folded: list[AnsweredCard] = []
        self._view: BlockView | None = None
        self._shape: tuple[object, ...] = ()

    def show_view(self, view: BlockView) -> bool:
        """Show the block; cards that stay are kept, with their focus."""
        self._view = view
        shape = (
            self._is_narrow(),
            view.title,
            view.before,
            view.before_note,
            view.after,
            tuple((card.id, card.current, card.note) for card in view.cards),
            view.folded,
        )
        if shape == self._shape:
            chosen = {question.id: question.chosen for question in view.cards}
            for card in self.cards:
                card.group.set_chosen(chosen[card.view.id])
            return False
        self._shape = shape
        self._build(view)
        return True

    def _build(self, view: BlockView) -> None:
        body, theme = self._scroll.body, self.theme
        clear(body)
        narrow = self._is_narrow()
        if not narrow:
            self._head(view)
        self.cards, self._folded = [], []
        asked = [question for question in view.cards if question.current] if narrow else view.cards
        for question in asked or view.cards:
            card = QuestionCard(theme, question)
            card.group.set_letters(self.bridge.letters)
            card.answered.connect(self._answered)
            card.cleared.connect(self.bridge.clear)
            self._read_more(card)
            self.cards.append(card)
            body.addWidget(card)
            if not question.current:
                folded = AnsweredCard(theme, _one_line(question), view.change)
                folded.change.connect(partial(self.bridge.go_to_fact, question.id))
                folded.hide()
                self._folded.append(folded)
                body.addWidget(folded)
        if view.after:
            body.addWidget(WrapLabel(theme, view.after, "body", "soft", icon="corner-down-left"))
        for idle in view.folded:
            body.addWidget(self._idle(idle))
        body.addStretch(1)

    def _read_more(self, card: QuestionCard) -> None:
        """Let the explanation, the first of the folds, lead to the knowledge page."""
        intake = self.bridge.session.intake
        if intake is not None and card.folds.folds:
            offer(card.folds.folds[0], self.bridge, intake.fact(card.view.id))

    def _idle(self, view: FoldedView) -> AnsweredCard:
        """Return the line of a question that is folded away; the link asks it all the same."""
        line = AnsweredCard(
            self.theme, view.label, view.link, note=view.reason, icon="minus", link_name=view.name
        )
        line.change.connect(partial(self.bridge.go_to_fact, view.fact))
        return line

    def _head(self, view: BlockView) -> None:
        body, theme = self._scroll.body, self.theme
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(WrapLabel(theme, view.kicker, "label", "soft"))
        head.addWidget(WrapLabel(theme, view.title, "page"))
        body.addLayout(head)
        if view.before:
            icon = "circle-help" if view.before_open else "circle-check"
            before = AnsweredCard(theme, view.before, view.change, note=view.before_note, icon=icon)
            before.change.connect(self._to_start)
            body.addWidget(before)

    def _is_narrow(self) -> bool:
        """Whether there is room for one question only; the strip then says where one is."""
        return is_narrow(self.window().width(), self.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask one question at a time where the window became narrow."""
        super().resizeEvent(event)
        if self._view is not None and self._shape and self._shape[0] != self._is_narrow():
            self.show_view(self._view)
            reveal(self)

    def _answered(self, fact: str, value: object) -> None:
        """Send the answer and go on; a list stays open for more values until Enter."""
        given = answer_of(value)
        if isinstance(given, tuple) and given:
            self.bridge.answer(fact, given)
        else:
            self.bridge.answer_and_advance(fact, given)

    def _to_start(self) -> None:
        first = self.bridge.session.intake
        if first is not None:
            self.bridge.go_to_fact(first.stop.facts[0])

    def focus_first(self) -> None:
        """Put the focus on the question that is asked now, or on the last card."""
        current = [card for card in self.cards if card.view.current] or self.cards[-1:]
        if current:
            current[0].focus_answer()
        else:
            self.to_footer.emit()

    def help(self) -> None:
        """Unfold the explanation of the question that is asked now; the answered card makes room for it."""
        for card in self.cards:
            if card.view.current:
                card.folds.toggle_all()
            elif self._folded:
                folded = self._folded[0]
                folded.setVisible(not folded.isVisible())
                card.setVisible(not folded.isVisible())


def _one_line(question: QuestionView) -> str:
    """Return a question with its answer, as markup."""
    chosen = ", ".join(option.label for option in question.options if option.value in question.chosen)
    return f"{question.question} **{chosen}**" if chosen else question.question
