"""`routing-app log`: list, export and verify the log. Reads one room and prints; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from routewijzer import files, text
from routewijzer.commands.common import Common, WrongInput
from routewijzer.journal import export
from routewijzer.journal.entry import Entry, is_month
from routewijzer.journal.faults import JournalError
from routewijzer.rules.forms import BESLUITEN

_TEXT = text.load().log


def _month(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_month(value):
        raise WrongInput(_TEXT.maand_fout.format(waarde=repr(value)))
    return value


@click.group(help=_TEXT.groep)
def log() -> None:
    """Group the commands of the log."""


@log.command("list", help=_TEXT.lijst)
@click.option("--month", callback=_month, metavar="JJJJ-MM", help=_TEXT.optie_maand)
@click.option("--besluit", type=click.Choice(BESLUITEN), help=_TEXT.optie_besluit)
@click.option("--json", "as_json", is_flag=True, help=_TEXT.optie_json)
@click.pass_obj
def list_rows(common: Common, month: str | None, besluit: str | None, *, as_json: bool) -> None:
    """Print the rows, by month and content."""
    with common.journal() as journal:
        try:
            rows = journal.rows(month, besluit)
        except JournalError as error:
            raise WrongInput(str(error)) from error
    if as_json:
        click.echo(export.as_json(rows), nl=False)
    elif rows:
        for line in _aligned([_TEXT.koppen, *map(_cells, rows)]):
            click.echo(line)
    else:
        click.echo(_TEXT.geen_rijen)


@log.command("export", help=_TEXT.uitvoer)
@click.option(
    "--format", "form", type=click.Choice(("json", "csv")), default="json", show_default=True,
    help=_TEXT.optie_vorm,
)  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help=_TEXT.optie_uit)
@click.pass_obj
def export_rows(common: Common, form: str, out: Path | None) -> None:
    """Write all rows, to a file that is whole or absent, or to stdout."""
    with common.journal() as journal:
        try:
            rows = journal.rows()
        except JournalError as error:
            raise WrongInput(str(error)) from error
    body = export.as_json(rows) if form == "json" else export.as_csv(rows)
    if out is None:
        click.echo(body, nl=False)
        return
    try:
        files.write_atomic(out, body.encode())
    except OSError as error:
        why = getattr(text.load().disk, files.trouble(error))
        raise WrongInput(_TEXT.uit_fout.format(bestand=out, reden=why)) from error
    click.echo(_TEXT.uit_klaar.format(aantal=len(rows), bestand=out), err=True)


@log.command("verify", help=_TEXT.controle)
@click.pass_context
def verify(context: click.Context) -> None:
    """Check the file, its form and every row; exit 1 where anything is wrong."""
    with context.obj.journal() as journal:
        try:
            faults, count = journal.verify(), journal.count()
        except JournalError as error:
            raise WrongInput(str(error)) from error
        damaged = journal.notice is not None
    for fault in faults:
        click.echo(fault)
    if faults or damaged:
        context.exit(1)
    click.echo(_TEXT.in_orde.format(aantal=count))


def _cells(row: Entry) -> tuple[str, ...]:
    steps = [" ".join(str(s.step) for s in row.steps if s.state == state) for state in _STATES]
    providers = ", ".join(row.providers)
    words = (row.kind, row.besluit, row.urgentie, providers)
    spoken = (word.replace("_", " ") for word in words)
    return (row.month, *spoken, row.flags, *steps, f"{row.pack} {row.version}")


_STATES = ("gedaan", "overgeslagen", "open")


def _aligned(table: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(line[place]) for line in table) for place in range(len(table[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in table
    ]
