"""The claims of the shipped packs say what the document says; the formulas say what the evaluator does."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

import causes
import oracle
from packs import RULES, SHIPPED, TINY
from routewijzer.advice.compile import Compiled
from routewijzer.advice.evaluate import Evaluator
from routewijzer.proof.claims import Claims
from routewijzer.proof.encoding import Encoding, Space
from routewijzer.proof.simulate import disagreements, random_answers, worked_out
from routewijzer.rules.load import load_pack

CASES = 100_000
READ = 4_000


def encoded(pack):
    return Encoding(pack, Space([pack]))


def some(pack, number, seed=1):
    maker = random.Random(seed)
    return [random_answers(pack, maker) for _ in range(number)]


@pytest.mark.parametrize("name", SHIPPED)
def test_the_formulas_say_what_the_evaluator_does(name: str) -> None:
    pack = load_pack(RULES, name)
    cases = some(pack, CASES if name == "alkmaar" else CASES // 5)
    assert disagreements(encoded(pack), Evaluator(Compiled(pack)), cases) == []


@pytest.mark.slow
def test_the_formulas_say_what_the_evaluator_does_for_long() -> None:
    pack = load_pack(RULES, "landelijk")
    assert disagreements(encoded(pack), Evaluator(Compiled(pack)), some(pack, CASES, seed=2)) == []


@pytest.mark.parametrize("name", ["mini", "dorp"])
def test_the_formulas_of_tiny_packs(name: str) -> None:
    pack = load_pack(TINY, name)
    assert disagreements(encoded(pack), Evaluator(Compiled(pack)), some(pack, 3_000)) == []


def test_random_cases_reach_every_besluit() -> None:
    pack = load_pack(RULES, "alkmaar")
    evaluator = Evaluator(Compiled(pack))
    assert {evaluator.outcome(case).besluit for case in some(pack, 20_000)} == set(pack.besluit_by_id)


def test_formulas_of_other_rules_are_found_out() -> None:
    pack = load_pack(TINY, "mini")
    table = pack.decision_by_id["ernst"]
    rules = (table.rules[0], *table.rules[2:])
    changed = table.model_copy(update={"rules": rules})
    other = pack.changed(decisions=tuple(changed if one is table else one for one in pack.decisions))
    found = disagreements(encoded(other), Evaluator(Compiled(pack)), some(pack, 3_000))
    assert "ernst=hoog" in found
    assert "acties:bellen" in found


OF_ANSWERS: dict[str, Callable[[causes.Answers], bool]] = {
    "gevaar": causes.danger,
    "norm": causes.norm,
    "twijfel": causes.doubt,
    "teken": causes.caution,
    "mag_afronden": causes.may_round_off,
}
OF_BESLUIT: dict[str, Callable[[causes.Answers, causes.Out], bool]] = {
    "vandaag_bellen": causes.today,
    "gesprek_kan_schaden": causes.no_talk,
}


@pytest.mark.parametrize("name", [*OF_ANSWERS, *OF_BESLUIT])
def test_a_begrip_is_what_the_document_says(name: str) -> None:
    pack = load_pack(RULES, "landelijk")
    encoding = encoded(pack)
    formula = Claims(encoding).situation({name: _yes()})
    maker = random.Random(3)
    cases = [oracle.random_case(maker, calm=number % 3 > 0) for number in range(READ)]
    given = [{k: tuple(v) if isinstance(v, list) else v for k, v in case.items()} for case in cases]
    got = worked_out(encoding, given, formula)
    for case, holds in zip(cases, got, strict=True):
        answers = causes.filled(case)
        if name in OF_ANSWERS:
            assert holds == OF_ANSWERS[name](answers), case
        else:
            assert holds == OF_BESLUIT[name](answers, oracle.advise(case, "landelijk")), case
    assert set(got) == {True, False}


def _yes():
    from routewijzer.rules.claims import Claim

    return Claim.model_validate("ja")
