"""What the quick ways to an outcome know beforehand, against reading a pack row by row."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from packs import SHIPPED
from routewijzer.advice.compile import Compiled, holds
from routewijzer.advice.engine import Engine
from routewijzer.advice.evaluate import Evaluator, Outcome
from routewijzer.advice.lookup import Remembered, Threes
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Decision, Fact, Rule, RulePack
from routewijzer.rules.references import order

PACKS = [*SHIPPED, "mini", "dorp"]
CASES, SEED = 250, 20260103


def answers(pack: RulePack, rng: random.Random) -> dict[str, Answer]:
    """Return a case in which a third is unanswered, or half of it as mild as can be."""

    def one(fact: Fact) -> Answer:
        if fact.mild is not None and calm and rng.random() < 0.9:
            return fact.mild
        if fact.kind == "meerkeuze" and rng.random() < 0.9:
            return tuple(value for value in fact.values if rng.random() < 0.2)
        return rng.choice(fact.domain) if fact.kind != "meerkeuze" else UNKNOWN

    calm = rng.random() < 0.5
    return {fact.id: one(fact) for fact in pack.facts if calm or rng.random() < 0.67}


def spoiled(pack: RulePack, rng: random.Random) -> RulePack:
    """Return the pack with a third of its rows left out, so that in some tables no row may hold."""

    def some(decision: Decision) -> Decision:
        kept = tuple(rule for rule in decision.rules if rng.random() < 0.67)
        return decision.model_copy(update={"rules": kept})

    return pack.changed(decisions=tuple(some(decision) for decision in pack.decisions))


class Reading:
    """One case under one pack, read as DMN says: table by table, row by row."""

    def __init__(self, pack: RulePack, given: Mapping[str, Answer]) -> None:
        self.pack = pack
        self.values: dict[str, Any] = {fact.id: given.get(fact.id, UNKNOWN) for fact in pack.facts}
        self.rows: dict[str, list[Rule]] = {}
        self.empty = False
        for decision in order(pack):
            self.read(decision)

    def read(self, decision: Decision) -> None:
        if decision.over is not None:
            group = [self.values[fact.id] for fact in self.pack.facts if fact.group == decision.over.group]
            self.values[decision.id] = group.count(decision.over.is_)
            return
        values = self.values
        rows = [r for r in decision.rules if all(holds(asked, values[n]) for n, asked in r.when.items())]
        self.rows[decision.id] = rows
        given = [rule.then for rule in rows]
        if decision.hit_policy == "priority":
            given.sort(key=decision.output.index)
        if decision.hit_policy != "collect":
            self.empty |= not given
            values[decision.id] = given[0] if given else decision.output[0]

    def routes(self) -> tuple[tuple[str, str], ...]:
        ranks = list(self.pack.urgentie_by_id)
        best: dict[str, int] = {}
        for rule in self.rows["routes"]:
            rank = ranks.index(self.values[rule.urgentie_uit] if rule.urgentie_uit else str(rule.urgentie))
            best[rule.then] = min(rank, best.get(rule.then, rank))
        places = list(self.pack.route_by_id)
        found = sorted(best.items(), key=lambda item: (item[1], places.index(item[0])))
        return tuple((route, ranks[rank]) for route, rank in found)

    def same(self, evaluator: Evaluator, outcome: Outcome) -> None:
        held = {rule.id for rows in self.rows.values() for rule in rows}
        assert {row.rule.id for row in evaluator.compiled.rows if row.bit & outcome.live} == held
        assert outcome.live.bit_count() == len(held)  # and nothing but rows
        tables = {d.id: self.values[d.id] for d in self.pack.decisions if d.hit_policy != "collect"}
        assert evaluator.values(outcome) == tables
        assert evaluator.value("besluit", outcome) == outcome.besluit == tables["besluit"]
        assert outcome.routes == self.routes()
        urgent = outcome.routes[0][1] if outcome.routes else self.pack.outcomes.urgentie[-1].id
        assert outcome.urgentie == urgent
        for table, names in (("acties", outcome.acties), ("tegenstrijdig", outcome.tegenstrijdig)):
            known = self.pack.actie_by_id if table == "acties" else self.pack.tegenstrijdig_by_id
            given = {rule.then for rule in self.rows[table]}
            assert names == tuple(name for name in known if name in given)


def worked(pack: RulePack, cases: int) -> Iterator[Reading]:
    """Compare an evaluator with the reading in random cases, twice each: worked out, then remembered."""
    evaluator, rng = Evaluator(Compiled(pack)), random.Random(SEED)
    for _ in range(cases):
        given = answers(pack, rng)
        reading = Reading(pack, given)
        first = evaluator.outcome(given)
        reading.same(evaluator, first)
        assert evaluator.outcome(given) == first
        yield reading


@pytest.mark.parametrize("name", PACKS)
def test_an_outcome_is_what_the_rows_say(engines: dict[str, Engine], name: str) -> None:
    besluiten = {reading.values["besluit"] for reading in worked(engines[name].pack, CASES)}
    assert len(besluiten) > 1


@pytest.mark.parametrize("name", PACKS)
def test_a_table_in_which_no_row_holds_gives_its_most_severe_output(
    engines: dict[str, Engine], name: str
) -> None:
    rng = random.Random(SEED)
    packs = [spoiled(engines[name].pack, rng) for _ in range(5)]
    assert sum(reading.empty for pack in packs for reading in worked(pack, CASES // 5)) > 20


def test_a_route_that_stands_twice_has_the_most_urgent_urgentie(engines: dict[str, Engine]) -> None:
    def levels(reading: Reading, route: str) -> int:
        rules = [rule for rule in reading.rows["routes"] if rule.then == route]
        return len({reading.values.get(str(rule.urgentie_uit), rule.urgentie) for rule in rules})

    readings = list(worked(engines["alkmaar"].pack, CASES))
    assert any(levels(reading, route) > 1 for reading in readings for route, _ in reading.routes())


def test_one_route_for_every_row_has_the_most_urgent_of_all(engines: dict[str, Engine]) -> None:
    pack = engines["alkmaar"].pack
    only = pack.routes[-1].id
    tables = {
        table.id: tuple(rule.model_copy(update={"then": only}) for rule in table.rules)
        for table in pack.decisions
        if table.id == "routes"
    }
    decisions = (
        table.model_copy(update={"rules": tables.get(table.id, table.rules)}) for table in pack.decisions
    )
    readings = list(worked(pack.changed(decisions=tuple(decisions)), CASES))
    assert max(len(reading.rows["routes"]) for reading in readings) > 5
    assert len({reading.routes() for reading in readings}) > 2


@pytest.mark.parametrize("name", PACKS)
def test_facts_stand_in_threes_with_the_tables_that_they_decide(
    engines: dict[str, Engine], name: str
) -> None:
    compiled = engines[name].compiled
    threes = Threes(compiled)
    single = [fact.id for fact in compiled.pack.facts if fact.kind != "meerkeuze"]
    assert sorted(fact for group in threes.groups for fact in group) == sorted(single)
    assert all(1 <= len(group) <= 3 for group in threes.groups)
    assert sum(map(len, threes.decided)) > 0 or name not in SHIPPED
    for group, tables in zip(threes.groups, threes.decided, strict=True):
        known = set(group)
        for table in tables:
            assert {read for row in table.rows for read in row.rule.when} <= known
            known.add(table.id)


def test_a_group_of_facts_holds_no_more_answers_than_there_is_room_for(engines: dict[str, Engine]) -> None:
    pack = engines["mini"].pack
    wide = tuple(f"w{at}" for at in range(1200))
    first = next(fact for fact in pack.facts if fact.kind == "keuze")
    facts = tuple(
        Fact.model_construct(**{**dict(fact), "values": (*fact.values, *wide)}) if fact is first else fact
        for fact in pack.facts
    )
    evaluator = Evaluator(Compiled(pack.changed(facts=facts)))
    assert [first.id] in evaluator.threes.groups
    given = answers(pack, random.Random(SEED))
    assert evaluator.outcome(given) == engines["mini"].evaluator.outcome(given)


def test_the_first_values_are_remembered_and_others_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Remembered, "LIMIT", 2)
    made: list[int] = []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    known = Remembered(double)
    assert [known[number] for number in (1, 2, 3, 1, 3)] == [2, 4, 6, 2, 6]
    assert made == [1, 2, 3, 3]
    assert len(known) == 2


def test_what_cannot_be_made_is_told_and_not_remembered(engines: dict[str, Engine]) -> None:
    engine = engines["landelijk"]
    name = next(fact.id for fact in engine.pack.facts if fact.kind == "meerkeuze")
    for wrong in (("iets anders",), "ja"):
        for _ in range(2):
            with pytest.raises(KeyError):
                engine.evaluator.outcome({name: wrong})
