"""What all painted widgets share: theme, a name to be read out, Enter presses, the focus ring's shape."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.theme import Theme

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_MODS = Qt.KeyboardModifier
MODIFIERS = _MODS.ControlModifier | _MODS.AltModifier | _MODS.MetaModifier


class Ring(Frozen):
    """Where the focus ring goes: around `rect` (widget's own px), its corners, and its colour's tone."""

    rect: QRect
    radius: float
    tone: str = "ink"


def plain_key(event: QKeyEvent) -> str:
    """Return the letter (as capital) or digit pressed without Ctrl, Alt or Meta; "" for a key held down."""
    return "" if event.isAutoRepeat() or event.modifiers() & MODIFIERS else event.text().upper()


def grow_in_height(widget: QWidget) -> None:
    """Let a layout give the widget the height its width asks for: Fixed would cut it off at one line."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class Painted(QWidget):
    """A widget that paints itself from the theme; `name` is what a screen reader says."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and paint anew after a change of theme or text."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Painted text cannot wrap away: the least size is the whole size."""
        return self.sizeHint()


class PaintedButton(QAbstractButton):
    """A button that paints itself; Enter presses it as Space does."""

    radius = 10.0
    ring_tone = "ink"
    enter_presses = True

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and paint anew after a change of theme or text."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Painted text cannot wrap away: the least size is the whole size."""
        return self.sizeHint()

    def focus_ring(self) -> Ring:
        """Return the ring's shape."""
        return Ring(self.rect(), self.radius, self.ring_tone)

    def is_hot(self) -> bool:
        """Whether the mouse is over it and a press would do something."""
        return self.underMouse() and self.isEnabled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press and leave the arrows to lists and pages: Qt would move the focus, or answer."""
        if event.key() in ARROWS:
            event.ignore()
            return
        if self.enter_presses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
