"""The rules page: the decision tables of the loaded pack as they are, in words."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping

from routewijzer import text
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.morepageviews import RuleRow, RulesView, TableView
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.views import GroundView, ResultView
from routewijzer.paper.wording import Wording, short_digest, soft
from routewijzer.rules.model import Decision, Fact, Rule, RulePack
from routewijzer.rules.reading import condition_words


def rules(session: Session) -> RulesView:
    """Return the head of the pack and the list of its tables; why there is none where it cannot be used."""
    words = text.load().rulespage
    if session.engine is None:
        notice = words.faults_title if session.pack_faults else words.waiting
        return RulesView(words.title, "", (), (), session.pack_faults, notice)
    pack = session.engine.pack
    start, end = _day(pack.valid_from), pack.valid_until
    valid = words.valid_until.format(start=start, end=_day(end)) if end else words.valid.format(start=start)
    return RulesView(
        title=words.title,
        pack=words.pack.format(name=pack.naam, version=pack.version),
        lines=(valid, words.digest.format(digest=short_digest(pack.digest))),
        tables=tuple(_listed(decision) for decision in pack.decisions),
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


def table(pack: RulePack, name: str) -> TableView:
    """Return one table of the pack in words; KeyError where the pack has none of that name."""
    decision = pack.decision_by_id[name]
    words = text.load().rulespage
    counts = ""
    if decision.over is not None:
        group = next(item.titel for item in pack.groups if item.id == decision.over.group)
        fact = next(item for item in pack.facts if item.group == decision.over.group)
        answer = Wording(pack, text.load()).one(fact, decision.over.is_)
        counts = words.counts_text.format(group=group, answer=answer.lower())
    return TableView(
        title=decision.titel,
        policy=getattr(text.load().markdown, f"policy_{decision.hit_policy}"),
        counts=counts,
        rows=tuple(_row(pack, decision, rule) for rule in decision.rules),
    )


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


def plain(words: str) -> str:
    """Return text for comparing: small letters without accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _told(pack: RulePack, name: str) -> str:
    decision = pack.decision_by_id[name]
    rows = (f"{rule.id} {rule.because}" for rule in decision.rules)
    return plain(" ".join((decision.titel, *rows)))


def _day(day: dt.date) -> str:
    months = text.load().paper.maanden
    template = text.load().rulespage.date
    return template.format(day=day.day, month=months[day.month - 1], year=day.year)


def _listed(decision: Decision) -> ResultView:
    words, count = text.load().rulespage, len(decision.rules)
    note = words.rows_one if count == 1 else words.rows.format(count=count)
    if decision.over is not None:
        note = words.counts
    return ResultView(decision.id, decision.titel, note, "scale")


def _row(pack: RulePack, decision: Decision, rule: Rule) -> RuleRow:
    words = text.load().rulespage
    when = tuple(_condition(pack, name, rule) for name in rule.when)
    urgency = wording.urgency(pack, rule.urgentie) if rule.urgentie else None
    follows = pack.decision_by_id[rule.urgentie_uit].titel if rule.urgentie_uit else ""
    return RuleRow(
        id=rule.id,
        title=words.when.format(id=rule.id),
        name=words.row_name.format(id=rule.id),
        when=when or (words.always,),
        then=words.then.format(then=_outcome(pack, decision.id, rule.then)),
        urgency=urgency,
        urgency_from=words.urgency_from.format(title=follows) if follows else "",
        ground=wording.ground(rule.grond),
        because=rule.because,
        sources=sources(pack, rule.bron, words.source, words.sources),
        confirm=confirm(pack, rule.bron),
    )


def _condition(pack: RulePack, name: str, rule: Rule) -> str:
    words = text.load().rulespage
    label, values = _input(pack, name)
    told = condition_words(rule.when[name], values)
    return words.condition.format(label=label, words=told)


def _input(pack: RulePack, name: str) -> tuple[str, Mapping[str, str]]:
    """Return what a row asks about, a question or another table, and the words for its values."""
    fact = pack.fact_by_id.get(name)
    if fact is not None:
        return fact.kort, _values(pack, fact)
    decision = pack.decision_by_id[name]
    return decision.titel, {value: soft(_outcome(pack, name, value)) for value in decision.output}


def _values(pack: RulePack, fact: Fact) -> Mapping[str, str]:
    known = Wording(pack, text.load())
    return {value: soft(known.one(fact, value)) for value in (*fact.domain, "onbekend")}


def _outcome(pack: RulePack, decision: str, value: str) -> str:
    """Return the pack's label for an outcome; the bare word where the pack has none."""
    labels: dict[str, Mapping[str, str]] = {
        "besluit": {item.id: item.label for item in pack.outcomes.besluit},
        "routes": {item.id: item.naam for item in pack.routes},
        "acties": {item.id: item.label for item in pack.outcomes.acties},
        "tegenstrijdig": {item.id: item.label for item in pack.outcomes.tegenstrijdig},
    }
    return labels.get(decision, {}).get(value, value.replace("_", " "))
