"""Answers at random, whole and partial: what tests of open questions try."""

from __future__ import annotations

import random

import oracle
from routewijzer.advice.engine import Engine
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact
from vocabulary import FACTS

Answers = dict[str, Answer]


def every(fact: Fact) -> list[Answer]:
    """All answers to a fact; of a meerkeuze unknown, none, each alone and all."""
    if fact.kind != "meerkeuze":
        return list(fact.domain)
    return [UNKNOWN, (), *((value,) for value in fact.values), fact.values]


def some(rng: random.Random, fact: Fact) -> Answer:
    """Return any answer to a fact."""
    if fact.kind != "meerkeuze" or rng.random() < 0.2:
        return rng.choice(every(fact))
    chosen = rng.sample(fact.values, rng.randint(0, len(fact.values)))
    return tuple(value for value in fact.values if value in chosen)


def partial(rng: random.Random, engine: Engine, readers, left_out: int) -> Answers:
    """A case without the answers to some facts."""
    full = oracle.random_case(rng, calm=rng.random() < 0.7)
    names = set(rng.sample([fact.id for fact in FACTS], left_out))
    asked = {name: value for name, value in full.items() if name not in names}
    return dict(readers[engine.pack.id].read({"answers": asked}).answers)
