"""What a session does where the disk does not: answers are never thrown away without a word. Free of Qt."""

import datetime as dt
import shutil

import pytest

from packs import RULES
from routewijzer import text
from routewijzer.case import CaseReader
from routewijzer.desktop.session import Session
from routewijzer.rules.load import load_cases


@pytest.fixture
def session(engines, tmp_path):
    made = Session(RULES, tmp_path)
    made.engine = engines["alkmaar"]
    yield made
    made.close()


def spoil(tmp_path):
    """Put a file where the folder of drafts should be: nothing can be saved there."""
    shutil.rmtree(tmp_path / "drafts", ignore_errors=True)
    (tmp_path / "drafts").write_text("in the way")


def mend(tmp_path):
    (tmp_path / "drafts").unlink()


def test_a_folder_of_drafts_that_was_taken_away_is_made_anew(session, tmp_path):
    session.begin()
    session.leave()
    shutil.rmtree(tmp_path / "drafts")
    assert session.open_intakes() == ((), "")
    session.begin()
    session.answer("direct_gevaar", "nee")
    assert session.intake.saved
    assert len(list((tmp_path / "drafts").glob("*.draft"))) == 1


def test_answers_that_are_on_no_disk_are_thrown_away_only_when_asked_twice(session, tmp_path):
    session.begin()
    session.answer("direct_gevaar", "nee")
    spoil(tmp_path)
    session.answer("relatie", "partner")
    assert session.unsaved
    assert session.message
    assert not session.leave()
    assert session.message == text.load().desktop.leave_unsaved
    assert session.intake.case.answers["relatie"] == "partner"
    assert session.leave()
    assert session.intake is None


def test_an_intake_that_could_not_be_saved_is_saved_at_the_next_answer(session, tmp_path):
    spoil(tmp_path)
    session.begin()
    session.answer("direct_gevaar", "nee")
    assert session.unsaved
    mend(tmp_path)
    session.answer("relatie", "partner")
    assert not session.unsaved
    assert len(list((tmp_path / "drafts").glob("*.draft"))) == 1


def test_going_on_with_another_intake_lets_the_first_go(session):
    session.begin()
    first = session.intake.draft
    session.leave()
    session.begin()
    second = session.intake.draft
    engine = session.engine
    session.resume(session.drafts.open(first.id), engine, engine.codec.decode(first.code))
    other = Session(RULES, session.data)
    try:
        assert {listed.draft.id: listed.elsewhere for listed in other.drafts.list()} == {
            first.id: True,
            second.id: False,
        }
    finally:
        other.close()


def test_closing_tells_of_a_damaged_log_that_was_set_aside(session, tmp_path):
    cases = load_cases(session.engine.pack)
    worked = next(case for case in cases if case.verwacht.besluit == "melden_direct")
    answers = {name: list(v) if isinstance(v, tuple) else v for name, v in worked.answers.items()}
    session.begin_from(session.engine, CaseReader(session.engine.pack).read({"answers": answers}))
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "log.db").write_bytes(b"rubbish" * 1000)
    assert not session.close_and_log(dt.date(2026, 11, 24))
    assert session.message == text.load().desktop.close_sure
    assert session.close_and_log(dt.date(2026, 11, 24))
    assert "log-beschadigd-1.db" in session.message
    assert text.load().desktop.logged in session.message


def test_the_first_question_is_not_passed_without_an_answer_and_later_ones_say_so(session):
    session.begin()
    session.forward()
    assert session.intake.stop.step == 0
    assert session.message == text.load().desktop.answer_first
    session.answer("direct_gevaar", "onbekend")
    session.forward()
    session.forward()
    assert session.intake.cursor == 1
    assert session.intake.fact("relatie").kort in session.message


def test_undo_goes_to_what_it_changes(session):
    session.begin()
    session.answer("direct_gevaar", "onbekend")
    session.forward()
    session.undo()
    assert session.intake.stop.facts == ("direct_gevaar",)
    assert session.intake.fact("direct_gevaar").kort in session.message
    session.redo()
    assert session.intake.case.answers["direct_gevaar"] == "onbekend"


def test_careful_actions_are_told_while_safety_is_open_and_talks_wait(session):
    session.begin()
    session.answer("direct_gevaar", "nee")
    advice = session.intake.advice
    assert not advice.settled
    assert "eerst_veilig_thuis" in advice.told
    waiting = {
        item.id for item in (*session.engine.pack.routes, *session.engine.pack.outcomes.acties) if item.wacht
    }
    assert not (advice.told - advice.vast) & waiting
