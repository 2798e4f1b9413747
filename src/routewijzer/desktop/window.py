"""The window: emergency bar, rail, page, message, footer and panel, laid out by the room there is.

It draws what `presenters.shell` and the page's own presenter say after every `changed`, and hands keys to
intents. Three layouts by width in em (16 px times the text scale): wide, middle (stations only), narrow
(one column: a strip on top, the panel as one line below).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop import pages
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.footerbar import FooterBar
from routewijzer.desktop.leftrail import LeftRail
from routewijzer.desktop.page import NARROW, Page, reveal
from routewijzer.desktop.presenters import shell
from routewijzer.desktop.presenters.pageviews import ShellView
from routewijzer.desktop.presenters.start import bar
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.topstrip import TopStrip
from routewijzer.desktop.widgets.containers import Ground
from routewijzer.desktop.widgets.emergency import EmergencyBar
from routewijzer.desktop.widgets.focusring import FocusRing
from routewijzer.desktop.widgets.message import MessageLine

if TYPE_CHECKING:  # the first paint waits for no panel
    from routewijzer.desktop.sidepanel import PanelStrip, SidePanel

WIDE = 74.0
LOWEST = 280
"""Height in px at 100 % under which the window does not shrink; its least width is that of the numbers."""
HYSTERESIS = 1.0
"""In em: the layout changes this much later on the way back, so that dragging an edge does not flicker."""


class Window(QWidget):
    """The main window. `painted` is sent once, when the first page stands there ready for input."""

    painted = Signal()

    def __init__(self, theme: Theme, bridge: Bridge) -> None:
        super().__init__()
        self.theme, self.bridge = theme, bridge
        self._shown: ShellView | None = None
        self._views: dict[str, Any] = {}
        self._pages: dict[str, Page] = {}
        self._layout_name = ""
        self._painted = False
        self._panel_open = False
        self.bar = EmergencyBar(theme, bar())
        self.bar.spoed.connect(lambda: bridge.show("spoed"))
        self.bar.copied.connect(bridge.copy_number)
        self.rail = LeftRail(theme, bridge)
        self.rail.tool.connect(self._tool)
        self.rail.went.connect(self._to_page)
        self.strip = TopStrip(theme, bridge)
        self.strip.went.connect(self._to_page)
        self.stack = QStackedWidget()
        self.message = MessageLine(theme)
        self.footer = FooterBar(theme, bridge)
        self._build()
        self.ring = FocusRing(theme, self)
        self._keys()
        bridge.changed.connect(self.refresh)
        bridge.announce.connect(self._announce)
        theme.changed.connect(self._restyle)
        self.refresh()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        # The room that one arrangement needs must not keep the window from shrinking to the next.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        middle = Ground(self.theme, "page")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._row, self._centre = row, QVBoxLayout()
        centre = self._centre
        centre.setSpacing(0)
        self._message_room = QVBoxLayout()
        self._message_room.addWidget(self.message)
        centre.addWidget(self.strip)
        centre.addWidget(self.stack, 1)
        centre.addLayout(self._message_room)
        centre.addWidget(self.footer)
        row.addWidget(self.rail)
        row.addLayout(centre, 1)
        outer.addWidget(self.bar)
        outer.addWidget(middle, 1)
        self._middle = middle

    @cached_property
    def panel(self) -> SidePanel:
        """The advice so far, at the right; made when there is any."""
        from routewijzer.desktop.sidepanel import SidePanel

        made = SidePanel(self.theme, self.bridge, text.load().desktop.panel_name)
        made.followed.connect(self._to_page)
        self._row.addWidget(made)
        return made

    @cached_property
    def panel_strip(self) -> PanelStrip:
        """The same in one line, above the footer."""
        from routewijzer.desktop.sidepanel import PanelStrip

        made = PanelStrip(self.theme, text.load().desktop.tool_open, "F7")
        made.opened.connect(self.open_panel)
        self._centre.insertWidget(self._centre.count() - 1, made)
        return made

    # What is shown.

    def refresh(self) -> None:
        """Make the views anew and show what differs from what stands there."""
        session = self.bridge.session
        view = shell.shell(session)
        before, self._shown = self._shown, view
        self.setWindowTitle(view.window_title)
        page_changed = before is None or before.page != view.page
        page = self._page(view.page)
        module = pages.load(view.page)
        made = module.present(session)
        replaced = False
        focus = QApplication.focusWidget()
        inside = focus is None or focus is self or focus is page or page.isAncestorOf(focus)
        if made is not None and self._views.get(view.page) != made:
            self._views[view.page] = made
            replaced = page.show_view(made)
        self.stack.setCurrentWidget(page)
        self._frame(view, made)
        if page_changed:
            self._panel_open = False
        self._arrange()
        if page_changed or (replaced and inside):
            reveal(page)
            page.focus_first()

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page: Page = pages.load(name).Screen(self.theme, self.bridge)
            page.to_footer.connect(self.footer.focus_forward)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def page(self) -> Page:
        """Return the page that shows."""
        return self._page(self._shown.page if self._shown else "start")

    def _frame(self, view: ShellView, made: Any) -> None:
        self.bar.setVisible(view.bar)
        self.bar.set_place(text.load().spoed.here if view.page == "spoed" else "")
        self.rail.show_view(view)
        self.strip.show_view(view)
        self.message.say(view.message)
        if view.panel is not None:
            self.panel.show_view(view.panel)
            self.panel_strip.say(view.panel.strip)
        footer = getattr(made, "footer", None)
        self.footer.setVisible(footer is not None)
        if footer is not None:
            self.footer.show_view(footer)

    # Room.

    def _em(self) -> float:
        return self.width() / (16 * self.theme.scale)

    def _pick_layout(self) -> str:
        em, now = self._em(), self._layout_name
        wide = WIDE - (HYSTERESIS if now == "wide" else 0)
        narrow = NARROW - (HYSTERESIS if now in ("wide", "middle") else 0)
        return "wide" if em >= wide else "middle" if em >= narrow else "narrow"

    def _arrange(self) -> None:
        view = self._shown
        if view is None:
            return
        self._layout_name = name = self._pick_layout()
        alone = view.page in ("spoed", "afgeschermd")
        narrow = name == "narrow"
        panel = view.panel is not None and not alone
        self._panel_open = self._panel_open and panel and narrow
        self.rail.setVisible(not alone and not narrow)
        self.rail.set_narrow(name == "middle")
        self.strip.setVisible(not alone and narrow)
        self.stack.setVisible(not self._panel_open)
        px = self.theme.px
        if panel or "panel" in self.__dict__:
            self._arrange_panel(panel=panel, narrow=narrow)
        self.setMinimumSize(self.bar.minimumSizeHint().width(), px(LOWEST))
        side = self.theme.space(32 if name == "wide" else 24)
        self._message_room.setContentsMargins(side, 0, side, 0)

    def _arrange_panel(self, *, panel: bool, narrow: bool) -> None:
        # In a narrow window the panel takes the place of the page; else it stands beside it.
        if narrow and self._centre.indexOf(self.panel) < 0:
            self._row.removeWidget(self.panel)
            self._centre.insertWidget(self._centre.indexOf(self.stack) + 1, self.panel, 1)
        elif not narrow and self._row.indexOf(self.panel) < 0:
            self._centre.removeWidget(self.panel)
            self._row.addWidget(self.panel)
        self.panel.setVisible(panel and (not narrow or self._panel_open))
        self.panel_strip.setVisible(panel and narrow)
        words = text.load().desktop
        self.panel_strip.set_label(words.tool_close if self._panel_open else words.tool_open)
        if narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16777215)
        else:
            self.panel.setFixedWidth(self.theme.px(344 if self._layout_name == "wide" else 276))

    def _restyle(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.stack.isAncestorOf(focus)
        self._views.clear()
        for page in list(self._pages.values()):
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.refresh()
        if inside:  # else it would jump out of the page, with the widget that had it
            self.page().focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pick the layout for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the first page was painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    # Keys.

    def _keys(self) -> None:
        bridge = self.bridge
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+1": lambda: bridge.show("spoed"),
            "F12": self._hide,
            "Ctrl+K": self._search,
            "F1": lambda: self._unless_hidden(self.page().help),
            "Ctrl+Z": lambda: self._in_sight(bridge.undo),
            "Ctrl+Y": lambda: self._in_sight(bridge.redo),
            "Ctrl+Shift+Z": lambda: self._in_sight(bridge.redo),
            "Ctrl+Q": self._later,
            "Alt+Left": self._back,
            "F6": self._to_rail,
            "F7": self.open_panel,
        }
        for number, place in enumerate(shell.PLACES, start=1):
            keys[f"Alt+{number}"] = partial(self._unless_hidden, partial(bridge.show, place))
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is on top."""
        if event.key() == Qt.Key.Key_Escape:
            if self._panel_open:
                self.open_panel()
            elif self._shown is not None and self._shown.page == "spoed":
                self.bridge.back()
            return
        super().keyPressEvent(event)

    def _tool(self, name: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "zoeken": self._search,
            "verbergen": self._hide,
            "later": self._later,
            "hulp": lambda: self.bridge.show("kennis"),
        }
        acts[name]()

    def _unless_hidden(self, act: Callable[[], object]) -> None:
        if self._shown is None or self._shown.page != "afgeschermd":
            act()

    def _in_sight(self, act: Callable[[], object]) -> None:
        """Change answers only where the worker sees it: never from the start, emergency or hidden page."""
        if self.bridge.session.place == "intake":
            act()

    def _hide(self) -> None:
        self._unless_hidden(lambda: self.bridge.show("afgeschermd"))

    def _search(self) -> None:
        def act() -> None:
            if self._shown is not None and self._shown.page != "kennis":
                self.bridge.show("kennis")
            self.page().to_search()

        self._unless_hidden(act)

    def tell_fault(self) -> None:
        """Say that something went wrong, without drawing the page: that may be what went wrong."""
        words = text.load().desktop
        self.message.say(words.crash_unsaved if self.bridge.session.unsaved else words.crash, assertive=True)

    def _later(self) -> None:
        if self.bridge.session.intake is not None and self.bridge.session.place == "intake":
            self.bridge.leave()
        else:
            self.close()

    def _back(self) -> None:
        session = self.bridge.session
        if session.intake is not None and session.place == "intake":
            self.bridge.backward()

    def _to_rail(self) -> None:
        if self.rail.isVisible():
            self.rail.focus_current()
        elif self.strip.isVisible():
            self.strip.focus_current()

    def _to_page(self) -> None:
        """Put the focus on the page, where what was chosen in rail, menu or panel is worked on."""
        if self._panel_open:
            self._panel_open = False
            self._arrange()
        reveal(self.page())
        self.page().focus_first()

    def open_panel(self) -> None:
        """Open the panel in place of the page in a narrow window, or close it; else put the focus in it."""
        if self._shown is None or self._shown.panel is None:
            return
        if self._layout_name == "narrow":
            self._panel_open = not self._panel_open
            self._arrange()
        if not self.panel.isVisible():
            self._to_page()
        elif not self.panel.focus_first() and self._panel_open:
            self.panel_strip.focus_link()

    def _announce(self, what: str, assertive: bool) -> None:
        from routewijzer.desktop.widgets.message import announce

        announce(self, what, assertive=assertive)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of drafts; with answers that are on no disk, say so once first."""
        session = self.bridge.session
        if session.unsaved and not session.leave():
            self.refresh()
            event.ignore()
            return
        session.close()
        super().closeEvent(event)
