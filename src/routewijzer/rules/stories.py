"""What a pack holds beside its rules: the glossary and the worked cases, loaded on first use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from routewijzer.rules.base import Bool, Int, Part, RouteId, Text, Word


class Term(Part):
    """One entry of the glossary."""

    id: Word
    term: Text
    soort: Literal["begrip", "partner"] = "begrip"
    kort: Text
    """One line for a list of results."""
    betekenis: Text
    ook: tuple[Text, ...] = ()
    """Other words people search for."""
    bron: tuple[str, ...] = ()
    controle_nodig: Bool = False


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


class WorkedCase(Part):
    """A short story without names, its answers and the whole expected advice (`cases/*.yaml`)."""

    id: Word
    titel: Text
    niveau: Annotated[Int, Field(ge=1, le=3)]
    verhaal: Text
    answers: Mapping[Word, str | tuple[str, ...]]
    verwacht: Expected
    waarom: Text
