"""Buttons: primary (petrol), secondary (outlined), link (words only), and icon alone (undo, redo)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring


class _Labelled(PaintedButton):
    """Icon, label, icon, key cap on one line."""

    step = "strong"
    pad = 20
    height_px = 48

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        icon: str = "",
        after: str = "",
        key: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name or label, parent)
        self._label, self._icon, self._after, self._key = label, icon, after, key
        self._dense = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def label(self) -> str:
        """The words on it."""
        return self._label

    def set_label(self, label: str, name: str = "") -> None:
        """Put other words on it, and the accessible name with them."""
        self._label = label
        self.setAccessibleName(name or label)
        self.restyle()

    def set_dense(self, dense: bool) -> None:
        """Leave the key cap out where room is short."""
        self._dense = dense
        self.restyle()

    def _content(self) -> int:
        theme, gap = self.theme, self.theme.space(10)
        width = paint.width_of(theme.font(self.step), self._label)
        width += sum(theme.px(20) + gap for icon in (self._icon, self._after) if icon)
        cap = paint.cap_width(theme, self._key) if self._key and not self._dense else 0
        return width + (cap + theme.space(13) if cap else 0)

    def sizeHint(self) -> QSize:
        """The content and room around it."""
        return QSize(self._content() + 2 * self.theme.space(self.pad), self.theme.target(self.height_px))

    def _paint_content(self, tone: str, cap: str, edge: str, *, underline: bool = False) -> None:
        theme, gap, middle = self.theme, self.theme.space(10), self.height() / 2
        font = theme.font(self.step)
        font.setUnderline(underline)
        with paint.painting(self) as painter:
            x = (self.width() - self._content()) / 2
            if self._icon:
                x += paint.icon(painter, theme, self._icon, tone, x, middle, 20) + gap
            width = paint.width_of(font, self._label)
            paint.words(painter, font, QRectF(x, 0, width, self.height()), self._label, theme.color(tone))
            x += width
            if self._after:
                x += gap + paint.icon(painter, theme, self._after, tone, x + gap, middle, 20)
            if self._key and not self._dense:
                paint.cap(painter, theme, x + theme.space(13), middle, self._key, cap, edge)


class PrimaryButton(_Labelled):
    """The one thing to do next."""

    height_px = 52

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill by state; disabled is sunken with a dashed edge (say the reason beside it)."""
        theme = self.theme
        with paint.painting(self) as painter:
            rect = self.rect().toRectF()
            if not self.isEnabled():
                paint.box(
                    painter, rect, self.radius, theme.color("sunken"), theme.color("edge"), 1.5, dashed=True
                )
            else:
                fill = "accent_press" if self.isDown() else "accent_hover" if self.is_hot() else "accent"
                paint.box(painter, rect, self.radius, theme.color(fill))
        tone = "on_accent" if self.isEnabled() else "soft"
        self._paint_content(tone, tone, tone)


class SecondaryButton(_Labelled):
    """Something else to do."""

    on_hero = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill and edge by state."""
        theme = self.theme
        with paint.painting(self) as painter:
            rect = self.rect().toRectF()
            fill = "line" if self.isDown() else "tint" if self.is_hot() else "surface"
            if self.on_hero and self.isEnabled():
                paint.box(painter, rect, self.radius, theme.color("hero_text"))
            elif self.on_hero:
                paint.box(painter, rect, self.radius, None, theme.color("hero_text"), 1.5, dashed=True)
            elif self.isEnabled():
                paint.box(painter, rect, self.radius, theme.color(fill), theme.color("edge"), 1.5)
            else:
                paint.box(
                    painter, rect, self.radius, theme.color("sunken"), theme.color("edge"), 1.5, dashed=True
                )
        tone = "ink" if self.isEnabled() else "soft"
        if self.on_hero:
            tone = "hero" if self.isEnabled() else "hero_text"
        self._paint_content(tone, tone, tone)


class HeroButton(SecondaryButton):
    """The button on the start tile: white on petrol turned round."""

    on_hero = True
    ring_tone = "hero_text"
    step = "title"
    height_px = 56


class LinkButton(_Labelled):
    """Words in petrol; underlined under the mouse."""

    height_px = 44
    pad = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words by state."""
        tone = "soft" if not self.isEnabled() else "accent_press" if self.isDown() else "accent"
        self._paint_content(tone, tone, "accent" if self.isEnabled() else "edge", underline=self.is_hot())

    def focus_ring(self) -> Ring:
        """A ring with a little air beside the words."""
        return Ring(self.rect().adjusted(-6, 4, 6, -4), self.radius, self.ring_tone)


class IconButton(PaintedButton):
    """An icon alone; its name is also its tooltip."""

    def __init__(
        self, theme: Theme, icon: str, name: str, tone: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._icon, self._tone = icon, tone
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that is easy to hit."""
        return QSize(self.theme.target(44), self.theme.target(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground under the mouse, and the icon."""
        with paint.painting(self) as painter:
            if self.is_hot():
                paint.box(painter, self.rect().toRectF(), self.radius, self.theme.color("tint"))
            side = self.theme.px(20)
            tone = self._tone if self.isEnabled() else "edge"
            paint.icon(
                painter, self.theme, self._icon, tone, (self.width() - side) / 2, self.height() / 2, 20
            )
