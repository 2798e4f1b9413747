"""`open`, `rules`, help, and calls that are wrong."""

from __future__ import annotations

import json

import pytest
from cli import QUIET, Cli, start

from packs import Folder
from routewijzer import __version__
from routewijzer.interchange.markdown import as_markdown


def test_a_code_opens_into_its_case_and_advice(cli: Cli) -> None:
    case = {"pack": "mini", "answers": {"gevaar": "nee", "vormen": [], "gebeld": "onbekend"}}
    advice = json.loads(cli("advise", cli.case(case), "--json"))
    for typed in ((advice["case_code"],), advice["case_code"].lower().split("-")):
        for pack in ("mini", None):
            assert json.loads(cli("open", *typed, "--json", pack=pack)) == {"case": case, "advice": advice}
    assert cli("open", advice["case_code"]) == cli("advise", cli.case(case))


def test_a_code_that_is_wrong(cli: Cli) -> None:
    code = json.loads(cli("advise", cli.case({"answers": QUIET}), "--json"))["case_code"]
    last = "0" if code[-1] != "0" else "1"
    for typed, says in (
        (code[:-1] + last, "De code klopt niet."),
        (
            code[:-1],
            "De code heeft 13 tekens." if len(code) == 15 else "tekens. Een code heeft groepen van 7",
        ),
        ("U" + code[1:], "De code heeft het teken U."),
        (" ", "Er is geen code ingevuld."),
    ):
        assert says in cli("open", typed, status=2)
    assert "niet is geïnstalleerd" in cli("open", code, status=2, pack="dorp")


def test_rules_check_of_packs_in_order(cli: Cli) -> None:
    made = cli("rules", "check", pack=None)
    others = ("geraakt", "raken", "nagekeken", "naast de bron")  # have tests of their own
    told = [line for line in made.splitlines() if not any(word in line for word in others)]
    assert told == [  # a parent before its child
        "mini 1.0: 1 van 1 voorbeeldcasussen kloppen",
        "mini 1.0: 5 van 5 checks kloppen",
        "mini 1.0: 37 eigenschappen en rijen bewezen, 0 niet",
        "mini 1.0: in orde",
        "dorp 1.1: 1 van 1 voorbeeldcasussen kloppen",
        "dorp 1.1: 1 van 1 checks kloppen",
        "dorp 1.1: 44 eigenschappen en rijen bewezen, 0 niet",
        "dorp 1.1: in orde",
    ]
    (result,) = json.loads(cli("rules", "check", "mini", "--json"))
    assert (result["pack"], result["passed"], result["cases"], result["faults"]) == ("mini", True, 1, [])
    assert "'maxi' is er niet; aanwezig: dorp, mini" in cli("rules", "check", "maxi", status=2)


CASE = "mini/cases/rustig.yaml"
BROKEN = [
    ("mini/routes.yaml", "orde: 40", "orde: x", "mini/routes.yaml:9: lokaal.sluiten > orde: hier staat 'x'"),
    (CASE, "besluit: afsluiten", "besluit: melden", "rustig: besluit is afsluiten; verwacht: melden"),
    (CASE, "{gevaar: nee,", "{gevaar: neen, hulpje: x,", 'mini: casus rustig: gevaar: hier staat "neen"'),
    (CASE, "vlag_mes: nee, vlag_ruzie: nee,", "", "nog voorlopig; beantwoord ook: vlag_mes, vlag_ruzie"),
    ("mini/decisions/20-uit.yaml", "Vastleggen moet altijd.", "Er is nu gevaar.", "dezelfde reden staat ook"),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), BROKEN)
def test_rules_check_of_a_broken_pack(
    cli: Cli, folder: Folder, file: str, old: str, new: str, says: str
) -> None:
    folder.edit(file, old, new)
    cli.rules = folder.path
    made = cli("rules", "check", "mini", status=1)
    assert says in made
    (result,) = json.loads(cli("rules", "check", "mini", "--json", status=1))
    assert result["passed"] is False
    assert says in "\n".join(result["faults"] + result["cases_wrong"])
    if "neen" in new:
        assert len(result["cases_wrong"]) == 2
        assert "mini 1.0: 0 van 1 voorbeeldcasussen kloppen" in made


