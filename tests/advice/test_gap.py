from __future__ import annotations

from types import MappingProxyType

from packs import Folder
from routewijzer.advice.engine import Engine
from routewijzer.case import Case
from routewijzer.rules.load import load_pack


def test_a_priority_table_without_a_row_that_holds_gives_its_most_severe_output(folder: Folder) -> None:
    rule = "  - {id: B.1, when: {}, then: afsluiten, because: Zonder meer sluit u af.}"
    folder.edit("mini/decisions/10-weging.yaml", rule, rule.replace("{}", "{gevaar: onbekend}"))
    engine = Engine(load_pack(folder.path, "mini"))
    quiet = {"gevaar": "nee", "vermoeden": "nee", "vormen": ()}
    quiet |= dict.fromkeys(("vlag_mes", "vlag_ruzie"), "nee")
    known = {name: value for name, value in quiet.items() if name in engine.pack.fact_by_id}
    advice = engine.advise(Case("mini", MappingProxyType(known)))
    assert advice.besluit == engine.pack.outcomes.besluit[0].id
    assert advice.besluit_because == ()
