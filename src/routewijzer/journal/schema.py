"""The table of the log and how it came to be: migrations of sqlite-utils 4.

Every column has a closed form, so that even a direct write cannot put a name, an answer, a day or a
code in it. The forms are written once, in `entry.py` and `rules/forms.py`; here they become SQL.

sqlite-utils writes the moment of each migration in its own table; `migrate` takes it away inside
the same transaction, so that it never reaches the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database, Migrations

from routewijzer.journal.entry import BANDS, KINDS, STATES, STEPS
from routewijzer.journal.table import KEY_LOWEST, TABLE, VERSION
from routewijzer.rules.forms import BESLUITEN, PROVIDERS_MAX, URGENTIES, VERSION_MAX, WORD_MAX

migrations = Migrations("journal")


def _among(name: str, values: Sequence[str]) -> str:
    allowed = ", ".join(f"'{value}'" for value in values)
    return f"{name} TEXT NOT NULL CHECK ({name} IN ({allowed}))"


def _at_most(name: str, length: int) -> str:
    """Keep to `length`, and refuse a NUL: GLOB and length() look no further than that."""
    return f"length({name}) <= {length} AND length({name}) = length(CAST({name} AS BLOB))"


def _word(name: str, letters: str, length: int) -> str:
    return f"{name} GLOB '[a-z]*' AND {name} NOT GLOB '*[^{letters}]*' AND {_at_most(name, length)}"


def _step(step: int) -> tuple[str, str]:
    state, reden = f"step_{step}", f"step_{step}_reden"
    named = f"{reden} IS NOT NULL AND {_word(reden, 'a-z_', WORD_MAX)}"
    return (
        _among(state, STATES),
        f"{reden} TEXT CHECK (CASE {state} WHEN 'overgeslagen' THEN {named} ELSE {reden} IS NULL END)",
    )


def _text(name: str, *conditions: str) -> str:
    return f"{name} TEXT NOT NULL CHECK ({' AND '.join(conditions)})"


def _providers() -> str:
    letters = "providers NOT GLOB '*[^a-z_,]*' AND providers NOT GLOB '*,'"
    words = f"providers GLOB '[a-z]*' AND providers NOT GLOB '*,[^a-z]*' AND {letters}"
    return _text("providers", f"(providers = '' OR {words})", _at_most("providers", PROVIDERS_MAX))


@migrations()
def m001_entries(db: Database) -> None:
    """Make the table."""
    month = "month GLOB '20[0-9][0-9]-[01][0-9]' AND substr(month, 6) BETWEEN '01' AND '12'"
    version = "version GLOB '[0-9]*.*[0-9]' AND version NOT GLOB '*[^0-9.]*' AND version NOT GLOB '*..*'"
    digest = "digest GLOB 'sha256:*' AND substr(digest, 8) NOT GLOB '*[^0-9a-f]*' AND length(digest) = 71"
    columns = [
        f"key INTEGER PRIMARY KEY CHECK (key >= {KEY_LOWEST})",
        _text("month", month, _at_most("month", 7)),
        _text("pack", _word("pack", "a-z0-9_", WORD_MAX)),
        _text("version", version, _at_most("version", VERSION_MAX)),
        _text("digest", digest, _at_most("digest", 71)),
        _among("kind", KINDS),
        _among("besluit", BESLUITEN),
        _among("urgentie", URGENTIES),
        _providers(),
        *(column for step in STEPS for column in _step(step)),
        _among("flags", BANDS),
    ]
    db.conn.execute(f"CREATE TABLE {TABLE} (\n  " + ",\n  ".join(columns) + "\n) STRICT")


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the log behind `conn` (isolation_level None) up to date, all or nothing, without a date.

    Raises:
        sqlite3.Error: where the disk or another window refuses.
    """
    db = Database(conn, execute_plugins=False)
    conn.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        conn.execute("UPDATE _sqlite_migrations SET applied_at = ''")
        conn.execute(f"PRAGMA user_version = {VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def shape(conn: sqlite3.Connection) -> dict[str, str]:
    """Return everything the database defines: name and its SQL."""
    rows = conn.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {str(name): str(sql) for name, sql in rows}


def expected_shape() -> dict[str, str]:
    """Return what a log made by this program defines."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        return shape(conn)
    finally:
        conn.close()
