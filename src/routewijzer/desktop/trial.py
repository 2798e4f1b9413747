"""What if: answers changed in a copy of the case, beside the real one. Free of Qt.

A trial is kept nowhere: no draft, log or undo step knows of it. It stands beside one very state of one
intake; whatever changes that intake, or leaves its page, ends the trial.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.oneintake import Intake

if TYPE_CHECKING:  # the first paint waits for none of these
    from routewijzer.case import Answer, Case


class Trial(Frozen):
    """The copy, and the question that is tried now."""

    of: Intake
    """The real intake, as it was when the trial began."""
    case: Case
    fact: str

    @cached_property
    def made(self) -> Intake:
        """An intake of the copy alone, for presenters: without draft, history, note or ticks."""
        return Intake(self.of.engine, (self.case,), 0, self.of.page)

    @property
    def changed(self) -> tuple[str, ...]:
        """Questions whose answer in the copy is another, in the pack's order."""
        now, then = self.of.case.answers, self.case.answers
        return tuple(name for name in self.of.pack.fact_by_id if now.get(name) != then.get(name))


def begin(intake: Intake) -> Trial:
    """Return a trial of an intake, at the question that tips the advice most, else at the first."""
    tips, turns = intake.advice.tips, intake.turns.told
    first = [tip.fact for tip in tips] + [turn.fact for turn in turns] + [intake.pack.facts[0].id]
    return Trial(intake, intake.case, first[0])


def pick(trial: Trial, fact: str) -> Trial:
    """Return the trial at another question of the pack."""
    return trial.replace(fact=fact)


def answer(trial: Trial, fact: str, value: Answer) -> Trial:
    """Return the trial with another answer in the copy."""
    from routewijzer.case import in_order

    given = value if isinstance(value, str) else in_order(trial.of.fact(fact), value)
    return trial.replace(case=trial.case.answer(fact, given), fact=fact)


def clear(trial: Trial, fact: str) -> Trial:
    """Return the trial with a question unanswered in the copy."""
    return trial.replace(case=trial.case.without(fact), fact=fact)


def restore(trial: Trial, fact: str) -> Trial:
    """Return the trial with the real answer to a question again, which may be none."""
    real = trial.of.case.answers.get(fact)
    case = trial.case.without(fact) if real is None else trial.case.answer(fact, real)
    return trial.replace(case=case, fact=fact)
