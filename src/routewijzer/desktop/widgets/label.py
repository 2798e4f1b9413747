# ruff: noqa: PLR0913 (widgets are built by keyword)
"""Text that wraps at the right height, text beside an icon, and telephone numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, grow_in_height
from routewijzer.desktop.widgets.textblock import TextBlock, plain


class WrapLabel(QLabel):
    """A label of one step and colour that wraps; markup may hold **bold** words.

    `icon` stands left of the first line. It is a QLabel, so a screen reader reads its text.
    """

    def __init__(
        self,
        theme: Theme,
        markup: str,
        step: str = "body",
        tone: str = "ink",
        *,
        icon: str = "",
        icon_tone: str = "",
        weight: int | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._step, self._tone, self._weight = theme, step, tone, weight
        self._icon, self._icon_tone, self._align = icon, icon_tone or tone, align
        self._markup = ""
        self._heights: dict[int, int] = {}
        """By width: layouts ask the same many times over."""
        grow_in_height(self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_markup(markup)
        theme.changed.connect(self.restyle)

    def set_markup(self, markup: str) -> None:
        """Show another text."""
        self._markup = markup
        self.setText(plain(markup))
        self.restyle()

    def set_step(self, step: str) -> None:
        """Show it in another step of type."""
        self._step = step
        self.restyle()

    def set_tone(self, tone: str) -> None:
        """Show it in another colour."""
        self._tone = tone
        self.update()

    def restyle(self) -> None:
        """Measure and paint anew."""
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self.theme.font(self._step, self._weight)

    def _block(self) -> TextBlock:
        return TextBlock(self._markup, self._font(), self.theme.line(self._step), self._align)

    def _icon_size(self) -> int:
        return 24 if self.theme.line(self._step) > self.theme.px(23) else 18

    def _indent(self) -> int:
        return self.theme.px(self._icon_size()) + self.theme.space(10) if self._icon else 0

    def hasHeightForWidth(self) -> bool:
        """It grows as it gets narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that this width needs."""
        known = self._heights.get(width)
        if known is None:
            least = self.theme.line(self._step) if self._icon else 0
            known = self._heights[width] = max(self._block().height(width - self._indent()), least)
        return known

    def sizeHint(self) -> QSize:
        """One line, or lines of some 34 em where the text is longer."""
        width = min(self._block().width() + self._indent(), self.theme.px(34 * 16))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word fits; one line is high."""
        return QSize(self._block().narrowest() + self._indent(), self.theme.line(self._step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and text."""
        with paint.painting(self) as painter:
            indent, line = self._indent(), self.theme.line(self._step)
            top = max(0, (self.height() - self.heightForWidth(self.width())) // 2)
            if self._icon:
                middle = top + line / 2
                paint.icon(painter, self.theme, self._icon, self._icon_tone, 0, middle, self._icon_size())
            colour = self.theme.color(self._tone)
            self._block().draw(painter, QPointF(indent, top), self.width() - indent, colour)


class Icon(QWidget):
    """An icon beside words that say the same: decoration, so without a name."""

    def __init__(
        self, theme: Theme, icon: str, tone: str = "accent", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._icon, self._tone, self._size = theme, icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.theme.px(self._size), self.theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with paint.painting(self) as painter:
            paint.icon(painter, self.theme, self._icon, self._tone, 0, self.height() / 2, self._size)


class LineLabel(QLabel):
    """One line of plain text that never wraps, in a step and colour, with an optional icon before it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        step: str = "body",
        tone: str = "ink",
        *,
        icon: str = "",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme, self._step, self._tone, self._icon, self._weight = theme, step, tone, icon, weight
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.restyle()

    def restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self.theme.font(self._step, self._weight)

    def _indent(self) -> int:
        return self.theme.px(22) + self.theme.space(10) if self._icon else 0

    def sizeHint(self) -> QSize:
        """The line."""
        width = paint.width_of(self._font(), self.text()) + 1 + self._indent()
        return QSize(width, self.theme.line(self._step))

    def minimumSizeHint(self) -> QSize:
        """The whole line."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        with paint.painting(self) as painter:
            if self._icon:
                paint.icon(painter, self.theme, self._icon, self._tone, 0, self.height() / 2, 22)
            rect = self.rect().toRectF().adjusted(self._indent(), 0, 0, 0)
            paint.words(painter, self._font(), rect, self.text(), self.theme.color(self._tone))


class NumberLabel(PaintedButton):
    """A telephone number by rank; a press copies it: `chosen` sends the number."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        number: str,
        name: str,
        step: str = "number",
        tone: str = "ink",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        self._number, self._step, self._tone, self._icon = number, step, tone, icon
        self.ring_tone = tone if tone in {"on_bar", "hero_text"} else "ink"
        self.clicked.connect(lambda: self.chosen.emit(self._number))

    def sizeHint(self) -> QSize:
        """The number as wide as it is written."""
        font = self.theme.font(self._step)
        side = self.theme.px(30) + self.theme.space(12) if self._icon else 0
        return QSize(paint.width_of(font, self._number) + side + 2, self.theme.line(self._step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and number; underlined under the mouse."""
        with paint.painting(self) as painter:
            left = 0.0
            if self._icon:
                tone = self._tone
                left = paint.icon(painter, self.theme, self._icon, tone, 0, self.height() / 2, 30)
                left += self.theme.space(12)
            font = self.theme.font(self._step)
            font.setUnderline(self.is_hot())
            rect = self.rect().toRectF().adjusted(left, 0, 0, 0)
            paint.words(painter, font, rect, self._number, self.theme.color(self._tone))
