import errno
import os
import threading

import pytest

from routewijzer import files


def test_a_write_replaces_the_whole_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "x"
    for body in (b"long" * 99, b"", b"short"):
        files.write_atomic(path, body)
        assert path.read_bytes() == body
        assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_what_was(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "inside").write_text("kept")
    with pytest.raises(OSError):
        files.write_atomic(tmp_path / "x", b"new")
    assert [path.name for path in tmp_path.rglob("*")] == ["x", "inside"]


def test_a_lock_is_held_by_one_and_free_after(tmp_path):
    path = tmp_path / "x.lock"
    assert not files.Lock.held(path)
    first = files.Lock.take(path)
    assert files.Lock.held(path)
    assert files.Lock.take(path) is None
    first.release()
    first.release()
    assert not files.Lock.held(path)
    with files.Lock.take(path):
        assert files.Lock.take(path, wait=0.02) is None
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the name of an open file")
def test_a_lock_on_a_name_that_was_taken_away_is_no_lock(tmp_path, monkeypatch):
    path = tmp_path / "x.lock"
    real = files._lock

    def slow(handle):
        if path.exists():
            path.unlink()  # as the last holder does, between our open and our lock
        monkeypatch.setattr(files, "_lock", real)
        return real(handle)

    monkeypatch.setattr(files, "_lock", slow)
    with files.Lock.take(path):
        assert path.exists()
        assert files.Lock.held(path)


def test_many_threads_never_hold_a_lock_together(tmp_path):
    inside, most, turns = [], [], []

    def work():
        for _ in range(20):
            with files.Lock.take(tmp_path / "x.lock", wait=60):
                inside.append(1)
                most.append(len(inside))
                inside.pop()
                turns.append(1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(turns) == 80
    assert max(most) == 1


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, "vol"),
        (errno.EACCES, "toegang"),
        (errno.ENOTDIR, "map"),
        (errno.ENOENT, "weg"),
        (errno.EIO, "anders"),
        (None, "anders"),
    ],
)
def test_trouble_has_a_name(number, kind):
    assert files.trouble(OSError(number, "x")) == kind
