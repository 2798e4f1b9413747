"""A route: one line when folded; number, what to have ready, what follows and why when open."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring, grow_in_height, plain_key
from routewijzer.desktop.widgets.chain import ReasonChain
from routewijzer.desktop.widgets.containers import Card, Divider
from routewijzer.desktop.widgets.factcolumns import FactColumns
from routewijzer.desktop.widgets.fold import FoldButton
from routewijzer.desktop.widgets.label import NumberLabel, WrapLabel
from routewijzer.desktop.widgets.tags import KeyCap, ground_size, paint_ground, paint_pill, pill_size
from routewijzer.desktop.widgets.textblock import TextBlock
from routewijzer.desktop.widgets.views import FactColumn, RouteView

LONG = 4
"""A list to tick of more lines than this gets the whole width of its card."""


class RouteHead(PaintedButton):
    """The line of a route; checked is open. The ring goes round the whole card."""

    radius = 14.0

    def __init__(self, theme: Theme, view: RouteView, card: QWidget) -> None:
        super().__init__(theme, view.name, card)
        self.view, self._card = view, card
        grow_in_height(self)
        self.setCheckable(True)

    def focus_ring(self) -> Ring:
        """Around the card."""
        corner = self.mapFrom(self._card, self._card.rect().topLeft())
        return Ring(self._card.rect().translated(corner), self.radius)

    def _title(self) -> TextBlock:
        step = "heading" if self.isChecked() else "title"
        return TextBlock(self.view.title, self.theme.font(step), self.theme.line(step))

    def _why(self) -> TextBlock:
        return TextBlock(self.view.why, self.theme.font("body"), self.theme.line("body"))

    def _right(self) -> int:
        """The width of what stands at the right."""
        theme, view = self.theme, self.view
        if self.isChecked():
            return paint.width_of(theme.font("note"), view.place) + 2
        tag = ground_size(theme, view.ground).width() if view.ground else 0
        number = paint.width_of(theme.font("heading"), view.number) if view.number else 0
        return max(tag, number) + theme.space(14) + theme.px(20)

    def _split(self, width: int) -> tuple[int, int, bool]:
        """Return left edge and width of the text, and whether it is too narrow for one line."""
        pill = pill_size(self.theme, self.view.urgency).width()
        if not self.isChecked():  # folded, the titles of all cards stand in one line
            pill = max(pill, self.theme.px(118))
        pill += self.theme.space(14)
        room = width - pill - self._right() - self.theme.space(14)
        if room < self.theme.px(10 * 16):
            return 0, width, True
        return pill, room, False

    def _text_height(self, room: int) -> int:
        why = 0 if self.isChecked() else self._why().height(room)
        return self._title().height(room) + why

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        _, room, stacked = self._split(width)
        pill = pill_size(self.theme, self.view.urgency).height()
        text = self._text_height(room)
        if stacked:
            return pill + self.theme.space(8) + text + (0 if self.isChecked() else self._side_height() + 8)
        return max(text, pill, 0 if self.isChecked() else self._side_height())

    def _side_height(self) -> int:
        tag = ground_size(self.theme, self.view.ground).height() if self.view.ground else 0
        number = self.theme.line("heading") if self.view.number else 0
        return tag + number + (self.theme.space(4) if tag and number else 0)

    def sizeHint(self) -> QSize:
        """Everything on one line, as far as 38 em."""
        width = self.theme.px(38 * 16)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest piece."""
        pieces = (pill_size(self.theme, self.view.urgency).width(), self._right(), self._title().narrowest())
        return QSize(max(pieces), self.theme.target(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, texts, and number, tag and chevron (or "1 van 4")."""
        theme, view = self.theme, self.view
        left, room, stacked = self._split(self.width())
        pill = pill_size(theme, view.urgency).height()
        with paint.painting(self) as painter:
            top = pill + theme.space(8) if stacked else 0.0
            paint_pill(painter, theme, view.urgency, 0, pill / 2)
            if not stacked:
                top = (self.height() - self._text_height(room)) / 2
            top += self._title().draw(painter, QPointF(left, top), room, theme.color("ink"))
            if self.isChecked():
                rect = QRectF(0, 0, self.width(), pill)
                paint.words(
                    painter,
                    theme.font("note"),
                    rect,
                    view.place,
                    theme.color("soft"),
                    Qt.AlignmentFlag.AlignRight,
                )
            else:
                top += self._why().draw(painter, QPointF(left, top), room, theme.color("soft"))
                self._paint_side(painter, top + 8 if stacked else (self.height() - self._side_height()) / 2)

    def _paint_side(self, painter: QPainter, top: float) -> None:
        theme, view = self.theme, self.view
        side = theme.px(20)
        edge = self.width() - side - theme.space(14)
        middle = top + self._side_height() / 2 if top > self.height() / 2 else self.height() / 2
        paint.icon(painter, theme, "chevron-right", "accent", self.width() - side, middle, 20)
        if view.number:
            rect = QRectF(0, top, edge, theme.line("heading"))
            right = Qt.AlignmentFlag.AlignRight
            paint.words(painter, theme.font("heading"), rect, view.number, theme.color("ink"), right)
            top += theme.line("heading") + theme.space(4)
        if view.ground:
            size = ground_size(theme, view.ground)
            paint_ground(painter, theme, view.ground, edge - size.width(), top + size.height() / 2)


def _is_long(column: FactColumn) -> bool:
    return column.ticked and len(column.lines) > LONG


class RouteCard(Card):
    """Enter on its line opens or folds it, W folds the reasons, Ctrl C copies the number (`copied`).

    `toggled_open` sends (id, open). `set_open` does the same from code. What is folded is built when it is
    first opened: a page of many routes shows at once.
    """

    copied = Signal(str)
    toggled_open = Signal(str, bool)

    def __init__(
        self, theme: Theme, view: RouteView, *, is_open: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, view.title, pad=16, parent=parent)
        self.view = view
        self.head = RouteHead(theme, view, self)
        self.body.addWidget(self.head)
        self.content = QWidget()
        self._inner = QVBoxLayout(self.content)
        self._inner.setContentsMargins(0, theme.space(8), 0, 0)
        self._inner.setSpacing(theme.space(12))
        self._filled = False
        self.body.addWidget(self.content)
        self.head.toggled.connect(self._toggled)
        self.content.setVisible(False)
        self.set_open(is_open)
        self.restyle()

    def _fill(self) -> None:
        self._filled = True
        theme, view = self.theme, self.view
        if view.number:
            line = QHBoxLayout()
            line.setSpacing(theme.space(16))
            number = NumberLabel(
                theme, view.number, f"{view.title} {view.number}", "number_route", icon="phone"
            )
            number.chosen.connect(self.copied.emit)
            line.addWidget(number)
            line.addWidget(WrapLabel(theme, view.hours, "body", "soft"), 1)
            self._inner.addLayout(line)
        elif view.hours:
            self._inner.addWidget(WrapLabel(theme, view.hours, "body", "soft"))
        self._fill_columns()
        if view.more:
            self._inner.addWidget(FactColumns(theme, view.more))
        self._fill_about()
        self.chain = ReasonChain(theme, view.reasons_title, view.reasons)
        self.fold = FoldButton(theme, view.reasons_title)
        self.fold.setChecked(True)
        self.fold.toggled.connect(self.chain.setVisible)
        if view.reasons:
            self._inner.addWidget(Divider(theme))
            line = QHBoxLayout()
            line.setSpacing(theme.space(10))
            line.addWidget(self.fold)
            right = Qt.AlignmentFlag.AlignRight
            line.addWidget(WrapLabel(theme, view.reasons_note, "note", "soft", align=right), 1)
            if view.reasons_key:
                line.addWidget(KeyCap(theme, view.reasons_key))
            self._inner.addLayout(line)
            self._inner.addWidget(self.chain)

    def _fill_columns(self) -> None:
        """Put the columns beside each other; a long list to tick stands above them, in two halves."""
        theme, columns = self.theme, self.view.columns
        for column in columns:
            if _is_long(column):
                half = (len(column.lines) + 1) // 2
                halves = (column.lines[:half], column.lines[half:])
                block = QVBoxLayout()
                block.setSpacing(theme.space(3))
                block.addWidget(WrapLabel(theme, column.title, "label", "soft"))
                block.addWidget(FactColumns(theme, tuple(FactColumn("", part, True) for part in halves)))
                self._inner.addLayout(block)
        if rest := tuple(column for column in columns if not _is_long(column)):
            self._inner.addWidget(FactColumns(theme, rest))

    def _fill_about(self) -> None:
        """Put what is known of the route in a fold that starts shut, and beside it when it was checked."""
        theme, view = self.theme, self.view
        line = QHBoxLayout()
        line.setSpacing(theme.space(10))
        column = FactColumns(theme, (FactColumn("", view.about.lines),)) if view.about else None
        if view.about and column:
            fold = FoldButton(theme, view.about.title)
            fold.toggled.connect(column.setVisible)
            column.setVisible(False)
            line.addWidget(fold)
        right = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        line.addWidget(WrapLabel(theme, view.checked, "note", "soft", align=right), 1)
        if column or view.checked:
            self._inner.addLayout(line)
        if column:
            self._inner.addWidget(column)

    def restyle(self) -> None:
        """Room for the spine while open."""
        super().restyle()
        if getattr(self, "head", None) and self.head.isChecked():
            pad = self.theme.space(20)
            self.body.setContentsMargins(pad + 8, self.theme.space(14), pad + 4, self.theme.space(12))
        else:
            side, flat = self.theme.space(16), self.theme.space(7)
            self.body.setContentsMargins(side, flat, side, flat)

    def is_open(self) -> bool:
        """Whether it is open."""
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or fold it."""
        self.head.setChecked(is_open)

    def _toggled(self, is_open: bool) -> None:
        if is_open and not self._filled:
            self._fill()
        self.content.setVisible(is_open)
        self.restyle()
        self.head.restyle()
        self.toggled_open.emit(self.view.id, is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take W and Ctrl C; leave the rest to the page."""
        if self.is_open() and plain_key(event) and plain_key(event) == self.view.reasons_key:
            self.fold.toggle()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.view.number:
            self.copied.emit(self.view.number)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and the spine while open: red for nu, else ink."""
        super().paintEvent(event)
        if self.is_open():
            with paint.painting(self) as painter:
                painter.setClipRect(QRectF(0, 0, 7, self.height()))
                tone = "danger" if self.view.urgency.kind == "nu" else "ink"
                paint.box(painter, self.rect().toRectF(), 14, self.theme.color(tone))
