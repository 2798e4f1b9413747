"""A whole intake in the real window, by keyboard: what screen, log and print say of that very case."""

import datetime as dt
import json

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from oracle import advise
from routewijzer.desktop.widgets.answers import AnswerButton
from routewijzer.desktop.widgets.flags import FlagSegment
from routewijzer.journal.store import Journal

ANSWERS = {
    "direct_gevaar": "nee",
    "relatie": "ex_partner",
    "samenwonend": "nee",
    "pleger_volwassen": "ja",
    "slachtoffer_leeftijd": "volwassen",
    "slachtoffer_geslacht": "vrouw",
    "zwanger": "nee",
    "kinderen_in_gezin": "ja",
    "kindcheck_gedaan": "nee",
    "geweldsvormen": ["psychisch", "stalking"],
    "letsel": "nee",
    "eerder_geweld": "herhaald",
    "vlag_doodsbedreiging": "nee",
    "vlag_wapen": "nee",
    "vlag_verwurging": "onbekend",
    "vlag_stalking": "ja",
    "relatiebreuk_recent": "ja",
    "hulp_status": "geen",
    "leefdomeinen": [],
    "woonregio": "alkmaar",
    "lhbtiq": "onbekend",
    "collega_geraadpleegd": "ja",
    "disclosure": "nee",
    "gesprek": "nog_niet",
    "vermoeden": "ja",
    "acute_onveiligheid": "nee",
    "structurele_onveiligheid": "ja",
    "veilig_verblijf": "ja",
    "huisverbod": "geen",
    "hulp_mogelijk": "ja",
    "hulp_aanvaard": "ja",
    "toestemming_blijf": "ja",
}
"""The rest of the flags is filled with "nee" by one key; what is not here stays open."""


@pytest.fixture
def window(open_window):
    """The real window, with the pack read as the app reads it."""
    made = open_window(loaded=False)
    made.bridge.load_pack()
    return made


def key_of(button):
    return button.option.key


