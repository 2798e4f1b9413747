"""YAML that people wrote, read with the line of every key and item, and nothing clever allowed.

The values are built straight from the parser's events: an alias (the seed of a "YAML bomb"), a
repeated key, a tag or a nesting without end is refused where it stands. Plain `ja`, `nee`, `on` and
`off` stay words; only true, false, null, whole numbers and dates are more than text.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from routewijzer import text

MAX_BYTES = 2_000_000
MAX_DEPTH = 20

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INT = re.compile(r"-?(0|[1-9]\d{0,8})")
_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a pack: where it stands, what stands there, what is accepted."""

    file: str
    line: int
    message: str

    @classmethod
    def at(cls, place: str, message: str) -> Fault:
        """Return a fault at a place as a pack keeps it: "landelijk/facts.yaml:12"."""
        file, _, line = place.rpartition(":")
        return cls(file, int(line), message)

    def __str__(self) -> str:
        """Return `file:line: message`."""
        return f"{self.file}:{self.line}: {self.message}"


class Map(dict[str, Any]):
    """A mapping that knows the line it starts on and the line of each of its keys."""

    def __init__(self, line: int) -> None:
        """Start empty, on this line (counted from 1)."""
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Seq(list[Any]):
    """A list that knows the line it starts on and the line of each of its items."""

    def __init__(self, line: int) -> None:
        """Start empty, on this line (counted from 1)."""
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def read(path: Path, name: str, faults: list[Fault]) -> list[Any]:
    """Return the documents of one YAML file, none where it cannot be read; what is wrong goes to `faults`.

    Args:
        path: the file.
        name: how a fault names it (relative to the folder of packs).
        faults: grows by one for each thing that is wrong.
    """
    words = text.load().faults
    try:
        raw = path.read_bytes()
    except OSError:
        faults.append(Fault(name, 1, words.file_missing))
        return []
    if len(raw) > MAX_BYTES:
        faults.append(Fault(name, 1, words.file_large.format(limit=MAX_BYTES // 1000)))
        return []
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        faults.append(Fault(name, line, words.file_encoding.format(byte=raw[error.start])))
        return []
    return _Builder(name, faults).documents(source)


class _Builder:
    """Turns the events of one file into maps, lists and scalars."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name = name
        self.faults = faults
        self.words = text.load().faults

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.name, line, message))

    def documents(self, source: str) -> list[Any]:
        found: list[Any] = []
        stack: list[Map | Seq] = []
        keys: list[str | None] = []
        try:
            for event in yaml.parse(source, Loader=yaml.CSafeLoader):
                self.take(event, stack, keys, found)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.fault(mark.line + 1 if mark else 1, self.words.yaml_syntax.format(problem=error.problem))
        except yaml.reader.ReaderError as error:
            # A control character; the reader says how many bytes stand before it.
            line = source.encode("utf-8")[: error.position].count(b"\n") + 1
            self.fault(line, self.words.yaml_syntax.format(problem=str(error).splitlines()[0]))
        except _RefusedError as error:
            self.fault(error.line, str(error))
        else:
            return found
        return []  # half a file would only give faults that are none

    def take(self, event: Any, stack: list[Map | Seq], keys: list[str | None], found: list[Any]) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(line, self.words.yaml_alias.format(name=event.anchor))
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= MAX_DEPTH:
                raise _RefusedError(line, self.words.yaml_depth.format(limit=MAX_DEPTH))
            self.refuse_tag(event, line)
            made: Map | Seq = Map(line) if isinstance(event, yaml.MappingStartEvent) else Seq(line)
            self.put(made, line, stack, keys, found)
            stack.append(made)
            keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            keys.pop()
        elif isinstance(event, yaml.ScalarEvent):
            self.refuse_tag(event, line)
            if stack and isinstance(stack[-1], Map) and keys[-1] is None:
                self.key(event.value, line, stack[-1], keys)
            else:
                self.put(self.scalar(event, line), line, stack, keys, found)

    def refuse_tag(self, event: Any, line: int) -> None:
        if event.tag is not None:
            raise _RefusedError(line, self.words.yaml_tag.format(tag=event.tag))

    def key(self, key: str, line: int, into: Map, keys: list[str | None]) -> None:
        if key in into:
            self.fault(line, self.words.yaml_double.format(key=key, first=into.lines[key]))
        into.lines[key] = line
        keys[-1] = key

    def put(
        self, value: Any, line: int, stack: list[Map | Seq], keys: list[str | None], found: list[Any]
    ) -> None:
        if not stack:
            found.append(value)
        elif isinstance(stack[-1], Seq):
            stack[-1].append(value)
            stack[-1].lines.append(line)
        elif keys[-1] is None:
            raise _RefusedError(line, self.words.yaml_key)
        else:
            stack[-1].setdefault(keys[-1], value)
            keys[-1] = None

    def scalar(self, event: Any, line: int) -> Any:
        value = event.value
        if event.style:  # None or "" for a plain scalar, by the build of libyaml
            return value
        if value in _PLAIN:
            return _PLAIN[value]
        if _INT.fullmatch(value):
            return int(value)
        if _DATE.fullmatch(value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                self.fault(line, self.words.date.format(value=value))
        return value


class _RefusedError(Exception):
    """Reading stops here: what follows cannot be trusted."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
