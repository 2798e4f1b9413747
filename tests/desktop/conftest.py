"""Desktop tests run without a screen; every widget test gets the theme and a window that it may fill."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from advicecases import show_advice
from routewijzer import places, settings
from routewijzer.desktop.app import make
from routewijzer.desktop.theme import MODES, Theme


def pytest_collection_modifyitems(items):
    """Two words of Qt are no fault of ours: no window manager without a screen, no UTF-8 in LC_ALL=C."""
    ignored = pytest.mark.qt_log_ignore("propagateSizeHints", "Detected locale", extend=True)
    for item in items:
        if "/desktop/" in str(item.path):
            item.add_marker(ignored)


@pytest.fixture(autouse=True)
def nothing_left(qapp):
    """Delete the windows of a test when it ends; else the next style sheet dresses them all once more."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp):
    made = Theme("licht")
    made.apply(qapp)
    yield made
    made.setParent(None)


@pytest.fixture
def show(qtbot):
    """Show widgets in a window of this size and return the window; it stays until the test ends."""
    kept = []

    def shown(*widgets, width=900, height=600):
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        qtbot.addWidget(window)
        kept.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield shown
    kept.clear()


def clipped(root):
    """Return what is smaller than its text needs, as readable lines."""
    faults = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root) or widget.width() == 0:
            continue
        own = type(widget).__module__.startswith("routewijzer")
        if not own and not isinstance(widget, QLabel):
            continue
        what = f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
        if widget.hasHeightForWidth():
            needs = widget.heightForWidth(widget.width())
            if widget.height() < needs:
                faults.append(f"{what}: {widget.height()} px high, needs {needs}")
        least = widget.minimumSizeHint()
        if widget.width() < least.width():
            faults.append(f"{what}: {widget.width()} px wide, needs {least.width()}")
        if not widget.hasHeightForWidth() and widget.height() < least.height():
            faults.append(f"{what}: {widget.height()} px high, needs {least.height()}")
    return faults


@pytest.fixture
def assert_nothing_clipped(qapp):
    """A check for pages: every label and painted widget has the room its text needs."""

    def check(root):
        for _ in range(4):  # nested layouts settle one after another, by posted requests
            qapp.processEvents()
        faults = clipped(root)
        assert not faults, "\n".join(faults)

    return check


class OtherWindows(QObject):
    """Notes every window that shows beside those under test: a widget shown before it has a parent."""

    def __init__(self):
        super().__init__()
        self.known, self.seen = [], []

    def eventFilter(self, watched, event):
        shows = event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow()
        if shows and watched not in self.known and watched.parentWidget() is None:  # a dialog has its window
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def open_window(qtbot, qapp, tmp_path, engines):
    """Open the real window, by default on an empty data folder and the shipped rules, read once for all."""
    others = OtherWindows()
    qapp.installEventFilter(others)

    def opened(rules=None, data=None, *, loaded=True, mode=None, scale=1.0, size=(1280, 800)):
        data = data or tmp_path
        if mode or scale != 1.0:
            (name,) = (name for name, own in MODES.items() if own == (mode or "systeem"))
            settings.save(data, settings.Settings(theme=name, text_scale=round(scale * 100)))
        made = make("alkmaar", rules or places.rules(), data, qapp)
        others.known.append(made)
        qtbot.addWidget(made)
        made.resize(*size)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        if loaded and rules is None:
            made.bridge.session.engine = engines["alkmaar"]
            made.bridge.changed.emit()
        elif loaded:
            made.bridge.load_pack()
        qapp.processEvents()
        return made

    yield opened
    qapp.removeEventFilter(others)
    assert others.seen == []


@pytest.fixture
def press(qtbot, qapp):
    """Press keys where the focus is, as a worker does."""

    def pressed(key, modifier=Qt.KeyboardModifier.NoModifier):
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        if isinstance(key, str):
            qtbot.keyClicks(focus, key, modifier)
        else:
            qtbot.keyClick(focus, key, modifier)
        qapp.processEvents()

    return pressed


@pytest.fixture
def advice(open_window, qapp, engines):
    """Open the advice page of these answers and return the window; the pack is loaded once for all tests."""

    def opened(answers, window=None):
        window = window or open_window(loaded=False)
        show_advice(window, engines["alkmaar"], answers)
        qapp.processEvents()
        return window

    return opened
