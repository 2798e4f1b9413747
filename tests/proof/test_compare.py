"""What the solver says of two packs is what comes out when every single case is tried."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from packs import RULES, TINY, Folder
from routewijzer.advice.compile import Compiled
from routewijzer.advice.evaluate import Evaluator, Outcome
from routewijzer.proof.compare import Aspect, compare
from routewijzer.rules.load import load_pack
from routewijzer.rules.model import Fact, RulePack

WEGING, UIT = "mini/decisions/10-weging.yaml", "mini/decisions/20-uit.yaml"
DANGER = "landelijk/decisions/10-gevaar.yaml"


def threshold(folder: Folder) -> None:
    folder.edit(WEGING, "aantal: {at_least: 2}", "aantal: {at_least: 1}")


def row_gone(folder: Folder) -> None:
    path = folder.path / WEGING
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if "id: E.4" not in line), encoding="utf-8")


def less_urgent(folder: Folder) -> None:
    folder.edit(UIT, "then: politie.bellen, urgentie: nu,", "then: politie.bellen, urgentie: vandaag,")
    ruzie = "{vlag_ruzie: ja}, then: lokaal.melden, urgentie: "
    folder.edit(UIT, ruzie + "vandaag", ruzie + "nu")


def other_outcomes(folder: Folder) -> None:
    folder.edit(UIT, "when: {}, then: vastleggen", "when: {hulp: ja}, then: vastleggen")
    folder.edit(UIT, "{vermoeden: nee, vormen: {at_least: 1}}", "{vermoeden: nee, vormen: {at_least: 2}}")
    folder.edit(UIT, "{besluit: afsluiten}, then: lokaal.sluiten", "{besluit: melden}, then: lokaal.sluiten")
    melden = "[noodhulp, melden{}]}}, then: lokaal.melden"
    folder.edit(UIT, melden.format(""), melden.format(", afsluiten"))


def only_texts(folder: Folder) -> None:
    folder.edit("mini/facts.yaml", "vraag: Is er een mes?", "vraag: Ligt er een mes?")
    folder.edit(WEGING, "because: Er is nu gevaar.", "because: Nu is er gevaar.")


CHANGES = [threshold, row_gone, less_urgent, other_outcomes, only_texts]


def answers_to(fact: Fact) -> list[Any]:
    """Return every answer to a question; to leave it open counts as onbekend."""
    if fact.kind != "meerkeuze":
        return list(fact.domain)
    lists = itertools.chain(*(itertools.combinations(fact.values, n) for n in range(len(fact.values) + 1)))
    return ["onbekend", *lists]


def differs(old: Outcome, new: Outcome, urgencies: list[str]) -> Iterator[Aspect]:
    """Compare two outcomes plainly."""
    if old.besluit != new.besluit:
        yield Aspect("besluit", "", old.besluit, new.besluit)
    if old.urgentie != new.urgentie:
        yield Aspect("urgentie", "", old.urgentie, new.urgentie)
    for kind in ("acties", "tegenstrijdig"):
        yield from (
            Aspect(kind, item, item, "") for item in set(getattr(old, kind)) - set(getattr(new, kind))
        )
        yield from (
            Aspect(kind, item, "", item) for item in set(getattr(new, kind)) - set(getattr(old, kind))
        )
    before, after = dict(old.routes), dict(new.routes)
    for route in {*before, *after}:
        if route not in after:
            yield Aspect("routes", route, route, "")
        elif route not in before:
            yield Aspect("routes", route, "", route)
        elif before[route] != after[route]:
            later = urgencies.index(after[route]) > urgencies.index(before[route])
            yield Aspect("routes", route, *(("eerder", "later") if later else ("later", "eerder")))


def tried(old: RulePack, new: RulePack) -> dict[Aspect, int]:
    """Return what differs in any case at all, and how short the shortest case is that shows it."""
    evaluators = [Evaluator(Compiled(pack)) for pack in (old, new)]
    urgencies = list(old.urgentie_by_id)
    found: dict[Aspect, int] = {}
    for values in itertools.product(*(answers_to(fact) for fact in old.facts)):
        known = zip(old.fact_by_id, values, strict=True)
        answers = {name: value for name, value in known if value != "onbekend"}
        size = sum(1 + (len(value) if isinstance(value, tuple) else 0) for value in answers.values())
        outcomes = [evaluator.outcome(answers) for evaluator in evaluators]
        for aspect in differs(*outcomes, urgencies):
            found[aspect] = min(size, found.get(aspect, size))
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_every_case_tried_one_by_one_says_the_same(folder: Folder, change: Callable[[Folder], None]) -> None:
    change(folder)
    old, new = load_pack(TINY, "mini"), load_pack(folder.path, "mini")
    expected, found = tried(old, new), compare(old, new)
    assert set(found.aspects) == set(expected)
    assert bool(expected) == (change is not only_texts)
    assert (found.only_old, found.only_new) == ((), ())
    evaluators = [Evaluator(Compiled(pack)) for pack in (old, new)]
    for example in found.examples:
        was, now = (evaluator.outcome(example.answers) for evaluator in evaluators)
        assert (example.old, example.new) == (was, now)
        assert set(example.shows) == set(differs(was, now, list(old.urgentie_by_id))) != set()
    sizes = [len(example.answers) for example in found.examples]
    assert sizes == sorted(sizes)
    assert len(sizes) <= 8
    if expected:
        first = next(aspect for aspect in found.aspects)
        shown = [
            sum(1 + (len(value) if isinstance(value, tuple) else 0) for value in example.answers.values())
            for example in found.examples
            if first in example.shows
        ]
        assert min(shown) == expected[first]


def test_the_worst_stands_first_and_few_examples_leave_the_rest_named(folder: Folder) -> None:
    other_outcomes(folder)
    row_gone(folder)
    old, new = load_pack(TINY, "mini"), load_pack(folder.path, "mini")
    found = compare(old, new, most=1)
    assert found.aspects[0] == Aspect("besluit", "", "melden", "afsluiten")
    assert len(found.examples) == 1
    assert set(found.examples[0].shows) < set(found.aspects) == set(compare(old, new).aspects)


def test_only_what_both_packs_know_is_compared(folder: Folder) -> None:
    extra = "kort: Extra, vraag: Nog iets?, help: Extra., uitleg: Iets., waarom: Zomaar."
    hulp = "  - {id: hulp, step: 5"
    folder.edit("mini/facts.yaml", hulp, f"  - {{id: extra, step: 5, kind: ja_nee, {extra}}}\n{hulp}")
    folder.edit("mini/steps.yaml", "hulp]", "hulp, extra]")
    folder.edit("mini/facts.yaml", "values: [slaan, dreigen]", "values: [slaan, schoppen, dreigen]")
    folder.edit("mini/facts.yaml", "{slaan: Slaan,", "{slaan: Slaan, schoppen: Schoppen,")
    holds = "{{holds: [slaan{}]}}, vlag_mes"
    folder.edit(WEGING, holds.format(""), holds.format(", schoppen"))
    old, new = load_pack(TINY, "mini"), load_pack(folder.path, "mini")
    found = compare(old, new)
    assert (found.aspects, found.only_old, found.only_new) == ((), (), ("vormen: schoppen", "extra"))
    assert compare(new, old).only_old == ("vormen: schoppen", "extra")
    folder.edit(WEGING, "{id: E.1, when: {gevaar: ja}", "{id: E.1, when: {gevaar: ja, extra: onbekend}")
    assert compare(old, load_pack(folder.path, "mini")).aspects == ()
    folder.edit(WEGING, "extra: onbekend}", "extra: ja}")
    assert compare(old, load_pack(folder.path, "mini")).aspects != ()


def test_a_local_pack_and_its_parent() -> None:
    found = compare(load_pack(TINY, "mini"), load_pack(TINY, "dorp"))
    assert found.aspects == (Aspect("routes", "dorpshuis.koffie", "", "dorpshuis.koffie"),)
    (example,) = found.examples
    assert dict(example.answers) == {}


def test_the_shipped_packs_softened(tmp_path: Path) -> None:
    """A threshold higher and a row less: the milder besluiten are found, and confirmed by the evaluators."""
    changed = Folder(tmp_path / "rules", RULES)
    flags = "{{aantal_rode_vlaggen: {{at_least: {}}}}}, then: zeer_hoog"
    changed.edit(DANGER, flags.format(3), flags.format(4))
    for name in ("landelijk", "alkmaar"):
        old, new = load_pack(RULES, name), load_pack(changed.path, name)
        found = compare(old, new)
        besluiten = {(aspect.old, aspect.new) for aspect in found.aspects if aspect.kind == "besluit"}
        assert ("melden_direct", "advies_vragen") in besluiten
        assert all(was == "melden_direct" for was, _ in besluiten)
        flags = [fact.id for fact in new.facts if fact.group == "rode_vlaggen"]
        for example in found.examples:
            assert sum(example.answers.get(flag) == "ja" for flag in flags) == 3
        assert compare(new, new).aspects == ()
