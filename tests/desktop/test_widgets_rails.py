"""The rails and the ring: one tab stop, arrows, and the ring that follows the focus."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from routewijzer.desktop.widgets import buttons, containers, nav, rail, views
from routewijzer.desktop.widgets.focusring import FocusRing
from widgetviews import STATIONS, seen


def test_the_step_rail_has_one_tab_stop_on_where_you_are(theme, show, qtbot):
    steps = rail.StepRail(theme, "Stappen", STATIONS)
    show(steps)
    policies = [b.focusPolicy() == Qt.FocusPolicy.StrongFocus for b in steps.buttons]
    assert policies == [False, False, True, False]
    steps.focus_current()
    qtbot.keyClick(steps.buttons[2], Qt.Key.Key_Down)
    assert steps.buttons[3].hasFocus()
    with qtbot.waitSignal(steps.chosen) as sent:
        qtbot.keyClick(steps.buttons[3], Qt.Key.Key_Return)
    assert sent.args == ["c"]
    assert seen(steps.buttons[1]) == (QAccessible.Role.Button, "Stap 1, Signalen, huidige stap")


def test_the_step_rail_keeps_the_focus_on_new_counts(theme, show):
    steps = rail.StepRail(theme, "Stappen", STATIONS)
    show(steps)
    steps.focus_current()
    fresh = (*STATIONS[:2], views.StationView("c", "Advies", "icon:signpost", "1", "open", "Advies, 1"))
    steps.set_stations(fresh)
    assert steps.buttons[2].hasFocus()
    assert steps.buttons[3].accessibleName() == "Advies, 1"


def test_a_narrow_rail_has_tooltips_for_its_words(theme, show):
    steps = rail.StepRail(theme, "Stappen", STATIONS)
    show(steps)
    steps.set_narrow(True)
    assert [b.view.id for b in steps.buttons] == ["a", "b", "c"]
    assert all(b.toolTip() for b in steps.buttons)


def test_the_nav_rail_moves_and_goes(theme, show, qtbot):
    items = (
        views.NavItem("start", "Start", "house", "Alt 1"),
        views.NavItem("log", "Logboek", "clipboard-list", "Alt 3"),
    )
    pages = nav.NavRail(theme, "Pagina's", items, "start")
    show(pages)
    pages.buttons[0].setFocus()
    qtbot.keyClick(pages.buttons[0], Qt.Key.Key_Down)
    assert pages.buttons[1].hasFocus()
    with qtbot.waitSignal(pages.chosen) as sent:
        qtbot.keyClick(pages.buttons[1], Qt.Key.Key_Return)
    assert sent.args == ["log"]


def test_the_ring_follows_focus_and_scrolling(theme, show, qtbot, qapp):
    column = containers.ScrollColumn(theme)
    parts = [buttons.SecondaryButton(theme, f"Knop {at}") for at in range(30)]
    for part in parts:
        column.body.addWidget(part)
    window = show(column, height=300)
    ring = FocusRing(theme, window)
    parts[0].setFocus()
    assert ring.geometry().center() == QPoint(*_centre(parts[0], window))
    parts[25].setFocus()
    qtbot.waitUntil(lambda: column.verticalScrollBar().value() > 0)
    assert ring.geometry().center() == QPoint(*_centre(parts[25], window))
    column.verticalScrollBar().setValue(0)
    assert not ring.isVisible()


def _centre(widget, window):
    at = widget.mapTo(window, widget.rect().center())
    return at.x(), at.y()


def test_the_ring_outlives_what_it_was_around(theme, show, qtbot, qapp):
    gone, stays = buttons.SecondaryButton(theme, "Weg"), buttons.SecondaryButton(theme, "Blijft")
    window = show(gone, stays)
    ring = FocusRing(theme, window)
    gone.setFocus()
    assert ring.isVisible()
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    stays.setFocus()
    qapp.processEvents()
    assert ring.geometry().center() == QPoint(*_centre(stays, window))
