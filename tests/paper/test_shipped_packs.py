"""The shipped packs on paper: every text can be drawn, and the hardest cases stay whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pydantic import BaseModel

from routewijzer.advice.engine import Engine
from routewijzer.advice.model import Advised, Reason
from routewijzer.case import Case
from routewijzer.paper import fonts
from routewijzer.paper.content import summarise
from routewijzer.paper.measures import FOOTER, HEIGHT, PAPER_HEIGHT, TOP
from routewijzer.paper.page import PaperSettings, strings
from routewijzer.paper.summary import render
from routewijzer.rules.load import load_cases, load_pack

ROOT = Path(__file__).resolve().parents[2]
DATE = dt.date(2026, 1, 2)
SETTINGS = PaperSettings("Gemeente Proefstad", "wijkteam, telefoon 14 000")
PACKS = ("landelijk", "alkmaar")


@pytest.fixture(scope="module")
def engines():
    return {name: Engine(load_pack(ROOT / "rules", name)) for name in PACKS}


def calm(pack):
    """Return the calmest answer to every question."""
    answers = {}
    for fact in pack.facts:
        if fact.mild is not None:
            answers[fact.id] = fact.mild
        else:
            answers[fact.id] = {"ja_nee": "nee", "meerkeuze": ()}.get(fact.kind) or (
                () if fact.kind == "meerkeuze" else fact.values[0]
            )
    return answers


def everything(pack):
    """Return ja to every question, every choice, and the last value before onbekend."""
    return {
        fact.id: {"ja_nee": "ja", "meerkeuze": fact.values}.get(fact.kind, fact.domain[-2])
        for fact in pack.facts
    }


EXTREMES = {
    "empty": lambda pack: {},
    "calm": calm,
    "everything": everything,
    "unknown": lambda pack: {fact.id: "onbekend" for fact in pack.facts},
}


def texts_of(part):
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts_of(getattr(part, name))
    elif isinstance(part, Mapping):
        yield from (text for value in part.values() for text in texts_of(value))
    elif isinstance(part, list | tuple):
        yield from (text for value in part for text in texts_of(value))


def pages_of(data):
    document = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_bounded().replace("\ufffe", "-") for page in document]
    document.close()
    return found


def together(pages):
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("name", PACKS)
def test_the_font_can_draw_every_text_of_the_pack(engines, name):
    pack = engines[name].pack
    parts = (pack.facts, pack.groups, pack.steps, pack.redenen, pack.decisions)
    parts += (pack.outcomes, pack.providers, pack.routes, pack.sources)
    words = list(texts_of(parts))
    assert len(words) > 500
    lacking = {text: fonts.missing(text) for text in words if fonts.missing(text)}
    assert lacking == {}


@pytest.mark.parametrize("extreme", EXTREMES)
@pytest.mark.parametrize("name", PACKS)
def test_an_extreme_case_prints_every_word_of_its_summary(engines, name, extreme):
    engine = engines[name]
    case = Case(name, EXTREMES[extreme](engine.pack))
    advice = engine.advise(case)
    pages = pages_of(render(case, advice, engine.pack, date=DATE, settings=SETTINGS))
    said = together(pages)
    summary = summarise(case, advice, engine.pack, date=DATE, settings=SETTINGS)
    shown = (
        summary.panel.title,
        summary.tasks,
        summary.tipping,
        summary.given,
        summary.clashes,
        summary.checks,
    )
    marks = {"stip", "vraag", "uitroep"}
    for words in set(strings(shown)) - marks:
        for word in words.split():
            assert word in said, (word, words)
    for why in summary.why:
        for word in (*why.reason.split(), why.rule):
            assert word in said, (word, why)
    assert len(pages) <= 4
    assert f"pagina {len(pages)} van {len(pages)}" in pages[-1]


@pytest.mark.parametrize("name", PACKS)
def test_a_calm_case_is_two_pages(engines, name):
    engine = engines[name]
    case = Case(name, calm(engine.pack))
    data = render(case, engine.advise(case), engine.pack, date=DATE, settings=SETTINGS)
    assert len(pages_of(data)) == 2


@pytest.mark.parametrize("name", PACKS)
def test_leaving_out_any_answer_of_a_mild_case_never_prints_a_mild_besluit_as_an_outcome(engines, name):
    engine = engines[name]
    pack = engine.pack
    whole = calm(pack) | {"vermoeden": "ja"}
    hidden = 0
    for left_out in whole:
        case = Case(name, {fact: value for fact, value in whole.items() if fact != left_out})
        advice = engine.advise(case)
        if advice.showable:
            continue
        hidden += 1
        said = " | ".join(strings(summarise(case, advice, pack, date=DATE, settings=SETTINGS)))
        for besluit in pack.outcomes.besluit:
            if besluit.mild:
                assert besluit.uitleg not in said
                assert not [title for title in besluit.titels.values() if title in said]
        assert pack.fact_by_id[left_out].vraag in said
    assert hidden


def worked_cases():
    """Name every worked case of the shipped packs; a missing one is a fault of the loader's own tests."""
    return [
        (name, path.stem)
        for name in PACKS
        for path in sorted((ROOT / "rules" / name / "cases").glob("*.yaml"))
    ]


