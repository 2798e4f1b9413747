"""Packs as a whole: building on each other, versions, fingerprints, glossary, and many faults at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from packs import RULES, SHIPPED, TINY, Folder
from routewijzer.rules.load import PackError, available, load_cases, load_glossary, load_pack

ERNST = "mini/decisions/10-weging.yaml"
FILES = [
    "pack.yaml",
    "sources.yaml",
    "facts.yaml",
    "steps.yaml",
    "outcomes.yaml",
    "routes.yaml",
    "decisions/10-weging.yaml",
]


@pytest.mark.parametrize("file", FILES[1:6])
def test_a_file_that_is_not_there(folder: Folder, file: str) -> None:
    (folder.path / "mini" / file).unlink()
    assert folder.faults() == [
        f"mini/{file}:1: dit bestand is er niet of is niet te lezen; het hoort bij een regelpakket"
    ]


def test_a_pack_that_is_not_there(folder: Folder) -> None:
    for name in ("maxi", "", ".", "..", "../rules", "/etc", "mini/versions", "x" * 5000, "a\0b", "MINI"):
        (fault,) = folder.faults(name)
        assert fault.endswith("is er niet; aanwezig: dorp, mini")
    (folder.path / "mini" / "pack.yaml").unlink()
    assert "aanwezig: dorp" in folder.faults("mini")[0]
    assert available(folder.path / "nowhere") == []
    assert Folder(folder.path / "more").faults("nowhere")


def test_files_that_do_not_belong(folder: Folder) -> None:
    """A table under another ending would otherwise be left out without a word."""
    folder.write("mini/decisions/30-meer.yml", "x")
    folder.write("mini/cases/anders.yml", "x")
    folder.write("mini/fact.yaml", "x")
    folder.write("mini/tabellen/x.yaml", "x")
    faults = folder.faults()
    assert [fault.partition(": ")[0] for fault in faults] == [
        "mini/cases/anders.yml:1",
        "mini/decisions/30-meer.yml:1",
        "mini/fact.yaml:1",
        "mini/tabellen:1",
    ]
    assert all("dit bestand hoort niet in een regelpakket; toegestaan: " in fault for fault in faults)


def test_no_tables_at_all(folder: Folder) -> None:
    for path in (folder.path / "mini" / "decisions").iterdir():
        path.unlink()
    missing = [fault for fault in folder.faults() if "ontbreekt; elk pakket heeft besluit" in fault]
    assert len(missing) == 4


def test_steps_that_are_missing(folder: Folder) -> None:
    path = folder.path / "mini" / "steps.yaml"
    kept = path.read_text(encoding="utf-8").partition("  - {id: 5,")[0]
    faults = folder.write("mini/steps.yaml", kept).faults()
    assert "mini/pack.yaml:1: steps: '5' ontbreekt" in faults


def test_a_circle_of_packs_names_the_chain(folder: Folder) -> None:
    folder.edit("mini/pack.yaml", "naam: Mini", "naam: Mini\nextends: [dorp]")
    assert any("mini > dorp > mini" in fault for fault in folder.faults("mini"))
    assert any("dorp > mini > dorp" in fault for fault in folder.faults("dorp"))


def test_a_local_pack_adds_and_changes_nothing(folder: Folder) -> None:
    mini, dorp = (load_pack(folder.path, name) for name in ("mini", "dorp"))
    assert dorp.decisions[: len(mini.decisions) - 3] == mini.decisions[:-3]
    routes = dorp.decision_by_id["routes"]
    assert [rule.id for rule in routes.rules] == ["R.1", "R.2", "R.3", "R.4", "DR.1"]
    assert routes.titel == mini.decision_by_id["routes"].titel
    assert [route.id for route in dorp.routes] == [
        "politie.bellen", "lokaal.melden", "dorpshuis.koffie", "lokaal.sluiten",
    ]  # fmt: skip
    assert [item.id for item in dorp.providers] == ["politie", "dorpshuis", "lokaal"]
    assert dorp.facts == mini.facts
    assert (dorp.naam, dorp.version, dorp.extends) == ("Dorp", "1.1", ("mini",))


@pytest.mark.parametrize("posing", ["itself", "collect"])
@pytest.mark.parametrize(
    ("table", "adds", "line"),
    [
        ("ernst", True, "adds_rules"),
        ("besluit", True, "adds_rules"),
        ("aantal", True, "adds_rules"),
        ("nieuw", True, "adds_rules"),
        ("ernst", False, "decision"),
        ("routes", False, "decision"),
    ],
)
def test_a_local_pack_may_not_change_a_table(
    folder: Folder, table: str, adds: bool, line: str, posing: str
) -> None:
    """Neither as what it is nor posing as a COLLECT table."""
    policy = {"routes": "collect", "besluit": "priority"}.get(table, "first")
    policy = "collect" if posing == "collect" else policy
    folder.write(
        "dorp/decisions/20-stiekem.yaml",
        f"decision: {table}\ntitel: Stiekem\nhit_policy: {policy}\noutput: [laag]\n"
        + ("adds_rules: true\n" if adds else "")
        + "rules:\n  - {id: Z.1, when: {}, then: laag, because: Zo.}\n",
    )
    (fault,) = folder.faults("dorp")
    place = "dorp/decisions/20-stiekem.yaml:" + ("5" if line == "adds_rules" else "1")
    assert fault.startswith(f"{place}: '{table}' ")
    if adds:
        assert (
            "toegestaan zijn nieuwe tabellen en extra rijen (adds_rules: true) in een tabel met collect"
            in fault
        )
    else:
        assert "bestaat al (mini/decisions/" in fault


def test_a_local_pack_may_not_say_a_fact_or_route_again(folder: Folder) -> None:
    for file in ("facts.yaml", "routes.yaml"):
        source = (folder.path / "mini" / file).read_text(encoding="utf-8")
        folder.write(f"dorp/{file}", source)
    faults = folder.faults("dorp")
    assert len([fault for fault in faults if "bestaat al (mini/facts.yaml:" in fault]) == 9
    assert len([fault for fault in faults if "bestaat al (mini/routes.yaml:" in fault]) == 5


def test_all_faults_of_a_pack_come_at_once_and_in_order(folder: Folder) -> None:
    folder.edit("mini/facts.yaml", "kind: keuze", "kind: kiezen")
    folder.edit("mini/facts.yaml", "vraag: Is er gebeld?,", "")
    folder.edit("mini/pack.yaml", "region: Nergens", "kleur: rood")
    folder.edit("mini/routes.yaml", "orde: 10, naam: Bel", "orde: x, naam: Bel")
    folder.edit(ERNST, "decision: aantal", "decision: aantal\ndecision: aantal")
    folder.edit(ERNST, "id: B.2,", "id: B.1,")
    folder.write("mini/steps.yaml", "x: &a [*a]")
    faults = folder.faults()
    assert len(faults) == 8
    places = [(fault.split(":")[0], int(fault.split(":")[1])) for fault in faults]
    assert places == sorted(places)
    assert {file for file, _ in places} == {
        "mini/facts.yaml", "mini/pack.yaml", "mini/routes.yaml", "mini/steps.yaml", ERNST,
    }  # fmt: skip


def test_all_references_that_lead_nowhere_come_at_once(folder: Folder) -> None:
    folder.edit(ERNST, "when: {gevaar: ja}", "when: {gevaarlijk: ja}")
    folder.edit(ERNST, "then: laag", "then: lager")
    folder.edit("mini/routes.yaml", "bron: [keuze]", "bron: [boek, norm, vel]")
    folder.edit("mini/steps.yaml", "answered: [vermoeden]", "answered: [idee]")
    faults = folder.faults()
    assert len(faults) == 5
    assert faults == sorted(faults, key=lambda fault: (fault.split(":")[0], int(fault.split(":")[1])))


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary() | st.text() | st.text(alphabet="abz:-[]{}&*!?|>'\"%@`#, \n\t0"))
def test_whatever_stands_in_a_file_only_gives_faults(folder: Folder, file: str, data: bytes | str) -> None:
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    faults = folder.write(f"mini/{file}", raw).faults()
    assert faults
    assert all(":" in fault and "\n" not in fault for fault in faults)


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_slip_in_a_file_gives_faults_or_a_pack(folder: Folder, file: str, data: st.DataObject) -> None:
    source = (TINY / "mini" / file).read_bytes()
    at = data.draw(st.integers(0, len(source)))
    cut = data.draw(st.integers(0, 12))
    put = data.draw(
        st.sampled_from([b"", b" ", b"\n", b":", b"[", b"}", b"- ", b"0", b"null", b"ja", b"\xff", b"'"])
    )
    folder.write(f"mini/{file}", source[:at] + put + source[at + cut :])
    assert all(fault.startswith("mini/") for fault in folder.faults())


def test_fingerprints_stay_the_same_on_reading_again(folder: Folder) -> None:
    for pack in SHIPPED:
        one, two = load_pack(RULES, pack), load_pack(RULES, pack)
        assert (one.digest, one.texts_digest) == (two.digest, two.texts_digest)
        assert len(one.digest) == len("sha256:") + 64
        assert one.digest.startswith("sha256:")
    assert load_pack(folder.path, "mini").digest == load_pack(TINY, "mini").digest


LOGIC = [
    (ERNST, "when: {gevaar: ja}", "when: {gevaar: [ja, onbekend]}"),
    (ERNST, "when: {gevaar: ja}", "when: {gevaar: {not: nee}}"),
    (ERNST, "{at_least: 2}", "{at_least: 1}"),
    (ERNST, "when: {vormen: onbekend}, then: onduidelijk", "when: {vormen: onbekend}, then: laag"),
    (ERNST, "id: E.5", "id: E.55"),
    (ERNST, "is: ja}", "is: nee}"),
    (ERNST, "grond: norm, bron: [norm], because: Er is nu", "grond: beleid, bron: [norm], because: Er is nu"),
    (ERNST, "grond: norm, bron: [norm], because: Er is nu", "grond: norm, bron: [keuze], because: Er is nu"),
    ("mini/decisions/20-uit.yaml", "urgentie: geen", "urgentie: vandaag"),
    ("mini/decisions/20-uit.yaml", "urgentie_uit: spoed", "urgentie: nu"),
    ("mini/facts.yaml", "{id: hulp, step: 5, kind: ja_nee,", "{id: hulp, step: 5, kind: ja_nee, mild: ja,"),
    ("mini/eigenschappen.yaml", "{at_most: melden}", "{at_most: afsluiten}"),
    ("mini/eigenschappen.yaml", "{vlaggen_ja: {at_least: 2}}", "{vlaggen_ja: {at_least: 1}}"),
    ("mini/facts.yaml", ", group: vlaggen,\n     kort: Ruzie", ",\n     kort: Ruzie"),
    ("mini/facts.yaml", "values: [slaan, dreigen]", "values: [dreigen, slaan]"),
    ("mini/outcomes.yaml", "uitleg: Meld.}", "uitleg: Meld., mild: true}"),
    ("mini/outcomes.yaml", "uitleg: Bel., fact: gebeld,", "uitleg: Bel.,"),
    ("mini/outcomes.yaml", "uitleg: Bel., fact", "uitleg: Bel., wacht: true, fact"),
    ("mini/routes.yaml", "{id: lokaal.sluiten, orde: 40", "{id: lokaal.sluiten, orde: 5"),
]
TEXTS = [
    (ERNST, "because: Er is nu gevaar.", "because: Er is nu groot gevaar."),
    ("mini/facts.yaml", "vraag: Is er gevaar?", "vraag: Is er echt gevaar?"),
    ("mini/facts.yaml", "{slaan: Slaan,", "{slaan: Slaat,"),
    ("mini/routes.yaml", 'telefoon: "112"', 'telefoon: "113"'),
    ("mini/routes.yaml", "bereikbaar: Altijd.", "bereikbaar: Nooit."),
    ("mini/outcomes.yaml", "nu: Meld nu", "nu: Meld meteen"),
    ("mini/sources.yaml", "zegt: Dit moet.", "zegt: Dit hoeft."),
    ("mini/steps.yaml", "titel: Wegen", "titel: Afwegen"),
    ("mini/steps.yaml", "label: Er was haast", "label: Er was geen tijd"),
    ("mini/pack.yaml", "naam: Mini", "naam: Maxi"),
]
NEITHER = [
    ("mini/cases/rustig.yaml", "tekst: Er is niets.", "tekst: Er is echt niets."),
    ("mini/glossary.yaml", "betekenis: Iets scherps.", "betekenis: Iets heel scherps."),
    (ERNST, "titel: Hoeveel vlaggen?", "titel: Hoeveel?"),
    ("mini/eigenschappen.yaml", "titel: Een vermoeden is melden.", "titel: Bij een vermoeden meldt u."),
    ("mini/pack.yaml", "maintainer: Niemand", "maintainer: Iemand"),
    ("mini/sources.yaml", "sources:", "# een opmerking\nsources:"),
]


@pytest.mark.parametrize(
    ("change", "logic", "texts"),
    [
        *((change, True, None) for change in LOGIC),
        *((change, False, True) for change in TEXTS),
        *((change, False, False) for change in NEITHER),
    ],
)
def test_what_the_two_fingerprints_are_over(
    folder: Folder, change: tuple[str, str, str], logic: bool, texts: bool | None
) -> None:
    before = load_pack(folder.path, "mini"), load_pack(folder.path, "dorp")
    folder.edit(*change)
    after = load_pack(folder.path, "mini"), load_pack(folder.path, "dorp")
    for old, new in zip(before, after, strict=True):
        assert (new.digest != old.digest) == logic
        if texts is not None and change[0] != "mini/pack.yaml":
            assert (new.texts_digest != old.texts_digest) == texts


def test_dates_of_a_pack(folder: Folder) -> None:
    pack = load_pack(folder.path, "mini")
    assert (pack.valid_from, pack.valid_until) == (dt.date(2026, 1, 1), dt.date(2099, 12, 31))
    assert load_pack(folder.path, "dorp").valid_until is None
    last, day = dt.date(2099, 12, 31), dt.timedelta(days=1)
    assert [pack.valid_on(last + n * day) for n in (-1, 0, 1)] == [True, True, False]
    assert [pack.valid_on(pack.valid_from + n * day) for n in (-1, 0)] == [False, True]
    assert load_pack(folder.path, "dorp").valid_on(last + day)
    folder.edit("mini/pack.yaml", "valid_until: 2099-12-31", "valid_until: 2026-01-01")
    assert folder.faults() == []
    folder.edit("mini/pack.yaml", "valid_until: 2026-01-01", "valid_until: null")
    assert load_pack(folder.path, "mini").valid_until is None
    folder.edit("mini/pack.yaml", "valid_until: null", "valid_until: 2026-13-01")
    assert folder.faults()[0] == "mini/pack.yaml:6: '2026-13-01' is geen datum; toegestaan is jjjj-mm-dd"


def test_glossary_with_that_of_the_parent_in_the_order_of_the_alphabet(folder: Folder) -> None:
    folder.write("dorp/glossary.yaml", "terms:\n  - {id: koffie, term: Koffie, kort: K, betekenis: Warm.}\n")
    terms = load_glossary(folder.path, load_pack(folder.path, "dorp"))
    assert [term.term for term in terms] == ["alarm", "Koffie", "Mes"]
    folder.edit("dorp/glossary.yaml", "betekenis: Warm.", "beteken: Warm.")
    with pytest.raises(PackError, match=r"dorp/glossary.yaml:2: koffie: 'beteken' is geen bekend veld"):
        load_glossary(folder.path, load_pack(folder.path, "dorp"))


def test_worked_cases_and_their_faults(folder: Folder) -> None:
    pack = load_pack(folder.path, "mini")
    (case,) = load_cases(pack)
    assert (case.id, case.answers["vormen"], case.verwacht.urgentie) == ("rustig", (), "geen")
    folder.edit("mini/cases/rustig.yaml", "niveau: 1", "niveau: 4")
    folder.write("mini/cases/zelfde.yaml", (folder.path / "mini/cases/rustig.yaml").read_bytes())
    with pytest.raises(PackError) as caught:
        load_cases(pack)
    assert [str(fault).partition(": ")[0] for fault in caught.value.faults] == [
        "mini/cases/rustig.yaml:3", "mini/cases/zelfde.yaml:3",
    ]  # fmt: skip


def test_an_older_version_keeps_its_own_place_in_faults(folder: Folder, tmp_path: Path) -> None:
    folder.write("mini/versions/0.9/pack.yaml", 'id: mini\nversion: "0.9"\n')
    with pytest.raises(PackError) as caught:
        load_pack(folder.path, "mini", "0.9")
    places = {fault.file for fault in caught.value.faults}
    assert places >= {"mini/versions/0.9/pack.yaml", "mini/versions/0.9/facts.yaml"}
    with pytest.raises(PackError, match=r"'mini 0\.8' is er niet"):
        load_pack(folder.path, "mini", "0.8")
    assert folder.faults() == []
