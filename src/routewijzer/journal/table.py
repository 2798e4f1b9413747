"""How the table of the log is called and spoken to.

Apart from `schema.py`, so that a log that is up to date opens without loading sqlite-utils.
"""

from __future__ import annotations

from typing import Final

from routewijzer.journal.entry import COLUMNS

VERSION: Final = 1
"""PRAGMA user_version of a log with every migration of `schema.py`: bump it with each."""
TABLE: Final = "entries"
KEY_LOWEST: Final = 1 << 62
"""Keys are random; none is as small as a count, a phone number, a BSN or a moment in nanoseconds."""

INSERT: Final = f"INSERT INTO {TABLE} VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"  # noqa: S608 - our names
SELECT: Final = f"SELECT {', '.join(COLUMNS)} FROM {TABLE}"  # noqa: S608 - our names
ORDER: Final = f" ORDER BY {', '.join(COLUMNS)}"
