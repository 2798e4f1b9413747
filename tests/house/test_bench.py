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
    """Return the modules of the measurement beside zen-engine, which core environments lack."""
    pytest.importorskip("zen")
    monkeypatch.syspath_prepend(str(ROOT))
    from bench import cases, jdm, zen_speed

    return cases, jdm, zen_speed


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
    assert "advise_speed, log_append, pdf, start_window, zen_speed" in line


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
