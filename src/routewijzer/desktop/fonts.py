"""The screen font: registered once for each application, from resources/fonts."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from routewijzer import places

FAMILIES = ("Routewijzer Sans", "Segoe UI", "Noto Sans", "sans-serif")


@cache
def load() -> tuple[str, ...]:
    """Register the four weights; return the families to ask for, best first.

    Needs a QGuiApplication. A font that does not load is skipped: the next family takes its place.
    """
    for path in sorted((places.resources() / "fonts").glob("RoutewijzerSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    return FAMILIES
