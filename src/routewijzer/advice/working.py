"""Whether worked cases and checks come out as they say."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from routewijzer.advice.evaluate import Evaluator, Outcome
from routewijzer.case import Answer, CaseError, CaseReader, answer_json
from routewijzer.rules.stories import Check, Expected, WorkedCase


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an advice that is not as expected."""

    field: str
    """besluit | urgentie | routes | acties | tegenstrijdig"""
    got: object
    wanted: object


def read(reader: CaseReader, example: WorkedCase | Check) -> Mapping[str, Answer]:
    """Return the answers of a worked case or check.

    Raises:
        CaseError: with every answer that the pack does not take.
    """
    given = {name: answer_json(value) for name, value in example.answers.items()}
    return reader.read({"answers": given}).answers


def answers(reader: CaseReader, examples: Iterable[WorkedCase | Check]) -> list[Mapping[str, Answer]]:
    """Return the answers of those examples whose answers the pack takes."""
    found = []
    for example in examples:
        with contextlib.suppress(CaseError):
            found.append(read(reader, example))
    return found


def same(outcome: Outcome, expected: Expected) -> bool:
    """Whether an advice is wholly as expected."""
    return (
        outcome.besluit == expected.besluit
        and outcome.urgentie == expected.urgentie
        and dict(outcome.routes) == dict(expected.routes)
        and set(outcome.acties) == set(expected.acties)
        and set(outcome.tegenstrijdig) == set(expected.tegenstrijdig)
    )


def differences(evaluator: Evaluator, outcome: Outcome, expected: Expected) -> list[Difference]:
    """Return every part of an advice that is not as expected; lists in the pack's order."""
    pack = evaluator.compiled.pack

    def listed(names: tuple[str, ...], order: Mapping[str, object]) -> list[str]:
        places = list(order)
        return sorted(names, key=lambda name: places.index(name) if name in places else len(places))

    pairs: dict[str, tuple[object, object]] = {
        "besluit": (outcome.besluit, expected.besluit),
        "urgentie": (outcome.urgentie, expected.urgentie),
        "routes": (dict(outcome.routes), dict(expected.routes)),
        "acties": (list(outcome.acties), listed(expected.acties, pack.actie_by_id)),
        "tegenstrijdig": (
            list(outcome.tegenstrijdig),
            listed(expected.tegenstrijdig, pack.tegenstrijdig_by_id),
        ),
    }
    return [Difference(field, got, wanted) for field, (got, wanted) in pairs.items() if got != wanted]
