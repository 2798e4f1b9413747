"""How far the five steps of the meldcode are: rows of the pack's steps, read against an outcome."""

from __future__ import annotations

from collections.abc import Mapping

from routewijzer.advice.compile import holds
from routewijzer.advice.evaluate import Outcome
from routewijzer.advice.model import StepState
from routewijzer.case import Answer
from routewijzer.rules.model import UNKNOWN, RulePack, StepRow


def states(pack: RulePack, answers: Mapping[str, Answer], outcome: Outcome) -> tuple[StepState, ...]:
    """Return the state of steps 1 to 5: the first row that holds, done before skipped, else open."""
    return tuple(_state(pack, number, answers, outcome) for number in sorted(pack.step_by_id) if number > 0)


def _state(pack: RulePack, number: int, answers: Mapping[str, Answer], outcome: Outcome) -> StepState:
    step = pack.step_by_id[number]
    if any(_holds(row, answers, outcome) for row in step.gedaan):
        return StepState(number, "gedaan")
    for row in step.overgeslagen:
        if _holds(row, answers, outcome):
            return StepState(number, "overgeslagen", row.reden)
    return StepState(number, "open")


def _holds(row: StepRow, answers: Mapping[str, Answer], outcome: Outcome) -> bool:
    if not all(name in answers for name in row.answered):
        return False
    return all(
        holds(condition, outcome.values.get(name, answers.get(name, UNKNOWN)))
        for name, condition in row.when.items()
    )
