"""The views that tests of widgets show, and what a screen reader is told of a widget."""

from PySide6.QtGui import QAccessible

from routewijzer.desktop.widgets import views

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
    """Return the role and the name of a widget as a screen reader gets them."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.role(), face.text(QAccessible.Text.Name)
