"""The file of the log: what is appended is on disk, whatever happens next."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Self, cast

from routewijzer import files, text
from routewijzer.journal import faults
from routewijzer.journal.entry import COLUMNS, Entry, EntryFault
from routewijzer.journal.faults import JournalError
from routewijzer.journal.table import INSERT, KEY_LOWEST, ORDER, SELECT, TABLE, VERSION

FOLDER: Final = "log"
"""The folder of the log inside the data folder: ours alone, so that it can be closed to others."""
_SIDES: Final = ("-wal", "-shm", "")
"""Files beside a database, the database itself last: a crash in between loses the name of none."""


class Journal:
    """The log in a data folder, made where there is none.

    Several windows and commands may use it at once. Use it from one thread, as a context manager or
    with `close`.

    Raises:
        JournalError: where it cannot be opened; the file is then as it was.
    """

    def __init__(self, data: Path, wait: float = 10.0) -> None:
        """Open the log of the data folder `data`; wait up to `wait` seconds for other windows."""
        self.path = data / FOLDER / "log.db"
        self.notice: str | None = None
        """A sentence for the worker where the log was damaged and a new one was started."""
        self._wait = wait
        self._made: os.stat_result | None = None
        self._conn = self._open()

    def append(self, entry: Entry) -> None:
        """Put a row in the log. On return it is committed and on disk.

        Raises:
            JournalError: where it is not in the log: full, read-only, busy or damaged.
        """
        key = secrets.randbits(62) | KEY_LOWEST
        self._follow()
        for last in (False, True):
            try:
                self._conn.execute(INSERT, (key, *entry.cells()))
            except sqlite3.Error as error:
                retry = faults.is_damaged(error) or faults.is_busy(error)
                if last or not retry:
                    raise faults.of_sqlite(error, self.path) from error
                if faults.is_damaged(error):
                    self._reopen()
            else:
                return

    def rows(self, month: str | None = None, besluit: str | None = None) -> tuple[Entry, ...]:
        """Return the rows, by month and content; only those of `month` (YYYY-MM) and `besluit` where given.

        Raises:
            JournalError: where the log cannot be read or a row is outside the closed forms.
        """
        wanted = {"month": month, "besluit": besluit}
        given = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name} = :{name}" for name in given)
        try:
            return tuple(Entry.from_row(row) for row in self._read(f" WHERE {where}" if where else "", given))
        except EntryFault as error:
            raise JournalError("rij_fout", self.path) from error

    def count(self) -> int:
        """Return the number of rows.

        Raises:
            JournalError: where the log cannot be read.
        """
        ((number,),) = self._query(f"SELECT count(*) FROM {TABLE}")  # noqa: S608 - our name
        return cast("int", number)

    def verify(self) -> list[str]:
        """Return the faults of the log, each as a Dutch sentence; none where all is well.

        The file itself, its form (no column, table or trigger of somebody else) and every row.

        Raises:
            JournalError: where the log cannot be read at all.
        """
        from routewijzer.journal import schema

        words = text.load().journal
        pages = [str(row[0]) for row in self._query("PRAGMA integrity_check")]
        with self._guard():
            here, right = schema.shape(self._conn), schema.expected_shape()
        found = [words.bestand_fout.format(fout=fault) for fault in pages if fault != "ok"]
        strange = {name for name in here.keys() | right.keys() if here.get(name) != right.get(name)}
        found += [words.bouw.format(naam=name) for name in sorted(strange)]
        if TABLE in strange:
            return found
        for row in self._read():
            try:
                Entry.from_row(row)
            except EntryFault as error:
                found.append(words.rij.format(maand=row["month"], fout=error))
        return found

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""
        self._conn.close()

    def __enter__(self) -> Self:
        """Return the log itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @contextlib.contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise faults.of_sqlite(error, self.path) from error

    def _query(self, sql: str, values: Mapping[str, str] | None = None) -> list[tuple[object, ...]]:
        self._follow()
        with self._guard():
            return self._conn.execute(sql, values or {}).fetchall()

    def _read(self, where: str = "", values: Mapping[str, str] | None = None) -> list[dict[str, object]]:
        return [dict(zip(COLUMNS, row, strict=True)) for row in self._query(SELECT + where + ORDER, values)]

    def _reopen(self) -> None:
        self._conn.close()
        self._made = None  # where opening fails now, the next call tries again
        self._conn = self._open()

    def _follow(self) -> None:
        """Open the file anew where another window set the old one aside, or somebody took it away."""
        try:
            same = self._made is not None and os.path.samestat(self._made, self.path.stat())
        except OSError:
            same = False
        if not same:
            self._reopen()

    def _open(self) -> sqlite3.Connection:
        """Open, repair or make the file while no other window does the same."""
        try:
            files.owner_folder(self.path.parent)
            lock = files.Lock.take(self.path.with_suffix(".lock"), self._wait)
            if lock is None:
                raise JournalError("bezet", self.path)
            with lock:
                conn = self._connect() or self._connect_anew()
                self._made = self.path.stat()
        except OSError as error:
            raise faults.of_system(error, self.path) from error
        return conn

    def _connect_anew(self) -> sqlite3.Connection:
        self.notice = text.load().journal.apart_gezet.format(bestand=self._set_aside().name)
        conn = self._connect()
        if conn is None:  # a fresh file cannot be damaged, unless the disk is
            raise JournalError("beschadigd", self.path)
        return conn

    def _connect(self) -> sqlite3.Connection | None:
        """Return a connection that is ready, or None where the file is damaged."""
        with contextlib.suppress(FileExistsError):
            os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.OWNER_FILE))
            files.sync_folder(self.path.parent)
        with self._guard():
            conn = sqlite3.connect(self.path, timeout=self._wait, isolation_level=None)
        try:
            if self._prepare(conn):
                return conn
        except sqlite3.Error as error:
            conn.close()
            if not faults.is_damaged(error):
                raise faults.of_sqlite(error, self.path) from error
        except JournalError:
            conn.close()
            raise
        conn.close()
        return None

    def _prepare(self, conn: sqlite3.Connection) -> bool:
        """Set the connection up and bring the table up to date; False where the file is damaged."""
        for pragma in ("synchronous = FULL", "secure_delete = ON", "trusted_schema = OFF"):
            conn.execute(f"PRAGMA {pragma}")
        if conn.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
            raise JournalError("schrijven", self.path)
        # A healthy file with one bad row is not damaged: `verify` names the row.
        conn.execute("PRAGMA ignore_check_constraints = ON")
        healthy = conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        conn.execute("PRAGMA ignore_check_constraints = OFF")
        if not healthy:
            return False
        version = int(conn.execute("PRAGMA user_version").fetchone()[0])
        if version > VERSION:
            raise JournalError("nieuwer", self.path)
        if version < VERSION:
            from routewijzer.journal import schema

            schema.migrate(conn)
        return True

    def _set_aside(self) -> Path:
        """Give the damaged file a name of its own, never one that is taken; return it."""
        number = 1
        while True:
            target = self.path.with_name(f"log-beschadigd-{number}.db")
            if not any(target.with_name(target.name + side).exists() for side in _SIDES):
                break
            number += 1
        for side in _SIDES:
            with contextlib.suppress(FileNotFoundError):
                self.path.with_name(self.path.name + side).rename(target.with_name(target.name + side))
        files.sync_folder(self.path.parent)
        return target
