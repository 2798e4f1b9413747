"""The start page: focus, keys, open intakes, a code, faulty rules, any size and theme."""

import datetime as dt
import os
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from routewijzer import places
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.journal.entry import Entry
from routewijzer.journal.store import FOLDER, Journal

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def texts(root):
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def kept(window, answers=1):
    """Leave an open intake behind with this many answers; return its draft."""
    window.bridge.begin()
    for fact in window.bridge.session.engine.pack.facts[:answers]:
        window.bridge.answer(fact.id, "onbekend")
    draft = window.bridge.session.intake.draft
    window.bridge.leave()
    return draft


def test_enter_begins_an_intake_at_the_first_question(open_window, press):
    window = open_window()
    assert QApplication.focusWidget() is window.page().hero.button
    press(ENTER)
    session = window.bridge.session
    assert session.place == "intake"
    assert session.intake.stop is session.intake.stops[0]
    assert not session.intake.case.answers


def test_enter_before_the_pack_is_loaded_still_begins(open_window, press):
    window = open_window(loaded=False)
    press(ENTER)
    assert window.bridge.session.place == "intake"


def test_the_pack_comes_in_without_moving_the_focus(open_window):
    window = open_window(loaded=False)
    page = window.page()
    page.code.setFocus()
    page.code.setText("abc")
    window.bridge.load_pack()
    assert QApplication.focusWidget() is page.code
    assert page.code.text() == "abc"
    assert any("Regels Alkmaar" in text for text in texts(page))


def test_a_fresh_intake_has_the_focus_and_enter_goes_on_with_it(open_window, press):
    window = open_window()
    draft = kept(window, answers=3)
    assert QApplication.focusWidget() is window.page().drafts[0].resume
    press(ENTER)
    intake = window.bridge.session.intake
    assert intake.draft.id == draft.id
    assert len(intake.case.answers) == 3


def test_an_intake_of_yesterday_leaves_the_focus_on_begin_and_v_goes_on(open_window, press, tmp_path):
    window = open_window()
    draft = kept(window)
    (path,) = (tmp_path / "drafts").glob("*.draft")
    old = dt.datetime.now().astimezone().timestamp() - 25 * 3600
    os.utime(path, (old, old))
    window.bridge.show("kennis")
    window.bridge.show("start")
    assert QApplication.focusWidget() is window.page().hero.button
    press("v")
    assert window.bridge.session.intake.draft.id == draft.id


def test_going_on_in_the_same_window_keeps_what_can_be_taken_back(open_window, press):
    window = open_window()
    window.bridge.begin()
    window.bridge.answer(window.bridge.session.engine.pack.facts[0].id, "nee")
    window.bridge.show("start")
    press("v")
    window.bridge.undo()
    assert not window.bridge.session.intake.case.answers


def test_throwing_away_asks_in_the_row_first_and_the_focus_is_on_keeping(open_window, press, tmp_path):
    window = open_window()
    kept(window)
    row = window.page().drafts[0]
    row.discard.setFocus()
    press(ENTER)
    assert QApplication.focusWidget() is row.no
    assert row.view.ask in texts(row)
    press(ESC)
    assert QApplication.focusWidget() is row.discard
    press(ENTER)
    press(ENTER)  # Bewaar
    assert list((tmp_path / "drafts").glob("*.draft"))
    press(ENTER)
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is row.yes
    press(ENTER)
    assert not list((tmp_path / "drafts").glob("*.draft"))
    assert not window.page().drafts
    assert QApplication.focusWidget() is window.page().hero.button
    assert window.message.isVisible()


def test_throwing_away_the_intake_of_this_window_ends_it(open_window):
    window = open_window()
    window.bridge.begin()
    window.bridge.show("start")
    row = window.page().drafts[0]
    row.ask()
    row.yes.click()
    assert window.bridge.session.intake is None


def test_an_intake_that_is_open_elsewhere_cannot_be_opened_or_thrown_away_here(open_window, press):
    first = open_window()
    first.bridge.begin()
    second = open_window()
    row = second.page().drafts[0]
    assert not row.resume.isEnabled()
    assert not row.discard.isVisible()
    assert "ander venster" in row.resume.accessibleDescription()
    assert QApplication.focusWidget() is second.page().hero.button
    press("v")
    assert second.bridge.session.place == "start"
    first.bridge.session.close()
    second.bridge.session.close()


def test_a_code_opens_as_a_herweging_at_the_check(open_window, press):
    window = open_window()
    kept(window, answers=5)
    code = window.bridge.session.drafts.list()[0].draft.code
    page = window.page()
    page.code.setFocus()
    QGuiApplication.clipboard().setText(f"  {code.lower()} ")
    press("v", Qt.KeyboardModifier.ControlModifier)
    press(ENTER)
    session = window.bridge.session
    assert session.intake.kind == "herweging"
    assert session.intake.page == "controleren"
    assert len(session.intake.case.answers) == 5
    session.show("start")
    window.refresh()
    assert window.page().code.text() == ""


