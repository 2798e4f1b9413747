"""The advice page: what it shows when, its keys, what leaves the app by it, and what it forgets."""

import datetime as dt
import json

import pypdfium2
import pytest
import yaml
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QBoxLayout

from routewijzer import places, text
from routewijzer.case import CaseReader
from routewijzer.desktop.printing import prepare, print_pdf
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.chain import ChainLine, ReasonChain
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow
from routewijzer.journal.store import Journal

ENTER, CTRL, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROOT = places.rules().parent
EXAMPLE = json.loads((ROOT / "docs/voorbeeld/casus.json").read_text(encoding="utf-8"))["answers"]
MILD = yaml.safe_load((ROOT / "rules/alkmaar/cases/een_misverstand.yaml").read_text("utf-8"))["answers"]
MILD = {
    name: {True: "ja", False: "nee"}[value] if value in (True, False) else value
    for name, value in MILD.items()
}
OPEN_MILD = {name: value for name, value in MILD.items() if name != "letsel"}
NOTE = "Bel na zes uur, dan is het rustig."


def everything(pack):
    """Return an answer to all questions, ja and all items where it can be."""
    by_kind = {"ja_nee": lambda _: "ja", "meerkeuze": lambda fact: list(fact.values)}
    return {fact.id: by_kind.get(fact.kind, lambda fact: fact.values[0])(fact) for fact in pack.facts}


@pytest.fixture
def advice(open_window, qapp, engines):
    """Open the advice page of these answers and return the window."""
    engine = engines["alkmaar"]  # loaded once for all tests

    def opened(answers, window=None):
        window = window or open_window(loaded=False)
        session = window.bridge.session
        session.engine = engine
        session.begin_from(engine, CaseReader(engine.pack).read({"answers": answers}))
        window.bridge.go("advies")
        qapp.processEvents()
        return window

    return opened


def words():
    return text.load().desktop


def texts(root):
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def logged(path):
    with Journal(path) as journal:
        return journal.count()


