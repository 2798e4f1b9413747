"""A tile that leads to another page: icon and key cap, title, one line about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, grow_in_height
from routewijzer.desktop.widgets.textblock import TextBlock


class ActionTile(PaintedButton):
    """A card to press; `clicked` is its signal."""

    radius = 14.0

    def __init__(
        self, theme: Theme, title: str, text: str, icon: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, parent)
        self._title, self._icon, self._key = title, icon, key
        grow_in_height(self)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another line below the title."""
        self._text = text
        self.setAccessibleDescription(text)
        self.restyle()

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        theme = self.theme
        title = TextBlock(self._title, theme.font("heading"), theme.line("heading"))
        return title, TextBlock(self._text, theme.font("body"), theme.line("body"))

    def _pad(self) -> int:
        return self.theme.space(18)

    def _head(self) -> int:
        """Return the height of icon and cap with the room below them."""
        return self.theme.px(26) + self.theme.space(13)

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        room = width - 2 * self._pad()
        return 2 * self._pad() + self._head() + sum(block.height(room) for block in self._blocks())

    def sizeHint(self) -> QSize:
        """Some 12 em wide."""
        width = max(self.theme.px(12 * 16), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, or icon and cap beside each other."""
        head = self.theme.px(26) + self.theme.space(16) + paint.cap_width(self.theme, self._key)
        words = max(block.narrowest() for block in self._blocks())
        return QSize(max(head, words) + 2 * self._pad(), self.theme.target(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its head and its texts; tinted under the mouse."""
        theme, pad = self.theme, self._pad()
        title, text = self._blocks()
        with paint.painting(self) as painter:
            fill = "line" if self.isDown() else "tint" if self.is_hot() else "surface"
            paint.box(
                painter, self.rect().toRectF(), self.radius, theme.color(fill), theme.color("edge"), 1.2
            )
            middle = pad + theme.px(26) / 2
            paint.icon(painter, theme, self._icon, "accent", pad, middle, 26)
            cap = paint.cap_width(theme, self._key)
            paint.cap(painter, theme, self.width() - pad - cap, middle, self._key)
            top, room = float(pad + self._head()), self.width() - 2 * pad
            top += title.draw(painter, QPointF(pad, top), room, theme.color("ink"))
            text.draw(painter, QPointF(pad, top), room, theme.color("soft"))
