"""Draw every widget to PNG, to look at: `QT_QPA_PLATFORM=offscreen python tools/gallery.py <folder>`.

One picture for each board, mode and text scale, e.g. `intake-donker-100.png`. The texts are examples.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import (
    buttons,
    checks,
    containers,
    emergency,
    fields,
    flags,
    hero,
    label,
    logo,
    nav,
)
from routewijzer.desktop.widgets import questioncard, rail, routecard, rows, tags, views
from routewijzer.desktop.widgets.focusring import FocusRing

JA_NEE = (
    views.OptionView("ja", "Ja", "J"),
    views.OptionView("nee", "Nee", "N"),
    views.OptionView("onbekend", "Weet ik niet", "O", wide=True),
)
NORM = views.GroundView("norm", "Norm", "Dit geldt in heel Nederland.")
BELEID = views.GroundView("beleid", "Beleid", "Dit is afgesproken in uw gemeente of regio.")
CARE = views.GroundView("voorzichtigheid", "Voorzichtigheid", "Keuze van dit pakket. Geen wet.")
TODAY = views.UrgencyView("vandaag", "Vandaag")
BAR = views.EmergencyView(
    "Noodnummers",
    "Direct gevaar?",
    "Bel 112",
    "112",
    "Veilig Thuis",
    "0800-2000",
    "gratis, dag en nacht",
    "Spoedpagina",
    "Ctrl 1",
)
PAGES = tuple(
    views.NavItem(name.lower(), name, icon, f"Alt {at}")
    for at, (name, icon) in enumerate(
        (
            ("Start", "house"), ("Intake", "route"), ("Logboek", "clipboard-list"), ("Oefenen", "graduation-cap"),
            ("Kennis", "book-open"), ("Regels", "scale"), ("Instellingen", "settings"),
        ),
        start=1,
    )
)  # fmt: skip
TOOLS = (
    views.NavItem("zoek", "Zoeken", "search", "Ctrl K"),
    views.NavItem("verberg", "Scherm verbergen", "eye-off", "F12"),
    views.NavItem("later", "Later verder", "house", "Ctrl Q"),
)
STOPS = tuple(
    views.StopView(name, name, count, state, name)
    for name, count, state in (
        ("Wie en thuis", "8/8", "gedaan"), ("Het geweld", "1/3", "nu"), ("Rode vlaggen", "0/13", "open"), ("Hulp en omgeving", "0/3", "open"),
    )
)  # fmt: skip
STATIONS = (
    views.StationView("0", "Spoed", "0", "1/1", "gedaan", "Spoed, 1 van 1 beantwoord"),
    views.StationView("1", "Signalen", "1", "7/27", "nu", "Stap 1, Signalen, 7 van 27, huidige stap", STOPS),
    views.StationView("2", "Collega vragen", "2", "0/5", "open", "Stap 2"),
    views.StationView("3", "Gesprek", "3", "0/2", "open", "Stap 3"),
    views.StationView("4", "Wegen", "4", "2/3", "deels", "Stap 4"),
    views.StationView("5", "Beslissen", "5", "0/9", "open", "Stap 5"),
    views.StationView("c", "Controleren", "icon:list-checks", "", "open", "Controleren"),
    views.StationView("a", "Advies", "icon:signpost", "", "open", "Advies"),
)


def _rail(theme: Theme, upper: QWidget, *, narrow: bool = False) -> QWidget:
    ground = containers.Ground(theme, "page", "right")
    column = QVBoxLayout(ground)
    side = theme.space(12)
    column.setContentsMargins(side, theme.space(20), side, side)
    column.setSpacing(theme.space(20))
    brand = logo.Brand(theme, "Routewijzer", "Meldcode")
    tools = nav.NavRail(theme, "Hulpmiddelen", TOOLS, page=False)
    for part in (brand, upper, tools):
        if narrow and hasattr(part, "set_narrow"):
            part.set_narrow(True)
    column.addWidget(brand)
    column.addWidget(upper)
    column.addStretch(1)
    column.addWidget(containers.Divider(theme))
    column.addWidget(tools)
    ground.setFixedWidth(theme.target(68) if narrow else round(theme.px(256)))
    return ground


def _page(theme: Theme, left: QWidget | None, middle: QWidget, right: QWidget | None) -> QWidget:
    window = QWidget()
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(emergency.EmergencyBar(theme, BAR))
    line = QHBoxLayout()
    line.setSpacing(0)
    for part in (left, middle, right):
        if part:
            line.addWidget(part, 1 if part is middle else 0)
    outer.addLayout(line, 1)
    FocusRing(theme, window)
    return window


def _side(theme: Theme, *parts: QWidget) -> QWidget:
    ground = containers.Ground(theme, "panel", "left")
    column = QVBoxLayout(ground)
    pad = theme.space(24)
    column.setContentsMargins(pad, pad, pad, pad)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    ground.setFixedWidth(theme.px(344))
    return ground


def start(theme: Theme) -> QWidget:
    """The start tile, cards, and the panel."""
    scroll = containers.ScrollColumn(theme)
    scroll.body.addWidget(label.WrapLabel(theme, "Goedemiddag. Waar wilt u mee beginnen?", "page"))
    tile = hero.HeroTile(
        theme,
        views.HeroView(
            "Nieuwe intake", "Loop de vijf stappen van de meldcode. Bij elk antwoord ziet u het advies, en waarom.",
            ("Signalen", "Collega", "Gesprek", "Wegen", "Beslissen"), ("melden", "advies vragen", "hulp"), "Begin", "Enter",
            "Eerste vraag: is er direct gevaar?",
        ),
    )  # fmt: skip
    scroll.body.addWidget(tile)
    card = containers.Card(theme, "Open intake")
    row = QHBoxLayout()
    texts = QVBoxLayout()
    texts.addWidget(
        label.WrapLabel(
            theme, "Open intake van vandaag, 10.42 uur", "title", icon="history", icon_token="accent"
        )
    )
    texts.addWidget(
        label.WrapLabel(
            theme,
            "Stap 1 · 21 van 48 vragen beantwoord · nog niet te zeggen: eerst veiligheid",
            "body",
            "soft",
        )
    )
    row.addLayout(texts, 1)
    row.addWidget(buttons.SecondaryButton(theme, "Ga verder", key="V"))
    card.body.addLayout(row)
    scroll.body.addWidget(card)
    scroll.body.addWidget(_urgencies(theme))
    scroll.body.addStretch(1)
    side = _side(
        theme,
        label.WrapLabel(theme, "Twijfelt u?", "label", "soft", icon="phone"),
        label.WrapLabel(theme, "Bel Veilig Thuis", "state"),
        label.NumberLabel(theme, "0800-2000", "Veilig Thuis 0800-2000", "number_hero"),
        label.WrapLabel(theme, "Gratis, dag en nacht. U kunt advies vragen zonder namen te noemen."),
        containers.Divider(theme, strong=True),
        label.WrapLabel(
            theme, "**Geen namen.** U vult nergens een naam of adres in.", icon="lock", icon_token="accent"
        ),
        label.WrapLabel(
            theme, "**U beslist.** De app geeft advies en zegt waarom.", icon="split", icon_token="accent"
        ),
    )
    window = _page(theme, _rail(theme, nav.NavRail(theme, "Pagina's", PAGES, "start")), scroll, side)
    tile.button.setFocus()
    return window


def _urgencies(theme: Theme) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    kinds = (
        ("nu", "Nu"),
        ("vandaag", "Vandaag"),
        ("deze_week", "Deze week"),
        ("gepland", "Gepland"),
        ("geen", "Geen haast"),
    )
    for kind, word in kinds:
        row.addWidget(tags.UrgencyPill(theme, views.UrgencyView(kind, word)))  # type: ignore[arg-type]
    row.addStretch(1)
    return holder


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
        views.FoldView("Uitleg", "Acuut betekent: iemand is **nu of de komende dagen** niet veilig. Ook zonder letsel."),
        views.FoldView(
            "Waarom deze vraag?", "Bij acute onveiligheid meldt u altijd.", "Bron: norm 1",
            (
                views.EffectView("J", "Ja", "Meld vandaag bij Veilig Thuis.", NORM),
                views.EffectView("N", "Nee", "De andere antwoorden beslissen."),
                views.EffectView("O", "Weet ik niet", "Vraag vandaag advies.", CARE),
            ),
        ),
    )  # fmt: skip
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
    side = _side(
        theme,
        label.WrapLabel(theme, "Advies tot nu toe", "label", "soft", icon="signpost"),
        label.WrapLabel(theme, "Nog niet te zeggen: eerst veiligheid", "state"),
        label.WrapLabel(
            theme, "Zolang deze vragen open staan, ziet u hier geen rustiger advies.", "body", "soft"
        ),
        label.WrapLabel(theme, "Veiligheid, nog open: 17 vragen", "label", "soft"),
        rows.LinkRow(theme, views.LinkView("f", "Rode vlaggen", "13 vragen")),
        rows.LinkRow(theme, views.LinkView("w", "Vertelt iemand er zelf over?", "1 vraag")),
        label.WrapLabel(theme, "Leg vast wat u zelf ziet en hoort.", icon="list-checks", icon_token="accent"),
    )
    narrow = theme.scale > 1
    window = _page(
        theme,
        _rail(theme, rail.StepRail(theme, "Stappen", STATIONS), narrow=narrow),
        scroll,
        None if narrow else side,
    )
    window.layout().addWidget(_footer(theme))  # type: ignore[union-attr]
    card.focus_answer()
    return window


def _footer(theme: Theme) -> QWidget:
    ground = containers.Ground(theme, "page", "top")
    row = QHBoxLayout(ground)
    row.setContentsMargins(theme.space(32), theme.space(9), theme.space(32), theme.space(9))
    row.addWidget(buttons.LinkButton(theme, "Vorige", icon="arrow-left", key="Alt ←"))
    row.addWidget(containers.Divider(theme, upright=True))
    row.addWidget(buttons.IconButton(theme, "undo-2", "Ongedaan maken"))
    row.addWidget(buttons.IconButton(theme, "redo-2", "Opnieuw doen"))
    row.addStretch(1)
    row.addWidget(buttons.PrimaryButton(theme, "Verder", after="arrow-right", key="Enter"))
    return ground


def vlaggen(theme: Theme) -> QWidget:
    """The flag list."""
    words = (
        ("Dreigen met de dood, ook van zichzelf", "nee"), ("Een wapen in bezit of gebruikt", ""), ("Wurgen, smoren of een poging daartoe", ""),
        ("Stalking: volgen of controleren", "ja"), ("Pas nog geweld gebruikt", "nee"), ("Geweld tijdens een zwangerschap", "onbekend"),
        ("Dwingen tot seks", "nee"), ("Zorg of medicijnen onthouden", ""), ("Huisverbod of contactverbod overtreden", ""),
    )  # fmt: skip
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
    window = _page(
        theme,
        None if theme.scale > 1 else _rail(theme, rail.StepRail(theme, "Stappen", STATIONS)),
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
            title, title, why, urgency, ground, number, "gratis, dag en nacht", "1 van 4", columns,
            "Waarom dit advies: 2 redenen", "Voorzichtigheid = keuze, geen wet", "W", reasons, f"{title}, {urgency.label}",
        )  # fmt: skip

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
    window = _page(theme, None, scroll, None if theme.scale > 1 else _advice_side(theme))
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
    return _side(
        theme,
        buttons.PrimaryButton(theme, "Afdrukken", icon="printer", key="Ctrl P"),
        buttons.SecondaryButton(theme, "PDF", icon="file-down"),
        off,
        todo,
        fields.SelectBox(theme, "Besluit", ("Elk besluit", "Melden")),
    )


def logboek(theme: Theme) -> QWidget:
    """Fields, chips and the table."""
    scroll = containers.ScrollColumn(theme)
    scroll.body.addWidget(label.WrapLabel(theme, "Logboek", "page"))
    line = QHBoxLayout()
    line.addWidget(fields.SearchField(theme, "Zoeken", "Zoek een begrip"), 1)
    line.addWidget(fields.SelectBox(theme, "Besluit", ("Elk besluit", "Melden")))
    scroll.body.addLayout(line)
    chips = QHBoxLayout()
    chips.addWidget(checks.FilterChip(theme, "Alles 48", on=True))
    chips.addWidget(checks.FilterChip(theme, "Weet ik niet 4", icon="circle-help"))
    chips.addWidget(checks.FilterChip(theme, "Nog open 1", icon="circle-alert"))
    chips.addStretch(1)
    scroll.body.addLayout(chips)
    kinds = (
        ("vandaag", "Vandaag"),
        ("deze_week", "Deze week"),
        ("nu", "Nu"),
        ("gepland", "Gepland"),
        ("geen", "Geen haast"),
    )
    lines = tuple(
        views.RowView(
            kind,
            (
                views.Cell("nov 2026"),
                views.Cell("Direct melden", strong=True),
                views.Cell(word, views.UrgencyView(kind, word)),
                views.Cell("Veilig Thuis, AWARE +2"),
            ),
            word,
        )  # type: ignore[arg-type]
        for kind, word in kinds
    )
    table = rows.LogTable(theme, "Intakes", ("Maand", "Besluit", "Urgentie", "Partners"), lines)
    scroll.body.addWidget(table)
    scroll.body.addStretch(1)
    window = _page(theme, None, scroll, None)
    table.focus_row(1)
    return window


def spoed(theme: Theme) -> QWidget:
    """The large 112."""
    red = containers.Ground(theme, "bar")
    column = QVBoxLayout(red)
    column.addWidget(label.WrapLabel(theme, "Direct gevaar? Bel nu", "page", "on_bar", icon="phone-call"))
    number = hero.BigNumber(theme, "112", "Bel 112")
    column.addWidget(number, 1)
    window = _page(theme, None, red, None)
    number.setFocus()
    return window


BOARDS: tuple[Callable[[Theme], QWidget], ...] = (start, intake, vlaggen, advies, logboek, spoed)


def main() -> None:
    """Write all pictures into the folder of the first argument; further arguments choose boards by name."""
    folder, wanted = Path(sys.argv[1]), set(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme = Theme("licht")
    theme.apply(app)
    for mode, scale in (("licht", 1.0), ("donker", 1.0), ("contrast", 1.0), ("licht", 2.0)):
        theme.set_mode(mode)  # type: ignore[arg-type]
        theme.set_scale(scale)
        for board in BOARDS:
            if wanted and board.__name__ not in wanted:
                continue
            window = board(theme)
            window.resize(1280, 800)
            window.show()
            app.processEvents()
            app.processEvents()
            window.grab().save(str(folder / f"{board.__name__}-{mode}-{round(scale * 100)}.png"))
            window.close()
            window.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    main()
