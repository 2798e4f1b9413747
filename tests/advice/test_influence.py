"""What a question can still change, what is idle and why: held against the evaluator, value by value."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from packs import SHIPPED
from routewijzer.advice.engine import Engine
from routewijzer.advice.influence import Blocker, Reach
from routewijzer.advice.steps import states
from routewijzer.case import Answer, Case
from routewijzer.rules import UNKNOWN
from somecases import Answers, every, partial, some, with_cat
from vocabulary import FACT_BY_ID

SEED = 20261125
LEFT_OUT = (1, 5, 10, 20, 35, 48)
ROUNDS = [20, pytest.param(250, marks=pytest.mark.slow)]


def whole(engine: Engine, answers: Mapping[str, Answer]) -> tuple[object, ...]:
    """All that a folded question must leave alone: the outcome, and the steps that the log knows."""
    made = engine.evaluator.outcome(answers)
    steps = states(engine.pack, answers, engine.evaluator.values(made))
    return made.besluit, made.urgentie, made.routes, made.acties, made.tegenstrijdig, steps


def completed(rng: random.Random, engine: Engine, answers: Answers) -> Answers:
    """The same answers with something for what is open; sometimes it stays open."""
    loose = [name for name in engine.pack.fact_by_id if name not in answers and rng.random() < 0.8]
    return answers | {name: some(rng, engine.pack.fact_by_id[name]) for name in loose}


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("pack", SHIPPED)
def test_an_idle_question_changes_nothing_with_any_value(engines, readers, pack: str, rounds: int) -> None:
    engine, rng = engines[pack], random.Random(SEED)
    facts, tried, seen = engine.pack.fact_by_id, 0, set()
    for _ in range(rounds):
        answers = partial(rng, engine, readers, rng.choice(LEFT_OUT))
        idle = list(engine.idle(Case(pack, answers)))
        seen.update(idle)
        for _ in range(3):
            made = completed(rng, engine, answers)
            for name in idle:
                before = whole(engine, {key: value for key, value in made.items() if key != name})
                for value in every(facts[name]):
                    assert whole(engine, made | {name: value}) == before, (answers, made, name, value)
                    tried += 1
    assert tried > 8 * rounds
    assert len(seen) >= 8


@pytest.mark.parametrize("pack", SHIPPED)
def test_some_questions_never_fold(engines, readers, pack: str) -> None:
    """None with `mild`, of steps 2 and 3, or that is answered or open."""
    engine, rng = engines[pack], random.Random(SEED + 1)
    for _ in range(40):
        case = Case(pack, partial(rng, engine, readers, rng.choice(LEFT_OUT)))
        idle = set(engine.idle(case))
        assert idle.isdisjoint(case.answers)
        assert idle.isdisjoint(engine.advise(case).open)
        assert all(FACT_BY_ID[name].mild is None and FACT_BY_ID[name].step not in (2, 3) for name in idle)


def test_nothing_is_idle_in_an_empty_case_but_what_the_pack_never_reads(engines) -> None:
    assert engines["alkmaar"].idle(Case.empty("alkmaar")) == {}
    read = {name for row in engines["landelijk"].compiled.rows for name in row.rule.when}
    idle = engines["landelijk"].idle(Case.empty("landelijk"))
    assert read.isdisjoint(idle)
    assert idle
    assert all(why == (Blocker("ongebruikt", name),) for name, why in idle.items())


def test_a_question_unfolds_when_the_answer_that_shut_it_changes(engines) -> None:
    """By hand: going on together matters only to partners."""
    engine = engines["alkmaar"]
    case = Case("alkmaar", {"relatie": "ex_partner"})
    assert engine.idle(case)["samen_verder"] == (Blocker("antwoord", "relatie"),)
    assert "samen_verder" not in engine.idle(case.answer("relatie", "partner"))
    assert "samen_verder" not in engine.idle(case.without("relatie"))
    assert "samen_verder" not in engine.idle(case.answer("relatie", "partner").answer("samen_verder", "nee"))


CLASH = """
  - {id: T.2, when: {vermoeden: nee, kat: ja}, then: vreemd, because: Geen vermoeden maar wel een kat.}
