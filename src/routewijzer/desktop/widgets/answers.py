"""Answer buttons and the group that gives them keys: J N O or 1-9 answer, arrows only move the focus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import MODIFIERS, PaintedButton, grow_in_height, plain_key
from routewijzer.desktop.widgets.roving import Roving
from routewijzer.desktop.widgets.textblock import TextBlock
from routewijzer.desktop.widgets.views import OptionView

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class AnswerButton(PaintedButton):
    """One answer: ring (box where several may be chosen), label, key cap. Space answers, Enter not."""

    enter_presses = False

    def __init__(
        self,
        theme: Theme,
        option: OptionView,
        question: str,
        *,
        multiple: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, f"{question}: {option.label}", parent)
        self.option, self._multiple, self._cap = option, multiple, option.key
        grow_in_height(self)
        self.setCheckable(True)
        self.setAutoExclusive(not multiple)

    def show_key(self, on: bool) -> None:
        """Show the key cap, or leave it out where the key does nothing."""
        self._cap = self.option.key if on else ""
        self.restyle()

    def _around(self) -> int:
        """Everything but the label, in px of width."""
        cap = paint.cap_width(self.theme, self._cap) if self._cap else 0
        return (
            2 * self.theme.space(14)
            + self.theme.px(22)
            + self.theme.space(11)
            + (cap + self.theme.space(12) if cap else 0)
        )

    def _block(self) -> TextBlock:
        font = self.theme.font("answer", 700 if self.isChecked() else 600)
        return TextBlock(self.option.label, font, self.theme.line("answer"))

    def sizeHint(self) -> QSize:
        """The label, measured bold so that answering does not widen it, on one line."""
        width = paint.width_of(self.theme.font("answer", 700), self.option.label) + 2
        return QSize(self._around() + width, self.theme.target(60))

    def minimumSizeHint(self) -> QSize:
        """The label may wrap between words."""
        return QSize(self._around() + self._block().narrowest(), self.theme.target(44))

    def hasHeightForWidth(self) -> bool:
        """A long label makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the label needs at this width, at least the height of a target."""
        bold = TextBlock(self.option.label, self.theme.font("answer", 700), self.theme.line("answer"))
        return max(self.theme.target(60), bold.height(width - self._around()) + 2 * self.theme.space(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint by state; what is chosen has fill, tick and bold: never colour alone."""
        theme, middle, pad = self.theme, self.height() / 2, self.theme.space(14)
        chosen = self.isChecked()
        with paint.painting(self) as painter:
            rect = self.rect().toRectF()
            if self.isDown() or chosen:
                paint.box(
                    painter, rect, self.radius, theme.color("accent_press" if self.isDown() else "accent")
                )
            else:
                hot = self.is_hot()
                fill, edge = (
                    theme.color("tint" if hot else "surface"),
                    theme.color("accent" if hot else "edge"),
                )
                paint.box(painter, rect, self.radius, fill, edge, 1.6)
            filled = self.isDown() or chosen
            tone = "on_accent" if filled else "ink"
            self._paint_mark(
                painter, QRectF(pad, round(middle - theme.px(11)), theme.px(22), theme.px(22)), filled=filled
            )
            block, left = self._block(), pad + theme.px(22) + theme.space(11)
            room = self.width() - self._around() + 1
            at = QPointF(left, middle - block.height(room) / 2)
            block.draw(painter, at, room, theme.color(tone))
            if self._cap:
                cap = "on_accent" if filled else "soft"
                x = self.width() - pad - paint.cap_width(theme, self._cap)
                paint.cap(painter, theme, x, middle, self._cap, cap, "on_accent" if filled else "edge")

    def _paint_mark(self, painter: QPainter, rect: QRectF, *, filled: bool) -> None:
        theme = self.theme
        radius = theme.px(5) if self._multiple else rect.width() / 2
        if filled:
            paint.box(painter, rect, radius, theme.color("on_accent"))
            if self.isChecked():
                side = theme.px(16)
                tone = "accent_press" if self.isDown() else "accent"
                paint.icon(painter, theme, "check", tone, rect.center().x() - side / 2, rect.center().y(), 16)
        else:
            paint.box(painter, rect, radius, None, theme.color("edge"), 1.8)


