"""The advice page: routes with their reasons, what to do beside them, what would change it."""

from __future__ import annotations

import datetime as dt

from routewijzer import text
from routewijzer.advice.model import Advised, Reason
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import tips, wording
from routewijzer.desktop.presenters.pageviews import ActView, AdviceView, ToolView
from routewijzer.desktop.widgets.views import ChainLink, FactColumn, RouteView
from routewijzer.rules import leaflet
from routewijzer.rules.model import Route


def advice(intake: Intake) -> AdviceView:
    """Return the advice page. Where no outcome may be shown, only what stands whatever is still answered."""
    words, found, pack = text.load().desktop, intake.advice, intake.pack
    besluit = pack.besluit_by_id[found.besluit]
    acts = tuple(_act(intake, item) for item in _shown(intake, found.acties))
    done = sum(act.done for act in acts)
    settled = found.settled
    return AdviceView(
        kicker=_kicker(intake).format(besluit=besluit.label),
        title=besluit.titels[found.urgentie] if settled else words.not_yet,
        lead=_lead(intake),
        questions_title=words.first_answer if not settled else "",
        questions=() if settled else wording.open_links(intake, safety=True),
        routes=_routes(intake),
        tools=_tools(intake),
        acts_title=words.acts_title,
        acts_count=words.of.format(done=done, total=len(acts)),
        acts=acts,
        clash_title=words.clash_title,
        clashes=wording.clashes(intake),
        tips_title=text.load().tips.title,
        tips_label=text.load().tips.choose,
        tips=tips.choices(intake),
        open_title=words.still_open,
        open=wording.open_links(intake, safety=False) if settled else (),
        note_title=words.note_open,
        note_label=words.note_label,
        note_help=words.note_help,
    )


def _kicker(intake: Intake) -> str:
    words, found = text.load().desktop, intake.advice
    if found.settled:
        return words.advice_kicker
    return words.advice_kicker_voorlopig if found.showable else words.advice_kicker_open


def _lead(intake: Intake) -> str:
    words, found = text.load().desktop, intake.advice
    if not found.settled:
        title = intake.pack.besluit_by_id[found.besluit].titels[found.urgentie]
        return words.if_it_stays.format(title=title) if found.showable else words.not_yet_note
    count = wording.open_safety(found, intake.pack)
    if not found.zeker and found.open:
        return words.may_change
    if not count:
        return ""
    return words.certain_one if count == 1 else words.certain


def _shown(intake: Intake, items: tuple[Advised, ...]) -> list[Advised]:
    found = intake.advice
    return [item for item in items if item.id in found.told]


def _routes(intake: Intake) -> tuple[RouteView, ...]:
    shown = _shown(intake, intake.advice.routes)
    return tuple(_route(intake, item, at, len(shown)) for at, item in enumerate(shown, start=1))


def _route(intake: Intake, item: Advised, at: int, total: int) -> RouteView:
    words, pack = text.load().desktop, intake.pack
    route = pack.route_by_id[item.id]
    urgency = wording.urgency(pack, str(item.urgentie))
    firmest = next((wording.ground(reason.grond) for reason in item.because if reason.grond), None)
    reasons = sum(1 for reason in item.because if reason.grond)
    title = words.reasons_one if reasons == 1 else words.reasons.format(count=reasons)
    return RouteView(
        id=route.id,
        title=route.naam,
        why=route.kort,
        urgency=urgency,
        ground=wording.ground("bevestigen") if route.controle_nodig and firmest is None else firmest,
        number=route.telefoon or "",
        hours=route.telefoon_uitleg or route.bereikbaar,
        place=words.place.format(at=at, total=total),
        columns=_columns(route),
        more=_more(route),
        about=_about(route),
        checked=_checked(route),
        reasons_title=title,
        reasons_note=words.caution_note if _cautious(item.because) else "",
        reasons_key="W",
        reasons=_chain(intake, item, route),
        name=words.route_name.format(
            urgency=urgency.label,
            title=route.naam,
            number=route.telefoon or words.no_number,
            at=at,
            total=total,
        ),
    )


def _columns(route: Route) -> tuple[FactColumn, ...]:
    words = text.load().desktop
    return (
        FactColumn(words.column_ready, route.houd_klaar, ticked=True),
        FactColumn(words.column_next, (route.daarna,)),
        FactColumn(words.column_term, (route.termijn,)),
    )


