"""Random cases under any pack, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from routewijzer.case import Answer, in_order
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact

WEIGHED = 4
"""The step of the meldcode that weighs what was found out in those before."""


def answer(fact: Fact, chance: random.Random) -> str | list[str]:
    """Return any answer that the fact takes."""
    if fact.kind != "meerkeuze":
        return chance.choice(fact.domain)
    if chance.random() < 0.1:
        return UNKNOWN
    return chance.sample(fact.domain, chance.randint(0, min(3, len(fact.domain))))


def answers(facts: tuple[Fact, ...], number: int, seed: int) -> Iterator[dict[str, Answer]]:
    """Give random answers by fact id, ready for an Evaluator.

    By turns: everything answered, a third left out, and calm: safety facts mild, but for few of those that
    are found out and some of those that are weighed. Without the calm ones nearly every case is an emergency,
    and most rows would never decide.
    """
    chance = random.Random(seed)
    for index in range(number):
        given = {fact.id: answer(fact, chance) for fact in facts if index % 3 or chance.random() < 2 / 3}
        if index % 3 == 2:
            few = chance.choice((0, 0.02, 0.1))
            for fact in facts:
                kept = few if fact.step < WEIGHED else 0.25
                if fact.mild is not None and chance.random() >= kept:
                    given[fact.id] = fact.mild if isinstance(fact.mild, str) else list(fact.mild)
        yield {fact.id: in_order(fact, given[fact.id]) for fact in facts if fact.id in given}
