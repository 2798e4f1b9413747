"""All versions of a pack that lie beside each other, each loaded with its parents as they were."""

from __future__ import annotations

from pathlib import Path

from routewijzer import text
from routewijzer.rules import folders
from routewijzer.rules.load import PackError, load_pack
from routewijzer.rules.model import RulePack
from routewijzer.rules.yamlfile import Fault

Loaded = tuple[str, RulePack | list[Fault]]
"""A version ("" where the current pack does not say which it is), and the pack or what is wrong with it."""


def all_packs(rules: Path, pack: str) -> list[Loaded]:
    """Return every version of a pack, the current one first, then newest first, then what is no version.

    Args:
        rules: the folder of packs.
        pack: the id of one of them.
    """
    now = folders.current(rules, pack)
    found = [_load(rules, pack, now or "", None)]
    for version in folders.older(rules, pack):
        if version == now:
            place = f"{pack}/{folders.HEAD}"
            message = text.load().versions.same_number.format(version=version, folder=folders.OLDER)
            found.append((version, [Fault(place, 1, message)]))
        else:
            found.append(_load(rules, pack, version, version))
    return found + _strays(rules, pack)


def _load(rules: Path, pack: str, shown: str, version: str | None) -> Loaded:
    try:
        return shown, load_pack(rules, pack, version)
    except PackError as error:
        return shown, error.faults


def _strays(rules: Path, pack: str) -> list[Loaded]:
    """Return what lies among the older versions and is none."""
    below, known = rules / pack / folders.OLDER, folders.older(rules, pack)
    if not below.is_dir():
        return []
    message = text.load().versions.stray
    strays = sorted(path.name for path in below.iterdir() if path.name not in known)
    return [(name, [Fault(f"{pack}/{folders.OLDER}/{name}", 1, message)]) for name in strays]
