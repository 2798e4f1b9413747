"""Where files live: what is shipped (rules, resources) and what a user keeps (log, drafts, settings).

Shipped files are found alike in a source tree, an installed wheel and a frozen build: the first
folder that holds both `rules` and `resources` wins.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def shipped() -> Path:
    """Return the folder that holds `rules` and `resources`.

    Raises:
        FileNotFoundError: where none of the known places holds them (a broken installation).
    """
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen)] if frozen else []
    candidates += [here / "_shipped", here.parent.parent]
    for folder in candidates:
        if (folder / "rules").is_dir() and (folder / "resources").is_dir():
            return folder
    raise FileNotFoundError(f"rules and resources are in none of: {', '.join(map(str, candidates))}")


def rules() -> Path:
    """Return the folder of the shipped rule packs."""
    return shipped() / "rules"


def resources() -> Path:
    """Return the folder of texts, fonts, icons and other shipped files."""
    return shipped() / "resources"


def drafts(data: Path) -> Path:
    """Return the folder of open intakes in a data folder."""
    return data / "drafts"


def default_data() -> Path:
    """Return the user's data folder of this platform (not made here)."""
    from platformdirs import user_data_path

    return user_data_path("routewijzer-meldcode", appauthor=False)
