"""Texts of a pack as they may stand in XML, and in the labels that Graphviz reads as XML."""

from __future__ import annotations

import re
from typing import Final

UNFIT: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may stand in a text of a pack (YAML lets a bell be written), and in no XML file."""


def fit(content: str) -> str:
    """Return a text without what no XML may hold; a replacement character stands in its place."""
    return UNFIT.sub("\N{REPLACEMENT CHARACTER}", content)
