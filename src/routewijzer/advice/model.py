"""The advice: the one object that screen, paper and journal read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from routewijzer.case import Answer


@dataclass(frozen=True, slots=True)
class Reason:
    """One row that decided, with the answers that made it hold."""

    decision: str
    rule: str
    grond: str | None
    """norm | beleid | voorzichtigheid, or None for a row that only combines or falls through."""
    bron: tuple[str, ...]
    facts: Mapping[str, Answer]
    """The answers that mattered; an unanswered fact stands here as "onbekend"."""
    text: str
    """The row's own `because`."""
    depth: int = 0
    """How far below the row that gave the result: 0 is that row itself."""


@dataclass(frozen=True, slots=True)
class Advised:
    """A route, action or contradiction, and the whole chain of reasons under it, top row first."""

    id: str
    urgentie: str | None
    """Of a route; None for acties and tegenstrijdig."""
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Tip:
    """One other answer that would change the besluit."""

    fact: str
    origin: Answer
    to: Answer
    besluit: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One other answer, and what the advice would then be, where besluit, urgentie or a route differs."""

    fact: str
    origin: Answer | None
    """None where the question is still open."""
    to: Answer
    besluit: str
    urgentie: str
    routes: Mapping[str, str]
    """Routes with their urgentie, most urgent first."""
    untold: frozenset[str] = frozenset()
    """Routes of which nothing may be said: they wait until safety is known, and here it is not."""


@dataclass(frozen=True, slots=True)
class Turns:
    """What other single answers change, as far as it may be told."""

    told: tuple[Turn, ...]
    held_routes: frozenset[str]
    """Routes that another answer changes, while that may not be told now."""
    held_urgentie: bool
    """Whether another answer changes the urgentie, while that may not be told now."""


@dataclass(frozen=True, slots=True)
class StepState:
    """How far one step of the meldcode is."""

    step: int
    state: str
    """gedaan | overgeslagen | open"""
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """What the rules say about a case. Lists are ordered by urgency, then by the pack's order."""

    pack: str
    version: str
    digest: str
    case_code: str
    besluit: str
    urgentie: str
    routes: tuple[Advised, ...]
    acties: tuple[Advised, ...]
    tegenstrijdig: tuple[Advised, ...]
    besluit_because: tuple[Reason, ...]
    """The chain under the besluit itself."""
    open: tuple[str, ...]
    voorlopig: bool
    zeker: bool
    kantelpunten: tuple[Tip, ...]
    flags_yes: int
    """How many red flags are answered ja (for the log's band)."""
    flags_unknown: int
    steps: tuple[StepState, ...]
    """Of steps 1 to 5."""
    vast: frozenset[str]
    """Ids of routes, acties and contradictions that stand whatever is answered to what is open.

    Where the besluit may not be shown, what only that besluit gives is not among them: it would tell.
    """
    showable: bool
    """False while a mild besluit is voorlopig: it is not shown as an outcome, logged or printed."""

    told: frozenset[str]
    """Ids of routes, acties and contradictions that may be shown now: all of a settled advice.

    Else what stands whatever is answered, and what is only careful: not what a hidden besluit would tell,
    nor what the pack lets wait until safety is known (a talk, a course for couples).
    """
    tips: tuple[Tip, ...]
    """The kantelpunten that may be told.

    None beside a besluit that is not shown, and none to a mild besluit while the advice is voorlopig or
    would be so with that answer.
    """

    @property
    def settled(self) -> bool:
        """Whether the besluit may be shown as an outcome: certain, or no safety question is open.

        Where it is not, everything that shows the advice leads with the questions still to answer.
        """
        return self.showable and (self.zeker or not self.voorlopig)
