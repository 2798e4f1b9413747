"""Save one draft again and again: `save_drafts.py DATA`; prints the code of each draft that is safe."""

# ruff: noqa: T201 - the tests read what it prints

import itertools
import sys
from dataclasses import replace
from pathlib import Path

from routewijzer.journal.drafts import Drafts

drafts = Drafts(Path(sys.argv[1]))
draft = drafts.new("C0")
print(draft.id, draft.code, flush=True)
for number in itertools.count(1):
    draft = replace(draft, code=f"C{number}")
    drafts.save(draft)
    print(draft.id, draft.code, flush=True)
