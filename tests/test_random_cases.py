"""The cases the oracle takes and makes: bad ones are refused, random ones reach every answer and besluit."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings

from oracle import advise, cases, random_case, tables
from vocabulary import BESLUIT, FACTS, UNKNOWN


def test_random_cases_say_everything() -> None:
    """Every value of every fact, none, onbekend, every besluit; and the same from the same seed."""
    for is_calm in (False, True):
        rng, again = random.Random(5), random.Random(5)
        made = [random_case(rng, calm=is_calm) for _ in range(6000)]
        assert made[:500] == [random_case(again, calm=is_calm) for _ in range(500)]
        for fact in FACTS:
            seen = {str(case.get(fact.id)) for case in made}
            assert {"None", UNKNOWN} <= seen
            if fact.kind == "meerkeuze":
                assert {"[]", *(str([value]) for value in fact.values)} <= seen
            else:
                assert set(fact.values) <= seen
        besluiten = {advise(case, "landelijk")["besluit"] for case in made}
        assert besluiten == set(BESLUIT) if is_calm else len(besluiten) >= 4


@settings(max_examples=100, deadline=None)
@given(cases())
def test_strategy_makes_cases(answers: dict[str, Any]) -> None:
    for pack in ("landelijk", "alkmaar"):
        assert tables(answers, pack)["besluit"] in BESLUIT


@pytest.mark.parametrize(
    "bad",
    [
        {"direct_gevar": "ja"},
        {"direct_gevaar": "misschien"},
        {"geweldsvormen": "stalking"},
        {"geweldsvormen": ["stalking", "stalking"]},
        {"direct_gevaar": ["ja"]},
    ],
)
def test_bad_answers_are_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no such"):
        advise(bad, "alkmaar")
