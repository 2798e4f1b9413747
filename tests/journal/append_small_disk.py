"""Append to a log on a disk that is full after SIZE bytes: `append_small_disk.py DATA SIZE`.

Prints the number of each safe row, then the reason of the error and what the log still holds.
"""

# ruff: noqa: T201 - the tests read what it prints

import resource
import sys
from pathlib import Path

import samples

from routewijzer.journal.store import Journal, JournalError

with Journal(Path(sys.argv[1])) as journal:
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), hard))
    for number in range(5000):
        try:
            journal.append(samples.make(number))
        except JournalError as error:
            print("error", error.reason, str(error), flush=True)
            break
        print(number, flush=True)
    print("count", journal.count(), flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    journal.append(samples.make(9999))
    print("again", journal.count(), flush=True)
