"""`rules diff` as a user calls it, and a code that opens under its own version."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from cli import QUIET, Cli

from packs import TINY, Folder
from routewijzer.rules.load import load_pack

WEGING = "mini/decisions/10-weging.yaml"
ONE_FLAG = QUIET | {"vlag_ruzie": "ja"}


@pytest.fixture
def two(cli: Cli, folder: Folder) -> Folder:
    """The tiny packs with a second version: one flag is enough now; the first one is kept as it was."""
    folder.keep("mini", "1.0").keep("dorp", "1.1")
    folder.edit("dorp/versions/1.1/pack.yaml", "[mini]", "[mini@1.0]")
    folder.edit("dorp/pack.yaml", '"1.1"', '"1.2"')
    folder.edit("mini/pack.yaml", '"1.0"', '"2.0"')
    folder.edit(WEGING, "aantal: {at_least: 2}", "aantal: {at_least: 1}")
    cli.rules = folder.path
    return folder


def test_what_changed_and_what_it_does(cli: Cli, two: Folder) -> None:
    said = cli("rules", "diff", "mini@1.0", "mini")
    old, new = load_pack(two.path, "mini", "1.0"), load_pack(two.path, "mini")
    for line in (
        f"- Eerst: Mini 1.0, kenmerk {old.digest[:19]}, teksten {old.texts_digest[:19]}",
        f"- Nu: Mini 2.0, kenmerk {new.digest[:19]}, teksten {new.texts_digest[:19]}",
        "- `ernst` E.2, `aantal`: eerst minstens 2, nu minstens 1",
        "- `pack.yaml`, `version`: eerst 1.0, nu 2.0",
        "- Eerst: Meld vandaag (`melden`, `vandaag`)",
        "- Nu: Bel nu (`noodhulp`, `nu`)",
        "- Route komt erbij: Bel de politie (`politie.bellen`)",
        "- Route eerder: Meld (`lokaal.melden`)",
    ):
        assert line in said.splitlines()
    assert "- Antwoorden: Ja op Mes. De rest is niet beantwoord." in said.splitlines()
    assert "Besluit: eerst" not in said  # every besluit that differs has its example


def test_every_way_to_name_a_pack(cli: Cli, two: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def changes(*names: object) -> str:
        return cli("rules", "diff", *names)

    said = changes("mini@1.0", "mini")
    here = two.path / "mini"
    monkeypatch.chdir(two.path.parent)
    for old, new in (
        ("1.0", "2.0"),
        ("mini@1.0", "mini@2.0"),
        (here / "versions" / "1.0", here),
        ("rules/mini/versions/1.0/", "rules/mini"),
        ("mini@1.0", here / ""),
    ):
        assert changes(old, new) == said
    back = cli("rules", "diff", "2.0", "1.0")
    assert "nu minstens 2" in back
    assert back.index("Nu: Meld vandaag") > back.index("Eerst: Bel nu")
    assert "Dorp 1.1 op mini 1.0" in cli("rules", "diff", "1.1", "dorp", pack="dorp")
    assert "nu minstens 1" in cli("rules", "diff", "1.1", "dorp", pack="dorp")
    assert "eerst minstens 2, nu minstens 1" in cli("rules", "diff", TINY / "mini", "mini")


def test_json_holds_the_same(cli: Cli, two: Folder) -> None:
    made = json.loads(cli("rules", "diff", "1.0", "mini", "--json"))
    assert (made["old"]["version"], made["new"]["version"], made["same_rules"]) == ("1.0", "2.0", False)
    assert {(one["kind"], one["what"]) for one in made["changes"]} == {
        ("pakket", "anders"),
        ("rij", "anders"),
    }
    assert made["proved_equal"] is False
    assert {"kind": "besluit", "old": "melden", "new": "noodhulp"} in made["aspects"]
    for case in made["cases"]:
        for side, version in (("old", "1.0"), ("new", "2.0")):
            cli.rules = two.path if side == "new" else TINY
            given = json.loads(cli("advise", cli.case({"answers": case["answers"]}), "--json"))
            assert given["pack"]["version"] == version
            assert (given["besluit"], given["urgentie"]) == (case[side]["besluit"], case[side]["urgentie"])
            for field in ("acties", "tegenstrijdig"):
                assert [one["id"] for one in given[field]] == case[side][field]
            routes = [{"id": one["id"], "urgentie": one["urgentie"]} for one in given["routes"]]
            assert routes == case[side]["routes"]


def test_only_a_text_changed(cli: Cli, folder: Folder) -> None:
    folder.edit("mini/facts.yaml", "vraag: Is er een mes?", "vraag: Ligt er een mes?")
    cli.rules = folder.path
    said = cli("rules", "diff", TINY / "mini", "mini")
    assert "De regels zijn gelijk: het kenmerk is hetzelfde." in said
    assert "- vraag `vlag_mes`: vraag" in said
    assert "Ligt er" not in said
    assert "Er is geen casus met een ander advies. Dat is bewezen" in said
    assert json.loads(cli("rules", "diff", TINY / "mini", "mini", "--json"))["proved_equal"] is True


def test_a_question_that_only_the_new_pack_has(cli: Cli, folder: Folder) -> None:
    folder.edit("mini/facts.yaml", "values: [slaan, dreigen]", "values: [slaan, dreigen, duwen]")
    folder.edit("mini/facts.yaml", "{slaan: Slaan,", "{slaan: Slaan, duwen: Duwen,")
    cli.rules = folder.path
    said = cli("rules", "diff", TINY / "mini", "mini")
    assert "Alleen het nieuwe pakket kent: `vormen: duwen`. Dit doet niet mee in de vergelijking." in said
    assert json.loads(cli("rules", "diff", "mini", TINY / "mini", "--json"))["only_old"] == ["vormen: duwen"]


def test_more_than_the_examples_show_is_named(cli: Cli, two: Folder) -> None:
    for file, old, new in (
        ("mini/decisions/20-uit.yaml", "when: {}, then: vastleggen", "when: {hulp: ja}, then: vastleggen"),
        (WEGING, "{gevaar: onbekend}, then: onduidelijk", "{gevaar: onbekend}, then: laag"),
        (WEGING, "{vormen: onbekend}, then: onduidelijk", "{vormen: onbekend}, then: laag"),
        (WEGING, "{vermoeden: {not: nee}}, then: melden", "{vermoeden: ja}, then: melden"),
    ):
        two.edit(file, old, new)
    made = json.loads(cli("rules", "diff", "1.0", "2.0", "--json"))
    shown = [aspect for case in made["cases"] for aspect in case["shows"]]
    said = cli("rules", "diff", "1.0", "2.0")
    assert said.count("### Voorbeeld") == len(made["cases"]) <= 8
    assert ("Ook anders, zonder voorbeeld hier:" in said) == any(one not in shown for one in made["aspects"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("maxi", "mini"),
            "'maxi' is geen regelpakket; toegestaan: PAKKET, PAKKET@VERSIE, VERSIE, of de map",
        ),
        (("mini", "/etc"), "'/etc' is geen regelpakket; "),
        (("mini", "mini@9.0"), "regelpakket 'mini 9.0' is er niet; aanwezig: mini 2.0, mini 1.0"),
        (("mini", "mini@"), "regelpakket 'mini ' is er niet; aanwezig: mini 2.0, mini 1.0"),
        (("mini", "9.0"), "regelpakket 'mini 9.0' is er niet; aanwezig: mini 2.0, mini 1.0"),
        (("mini",), "NIEUW ontbreekt"),
    ],
)
def test_a_name_that_is_no_pack(cli: Cli, two: Folder, words: tuple[str, ...], says: str) -> None:
    err = cli("rules", "diff", *words, status=2)
    assert says in err
    assert err.count("\n") == 1


def test_a_pack_with_faults_is_not_compared(cli: Cli, two: Folder) -> None:
    two.edit("mini/versions/1.0/routes.yaml", "orde: 40", "orde: x")
    assert cli("rules", "diff", "1.0", "2.0", status=2).startswith("mini/versions/1.0/routes.yaml:9: ")
    assert "routes.yaml:9" in cli("rules", "diff", two.path / "mini" / "versions" / "1.0", "2.0", status=2)


def test_without_the_solver_the_words_are_there(
    cli: Cli, two: Folder, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from routewijzer.commands.root import main

    for name in [
        name for name in sys.modules if name == "z3" or name.startswith(("z3.", "routewijzer.proof"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)  # as where it is not installed
    capfd.readouterr()
    assert main(["--rules", str(two.path), "rules", "diff", "mini@1.0", "mini"]) == 0
    out, err = capfd.readouterr()
    assert "eerst minstens 2, nu minstens 1" in out
    assert "Wat doet dit met het advies?" not in out
    assert err.count("\n") == 1
    assert "z3-solver" in err
    assert main(["--rules", str(two.path), "rules", "diff", "mini@1.0", "mini", "--json"]) == 0
    made = json.loads(capfd.readouterr().out)
    assert (made["proved_equal"], made["cases"], len(made["changes"])) == (None, [], 2)


def test_a_code_opens_under_its_own_rules(cli: Cli, two: Folder) -> None:
    """The advice on paper comes back as it was, while a new case falls under the new rules."""
    case = cli.case({"pack": "mini", "answers": ONE_FLAG})
    now = json.loads(cli("advise", case, "--json"))
    cli.rules = TINY
    then, printed = json.loads(cli("advise", case, "--json")), cli("advise", case)
    cli.rules = two.path
    assert (then["besluit"], now["besluit"]) == ("afsluiten", "noodhulp")
    assert then["case_code"] != now["case_code"]
    for advice in (then, now):
        opened = json.loads(cli("open", advice["case_code"], "--json"))
        assert opened == {"case": {"pack": "mini", "answers": ONE_FLAG}, "advice": advice}
    assert then["pack"] == {
        "id": "mini", "version": "1.0", "digest": load_pack(two.path, "mini", "1.0").digest,
    }  # fmt: skip
    assert cli("open", then["case_code"]) == printed
    assert "Regels: Mini 1.0, sha256:" in printed
    assert cli("open", then["case_code"], pack=None) == printed


def test_a_code_of_a_version_that_is_gone_or_broken(cli: Cli, two: Folder, tmp_path: Path) -> None:
    cli.rules = TINY
    code = json.loads(cli("advise", cli.case({"answers": ONE_FLAG}), "--json"))["case_code"]
    cli.rules = two.path
    two.write("mini/versions/1.0/pack.yaml", "id: mini\n")
    assert "Pakket 'mini 1.0' heeft fouten" in cli("open", code, status=2)
    (two.path / "mini/versions/1.0").rename(tmp_path / "weg")
    assert "niet is geïnstalleerd" in cli("open", code, status=2)
