"""What a set of cases touches: rows that decide, outcomes, and both sides of every border."""

from __future__ import annotations

import random

import pytest

import oracle
from packs import SHIPPED
from routewijzer.advice.compile import holds
from routewijzer.advice.coverage import coverage, deciding
from routewijzer.rules.load import load_cases, load_checks

FLAGS = {"vlag_mes": "nee", "vlag_ruzie": "nee"}
CALM = {"gevaar": "nee", "vormen": (), "vermoeden": "nee", "gebeld": "ja", **FLAGS}


@pytest.fixture
def mini(engines):
    return engines["mini"]


def side(made, name):
    """Return how many cases stand inside and outside of a border."""
    (found,) = (border for border in made.sides if border.id == name)
    return found.inside, found.outside


def test_no_case_touches_nothing(mini):
    made = coverage(mini, [])
    rules = [rule.id for decision in mini.pack.decisions for rule in decision.rules]
    assert (made.cases, made.rows.touched, made.rows.total) == (0, 0, len(rules))
    assert made.rows.missing == tuple(rules)
    assert made.routes.missing == tuple(mini.pack.route_by_id)
    assert made.borders.touched == 0
    assert made.borders.total == sum(len(r.when) for d in mini.pack.decisions for r in d.rules)
    assert made.tables["aantal"].total == 0


def test_a_single_table_counts_the_row_that_decides_and_a_collecting_one_all_that_hold(mini):
    made = coverage(mini, [{**CALM, "gevaar": "ja", "vlag_ruzie": "ja"}])
    assert made.tables["ernst"].counts == {"E.1": 1, "E.2": 0, "E.3": 0, "E.4": 0, "E.5": 0, "E.6": 0}
    assert made.tables["besluit"].counts == {"B.1": 0, "B.2": 0, "B.3": 0, "B.4": 1}  # the most severe
    assert made.tables["routes"].counts == {"R.1": 1, "R.2": 1, "R.3": 0, "R.4": 1}
    assert made.besluiten.missing == ("melden", "afsluiten")
    assert made.routes.counts == {"politie.bellen": 1, "lokaal.melden": 1, "lokaal.sluiten": 0}
    assert made.acties.missing == ("bellen",)
    assert made.tegenstrijdig.touched == 0


def test_cases_add_up(mini):
    made = coverage(mini, [CALM, CALM, {**CALM, "gevaar": "ja"}])
    assert made.cases == 3
    assert made.tables["ernst"].counts["E.6"] == 2
    assert made.besluiten.counts == {"noodhulp": 1, "melden": 0, "afsluiten": 2}


def test_a_border_needs_a_case_on_either_side(mini):
    inside = {**CALM, "vormen": ("slaan",), "vlag_mes": "ja"}
    made = coverage(mini, [inside])
    assert side(made, "E.3 > vormen") == (1, 0)
    assert "E.3 > vormen" in made.borders.missing
    made = coverage(mini, [inside, {**inside, "vormen": ()}])
    assert side(made, "E.3 > vormen") == (1, 1)
    assert side(made, "E.3 > vlag_mes") == (1, 0)
    assert "E.3 > vormen" not in made.borders.missing


def test_no_near_miss_where_two_conditions_fail_or_a_row_before_it_decides(mini):
    two = coverage(mini, [CALM])
    assert side(two, "E.3 > vormen") == side(two, "E.3 > vlag_mes") == (0, 0)
    before = coverage(mini, [{**CALM, "gevaar": "ja", "vormen": ("slaan",)}])
    assert side(before, "E.3 > vlag_mes") == (0, 0)
    below = coverage(mini, [{**CALM, "vormen": ("slaan",)}])
    assert side(below, "E.3 > vlag_mes") == (0, 1)


