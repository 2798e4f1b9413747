"""The frame: which page shows, the rail or the navigation, the panel, the line above the footer."""

from __future__ import annotations

from typing import Any

from routewijzer import text
from routewijzer.desktop.oneintake import ADVICE, CHECK, Intake
from routewijzer.desktop.presenters.pageviews import ShellView
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.views import NavItem

PLACES = ("start", "intake", "logboek", "oefenen", "kennis", "regels", "instellingen")
ICONS = ("house", "route", "clipboard-list", "graduation-cap", "book-open", "scale", "settings")


def shell(session: Session) -> ShellView:
    """Return the frame of the window for where the worker is."""
    words = text.load().desktop
    intake = session.intake if session.place == "intake" else None
    parts = _of_intake(intake, session) if intake else {}
    hidden = session.place == "afgeschermd"
    return ShellView(
        page=page_of(session),
        window_title=text.load().hidden.title if hidden else words.window_title,
        brand=words.brand,
        brand_second=words.brand_second,
        nav=navigation(),
        current=session.place,
        tools=tools(intake=intake is not None),
        message=session.message,
        bar=not hidden,
        **parts,
    )


def _of_intake(intake: Intake, session: Session) -> dict[str, Any]:
    """Return what the frame shows of an intake. Imported here: the start page needs no rules."""
    from routewijzer.desktop.presenters.panel import panel
    from routewijzer.desktop.presenters.rail import progress, rail

    done, total = progress(intake)
    return {
        "rail": rail(intake),
        "strip": _strip(intake),
        "strip_count": text.load().desktop.of.format(done=done, total=total),
        "saved": _saved(intake) + _other_rules(intake, session),
        "panel": panel(intake) if intake.page != ADVICE else None,
    }


def page_of(session: Session) -> str:
    """Return the name of the page module for where the worker is."""
    if session.place != "intake" or session.intake is None:
        return "start" if session.place == "intake" else session.place
    stop = session.intake.stop
    if session.trial is not None:
        return "watals"
    if stop.id in (CHECK, ADVICE):
        return stop.id
    return "vlaggen" if stop.group else "vragen"


def navigation() -> tuple[NavItem, ...]:
    """Return the main pages."""
    labels = text.load().desktop.pages
    return tuple(
        NavItem(place, label, icon, f"Alt {number}")
        for number, (place, label, icon) in enumerate(zip(PLACES, labels, ICONS, strict=True), start=1)
    )


def tools(*, intake: bool) -> tuple[NavItem, ...]:
    """Return the tools at the foot of the rail."""
    words = text.load().desktop
    last = (
        NavItem("later", words.tool_later, "house", "Ctrl Q")
        if intake
        else NavItem("hulp", words.tool_help, "circle-help", "F1")
    )
    return (
        NavItem("zoeken", words.tool_search, "search", "Ctrl K"),
        NavItem("verbergen", words.tool_hide, "eye-off", "F12"),
        last,
    )


def _strip(intake: Intake) -> str:
    words, stop = text.load().desktop, intake.stop
    if stop.step in intake.pack.step_by_id and stop.step > 0:
        return words.strip_step.format(step=stop.step, title=stop.titel)
    return stop.titel


def _saved(intake: Intake) -> str:
    words = text.load().desktop
    return words.saved.format(time=intake.saved) if intake.saved else words.saved_not


def _other_rules(intake: Intake, session: Session) -> str:
    """Return which rules the intake falls under, where they are not those of a new intake."""
    pack, current = intake.pack, session.engine.pack if session.engine else None
    if current is not None and (pack.id, pack.version) == (current.id, current.version):
        return ""
    return text.load().versions.kept.format(name=pack.naam, version=pack.version)
