"""The differences between two packs in Dutch words, as text that also reads well as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from routewijzer import text
from routewijzer.interchange.differences import Change, Differences
from routewijzer.rules.base import Condition
from routewijzer.rules.reading import condition_words

_ASKS = frozenset(Condition.model_fields)
_WHEN = "when."
_DIGEST = len("sha256:") + 12
"""Enough of a fingerprint to tell two packs apart by eye."""


def as_text(found: Differences) -> str:
    """Return the differences as lines; which texts differ is only named, not how they read."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Differences) -> Iterator[str]:
    words = text.load().differences
    yield f"# {words.title}"
    yield ""
    for said, pack in ((words.old, found.old), (words.new, found.new)):
        parents = "".join(words.on.format(pack=name, version=one) for name, one in pack.parents.items())
        named = f"{pack.naam} {pack.version}{parents}"
        yield "- " + said.format(pack=named, digest=pack.digest[:_DIGEST], texts=pack.texts_digest[:_DIGEST])
    yield ""
    yield words.same_rules if found.same_rules else words.other_rules
    told = [change for change in found.changes if change.what != "tekst"]
    for kind in dict.fromkeys(change.kind for change in told):
        yield ""
        yield f"## {getattr(words, kind)}"
        yield ""
        of_kind = [change for change in told if change.kind == kind]
        yield from (f"- {_sentence(change)}" for change in of_kind)
        if any(_is_moved_row(change) for change in of_kind):
            yield ""
            yield words.order_matters
    texts = [change for change in found.changes if change.what == "tekst"]
    if texts:
        yield ""
        yield f"## {words.texts}"
        yield ""
        yield from _texts(texts)
    if not found.changes:
        yield ""
        yield words.nothing


def _is_moved_row(change: Change) -> bool:
    return change.what == "verplaatst" and change.policy == "first"


def _texts(changes: Sequence[Change]) -> Iterator[str]:
    words, fields = text.load().differences, dict[tuple[str, str], list[str]]()
    for change in changes:
        fields.setdefault((change.kind, change.id), []).append(change.field)
    for (kind, name), listed in fields.items():
        yield "- " + words.text_of.format(
            kind=getattr(words, f"{kind}_one"), id=name, fields=", ".join(listed)
        )


def _sentence(change: Change) -> str:
    words = text.load().differences
    name = f"`{change.table}` {change.id}" if change.table else f"`{change.id}`"
    if change.what == "verplaatst":
        return words.moved.format(id=name, old=_after(change.old), new=_after(change.new))
    if change.what == "anders":
        asks = change.field.startswith(_WHEN)
        empty = words.no_condition if asks else words.none
        old, new = (empty if one is None else _value(one) for one in (change.old, change.new))
        return words.changed.format(id=name, field=change.field.removeprefix(_WHEN), old=old, new=new)
    there = change.what == "erbij"
    said = _described(change, change.new if there else change.old)
    return (words.added if there else words.gone).format(id=name, said=said).rstrip(": ")


def _after(name: str) -> str:
    words = text.load().differences
    return words.after.format(id=name) if name else words.first


def _described(change: Change, fields: Mapping[str, Any]) -> str:
    """Return what an added or dropped part says: of a row its conditions and outcome."""
    if change.kind != "rij":
        named = (fields.get(field) for field in ("vraag", "naam", "label", "titel", "kort"))
        return next((str(one) for one in named if one), "")
    words = text.load().differences
    when = {name.removeprefix(_WHEN): asked for name, asked in fields.items() if name.startswith(_WHEN)}
    then = fields["then"]
    urgency = fields.get("urgentie") or fields.get("urgentie_uit")
    then = f"{then}, {urgency}" if urgency else then
    return words.row.format(when=_value(when), then=then) if when else words.row_always.format(then=then)


def _value(value: Any) -> str:
    """Return a field's value as it can stand inside a sentence."""
    words = text.load().differences
    if value is None or value == []:
        return words.none
    if isinstance(value, bool):
        return words.yes if value else words.no
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, list):
        alternatives = any(isinstance(item, Mapping) for item in value)
        return (words.or_ if alternatives else ", ").join(_value(item) for item in value)
    return str(value)


def _mapping(value: Mapping[str, Any]) -> str:
    words = text.load().differences
    if not value:
        return words.always
    if len(value) == 1 and set(value) <= _ASKS:
        asked = {name: tuple(one) if isinstance(one, list) else one for name, one in value.items()}
        return condition_words(Condition.model_construct(None, **asked))
    return words.and_.join(f"`{name}` {_value(one)}" for name, one in value.items())
