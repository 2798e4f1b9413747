"""`routing-app rules show`: a pack in a form that others read."""

from __future__ import annotations

from pathlib import Path

import click

from routewijzer import files, text
from routewijzer.commands.common import Common, WrongInput
from routewijzer.rules.model import RulePack

_WORDS = text.load().cli
FORMATS = ("markdown", "dot", "dmn", "dmn13")


@click.command("show", help=_WORDS.rules_show)
@click.argument("pack", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="markdown",
    metavar="VORM",
    help=_WORDS.opt_format,
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help=_WORDS.opt_out)
@click.pass_obj
def show(common: Common, pack: str | None, form: str, out: Path | None) -> None:
    """Print a pack in a readable form, or write it to a file that is whole or absent."""
    made = _made(common.load(common.pack_id(pack)), form)
    if out is None:
        click.echo(made, nl=False)
        return
    try:
        files.write_atomic(out, made.encode())
    except OSError as error:
        raise WrongInput(_WORDS.no_out.format(path=out)) from error


def _made(pack: RulePack, form: str) -> str:
    """Return a pack in one of FORMATS; each is imported where it is asked for.

    Raises:
        WrongInput: where the pack does not fit in the form.
    """
    if form == "markdown":
        from routewijzer.interchange.markdown import as_markdown

        return as_markdown(pack)
    if form == "dot":
        from routewijzer.interchange.dot import as_dot

        return as_dot(pack)
    from routewijzer.interchange.dmn import DmnFault, as_dmn

    try:
        return as_dmn(pack, "1.5" if form == "dmn" else "1.3")
    except DmnFault as fault:
        raise WrongInput(str(fault)) from fault
