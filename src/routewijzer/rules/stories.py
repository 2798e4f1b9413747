"""What a pack holds beside its rules: the glossary and the worked cases, loaded on first use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from routewijzer.rules.base import Dated, Int, Part, RouteId, Text, Word


class Term(Dated):
    """One entry of the glossary."""

    id: Word
    term: Text
    kort: Text
    """One line for a list of results."""
    betekenis: Text
    ook: tuple[Text, ...] = ()
    """Other words people search for."""
    zie: tuple[Word, ...] = ()
    """Ids of other terms, partners and articles."""
    bron: tuple[str, ...] = ()


class Expected(Part):
    """The whole expected advice of a worked case."""

    besluit: Word
    urgentie: Word
    routes: Mapping[RouteId, Word]
    acties: tuple[Word, ...]
    tegenstrijdig: tuple[Word, ...] = ()


class Check(Part):
    """Bare answers on a border and the whole expected advice (`checks/*.yaml`)."""

    id: Word
    answers: Mapping[Word, str | tuple[str, ...]]
    verwacht: Expected
    waarom: Text | None = None
    """Which border it stands on."""


class Scene(Part):
    """One part of a story: what becomes known in one step of the meldcode."""

    stap: Annotated[Int, Field(ge=1, le=5)]
    tekst: Text


class Grens(Part):
    """The border that a worked case stands on: one other answer, and the besluit that it would give."""

    feit: Word
    anders: str | tuple[str, ...]
    besluit: Word


class WorkedCase(Part):
    """A short story without names, its answers and the whole expected advice (`cases/*.yaml`)."""

    id: Word
    titel: Text
    niveau: Annotated[Int, Field(ge=1, le=3)]
    thema: tuple[Word, ...] = ()
    """What it is about, to choose by: partnergeweld, kind, ouderen, eer, mensenhandel, man, lhbtiq ..."""
    verhaal: tuple[Scene, ...]
    """Unfolds by step; steps do not go back."""
    answers: Mapping[Word, str | tuple[str, ...]]
    verwacht: Expected
    grens: Grens | None = None
    waarom: Text
    leerdoelen: tuple[Text, ...] = ()
