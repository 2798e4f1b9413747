"""The national stories together: the whole of the national pack, its borders, and a second reading."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from oracle import advise
from packs import RULES
from routewijzer.rules.load import load_cases, load_pack
from routewijzer.rules.stories import WorkedCase
from vocabulary import ACTIES, BESLUIT, TEGENSTRIJDIG

PACK = load_pack(RULES, "landelijk")
STORIES = load_cases(PACK)
ABOUT = {
    "partnergeweld", "intieme_terreur", "stalking", "kindermishandeling", "ouderenmishandeling", "eer",
    "huwelijksdwang", "achterlating", "vgv", "mensenhandel", "man", "lhbtiq", "verwaarlozing", "familie",
    "vastgelopen_hulp", "vals_alarm", "slachtoffer_wil_niet", "charmante_ander", "seksueel_geweld",
    "zwanger", "huisgenoot", "verzorger",
}  # fmt: skip
MOST_SCENES, MOST_SENTENCES = 5, 6


def answers(story: WorkedCase, **other: Any) -> dict[str, Any]:
    """The answers of a story as JSON gives them, some of them changed."""
    given = {**story.answers, **other}
    return {fact: list(value) if isinstance(value, tuple) else value for fact, value in given.items()}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_second_reading_of_the_rules_gives_the_advice_of_the_story(story: WorkedCase) -> None:
    got, wanted = advise(answers(story), "landelijk"), story.verwacht
    assert (got["besluit"], got["urgentie"]) == (wanted.besluit, wanted.urgentie)
    assert dict(got["routes"]) == dict(wanted.routes)
    assert set(got["acties"]) == set(wanted.acties)
    assert set(got["tegenstrijdig"]) == set(wanted.tegenstrijdig)


@pytest.mark.parametrize("story", [one for one in STORIES if one.grens], ids=lambda story: story.id)
def test_the_other_answer_at_the_border_gives_another_besluit(story: WorkedCase) -> None:
    assert story.grens is not None
    moved = advise(answers(story, **{story.grens.feit: story.grens.anders}), "landelijk")
    assert moved["besluit"] == story.grens.besluit != story.verwacht.besluit


def test_together_they_hold_the_whole_national_pack() -> None:
    given = [story.verwacht for story in STORIES]
    assert {one.besluit for one in given} == set(BESLUIT)
    assert {route for one in given for route in one.routes} == {route.id for route in PACK.routes}
    assert {actie for one in given for actie in one.acties} == set(ACTIES)
    assert {kind for one in given for kind in one.tegenstrijdig} == set(TEGENSTRIJDIG)
    assert {word for story in STORIES for word in story.thema} == ABOUT


def test_there_are_enough_of_each_level_and_a_third_stands_on_a_border() -> None:
    levels = Counter(story.niveau for story in STORIES)
    assert sum(levels.values()) >= 30
    assert min(levels[1], levels[2], levels[3]) >= 10
    assert sum(story.grens is not None for story in STORIES) * 3 >= len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_story_unfolds_in_a_few_scenes(story: WorkedCase) -> None:
    steps = [scene.stap for scene in story.verhaal]
    assert steps == sorted(steps)
    assert {1, 2, 3, 4} <= set(steps)
    assert len(steps) <= MOST_SCENES
    assert all(
        2 <= sum(scene.tekst.count(mark) for mark in ".?") <= MOST_SENTENCES for scene in story.verhaal
    )
    assert 2 <= len(story.leerdoelen) <= 3
    assert all(goal.startswith(("U weet ", "U kunt ")) for goal in story.leerdoelen)
