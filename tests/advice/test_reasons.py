"""`because`: the chain from a route down to the answers; kantelpunten against the oracle; steps."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest

import oracle
from packs import SHIPPED
from routewijzer.advice.engine import Engine
from routewijzer.advice.model import Reason
from routewijzer.case import Answer, Case
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Rule
from vocabulary import BESLUIT, FACT_BY_ID, FACTS, FLAGS

SEED = 20261124
UNKNOWN = "onbekend"


def right(condition: Condition, value: Any) -> bool:
    """Whether a condition holds, read from the format's description and not from the program."""
    if condition.one_of is not None:
        return value in condition.one_of
    if condition.none_of is not None:
        return value not in condition.none_of
    known = not isinstance(value, str)
    if condition.holds is not None:
        return known and not set(condition.holds).isdisjoint(value)
    number = value if isinstance(value, int) else len(value)
    if condition.at_least is not None:
        return known and number >= condition.at_least
    return known and condition.at_most is not None and number <= condition.at_most


class Chains:
    """Checks the reasons of one advice against its case and the pack's rows."""

    def __init__(self, engine: Engine, answers: Mapping[str, Answer], values: Mapping[str, Any]) -> None:
        self.pack, self.answers, self.values = engine.pack, answers, values
        self.rules = {(t.id, rule.id): rule for t in self.pack.decisions for rule in t.rules}

    def rule(self, reason: Reason) -> Rule:
        rule = self.rules[reason.decision, reason.rule]
        assert (reason.grond, reason.bron, reason.text) == (rule.grond, rule.bron, rule.because)
        return rule

    def check(self, table: str, output: str, chain: tuple[Reason, ...]) -> None:
        """The top row gives the output; every row holds, with its facts, and is asked for by one above."""
        assert chain, (table, output)
        assert chain[0].decision == table
        assert self.rule(chain[0]).then == output
        rows = [(reason.decision, reason.rule) for reason in chain]
        assert len(set(rows)) == len(rows)
        asked: dict[str, set[str]] = {table: {output}}
        for reason in chain:
            rule = self.rule(reason)
            assert rule.then in asked[reason.decision]
            self.holds(reason, rule, asked)
        given = {reason.decision for reason in chain}
        counts = {d.id for d in self.pack.decisions if d.over is not None}
        assert asked.keys() - counts == given, (asked, given)

    def holds(self, reason: Reason, rule: Rule, asked: dict[str, set[str]]) -> None:
        facts: dict[str, Answer] = {}
        for name, condition in rule.when.items():
            decision = self.pack.decision_by_id.get(name)
            if decision is None:
                facts[name] = self.answers.get(name, UNKNOWN)
                assert right(condition, facts[name])
                continue
            value = self.values[name]
            assert right(condition, value)
            if decision.over is None:
                asked.setdefault(name, set()).add(value)
            else:
                assert decision.over.group == "rode_vlaggen"
                counted = {flag for flag in FLAGS if self.answers.get(flag, UNKNOWN) == decision.over.is_}
                assert len(counted) == value
                facts |= dict.fromkeys(counted, decision.over.is_)
        if rule.urgentie_uit:
            asked.setdefault(rule.urgentie_uit, set()).add(self.values[rule.urgentie_uit])
        assert dict(reason.facts) == facts


