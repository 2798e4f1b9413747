"""Example texts of the gallery: no advice, no pack."""

from __future__ import annotations

from routewijzer.desktop.widgets import views

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
            ("Start", "house"),
            ("Intake", "route"),
            ("Logboek", "clipboard-list"),
            ("Oefenen", "graduation-cap"),
            ("Kennis", "book-open"),
            ("Regels", "scale"),
            ("Instellingen", "settings"),
        ),
        start=1,
    )
)
TOOLS = (
    views.NavItem("zoek", "Zoeken", "search", "Ctrl K"),
    views.NavItem("verberg", "Scherm verbergen", "eye-off", "F12"),
    views.NavItem("later", "Later verder", "house", "Ctrl Q"),
)
STOPS = tuple(
    views.StopView(name, name, count, state, name)
    for name, count, state in (
        ("Wie en thuis", "8/8", "gedaan"),
        ("Het geweld", "1/3", "nu"),
        ("Rode vlaggen", "0/13", "open"),
        ("Hulp en omgeving", "0/3", "open"),
    )
)
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
