"""All worked cases together: nobody can be known by one, they cover the packs, and a border is a border.

That a second reading of the rules agrees with each is in tests/rules/test_stories_*.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from packs import RULES, SHIPPED
from routewijzer.advice import working
from routewijzer.rules.load import load_cases, load_pack
from routewijzer.rules.stories import Check, WorkedCase
from texts.reading import sentences

STORIES = [(name, story) for name in SHIPPED for story in load_cases(load_pack(RULES, name))]
BORDERS = [(name, story) for name, story in STORIES if story.grens]
PROPER = {
    "Veilig", "Thuis", "Blijf", "Groep", "Oranje", "Huis", "Traject", "AWARE", "MDA", "CoMensha", "Centrum",
    "Seksueel", "Geweld", "Alkmaar", "West", "Friesland", "Kop", "Noord", "Holland",
}  # fmt: skip
"""Parts of the names of organisations and regions: the only capitals inside a sentence."""
FIRST_NAMES = {
    "ahmed", "ali", "anna", "anne", "anouk", "ayse", "bas", "bram", "daan", "david", "emma", "emre",
    "eva", "fatima", "fleur", "hans", "henk", "jan", "jasper", "jeroen", "johan", "johanna", "karim",
    "kees", "khadija", "kim", "laura", "lisa", "lotte", "maria", "mark", "marieke", "mehmet", "mohamed",
    "mohammed", "moniek", "naima", "noor", "omar", "peter", "piet", "pieter", "rachid", "robin", "sanne",
    "sara", "sophie", "thijs", "thomas", "tim", "tom", "willem", "yara", "youssef",
}  # fmt: skip
"""Common first names, where one begins a sentence."""
NUMBER = re.compile(r"\d+")
ALLOWED_NUMBERS = {"112"}
MONTHS = re.compile(
    r"\b(januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
DAY = re.compile(r"\b(\w+ste|\w+de) (januari|februari|maart|april|mei|juni|juli)\b", re.IGNORECASE)
PLACES = re.compile(r"\b[A-Z]\w+(?:straat|laan|plein|gracht)\b")


def texts(story: WorkedCase) -> Iterator[str]:
    """Give every text of a story."""
    yield from (story.titel, story.waarom, *story.leerdoelen, *(scene.tekst for scene in story.verhaal))


def telling(given: str) -> list[str]:
    """Return what somebody could be known by: names, numbers, days, streets."""
    found = [one for one in NUMBER.findall(given) if one not in ALLOWED_NUMBERS]
    for pattern in (MONTHS, DAY, PLACES):
        found += [one.group(0) for one in pattern.finditer(given)]
    for sentence in sentences(given):
        for part in re.split(r"(?<=:)\s+", sentence):
            first, *rest = re.findall(r"[^\W\d_]+", part) or [""]
            found += [word for word in rest if word[:1].isupper() and word not in PROPER]
            found += [first] if first.lower() in FIRST_NAMES else []
    return found


@pytest.mark.parametrize(("name", "story"), STORIES, ids=lambda value: getattr(value, "id", value))
def test_nobody_can_be_known(name: str, story: WorkedCase) -> None:
    assert [(one, telling(one)) for one in texts(story) if telling(one)] == []


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("Een vrouw belt Veilig Thuis. Daarna belt zij 112.", []),
        ("Een vrouw, Samira, belt u.", ["Samira"]),
        ("Jan belt u.", ["Jan"]),
        ("Hij zei: Kees weet ervan.", ["Kees"]),
        ("Zij woont in de Dorpsstraat.", ["straat", "Dorpsstraat"]),
        ("Zij is 34 en belt 0612345678.", ["34", "0612345678"]),
        ("Het gebeurde op 3 mei, de derde mei dus.", ["3", "derde mei"]),
        ("In oktober begon het.", ["oktober"]),
    ],
)
def test_a_name_a_number_a_day_or_a_street_is_found(given: str, found: list[str]) -> None:
    got = telling(given)
    assert bool(got) is bool(found)
    assert any(one.lower() in "".join(got).lower() for one in found) or not found


@pytest.mark.parametrize(("name", "story"), STORIES, ids=lambda value: getattr(value, "id", value))
def test_a_story_unfolds_and_teaches(name: str, story: WorkedCase) -> None:
    steps = [scene.stap for scene in story.verhaal]
    assert steps == sorted(steps)
    assert len(steps) >= 3
    assert story.thema
    assert len(set(story.leerdoelen)) >= 2
    assert len(story.waarom.split()) >= 15


@pytest.mark.parametrize(("name", "story"), BORDERS, ids=lambda value: getattr(value, "id", value))
def test_one_other_answer_crosses_the_border(name: str, story: WorkedCase, engines, readers) -> None:
    assert story.grens is not None
    moved = Check(
        id=story.id,
        answers={**story.answers, story.grens.feit: story.grens.anders},
        verwacht=story.verwacht,
    )
    evaluator, reader = engines[name].evaluator, readers[name]
    before = evaluator.outcome(working.read(reader, story)).besluit
    after = evaluator.outcome(working.read(reader, moved)).besluit
    assert story.answers.get(story.grens.feit) != story.grens.anders
    assert (before, after) == (story.verwacht.besluit, story.grens.besluit)
    assert before != after


def test_there_are_sixty_of_all_levels_and_a_third_stands_on_a_border() -> None:
    levels = Counter(story.niveau for _, story in STORIES)
    assert len(STORIES) >= 60
    assert min(levels[1], levels[2], levels[3]) >= 15
    assert len(BORDERS) * 3 >= len(STORIES)
    titles = [story.titel for _, story in STORIES]
    assert len(set(titles)) == len(titles)


def test_together_they_hold_everything_that_an_advice_can_say() -> None:
    pack, given = load_pack(RULES, "alkmaar"), [story.verwacht for _, story in STORIES]
    assert {one.besluit for one in given} == set(pack.besluit_by_id)
    assert {one.urgentie for one in given} == set(pack.urgentie_by_id)
    assert {route for one in given for route in one.routes} == set(pack.route_by_id)
    assert {actie for one in given for actie in one.acties} == set(pack.actie_by_id)
    assert {kind for one in given for kind in one.tegenstrijdig} == set(pack.tegenstrijdig_by_id)


def test_no_learning_goal_and_no_scene_is_said_twice() -> None:
    scenes = Counter(scene.tekst for _, story in STORIES for scene in story.verhaal)
    assert [one for one, times in scenes.items() if times > 1] == []
    for _, story in STORIES:
        assert len(set(story.leerdoelen)) == len(story.leerdoelen)
