"""The application: wires settings, theme, session, bridge and window, and runs."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from routewijzer import settings, text
from routewijzer.desktop import crash
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import MODES, STYLE, Theme
from routewijzer.desktop.window import Window


def run(pack: str | None, rules: Path, data: Path, *, leave: bool = False) -> int:
    """Open the window and return the exit status when it is closed.

    Args:
        pack: id of the rule pack; None takes that of the settings.
        rules: the folder of packs.
        data: the folder of log, drafts and settings.
        leave: close as soon as the first page stands there ready for input.
    """
    app = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    if not isinstance(app, QApplication):
        return 2
    app.setApplicationName(text.load().desktop.brand)
    window = make(pack, rules, data, app)
    crash.install(window.tell_fault)
    window.painted.connect(lambda: QTimer.singleShot(0, app.quit if leave else window.bridge.load_pack))
    window.painted.connect(_collect)
    window.resize(1280, 800)
    window.show()
    return app.exec()


def _collect() -> None:
    """From now on look for garbage, but not in what is there: it stays as long as the window."""
    gc.freeze()
    gc.enable()


def make(pack: str | None, rules: Path, data: Path, app: QApplication) -> Window:
    """Return the window, not shown yet; the pack is loaded by `bridge.load_pack`."""
    message = ""
    try:
        chosen = settings.load(data)
    except settings.SettingsFault as error:
        chosen, message = settings.Settings(), str(error)
    theme = Theme(MODES[chosen.theme], chosen.text_scale / 100)
    theme.apply(app)
    session = Session(rules, data)
    session.message = message
    bridge = Bridge(session, pack or chosen.pack)
    bridge.letters = chosen.single_letters
    return Window(theme, bridge)
