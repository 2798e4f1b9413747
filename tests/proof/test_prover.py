"""What the prover finds in packs that are wrong on purpose, and that its cases are real."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from packs import RULES, SHIPPED, TINY, Folder
from routewijzer.advice.engine import Engine
from routewijzer.case import CaseReader
from routewijzer.proof import counterexample
from routewijzer.proof.findings import Broken
from routewijzer.proof.prover import prove
from routewijzer.rules.load import load_checks, load_pack

WEGING, UIT = "mini/decisions/10-weging.yaml", "mini/decisions/20-uit.yaml"
SOFTER = ("{aantal: {at_least: 2}}, then: hoog", "{aantal: {at_least: 2}}, then: laag")


def broken(rules: Path, name: str = "mini") -> dict[str, Broken]:
    pack = load_pack(rules, name)
    parents = [load_pack(rules, parent, version) for parent, version in pack.parents.items()]
    return {one.id: one for one in prove(pack, parents).broken}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "rules")


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_packs_hold_every_property(name: str) -> None:
    pack = load_pack(RULES, name)
    parents = [load_pack(RULES, parent, version) for parent, version in pack.parents.items()]
    made = prove(pack, parents)
    assert made.broken == ()
    rules = {f"6.{rule.id}" for table in pack.decisions for rule in table.rules}
    claims = {claim.id for claim in pack.eigenschappen}
    safety = {f"2.{fact.id}" for fact in pack.facts if fact.is_safety}
    softer = {f"5.{parent.id}.{what}" for parent in parents for what in ("besluit", "urgentie")}
    assert rules | claims | safety | softer | {"1.een_besluit", "1.route"} <= set(made.proved)
    assert {int(name.partition(".")[0]) for name in made.proved} >= {1, 2, 3, 4, 6, 7, 8, 9, 11}


@pytest.mark.parametrize("name", ["mini", "dorp"])
def test_the_tiny_packs_hold_every_property(name: str) -> None:
    assert broken(TINY, name) == {}


def test_a_softened_row_breaks_the_claim_that_it_served(folder: Folder) -> None:
    folder.edit(
        WEGING, "when: {aantal: {at_least: 2}}, then: hoog", "when: {aantal: {at_least: 2}}, then: laag"
    )
    found = broken(folder.path)
    one = found["3.ernstig"]
    # The smallest case: two flags, and nothing else that is known.
    assert one.answers == {"vlag_mes": "ja", "vlag_ruzie": "ja"}
    assert one.expected == "besluit minstens noodhulp"
    seen = counterexample.of(Engine(load_pack(folder.path, "mini")), one)
    assert seen.case is not None
    assert seen.case.outcome.besluit == "melden"
    assert "B.2" in seen.case.rows


def test_the_smallest_case_is_the_smallest(folder: Folder) -> None:
    """No case with fewer known answers breaks the claim: every one of them is tried."""
    folder.edit(WEGING, "holds: [slaan]", "holds: [dreigen]")
    one = broken(folder.path)["3.ernstig"]
    pack = load_pack(folder.path, "mini")
    engine = Engine(pack)

    def breaks(answers: dict) -> bool:
        ernstig = "slaan" in answers.get("vormen", ()) and answers.get("vlag_mes", "onbekend") != "nee"
        ernstig = ernstig or answers.get("gevaar") == "ja"
        ernstig = ernstig or (answers.get("vlag_mes"), answers.get("vlag_ruzie")) == ("ja", "ja")
        return ernstig and engine.evaluator.outcome(answers).besluit != "noodhulp"

    assert one.answers is not None
    assert breaks(one.answers)
    known = [(fact.id, value) for fact in pack.facts for value in values(fact)]
    for number in range(len(one.answers)):
        for some in itertools.combinations(known, number):
            assert not breaks(dict(some))


def values(fact):
    if fact.kind != "meerkeuze":
        return [value for value in fact.domain if value != "onbekend"]
    sizes = range(len(fact.values) + 1)
    return [some for size in sizes for some in itertools.combinations(fact.values, size)]


def test_a_mild_answer_that_is_no_longer_mild(folder: Folder) -> None:
    folder.edit(WEGING, "when: {gevaar: onbekend}, then: onduidelijk", "when: {gevaar: onbekend}, then: laag")
    folder.edit(WEGING, "- {id: E.6, when: {}", "- {id: E.7, when: {gevaar: nee}, then: onduidelijk, "
                "because: Nee is ook niets.}\n  - {id: E.6, when: {}")  # fmt: skip
    one = broken(folder.path)["2.gevaar"]
    assert one.answers is not None
    assert one.other is not None
    assert one.answers["gevaar"] == "nee"
    same = {name: value for name, value in one.answers.items() if name != "gevaar"}
    assert {name: value for name, value in one.other.items() if name != "gevaar"} == same
    evaluator = Engine(load_pack(folder.path, "mini")).evaluator
    ranks = list(load_pack(folder.path, "mini").besluit_by_id)
    mild, other = evaluator.outcome(one.answers), evaluator.outcome(one.other)
    assert (ranks.index(mild.besluit), mild.urgentie) != (ranks.index(other.besluit), other.urgentie)
    assert ranks.index(mild.besluit) <= ranks.index(other.besluit)


def test_a_row_that_never_decides(folder: Folder) -> None:
    folder.edit(WEGING, "- {id: E.4, when: {gevaar: onbekend}",
                "- {id: E.9, when: {gevaar: ja, hulp: ja}, then: hoog, because: Gevaar met hulp.}\n"
                "  - {id: E.4, when: {gevaar: onbekend}")  # fmt: skip
    one = broken(folder.path)["6.E.9"]
    assert one.answers == {"gevaar": "ja", "hulp": "ja"}
    assert "E.1" in one.expected


def test_a_row_that_can_never_hold(folder: Folder) -> None:
    folder.edit(UIT, "when: {vlag_ruzie: ja}", "when: {vlag_ruzie: ja, aantal: {at_most: 0}}")
    one = broken(folder.path)["6.R.4"]
    assert one.answers is None
    assert "kunnen niet samen waar zijn" in one.expected


def test_a_case_without_a_route(folder: Folder) -> None:
    folder.edit(
        UIT, "- {id: R.3, when: {besluit: afsluiten}", "- {id: R.3, when: {besluit: afsluiten, hulp: ja}"
    )
    one = broken(folder.path)["1.route"]
    assert one.answers is not None
    assert Engine(load_pack(folder.path, "mini")).evaluator.outcome(one.answers).routes == ()


def test_a_table_that_falls_through(folder: Folder) -> None:
    """The loader refuses it; the prover does not rely on that."""
    pack = load_pack(folder.path, "mini")
    table = pack.decision_by_id["ernst"]
    changed = table.model_copy(update={"rules": table.rules[:-1]})
    loose = pack.changed(decisions=tuple(changed if one is table else one for one in pack.decisions))
    found = {one.id: one for one in prove(loose).broken}
    assert found["1.ernst"].answers is not None
    assert found["1.ernst"].answers["gevaar"] == "nee"


def test_a_local_pack_that_softens() -> None:
    """The loader lets a local pack only add; the prover proves it all the same."""
    parent, pack = load_pack(TINY, "mini"), load_pack(TINY, "dorp")
    table = pack.decision_by_id["besluit"]
    rules = tuple(rule for rule in table.rules if rule.id != "B.3")
    changed = table.model_copy(update={"rules": rules})
    soft = pack.changed(decisions=tuple(changed if one is table else one for one in pack.decisions))
    found = {one.id: one for one in prove(soft, [parent]).broken}
    assert {"5.mini.besluit", "5.mini.urgentie"} <= set(found)
    answers = found["5.mini.besluit"].answers
    assert answers is not None
    here, there = (Engine(one).evaluator.outcome(answers).besluit for one in (soft, parent))
    assert (here, there) == ("afsluiten", "melden")


def test_a_local_row_that_breaks_a_claim_of_the_parent(folder: Folder) -> None:
    extra = """
