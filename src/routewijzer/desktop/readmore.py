"""Lets an explanation lead to the knowledge page."""

from __future__ import annotations

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.presenters import explaining
from routewijzer.desktop.widgets.fold import FoldOut
from routewijzer.rules.model import Fact


def offer(fold: FoldOut, bridge: Bridge, fact: Fact) -> None:
    """Let the fold of a question show what to read, worked out when it first opens."""
    waiting = [fact]

    def opened(is_open: bool) -> None:
        if is_open and waiting:
            fold.set_links(text.load().why.read_more, explaining.reading(bridge.session, waiting.pop()))

    fold.unfolded.connect(opened)
    fold.chosen.connect(bridge.look_up)
