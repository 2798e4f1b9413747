"""The reason chain: answer, rule, route on one line; several reasons follow one another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QLabel, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import grow_in_height
from routewijzer.desktop.widgets.tags import ground_size, paint_ground
from routewijzer.desktop.widgets.textblock import TextBlock
from routewijzer.desktop.widgets.views import ChainLink


class ChainLine(QLabel):
    """One link, with its piece of the line. A label: its text is what a screen reader says."""

    def __init__(
        self, theme: Theme, link: ChainLink, *, first: bool, last: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(link.text, parent)
        self.theme, self.link, self._first, self._last = theme, link, first, last
        self.setAccessibleName(link.name)
        self.setToolTip(link.tooltip)
        if link.ground:
            self.setAccessibleDescription(link.ground.description)
        grow_in_height(self)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    def _block(self) -> TextBlock:
        font = self.theme.font("body", 600 if self.link.kind == "route" else 400)
        return TextBlock(self.link.text, font, self.theme.line("body"))

    def _left(self) -> int:
        return self.theme.px(20) + self.theme.space(10)

    def _tag(self) -> QSize:
        return ground_size(self.theme, self.link.ground) if self.link.ground else QSize(0, 0)

    def _room(self, width: int) -> tuple[int, bool]:
        """Return the width for the text, and whether the tag goes below it."""
        tag = self._tag().width()
        room = width - self._left() - (tag + self.theme.space(12) if tag else 0)
        below = bool(tag) and room < min(self.theme.px(8 * 16), self._block().width())
        return (width - self._left() if below else room), below

    def _top(self) -> int:
        """Where the text starts, so that one line stands in the middle of its tag."""
        return max(0, (self.theme.px(26) - self.theme.line("body")) // 2)

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        room, below = self._room(width)
        text, gap = self._block().height(room), self.theme.space(5)
        return max(text + (self._tag().height() + 4 if below else 0) + self._top(), self.theme.px(26)) + gap

    def sizeHint(self) -> QSize:
        """One line, tag beside it."""
        width = min(self._left() + self._block().width() + self._tag().width() + 24, self.theme.px(34 * 16))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word or the tag."""
        return QSize(
            self._left() + max(self._block().narrowest(), self._tag().width()), self.theme.line("body")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, sign, text and tag."""
        theme, (room, below) = self.theme, self._room(self.width())
        axis, block = theme.px(10), self._block()
        top = self._top()
        middle = round(top + theme.line("body") / 2)
        with paint.painting(self) as painter:
            line = theme.color("accent")
            width = theme.px(2)
            if not self._first:
                painter.fillRect(QRectF(axis - width / 2, 0, width, middle), line)
            if not self._last:
                painter.fillRect(QRectF(axis - width / 2, middle, width, self.height() - middle), line)
            self._paint_sign(painter, QPointF(axis, middle))
            height = block.draw(painter, QPointF(self._left(), top), room, theme.color("ink"))
            if self.link.ground:
                x = self._left() if below else self.width() - self._tag().width()
                at = top + height + 4 + self._tag().height() / 2 if below else self._tag().height() / 2
                paint_ground(painter, theme, self.link.ground, x, at)

    def _paint_sign(self, painter: QPainter, centre: QPointF) -> None:
        theme = self.theme
        accent, radius = theme.color("accent"), theme.px(6)
        if self.link.kind == "route":
            side = theme.px(17)
            rect = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            paint.box(painter, rect, theme.px(4), accent)
            inner = theme.px(13)
            paint.icon(painter, theme, "arrow-right", "on_accent", centre.x() - inner / 2, centre.y(), 13)
            return
        painter.setPen(QPen(accent, theme.px(2.4)))
        painter.setBrush(theme.color("surface") if self.link.kind == "antwoord" else accent)
        painter.drawEllipse(centre, radius - 1, radius - 1)


class ReasonChain(QGroupBox):
    """All links below each other, as a group with a name ("2 redenen")."""

    def __init__(
        self, theme: Theme, name: str, links: tuple[ChainLink, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, link in enumerate(links):
            column.addWidget(ChainLine(theme, link, first=at == 0, last=at == len(links) - 1))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
