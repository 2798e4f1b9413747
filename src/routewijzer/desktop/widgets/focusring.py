"""The focus ring: one overlay for each window, around whatever has the focus, always drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import Ring

_GAP, _STROKE = 2, 3
_OUT = _GAP + _STROKE
_MOVING = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """Draws a ring 2 px outside the focused widget; follows focus, moves, scrolling and resizing.

    A widget may say its shape with `focus_ring() -> Ring`; others get a box with corners of 10 px.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring = Ring(QRect(), 0)
        self._clip = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
            self._focus_changed(None, app.focusWidget())
        theme.changed.connect(self.place)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):  # what had the focus may be gone by now
                widget.removeEventFilter(self)
        self._watched, self._target = [], None
        window = self.parentWidget()
        if new is not None and window is not None and window.isAncestorOf(new):
            self._target = new
            step: QWidget | None = new
            while step is not None and step is not window:
                self._watched.append(step)
                step.installEventFilter(self)
                step = step.parentWidget()
        self.place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow what moves; stop nothing."""
        if event.type() in _MOVING:
            self.place()
        return False

    def place(self) -> None:
        """Put the ring around the focused widget, cut off where it scrolls out of sight."""
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not isValid(target) or not target.isVisibleTo(window):
            self.hide()
            return
        shape = getattr(target, "focus_ring", None)
        self._ring = shape() if callable(shape) else Ring(target.rect(), 10)
        at = QRect(target.mapTo(window, self._ring.rect.topLeft()), self._ring.rect.size())
        area = at.adjusted(-_OUT, -_OUT, _OUT, _OUT)
        self._clip = area
        step = target.parentWidget()
        while step is not None and step is not window:
            holder = step.parentWidget()
            if isinstance(holder, QScrollArea) and step is holder.viewport():
                self._clip = self._clip.intersected(QRect(step.mapTo(window, QPoint(0, 0)), step.size()))
            step = holder
        self.setGeometry(area)
        self.setVisible(not self._clip.isEmpty())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        with paint.painting(self) as painter:
            painter.setClipRect(self._clip.translated(-self.pos()))
            colour = self.theme.color(self._ring.tone)
            rect = QRectF(self.rect())
            paint.box(painter, rect, self._ring.radius + _OUT, None, colour, _STROKE)
