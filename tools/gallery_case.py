"""Boards of the gallery that show a case: questions, flags, advice."""

from __future__ import annotations

from gallery_frame import footer, page, panel, rail_ground
from gallery_words import BELEID, CARE, JA_NEE, NORM, STATIONS, TODAY
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import (
    buttons,
    checks,
    containers,
    fields,
    flags,
    label,
    questioncard,
    rail,
    routecard,
    rows,
    views,
)


def intake(theme: Theme) -> QWidget:
    """Question cards, and the panel."""
    scroll = containers.ScrollColumn(theme)
    scroll.body.addWidget(label.WrapLabel(theme, "Stap 1 · Signalen in kaart brengen", "label", "soft"))
    scroll.body.addWidget(label.WrapLabel(theme, "Wie en thuis", "page"))
    scroll.body.addWidget(
        questioncard.AnsweredCard(
            theme, "6 vragen beantwoord", "Wijzig", note="Ex-partner · niet samen · volwassen"
        )
    )
    scroll.body.addWidget(
        questioncard.QuestionCard(
            theme,
            views.QuestionView(
                "a",
                "Zijn er kinderen in het gezin?",
                "Ook kinderen die er een deel van de week zijn.",
                JA_NEE,
                ("ja",),
            ),
        )
    )
    folds = (
        views.FoldView(
            "Uitleg", "Acuut betekent: iemand is **nu of de komende dagen** niet veilig. Ook zonder letsel."
        ),
        views.FoldView(
            "Waarom deze vraag?",
            "Bij acute onveiligheid meldt u altijd.",
            "Bron: norm 1",
            (
                views.EffectView("J", "Ja", "Meld vandaag bij Veilig Thuis.", NORM),
                views.EffectView("N", "Nee", "De andere antwoorden beslissen."),
                views.EffectView("O", "Weet ik niet", "Vraag vandaag advies.", CARE),
            ),
        ),
    )
    card = questioncard.QuestionCard(
        theme,
        views.QuestionView(
            "b",
            "Is de kindcheck gedaan?",
            "U weet hoe het met elk kind gaat en of het veilig is.",
            JA_NEE,
            (),
            False,
            True,
            folds,
            "F1",
        ),
    )
    scroll.body.addWidget(card)
    unfolded = questioncard.QuestionCard(
        theme,
        views.QuestionView(
            "c", "Is iemand nu niet veilig?", "", JA_NEE, ("onbekend",), False, False, folds, "F1"
        ),
    )
    unfolded.folds.toggle_all()
    scroll.body.addWidget(unfolded)
    many = tuple(
        views.OptionView(str(at), word, str(at))
        for at, word in enumerate(("Lichamelijk", "Psychisch", "Seksueel", "Financieel"), 1)
    )
    many += (
        views.OptionView("geen", "Geen van deze", "G", exclusive=True),
        views.OptionView("onbekend", "Weet ik niet", "O", exclusive=True),
    )
    scroll.body.addWidget(
        questioncard.QuestionCard(
            theme,
            views.QuestionView("d", "Welk geweld ziet u?", "Meer antwoorden mag.", many, ("1", "3"), True),
        )
    )
    scroll.body.addStretch(1)
    side = panel(
        theme,
        label.WrapLabel(theme, "Advies tot nu toe", "label", "soft", icon="signpost"),
        label.WrapLabel(theme, "Nog niet te zeggen: eerst veiligheid", "state"),
        label.WrapLabel(
            theme, "Zolang deze vragen open staan, ziet u hier geen rustiger advies.", "body", "soft"
        ),
        label.WrapLabel(theme, "Veiligheid, nog open: 17 vragen", "label", "soft"),
        rows.LinkRow(theme, views.LinkView("f", "Rode vlaggen", "13 vragen")),
        rows.LinkRow(theme, views.LinkView("w", "Vertelt iemand er zelf over?", "1 vraag")),
        label.WrapLabel(theme, "Leg vast wat u zelf ziet en hoort.", icon="list-checks", icon_tone="accent"),
    )
    narrow = theme.scale > 1
    window = page(
        theme,
        rail_ground(theme, rail.StepRail(theme, "Stappen", STATIONS), narrow=narrow),
        scroll,
        None if narrow else side,
    )
    window.layout().addWidget(footer(theme))  # type: ignore[union-attr]
    card.focus_answer()
    return window


