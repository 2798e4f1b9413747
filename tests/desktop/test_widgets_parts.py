"""The other parts: names and roles, Enter presses, rails, ring, routes, table, and no clipped text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.widgets import (
    buttons,
    checks,
    containers,
    emergency,
    fields,
    fold,
    hero,
    label,
    logo,
    message,
    nav,
    questioncard,
    rail,
    results,
    routecard,
    rows,
    tags,
    views,
)
from routewijzer.desktop.widgets.focusring import FocusRing
from routewijzer.desktop.widgets.textblock import TextBlock, plain

NORM = views.GroundView("norm", "Norm", "Dit geldt in heel Nederland.")
BAR = views.EmergencyView(
    "Noodnummers",
    "Direct gevaar?",
    "Bel 112",
    "112",
    "Veilig Thuis",
    "0800-2000",
    "dag en nacht",
    "Spoedpagina",
    "Ctrl 1",
)
STOPS = (views.StopView("s1", "Wie en thuis", "1/2", "nu", "Wie en thuis, 1 van 2"),)
STATIONS = (
    views.StationView("a", "Spoed", "0", "1/1", "gedaan", "Spoed, 1 van 1 beantwoord"),
    views.StationView("b", "Signalen", "1", "1/2", "nu", "Stap 1, Signalen, huidige stap", STOPS),
    views.StationView("c", "Advies", "icon:signpost", "", "open", "Advies"),
)
CHAIN = (
    views.ChainLink(
        "antwoord", "Zij vertelde er zelf over.", "Reden 1 van 1, uw antwoord: zij vertelde er zelf over."
    ),
    views.ChainLink(
        "regel", "Dan meldt u altijd.", "Reden 1 van 1, norm: dan meldt u altijd.", NORM, "regel X"
    ),
    views.ChainLink("route", "Dus: meld vandaag", "Dus: meld vandaag"),
)
ROUTE = views.RouteView(
    id="r",
    title="Melding bij Veilig Thuis",
    why="Omdat zij het vertelde.",
    urgency=views.UrgencyView("vandaag", "Vandaag"),
    ground=NORM,
    number="0800-2000",
    hours="dag en nacht",
    place="1 van 4",
    columns=(views.FactColumn("Houd klaar", ("uw naam", "wat u zag"), ticked=True),),
    reasons_title="1 reden",
    reasons_note="",
    reasons_key="W",
    reasons=CHAIN,
    name="Vandaag: melding",
)


def seen(widget):
    face = QAccessible.queryAccessibleInterface(widget)
    return face.role(), face.text(QAccessible.Text.Name)


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


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (800, 1.0), (700, 1.0), (1280, 2.0)])
def test_the_emergency_bar_never_drops_a_number(theme, show, assert_nothing_clipped, width, scale):
    theme.set_scale(scale)
    bar = emergency.EmergencyBar(theme, BAR)
    window = show(bar, width=width)
    assert_nothing_clipped(window)
    for part in (bar.call, bar.number, bar.button):
        assert part.isVisible()
        assert bar.rect().contains(part.mapTo(bar, QPoint(part.width() - 1, part.height() - 1)))


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


def test_the_step_rail_has_one_tab_stop_on_where_you_are(theme, show, qtbot):
    steps = rail.StepRail(theme, "Stappen", STATIONS)
    show(steps)
    policies = [b.focusPolicy() == Qt.FocusPolicy.StrongFocus for b in steps.buttons]
    assert policies == [False, False, True, False]
    steps.focus_current()
    qtbot.keyClick(steps.buttons[2], Qt.Key.Key_Down)
    assert steps.buttons[3].hasFocus()
    with qtbot.waitSignal(steps.chosen) as sent:
        qtbot.keyClick(steps.buttons[3], Qt.Key.Key_Return)
    assert sent.args == ["c"]
    assert seen(steps.buttons[1]) == (QAccessible.Role.Button, "Stap 1, Signalen, huidige stap")


def test_the_step_rail_keeps_the_focus_on_new_counts(theme, show):
    steps = rail.StepRail(theme, "Stappen", STATIONS)
    show(steps)
    steps.focus_current()
    fresh = (*STATIONS[:2], views.StationView("c", "Advies", "icon:signpost", "1", "open", "Advies, 1"))
    steps.set_stations(fresh)
    assert steps.buttons[2].hasFocus()
    assert steps.buttons[3].accessibleName() == "Advies, 1"


def test_a_narrow_rail_has_tooltips_for_its_words(theme, show):
    steps = rail.StepRail(theme, "Stappen", STATIONS)
    show(steps)
    steps.set_narrow(True)
    assert [b.view.id for b in steps.buttons] == ["a", "b", "c"]
    assert all(b.toolTip() for b in steps.buttons)


def test_the_nav_rail_moves_and_goes(theme, show, qtbot):
    items = (
        views.NavItem("start", "Start", "house", "Alt 1"),
        views.NavItem("log", "Logboek", "clipboard-list", "Alt 3"),
    )
    pages = nav.NavRail(theme, "Pagina's", items, "start")
    show(pages)
    pages.buttons[0].setFocus()
    qtbot.keyClick(pages.buttons[0], Qt.Key.Key_Down)
    assert pages.buttons[1].hasFocus()
    with qtbot.waitSignal(pages.chosen) as sent:
        qtbot.keyClick(pages.buttons[1], Qt.Key.Key_Return)
    assert sent.args == ["log"]


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


def test_the_ring_follows_focus_and_scrolling(theme, show, qtbot, qapp):
    column = containers.ScrollColumn(theme)
    parts = [buttons.SecondaryButton(theme, f"Knop {at}") for at in range(30)]
    for part in parts:
        column.body.addWidget(part)
    window = show(column, height=300)
    ring = FocusRing(theme, window)
    parts[0].setFocus()
    assert ring.geometry().center() == QPoint(*_centre(parts[0], window))
    parts[25].setFocus()
    qtbot.waitUntil(lambda: column.verticalScrollBar().value() > 0)
    assert ring.geometry().center() == QPoint(*_centre(parts[25], window))
    column.verticalScrollBar().setValue(0)
    assert not ring.isVisible()


def _centre(widget, window):
    at = widget.mapTo(window, widget.rect().center())
    return at.x(), at.y()


def test_bold_marks_are_not_read():
    assert plain("**Geen namen.** U vult niets in.") == "Geen namen. U vult niets in."


def test_text_gets_higher_as_it_gets_narrower(theme):
    block = TextBlock("een twee drie vier vijf zes zeven", theme.font("body"), 21)
    assert block.height(1000) == 21
    assert block.height(80) >= 63
    assert TextBlock("", theme.font("body"), 21).height(80) == 0


@pytest.mark.parametrize("mode", ["licht", "donker", "contrast"])
@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (520, 1.0), (1280, 2.0), (760, 2.0)])
def test_nothing_is_clipped(theme, show, assert_nothing_clipped, mode, width, scale):
    theme.set_mode(mode)
    theme.set_scale(scale)
    effects = (views.EffectView("J", "Ja", "Meld vandaag bij Veilig Thuis.", NORM),)
    column = containers.ScrollColumn(theme)
    cells = (
        views.Cell("november 2026"),
        views.Cell("Direct melden", strong=True),
        views.Cell("Nu", views.UrgencyView("nu", "Nu")),
    )
    for part in (
        routecard.RouteCard(theme, ROUTE, is_open=True),
        routecard.RouteCard(theme, ROUTE),
        fold.FoldOut(
            theme,
            views.FoldView("Waarom deze vraag?", "Bij acute onveiligheid meldt u altijd.", "Bron", effects),
            is_open=True,
        ),
        questioncard.AnsweredCard(
            theme, "6 vragen beantwoord", "Wijzig", note="Ex-partner · niet samen · volwassen · vrouw"
        ),
        checks.CheckItem(
            theme, "Leg vast wat u zag en deed, en wanneer dat was", "Alleen als dat veilig is."
        ),
        rows.LinkRow(theme, views.LinkView("x", "Vertelt iemand er zelf over in dit gezin?", "13 vragen")),
        rows.LogTable(theme, "Intakes", ("Maand", "Besluit", "Urgentie"), (views.RowView("a", cells, "a"),)),
        hero.HeroTile(
            theme,
            views.HeroView(
                "Nieuwe intake",
                "Loop de vijf stappen.",
                ("Signalen", "Wegen"),
                ("melden", "hulp"),
                "Begin",
                "Enter",
                "Eerste vraag",
            ),
        ),
        logo.Brand(theme, "Routewijzer", "Meldcode"),
    ):
        column.body.addWidget(part)
    column.body.addStretch(1)
    window = show(column, width=width, height=800)
    assert_nothing_clipped(window)
    assert window.grab().width() >= width


def test_the_clip_check_sees_a_clipped_label(theme, show, assert_nothing_clipped):
    text = label.WrapLabel(theme, "Dit is een lange zin die op een smalle plek meer regels nodig heeft.")
    text.setFixedSize(120, 20)
    window = show(text)
    with pytest.raises(AssertionError, match="needs"):
        assert_nothing_clipped(window)


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


def test_an_outcome_says_whose_choice_it_is(theme, show):
    row = results.OutcomeRow(theme, views.OutcomeView("Melden", "2", by_rules=True, note="De regels"))
    show(row)
    assert seen(row) == (QAccessible.Role.StaticText, "Melden, De regels")


def test_the_ring_outlives_what_it_was_around(theme, show, qtbot, qapp):
    gone, stays = buttons.SecondaryButton(theme, "Weg"), buttons.SecondaryButton(theme, "Blijft")
    window = show(gone, stays)
    ring = FocusRing(theme, window)
    gone.setFocus()
    assert ring.isVisible()
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    stays.setFocus()
    qapp.processEvents()
    assert ring.geometry().center() == QPoint(*_centre(stays, window))


def test_a_change_of_scale_while_shown_clips_nothing(theme, show, assert_nothing_clipped):
    column = containers.ScrollColumn(theme)
    options = (
        views.OptionView("ja", "Ja", "J"),
        views.OptionView("onbekend", "Weet ik niet", "O", wide=True),
    )
    for part in (
        questioncard.QuestionCard(
            theme, views.QuestionView("q", "Is iemand nu niet veilig?", "Ook later.", options)
        ),
        routecard.RouteCard(theme, ROUTE, is_open=True),
        rail.StepRail(theme, "Stappen", STATIONS),
    ):
        column.body.addWidget(part)
    column.body.addStretch(1)
    window = show(column, width=1000)
    for scale in (2.0, 1.25, 1.0):
        theme.set_scale(scale)
        assert_nothing_clipped(window)


def test_a_card_shows_that_it_is_the_current_one(theme, show):
    options = (views.OptionView("ja", "Ja", "J"),)
    card = questioncard.QuestionCard(theme, views.QuestionView("q", "Is iemand nu niet veilig?", "", options))
    window = show(card)
    before = window.grab().toImage()
    card.set_current(True)
    assert window.grab().toImage() != before
