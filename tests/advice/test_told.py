"""What is told of an advice whose mild besluit may not be shown: nothing that only that besluit gives."""

from __future__ import annotations

import random

import pytest

from oracle import random_case
from routewijzer.paper.plain import as_text

ONLY_MILD = {"lokaal.monitoring", "lokaal.afsluiten"}


@pytest.mark.parametrize("pack", ["landelijk", "alkmaar"])
def test_what_only_a_mild_besluit_gives_is_not_told_while_it_is_hidden(engines, readers, pack) -> None:
    engine, rng, hidden = engines[pack], random.Random(11), 0
    mild = [item for item in engine.pack.outcomes.besluit if item.mild]
    while hidden < 60:
        answers = random_case(rng, calm=True)
        for name in rng.sample(sorted(answers), 3):
            del answers[name]
        advice = engine.advise(readers[pack].read({"answers": answers}))
        if advice.showable:
            continue
        hidden += 1
        assert advice.tips == ()
        assert not advice.vast & (ONLY_MILD | {"termijn_afspreken", "monitoring_afspreken"})
        told = as_text(advice, engine.pack)
        for besluit in mild:
            assert not any(title in told for title in besluit.titels.values())
        names = [engine.pack.route_by_id[name].naam for name in ONLY_MILD]
        acties = ("termijn_afspreken", "monitoring_afspreken")
        names += [engine.pack.actie_by_id[name].label for name in acties]
        assert not [name for name in names if name in told]


@pytest.mark.parametrize("pack", ["landelijk", "alkmaar"])
def test_no_tip_names_a_mild_besluit_while_safety_is_open(engines, readers, pack) -> None:
    engine, rng, seen = engines[pack], random.Random(12), 0
    mild = {item.id for item in engine.pack.outcomes.besluit if item.mild}
    while seen < 25:
        answers = random_case(rng, calm=True)
        del answers[rng.choice(sorted(answers))]
        advice = engine.advise(readers[pack].read({"answers": answers}))
        if advice.voorlopig and {tip.besluit for tip in advice.kantelpunten} & mild:
            seen += 1
            assert not {tip.besluit for tip in advice.tips} & mild


def test_first_veilig_thuis_stays_beside_a_hidden_besluit(engines, readers) -> None:
    """Where a talk is not safe that is told at once; it never waits for the other answers."""
    engine, rng, kept = engines["landelijk"], random.Random(13), 0
    while not kept:
        answers = random_case(rng, calm=True) | {"gesprek": "niet_veilig"}
        del answers[rng.choice(sorted(answers.keys() - {"gesprek"}))]
        advice = engine.advise(readers["landelijk"].read({"answers": answers}))
        if not advice.showable:
            kept += 1
            assert "eerst_veilig_thuis" in advice.vast or "gesprek_volgens_afspraak" in advice.vast
