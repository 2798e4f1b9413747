"""What no text may promise, claim or ask: the part of docs/texts-checklist.md that a test can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from packs import RULES
from routewijzer.rules.base import Part
from routewijzer.rules.knowledge import load_knowledge
from routewijzer.rules.load import load_pack
from texts.gather import Piece, app_pieces, pack_pieces
from texts.reading import sentences

PIECES = (*pack_pieces(), *app_pieces())
NUMBERS = {"112", "0800-2000", "0900-8844", "088 234 24 50"}
"""Every telephone number that the sources give."""
PHONE = re.compile(r"\b(?:112|0\d[\d -]{5,}\d)\b")

LAW = re.compile(r"\b(?:wet|wetten|wettelijke?|verplicht\w*|strafbaar)\b", re.IGNORECASE)
LAW_PLACES = (
    *("Source besluit-meldcode", "Source huisverbod", "Source nieuw", "Source keuze"),
    *("Fact samenwonend", "Fact pleger_volwassen", "Fact verbod_overtreden", "Rule A2.6"),
    *("Route politie.overtreding", "Partner politie", "Term tijdelijk_huisverbod", "Term psychisch_geweld"),
    *("Artikel huisverbod_tijdlijn", "Artikel stop_femicide", "Artikel taken_van_de_gemeente"),
    *("WorkedCase voor_de_deur", "desktop.caution_note", "grond.voorzichtigheid_uitleg"),
)
"""Where a text speaks of law; each was held against the list of sources."""

TERROR = re.compile(r"\bintieme terreur\b", re.IGNORECASE)
TERROR_PLACES = (
    *("Source rode-vlaggen", "Source gesprek-veilig", "Artikel veilig_gesprek", "Artikel beleid_alkmaar"),
    *("Term partnergeweld", "Term intieme_terreur_begrip", "Term dwingende_controle_begrip"),
    *("Route blijf_groep.gerichte_aanpak", "Partner blijf_oranje_huis_traject"),
    *("Partner blijf_gerichte_aanpak", "WorkedCase nooit_een_klap"),
)
"""Where it is about partners and ex-partners; elsewhere the word is escalatie."""

TALK = re.compile(
    r"\b(?:spreek|praat|bel|bespreek|overleg|vertel)\b"
    r"[^.?!]*\b(?:familie|gezin|ouders|partner|de ander|betrokkenen)\b",
    re.IGNORECASE,
)
BOUND = re.compile(r"\b(?:niet|nog niet|nooit|niemand|eerst|alleen|spreek af|zonder|112)\b", re.IGNORECASE)
TALK_PLACES = ("Actie gesprek_voeren", "Actie melding_bespreken", "Actie samen_met_vt")
"""The acties that give a talk, or say who gives it; they never stand where a talk may endanger."""


def said(pattern: re.Pattern[str], pieces: tuple[Piece, ...] = PIECES) -> Iterator[tuple[str, str]]:
    """Give the place and the sentence of every find."""
    for piece in pieces:
        for sentence in sentences(piece.text):
            if pattern.search(sentence):
                yield piece.where, sentence


def outside(pattern: re.Pattern[str], places: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the finds in other places."""
    ends = tuple(re.compile(rf"{re.escape(place)}(?: |$)") for place in places)
    return [found for found in said(pattern) if not any(end.search(found[0]) for end in ends)]


def test_no_number_that_the_sources_do_not_give() -> None:
    pack = load_pack(RULES, "alkmaar")
    parts: list[Part] = [*pack.routes, *load_knowledge(RULES, pack).partners]
    fields = {number for part in parts if (number := getattr(part, "telefoon", None)) is not None}
    assert fields
    assert fields <= NUMBERS
    texts = {number for piece in PIECES for number in PHONE.findall(piece.text)}
    assert {"112", "0800-2000"} <= texts <= NUMBERS


@pytest.mark.parametrize(
    ("pattern", "places"), [(LAW, LAW_PLACES), (TERROR, TERROR_PLACES)], ids=["law", "terror"]
)
def test_a_loaded_word_stands_where_it_was_weighed(pattern: re.Pattern[str], places: tuple[str, ...]) -> None:
    assert outside(pattern, places) == []
    named = " ".join(where for where, _ in said(pattern))
    assert [place for place in places if place not in named] == []


def test_no_text_sends_a_worker_to_the_family_but_the_acties_that_give_it() -> None:
    told = [(where, sentence) for where, sentence in outside(TALK, TALK_PLACES) if "WorkedCase" not in where]
    told = [(where, sentence) for where, sentence in told if not BOUND.search(sentence)]
    assert told == []


@pytest.mark.parametrize(
    ("sentence", "sends"),
    [
        ("Bel de ouders en vraag hoe het gaat.", True),
        ("Bespreek uw zorgen met het gezin.", True),
        ("Praat nog niet met de familie.", False),
        ("Bel Veilig Thuis.", False),
        ("Praat alleen met het gezin zoals u afsprak.", False),
    ],
)
def test_a_text_that_sends_a_worker_to_the_family_is_seen(sentence: str, sends: bool) -> None:
    assert bool(TALK.search(sentence) and not BOUND.search(sentence)) is sends
