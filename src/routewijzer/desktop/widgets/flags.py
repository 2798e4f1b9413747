"""The list of flags: a row each, three answers a row, one Tab stop for the whole list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring, grow_in_height, plain_key
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.textblock import TextBlock
from routewijzer.desktop.widgets.views import FlagView, OptionView

_MOVES = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


class FlagSection(Frozen):
    """Rows that stand together under a title ("" for none); `stands_out` is an ink border."""

    rows: tuple[FlagView, ...]
    title: str = ""
    stands_out: bool = False


class FlagSegment(PaintedButton):
    """One answer of a flag row. Painted 36 px high; the whole row height is its target."""

    radius = 8.0
    enter_presses = False

    def __init__(self, theme: Theme, option: OptionView, label: str, parent: QWidget) -> None:
        super().__init__(theme, f"{label}: {option.label}", parent)
        self.option = option
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        """Wide enough for tick and bold label, so that answering moves nothing."""
        theme = self.theme
        width = paint.width_of(theme.font("label", 700), self.option.label) + theme.px(16) + 4
        return QSize(width + 2 * theme.space(8), theme.target(44))

    def _box(self) -> QRectF:
        height = self.theme.target(36)
        return QRectF(0, round((self.height() - height) / 2), self.width(), height)

    def focus_ring(self) -> Ring:
        """Around what is painted, not around the target."""
        return Ring(self._box().toRect(), self.radius, self.ring_tone)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint by state."""
        theme, box, chosen = self.theme, self._box(), self.isChecked()
        with paint.painting(self) as painter:
            if self.isDown() or chosen:
                paint.box(
                    painter, box, self.radius, theme.color("accent_press" if self.isDown() else "accent")
                )
            else:
                hot = self.is_hot()
                fill = theme.color("tint" if hot else "surface")
                paint.box(painter, box, self.radius, fill, theme.color("accent" if hot else "edge"), 1.5)
            tone = "on_accent" if self.isDown() or chosen else "ink"
            font = theme.font("label", 700 if chosen else 600)
            width = paint.width_of(font, self.option.label) + (theme.px(16) + 4 if chosen else 0)
            x = box.x() + (box.width() - width) / 2
            if chosen:
                x += paint.icon(painter, theme, "check", tone, x, box.center().y(), 16) + 4
            paint.words(
                painter, font, QRectF(x, box.y(), width, box.height()), self.option.label, theme.color(tone)
            )


