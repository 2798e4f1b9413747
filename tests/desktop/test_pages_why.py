"""Folded questions and why a question is asked, in the window; and what would change the advice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from advicecases import EXAMPLE, MILD, OPEN_MILD, show_advice
from routewijzer import text
from routewijzer.desktop.presenters import why
from routewijzer.desktop.widgets.answers import AnswerButton
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.questioncard import AnsweredCard

DOWN = Qt.Key.Key_Down


def texts(root):
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


@pytest.fixture
def asking(open_window, engines, qapp):
    """Open an intake of these answers at a question."""

    def opened(answers, fact, window=None):
        window = window or open_window(loaded=False)
        show_advice(window, engines["alkmaar"], answers)
        window.bridge.go_to_fact(fact)
        qapp.processEvents()
        return window

    return opened


def unfold(page):
    return [b for b in page.findChildren(LinkButton) if text.load().why.idle_unfold in b.accessibleName()]


# Folded questions.


def test_a_folded_question_is_one_line_with_its_reason_and_can_be_asked_all_the_same(asking, press):
    window = asking({"relatie": "ex_partner"}, "hulp_resultaat")
    page, session = window.page(), window.bridge.session
    reason = why.folded(session.intake, "samen_verder")
    assert reason in texts(page)
    (link,) = unfold(page)
    assert reason in link.accessibleName()
    assert isinstance(link.parentWidget(), AnsweredCard)
    press("1")
    assert session.intake.stop.facts[session.intake.cursor] == "toestemming_blijf"
    link = unfold(page)[0]
    link.setFocus()
    press(Qt.Key.Key_Return)
    assert session.intake.stop.facts[session.intake.cursor] == "samen_verder"
    assert isinstance(QApplication.focusWidget(), AnswerButton)
    assert reason in texts(page)
    press("j")
    assert session.intake.case.answers["samen_verder"] == "ja"
    assert unfold(page) == []


def test_tab_reaches_it_from_the_question(asking, qtbot):
    window = asking({"relatie": "ex_partner"}, "hulp_resultaat")
    wanted, seen, widget = unfold(window.page())[0], set(), QApplication.focusWidget()
    for _ in range(30):
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        seen.add(widget)
    assert wanted in seen


def test_it_unfolds_by_itself_when_another_answer_changes(asking, press):
    window = asking({"relatie": "ex_partner", "hulp_resultaat": "nee"}, "hulp_resultaat")
    assert unfold(window.page())
    window.bridge.answer("relatie", "partner")
    assert unfold(window.page()) == []
    press(Qt.Key.Key_Return)
    session = window.bridge.session
    assert session.intake.stop.facts[session.intake.cursor] == "samen_verder"
    window.bridge.undo()
    assert "samen_verder" in session.intake.idle


def test_going_on_from_a_folded_question_names_nothing_as_left_open(asking, press):
    window = asking({"relatie": "ex_partner"}, "samen_verder")
    press(Qt.Key.Key_Return)
    assert window.bridge.session.message == ""


def test_the_flags_never_fold_and_say_what_they_change_now(asking, press, qapp):
    window = asking({"direct_gevaar": "ja"}, "vlag_wapen")
    page, intake = window.page(), window.bridge.session.intake
    assert unfold(page) == []
    press(Qt.Key.Key_F1)
    told = why.group_can_change(intake, intake.stop.facts)
    assert any(told.split("\n")[-1] in line for line in texts(page))
    press(DOWN)
    press("j")
    after = why.group_can_change(window.bridge.session.intake, intake.stop.facts)
    assert after != told
    assert any(line.replace("**", "").endswith(after.replace("**", "")) for line in texts(page))


@pytest.mark.parametrize("mode", ["licht", "donker"])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 800, 1.0), (1024, 700, 1.0), (1280, 800, 2.0), (1024, 700, 2.0)]
)
@pytest.mark.parametrize("fact", ["hulp_resultaat", "samen_verder", "woonregio", "vlag_wapen"])
def test_nothing_is_cut_off(
    asking, open_window, qapp, assert_nothing_clipped, fact, width, height, scale, mode
):
    window = open_window(loaded=False, scale=scale, size=(width, height), mode=mode)
    window = asking({"relatie": "ex_partner", "hulp_status": "geen", "veilig_verblijf": "ja"}, fact, window)
    window.page().help()
    for _ in range(10):  # folds in cards in columns: each layout asks the next to settle
        qapp.processEvents()
    assert_nothing_clipped(window.page())


# What would change the advice.


def choose(page, id_):
    card = page.side.tips
    card.select.setCurrentIndex([choice.id for choice in card._choices].index(id_))


def test_the_side_column_asks_what_would_change_besluit_urgentie_or_a_route(advice, qapp, press):
    window = advice(EXAMPLE)
    page, intake = window.page(), window.bridge.session.intake
    card, pack = page.side.tips, intake.pack
    ids = [choice.id for choice in card._choices]
    assert ids[:2] == ["besluit", "urgentie"]
    assert ids[2 : 2 + len(intake.advice.routes)] == [route.id for route in intake.advice.routes]
    assert set(ids[2:]) == set(pack.route_by_id)
    assert card.select.accessibleName() == text.load().tips.choose
    card.select.setFocus()
    press(DOWN)
    qapp.processEvents()
    assert card.select.currentIndex() == 1
    turns = [t for t in intake.turns.told if t.urgentie != intake.advice.urgentie and t.origin is not None]
    for turn in turns:
        assert any(line.startswith(f"{intake.fact(turn.fact).kort}: ") for line in texts(card))
    choose(page, "politie.112")
    assert any("erbij" in line for line in texts(card))
    assert any(line.startswith(intake.fact("direct_gevaar").kort) for line in texts(card))


def test_the_choice_stays_when_a_tick_changes_the_page(advice, press):
    window = advice(EXAMPLE)
    page, acties = window.page(), window.bridge.session.intake.pack.actie_by_id
    choose(page, "urgentie")
    asked = next(name for name in page.side.acts if acties[name].fact is not None)
    page.side.acts[asked].setFocus()
    press(Qt.Key.Key_Space)
    assert window.bridge.session.intake.case.answers[acties[asked].fact] == "ja"
    assert page.side.tips.select.currentIndex() == 1


def test_an_open_question_that_brings_a_route_is_named_as_open(advice):
    answers = {name: value for name, value in EXAMPLE.items() if name != "weerbaarheid_gewenst"}
    page = advice(answers).page()
    choose(page, "lokaal.empowerment")
    label = page.bridge.session.intake.fact("weerbaarheid_gewenst").kort
    assert f"{label}: Ja (nog open)" in texts(page.side.tips)
    stands = page.bridge.session.intake.advice.routes[0].id
    choose(page, stands)
    assert not any("(nog open)" in line for line in texts(page.side.tips))


def test_nothing_tips_where_the_advice_may_not_be_told(advice):
    assert advice(OPEN_MILD).page().side.tips is None


def test_a_choice_without_tips_says_so(advice):
    page = advice(MILD).page()
    words, told = text.load().tips, set()
    for choice in page.side.tips._choices:
        choose(page, choice.id)
        assert bool(choice.tips) != bool(choice.note)
        told |= {choice.note} & set(texts(page.side.tips))
    assert words.none_brings in told


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (1024, 700, 1.0), (1024, 700, 2.0)])
def test_no_choice_is_cut_off(advice, open_window, assert_nothing_clipped, width, height, scale):
    page = advice(EXAMPLE, open_window(loaded=False, scale=scale, size=(width, height))).page()
    longest = max(page.side.tips._choices, key=lambda choice: len(choice.label) + 50 * len(choice.tips))
    choose(page, longest.id)
    assert_nothing_clipped(page)
