"""`routing-app rules diff`: what changed between two packs, and cases whose advice differs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from routewijzer import text
from routewijzer.commands.common import Common, WrongInput, interruptible
from routewijzer.rules import folders

if TYPE_CHECKING:
    from routewijzer.proof.compare import Comparison
    from routewijzer.rules.model import RulePack

_WORDS = text.load().diff


@click.command("diff", help=_WORDS.help)
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@click.option("--json", "as_json", is_flag=True, help=text.load().cli.opt_json)
@click.pass_obj
def diff(common: Common, old: str, new: str, *, as_json: bool) -> None:
    """Tell what changed from one pack to another: words first, then what it does to advice."""
    from routewijzer.commands.diffwords import as_json as cases_json
    from routewijzer.commands.diffwords import as_text as cases_text
    from routewijzer.interchange import differences as found
    from routewijzer.interchange.differencewords import as_text

    before, after = _pack(common, old), _pack(common, new)
    with interruptible():
        changes, compared = found.differences(before, after), _compared(before, after)
    if as_json:
        made = found.as_json(changes) | cases_json(compared)
        click.echo(json.dumps(made, indent=2, ensure_ascii=False))
        return
    click.echo(as_text(changes), nl=False)
    if compared is not None:
        click.echo("\n" + cases_text(compared, before, after), nl=False)


def _compared(old: RulePack, new: RulePack) -> Comparison | None:
    """Return the comparison of all advice; None where it cannot be made: stderr says why."""
    try:
        from routewijzer.proof.compare import compare
        from routewijzer.proof.search import Undecided
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        click.echo(_WORDS.no_solver, err=True)
        return None
    try:
        return compare(old, new)
    except Undecided as error:
        click.echo(_WORDS.undecided.format(reason=error), err=True)
        return None


def _pack(common: Common, name: str) -> RulePack:
    """Return the pack of `PACK`, `PACK@VERSION`, a bare `VERSION` of the chosen pack, or a pack's folder.

    Raises:
        WrongInput: where it is none of these, or cannot be used.
    """
    pack, version = folders.split(name)
    present = folders.available(common.rules)
    if pack in present:
        return common.load(pack, version)
    if folders.is_version(name):
        return common.load(common.pack_id(), name)
    path = Path(name)
    if (path / folders.HEAD).is_file():
        return _at(path.resolve())
    accepted = ", ".join(present) or text.load().faults.nothing
    raise WrongInput(_WORDS.no_pack.format(got=name, accepted=accepted))


def _at(path: Path) -> RulePack:
    """Return the pack in a folder; its parents lie beside it."""
    from routewijzer.rules.load import PackError, load_pack

    older = folders.is_older(path)
    pack, version = (path.parents[1], path.name) if older else (path, None)
    try:
        return load_pack(pack.parent, pack.name, version)
    except PackError as error:
        raise WrongInput(str(error)) from error
