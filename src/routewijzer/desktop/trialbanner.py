"""The banner of a trial: what stands below it is not the real advice, and how one gets back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.page import is_narrow
from routewijzer.desktop.presenters.trialviews import TrialView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.buttons import HeroButton
from routewijzer.desktop.widgets.containers import Ground
from routewijzer.desktop.widgets.label import Icon, WrapLabel


class TrialBanner(Ground):
    """A dark band with a dashed line below: soft things are dashed. `left` asks for the real advice.

    Where there is little room it tells the outcome in place of the note: that is out of sight.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "hero", parent=parent)
        self._line = QHBoxLayout(self)
        self._view: TrialView | None = None
        self._narrow = False
        self.button: HeroButton | None = None

    def show_view(self, view: TrialView) -> None:
        """Show the words of this trial; the button stays, with its focus."""
        self._view = view
        self.setAccessibleName(f"{view.banner} {view.banner_note}")
        if self.button is None:
            self._build(view)
        self._tell()

    def _build(self, view: TrialView) -> None:
        theme, space = self.theme, self.theme.space
        self._line.setContentsMargins(space(24), space(12), space(24), space(16))
        self._line.setSpacing(space(14))
        self._line.addWidget(Icon(theme, "split", "hero_text", 26))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(WrapLabel(theme, view.banner, "title", "hero_text"))
        self._note = WrapLabel(theme, view.banner_note, "body", "hero_text")
        lines.addWidget(self._note)
        self._line.addLayout(lines, 1)
        self.button = HeroButton(theme, view.leave, icon="arrow-left", key=view.leave_key)
        self.button.clicked.connect(self.left.emit)
        self._line.addWidget(self.button)

    def _tell(self) -> None:
        view = self._view
        if view is not None and self.button is not None:
            self._note.set_markup(view.result if self._narrow else view.banner_note)
            self.button.set_label(view.leave_short if self._narrow else view.leave, view.leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        narrow = is_narrow(self.window().width(), self.theme)
        if narrow != self._narrow:
            self._narrow = narrow
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band, and the dashes on its lower edge."""
        super().paintEvent(event)
        with paint.painting(self) as painter:
            pen = QPen(self.theme.color("hero_line"), 4)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(0, self.height() - 3, self.width(), self.height() - 3)