def answer_question(press, window, fact, value):
    """Answer the question that is asked now with its keys; a list by its digits and Enter."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, AnswerButton), (fact, focus)
    group = {button.option.value: button for button in focus.parentWidget().buttons}
    if isinstance(value, list) and value:
        for item in value:
            press(key_of(group[item]).lower())
        press(Qt.Key.Key_Return)
    elif isinstance(value, list):
        press("g")
    else:
        press(key_of(group[value]).lower())


def walk(press, window):
    """Walk all stops to the check: answer what ANSWERS has, go on with Enter past the rest."""
    session = window.bridge.session
    asked = []
    while session.intake.stop.facts:
        intake = session.intake
        stop = intake.stop
        if stop.group:
            flags(press, stop.facts, asked)
            press(Qt.Key.Key_Return)
        elif intake.cursor < len(stop.facts):
            fact = stop.facts[intake.cursor]
            asked.append(fact)
            if fact in ANSWERS:
                answer_question(press, window, fact, ANSWERS[fact])
            else:
                press(Qt.Key.Key_Return)
        else:
            press(Qt.Key.Key_Return)
    return asked


def flags(press, facts, asked):
    """Answer each flag that ANSWERS has by its letter, and the rest with one key."""
    letters = {"ja": "j", "nee": "n", "onbekend": "o"}
    for _ in facts:
        row = QApplication.focusWidget()
        assert isinstance(row, FlagSegment)
        fact = row.parentWidget().flag.id
        asked.append(fact)
        if fact in ANSWERS:
            press(letters[ANSWERS[fact]])
        else:
            press(Qt.Key.Key_Down)
    press("g")


def expected():
    from vocabulary import FLAGS

    rest = {name: "nee" for name in FLAGS if name not in ANSWERS}
    return {**rest, **ANSWERS}


def seen_texts(root):
    """Return every text that the screen shows, labels and accessible names alike."""
    texts = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            texts += [widget.accessibleName(), getattr(widget, "text", str)()]
    return " | ".join(text for text in texts if text)


def test_a_whole_intake_by_keyboard(window, press, tmp_path):
    session, bridge = window.bridge.session, window.bridge
    press(Qt.Key.Key_Return)
    asked = walk(press, window)
    folded = set(session.engine.pack.fact_by_id) - set(asked)
    assert folded == {
        "leefdomeinen",
        "woonregio",
        "pleger_volwassen",
        "opvang_gewenst",
        "samen_verder",
        "lhbtiq",
    }
    assert set(session.intake.idle) == folded
    assert len(asked) == len(set(asked))

    given = {name: list(v) if isinstance(v, tuple) else v for name, v in session.intake.case.answers.items()}
    assert given == {name: value for name, value in expected().items() if name not in folded}
    assert advise(given, "alkmaar") == advise(expected(), "alkmaar")

    assert session.intake.page == "controleren"
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert session.intake.page == "advies"

    wanted = advise(expected(), "alkmaar")
    pack = session.engine.pack
    screen = seen_texts(window.page())
    assert pack.besluit_by_id[wanted["besluit"]].titels[wanted["urgentie"]] in screen
    for route, urgency in wanted["routes"]:
        named = f"{pack.urgentie_by_id[urgency].label}: {pack.route_by_id[route].naam}"
        assert named in screen, named
    for actie in wanted["acties"]:
        assert pack.actie_by_id[actie].label in screen

    page = read_pdf(bridge.summary(""))
    assert pack.besluit_by_id[wanted["besluit"]].titels[wanted["urgentie"]] in page
    for route, _ in wanted["routes"]:
        assert pack.route_by_id[route].naam in page
    assert "".join(session.intake.advice.case_code.split("-")) in page.replace("-", "").replace(" ", "")

    code = session.intake.advice.case_code
    digest = pack.digest
    press("l", Qt.KeyboardModifier.ControlModifier)
    assert session.intake is not None  # one keystroke never ends an intake
    days = [dt.datetime.now().astimezone()]
    press("l", Qt.KeyboardModifier.ControlModifier)
    days.append(dt.datetime.now().astimezone())  # another month where one ends in between
    assert session.intake is None
    assert session.place == "start"
    assert list((tmp_path / "drafts").glob("*.draft")) == []
    with Journal(tmp_path) as journal:
        (row,) = journal.rows()
    assert row.besluit == wanted["besluit"]
    assert row.urgentie == wanted["urgentie"]
    assert row.providers == tuple(sorted({route.partition(".")[0] for route, _ in wanted["routes"]}))
    assert (row.kind, row.digest) == ("intake", digest)
    assert row.month in [f"{day:%Y-%m}" for day in days]
    assert row.flags == "1-2"
    assert code not in json.dumps(row.as_json())


def read_pdf(data):
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def test_undo_redo_and_a_changed_answer_keep_the_rest(window, press):
    session = window.bridge.session
    press(Qt.Key.Key_Return)
    press("n")
    press(Qt.Key.Key_Return)
    press("1")
    press("j")
    assert dict(session.intake.case.answers) == {
        "direct_gevaar": "nee",
        "relatie": "partner",
        "samenwonend": "ja",
    }
    press("z", Qt.KeyboardModifier.ControlModifier)
    assert "samenwonend" not in session.intake.case.answers
    press("y", Qt.KeyboardModifier.ControlModifier)
    assert session.intake.case.answers["samenwonend"] == "ja"
    window.bridge.go_to_fact("direct_gevaar")
    press("o")
    assert dict(session.intake.case.answers) == {
        "direct_gevaar": "onbekend",
        "relatie": "partner",
        "samenwonend": "ja",
    }


def test_arrows_only_move_the_focus_and_never_answer(window, press):
    session = window.bridge.session
    press(Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(key)
    assert dict(session.intake.case.answers) == {}
    press(Qt.Key.Key_Space)
    assert dict(session.intake.case.answers) == {"direct_gevaar": "nee"}


def test_the_rest_never_fills_a_critical_flag(window, press):
    session = window.bridge.session
    press(Qt.Key.Key_Return)
    window.bridge.go("vlaggen")
    press("g")
    critical = [fact.id for fact in session.engine.pack.facts if fact.kritiek]
    others = [f.id for f in session.engine.pack.facts if f.group == "rode_vlaggen" and not f.kritiek]
    assert len(critical) == 3
    assert dict(session.intake.case.answers) == dict.fromkeys(others, "nee")


def test_danger_is_heard_at_once_and_a_mild_advice_never_shows_while_safety_is_open(qapp, window, press):
    session = window.bridge.session
    press(Qt.Key.Key_Return)
    press("j")
    assert "Bel nu 112" in seen_texts(window.panel)
    window.bridge.answer("direct_gevaar", "nee")
    calm = {"vermoeden": "ja", "hulp_mogelijk": "ja", "hulp_aanvaard": "ja", "hulp_resultaat": "ja"}
    for fact, value in calm.items():
        window.bridge.answer(fact, value)
    qapp.processEvents()
    shown = seen_texts(window.panel)
    for besluit in session.engine.pack.outcomes.besluit:
        if besluit.mild:
            assert not any(title in shown for title in besluit.titels.values())
    assert "Nog niet te zeggen: eerst veiligheid" in shown


def test_an_intake_survives_and_is_offered_again(window, press):
    session = window.bridge.session
    press(Qt.Key.Key_Return)
    press("n")
    label = session.intake.draft.label
    window.bridge.leave()
    assert label in seen_texts(window.page())
    press("v")
    assert dict(session.intake.case.answers) == {"direct_gevaar": "nee"}


def test_a_code_from_a_print_opens_as_a_herweging(window, press):
    session = window.bridge.session
    press(Qt.Key.Key_Return)
    press("n")
    code = session.intake.advice.case_code
    window.bridge.leave()
    window.bridge.open_code(code.lower().replace("-", ""))
    assert session.intake.kind == "herweging"
    assert dict(session.intake.case.answers) == {"direct_gevaar": "nee"}
    window.bridge.leave()
    window.bridge.open_code(code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert session.intake is None
    assert "klopt niet" in window.message.text()
