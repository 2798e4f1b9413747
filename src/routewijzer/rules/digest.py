"""Fingerprints of a pack: one over its logic, one over the texts that a print shows.

What is as it is where nothing is written is left out: a newer program that knows more fields gives a pack
the same fingerprints.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from routewijzer.rules.model import Decision, RulePack, StepRow


def of(pack: RulePack) -> dict[str, str]:
    """Return `digest` and `texts_digest` of a resolved pack: "sha256:" and 64 hex digits each."""
    return {"digest": _sha(_logic(pack)), "texts_digest": _sha(_texts(pack))}


def _sha(data: object) -> str:
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _logic(pack: RulePack) -> dict[str, Any]:
    outcomes = pack.outcomes
    return {
        "facts": [
            fact.model_dump(
                mode="json",
                exclude_defaults=True,
                include={"id", "step", "kind", "values", "mild", "group", "kritiek"},
            )
            for fact in pack.facts
        ],
        "decisions": [_decision(decision) for decision in pack.decisions],
        "outcomes": {
            "besluit": [[item.id, item.mild] for item in outcomes.besluit],
            "urgentie": [item.id for item in outcomes.urgentie],
            "acties": [[item.id, item.fact, item.wacht] for item in outcomes.acties],
            "tegenstrijdig": [item.id for item in outcomes.tegenstrijdig],
            "routes": [[item.id, item.wacht] for item in pack.routes],
        },
        "eigenschappen": {
            name: [item.model_dump(mode="json", exclude_defaults=True, exclude={"titel"}) for item in items]
            for name, items in (
                ("veiligheid", pack.veiligheid),
                ("bewaakt", pack.bewaakt),
                ("begrippen", pack.begrippen),
                ("eigenschappen", pack.eigenschappen),
            )
        },
    }


def _decision(decision: Decision) -> dict[str, Any]:
    rules = [
        rule.model_dump(mode="json", exclude_defaults=True, exclude={"because"}) for rule in decision.rules
    ]
    head = decision.model_dump(mode="json", exclude_defaults=True, exclude={"titel", "rules", "adds_rules"})
    return {**head, "rules": rules}


def _texts(pack: RulePack) -> dict[str, Any]:
    shown = {"id", "titel", "zegt", "controle_nodig"}
    return {
        "facts": [
            fact.model_dump(
                mode="json",
                exclude_defaults=True,
                include={"id", "kort", "vraag", "labels", "controle_nodig"},
            )
            for fact in pack.facts
        ],
        "because": {rule.id: rule.because for table in pack.decisions for rule in table.rules},
        "outcomes": pack.outcomes.model_dump(mode="json", exclude_defaults=True),
        "providers": [item.model_dump(mode="json", exclude_defaults=True) for item in pack.providers],
        "routes": [item.model_dump(mode="json", exclude_defaults=True) for item in pack.routes],
        "sources": [
            item.model_dump(mode="json", exclude_defaults=True, include=shown) for item in pack.sources
        ],
        "steps": [_step(pack, step.id) for step in pack.steps],
        "redenen": [item.model_dump(mode="json", exclude_defaults=True) for item in pack.redenen],
        "naam": pack.naam,
    }


def _step(pack: RulePack, number: int) -> dict[str, Any]:
    step = pack.step_by_id[number]

    def rows(items: tuple[StepRow, ...]) -> list[Any]:
        return [item.model_dump(mode="json", exclude_defaults=True) for item in items]

    return {
        "id": step.id,
        "titel": step.titel,
        "kort": step.kort,
        "blokken": [block.model_dump(mode="json", exclude_defaults=True) for block in step.blokken],
        "gedaan": rows(step.gedaan),
        "overgeslagen": rows(step.overgeslagen),
    }
