"""Page 1 and the whole: a case and its advice become the words on the paper. No drawing here."""

from __future__ import annotations

import datetime as dt

from routewijzer import text
from routewijzer.advice.model import Advice, Advised
from routewijzer.case import Case
from routewijzer.paper import evidence, reasons, tipping
from routewijzer.paper.page import (
    Line,
    Notice,
    Panel,
    PaperError,
    PaperSettings,
    Run,
    Scale,
    Summary,
    Task,
)
from routewijzer.paper.wording import Wording, code_lines, short_digest, soft
from routewijzer.rules.model import RulePack
from routewijzer.text.paper import Paper

NOTE_LIMIT = 1000
"""Characters of a note: some twelve lines of print."""
NOTE_LINES = 20


def summarise(
    case: Case,
    advice: Advice,
    pack: RulePack,
    *,
    date: dt.date,
    settings: PaperSettings,
    note: str | None = None,
) -> Summary:
    """Return everything the paper says about a case.

    Args:
        case: the answers.
        advice: what the rules say about that very case.
        pack: the pack of both.
        date: the day printed on the page.
        settings: the municipality and how to reach it.
        note: a free text for this print only, at most `NOTE_LIMIT` characters on `NOTE_LINES` lines.

    Raises:
        PaperError: where the note is too long.
    """
    words = Wording(pack, text.load())
    paper = words.texts.paper
    lines = _note(note, words)
    footer = paper.voet_pakket_toelichting if lines else paper.voet_pakket
    why = reasons.why(advice, words)
    return Summary(
        date=date,
        head=_head(settings),
        title=paper.titel,
        secret=paper.vertrouwelijk,
        panel=_panel(advice, words, date),
        strip=_strip(case, advice, words),
        tasks_title=paper.deel_doen if advice.showable else paper.deel_doen_eerst,
        tasks_legend=words.star() if _doubtful(advice, words.pack) else (),
        tasks=(*_first(advice, words), *_routes(advice, words), *_acties(advice, words)),
        why=why,
        legend=reasons.legend(why, words),
        tells=advice.showable,
        tipping=tipping.tipping(case, advice, words),
        given_legend=evidence.legend(words),
        given=evidence.given(case, advice, words),
        clashes=evidence.clashes(advice, words),
        checks=evidence.checks(case, advice, words),
        note=lines,
        footer_pack=_footer(footer, advice),
        footer_code=paper.voet_code.format(code=advice.case_code),
        author=settings.municipality.strip() or paper.titel,
    )


def _head(settings: PaperSettings) -> str:
    return ", ".join(part for part in (settings.municipality.strip(), settings.contact.strip()) if part)


def _footer(template: str, advice: Advice) -> str:
    return template.format(pakket=advice.pack, versie=advice.version, digest=short_digest(advice.digest))


def note_lines(note: str) -> tuple[str, ...]:
    """Return the lines of a note as they are printed: without the space that shows nothing."""
    return tuple(filter(None, (" ".join(line.split()) for line in note.splitlines())))


def note_fault(lines: tuple[str, ...], words: Paper) -> str:
    """Return what is wrong with a note of these lines, as a sentence; "" for one that fits."""
    length = sum(map(len, lines))
    if length > NOTE_LIMIT:
        return words.fout_toelichting.format(aantal=length, hoogstens=NOTE_LIMIT)
    if len(lines) > NOTE_LINES:
        return words.fout_regels.format(aantal=len(lines), hoogstens=NOTE_LINES)
    return ""


def _note(note: str | None, words: Wording) -> tuple[str, ...]:
    lines = note_lines(note or "")
    fault = note_fault(lines, words.texts.paper)
    if fault:
        raise PaperError(fault)
    return lines


def _panel(advice: Advice, words: Wording, date: dt.date) -> Panel:
    paper = words.texts.paper
    urgencies = words.pack.outcomes.urgentie
    chosen = next(place for place, item in enumerate(urgencies) if item.id == advice.urgentie)
    label, title, reason = _outcome(advice, words)
    return Panel(
        label=label,
        date=words.day(date),
        title=title,
        reason=reason,
        scale=Scale(
            paper.urgentie if advice.showable else paper.urgentie_nog_niet,
            tuple(item.label for item in urgencies),
            chosen if advice.showable else None,
        ),
        code_title=paper.casuscode,
        code=advice.case_code,
        code_lines=code_lines(advice.case_code),
        qr_alt=paper.qr_alt.format(code=advice.case_code),
    )


