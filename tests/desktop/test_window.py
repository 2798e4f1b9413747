"""The frame: the panel in a narrow window, work that goes on after a choice in the rail, F1 everywhere."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from routewijzer import text
from routewijzer.desktop.widgets.answers import AnswerButton
from routewijzer.desktop.widgets.buttons import LinkButton


@pytest.fixture
def window(open_window):
    made = open_window()
    made.bridge.begin()
    made.bridge.answer("direct_gevaar", "nee")
    return made


def settle(qapp):
    for _ in range(4):
        qapp.processEvents()


def test_f7_puts_the_panel_in_the_place_of_the_page_where_it_is_narrow(window, press, qapp):
    window.resize(800, 600)
    settle(qapp)
    assert not window.panel.isVisible()
    press(Qt.Key.Key_F7)
    settle(qapp)
    assert window.panel.isVisible()
    assert not window.stack.isVisible()
    assert window.panel.width() == window.footer.width()
    assert window.panel.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Escape)
    settle(qapp)
    assert window.stack.isVisible()
    assert window.page().isAncestorOf(QApplication.focusWidget())
    window.resize(1280, 800)
    settle(qapp)
    assert window.panel.isVisible()
    assert window.panel.x() > window.stack.x()


def test_after_a_choice_in_the_rail_the_letters_answer(window, press):
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.bridge.session.intake.stop.step == 1
    assert isinstance(QApplication.focusWidget(), AnswerButton)


def test_f1_leads_to_the_glossary_where_a_page_has_no_help_of_its_own(window, press):
    window.bridge.show("start")
    press(Qt.Key.Key_F1)
    assert window.bridge.session.place == "kennis"


def test_a_fault_is_told_by_what_was_saved(window):
    window.tell_fault()
    assert "zijn bewaard" in window.message.text()


# More of the panel, the rail and the menu.


def test_a_link_in_the_panel_leads_to_its_question_and_shuts_the_panel(window, press, qapp):
    window.resize(800, 600)
    settle(qapp)
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Return)
    settle(qapp)
    assert not window.panel.isVisible()
    assert window.stack.isVisible()
    assert window.page().isAncestorOf(QApplication.focusWidget())


def test_widening_and_narrowing_again_shows_the_page(window, press, qapp):
    window.resize(800, 600)
    settle(qapp)
    press(Qt.Key.Key_F7)
    assert window.panel_strip.findChild(LinkButton).accessibleName() == text.load().desktop.tool_close
    window.resize(1280, 800)
    settle(qapp)
    window.resize(800, 600)
    settle(qapp)
    assert window.stack.isVisible()
    assert not window.panel.isVisible()
    assert window.panel_strip.findChild(LinkButton).accessibleName() == text.load().desktop.tool_open


def test_f1_shows_nothing_while_the_screen_is_hidden(window, press):
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F1)
    assert window.bridge.session.place == "afgeschermd"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("scale", "size"), [(1.0, (800, 600)), (2.0, (1280, 800))])
def test_the_menu_stays_below_the_emergency_bar(open_window, qapp, scale, size):
    window = open_window(scale=scale, size=size)
    window.bridge.begin()
    settle(qapp)
    menu = window.strip._menu()
    link = window.strip._link
    menu.popup(link.mapToGlobal(QPoint(0, link.height())))
    settle(qapp)
    assert menu.geometry().top() > window.bar.mapToGlobal(window.bar.rect().bottomLeft()).y()
    assert menu.height() <= window.height() - window.bar.height()
    menu.close()


def test_a_choice_in_the_menu_leads_to_the_first_field(window, qapp):
    window.resize(800, 600)
    settle(qapp)
    window.strip.focus_current()
    names = {station.id: station.name for station in window._shown.rail}
    wanted = next(name for name in list(names.values())[1:])
    next(action for action in window.strip._menu().actions() if action.text() == wanted).trigger()
    settle(qapp)
    assert window.bridge.session.intake.stop.step == 1
    assert isinstance(QApplication.focusWidget(), AnswerButton)


@pytest.mark.parametrize("size", [(1280, 800), (1000, 700)])
def test_the_ring_in_the_rail_has_room_on_all_sides(window, press, qapp, size):
    window.resize(*size)
    settle(qapp)
    press(Qt.Key.Key_F6)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(key)
        settle(qapp)
        assert window.ring._clip == window.ring.geometry()
