"""`routing-app advise`: a case in, an advice out; one file, or a stream of lines."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from routewijzer import files, text
from routewijzer.commands.common import Common, WrongInput, date_option

if TYPE_CHECKING:
    from routewijzer.advice.model import Advice
    from routewijzer.case import Case
    from routewijzer.journal.store import Journal

_WORDS = text.load().cli
CHUNK = 1 << 16


@click.command(help=_WORDS.advise)
@click.argument("source", metavar="CASUS.json|-")
@click.option("--json", "as_json", is_flag=True, help=_WORDS.opt_json)
@click.option("--jsonl", is_flag=True, help=_WORDS.opt_jsonl)
@click.option("--full", is_flag=True, help=_WORDS.opt_full)
@click.option("--pdf", type=click.Path(path_type=Path), metavar="UIT.pdf", help=_WORDS.opt_pdf)
@click.option("--date", callback=date_option, metavar="JJJJ-MM-DD", help=_WORDS.opt_date)
@click.option("--log", "logged", is_flag=True, help=_WORDS.opt_log)
@click.pass_obj
def advise(
    common: Common,
    source: str,
    *,
    as_json: bool,
    jsonl: bool,
    full: bool,
    pdf: Path | None,
    date: dt.date,
    logged: bool,
) -> None:
    """Read one case or a stream of cases, and print the advice."""
    if full and not jsonl:
        raise WrongInput(_WORDS.full_alone)
    if jsonl:
        if as_json or pdf is not None or source != "-":
            raise WrongInput(_WORDS.jsonl_alone)
        click.get_current_context().exit(_stream(common, date, full=full, logged=logged))
    case, advice = _read(common, source)
    journal = common.journal() if logged else None
    before = _written(pdf) if logged else None
    if pdf is not None:
        write_pdf(common, case, advice, pdf, date)
    try:
        done = None if journal is None else _log(journal, advice, date)
    except WrongInput:
        _put_back(pdf, before)  # a call that failed leaves no summary
        raise
    common.tell_validity(common.engine(case.pack).pack, date)
    if as_json:
        click.echo(json.dumps(_json(advice, done), indent=2))
        return
    from routewijzer.paper.plain import as_text

    click.echo(as_text(advice, common.engine(case.pack).pack), nl=False)
    if done is not None:
        click.echo(_WORDS.logged if done else _WORDS.not_logged)
    if pdf is not None:
        click.echo(_WORDS.pdf_done.format(path=pdf))


def write_pdf(common: Common, case: Case, advice: Advice, path: Path, date: dt.date) -> None:
    """Write the printed summary of a case.

    Raises:
        WrongInput: where the file cannot be written; nothing is left of it then.
    """
    from routewijzer.paper.page import PaperError, PaperSettings
    from routewijzer.paper.summary import render, write

    chosen = common.settings()
    settings = PaperSettings(chosen.municipality, chosen.contact)
    try:
        write(path, render(case, advice, common.engine(case.pack).pack, date=date, settings=settings))
    except PaperError as error:
        raise WrongInput(str(error)) from error


def _written(path: Path | None) -> bytes | None:
    """Return what stands in a file now, None where there is none."""
    try:
        return path.read_bytes() if path is not None and path.is_file() else None
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None


def _put_back(path: Path | None, before: bytes | None) -> None:
    """Make a file that was written what it was before."""
    if path is not None:
        with contextlib.suppress(OSError):  # why the call failed matters more
            path.unlink() if before is None else files.write_atomic(path, before)


def _read(common: Common, source: str) -> tuple[Case, Advice]:
    from routewijzer.case import CaseError, parse

    name = _WORDS.stdin if source == "-" else source
    try:
        raw = b"".join(iter(lambda: os.read(0, CHUNK), b"")) if source == "-" else Path(source).read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise WrongInput(_WORDS.no_file.format(path=source)) from None
    try:
        case = _case(common, parse(raw))
    except CaseError as error:
        raise WrongInput("\n".join(f"{name}: {fault}" for fault in error.faults)) from None
    return case, common.engine(case.pack).advise(case)


def _case(common: Common, data: Any) -> Case:
    """Return parsed JSON as a case of the pack that was asked for, by the call or by the case."""
    from routewijzer.case import CaseError
    from routewijzer.rules.folders import available

    asked = data.get("pack") if isinstance(data, dict) else None
    pack = common.pack_id(asked if isinstance(asked, str) else None)
    if common.pack is None and asked is not None and pack not in available(common.rules):
        accepted = ", ".join(available(common.rules))
        raise CaseError([_WORDS.case_pack.format(got=json.dumps(asked), accepted=accepted)])
    return common.reader(pack).read(data)


def _json(advice: Advice, done: bool | None, *, full: bool = True) -> dict[str, Any]:
    from routewijzer.advice.engine import advice_json

    made = advice_json(advice, full=full)
    return made if done is None else made | {"gelogd": done}


def _log(journal: Journal, advice: Advice, date: dt.date) -> bool:
    """Put a row in the log; return False where the advice may not be logged."""
    from routewijzer.journal.entry import Entry, EntryFault
    from routewijzer.journal.faults import JournalError

    if not advice.showable:
        return False
    try:
        journal.append(Entry.from_advice(advice, date.strftime("%Y-%m"), "intake"))
    except (EntryFault, JournalError) as error:
        raise WrongInput(str(error)) from error
    return True


def _lines() -> Iterator[list[bytes]]:
    """Give what stands ready on stdin, as whole lines; wait only when nothing does."""
    rest = b""
    while chunk := _ready():
        *lines, rest = (rest + chunk).split(b"\n")
        if lines:
            yield lines
    if rest:
        yield [rest]


def _ready() -> bytes:
    try:
        return os.read(0, CHUNK)
    except OSError:
        raise WrongInput(_WORDS.no_file.format(path=_WORDS.stdin)) from None


def _stream(common: Common, date: dt.date, *, full: bool, logged: bool) -> int:
    """Answer each line with a line, before the next is awaited; return the exit status."""
    from routewijzer.advice.engine import FastLines
    from routewijzer.case import CaseError, parse

    engine = common.engine(common.pack_id())
    fast = FastLines(engine)
    journal = common.journal() if logged else None
    careful = _careful(common, journal, date, full=full)
    quick = not full and journal is None
    gc.freeze()  # the pack stays: to look through it again and again would take a tenth of the time
    common.tell_validity(engine.pack, date)
    number, status = 0, 0
    for lines in _lines():
        out: list[str] = []
        for raw in lines:
            number += 1
            try:
                line = fast.line(raw) if quick else None
                out.append(line if line is not None else careful(parse(raw)))
            except CaseError as error:
                status = 2
                out.append(json.dumps({"regel": number, "fouten": error.faults}))
            if journal is not None:
                _put(out)
                out = []
        _put(out)
    return status


def _put(lines: list[str]) -> None:
    if lines:
        sys.stdout.buffer.write(("\n".join(lines) + "\n").encode("ascii"))
        sys.stdout.buffer.flush()


def _careful(common: Common, journal: Journal | None, date: dt.date, *, full: bool) -> Callable[[Any], str]:
    """Return the slow way: every fault of a line, the log, and the full advice."""
    from routewijzer.case import CaseError

    def line(data: Any) -> str:
        try:
            case = _case(common, data)
        except WrongInput as error:  # it asks for another pack, one that cannot be used
            raise CaseError(error.message.splitlines()) from None
        engine = common.engine(case.pack)
        advice = engine.advise(case) if full else engine.brief(case)
        common.tell_validity(common.engine(case.pack).pack, date)
        done = None if journal is None else _log(journal, advice, date)
        return json.dumps(_json(advice, done, full=full))

    return line
