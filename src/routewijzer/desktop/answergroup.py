"""The answers of one step on the check page: a head that folds, and a row for each answer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routewijzer.desktop.presenters.pageviews import CheckGroup, CheckRow
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring, grow_in_height
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.roving import Roving
from routewijzer.desktop.widgets.textblock import TextBlock

MARKS = {"open": "circle-alert", "onbekend": "circle-help", "tegenstrijdig": "triangle-alert"}
"""The icon before an answer that needs a look, by the mark of its row."""
_IN_COLUMNS = 28.0
"""In em: from this width the answer stands beside the question."""


class AnswerRow(PaintedButton):
    """Question left, answer with its mark, Wijzig right; in a narrow card the answer stands below."""

    radius = 8.0

    def __init__(self, theme: Theme, view: CheckRow, *, last: bool) -> None:
        super().__init__(theme, view.name)
        self.view, self._last = view, last
        self._measured: dict[int, int] = {}  # a layout asks for the same heights over and over
        self._least = 0
        grow_in_height(self)

    def restyle(self) -> None:
        """Forget what was measured."""
        self._measured, self._least = {}, 0
        super().restyle()

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        theme = self.theme
        label = TextBlock(self.view.label, theme.font("body"), theme.line("body"))
        return label, TextBlock(self.view.answer, theme.font("strong"), theme.line("body"))

    def _change(self) -> int:
        return paint.width_of(self.theme.font("strong"), self.view.change)

    def _mark(self) -> int:
        return self.theme.px(18) + self.theme.space(8)

    def _rooms(self, width: int) -> tuple[int, int, int]:
        """Return the room of the question, where the answer begins, and the room of the answer."""
        pad, mark = self.theme.space(16), self._mark()
        end = width - pad - self._change() - self.theme.space(12)
        if width < self.theme.px(_IN_COLUMNS * 16):
            return width - 2 * pad, pad + mark, end - pad - mark
        left = round(width * 0.6)
        return left - mark - pad - self.theme.space(8), left, end - left

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        if width not in self._measured:
            (label, answer), (room, _, answer_room) = self._blocks(), self._rooms(width)
            heights = label.height(room), answer.height(answer_room)
            text = max(heights) if width >= self.theme.px(_IN_COLUMNS * 16) else sum(heights)
            self._measured[width] = max(text + 2 * self.theme.space(10), self.theme.target(44))
        return self._measured[width]

    def sizeHint(self) -> QSize:
        """In columns."""
        width = self.theme.px(_IN_COLUMNS * 16)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word of the question, or mark, longest word of the answer and Wijzig."""
        if not self._least:
            label, answer = self._blocks()
            second = self._mark() + answer.narrowest() + self.theme.space(12) + self._change()
            self._least = max(label.narrowest(), second) + 2 * self.theme.space(16)
        return QSize(self._least, self.theme.target(44))

    def focus_ring(self) -> Ring:
        """Inside the card's edge."""
        return Ring(self.rect().adjusted(7, 6, -7, -6), self.radius - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint texts and mark; tinted under the mouse and with the focus."""
        theme, pad = self.theme, self.theme.space(16)
        (label, answer), (room, left, answer_room) = self._blocks(), self._rooms(self.width())
        heights = label.height(room), answer.height(answer_room)
        below = self.width() < theme.px(_IN_COLUMNS * 16)
        total = sum(heights) if below else max(heights)
        top = (self.height() - total) / 2
        second = top + heights[0] if below else top
        with paint.painting(self) as painter:
            if self.is_hot() or self.hasFocus():
                painter.fillRect(self.rect().adjusted(2, 0, -2, -2), theme.color("tint"))
            label.draw(painter, QPointF(pad, top), room, theme.color("ink"))
            line = theme.line("body")
            if self.view.mark:
                mark = MARKS[self.view.mark]
                paint.icon(painter, theme, mark, "ink", left - self._mark(), second + line / 2, 18)
            answer.draw(painter, QPointF(left, second), answer_room, theme.color("ink"))
            font = theme.font("strong")
            font.setUnderline(self.is_hot())
            rect = QRectF(0, second, self.width() - pad, line)
            right = Qt.AlignmentFlag.AlignRight
            paint.words(painter, font, rect, self.view.change, theme.color("accent"), right)
            if not self._last:
                rule = QRectF(pad, self.height() - 1, self.width() - 2 * pad, 1)
                painter.fillRect(rule, theme.color("line"))


class GroupHead(PaintedButton):
    """Chevron (right is shut, down is open), title, count. Checkable: a screen reader hears its state."""

    radius = 8.0

    def __init__(self, theme: Theme, title: str, count: str) -> None:
        super().__init__(theme, f"{title}, {count}")
        self._title, self._count = title, count
        self.setCheckable(True)

    def _left(self) -> int:
        return self.theme.space(16) + self.theme.px(18) + self.theme.space(8)

    def sizeHint(self) -> QSize:
        """Title and count on one line."""
        theme = self.theme
        width = paint.width_of(theme.font("title"), self._title) + self._left() + theme.space(16)
        width += paint.width_of(theme.font("note"), self._count) + theme.space(18)
        return QSize(width, theme.target(46))

    def focus_ring(self) -> Ring:
        """Inside the card's edge."""
        return Ring(self.rect().adjusted(7, 6, -7, -6), self.radius - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it; a line below while it is open."""
        theme, middle = self.theme, self.height() / 2
        with paint.painting(self) as painter:
            if self.is_hot() or self.hasFocus():
                paint.box(painter, self.rect().toRectF().adjusted(1, 1, -1, -1), 12, theme.color("tint"))
            name = "chevron-down" if self.isChecked() else "chevron-right"
            paint.icon(painter, theme, name, "accent", theme.space(16), middle, 18)
            rect = QRectF(self._left(), 0, self.width(), self.height())
            paint.words(painter, theme.font("title"), rect, self._title, theme.color("ink"))
            rect = QRectF(0, 0, self.width() - theme.space(18), self.height())
            right = Qt.AlignmentFlag.AlignRight
            paint.words(painter, theme.font("note"), rect, self._count, theme.color("soft"), right)
            if self.isChecked():
                painter.fillRect(QRectF(1, self.height() - 1, self.width() - 2, 1), theme.color("line"))


class AnswerGroupCard(Card):
    """One Tab stop: up and down move over head and rows, Enter folds or changes.

    `chosen` sends the fact whose answer is to change; `folded` the group's id and whether it is open now.
    Rows are made when they are first unfolded.
    """

    chosen = Signal(str)
    folded = Signal(str, bool)

    def __init__(
        self, theme: Theme, view: CheckGroup, *, is_open: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, view.title, pad=0, parent=parent)
        self.view = view
        self.head = GroupHead(theme, view.title, view.count)
        self.rows: list[AnswerRow] = []
        self._roving = Roving()
        self._list = QWidget()
        self._inner = QVBoxLayout(self._list)
        self._inner.setContentsMargins(0, 0, 0, 1)
        self._inner.setSpacing(0)
        self.body.setSpacing(0)
        self.body.addWidget(self.head)
        self.body.addWidget(self._list)
        self.head.setChecked(is_open)
        self._show(is_open)
        self.head.toggled.connect(self._toggled)

    def restyle(self) -> None:
        """No room around head and rows: they bring their own."""
        super().restyle()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)

    def _toggled(self, is_open: bool) -> None:
        self._show(is_open)
        self.folded.emit(self.view.id, is_open)

    def _show(self, is_open: bool) -> None:
        if is_open and not self.rows:
            last = len(self.view.rows) - 1
            self.rows = [AnswerRow(self.theme, row, last=at == last) for at, row in enumerate(self.view.rows)]
            for row in self.rows:
                self._inner.addWidget(row)
                row.clicked.connect(lambda _checked=False, fact=row.view.fact: self.chosen.emit(fact))
        if is_open != self._list.isVisibleTo(
            self
        ):  # showing what shows already costs a measuring of all rows
            self._list.setVisible(is_open)
        at = self._roving.current
        self._roving.set([self.head, *(self.rows if is_open else [])], at if is_open else 0)

    def focus_fact(self, fact: str) -> bool:
        """Put the focus on the row of a fact, or on the head for ""; False where it does not show."""
        if not fact:
            return self._roving.focus(0)
        at = next((i for i, row in enumerate(self.rows) if row.view.fact == fact), -1)
        return self.head.isChecked() and self._roving.focus(at + 1) if at >= 0 else False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with up and down, Home and End; leave other keys to the page."""
        parts: list[QWidget] = [self.head, *(self.rows if self.head.isChecked() else [])]
        at = next((i for i, part in enumerate(parts) if part.hasFocus()), -1)
        goals = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(parts) - 1,
        }
        goal = goals.get(Qt.Key(event.key()))
        if at < 0 or goal is None:
            event.ignore()
            return
        self._roving.focus(max(0, min(goal, len(parts) - 1)))
