"""The rules page: the decision tables of the loaded pack as they are, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from routewijzer import text
from routewijzer.advice.coverage import Coverage
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.morepageviews import RulesView
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.views import GroundView, ResultView
from routewijzer.paper.wording import short_digest
from routewijzer.rules.model import Decision, RulePack
from routewijzer.rules.searching import plain


def rules(session: Session, covered: Coverage | None = None) -> RulesView:
    """Return the head of the pack and the list of its tables; why there is none where it cannot be used."""
    words = text.load().rulespage
    if session.engine is None:
        notice = words.faults_title if session.pack_faults else words.waiting
        return RulesView(words.title, "", (), (), session.pack_faults, notice)
    pack = session.engine.pack
    start, end = day(pack.valid_from), pack.valid_until
    valid = words.valid_until.format(start=start, end=day(end)) if end else words.valid.format(start=start)
    return RulesView(
        title=words.title,
        pack=words.pack.format(name=pack.naam, version=pack.version),
        lines=(valid, words.digest.format(digest=short_digest(pack.digest))),
        tables=tuple(_listed(decision, covered) for decision in pack.decisions),
        faults=(),
        notice="",
    )


def matching(view: RulesView, pack: RulePack, query: str) -> tuple[ResultView, ...]:
    """Return the tables with every word of the query in their title, then those with them in their rows too.

    Row ids and reasons count; case and accents do not.
    """
    wanted = plain(query).split()

    def told(words: str) -> bool:
        return all(word in words for word in wanted)

    first = tuple(item for item in view.tables if told(plain(item.title)))
    return first + tuple(item for item in view.tables if item not in first and told(_told(pack, item.id)))


def found(count: int) -> str:
    """Return "31 tabellen"."""
    words = text.load().rulespage
    if count == 0:
        return words.found_none
    return words.found_one if count == 1 else words.found.format(count=count)


def sources(pack: RulePack, ids: Iterable[str], one: str, more: str) -> str:
    """Return "Bron: ..." or "Bronnen: ..." with the titles; "" where there are none."""
    titles = [pack.source_by_id[name].titel for name in ids]
    if not titles:
        return ""
    return (one if len(titles) == 1 else more).format(titles=", ".join(titles))


def confirm(pack: RulePack, ids: Iterable[str], *, also: bool = False) -> GroundView | None:
    """Return the mark "nog te bevestigen" where a source, or the part itself (`also`), asks for it."""
    doubtful = also or any(pack.source_by_id[name].controle_nodig for name in ids)
    return wording.ground("bevestigen") if doubtful else None


def _told(pack: RulePack, name: str) -> str:
    decision = pack.decision_by_id[name]
    rows = (f"{rule.id} {rule.because}" for rule in decision.rules)
    return plain(" ".join((decision.titel, *rows)))


def rows_count(decision: Decision) -> str:
    """Return "6 rijen", or that the table counts."""
    words, count = text.load().rulespage, len(decision.rules)
    if decision.over is not None:
        return words.counts
    return words.rows_one if count == 1 else words.rows.format(count=count)


def day(date: dt.date) -> str:
    """Return "2 januari 2026"."""
    months = text.load().paper.maanden
    return text.load().rulespage.date.format(day=date.day, month=months[date.month - 1], year=date.year)


def _listed(decision: Decision, covered: Coverage | None) -> ResultView:
    note = rows_count(decision)
    if covered is not None and decision.rules:
        touched = covered.tables[decision.id].touched
        note = text.load().rulebook.listed_touched.format(rows=note, touched=touched)
    return ResultView(decision.id, decision.titel, note, "scale")
