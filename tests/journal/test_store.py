# ruff: noqa: S608 - the only name put into SQL is that of our own table
import csv
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys

import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from routewijzer.journal import export
from routewijzer.journal.entry import COLUMNS
from routewijzer.journal.store import Journal, JournalError
from routewijzer.journal.table import KEY_LOWEST, TABLE

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and kill -9 are POSIX")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def journal(data):
    with Journal(data) as made:
        yield made


def raw(journal, sql, *values):
    """Write past the journal, as somebody with another program might; CHECKs do not stop them."""
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("PRAGMA ignore_check_constraints = ON")
    try:
        return other.execute(sql, values).fetchall()
    finally:
        other.close()


@given(st.lists(samples.entries(), max_size=5))
@settings(max_examples=25, deadline=None)
def test_what_is_appended_comes_back_ordered(tmp_path_factory, entries):
    folder = tmp_path_factory.mktemp("log")
    with Journal(folder) as made:
        for entry in entries:
            made.append(entry)
    with Journal(folder) as again:
        key = [tuple("" if c is None else c for c in e.cells()) for e in again.rows()]
        assert key == sorted(key)
        assert sorted(map(repr, again.rows())) == sorted(map(repr, entries))
        assert again.count() == len(entries)
        assert again.verify() == []


def test_the_order_is_month_and_content_whatever_the_order_of_entry(journal):
    rows = [samples.make(n, month=m) for m in ("2026-01", "2026-02") for n in range(4)]
    for entry in (rows[5], rows[0], rows[7], rows[2], rows[1], rows[6], rows[3], rows[4]):
        journal.append(entry)
    assert journal.rows() == tuple(rows)


def test_keys_say_nothing_about_the_order_of_entry(journal):
    for number in range(40):
        journal.append(samples.make(number))
    pairs = raw(journal, f"SELECT key, CAST(substr(version, 6) AS INTEGER) FROM {TABLE} ORDER BY key")
    assert [number for _, number in pairs] != list(range(40))
    assert all(key >= KEY_LOWEST for key, _ in pairs)


def test_rows_can_be_chosen_by_month_and_besluit(journal):
    first, second = samples.make(month="2026-01"), samples.make(besluit="noodhulp", urgentie="nu")
    journal.append(first)
    journal.append(second)
    assert journal.rows(month="2026-01") == (first,)
    assert journal.rows(besluit="noodhulp") == (second,)
    assert journal.rows(month="2026-01", besluit="noodhulp") == ()
    assert journal.rows("' OR 1=1 --") == ()


def test_the_log_is_safe_and_quick_to_forget(journal):
    pragmas = {
        name: journal._conn.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "busy_timeout": 10000}


@POSIX
def test_only_the_owner_sees_folder_and_files(journal, data):
    journal.append(samples.make())
    paths = [data, journal.path.parent, *journal.path.parent.iterdir()]
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in paths}
    assert modes == {"data": 0o700, "log": 0o700, "log.db": 0o600, "log.db-wal": 0o600, "log.db-shm": 0o600}


@POSIX
def test_a_folder_that_stood_open_is_closed(data):
    (data / "log").mkdir(parents=True, mode=0o755)
    with Journal(data) as made:
        assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_exports_hold_the_rows_and_no_numbers(journal):
    for number in (2, 1):
        journal.append(samples.make(number))
    found = json.loads(export.as_json(journal.rows()))
    assert found == [samples.make(n).as_json() for n in (1, 2)]
    assert found[0]["steps"][2] == {"step": 3, "state": "overgeslagen", "reden": "niet_haalbaar"}
    header, *rows = csv.reader(export.as_csv(journal.rows()).splitlines())
    assert header == list(COLUMNS)
    assert [row[2] for row in rows] == ["2026.1", "2026.2"]
    assert rows[0][7] == "mda veilig_thuis"
    assert "key" not in export.as_json(journal.rows()) + export.as_csv(journal.rows())


def test_an_empty_log_exports_an_empty_array_and_a_header(journal):
    assert json.loads(export.as_json(journal.rows())) == []
    assert export.as_csv(journal.rows()) == ",".join(COLUMNS) + "\n"


# ---- two windows


