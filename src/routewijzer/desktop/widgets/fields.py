"""Fields: search with an icon, and a choice from a list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint


class SearchField(QLineEdit):
    """A line to type in, with an icon, a placeholder and a name of its own."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        icon: str = "search",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._icon = theme, icon
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Set font and room for the icon anew."""
        self.setFont(self.theme.font("body"))
        self.setTextMargins(self.theme.px(20) + self.theme.space(8) if self._icon else 0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let Qt paint the field, then the icon."""
        super().paintEvent(event)
        if self._icon:
            with paint.painting(self) as painter:
                paint.icon(
                    painter, self.theme, self._icon, "soft", self.theme.space(14), self.height() / 2, 20
                )


MOST = 10
"""Items that the list that opens shows at once; the rest scrolls: it may not cover the emergency bar."""


class SelectBox(QComboBox):
    """A choice from a list, with a name of its own.

    `narrow` lets it be less wide than its widest item: that ends in "…", and the list that opens is wider.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        items: tuple[str, ...],
        *,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._narrow = theme, narrow
        self.setAccessibleName(name)
        self.addItems(list(items))
        self.setMaxVisibleItems(MOST)
        self.setStyleSheet("combobox-popup: 0")  # without it Qt's own style shows all items, over everything
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Set the font anew."""
        self.setFont(self.theme.font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The widest item, or where it may be narrow no more than a line of text."""
        font = self.theme.font("strong", 500)
        width = max((paint.width_of(font, self.itemText(i)) for i in range(self.count())), default=0)
        width = min(width, self.theme.px(20 * 16)) if self._narrow else width
        return QSize(width + self._around(), self.theme.target(48))

    def _around(self) -> int:
        return self.theme.px(20) + self.theme.space(42)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint; where it may be narrow, room for a word."""
        least = self.sizeHint()
        return QSize(self.theme.px(5 * 16) + self._around(), least.height()) if self._narrow else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list that opens be wide enough to read, within the window."""
        super().resizeEvent(event)
        if self._narrow:
            font = self.theme.font("body")
            widest = max((paint.width_of(font, self.itemText(i)) for i in range(self.count())), default=0)
            most = self.window().width() - 2 * self.theme.space(24)
            self.view().setMinimumWidth(min(widest + self._around(), most))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, text and chevron."""
        theme = self.theme
        with paint.painting(self) as painter:
            edge = theme.color("ink" if self.underMouse() else "edge")
            paint.box(painter, self.rect().toRectF(), 10, theme.color("surface"), edge, 1.5)
            rect, font = QRectF(theme.space(14), 0, self.width(), self.height()), theme.font("strong", 500)
            room = self.width() - self._around()
            shown = QFontMetrics(font).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
            paint.words(painter, font, rect, shown, theme.color("ink"))
            x = self.width() - theme.px(20) - theme.space(12)
            paint.icon(painter, theme, "chevron-down", "accent", x, self.height() / 2, 20)