def vlaggen(theme: Theme) -> QWidget:
    """The flag list."""
    words = (
        ("Dreigen met de dood, ook van zichzelf", "nee"),
        ("Een wapen in bezit of gebruikt", ""),
        ("Wurgen, smoren of een poging daartoe", ""),
        ("Stalking: volgen of controleren", "ja"),
        ("Pas nog geweld gebruikt", "nee"),
        ("Geweld tijdens een zwangerschap", "onbekend"),
        ("Dwingen tot seks", "nee"),
        ("Zorg of medicijnen onthouden", ""),
        ("Huisverbod of contactverbod overtreden", ""),
    )
    flagged = tuple(views.FlagView(str(at), word, value) for at, (word, value) in enumerate(words))
    sections = (
        flags.FlagSection(flagged[:3], "Eerst deze drie", stands_out=True),
        flags.FlagSection(flagged[3:]),
    )
    scroll = containers.ScrollColumn(theme)
    scroll.body.addWidget(label.WrapLabel(theme, "Welke rode vlaggen ziet u?", "page"))
    listed = flags.FlagList(theme, "Rode vlaggen", sections, JA_NEE, rest_key="G")
    scroll.body.addWidget(listed)
    scroll.body.addStretch(1)
    window = page(
        theme,
        None if theme.scale > 1 else rail_ground(theme, rail.StepRail(theme, "Stappen", STATIONS)),
        scroll,
        None,
    )
    listed.focus_open()
    return window


def advies(theme: Theme) -> QWidget:
    """Route cards and the side column."""
    reasons = (
        views.ChainLink("antwoord", "Het slachtoffer vertelde er zelf over.", "Uw antwoord"),
        views.ChainLink(
            "regel", "Vertelt iemand er zelf over, dan meldt u altijd.", "Reden 1 van 2, norm", NORM
        ),
        views.ChainLink("antwoord", "Stalking, extreme angst, relatie net verbroken.", "Uw antwoord"),
        views.ChainLink("regel", "3 rode vlaggen: het risico is zeer hoog.", "Reden 2 van 2", CARE),
        views.ChainLink("route", "Dus: meld vandaag", "Dus: meld vandaag"),
    )
    columns = (
        views.FactColumn(
            "Houd klaar", ("uw naam en nummer", "wat u zag en hoorde", "wie er in huis wonen"), ticked=True
        ),
        views.FactColumn("Daarna", ("Veilig Thuis weegt de veiligheid. U krijgt bericht.",)),
        views.FactColumn("Termijn", ("Oordeel binnen 5 werkdagen. Onderzoek: hooguit 10 weken.",)),
    )

    def route(
        title: str, why: str, urgency: views.UrgencyView, ground: views.GroundView | None, number: str
    ) -> views.RouteView:
        return views.RouteView(
            title,
            title,
            why,
            urgency,
            ground,
            number,
            "gratis, dag en nacht",
            "1 van 4",
            columns,
            "Waarom dit advies: 2 redenen",
            "Voorzichtigheid = keuze, geen wet",
            "W",
            reasons,
            f"{title}, {urgency.label}",
        )

    scroll = containers.ScrollColumn(theme, 28, 9)
    scroll.body.addWidget(label.WrapLabel(theme, "Besluit: direct melden", "label", "soft"))
    scroll.body.addWidget(label.WrapLabel(theme, "Meld vandaag bij Veilig Thuis", "verdict"))
    first = routecard.RouteCard(
        theme, route("Melding bij Veilig Thuis", "", TODAY, None, "0800-2000"), is_open=True
    )
    scroll.body.addWidget(first)
    later = views.UrgencyView("gepland", "Gepland")
    scroll.body.addWidget(
        routecard.RouteCard(
            theme,
            route(
                "Blijf Groep: overleg", "Vraag of er een veilige plek nodig is.", TODAY, CARE, "088 234 24 50"
            ),
        )
    )
    scroll.body.addWidget(
        routecard.RouteCard(
            theme,
            route("AWARE: mobiel alarm", "Er is stalking. Eén knop roept de politie.", TODAY, BELEID, ""),
        )
    )
    scroll.body.addWidget(
        routecard.RouteCard(theme, route("MDA++ aanmelden", "Hulp stopte zonder effect.", later, BELEID, ""))
    )
    scroll.body.addStretch(1)
    window = page(theme, None, scroll, None if theme.scale > 1 else _advice_side(theme))
    first.head.setFocus()
    return window


def _advice_side(theme: Theme) -> QWidget:
    todo = containers.Card(theme, "Doe dit ook")
    todo.body.addWidget(label.WrapLabel(theme, "Doe dit ook", "title"))
    todo.body.addWidget(
        checks.CheckItem(theme, "Praat nog niet met het gezin", "Overleg eerst met Veilig Thuis.")
    )
    todo.body.addWidget(checks.CheckItem(theme, "Doe de kindcheck"))
    todo.body.addWidget(checks.CheckItem(theme, "Leg vast wat u zag en deed", done=True))
    off = buttons.PrimaryButton(theme, "Sluit af en leg vast", icon="clipboard-list")
    off.setEnabled(False)
    return panel(
        theme,
        buttons.PrimaryButton(theme, "Afdrukken", icon="printer", key="Ctrl P"),
        buttons.SecondaryButton(theme, "PDF", icon="file-down"),
        off,
        todo,
        fields.SelectBox(theme, "Besluit", ("Elk besluit", "Melden")),
    )
