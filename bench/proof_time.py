"""The proof of every property, of the pack and of one with three times its rows (see `wider.py`)."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence

from bench.wider import wider
from routewijzer import places
from routewijzer.proof.findings import Proof
from routewijzer.proof.prover import prove
from routewijzer.rules import load
from routewijzer.rules.model import RulePack

PACK, TIMES, ROUNDS = "alkmaar", 3, 3


def proved(pack: RulePack, parents: Sequence[RulePack]) -> tuple[float, Proof]:
    """Return how long the proof takes in seconds, and what was proved.

    Raises:
        RuntimeError: where something is not proved: the time says nothing then.
    """
    start = time.perf_counter()
    proof = prove(pack, parents)
    seconds = time.perf_counter() - start
    if proof.broken:
        raise RuntimeError(f"not proved: {', '.join(one.id for one in proof.broken)}")
    return seconds, proof


def main() -> None:
    """Print the time of both proofs, by turns, and the median of the rounds' ratios."""
    rules = places.rules()
    pack = load.load_pack(rules, PACK)
    parents = [load.load_pack(rules, name) for name in pack.extends]
    small, large = (pack, parents), (wider(pack, TIMES), [wider(parent, TIMES) for parent in parents])
    pairs = [(proved(*small), proved(*large)) for _ in range(ROUNDS)]
    for at, (one, _) in enumerate((small, large)):
        rows = sum(len(decision.rules) for decision in one.decisions)
        seconds = statistics.median(pair[at][0] for pair in pairs)
        duties = len(pairs[0][at][1].proved)
        print(f"  {rows} rows, {len(one.facts)} facts: {duties} properties in {seconds:.1f} s")
    ratio = statistics.median(large[0] / small[0] for small, large in pairs)
    print(f"  {TIMES}x the rows: {ratio:.1f}x the time")
    print(f"  load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
