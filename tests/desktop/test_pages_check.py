"""The check page: open safety first, filters, groups that fold, every answer with a way to change it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from routewijzer.desktop.answergroup import AnswerRow, GroupHead
from routewijzer.desktop.widgets.label import WrapLabel

ENTER, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down


def some_answer(fact):
    if fact.kind == "meerkeuze":
        return ()
    return fact.values[0] if fact.values else "nee"


@pytest.fixture
def window(open_window):
    """A window at the check page; all is answered but one question about safety, and two are unknown."""
    made = open_window()
    made.bridge.begin()
    session = made.bridge.session
    facts = session.engine.pack.facts
    made.open = [fact.id for fact in facts if fact.is_safety][-1]
    made.unknown = [fact.id for fact in facts if fact.id != made.open][3:5]
    for fact in facts:
        if fact.id != made.open:
            session.answer(fact.id, "onbekend" if fact.id in made.unknown else some_answer(fact))
    made.bridge.go("controleren")
    return made


def rows(page):
    return [row for group in page.groups for row in group.rows if row.isVisibleTo(page)]


def test_the_focus_is_on_beantwoord_and_enter_goes_to_that_question(open_window, press):
    window = open_window()
    window.bridge.begin()
    window.bridge.answer("direct_gevaar", "nee")
    window.bridge.go("controleren")
    assert QApplication.focusWidget() is window.page().answer
    press(ENTER)
    intake = window.bridge.session.intake
    assert intake.fact(intake.stop.facts[intake.cursor]).is_safety


def test_where_the_advice_stands_already_enter_goes_on_to_it(window, press):
    assert window.bridge.session.intake.advice.settled
    assert window.page().answer is not None
    press(ENTER)
    assert window.bridge.session.intake.page == "advies"


def test_b_goes_there_too_from_anywhere_on_the_page(window, press):
    window.page().groups[0].focus_fact("")
    press("b")
    assert window.open in window.bridge.session.intake.stop.facts


def test_with_no_safety_open_the_focus_is_on_the_way_to_the_advice(window, press):
    window.bridge.answer(window.open, "onbekend")
    window.bridge.go("advies")
    window.bridge.go("controleren")
    assert window.page().answer is None
    assert QApplication.focusWidget().accessibleName() == "Naar het advies"
    press(ENTER)
    assert window.bridge.session.intake.page == "advies"


def test_all_answers_are_there_in_the_words_of_the_pack(window):
    intake = window.bridge.session.intake
    page = window.page()
    assert [row.fact for group in page.groups for row in group.view.rows] == [
        name for stop in intake.stops for name in stop.facts
    ]
    for group in page.groups:
        for row in group.view.rows:
            assert row.label == intake.fact(row.fact).kort
            assert row.label in row.name
            assert row.answer in row.name


def test_marks_tell_open_from_unknown(window):
    marks = {row.fact: row.mark for group in window.page().groups for row in group.view.rows}
    assert marks[window.open] == "open"
    assert {marks[name] for name in window.unknown} == {"onbekend"}


def test_steps_with_gaps_are_unfolded_and_finished_ones_are_shut(window):
    for group in window.page().groups:
        gap = any(row.mark for row in group.view.rows)
        assert group.head.isChecked() == gap


@pytest.mark.parametrize(("keys", "expected"), [(1, "unknown"), (2, "open")])
def test_a_filter_shows_only_those_and_changes_nothing(window, press, keys, expected):
    page = window.page()
    before = window.bridge.session.intake
    page.chips.focus_chosen()
    for _ in range(keys):
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    wanted = [window.open] if expected == "open" else window.unknown
    assert [row.view.fact for row in rows(page)] == wanted
    assert [name for name, chip in page.chips.chips.items() if chip.isChecked()] == [
        "open" if expected == "open" else "onbekend"
    ]
    assert QApplication.focusWidget() is page.chips.chips["open" if expected == "open" else "onbekend"]
    assert window.bridge.session.intake is before


def test_a_filter_with_nothing_under_it_says_so(window):
    window.bridge.answer(window.open, "onbekend")
    page = window.page()
    page.chips.chips["open"].click()
    assert not page.groups
    assert any("ander filter" in label.text() for label in page.findChildren(WrapLabel))


def test_the_filter_is_of_one_intake(window):
    window.page().chips.chips["open"].click()
    window.bridge.begin()
    window.bridge.go("controleren")
    page = window.page()
    assert page.chips.chips["alles"].isChecked()
    assert len(rows(page)) == len(window.bridge.session.engine.pack.facts)


def test_each_group_is_one_tab_stop_and_arrows_move_in_it(window, press):
    page = window.page()
    page.chips.focus_chosen()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.answer
    for group in page.groups:
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is group.head
    group = next(group for group in page.groups if group.head.isChecked())
    group.focus_fact("")
    press(DOWN)
    assert QApplication.focusWidget() is group.rows[0]
    press(Qt.Key.Key_End)
    assert QApplication.focusWidget() is group.rows[-1]
    press(DOWN)
    assert QApplication.focusWidget() is group.rows[-1]
    press(UP)
    press(Qt.Key.Key_Home)
    assert QApplication.focusWidget() is group.head


def test_enter_on_the_head_folds_and_on_a_row_goes_to_its_question(window, press):
    page = window.page()
    group = next(group for group in page.groups if not group.head.isChecked())
    group.focus_fact("")
    assert isinstance(QApplication.focusWidget(), GroupHead)
    press(ENTER)
    assert group.head.isChecked()
    assert group.rows[0].isVisible()
    press(DOWN)
    row = QApplication.focusWidget()
    assert isinstance(row, AnswerRow)
    press(ENTER)
    intake = window.bridge.session.intake
    assert intake.stop.facts[intake.cursor] == row.view.fact


def test_taking_back_keeps_the_focus_on_the_row(window, press):
    fact = window.unknown[0]
    group = next(g for g in window.page().groups if any(row.view.fact == fact for row in g.rows))
    group.focus_fact(fact)
    press("z", Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, AnswerRow)
    assert focus.view.fact == fact


def test_the_focus_scrolls_into_sight(window, press, qapp):
    page = window.page()
    for group in page.groups:
        group.head.setChecked(True)
    qapp.processEvents()
    page.groups[-1].focus_fact("")
    press(Qt.Key.Key_End)
    row = QApplication.focusWidget()
    top = row.mapTo(page, row.rect().topLeft()).y()
    assert 0 <= top <= page.height() - row.height()


@pytest.mark.parametrize("mode", ["licht", "contrast"])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (1.0, (1024, 700)), (2.0, (1280, 800))])
def test_nothing_is_cut_off(window, assert_nothing_clipped, mode, scale, size):
    window.resize(*size)
    window.theme.set_mode(mode)
    window.theme.set_scale(scale)
    for group in window.page().groups:
        group.head.setChecked(True)
    assert_nothing_clipped(window.page())
    assert window.width() == size[0]
