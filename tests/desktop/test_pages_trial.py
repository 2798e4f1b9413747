"""Wat als: by keyboard, beside the real advice, kept nowhere; and back to the very same page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from advicecases import EXAMPLE, MILD, OPEN_MILD, everything
from routewijzer import text
from routewijzer.desktop.comparecard import CompareLine
from routewijzer.desktop.widgets.answers import AnswerButton
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.journal.store import Journal

ESCAPE, F8, TAB = Qt.Key.Key_Escape, Qt.Key.Key_F8, Qt.Key.Key_Tab
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def texts(root):
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


@pytest.fixture
def tried(advice, press):
    """Open the advice of these answers and begin a trial with its key."""

    def opened(answers, window=None):
        window = advice(answers, window)
        press(F8)
        return window

    return opened


def pick(page, fact):
    page.select.setCurrentIndex([name for name, _ in page._questions].index(fact))


def test_its_key_opens_it_a_letter_answers_and_both_advices_show(tried, press):
    window = tried(EXAMPLE)
    page, session = window.page(), window.bridge.session
    words = text.load().whatif
    assert {words.banner, words.banner_note, words.now, words.then} <= set(texts(page))
    assert isinstance(QApplication.focusWidget(), AnswerButton)
    pick(page, "direct_gevaar")
    page.focus_first()
    press("j")
    assert session.trial.case.answers["direct_gevaar"] == "ja"
    assert session.intake.case.answers["direct_gevaar"] == "nee"
    assert isinstance(QApplication.focusWidget(), AnswerButton)
    pack = session.engine.pack
    real, other = session.intake.advice, session.trial.made.advice
    shown = texts(page)
    assert pack.besluit_by_id[real.besluit].titels[real.urgentie] in shown
    assert any(pack.besluit_by_id[other.besluit].titels[other.urgentie] in line for line in shown)
    assert page.card.view.id == "direct_gevaar"


def test_escape_brings_back_the_very_same_page(tried, advice, press):
    window = advice(EXAMPLE)
    page = window.page()
    page.cards[2].set_open(True)
    head = page.cards[2].head
    head.setFocus()
    before = (texts(page), [card.is_open() for card in page.cards], window.bridge.session.intake)
    press(F8)
    trial = window.page()
    assert trial is not page
    pick(trial, "direct_gevaar")
    trial.focus_first()
    press("j")
    press(ESCAPE)
    assert window.page() is page
    assert QApplication.focusWidget() is head
    assert (texts(page), [card.is_open() for card in page.cards], window.bridge.session.intake) == before
    press(F8)
    assert window.bridge.session.trial.changed == ()
    window.page().banner.button.click()
    assert window.page() is page


def test_escape_and_the_key_work_wherever_the_focus_is(tried, press):
    window = tried(EXAMPLE)
    press(Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(QApplication.focusWidget())
    press(ESCAPE)
    assert window.bridge.session.trial is None
    press(F8)
    press(F8)
    assert window.bridge.session.trial is None


def test_the_button_and_its_key_cap_stand_among_the_tools(advice, qtbot):
    window = advice(EXAMPLE)
    button = window.page().side.buttons["watals"]
    assert button.accessibleName() == text.load().whatif.tool
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.bridge.session.trial is not None


def test_nothing_leaves_the_app_and_nothing_is_kept(tried, press, tmp_path):
    window = tried(EXAMPLE)
    session = window.bridge.session
    drafts = {path: path.read_bytes() for path in (tmp_path / "drafts").iterdir()}
    QGuiApplication.clipboard().setText("before")
    pick(window.page(), "direct_gevaar")
    window.page().focus_first()
    press("j")
    words = text.load().whatif
    for key, modifier in (("c", CTRL | SHIFT), ("p", CTRL), ("s", CTRL), ("l", CTRL), ("l", CTRL)):
        window.bridge.say("")
        press(key, modifier)
        assert session.message == words.refused
        assert words.refused in window.message.text()
    press("z", CTRL)
    assert session.message == words.no_history
    assert window.bridge.summary_or_say() is None
    window.bridge.copy_advice()
    window.bridge.close_and_log()
    assert QGuiApplication.clipboard().text() == "before"
    assert {path: path.read_bytes() for path in (tmp_path / "drafts").iterdir()} == drafts
    with Journal(tmp_path) as journal:
        assert journal.count() == 0
    assert session.trial.case.answers["direct_gevaar"] == "ja"
    press(ESCAPE)
    press("c", CTRL | SHIFT)
    assert text.load().desktop.advice_copied in session.message


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F12, None), ("1", CTRL)])
def test_hiding_and_the_emergency_page_end_it(tried, press, key, modifier):
    window = tried(EXAMPLE)
    pick(window.page(), "direct_gevaar")
    window.page().focus_first()
    press("j")
    press(key, modifier or Qt.KeyboardModifier.NoModifier)
    assert window.bridge.session.trial is None
    banner = text.load().whatif.banner
    assert banner not in texts(window.page())
    window.bridge.back()
    assert window.page() is window._pages["advies"]
    assert text.load().whatif.over in window.message.text()
    press(F8)
    assert window.bridge.session.trial.changed == ()


def test_an_answer_is_put_back_and_the_focus_stays_on_the_question(tried, press):
    window = tried(EXAMPLE)
    page, session = window.page(), window.bridge.session
    pick(page, "direct_gevaar")
    page.focus_first()
    press("j")
    (link,) = (b for b in page.findChildren(LinkButton) if text.load().whatif.restore in b.accessibleName())
    link.setFocus()
    press(Qt.Key.Key_Return)
    assert session.trial.changed == ()
    assert isinstance(QApplication.focusWidget(), AnswerButton)
    press(Qt.Key.Key_Backspace)
    assert session.trial.changed == ("direct_gevaar",)
    assert "direct_gevaar" not in session.trial.case.answers


def test_tab_goes_from_the_list_to_the_answers_and_then_to_what_is_put_back(tried, press):
    window = tried(EXAMPLE)
    page = window.page()
    page.trials.answer("direct_gevaar", "ja")
    page.select.setFocus()
    pick(page, "letsel")
    press(TAB)
    assert QApplication.focusWidget() in page.card.group.buttons
    (fold,) = page.card.folds.folds
    press(TAB)
    assert QApplication.focusWidget() is fold.button
    press(TAB)
    assert text.load().whatif.restore in QApplication.focusWidget().accessibleName()


@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", extend=True)
def test_a_list_that_opens_shows_ten_items_at_most(tried, qapp):
    select = tried(EXAMPLE).page().select
    select.showPopup()
    qapp.processEvents()
    view = select.view()
    assert select.count() > 20
    assert view.window().height() < 12 * view.sizeHintForRow(0)
    select.hidePopup()


def test_a_list_is_tried_value_by_value_and_the_field_keeps_its_focus(tried, press):
    window = tried(EXAMPLE)
    page, session = window.page(), window.bridge.session
    page.select.setFocus()
    pick(page, "geweldsvormen")
    assert QApplication.focusWidget() is page.select
    page.focus_first()
    press("g")
    assert session.trial.case.answers["geweldsvormen"] == ()
    press("1")
    assert len(session.trial.case.answers["geweldsvormen"]) == 1
    press("o")
    assert session.trial.case.answers["geweldsvormen"] == "onbekend"


def test_each_line_is_read_as_a_whole_and_what_is_tried_is_said(tried, press, qtbot):
    window = tried(EXAMPLE)
    page = window.page()
    pick(page, "direct_gevaar")
    page.focus_first()
    said = []
    window.bridge.announce.connect(lambda told, loud: said.append((told, loud)))
    press("j")
    title = window.bridge.session.trial.made
    besluit = title.pack.besluit_by_id[title.advice.besluit].titels[title.advice.urgentie]
    assert (text.load().whatif.announce.format(title=besluit), False) in said
    lines = page.findChildren(CompareLine)
    assert len(lines) > 5
    assert all(line.accessibleName() for line in lines)
    seen, widget = set(), QApplication.focusWidget()
    for _ in range(60):
        seen.add(widget)
        qtbot.keyClick(widget, TAB)
        widget = QApplication.focusWidget()
    assert {page.select, page.banner.button} <= seen
    assert any(isinstance(one, LinkButton) and page.isAncestorOf(one) for one in seen)
    assert all(one.accessibleName() for one in seen)


def test_f1_unfolds_the_explanation(tried, press):
    window = tried(EXAMPLE)
    press(Qt.Key.Key_F1)
    page = window.page()
    assert [fold.is_open() for fold in page.card.folds.folds] == [True]
    assert page.bridge.session.engine.pack.fact_by_id[page.card.view.id].uitleg in texts(page)


SIZES = [(1280, 800, 1.0), (1024, 700, 1.0), (1280, 800, 2.0), (1024, 700, 2.0)]


@pytest.mark.parametrize("mode", ["licht", "donker"])
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut_off(tried, open_window, assert_nothing_clipped, mode, width, height, scale):
    window = open_window(loaded=False, mode=mode, scale=scale, size=(width, height))
    page = tried(EXAMPLE, window).page()
    for fact, value in (("direct_gevaar", "ja"), ("geweldsvormen", ("stalking",)), ("relatie", "ouder_kind")):
        pick(page, fact)
        page.trials.answer(fact, value)
    page.help()
    assert_nothing_clipped(window)


@pytest.mark.parametrize("answers", ["empty", "mild", "open mild", "everything"])
def test_nothing_is_cut_off_in_other_cases(tried, open_window, engines, assert_nothing_clipped, answers):
    cases = {
        "empty": {},
        "mild": MILD,
        "open mild": OPEN_MILD,
        "everything": everything(engines["alkmaar"].pack),
    }
    window = open_window(loaded=False, scale=2.0, size=(1024, 700))
    page = tried(cases[answers], window).page()
    page.trials.clear("letsel")
    assert_nothing_clipped(window)
