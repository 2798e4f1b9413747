"""Where the versions of a pack lie: `<id>/` is the current one, `<id>/versions/<version>/` each older one."""

from __future__ import annotations

import re
from pathlib import Path

from routewijzer.rules.yamlfile import Fault, Map, read

HEAD = "pack.yaml"
OLDER = "versions"
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)+")


def available(rules: Path) -> list[str]:
    """Return the ids of the packs in a folder of packs, in alphabetical order."""
    return sorted(path.parent.name for path in rules.glob(f"*/{HEAD}"))


def is_version(name: str) -> bool:
    """Whether a name has the form of a version: numbers with points, such as 2026.1."""
    return _VERSION.fullmatch(name) is not None


def older(rules: Path, pack: str) -> list[str]:
    """Return the older versions of a pack, newest first: what has a version's name and a head."""
    found = [path.parent.name for path in (rules / pack / OLDER).glob(f"*/{HEAD}")]
    return sorted(filter(is_version, found), key=_numbers, reverse=True)


def current(rules: Path, pack: str) -> str | None:
    """Return the version that the current pack says it is; None where its head cannot be read."""
    faults: list[Fault] = []
    heads = read(rules / pack / HEAD, HEAD, faults)
    version = heads[0].get("version") if len(heads) == 1 and isinstance(heads[0], Map) else None
    return version if isinstance(version, str) else None


def versions(rules: Path, pack: str) -> list[str]:
    """Return every version of a pack, the current one first, then newest first."""
    now = current(rules, pack)
    return [*([now] if now else []), *(name for name in older(rules, pack) if name != now)]


def find(rules: Path, pack: str, version: str | None) -> Path | None:
    """Return the folder of a version; None for `version` is the current one. None where it is not there.

    A pack or version that is a path ("/etc", "../x") is none that is there.
    """
    if pack not in available(rules):
        return None
    if version is None or version == current(rules, pack):
        return rules / pack
    return rules / pack / OLDER / version if version in older(rules, pack) else None


def root(folder: Path) -> Path:
    """Return the folder of packs in which a pack's folder lies."""
    return folder.parents[2] if is_older(folder) else folder.parent


def place(folder: Path) -> str:
    """Return how a pack's folder is named in faults: "alkmaar", "alkmaar/versions/2026.1"."""
    return "/".join(folder.parts[-3:]) if is_older(folder) else folder.name


def is_older(folder: Path) -> bool:
    """Whether a pack's folder is that of an older version."""
    return folder.parent.name == OLDER and is_version(folder.name)


def split(name: str) -> tuple[str, str | None]:
    """Return pack and version of "alkmaar@2026.1"; the version is None where none is named."""
    pack, at, version = name.partition("@")
    return pack, version if at else None


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
