"""A list of things found."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, grow_in_height
from routewijzer.desktop.widgets.roving import Roving
from routewijzer.desktop.widgets.textblock import TextBlock
from routewijzer.desktop.widgets.views import ResultView


class ResultRow(PaintedButton):
    """Icon, title, and a note below it; tint and bar where it is the one shown."""

    def __init__(self, theme: Theme, view: ResultView, parent: QWidget | None = None) -> None:
        super().__init__(theme, f"{view.title}, {view.note}" if view.note else view.title, parent)
        self.view, self.current = view, False
        self._heights: dict[int, int] = {}
        """By width: layouts ask the same a hundred times over."""
        self._sizes: dict[str, QSize] = {}
        grow_in_height(self)

    def restyle(self) -> None:
        """Measure and paint anew."""
        self._heights.clear()
        self._sizes.clear()
        super().restyle()

    def _left(self) -> int:
        return self.theme.space(14) + self.theme.px(20) + self.theme.space(12)

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        theme = self.theme
        title = TextBlock(self.view.title, theme.font("strong"), theme.line("strong"))
        return title, TextBlock(self.view.note, theme.font("note"), theme.line("note"))

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        known = self._heights.get(width)
        if known is None:
            room = width - self._left() - self.theme.space(10)
            text = sum(block.height(room) for block in self._blocks())
            least = self.theme.target(54)
            known = self._heights[width] = max(text + 2 * self.theme.space(11), least)
        return known

    def sizeHint(self) -> QSize:
        """One line each, as far as 22 em."""
        if "hint" not in self._sizes:
            wanted = self._left() + max(block.width() for block in self._blocks()) + self.theme.space(10)
            width = min(wanted, self.theme.px(22 * 16))
            self._sizes["hint"] = QSize(width, self.heightForWidth(width))
        return self._sizes["hint"]

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        if "least" not in self._sizes:
            word = max(block.narrowest() for block in self._blocks())
            width = self._left() + word + self.theme.space(10)
            self._sizes["least"] = QSize(width, self.theme.target(54))
        return self._sizes["least"]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it by state."""
        theme = self.theme
        title, note = self._blocks()
        room = self.width() - self._left() - theme.space(10)
        with paint.painting(self) as painter:
            if self.current or self.is_hot():
                paint.box(painter, self.rect().toRectF(), self.radius, theme.color("tint"))
            if self.current:
                bar = QRectF(0, self.height() * 0.17, 4, self.height() * 0.66)
                paint.box(painter, bar, 2, theme.color("accent"))
            paint.icon(painter, theme, self.view.icon, "accent", theme.space(14), self.height() / 2, 20)
            top = (self.height() - title.height(room) - note.height(room)) / 2
            top += title.draw(painter, QPointF(self._left(), top), room, theme.color("ink"))
            note.draw(painter, QPointF(self._left(), top), room, theme.color("soft"))


class ResultList(QGroupBox):
    """Results, one Tab stop: up and down move and show, Enter shows; `chosen` sends the id.

    `opened` follows `chosen` only where a row was pressed: a narrow window then leaves the list.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.rows: list[ResultRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._roving = Roving()

    def set_results(self, results: tuple[ResultView, ...], current: str = "") -> None:
        """Show these; `current` is the id of the one shown beside the list."""
        before = {row.view.id: row for row in self.rows}
        self.rows = [self._row(view, before) for view in results]
        for old in before.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for at, row in enumerate(self.rows):
            self._column.insertWidget(at, row)
        self.set_current(current)

    def _row(self, view: ResultView, before: dict[str, ResultRow]) -> ResultRow:
        """Return the row that stands there for this already, taken out of `before`; else a new one.

        Who types sees each letter's results at once: to make a hundred rows anew would be felt.
        """
        kept = before.get(view.id)
        if kept is not None and kept.view == view:
            return before.pop(view.id)
        row = ResultRow(self.theme, view, self)
        row.clicked.connect(lambda _checked=False: self._open(row))
        return row

    def set_current(self, current: str) -> None:
        """Mark the row with this id, without a signal."""
        for row in self.rows:
            row.current = row.view.id == current
            row.update()
        at = [i for i, row in enumerate(self.rows) if row.current]
        self._roving.set(self.rows, at[0] if at else 0)

    def focus_first(self) -> None:
        """Put the focus on the Tab stop (Down in the search field)."""
        self._roving.focus(self._roving.current)

    def _open(self, row: ResultRow) -> None:
        self._choose(row)
        self.opened.emit(row.view.id)

    def _choose(self, row: ResultRow) -> None:
        self.set_current(row.view.id)
        self.chosen.emit(row.view.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with up and down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        at = next((i for i, row in enumerate(self.rows) if row.hasFocus()), -1)
        if step is None or not 0 <= at + step < len(self.rows) or at < 0:
            event.ignore()
            return
        self._roving.focus(at + step)
        self._choose(self.rows[at + step])
