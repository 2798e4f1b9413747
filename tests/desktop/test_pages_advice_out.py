"""What leaves the app by the advice page: PDF, paper, clipboard, preview; and the note to be forgotten."""

import datetime as dt

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from advicecases import EXAMPLE, words
from routewijzer.desktop.printing import prepare, print_pdf

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTE = "Bel na zes uur, dan is het rustig."


def pdf_text(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


# The summary outside the app.


def test_pdf_goes_where_the_worker_says_under_a_name_that_says_nothing(advice, press, tmp_path):
    window = advice(EXAMPLE)
    page, asked, target = window.page(), [], tmp_path / "uit.pdf"
    page.ask_path = lambda _parent, _title, name, _kinds: asked.append(name) or target
    page.side.note.field.setPlainText(NOTE)
    days = [dt.datetime.now().astimezone()]
    press(Qt.Key.Key_S, CTRL)
    days.append(dt.datetime.now().astimezone())  # another day where midnight falls in between
    (name,) = asked
    assert name in [f"samenvatting-meldcode-{day:%Y-%m-%d}.pdf" for day in days]
    assert NOTE in pdf_text(target.read_bytes())
    assert "uit.pdf" in window.message.text()


def test_no_place_no_pdf(advice, press, tmp_path):
    window = advice(EXAMPLE)
    window.page().ask_path = lambda *_: None
    press(Qt.Key.Key_S, CTRL)
    assert list(tmp_path.glob("**/*.pdf")) == []
    assert window.bridge.session.message == ""


def test_a_pdf_that_cannot_be_saved_is_told_in_a_sentence(advice, press, tmp_path):
    window = advice(EXAMPLE)
    window.page().ask_path = lambda *_: tmp_path / "geen map" / "uit.pdf"
    press(Qt.Key.Key_S, CTRL)
    assert "geen map" in window.message.text()
    assert not (tmp_path / "geen map").exists()


def test_a_note_that_does_not_fit_is_told_and_nothing_is_written(advice, press, tmp_path):
    window = advice(EXAMPLE)
    window.page().ask_path = lambda *_: tmp_path / "uit.pdf"
    window.page().side.note.field.setPlainText("lang " * 3000)
    press(Qt.Key.Key_S, CTRL)
    assert window.message.text()
    assert not (tmp_path / "uit.pdf").exists()


def test_the_copy_is_plain_text(advice, press):
    window = advice(EXAMPLE)
    press(Qt.Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert "Meld vandaag bij Veilig Thuis" in copied
    assert window.message.text() == words().advice_copied


def test_without_a_printer_the_pdf_is_offered(advice, press):
    window = advice(EXAMPLE)
    page = window.page()
    page.has_printer = lambda: False
    press(Qt.Key.Key_P, CTRL)
    assert window.message.text() == words().no_printer
    assert QApplication.focusWidget() is page.side.buttons["pdf"]


def file_printer(path, resolution=150):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    prepare(printer)
    return printer


def test_printing_puts_every_page_on_paper(advice, press, tmp_path):
    window = advice(EXAMPLE)
    page, target = window.page(), tmp_path / "papier.pdf"
    page.has_printer = lambda: True
    page.ask_printer = lambda _parent, _title: file_printer(target)
    press(Qt.Key.Key_P, CTRL)
    assert window.message.text() == words().printed
    printed, meant = pypdfium2.PdfDocument(target), pypdfium2.PdfDocument(window.bridge.summary(""))
    assert len(printed) == len(meant)
    for one, other in zip(printed, meant, strict=True):
        assert one.get_size() == pytest.approx(other.get_size(), abs=2)
        ink, wanted = dark_box(one), dark_box(other)
        assert ink == pytest.approx(wanted, abs=4)  # in its place and size, to 4 points
    printed.close()
    meant.close()


def dark_box(page):
    """Return left, top, right and bottom of what is printed, in points."""
    bitmap = page.render(scale=1, grayscale=True)
    data, stride = bytes(bitmap.buffer), bitmap.stride
    rows = [y for y in range(bitmap.height) if min(data[y * stride : y * stride + bitmap.width]) < 128]
    columns = [x for x in range(bitmap.width) if min(data[x::stride]) < 128]
    return columns[0], rows[0], columns[-1], rows[-1]


def test_a_range_of_pages_can_be_printed(advice, tmp_path):
    window = advice(EXAMPLE)
    printer = file_printer(tmp_path / "een.pdf")
    printer.setFromTo(2, 2)
    assert print_pdf(window.bridge.summary(""), printer)
    document = pypdfium2.PdfDocument(tmp_path / "een.pdf")
    assert len(document) == 1
    document.close()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_is_told(advice, press, tmp_path):
    window = advice(EXAMPLE)
    page = window.page()
    page.has_printer = lambda: True
    page.ask_printer = lambda _parent, _title: file_printer(tmp_path / "geen map" / "papier.pdf")
    press(Qt.Key.Key_P, CTRL)
    assert window.message.text() == words().print_failed


# The preview.


@pytest.fixture
def preview(advice, qtbot):
    window = advice(EXAMPLE)
    window.page().side.buttons["voorbeeld"].click()
    shown = window.page().preview
    qtbot.waitUntil(shown.isActiveWindow)
    return window, shown


def test_the_preview_shows_and_reads_every_page(preview, qtbot):
    window, shown = preview
    document = pypdfium2.PdfDocument(window.bridge.summary(""))
    assert len(shown.pages) == len(document)
    document.close()
    assert shown.pages[0].accessibleName() == words().preview_page.format(at=1, total=len(shown.pages))
    assert "Veilig Thuis" in shown.pages[0].accessibleDescription()
    assert QApplication.focusWidget() is shown.pages[0]
    qtbot.keyClick(shown.pages[0], Qt.Key.Key_PageDown)
    assert QApplication.focusWidget() is shown.pages[1]
    qtbot.keyClick(shown.pages[1], Qt.Key.Key_PageUp)
    assert QApplication.focusWidget() is shown.pages[0]


def test_pages_grow_and_shrink_within_bounds(preview, qtbot, assert_nothing_clipped):
    _, shown = preview
    width, zoom = shown.pages[0].width(), shown.zoom
    qtbot.keyClicks(shown.pages[0], "+")
    assert shown.pages[0].width() == pytest.approx(width * 1.25, abs=2)
    qtbot.keyClicks(shown.pages[0], "-")
    assert shown.zoom == pytest.approx(zoom)
    for _ in range(20):
        shown.smaller.click()
    assert shown.pages[0].width() > 200
    assert_nothing_clipped(shown)


def test_esc_closes_the_preview_and_f12_hides_all(preview, qtbot):
    window, shown = preview
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert window.bridge.session.place == "intake"
    window.page().side.buttons["voorbeeld"].click()
    again = window.page().preview
    qtbot.waitUntil(again.isActiveWindow)
    qtbot.keyClick(again, Qt.Key.Key_F12)
    assert not again.isVisible()
    assert window.bridge.session.place == "afgeschermd"


def test_the_preview_fits_in_a_small_window_with_large_type(advice, open_window, assert_nothing_clipped):
    window = open_window(loaded=False)
    window.theme.set_scale(2.0)
    window.resize(1024, 700)
    advice(EXAMPLE, window).page().side.buttons["voorbeeld"].click()
    shown = window.page().preview
    assert shown.width() <= window.width()
    assert_nothing_clipped(shown)


# The note.


def test_the_note_stands_on_no_disk_and_goes_with_the_intake(advice, qtbot, tmp_path):
    window = advice(EXAMPLE)
    note = window.page().side.note
    note.button.click()
    note.button.setFocus()
    qtbot.keyClicks(note.field, NOTE)
    assert window.bridge.session.intake.note == NOTE
    window.bridge.answer("letsel", "onbekend")  # saves the draft
    kept = [path for path in tmp_path.glob("**/*") if path.is_file()]
    assert kept
    for path in kept:
        assert NOTE.encode() not in path.read_bytes()
        assert b"zes uur" not in path.read_bytes()
    window.bridge.leave()
    assert note.field.toPlainText() == ""
    note.field.undo()
    assert note.field.toPlainText() == ""
    advice(EXAMPLE, window)
    assert window.page().side.note.field.toPlainText() == ""
    assert NOTE not in pdf_text(window.bridge.summary_or_say())


def test_the_note_lives_through_a_change_of_theme(advice, qapp):
    window = advice(EXAMPLE)
    window.page().side.note.field.setPlainText(NOTE)
    window.theme.set_mode("donker")
    qapp.processEvents()
    assert window.page().side.note.field.toPlainText() == NOTE
    assert window.page().side.note.field.isVisible()
