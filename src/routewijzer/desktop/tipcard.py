"""The card of the advice page that says which single answers would change it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from routewijzer.desktop.page import clear, reveal
from routewijzer.desktop.presenters.pageviews import TipChoice
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.fields import SelectBox
from routewijzer.desktop.widgets.label import WrapLabel


class TipCard(Card):
    """A choice of what may change, and below it the answers that change it; `chosen` sends the id.

    `start` is what is chosen first; the first choice where there is none of that id.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        label: str,
        choices: tuple[TipChoice, ...],
        start: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, pad=17, parent=parent)
        self._choices = choices
        self.body.addWidget(WrapLabel(theme, title, "title", icon="split"))
        self.select = SelectBox(theme, label, tuple(choice.label for choice in choices), narrow=True)
        self.body.addWidget(self.select)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(theme.space(8))
        self.body.addLayout(self._answers)
        ids = [choice.id for choice in choices]
        self.select.setCurrentIndex(ids.index(start) if start in ids else 0)
        self._show()
        self.select.currentIndexChanged.connect(self._changed)

    def _changed(self) -> None:
        self._show()
        reveal(self)
        self.chosen.emit(self._choices[self.select.currentIndex()].id)
        QTimer.singleShot(0, self, self._bring_in_sight)

    def _bring_in_sight(self) -> None:
        """Scroll to the answers, which stand below the field; it stays in sight itself."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self, 0, self.theme.space(8))
            around.ensureWidgetVisible(self.select, 0, self.theme.space(24))

    def _show(self) -> None:
        theme, choice = self.theme, self._choices[self.select.currentIndex()]
        clear(self._answers)
        if self.select.currentIndex() > 0:  # the box may show the name of a route in part
            self._answers.addWidget(WrapLabel(theme, choice.label, "note", "soft"))
        for tip in choice.tips:
            self._answers.addWidget(WrapLabel(theme, tip.outcome))
            for answer in tip.answers:
                self._answers.addWidget(WrapLabel(theme, answer, icon="circle-dot", icon_tone="accent"))
        if choice.note:
            self._answers.addWidget(WrapLabel(theme, choice.note, "body", "soft"))
