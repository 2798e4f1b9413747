import os
import stat
import time
from dataclasses import replace

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from routewijzer import text
from routewijzer.journal.drafts import Draft, DraftElsewhere, DraftError, DraftGone, Drafts

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and kill -9 are POSIX")
CODE = "ABCDE-12345-XYZ00"


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def drafts(data):
    with Drafts(data) as made:
        yield made


def names(folder):
    return sorted(path.name for path in (folder / "drafts").iterdir())


def age(folder, draft, days):
    path = folder / "drafts" / f"{draft.id}.draft"
    then = time.time() - days * 86400
    os.utime(path, (then, then))


def test_a_new_draft_is_on_disk_and_listed(drafts):
    draft = drafts.new(CODE)
    (listed,) = drafts.list()
    assert listed.draft == draft
    assert (draft.code, draft.kind, draft.page) == (CODE, "intake", "")
    assert abs(time.time() - listed.saved.timestamp()) < 3600
    assert not listed.elsewhere


def test_a_label_is_two_words_of_the_lists_and_never_taken_twice(drafts):
    words = text.load().drafts
    labels = [drafts.new(CODE).label for _ in range(25)]
    assert len(set(labels)) == 25
    for label in labels:
        first, second = label.split()
        assert first in words.bijvoeglijk
        assert second in words.zelfstandig


def test_the_word_lists_make_good_labels():
    words = text.load().drafts
    for some in (words.bijvoeglijk, words.zelfstandig):
        assert len(set(some)) == len(some) > 40
        for word in some:
            Draft("0" * 16, f"{word} {word}", CODE)


@POSIX
def test_only_the_owner_sees_drafts(drafts, data):
    draft = drafts.new(CODE)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (data / "drafts").iterdir()}
    assert modes == {f"{draft.id}.draft": 0o600, f"{draft.id}.lock": 0o600}
    assert stat.S_IMODE((data / "drafts").stat().st_mode) == 0o700


def test_what_is_saved_is_what_opens_in_the_next_window(drafts, data):
    draft = replace(drafts.new(CODE, "herweging"), code="NIEUW-99", page="stap_3.gesprek")
    drafts.save(draft)
    drafts.close()
    with Drafts(data) as next_window:
        assert next_window.open(draft.id) == draft


@given(
    st.from_regex(r"[0-9A-Z-]{1,80}", fullmatch=True),
    st.sampled_from(("intake", "herweging")),
    st.from_regex(r"[a-z0-9_.-]{0,60}", fullmatch=True),
)
def test_every_draft_comes_back_whole(tmp_path_factory, code, kind, page):
    folder = tmp_path_factory.mktemp("drafts")
    with Drafts(folder) as window:
        draft = replace(window.new(code, kind), page=page)
        window.save(draft)
        assert window.list()[0].draft == draft


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "jan de vries"},
        {"code": ""},
        {"label": "Jan de Vries"},
        {"label": "een"},
        {"kind": "les"},
        {"page": "x" * 61},
        {"page": "Jan"},
        {"id": "../../etc/x"},
        {"id": ""},
    ],
)
def test_a_draft_has_no_room_for_more(changes):
    fields = {"id": "0" * 16, "label": "groene appel", "code": CODE, "kind": "intake", "page": ""}
    with pytest.raises(ValueError, match="accepted"):
        Draft(**(fields | changes))


def test_several_are_open_and_the_last_saved_comes_first(drafts, data):
    first, second, third = (drafts.new(f"CODE{n}") for n in range(3))
    for draft, days in ((first, 2), (second, 0), (third, 1)):
        age(data, draft, days)
    assert [listed.draft for listed in drafts.list()] == [second, third, first]


def test_a_closed_intake_leaves_nothing(drafts, data):
    draft = drafts.new(CODE)
    drafts.remove(draft.id)
    assert names(data) == []
    assert drafts.list() == ()
    drafts.remove(draft.id)
    with pytest.raises(DraftGone, match="is er niet meer"):
        drafts.save(draft)
    with pytest.raises(DraftGone):
        drafts.open(draft.id)
    assert names(data) == []


def test_an_id_from_elsewhere_opens_no_other_file(drafts, data):
    (data / "secret.draft").write_text("x")
    with pytest.raises(DraftGone):
        drafts.open("../secret")


# ---- two windows


def test_a_second_window_sees_a_draft_as_open_elsewhere_and_keeps_off(drafts, data):
    draft = drafts.new(CODE)
    with Drafts(data) as other:
        assert [listed.elsewhere for listed in other.list()] == [True]
        for act in (lambda: other.open(draft.id), lambda: other.remove(draft.id)):
            with pytest.raises(DraftElsewhere, match="ander venster"):
                act()
        with pytest.raises(DraftGone):
            other.save(replace(draft, code="OTHER"))
        assert drafts.list()[0].draft == draft
        drafts.release(draft.id)
        assert [listed.elsewhere for listed in other.list()] == [False]
        assert other.open(draft.id) == draft
        with pytest.raises(DraftElsewhere):
            drafts.open(draft.id)


