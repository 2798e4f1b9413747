"""Files that are whole or absent: written beside, synced, renamed; and locks that die with their process."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
import time
from pathlib import Path
from typing import Final, Literal, Self

OWNER_FOLDER: Final = 0o700
OWNER_FILE: Final = 0o600

Trouble = Literal["vol", "toegang", "map", "weg", "anders"]

_TROUBLES: Final[dict[str, Trouble]] = {
    "ENOSPC": "vol", "EDQUOT": "vol", "EFBIG": "vol", "EACCES": "toegang", "EPERM": "toegang",
    "EROFS": "toegang", "EISDIR": "toegang", "ENOTDIR": "map", "EEXIST": "map", "ENAMETOOLONG": "map",
    "ENOENT": "weg",
}  # fmt: skip


def trouble(error: OSError) -> Trouble:
    """Return what kind of trouble the disk has: the name of a text in [disk] of the texts."""
    return _TROUBLES.get(errno.errorcode.get(error.errno or 0, ""), "anders")


def owner_folder(folder: Path) -> None:
    """Make `folder` and what lies above it, open to its owner only, and put the new names on disk.

    An existing folder is closed to others as well.

    Raises:
        OSError: where it cannot be made, is no folder, or belongs to somebody else.
    """
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        with contextlib.suppress(FileExistsError):  # another window may be as quick
            part.mkdir(mode=OWNER_FOLDER)
        sync_folder(part.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "no folder", str(folder))
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(OWNER_FOLDER)


def sync_folder(folder: Path) -> None:
    """Put the names in `folder` on disk. Windows does this by itself and cannot open a folder.

    Raises:
        OSError: where the disk fails.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_atomic(path: Path, data: bytes, mode: int = OWNER_FILE) -> None:
    """Write `data` as the whole of `path`: whoever looks sees the old file or the new one, never a part.

    On return the bytes and the name are on disk.

    Raises:
        OSError: where that fails; `path` is then as it was and nothing is left beside it.
    """
    if not path.name:
        raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
    if path.exists() and not (path.is_file() or path.is_dir()):  # a device or a pipe is no file to replace
        raise OSError(errno.EINVAL, "no regular file", str(path))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


class Lock:
    """A lock of the operating system on a small empty file; kill -9 and a power cut let it go."""

    def __init__(self, path: Path, handle: int) -> None:
        """Hold an open, locked handle: made by `take`, not by hand."""
        self._path, self._handle = path, handle

    @classmethod
    def take(cls, path: Path, wait: float = 0.0) -> Lock | None:
        """Return the lock on `path`, or None where another holds it for longer than `wait` seconds.

        Raises:
            OSError: where the file cannot be made or the file system knows no locks.
        """
        until = time.monotonic() + wait
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_FILE)
            if _lock(handle):
                if _same_file(handle, path):
                    return cls(path, handle)
                os.close(handle)  # its last holder took the name away meanwhile
                continue
            os.close(handle)
            if time.monotonic() >= until:
                return None
            time.sleep(0.01)

    @staticmethod
    def held(path: Path) -> bool:
        """Return whether somebody, in this process or another, holds the lock on `path` now."""
        try:
            handle = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            return not _lock(handle)
        finally:
            os.close(handle)

    def release(self) -> None:
        """Take the file away and let the lock go. Releasing twice does nothing."""
        if self._handle < 0:
            return
        with contextlib.suppress(OSError):  # Windows keeps the name of an open file
            self._path.unlink()
        os.close(self._handle)
        self._handle = -1

    def __enter__(self) -> Self:
        """Return the lock itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Release it."""
        self.release()


def _same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> bool:
    """Lock without waiting; False where another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
