"""`advise` of one case: what it prints, and every bad input told in sentences that name what and where."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
from cli import QUIET, Cli, start

from packs import Folder
from routewijzer.advice.engine import advice_json
from routewijzer.case import Case


def test_json_is_the_whole_advice(cli: Cli, engines, readers) -> None:
    answers = {"gevaar": "nee", "vormen": ["dreigen", "slaan"], "vlag_ruzie": "ja"}
    made = json.loads(cli("advise", cli.case({"answers": answers}), "--json"))
    assert made == advice_json(engines["mini"].advise(readers["mini"].read({"answers": answers})))
    assert list(made) == [
        "pack", "case_code", "besluit", "urgentie", "voorlopig", "zeker", "routes", "acties",
        "tegenstrijdig", "open", "kantelpunten",
    ]  # fmt: skip
    assert made["pack"] == {"id": "mini", "version": "1.0", "digest": engines["mini"].pack.digest}
    assert list(made["routes"][0]) == ["id", "urgentie", "because"]
    assert list(made["acties"][0]) == ["id", "because"]
    assert list(made["routes"][0]["because"][0]) == ["decision", "rule", "grond", "bron", "facts"]
    assert all(list(tip) == ["fact", "from", "to", "besluit"] for tip in made["kantelpunten"])


def test_the_pack_comes_from_the_call_or_the_case(cli: Cli) -> None:
    def pack_of(*words: object, pack: str | None) -> str:
        return str(json.loads(cli(*words, pack=pack))["pack"]["id"])

    named, bare = cli.case({"pack": "dorp", "answers": {}}, "a.json"), cli.case({"answers": {}}, "b.json")
    assert pack_of("advise", named, "--json", pack=None) == "dorp"
    assert pack_of("advise", named, "--json", pack="dorp") == "dorp"
    assert pack_of("advise", bare, "--json", pack="dorp") == "dorp"
    assert "pack: hier staat \"dorp\"; toegestaan is 'mini'" in cli("advise", named, status=2, pack="mini")
    unknown = cli.case({"pack": "maxi", "answers": {}})
    assert 'pack: hier staat "maxi"; aanwezig: dorp, mini' in cli("advise", unknown, status=2, pack=None)
    assert "'maxi' is er niet; aanwezig: dorp, mini" in cli("advise", bare, status=2, pack="maxi")
    for path in ("/etc", "..", "x" * 400):
        assert "is er niet" in cli("advise", bare, status=2, pack=path)


BAD: dict[str, tuple[bytes, list[str]]] = {
    "empty": (b"", ["regel 1, teken 1: dit is geen geldige JSON"]),
    "no JSON": (b"hallo", ["regel 1, teken 1: dit is geen geldige JSON"]),
    "half": (b'{"answers": {', ["dit is geen geldige JSON"]),
    "array": (b"[]", ["hier staat []; toegestaan is een blok met pack en answers"]),
    "NaN": (b'{"answers": {"gevaar": NaN}}', ["gevaar: hier staat NaN"]),
    "only NaN": (b"NaN", ["hier staat NaN"]),
    "double key": (
        b'{"answers": {"gevaar": "ja", "gevaar": "nee"}}',
        ['de sleutel "gevaar" staat er twee keer'],
    ),
    "bad UTF-8": (b'{"answers":\n{"gevaar": "\xff"}}', ["regel 2: hier staat byte 0xff"]),
    "BOM": (b'\xef\xbb\xbf{"answers": {}}', ["regel 1, teken 1: dit is geen geldige JSON"]),
    "UTF-16": ('{"answers": {}}'.encode("utf-16"), ["regel 1: hier staat byte 0xff"]),
    "brackets": (b"[" * 1_000_000, ["dit is geen geldige JSON"]),
    "long number": (b'{"answers": ' + b"9" * 10_000 + b"}", ["dit is geen geldige JSON"]),
    "unknown fact": (b'{"answers": {"gevoel": "ja"}}', ['"gevoel" is geen bekende vraag', "rules show"]),
    "number": (b'{"answers": {"gevaar": 1}}', ["gevaar: hier staat 1; toegestaan: ja, nee, onbekend"]),
    "bool": (b'{"answers": {"gevaar": true}}', ["gevaar: hier staat true"]),
    "null": (b'{"answers": {"gevaar": null}}', ["gevaar: hier staat null"]),
    "nested": (b'{"answers": {"gevaar": {"ja": ["x"]}}}', ['gevaar: hier staat {"ja": ["x"]}']),
    "twice": (b'{"answers": {"vormen": ["slaan", "slaan"]}}', ["vormen: slaan staat er meer dan"]),
    "extra": (
        b'{"answers": {}, "naam": "Jan"}',
        ['"naam" is geen bekende sleutel; toegestaan: pack, answers'],
    ),
    "all": (
        b'{"answers": {"gevaar": 1, "vormen": "slaan", "x": 1, "x": 2}, "y": 1, "pack": "dorp"}',
        [
            '"y" is geen',
            "pack: hier",
            '"x" staat er twee keer',
            "gevaar: hier",
            "vormen: hier",
            '"x" is geen',
        ],
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_case_is_told_and_leaves_no_pdf(cli: Cli, kind: str) -> None:
    data, wanted = BAD[kind]
    path = cli.case(data)
    before = sorted(cli.path.iterdir())
    err = cli("advise", path, "--pdf", cli.path / "uit.pdf", "--log", status=2)
    lines = err.splitlines()
    if kind != "unknown fact":
        assert len(lines) == len(wanted)
    assert all(line.startswith(f"{path}: ") for line in lines)
    assert all(part in err for part in wanted)
    assert sorted(cli.path.iterdir()) == before


def test_a_case_file_that_is_none(cli: Cli) -> None:
    for path in (cli.path / "weg.json", cli.path, "a\0b"):
        err = cli("advise", path, "--pdf", cli.path / "uit.pdf", status=2)
        assert err.startswith(f"{path}: dit bestand is er niet of is niet te lezen; toegestaan is een JSON")
        assert err.count("\n") == 1
    assert list(cli.path.iterdir()) == []


@pytest.mark.parametrize(
    "date",
    [
        "",
        "morgen",
        "2026-1-1",
        "2026-02-30",
        "20260101",
        "2026-W01-1",
        "01-01-2026",
        "2026-01-01T00:00",
        " 2026-01-01",
    ],
)
def test_a_wrong_date(cli: Cli, date: str) -> None:
    err = cli("advise", cli.case({"answers": {}}), "--date", date, "--pdf", cli.path / "uit.pdf", status=2)
    assert err == f"--date: hier staat '{date}'; toegestaan is een datum als 2026-01-31\n"
    assert not (cli.path / "uit.pdf").exists()


def test_a_pdf_is_written_whole(cli: Cli) -> None:
    case, out = cli.case({"answers": QUIET}), cli.path / "uit.pdf"
    told = cli("advise", case, "--pdf", out, "--date", "2026-03-01")
    assert told.endswith(f"De samenvatting staat in {out}\n")
    first = out.read_bytes()
    assert first.startswith(b"%PDF-")
    cli("advise", case, "--pdf", out, "--date", "2026-03-01")
    assert out.read_bytes() == first
    cli("advise", case, "--pdf", out, "--date", "2026-03-02")
    assert out.read_bytes() != first


def test_a_pdf_that_cannot_be_written_leaves_nothing(cli: Cli) -> None:
    case, folder = cli.case({"answers": QUIET}), cli.path / "map"
    folder.mkdir()
    for out in (cli.path / "weg" / "uit.pdf", folder, ".", case / "uit.pdf"):
        err = cli("advise", case, "--json", "--pdf", out, status=2)
        assert err.startswith("De samenvatting is niet opgeslagen als ")
        assert err.count("\n") == 1
    assert sorted(path.name for path in cli.path.rglob("*")) == ["casus.json", "map"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_pdf_in_a_read_only_place(cli: Cli) -> None:
    case, folder = cli.case({"answers": QUIET}), cli.path / "dicht"
    folder.mkdir(mode=0o500)
    assert "niet toegestaan" in cli("advise", case, "--pdf", folder / "uit.pdf", status=2)
    assert list(folder.iterdir()) == []


def test_a_log_that_fails_leaves_no_pdf(cli: Cli) -> None:
    case, out, late = cli.case({"answers": QUIET}), cli.path / "uit.pdf", ("--log", "--date", "0999-01-01")
    assert cli("advise", case, "--pdf", out, *late, status=2).startswith("month is ")
    assert not out.exists()
    out.write_bytes(b"van eerder")
    cli("advise", case, "--pdf", out, *late, status=2)
    assert out.read_bytes() == b"van eerder"
    cli.data = case  # a file: no log can be opened in it
    cli("advise", case, "--pdf", out, "--log", status=2)
    assert out.read_bytes() == b"van eerder"
    assert sorted(path.name for path in cli.path.iterdir()) == ["casus.json", "data", "uit.pdf"]


def test_a_pdf_that_fails_leaves_no_row_in_the_log(cli: Cli) -> None:
    out = cli.path / "weg" / "uit.pdf"
    cli("advise", cli.case({"answers": QUIET}), "--pdf", out, "--log", status=2)
    assert json.loads(cli("log", "list", "--json")) == []


def test_a_pack_out_of_its_dates_is_told_and_still_answers(folder: Folder) -> None:
    def asked(date: str, *words: str, data: bytes = b'{"answers": {}}') -> tuple[int, bytes, str]:
        call = ("--rules", folder.path, "--pack", "mini", "advise", "-", "--date", date, *words)
        done = start(*call, input=data)
        return done.returncode, done.stdout, done.stderr.decode()

    folder.edit("mini/pack.yaml", "valid_until: 2099-12-31", "valid_until: 2026-06-30")
    late = (
        "Let op: regelpakket mini 1.0 gold tot en met 2026-06-30, en dit is een advies van 2026-07-01. "
        "Kijk of er een nieuwer pakket is.\n"
    )
    early = "Let op: regelpakket mini 1.0 geldt pas vanaf 2026-01-01, en dit is een advies van 2025-12-31.\n"
    status, made, err = asked("2026-06-30")
    assert (status, err) == (0, "")
    assert asked("2026-07-01") == (0, made, late)
    assert asked("2025-12-31") == (0, made, early)
    lines = b'{"answers": {}}\n{"answers": {}, "pack": "mini"}\n'
    status, made, err = asked("2026-06-30", "--jsonl", "--full", data=lines)
    assert (status, err) == (0, "")
    assert asked("2026-07-01", "--jsonl", "--full", data=lines) == (0, made, late)


def test_a_code_of_a_pack_out_of_its_dates_is_told(cli: Cli, folder: Folder) -> None:
    code = json.loads(cli("advise", cli.case({"answers": QUIET}), "--json"))["case_code"]
    made = cli("open", code)
    folder.edit("mini/pack.yaml", "valid_until: 2099-12-31", "valid_until: 2026-01-02")
    done = start("--rules", folder.path, "open", code)
    assert (done.returncode, done.stdout.decode()) == (0, made)
    assert done.stderr.startswith(b"Let op: regelpakket mini 1.0 gold tot en met 2026-01-02, ")
    assert done.stderr.count(b"\n") == 1


def test_text_leads_with_what_is_still_open(cli: Cli) -> None:
    mild = {name: value for name, value in QUIET.items() if not name.startswith("vlag")}
    held = cli("advise", cli.case({"answers": mild}))
    assert held.splitlines()[:3] == [
        "ADVIES MELDCODE", "Nog niet te zeggen: eerst veiligheid", "Beantwoord eerst deze vragen.",
    ]  # fmt: skip
    assert "- Is er een mes?" in held
    assert "Sluit" not in held
    shown = cli("advise", cli.case({"answers": QUIET}))
    assert "Sluit af" in shown
    assert "VOORLOPIG" not in shown
    empty = cli("advise", cli.case({"answers": {}}))
    assert empty.splitlines()[1].startswith("VOORLOPIG: ")
    sure = cli("advise", cli.case({"answers": {"gevaar": "ja"}}))
    assert sure.splitlines()[1] == "Bel nu"
    assert "Dit staat vast." in sure


def test_text_names_reasons_routes_and_the_code(cli: Cli, engines) -> None:
    answers = {"gevaar": "ja"}
    made = cli("advise", cli.case({"answers": answers}))
    code = engines["mini"].codec.encode(Case("mini", answers))
    for part in (
        f"Casuscode: {code}",
        "Bel de politie. 112",
        "Er is nu gevaar. (norm)",
        engines["mini"].pack.digest,
    ):
        assert part in made


def test_flags_that_do_not_go_together(cli: Cli) -> None:
    case = cli.case({"answers": {}})
    assert "--full hoort bij --jsonl" in cli("advise", case, "--full", status=2)
    for words in ((case, "--jsonl"), ("-", "--jsonl", "--json"), ("-", "--jsonl", "--pdf", "x.pdf")):
        assert "--jsonl leest van stdin" in cli("advise", *words, status=2)


def test_a_mild_outcome_that_is_provisional_is_not_logged(cli: Cli) -> None:
    def rows() -> list[dict[str, Any]]:
        made: list[dict[str, Any]] = json.loads(cli("log", "export", "--format", "json"))
        return made

    mild = cli.case({"answers": {**QUIET, "vlag_mes": "nee"}}, "mild.json")
    held = cli.case({"answers": {k: v for k, v in QUIET.items() if not k.startswith("vlag")}}, "held.json")
    danger = cli.case({"answers": {"gevaar": "ja", "vlag_ruzie": "ja"}}, "gevaar.json")
    date = ("--date", "2026-03-01", "--log")
    assert json.loads(cli("advise", held, "--json", *date))["gelogd"] is False
    assert "Niet vastgelegd: er staan nog veiligheidsvragen open." in cli("advise", held, *date)
    assert rows() == []
    assert json.loads(cli("advise", mild, "--json", *date))["gelogd"] is True
    assert "Vastgelegd in het logboek." in cli("advise", danger, *date)
    assert "gelogd" not in json.loads(cli("advise", danger, "--json"))
    assert [(row["month"], row["besluit"], row["urgentie"], row["flags"], row["kind"]) for row in rows()] == [
        ("2026-03", "afsluiten", "geen", "geen", "intake"),
        ("2026-03", "noodhulp", "nu", "1-2", "intake"),
    ]
    assert rows()[1]["providers"] == ["lokaal", "politie"]


def test_a_month_that_the_log_cannot_hold(cli: Cli) -> None:
    err = cli("advise", cli.case({"answers": {"gevaar": "ja"}}), "--log", "--date", "0999-01-01", status=2)
    assert err.startswith("month is ")
    assert err.count("\n") == 1


def test_the_same_bytes_on_every_run() -> None:
    answers = {"geweldsvormen": ["stalking", "lichamelijk"], "vermoeden": "ja", "vlag_wapen": "ja"}
    raw = json.dumps({"answers": answers}).encode()
    runs = {
        start("--pack", "alkmaar", "advise", "-", "--json", input=raw, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "77")
    }
    assert len(runs) == 1
    assert json.loads(runs.pop())["besluit"] == "melden_direct"


def test_a_terminal_that_knows_few_signs_is_no_reason_to_stop() -> None:
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = start("rules", "show", "alkmaar", env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert start("advise", "wég.json", env=env).returncode == 2


def test_stdin_that_is_closed_is_told() -> None:
    for words in (("advise", "-"), ("advise", "-", "--jsonl")):
        done = start(*words, preexec_fn=lambda: os.close(0)) if os.name == "posix" else None
        if done:
            assert done.returncode == 2
            assert done.stderr.decode().count("\n") == 1
            assert "niet te lezen" in done.stderr.decode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_a_pdf_never_takes_the_place_of_a_pipe_or_device(cli: Cli) -> None:
    pipe = cli.path / "pipe"
    os.mkfifo(pipe)
    cli("advise", cli.case({"answers": {}}), "--pdf", pipe, status=2)
    assert pipe.is_fifo()
