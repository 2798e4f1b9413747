"""What the line of earlier questions and the reasons say of a question that nobody answered."""

import pytest

from routewijzer import places, text
from routewijzer.case import CaseReader
from routewijzer.desktop.presenters.advice import advice
from routewijzer.desktop.presenters.intake import block
from routewijzer.desktop.session import Session


@pytest.fixture
def at(engines, tmp_path):
    """Return an intake with these answers, at the end of its first block of some questions."""

    def made(answers):
        session = Session(places.rules(), tmp_path)
        session.begin_from(engines["alkmaar"], CaseReader(engines["alkmaar"].pack).read({"answers": answers}))
        intake = session.intake
        stop = next(one for one in intake.stops if one.group is None and len(one.facts) > 2)
        return intake.replace(page=stop.id, cursor=2), stop.facts[0]

    return made


def test_a_question_that_was_passed_is_told_as_open(at):
    intake, first = at({})
    view = block(intake)
    assert (view.before, view.before_open) == ("**1 vraag nog open**", True)
    intake, _ = at({first: "partner"})
    view = block(intake)
    assert (view.before, view.before_open) == ("**1 vraag beantwoord**", False)


def test_a_reason_never_says_that_an_open_question_was_answered(at):
    intake, _ = at({"direct_gevaar": "ja"})
    words = text.load().answers
    links = [link for route in advice(intake).routes for link in route.reasons]
    lines = [link.text for link in links if link.kind == "antwoord"]
    assert any(words.niet_ingevuld in line for line in lines)
    assert not any(words.onbekend in line for line in lines)
