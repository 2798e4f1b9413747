"""The stories of Alkmaar together: every local route, its borders, and a second reading."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from oracle import advise
from packs import RULES
from routewijzer.rules.load import load_cases, load_pack
from routewijzer.rules.stories import WorkedCase
from vocabulary import BESLUIT

PACK = load_pack(RULES, "alkmaar")
STORIES = {story.id: story for story in load_cases(PACK)}
ABOUT = {
    "partnergeweld", "intieme_terreur", "stalking", "kindermishandeling", "verwaarlozing",
    "ouderenmishandeling", "eer", "huwelijksdwang", "mensenhandel", "man", "lhbtiq", "vastgelopen_hulp",
    "vals_alarm", "slachtoffer_wil_niet", "charmante_ander", "huisverbod", "seksueel_geweld", "familie",
    "huisgenoot", "verzorger",
}  # fmt: skip


def answers(story: WorkedCase, **other: Any) -> dict[str, Any]:
    """The answers of a story as JSON gives them, some of them changed."""
    given = {**story.answers, **other}
    return {fact: list(value) if isinstance(value, tuple) else value for fact, value in given.items()}


@pytest.mark.parametrize("name", STORIES)
def test_a_second_reading_of_the_rules_gives_the_advice_of_the_story(name: str) -> None:
    got, wanted = advise(answers(STORIES[name]), "alkmaar"), STORIES[name].verwacht
    assert (got["besluit"], got["urgentie"]) == (wanted.besluit, wanted.urgentie)
    assert dict(got["routes"]) == dict(wanted.routes)
    assert set(got["acties"]) == set(wanted.acties)
    assert set(got["tegenstrijdig"]) == set(wanted.tegenstrijdig)


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if story.grens])
def test_the_other_answer_at_the_border_gives_another_besluit(name: str) -> None:
    border = STORIES[name].grens
    assert border is not None
    moved = advise(answers(STORIES[name], **{border.feit: border.anders}), "alkmaar")
    assert moved["besluit"] == border.besluit != STORIES[name].verwacht.besluit


def test_together_they_hold_every_local_route_and_every_besluit() -> None:
    national = {route.id for route in load_pack(RULES, "landelijk").routes}
    given = [story.verwacht for story in STORIES.values()]
    assert {route for one in given for route in one.routes} | national == {route.id for route in PACK.routes}
    assert {one.besluit for one in given} == set(BESLUIT)
    assert {word for story in STORIES.values() for word in story.thema} >= ABOUT


def test_there_are_enough_of_each_level_and_a_third_stands_on_a_border() -> None:
    levels = Counter(story.niveau for story in STORIES.values())
    assert sum(levels.values()) >= 30
    assert min(levels[1], levels[2], levels[3]) >= 10
    assert sum(story.grens is not None for story in STORIES.values()) * 3 >= len(STORIES)


def test_two_couples_want_to_go_on_and_only_one_may_talk_together() -> None:
    """The same wish and the same consent; what differs is whether she can speak freely."""
    fits, not_safe = STORIES["samen_verder"], STORIES["wij_praten_het_uit"]
    for fact in ("relatie", "eerder_geweld", "samen_verder", "toestemming_blijf"):
        assert fits.answers[fact] == not_safe.answers[fact]
    assert "blijf_groep.oranje_huis_traject" in fits.verwacht.routes
    assert "blijf_groep.oranje_huis_traject" not in not_safe.verwacht.routes
    assert "blijf_groep.consultatie" in not_safe.verwacht.routes


def test_a_place_is_asked_for_in_the_way_that_fits() -> None:
    """Three people without a safe place: a woman who wants shelter, one who does not, and a man."""
    wants, refuses, man = (
        STORIES[name] for name in ("handen_om_haar_keel", "haar_eigen_bed", "nergens_heen")
    )
    assert {one.answers["veilig_verblijf"] for one in (wants, refuses, man)} == {"nee"}
    assert "blijf_groep.noodopvang" in wants.verwacht.routes
    for one in (refuses, man):
        assert "blijf_groep.noodopvang" not in one.verwacht.routes
        assert one.verwacht.routes["blijf_groep.consultatie"] == "vandaag"
