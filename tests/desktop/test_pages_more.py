"""Rules, knowledge and practice in the real window: search, list and detail by keyboard, in any size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.tags import GrondTag

UP, DOWN, ENTER, ESC = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


def texts(root):
    QApplication.processEvents()  # what was added is shown by a posted request
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def focus():
    return QApplication.focusWidget()


@pytest.fixture
def page(open_window, qapp):
    """Open a page of the real window."""

    def opened(name, scale=1.0, size=(1280, 800), mode="licht"):
        window = open_window(mode=mode, scale=scale, size=size)
        window.bridge.show(name)
        qapp.processEvents()
        shown = window.page()
        if name == "regels":  # which begins with the drawing: see test_pages_rules.py
            shown.views.chips["tables"].click()
            shown.focus_first()
            qapp.processEvents()
        return shown

    return opened


def test_ctrl_k_searches_from_anywhere(page, press):
    shown = page("regels")
    window = shown.window()
    press(Qt.Key.Key_K, CONTROL)
    found = window.page()
    assert window.bridge.session.place == "kennis"
    assert focus() is found.field
    press("huisverb")
    first = found.list.rows[0].view.title
    assert "huisverb" in first.lower()
    assert first in texts(found.detail)
    press(Qt.Key.Key_K, CONTROL)
    assert found.field.selectedText() == "huisverb"


def test_f1_on_the_knowledge_page_goes_to_its_field(page, press):
    shown = page("kennis")
    press("huisverb")
    press(Qt.Key.Key_Down)
    assert focus() is not shown.field
    press(Qt.Key.Key_F1)
    assert focus() is shown.field


def test_from_the_field_into_the_results_and_back(page, press):
    shown = page("kennis")
    press("veilig")
    press(DOWN)
    assert focus() is shown.list.rows[0]
    press(DOWN)
    assert focus() is shown.list.rows[1]
    assert shown.list.rows[1].view.title in texts(shown.detail)
    press(UP)
    press(UP)
    assert focus() is shown.field
    press(ESC)
    assert shown.field.text() == ""


def test_the_chips_choose_a_kind_by_keyboard(page, press, qtbot):
    shown = page("kennis")
    everything = len(shown.list.rows)
    shown.chips.focus_chosen()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert {row.view.icon for row in shown.list.rows} == {"users"}
    assert 0 < len(shown.list.rows) < everything


def test_what_is_not_found_leaves_one_sentence(page, press):
    shown = page("kennis")
    press("qqqq")
    assert not shown.list.isVisible()
    assert texts(shown.side) == ["Niets gevonden. Zoek op een ander of korter woord."]
    assert texts(shown.detail) == []
    press(DOWN)
    assert focus() is shown.field


def test_what_must_be_confirmed_carries_its_mark(page):
    shown = page("kennis")
    doubtful = next(item for item in shown._made.items if item.controle_nodig)
    shown.choose(doubtful.id)
    assert [tag.text() for tag in shown.detail.findChildren(GrondTag)] == ["Nog te bevestigen"]


def test_a_table_shows_as_soon_as_it_is_reached(page, press):
    shown = page("regels")
    pack = shown.bridge.session.engine.pack
    assert focus() is shown.list.rows[0]
    assert texts(shown.detail)[0] == pack.decisions[0].titel
    for _ in range(4):
        press(DOWN)
    decision = pack.decisions[4]
    assert texts(shown.detail)[0] == decision.titel
    for rule in decision.rules:
        assert rule.because in texts(shown.detail)


def test_page_down_scrolls_the_table(page, press, qtbot):
    shown = page("regels")
    bar = shown.detail.verticalScrollBar()
    for _ in range(4):
        press(DOWN)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert shown.list.rows[4].hasFocus()
    press(DOWN)
    assert bar.value() == 0


def test_arrows_scroll_what_is_read_in_a_narrow_window(page, press):
    shown = page("regels", scale=2.0)
    press(ENTER)
    press(DOWN)
    scrolled = shown.detail.verticalScrollBar().value()
    assert scrolled > 0
    press(UP)
    assert shown.detail.verticalScrollBar().value() < scrolled


def test_tables_are_searched(page, press):
    shown = page("regels")
    shown.field.setFocus()
    press("afweging 2")
    assert "Afweging 2" in shown.list.rows[0].view.title
    assert texts(shown.detail)[0] == shown.list.rows[0].view.title


def test_the_story_stands_there_and_the_advice_only_when_asked(page, press):
    shown = page("oefenen")
    case = shown._made.cases[0]
    assert any(case.verhaal[0].tekst in line for line in texts(shown.detail))
    assert not any(case.waarom in line for line in texts(shown.detail))
    press(Qt.Key.Key_F1)
    assert any(case.waarom in line for line in texts(shown.detail))
    assert any("Voorbeelden om te lezen" in line for line in texts(shown))


@pytest.mark.parametrize("name", ["regels", "kennis", "oefenen"])
def test_in_a_narrow_window_enter_opens_and_esc_goes_back(page, press, name):
    shown = page(name, scale=2.0)
    assert not shown.detail.isVisible()
    if name == "kennis":
        press(DOWN)
    press(DOWN)
    assert not shown.detail.isVisible()
    press(ENTER)
    assert not shown.list.isVisible()
    assert focus() is shown.back
    assert shown.list.rows[1].view.title in texts(shown.detail)
    press(ESC)
    assert not shown.detail.isVisible()
    assert focus() is shown.list.rows[1]


def test_enter_in_the_field_opens_the_first_where_it_is_narrow(page, press):
    shown = page("kennis", scale=2.0)
    press("femicide")
    press(ENTER)
    assert "Femicide" in texts(shown.detail)
    press(Qt.Key.Key_K, CONTROL)
    assert focus() is shown.field


def test_widening_shows_list_and_detail_together(page, qapp):
    shown = page("kennis", scale=2.0)
    shown.list.rows[2].click()
    window = shown.window()
    window.theme.set_scale(1.0)
    qapp.processEvents()
    assert window.page().list.isVisible()
    assert window.page().detail.isVisible()


@pytest.mark.parametrize("name", ["regels", "kennis", "oefenen"])
def test_faulty_rules_leave_the_page_with_their_faults(open_window, folder, name):
    folder.edit("mini/facts.yaml", "kind: keuze", "kind: iets")
    window = open_window(rules=folder.path, loaded=False)
    window.bridge._pack = "mini"
    window.bridge.load_pack()
    window.bridge.show(name)
    assert any("facts.yaml:" in line for line in texts(window.page()))


@pytest.mark.parametrize("name", ["regels", "kennis", "oefenen"])
def test_the_page_fills_itself_when_the_pack_comes_in(open_window, name):
    window = open_window(loaded=False)
    window.bridge.show(name)
    assert "De regels worden geladen." in texts(window.page())
    window.bridge.load_pack()
    assert window.page().list.rows
    assert "De regels worden geladen." not in texts(window.page())


@pytest.mark.parametrize("name", ["regels", "kennis", "oefenen"])
@pytest.mark.parametrize(
    ("mode", "scale", "size"),
    [
        ("licht", 1.0, (1280, 800)),
        ("donker", 1.0, (1024, 700)),
        ("contrast", 1.0, (1280, 800)),
        ("licht", 1.25, (1280, 800)),
        ("licht", 2.0, (1280, 800)),
    ],
)
def test_nothing_is_clipped(page, assert_nothing_clipped, name, mode, scale, size):
    shown = page(name, scale, size, mode)
    assert_nothing_clipped(shown.window())
    longest = max(shown.list.rows, key=lambda row: len(row.view.title))
    longest.click()
    shown.help()
    assert_nothing_clipped(shown.window())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_table_fits(page, assert_nothing_clipped, scale):
    shown = page("regels", scale)
    for row in list(shown.list.rows):
        row.click()
        assert_nothing_clipped(shown)


def test_the_back_link_shows_its_key(page):
    shown = page("kennis", scale=2.0)
    assert QKeySequence(shown.back._key) == QKeySequence(ESC)
