"""What differs between two packs, part by part: a pure comparison, without a word of how it is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from routewijzer.rules.base import Part
from routewijzer.rules.model import Rule, RulePack

What = Literal["erbij", "weg", "anders", "verplaatst", "tekst"]

TEXTS = frozenset((
    "kort", "vraag", "help", "uitleg", "waarom", "labels", "titel", "because", "label", "titels", "stappen",
    "wanneer", "wie", "naam", "voor_wie", "telefoon", "telefoon_uitleg", "bereikbaar", "houd_klaar", "daarna",
    "termijn", "uitvoerder", "zegt", "telt", "telt_niet", "voorbeeld", "kennis", "vragen", "zelf",
    "gecontroleerd_op",
))  # fmt: skip
"""Fields that hold words for people. All others shape advice, order or proof; so does a field of tomorrow."""


@dataclass(frozen=True, slots=True)
class Version:
    """Which pack is compared."""

    id: str
    version: str
    naam: str
    digest: str
    texts_digest: str
    parents: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. Values are as in JSON; None is "not there"."""

    kind: str
    """pakket, groep, vraag, stap, blok, reden, tabel, rij, besluit, urgentie, actie, tegenstrijdig,
    aanbieder, route, veiligheid, begrip, eigenschap or bron."""
    id: str
    what: What
    field: str = ""
    """Of anders and tekst: the field in YAML; the condition of a row on x is `when.x`."""
    old: Any = None
    """Of verplaatst: the id before it, "" where it stands first."""
    new: Any = None
    table: str = ""
    """Of a row."""
    policy: str = ""
    """Of a row: the hit policy of its table now."""


@dataclass(frozen=True, slots=True)
class Differences:
    """All that differs, in the order of `Change.kind`, then of the packs."""

    old: Version
    new: Version
    changes: tuple[Change, ...]

    @property
    def same_rules(self) -> bool:
        """Whether both have the same logic, by their fingerprint."""
        return self.old.digest == self.new.digest


@dataclass(frozen=True, slots=True)
class _Item:
    """One part of a pack as plain fields."""

    id: str
    fields: Mapping[str, Any]
    table: str = ""
    policy: str = ""


def differences(old: RulePack, new: RulePack) -> Differences:
    """Return what differs between two resolved packs, or two versions of one, parents included."""
    before, after = _items(old), _items(new)
    changes = [change for kind in before for change in _kind(kind, before[kind], after[kind])]
    return Differences(_version(old), _version(new), tuple(changes))


def as_json(found: Differences) -> dict[str, Any]:
    """Return the differences as JSON has them: what a change has no use for is left out."""
    changes = []
    for change in found.changes:
        made = {
            name: getattr(change, name) for name in ("kind", "id", "what", "table", "field", "old", "new")
        }
        keep = ("old", "new") if change.what in ("anders", "tekst", "verplaatst") else ()
        changes.append(
            {name: value for name, value in made.items() if name in keep or value not in ("", None)}
        )
    versions = {"old": found.old, "new": found.new}
    heads = {
        name: {"id": one.id, "version": one.version, "digest": one.digest, "texts_digest": one.texts_digest}
        for name, one in versions.items()
    }
    return {**heads, "same_rules": found.same_rules, "changes": changes}


def _version(pack: RulePack) -> Version:
    return Version(pack.id, pack.version, pack.naam, pack.digest, pack.texts_digest, pack.parents)


def _items(pack: RulePack) -> dict[str, list[_Item]]:
    """Return the parts of a pack by kind, in the pack's order."""
    outcomes = pack.outcomes
    head = {name: getattr(pack, name) for name in ("naam", "region", "maintainer", "version")}
    days = {"valid_from": str(pack.valid_from), "valid_until": pack.valid_until and str(pack.valid_until)}
    return {
        "pakket": [_Item("pack.yaml", {**head, **days, "extends": _parents(pack)})],
        "groep": _plain(pack.groups),
        "vraag": _plain(pack.facts),
        "stap": [_Item(str(step.id), _fields(step, "blokken")) for step in pack.steps],
        "blok": [
            _Item(block.id, {**_fields(block), "step": step.id})
            for step in pack.steps
            for block in step.blokken
        ],
        "reden": _plain(pack.redenen),
        "tabel": [_Item(table.id, _fields(table, "rules", "adds_rules")) for table in pack.decisions],
        "rij": [
            _Item(rule.id, _row(rule), table.id, table.hit_policy)
            for table in pack.decisions
            for rule in table.rules
        ],
        "besluit": _plain(outcomes.besluit),
        "urgentie": _plain(outcomes.urgentie),
        "actie": _plain(outcomes.acties),
        "tegenstrijdig": _plain(outcomes.tegenstrijdig),
        "aanbieder": _plain(pack.providers),
        "route": _plain(pack.routes),
        "veiligheid": _plain(pack.veiligheid),
        "begrip": _plain(pack.begrippen),
        "eigenschap": _plain(pack.eigenschappen),
        "bron": _plain(pack.sources),
    }


