"""Answers at random, whole and partial, and a pack with a question more: what tests of open questions try."""

from __future__ import annotations

import random

import oracle
from packs import Folder
from routewijzer.advice.engine import Engine
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.load import load_pack
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


def with_cat(folder: Folder, rows: str, mild: str = "") -> Engine:
    """Return an engine of the tiny pack with one question more, and these rows after its last table."""
    tables = max((folder.path / "mini/decisions").iterdir())
    facts = (folder.path / "mini/facts.yaml").read_text().rstrip()
    cat = "kort: Kat, vraag: Is er een kat?, help: Kat., uitleg: Een kat., waarom: Dan past iets niet."
    more = f"\n  - {{id: kat, step: 1, kind: ja_nee, {mild}{cat}}}\n"
    folder.write("mini/facts.yaml", facts + more)
    folder.write(f"mini/decisions/{tables.name}", tables.read_text().rstrip() + rows)
    folder.edit("mini/steps.yaml", "vragen: [vormen]", "vragen: [vormen, kat]")
    return Engine(load_pack(folder.path, "mini"))
