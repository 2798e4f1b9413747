"""`routing-app rules`: check packs, show them, compare them."""

from __future__ import annotations

import click

from routewijzer import text
from routewijzer.commands.rules_check import check
from routewijzer.commands.rules_diff import diff
from routewijzer.commands.rules_show import show

_WORDS = text.load().cli


@click.group(help=_WORDS.rules)
def rules() -> None:
    """Group the commands of rule packs."""


for _command in (check, show, diff):
    rules.add_command(_command)
