"""What every part of a pack is made of: the words, and what a row may ask."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
RouteId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z0-9_]+$", max_length=60)]
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)+$", max_length=20)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# Strict: YAML gives whole numbers, dates and true/false as such; `orde: true` or `valid_from: 5` is a slip.
Int = Annotated[int, Strict()]
Bool = Annotated[bool, Strict()]
Day = Annotated[dt.date, Strict()]

Kind = Literal["ja_nee", "keuze", "meerkeuze"]
Grond = Literal["norm", "beleid", "voorzichtigheid"]
HitPolicy = Literal["first", "priority", "collect", "count"]


class Part(BaseModel):
    """Base of everything in a pack: frozen, and an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Dated(Part):
    """What can go out of date: a number, a term, somebody's duty."""

    gecontroleerd_op: Day | None = None
    """Day on which somebody last held it against its source; absent where nobody did."""
    controle_nodig: Bool = False
    """Not confirmed yet by the aandachtsfunctionaris."""


def short_forms(value: object) -> object:
    """Return a condition's short form in YAML as its fields.

    Raises:
        PydanticCustomError: what pydantic tells as "no condition".
    """
    if isinstance(value, str):
        return {"one_of": (value,)}
    if isinstance(value, list):
        return {"one_of": value}
    if isinstance(value, dict) and len(value) == 1:
        ((name, inner),) = value.items()
        listed = (inner,) if isinstance(inner, str) else inner
        if name == "not":
            return {"none_of": listed}
        if name == "holds":
            return {"holds": listed}
        if name in ("at_least", "at_most"):
            return {name: inner}
    raise PydanticCustomError("condition", "no known condition")


class Condition(Part):
    """What one row asks of one fact or decision. Exactly one of the fields is given.

    In YAML: `v` or `[a, b]` (one_of), `{not: ...}`, `{holds: [...]}`, `{at_least: n}`, `{at_most: n}`.
    """

    one_of: tuple[str, ...] | None = None
    none_of: tuple[str, ...] | None = None
    holds: tuple[str, ...] | None = None
    at_least: Int | None = None
    at_most: Int | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: object) -> object:
        return short_forms(value)


class Count(Part):
    """What a COUNT table counts: the facts of a group with one answer."""

    group: Word
    is_: Annotated[str, Field(alias="is")]
