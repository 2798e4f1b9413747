"""The left column: brand, main pages or the stations of an intake, and the tools at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import clear
from routewijzer.desktop.presenters.pageviews import ShellView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Divider, Ground, ScrollColumn
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.logo import Brand, Logo
from routewijzer.desktop.widgets.nav import NavRail

if TYPE_CHECKING:  # the first paint waits for no stations
    from routewijzer.desktop.widgets.rail import StepRail

WIDTH, NARROW_WIDTH = 256, 68


class LeftRail(Ground):
    """Shows a ShellView's brand, navigation or stations, and tools. `set_narrow` leaves icons and stations.

    `tool` sends the id of a tool that was chosen.
    """

    tool = Signal(str)
    went = Signal()
    """A station was chosen: work goes on in the page."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", "right", parent)
        self.bridge = bridge
        self._narrow = False
        self._view: ShellView | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.steps: StepRail | None = None
        self.nav: NavRail | None = None
        self._saved: WrapLabel | None = None
        theme.changed.connect(self._build)

    def set_narrow(self, narrow: bool) -> None:
        """Icons and stations alone, or with words."""
        self.setFixedWidth(self.theme.px(NARROW_WIDTH if narrow else WIDTH))
        if narrow != self._narrow:
            self._narrow = narrow
            self._build()

    def show_view(self, view: ShellView) -> None:
        """Show this; what stays is kept, with its focus."""
        before, self._view = self._view, view
        if before is None or bool(before.rail) != bool(view.rail) or before.tools != view.tools:
            self._build()
            return
        if self.steps is not None:
            self.steps.set_stations(view.rail)
        if self.nav is not None and before.current != view.current:
            self.nav.set_current(view.current)
        if self._saved is not None:
            self._saved.set_markup(view.saved)

    def _go(self, stop: str) -> None:
        self.bridge.go(stop)
        self.went.emit()

    def focus_current(self) -> None:
        """Put the focus on the current station or page."""
        if self.steps is not None:
            self.steps.focus_current()
        elif self.nav is not None:
            button = next((b for b in self.nav.buttons if b.current), self.nav.buttons[0])
            button.setFocus()

    def _build(self) -> None:
        view, theme, narrow = self._view, self.theme, self._narrow
        clear(self._column)
        self.steps = self.nav = self._saved = None
        if view is None:
            return
        space = theme.space
        side = space(8 if narrow else 12)
        self._column.setContentsMargins(0, space(20), 0, space(12))
        brand: QWidget = Logo(theme, view.brand) if narrow else Brand(theme, view.brand, view.brand_second)
        holder = QVBoxLayout()
        holder.setContentsMargins(side + space(8), 0, side, space(10))
        holder.addWidget(brand)
        self._column.addLayout(holder)
        words = text.load().desktop
        scroll = ScrollColumn(theme, margin=0, spacing=0)
        scroll.body.setContentsMargins(side, space(6), side, space(6))  # room for the focus ring
        if view.rail:
            from routewijzer.desktop.widgets.rail import StepRail

            self.steps = StepRail(theme, words.rail_name, view.rail)
            self.steps.set_narrow(narrow)
            self.steps.chosen.connect(self._go)
            scroll.body.addWidget(self.steps)
        else:
            self.nav = NavRail(theme, words.nav_name, view.nav, view.current)
            self.nav.set_narrow(narrow)
            self.nav.chosen.connect(self.bridge.show)
            scroll.body.addWidget(self.nav)
        scroll.body.addStretch(1)
        self._column.addWidget(scroll, 1)
        rule = QVBoxLayout()
        rule.setContentsMargins(side, 0, side, 0)
        rule.addWidget(Divider(theme))
        self._column.addLayout(rule)
        self._column.addSpacing(space(10))
        if view.saved and not narrow:
            self._saved = WrapLabel(theme, view.saved, "note", "soft", icon="save")
            saved = QVBoxLayout()
            saved.setContentsMargins(side + space(8), 0, side, space(8))
            saved.addWidget(self._saved)
            self._column.addLayout(saved)
        tools = NavRail(theme, words.tools_name, view.tools, page=False)
        tools.set_narrow(narrow)
        tools.chosen.connect(self.tool)
        foot = QVBoxLayout()
        foot.setContentsMargins(side, 0, side, 0)
        foot.addWidget(tools)
        self._column.addLayout(foot)