def _outcome(advice: Advice, words: Wording) -> tuple[str, str, Line]:
    """Return what stands over the headline, the headline, and why in one sentence."""
    paper = words.texts.paper
    if not advice.showable:
        questions = [words.pack.fact_by_id[id_].kort for id_ in reasons.open_safety(advice, words.pack)]
        sentence = paper.reden_nog_niet_een if len(questions) == 1 else paper.reden_nog_niet
        return (
            paper.besluit_nog_niet,
            paper.kop_nog_niet,
            (Run(sentence.format(aantal=len(questions))), Run(f" {' · '.join(questions)}", bold=True)),
        )
    besluit = words.pack.besluit_by_id[advice.besluit]
    title = besluit.titels.get(advice.urgentie, besluit.label)
    grounded = [reason.text for reason in advice.besluit_because if reason.grond]
    reason = (Run((grounded or [besluit.uitleg])[0]),)
    if advice.voorlopig and not advice.zeker:
        return paper.besluit_voorlopig, paper.kop_voorlopig.format(kop=title), reason
    return paper.besluit, title, reason


def _strip(case: Case, advice: Advice, words: Wording) -> tuple[Notice, ...]:
    paper = words.texts.paper
    notices = []
    if count := len(advice.tegenstrijdig):
        title = paper.tegenstrijdig_een if count == 1 else paper.tegenstrijdig_meer.format(aantal=count)
        notices.append(Notice("uitroep", _pair(title, paper.tegenstrijdig_zie)))
    if count := sum(evidence.unknown(case, fact) for fact in words.pack.facts):
        title = paper.onbekend_een if count == 1 else paper.onbekend_meer.format(aantal=count)
        still = len(advice.open)
        rest = {0: paper.onbekend_kan_niet, 1: paper.onbekend_kan_een}.get(still, paper.onbekend_kan)
        notices.append(Notice("vraag", _pair(f"{title}.", rest.format(aantal=still))))
    notices.append(Notice("info", _pair(paper.gevaar_kop, paper.gevaar)))
    return tuple(notices)


def _pair(bold: str, rest: str) -> Line:
    return (Run(bold, bold=True), Run(f" {rest}"))


def _first(advice: Advice, words: Wording) -> list[Task]:
    """Return the questions that come before any besluit; none where the besluit may be shown."""
    if advice.showable:
        return []
    paper = words.texts.paper
    facts = [words.pack.fact_by_id[id_] for id_ in reasons.open_safety(advice, words.pack)]
    return [
        Task((Run(fact.kort, bold=True),), fact.vraag, paper.eerst_wie, paper.eerst_wanneer) for fact in facts
    ]


def _routes(advice: Advice, words: Wording) -> list[Task]:
    tasks = []
    for advised in _kept(advice.routes, advice):
        route = words.pack.route_by_id[advised.id]
        urgency = words.pack.urgentie_by_id[advised.urgentie or advice.urgentie]
        tasks.append(
            Task(
                (Run(words.confirm(route.naam, doubtful=route.controle_nodig), bold=True),),
                route.kort,
                route.uitvoerder,
                soft(urgency.label),
                route.telefoon or "",
                route.telefoon_uitleg or "",
            )
        )
    return tasks


def _doubtful(advice: Advice, pack: RulePack) -> bool:
    """Whether something must still be confirmed of a route on the page."""
    kept = _kept(advice.routes, advice)
    return any(pack.route_by_id[item.id].controle_nodig for item in kept)


def _acties(advice: Advice, words: Wording) -> list[Task]:
    tasks = []
    for advised in _kept(advice.acties, advice):
        actie = words.pack.actie_by_id[advised.id]
        tasks.append(Task((Run(actie.label, bold=True),), "", actie.wie, actie.wanneer))
    return tasks


def _kept(items: tuple[Advised, ...], advice: Advice) -> list[Advised]:
    return [item for item in items if not reasons.held_back(item, advice)]