def test_in_a_priority_table_a_more_severe_row_hides_a_near_miss(mini):
    assert side(coverage(mini, [CALM]), "B.2 > vermoeden") == (0, 1)
    assert side(coverage(mini, [{**CALM, "gevaar": "ja"}]), "B.2 > vermoeden") == (0, 0)


def test_in_a_collecting_table_nothing_hides_a_near_miss(mini):
    made = coverage(mini, [{**CALM, "gevaar": "ja"}])
    assert side(made, "R.4 > vlag_ruzie") == (0, 1)
    assert side(made, "R.3 > besluit") == (0, 1)


@pytest.mark.parametrize(
    ("flags", "expected"),
    [(("nee", "nee"), (0, 0)), (("ja", "nee"), (0, 1)), (("ja", "ja"), (1, 0))],
)
def test_a_number_counts_only_beside_its_limit(mini, flags, expected):
    answers = {**CALM, "vlag_mes": flags[0], "vlag_ruzie": flags[1]}
    assert side(coverage(mini, [answers]), "E.2 > aantal") == expected


@pytest.mark.parametrize(
    ("forms", "expected"),
    [((), (0, 1)), ("onbekend", (0, 0)), (("slaan",), (1, 0)), (("slaan", "dreigen"), (0, 0))],
)
def test_the_length_of_a_list_counts_only_beside_its_limit(mini, forms, expected):
    known = mini.pack.fact_by_id["vormen"].values
    forms = forms if isinstance(forms, str) else known[: len(forms)]
    assert side(coverage(mini, [{**CALM, "vormen": forms}]), "T.1 > vormen") == expected


def naive(engine, answers):
    """Read the definition word by word, row by row: what decides, and what one condition kept from it."""
    outcome = engine.evaluator.outcome(answers)
    values = {fact.id: answers.get(fact.id, "onbekend") for fact in engine.pack.facts}
    values |= engine.evaluator.values(outcome)
    decides, near = set(), set()
    for decision in engine.pack.decisions:
        rules = list(decision.rules)
        if decision.hit_policy == "priority":
            rules.sort(key=lambda rule: decision.output.index(rule.then))
        for rule in rules:
            failing = [name for name, asked in rule.when.items() if not holds(asked, values[name])]
            if not failing:
                decides.add(rule.id)
            elif len(failing) == 1:
                near.add((rule.id, failing[0]))
            if not failing and decision.hit_policy != "collect":
                break
    return decides, near


@pytest.mark.parametrize("name", SHIPPED)
def test_random_cases_agree_with_the_definition(engines, readers, name):
    engine, rng = engines[name], random.Random(5)
    unbound = 0
    for number in range(150):
        raw = oracle.random_case(rng, calm=number % 3 > 0)
        answers = readers[name].read({"answers": raw}).answers
        made = coverage(engine, [answers])
        decides, near = naive(engine, answers)
        assert {rule for rule, count in made.rows.counts.items() if count} == decides
        outcome = engine.evaluator.outcome(answers)
        assert {row.rule.id for row in deciding(engine.compiled, outcome)} == decides
        outside = {(border.row, border.input) for border in made.sides if border.outside}
        assert outside <= near
        rules = {rule.id: rule for decision in engine.pack.decisions for rule in decision.rules}
        free = {
            (r, i) for r, i in near if (rules[r].when[i].at_least, rules[r].when[i].at_most) == (None, None)
        }
        assert free <= outside
        unbound += len(free)
    assert unbound > 1000


@pytest.mark.parametrize("name", SHIPPED)
def test_what_the_shipped_cases_touch_adds_up(engines, name):
    pack = engines[name].pack
    cases = [item.answers for item in (*load_cases(pack), *load_checks(pack))]
    made = coverage(engines[name], cases)
    assert made.cases == len(cases)
    assert made.rows.total == sum(len(decision.rules) for decision in pack.decisions)
    assert sum(table.touched for table in made.tables.values()) == made.rows.touched
    assert sum(made.besluiten.counts.values()) == len(cases)
