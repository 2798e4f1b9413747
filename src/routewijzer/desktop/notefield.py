"""A note for this print only, folded behind a link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.fold import FoldButton
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.message import announce

COUNT_FROM = 800
"""From so many characters on a counter shows; only a note that grows long needs one."""

LINES = 5
"""How many lines the field shows; longer notes scroll."""


class NoteField(QWidget):
    """`written` sends the text after every change; unfolding it puts the focus in the field.

    `count` tells below the field how long a long note is, and at once what of it does not fit on paper.
    """

    written = Signal(str)

    def __init__(
        self, theme: Theme, title: str, label: str, help_line: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        self.button = FoldButton(theme, title)
        column.addWidget(self.button)
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.space(4))
        self._label: QLabel = WrapLabel(theme, label, "label", "soft")
        inner.addWidget(self._label)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(help_line)
        self.field.setTabChangesFocus(True)
        self.field.setFont(theme.font("body"))
        self.field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.field.setFixedHeight(LINES * theme.line("body") + theme.space(20))
        self.field.textChanged.connect(self._changed)
        self._label.setBuddy(self.field)
        inner.addWidget(self.field)
        self.count = WrapLabel(theme, "", "note", "soft")
        self.count.hide()
        inner.addWidget(self.count)
        self.fault = WrapLabel(theme, "", "note", "danger", icon="circle-alert", icon_tone="danger")
        self.fault.hide()
        inner.addWidget(self.fault)
        inner.addWidget(WrapLabel(theme, help_line, "note", "soft", icon="eye-off"))
        column.addWidget(self._content)
        self._content.hide()
        self.button.toggled.connect(self._show)

    def _changed(self) -> None:
        self._weigh()
        self.written.emit(self.field.toPlainText())

    def _weigh(self) -> None:
        """Say how long the note is and whether it fits, measured as the paper does."""
        note = self.field.toPlainText()
        before, fault, count = self.fault.text(), "", ""
        if note:  # imported here: until something is written, no paper is needed
            from routewijzer.paper.content import NOTE_LIMIT, note_fault, note_lines

            lines = note_lines(note)
            length = sum(map(len, lines))
            fault = note_fault(lines, text.load().paper)
            if length >= COUNT_FROM:
                count = text.load().desktop.note_count.format(count=length, most=NOTE_LIMIT)
        for label, words in ((self.count, count), (self.fault, fault)):
            label.set_markup(words)
            label.setVisible(bool(words))
        if fault and not before:
            announce(self, fault)

    def _show(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        if is_open and self.button.hasFocus():
            self.field.setFocus()

    def set_note(self, note: str) -> None:
        """Show the note of another intake; nothing of the text before stays, also not to be undone."""
        if note == self.field.toPlainText():
            return
        self.field.blockSignals(True)
        self.field.setPlainText(note)
        self.field.blockSignals(False)
        self._weigh()
        self.button.setChecked(bool(note))
