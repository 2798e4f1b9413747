"""`proof.json` beside a pack: under which fingerprints everything passed (`rules check --write`).

It guards against mistakes, not against malice: whoever can change the rules can change this file too.
"""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path

from routewijzer import files, text
from routewijzer.rules.load import PackError, load_pack
from routewijzer.rules.model import RulePack
from routewijzer.rules.yamlfile import Fault

NAME = "proof.json"


class State(Enum):
    """What the record says of the pack as it is now."""

    PROVED = "proved"
    """The rules and the texts are those that passed."""
    TEXTS_DIFFER = "texts"
    """The rules are those that passed; a text that a print shows is not."""
    RULES_DIFFER = "rules"
    """The rules are not those that passed under this version."""
    MISSING = "missing"
    """No record, or one of another version: not proved yet."""
    DAMAGED = "damaged"
    """The record cannot be read, or does not say that everything passed."""


def path(pack: RulePack) -> Path:
    """Return where the record of a pack lies."""
    return pack.folder / NAME


def state(pack: RulePack) -> State:
    """Return what the record beside a pack says of it."""
    try:
        said = json.loads(path(pack).read_bytes())
        version, digest, texts, passed = (said[key] for key in ("version", "digest", "texts", "passed"))
    except FileNotFoundError:
        return State.MISSING
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return State.DAMAGED
    if version == pack.version and passed is not True:
        return State.DAMAGED
    if version != pack.version:
        return State.MISSING
    if digest != pack.digest:
        return State.RULES_DIFFER
    return State.PROVED if texts == pack.texts_digest else State.TEXTS_DIFFER


def is_proved(pack: RulePack) -> bool:
    """Whether the rules of a pack are those of a passed proof: only then the window uses it."""
    return state(pack) in (State.PROVED, State.TEXTS_DIFFER)


def load_proved(rules: Path, pack: str, version: str | None = None) -> RulePack:
    """Return a pack as `load_pack` does, but only one whose rules are those of a passed proof.

    Raises:
        PackError: with every fault, or with the one that the proof is missing.
    """
    loaded = load_pack(rules, pack, version)
    if not is_proved(loaded):
        raise PackError([Fault(f"{loaded.id}/{NAME}", 1, unproved(loaded))])
    return loaded


def unproved(pack: RulePack) -> str:
    """Return the sentence that a pack may not be used without its proof."""
    return text.load().checking.unproved.format(name=pack.naam, version=pack.version)


def write(pack: RulePack) -> None:
    """Record that everything passed.

    Raises:
        OSError: where the file cannot be written.
    """
    record = {"version": pack.version, "digest": pack.digest, "texts": pack.texts_digest, "passed": True}
    files.write_atomic(path(pack), (json.dumps(record, indent=2) + "\n").encode())
