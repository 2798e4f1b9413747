"""What must be proved of a pack (`eigenschappen.yaml`): a small closed form, no expressions and no code.

A begrip names a situation, so that it can be used more than once. An eigenschap says of every
combination of answers: where this holds, that holds too (`dan`), or that never holds (`nooit`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from routewijzer.rules.base import Count, Int, Part, Text, Word, short_forms

EigenschapId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=60)]


class Claim(Part):
    """What is asked of one fact, table, route or begrip: as in a row, and "at least as severe as".

    `at_least` and `at_most` take a number of a count or a meerkeuze, and an output of a table that has
    an order (besluit), of the urgentie of the whole advice, or of the urgentie of one route.
    """

    one_of: tuple[str, ...] | None = None
    none_of: tuple[str, ...] | None = None
    holds: tuple[str, ...] | None = None
    at_least: Int | Word | None = None
    at_most: Int | Word | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: object) -> object:
        return short_forms(value)


Situation = Mapping[str, Claim]
"""All of it holds: claims by the id of a fact, table, route or begrip, or the word `urgentie`."""


class Veiligheid(Part):
    """A safety fact and its answer of lowest danger: what facts.yaml must say too."""

    id: Word
    mild: Word | tuple[Word, ...]


class Bewaakt(Part):
    """A mark that keeps something from being shown or filled too early: the pack must say it too."""

    id: str
    teken: Literal["mild", "wacht", "kritiek"]
    """mild of a besluit, wacht of a route or actie, kritiek of a fact."""


class Begrip(Part):
    """A situation with a name (then it is ja or nee), or a count of answers in a group."""

    id: Word
    titel: Text
    een_van: tuple[Situation, ...] = ()
    """It is ja where one of these holds."""
    tel: Count | None = None


class Eigenschap(Part):
    """One property: under every combination of answers, where one of `waar` holds ..."""

    id: EigenschapId
    nummer: Annotated[Int, Field(ge=1)]
    """Which of the numbered properties of the decision logic it is a part of."""
    titel: Text
    """The property as a sentence, for whoever reads the proof."""
    waar: tuple[Situation, ...]
    """Alternatives: one of them holds. `[{}]` is always."""
    dan: tuple[Situation, ...] = ()
    """... one of these holds too."""
    nooit: tuple[Situation, ...] = ()
    """... none of these holds."""