"""
MOOD = """
---
decision: sfeer
titel: Hoe is de sfeer?
hit_policy: first
output: [goed, slecht]
rules:
  - {id: SF.1, when: {kat: ja}, then: goed, because: Er is een kat.}
  - {id: SF.2, when: {}, then: slecht, because: Er is geen kat.}
"""


def test_a_question_that_can_only_contradict_does_not_fold(folder) -> None:
    """It changes no advice, so `open` leaves it out; a misfit is worth knowing."""
    engine = with_cat(folder, CLASH)
    case = Case("mini", {"vermoeden": "nee"})
    assert "kat" not in engine.advise(case).open
    assert engine.idle(case) == {}
    assert engine.reach(case, "kat").tegenstrijdig == ("vreemd",)
    assert engine.idle(case.answer("vermoeden", "ja")) == {"kat": (Blocker("antwoord", "vermoeden"),)}
    clash = case.answer("vormen", ("slaan",))
    assert engine.idle(clash) == {"kat": (Blocker("geldt", "vreemd", "tegenstrijdig"),)}


def test_a_question_with_mild_does_not_fold_where_it_would_without(folder) -> None:
    engine = with_cat(folder, CLASH, mild="mild: nee, ")
    assert engine.idle(Case("mini", {"vermoeden": "ja"})) == {}


def test_a_question_that_decides_whether_a_step_is_done_does_not_fold(folder) -> None:
    """The log tells of each step whether it was done: that too is the outcome of an answer."""
    folder.edit(
        "mini/steps.yaml",
        "overgeslagen: [{when: {gevaar: ja}, reden: haast}]",
        "overgeslagen: [{when: {sfeer: slecht}, reden: haast}]",
    )
    engine = with_cat(folder, MOOD)
    assert "kat" not in engine.advise(Case.empty("mini")).open
    assert engine.idle(Case.empty("mini")) == {}


@pytest.mark.parametrize("pack", SHIPPED)
def test_answers_that_are_given_as_the_reason_suffice(engines, readers, pack: str) -> None:
    """Where the reasons are answers, these alone keep the question out, whatever all else would be."""
    engine, rng = engines[pack], random.Random(SEED + 3)
    facts, checked = engine.pack.fact_by_id, 0
    for _ in range(40):
        answers = partial(rng, engine, readers, rng.choice(LEFT_OUT))
        for name, why in engine.idle(Case(pack, answers)).items():
            if not why or any(one.kind != "antwoord" for one in why):
                continue
            kept = {one.id: answers[one.id] for one in why}
            for _ in range(4):
                rest = {key: some(rng, fact) for key, fact in facts.items()}
                made = rest | kept
                assert len({whole(engine, made | {name: v}) for v in every(facts[name])}) == 1, (name, kept)
                checked += 1
    assert checked > 40


@pytest.mark.parametrize("pack", SHIPPED)
def test_a_row_that_is_given_as_the_reason_holds_and_its_table_gives_nothing_else(
    engines, readers, pack: str
) -> None:
    engine, rng = engines[pack], random.Random(SEED + 4)
    checked = 0
    for _ in range(60):
        answers = partial(rng, engine, readers, rng.choice(LEFT_OUT))
        blockers = {one for why in engine.idle(Case(pack, answers)).values() for one in why}
        for one in blockers:
            for _ in range(3):
                made = engine.evaluator.outcome(completed(rng, engine, answers))
                if one.kind == "rij":
                    row = next(row for row in engine.compiled.rows if row.rule.id == one.id)
                    assert row.bit & made.live
                    assert engine.evaluator.values(made)[one.table] == row.rule.then
                    checked += 1
                elif one.kind == "geldt":
                    assert one.id in {*dict(made.routes), *made.acties, *made.tegenstrijdig}
                    checked += 1
    assert checked > 8


def changed_by(engine: Engine, made: Answers, name: str) -> Reach:
    """What the values of one question really change, all else equal."""
    pack, outcomes = engine.pack, []
    for value in every(pack.fact_by_id[name]):
        outcome = engine.evaluator.outcome(made | {name: value})
        tables = engine.evaluator.values(outcome)
        outcomes.append((outcome, dict(outcome.routes), tables))
    first, _, tables = outcomes[0]

    def differ(order, get) -> tuple[str, ...]:
        return tuple(n for n in order if any(get(one, n) != get(outcomes[0], n) for one in outcomes))

    return Reach(
        besluit=any(one.besluit != first.besluit for one, _, _ in outcomes),
        urgentie=any(one.urgentie != first.urgentie for one, _, _ in outcomes),
        routes=differ(pack.route_by_id, lambda one, n: one[1].get(n)),
        acties=differ(pack.actie_by_id, lambda one, n: n in one[0].acties),
        tegenstrijdig=differ(pack.tegenstrijdig_by_id, lambda one, n: n in one[0].tegenstrijdig),
        tables=differ(tables, lambda one, n: one[2][n]),
    )


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("pack", SHIPPED)
def test_no_influence_is_forgotten(engines, readers, pack: str, rounds: int) -> None:
    """Whatever a value changes in some completion is named; for an answered question as if it were open."""
    engine, rng = engines[pack], random.Random(SEED + 5)
    changes = 0
    for _ in range(rounds):
        answers = partial(rng, engine, readers, rng.choice(LEFT_OUT))
        for name in rng.sample(list(engine.pack.fact_by_id), 6):
            told = engine.reach(Case(pack, answers), name)
            for _ in range(3):
                real = changed_by(engine, completed(rng, engine, answers), name)
                assert told.besluit or not real.besluit
                assert told.urgentie or not real.urgentie
                for kind in ("routes", "acties", "tegenstrijdig", "tables"):
                    assert set(getattr(real, kind)) <= set(getattr(told, kind)), (answers, name, kind)
                changes += len(real.tables)
    assert changes > 4 * rounds


def test_influence_shrinks_with_the_answers(engines) -> None:
    """By hand: with danger now the flags no longer reach the besluit; without it they do."""
    engine = engines["mini"]
    assert engine.reach(Case.empty("mini"), "vlag_mes").besluit
    assert not engine.reach(Case("mini", {"gevaar": "ja"}), "vlag_mes").besluit
    answered = Case("mini", {"gevaar": "ja", "vlag_mes": "ja"})
    assert engine.reach(answered, "vlag_mes") == engine.reach(answered.without("vlag_mes"), "vlag_mes")
    assert engine.reach(answered, "gevaar").besluit


def test_the_ends_are_named_in_the_packs_order(engines) -> None:
    engine = engines["alkmaar"]
    pack, told = engine.pack, engine.reach(Case.empty("alkmaar"), "geweldsvormen")
    assert (told.besluit, told.urgentie) == (True, True)
    assert list(told.routes) == [name for name in pack.route_by_id if name in told.routes]
    assert {"besluit", "routes", "acties", "intieme_terreur"} <= set(told.tables)
    alone = engine.reach(Case.empty("alkmaar"), "weerbaarheid_gewenst")
    assert (alone.besluit, alone.acties, alone.tables) == (False, (), ("routes",))
    assert set(alone.routes) == {"lokaal.empowerment", "blijf_groep.groepsaanbod"}
    unread = engines["landelijk"].reach(Case.empty("landelijk"), "weerbaarheid_gewenst")
    assert unread == Reach(False, False, (), (), (), ())


def test_unknown_is_an_answer_like_any_other(engines) -> None:
    engine = engines["alkmaar"]
    case = Case("alkmaar", {"samen_verder": UNKNOWN})
    assert "samen_verder" not in engine.idle(case)
