"""Whole-pack evaluation beside zen-engine: the same tables, the same cases, in one process and thread.

The tables of both packs stand in one decision, as `alkmaar` holds those of its parent. Before anything is
timed, both engines must find the same in CHECKED random cases. Zen is used in two ways: as its introduction
shows (`create_decision`, then `evaluate`, which starts a runtime at each call), and in the fastest way that
was found: compiled once by an engine whose loader holds the model. In both, cases are JSON bytes made
beforehand, "onbekend" filled in; joining and ordering zen's routes is not timed.
Every round has new cases, and engines take turns, so that a busy moment hits all.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import statistics
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import zen

from bench import jdm
from bench.cases import answers
from routewijzer import places
from routewijzer.advice.engine import Engine
from routewijzer.advice.evaluate import Evaluator
from routewijzer.advice.explain import Explainer
from routewijzer.case import Answer, Case
from routewijzer.rules import load
from routewijzer.rules.model import RulePack

PACK, CHECKED, SEED = "alkmaar", 2_000, 20260102
ROUNDS, CASES, FEW, MANY = 15, 400, 40, 2_000
"""Cases of a round: FEW of the whole advice, which takes longest, MANY of the outcome, the quickest."""
AIM = 50
OURS, NAMED, REASONS, WHOLE = "ours", "ours, tables by name", "ours, with reasons", "ours, whole advice"
DOCUMENTED, FASTEST, TRACE = "zen as documented", "zen, fastest way", "zen, fastest, trace"
Cases = list[Mapping[str, Answer]]


class Zen:
    """One pack in zen-engine."""

    def __init__(self, pack: RulePack) -> None:
        """Compile the pack's tables."""
        model = jdm.graph(pack)
        self._pack = pack
        self._engine = zen.ZenEngine({"loader": {"type": "static", "content": {pack.id: model}}})
        self._decision = zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps(model)))

    def given(self, cases: Cases) -> list[bytes]:
        """Return cases as zen takes them in fastest."""
        return [json.dumps(jdm.context(self._pack, case)).encode() for case in cases]

    def evaluate(self, given: bytes, *, trace: bool = False) -> Any:
        """Return what zen finds for a case, table by table, in the fastest way."""
        return self._engine.evaluate(self._pack.id, given, {"trace": trace})["result"]

    def decide(self, given: bytes) -> Any:
        """Return the same, in the way that zen's introduction shows."""
        return self._decision.evaluate(given)["result"]


def check(pack: RulePack, evaluator: Evaluator, other: Zen, cases: Cases) -> None:
    """See that both engines find the same in every case.

    Raises:
        RuntimeError: where they do not; with the case and what both found.
    """
    for case, given in zip(cases, other.given(cases), strict=True):
        ours, theirs = jdm.ours(evaluator, case), jdm.theirs(pack, other.evaluate(given))
        if ours != theirs:
            raise RuntimeError(f"not the same for {given.decode()}: we find {ours}, zen finds {theirs}")


class Reasons:
    """The outcome and the chain of rows under all that stands in it: what a trace is for."""

    def __init__(self, evaluator: Evaluator) -> None:
        """Explain what this evaluator finds."""
        self._evaluator, self._explainer = evaluator, Explainer(evaluator)

    def give(self, case: Mapping[str, Answer]) -> None:
        """Find the outcome of a case and every chain of reasons."""
        outcome, explainer = self._evaluator.outcome(case), self._explainer
        explainer.output("besluit", outcome, case)
        for route, _ in outcome.routes:
            explainer.collected("routes", route, outcome, case)
        for table, names in (("acties", outcome.acties), ("tegenstrijdig", outcome.tegenstrijdig)):
            for name in names:
                explainer.collected(table, name, outcome, case)


def by_name(evaluator: Evaluator, case: Mapping[str, Answer]) -> object:
    """Return the outcome of a case and what each table gave by its name, as zen does."""
    outcome = evaluator.outcome(case)
    return outcome, evaluator.values(outcome)


def seconds(task: Callable[[Any], object], given: list[Any]) -> float:
    """Return how long a task takes for one of these."""
    start = time.perf_counter()
    for one in given:
        task(one)
    return (time.perf_counter() - start) / len(given)


def measure(engine: Engine, other: Zen) -> dict[str, list[float]]:
    """Return the seconds for one case, of each way, in each round."""
    taken: dict[str, list[float]] = {}
    for at in range(ROUNDS + 1):
        many: Cases = list(answers(engine.pack.facts, MANY, SEED + 1 + at))
        cases = many[:CASES]
        given = other.given(cases)
        whole = [Case(engine.pack.id, case) for case in cases[:FEW]]
        a_round = {
            OURS: seconds(engine.evaluator.outcome, many),
            DOCUMENTED: seconds(other.decide, given),
            FASTEST: seconds(other.evaluate, given),
            NAMED: seconds(partial(by_name, engine.evaluator), many),
            REASONS: seconds(Reasons(engine.evaluator).give, cases),
            WHOLE: seconds(engine.advise, whole),
            TRACE: seconds(lambda one: other.evaluate(one, trace=True), given),
        }
        if at:  # the first round warms up
            for way, each in a_round.items():
                taken.setdefault(way, []).append(each)
    return taken


def main() -> None:
    """Check that both engines agree; then print cases a second and the median of the rounds' ratios."""
    pack = load.load_pack(places.rules(), PACK)
    engine, other = Engine(pack), Zen(pack)
    check(pack, engine.evaluator, other, list(answers(pack.facts, CHECKED, SEED)))
    rows = sum(len(decision.rules) for decision in pack.decisions)
    version = importlib.metadata.version("zen-engine")
    print(f"  {PACK}: {len(pack.decisions)} tables, {rows} rows; zen-engine {version}")
    print(f"  both engines find the same in {CHECKED} random cases")
    taken = measure(engine, other)
    for way, rounds in taken.items():
        middle = statistics.median(rounds)
        print(f"  {way + ':':23} {1 / middle:>9,.0f} cases a second, {middle * 1e6:,.0f} µs each")

    def ratio(slow: str, fast: str) -> float:
        pairs = zip(taken[slow], taken[fast], strict=True)
        return statistics.median(one / two for one, two in pairs)

    print(f"  without trace: {ratio(DOCUMENTED, OURS):.1f}x as fast as zen as documented (aim {AIM}),")
    print(f"    {ratio(DOCUMENTED, NAMED):.1f}x with what each table gave by its name;")
    fastest = f"{ratio(FASTEST, OURS):.1f}x and {ratio(FASTEST, NAMED):.1f}x"
    print(f"    {fastest} as fast as zen in the fastest way")
    print(f"  with trace: {ratio(TRACE, REASONS):.1f}x as fast as zen in the fastest way;")
    print(f"    the whole advice, tipping points too: {ratio(TRACE, WHOLE):.2f}x")
    print(f"  load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
