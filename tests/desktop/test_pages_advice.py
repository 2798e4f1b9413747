"""The advice page: what it shows when, its keys, ticking, closing, and room in every window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QBoxLayout

from advicecases import EXAMPLE, MILD, OPEN_MILD, everything, words
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.chain import ChainLine, ReasonChain
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow
from routewijzer.desktop.widgets.tags import KeyCap
from routewijzer.journal.store import Journal

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def texts(root):
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def logged(path):
    with Journal(path) as journal:
        return journal.count()


# What shows.


def test_the_first_route_stands_open_with_its_reasons_and_the_others_are_not_built(advice):
    page = advice(EXAMPLE).page()
    found = page.bridge.session.intake.advice
    pack = page.bridge.session.intake.pack
    assert pack.besluit_by_id[found.besluit].titels[found.urgentie] in texts(page)
    assert [card.view.id for card in page.cards] == [route.id for route in found.routes]
    assert [card.is_open() for card in page.cards] == [True] + [False] * (len(page.cards) - 1)
    assert [bool(card.findChildren(ReasonChain)) for card in page.cards] == [c.is_open() for c in page.cards]
    assert QApplication.focusWidget() is page.cards[0].head


def test_enter_opens_w_folds_the_reasons_and_ctrl_c_copies(advice, press):
    page = advice(EXAMPLE).page()
    card = page.cards[1]
    card.head.setFocus()
    press(ENTER)
    assert card.is_open()
    assert card.chain.isVisible()
    assert [line.text() for line in card.chain.findChildren(ChainLine)] == [r.text for r in card.view.reasons]
    press(Qt.Key.Key_W)
    assert not card.chain.isVisible()
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == card.view.number
    assert card.view.number in page.bridge.session.message
    press(ENTER)
    assert not card.is_open()


def test_w_does_nothing_where_single_letters_are_off(advice, open_window, press):
    window = open_window(loaded=False)
    window.bridge.letters = False
    card = advice(EXAMPLE, window).page().cards[0]
    press(Qt.Key.Key_W)
    assert card.chain.isVisible()
    assert card.findChildren(KeyCap) == []


def test_every_route_tells_why(advice, engines):
    window = advice(everything(engines["alkmaar"].pack))
    for card in window.page().cards:
        kinds = [link.kind for link in card.view.reasons]
        assert kinds[-1] == "route"
        assert "antwoord" in kinds
        assert "regel" in kinds


def test_nothing_answered_leads_with_the_questions_then_what_is_only_careful(advice, press):
    window = advice({})
    page = window.page()
    assert words().not_yet in texts(page)
    assert [card.view.id for card in page.cards] == ["veilig_thuis.advies"]
    assert "eerst_veilig_thuis" in page.side.acts
    assert "gesprek_voeren" not in page.side.acts
    assert page.links[0].view.id == "direct_gevaar"
    assert QApplication.focusWidget() is page.links[0]
    press(ENTER)
    assert window.bridge.session.intake.page != "advies"
    assert "direct_gevaar" in window.bridge.session.intake.stop.facts


def test_a_mild_advice_that_may_change_is_not_shown_and_not_logged(advice, press, tmp_path):
    window = advice(OPEN_MILD)
    page, found = window.page(), window.bridge.session.intake.advice
    pack = window.bridge.session.intake.pack
    assert not found.showable
    title = pack.besluit_by_id[found.besluit].titels[found.urgentie]
    assert title not in texts(page)
    assert {card.view.id for card in page.cards} <= set(found.told)
    assert page.links
    button = page.side.buttons["vastleggen"]
    assert not button.isEnabled()
    assert button.accessibleDescription() == words().tool_log_not
    assert words().tool_log_not in texts(page)
    press(Qt.Key.Key_L, CTRL)
    assert window.bridge.session.intake is not None
    assert logged(tmp_path) == 0


def test_danger_stands_whatever_is_still_open(advice):
    page = advice({"direct_gevaar": "ja"}).page()
    assert page.cards[0].view.number == "112"
    assert words().certain.replace("**", "") in texts(page)
    assert page.links == []


def test_tipping_points_name_each_answer_once(advice):
    window = advice(MILD)
    view = window._views["advies"]
    intake = window.bridge.session.intake
    (besluit,) = (choice for choice in view.tips if choice.id == "besluit")
    assert [tip.outcome for tip in besluit.tips]
    for choice in view.tips:
        for tip in choice.tips:
            assert len(set(tip.answers)) == len(tip.answers)
    named = {line.partition(":")[0] for tip in besluit.tips for line in tip.answers}
    assert named == {intake.fact(tip.fact).kort for tip in intake.advice.kantelpunten}


def test_answers_that_do_not_fit_lead_to_their_questions(advice, qtbot):
    window = advice(EXAMPLE | {"structurele_onveiligheid": "nee"})
    page = window.page()
    (clash,) = window._views["advies"].clashes
    assert clash.text in texts(page)
    (link,) = (b for b in page.side.findChildren(LinkButton) if clash.text in b.accessibleName())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert clash.fact in window.bridge.session.intake.stop.facts


def test_an_open_question_at_the_side_leads_there(advice, qtbot):
    window = advice(EXAMPLE)
    view = window._views["advies"]
    assert view.open
    row = next(row for row in window.page().side.findChildren(LinkRow) if row.view.id == view.open[0].id)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert view.open[0].id in window.bridge.session.intake.stop.facts


def test_alt_left_goes_back_and_f1_unfolds(advice, press):
    window = advice(EXAMPLE)
    card = window.page().cards[2]
    card.head.setFocus()
    press(Qt.Key.Key_F1)
    assert card.is_open()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.bridge.session.intake.page == "controleren"


# Ticking.


def test_a_tick_keeps_focus_and_open_cards(advice, press):
    page = advice(EXAMPLE).page()
    page.cards[1].set_open(True)
    acties = page.bridge.session.intake.pack.actie_by_id
    free = next(name for name in page.side.acts if acties[name].fact is None)
    item = page.side.acts[free]
    item.setFocus()
    press(Qt.Key.Key_Space)
    assert item.isChecked()
    assert page.bridge.session.intake.ticked == {free}
    assert QApplication.focusWidget() is item
    assert page.cards[1].is_open()
    assert words().of.format(done=1, total=len(page.side.acts)) in texts(page)
    press(Qt.Key.Key_Space)
    assert not item.isChecked()


def test_ticking_what_is_a_question_answers_it_and_it_goes_away(advice, press):
    page = advice(EXAMPLE).page()
    pack = page.bridge.session.intake.pack
    actie = next(pack.actie_by_id[name] for name in page.side.acts if pack.actie_by_id[name].fact)
    page.side.acts[actie.id].setFocus()
    press(Qt.Key.Key_Space)
    assert page.bridge.session.intake.case.answers[actie.fact] == "ja"
    assert actie.id not in page.side.acts
    assert QApplication.focusWidget() in page.side.acts.values()


# Closing.


def test_closing_logs_once(advice, press, tmp_path):
    window = advice(EXAMPLE)
    page = window.page()
    press(Qt.Key.Key_L, CTRL)
    assert window.bridge.session.place == "intake"
    assert words().close_sure in window.message.text()
    press(Qt.Key.Key_L, CTRL)
    assert window.bridge.session.place == "start"
    assert words().logged in window.message.text()
    page.side.pressed.emit("vastleggen")
    window.bridge.close_and_log()
    assert logged(tmp_path) == 1


# Room.


SIZES = [(1280, 800, 1.0), (1024, 700, 1.0), (1024, 700, 2.0)]


@pytest.mark.parametrize(
    ("case", "width", "height", "scale"),
    [(case, *size) for case in ("example", "everything") for size in SIZES]
    + [(case, *SIZES[-1]) for case in ("empty", "danger", "mild", "open mild")],
)
def test_nothing_is_cut_off(advice, open_window, engines, assert_nothing_clipped, case, width, height, scale):
    window = open_window(loaded=False, scale=scale, size=(width, height))
    answers = {
        "example": EXAMPLE,
        "empty": {},
        "everything": everything(engines["alkmaar"].pack),
        "danger": {"direct_gevaar": "ja"},
        "mild": MILD,
        "open mild": OPEN_MILD,
    }[case]
    page = advice(answers, window).page()
    page.side.note.button.click()
    for card in page.cards:
        card.set_open(True)
    assert_nothing_clipped(page)


def test_the_side_column_goes_below_in_a_narrow_window(advice, qapp):
    window = advice(EXAMPLE)
    page = window.page()
    assert page.side.x() > page.cards[0].x() + page.cards[0].width()
    window.theme.set_scale(2.0)
    qapp.processEvents()
    page = window.page()
    assert page.side.y() > page.cards[-1].y()
    assert page._row.direction() == QBoxLayout.Direction.TopToBottom


def test_every_part_can_be_reached_with_tab(advice, qtbot):
    page = advice(EXAMPLE).page()
    seen, widget = set(), QApplication.focusWidget()
    for _ in range(200):
        seen.add(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
    for wanted in (*(card.head for card in page.cards), *page.side.buttons.values(), page.side.note.button):
        assert wanted in seen, wanted.accessibleName()
    assert set(page.side.acts.values()) <= seen
    for widget in seen:
        assert widget.accessibleName(), widget


def test_tab_in_the_side_column_goes_as_the_eye_does(advice, qtbot):
    window = advice({**EXAMPLE, "vlag_wapen": "nee"})
    window.bridge.answer("letsel", "onbekend")  # parts are made anew, and Qt would put them last
    side = window.page().side
    settled = next(iter(side.buttons.values()))
    settled.setFocus()
    seen, tops = [settled], []
    while side.isAncestorOf(seen[-1]) and len(seen) < 60:
        tops.append(seen[-1].mapTo(side, seen[-1].rect().topLeft()).y())
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert len(tops) > 5
    assert tops == sorted(tops)
