"""The other parts: names and roles, Enter presses, routes, messages and results."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.widgets import (
    buttons,
    checks,
    emergency,
    fields,
    hero,
    label,
    message,
    questioncard,
    rail,
    results,
    routecard,
    rows,
    tags,
    views,
)
from widgetviews import BAR, CHAIN, NORM, ROUTE, STATIONS, seen


def test_names_and_roles(theme, show):
    role = QAccessible.Role
    expected = {
        buttons.PrimaryButton(theme, "Verder", key="Enter"): (role.Button, "Verder"),
        buttons.IconButton(theme, "undo-2", "Ongedaan maken"): (role.Button, "Ongedaan maken"),
        checks.CheckItem(theme, "Doe de kindcheck"): (role.CheckBox, "Doe de kindcheck"),
        checks.FilterChip(theme, "Alles 48"): (role.CheckBox, "Alles 48"),
        fields.SearchField(theme, "Zoeken", "Zoek een begrip"): (role.EditableText, "Zoeken"),
        label.WrapLabel(theme, "Dit is **vet**."): (role.StaticText, "Dit is vet."),
        tags.GrondTag(theme, NORM): (role.StaticText, "Norm"),
        tags.UrgencyPill(theme, views.UrgencyView("nu", "Nu")): (role.StaticText, "Nu"),
        hero.BigNumber(theme, "112", "Bel 112"): (role.StaticText, "Bel 112"),
        rail.StepRail(theme, "Stappen", STATIONS): (role.Grouping, "Stappen"),
        routecard.RouteCard(theme, ROUTE): (role.Grouping, "Melding bij Veilig Thuis"),
        rows.LinkRow(theme, views.LinkView("x", "Rode vlaggen", "13 vragen")): (
            role.Button,
            "Rode vlaggen, 13 vragen",
        ),
        questioncard.AnsweredCard(theme, "6 vragen beantwoord", "Wijzig"): (
            role.Grouping,
            "6 vragen beantwoord",
        ),
    }
    show(*expected)
    assert {type(w).__name__: seen(w) for w in expected} == {type(w).__name__: v for w, v in expected.items()}


def test_a_choice_has_a_name_of_its_own(theme, show):
    box = fields.SelectBox(theme, "Besluit", ("Elk besluit",))
    show(box)
    assert box.accessibleName() == "Besluit"  # on Linux Qt itself reads the value as name


def test_the_emergency_bar_is_a_named_tool_bar(theme, show, qtbot):
    bar = emergency.EmergencyBar(theme, BAR)
    show(bar, width=1280)
    assert seen(bar) == (QAccessible.Role.ToolBar, "Noodnummers")
    with qtbot.waitSignal(bar.copied) as sent:
        qtbot.mouseClick(bar.call, Qt.MouseButton.LeftButton)
    assert sent.args == ["112"]
    with qtbot.waitSignal(bar.spoed):
        qtbot.keyClick(bar.button, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [buttons.PrimaryButton, buttons.SecondaryButton, buttons.LinkButton])
def test_enter_and_space_press_a_button(theme, show, qtbot, kind, key):
    button = kind(theme, "Verder")
    show(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_disabled_button_is_not_pressed(theme, show, qtbot):
    button = buttons.PrimaryButton(theme, "Verder")
    button.setEnabled(False)
    show(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_route_opens_with_enter_folds_reasons_with_w_and_copies(theme, show, qtbot):
    card = routecard.RouteCard(theme, ROUTE)
    show(card)
    assert not card.content.isVisible()
    with qtbot.waitSignal(card.toggled_open) as sent:
        qtbot.keyClick(card.head, Qt.Key.Key_Return)
    assert sent.args == ["r", True]
    assert card.chain.isVisible()
    qtbot.keyClick(card.head, Qt.Key.Key_W)
    assert not card.chain.isVisible()
    with qtbot.waitSignal(card.copied) as sent:
        qtbot.keyClick(card.head, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert sent.args == ["0800-2000"]


def test_reasons_are_read_in_full(theme, show):
    card = routecard.RouteCard(theme, ROUTE, is_open=True)
    show(card)
    lines = card.chain.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert [seen(line)[1] for line in lines] == [link.name for link in CHAIN]
    assert lines[1].accessibleDescription() == NORM.description


def test_the_message_line_shows_until_taken_away(theme, show):
    line = message.MessageLine(theme)
    show(line)
    assert not line.isVisible()
    line.say("Bewaard 14.12. Geen namen.")
    assert line.isVisible()
    assert line.text() == "Bewaard 14.12. Geen namen."
    line.say("")
    assert not line.isVisible()


def test_enter_on_the_big_number_does_nothing_and_is_left_to_no_one(theme, show, qtbot):
    number = hero.BigNumber(theme, "112", "Bel 112")
    show(number)
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert number.hasFocus()


def test_results_move_and_show(theme, show, qtbot, assert_nothing_clipped):
    found = results.ResultList(theme, "7 gevonden")
    named = tuple(
        views.ResultView(name, f"Begrip {name}", "Begrip · 10 dagen", "book-marked") for name in "abc"
    )
    found.set_results(named, "a")
    window = show(found, width=340)
    found.focus_first()
    with qtbot.waitSignal(found.chosen) as sent:
        qtbot.keyClick(found.rows[0], Qt.Key.Key_Down)
    assert sent.args == ["b"]
    assert [row.current for row in found.rows] == [False, True, False]
    assert found.rows[1].hasFocus()
    assert_nothing_clipped(window)


def test_a_card_shows_that_it_is_the_current_one(theme, show):
    options = (views.OptionView("ja", "Ja", "J"),)
    card = questioncard.QuestionCard(theme, views.QuestionView("q", "Is iemand nu niet veilig?", "", options))
    window = show(card)
    before = window.grab().toImage()
    card.set_current(True)
    assert window.grab().toImage() != before
