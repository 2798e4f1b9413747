"""What a proof found: plain data, free of z3."""

from __future__ import annotations

from dataclasses import dataclass

from routewijzer.case import Answer


@dataclass(frozen=True, slots=True)
class Broken:
    """A property that does not hold, with a case that shows it where a case can."""

    id: str
    nummer: int
    titel: str
    expected: str
    """What should have come out, in words."""
    answers: dict[str, Answer] | None = None
    """The smallest case; what is onbekend in it is left out. None where no case can show it (a dead row)."""
    other: dict[str, Answer] | None = None
    """Of property 2: the same case with another answer, which comes out milder."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of every property of one pack."""

    proved: tuple[str, ...]
    """Ids of what holds."""
    broken: tuple[Broken, ...]
