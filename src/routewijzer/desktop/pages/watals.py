"""What if: other answers in a copy, and the real advice beside what it would then be. Nothing is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.comparecard import CompareCard
from routewijzer.desktop.page import Page, clear, reveal, side_by_side, tab_in_order
from routewijzer.desktop.presenters.intake import answer_of
from routewijzer.desktop.presenters.trial import present
from routewijzer.desktop.presenters.trialviews import TrialView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.trialbanner import TrialBanner
from routewijzer.desktop.trialintents import Trials
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.containers import Card, Ground, ScrollColumn
from routewijzer.desktop.widgets.fields import SelectBox
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.questioncard import QuestionCard

__all__ = ["Screen", "present"]

LEAVE = ("Escape", "F8")
REFUSED = ("Ctrl+P", "Ctrl+S", "Ctrl+Shift+C", "Ctrl+L")
"""Keys of the advice page that take something out of the app: a trial says that it does not."""


class Screen(Page):
    """A banner that stays, and below it the question that is tried, what was changed, and both advices."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self.trials = Trials(bridge)
        self.banner = TrialBanner(theme)
        self.banner.left.connect(self.trials.end)
        self.column.addWidget(self.banner)
        ground = Ground(theme, "panel")
        around = QVBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(theme, margin=24, spacing=14)
        around.addWidget(self._scroll)
        self.column.addWidget(ground, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.space(18))
        self._scroll.body.addLayout(self._row)
        self._scroll.body.addStretch(1)
        self._parts = [QVBoxLayout() for _ in range(3)]
        left = QVBoxLayout()
        left.setSpacing(theme.space(12))
        for part in self._parts[:2]:
            part.setSpacing(theme.space(12))
            left.addLayout(part)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addLayout(self._parts[2])
        right.addStretch(1)
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)
        self.select: SelectBox | None = None
        self.card: QuestionCard | None = None
        self._questions: tuple[tuple[str, str], ...] = ()
        self._shapes: list[object] = [None, None, None]
        self._keys()
        self._arrange()

    def _keys(self) -> None:
        for key in LEAVE:
            QShortcut(QKeySequence(key), self).activated.connect(self.trials.end)
        for key in REFUSED:
            QShortcut(QKeySequence(key), self).activated.connect(self.bridge.refused_in_trial)

    def show_view(self, view: TrialView) -> bool:
        """Show the trial; the question that stays keeps its focus."""
        self.banner.show_view(view)
        shapes = (
            (view.questions, view.question.id),
            (view.tried_title, view.tried, view.tried_note),
            (view.compare, view.parts, view.note),
        )
        builders = (self._ask, self._tried, self._compare)
        replaced = False
        for at, (shape, build) in enumerate(zip(shapes, builders, strict=True)):
            if shape != self._shapes[at]:
                self._shapes[at] = shape
                build(view, self._parts[at])
                replaced = True
        if self.card is not None:
            self.card.group.set_chosen(view.question.chosen)
        if replaced:
            tab_in_order(self._parts)
        reveal(self)
        return False

    # Parts.

    def _ask(self, view: TrialView, into: QVBoxLayout) -> None:
        """Show the question; the field above it stays, also while it has the focus."""
        ids = [name for name, _ in view.questions]
        if self.select is None or self._questions != view.questions:
            clear(into)
            self._questions, self.card = view.questions, None
            labels = tuple(label for _, label in view.questions)
            self.select = SelectBox(self.theme, view.pick, labels, narrow=True)
            self.select.currentIndexChanged.connect(self._picked)
            into.addWidget(WrapLabel(self.theme, view.pick, "label", "soft"))
            into.addWidget(self.select)
        with QSignalBlocker(self.select):
            self.select.setCurrentIndex(ids.index(view.question.id))
        if self.card is not None:
            into.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.card = QuestionCard(self.theme, view.question)
        self.card.group.set_letters(self.bridge.letters)
        self.card.answered.connect(lambda fact, value: self.trials.answer(fact, answer_of(value)))
        self.card.cleared.connect(self.trials.clear)
        into.addWidget(self.card)

    def _picked(self, at: int) -> None:
        self.trials.pick(self._questions[at][0])

    def _tried(self, view: TrialView, into: QVBoxLayout) -> None:
        clear(into)
        if not view.tried:
            into.addWidget(WrapLabel(self.theme, view.tried_note, "body", "soft", icon="info"))
            return
        card = Card(self.theme, view.tried_title, pad=17)
        card.body.addWidget(WrapLabel(self.theme, view.tried_title, "title", icon="pencil"))
        for tried in view.tried:
            line = QHBoxLayout()
            line.addWidget(WrapLabel(self.theme, tried.line), 1)
            link = LinkButton(self.theme, tried.restore, icon="undo-2", name=tried.name)
            link.clicked.connect(partial(self._restore, tried.fact))
            line.addWidget(link)
            card.body.addLayout(line)
        into.addWidget(card)

    def _restore(self, fact: str) -> None:
        """Put an answer back; its link goes away, so the focus goes to the question."""
        self.trials.restore(fact)
        self.focus_first()

    def _compare(self, view: TrialView, into: QVBoxLayout) -> None:
        clear(into)
        into.addWidget(CompareCard(self.theme, view))

    # Focus and room.

    def focus_first(self) -> None:
        """Put the focus on the answers of the question that is tried."""
        if self.card is not None:
            self.card.focus_answer()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def help(self) -> None:
        """Unfold the explanation of the question."""
        if self.card is not None:
            self.card.folds.toggle_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the advices beside the question or below it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        side_by_side(self._row, self)
