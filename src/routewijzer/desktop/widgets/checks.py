"""Things to tick: a task (CheckItem) and a filter (FilterChip)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring, grow_in_height
from routewijzer.desktop.widgets.textblock import TextBlock


class CheckItem(PaintedButton):
    """A task with a box and an optional note. A CheckBox to a screen reader; `toggled` is its signal."""

    def __init__(
        self, theme: Theme, label: str, note: str = "", *, done: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, label, parent)
        self.setAccessibleDescription(note)
        self._label, self._note = label, note
        grow_in_height(self)
        self.setCheckable(True)
        self.setChecked(done)

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        theme = self.theme
        label = TextBlock(self._label, theme.font("strong", 500), theme.line("body"))
        return label, TextBlock(self._note, theme.font("note"), theme.line("note"))

    def _left(self) -> int:
        return self.theme.px(24) + self.theme.space(12)

    def focus_ring(self) -> Ring:
        """A little wider than the words."""
        return Ring(self.rect().adjusted(-4, 0, 4, 0), self.radius)

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        text = sum(block.height(width - self._left()) for block in self._blocks())
        return max(text + 2 * self.theme.space(5), self.theme.target(36))

    def sizeHint(self) -> QSize:
        """One line."""
        width = min(self._left() + max(b.width() for b in self._blocks()), self.theme.px(34 * 16))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self._left() + max(b.narrowest() for b in self._blocks()), self.theme.target(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box and texts."""
        theme, side = self.theme, self.theme.px(24)
        label, note = self._blocks()
        room = self.width() - self._left()
        with paint.painting(self) as painter:
            top = (self.height() - label.height(room) - note.height(room)) / 2
            middle = top + theme.line("body") / 2
            rect = QRectF(0, round(middle - side / 2), side, side)
            if self.isChecked():
                paint.box(painter, rect, 6, theme.color("accent"))
                mark = theme.px(17)
                paint.icon(painter, theme, "check", "on_accent", (side - mark) / 2, rect.center().y(), 17)
            else:
                paint.box(
                    painter,
                    rect,
                    6,
                    theme.color("tint" if self.is_hot() else "surface"),
                    theme.color("edge"),
                    1.8,
                )
            top += label.draw(painter, QPointF(self._left(), top), room, theme.color("ink"))
            note.draw(painter, QPointF(self._left(), top), room, theme.color("soft"))


class FilterChip(PaintedButton):
    """A filter: tick and fill when on, else an optional icon. Checkable; `toggled` is its signal."""

    def __init__(
        self, theme: Theme, label: str, *, icon: str = "", on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, label, parent)
        self._label, self._icon = label, icon
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.restyle)

    def set_label(self, label: str) -> None:
        """Show another text (a count in it)."""
        self._label = label
        self.setAccessibleName(label)
        self.restyle()

    def _sign(self) -> str:
        return "check" if self.isChecked() else self._icon

    def sizeHint(self) -> QSize:
        """Sign and label."""
        theme = self.theme
        width = paint.width_of(theme.font("label"), self._label) + 2 * theme.space(15)
        return QSize(width + (theme.px(18) + theme.space(7) if self._sign() else 0), theme.target(42))

    def focus_ring(self) -> Ring:
        """As round as the chip."""
        return Ring(self.rect(), self.height() / 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint by state."""
        theme, on = self.theme, self.isChecked()
        with paint.painting(self) as painter:
            rect, radius = self.rect().toRectF(), self.height() / 2
            if on or self.isDown():
                paint.box(painter, rect, radius, theme.color("accent_press" if self.isDown() else "accent"))
            else:
                fill = "tint" if self.is_hot() else "surface"
                paint.box(painter, rect, radius, theme.color(fill), theme.color("edge"), 1.5)
            tone, x = "on_accent" if on or self.isDown() else "ink", float(theme.space(15))
            if self._sign():
                x += paint.icon(painter, theme, self._sign(), tone, x, self.height() / 2, 18) + theme.space(7)
            rect = QRectF(x, 0, self.width(), self.height())
            paint.words(painter, theme.font("label"), rect, self._label, theme.color(tone))
