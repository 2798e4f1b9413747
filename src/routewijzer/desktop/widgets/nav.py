"""The rail of main pages, and the tools below it: icon, label, key cap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton
from routewijzer.desktop.widgets.roving import Roving
from routewijzer.desktop.widgets.views import NavItem


class RailItem(PaintedButton):
    """A line in the rail. `page` items are higher and show where you are; tools are flat."""

    def __init__(self, theme: Theme, item: NavItem, *, page: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, item.label, parent)
        self.item, self._page, self.current, self._narrow = item, page, False, False
        self.setAccessibleDescription(item.key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Icon alone (label and key become the tooltip), or everything."""
        self._narrow = narrow
        self.setToolTip(f"{self.item.label} ({self.item.key})" if narrow else "")
        self.restyle()

    def _pad(self) -> int:
        return self.theme.space(14 if self._page else 8)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        theme, height = self.theme, self.theme.target(46 if self._page else 36)
        if self._narrow:
            return QSize(max(theme.px(20) + 2 * theme.space(8), theme.target(44)), theme.target(44))
        font = theme.font("body" if self._page else "label", 700)
        cap = paint.cap_width(theme, self.item.key)
        width = self._pad() + theme.px(20) + theme.space(12) + paint.width_of(font, self.item.label)
        return QSize(width + theme.space(10) + cap + theme.space(10 if self._page else 6), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tint and bar of the current page, icon, label, cap."""
        theme, middle, current = self.theme, self.height() / 2, self.current
        with paint.painting(self) as painter:
            if current or self.is_hot():
                paint.box(painter, self.rect().toRectF(), 10, theme.color("tint"))
            if current:
                bar = QRectF(0, self.height() * 0.17, 4, self.height() * 0.66)
                paint.box(painter, bar, 2, theme.color("accent"))
            side, tone = theme.px(20), "accent" if current else "ink" if self._page else "soft"
            if self._narrow:
                paint.icon(painter, theme, self.item.icon, tone, (self.width() - side) / 2, middle, 20)
                return
            x = self._pad() + paint.icon(painter, theme, self.item.icon, tone, self._pad(), middle, 20)
            font = theme.font("body", 700 if current else 500) if self._page else theme.font("label", 500)
            rect = QRectF(x + theme.space(12), 0, self.width(), self.height())
            paint.words(painter, font, rect, self.item.label, theme.color("ink"))
            cap = paint.cap_width(theme, self.item.key)
            left = self.width() - cap - theme.space(10 if self._page else 6)
            paint.cap(painter, theme, left, middle, self.item.key)


class NavRail(QGroupBox):
    """Main pages, one Tab stop: up and down move, Enter or Space goes. `chosen` sends the id."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        items: tuple[NavItem, ...],
        current: str = "",
        *,
        page: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.buttons = [RailItem(theme, item, page=page, parent=self) for item in items]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 if page else 0)
        self._roving = Roving()
        for button in self.buttons:
            column.addWidget(button)
            button.clicked.connect(lambda _checked=False, b=button: self.chosen.emit(b.item.id))
        self.set_current(current)

    def set_current(self, current: str) -> None:
        """Mark the page with this id; the Tab stop goes there."""
        for button in self.buttons:
            button.current = button.item.id == current
            button.setAccessibleDescription(button.item.key)
            button.update()
        at = [i for i, b in enumerate(self.buttons) if b.current]
        self._roving.set(self.buttons, at[0] if at else 0)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or with words."""
        for button in self.buttons:
            button.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with up and down."""
        if not self._roving.take_key(event):
            event.ignore()
