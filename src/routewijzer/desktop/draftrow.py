"""An open intake on the start page: go on with it, or throw it away after one more question in the row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.presenters.pageviews import DraftView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import LinkButton, SecondaryButton
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.label import Icon, WrapLabel

_BESIDE = 34.0
"""In em: from this width the buttons stand beside the words."""


class DraftRow(Card):
    """`resumed` and `discarded` send the id of the draft."""

    resumed = Signal(str)
    discarded = Signal(str)

    def __init__(self, theme: Theme, view: DraftView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.title, pad=16, parent=parent)
        self.view = view
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(theme.space(12))
        self.body.addLayout(self._line)
        self._line.addLayout(self._words(), 1)
        self.resume = SecondaryButton(theme, view.button, key=view.key, name=view.button_name)
        self.resume.clicked.connect(lambda: self.resumed.emit(view.id))
        self.discard = LinkButton(theme, view.discard, name=view.discard_name)
        self.discard.clicked.connect(self.ask)
        if view.elsewhere:
            self.resume.setEnabled(False)
            self.resume.setAccessibleDescription(view.text)
        self.yes = SecondaryButton(theme, view.ask_yes, name=f"{view.ask_yes}: {view.title}")
        self.yes.clicked.connect(lambda: self.discarded.emit(view.id))
        self.no = SecondaryButton(theme, view.ask_no, name=f"{view.ask_no}: {view.title}")
        self.no.clicked.connect(self.leave_it)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(16))
        for button in (self.discard, self.resume, self.yes, self.no):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._line.addLayout(buttons)
        self._show(asked=False)

    def _words(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.space(16))
        line.addWidget(Icon(self.theme, "history", "accent", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrapLabel(self.theme, self.view.title, "title"))
        self._note = WrapLabel(self.theme, self.view.text, "body", "soft")
        words.addWidget(self._note)
        line.addLayout(words, 1)
        return line

    def ask(self) -> None:
        """Ask in the row whether it may go; the focus is on keeping it."""
        self._show(asked=True)
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_it(self) -> None:
        """Keep the intake; the row is as before."""
        self._show(asked=False)
        self.discard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, asked: bool) -> None:
        self._note.set_markup(self.view.ask if asked else self.view.text)
        self._note.set_tone("ink" if asked else "soft")
        self.resume.setVisible(not asked)
        self.discard.setVisible(not asked and not self.view.elsewhere)
        self.yes.setVisible(asked)
        self.no.setVisible(asked)
        self.no.setAccessibleDescription(self.view.ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps the intake."""
        if event.key() == Qt.Key.Key_Escape and self.no.isVisible():
            self.leave_it()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= self.theme.px(_BESIDE * 16)
        kinds = QBoxLayout.Direction
        self._line.setDirection(kinds.LeftToRight if beside else kinds.TopToBottom)
