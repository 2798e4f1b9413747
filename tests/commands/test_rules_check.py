"""`rules check`: what is refused, what is written, what is said without z3."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from cli import Cli

from packs import RULES, Folder
from routewijzer.rules import proofrecord
from routewijzer.rules.load import load_checks, load_pack
from routewijzer.rules.proofrecord import State

WEGING, UIT = "mini/decisions/10-weging.yaml", "mini/decisions/20-uit.yaml"
SOFTER = ("{aantal: {at_least: 2}}, then: hoog", "{aantal: {at_least: 2}}, then: laag")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "rules")


def unproved(folder: Folder) -> Folder:
    """Take the records away: what is wrong must be found without them."""
    for path in folder.path.glob("*/proof.json"):
        path.unlink()
    return folder


def test_a_softened_pack_is_refused_with_its_smallest_case(cli: Cli, folder: Folder) -> None:
    cli.rules = unproved(folder.edit(WEGING, *SOFTER)).path
    made = cli("rules", "check", "mini", status=1)
    assert "mini: eigenschap 3.ernstig klopt niet. Gevaar is noodhulp." in made
    assert "  kleinste voorbeeld: vlag_mes: ja, vlag_ruzie: ja" in made
    assert "  verwacht: besluit minstens noodhulp" in made
    (result,) = json.loads(cli("rules", "check", "mini", "--json", status=1))
    (found,) = [one for one in result["broken"] if one["id"] == "3.ernstig"]
    assert found["case"]["answers"] == {"vlag_mes": "ja", "vlag_ruzie": "ja"}
    assert (found["case"]["besluit"], found["nummer"], result["passed"]) == ("melden", 3, False)


def test_a_child_of_a_softened_pack_is_refused(cli: Cli, folder: Folder) -> None:
    cli.rules = unproved(folder.edit(WEGING, *SOFTER)).path
    made = json.loads(cli("rules", "check", "dorp", "--json", status=1))
    assert [(one["pack"], one["passed"]) for one in made] == [("mini", False), ("dorp", False)]
    assert "dorp: het bouwt op mini, en dat pakket is niet in orde" in made[1]["faults"]


def test_other_rules_under_a_proved_version_are_a_fault(cli: Cli, folder: Folder) -> None:
    cli.rules = folder.edit(UIT, "grond: norm, bron: [norm], because: Noodhulp",
                            "grond: norm, bron: [keuze], because: Noodhulp").path  # fmt: skip
    made = cli("rules", "check", "mini", status=1)
    assert "mini/proof.json: de regels zijn anders dan toen 1.0 is bewezen" in made
    assert "mini/proof.json" in cli("rules", "check", "mini", "--write", status=1)
    assert proofrecord.state(load_pack(cli.rules, "mini")) is State.RULES_DIFFER  # --write did not hide it


def test_other_texts_under_a_proved_version_are_a_fault(cli: Cli, folder: Folder) -> None:
    cli.rules = folder.edit(WEGING, "because: Er is nu gevaar.", "because: Er dreigt gevaar.").path
    assert "de teksten zijn anders dan toen 1.0 is bewezen" in cli("rules", "check", "mini", status=1)


def test_a_new_version_is_proved_and_written(cli: Cli, folder: Folder) -> None:
    folder.edit(WEGING, "because: Er is nu gevaar.", "because: Er dreigt gevaar.")
    cli.rules = folder.edit("mini/pack.yaml", 'version: "1.0"', 'version: "1.1"').path
    assert "mini 1.1: nog geen bewijs vastgelegd" in cli("rules", "check", "mini")
    cli("rules", "check", "mini", "--write")
    pack = load_pack(cli.rules, "mini")
    said = json.loads(proofrecord.path(pack).read_bytes())
    assert said == {"version": "1.1", "digest": pack.digest, "texts": pack.texts_digest, "passed": True}
    assert "vastgelegd" not in cli("rules", "check", "mini")


@pytest.mark.parametrize(
    "record", ["", "[]", "{}", '{"version": "1.0", "digest": "x", "texts": "x", "passed": false}']
)
def test_a_damaged_record_is_a_fault(cli: Cli, folder: Folder, record: str) -> None:
    cli.rules = folder.write("mini/proof.json", record).path
    assert "dit bestand is niet te lezen of zegt niet dat alles klopt" in cli(
        "rules", "check", "mini", status=1
    )


def test_a_check_that_does_not_come_out(cli: Cli, folder: Folder) -> None:
    check = """id: ruzie