@pytest.mark.parametrize(("name", "worked"), worked_cases())
def test_a_worked_case_has_its_besluit_routes_and_actions_on_page_1(engines, name, worked):
    engine = engines[name]
    (story,) = [case for case in load_cases(engine.pack) if case.id == worked]
    case = Case(name, story.answers)
    advice = engine.advise(case)
    pages = pages_of(render(case, advice, engine.pack, date=DATE, settings=SETTINGS))
    first = together(pages[:1])
    besluit = engine.pack.besluit_by_id[advice.besluit]
    if advice.showable:
        assert besluit.titels[advice.urgentie] in first
    for route in advice.routes:
        assert engine.pack.route_by_id[route.id].naam in first
    for actie in advice.acties:
        assert engine.pack.actie_by_id[actie.id].label in first
    assert len(pages) <= 4


def lowest(data):
    """Return how far the lowest line of writing is from the top of each page's room, as a part of it."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        words = page.get_textpage()
        bottoms = (words.get_charbox(at)[1] for at in range(words.count_chars()))
        line = min(bottom for bottom in bottoms if bottom > FOOTER)
        found.append((PAPER_HEIGHT - TOP - line) / HEIGHT)
    document.close()
    return found


def test_two_pages_are_the_rule_and_no_page_but_the_last_is_half_empty(engines):
    pages = {}
    for name, worked in worked_cases():
        engine = engines[name]
        (story,) = [case for case in load_cases(engine.pack) if case.id == worked]
        case = Case(name, story.answers)
        data = render(case, engine.advise(case), engine.pack, date=DATE, settings=SETTINGS)
        pages[name, worked] = lowest(data)
    assert len(pages) >= 60
    assert sum(len(fill) == 2 for fill in pages.values()) >= 0.8 * len(pages), pages
    assert max(len(fill) for fill in pages.values()) <= 3, pages
    assert all(part > 0.5 for fill in pages.values() for part in fill[:-1]), pages


@pytest.mark.parametrize("extreme", EXTREMES)
@pytest.mark.parametrize("name", PACKS)
def test_an_extreme_case_leaves_no_page_but_the_last_half_empty(engines, name, extreme):
    engine = engines[name]
    case = Case(name, EXTREMES[extreme](engine.pack))
    data = render(case, engine.advise(case), engine.pack, date=DATE, settings=SETTINGS)
    assert all(part > 0.5 for part in lowest(data)[:-1])


@pytest.mark.parametrize("name", PACKS)
def test_the_two_longest_contradictions_still_leave_two_pages(engines, name):
    """A calm case with the longest texts: box 5 stands beside the answers, in less room."""
    engine = engines[name]
    case = Case(name, calm(engine.pack))
    kinds = sorted(engine.pack.outcomes.tegenstrijdig, key=lambda kind: len(kind.uitleg))[-2:]
    facts = dict(list(case.answers.items())[:3])
    reason = Reason("tegenstrijdig", "T.1", None, (), facts, "Botst.")
    clashes = tuple(Advised(kind.id, None, (reason,)) for kind in kinds)
    advice = replace(engine.advise(case), tegenstrijdig=clashes)
    pages = pages_of(render(case, advice, engine.pack, date=DATE, settings=SETTINGS))
    assert len(pages) == 2
    for kind in kinds:
        assert together([kind.uitleg]) in together(pages[1:])
