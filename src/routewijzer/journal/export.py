"""Rows of the log as text: nothing is added, no row has a number."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from routewijzer.journal.entry import COLUMNS, Entry


def as_json(rows: Iterable[Entry]) -> str:
    """Return the rows as a JSON array, one row a line, in the order given; ends with a newline."""
    lines = (json.dumps(row.as_json(), ensure_ascii=False) for row in rows)
    body = ",\n ".join(lines)
    return f"[{body}]\n"


def as_csv(rows: Iterable[Entry]) -> str:
    """Return a header and the rows as CSV with a comma; the providers are joined by a space."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    place = COLUMNS.index("providers")
    for row in rows:
        cells = ["" if cell is None else cell for cell in row.cells()]
        cells[place] = " ".join(row.providers)
        writer.writerow(cells)
    return out.getvalue()
