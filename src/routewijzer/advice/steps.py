"""How far the five steps of the meldcode are: rows of the pack's steps, read against what the tables gave."""

from __future__ import annotations

from collections.abc import Mapping

from routewijzer.advice.compile import holds
from routewijzer.advice.model import StepState
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import RulePack, StepRow


def states(
    pack: RulePack, answers: Mapping[str, Answer], values: Mapping[str, str | int]
) -> tuple[StepState, ...]:
    """Return the state of steps 1 to 5: the first row that holds, done before skipped, else open."""
    return tuple(_state(pack, number, answers, values) for number in sorted(pack.step_by_id) if number > 0)


def _state(
    pack: RulePack, number: int, answers: Mapping[str, Answer], values: Mapping[str, str | int]
) -> StepState:
    step = pack.step_by_id[number]
    if any(_holds(row, answers, values) for row in step.gedaan):
        return StepState(number, "gedaan")
    for row in step.overgeslagen:
        if _holds(row, answers, values):
            return StepState(number, "overgeslagen", row.reden)
    return StepState(number, "open")


def _holds(row: StepRow, answers: Mapping[str, Answer], values: Mapping[str, str | int]) -> bool:
    if not all(name in answers for name in row.answered):
        return False
    return all(
        holds(condition, values.get(name, answers.get(name, UNKNOWN))) for name, condition in row.when.items()
    )