def test_a_window_that_let_go_cannot_write_over_the_next(drafts, data):
    draft = drafts.new(CODE)
    drafts.release(draft.id)
    with Drafts(data) as other:
        later = replace(other.open(draft.id), code="LATER")
        other.save(later)
        with pytest.raises(DraftGone):
            drafts.save(draft)
        assert other.list()[0].draft == later


# ---- kill -9


def check_kills(data, times):
    for turn in range(1, times + 1):
        program = samples.start("save_drafts.py", data)
        lines = [program.stdout.readline() for _ in range(10)]
        ident = lines[0].split()[0]
        with Drafts(data) as window:
            assert {listed.draft.id for listed in window.list() if listed.elsewhere} == {ident}
        lines += samples.kill(program)
        last_safe = int(lines[-1].split()[1][1:])
        with Drafts(data) as window:
            assert [listed for listed in window.list() if listed.elsewhere] == []
            assert len(window.list()) == turn
            assert window.notice is None
            kept = int(window.open(ident).code[1:])
            assert last_safe <= kept <= last_safe + 1


@POSIX
def test_a_saved_draft_survives_kill_9_and_is_free_again(data):
    check_kills(data, 4)


@POSIX
@pytest.mark.slow
def test_drafts_survive_a_hundred_kills(data):
    check_kills(data, 100)


# ---- old ones


def test_drafts_go_after_14_days(drafts, data):
    old, young = drafts.new(CODE), drafts.new(CODE)
    age(data, old, 14.01)
    age(data, young, 13.99)
    drafts.close()
    assert drafts.expire() == 1
    assert [listed.draft for listed in drafts.list()] == [young]
    assert names(data) == [f"{young.id}.draft"]


def test_an_old_draft_that_is_open_anywhere_stays(drafts, data):
    draft = drafts.new(CODE)
    age(data, draft, 30)
    with Drafts(data) as other:
        assert other.expire() == 0
    assert drafts.expire() == 0
    drafts.close()
    assert drafts.expire() == 1


def test_what_a_crash_left_half_written_goes_with_its_draft_or_with_time(drafts, data):
    draft = drafts.new(CODE)
    own, strange = f".{draft.id}.draft.aa.tmp", f".{'0' * 16}.draft.bb.tmp"
    for name in (own, strange):
        (data / "drafts" / name).write_text("{")
    assert [listed.draft for listed in drafts.list()] == [draft]
    drafts.remove(draft.id)
    assert names(data) == [strange]
    os.utime(data / "drafts" / strange, (0, 0))
    drafts.expire()
    assert names(data) == []


# ---- rubbish

RUBBISH = [
    b"",
    b"\xff\xfe",
    b"{",
    b"[]",
    b"3",
    b"null",
    b'{"code": "A"}',
    b"[" * 1000,
    b"x" * 5000,
    b'{"code": "A", "label": "groene appel", "kind": "intake", "page": "", "naam": "Jan"}',
    b'{"code": 3, "label": "groene appel", "kind": "intake", "page": ""}',
    b'{"id": "0", "code": "A", "label": "groene appel", "kind": "intake", "page": ""}',
]


@pytest.mark.parametrize("body", RUBBISH, ids=lambda body: repr(body[:40]))
def test_a_file_that_is_no_draft_is_skipped_with_a_word(drafts, data, body):
    good = drafts.new(CODE)
    bad = data / "drafts" / f"{'0' * 16}.draft"
    bad.write_bytes(body)
    assert [listed.draft for listed in drafts.list()] == [good]
    assert drafts.notice.startswith("1 bestand(en) in ")
    with pytest.raises(DraftGone):
        drafts.open("0" * 16)
    assert bad.read_bytes() == body
    os.utime(bad, (0, 0))
    assert drafts.expire() == 1
    assert [listed.draft for listed in drafts.list()] == [good]
    assert drafts.notice is None


def test_a_strange_file_or_folder_is_skipped_and_left_alone(drafts, data):
    (data / "drafts" / "notes.txt").write_text("x")
    (data / "drafts" / f"{'1' * 16}.draft").mkdir()
    assert drafts.list() == ()
    assert drafts.notice.startswith("2 bestand(en)")
    for path in (data / "drafts").iterdir():
        os.utime(path, (0, 0))
    assert drafts.expire() == 0
    assert len(names(data)) == 2


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "data").write_text("x")
    with pytest.raises(DraftError, match="kan niet worden bewaard"):
        Drafts(tmp_path / "data")


@POSIX
def test_a_disk_that_refuses_keeps_what_was_saved(drafts, data):
    draft = drafts.new(CODE)
    program = samples.start("save_small_disk.py", data)
    drafts.release(draft.id)
    out, err = program.communicate(draft.id + "\n", timeout=60)
    assert (program.returncode, out) == (0, "De intake kan niet worden bewaard\n"), err
    assert drafts.open(draft.id) == draft
    assert names(data) == [f"{draft.id}.draft", f"{draft.id}.lock"]
