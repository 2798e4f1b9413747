"""Open intakes: one small file each, for its owner only, gone when the intake is closed or too old.

A draft holds the case code, a random label of two words, its kind and the page it was at. When it was
last saved is the file's own time. While a window has a draft open it holds a lock on it, so that
another window sees that and keeps off; the lock dies with the window, kill -9 included.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from routewijzer import files, places, text
from routewijzer.journal.entry import KINDS

KEEP_DAYS: Final = 14
_SUFFIX: Final = ".draft"
_LOCK: Final = ".lock"
_LARGEST: Final = 1024
_ID: Final = re.compile(r"[0-9a-f]{16}")
_FORMS: Final = {
    "code": re.compile(r"[0-9A-Z-]{1,80}"),
    "label": re.compile(r"[a-z]{2,20} [a-z]{2,20}"),
    "kind": re.compile("|".join(KINDS)),
    "page": re.compile(r"[a-z0-9_.-]{0,60}"),
}


class DraftError(Exception):
    """A draft cannot be opened or saved; the text is a Dutch sentence for a worker."""


class DraftElsewhere(DraftError):
    """Another window has it open."""


class DraftGone(DraftError):
    """It was closed, is too old, or is not readable."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An intake in progress; `dataclasses.replace` makes the next state of it.

    Raises:
        ValueError: where a field is outside its form.
    """

    id: str
    """16 random hex digits: the name of the file."""
    label: str
    """Two words, to tell drafts apart."""
    code: str
    """The case code: A-Z, 0-9 and hyphens, at most 80."""
    kind: str = "intake"
    """intake | herweging."""
    page: str = ""
    """Where the worker was: an id of at most 60 characters of a-z 0-9 _ . -"""

    def __post_init__(self) -> None:
        for name, form in {"id": _ID, **_FORMS}.items():
            value = getattr(self, name)
            if not (isinstance(value, str) and form.fullmatch(value)):
                raise ValueError(f"{name} is {value!r}; accepted: {form.pattern}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A draft as the start page offers it."""

    draft: Draft
    saved: dt.datetime
    """When it was last saved, local time."""
    elsewhere: bool
    """Whether another window has it open."""


