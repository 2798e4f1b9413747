"""The note field: how long a note is, and what does not fit, are told while it is written."""

import pytest

from routewijzer import text
from routewijzer.desktop.notefield import NoteField
from routewijzer.paper.content import NOTE_LIMIT, NOTE_LINES


@pytest.fixture
def note(theme, show):
    made = NoteField(theme, "Toelichting toevoegen", "Toelichting", "Geen namen.")
    show(made)
    made.button.click()
    return made


def test_the_counter_appears_when_a_note_grows_long(note):
    note.field.setPlainText("a" * 799)
    assert not note.count.isVisible()
    note.field.setPlainText("a" * 800)
    assert note.count.isVisible()
    assert note.count.text().startswith(f"800 van {NOTE_LIMIT}")
    note.field.setPlainText("a" * 100)
    assert not note.count.isVisible()


def test_what_is_too_long_is_told_at_once_and_as_the_paper_counts(note):
    note.field.setPlainText("a" * NOTE_LIMIT + "\n \n")
    assert not note.fault.isVisible()
    note.field.setPlainText("a" * (NOTE_LIMIT + 1))
    words = text.load().paper
    assert note.fault.isVisible()
    assert note.fault.text() == words.fout_toelichting.format(aantal=NOTE_LIMIT + 1, hoogstens=NOTE_LIMIT)
    note.field.setPlainText("a\n" * (NOTE_LINES + 1))
    assert note.fault.text() == words.fout_regels.format(aantal=NOTE_LINES + 1, hoogstens=NOTE_LINES)
    note.field.setPlainText("a")
    assert not note.fault.isVisible()


def test_a_note_of_another_intake_leaves_no_count(note):
    note.field.setPlainText("a" * (NOTE_LIMIT + 1))
    note.set_note("")
    assert not note.count.isVisibleTo(note)
    assert not note.fault.isVisibleTo(note)