def test_two_programs_at_once_lose_nothing(data):
    both = [samples.start("append_rows.py", data, first, 200) for first in (0, 1000)]
    ends = [program.communicate(timeout=120) for program in both]
    assert [program.returncode for program in both] == [0, 0], ends
    with Journal(data) as made:
        assert made.rows() == tuple(
            sorted((samples.make(n) for n in (*range(200), *range(1000, 1200))), key=lambda e: e.version)
        )
        assert made.verify() == []


def test_a_locked_log_says_so_and_takes_the_row_later(data):
    with Journal(data, wait=0.05) as made:
        other = sqlite3.connect(made.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="ander venster") as caught:
            made.append(samples.make())
        assert caught.value.reason == "bezet"
        other.execute("ROLLBACK")
        other.close()
        made.append(samples.make())
        assert made.count() == 1


# ---- kill -9


def kill_while_writing(data, first):
    """Start a writer, kill it while it writes; return the rows it called safe."""
    program = samples.start("append_rows.py", data, first, 100_000)
    safe = [int(program.stdout.readline()) for _ in range(7)]
    rest = samples.kill(program)
    assert program.returncode == -signal.SIGKILL
    return safe + [int(line) for line in rest]


def check_kills(data, times):
    safe = []
    for turn in range(times):
        safe += kill_while_writing(data, turn * 200_000)
        with Journal(data) as made:
            kept = {entry.version for entry in made.rows()}
            assert made.verify() == []
            assert made.notice is None
        assert {f"2026.{number}" for number in safe} <= kept
        assert len(kept) <= len(safe) + turn + 1  # at most one row a kill was safe but not yet called so


@POSIX
def test_a_row_that_was_called_safe_survives_kill_9(data):
    check_kills(data, 5)


@POSIX
@pytest.mark.slow
def test_rows_survive_a_hundred_kills(data):
    check_kills(data, 100)


# ---- a disk that refuses


@POSIX
@pytest.mark.parametrize("size", [40_000, 120_000])
def test_a_full_disk_is_told_and_loses_nothing(data, size):
    program = samples.start("append_small_disk.py", data, size)
    out, err = program.communicate(timeout=120)
    assert program.returncode == 0, err
    *safe, error, count, again = out.splitlines()
    assert safe, "no row fitted: the test sees nothing"
    assert error.startswith(("error vol ", "error schrijven ")), error
    assert "Er is niets vastgelegd" in error
    assert count == f"count {len(safe)}"
    assert again == f"again {len(safe) + 1}"
    with Journal(data) as made:
        assert made.verify() == []
        assert {e.version for e in made.rows()} == {f"2026.{n}" for n in (*map(int, safe), 9999)}


def test_a_full_database_is_told_as_a_full_disk(journal):
    pages = journal._conn.execute("PRAGMA page_count").fetchone()[0]
    journal._conn.execute(f"PRAGMA max_page_count = {pages}")
    number = 0
    with pytest.raises(JournalError, match="schijf is vol") as caught:  # noqa: PT012 - until it is full
        for number in range(1000):
            journal.append(samples.make(number))
    assert caught.value.reason == "vol"
    assert journal.count() == number > 0
    journal._conn.execute("PRAGMA max_page_count = 100000")
    journal.append(samples.make(number))
    assert journal.count() == number + 1


def test_a_log_that_may_not_be_written_is_told(journal):
    journal._conn.execute("PRAGMA query_only = ON")
    with pytest.raises(JournalError, match="niet toegestaan") as caught:
        journal.append(samples.make())
    assert caught.value.reason == "alleen_lezen"
    assert journal.count() == 0


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(JournalError, match="niet toegestaan"):
        Journal(tmp_path / "data")
    tmp_path.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "data").write_text("x")
    with pytest.raises(JournalError, match="kan geen map zijn") as caught:
        Journal(tmp_path / "data")
    assert caught.value.reason == "geen_map"
    assert (tmp_path / "data").read_text() == "x"


# ---- a damaged log


def damage(path, how):
    whole = path.read_bytes()
    path.write_bytes(
        {
            "rubbish": b"CANARY" * 999,
            "short": whole[: len(whole) - 5000],
            "middle": whole[:8192] + b"\xff" * 4096 + whole[12288:],
            "header": b"\0" * 100 + whole[100:],
        }[how]
    )
    return path.read_bytes()


