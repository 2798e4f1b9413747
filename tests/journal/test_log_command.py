# ruff: noqa: S608 - the only name put into SQL is that of our own table
import csv
import json
import sqlite3

import pytest
import samples
from click.testing import CliRunner

from routewijzer.commands.common import Common
from routewijzer.commands.log import log
from routewijzer.journal.store import Journal
from routewijzer.journal.table import TABLE

ROWS = (
    samples.make(1, month="2026-01"),
    samples.make(2, besluit="advies_vragen", providers=("veilig_thuis",)),
)


@pytest.fixture
def data(tmp_path):
    with Journal(tmp_path / "data") as journal:
        for row in ROWS:
            journal.append(row)
    return tmp_path / "data"


def run(data, *words):
    return CliRunner().invoke(
        log, [str(word) for word in words], obj=Common(None, samples.ROOT / "rules", data)
    )


def test_list_is_an_aligned_dutch_table(data):
    done = run(data, "list")
    assert done.exit_code == 0
    head, first, second = done.stdout.splitlines()
    assert head.split() == [
        "Maand",
        "Soort",
        "Besluit",
        "Urgentie",
        "Hulpverleners",
        "Vlaggen",
        "Gedaan",
        "Overgeslagen",
        "Open",
        "Pakket",
    ]
    place = head.index("Besluit")
    assert (first[place:].split()[0], second[place:].split("  ")[0]) == ("melden", "advies vragen")
    assert first[head.index("Hulpverleners") :].startswith("mda, veilig thuis ")
    assert first[head.index("Gedaan") :].split() == ["1", "2", "4", "3", "5", "alkmaar", "2026.1"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ((), ROWS),
        (("--month", "2026-01"), ROWS[:1]),
        (("--besluit", "advies_vragen"), ROWS[1:]),
        (("--month", "2026-01", "--besluit", "noodhulp"), ()),
    ],
)
def test_list_chooses_and_speaks_json(data, words, kept):
    done = run(data, "list", "--json", *words)
    assert (done.exit_code, json.loads(done.stdout)) == (0, [row.as_json() for row in kept])


def test_an_empty_list_says_so(data):
    assert run(data, "list", "--month", "2020-01").stdout == "Er zijn geen rijen.\n"


@pytest.mark.parametrize(
    "words", [("--month", "2026-13"), ("--month", "maart"), ("--besluit", "meld"), ("--wat",), ("x",)]
)
def test_a_wrong_call_is_exit_2_and_one_sentence(data, words):
    done = run(data, "list", *words)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_wrong_month_names_what_is_accepted(data):
    assert (
        "--month is '2026-13'; toegestaan is een maand als 2026-03"
        in run(data, "list", "--month", "2026-13").stderr
    )


def test_export_writes_json_and_csv_to_screen_and_file(data, tmp_path):
    for form in ("json", "csv"):
        out = tmp_path / f"out.{form}"
        screen, file = (
            run(data, "export", "--format", form),
            run(data, "export", "--format", form, "--out", out),
        )
        assert (screen.exit_code, file.exit_code, file.stdout) == (0, 0, "")
        assert out.read_text(encoding="utf-8") == screen.stdout
    assert json.loads((tmp_path / "out.json").read_text()) == [row.as_json() for row in ROWS]
    assert len(list(csv.reader((tmp_path / "out.csv").read_text().splitlines()))) == 3


def test_export_to_a_place_that_is_none_leaves_nothing(data, tmp_path):
    for out, why in ((tmp_path / "no" / "x.csv", "de map bestaat niet"), (data, None)):
        done = run(data, "export", "--out", out)
        assert done.exit_code == 2
        assert why is None or why in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_verify_says_all_is_well(data):
    done = run(data, "verify")
    assert (done.exit_code, done.stdout) == (0, "Het logboek is in orde: 2 rijen.\n")


def test_verify_is_exit_1_and_names_the_fault(data):
    other = sqlite3.connect(data / "log" / "log.db", isolation_level=None)
    other.execute("PRAGMA ignore_check_constraints = ON")
    other.execute(f"UPDATE {TABLE} SET flags = 'CANARY'")
    other.close()
    done = run(data, "verify")
    assert done.exit_code == 1
    assert "flags is 'CANARY'; toegestaan: geen, 1-2, 3 en meer" in done.stdout
    for words in (("list",), ("export",)):
        assert run(data, *words).exit_code == 2


def test_verify_of_a_damaged_log_is_exit_1_and_says_where_it_is(data):
    (data / "log" / "log.db").write_bytes(b"rubbish" * 999)
    done = run(data, "verify")
    assert done.exit_code == 1
    assert "log-beschadigd-1.db" in done.stderr


def test_a_data_folder_that_is_a_file_is_exit_2(tmp_path):
    (tmp_path / "data").write_text("x")
    for words in (("list",), ("export",), ("verify",)):
        done = run(tmp_path / "data", *words)
        assert done.exit_code == 2
        assert done.stderr.count("\n") == 1
        assert "kan geen map zijn" in done.stderr
