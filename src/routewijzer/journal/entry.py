"""What a row of the log is: closed forms only, so that nothing about a person fits in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from routewijzer import text
from routewijzer.advice.model import Advice, StepState
from routewijzer.rules.forms import BESLUITEN, PROVIDERS_MAX, URGENTIES, WORD_MAX, is_version, is_word

KINDS: Final = ("intake", "herweging")
STATES: Final = ("gedaan", "overgeslagen", "open")
BANDS: Final = ("geen", "1-2", "3 en meer")
STEPS: Final = (1, 2, 3, 4, 5)

COLUMNS: Final = (
    "month", "pack", "version", "digest", "kind", "besluit", "urgentie", "providers",
    *(name for step in STEPS for name in (f"step_{step}", f"step_{step}_reden")),
    "flags",
)  # fmt: skip
"""A row as the table and the CSV hold it, left to right."""

Cell = str | None

_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
_PACK = re.compile(rf"[a-z][a-z0-9_]{{0,{WORD_MAX - 1}}}")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


class EntryFault(ValueError):
    """A row outside the closed forms: which fields, what stood there, what is accepted."""


def is_month(value: object) -> bool:
    """Return whether `value` is a month of this century as the log writes it: `2026-03`."""
    return _is(_MONTH, value)


def band(flags: int) -> str:
    """Return the band of a number of red flags answered ja: all that the log knows of them."""
    return BANDS[0] if flags <= 0 else BANDS[1] if flags <= 2 else BANDS[2]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log.

    Raises:
        EntryFault: where any field is outside its closed form; all fields at once.
    """

    month: str
    """YYYY-MM."""
    pack: str
    version: str
    digest: str
    """"sha256:" and 64 hex digits."""
    kind: str
    """intake | herweging."""
    besluit: str
    urgentie: str
    providers: tuple[str, ...]
    """Who was advised, by name order, each once."""
    steps: tuple[StepState, ...]
    """Steps 1 to 5."""
    flags: str
    """geen | 1-2 | 3 en meer."""

    def __post_init__(self) -> None:
        faults = list(_faults(self))
        if faults:
            raise EntryFault("; ".join(faults))

    @classmethod
    def from_advice(cls, advice: Advice, month: str, kind: str) -> Entry:
        """Return the row of an advice: `month` as YYYY-MM, `kind` intake or herweging.

        Raises:
            EntryFault: where the advice may not be logged (a mild besluit that is voorlopig), or a
                value of its pack is outside the closed forms.
        """
        if not advice.showable:
            raise EntryFault(text.load().journal.niet_vast_te_leggen)
        return cls(
            month=month,
            pack=advice.pack,
            version=advice.version,
            digest=advice.digest,
            kind=kind,
            besluit=advice.besluit,
            urgentie=advice.urgentie,
            providers=tuple(sorted({route.id.partition(".")[0] for route in advice.routes})),
            steps=advice.steps,
            flags=band(advice.flags_yes),
        )

    @classmethod
    def from_row(cls, row: Mapping[str, object]) -> Entry:
        """Return the row that the table holds under the names of COLUMNS.

        Raises:
            EntryFault: where it is outside the closed forms.
        """
        cells = {name: _cell(row, name) for name in COLUMNS}
        providers = cells["providers"]
        return cls(
            **{name: cells[name] or "" for name in ("month", "pack", "version", "digest", "kind")},
            besluit=cells["besluit"] or "",
            urgentie=cells["urgentie"] or "",
            providers=tuple(providers.split(",")) if providers else (),
            steps=tuple(
                StepState(step, cells[f"step_{step}"] or "", cells[f"step_{step}_reden"]) for step in STEPS
            ),
            flags=cells["flags"] or "",
        )

    def cells(self) -> tuple[Cell, ...]:
        """Return the row as the table holds it, in the order of COLUMNS."""
        steps = (cell for step in self.steps for cell in (step.state, step.reden))
        head = (self.month, self.pack, self.version, self.digest, self.kind, self.besluit, self.urgentie)
        return (*head, ",".join(self.providers), *steps, self.flags)

    def as_json(self) -> dict[str, object]:
        """Return the row as `log export` and `log list --json` write it."""
        steps = [{"step": step.step, "state": step.state, "reden": step.reden} for step in self.steps]
        names = ("month", "pack", "version", "digest", "kind", "besluit", "urgentie")
        head = {name: getattr(self, name) for name in names}
        return {**head, "providers": list(self.providers), "steps": steps, "flags": self.flags}


def _cell(row: Mapping[str, object], name: str) -> Cell:
    value = row[name]
    if value is None or isinstance(value, str):
        return value
    raise EntryFault(text.load().journal.veld.format(veld=name, waarde=repr(value), vorm="tekst"))


def _is(form: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _faults(entry: Entry) -> list[str]:
    words = text.load().journal
    checks: list[tuple[str, object, bool, str]] = [
        ("month", entry.month, is_month(entry.month), words.vorm_maand),
        ("pack", entry.pack, _is(_PACK, entry.pack), words.vorm_woord),
        ("version", entry.version, is_version(entry.version), words.vorm_versie),
        ("digest", entry.digest, _is(_DIGEST, entry.digest), words.vorm_digest),
        ("kind", entry.kind, entry.kind in KINDS, ", ".join(KINDS)),
        ("besluit", entry.besluit, entry.besluit in BESLUITEN, ", ".join(BESLUITEN)),
        ("urgentie", entry.urgentie, entry.urgentie in URGENTIES, ", ".join(URGENTIES)),
        ("providers", entry.providers, _providers(entry.providers), words.vorm_aanbieders),
        ("steps", [s.step for s in entry.steps], _numbers(entry.steps), words.vorm_stappen),
        ("flags", entry.flags, entry.flags in BANDS, ", ".join(BANDS)),
    ]
    for step in entry.steps:
        name = f"step_{step.step}"
        checks.append((name, step.state, step.state in STATES, ", ".join(STATES)))
        fits = is_word(step.reden) if step.state == "overgeslagen" else step.reden is None
        checks.append((f"{name}_reden", step.reden, fits, words.vorm_reden))
    return [
        words.veld.format(veld=name, waarde=repr(value), vorm=form)
        for name, value, fits, form in checks
        if not fits
    ]


def _numbers(steps: tuple[StepState, ...]) -> bool:
    return tuple(step.step for step in steps) == STEPS


def _providers(words: tuple[str, ...]) -> bool:
    return (
        isinstance(words, tuple)
        and all(is_word(word) for word in words)
        and list(words) == sorted(set(words))
        and len(",".join(words)) <= PROVIDERS_MAX
    )
