"""The settings of one user: a small JSON file in the data folder.

Checked by hand, without pydantic, so that the start stays light.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from routewijzer import text

if TYPE_CHECKING:  # the first paint waits for no words about faults
    from routewijzer.text.keeping import SettingsFaults

FILE: Final = "settings.json"
THEMES: Final = ("system", "light", "dark", "contrast")
LINE_MAX: Final = 120
_PACK: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LARGEST: Final = 65536


class SettingsFault(Exception):
    """Settings that cannot be read or written: one line a fault, in Dutch."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user chose; `dataclasses.replace` makes the next settings."""

    pack: str = "alkmaar"
    """Id of the rule pack."""
    theme: str = "system"
    """system | light | dark | contrast."""
    text_scale: int = 100
    """Per cent, 100 to 200."""
    municipality: str = ""
    """Name of the municipality, for the print: one line, at most 120 characters."""
    contact: str = ""
    """Contact line of the team, for the print: one line, at most 120 characters."""
    retention_months: int = 24
    """How long a row stays in the log: 1 to 60 months."""
    single_letters: bool = True
    """Whether single letters (J, N, O) answer a question."""


def load(data: Path) -> Settings:
    """Return the settings in the data folder; the defaults where there are none.

    Raises:
        SettingsFault: where the file is no settings file; all faults at once.
    """
    path = data / FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        words = text.load().settings
        raise SettingsFault(words.onleesbaar.format(bestand=path, reden=_reason(error))) from error
    found = _parse(raw, path)
    faults = _faults(found, path)
    if faults:
        raise SettingsFault("\n".join(faults))
    return Settings(**found)


def save(data: Path, settings: Settings) -> None:
    """Put the settings in the data folder, whole, for their owner only.

    Raises:
        SettingsFault: where a value is not accepted or the disk refuses; what was there stays.
    """
    from routewijzer import files

    path = data / FILE
    values = asdict(settings)
    faults = _faults(values, path)
    if faults:
        raise SettingsFault("\n".join(faults))
    body = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    try:
        if not data.is_dir():
            files.owner_folder(data)
        files.write_atomic(path, body.encode())
    except OSError as error:
        words = text.load().settings
        raise SettingsFault(words.opslaan.format(bestand=path, reden=_reason(error))) from error


def _reason(error: OSError) -> str:
    from routewijzer import files

    return str(getattr(text.load().disk, files.trouble(error)))


class _Twice(ValueError):
    """A name stands twice in one object."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice
    return found


def _parse(raw: bytes, path: Path) -> dict[str, Any]:
    words = text.load().settings
    found: object = None
    try:
        found = json.loads(raw[:_LARGEST].decode(), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise SettingsFault(words.geen_json.format(bestand=path, regel=error.lineno)) from error
    except (ValueError, RecursionError):
        pass  # no UTF-8, a name twice, or nested without end: told below
    if not isinstance(found, dict):
        raise SettingsFault(words.geen_vorm.format(bestand=path))
    return found


def _faults(values: Mapping[str, object], path: Path) -> list[str]:
    words = text.load().settings
    checks = _checks(words)
    known = ", ".join(field.name for field in fields(Settings))
    faults = []
    for name, value in values.items():
        if name not in checks:
            faults.append(words.onbekend.format(bestand=path, veld=repr(name), vorm=known))
            continue
        fits, form = checks[name]
        if not fits(value):
            got = json.dumps(value, ensure_ascii=False)
            faults.append(words.waarde.format(bestand=path, veld=name, waarde=got, vorm=form))
    return faults


def _checks(words: SettingsFaults) -> dict[str, tuple[Callable[[object], bool], str]]:
    """Return for each setting what is accepted, as a test and in words."""
    return {
        "pack": (lambda v: isinstance(v, str) and _PACK.fullmatch(v) is not None, words.vorm_pakket),
        "theme": (lambda v: v in THEMES, ", ".join(THEMES)),
        "text_scale": (lambda v: _whole(v, 100, 200), words.vorm_schaal),
        "municipality": (_line, words.vorm_regel),
        "contact": (_line, words.vorm_regel),
        "retention_months": (lambda v: _whole(v, 1, 60), words.vorm_maanden),
        "single_letters": (lambda v: isinstance(v, bool), words.vorm_ja_nee),
    }


def _whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LINE_MAX and (value.isprintable())
