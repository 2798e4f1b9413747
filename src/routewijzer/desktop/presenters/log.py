"""The log page: what was closed into the log, newest month first. A row leads to no case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from routewijzer import files, settings, text
from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.presenters.morepageviews import CheckedView, Choice, LogView
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.views import Cell, CountView, RowView, UrgencyView
from routewijzer.journal import export
from routewijzer.journal.entry import Entry
from routewijzer.journal.faults import JournalError
from routewijzer.journal.store import Journal
from routewijzer.rules.forms import BESLUITEN
from routewijzer.rules.model import RulePack

PAGE = 100
"""So many rows show at first, and so many more at each press."""


class Source(Frozen):
    """What the page is made of: the rows, or why they cannot be read, and the words for them."""

    entries: tuple[Entry, ...]
    fault: str
    months: int
    """How long a row is kept, of the settings; 0 where those cannot be read."""
    pack: RulePack | None
    data: Path


def source(session: Session) -> Source:
    """Read the log of the data folder; what cannot be read becomes one sentence."""
    fault, entries = "", tuple[Entry, ...]()
    try:
        with Journal(session.data) as journal:
            entries = tuple(sorted(journal.rows(), key=lambda entry: entry.month, reverse=True))
            fault = journal.notice or ""
    except JournalError as error:
        fault = str(error)
    try:
        months = settings.load(session.data).retention_months
    except settings.SettingsFault:
        months = 0
    pack = session.engine.pack if session.engine is not None else None
    return Source(entries, fault, months, pack, session.data)


def view(made: Source, month: str = "", besluit: str = "", limit: int = PAGE) -> LogView:
    """Return the page.

    Args:
        made: by `source`.
        month: only this month, YYYY-MM; "" is each.
        besluit: only this besluit; "" is each.
        limit: at most so many rows.
    """
    words = text.load().logpage
    found = [entry for entry in made.entries if month in ("", entry.month) and besluit in ("", entry.besluit)]
    shown, total = found[:limit], len(made.entries)
    rest = min(len(found) - len(shown), PAGE)
    months = sorted({entry.month for entry in made.entries}, reverse=True)
    return LogView(
        title=words.title,
        lead=words.lead,
        fault=made.fault,
        readable=bool(made.entries) or not made.fault,
        months=(("", words.each_month), *((item, _month(item)) for item in months)),
        besluiten=(("", words.each_besluit), *_besluiten(made)),
        columns=words.columns,
        rows=tuple(_row(made.pack, at, entry) for at, entry in enumerate(shown)),
        count=_count(len(shown), total),
        more=words.more.format(count=rest) if rest else "",
        empty="" if found else words.nothing if made.entries else words.empty,
        empty_act=words.nothing_act if made.entries else words.empty_act,
        can_export=bool(made.entries),
        side_kicker=words.side_kicker,
        side_count=words.side_one if total == 1 else words.side_count.format(count=total),
        side_title=words.side_title,
        totals=_totals(made),
        retention=_retention(made.months),
    )


def checked(data: Path) -> CheckedView:
    """Check the log from end to end and say what came of it."""
    words = text.load().logpage
    try:
        with Journal(data) as journal:
            faults, count = journal.verify(), journal.count()
    except JournalError as error:
        return CheckedView(fine=False, title=words.verify_faults, lines=(str(error),))
    if faults:
        return CheckedView(fine=False, title=words.verify_faults, lines=tuple(faults))
    note = words.verified_note_one if count == 1 else words.verified_note.format(count=count)
    return CheckedView(fine=True, title=words.verified, lines=(note,))


def save(made: Source, path: Path, *, as_json: bool) -> str:
    """Write all rows to a file, whole or not at all; return what to say about it."""
    words = text.load().logpage
    body = (export.as_json if as_json else export.as_csv)(sorted(made.entries, key=_order))
    try:
        files.write_atomic(path, body.encode())
    except OSError as error:
        reason = str(getattr(text.load().disk, files.trouble(error)))
        return words.export_fault.format(name=path.name, reason=reason)
    count = len(made.entries)
    template = words.export_done_one if count == 1 else words.export_done
    return template.format(count=count, name=path.name)


def _order(entry: Entry) -> tuple[str, ...]:
    return tuple(cell or "" for cell in entry.cells())


def _besluiten(made: Source) -> tuple[Choice, ...]:
    return tuple((item, _besluit(made.pack, item)) for item in BESLUITEN)


def _totals(made: Source) -> tuple[CountView, ...]:
    count = Counter(entry.besluit for entry in made.entries)
    return tuple(CountView(label, count[item]) for item, label in _besluiten(made))


def _count(shown: int, total: int) -> str:
    words = text.load().logpage
    return words.count_one if shown == total == 1 else words.count.format(shown=shown, total=total)


def _retention(months: int) -> str:
    words = text.load().logpage
    if months <= 0:
        return ""
    return words.retention_one if months == 1 else words.retention.format(months=months)


def _month(month: str) -> str:
    words, (year, _, number) = text.load().logpage, month.partition("-")
    return words.month.format(month=words.months_short[int(number) - 1], year=year)


def _plain(word: str) -> str:
    """Return an id as words: rows of a pack that is not loaded have no better label."""
    return word[:1].upper() + word[1:].replace("_", " ")


def _besluit(pack: RulePack | None, item: str) -> str:
    known = pack.besluit_by_id.get(item) if pack else None
    return known.label if known else _plain(item)


def _urgency(pack: RulePack | None, kind: str) -> UrgencyView:
    known = pack.urgentie_by_id.get(kind) if pack else None
    return UrgencyView(kind, known.label if known else _plain(kind))  # type: ignore[arg-type]


def _providers(pack: RulePack | None, ids: Iterable[str]) -> list[str]:
    """Return the names, in the order of the pack; unknown ones last."""
    known = pack.provider_by_id if pack else {}
    order = list(known)
    ordered = sorted(ids, key=lambda item: order.index(item) if item in order else len(order))
    return [known[item].naam if item in known else _plain(item) for item in ordered]


def _row(pack: RulePack | None, at: int, entry: Entry) -> RowView:
    words = text.load().logpage
    month, besluit = _month(entry.month), _besluit(pack, entry.besluit)
    urgency = _urgency(pack, entry.urgentie)
    names = _providers(pack, entry.providers)
    short = names[0] if len(names) == 1 else words.providers_none
    if len(names) > 1:
        short = words.providers_more.format(first=names[0], count=len(names) - 1)
    note = _note(entry)
    return RowView(
        id=str(at),
        cells=(Cell(month), Cell(besluit, strong=True), Cell("", urgency), Cell(short)),
        name=words.row_name.format(
            month=month,
            besluit=besluit,
            urgency=urgency.label,
            providers=", ".join(names) or words.providers_none,
            note=note,
        ),
        note=note,
    )


def _note(entry: Entry) -> str:
    """Return the second line: steps in words, the band of flags, and whether it was a herweging."""
    words = text.load().logpage
    count = Counter(step.state for step in entry.steps)
    named = (("gedaan", words.steps_done), ("overgeslagen", words.steps_skipped), ("open", words.steps_open))
    steps = [template.format(count=count[state]) for state, template in named if count[state]]
    flags = words.flags.format(band=entry.flags)
    note = words.note.format(steps=", ".join(steps), flags=flags)
    return f"{words.again}. {note}" if entry.kind == "herweging" else note
