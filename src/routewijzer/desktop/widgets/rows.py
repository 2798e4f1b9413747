"""Lines that lead somewhere (LinkRow) and the list of a log (LogTable)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import Painted, PaintedButton, Ring, grow_in_height
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.roving import Roving
from routewijzer.desktop.widgets.tags import paint_pill, pill_size
from routewijzer.desktop.widgets.textblock import TextBlock
from routewijzer.desktop.widgets.views import Cell, LinkView, RowView


class LinkRow(PaintedButton):
    """Label left, note right, chevron; a hairline below. `chosen` sends the id."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, view: LinkView, *, rule: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, f"{view.label}, {view.note}" if view.note else view.label, parent)
        self.view, self._rule = view, rule
        grow_in_height(self)
        self.clicked.connect(lambda: self.chosen.emit(view.id))

    def _block(self) -> TextBlock:
        return TextBlock(self.view.label, self.theme.font("strong"), self.theme.line("strong"))

    def _side(self) -> int:
        note = (
            paint.width_of(self.theme.font("note"), self.view.note) + self.theme.space(12)
            if self.view.note
            else 0
        )
        return note + self.theme.px(18) + self.theme.space(8)

    def hasHeightForWidth(self) -> bool:
        """The label wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return max(self._block().height(width - self._side()) + self.theme.space(16), self.theme.target(43))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._block().width() + self._side(), self.theme.target(43))

    def minimumSizeHint(self) -> QSize:
        """The longest word and the note."""
        return QSize(self._block().narrowest() + self._side(), self.theme.target(43))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it; tinted under the mouse."""
        theme, middle = self.theme, self.height() / 2
        with paint.painting(self) as painter:
            if self.is_hot():
                painter.fillRect(self.rect(), theme.color("tint"))
            room, block = self.width() - self._side(), self._block()
            block.draw(painter, QPointF(0, middle - block.height(room) / 2), room, theme.color("ink"))
            side = theme.px(18)
            paint.icon(painter, theme, "chevron-right", "accent", self.width() - side, middle, 18)
            rect = QRectF(0, 0, self.width() - side - theme.space(8), self.height())
            right = Qt.AlignmentFlag.AlignRight
            paint.words(painter, theme.font("note"), rect, self.view.note, theme.color("soft"), right)
            if self._rule:
                painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))


def _cell_width(theme: Theme, cell: Cell) -> int:
    if cell.urgency:
        return pill_size(theme, cell.urgency).width()
    return paint.width_of(theme.font("body", 700 if cell.strong else 400), cell.text)


def _flow(theme: Theme, cells: tuple[Cell, ...], columns: list[int], width: int) -> list[tuple[int, int]]:
    """Return (x, line number) for each cell: columns while they fit, else one after another, wrapping."""
    gap, x, line, places = theme.space(18), theme.space(18), 0, []
    start, end = x, width - theme.space(18)
    if sum(columns) + gap * (len(columns) - 1) <= end - start:
        extra = (end - start - sum(columns) - gap * (len(columns) - 1)) // max(len(columns), 1)
        for column in columns:
            places.append((x, 0))
            x += column + gap + extra
        return places
    for cell in cells:
        need = _cell_width(theme, cell)
        if x > start and x + need > end:
            x, line = start, line + 1
        places.append((x, line))
        x += need + gap
    return places


