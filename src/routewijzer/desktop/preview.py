"""A window with the pages of the summary as they will be printed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.pdfimages import image
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import SecondaryButton
from routewijzer.desktop.widgets.focusring import FocusRing
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.paper.pictures import INCH, Pdf

SCREEN = 96.0
"""Dots per inch of a page at 100 %."""
STEP, LEAST, MOST = 1.25, 0.4, 3.0
"""A press on Groter makes a page this much larger; the bounds of its size."""


class PageImage(QLabel):
    """One page. Its text is its description, so that a screen reader reads what is printed."""

    def __init__(self, name: str, content: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(content)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class _Area(QScrollArea):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Page Up, Page Down and the arrows to the window."""
        event.ignore()


class Preview(QDialog):
    """Page Up and Page Down go along the pages, + and - change their size, Esc closes.

    `left` sends "spoed" or "afgeschermd" after Ctrl 1 or F12: the window is closed then, and nothing of the
    case is seen any more.
    """

    left = Signal(str)

    def __init__(self, theme: Theme, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = text.load().desktop
        self.theme, self._pdf = theme, Pdf(data)
        self.setWindowTitle(words.tool_preview)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        self._area = _Area()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area, 1)
        self.pages = self._pages()
        for key, place in (("F12", "afgeschermd"), ("Ctrl+1", "spoed")):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda place=place: self._leave(place))
        self._ring = FocusRing(theme, self)
        if parent is not None:
            self._take(parent.window().size() * 0.94)
        self.zoom = self._fitting()
        self._render()
        self.pages[0].setFocus()

    def _head(self) -> QHBoxLayout:
        theme, words = self.theme, text.load().desktop
        line = QHBoxLayout()
        line.setContentsMargins(theme.space(24), theme.space(12), theme.space(24), theme.space(12))
        line.setSpacing(theme.space(8))
        line.addWidget(WrapLabel(theme, words.tool_preview, "heading"), 1)
        self._percent = WrapLabel(theme, "", "note", "soft")
        self.smaller = SecondaryButton(theme, words.preview_smaller, icon="minus", key="-")
        self.larger = SecondaryButton(theme, words.preview_larger, icon="plus", key="+")
        self.shut = SecondaryButton(theme, words.preview_close, icon="x", key="Esc")
        self.smaller.clicked.connect(lambda: self.resize_pages(self.zoom / STEP))
        self.larger.clicked.connect(lambda: self.resize_pages(self.zoom * STEP))
        self.shut.clicked.connect(self.reject)
        for widget in (self._percent, self.smaller, self.larger, self.shut):
            line.addWidget(widget)
        return line

    def _take(self, size: QSize) -> None:
        """Take this size; where the buttons need more, they go without key caps and percentage."""
        if self.minimumSizeHint().width() > size.width():
            self._percent.hide()
            for button in (self.smaller, self.larger, self.shut):
                button.set_dense(True)
        self.resize(size)

    def _pages(self) -> list[PageImage]:
        words, total = text.load().desktop, len(self._pdf.sheets)
        inside = QWidget()
        column = QVBoxLayout(inside)
        margin = self.theme.space(24)
        column.setContentsMargins(margin, margin // 2, margin, margin)
        column.setSpacing(self.theme.space(16))
        shown = []
        for at, page in enumerate(self._pdf.sheets, start=1):
            label = PageImage(words.preview_page.format(at=at, total=total), page.text)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            shown.append(label)
        column.addStretch(1)
        self._area.setWidget(inside)
        return shown

    def _fitting(self) -> float:
        """Return the size at which a page is as wide as the window, but no larger than the text asks for."""
        room = self.width() - 2 * self.theme.space(24) - self.theme.space(20)
        wide = max(page.width for page in self._pdf.sheets) / INCH * SCREEN
        return min(max(room / wide, LEAST), 1.25 * self.theme.scale, MOST)

    def resize_pages(self, zoom: float) -> None:
        """Show the pages at this size, 1.0 is 100 %; beyond the bounds the nearest bound."""
        self.zoom = min(max(zoom, LEAST), MOST)
        self._render()

    def _render(self) -> None:
        ratio = self.devicePixelRatioF()
        for at, label in enumerate(self.pages):
            picture = QPixmap.fromImage(image(self._pdf, at, SCREEN * self.zoom * ratio))
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(picture)
            label.setFixedSize(picture.deviceIndependentSize().toSize())
        self._percent.set_markup(text.load().desktop.preview_zoom.format(percent=round(self.zoom * 100)))

    def current(self) -> int:
        """Return the number of the page that has the focus, or that shows at the top; from 0."""
        for at, label in enumerate(self.pages):
            if label.hasFocus():
                return at
        top = self._area.verticalScrollBar().value()
        shown = [at for at, label in enumerate(self.pages) if label.geometry().bottom() > top]
        return shown[0] if shown else len(self.pages) - 1

    def turn(self, by: int) -> None:
        """Go `by` pages on; at the first and the last page it stays."""
        to = self.pages[min(max(self.current() + by, 0), len(self.pages) - 1)]
        to.setFocus()
        self._area.verticalScrollBar().setValue(to.y() - self.theme.space(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of this window."""
        key, bar = event.key(), self._area.verticalScrollBar()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + self.theme.px(60) * (1 if key == Qt.Key.Key_Down else -1))
        elif event.text() in ("+", "="):
            self.resize_pages(self.zoom * STEP)
        elif event.text() in ("-", "_"):
            self.resize_pages(self.zoom / STEP)
        else:
            super().keyPressEvent(event)

    def _leave(self, place: str) -> None:
        self.reject()
        self.left.emit(place)

    def done(self, result: int) -> None:
        """Close, and let go of the pages."""
        for label in self.pages:
            label.clear()
            label.setAccessibleDescription("")
        super().done(result)
        self._pdf.close()
