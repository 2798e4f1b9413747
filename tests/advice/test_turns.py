"""What another single answer makes of besluit, urgentie and routes: all that may be told, and no more."""

from __future__ import annotations

import random

import pytest

from packs import SHIPPED
from routewijzer.advice.engine import Engine
from routewijzer.advice.tipping import other_values
from routewijzer.case import Case
from routewijzer.rules import UNKNOWN
from somecases import partial

SEED = 20261125


def tried(engine: Engine, case: Case):
    """Every other single answer with the advice that it gives, the slow way."""
    for fact in engine.pack.facts:
        origin = case.answers.get(fact.id)
        for value in other_values(fact, UNKNOWN if origin is None else origin):
            yield fact.id, value, engine.brief(case.answer(fact.id, value))


def routes_of(advice) -> dict[str, str | None]:
    return {route.id: route.urgentie for route in advice.routes}


@pytest.mark.parametrize("pack", SHIPPED)
def test_each_turn_is_told_once_and_none_that_may_not(engines, readers, pack: str) -> None:
    engine, rng, told = engines[pack], random.Random(SEED), 0
    mild = {name for name, item in engine.pack.besluit_by_id.items() if item.mild}
    untold = 0
    for _ in range(16):
        case = Case(pack, partial(rng, engine, readers, rng.choice((0, 1, 2, 3, 5, 20))))
        now = engine.advise(case)
        turns = {(turn.fact, turn.to): turn for turn in engine.turns(case).told}
        if not now.settled:
            assert turns == {}
            continue
        held_routes, held_urgentie = set(), False
        for fact, value, made in tried(engine, case):
            turn = turns.pop((fact, value), None)
            same = (made.besluit, routes_of(made)) == (now.besluit, routes_of(now))
            hidden = made.besluit in mild and (now.voorlopig or not made.showable)
            assert (turn is None) == (same or hidden), (fact, value)
            differ = set(routes_of(made).items()) ^ set(routes_of(now).items())
            if turn is None and not same:
                held_routes |= {name for name, _ in differ}
                held_urgentie |= made.urgentie != now.urgentie
            if turn is not None:
                held_routes |= turn.untold
                untold += len(turn.untold)
                assert turn.untold <= {name for name, _ in differ}
                assert (turn.origin, turn.besluit, turn.urgentie) == (
                    case.answers.get(fact),
                    made.besluit,
                    made.urgentie,
                )
                known = {name: u for name, u in routes_of(made).items() if name not in turn.untold}
                assert turn.routes == known
                assert set(turn.routes) <= made.told
                told += 1
        assert turns == {}
        made = engine.turns(case)
        assert (set(made.held_routes), made.held_urgentie) == (held_routes, held_urgentie)
    assert told > 60
    assert untold


@pytest.mark.parametrize("pack", SHIPPED)
def test_the_tips_about_the_besluit_are_among_the_turns(engines, readers, pack: str) -> None:
    engine, rng = engines[pack], random.Random(SEED + 1)
    for _ in range(12):
        case = Case(pack, partial(rng, engine, readers, rng.choice((0, 2, 5))))
        made = engine.advise(case)
        if made.settled:
            turns = [turn for turn in engine.turns(case).told if turn.besluit != made.besluit]
            answered = {(turn.fact, turn.to, turn.besluit) for turn in turns if turn.origin is not None}
            assert answered == {(tip.fact, tip.to, tip.besluit) for tip in made.tips}


def test_no_tip_leads_to_a_mild_besluit_that_would_be_hidden(engines) -> None:
    """By hand: danger is sure and asks nothing more; without it the flags would hold the case open."""
    engine = engines["mini"]
    case = Case("mini", {"gevaar": "ja", "vermoeden": "nee", "vormen": ()})
    made, calm = engine.advise(case), case.answer("gevaar", "nee")
    assert (made.settled, made.voorlopig) == (True, False)
    assert ("gevaar", "nee", "afsluiten") in {(tip.fact, tip.to, tip.besluit) for tip in made.kantelpunten}
    assert not engine.brief(calm).showable
    assert "afsluiten" not in {tip.besluit for tip in made.tips}
    assert "afsluiten" not in {turn.besluit for turn in engine.turns(case).told}
    known = case.answer("vlag_mes", "nee").answer("vlag_ruzie", "nee")
    assert engine.brief(known.answer("gevaar", "nee")).showable
    assert "afsluiten" in {tip.besluit for tip in engine.advise(known).tips}
    assert "afsluiten" in {turn.besluit for turn in engine.turns(known).told}


def test_an_open_question_may_bring_a_route(engines, readers) -> None:
    engine = engines["alkmaar"]
    case = Case("alkmaar", {"direct_gevaar": "ja"})
    brings = [turn for turn in engine.turns(case).told if "lokaal.empowerment" in turn.routes]
    assert [(turn.fact, turn.origin, turn.to) for turn in brings] == [("weerbaarheid_gewenst", None, "ja")]


def test_they_are_remembered_for_the_page_that_asks_twice(engines) -> None:
    engine = engines["alkmaar"]
    case = Case("alkmaar", {"direct_gevaar": "ja"})
    assert engine.turns(case) is engine.turns(Case("alkmaar", {"direct_gevaar": "ja"}))
    first = engine.turns(case)
    assert engine.turns(case.answer("weerbaarheid_gewenst", "ja")) != first
    assert engine.turns(case) == first
