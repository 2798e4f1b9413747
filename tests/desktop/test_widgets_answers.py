"""Answering by keyboard: letters answer, arrows only move, Backspace opens again, one Tab stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from routewijzer.desktop.widgets.answers import AnswerGroup
from routewijzer.desktop.widgets.flags import FlagList, FlagSection
from routewijzer.desktop.widgets.questioncard import QuestionCard
from routewijzer.desktop.widgets.views import FlagView, FoldView, OptionView, QuestionView

JA_NEE = (
    OptionView("ja", "Ja", "J"),
    OptionView("nee", "Nee", "N"),
    OptionView("onbekend", "Weet ik niet", "O", wide=True),
)
MANY = (
    OptionView("a", "Eerste", "1"),
    OptionView("b", "Tweede", "2"),
    OptionView("geen", "Geen van deze", "G", exclusive=True),
    OptionView("onbekend", "Weet ik niet", "O", exclusive=True),
)


@pytest.fixture
def group(theme, show):
    made = AnswerGroup(theme, "Is het veilig?", JA_NEE)
    show(made)
    made.focus_answer()
    return made


def stops(widgets):
    return [w.focusPolicy() == Qt.FocusPolicy.StrongFocus for w in widgets]


def test_nothing_is_preset(group):
    assert group.chosen() == ()


@pytest.mark.parametrize(
    ("key", "value"), [(Qt.Key.Key_J, "ja"), (Qt.Key.Key_N, "nee"), (Qt.Key.Key_O, "onbekend")]
)
def test_a_letter_answers(group, qtbot, key, value):
    with qtbot.waitSignal(group.answered) as sent:
        qtbot.keyClick(group.buttons[0], key)
    assert sent.args == [value]
    assert group.chosen() == (value,)


def test_arrows_move_the_focus_and_never_answer(group, qtbot):
    qtbot.keyClick(group.buttons[0], Qt.Key.Key_J)
    with qtbot.assertNotEmitted(group.answered):
        qtbot.keyClick(group.buttons[0], Qt.Key.Key_Right)
        assert group.buttons[1].hasFocus()
        qtbot.keyClick(group.buttons[1], Qt.Key.Key_Down)
        qtbot.keyClick(group.buttons[2], Qt.Key.Key_Right)
    assert group.buttons[2].hasFocus()
    assert group.chosen() == ("ja",)


def test_space_answers_and_enter_does_not(group, qtbot):
    with qtbot.assertNotEmitted(group.answered):
        qtbot.keyClick(group.buttons[0], Qt.Key.Key_Return)
    with qtbot.waitSignal(group.answered):
        qtbot.keyClick(group.buttons[0], Qt.Key.Key_Space)


def test_backspace_opens_the_question_again(group, qtbot):
    qtbot.keyClick(group.buttons[0], Qt.Key.Key_N)
    with qtbot.waitSignal(group.cleared):
        qtbot.keyClick(group.buttons[1], Qt.Key.Key_Backspace)
    assert group.chosen() == ()


def test_one_tab_stop_and_it_follows_the_answer(group, qtbot):
    assert stops(group.buttons) == [True, False, False]
    group.set_chosen(("nee",))
    assert stops(group.buttons) == [False, True, False]
    qtbot.keyClick(group.buttons[1], Qt.Key.Key_O)
    assert stops(group.buttons) == [False, False, True]


def test_set_chosen_sends_nothing(group, qtbot):
    with qtbot.assertNotEmitted(group.answered):
        group.set_chosen(("ja",))


def test_letters_with_ctrl_or_turned_off_do_not_answer(group, qtbot):
    with qtbot.assertNotEmitted(group.answered):
        qtbot.keyClick(group.buttons[0], Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        group.set_letters(False)
        qtbot.keyClick(group.buttons[0], Qt.Key.Key_J)


def test_names_roles_and_state_for_a_screen_reader(group):
    group.set_chosen(("ja",))
    seen = QAccessible.queryAccessibleInterface(group.buttons[0])
    assert seen.role() == QAccessible.Role.RadioButton
    assert seen.text(QAccessible.Text.Name) == "Is het veilig?: Ja"
    assert seen.state().checked


def test_several_answers_and_the_exclusive_one_clears_them(theme, show, qtbot):
    made = AnswerGroup(theme, "Wat?", MANY, multiple=True)
    show(made)
    made.focus_answer()
    seen = QAccessible.queryAccessibleInterface(made.buttons[0])
    assert seen.role() == QAccessible.Role.CheckBox
    qtbot.keyClick(made.buttons[0], Qt.Key.Key_1)
    with qtbot.waitSignal(made.answered) as sent:
        qtbot.keyClick(made.buttons[0], Qt.Key.Key_2)
    assert sent.args == [("a", "b")]
    with qtbot.waitSignal(made.answered) as sent:
        qtbot.keyClick(made.buttons[1], Qt.Key.Key_G)
    assert sent.args == [("geen",)]
    qtbot.keyClick(made.buttons[2], Qt.Key.Key_1)
    assert made.chosen() == ("a",)
    with qtbot.waitSignal(made.cleared):
        qtbot.keyClick(made.buttons[0], Qt.Key.Key_1)


@pytest.mark.parametrize("width", [1000, 420, 300])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_answers_are_never_clipped(theme, show, assert_nothing_clipped, width, scale):
    theme.set_scale(scale)
    window = show(
        AnswerGroup(theme, "v", JA_NEE),
        AnswerGroup(theme, "w", MANY, multiple=True),
        width=width,
        height=1100,
    )
    assert_nothing_clipped(window)


def test_a_narrow_group_stacks_in_the_same_order(theme, show):
    made = AnswerGroup(theme, "v", JA_NEE)
    show(made, width=320)
    tops = [button.y() for button in made.buttons]
    assert tops == sorted(set(tops))


FOLDS = (FoldView("Uitleg", "Dit is uitleg."), FoldView("Waarom deze vraag?", "Daarom."))


def test_a_card_takes_letters_from_its_folds_but_not_from_a_field_elsewhere(theme, show, qtbot):
    card = QuestionCard(theme, QuestionView("f", "Vraag?", "", JA_NEE, folds=FOLDS, folds_key="F1"))
    field = QLineEdit()
    show(card, field)
    field.setFocus()
    with qtbot.assertNotEmitted(card.answered):
        qtbot.keyClick(field, Qt.Key.Key_J)
    fold = card.folds.folds[0].button
    fold.setFocus()
    with qtbot.waitSignal(card.answered) as sent:
        qtbot.keyClick(fold, Qt.Key.Key_N)
    assert sent.args == ["f", "nee"]


def test_f1_opens_and_shuts_both_folds(theme, show, qtbot, assert_nothing_clipped):
    card = QuestionCard(theme, QuestionView("f", "Vraag?", "", JA_NEE, folds=FOLDS, folds_key="F1"))
    window = show(card)
    card.focus_answer()
    qtbot.keyClick(card.group.buttons[0], Qt.Key.Key_F1)
    assert all(fold.content.isVisible() for fold in card.folds.folds)
    assert_nothing_clipped(window)
    qtbot.keyClick(card.group.buttons[0], Qt.Key.Key_F1)
    assert not any(fold.content.isVisible() for fold in card.folds.folds)


def test_a_card_is_a_group_named_by_its_question(theme, show):
    card = QuestionCard(theme, QuestionView("f", "Zijn er kinderen?", "", JA_NEE))
    show(card)
    seen = QAccessible.queryAccessibleInterface(card)
    assert seen.role() == QAccessible.Role.Grouping
    assert seen.text(QAccessible.Text.Name) == "Zijn er kinderen?"


@pytest.fixture
def flags(theme, show):
    rows = tuple(FlagView(name, f"Vlag {name}") for name in "abcd")
    made = FlagList(
        theme,
        "Vlaggen",
        (FlagSection(rows[:1], "Eerst", stands_out=True), FlagSection(rows[1:])),
        JA_NEE,
        rest_key="G",
    )
    show(made)
    made.focus_open()
    return made


def focused(flags):
    return next(
        (r, s) for r, row in enumerate(flags.rows) for s, b in enumerate(row.segments) if b.hasFocus()
    )


def test_flags_have_one_tab_stop(flags):
    assert sum(stops([s for row in flags.rows for s in row.segments])) == 1


def test_flag_arrows_move_over_both_sections_and_answer_nothing(flags, qtbot):
    with qtbot.assertNotEmitted(flags.answered):
        qtbot.keyClick(flags.rows[0].segments[0], Qt.Key.Key_Down)
        qtbot.keyClick(flags.rows[1].segments[0], Qt.Key.Key_Right)
    assert focused(flags) == (1, 1)
    qtbot.keyClick(flags.rows[1].segments[1], Qt.Key.Key_Up)
    assert focused(flags) == (0, 1)


def test_a_flag_letter_answers_and_goes_down(flags, qtbot):
    with qtbot.waitSignal(flags.answered) as sent:
        qtbot.keyClick(flags.rows[0].segments[0], Qt.Key.Key_N)
    assert sent.args == ["a", "nee"]
    assert focused(flags) == (1, 0)
    assert flags.rows[0].value() == "nee"


def test_flag_backspace_clears_and_g_asks_for_the_rest_but_fills_nothing(flags, qtbot):
    qtbot.keyClick(flags.rows[0].segments[0], Qt.Key.Key_J)
    qtbot.keyClick(flags.rows[1].segments[0], Qt.Key.Key_Up)
    with qtbot.waitSignal(flags.cleared) as sent:
        qtbot.keyClick(flags.rows[0].segments[0], Qt.Key.Key_Backspace)
    assert sent.args == ["a"]
    with qtbot.waitSignal(flags.rest):
        qtbot.keyClick(flags.rows[0].segments[0], Qt.Key.Key_G)
    assert [row.value() for row in flags.rows] == ["", "", "", ""]


def test_focus_goes_to_the_first_open_flag(flags):
    flags.set_values({"a": "ja", "b": "nee"})
    flags.focus_open()
    assert focused(flags) == (2, 0)


def test_flag_names(flags):
    seen = QAccessible.queryAccessibleInterface(flags.rows[0].segments[2])
    assert seen.role() == QAccessible.Role.RadioButton
    assert seen.text(QAccessible.Text.Name) == "Vlag a: Weet ik niet"


@pytest.mark.parametrize(("width", "scale"), [(640, 1.0), (400, 1.0), (1232, 2.0), (700, 2.0)])
def test_flags_are_never_clipped(theme, show, assert_nothing_clipped, width, scale):
    theme.set_scale(scale)
    rows = (
        FlagView("a", "Huisverbod of contactverbod overtreden, ook een keer"),
        FlagView("b", "Kort", "ja"),
    )
    window = show(FlagList(theme, "Vlaggen", (FlagSection(rows),), JA_NEE), width=width)
    assert_nothing_clipped(window)
