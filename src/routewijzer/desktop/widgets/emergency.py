"""The red bar on every page: numbers to call, and the way to the emergency page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolBar, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton
from routewijzer.desktop.widgets.label import LineLabel, NumberLabel
from routewijzer.desktop.widgets.views import EmergencyView


class _BarButton(PaintedButton):
    """Outlined in white on red; shrinks to its key cap."""

    ring_tone = "on_bar"

    def __init__(self, theme: Theme, label: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, label, parent)
        self._label, self._key, self.small = label, key, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def room(self, *, small: bool) -> int:
        """Return the width in px of label and cap, or of the cap alone."""
        cap = paint.cap_width(self.theme, self._key)
        if small:
            return cap + self.theme.space(20)
        label = paint.width_of(self.theme.font("label"), self._label) + self.theme.space(13)
        return label + cap + 2 * self.theme.space(19)

    def sizeHint(self) -> QSize:
        """Label and cap, or the cap alone."""
        return QSize(self.room(small=self.small), self.theme.target(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline, filled under the mouse."""
        theme, middle = self.theme, self.height() / 2
        hot = self.is_hot() or self.isDown()
        tone = "bar" if hot else "on_bar"
        with paint.painting(self) as painter:
            fill = theme.color("on_bar") if hot else None
            paint.box(painter, self.rect().toRectF(), 9, fill, theme.color("on_bar"), 1.6)
            x: float = theme.space(10 if self.small else 19)
            if not self.small:
                width = paint.width_of(theme.font("label"), self._label)
                rect = QRectF(x, 0, width, self.height())
                paint.words(painter, theme.font("label"), rect, self._label, theme.color(tone))
                x += width + theme.space(13)
            paint.cap(painter, theme, x, middle, self._key, tone, tone)


class EmergencyBar(QToolBar):
    """Tool bar "Noodnummers". `spoed` comes with the button, `copied` with a pressed number (the number).

    As room gets short it drops first the note, then the word on the button or the place; then the
    helpline goes to a second line. Never a number is dropped.
    """

    spoed = Signal()
    copied = Signal(str)

    def __init__(self, theme: Theme, view: EmergencyView, parent: QWidget | None = None) -> None:
        super().__init__(view.name, parent)
        self.theme = theme
        self.setAccessibleName(view.name)
        self.setMovable(False)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._line, self._second, self._two = QHBoxLayout(), QHBoxLayout(), False
        lines.addLayout(self._line)
        lines.addLayout(self._second)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._danger = LineLabel(theme, view.danger, "answer", "on_bar", icon="siren", weight=500)
        self.call = NumberLabel(theme, view.call, view.call, "number_bar", "on_bar")
        self.call.chosen.connect(lambda _text: self.copied.emit(view.call_number))
        self._rule = _WhiteRule(theme)
        self._partner = LineLabel(theme, view.partner, "answer", "on_bar", weight=500)
        self.number = NumberLabel(
            theme, view.partner_number, f"{view.partner} {view.partner_number}", "number_bar", "on_bar"
        )
        self.number.chosen.connect(self.copied.emit)
        self._note = LineLabel(theme, view.partner_note, "note", "on_bar")
        self.button = _BarButton(theme, view.button, view.key)
        self.button.clicked.connect(self.spoed.emit)
        self._place = LineLabel(theme, "", "label", "on_bar")
        self._place.hide()
        for part in (self._danger, self.call, self._rule, self._partner, self.number, self._note):
            self._line.addWidget(part)
        self._line.addStretch(1)
        self._line.addWidget(self._place)
        self._line.addWidget(self.button)
        self._second.addStretch(1)
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(inside)
        self._inside = inside
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_place(self, text: str) -> None:
        """Put a text where the button was ("U bent op de spoedpagina"); "" brings the button back."""
        self._place.set_text(text)
        self.button.setVisible(not text)
        self._fit(self.width())

    def restyle(self) -> None:
        """Set height and room anew."""
        space = self.theme.space
        for line in (self._line, self._second):
            line.setContentsMargins(space(20), 0, space(16), 0)
            line.setSpacing(space(11))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._fit(self.width())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop what does not fit."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """The wider of two lines, with the numbers and the key cap."""
        return QSize(max(self._needs_of_lines()), self.height())

    def sizeHint(self) -> QSize:
        """Everything."""
        return QSize(self._needs(note=True, small=False), self.height())

    def _needs_of_lines(self) -> tuple[int, int]:
        """Return the least width of each line where there are two."""
        theme = self.theme
        first = self._danger.sizeHint().width() + self.call.sizeHint().width() + 4 * theme.space(11)
        if not self._place.text():
            first += self.button.room(small=True)
        second = self._partner.sizeHint().width() + self.number.sizeHint().width() + 2 * theme.space(11)
        return first + theme.space(36), second + theme.space(36)

    def _needs(self, *, note: bool, small: bool) -> int:
        parts = [self._danger, self.call, self._rule, self._partner, self.number]
        widths = [part.sizeHint().width() for part in parts]
        if note:
            widths.append(self._note.sizeHint().width())
        if not self._place.text():
            widths.append(self.button.room(small=small))
        elif not small:
            widths.append(self._place.sizeHint().width())
        return sum(widths) + self.theme.space(11) * (len(widths) + 1) + self.theme.space(36)

    def _fit(self, width: int) -> None:
        self._note.setVisible(self._needs(note=True, small=False) <= width)
        small = self._needs(note=False, small=False) > width
        self._place.setVisible(bool(self._place.text()) and not small)
        self._break(self._needs(note=False, small=True) > width)
        self.button.small = small
        self.button.restyle()

    def _break(self, two: bool) -> None:
        """Put the helpline on a second line, or back on the first."""
        if two != self._two:
            self._two = two
            for at, part in enumerate((self._partner, self.number)):
                home, place = (self._second, at) if two else (self._line, 3 + at)
                home.insertWidget(place, part)
            self._rule.setVisible(not two)
        self.setFixedHeight(self.theme.target(88 if two else 52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with red; an edge in the contrast theme."""
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), self.theme.color("bar"))
            if self.theme.is_contrast:
                painter.fillRect(0, self.height() - 2, self.width(), 2, self.theme.color("on_bar"))


class _WhiteRule(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A rule with room on both sides."""
        return QSize(self.theme.space(24), self.theme.target(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with paint.painting(self) as painter:
            painter.fillRect(QRectF(self.width() / 2 - 0.5, 0, 1, self.height()), self.theme.color("on_bar"))
