"""What would change the advice: every single other value of a fact, tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from routewijzer.advice.evaluate import Evaluator
from routewijzer.advice.model import Tip, Turn
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact


def tips(evaluator: Evaluator, answers: Mapping[str, Answer], besluit: str) -> tuple[Tip, ...]:
    """Return the other values that give another besluit, most severe first, then in the pack's order.

    Args:
        evaluator: of the case's pack.
        answers: answers that are known to be right.
        besluit: what they give.
    """
    pack = evaluator.compiled.pack
    rank = {name: at for at, name in enumerate(pack.besluit_by_id)}
    found: list[Tip] = []
    for fact in pack.facts:
        if fact.id not in answers:
            continue
        origin = answers[fact.id]
        for value in other_values(fact, origin):
            changed = evaluator.outcome({**answers, fact.id: value}).besluit
            if changed != besluit:
                found.append(Tip(fact.id, origin, value, changed))
    return tuple(sorted(found, key=lambda tip: rank[tip.besluit]))


def turns(evaluator: Evaluator, answers: Mapping[str, Answer]) -> tuple[Turn, ...]:
    """Return every other single value that changes besluit, urgentie or a route, in the pack's order.

    Open questions are tried too: an answer to one may bring a route that does not stand yet.

    Args:
        evaluator: of the case's pack.
        answers: answers that are known to be right.
    """
    now = evaluator.outcome(answers)
    found: list[Turn] = []
    for fact in evaluator.compiled.pack.facts:
        origin = answers.get(fact.id)
        for value in other_values(fact, UNKNOWN if origin is None else origin):
            made = evaluator.outcome({**answers, fact.id: value})
            if (made.besluit, made.urgentie, made.routes) != (now.besluit, now.urgentie, now.routes):
                found.append(Turn(fact.id, origin, value, made.besluit, made.urgentie, dict(made.routes)))
    return tuple(found)


def other_values(fact: Fact, origin: Answer) -> Iterator[Answer]:
    """Return the other single values of a fact; of a meerkeuze one value more or less.

    From an unknown meerkeuze these are "none of these" and each value alone.
    """
    if fact.kind != "meerkeuze":
        yield from (value for value in fact.domain if value != origin)
        return
    if origin == UNKNOWN:
        yield ()
        origin = ()
    for value in fact.values:
        yield tuple(item for item in fact.values if (item in origin) != (item == value))
