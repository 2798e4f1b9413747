"""Which installed pack version a case code belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from routewijzer import text
from routewijzer.case import Case
from routewijzer.casecode import Codec, UnknownVersionError, whole
from routewijzer.rules import proofrecord
from routewijzer.rules.folders import available, older
from routewijzer.rules.load import PackError, load_pack
from routewijzer.rules.model import RulePack


def installed(rules: Path) -> Iterator[tuple[str, str | None]]:
    """Give id and version of every pack in a folder of packs: None, the current one, then newest first."""
    for pack in available(rules):
        yield pack, None
        for version in older(rules, pack):
            yield pack, version


def find(rules: Path, code: str, only: str | None = None, *, proved: bool = False) -> tuple[RulePack, Case]:
    """Return the pack version and the case of a code.

    Args:
        rules: the folder of packs.
        code: as typed; case, hyphens and spaces do not matter.
        only: look under this pack only.
        proved: take only rules that are those of a passed proof.

    Raises:
        CodeError: where the code is wrong, or its pack version is not installed.
    """
    whole(code)
    broken: list[str] = []
    for pack, version in installed(rules):
        if only is not None and pack != only:
            continue
        try:
            loaded = load_pack(rules, pack, version)
            case = Codec(loaded).decode(code)
        except UnknownVersionError:
            continue
        except PackError:
            broken.append(pack if version is None else f"{pack} {version}")
            continue
        if proved and not proofrecord.is_proved(loaded):
            raise UnknownVersionError(proofrecord.unproved(loaded))
        return loaded, case
    words = text.load().code
    raise UnknownVersionError(words.broken.format(pack=", ".join(broken)) if broken else words.version)
