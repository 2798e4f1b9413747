"""Lint, and the shipped packs: clean, their cases come out, and they hold the whole vocabulary."""

from __future__ import annotations

import re

import pytest

from packs import RULES, SHIPPED, Folder
from routewijzer.advice.engine import Engine
from routewijzer.case import CaseReader
from routewijzer.rules.lint import lint, sources_used
from routewijzer.rules.load import load_cases, load_glossary, load_pack
from vocabulary import ACTIES, BESLUIT, FACTS, ROUTES, TEGENSTRIJDIG, URGENTIE

ERNST = "mini/decisions/10-weging.yaml"
UIT = "mini/decisions/20-uit.yaml"
OUTCOMES, STEPS = "mini/outcomes.yaml", "mini/steps.yaml"


def linted(folder: Folder) -> list[str]:
    pack = load_pack(folder.path, "mini")
    return [str(fault) for fault in lint(pack, load_glossary(folder.path, pack))]


HASTE = "  - {id: haast, label: Er was haast}"
SOURCE = "sources:\n  - {id: oud, titel: O, waar: O, zegt: O, gecontroleerd_op: 2026-01-01}"
ROUTE = "{id: lokaal.bellen, orde: 90, naam: B, kort: B, wie: B, voor_wie: B, bereikbaar: B, "
ROUTE += "houd_klaar: [], daarna: B, termijn: B}"

FINDS = [
    (UIT, "Vastleggen moet altijd.", "er is nu  gevaar", "A.1", "dezelfde reden staat ook bij E.1"),
    (UIT, "urgentie_uit: spoed", "urgentie: nu", "decision: spoed", "'spoed' wordt nergens gebruikt"),
    (ERNST, "{vormen: onbekend}, then: onduidelijk", "{vormen: onbekend}, then: laag", "", ""),
    (ERNST, "[nu, vandaag]", "[nu, vandaag, geen]", "decision: spoed", "geen enkele rij geeft 'geen'"),
    (OUTCOMES, "tegenstrijdig:",
     "tegenstrijdig:\n  - {id: raar, label: R, uitleg: R}", "id: raar", "geeft 'raar'"),
    (OUTCOMES, "acties:",
     "acties:\n  - {id: rust, label: R, uitleg: R, wanneer: R}", "id: rust", "geeft 'rust'"),
    ("mini/routes.yaml", "routes:", f"routes:\n  - {ROUTE}", "lokaal.bellen", "rij geeft 'lokaal.bellen'"),
    ("mini/sources.yaml", "sources:", SOURCE, "id: oud", "'oud' wordt nergens gebruikt"),
    (STEPS, HASTE, f"{HASTE}\n  - {{id: slaan, label: X}}", "id: slaan", "'slaan' is ook een vraag"),
    (STEPS, HASTE, f"{HASTE}\n  - {{id: gebeld, label: X}}", "id: gebeld", "'gebeld' is ook een vraag"),
    (STEPS, HASTE, f"{HASTE}\n  - {{id: bellen, label: X}}", "id: bellen", "'bellen' is ook een vraag"),
    (STEPS, HASTE, f"{HASTE}\n  - {{id: haast06, label: X}}", "id: haast06", "'haast06' past niet"),
    ("mini/routes.yaml", "providers:", "providers:\n  - {id: tel06, naam: T, orde: 5}",
     "id: tel06", "'tel06' past niet in het logboek; toegestaan: kleine letters en _, hoogstens 40 tekens"),
    ("mini/pack.yaml", '"1.0"', f'"1.{"0" * 15}"', "as small as",
     "'1.000000000000000' past niet in het logboek; toegestaan: getallen"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "needle", "says"), FINDS)
def test_lint_finds(folder: Folder, file: str, old: str, new: str, needle: str, says: str) -> None:
    assert linted(folder) == []
    folder.edit(file, old, new)
    found = linted(folder)
    if not says:
        assert found == []
        return
    (fault,) = found
    assert fault.startswith(folder.line(file if needle != "decision: spoed" else ERNST, needle) + ": ")
    assert says in fault