class TableRow(QLabel):
    """A row of the table: cells in a line, a note below them. The arrows come by; it opens nothing."""

    def __init__(self, theme: Theme, view: RowView, table: LogTable) -> None:
        super().__init__(table)
        self.theme, self.view, self._table = theme, view, table
        self.setAccessibleName(view.name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        grow_in_height(self)
        theme.changed.connect(self.updateGeometry)

    def _places(self, width: int) -> list[tuple[int, int]]:
        return _flow(self.theme, self.view.cells, self._table.columns(), width)

    def _note(self) -> TextBlock:
        return TextBlock(self.view.note, self.theme.font("note"), self.theme.line("note"))

    def _first(self) -> int:
        """Return the height of the first line of cells in px."""
        return self.theme.target(44 if self.view.note else 54)

    def _below(self, width: int) -> int:
        """Return the room that the note takes, in px."""
        if not self.view.note:
            return 0
        return self._note().height(width - 2 * self.theme.space(18)) + self.theme.space(8)

    def hasHeightForWidth(self) -> bool:
        """Cells and note wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        lines = max((line for _, line in self._places(width)), default=0)
        return self._first() + lines * self.theme.target(36) + self._below(width)

    def sizeHint(self) -> QSize:
        """All cells beside each other."""
        width = self._table.needs()
        return QSize(width, self._first() + self._below(width))

    def minimumSizeHint(self) -> QSize:
        """The widest cell, or the longest word of the note."""
        widest = max((_cell_width(self.theme, cell) for cell in self.view.cells), default=0)
        widest = max(widest, self._note().narrowest() if self.view.note else 0)
        return QSize(widest + 2 * self.theme.space(18), self.theme.target(54))

    def focus_ring(self) -> Ring:
        """Inside the card's edge."""
        return Ring(self.rect().adjusted(4, 4, -4, -4), 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells and the note; tinted while it is current."""
        theme, line_height, inset = self.theme, self.theme.target(36), self.theme.space(18)
        below = self._below(self.width())
        with paint.painting(self) as painter:
            if self.hasFocus():
                painter.fillRect(self.rect(), theme.color("tint"))
            for cell, (x, line) in zip(self.view.cells, self._places(self.width()), strict=True):
                self._paint_cell(painter, cell, x, self._first() / 2 + line * line_height)
            if below:
                top = self.height() - below - theme.space(2)
                room = self.width() - 2 * inset
                self._note().draw(painter, QPointF(inset, top), room, theme.color("soft"))
            if self is not self._table.rows[-1]:
                rule = QRectF(inset, self.height() - 1, self.width() - 2 * inset, 1)
                painter.fillRect(rule, theme.color("line"))

    def _paint_cell(self, painter: QPainter, cell: Cell, x: int, middle: float) -> None:
        theme = self.theme
        if cell.urgency:
            paint_pill(painter, theme, cell.urgency, x, middle)
            return
        font = theme.font("body", 700 if cell.strong else 400)
        height = theme.line("body")
        paint.words(
            painter, font, QRectF(x, middle - height / 2, self.width(), height), cell.text, theme.color("ink")
        )


class _TableHead(Painted):
    def __init__(self, theme: Theme, table: LogTable) -> None:
        super().__init__(theme, "", table)
        self._table = table

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(self.theme.px(100), self.theme.target(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the titles."""
        theme = self.theme
        cells = tuple(Cell(title) for title in self._table.titles)
        places = _flow(theme, cells, self._table.columns(), self.width())
        with paint.painting(self) as painter:
            for title, (x, _) in zip(self._table.titles, places, strict=True):
                rect = QRectF(x, 0, self.width(), self.height())
                paint.words(painter, theme.font("label"), rect, title, theme.color("soft"))
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))


class LogTable(Card):
    """Rows under titles, one Tab stop: up and down move. No row opens anything."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        titles: tuple[str, ...],
        rows: tuple[RowView, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, pad=1, parent=parent)
        self.titles = titles
        self.rows: list[TableRow] = []
        self._columns: list[int] = []
        self._roving = Roving()
        self._inner = QVBoxLayout()
        self._inner.setSpacing(0)
        self.body.addLayout(self._inner)
        self._head = _TableHead(theme, self)
        self._inner.addWidget(self._head)
        self.set_rows(rows)

    def restyle(self) -> None:
        """Measure the columns anew."""
        super().restyle()
        self.body.setContentsMargins(1, 1, 1, 1)
        if hasattr(self, "_head"):
            self._measure()

    def set_rows(self, rows: tuple[RowView, ...]) -> None:
        """Show these rows, the Tab stop on the first."""
        for old in self.rows:
            self._inner.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [TableRow(self.theme, row, self) for row in rows]
        self._measure()
        for row in self.rows:
            self._inner.addWidget(row)
        self._roving.set(self.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles only over cells that stand in columns."""
        super().resizeEvent(event)
        self._head.setVisible(self.in_columns())

    def _measure(self) -> None:
        label = self.theme.font("label")
        widths = [paint.width_of(label, title) for title in self.titles]
        for row in self.rows:
            for at, cell in enumerate(row.view.cells):
                widths[at] = max(widths[at], _cell_width(self.theme, cell))
        self._columns = widths

    def columns(self) -> list[int]:
        """Return the width of each column in px."""
        return self._columns

    def needs(self) -> int:
        """Return the width in px that all columns need."""
        return sum(self._columns) + self.theme.space(18) * (len(self._columns) + 1)

    def in_columns(self) -> bool:
        """Whether the cells stand in columns now, or wrap."""
        return self.needs() <= self.width()

    def focus_row(self, at: int = 0) -> None:
        """Put the focus on a row."""
        self._roving.focus(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with up and down, Home and End."""
        at = next((i for i, row in enumerate(self.rows) if row.hasFocus()), -1)
        last = len(self.rows) - 1
        key = Qt.Key(event.key())
        goal = {Qt.Key.Key_Up: at - 1, Qt.Key.Key_Down: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(
            key
        )
        if at < 0 or goal is None:
            event.ignore()
            return
        self._roving.focus(max(0, min(goal, last)))
