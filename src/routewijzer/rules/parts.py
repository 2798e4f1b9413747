"""One part of a pack: from a read mapping to its frozen model, with every fault on its own line."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from routewijzer import text
from routewijzer.rules.model import Part
from routewijzer.rules.yamlfile import Fault, Map, Seq

P = TypeVar("P", bound=Part)

_KINDS = {
    "string_type": "een tekst",
    "int_type": "een heel getal",
    "int_parsing": "een heel getal",
    "bool_type": "true of false",
    "bool_parsing": "true of false",
    "tuple_type": "een lijst",
    "mapping_type": "sleutels met waarden",
    "dict_type": "sleutels met waarden",
    "model_type": "sleutels met waarden",
    "date_type": "een datum jjjj-mm-dd",
    "date_parsing": "een datum jjjj-mm-dd",
    "date_from_datetime_parsing": "een datum jjjj-mm-dd",
    "none_required": "niets",
}
_NUMBERS = ("greater_than_equal", "less_than_equal", "greater_than", "less_than")


def build(kind: type[P], data: Any, file: str, faults: list[Fault]) -> P | None:
    """Return `data` as a `kind`, or None where it is wrong; each thing wrong is added to `faults`.

    Args:
        kind: the model.
        data: what `yamlfile.read` gave.
        file: how a fault names the file.
        faults: grows by one for each thing that is wrong.
    """
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            faults.append(Fault(file, line_of(data, item["loc"]), _message(kind, data, item)))
        return None


def line_of(data: Any, loc: tuple[int | str, ...]) -> int:
    """Return the line where the item at `loc` stands, or the nearest thing around it."""
    line = data.line if isinstance(data, (Map, Seq)) else 1
    for step in loc:
        if isinstance(data, Map) and isinstance(step, str) and step in data:
            line, data = data.lines[step], data[step]
        elif isinstance(data, Seq) and isinstance(step, int) and step < len(data):
            line, data = data.lines[step], data[step]
        else:
            break
    return line


def _message(kind: type[Part], data: Any, item: Any) -> str:
    words = text.load().faults
    loc = item["loc"]
    where = _place(data, loc)
    got, code = show(item["input"]), item["type"]
    context = item.get("ctx", {})
    if code == "missing":
        return words.field_missing.format(where=_place(data, loc[:-1]), field=loc[-1])
    if code == "extra_forbidden":
        accepted = ", ".join(field.alias or name for name, field in kind.model_fields.items())
        return words.field_unknown.format(where=_place(data, loc[:-1]), field=loc[-1], accepted=accepted)
    if code == "literal_error":
        return words.field_choice.format(where=where, got=got, accepted=context["expected"].replace(" or ", ", "))
    if code == "string_pattern_mismatch":
        return words.field_pattern.format(where=where, got=got, accepted=context["pattern"])
    if code == "string_too_short":
        return words.field_empty.format(where=where)
    if code == "condition":
        return words.condition.format(where=where, got=got)
    if code in _NUMBERS:
        return words.field_number.format(where=where, got=got, accepted=item["msg"])
    if code in _KINDS:
        return words.field_kind.format(where=where, got=got, accepted=_KINDS[code])
    return words.other.format(where=where, got=got, accepted=item["msg"])


def _place(data: Any, loc: tuple[int | str, ...]) -> str:
    name = data.get("id") or data.get("decision") if isinstance(data, dict) else None
    path = [str(name)] if isinstance(name, (str, int)) else []
    inner = data
    for step in loc:
        inner = inner[step] if isinstance(inner, (dict, list)) and _has(inner, step) else None
        rule = inner.get("id") if isinstance(step, int) and isinstance(inner, dict) else None
        path.append(str(rule) if rule else str(step))
    return " > ".join(path) or "?"


def _has(data: Any, step: int | str) -> bool:
    return step in data if isinstance(data, dict) else isinstance(step, int) and step < len(data)


def show(value: object) -> str:
    """Return a value as it may stand in a fault: quoted, and never longer than a line."""
    if isinstance(value, dict):
        return "een blok met sleutels"
    if isinstance(value, list):
        return "een lijst"
    if value is None:
        return "niets"
    shown = repr(value) if not isinstance(value, str) else f"'{value}'"
    return shown if len(shown) <= 60 else shown[:57] + "..."
