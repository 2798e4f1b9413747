"""`routing-app`: the common options, the groups of commands, and the window where no command is given."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from pathlib import Path
from typing import Protocol

import click
from click.exceptions import NoSuchCommand

from routewijzer import __version__, places, text
from routewijzer.commands.common import Common

_WORDS = text.load().cli

COMMANDS = {
    "advise": "routewijzer.commands.advise:advise",
    "open": "routewijzer.commands.open:open_code",
    "rules": "routewijzer.commands.rules:rules",
    "log": "routewijzer.commands.log:log",
}
"""Each command and where it lives; a module is only imported when its command is asked for."""


class Window(Protocol):
    """What opens the window: pack id or None, folder of packs, data folder, leave after the first paint."""

    def __call__(self, pack: str | None, rules: Path, data: Path, *, leave: bool) -> int:
        """Return the exit status when the window is closed."""


class LazyGroup(click.Group):
    """A group whose commands are imported on first use, so that the window starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return one command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=LazyGroup, invoke_without_command=True, help=_WORDS.root)
@click.option("--pack", metavar="ID", help=_WORDS.opt_pack)
@click.option("--rules", type=click.Path(path_type=Path), metavar="MAP", help=_WORDS.opt_rules)
@click.option("--data", type=click.Path(path_type=Path), metavar="MAP", help=_WORDS.opt_data)
@click.option("--exit-after-first-paint", "leave", is_flag=True, help=_WORDS.opt_leave)
@click.version_option(
    __version__, prog_name="routing-app", message="%(prog)s %(version)s", help=_WORDS.opt_version
)
@click.pass_context
def root(
    context: click.Context, pack: str | None, rules: Path | None, data: Path | None, *, leave: bool
) -> None:
    """Take the common options; open the window, handed over by whoever called, where no command follows."""
    window, common = context.obj, Common(pack, rules or places.rules(), data or places.default_data())
    context.obj = common
    if context.invoked_subcommand is None:
        if window is None:
            raise click.UsageError(_WORDS.no_window)
        context.exit(window(common.pack, common.rules, common.data, leave=leave))


def message(error: click.ClickException) -> str:
    """Return what click found wrong with the call as one Dutch sentence."""
    said = error.format_message()
    match error:
        case click.NoSuchOption():
            said = _WORDS.no_option.format(option=error.option_name)
        case NoSuchCommand(ctx=click.Context(command=click.Group() as group)):
            names = ", ".join(group.list_commands(error.ctx)) if error.ctx else ""
            said = _WORDS.no_command.format(name=error.command_name, accepted=names)
        case click.BadOptionUsage():
            said = _WORDS.no_value.format(name=error.option_name)
        case click.MissingParameter(param=click.Parameter() as param, ctx=click.Context() as context):
            said = _WORDS.missing.format(name=param.make_metavar(context))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            accepted = ", ".join(map(str, choices))
            said = _WORDS.no_choice.format(name="/".join(param.opts), accepted=accepted)
        case click.BadParameter(param=click.Parameter() as param):
            said = _WORDS.bad_value.format(name="/".join(param.opts), problem=error.message)
        case click.UsageError():
            said = _WORDS.wrong_call.format(problem=said.rstrip("."))
    return said


def main(args: list[str] | None = None, window: Window | None = None) -> int:
    """Run the program and return its exit status: 0 done, 1 the check failed, 2 wrong input or call.

    Args:
        args: the words after the program's name; those of this process where None.
        window: opens the window and returns its exit status; without it only commands can be given.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a sign that a terminal cannot show is no reason to stop
            stream.reconfigure(errors="replace")
    try:
        status = root.main(args, prog_name="routing-app", standalone_mode=False, obj=window)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        return 2
    except click.ClickException as error:
        click.echo(message(error), err=True)
        return 2
    except SystemExit:
        # click's own end where whoever read us has gone: nothing is left to say. It is no failed check.
        return 2
    except OSError as error:  # what stdout leads to takes no more
        _let_go()
        click.echo(_WORDS.no_stdout.format(reason=error.strerror), err=True)
        return 2
    return status if isinstance(status, int) else 0


def _let_go() -> None:
    """Send what is still to be written nowhere: Python would try once more at its end, and complain."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