def _more(route: Route) -> tuple[FactColumn, ...]:
    words = text.load().desktop
    columns = (
        FactColumn(words.column_asked, route.vragen, icon="message-circle"),
        FactColumn(words.column_self, route.zelf, icon="chevron-right"),
    )
    return tuple(column for column in columns if column.lines)


def _about(route: Route) -> FactColumn:
    words = text.load().desktop
    lines = [words.about_who.format(text=route.wie), words.about_for.format(text=route.voor_wie)]
    if route.telefoon_uitleg:  # else it stands beside the number already
        lines.append(words.about_reach.format(text=route.bereikbaar))
    return FactColumn(words.about, tuple(lines))


def _checked(route: Route) -> str:
    """Return when somebody last held the route against its source, and whether that must be confirmed."""
    told = [leaflet.checked(route, dt.datetime.now().astimezone().date())]
    if route.controle_nodig:
        told.append(f"{text.load().grond.bevestigen}.")
    return " ".join(told)


def _cautious(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.grond == "voorzichtigheid" for reason in reasons)


def _chain(intake: Intake, item: Advised, route: Route) -> tuple[ChainLink, ...]:
    """Return the reasons from the answers up to the route: each row after the answers that made it hold."""
    words, speak, links = text.load().desktop, wording.words_for(intake), []
    told: set[str] = set()
    for reason in _from_below(item.because):
        facts = [(intake.fact(name), value) for name, value in reason.facts.items() if name not in told]
        unanswered, known = text.load().answers.niet_ingevuld, intake.case.answers
        given = [
            words.answer_line.format(
                label=fact.kort, answer=speak.answer(fact, v) if fact.id in known else unanswered
            )
            for fact, v in facts
        ]
        told.update(reason.facts)
        if given:
            line = " · ".join(given)
            links.append(ChainLink("antwoord", line, words.chain_answer.format(text=line)))
        if reason.grond:
            links.append(_rule(intake, reason))
    urgency = intake.pack.urgentie_by_id[str(item.urgentie)].label
    so = words.chain_so.format(route=route.naam, urgency=urgency)
    links.append(ChainLink("route", so, so))
    return tuple(links)


def _from_below(reasons: tuple[Reason, ...]) -> list[Reason]:
    """Return the reasons so that each row stands after the rows under it, the top row last."""
    ordered: list[Reason] = []
    waiting: list[Reason] = []
    for reason in reasons:
        while waiting and waiting[-1].depth >= reason.depth:
            ordered.append(waiting.pop())
        waiting.append(reason)
    return ordered + waiting[::-1]


def _rule(intake: Intake, reason: Reason) -> ChainLink:
    words = text.load().desktop
    sources = ", ".join(intake.pack.source_by_id[name].titel for name in reason.bron)
    shown = wording.ground(reason.grond)
    label = shown.label if shown else ""
    return ChainLink(
        "regel",
        reason.text,
        words.chain_rule.format(ground=label, text=reason.text),
        shown,
        words.chain_tooltip.format(rule=reason.rule, sources=sources),
    )


def _act(intake: Intake, item: Advised) -> ActView:
    actie = intake.pack.actie_by_id[item.id]
    how = "\n".join(f"{number}. {step}" for number, step in enumerate(actie.stappen, start=1))
    title = text.load().desktop.act_how
    return ActView(actie.id, actie.label, actie.uitleg, actie.id in intake.ticked, title if how else "", how)


def _tools(intake: Intake) -> tuple[ToolView, ...]:
    words, ready = text.load().desktop, intake.advice.showable
    return (
        ToolView("afdrukken", words.tool_print, "printer", "Ctrl P", primary=True),
        ToolView("voorbeeld", words.tool_preview, "book-open", "", short=True),
        ToolView("pdf", words.tool_pdf, "file-down", "Ctrl S", short=True),
        ToolView("kopieer", words.tool_copy, "copy", "Ctrl Shift C"),
        ToolView("watals", text.load().whatif.tool, "split", "F8"),
        ToolView(
            "vastleggen",
            words.tool_log,
            "check",
            "Ctrl L",
            note="" if ready else words.tool_log_not,
            enabled=ready,
        ),
    )
