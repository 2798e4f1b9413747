"""Small signs: how soon (UrgencyPill), what a rule rests on (GrondTag), and key caps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.views import GroundView, UrgencyView

_DIAL = {"nu": 1.0, "vandaag": 0.75, "deze_week": 0.4, "gepland": 0.0, "geen": 0.0}
_GROUND_ICON = {
    "norm": "scale",
    "beleid": "landmark",
    "voorzichtigheid": "umbrella",
    "bevestigen": "circle-help",
}


class _Sign(QLabel):
    """A label (so it has role and text for a screen reader) that paints itself at a fixed size."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """As sizeHint: nothing wraps."""
        return self.sizeHint()


def pill_size(theme: Theme, view: UrgencyView) -> QSize:
    """Return the size of a painted urgency pill."""
    width = theme.px(14) + theme.space(8) + paint.width_of(theme.font("label"), view.label)
    return QSize(width + 2 * theme.space(11), theme.px(30))


def paint_pill(painter: QPainter, theme: Theme, view: UrgencyView, x: float, middle: float) -> None:
    """Paint a pill with its left edge at x: the more urgent, the more filled; the word beside the dial."""
    size = pill_size(theme, view)
    rect = QRectF(x, round(middle - size.height() / 2), size.width(), size.height())
    fill = {"nu": "bar", "vandaag": "ink"}.get(view.kind)
    edge = {"deze_week": "ink", "gepland": "edge"}.get(view.kind)
    text = {"nu": "on_bar", "vandaag": "surface", "deze_week": "ink"}.get(view.kind, "soft")
    if view.kind == "nu" and theme.is_contrast:
        edge = "on_bar"
    paint.box(
        painter, rect, size.height() / 2,
        theme.color(fill) if fill else None, theme.color(edge) if edge else None, 2 if edge == "ink" else 1.5,
    )  # fmt: skip
    colour, side = theme.color(text), theme.px(14)
    dial = QRectF(x + theme.space(11), round(middle - side / 2), side, side)
    painter.setPen(QPen(colour, theme.px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = theme.px(2) / 2
    painter.drawEllipse(dial.adjusted(inset, inset, -inset, -inset))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    part, hole = _DIAL[view.kind], inset + theme.px(2)
    painter.drawPie(dial.adjusted(hole, hole, -hole, -hole), 90 * 16, -round(part * 360 * 16))
    left = dial.right() + theme.space(8)
    paint.words(
        painter,
        theme.font("label"),
        QRectF(left, rect.y(), rect.right() - left, rect.height()),
        view.label,
        colour,
    )


def ground_size(theme: Theme, view: GroundView) -> QSize:
    """Return the size of a painted ground tag."""
    width = theme.px(16) + theme.space(6) + paint.width_of(theme.font("small", 600), view.label)
    return QSize(width + 2 * theme.space(8), theme.px(26))


def paint_ground(painter: QPainter, theme: Theme, view: GroundView, x: float, middle: float) -> None:
    """Paint a ground tag: norm filled, beleid outlined, voorzichtigheid and bevestigen dashed."""
    size = ground_size(theme, view)
    rect = QRectF(x, round(middle - size.height() / 2), size.width(), size.height())
    solid = view.kind == "norm"
    dashed = view.kind in {"voorzichtigheid", "bevestigen"}
    fill, edge = (theme.color("ink"), None) if solid else (theme.color("surface"), theme.color("ink"))
    paint.box(painter, rect, 6, fill, edge, 1.6, dashed=dashed)
    tone = "surface" if solid else "ink"
    left = x + theme.space(8)
    left += paint.icon(painter, theme, _GROUND_ICON[view.kind], tone, left, middle, 16) + theme.space(6)
    paint.words(
        painter,
        theme.font("small", 600),
        QRectF(left, rect.y(), size.width(), rect.height()),
        view.label,
        theme.color(tone),
    )


class UrgencyPill(_Sign):
    """How soon: word and dial."""

    def __init__(self, theme: Theme, view: UrgencyView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.label, parent)
        self._view = view

    def sizeHint(self) -> QSize:
        """The pill's own size."""
        return pill_size(self.theme, self._view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        with paint.painting(self) as painter:
            paint_pill(painter, self.theme, self._view, 0, self.height() / 2)


class GrondTag(_Sign):
    """What a rule rests on; the sentence is its tooltip and accessible description."""

    def __init__(self, theme: Theme, view: GroundView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.label, parent)
        self._view = view
        self.setToolTip(view.description)
        self.setAccessibleDescription(view.description)

    def sizeHint(self) -> QSize:
        """The tag's own size."""
        return ground_size(self.theme, self._view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tag."""
        with paint.painting(self) as painter:
            paint_ground(painter, self.theme, self._view, 0, self.height() / 2)


class KeyCap(_Sign):
    """A key cap, with an optional word after it ("J" "ja")."""

    def __init__(self, theme: Theme, key: str, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, f"{key} {word}".strip(), parent)
        self._key, self._word = key, word

    def sizeHint(self) -> QSize:
        """Cap, and word after it."""
        width = paint.cap_width(self.theme, self._key)
        if self._word:
            width += self.theme.space(7) + paint.width_of(self.theme.font("note"), self._word)
        return QSize(width, self.theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap and the word."""
        with paint.painting(self) as painter:
            middle = self.height() / 2
            left = paint.cap(painter, self.theme, 0, middle, self._key) + self.theme.space(7)
            rect = QRectF(QPointF(left, 0), QPointF(self.width(), self.height()))
            paint.words(painter, self.theme.font("note"), rect, self._word, self.theme.color("soft"))
