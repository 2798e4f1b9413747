"""The measurements are asked by name, and what is compared with another engine is the same there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from packs import RULES, TINY
from routewijzer.advice.compile import Compiled
from routewijzer.advice.evaluate import Evaluator
from routewijzer.rules.load import load_pack
from routewijzer.rules.model import RulePack

ROOT = Path(__file__).resolve().parents[2]
CASES, SEED = 200, 7


@pytest.fixture
def measuring(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ModuleType, ModuleType]:
    """Return the modules of the measurement beside zen-engine."""
    monkeypatch.syspath_prepend(str(ROOT))
    from bench import cases, jdm, zen_speed

    return cases, jdm, zen_speed


@pytest.fixture
def widening(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ModuleType]:
    """Return the modules of the proof with more rows."""
    monkeypatch.syspath_prepend(str(ROOT))
    from bench import proof_time, wider

    return proof_time, wider


def changed(pack: RulePack, rule: str, **fields: Any) -> RulePack:
    """Return the pack with one row changed, made anew: a copy keeps what the pack remembers of itself."""
    parts = {name: getattr(pack, name) for name in RulePack.model_fields}
    parts["decisions"] = tuple(
        table.model_copy(
            update={
                "rules": tuple(
                    row.model_copy(update=fields) if row.id == rule else row for row in table.rules
                )
            }
        )
        for table in pack.decisions
    )
    return RulePack(**parts)


def test_an_unknown_measurement_is_told_with_the_known_ones() -> None:
    call = [sys.executable, "-m", "bench.run", "advise_sped", "pdf"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "no measurement advise_sped;" in line
    assert "advise_speed, log_append, pdf, proof_time, start_window, zen_speed" in line


@pytest.mark.parametrize(
    ("rules", "name"), [(RULES, "landelijk"), (RULES, "alkmaar"), (TINY, "mini"), (TINY, "dorp")]
)
def test_a_pack_decides_the_same_in_another_engine(rules: Path, name: str, measuring: Any) -> None:
    cases, jdm, zen_speed = measuring
    pack = load_pack(rules, name)
    evaluator, given = Evaluator(Compiled(pack)), list(cases.answers(pack.facts, CASES, SEED))
    zen_speed.check(pack, evaluator, zen_speed.Zen(pack), given)
    found = {jdm.ours(evaluator, case).tables["besluit"] for case in given}
    assert found == set(pack.besluit_by_id), "the cases say too little: some besluit is never reached"


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("A5.4", {"then": "twijfel"}),
        ("R.1", {"urgentie": "gepland"}),
        ("AC.1", {"then": "monitoring_afspreken"}),
    ],
)
def test_a_row_that_differs_is_told(rule: str, fields: dict[str, Any], measuring: Any) -> None:
    cases, _, zen_speed = measuring
    pack = load_pack(RULES, "alkmaar")
    other = zen_speed.Zen(changed(pack, rule, **fields))
    given = list(cases.answers(pack.facts, CASES, SEED))
    with pytest.raises(RuntimeError, match="not the same for"):
        zen_speed.check(pack, Evaluator(Compiled(pack)), other, given)


@pytest.mark.parametrize("name", ["mini", "dorp"])
def test_a_wider_pack_advises_for_all_its_cases_at_once(name: str, measuring: Any, widening: Any) -> None:
    cases, (_, wider) = measuring[0], widening
    pack = load_pack(TINY, name)
    alone, together = (Evaluator(Compiled(one)) for one in (pack, wider.wider(pack, 2)))
    given = list(cases.answers(pack.facts, CASES, SEED))
    for two in zip(given[::2], given[1::2], strict=True):
        found = [alone.outcome(case) for case in two]
        all_of_it = together.outcome(
            {f"{fact}_{at}": value for at, case in enumerate(two, 1) for fact, value in case.items()}
        )
        order = list(pack.besluit_by_id)
        assert all_of_it.besluit == min((one.besluit for one in found), key=order.index)
        assert set(all_of_it.routes) == {
            (f"{route}_{at}", urgency) for at, one in enumerate(found, 1) for route, urgency in one.routes
        }
        assert set(all_of_it.acties) == {
            f"{actie}_{at}" for at, one in enumerate(found, 1) for actie in one.acties
        }


def test_a_wider_pack_is_proved_in_full_and_a_fault_in_it_is_found(widening: Any) -> None:
    proof_time, wider = widening
    pack = load_pack(TINY, "mini")
    own = [rule.id for table in pack.decisions for rule in table.rules]
    _, proof = proof_time.proved(wider.wider(pack, 2), [])
    assert {f"6.{rule}.{at}" for rule in own for at in (1, 2)} <= set(proof.proved)
    softened = changed(pack, "B.4", then="afsluiten")
    with pytest.raises(RuntimeError, match=r"not proved: .*6\.B\.4\.2"):
        proof_time.proved(wider.wider(softened, 2), [])