class AnswerGroup(QWidget):
    """The answers of one question, one Tab stop. In a row while all fit, else below each other.

    `answered` sends the value (a str), or with `multiple` all chosen values (a tuple); `cleared` comes with
    Backspace: the question is open again. Letters can be turned off with `set_letters`.
    """

    answered = Signal(object)
    cleared = Signal()

    def __init__(
        self,
        theme: Theme,
        question: str,
        options: tuple[OptionView, ...],
        chosen: tuple[str, ...] = (),
        *,
        multiple: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._multiple, self._letters = theme, multiple, True
        self.buttons = [
            AnswerButton(theme, option, question, multiple=multiple, parent=self) for option in options
        ]
        self._roving = Roving()
        self._roving.set(self.buttons)
        for button in self.buttons:
            button.clicked.connect(lambda _checked=False, b=button: self._pressed(b))
        grow_in_height(self)
        self.set_chosen(chosen)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Lay out anew."""
        self.updateGeometry()
        self._place(self.width())

    def chosen(self) -> tuple[str, ...]:
        """Return the values now chosen, in the order of the buttons."""
        return tuple(button.option.value for button in self.buttons if button.isChecked())

    def set_chosen(self, values: tuple[str, ...]) -> None:
        """Show these values as chosen, without a signal; the Tab stop moves to the first of them."""
        for button in self.buttons:
            button.setAutoExclusive(False)  # an exclusive button cannot be unchecked
            button.setChecked(button.option.value in values)
            button.setAutoExclusive(not self._multiple)
        marked = [at for at, button in enumerate(self.buttons) if button.isChecked()]
        self._roving.stop_at(marked[0] if marked else 0)

    def set_letters(self, on: bool) -> None:
        """Turn the single letters and digits, and their key caps, on or off (a setting: WCAG 2.1.4)."""
        self._letters = on
        for button in self.buttons:
            button.show_key(on)

    def focus_answer(self) -> None:
        """Put the focus on the Tab stop of the group."""
        self._roving.focus(self._roving.current)

    def _pressed(self, button: AnswerButton) -> None:
        self._roving.stop_at(self.buttons.index(button))
        if not self._multiple:
            self.answered.emit(button.option.value)
            return
        if button.isChecked():
            for other in self.buttons:
                if other is not button and (button.option.exclusive or other.option.exclusive):
                    other.setChecked(False)
        if self.chosen():
            self.answered.emit(self.chosen())
        else:
            self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take arrows, Backspace and the letters; leave the rest to the page."""
        if not self.take_key(event):
            event.ignore()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what the key asks; return False for a key that is not the group's. The card calls this too."""
        if event.key() in _ARROWS and not event.modifiers() & MODIFIERS:
            at = next((i for i, button in enumerate(self.buttons) if button.hasFocus()), -1)
            if at < 0:
                return False
            self._roving.focus(max(0, min(at + _ARROWS[Qt.Key(event.key())], len(self.buttons) - 1)))
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self.set_chosen(())
            self.cleared.emit()
            return True
        letter = plain_key(event) if self._letters else ""
        for at, button in enumerate(self.buttons):
            if letter and button.option.key == letter:
                self._roving.focus(at)
                button.click()
                return True
        return False

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The group itself never keeps the focus."""
        self.focus_answer()

    def hasHeightForWidth(self) -> bool:
        """A narrow group stacks."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return self._rows(width)[-1][1] if self.buttons else 0

    def sizeHint(self) -> QSize:
        """A row."""
        width = sum(b.sizeHint().width() for b in self.buttons) + self._gap() * max(len(self.buttons) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest single button."""
        width = max((b.minimumSizeHint().width() for b in self.buttons), default=0)
        return QSize(width, self.theme.target(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons."""
        self._place(event.size().width())

    def _gap(self) -> int:
        return self.theme.space(10)

    def _rows(self, width: int) -> list[tuple[list[tuple[int, int, int, int]], int]]:
        """Return per row the boxes (x, y, w, h) of its buttons, and where the row ends."""
        gap, count = self._gap(), len(self.buttons)
        widths = [b.sizeHint().width() for b in self.buttons]
        if count <= 4 and sum(widths) + gap * (count - 1) <= width:
            columns = count
            shares = [1.4 if b.option.wide else 1.0 for b in self.buttons]
            room = width - gap * (count - 1)
            split = [int(room * share / sum(shares)) for share in shares]
            split[-1] += room - sum(split)
            if any(
                a < b for a, b in zip(split, widths, strict=True)
            ):  # even shares would clip: share what is left
                left = room - sum(widths)
                split = [w + left // count for w in widths]
        else:
            columns = 2 if count > 3 and 2 * self.theme.px(230) + gap <= width else 1
            split = [(width - gap * (columns - 1)) // columns] * columns
        rows, top = [], 0
        for first in range(0, count, columns):
            members = self.buttons[first : first + columns]
            height = max(b.heightForWidth(w) for b, w in zip(members, split, strict=False))
            x, boxes = 0, []
            for w in split[: len(members)]:
                boxes.append((x, top, w, height))
                x += w + gap
            rows.append((boxes, top + height))
            top += height + gap
        return rows

    def _place(self, width: int) -> None:
        boxes = [box for row, _ in self._rows(width) for box in row] if self.buttons else []
        for button, box in zip(self.buttons, boxes, strict=True):
            button.setGeometry(*box)
