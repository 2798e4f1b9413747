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
        grow_in_height(self)

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
        room = width - self._left() - self.theme.space(10)
        text = sum(block.height(room) for block in self._blocks())
        return max(text + 2 * self.theme.space(11), self.theme.target(54))

    def sizeHint(self) -> QSize:
        """One line each, as far as 22 em."""
        wanted = self._left() + max(block.width() for block in self._blocks()) + self.theme.space(10)
        width = min(wanted, self.theme.px(22 * 16))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        word = max(block.narrowest() for block in self._blocks())
        return QSize(self._left() + word + self.theme.space(10), self.theme.target(54))

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
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [ResultRow(self.theme, view, self) for view in results]
        for row in self.rows:
            self._column.addWidget(row)
            row.clicked.connect(lambda _checked=False, r=row: self._open(r))
        self.set_current(current)

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
