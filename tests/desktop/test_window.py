"""The frame: the panel in a narrow window, work that goes on after a choice in the rail, F1 everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from routewijzer.desktop.widgets.answers import AnswerButton


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
