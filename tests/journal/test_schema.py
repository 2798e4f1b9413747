# ruff: noqa: S608 - the only name put into SQL is that of our own table
import re
import sqlite3

import pytest
import samples
import yaml
from hypothesis import given

from routewijzer.journal import schema
from routewijzer.journal.entry import COLUMNS
from routewijzer.journal.table import INSERT, KEY_LOWEST, TABLE

NAMES = ("key", *COLUMNS)
CANARIES = (
    "CANARY",
    "jan de vries",
    "123456782",
    "06-12345678",
    "2026-03-14",
    "12:34",
    "nee.",
    7,
    123456782,
    1.5,
    1_764_000_000_123_456_789,
    b"CANARY",
    "",
    "a\0CANARY",
    "\u00e9",
)
FITS = {("version", 1.5), ("providers", "")}
"""STRICT reads 1.5 as the text of a version; nobody advised is a closed form."""


@pytest.fixture
def conn():
    made = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(made)
    yield made
    made.close()


def row(**changes):
    cells = dict(zip(NAMES, (KEY_LOWEST + 5, *samples.make().cells()), strict=True))
    return tuple((cells | changes).values())


def test_a_good_row_fits(conn):
    conn.execute(INSERT, row())
    assert conn.execute(f"SELECT count(*) FROM {TABLE}").fetchone() == (1,)


@pytest.mark.parametrize(
    ("name", "canary"), [(n, c) for n in NAMES for c in CANARIES if (n, c) not in FITS], ids=repr
)
def test_no_column_takes_a_canary(conn, name, canary):
    with pytest.raises(sqlite3.IntegrityError, match=r"CHECK|cannot store|datatype mismatch"):
        conn.execute(INSERT, row(**{name: canary}))


@pytest.mark.parametrize("name", NAMES)
def test_a_canary_behind_a_good_value_is_refused_too(conn, name):
    good = dict(zip(NAMES, row(), strict=True))[name]
    for tail in ("CANARY", "\0CANARY", "\nCANARY", " CANARY", "\0"):
        with pytest.raises(sqlite3.IntegrityError):
            conn.execute(INSERT, row(**{name: f"{good}{tail}"}))


@pytest.mark.parametrize("name", [n for n in COLUMNS if not n.endswith("_reden")])
def test_no_column_but_a_reason_may_be_empty(conn, name):
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        conn.execute(INSERT, row(**{name: None}))


@pytest.mark.parametrize(
    ("state", "reden"), [("overgeslagen", None), ("gedaan", "niet_nodig"), ("open", "niet_nodig")]
)
def test_a_reason_stands_where_a_step_was_skipped_and_only_there(conn, state, reden):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        conn.execute(INSERT, row(step_2=state, step_2_reden=reden))


@pytest.mark.parametrize("providers", ["a,", ",a", "a,,b", "a, b", "_a", "a,_b", "Mda", "a" * 201])
def test_providers_are_words_with_commas(conn, providers):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        conn.execute(INSERT, row(providers=providers))


@given(samples.entries())
def test_every_entry_fits_the_table(entry):
    made = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(made)
    made.execute(INSERT, (KEY_LOWEST, *entry.cells()))
    found = made.execute(f"SELECT {', '.join(COLUMNS)} FROM {TABLE}").fetchone()
    made.close()
    assert found == entry.cells()


def test_migrating_again_changes_nothing(conn):
    conn.execute(INSERT, row())
    before = list(conn.iterdump())
    schema.migrate(conn)
    assert list(conn.iterdump()) == before


def test_a_migration_that_fails_leaves_nothing(conn, tmp_path):
    other = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    other.execute(f"CREATE TABLE {TABLE} (x)")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        schema.migrate(other)
    assert set(schema.shape(other)) == {TABLE}
    other.close()


def test_nothing_in_the_file_is_a_date(tmp_path):
    other = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    other.execute("PRAGMA secure_delete = ON")
    schema.migrate(other)
    other.close()
    assert not re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}", (tmp_path / "x.db").read_bytes())


def test_no_column_table_or_reason_is_named_after_a_fact_a_value_or_a_route():
    names, reasons = set(), set()
    for path in (samples.ROOT / "rules").glob("*/*.yaml"):
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        for fact in found.get("facts", []):
            names |= {fact["id"], *fact.get("values", [])}
        names |= {route["id"] for route in found.get("routes", [])}
        reasons |= {reason["id"] for reason in found.get("redenen", [])}
    assert names, "the packs hold no facts: this test would see nothing"
    assert reasons, "the packs hold no reasons: this test would see nothing"
    assert not names & {TABLE, *NAMES, *reasons}
