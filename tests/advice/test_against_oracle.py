"""The program against a second reading of the document: same answers, same outcome, in the same order."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

import oracle
from packs import SHIPPED
from routewijzer.advice.engine import Engine, FastLines, advice_json, outcome_json
from routewijzer.case import Case, CaseReader

Asked = dict[str, Any]
N_CASES = [1_500, pytest.param(20_000, marks=pytest.mark.slow)]
SEED = 20261124


def plain(made: Asked) -> Asked:
    """Return what the program wrote as the oracle writes it."""
    return {
        "besluit": made["besluit"],
        "urgentie": made["urgentie"],
        "routes": [(route["id"], route["urgentie"]) for route in made["routes"]],
        "acties": [item["id"] for item in made["acties"]],
        "tegenstrijdig": [item["id"] for item in made["tegenstrijdig"]],
    }


class Both:
    """One pack's three ways to an outcome, and the oracle beside them."""

    def __init__(self, engine: Engine, reader: CaseReader) -> None:
        self.engine, self.reader, self.fast = engine, reader, FastLines(engine)

    def case(self, answers: Asked) -> Case:
        return self.reader.read({"answers": answers})

    def wanted(self, answers: Asked) -> Asked:
        return oracle.advise(answers, self.engine.pack.id)

    def line(self, answers: Asked) -> Asked:
        written = self.fast.line(json.dumps({"answers": answers}).encode())
        assert written is not None, answers
        made: Asked = json.loads(written)
        return made


@pytest.fixture(scope="module", params=SHIPPED)
def both(request, engines, readers) -> Both:
    return Both(engines[request.param], readers[request.param])


@pytest.mark.parametrize("cases", N_CASES)
def test_thousands_of_cases_come_out_alike(both: Both, cases: int) -> None:
    rng, tables = random.Random(SEED), both.engine.table_values
    for number in range(cases):
        answers = oracle.random_case(rng, calm=number % 3 > 0)
        wanted, case = both.wanted(answers), both.case(answers)
        line = both.line(answers)
        assert plain(line) == wanted, answers
        assert line["case_code"] == both.engine.codec.encode(case)
        assert plain(outcome_json(both.engine.evaluator.outcome(case.answers))) == wanted, answers
        if number % 40 == 0:
            advice = both.engine.advise(case)
            assert plain(advice_json(advice)) == wanted, answers
            short = {name: value for name, value in line.items() if name != "pack"}
            assert {**advice_json(advice, full=False)} == {"pack": line["pack"], **short}
        if number % 4 == 0:
            expected = oracle.tables(answers, both.engine.pack.id)
            got = tables(case)
            assert got == {name: expected[name] for name in got}, answers
            assert expected.keys() - got.keys() == {"routes", "acties", "tegenstrijdig", "urgentie"}


@pytest.mark.hypothesis
@pytest.mark.parametrize("pack", SHIPPED)
def test_any_case_comes_out_alike(engines, readers, pack: str) -> None:
    both = Both(engines[pack], readers[pack])

    @settings(max_examples=150, deadline=None)
    @given(oracle.cases())
    def check(answers: Asked) -> None:
        wanted = both.wanted(answers)
        assert plain(both.line(answers)) == wanted
        assert plain(advice_json(both.engine.advise(both.case(answers)))) == wanted

    check()


@pytest.mark.parametrize("pack", SHIPPED)
def test_the_order_of_answers_and_of_a_list_does_not_matter(engines, readers, pack: str) -> None:
    both, rng = Both(engines[pack], readers[pack]), random.Random(SEED)
    for _ in range(60):
        answers = oracle.random_case(rng)
        mixed = {name: answers[name] for name in rng.sample(list(answers), len(answers))}
        mixed = {k: rng.sample(v, len(v)) if isinstance(v, list) else v for k, v in mixed.items()}
        assert both.line(mixed) == both.line(answers)
        assert both.engine.advise(both.case(mixed)) == both.engine.advise(both.case(answers))


UNFIT: list[Callable[[Asked], bytes]] = [
    lambda a: json.dumps({"answers": a}).encode("utf-16"),
    lambda a: json.dumps({"answers": a}).encode("utf-8-sig"),
    lambda a: json.dumps({"answers": a, "extra": 1}).encode(),
    lambda a: json.dumps({"answers": a, "pack": "dorp"}).encode(),
    lambda a: json.dumps({"answers": a, "pack": None}).encode(),
    lambda a: json.dumps({"answers": [a]}).encode(),
    lambda a: json.dumps([{"answers": a}]).encode(),
    lambda a: json.dumps(a).encode(),
    lambda a: json.dumps({"answers": {**a, "gevaar": None}}).encode(),
    lambda a: json.dumps({"answers": {**a, "gevaar": True}}).encode(),
    lambda a: json.dumps({"answers": {**a, "gevaar": "misschien"}}).encode(),
    lambda a: json.dumps({"answers": {**a, "gevaar": ["ja"]}}).encode(),
    lambda a: json.dumps({"answers": {**a, "gevaar": {}}}).encode(),
    lambda a: json.dumps({"answers": {**a, "onzin": "ja"}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": "slaan"}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": ""}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": None}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": {"slaan": 1}}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": ["slaan", "slaan"]}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": ["slaan", "bijten"]}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": ["onbekend"]}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": [["slaan"]]}}).encode(),
    lambda a: json.dumps({"answers": {**a, "vormen": float("nan")}}).encode(),
    lambda a: json.dumps({"answers": a})[:-1].encode() + b',"answers":{}}',
    lambda a: json.dumps({"answers": a})[:-2].encode() + b',"gevaar":"nee"}}',
    lambda a: json.dumps({"answers": a})[:-2].encode() + b',"gevaar":"' + b"\xff" + b'"}}',
    lambda a: b"",
    lambda a: b"[" * 100_000,
    lambda a: b"1" * 10_000,
]


@pytest.mark.parametrize("spoil", UNFIT)
def test_the_fast_way_leaves_every_unfit_line_to_the_careful_one(engines, spoil) -> None:
    fast = FastLines(engines["mini"])
    assert fast.line(json.dumps({"answers": {"gevaar": "ja"}}).encode()) is not None
    assert fast.line(spoil({"gevaar": "ja"})) is None
