"""The words of pack versions and of what differs between two packs (`versions.toml`)."""

from __future__ import annotations

from routewijzer.text.section import Section


class Versions(Section):
    """What is wrong with the versions of a pack, and which one is used."""

    bare: str
    other_number: str
    same_number: str
    stray: str
    under: str
