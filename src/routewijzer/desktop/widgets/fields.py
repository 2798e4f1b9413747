"""Fields: search with an icon, and a choice from a list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
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


class SelectBox(QComboBox):
    """A choice from a list, with a name of its own."""

    def __init__(
        self, theme: Theme, name: str, items: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.addItems(list(items))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Set the font anew."""
        self.setFont(self.theme.font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The widest item."""
        font = self.theme.font("strong", 500)
        width = max((paint.width_of(font, self.itemText(i)) for i in range(self.count())), default=0)
        return QSize(width + self.theme.px(20) + self.theme.space(42), self.theme.target(48))

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, text and chevron."""
        theme = self.theme
        with paint.painting(self) as painter:
            edge = theme.color("ink" if self.underMouse() else "edge")
            paint.box(painter, self.rect().toRectF(), 10, theme.color("surface"), edge, 1.5)
            rect = QRectF(theme.space(14), 0, self.width(), self.height())
            paint.words(painter, theme.font("strong", 500), rect, self.currentText(), theme.color("ink"))
            x = self.width() - theme.px(20) - theme.space(12)
            paint.icon(painter, theme, "chevron-down", "accent", x, self.height() / 2, 20)