class Drafts:
    """The drafts in a data folder, seen from one window. Use as a context manager or with `close`.

    Raises:
        DraftError: where the folder cannot be made.
    """

    def __init__(self, data: Path) -> None:
        """Take the data folder; the drafts live in a folder of their own inside it."""
        self._folder = places.drafts(data)
        self._mine: dict[str, files.Lock] = {}
        self.notice: str | None = None
        """After `list`: a sentence where files were skipped."""
        with self._saving():
            files.owner_folder(self._folder)

    def new(self, code: str, kind: str = "intake") -> Draft:
        """Return a new draft on disk, open in this window, with a label no other draft has.

        Raises:
            DraftError: where it cannot be saved.
            ValueError: where code or kind is outside its form.
        """
        taken = {listed.draft.label for listed in self.list()}
        words = text.load().drafts
        free = [
            label
            for first in words.bijvoeglijk
            for second in words.zelfstandig
            if (label := f"{first} {second}") not in taken
        ]
        taken_too = [f"{words.bijvoeglijk[0]} {words.zelfstandig[0]}"]
        draft = Draft(secrets.token_hex(8), secrets.choice(free or taken_too), code, kind)
        self._write(draft)
        return draft

    def list(self) -> tuple[Listed, ...]:
        """Return the readable drafts, last saved first; `notice` tells of files that are none.

        Raises:
            DraftError: where the folder cannot be read.
        """
        found, skipped = [], 0
        with self._saving():
            files.owner_folder(self._folder)  # somebody may have taken it away
            paths = sorted(self._folder.iterdir())
        for path in paths:
            if path.name.startswith(".") or path.suffix == _LOCK:
                continue
            draft = self._read(path)
            if draft is None:
                skipped += path.exists()
                continue
            with contextlib.suppress(OSError):  # closed this very moment
                saved = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
                found.append(Listed(draft, saved, self._elsewhere(draft.id)))
        words = text.load().drafts
        self.notice = words.onleesbaar.format(aantal=skipped, map=self._folder) if skipped else None
        return tuple(sorted(found, key=lambda listed: listed.saved, reverse=True))

    def open(self, draft_id: str) -> Draft:
        """Return the draft and hold it for this window until `release`, `remove` or `close`.

        Raises:
            DraftElsewhere: where another window has it open.
            DraftGone: where it is no more.
        """
        path = self._path(draft_id)
        if not path.exists():
            raise DraftGone(text.load().drafts.weg)
        with self._saving():
            self._claim(draft_id)
        draft = self._read(path)
        if draft is None:
            self.release(draft_id)
            raise DraftGone(text.load().drafts.weg)
        return draft

    def save(self, draft: Draft) -> None:
        """Put the draft on disk whole; on return it survives a power cut. Only of an open draft.

        Raises:
            DraftGone: where this window does not have it open (any more).
            DraftError: where the disk refuses; what was saved before stays.
        """
        if draft.id not in self._mine:
            raise DraftGone(text.load().drafts.weg)
        self._write(draft)

    def release(self, draft_id: str) -> None:
        """Let the draft go and keep it. Of a draft that is not open here: nothing."""
        lock = self._mine.pop(draft_id, None)
        if lock is not None:
            lock.release()

    def remove(self, draft_id: str) -> None:
        """Take the draft away for good: its intake is closed. Of one that is gone: nothing.

        Raises:
            DraftElsewhere: where another window has it open.
            DraftError: where the disk refuses.
        """
        with self._saving():
            self._claim(draft_id)
            self._unlink(draft_id)
        self.release(draft_id)

    def expire(self, days: int = KEEP_DAYS) -> int:
        """Take drafts away that were last saved more than `days` days ago; return how many.

        One that is open in any window stays until that window lets it go. What a crash left half
        written goes too.

        Raises:
            DraftError: where the disk refuses.
        """
        before = dt.datetime.now().astimezone().timestamp() - days * 86400
        gone = 0
        with self._saving():
            for path in self._folder.glob(f"*{_SUFFIX}"):
                ours = _ID.fullmatch(path.stem) and path.is_file() and path.stem not in self._mine
                with contextlib.suppress(DraftElsewhere, FileNotFoundError):
                    if ours and path.stat().st_mtime < before:
                        self.remove(path.stem)
                        gone += 1
            for path in self._folder.glob(f".*{_SUFFIX}.*.tmp"):
                with contextlib.suppress(FileNotFoundError):
                    if path.stat().st_mtime < before:
                        path.unlink()
        return gone

    def close(self) -> None:
        """Let go of all drafts of this window; they stay on disk."""
        for draft_id in tuple(self._mine):
            self.release(draft_id)

    def __enter__(self) -> Self:
        """Return the drafts themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close them."""
        self.close()

    def _path(self, draft_id: str) -> Path:
        if not _ID.fullmatch(draft_id):
            raise DraftGone(text.load().drafts.weg)
        return self._folder / f"{draft_id}{_SUFFIX}"

    def _elsewhere(self, draft_id: str) -> bool:
        return draft_id not in self._mine and files.Lock.held(self._folder / f"{draft_id}{_LOCK}")

    def _claim(self, draft_id: str) -> None:
        if draft_id in self._mine:
            return
        lock = files.Lock.take(self._path(draft_id).with_suffix(_LOCK), wait=0.3)
        if lock is None:
            raise DraftElsewhere(text.load().drafts.elders)
        self._mine[draft_id] = lock

    def _write(self, draft: Draft) -> None:
        fields = asdict(draft)
        del fields["id"]
        with self._saving():
            self._claim(draft.id)
            files.write_atomic(self._path(draft.id), json.dumps(fields).encode())

    def _read(self, path: Path) -> Draft | None:
        """Return the draft in `path`, or None where it holds none."""
        try:
            if path.suffix != _SUFFIX or path.stat().st_size > _LARGEST:
                return None
            fields = json.loads(path.read_bytes())
            return Draft(id=path.stem, **fields)
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def _unlink(self, draft_id: str) -> None:
        """Take the file and whatever a crash left beside it."""
        for path in (self._path(draft_id), *self._folder.glob(f".{draft_id}{_SUFFIX}.*.tmp")):
            path.unlink(missing_ok=True)
        files.sync_folder(self._folder)

    @contextlib.contextmanager
    def _saving(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise DraftError(text.load().drafts.opslaan.format(map=self._folder)) from error