@pytest.mark.parametrize("how", ["rubbish", "short", "middle", "header"])
def test_a_damaged_log_is_set_aside_with_a_word_and_a_new_one_begun(data, how):
    with Journal(data) as made:
        for number in range(60):
            made.append(samples.make(number))
    bytes_before = damage(made.path, how)
    with Journal(data) as again:
        assert "log-beschadigd-1.db" in again.notice
        assert again.count() == 0
        again.append(samples.make())
        assert again.count() == 1
    assert (made.path.parent / "log-beschadigd-1.db").read_bytes() == bytes_before
    with Journal(data) as third:
        assert third.notice is None
        assert third.count() == 1


def test_a_second_damaged_log_does_not_take_the_name_of_the_first(data):
    for turn in (1, 2, 3):
        with Journal(data) as made:
            made.append(samples.make(turn))
        made.path.write_bytes(f"turn {turn}".encode() * 400)
        with Journal(data) as again:
            assert f"log-beschadigd-{turn}.db" in again.notice
    for turn in (1, 2, 3):
        assert (made.path.parent / f"log-beschadigd-{turn}.db").read_bytes() == f"turn {turn}".encode() * 400


def test_a_log_that_breaks_while_open_takes_the_row_in_a_new_file(data):
    with Journal(data) as made:
        for number in range(60):
            made.append(samples.make(number))
    with Journal(data) as made:
        damage(made.path, "rubbish")
        made.append(samples.make(77))
        assert "log-beschadigd-1.db" in made.notice
        assert made.rows() == (samples.make(77),)


def test_a_log_taken_away_while_open_is_begun_anew(journal):
    journal.append(samples.make(1))
    for path in journal.path.parent.iterdir():
        path.unlink()
    journal.append(samples.make(2))
    with Journal(journal.path.parent.parent) as other:
        assert other.rows() == (samples.make(2),)


def test_a_log_of_a_newer_version_is_left_alone(data):
    with Journal(data) as made:
        made.append(samples.make())
    raw(made, "PRAGMA user_version = 99")
    before = made.path.read_bytes()
    with pytest.raises(JournalError, match="nieuwere versie"):
        Journal(data)
    assert made.path.read_bytes() == before
    assert sorted(p.name for p in made.path.parent.iterdir() if p.suffix == ".db") == ["log.db"]


# ---- verify


def test_verify_names_a_row_outside_its_forms(journal):
    journal.append(samples.make())
    raw(journal, f"UPDATE {TABLE} SET besluit = 'CANARY'")
    faults = journal.verify()
    assert any("rij van 2026-03: besluit is 'CANARY'; toegestaan: noodhulp, " in fault for fault in faults)
    with pytest.raises(JournalError, match="log verify"):
        journal.rows()


def test_verify_names_what_a_check_cannot_see(journal):
    journal.append(samples.make())
    raw(journal, f"UPDATE {TABLE} SET providers = 'veilig_thuis,mda'")
    (fault,) = journal.verify()
    assert "providers is ('veilig_thuis', 'mda')" in fault


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        (f"ALTER TABLE {TABLE} ADD COLUMN note TEXT", TABLE),
        ("CREATE TABLE notes (note TEXT)", "notes"),
        (f"CREATE TRIGGER spy AFTER INSERT ON {TABLE} BEGIN SELECT 1; END", "spy"),
    ],
)
def test_verify_names_a_place_that_is_not_ours(journal, sql, name):
    raw(journal, sql)
    (fault,) = journal.verify()
    assert f"wijkt af bij {name}" in fault


def test_a_row_outside_its_forms_does_not_set_the_log_aside(data):
    with Journal(data) as made:
        made.append(samples.make())
        raw(made, f"UPDATE {TABLE} SET flags = '4'")
    with Journal(data) as again:
        assert again.notice is None
        assert again.verify() != []


def test_an_up_to_date_log_opens_without_sqlite_utils(data):
    with Journal(data) as made:
        made.append(samples.make())
    code = (
        "import sys, pathlib; from routewijzer.journal.store import Journal\n"
        "Journal(pathlib.Path(sys.argv[1])).close(); print('sqlite_utils' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(samples.ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code, data], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
