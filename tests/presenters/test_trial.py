"""A trial, without a window: nothing of it is kept, and it hides what the advice page hides."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from advicecases import EXAMPLE, MILD, OPEN_MILD
from packs import RULES
from routewijzer import text
from routewijzer.case import Case, CaseReader
from routewijzer.desktop import trial
from routewijzer.desktop.presenters import shell
from routewijzer.desktop.presenters.trial import present, spoken
from routewijzer.desktop.session import Session
from routewijzer.journal.store import Journal
from somecases import partial

SEED = 20261125
TODAY = dt.date(2026, 11, 25)


@pytest.fixture
def session(engines, tmp_path):
    made = Session(RULES, tmp_path)
    made.engine = engines["alkmaar"]
    yield made
    made.close()


def open_advice(session, answers):
    case = CaseReader(session.engine.pack).read({"answers": answers})
    session.begin_from(session.engine, case)
    session.go("advies")
    session.set_trial(trial.begin(session.intake))
    return session.intake


def tried(session, **answers):
    made = session.trial
    for fact, value in answers.items():
        made = trial.answer(made, fact, value)
    session.set_trial(made)
    return made


def on_disk(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows(session, title):
    (part,) = (part for part in present(session).parts if part.title == title)
    return part.rows


# Nothing is kept.


def test_the_real_case_draft_and_history_stay_as_they_are(session, tmp_path):
    intake = open_advice(session, EXAMPLE)
    before, files = dict(intake.case.answers), on_disk(tmp_path)
    assert any(path.suffix == ".draft" for path in files)
    made = tried(session, direct_gevaar="ja", geweldsvormen=["stalking", "psychisch"], letsel="ja")
    code = session.engine.codec.encode(made.case)
    assert made.case.answers["geweldsvormen"] == ("psychisch", "stalking")
    assert made.made.advice.besluit == "noodhulp"
    assert on_disk(tmp_path) == files
    assert not any(code.encode() in data for data in files.values())
    assert session.intake is intake
    session.set_trial(None)
    assert session.intake is intake
    assert (dict(intake.case.answers), len(intake.history), intake.at) == (before, 1, 0)
    assert on_disk(tmp_path) == files


def test_undo_closing_and_saving_do_nothing_in_a_trial(session, tmp_path):
    open_advice(session, EXAMPLE)
    session.answer("letsel", "onbekend")
    session.set_trial(trial.begin(session.intake))
    intake = tried(session, direct_gevaar="ja").of
    session.undo()
    assert session.message == text.load().whatif.no_history
    session.redo()
    assert session.intake is intake
    for _ in range(2):
        assert not session.close_and_log(TODAY)
        assert session.message == text.load().whatif.refused
    with Journal(tmp_path) as journal:
        assert journal.count() == 0
    assert session.trial is not None


@pytest.mark.parametrize("away", ["spoed", "afgeschermd", "kennis"])
def test_another_page_ends_it_and_coming_back_is_the_real_advice(session, away):
    intake = open_advice(session, EXAMPLE)
    tried(session, direct_gevaar="ja")
    assert shell.page_of(session) == "watals"
    session.show(away)
    assert session.trial is None
    if away == "kennis":
        session.show("intake")
    else:
        session.back()
        assert session.message == text.load().whatif.over
    assert session.trial is None
    assert shell.page_of(session) == "advies"
    assert session.intake is intake
    session.show("spoed")
    session.back()
    assert session.message == ""


@pytest.mark.parametrize(
    "act",
    [
        lambda s: s.answer("letsel", "ja"),
        lambda s: s.go("controleren"),
        lambda s: s.go_to_fact("letsel"),
        lambda s: s.leave(),
        lambda s: s.tick("vastleggen"),
        lambda s: s.begin(),
    ],
)
def test_whatever_changes_the_intake_or_leaves_its_page_ends_it(session, act):
    open_advice(session, EXAMPLE)
    act(session)
    assert session.trial is None


def test_back_leaves_the_trial_and_not_the_advice(session):
    intake = open_advice(session, EXAMPLE)
    session.backward()
    assert session.trial is None
    assert session.intake is intake


# What is tried.


def test_it_begins_at_a_question_that_tips_the_advice(session):
    intake = open_advice(session, MILD)
    assert session.trial.fact in {tip.fact for tip in intake.advice.tips}
    assert session.trial.changed == ()
    open_advice(session, {})
    assert session.trial.fact == session.engine.pack.facts[0].id


def test_answers_can_be_cleared_and_put_back(session):
    open_advice(session, EXAMPLE)
    made = tried(session, letsel="ja")
    assert made.changed == ("letsel",)
    assert trial.restore(made, "letsel").changed == ()
    assert trial.clear(made, "letsel").case.answers.get("letsel") is None
    name = next(fact.id for fact in session.engine.pack.facts if fact.id not in EXAMPLE)
    assert trial.restore(trial.answer(made, name, "ja"), name).changed == ("letsel",)
    assert trial.pick(made, "relatie").fact == "relatie"


# Side by side.


def test_what_comes_goes_and_changes_is_marked_in_words(session):
    words = text.load().whatif
    intake = open_advice(session, EXAMPLE)
    assert all(row.mark == "gelijk" for part in present(session).parts for row in part.rows)
    made = tried(session, direct_gevaar="ja").made.advice
    (besluit,) = rows(session, words.part_besluit)
    assert (besluit.mark, "Anders" in besluit.then) == ("anders", True)
    marks = {row.mark: row for row in rows(session, words.part_routes)}
    before, after = ({item.id for item in advice.routes} for advice in (intake.advice, made))
    counts = [row.mark for row in rows(session, words.part_routes)]
    assert counts.count("nieuw") == len(after - before)
    assert counts.count("vervalt") == len(before - after)
    assert len(counts) == len(before | after)
    assert marks["nieuw"].now == words.nothing
    assert marks["nieuw"].then.startswith("**Nieuw:**")
    assert marks["vervalt"].then == words.mark_gone
    assert words.nothing in marks["nieuw"].name
    assert "**" not in marks["nieuw"].name


def test_a_trial_that_changes_nothing_says_so(session):
    open_advice(session, EXAMPLE)
    assert present(session).note == ""
    assert present(session).tried_note == text.load().whatif.tried_none
    tried(session, direct_gevaar="nee", lhbtiq="ja" if EXAMPLE.get("lhbtiq") != "ja" else "nee")
    view = present(session)
    assert view.note == text.load().whatif.same
    assert [one.fact for one in view.tried] == ["lhbtiq"]


def test_every_question_can_be_chosen(session):
    open_advice(session, EXAMPLE)
    view = present(session)
    assert [name for name, _ in view.questions] == [
        name for stop in session.intake.stops for name in stop.facts
    ]
    assert {name for name, _ in view.questions} == set(session.engine.pack.fact_by_id)


# What is hidden.


def all_words(view):
    told = [view.result, view.note]
    for part in view.parts:
        told += [word for row in part.rows for word in (row.now, row.then, row.name)]
    return " | ".join(told)


def test_a_mild_besluit_that_is_voorlopig_is_no_outcome_on_either_side(session):
    words = text.load().whatif
    open_advice(session, OPEN_MILD)
    made = tried(session, letsel="nee")
    assert made.made.advice.showable
    (besluit,) = rows(session, words.part_besluit)
    assert besluit.now == words.mark_wait
    open_advice(session, MILD)
    made = trial.clear(session.trial, "letsel")
    session.set_trial(made)
    assert not made.made.advice.showable
    (besluit,) = rows(session, words.part_besluit)
    assert (besluit.then, besluit.mark) == (words.mark_wait, "wacht")
    assert spoken(made) == words.announce_wait


def test_nothing_that_the_advice_page_hides_shows_in_a_trial(session, engines, readers):
    """Whatever case and trial: no title of a besluit, route or action that is not told on that side."""
    engine, rng, hidden = engines["alkmaar"], random.Random(SEED), 0
    pack = engine.pack
    for _ in range(40):
        answers = partial(rng, engine, readers, rng.choice((0, 1, 3, 10)))
        session.begin_from(engine, Case("alkmaar", answers))
        session.go("advies")
        made = trial.begin(session.intake)
        for name in rng.sample(list(pack.fact_by_id), 2):
            made = trial.clear(made, name)
        session.set_trial(made)
        sides = (made.of.advice, made.made.advice)
        told = all_words(present(session))
        for besluit in pack.outcomes.besluit:
            may = any(side.settled and side.besluit == besluit.id for side in sides)
            if not may:
                assert not any(
                    f"{title}." in told or f": {title}" in told for title in besluit.titels.values()
                )
        shown = {name for side in sides for name in side.told}
        for route in pack.routes:
            if not any(route.id in {r.id for r in side.routes} & shown for side in sides):
                assert f"{route.naam} ·" not in told, route.id
                hidden += 1
        for side, column in zip(sides, ("now", "then"), strict=True):
            if side.settled:
                continue
            for part in present(session).parts[:2]:
                assert all(getattr(row, column) == text.load().whatif.mark_wait for row in part.rows)
    assert hidden > 100


def test_a_route_that_waits_is_not_called_gone(session):
    """Where the trial may not tell yet whether a route stands, it says so, and not that it goes."""
    words = text.load().whatif
    open_advice(session, MILD)
    session.set_trial(trial.clear(session.trial, "letsel"))
    now = {item.id for item in session.intake.advice.routes}
    then = session.trial.made.advice
    waiting = now - then.told
    assert waiting
    found = {row.mark for row in rows(session, words.part_routes) if row.then == words.mark_wait}
    assert found == {"wacht"}
    assert "vervalt" not in {row.mark for row in rows(session, words.part_routes)}
