"""What the commands share: the common options, how packs are found, how wrong input is told."""

from __future__ import annotations

import contextlib
import datetime as dt
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from routewijzer import text

if TYPE_CHECKING:
    from routewijzer.advice.engine import Engine
    from routewijzer.case import CaseReader
    from routewijzer.journal.store import Journal
    from routewijzer.rules.model import RulePack
    from routewijzer.settings import Settings


class WrongInput(click.ClickException):
    """The call or its input is wrong: one clear message on stderr, exit 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Print the message as it is."""
        click.echo(self.format_message(), err=True)


@dataclass
class Common:
    """The common options, and what was loaded with them."""

    pack: str | None
    """`--pack`, or None where it was not given."""
    rules: Path
    data: Path
    _engines: dict[str, Engine] = field(default_factory=dict)
    _readers: dict[str, CaseReader] = field(default_factory=dict)
    _settings: Settings | None = None
    _told: set[tuple[str, str]] = field(default_factory=set)

    def settings(self) -> Settings:
        """Return the user's settings.

        Raises:
            WrongInput: where the settings file is damaged.
        """
        from routewijzer.settings import SettingsFault, load

        if self._settings is None:
            try:
                self._settings = load(self.data)
            except SettingsFault as error:
                raise WrongInput(str(error)) from error
        return self._settings

    def pack_id(self, asked: str | None = None) -> str:
        """Return the id of the pack: `--pack`, else what the case asked for, else the settings' pack."""
        return self.pack or asked or self.settings().pack

    def load(self, pack: str, version: str | None = None) -> RulePack:
        """Return a pack.

        Raises:
            WrongInput: with every fault of a pack that cannot be used.
        """
        from routewijzer.rules.load import PackError, load_pack

        try:
            return load_pack(self.rules, pack, version)
        except PackError as error:
            raise WrongInput(str(error)) from error

    def engine(self, pack: str) -> Engine:
        """Return the engine of a pack, made once.

        Raises:
            WrongInput: with every fault of a pack that cannot be used.
        """
        from routewijzer.advice.engine import Engine

        if pack not in self._engines:
            self._engines[pack] = Engine(self.load(pack))
        return self._engines[pack]

    def reader(self, pack: str) -> CaseReader:
        """Return the reader of cases of a pack, made once."""
        from routewijzer.case import CaseReader

        if pack not in self._readers:
            self._readers[pack] = CaseReader(self.engine(pack).pack)
        return self._readers[pack]

    def journal(self) -> Journal:
        """Return the log of the data folder; what it has to say goes to stderr.

        Raises:
            WrongInput: where it cannot be opened.
        """
        from routewijzer.journal.faults import JournalError
        from routewijzer.journal.store import Journal

        try:
            journal = Journal(self.data)
        except JournalError as error:
            raise WrongInput(str(error)) from error
        if journal.notice:
            click.echo(journal.notice, err=True)
        return journal

    def tell_validity(self, pack: RulePack, day: dt.date) -> None:
        """Say on stderr, once for a pack, that it does not count yet or any more on a day."""
        if pack.valid_on(day) or (pack.id, pack.version) in self._told:
            return
        self._told.add((pack.id, pack.version))
        words = text.load().cli
        said = words.pack_early if day < pack.valid_from else words.pack_late
        gaps = {"start": pack.valid_from, "end": pack.valid_until, "day": day}
        click.echo(said.format(pack=pack.id, version=pack.version, **gaps), err=True)


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl C end the program at once: a solver that is interrupted half-way would print a traceback.

    Nothing is written meanwhile.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def date_option(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.date:
    """Return the date of `--date`, today where it was not given."""
    if value is None:
        return dt.datetime.now().astimezone().date()
    try:
        made = dt.date.fromisoformat(value)
    except ValueError:
        made = None
    if made is None or made.isoformat() != value:  # fromisoformat takes other forms too
        raise WrongInput(text.load().cli.date.format(got=value))
    return made