class FlagRow(QGroupBox):
    """Flag, short label, segments. The label wraps; where that is too narrow segments go below."""

    answered = Signal(str, str)

    def __init__(
        self, theme: Theme, flag: FlagView, options: tuple[OptionView, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.flag = theme, flag
        self.last = False
        self.setAccessibleName(flag.label)
        self.segments = [FlagSegment(theme, option, flag.label, self) for option in options]
        for segment in self.segments:
            segment.clicked.connect(
                lambda _checked=False, s=segment: self.answered.emit(flag.id, s.option.value)
            )
        grow_in_height(self)
        self.set_value(flag.value)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Lay out anew."""
        self.updateGeometry()
        self._place(self.width())
        self.update()

    def value(self) -> str:
        """Return the value chosen, "" while open."""
        return next((s.option.value for s in self.segments if s.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Show this value ("" is open), without a signal."""
        for segment in self.segments:
            segment.setAutoExclusive(False)
            segment.setChecked(segment.option.value == value)
            segment.setAutoExclusive(True)
        self.update()

    def has_flag(self) -> bool:
        """Whether the first answer (ja) is chosen: then the row is bold and its flag red."""
        return bool(self.segments) and self.segments[0].isChecked()

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        block, room = self._block(), self._room(width)
        if self._stacked(width):
            return block.height(width - self._left()) + self.theme.target(44) + self.theme.space(12)
        return max(self.theme.target(44), block.height(room) + self.theme.space(10))

    def sizeHint(self) -> QSize:
        """One line."""
        width = self._left() + self._block().width() + self._segments_width() + self.theme.space(16)
        return QSize(width, self.theme.target(44))

    def minimumSizeHint(self) -> QSize:
        """The segments, or the longest word."""
        word = self._left() + self._block().narrowest()
        return QSize(max(self._segments_width(), word), self.theme.target(44))

    def _block(self) -> TextBlock:
        font = self.theme.font("body", 700 if self.has_flag() else 400)
        return TextBlock(self.flag.label, font, self.theme.px(20))

    def _left(self) -> int:
        return self.theme.space(14) + self.theme.px(18) + self.theme.space(12)

    def _segments_width(self) -> int:
        gaps = self.theme.space(7) * (len(self.segments) - 1)
        return sum(s.sizeHint().width() for s in self.segments) + gaps + self.theme.space(8)

    def _room(self, width: int) -> int:
        return width - self._left() - self._segments_width() - self.theme.space(12)

    def _stacked(self, width: int) -> bool:
        return self._room(width) < min(self._block().width(), self.theme.px(9 * 16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the segments."""
        self._place(event.size().width())

    def _place(self, width: int) -> None:
        if self._stacked(width):
            x, top = 0, self._block().height(width - self._left()) + self.theme.space(8)
            height = self.theme.target(44)
        else:
            x, top, height = width - self._segments_width(), 0, self.height()
        for segment in self.segments:
            side = segment.sizeHint().width()
            segment.setGeometry(x, top, side, height)
            x += side + self.theme.space(7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tint of the current row, flag, label and hairline."""
        theme, width = self.theme, self.width()
        with paint.painting(self) as painter:
            if any(s.hasFocus() for s in self.segments):
                # Rounded, so that it stays inside the corners of the card.
                paint.box(painter, self.rect().toRectF(), 11, theme.color("tint"))
            stacked, block = self._stacked(width), self._block()
            room = width - self._left() if stacked else self._room(width)
            top = theme.space(6) if stacked else (self.height() - block.height(room)) / 2
            middle = top + theme.px(10) if stacked else self.height() / 2
            tone = "danger" if self.has_flag() else "line"
            paint.icon(painter, theme, "flag", tone, theme.space(14), middle, 18)
            block.draw(painter, QPointF(self._left(), top), room, theme.color("ink"))
            if not self.last:
                inset = theme.space(14)
                painter.fillRect(QRectF(inset, self.height() - 1, width - 2 * inset, 1), theme.color("line"))


class FlagList(QWidget):
    """All flags. Up and down change row, left and right segment; a letter answers and goes down.

    `answered` sends (id, value); `cleared` (Backspace) the id; `rest` comes with the rest key ("G").
    """

    answered = Signal(str, str)
    cleared = Signal(str)
    rest = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        sections: tuple[FlagSection, ...],
        options: tuple[OptionView, ...],
        *,
        rest_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._rest_key, self._letters = theme, rest_key, True
        self.setAccessibleName(name)
        self.rows: list[FlagRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        for section in sections:
            card = Card(theme, section.title or name, edge="ink" if section.stands_out else "", pad=0)
            card.body.setSpacing(0)
            card.restyle = lambda: None  # type: ignore[method-assign]
            column.addWidget(card)
            self._fill(card, section, options)
        self._at = (0, 0)
        self._stop(0, 0)

    def _fill(self, card: Card, section: FlagSection, options: tuple[OptionView, ...]) -> None:
        card.body.setContentsMargins(2, 2, 2, 2)
        for flag in section.rows:
            row = FlagRow(self.theme, flag, options)
            row.answered.connect(self._pressed)
            self.rows.append(row)
            card.body.addWidget(row)
        if section.rows:
            self.rows[-1].last = True

    def set_letters(self, on: bool) -> None:
        """Turn the single letters on or off."""
        self._letters = on

    def set_values(self, values: dict[str, str]) -> None:
        """Show these values by id (a missing id is open), without a signal."""
        for row in self.rows:
            row.set_value(values.get(row.flag.id, ""))

    def focus_open(self) -> None:
        """Put the focus on the first open row, or the first row where none is open."""
        at = next((i for i, row in enumerate(self.rows) if not row.value()), 0)
        self._focus(at, 0)

    def _stop(self, row: int, segment: int) -> None:
        self._at = (row, segment)
        for r, each in enumerate(self.rows):
            for s, button in enumerate(each.segments):
                on = (r, s) == self._at
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def _focus(self, row: int, segment: int) -> None:
        if not self.rows:
            return
        row = max(0, min(row, len(self.rows) - 1))
        segment = max(0, min(segment, len(self.rows[row].segments) - 1))
        self._stop(row, segment)
        self.rows[row].segments[segment].setFocus(Qt.FocusReason.TabFocusReason)
        for each in self.rows:
            each.update()

    def _focused(self) -> tuple[int, int]:
        for r, each in enumerate(self.rows):
            for s, button in enumerate(each.segments):
                if button.hasFocus():
                    return r, s
        return self._at

    def _pressed(self, flag: str, value: str) -> None:
        self._stop(*self._focused())
        for row in self.rows:
            row.update()
        self.answered.emit(flag, value)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The list itself never keeps the focus."""
        self._focus(*self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take arrows, letters, Backspace and the rest key; leave other keys to the page."""
        row, segment = self._focused()
        if event.key() in _MOVES:
            down, right = _MOVES[Qt.Key(event.key())]
            self._focus(row + down, segment + right)
        elif event.key() == Qt.Key.Key_Backspace:
            self.rows[row].set_value("")
            self.cleared.emit(self.rows[row].flag.id)
        elif not self._letter(plain_key(event) if self._letters else "", row, segment):
            event.ignore()

    def _letter(self, letter: str, row: int, segment: int) -> bool:
        if not letter:
            return False
        if letter == self._rest_key:
            self.rest.emit()
            return True
        for button in self.rows[row].segments:
            if button.option.key == letter:
                button.click()
                self._focus(row + 1, segment)
                return True
        return False
