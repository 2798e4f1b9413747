"""`open`, `voorlopig`, `zeker`: nothing that can matter is left out, and nothing is sure that is not."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from packs import SHIPPED
from routewijzer.advice.engine import Engine
from routewijzer.case import Answer, Case
from routewijzer.rules import UNKNOWN
from somecases import Answers, every, partial, some
from vocabulary import FACT_BY_ID, FACTS

SEED = 20261124
ROUNDS = [25, pytest.param(250, marks=pytest.mark.slow)]


def matters(engine: Engine, answers: Mapping[str, Answer]) -> tuple[object, ...]:
    """What `open` is about: besluit, routes, urgentie and acties."""
    outcome = engine.evaluator.outcome(answers)
    return outcome.besluit, outcome.urgentie, outcome.routes, outcome.acties


def completions(engine: Engine, answers: Answers, names: list[str]) -> Iterator[Answers]:
    facts = [engine.pack.fact_by_id[name] for name in names]
    for values in itertools.product(*(every(fact) for fact in facts)):
        yield {**answers, **dict(zip(names, values, strict=True))}


def check_sure(engine: Engine, answers: Answers, made: Answers) -> None:
    """With `made`, a completion of `answers`, a besluit that was sure is no milder."""
    outlook = engine._questions.outlook(answers)
    rank = list(engine.pack.besluit_by_id).index
    besluit = engine.evaluator.outcome(answers).besluit
    if rank(outlook.mildest) <= rank(besluit):
        assert rank(engine.evaluator.outcome(made).besluit) <= rank(besluit), (answers, made)
    assert rank(engine.evaluator.outcome(made).besluit) <= rank(outlook.mildest), (answers, made)


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("pack", SHIPPED)
def test_every_completion_of_a_few_open_facts(engines, readers, pack: str, rounds: int) -> None:
    """All completions: facts outside `open` change nothing, and what is `zeker` stays."""
    engine, rng = engines[pack], random.Random(SEED)
    closed_seen = sure_seen = 0
    for _ in range(rounds):
        answers = partial(rng, engine, readers, 3)
        names = [fact.id for fact in engine.pack.facts if fact.id not in answers][:4]
        product = 1
        for name in names:
            product *= len(every(engine.pack.fact_by_id[name]))
        if product > 400:
            continue
        for name in set(engine.pack.fact_by_id) - set(answers) - set(names):
            answers[name] = some(rng, engine.pack.fact_by_id[name])
        open_ = engine._questions.outlook(answers).open
        assert set(open_) <= set(names)
        closed_seen += len(names) - len(open_)
        by_open: dict[tuple[object, ...], set[object]] = {}
        for made in completions(engine, answers, names):
            by_open.setdefault(tuple(made[name] for name in open_), set()).add(matters(engine, made))
            check_sure(engine, answers, made)
            sure_seen += 1
        assert all(len(found) == 1 for found in by_open.values()), (answers, open_)
    assert closed_seen > rounds / 3
    assert sure_seen > 14 * rounds


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("pack", SHIPPED)
def test_random_completions_of_many_open_facts(engines, readers, pack: str, rounds: int) -> None:
    engine, rng = engines[pack], random.Random(SEED + 1)
    facts = engine.pack.fact_by_id
    tried = 0
    for _ in range(rounds):
        answers = partial(rng, engine, readers, rng.choice((1, 5, 10, 20, 35)))
        loose = [name for name in facts if name not in answers]
        closed = [name for name in loose if name not in engine._questions.outlook(answers).open]
        for _ in range(4):
            made = answers | {name: some(rng, facts[name]) for name in loose}
            check_sure(engine, answers, made)
            before = matters(engine, made)
            for name in rng.sample(closed, min(4, len(closed))):
                for value in every(facts[name]):
                    assert matters(engine, made | {name: value}) == before, (answers, made, name, value)
                    tried += 1
    assert tried > 18 * rounds


@pytest.mark.parametrize("pack", SHIPPED)
def test_the_advice_says_it_by_the_contract(engines, readers, pack: str) -> None:
    """voorlopig, zeker and showable follow from open and the besluiten still possible."""
    engine, rng = engines[pack], random.Random(SEED + 2)
    for _ in range(60):
        answers = partial(rng, engine, readers, rng.choice((0, 1, 2, 5, 20)))
        advice = engine.advise(Case(pack, answers))
        assert set(advice.open).isdisjoint(answers)
        assert list(advice.open) == [fact.id for fact in FACTS if fact.id in advice.open]
        voorlopig = any(FACT_BY_ID[name].mild is not None for name in advice.open)
        assert advice.voorlopig == voorlopig
        mild = advice.besluit in ("hulp_en_volgen", "hulp_afronden", "afsluiten")
        assert advice.showable == (not (mild and voorlopig))
        if advice.zeker:
            rank = list(engine.pack.besluit_by_id).index
            for _ in range(10):
                rest = {f.id: some(rng, f) for f in engine.pack.facts if f.id not in answers}
                made = engine.evaluator.outcome(answers | rest).besluit
                assert rank(made) <= rank(advice.besluit)


def answered(engine: Engine, **other: Answer) -> Answers:
    """All facts answered: the mild answer, or the first value where none is mild."""
    made: Answers = {}
    for fact in engine.pack.facts:
        first: Answer = () if fact.kind == "meerkeuze" else fact.domain[0]
        made[fact.id] = fact.mild if fact.mild is not None else first
    return made | other


@pytest.mark.parametrize("pack", SHIPPED)
def test_a_full_case_leaves_nothing_open(engines, readers, pack: str) -> None:
    engine, rng = engines[pack], random.Random(SEED + 3)
    for _ in range(60):
        made = {fact.id: some(rng, fact) for fact in engine.pack.facts}
        advice = engine.advise(Case(pack, made))
        assert (advice.open, advice.voorlopig, advice.zeker, advice.showable) == ((), False, True, True)


@pytest.mark.parametrize("pack", SHIPPED)
def test_direct_danger_alone_is_sure_at_once(engines, pack: str) -> None:
    advice = engines[pack].advise(Case(pack, {"direct_gevaar": "ja"}))
    assert (advice.besluit, advice.urgentie) == ("noodhulp", "nu")
    assert (advice.zeker, advice.showable) == (True, True)


@pytest.mark.parametrize("pack", SHIPPED)
@pytest.mark.parametrize(
    ("changed", "besluit"),
    [
        ({"vermoeden": "ja"}, "hulp_afronden"),
        ({"hulp_resultaat": "nog_niet", "vermoeden": "ja"}, "hulp_en_volgen"),
        ({}, "afsluiten"),
    ],
)
def test_a_mild_outcome_can_be_reached_and_shown(engines, pack: str, changed, besluit: str) -> None:
    engine = engines[pack]
    advice = engine.advise(Case(pack, answered(engine, **changed)))
    assert (advice.besluit, advice.showable, advice.voorlopig, advice.open) == (besluit, True, False, ())


@pytest.mark.parametrize("pack", SHIPPED)
def test_a_mild_outcome_is_held_back_by_one_open_safety_fact(engines, pack: str) -> None:
    engine = engines[pack]
    answers = answered(engine, vermoeden="ja")
    del answers["vlag_stalking"]
    advice = engine.advise(Case(pack, answers))
    assert (advice.besluit, advice.open) == ("hulp_afronden", ("vlag_stalking",))
    assert (advice.voorlopig, advice.zeker, advice.showable) == (True, True, False)
    unknown = engine.advise(Case(pack, answers | {"vlag_stalking": UNKNOWN}))
    assert (unknown.besluit, unknown.open, unknown.showable) == ("hulp_afronden", (), True)


@pytest.mark.parametrize("pack", SHIPPED)
def test_an_empty_case_is_provisional_and_sure_of_nothing(engines, pack: str) -> None:
    advice = engines[pack].advise(Case.empty(pack))
    assert (advice.besluit, advice.voorlopig, advice.zeker) == ("advies_vragen", True, False)
    safety = {fact.id for fact in FACTS if fact.mild is not None}
    assert safety - set(advice.open) == set()


def test_facts_that_no_longer_matter_are_not_asked(engines) -> None:
    """On the tiny pack, by hand: with danger now the flags decide nothing more."""
    advice = engines["mini"].advise(Case("mini", {"gevaar": "ja"}))
    assert (advice.besluit, advice.zeker, advice.voorlopig) == ("noodhulp", True, False)
    assert advice.open == ("gebeld",)
    full: dict[str, Any] = {"gevaar": "nee", "vormen": (), "vermoeden": "nee"}
    advice = engines["mini"].advise(Case("mini", full))
    assert advice.open == ("vlag_mes", "vlag_ruzie", "gebeld")
    assert (advice.besluit, advice.zeker, advice.showable) == ("afsluiten", True, False)