def test_an_outcome_that_the_log_refuses(folder: Folder) -> None:
    """Renamed as a whole, or the pack would not load."""
    names = {"afsluiten": "klaar", "vandaag": "straks"}
    for path in sorted((folder.path / "mini").rglob("*.yaml")):
        source = path.read_text(encoding="utf-8")
        for old, new in names.items():
            source = re.sub(rf"\b{old}\b", new, source)
        path.write_text(source, encoding="utf-8")
    besluit, urgentie = linted(folder)
    assert besluit.startswith(folder.line(OUTCOMES, "id: klaar"))
    assert besluit.endswith(
        "besluit: 'klaar' past niet in het logboek; toegestaan: noodhulp, melden_direct, melden, "
        "advies_vragen, hulp_en_volgen, hulp_afronden, afsluiten"
    )
    assert urgentie.endswith(
        "urgentie: 'straks' past niet in het logboek; toegestaan: nu, vandaag, deze_week, gepland, geen"
    )


def test_providers_that_are_too_long_for_the_log_together(folder: Folder) -> None:
    def add(letters: str, size: int) -> None:
        more = "".join(f"\n  - {{id: {letter * size}, naam: T, orde: 50}}" for letter in letters)
        folder.edit("mini/routes.yaml", "providers:", f"providers:{more}")

    add("abcd", 40)  # with politie and lokaal 178
    add("e", 21)
    assert linted(folder) == []
    add("f", 1)
    (fault,) = linted(folder)
    assert "zijn samen 202 tekens lang" in fault


def test_a_source_that_only_a_local_pack_uses_is_used(folder: Folder) -> None:
    folder.edit("mini/sources.yaml", "sources:", SOURCE)
    folder.edit("dorp/routes.yaml", "bron: [dorp]", "bron: [dorp, oud]")
    pack, dorp = load_pack(folder.path, "mini"), load_pack(folder.path, "dorp")
    assert len(lint(pack, ())) == 1
    assert lint(pack, (), sources_used(dorp, ())) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_packs_are_clean(name: str) -> None:
    pack = load_pack(RULES, name)
    elsewhere = {source for other in SHIPPED for source in sources_used(load_pack(RULES, other), ())}
    assert [str(fault) for fault in lint(pack, load_glossary(RULES, pack), elsewhere)] == []


def test_the_worked_cases_come_out_and_touch_everything(engines, readers) -> None:
    besluiten, routes = set(), set()
    for name in SHIPPED:
        engine: Engine = engines[name]
        reader: CaseReader = readers[name]
        cases = load_cases(engine.pack)
        assert len(cases) >= 8
        for worked in cases:
            answers = {k: list(v) if isinstance(v, tuple) else v for k, v in worked.answers.items()}
            advice = engine.advise(reader.read({"pack": name, "answers": answers}))
            wanted = worked.verwacht
            assert (advice.besluit, advice.urgentie) == (wanted.besluit, wanted.urgentie), worked.id
            assert {route.id: route.urgentie for route in advice.routes} == dict(wanted.routes), worked.id
            assert {item.id for item in advice.acties} == set(wanted.acties), worked.id
            assert {item.id for item in advice.tegenstrijdig} == set(wanted.tegenstrijdig), worked.id
            assert advice.showable
            besluiten.add(advice.besluit)
            routes |= {route.id for route in advice.routes}
    assert besluiten == set(BESLUIT)
    assert len(routes) * 2 >= len(ROUTES)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_packs_hold_the_whole_vocabulary(engines, name: str) -> None:
    pack = engines[name].pack
    got = [(f.id, f.step, f.kind, f.domain, f.mild, f.group) for f in pack.facts]
    assert got == [(f.id, f.step, f.kind, f.values, f.mild, f.group) for f in FACTS]
    assert tuple(pack.besluit_by_id) == BESLUIT
    assert tuple(pack.urgentie_by_id) == URGENTIE
    assert tuple(pack.actie_by_id) == ACTIES
    assert tuple(pack.tegenstrijdig_by_id) == TEGENSTRIJDIG
    assert [besluit.id for besluit in pack.outcomes.besluit if besluit.mild] == list(BESLUIT[4:])
    local = ("blijf_groep", "mda", "lokaal.empowerment")
    expected = ROUTES if name == "alkmaar" else tuple(r for r in ROUTES if not r.startswith(local))
    assert tuple(pack.route_by_id) == expected
    critical = {"vlag_verwurging", "vlag_doodsbedreiging", "vlag_wapen"}
    assert {fact.id for fact in pack.facts if fact.kritiek} >= critical
