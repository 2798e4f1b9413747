"""The explanation in the window: lists, example and source, and the way to the knowledge page and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from advicecases import show_advice
from routewijzer import text
from routewijzer.desktop.widgets.fold import FoldOut
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow


@pytest.fixture
def asking(open_window, engines, qapp):
    """Open an intake at a question."""

    def opened(fact, window=None):
        window = window or open_window(loaded=False)
        show_advice(window, engines["alkmaar"], {"relatie": "ex_partner"})
        window.bridge.go_to_fact(fact)
        qapp.processEvents()
        return window

    return opened


def texts(root):
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def links(root):
    return [row for row in root.findChildren(LinkRow) if row.isVisibleTo(root)]


def explanation(page):
    (card,) = (card for card in page.cards if card.view.current)
    return card.folds.folds[0]


def test_the_fold_shows_what_counts_an_example_and_the_source(asking, press):
    window = asking("acute_onveiligheid")
    page, fact = window.page(), window.bridge.session.intake.fact("acute_onveiligheid")
    words = text.load().why
    assert not {words.counts, words.counts_not, words.read_more} & set(texts(page))
    press(Qt.Key.Key_F1)
    told = texts(page)
    assert {fact.uitleg, words.counts, words.counts_not, words.read_more, *fact.telt, *fact.telt_niet} <= set(
        told
    )
    assert any(fact.voorbeeld in line for line in told)
    assert any("nagekeken in" in line for line in told)


def test_a_link_opens_the_knowledge_page_at_its_item_and_the_question_waits(asking, press):
    window = asking("letsel")
    session, page = window.bridge.session, window.page()
    before = session.intake
    press(Qt.Key.Key_F1)
    row = links(explanation(page))[0]
    assert row.view.id == before.fact("letsel").kennis[0]
    row.setFocus()
    press(Qt.Key.Key_Return)
    assert (session.place, session.wanted) == ("kennis", row.view.id)
    window.bridge.show("intake")
    assert session.intake is before
    assert session.wanted == ""
    assert window.page() is page


def test_the_links_are_looked_up_once(asking, press):
    window = asking("letsel")
    fold = explanation(window.page())
    for _ in range(3):
        press(Qt.Key.Key_F1)
    found = [row.view.id for row in fold.findChildren(LinkRow)]
    assert found == list(window.bridge.session.intake.fact("letsel").kennis)


def test_tab_goes_from_the_fold_to_its_links_and_then_to_the_next_fold(asking, press):
    window = asking("letsel")
    (card,) = (card for card in window.page().cards if card.view.current)
    first, second = card.folds.folds
    first.button.setFocus()
    press(Qt.Key.Key_Return)
    found = links(first)
    assert found
    for stop in (*found, second.button):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_tab_goes_from_the_flags_explanation_to_each_flag_and_its_links(asking, press):
    window = asking("vlag_wapen")
    press(Qt.Key.Key_F1)
    whole, *each = window.page().findChildren(FoldOut)
    whole.button.setFocus()
    for fold in each[:2]:
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is fold.button
        press(Qt.Key.Key_Return)
        for row in links(fold):
            press(Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is row


def test_each_flag_has_an_explanation_of_its_own(asking, press, qapp):
    window = asking("vlag_wapen")
    page, intake = window.page(), window.bridge.session.intake
    assert len(page.findChildren(FoldOut)) == 1
    press(Qt.Key.Key_F1)
    flags = {fold.accessibleName(): fold for fold in page.findChildren(FoldOut)}
    fact = intake.fact("vlag_wapen")
    assert {intake.fact(name).kort for name in intake.stop.facts} < set(flags)
    assert fact.uitleg not in texts(page)
    flags[fact.kort].button.click()
    qapp.processEvents()
    assert {fact.uitleg, *fact.telt, *fact.telt_niet} <= set(texts(page))
    links(flags[fact.kort])[0].click()
    assert window.bridge.session.wanted == fact.kennis[0]


@pytest.mark.parametrize(
    ("fact", "width", "height", "scale"),
    [
        ("acute_onveiligheid", 1280, 800, 1.0),
        ("acute_onveiligheid", 1024, 700, 2.0),
        ("vlag_wapen", 1024, 700, 2.0),
    ],
)
def test_nothing_is_cut_off(asking, open_window, qapp, assert_nothing_clipped, fact, width, height, scale):
    window = asking(fact, open_window(loaded=False, scale=scale, size=(width, height)))
    page = window.page()
    page.help()
    for fold in page.findChildren(FoldOut)[:3]:
        fold.set_open(True)
    for _ in range(10):  # folds in cards in columns: each layout asks the next to settle
        qapp.processEvents()
    assert links(page)
    assert_nothing_clipped(page)
