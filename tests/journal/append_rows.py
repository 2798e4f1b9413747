"""Append rows until told enough: `append_rows.py DATA FIRST COUNT`; prints the number of each safe row."""

# ruff: noqa: T201 - the tests read what it prints

import sys
from pathlib import Path

import samples

from routewijzer.journal.store import Journal

data, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with Journal(data) as journal:
    for number in range(first, first + count):
        journal.append(samples.make(number))
        print(number, flush=True)