@pytest.mark.parametrize("typed", ["x", "vvvv-vvvv", "ongeldig 12", "€", "A" * 300])
def test_a_wrong_code_stays_in_the_field_with_one_sentence(open_window, press, typed):
    window = open_window()
    page = window.page()
    page.code.setFocus()
    page.code.setText(typed)
    press(ENTER)
    assert window.bridge.session.place == "start"
    assert window.bridge.session.intake is None
    assert page.code.text() == typed
    assert QApplication.focusWidget() is page.code
    assert window.message.isVisible()
    assert window.message.text()


def test_what_was_wrong_with_a_code_goes_as_soon_as_it_is_edited(open_window, press):
    window = open_window()
    window.page().code.setFocus()
    press("ongeldig")
    press(ENTER)
    assert window.message.isVisible()
    press("9")
    assert not window.message.isVisible()
    assert window.page().code.text() == "ongeldig9"
    assert QApplication.focusWidget() is window.page().code
    window.bridge.say("Iets anders.")
    press("9")
    assert window.message.isVisible()


def test_the_whole_code_is_in_sight(open_window, qapp):
    window = open_window()
    kept(window, answers=5)
    for _ in range(4):
        qapp.processEvents()
    code = window.bridge.session.drafts.list()[0].draft.code
    field = window.page().code
    margins = field.textMargins()
    room = field.width() - margins.left() - 2 * window.theme.space(14)
    assert paint.width_of(field.font(), code) < room


def test_enter_in_an_empty_code_field_begins_nothing(open_window, press):
    window = open_window()
    window.page().code.setFocus()
    press(ENTER)
    assert window.bridge.session.intake is None


def test_v_in_the_code_field_is_a_letter(open_window, press):
    window = open_window()
    kept(window)
    window.page().code.setFocus()
    press("v")
    assert window.page().code.text() == "v"
    assert window.bridge.session.place == "start"


@pytest.mark.parametrize("place", ["oefenen", "logboek", "kennis"])
def test_a_tile_leads_to_its_page(open_window, press, place):
    window = open_window()
    window.page().tiles[place].setFocus()
    press(ENTER)
    assert window.bridge.session.place == place


def test_the_tile_of_the_log_tells_how_many_rows_and_makes_no_log(open_window, qtbot, tmp_path):
    window = open_window()
    assert not (tmp_path / FOLDER).exists()
    window.bridge.begin()
    session = window.bridge.session
    for fact in session.engine.pack.facts:
        session.answer(fact.id, "onbekend")
    with Journal(tmp_path) as journal:
        for _ in range(2):
            journal.append(Entry.from_advice(session.intake.advice, "2026-11", "intake"))
    window.bridge.leave()
    tile = window.page().tiles["logboek"]
    qtbot.waitUntil(lambda: tile.accessibleDescription().startswith("2 "))


def test_faulty_rules_leave_the_numbers_and_say_what_is_wrong(open_window, press, qtbot, tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(places.rules(), rules)
    (rules / "alkmaar" / "pack.yaml").write_text("version: niet\nnaam: []\n", encoding="utf-8")
    window = open_window(rules, tmp_path / "data")
    page = window.page()
    faults = window.bridge.session.pack_faults
    assert faults
    shown = texts(page)
    assert all(fault in shown for fault in faults[:3])
    assert (len(faults) > 3) == any(text.startswith("En nog") for text in shown)
    assert not page.hero.button.isEnabled()
    assert "niet bruikbaar" in page.hero.button.accessibleDescription()
    assert QApplication.focusWidget() is page.number
    press(ENTER)
    assert QGuiApplication.clipboard().text() == "0800-2000"
    qtbot.keyClick(page, ENTER)
    assert window.bridge.session.intake is None


def test_tab_reaches_everything_and_all_of_it_has_a_name(open_window, press):
    window = open_window()
    kept(window)
    page = window.page()
    wanted = {
        page.hero.button,
        page.drafts[0].discard,
        page.drafts[0].resume,
        *page.tiles.values(),
        page.code,
        page.open,
        page.number,
    }
    met = set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        met.add(focus)
        press(Qt.Key.Key_Tab)
    assert wanted <= met
    assert all(widget.accessibleName() for widget in wanted)


@pytest.mark.parametrize("mode", ["licht", "contrast"])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (1.0, (1024, 700)), (2.0, (1280, 800))])
def test_nothing_is_cut_off(open_window, assert_nothing_clipped, mode, scale, size):
    window = open_window()
    kept(window)
    window.resize(*size)
    window.theme.set_mode(mode)
    window.theme.set_scale(scale)
    assert_nothing_clipped(window.page())
    window.page().drafts[0].ask()
    assert_nothing_clipped(window.page())
    assert window.page().number.isVisible()
