"""Every text that a worker or an administrator may read: of both packs, and of the app itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from packs import RULES, SHIPPED
from routewijzer import places, text
from routewijzer.rules.knowledge import load_knowledge
from routewijzer.rules.load import load_cases, load_pack
from routewijzer.rules.model import RulePack

NO_PROSE = {
    "id", "feit", "anders", "besluit", "provider", "uitvoerder", "fact", "group", "kind", "values", "mild",
    "bron", "kennis", "zie", "routes", "deel_van", "soort", "telefoon", "thema", "reden",
    "decision", "hit_policy", "output", "over", "when", "then", "urgentie", "urgentie_uit", "grond",
    "answers", "verwacht", "grens", "bewaakt", "teken", "ook", "waar",
    "jaren", "waarden", "answered", "extends", "parents",
    "version", "digest", "texts_digest", "folder", "where",
    "veiligheid", "begrippen", "eigenschappen",
}  # fmt: skip
"""Fields that hold ids, numbers, logic or references; `ook` holds what people type, also when it is no Dutch;
`waar` is a reference as its source gives it; claims are for who proves the pack (docs/proof.md)."""

PROSE_ANYWAY = {
    ("RulePack", "routes"),
    ("Outcomes", "besluit"),
    ("Outcomes", "urgentie"),
    ("Partner", "verwacht"),
}
"""Fields that share their name with one that holds ids."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One text."""

    where: str
    """File, id and field, as a reader finds it: `landelijk: Fact letsel > uitleg`."""
    kind: str
    """What texts are measured together: `Fact.uitleg`, `app.window`."""
    text: str


def pack_pieces() -> Iterator[Piece]:
    """Give the texts of both packs, each once: a local pack's own texts, and those of its parent."""
    seen: set[tuple[str, str]] = set()
    for name in SHIPPED:
        pack = load_pack(RULES, name)
        known = load_knowledge(RULES, pack)
        for part in (pack, *known.all, *load_cases(pack)):
            for piece in _walk(part, name, ""):
                mark = (piece.where.partition(": ")[2], piece.text)
                if mark not in seen:
                    seen.add(mark)
                    yield piece


def app_pieces() -> Iterator[Piece]:
    """Give the app's own words; a gap reads as one word."""
    folder = places.resources() / "text" / "nl"
    for file in text.FILES:
        for table, section in text.read(folder / f"{file}.toml").items():
            for key, value in section.__dict__.items():
                for one in (value,) if isinstance(value, str) else value:
                    yield Piece(f"{file}.toml: {table}.{key}", f"app.{file}", _filled(one))


def _filled(given: str) -> str:
    return re.sub(r"\{[^{}]*\}", "…", given.replace("{{", "").replace("}}", ""))


def _walk(part: BaseModel, pack: str, owner: str) -> Iterator[Piece]:
    kind = type(part).__name__
    own = getattr(part, "id", None)
    mine = owner if own is None or isinstance(part, RulePack) else f"{owner}{kind} {own} > "
    for name in type(part).model_fields:
        if name in NO_PROSE and (kind, name) not in PROSE_ANYWAY:
            continue
        if kind == "Block" and name == "vragen":
            continue
        yield from _values(getattr(part, name), f"{kind}.{name}", pack, f"{mine}{name}")


def _values(value: object, kind: str, pack: str, where: str) -> Iterator[Piece]:
    if isinstance(value, BaseModel):
        yield from _walk(value, pack, where.rpartition("> ")[0] if hasattr(value, "id") else f"{where} > ")
    elif isinstance(value, str):
        yield Piece(f"{pack}: {where}", kind, value)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _values(one, kind, pack, where)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _values(one, kind, pack, f"{where} > {key}")
