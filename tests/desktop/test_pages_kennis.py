"""The knowledge page in the real window: from item to item and back, from a question, and onto paper."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

import knowpack
from routewijzer import text
from routewijzer.desktop.presenters.knowledge import knowing
from routewijzer.desktop.printing import prepare
from routewijzer.desktop.widgets.label import NumberLabel, WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow, LogTable
from routewijzer.desktop.widgets.stationline import StationLine
from routewijzer.desktop.widgets.yearchart import YearChart

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def texts(root):
    QApplication.processEvents()  # what was added is shown by a posted request
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def focus():
    return QApplication.focusWidget()


@pytest.fixture
def opened(open_window, folder, qapp):
    """Open the real window on a tiny pack that tells something of every kind; at a page of it."""

    def make(place="kennis", scale=1.0):
        window = open_window(loaded=False, mode="licht", scale=scale)
        session = window.bridge.session
        session.rules, session.engine = folder.path, knowpack.engine(folder)
        window.bridge.changed.emit()
        window.bridge.show(place)
        qapp.processEvents()
        return window

    return make


def link(page, label):
    (row,) = (row for row in page.detail.findChildren(LinkRow) if row.view.label == label)
    return row


def test_each_kind_is_drawn_in_its_own_way(opened):
    page = opened().page()
    shown = {}
    for name in ("mes", "loket", "stappen", "weg", "lezen", "tellen"):
        page.choose(name)
        shown[name] = {
            kind.__name__
            for kind in (StationLine, YearChart, LogTable, NumberLabel)
            if page.detail.findChildren(kind)
        }
    assert shown == {
        "mes": set(),
        "loket": {"NumberLabel"},
        "stappen": {"StationLine"},
        "weg": {"StationLine"},
        "lezen": set(),
        "tellen": {"YearChart", "LogTable"},
    }


def test_a_figure_shows_the_same_numbers_as_a_table(opened):
    page = opened().page()
    page.choose("tellen")
    (chart,), (table,) = page.detail.findChildren(YearChart), page.detail.findChildren(LogTable)
    assert [series.values for series in chart.view.series] == [(437, 0, 12), (2, 1, 9)]
    assert [row.view.name for row in table.rows] == [
        "2021: Mensen 437, Dieren 2",
        "2022 (1): Mensen 0, Dieren 1",
        "2023: Mensen 12, Dieren 9",
    ]
    assert "1. Vanaf 2022: Het loket telt anders." in texts(page.detail)


def test_a_number_is_copied(opened, qtbot):
    window = opened()
    page = window.page()
    page.choose("loket")
    (number,) = page.detail.findChildren(NumberLabel)
    assert number.accessibleName() == "088 000 00 00, Het Loket, kopieer het nummer"
    number.click()
    assert QGuiApplication.clipboard().text() == "088 000 00 00"
    assert "088 000 00 00" in window.message.text()


def test_a_link_leads_on_and_back_leads_back_along_the_same_way(opened, press):
    page = opened().page()
    page.field.setText("huisverbod")
    link(page, "Het Loket").click()
    assert focus() is page.back
    link(page, "Spreekuur").click()
    assert "Een mens." in texts(page.detail)
    assert page.back.accessibleName() == "Terug naar Het Loket"
    press(ESC)
    assert "Een balie." in texts(page.detail)
    press(ENTER)
    assert "De ander moet weg." in texts(page.detail)
    assert not page.back.isVisible()
    assert focus() is page.list.rows[0]


def test_choosing_in_the_list_ends_the_way_back(opened):
    page = opened().page()
    page.choose("huisverbod")
    link(page, "Het Loket").click()
    assert page.back.isVisible()
    page.list.rows[0].click()
    assert not page.back.isVisible()


def test_in_a_narrow_window_back_goes_along_the_links_and_then_to_the_list(opened, press):
    page = opened(scale=2.0).page()
    press("huisverbod")
    press(ENTER)
    assert focus() is page.back
    link(page, "Het Loket").click()
    assert not page.list.isVisible()
    press(ESC)
    assert "De ander moet weg." in texts(page.detail)
    assert page.back.accessibleName() == "Terug naar de lijst"
    press(ESC)
    assert page.list.isVisible()


# From a question.


def test_a_question_opens_an_item_and_back_returns_to_that_question(opened, press):
    window = opened("start")
    window.bridge.begin()
    session = window.bridge.session
    before = session.intake
    window.bridge.look_up("stappen")
    page = window.page()
    assert session.place == "kennis"
    assert "Kijk goed." in texts(page.detail)
    assert focus() is page.back
    assert page.back.accessibleName() == "Terug naar de intake"
    assert page.side.width() < page.detail.width()
    press(ESC)
    assert session.place == "intake"
    assert session.intake == before


def test_links_are_followed_back_before_the_question(opened, press):
    window = opened("start")
    window.bridge.begin()
    window.bridge.look_up("huisverbod")
    link(window.page(), "Het Loket").click()
    press(ESC)
    assert window.bridge.session.place == "kennis"
    press(ESC)
    assert window.bridge.session.place == "intake"


def test_the_same_item_opens_again_whatever_was_searched_in_between(opened, press):
    window = opened("start")
    window.bridge.begin()
    window.bridge.look_up("mes")
    page = window.page()
    page.chips.chips["partner"].click()
    page.field.setText("loket")
    page.list.rows[0].click()
    window.bridge.show("intake")
    window.bridge.look_up("mes")
    assert "Iets scherps." in texts(page.detail)
    assert page.field.text() == ""
    assert page.chips.chips[""].isChecked()
    assert [row.view.id for row in page.list.rows if row.current] == ["mes"]


def test_once_elsewhere_the_way_back_to_the_question_is_gone(opened):
    window = opened("start")
    window.bridge.begin()
    window.bridge.look_up("mes")
    window.bridge.show("start")
    window.bridge.show("kennis")
    page = window.page()
    assert not page.back.isVisible()
    assert focus() is page.field


def test_an_unknown_item_leaves_the_search(opened):
    window = opened("start")
    window.bridge.look_up("nergens")
    assert focus() is window.page().field


# Paper.


def pdf_text(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_an_item_is_saved_under_its_own_id(opened, press, tmp_path):
    window = opened()
    page, asked, target = window.page(), [], tmp_path / "uit.pdf"
    page.ask_path = lambda _parent, _title, name, _kinds: asked.append(name) or target
    page.choose("tellen")
    press(Qt.Key.Key_S, CONTROL)
    assert asked == ["tellen.pdf"]
    assert "437" in pdf_text(target)
    assert "uit.pdf" in window.message.text()


def test_an_item_that_cannot_be_saved_is_told_in_a_sentence(opened, press, tmp_path):
    window = opened()
    window.page().ask_path = lambda *_: tmp_path / "geen map" / "uit.pdf"
    press(Qt.Key.Key_S, CONTROL)
    assert "geen map" in window.message.text()
    assert not (tmp_path / "geen map").exists()


def test_no_place_or_no_item_no_file(opened, press, tmp_path):
    window = opened()
    page, asked = window.page(), []
    page.ask_path = lambda *given: asked.append(given)
    press(Qt.Key.Key_S, CONTROL)
    assert len(asked) == 1
    press("zebra")
    press(Qt.Key.Key_S, CONTROL)
    assert len(asked) == 1
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_printer_the_pdf_is_offered(opened, press):
    window = opened()
    page = window.page()
    page.has_printer = lambda: False
    press(Qt.Key.Key_P, CONTROL)
    assert window.message.text() == text.load().knowledge.no_printer
    assert focus() is page.pdf_button


def test_an_item_is_printed(opened, press, tmp_path):
    window, target = opened(), tmp_path / "papier.pdf"

    def printer(_parent, _title):
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(target))
        made.setResolution(72)
        prepare(made)
        return made

    page = window.page()
    page.has_printer, page.ask_printer = lambda: True, printer
    page.choose("loket")
    page.print_button.click()
    assert window.message.text() == text.load().knowledge.printed
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 1
    document.close()


# What is shipped, in any size.

SIZES = [("licht", 1.0, (1280, 800)), ("contrast", 1.0, (1024, 700)), ("licht", 2.0, (1280, 800))]


def fits(window, names, check):
    """Open items one after another and look whether anything is clipped."""
    window.bridge.show("kennis")
    for name in names:
        window.page()._go(name)
        check(window.page().detail)


@pytest.mark.parametrize(("mode", "scale", "size"), SIZES)
def test_the_longest_of_every_kind_fits(open_window, assert_nothing_clipped, mode, scale, size):
    window = open_window(mode=mode, scale=scale, size=size)
    longest = {}
    for item in sorted(knowing(window.bridge.session).items, key=lambda item: len(str(item))):
        longest[type(item), getattr(item, "soort", "")] = item.id
    assert len(longest) == 6
    fits(window, longest.values(), assert_nothing_clipped)


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "scale", "size"), SIZES)
def test_every_item_fits(open_window, assert_nothing_clipped, mode, scale, size):
    window = open_window(mode=mode, scale=scale, size=size)
    names = [item.id for item in knowing(window.bridge.session).items]
    assert len(names) > 100
    fits(window, names, assert_nothing_clipped)
