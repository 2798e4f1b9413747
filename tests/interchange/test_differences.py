"""What differs between two packs: nothing left out, nothing made up, and told in words."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from packs import TINY, Folder
from routewijzer.interchange.differences import Change, Differences, _rising, as_json, differences
from routewijzer.interchange.differencewords import as_text
from routewijzer.rules.load import load_pack

WEGING, UIT, FACTS = "mini/decisions/10-weging.yaml", "mini/decisions/20-uit.yaml", "mini/facts.yaml"
ROUTES, OUTCOMES = "mini/routes.yaml", "mini/outcomes.yaml"


def compared(folder: Folder, pack: str = "mini") -> Differences:
    """Return what differs between the tiny pack and what became of it."""
    return differences(load_pack(TINY, pack), load_pack(folder.path, pack))


def told(folder: Folder, pack: str = "mini") -> list[str]:
    return [line[2:] for line in as_text(compared(folder, pack)).splitlines() if line.startswith("- ")][2:]


@pytest.mark.parametrize(
    ("file", "old", "new", "change", "words"),
    [
        (
            WEGING, "aantal: {at_least: 2}", "aantal: {at_least: 1}",
            Change("rij", "E.2", "anders", "when.aantal", {"at_least": 2}, {"at_least": 1}, "ernst", "first"),
            "`ernst` E.2, `aantal`: eerst minstens 2, nu minstens 1",
        ),
        (
            WEGING, "{gevaar: onbekend}, then", "{gevaar: onbekend, hulp: [ja, nee]}, then",
            Change("rij", "E.4", "anders", "when.hulp", None, {"one_of": ["ja", "nee"]}, "ernst", "first"),
            "`ernst` E.4, `hulp`: eerst geen voorwaarde, nu is ja of nee",
        ),
        (
            WEGING, "{vormen: {holds: [slaan]}, vlag_mes: {not: nee}}", "{vormen: {holds: [slaan]}}",
            Change("rij", "E.3", "anders", "when.vlag_mes", {"none_of": ["nee"]}, None, "ernst", "first"),
            "`ernst` E.3, `vlag_mes`: eerst is niet nee, nu geen voorwaarde",
        ),
        (
            WEGING, "{vormen: onbekend}, then: onduidelijk", "{vormen: onbekend}, then: laag",
            Change("rij", "E.5", "anders", "then", "onduidelijk", "laag", "ernst", "first"),
            "`ernst` E.5, `then`: eerst onduidelijk, nu laag",
        ),
        (
            UIT, "then: politie.bellen, urgentie: nu,", "then: politie.bellen, urgentie: vandaag,",
            Change("rij", "R.1", "anders", "urgentie", "nu", "vandaag", "routes", "collect"),
            "`routes` R.1, `urgentie`: eerst nu, nu vandaag",
        ),
        (
            UIT, "grond: voorzichtigheid, bron: [keuze]", "grond: norm, bron: [keuze]",
            Change("rij", "R.4", "anders", "grond", "voorzichtigheid", "norm", "routes", "collect"),
            "`routes` R.4, `grond`: eerst voorzichtigheid, nu norm",
        ),
        (
            WEGING, "grond: voorzichtigheid, bron: [keuze]", "grond: voorzichtigheid, bron: [norm, keuze]",
            Change("rij", "E.2", "anders", "bron", ["keuze"], ["norm", "keuze"], "ernst", "first"),
            "`ernst` E.2, `bron`: eerst keuze, nu norm, keuze",
        ),
        (
            FACTS, "values: [gevoerd, te_eng, onbekend]", "values: [gevoerd, te_eng, later, onbekend]",
            Change(
                "vraag", "gesprek", "anders", "values",
                ["gevoerd", "te_eng", "onbekend"], ["gevoerd", "te_eng", "later", "onbekend"],
            ),
            "`gesprek`, `values`: eerst gevoerd, te_eng, onbekend, nu gevoerd, te_eng, later, onbekend",
        ),
        (
            FACTS, "id: hulp, step: 5, kind: ja_nee,", "id: hulp, step: 5, kind: ja_nee, mild: ja,",
            Change("vraag", "hulp", "anders", "mild", None, "ja"),
            "`hulp`, `mild`: eerst niets, nu ja",
        ),
        (
            FACTS, "id: hulp, step: 5, kind: ja_nee,", "id: hulp, step: 5, kind: ja_nee, kritiek: true,",
            Change("vraag", "hulp", "anders", "kritiek", old=False, new=True),
            "`hulp`, `kritiek`: eerst false, nu true",
        ),
        (
            WEGING, "output: [hoog, onduidelijk, laag]", "output: [hoog, laag, onduidelijk]",
            Change(
                "tabel", "ernst", "anders", "output",
                ["hoog", "onduidelijk", "laag"], ["hoog", "laag", "onduidelijk"],
            ),
            "`ernst`, `output`: eerst hoog, onduidelijk, laag, nu hoog, laag, onduidelijk",
        ),
        (
            WEGING, "over: {group: vlaggen, is: ja}", "over: {group: vlaggen, is: onbekend}",
            Change(
                "tabel", "aantal", "anders", "over",
                {"group": "vlaggen", "is": "ja"}, {"group": "vlaggen", "is": "onbekend"},
            ),
            "`aantal`, `over`: eerst `group` vlaggen en `is` ja, nu `group` vlaggen en `is` onbekend",
        ),
        (
            OUTCOMES, "titels: {nu: Meld nu, vandaag: Meld vandaag, geen: Meld}, uitleg: Meld.",
            "titels: {nu: Meld nu, vandaag: Meld vandaag, geen: Meld}, uitleg: Meld., mild: true",
            Change("besluit", "melden", "anders", "mild", old=False, new=True),
            "`melden`, `mild`: eerst false, nu true",
        ),
        (
            ROUTES, "orde: 40", "orde: 5",
            Change("route", "lokaal.sluiten", "anders", "orde", 40, 5),
            "`lokaal.sluiten`, `orde`: eerst 40, nu 5",
        ),
        (
            ROUTES, 'telefoon: "112"', 'telefoon: "0900"',
            Change("route", "politie.bellen", "tekst", "telefoon", "112", "0900"),
            "route `politie.bellen`: telefoon",
        ),
        (
            FACTS, "vraag: Is er een mes?", "vraag: Ligt er een mes?",
            Change("vraag", "vlag_mes", "tekst", "vraag", "Is er een mes?", "Ligt er een mes?"),
            "vraag `vlag_mes`: vraag",
        ),
    ],
)  # fmt: skip
def test_one_change(folder: Folder, file: str, old: str, new: str, change: Change, words: str) -> None:
    folder.edit(file, old, new)
    if "later" in new:
        folder.edit(FACTS, "te_eng: Te eng}", "te_eng: Te eng, later: Later}")
    found = [one for one in compared(folder).changes if one.field != "labels"]
    assert found == [change]
    assert compared(folder).same_rules == (change.what == "tekst")
    assert words in told(folder)


def test_a_row_more_a_row_less_and_a_row_elsewhere(folder: Folder) -> None:
    path = folder.path / WEGING
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if "id: E.1" in line)
    assert "id: E.4" in lines[first + 3]
    lines[first + 1 : first + 4] = [lines[first + 3], lines[first + 1]]  # E.3 goes, E.4 goes before E.2
    lines.insert(
        first, "  - {id: E.0, when: {hulp: nee, vormen: {at_least: 1}}, then: hoog, because: Nieuw.}"
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    found = compared(folder)
    assert [(change.id, change.what) for change in found.changes] == [
        ("E.3", "weg"), ("E.0", "erbij"), ("E.4", "verplaatst"),
    ]  # fmt: skip
    assert told(folder) == [
        "`ernst` E.3 is weg: als `vormen` bevat slaan en `vlag_mes` is niet nee, dan hoog",
        "`ernst` E.0 is erbij: als `hulp` is nee en `vormen` minstens 1, dan hoog",
        "`ernst` E.4 staat nu na E.1, eerst na E.3",
    ]
    assert "de eerste rij die geldt beslist" in as_text(found)


def test_a_table_without_order_does_not_claim_that_its_order_matters(folder: Folder) -> None:
    path = folder.path / UIT
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if "id: R.1" in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert told(folder) == ["`routes` R.2 staat nu vooraan, eerst na R.1"]
    assert "de eerste rij" not in as_text(compared(folder))


def test_whole_parts_come_and_go(folder: Folder) -> None:
    extra = "kort: Extra, vraag: Nog iets?, help: Extra., uitleg: Iets., waarom: Zomaar."
    hulp = "  - {id: hulp, step: 5"
    folder.edit(FACTS, hulp, f"  - {{id: extra, step: 5, kind: ja_nee, {extra}}}\n{hulp}")
    steps = (folder.path / "mini/steps.yaml").read_text(encoding="utf-8")
    assert steps.count("hulp]") == 1
    folder.edit("mini/steps.yaml", "hulp]", "hulp, extra]")
    folder.edit(ROUTES, "providers:", "providers:\n  - {id: buurt, naam: Buurthuis, orde: 50}")
    said = told(folder)
    assert "`extra` is erbij: Nog iets?" in said
    assert "`buurt` is erbij: Buurthuis" in said
    (block,) = [one for one in compared(folder).changes if one.kind == "blok"]
    assert (block.field, set(block.new) - set(block.old)) == ("vragen", {"extra"})
    back = differences(load_pack(folder.path, "mini"), load_pack(TINY, "mini"))
    assert [one.id for one in back.changes if one.what == "weg"] == ["extra", "buurt"]


def test_what_a_local_pack_adds_to_its_parent() -> None:
    found = differences(load_pack(TINY, "mini"), load_pack(TINY, "dorp"))
    added = {(change.kind, change.id) for change in found.changes if change.what == "erbij"}
    assert added == {
        ("tabel", "welkom"), ("rij", "W.1"), ("rij", "W.2"), ("rij", "DR.1"), ("aanbieder", "dorpshuis"),
        ("route", "dorpshuis.koffie"), ("bron", "dorp"), ("eigenschap", "12.koffie"),
    }  # fmt: skip
    assert [
        one.what for one in found.changes if one.kind not in {"pakket", *(kind for kind, _ in added)}
    ] == []
    assert "Dorp 1.1 op mini 1.0" in as_text(found)
    assert "- `welkom` W.2 is erbij: in alle andere gevallen ja" in as_text(found)


def test_the_same_pack(folder: Folder) -> None:
    found = compared(folder)
    assert (found.changes, found.same_rules) == ((), True)
    assert "Er is niets veranderd." in as_text(found)
    assert as_json(found) == {
        "old": as_json(found)["new"], "new": as_json(found)["old"], "same_rules": True, "changes": [],
    }  # fmt: skip


def test_json_says_the_same(folder: Folder) -> None:
    folder.edit(WEGING, "aantal: {at_least: 2}", "aantal: {at_least: 1}")
    made = as_json(compared(folder))
    assert made["changes"] == [
        {"kind": "rij", "id": "E.2", "what": "anders", "table": "ernst", "field": "when.aantal",
         "old": {"at_least": 2}, "new": {"at_least": 1}},
    ]  # fmt: skip
    assert (made["old"]["version"], made["old"]["digest"]) == ("1.0", load_pack(TINY, "mini").digest)


def test_properties_and_their_words(tmp_path: Path) -> None:
    one, two = Folder(tmp_path / "one"), Folder(tmp_path / "two")
    claims = """
