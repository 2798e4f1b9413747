"""The exported DMN under another engine (npm's feelin): what it decides is what the program decides."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import oracle
from packs import ROOT, SHIPPED, Folder
from routewijzer.advice.engine import Engine
from routewijzer.case import CaseReader
from routewijzer.interchange.dmn import as_dmn
from routewijzer.rules import UNKNOWN
from routewijzer.rules.load import load_pack

pytestmark = pytest.mark.slow
CASES, FEW = 20_000, 2_000
SEED = 20261125
TOOL = ROOT / "tools" / "feel"
Answers = dict[str, Any]


@pytest.fixture(scope="module")
def tool(tmp_path_factory) -> Path:
    """The engine, installed from its lock in a folder of its own."""
    missing = [name for name in ("node", "npm") if shutil.which(name) is None]
    if missing:
        pytest.fail(f"{' and '.join(missing)} is missing: install Node 20 or later with npm (docs/dmn.md)")
    folder = tmp_path_factory.mktemp("feel")
    for name in ("package.json", "package-lock.json", "run.mjs"):
        shutil.copy(TOOL / name, folder)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        pytest.fail(f"npm ci could not install the engine of {TOOL}: {done.stderr}")
    return folder


def run(tool: Path, engine: Engine, cases: list[Answers]) -> Iterator[Answers]:
    """Yield what every decision of the exported pack gives for each case, by the other engine."""
    model, lines = tool / f"{engine.pack.id}.dmn", tool / "cases.jsonl"
    model.write_text(as_dmn(engine.pack), encoding="utf-8")
    names = engine.pack.fact_by_id
    with lines.open("w", encoding="utf-8") as file:
        for answers in cases:
            file.write(json.dumps({name: answers.get(name, UNKNOWN) for name in names}) + "\n")
    with lines.open("rb") as file:
        command = ["node", "run.mjs", str(model)]
        done = subprocess.run(command, cwd=tool, stdin=file, capture_output=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr.decode()
    made = done.stdout.decode().splitlines()
    assert len(made) == len(cases)
    yield from map(json.loads, made)


def merged(engine: Engine, made: Answers) -> Answers:
    """Return what the file leaves to who reads it (docs/dmn.md): each thing once, most urgent first."""
    urgencies = list(engine.pack.urgentie_by_id)
    best: dict[str, int] = {}
    for row in made["routes"]:
        rank = urgencies.index(row["urgentie"])
        best[row["route"]] = min(rank, best.get(row["route"], rank))
    order = list(engine.pack.route_by_id)
    routes = sorted(best.items(), key=lambda item: (item[1], order.index(item[0])))
    return {
        "besluit": made["besluit"],
        "urgentie": urgencies[routes[0][1]] if routes else urgencies[-1],
        "routes": [(route, urgencies[rank]) for route, rank in routes],
        "acties": [name for name in engine.pack.actie_by_id if name in made["acties"]],
        "tegenstrijdig": [name for name in engine.pack.tegenstrijdig_by_id if name in made["tegenstrijdig"]],
    }


def compare(tool: Path, engine: Engine, cases: list[Answers]) -> dict[str, set[str]]:
    """Hold every table's output and the whole advice beside those of the program; return what was seen."""
    reader, seen = CaseReader(engine.pack), {"besluit": set(), "routes": set()}
    for answers, made in zip(cases, run(tool, engine, cases), strict=True):
        outcome = engine.evaluator.outcome(reader.read({"answers": answers}).answers)
        values = engine.evaluator.values(outcome)
        assert {name: made[name] for name in values} == values, answers
        assert made.keys() - values.keys() == {"routes", "acties", "tegenstrijdig"}
        assert merged(engine, made) == {
            "besluit": outcome.besluit,
            "urgentie": outcome.urgentie,
            "routes": list(outcome.routes),
            "acties": list(outcome.acties),
            "tegenstrijdig": list(outcome.tegenstrijdig),
        }, answers
        seen["besluit"].add(outcome.besluit)
        seen["routes"] |= {route for route, _ in outcome.routes}
    return seen


@pytest.mark.parametrize("name", SHIPPED)
def test_another_engine_decides_the_same(engines, tool, name: str) -> None:
    rng = random.Random(SEED)
    cases = [oracle.random_case(rng, calm=number % 3 > 0) for number in range(CASES)]
    seen = compare(tool, engines[name], cases)
    assert seen["besluit"] == set(engines[name].pack.besluit_by_id)
    assert seen["routes"] == set(engines[name].pack.route_by_id)


def any_case(rng: random.Random, engine: Engine) -> Answers:
    """Return any answers at all to the questions of a pack."""
    answers: Answers = {}
    for fact in engine.pack.facts:
        if fact.kind == "meerkeuze" and rng.random() < 0.8:
            answers[fact.id] = rng.sample(fact.values, rng.randint(0, len(fact.values)))
        elif rng.random() < 0.8:
            answers[fact.id] = UNKNOWN if fact.kind == "meerkeuze" else rng.choice(fact.domain)
    return answers


@pytest.mark.parametrize("name", ["mini", "dorp"])
def test_so_it_does_for_any_pack(engines, tool, name: str) -> None:
    rng = random.Random(SEED)
    compare(tool, engines[name], [any_case(rng, engines[name]) for _ in range(FEW)])


ROWS = """\
  - {id: A.1, when: {vormen: {not: onbekend}}, then: vastleggen, because: Er is een lijst.}
  - {id: 3.1, when: {vormen: {at_most: 1}, aantal: {at_most: 0}}, then: bellen, because: Er is weinig.}
  - {id: 3.2, when: {vormen: {holds: [slaan, dreigen]}, gevaar: {not: [ja, nee]}}, then: bellen, because: J.}
"""


def test_so_it_does_for_every_kind_of_condition(folder: Folder, tool) -> None:
    first = "  - {id: A.1, when: {}, then: vastleggen, because: Vastleggen moet altijd.}\n"
    folder.edit("mini/decisions/20-uit.yaml", first, ROWS)
    engine = Engine(load_pack(folder.path, "mini"))
    rng = random.Random(SEED)
    compare(tool, engine, [any_case(rng, engine) for _ in range(FEW)])


def test_the_comparison_sees_one_changed_cell(engines, tool, monkeypatch) -> None:
    wrong = as_dmn(engines["mini"].pack).replace("<text>&gt;= 2</text>", "<text>&gt;= 1</text>")
    assert wrong != as_dmn(engines["mini"].pack)
    monkeypatch.setattr(f"{__name__}.as_dmn", lambda pack: wrong)
    rng = random.Random(SEED)
    with pytest.raises(AssertionError, match="hoog"):
        compare(tool, engines["mini"], [any_case(rng, engines["mini"]) for _ in range(FEW)])
