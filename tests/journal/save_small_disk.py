"""Save a draft, its id on stdin, on a disk that takes nothing more: `save_small_disk.py DATA`."""

# ruff: noqa: T201 - the tests read what it prints

import resource
import sys
from dataclasses import replace
from pathlib import Path

from routewijzer.journal.drafts import DraftError, Drafts

with Drafts(Path(sys.argv[1])) as drafts:
    draft = drafts.open(sys.stdin.readline().strip())
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        drafts.save(replace(draft, code="LOST"))
    except DraftError as error:
        print(str(error).partition(" in ")[0])