---
decision: acties
titel: Wat nog in het dorp?
hit_policy: collect
adds_rules: true
rules:
  - {id: DA.1, when: {gebeld: ja}, then: bellen, because: In het dorp belt u nog eens.}
"""
    path = "dorp/decisions/10-dorp.yaml"
    folder.write(path, (folder.path / path).read_text(encoding="utf-8") + extra)
    one = broken(folder.path, "dorp")["9.bellen"]
    assert one.answers == {"gebeld": "ja"}
    assert one.expected == "nooit: acties bevat bellen"


def test_a_counterexample_is_saved_as_a_check_that_loads(folder: Folder) -> None:
    folder.edit(
        WEGING, "when: {aantal: {at_least: 2}}, then: hoog", "when: {aantal: {at_least: 2}}, then: laag"
    )
    pack = load_pack(folder.path, "mini")
    found = counterexample.of(Engine(pack), broken(folder.path)["3.ernstig"])
    assert found.case is not None
    source = counterexample.as_check("twee_vlaggen", ["waarom"], found.case.answers, found.case.outcome)
    folder.write("mini/checks/een.yaml", source)
    (check,) = [one for one in load_checks(pack) if one.id == "twee_vlaggen"]
    assert CaseReader(pack).read({"answers": dict(check.answers)}).answers == found.case.answers
    assert check.verwacht.besluit == "melden"
    assert dict(check.verwacht.routes) == dict(found.case.outcome.routes)
