"""`routing-app open`: the case code from a print, back into a case and its advice."""

from __future__ import annotations

import datetime as dt
import json

import click

from routewijzer import text
from routewijzer.commands.common import Common, WrongInput

_WORDS = text.load().cli


@click.command("open", help=_WORDS.open)
@click.argument("code", metavar="CODE", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=_WORDS.opt_json)
@click.pass_obj
def open_code(common: Common, code: tuple[str, ...], *, as_json: bool) -> None:
    """Print the case and the advice of a code, under the pack version it was made with."""
    from routewijzer.advice.engine import Engine, advice_json
    from routewijzer.advice.shelf import find
    from routewijzer.casecode import CodeError

    try:
        pack, case = find(common.rules, " ".join(code), common.pack)
    except CodeError as error:
        raise WrongInput(str(error)) from None
    common.tell_validity(pack, dt.datetime.now().astimezone().date())
    advice = Engine(pack).advise(case)
    if as_json:
        click.echo(json.dumps({"case": case.to_json(), "advice": advice_json(advice)}, indent=2))
        return
    from routewijzer.paper.plain import as_text

    click.echo(as_text(advice, pack), nl=False)
