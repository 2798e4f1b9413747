"""The closed forms of what the log may hold of a pack: lint asks them of a pack, the log of every row.

They stand here so that both read the same: a pack that lint lets pass never makes logging fail.
"""

from __future__ import annotations

import re
from typing import Final

BESLUITEN: Final = (
    "noodhulp", "melden_direct", "melden", "advies_vragen", "hulp_en_volgen", "hulp_afronden", "afsluiten",
)  # fmt: skip
URGENTIES: Final = ("nu", "vandaag", "deze_week", "gepland", "geen")
WORD_MAX: Final = 40
VERSION_MAX: Final = 16
PROVIDERS_MAX: Final = 200
"""Of all providers together, with the commas between them."""

_WORD = re.compile(rf"[a-z][a-z_]{{0,{WORD_MAX - 1}}}")
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)+")


def is_word(value: object) -> bool:
    """Whether the log may hold this provider or reason: no digits, so that no number fits in it."""
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def is_version(value: object) -> bool:
    """Whether the log may hold this version of a pack."""
    return isinstance(value, str) and len(value) <= VERSION_MAX and _VERSION.fullmatch(value) is not None