@pytest.mark.parametrize("cases", [80, pytest.param(1_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("pack", SHIPPED)
def test_every_chain_leads_from_the_outcome_to_the_answers(engines, readers, pack: str, cases: int) -> None:
    engine, rng = engines[pack], random.Random(SEED)
    checked = 0
    for number in range(cases):
        answers = oracle.random_case(rng, calm=number % 3 > 0)
        case = readers[pack].read({"answers": answers})
        advice, values = engine.advise(case), oracle.tables(answers, pack)
        chains = Chains(engine, case.answers, values)
        chains.check("besluit", advice.besluit, advice.besluit_because)
        for route in advice.routes:
            chains.check("routes", route.id, route.because)
            tops = [chains.rule(reason) for reason in route.because if reason.decision == "routes"]
            urgencies = {rule.urgentie or values[str(rule.urgentie_uit)] for rule in tops}
            assert min(urgencies, key=list(engine.pack.urgentie_by_id).index) == route.urgentie
            checked += 1
        for table, items in (("acties", advice.acties), ("tegenstrijdig", advice.tegenstrijdig)):
            for item in items:
                assert item.urgentie is None
                chains.check(table, item.id, item.because)
    assert checked > 1.5 * cases


def test_a_chain_by_hand(engines) -> None:
    answers: dict[str, Answer] = {"gevaar": "nee", "vlag_mes": "ja", "vlag_ruzie": "ja", "vermoeden": "nee"}
    advice = engines["mini"].advise(Case("mini", answers))
    police, desk = advice.routes
    flags = {"vlag_mes": "ja", "vlag_ruzie": "ja"}
    assert [(r.rule, dict(r.facts)) for r in police.because] == [("R.1", {}), ("B.4", {}), ("E.2", flags)]
    assert [r.rule for r in desk.because] == ["R.2", "B.4", "E.2", "S.1", "R.4"]
    assert police.because[2].text == "Er zijn twee vlaggen."
    assert (police.because[2].grond, police.because[2].bron) == ("voorzichtigheid", ("keuze",))


def test_an_unanswered_fact_stands_as_onbekend_in_a_reason(engines) -> None:
    reasons = engines["mini"].advise(Case("mini", {"gevaar": "nee", "vormen": ()})).besluit_because
    assert [(r.rule, dict(r.facts)) for r in reasons] == [("B.2", {"vermoeden": UNKNOWN})]


def others(name: str, origin: Any) -> list[Any]:
    """Every single other answer: of a meerkeuze one value more or less."""
    fact = FACT_BY_ID[name]
    if fact.kind != "meerkeuze":
        return [value for value in fact.values if value != origin]
    if origin == UNKNOWN:
        return [[], *([value] for value in fact.values)]
    flipped = []
    for value in fact.values:
        chosen = set(origin) ^ {value}
        flipped.append([item for item in fact.values if item in chosen])
    return flipped


@pytest.mark.parametrize("pack", SHIPPED)
def test_tipping_points_are_all_single_changes_that_change_the_besluit(engines, readers, pack: str) -> None:
    engine, rng = engines[pack], random.Random(SEED + 5)
    seen = 0
    for number in range(24):
        answers = oracle.random_case(rng, calm=number % 4 > 0)
        case = readers[pack].read({"answers": answers})
        besluit = oracle.tables(answers, pack)["besluit"]
        wanted = [
            (name, other, changed)
            for name in (fact.id for fact in FACTS if fact.id in answers)
            for other in others(name, answers[name])
            if (changed := oracle.tables({**answers, name: other}, pack)["besluit"]) != besluit
        ]
        wanted.sort(key=lambda tip: BESLUIT.index(tip[2]))
        tips = engine.advise(case).kantelpunten
        got = [(tip.fact, list(tip.to) if isinstance(tip.to, tuple) else tip.to, tip.besluit) for tip in tips]
        assert got == wanted
        assert all(tip.origin == case.answers[tip.fact] for tip in tips)
        seen += len(got)
    assert seen > 50


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ({}, "open open open open open"),
        ({"vormen": UNKNOWN, "vlag_mes": UNKNOWN, "vlag_ruzie": "nee"}, "gedaan open open open open"),
        ({"gevaar": "ja"}, "overgeslagen:haast open overgeslagen:haast open open"),
        ({"gevaar": "ja", "gesprek": "gevoerd"}, "overgeslagen:haast open gedaan open open"),
        ({"gebeld": "ja", "vermoeden": UNKNOWN, "hulp": "nee"}, "open gedaan open gedaan gedaan"),
        ({"gebeld": "nee", "hulp": UNKNOWN}, "open open open open open"),
    ],
)
def test_steps_follow_from_the_answers(engines, answers, wanted: str) -> None:
    steps = engines["mini"].advise(Case("mini", answers)).steps
    assert [step.step for step in steps] == [1, 2, 3, 4, 5]
    assert " ".join(f"{s.state}:{s.reden}" if s.reden else s.state for s in steps) == wanted


def test_flags_are_counted(engines, readers) -> None:
    rng = random.Random(SEED)
    for _ in range(20):
        answers = oracle.random_case(rng)
        advice = engines["alkmaar"].advise(readers["alkmaar"].read({"answers": answers}))
        known = [answers.get(flag, UNKNOWN) for flag in FLAGS]
        assert (advice.flags_yes, advice.flags_unknown) == (known.count("ja"), known.count(UNKNOWN))