def _parents(pack: RulePack) -> list[str]:
    return [f"{name}@{version}" for name, version in pack.parents.items()]


def _plain(parts: Iterable[Any]) -> list[_Item]:
    return [_Item(str(part.id), _fields(part)) for part in parts]


def _fields(part: Part, *without: str) -> dict[str, Any]:
    return part.model_dump(mode="json", exclude={"id", *without}, exclude_none=True, by_alias=True)


def _row(rule: Rule) -> dict[str, Any]:
    """Return a row's fields, each condition as a field of its own."""
    fields = _fields(rule, "when")
    return {f"when.{name}": _fields(asked) for name, asked in rule.when.items()} | fields


def _kind(kind: str, old: Sequence[_Item], new: Sequence[_Item]) -> Iterator[Change]:
    """Give the changes of one kind: what is gone, then what is there now, in the order of the new pack."""
    was, now = {_key(item): item for item in old}, {_key(item): item for item in new}
    for key, item in was.items():
        if key not in now:
            yield _change(kind, item, "weg", old=dict(item.fields))
    moved = _moved(old, new)
    for key, item in now.items():
        if key not in was:
            yield _change(kind, item, "erbij", new=dict(item.fields))
            continue
        changed = list(_field_changes(kind, was[key], item))
        yield from changed
        if key in moved and not any(change.field == "orde" for change in changed):
            before, after = moved[key]
            yield _change(kind, item, "verplaatst", old=before, new=after)


def _field_changes(kind: str, old: _Item, new: _Item) -> Iterator[Change]:
    for field in dict.fromkeys((*old.fields, *new.fields)):
        before, after = old.fields.get(field), new.fields.get(field)
        if before != after:
            words = field in TEXTS or (kind, field) == ("bron", "waar")
            yield _change(kind, new, "tekst" if words else "anders", field=field, old=before, new=after)


def _change(kind: str, item: _Item, what: What, field: str = "", old: Any = None, new: Any = None) -> Change:
    return Change(kind, item.id, what, field, old, new, item.table, item.policy)


def _key(item: _Item) -> tuple[str, str]:
    return item.table, item.id


def _moved(old: Sequence[_Item], new: Sequence[_Item]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what stands elsewhere among the others: the id before it then and now, "" where it is first."""
    then, now = _previous(old), _previous(new)
    at = {key: place for place, key in enumerate(then)}
    moved: dict[tuple[str, str], tuple[str, str]] = {}
    for table in dict.fromkeys(item.table for item in new):
        common = [key for key in now if key in at and key[0] == table]
        stay = _rising([at[key] for key in common])
        moved |= {key: (then[key], now[key]) for place, key in enumerate(common) if place not in stay}
    return moved


def _previous(items: Sequence[_Item]) -> dict[tuple[str, str], str]:
    """Return the id that stands before each item in its own table, in the order of the items."""
    found: dict[tuple[str, str], str] = {}
    last: dict[str, str] = {}
    for item in items:
        found[_key(item)] = last.get(item.table, "")
        last[item.table] = item.id
    return found


def _rising(numbers: Sequence[int]) -> set[int]:
    """Return the places of a longest rising row among different numbers."""
    ends: list[int] = []
    tops: list[int] = []
    links: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(ends, number)
        links.append(tops[place - 1] if place else -1)
        ends[place : place + 1] = [number]
        tops[place : place + 1] = [at]
    found, at = set(), tops[-1] if tops else -1
    while at >= 0:
        found.add(at)
        at = links[at]
    return found
