"""One part of a pack: from a read mapping to its frozen model, with every fault on its own line."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from routewijzer import text
from routewijzer.rules.base import Part
from routewijzer.rules.yamlfile import Fault, Map, Seq

P = TypeVar("P", bound=Part)

# What pydantic calls a wrong kind, and the word for what is accepted: a field of [faults] in the texts.
_KINDS = {
    "string_type": "kind_text",
    "int_type": "kind_number",
    "bool_type": "kind_bool",
    "tuple_type": "kind_list",
    "mapping_type": "kind_block",
    "dict_type": "kind_block",
    "model_type": "kind_block",
    "date_type": "kind_date",
}
# What pydantic calls a fault, the text for it, and the name of what is accepted in pydantic's context.
_BOUNDS = {
    "string_pattern_mismatch": ("field_pattern", "pattern"),
    "string_too_long": ("field_long", "max_length"),
    "greater_than_equal": ("field_least", "ge"),
    "less_than_equal": ("field_most", "le"),
}


def build(kind: type[P], data: Any, file: str, faults: list[Fault], line: int = 1) -> P | None:
    """Return `data` as a `kind`, or None where it is wrong; each thing wrong is added to `faults`.

    Args:
        kind: the model.
        data: what `yamlfile.read` gave.
        file: how a fault names the file.
        faults: grows by one for each thing that is wrong.
        line: where `data` stands, for what knows no line itself.
    """
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        found = (
            Fault(file, line_of(data, item["loc"], line), _message(kind, data, item))
            for item in error.errors(include_url=False)
        )
        faults.extend(dict.fromkeys(found))  # alternatives of one field can say the same twice
        return None


def line_of(data: Any, loc: tuple[int | str, ...], line: int = 1) -> int:
    """Return the line where the item at `loc` stands, or the nearest thing around it."""
    line = data.line if isinstance(data, (Map, Seq)) else line
    for step in loc:
        if isinstance(data, (Map, Seq)) and _has(data, step):
            line, data = data.lines[step], data[step]  # type: ignore[index]
        else:
            break
    return line


def _message(kind: type[Part], data: Any, item: Any) -> str:
    words = text.load().faults
    loc, code, context = item["loc"], item["type"], item.get("ctx", {})
    where, got = _place(data, loc), show(item["input"])
    if code == "missing":
        return words.field_missing.format(where=_place(data, loc[:-1]), field=loc[-1])
    if code == "extra_forbidden":
        accepted = ", ".join(_fields(kind, loc[:-1]))
        return words.field_unknown.format(where=_place(data, loc[:-1]), field=loc[-1], accepted=accepted)
    if code in ("string_too_short", "condition"):
        asked = words.condition if code == "condition" else words.field_empty
        return asked.format(where=where, got=got)
    if code == "literal_error":
        accepted = context["expected"].replace(" or ", ", ")
        return words.field_choice.format(where=where, got=got, accepted=accepted)
    if code in _BOUNDS:
        name, bound = _BOUNDS[code]
        return str(getattr(words, name)).format(where=where, got=got, accepted=context[bound])
    accepted = getattr(words, _KINDS[code]) if code in _KINDS else item["msg"]
    return words.field_kind.format(where=where, got=got, accepted=accepted)


def _fields(kind: type[Part], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys that the part at `loc` inside a `kind` takes."""
    for step in loc:
        field = kind.model_fields.get(str(step))
        inner = _parts(field.annotation) if field else []
        kind = inner[0] if inner else kind
    return [field.alias or name for name, field in kind.model_fields.items()]


def _parts(annotation: Any) -> list[type[Part]]:
    """Return the models in a type: Rule in `tuple[Rule, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [part for inner in get_args(annotation) for part in _parts(inner)]


def _place(data: Any, loc: tuple[int | str, ...]) -> str:
    """Return where something stands, by name: the part's id, then keys, rows by their id.

    What is not in the data is left out: pydantic also names the alternative of a type that it tried.
    """
    name = data.get("id", data.get("decision")) if isinstance(data, dict) else None
    path = [str(name)] if isinstance(name, (str, int)) else []
    for step in loc:
        if not _has(data, step):
            break
        data = data[step]
        row = data.get("id") if isinstance(step, int) and isinstance(data, dict) else None
        path.append(str(row) if row else str(step))
    return " > ".join(path) or "?"


def _has(data: Any, step: int | str) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def show(value: object) -> str:
    """Return a value as it may stand in a fault: quoted, and never longer than a line."""
    words = text.load().faults
    if isinstance(value, dict):
        return words.kind_block
    if isinstance(value, list):
        return words.kind_list
    if value is None:
        return words.nothing
    shown = str(value).lower() if isinstance(value, bool) else f"'{value}'"
    return shown if len(shown) <= 60 else shown[:57] + "..."
