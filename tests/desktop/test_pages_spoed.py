"""The emergency page asks nothing and is not left by accident; the hidden screen tells nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from routewijzer import text
from routewijzer.desktop.widgets.buttons import SecondaryButton

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window):
    return open_window()


def test_ctrl_1_brings_the_number_and_no_key_but_esc_leaves_it(window, press):
    press("1", CTRL)
    page = window.page()
    assert QApplication.focusWidget() is page.number
    for key in (ENTER, Qt.Key.Key_Space, Qt.Key.Key_Backspace, "j", "n", "v", "b"):
        press(key)
        assert window.bridge.session.place == "spoed"
        assert QApplication.focusWidget() is page.number
    press(ESC)
    assert window.bridge.session.place == "start"


def test_esc_comes_back_at_the_very_question(window, press):
    window.bridge.begin()
    fact = window.bridge.session.engine.pack.facts[6].id
    window.bridge.go_to_fact(fact)
    before = window.bridge.session.intake
    press("1", CTRL)
    press(ESC)
    after = window.bridge.session.intake
    assert (after.page, after.cursor, after.case) == (before.page, before.cursor, before.case)
    assert window.bridge.session.place == "intake"


def test_numbers_are_copied_by_mouse_and_keys(window, press, qtbot):
    window.bridge.show("spoed")
    page, board = window.page(), QGuiApplication.clipboard()
    qtbot.mouseClick(page.number, Qt.MouseButton.LeftButton)
    assert board.text() == "112"
    board.clear()
    page.number.setFocus()
    press("c", CTRL)
    assert board.text() == "112"
    for number in page.numbers:
        board.clear()
        number.setFocus()
        press(ENTER)
        assert board.text()
        assert board.text() in number.accessibleName()
    assert window.bridge.session.place == "spoed"


def test_l_begins_an_intake_at_the_question_about_danger(window, press):
    press("1", CTRL)
    press("l")
    intake = window.bridge.session.intake
    assert window.bridge.session.place == "intake"
    assert intake.stop is intake.stops[0]
    assert not intake.case.answers


def test_l_goes_to_the_intake_that_is_open(window, press):
    window.bridge.begin()
    pack = window.bridge.session.engine.pack
    window.bridge.answer(pack.facts[0].id, "onbekend")
    draft = window.bridge.session.intake.draft.id
    press("1", CTRL)
    press("l")
    assert window.bridge.session.intake.draft.id == draft
    assert len(window.bridge.session.intake.case.answers) == 1


def test_without_rules_the_numbers_stay_and_recording_says_why_not(window, press):
    session = window.bridge.session
    session.engine, session.pack_faults = None, ("fout",)
    window.bridge.show("spoed")
    page = window.page()
    assert not page.log.isEnabled()
    assert page.log.accessibleDescription() == text.load().spoed.later_faulty
    press("l")
    assert session.place == "spoed"
    assert page.number.isVisible()


def test_tab_walks_numbers_checks_and_buttons_which_all_have_names(window, press):
    window.bridge.show("spoed")
    page = window.page()
    wanted = [page.number, *page.numbers, *page.checks, page.back, page.log]
    walked = []
    for _ in wanted:
        walked.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert walked == wanted
    assert all(widget.accessibleName() for widget in wanted)


def test_ticks_are_of_one_visit(window):
    window.bridge.show("spoed")
    window.page().checks[0].click()
    assert window.page().checks[0].isChecked()
    window.bridge.back()
    window.bridge.show("spoed")
    assert not any(check.isChecked() for check in window.page().checks)


def test_the_number_is_by_far_the_largest(window, qapp):
    window.bridge.show("spoed")
    qapp.processEvents()
    page = window.page()
    room = page.number.width() * page.number.height()
    assert room > page.width() * page.height() / 3


@pytest.mark.parametrize("place", ["spoed", "afgeschermd"])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (1.0, (1024, 700)), (2.0, (1280, 800))])
def test_nothing_is_cut_off(window, assert_nothing_clipped, place, scale, size):
    window.theme.set_scale(scale)
    window.resize(*size)
    window.bridge.show(place)
    assert_nothing_clipped(window.page())
    assert window.width() == size[0]


def test_the_hidden_screen_tells_nothing(window, press):
    window.bridge.begin()
    press(Qt.Key.Key_F12)
    assert window.windowTitle() == "Afgeschermd"
    assert not window.bar.isVisible()
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    said = " ".join(
        filter(None, (part for w in shown for part in (getattr(w, "text", str)(), w.accessibleName())))
    ).lower()
    brand = text.load().desktop.brand.lower()
    assert "bel 112" in said
    for word in (brand, "meldcode", "geweld", "veilig", "0800", "intake", "advies", "slachtoffer"):
        assert word not in said
    assert isinstance(QApplication.focusWidget(), SecondaryButton)


@pytest.mark.parametrize("key", ["1", "k", "z", "q"])
def test_no_short_cut_shows_the_case_from_behind_the_hidden_screen(window, press, key):
    window.bridge.begin()
    press(Qt.Key.Key_F12)
    press(key, CTRL)
    assert window.bridge.session.place == ("spoed" if key == "1" else "afgeschermd")


def test_enter_comes_back_to_the_same_place(window, press):
    window.bridge.begin()
    before = window.bridge.session.intake
    press(Qt.Key.Key_F12)
    press(ENTER)
    assert window.bridge.session.place == "intake"
    assert window.bridge.session.intake is before
    press(Qt.Key.Key_F12)
    window.page().setFocus()
    QApplication.focusWidget().clearFocus()
    window.page().focus_first()
    press(Qt.Key.Key_Space)
    assert window.bridge.session.place == "intake"


@pytest.mark.parametrize("place", ["start", "spoed", "afgeschermd"])
def test_answers_are_not_taken_back_out_of_sight(window, press, place):
    window.bridge.begin()
    window.bridge.answer(window.bridge.session.engine.pack.facts[0].id, "nee")
    window.bridge.show(place)
    press("z", CTRL)
    assert len(window.bridge.session.intake.case.answers) == 1
    window.bridge.show("intake")
    press("z", CTRL)
    assert not window.bridge.session.intake.case.answers


@pytest.mark.parametrize("place", ["start", "spoed", "controleren"])
def test_in_the_smallest_room_what_has_the_focus_is_in_sight_and_no_number_is_lost(window, qtbot, place):
    window.theme.set_scale(2.0)
    window.resize(1024, 700)
    if place == "controleren":
        window.bridge.begin()
        window.bridge.go(place)
    else:
        window.bridge.show("kennis")
        window.bridge.show(place)
    focus = QApplication.focusWidget()

    def in_sight():
        top = focus.mapTo(window.page(), focus.rect().topLeft()).y()
        return top >= 0 and top + focus.height() <= window.page().height()

    qtbot.waitUntil(in_sight)
    assert window.width() == 1024
    bar = window.bar
    for number in (bar.call, bar.number):
        place_in_bar = number.mapTo(bar, number.rect().bottomRight())
        assert bar.rect().contains(place_in_bar)
        assert number.width() >= number.sizeHint().width()
