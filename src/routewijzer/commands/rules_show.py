"""`routing-app rules show`: a pack in a form that others read."""

from __future__ import annotations

from pathlib import Path

import click

from routewijzer import files, text
from routewijzer.commands.common import Common, WrongInput

_WORDS = text.load().cli


@click.command("show", help=_WORDS.rules_show)
@click.argument("pack", required=False)
@click.option(
    "--format", "form", type=click.Choice(("markdown",)), default="markdown", help=_WORDS.opt_format
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help=_WORDS.opt_out)
@click.pass_obj
def show(common: Common, pack: str | None, form: str, out: Path | None) -> None:
    """Print a pack in a readable form, or write it to a file that is whole or absent."""
    from routewijzer.interchange.markdown import as_markdown

    del form  # markdown is the only one so far
    made = as_markdown(common.load(common.pack_id(pack)))
    if out is None:
        click.echo(made, nl=False)
        return
    try:
        files.write_atomic(out, made.encode())
    except OSError as error:
        raise WrongInput(_WORDS.no_out.format(path=out)) from error
