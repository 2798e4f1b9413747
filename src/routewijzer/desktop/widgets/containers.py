"""Grounds to stand on: a tone, a card, a hairline, and a column that scrolls to the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGroupBox, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import grow_in_height


class Ground(QWidget):
    """A flat area in a tone, with an optional 1 px line on its "left", "right", "top" or "bottom"."""

    def __init__(self, theme: Theme, tone: str, side: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._tone, self._side = theme, tone, side
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill, then the line."""
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), self.theme.color(self._tone))
            line, w, h = self.theme.color("line"), self.width(), self.height()
            sides = {
                "left": (0, 0, 1, h),
                "right": (w - 1, 0, 1, h),
                "top": (0, 0, w, 1),
                "bottom": (0, h - 1, w, 1),
            }
            if self._side:
                painter.fillRect(*sides[self._side], line)


class Card(QGroupBox):
    """A rounded card; a group of that name to a screen reader.

    `tone` is its ground ("surface", "sunken", "hero"); `edge` a tone for a 2 px border, "" for the hairline
    (none on sunken, but in the contrast theme). `body` is its layout, with room inside.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        tone: str = "surface",
        edge: str = "",
        pad: int = 20,
        radius: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._tone, self._edge, self._pad, self._radius = theme, tone, edge, pad, radius
        self.setAccessibleName(name)
        self.body = QVBoxLayout(self)
        grow_in_height(self)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Set the room inside anew."""
        pad = self.theme.space(self._pad)
        self.body.setContentsMargins(pad, pad - 2, pad, pad)
        self.body.setSpacing(self.theme.space(8))
        self.update()

    def set_edge(self, edge: str) -> None:
        """Give it a 2 px border in this tone's colour, or the hairline for ""."""
        self._edge = edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and border."""
        with paint.painting(self) as painter:
            edge, width = None, 1.0
            if self._edge:
                edge, width = self.theme.color(self._edge), 2.0
            elif self._tone == "surface":
                edge = self.theme.color("line")
            elif self.theme.is_contrast:
                edge, width = self.theme.color("edge"), 2.0
            paint.box(painter, self.rect().toRectF(), self._radius, self.theme.color(self._tone), edge, width)


class Divider(QFrame):
    """A line 1 px thick; `strong` parts blocks, else it is a hairline; `upright` stands."""

    def __init__(
        self, theme: Theme, *, strong: bool = False, upright: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._tone = theme, "edge" if strong else "line"
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else free, free if upright else fixed)
        self._upright = upright
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One px in its thin direction."""
        return QSize(1, 8) if self._upright else QSize(8, 1)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill."""
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), self.theme.color(self._tone))


class Wrapping(QWidget):
    """Small signs in a row, going on below where the row is full."""

    def __init__(self, theme: Theme, signs: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._signs = theme, signs
        for sign in signs:
            sign.setParent(self)
        grow_in_height(self)

    def _places(self, width: int) -> list[QRect]:
        gap, x, y, tall, places = self.theme.space(8), 0, 0, 0, []
        for sign in self._signs:
            size = sign.sizeHint()
            if x and x + size.width() > width:
                x, y, tall = 0, y + tall + gap, 0
            places.append(QRect(QPoint(x, y), size))
            x, tall = x + size.width() + gap, max(tall, size.height())
        return places

    def hasHeightForWidth(self) -> bool:
        """The signs wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All beside each other."""
        width = sum(sign.sizeHint().width() + self.theme.space(8) for sign in self._signs)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest sign."""
        widest = max((sign.sizeHint().width() for sign in self._signs), default=0)
        return QSize(widest, max((sign.sizeHint().height() for sign in self._signs), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put each in its place."""
        super().resizeEvent(event)
        for sign, place in zip(self._signs, self._places(self.width()), strict=True):
            sign.setGeometry(place)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down, and to whatever gets the focus in it. `body` is its layout.

    Nothing inside can be squeezed: what does not fit is reached by scrolling.
    """

    def __init__(
        self, theme: Theme, margin: int = 32, spacing: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._margin, self._spacing = theme, margin, spacing
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self._inside = QWidget()
        self.body = QVBoxLayout(inside)
        # A viewport of our own: for Qt's, PySide would first make Python classes of all widgets there are.
        self._port = QWidget()
        self.setViewport(self._port)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.restyle()
        theme.changed.connect(self.restyle)
        self._following = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._to_focus)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def restyle(self) -> None:
        """Set margins and spacing anew."""
        margin = self.theme.space(self._margin)
        self.body.setContentsMargins(margin, max(margin - 8, 0), margin, max(margin - 8, 0))
        self.body.setSpacing(self.theme.space(self._spacing))

    def sizeHint(self) -> QSize:
        """As wide as its content likes; of height it takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as its content needs; any height."""
        return QSize(self._inside.minimumSizeHint().width(), self.theme.px(60))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the layout around it when the content needs another width: a scroll area keeps that inside."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        if watched is self._inside and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._settled.start(0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what has the focus in sight."""
        super().resizeEvent(event)
        self._settled.start(0)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll once all is in its place: what was built just now has no place yet."""
        if new is not None and self._inside.isAncestorOf(new):
            self._following = True
            self._settled.start(0)

    def _let_go(self) -> None:
        """Stay where the worker scrolled to, until the focus moves."""
        self._following = False

    def _to_focus(self) -> None:
        focus = QApplication.focusWidget()
        if self._following and focus is not None and self._inside.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, self.theme.space(24))
