"""The start page: begin, go on with an open intake, open a code, or go elsewhere."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters.pageviews import StartView
from routewijzer.desktop.presenters.start import start
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import ScrollColumn
from routewijzer.desktop.widgets.hero import HeroTile
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.journal.drafts import DraftError


def present(session: Session) -> StartView:
    """Return the view."""
    try:
        drafts = session.drafts.list()
    except DraftError:
        drafts = ()
    return start(session, drafts, "", dt.datetime.now().astimezone())


class Screen(Page):
    """The start page."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=32, spacing=14)
        self.column.addWidget(self._scroll)
        self.hero: HeroTile | None = None

    def show_view(self, view: StartView) -> bool:
        """Build the page."""
        body, theme = self._scroll.body, self.theme
        clear(body)
        body.addWidget(WrapLabel(theme, view.title, "page"))
        self.hero = HeroTile(theme, view.hero)
        self.hero.started.connect(self.bridge.begin)
        self.hero.button.setEnabled(view.hero_enabled)
        body.addWidget(self.hero)
        body.addStretch(1)
        return True

    def focus_first(self) -> None:
        """Put the focus on Begin."""
        if self.hero is not None:
            self.hero.button.setFocus(Qt.FocusReason.OtherFocusReason)