def test_a_broken_pack_is_told_by_every_command(cli: Cli, folder: Folder) -> None:
    folder.edit("mini/routes.yaml", "orde: 40", "orde: x")
    folder.edit("mini/facts.yaml", "kind: keuze", "kind: kies")
    cli.rules = folder.path
    for words in (("advise", cli.case({"answers": {}})), ("rules", "show")):
        assert [line.partition(": ")[0] for line in cli(*words, status=2).splitlines()] == [
            "mini/facts.yaml:15", "mini/routes.yaml:9",
        ]  # fmt: skip


def test_a_folder_without_packs(cli: Cli) -> None:
    cli.rules = cli.path / "leeg"
    assert "aanwezig: niets" in cli("rules", "check", "mini", status=2)
    assert cli("rules", "check", status=2, pack=None) == (
        f"in {cli.rules} staan geen regelpakketten; toegestaan is een map waarin elk regelpakket een eigen "
        "map met pack.yaml heeft\n"
    )


def test_rules_show_prints_or_writes_the_pack(cli: Cli, engines) -> None:
    shown = cli("rules", "show", "--format", "markdown")
    assert shown == as_markdown(engines["mini"].pack)
    for part in (
        "# Mini 1.0",
        engines["mini"].pack.digest,
        "| E.2 |",
        "**Is er gevaar?** (`gevaar`)",
        "**112**",
    ):
        assert part in shown
    for table in engines["mini"].pack.decisions:
        assert all(f"| {rule.id} |" in shown for rule in table.rules)
    assert cli("rules", "show", "dorp", pack=None) == as_markdown(engines["dorp"].pack)
    out = cli.path / "mini.md"
    assert cli("rules", "show", "--out", out) == ""
    assert out.read_text(encoding="utf-8") == shown
    for place in (cli.path / "weg" / "x.md", cli.path):
        assert cli("rules", "show", "--out", place, status=2).count("\n") == 1
    assert [path.name for path in cli.path.iterdir()] == ["mini.md"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("bla",), "de opdracht bla bestaat niet; toegestaan: advise, open, rules, log"),
        (("rules", "bla"), "de opdracht bla bestaat niet; toegestaan: check, diff, show"),
        (("--bla",), "de optie --bla bestaat niet; 'routing-app --help' noemt de opties"),
        (("advise", "x", "--bla"), "de optie --bla bestaat niet"),
        (("advise",), "CASUS.json|- ontbreekt"),
        (("open",), "CODE ontbreekt"),
        (("--pack",), "na --pack hoort een waarde"),
        (("rules", "show", "--format", "word"), "--format kent deze waarde niet; toegestaan: markdown"),
        (("rules", "show", "x", "y"), "de opdracht klopt niet ("),
        (("log", "list", "--besluit", "x"), "--besluit kent deze waarde niet; toegestaan: noodhulp, "),
    ],
)
def test_a_wrong_call_is_one_clear_sentence(cli: Cli, words: tuple[str, ...], says: str) -> None:
    err = cli(*words, status=2)
    assert err.startswith(says)
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("advise",),
        ("open",),
        ("rules",),
        ("rules", "check"),
        ("rules", "diff"),
        ("rules", "show"),
        ("log",),
    ],
)
def test_help_is_in_dutch(cli: Cli, words: tuple[str, ...]) -> None:
    made = cli(*words, "--help", pack=None)
    assert made.startswith("Usage: routing-app")
    lines = [line.strip() for line in made.splitlines() if line.startswith("  --") and "--help" not in line]
    assert all(len(line.split("  ")) > 1 for line in lines), lines  # every option says what it does
    ours = made.replace("Show this message and exit.", "").lower()
    assert not {"the", "and", "with", "print", "write", "read"} & set(ours.split())


def test_the_version(cli: Cli) -> None:
    assert cli("--version", pack=None) == f"routing-app {__version__}\n"


def test_a_process_ends_with_the_same_status() -> None:
    assert start("rules", "check", "landelijk").returncode == 0
    assert start("open", "X").returncode == 2
    done = start("advise", "nergens.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("nergens.json: ")


def test_a_check_that_fails_is_exit_1_of_the_process(folder: Folder) -> None:
    folder.edit("mini/routes.yaml", "orde: 40", "orde: x")
    assert start("--rules", folder.path, "rules", "check").returncode == 1
