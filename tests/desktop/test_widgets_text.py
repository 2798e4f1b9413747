"""Text in the parts: nothing is clipped in any theme, width and scale, and it is read without marks."""

import pytest
from PySide6.QtCore import QPoint

from routewijzer.desktop.widgets import (
    checks,
    containers,
    emergency,
    fold,
    hero,
    label,
    logo,
    questioncard,
    rail,
    routecard,
    rows,
    views,
)
from routewijzer.desktop.widgets.textblock import TextBlock, plain
from widgetviews import BAR, NORM, ROUTE, STATIONS


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (800, 1.0), (700, 1.0), (1280, 2.0)])
def test_the_emergency_bar_never_drops_a_number(theme, show, assert_nothing_clipped, width, scale):
    theme.set_scale(scale)
    bar = emergency.EmergencyBar(theme, BAR)
    window = show(bar, width=width)
    assert_nothing_clipped(window)
    for part in (bar.call, bar.number, bar.button):
        assert part.isVisible()
        assert bar.rect().contains(part.mapTo(bar, QPoint(part.width() - 1, part.height() - 1)))


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
            views.FoldView(
                "Waarom deze vraag?", "Bij acute onveiligheid meldt u altijd.", "Bron", effects=effects
            ),
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