def pdf_text(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


# What shows.


def test_the_first_route_stands_open_with_its_reasons_and_the_others_are_not_built(advice):
    page = advice(EXAMPLE).page()
    found = page.bridge.session.intake.advice
    pack = page.bridge.session.intake.pack
    assert pack.besluit_by_id[found.besluit].titels[found.urgentie] in texts(page)
    assert [card.view.id for card in page.cards] == [route.id for route in found.routes]
    assert [card.is_open() for card in page.cards] == [True] + [False] * (len(page.cards) - 1)
    assert [bool(card.findChildren(ReasonChain)) for card in page.cards] == [c.is_open() for c in page.cards]
    assert QApplication.focusWidget() is page.cards[0].head


def test_enter_opens_w_folds_the_reasons_and_ctrl_c_copies(advice, press):
    page = advice(EXAMPLE).page()
    card = page.cards[1]
    card.head.setFocus()
    press(ENTER)
    assert card.is_open()
    assert card.chain.isVisible()
    assert [line.text() for line in card.chain.findChildren(ChainLine)] == [r.text for r in card.view.reasons]
    press(Qt.Key.Key_W)
    assert not card.chain.isVisible()
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == card.view.number
    assert card.view.number in page.bridge.session.message
    press(ENTER)
    assert not card.is_open()


def test_every_route_tells_why(advice, engines):
    window = advice(everything(engines["alkmaar"].pack))
    for card in window.page().cards:
        kinds = [link.kind for link in card.view.reasons]
        assert kinds[-1] == "route"
        assert "antwoord" in kinds
        assert "regel" in kinds


def test_nothing_answered_leads_with_the_questions_and_no_route(advice, press):
    window = advice({})
    page = window.page()
    assert words().not_yet in texts(page)
    assert page.cards == []
    assert page.side.acts  # what holds whatever is still answered
    assert page.links[0].view.id == "direct_gevaar"
    assert QApplication.focusWidget() is page.links[0]
    press(ENTER)
    assert window.bridge.session.intake.page != "advies"
    assert "direct_gevaar" in window.bridge.session.intake.stop.facts


def test_a_mild_advice_that_may_change_is_not_shown_and_not_logged(advice, press, tmp_path):
    window = advice(OPEN_MILD)
    page, found = window.page(), window.bridge.session.intake.advice
    pack = window.bridge.session.intake.pack
    assert not found.showable
    title = pack.besluit_by_id[found.besluit].titels[found.urgentie]
    assert title not in texts(page)
    assert {card.view.id for card in page.cards} <= set(found.vast)
    assert page.links
    button = page.side.buttons["vastleggen"]
    assert not button.isEnabled()
    assert button.accessibleDescription() == words().tool_log_not
    assert words().tool_log_not in texts(page)
    press(Qt.Key.Key_L, CTRL)
    assert window.bridge.session.intake is not None
    assert logged(tmp_path) == 0


def test_danger_stands_whatever_is_still_open(advice):
    page = advice({"direct_gevaar": "ja"}).page()
    assert page.cards[0].view.number == "112"
    assert words().certain.replace("**", "") in texts(page)
    assert page.links == []


def test_tipping_points_name_each_answer_once(advice):
    window = advice(MILD)
    view = window._views["advies"]
    intake = window.bridge.session.intake
    assert [tip.besluit for tip in view.tips]
    for tip in view.tips:
        assert len(set(tip.answers)) == len(tip.answers)
    named = {line.partition(":")[0] for tip in view.tips for line in tip.answers}
    assert named == {intake.fact(tip.fact).kort for tip in intake.advice.kantelpunten}


def test_answers_that_do_not_fit_lead_to_their_questions(advice, qtbot):
    window = advice(EXAMPLE | {"structurele_onveiligheid": "nee"})
    page = window.page()
    (clash,) = window._views["advies"].clashes
    assert clash.text in texts(page)
    (link,) = (b for b in page.side.findChildren(LinkButton) if clash.text in b.accessibleName())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert clash.fact in window.bridge.session.intake.stop.facts


def test_an_open_question_at_the_side_leads_there(advice, qtbot):
    window = advice(EXAMPLE)
    view = window._views["advies"]
    assert view.open
    row = next(row for row in window.page().side.findChildren(LinkRow) if row.view.id == view.open[0].id)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert view.open[0].id in window.bridge.session.intake.stop.facts


# Ticking.


def test_a_tick_keeps_focus_and_open_cards(advice, press):
    page = advice(EXAMPLE).page()
    page.cards[1].set_open(True)
    acties = page.bridge.session.intake.pack.actie_by_id
    free = next(name for name in page.side.acts if acties[name].fact is None)
    item = page.side.acts[free]
    item.setFocus()
    press(Qt.Key.Key_Space)
    assert item.isChecked()
    assert page.bridge.session.intake.ticked == {free}
    assert QApplication.focusWidget() is item
    assert page.cards[1].is_open()
    assert words().of.format(done=1, total=len(page.side.acts)) in texts(page)
    press(Qt.Key.Key_Space)
    assert not item.isChecked()


def test_ticking_what_is_a_question_answers_it_and_it_goes_away(advice, press):
    page = advice(EXAMPLE).page()
    pack = page.bridge.session.intake.pack
    actie = next(pack.actie_by_id[name] for name in page.side.acts if pack.actie_by_id[name].fact)
    page.side.acts[actie.id].setFocus()
    press(Qt.Key.Key_Space)
    assert page.bridge.session.intake.case.answers[actie.fact] == "ja"
    assert actie.id not in page.side.acts
    assert QApplication.focusWidget() in page.side.acts.values()


# Closing.


def test_closing_logs_once(advice, press, tmp_path):
    window = advice(EXAMPLE)
    page = window.page()
    press(Qt.Key.Key_L, CTRL)
    assert window.bridge.session.place == "start"
    assert words().logged in window.message.text()
    page.side.pressed.emit("vastleggen")
    window.bridge.close_and_log()
    assert logged(tmp_path) == 1


# The summary outside the app.


def test_pdf_goes_where_the_worker_says_under_a_name_that_says_nothing(advice, press, tmp_path):
    window = advice(EXAMPLE)
    page, asked, target = window.page(), [], tmp_path / "uit.pdf"
    page.ask_path = lambda _parent, name: asked.append(name) or target
    page.side.note.field.setPlainText(NOTE)
    press(Qt.Key.Key_S, CTRL)
    assert asked == [f"samenvatting-meldcode-{dt.datetime.now().astimezone():%Y-%m-%d}.pdf"]
    assert NOTE in pdf_text(target.read_bytes())
    assert "uit.pdf" in window.message.text()


def test_no_place_no_pdf(advice, press, tmp_path):
    window = advice(EXAMPLE)
    window.page().ask_path = lambda _parent, _name: None
    press(Qt.Key.Key_S, CTRL)
    assert list(tmp_path.glob("**/*.pdf")) == []
    assert window.bridge.session.message == ""


def test_a_pdf_that_cannot_be_saved_is_told_in_a_sentence(advice, press, tmp_path):
    window = advice(EXAMPLE)
    window.page().ask_path = lambda _parent, _name: tmp_path / "geen map" / "uit.pdf"
    press(Qt.Key.Key_S, CTRL)
    assert "geen map" in window.message.text()
    assert not (tmp_path / "geen map").exists()


def test_a_note_that_does_not_fit_is_told_and_nothing_is_written(advice, press, tmp_path):
    window = advice(EXAMPLE)
    window.page().ask_path = lambda _parent, _name: tmp_path / "uit.pdf"
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


# Room.


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
@pytest.mark.parametrize("case", ["example", "empty", "everything", "danger", "mild", "open mild"])
def test_nothing_is_cut_off(advice, open_window, engines, assert_nothing_clipped, case, size, scale):
    window = open_window(loaded=False)
    window.theme.set_scale(scale)
    window.resize(*size)
    answers = {
        "example": EXAMPLE,
        "empty": {},
        "everything": everything(engines["alkmaar"].pack),
        "danger": {"direct_gevaar": "ja"},
        "mild": MILD,
        "open mild": OPEN_MILD,
    }[case]
    page = advice(answers, window).page()
    page.side.note.button.click()
    for card in page.cards:
        card.set_open(True)
    assert_nothing_clipped(page)


def test_the_side_column_goes_below_in_a_narrow_window(advice, qapp):
    window = advice(EXAMPLE)
    page = window.page()
    assert page.side.x() > page.cards[0].x() + page.cards[0].width()
    window.theme.set_scale(2.0)
    qapp.processEvents()
    page = window.page()
    assert page.side.y() > page.cards[-1].y()
    assert page._row.direction() == QBoxLayout.Direction.TopToBottom


def test_every_part_can_be_reached_with_tab(advice, qtbot):
    page = advice(EXAMPLE).page()
    seen, widget = set(), QApplication.focusWidget()
    for _ in range(200):
        seen.add(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
    for wanted in (*(card.head for card in page.cards), *page.side.buttons.values(), page.side.note.button):
        assert wanted in seen, wanted.accessibleName()
    assert set(page.side.acts.values()) <= seen
    for widget in seen:
        assert widget.accessibleName(), widget
