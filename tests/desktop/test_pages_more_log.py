"""The log page in the real window: keys, filters, saving, checking, any size and theme."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from logrows import row, write
from routewijzer.desktop.widgets.bars import CountBar
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.journal.store import FOLDER

ROWS = (
    row(),
    row(besluit="afsluiten", urgentie="geen", providers=()),
    row(month="2026-10", providers=("blijf_groep", "mda", "veilig_thuis"), kind="herweging"),
    row(month="2026-09", besluit="noodhulp", urgentie="nu", flags="3 en meer"),
)


def texts(root):
    QApplication.processEvents()  # what was added is shown by a posted request
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


@pytest.fixture
def page(open_window, tmp_path):
    """Open the log page of a log with these rows."""

    def opened(*rows, **kwargs):
        write(tmp_path, *rows)
        window = open_window(**kwargs)
        window.bridge.show("logboek")
        return window.page()

    return opened


def test_rows_are_walked_through_and_open_nothing(page, press):
    shown = page(*ROWS)
    assert QApplication.focusWidget() is shown.table.rows[0]
    press(Qt.Key.Key_Down)
    assert shown.table.rows[1].hasFocus()
    press(Qt.Key.Key_Return)
    assert shown.bridge.session.place == "logboek"
    assert shown.bridge.session.intake is None
    assert "4 van 4 intakes" in texts(shown)


def test_a_filter_keeps_the_focus_and_counts(page, press):
    shown = page(*ROWS)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)  # Ctrl K leads to the knowledge page
    assert shown.bridge.session.place == "kennis"
    shown.bridge.show("logboek")
    shown.to_search()
    assert QApplication.focusWidget() is shown.boxes[0]
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is shown.boxes[0]
    assert [item.view.cells[0].text for item in shown.table.rows] == ["nov 2026", "nov 2026"]
    assert "2 van 4 intakes" in texts(shown)
    shown.boxes[1].setCurrentIndex(1)
    assert shown.table is None
    assert "Geen intakes met deze keuze." in texts(shown)


def test_from_a_choice_without_rows_one_press_shows_all(page, press):
    shown = page(*ROWS)
    shown.boxes[0].setCurrentIndex(1)
    shown.boxes[1].setCurrentIndex(1)
    assert "Geen intakes met deze keuze." in texts(shown)
    shown.focus_first()
    press(Qt.Key.Key_Return)
    assert len(shown.table.rows) == 4
    assert QApplication.focusWidget() is shown.table.rows[0]
    assert [box.currentIndex() for box in shown.boxes] == [0, 0]


def test_an_empty_log_leads_to_an_intake(page, press):
    shown = page()
    assert "Nog geen intakes. Een intake komt hier als u hem vastlegt." in texts(shown)
    press(Qt.Key.Key_Return)
    assert shown.bridge.session.intake is not None


def test_ctrl_e_saves_all_rows_from_anywhere_on_the_page(page, press, tmp_path):
    shown = page(*ROWS)
    asked = []

    def ask(_parent, *words):
        asked.append(words)
        return tmp_path / "uit.json"

    shown.ask_path = ask
    shown.boxes[1].setCurrentIndex(1)
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))) == 4
    assert asked[0][1] == "logboek-meldcode.csv"
    assert shown.bridge.session.message == "4 rijen bewaard als uit.json. Zonder namen."


@pytest.mark.parametrize(("name", "start"), [("uit.csv", "month,"), ("uit.JSON", "["), ("uit", "month,")])
def test_the_name_decides_the_form(page, tmp_path, name, start):
    shown = page(*ROWS)
    shown.ask_path = lambda *_: tmp_path / name
    shown.export()
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_who_asks_for_no_file_gets_none(page, tmp_path):
    shown = page(*ROWS)
    before = sorted(tmp_path.iterdir())
    shown.ask_path = lambda *_: None
    shown.export()
    assert sorted(tmp_path.iterdir()) == before
    assert shown.bridge.session.message == ""


def test_checking_is_done_when_asked(page, press):
    shown = page(*ROWS)
    assert "Het logboek klopt" not in texts(shown)
    shown.verify.setFocus()
    press(Qt.Key.Key_Return)
    assert "Het logboek klopt" in texts(shown)
    assert "4 rijen gecontroleerd." in texts(shown)
    assert QApplication.focusWidget() is shown.verify
    press(Qt.Key.Key_Return)
    assert texts(shown).count("Het logboek klopt") == 1


def test_bars_say_their_number(page):
    shown = page(*ROWS)
    names = [bar.accessibleName() for bar in shown.findChildren(CountBar)]
    assert names == [
        "Noodhulp: 1", "Direct melden: 0", "Melden: 2", "Advies vragen: 0", "Hulp en volgen: 0",
        "Hulp afronden: 0", "Afsluiten: 1",
    ]  # fmt: skip


def test_more_rows_come_when_asked_and_the_focus_goes_to_the_first_of_them(page, press):
    shown = page(*[row()] * 103)
    assert len(shown.table.rows) == 100
    shown._rows.itemAt(2).widget().setFocus()
    press(Qt.Key.Key_Return)
    assert len(shown.table.rows) == 103
    assert QApplication.focusWidget() is shown.table.rows[100]


def test_a_log_that_cannot_be_read_shows_its_sentence_alone(open_window, tmp_path):
    (tmp_path / FOLDER).write_text("in de weg", encoding="utf-8")
    window = open_window()
    window.bridge.show("logboek")
    shown = window.page()
    assert any(str(tmp_path) in line for line in texts(shown))
    assert not any("intakes" in line for line in texts(shown))
    assert shown.table is None
    assert shown.boxes == []


def test_a_new_row_shows_when_the_page_comes_back(page, tmp_path):
    shown = page(*ROWS)
    shown.bridge.show("start")
    write(tmp_path, row(month="2026-12"))
    shown.bridge.show("logboek")
    assert shown.table.rows[0].view.cells[0].text == "dec 2026"


@pytest.mark.parametrize("mode", ["licht", pytest.param("donker", marks=pytest.mark.slow), "contrast"])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (1.0, (1024, 700)), (2.0, (1280, 800))])
def test_nothing_is_clipped(page, assert_nothing_clipped, mode, scale, size):
    window = page(*ROWS, mode=mode, scale=scale, size=size).window()
    assert_nothing_clipped(window)
    window.page()._check()
    assert_nothing_clipped(window)