answers: {gevaar: nee, vormen: [], vlag_mes: nee, vlag_ruzie: ja, vermoeden: nee}
verwacht: {besluit: afsluiten, urgentie: vandaag, routes: {lokaal.melden: vandaag, lokaal.sluiten: geen},
  acties: [vastleggen], tegenstrijdig: []}
"""
    cli.rules = folder.write("mini/checks/een.yaml", check).path
    assert "mini 1.0: 6 van 6 checks kloppen" in cli("rules", "check", "mini")
    folder.edit("mini/checks/een.yaml", "acties: [vastleggen]", "acties: [vastleggen, bellen]")
    made = cli("rules", "check", "mini", status=1)
    assert "mini: check ruzie: acties is ['vastleggen']; verwacht: ['bellen', 'vastleggen']" in made
    assert "mini 1.0: 5 van 6 checks kloppen" in made
    folder.write("mini/checks/een.txt", "")
    assert "mini/checks/een.txt:1" in cli("rules", "check", "mini", status=1)


def test_mutants_that_live_are_told_and_saved_as_checks(cli: Cli, folder: Folder, tmp_path: Path) -> None:
    cli.rules = folder.path
    made = cli("rules", "check", "mini", "--mutants", "--save", str(tmp_path / "nieuw"), status=1)
    assert "mini: niemand merkt: rij R.4 weggelaten. Kleinste casus waarin dat het advies verandert: " in made
    saved = sorted((tmp_path / "nieuw").glob("*.yaml"))
    for path in saved:
        folder.write(f"mini/checks/{path.name}", path.read_bytes())
    assert len(load_checks(load_pack(folder.path, "mini"))) == len(saved) + 5 > 8
    assert "0 niet gevonden" in cli("rules", "check", "mini", "--mutants")  # what lives is now found out


def test_a_pack_without_claims_is_refused(cli: Cli, folder: Folder) -> None:
    (unproved(folder).path / "mini/eigenschappen.yaml").unlink()
    cli.rules = folder.path
    made = cli("rules", "check", "mini", status=1)
    for number in (3, 4, 7, 8, 9, 11):
        assert f"mini/eigenschappen.yaml:1: er is geen eigenschap met nummer {number}" in made
    assert "veiligheid: 'gevaar' heeft een mildste antwoord in facts.yaml en ontbreekt hier" in made


CLAIMS = [
    ("gevaar, mild: nee", "gevaar, mild: ja", "gevaar: het mildste antwoord is hier ja, maar nee"),
    ("dan: [{ernstig: ja}]", "dan: [{ernstig: soms}]", "11.noodhulp > ernstig: 'soms' is niet bekend"),
    ("at_least: noodhulp", "at_least: heftig", "'heftig'"),
    ("dan: [{ernstig: ja}]", "dan: [{ernst: erg}]", "'erg'"),
    ("dan: [{ernstig: ja}]", "dan: [{niets: ja}]", "niets"),
    ("dan: [{ernstig: ja}]", "dan: [{ernstig: ja}], nooit: [{ernstig: nee}]", "toegestaan is `waar`"),
    ("{vlaggen_ja: {at_least: 2}}", "{ernstig: ja}", "kring"),
    ("tel: {group: vlaggen", "tel: {group: vlagjes", "'vlagjes'"),
    ("{at_most: melden}", "{at_most: 3}", "3"),
]


@pytest.mark.parametrize(("old", "new", "says"), CLAIMS)
def test_a_claim_that_leads_nowhere(cli: Cli, folder: Folder, old: str, new: str, says: str) -> None:
    cli.rules = unproved(folder.edit("mini/eigenschappen.yaml", old, new)).path
    lines = cli("rules", "check", "mini", status=1).splitlines()
    assert [line for line in lines if line.startswith("mini/eigenschappen.yaml:") and says in line], lines


def test_without_z3(cli: Cli, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(sys.modules):
        if name == "z3" or name.startswith(("z3.", "routewijzer.proof")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    cli.rules = folder.path
    assert "Het bewijs in proof.json hoort bij deze regels." in cli("rules", "check", "mini")
    unproved(folder)
    assert "z3 is niet geïnstalleerd" in cli("rules", "check", "mini", status=1)


FLAG = "  - id: vlag_extreme_angst\n    step: 1\n    kind: ja_nee\n    mild: nee\n"
SOFTENED = [
    ("landelijk/decisions/10-gevaar.yaml", "{id: N.2, when: {direct_gevaar: onbekend}, then: mogelijk",
     "{id: N.2, when: {direct_gevaar: onbekend}, then: geen"),
    ("landelijk/decisions/10-gevaar.yaml", "{id: IT.2, when: {aantal_rode_vlaggen: {at_least: 3}}",
     "{id: IT.2, when: {aantal_rode_vlaggen: {at_least: 4}}"),
    (
        "landelijk/facts.yaml",
        FLAG + "    group: rode_vlaggen\n",
        FLAG,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new"), SOFTENED)
def test_a_softened_shipped_pack(cli: Cli, tmp_path: Path, file: str, old: str, new: str) -> None:
    folder = unproved(Folder(tmp_path / "softer", RULES))
    cli.rules = folder.edit(file, old, new).path
    assert "klopt niet" in cli("rules", "check", "alkmaar", status=1)


WEAKENED = [
    (
        "mini/outcomes.yaml",
        "uitleg: Stop., mild: true",
        "uitleg: Stop.",
        "'afsluiten' heeft het teken mild niet",
    ),
    (
        "mini/facts.yaml",
        "group: vlaggen, kritiek: true",
        "group: vlaggen",
        "'vlag_mes' heeft het teken kritiek niet",
    ),
    (
        "mini/eigenschappen.yaml",
        "  - {id: afsluiten, teken: mild}\n",
        "",
        "'afsluiten' heeft het teken mild en",
    ),
    ("mini/eigenschappen.yaml", "waar: [{ernstig: ja}]", "waar: [{vormen: {holds: []}}]", "de lijst is leeg"),
    (
        "mini/eigenschappen.yaml",
        "dan: [{ernstig: ja}]",
        "dan: [{ernstig: ja}, {gevaar: [ja, nee, onbekend]}]",
        "verwacht: een gevolg dat ergens niet waar is",
    ),
    (
        "mini/eigenschappen.yaml",
        "waar: [{ernstig: ja}]",
        "waar: [{ernstig: ja, vlaggen_ja: {at_least: 3}}]",
        "verwacht: een situatie in `waar` die bestaat",
    ),
    ("mini/checks/rijen.yaml", "id: rij_1\n", "id: rij_1\n  ", "mini/checks/rijen.yaml"),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), WEAKENED)
def test_what_is_proved_cannot_be_weakened_unseen(
    cli: Cli, folder: Folder, file: str, old: str, new: str, says: str
) -> None:
    cli.rules = unproved(folder.edit(file, old, new)).path
    assert says in cli("rules", "check", "mini", status=1)


def test_rows_that_no_example_touches_are_faults(cli: Cli, folder: Folder) -> None:
    (unproved(folder).path / "mini/checks/rijen.yaml").unlink()
    cli.rules = folder.path
    made = cli("rules", "check", "mini", status=1)
    assert f"{folder.line(UIT, 'id: R.4')}: R.4 wordt door geen enkele casus of check geraakt" in made


def test_a_local_pack_that_adds_rows_says_what_must_be_proved(cli: Cli, folder: Folder) -> None:
    (unproved(folder).path / "dorp/eigenschappen.yaml").unlink()
    cli.rules = folder.path
    assert "dit pakket voegt rijen toe en zegt niet wat" in cli("rules", "check", "dorp", status=1)


def test_an_older_version_must_be_as_it_was_proved(cli: Cli, folder: Folder) -> None:
    folder.keep("mini", "1.0")
    folder.edit("mini/pack.yaml", 'version: "1.0"', 'version: "1.1"')
    cli.rules = folder.path
    cli("rules", "check", "mini", "--write")
    folder.edit("mini/versions/1.0/decisions/10-weging.yaml", *SOFTER)
    made = cli("rules", "check", "mini", status=1)
    assert (
        "mini/versions/1.0/proof.json: versie 1.0 heeft geen bewijs dat bij deze regels en teksten hoort"
        in made
    )
