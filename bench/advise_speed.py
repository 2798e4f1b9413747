"""Cases per second through `routing-app advise - --jsonl`, the start of the process included."""

from __future__ import annotations

import json
import random
import statistics
import tempfile
from pathlib import Path

from bench.cases import answer
from bench.child import APP, cost
from routewijzer import places
from routewijzer.rules import load
from routewijzer.rules.model import Fact

CASES, SEED, ROUNDS = 20_000, 20260101, 3


def cases(facts: tuple[Fact, ...], number: int, seed: int) -> str:
    """Return random cases as JSON lines: half with an answer to everything, half with a third left out."""
    chance = random.Random(seed)
    lines = []
    for index in range(number):
        given = {fact.id: answer(fact, chance) for fact in facts if index % 2 or chance.random() < 2 / 3}
        lines.append(json.dumps({"answers": given}))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the cases per second, the median of some runs."""
    pack = load.load_pack(places.rules(), "alkmaar")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.jsonl"
        path.write_text(cases(pack.facts, CASES, SEED), encoding="utf-8")
        runs = [cost(*APP, "advise", "-", "--jsonl", stdin=path).seconds for _ in range(ROUNDS)]
    seconds = statistics.median(runs)
    print(f"  {CASES} random cases in {seconds:.2f} s: {CASES / seconds:,.0f} cases a second (aim: 10,000)")
