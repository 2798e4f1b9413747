"""One intake in progress: engine, cases so far, stops, and where the worker is in it. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from routewijzer import text
from routewijzer.desktop.frozen import Frozen

if TYPE_CHECKING:  # the first paint waits for none of these
    from routewijzer.advice.engine import Engine
    from routewijzer.advice.influence import Blocker
    from routewijzer.advice.model import Advice, Turns
    from routewijzer.case import Case
    from routewijzer.journal.drafts import Draft
    from routewijzer.rules.model import Fact, RulePack

CHECK, ADVICE = "controleren", "advies"


class Stop(Frozen):
    """A place on the route of an intake: a block of questions, the check, or the advice."""

    id: str
    step: int
    """0 to 5; 6 for the check and 7 for the advice."""
    titel: str
    facts: tuple[str, ...] = ()
    group: str | None = None
    """The group whose facts fill the whole block: they are asked as one list."""


class Intake(Frozen):
    """One intake in progress. Everything in it is frozen; the session swaps it for the next."""

    engine: Engine
    history: tuple[Case, ...]
    at: int
    """Place of the current case in the history; what follows can be redone."""
    page: str
    """Id of the current stop."""
    cursor: int = 0
    """Place of the question that is asked now in its block; the block's length when all were passed."""
    kind: str = "intake"
    draft: Draft | None = None
    saved: str = ""
    """Time of the last save, "14.12"."""
    ticked: frozenset[str] = frozenset()
    """Actions ticked by hand; they are kept nowhere."""
    note: str = ""
    """A text for the prints of this intake. It is kept nowhere and goes with the intake."""
    seen: frozenset[int] = frozenset()
    """Steps that were visited."""

    @property
    def case(self) -> Case:
        """The current case."""
        return self.history[self.at]

    @property
    def pack(self) -> RulePack:
        """The pack the intake is asked under."""
        return self.engine.pack

    @cached_property
    def advice(self) -> Advice:
        """The advice of the current case, worked out once."""
        return self.engine.advise(self.case)

    @cached_property
    def idle(self) -> Mapping[str, tuple[Blocker, ...]]:
        """Unanswered questions that change nothing now, with what keeps them out; they are folded away."""
        return self.engine.idle(self.case)

    @cached_property
    def turns(self) -> Turns:
        """What other single answers change."""
        return self.engine.turns(self.case)

    def asked(self, facts: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of these questions that are not folded away."""
        return tuple(name for name in facts if name not in self.idle)

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """All stops, in order."""
        pack, found = self.pack, []
        for step in pack.steps:
            for block in step.blokken:
                groups = {pack.fact_by_id[name].group for name in block.vragen}
                group = groups.pop() if len(groups) == 1 else None
                found.append(Stop(block.id, step.id, block.titel, block.vragen, group))
        words = text.load().desktop
        return (*found, Stop(CHECK, 6, words.stop_check), Stop(ADVICE, 7, words.stop_advice))

    @property
    def stop(self) -> Stop:
        """The current stop."""
        return next(stop for stop in self.stops if stop.id == self.page)

    def fact(self, name: str) -> Fact:
        """Return a question of the pack."""
        return self.pack.fact_by_id[name]
