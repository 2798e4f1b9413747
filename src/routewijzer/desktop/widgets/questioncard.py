"""A question with help, answers and folds; and the line it shrinks to once answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.answers import AnswerGroup
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.fold import FoldRow
from routewijzer.desktop.widgets.label import Icon, WrapLabel
from routewijzer.desktop.widgets.views import QuestionView


class QuestionCard(Card):
    """A card that asks one question; a group named by it.

    `answered` sends (id, value): a str, or a tuple where several may be chosen. `cleared` sends the id.
    Letters work while the focus is anywhere in the card; F1 opens all folds.
    """

    answered = Signal(str, object)
    cleared = Signal(str)

    def __init__(self, theme: Theme, view: QuestionView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.question, edge="accent" if view.current else "", pad=24, parent=parent)
        self.view = view
        self._title = WrapLabel(theme, view.question, "question_now" if view.current else "question")
        self.body.addWidget(self._title)
        if view.help:
            self.body.addWidget(WrapLabel(theme, view.help, "body", "soft"))
        if view.note:
            self.body.addWidget(WrapLabel(theme, view.note, icon="info", icon_tone="accent"))
        self.body.addSpacing(theme.space(6))
        self.group = AnswerGroup(theme, view.question, view.options, view.chosen, multiple=view.multiple)
        self.group.answered.connect(lambda value: self.answered.emit(view.id, value))
        self.group.cleared.connect(lambda: self.cleared.emit(view.id))
        self.body.addWidget(self.group)
        self.folds = FoldRow(theme, view.folds, view.folds_key)
        if not view.folds:
            self.folds.hide()  # to show a widget without a parent would open a window
        if view.folds:
            self.body.addSpacing(theme.space(2))
            self.body.addWidget(self.folds)
            self.restyle()

    def set_current(self, current: bool) -> None:
        """Mark it as the question that is asked now: border and bold."""
        self.set_edge("accent" if current else "")
        self._title.set_step("question_now" if current else "question")

    def restyle(self) -> None:
        """Less room below folds: they bring their own."""
        super().restyle()
        if getattr(self, "view", None) and self.view.folds:
            pad = self.theme.space(self._pad)
            self.body.setContentsMargins(pad, pad - 2, pad, self.theme.space(12))

    def focus_answer(self) -> None:
        """Put the focus on the answers."""
        self.group.focus_answer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters and Backspace from the whole card, F1 for the folds; leave the rest to the page."""
        if event.key() == Qt.Key.Key_F1 and self.view.folds:
            self.folds.toggle_all()
        elif not self.group.take_key(event):
            event.ignore()


class AnsweredCard(Card):
    """Questions that need no answer now as one sunken line, with a link that asks them: `change`.

    `link_name` is what a screen reader reads of the link; without it, link and line.
    """

    change = Signal()

    def __init__(
        self,
        theme: Theme,
        markup: str,
        link: str,
        *,
        note: str = "",
        name: str = "",
        icon: str = "circle-check",
        link_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, name or markup.replace("**", ""), tone="sunken", pad=18, radius=12, parent=parent
        )
        line = QHBoxLayout()
        line.setSpacing(theme.space(12))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        line.addWidget(Icon(theme, icon))
        texts.addWidget(WrapLabel(theme, markup, "strong" if note else "body"))
        if note:
            texts.addWidget(WrapLabel(theme, note, "note", "soft"))
        line.addLayout(texts, 1)
        read = link_name or f"{link}: {self.accessibleName()}"
        self.button = LinkButton(theme, link, icon="pencil", name=read)
        self.button.clicked.connect(self.change.emit)
        line.addWidget(self.button)
        self.body.addLayout(line)

    def restyle(self) -> None:
        """Flatter than other cards."""
        super().restyle()
        side, flat = self.theme.space(self._pad), self.theme.space(8)
        self.body.setContentsMargins(side, flat, side, flat)
