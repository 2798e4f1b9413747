"""The advice so far, beside the questions.

Three states: (a) safety is open and nothing certain; (b) the same, with danger seen; (c) an outcome.
A mild besluit never shows while it is voorlopig; what is certain shows at once.
"""

from __future__ import annotations

from routewijzer import text
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.pageviews import PanelView, Seen


def panel(intake: Intake) -> PanelView:
    """Return the panel of an intake."""
    return _settled(intake) if intake.advice.settled else _open(intake)


def _settled(intake: Intake) -> PanelView:
    words, advice, pack = text.load().desktop, intake.advice, intake.pack
    besluit = pack.besluit_by_id[advice.besluit]
    title = besluit.titels[advice.urgentie]
    first = pack.route_by_id[advice.routes[0].id] if advice.routes else None
    links = wording.open_links(intake, safety=advice.zeker)
    open_count = wording.open_safety(advice, pack)
    note = words.may_change if links and not advice.zeker else ""
    if advice.zeker and open_count:
        note = words.certain_one if open_count == 1 else words.certain
    return PanelView(
        kicker=words.panel_kicker,
        title=title,
        strip=title,
        urgency=wording.urgency(pack, advice.urgentie),
        number=(first.telefoon or "") if first else "",
        note=note,
        reasons_title=words.because,
        reasons=wording.grounded(advice.besluit_because),
        open_title=_open_title(open_count) if advice.zeker else words.still_open,
        open=links,
        now_title=words.now_title,
        now=tuple(pack.actie_by_id[item.id].label for item in advice.acties),
        clash_title=words.clash_title,
        clashes=wording.clashes(intake),
    )


def _open(intake: Intake) -> PanelView:
    words, advice, pack = text.load().desktop, intake.advice, intake.pack
    sure = [item for item in advice.acties if item.id in advice.told]
    routes = [item for item in advice.routes if item.id in advice.vast]
    return PanelView(
        kicker=words.panel_kicker,
        title=words.not_yet,
        strip=words.not_yet,
        note=words.not_yet_note,
        seen=_seen(intake),
        open_title=_open_title(wording.open_safety(advice, pack)),
        open=wording.open_links(intake, safety=True),
        now_title=words.now_title,
        now=(
            *(pack.route_by_id[item.id].naam for item in routes),
            *(pack.actie_by_id[item.id].label for item in sure),
        ),
        clash_title=words.clash_title,
        clashes=wording.clashes(intake),
        foot_title=words.doubt_call,
        foot_number=text.load().spoed.partner_number,
        foot_note=words.doubt_note,
    )


def _open_title(count: int) -> str:
    words = text.load().desktop
    return words.open_one if count == 1 else words.open_more.format(count=count)


def _seen(intake: Intake) -> Seen | None:
    """Return the flags that were answered ja, while they decide nothing for certain yet."""
    words, number = text.load().desktop, intake.advice.flags_yes
    if not number:
        return None
    title = words.flags_one if number == 1 else words.flags_more.format(count=number)
    return Seen(title, words.flags_text, wording.ground("voorzichtigheid"))
