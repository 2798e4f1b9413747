"""Every text reads as plain Dutch: short sentences, known words, no blame.

What is wrong is told with its place. `words.yaml` names the exceptions, each with its reason; docs/texts.md
says how we write.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any, get_args

import pytest
import yaml

from packs import RULES, SHIPPED
from routewijzer import text
from routewijzer.rules import knowledge, model, stories
from routewijzer.rules.knowledge import Item, load_knowledge
from routewijzer.rules.load import load_pack
from texts.gather import Piece, app_pieces, pack_pieces
from texts.reading import PASSIVE, abbreviations, known, length, sentences, words

MAX, MEAN = 22, 12.0
"""Words in a sentence: the most, and the mean over all texts of one kind."""
MEAN_OF_ONE = 13.0
"""The mean of kinds whose texts are one sentence that must hold a whole reason."""
ONE_SENTENCE = {"Rule.because"}
PASSIVES, FEW = 0.15, 20
"""The most sentences with `wordt` and a participle, as a share of a kind with at least so many sentences."""
LISTS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
NO_SENTENCES = {"keeping.toml: drafts.zelfstandig", "keeping.toml: drafts.bijvoeglijk"}
"""Words that the program puts together to a name for a draft."""


@cache
def pieces() -> tuple[Piece, ...]:
    """Return every text."""
    return tuple(one for one in (*pack_pieces(), *app_pieces()) if one.where not in NO_SENTENCES)


def told(piece: Piece, sentence: str, what: str) -> str:
    """Return one finding as a line."""
    return f"{piece.where} | {sentence} | {what}"


def excepted(piece: Piece, sentence: str, rule: str) -> bool:
    """Whether words.yaml lets a sentence pass one rule."""
    return any(
        one["tekst"] == piece.where and one["regel"] == rule and one["bij"] in sentence
        for one in LISTS["uitzonderingen"]
    )


def too_long(piece: Piece) -> Iterator[str]:
    """Give the sentences with too many words."""
    for sentence in sentences(piece.text):
        if length(sentence) > MAX and not excepted(piece, sentence, "lengte"):
            yield told(piece, sentence, f"{length(sentence)} woorden; toegestaan is ten hoogste {MAX}")


def unknown(piece: Piece) -> Iterator[str]:
    """Give the words that are neither common nor named."""
    allowed = {*LISTS["begrippen"], *LISTS["namen"], *LISTS["programma"], *LISTS["gewoon"]}
    if piece.where.partition(".toml")[0] in LISTS["beheer_in"]:
        allowed |= set(LISTS["beheer"])
    for sentence in sentences(piece.text):
        for word in words(sentence):
            if word.lower() not in allowed and not known(word):
                yield told(piece, sentence, f"onbekend woord: {word}")


def unwanted(piece: Piece) -> Iterator[str]:
    """Give what no text holds: blame, officialese, exclamation marks, dashes as commas, abbreviations."""
    for sentence in sentences(piece.text):
        for word, why in LISTS["verboden"].items():
            if re.search(rf"\b{word}\b", sentence, re.IGNORECASE) and not excepted(piece, sentence, "woord"):
                yield told(piece, sentence, f"{word}: {why}")
        if "!" in sentence:
            yield told(piece, sentence, "uitroepteken")
        if re.search(r"\s-\s|[–—]", sentence) and not excepted(piece, sentence, "streepje"):
            yield told(piece, sentence, "streepje als komma")
        for short in abbreviations(sentence):
            yield told(piece, sentence, f"afkorting: {short}")


CHECKS = {"lengte": too_long, "woorden": unknown, "ongewenst": unwanted}


@pytest.mark.parametrize("name", CHECKS)
def test_every_text_reads_well(name: str) -> None:
    found = [line for piece in pieces() for line in CHECKS[name](piece)]
    assert not found, "\n".join(found)


def by_kind() -> dict[str, list[str]]:
    """Return every sentence by the kind of its text."""
    made = defaultdict(list)
    for piece in pieces():
        made[piece.kind] += sentences(piece.text)
    return made


def test_sentences_are_short_on_the_whole() -> None:
    found = []
    for kind, listed in by_kind().items():
        most = MEAN_OF_ONE if kind in ONE_SENTENCE else MEAN
        average = mean(map(length, listed))
        if average > most:
            found.append(f"{kind}: gemiddeld {average:.1f} woorden; toegestaan is {most}")
    assert not found, "\n".join(found)


def test_somebody_does_it() -> None:
    found = []
    for kind, listed in by_kind().items():
        passive = [sentence for sentence in listed if PASSIVE.search(sentence)]
        if len(listed) >= FEW and len(passive) > PASSIVES * len(listed):
            found.append(f"{kind}: {len(passive)} van {len(listed)} lijdend: {passive[:3]}")
    assert not found, "\n".join(found)


MODELS = (
    *(model.Fact, model.Group, model.Rule, model.Decision, model.Besluit, model.Urgentie, model.Actie),
    *(model.Tegenstrijdigheid, model.Provider, model.Route, model.Block, model.Reden, model.Step),
    *(model.Source, stories.Term, stories.Scene, stories.WorkedCase, knowledge.Cijfer),
    *(knowledge.Partner, knowledge.Passage, knowledge.Artikel, knowledge.Reeks, knowledge.Breuk),
)
NO_PROSE_HERE = {"ook", "waar", "telefoon", "wanneer", "uitvoerder"}
"""Texts that are no prose, or that no part of the shipped packs has to have."""


def test_every_field_with_a_text_is_read() -> None:
    kinds = {piece.kind for piece in pieces()}
    wanted = {
        f"{kind.__name__}.{name}"
        for kind in MODELS
        for name, field in kind.model_fields.items()
        if "strip_whitespace=True" in f"{field!r}{get_args(field.annotation)}" and name not in NO_PROSE_HERE
    }
    assert len(wanted) > 60
    assert wanted - kinds == set()
    assert {f"app.{file}" for file in text.FILES} <= kinds
    assert len(pieces()) > 3500


# ------------------------------------------------------------------------------------- the lists are honest


@cache
def items() -> dict[str, Item]:
    """Return what the knowledge base holds, by id."""
    return {item.id: item for name in SHIPPED for item in load_knowledge(RULES, load_pack(RULES, name)).all}


@pytest.mark.parametrize("name", ["begrippen", "namen", "programma", "gewoon", "beheer", "verboden"])
def test_a_list_is_sorted_and_holds_no_word_twice(name: str) -> None:
    listed = list(LISTS[name])
    assert listed == sorted(set(listed))


def test_every_exception_is_in_use() -> None:
    used = {word.lower() for piece in pieces() for word in words(piece.text)}
    kept = [*LISTS["begrippen"], *LISTS["namen"], *LISTS["programma"], *LISTS["gewoon"], *LISTS["beheer"]]
    assert [word for word in kept if word not in used] == []
    needless = [word for word in (*LISTS["programma"], *LISTS["gewoon"], *LISTS["beheer"]) if known(word)]
    assert needless == []
    for one in LISTS["uitzonderingen"]:
        texts = [piece.text for piece in pieces() if piece.where == one["tekst"]]
        assert any(one["bij"] in re.sub(r"\s+", " ", text) for text in texts), one
        assert one["waarom"]


@pytest.mark.parametrize(("word", "item"), LISTS["begrippen"].items())
def test_a_word_of_the_field_is_explained(word: str, item: str) -> None:
    root = re.sub(r"(.)\1", r"\1", word.removeprefix("ge"))[:4]  # gewurgd: wurg, gesmoord: smor
    said = re.sub(r"(.)\1", r"\1", items()[item].model_dump_json().lower())
    assert root in said, f"{item} does not use {word}"


def sample(given: str) -> list[str]:
    """Return what all checks find in one text."""
    piece = Piece("x: y", "z", given)
    return [line.rpartition(" | ")[2] for check in CHECKS.values() for line in check(piece)]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("U belt Veilig Thuis. Dat is gratis.", []),
        ("Dit is de dader.", ['dader: noemt iemand schuldig; zeg "de ander"']),
        ("U dient te bellen.", ['dient te: zeg "u" met een werkwoord', 'u dient: zeg "u" met een werkwoord']),
        ("Bel nu!", ["uitroepteken"]),
        ("Bel nu – het is dringend.", ["streepje als komma"]),
        ("Neem een vriend mee, bijv. een buur.", ["afkorting: bijv."]),
        ("De epistemische kwestie blijft open.", ["onbekend woord: epistemische"]),
        ("De " + "grote " * 22 + "man.", ["24 woorden; toegestaan is ten hoogste 22"]),
        ("De grote man. " * 12, []),
    ],
)
def test_the_checks_find_what_is_wrong(given: str, found: list[str]) -> None:
    assert sample(given) == found


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("De melding wordt gedaan door u.", True),
        ("Als het slachtoffer werd bedreigd, belt u.", True),
        ("Wat besproken wordt, schrijft u op.", True),
        ("U doet de melding.", False),
        ("Het wordt erger als niemand iets doet.", False),
    ],
)
def test_a_passive_is_seen(sentence: str, passive: bool) -> None:
    assert bool(PASSIVE.search(sentence)) is passive