begrippen:
  - {{id: onrust, titel: Onrust, een_van: [{{vlag_ruzie: ja}}, {{vlag_mes: ja, hulp: nee}}]}}
eigenschappen:
  - {{id: 3.mes, nummer: 3, titel: Bij een mes wordt gemeld., waar: [{{vlag_mes: ja}}],
     dan: [{{besluit: {{at_least: {besluit}}}}}]}}
"""
    one.write("mini/eigenschappen.yaml", claims.format(besluit="melden"))
    two.write("mini/eigenschappen.yaml", claims.format(besluit="noodhulp").replace("hulp: nee", "hulp: ja"))
    found = differences(load_pack(one.path, "mini"), load_pack(two.path, "mini"))
    said = as_text(found)
    assert "- `3.mes`, `dan`: eerst `besluit` minstens melden, nu `besluit` minstens noodhulp" in said
    old, new = (f"`vlag_ruzie` is ja; of `vlag_mes` is ja en `hulp` is {value}" for value in ("nee", "ja"))
    assert f"- `onrust`, `een_van`: eerst {old}, nu {new}" in said


def test_a_longest_rising_row() -> None:
    rng = random.Random(5)
    assert _rising([]) == set()
    for _ in range(200):
        numbers = rng.sample(range(9), rng.randint(1, 7))
        kept = sorted(_rising(numbers))
        row = [numbers[at] for at in kept]
        assert row == sorted(row)
        assert len(kept) == _length_of_longest(numbers)


def _length_of_longest(numbers: list[int]) -> int:
    """Try every choice: slow and plain."""
    choices = range(2 ** len(numbers))
    rows = ([number for at, number in enumerate(numbers) if choice >> at & 1] for choice in choices)
    return max(len(row) for row in rows if row == sorted(row))
