"""An item of the knowledge page as a PDF: made for the printer, or saved as a file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from routewijzer import text
from routewijzer.desktop.bridge import Bridge

if TYPE_CHECKING:
    from routewijzer.rules.leaflet import Leaflet
    from routewijzer.rules.model import RulePack


class Handouts:
    """Makes and saves a handout; what went wrong is said in the message line."""

    def __init__(self, bridge: Bridge) -> None:
        """Take the bridge that says it."""
        self._bridge = bridge

    def make(self, pack: RulePack, told: Leaflet) -> bytes | None:
        """Return an item as a PDF; None where it cannot be made."""
        from routewijzer.paper.handout import render
        from routewijzer.paper.page import PaperError

        try:
            return render(told, pack, date=dt.datetime.now().astimezone().date())
        except PaperError as error:
            self._bridge.say(str(error))
            return None

    def save(self, path: Path, data: bytes) -> None:
        """Save a PDF, whole or not at all."""
        from routewijzer.paper.document import write
        from routewijzer.paper.page import PaperError

        try:
            write(path, data)
        except PaperError as error:
            self._bridge.say(str(error))
            return
        self._bridge.say(text.load().knowledge.pdf_saved.format(name=path.name))
