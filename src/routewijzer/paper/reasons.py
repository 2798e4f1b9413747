"""Sections 2 and 3 in words: why the advice is what it is, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routewijzer.advice.model import Advice, Advised, Reason, Tip
from routewijzer.case import Case
from routewijzer.paper.page import Line, Run, Tipping, Why
from routewijzer.paper.wording import Wording, soft
from routewijzer.rules.model import UNKNOWN, Fact, Rule, RulePack

GROUP_AT_LEAST = 3
"""So many questions of one group with the same tip are named by their group."""


def open_safety(advice: Advice, pack: RulePack) -> tuple[str, ...]:
    """Return the open questions about safety, in the advice's order."""
    return tuple(id_ for id_ in advice.open if pack.fact_by_id[id_].is_safety)


def held_back(item: Advised, table: str, advice: Advice, pack: RulePack) -> bool:
    """Whether a route or action may not be printed yet.

    While a mild besluit is voorlopig, what follows from nothing but that besluit gives it away. What has
    a cause of its own (an overtreden verbod, a talk that is not safe) is printed: danger never waits.
    """
    if advice.showable or not item.because:
        return False
    row = _row(pack, table, item.because[0].rule)
    if row is None or set(row.when) != {"besluit"}:
        return False
    wanted = row.when["besluit"].one_of or ()
    return bool(wanted) and all(pack.besluit_by_id[id_].mild for id_ in wanted)


def why(advice: Advice, words: Wording) -> tuple[Why, ...]:
    """Return every row with a ground that decided, once, under the first thing it decided.

    A route without any such row stands with the row that gave it.
    """
    seen: set[tuple[str, str]] = set()
    if not advice.showable:  # the grounds of a besluit that is not shown are not shown either
        seen.update((reason.decision, reason.rule) for reason in advice.besluit_because)
    rows = []
    for what, reason in _named(advice, words):
        key = (reason.decision, reason.rule)
        if key not in seen:
            seen.add(key)
            rows.append(_why(what, reason, words))
    return tuple(rows)


def _named(advice: Advice, words: Wording) -> Iterator[tuple[str, Reason]]:
    pack = words.pack
    if advice.showable:
        label = pack.besluit_by_id[advice.besluit].label
        yield from ((label, reason) for reason in advice.besluit_because if reason.grond)
    for route in advice.routes:
        if held_back(route, "routes", advice, pack):
            continue
        name = pack.route_by_id[route.id].naam
        grounded = [reason for reason in route.because if reason.grond]
        source = _urgency_table(route, pack)
        for reason in grounded or route.because[:1]:
            urgent = source is not None and reason.decision == source and route.urgentie is not None
            yield (pack.urgentie_by_id[route.urgentie or ""].label if urgent else name, reason)
    for actie in advice.acties:
        if not held_back(actie, "acties", advice, pack):
            name = pack.actie_by_id[actie.id].label
            yield from ((name, reason) for reason in actie.because if reason.grond)


def _why(what: str, reason: Reason, words: Wording) -> Why:
    paper = words.texts.paper
    labels = {
        "norm": paper.grond_norm,
        "beleid": paper.grond_beleid,
        "voorzichtigheid": paper.grond_voorzichtigheid,
    }
    return Why(
        what=what,
        grond=reason.grond,
        grond_label=labels.get(reason.grond or "", ""),
        reason=reason.text,
        rule=reason.rule,
        sources=words.sources(reason.bron),
    )


def _row(pack: RulePack, table: str, rule: str) -> Rule | None:
    decision = pack.decision_by_id.get(table)
    return next((row for row in decision.rules if row.id == rule), None) if decision else None


def _urgency_table(route: Advised, pack: RulePack) -> str | None:
    row = _row(pack, "routes", route.because[0].rule) if route.because else None
    return row.urgentie_uit if row else None


def legend(rows: Sequence[Why], words: Wording) -> Line:
    """Return what the three grounds mean, and the star where a source has one."""
    paper = words.texts.paper
    star = (
        words.star()
        if any(paper.bevestigen_teken in source for row in rows for source in row.sources)
        else ()
    )
    return (
        *star,
        Run(paper.grond_norm, bold=True),
        Run(f": {paper.legenda_norm} "),
        Run(paper.grond_beleid, bold=True),
        Run(f": {paper.legenda_beleid} "),
        Run(paper.grond_voorzichtigheid, bold=True),
        Run(f": {paper.legenda_voorzichtigheid}"),
    )


def tipping(case: Case, advice: Advice, words: Wording) -> tuple[Tipping, ...]:
    """Return the tipping points by the besluit they lead to, most severe first.

    While the advice is voorlopig a mild besluit is not named: it would not be shown after that one other
    answer either. Where the besluit itself is not shown such a tip says nothing and is left out.
    """
    rows = []
    hidden: list[Tip] = []
    for besluit in words.pack.outcomes.besluit:
        tips = [tip for tip in advice.kantelpunten if tip.besluit == besluit.id]
        if besluit.mild and advice.voorlopig:
            hidden += tips
        elif tips:
            rows.append(Tipping(besluit.label, _tips(tips, case, words)))
    if hidden and advice.showable:
        rows.append(Tipping(words.texts.paper.anders_nog_niet, _tips(hidden, case, words)))
    return tuple(rows)


def _tips(tips: Sequence[Tip], case: Case, words: Wording) -> tuple[Line, ...]:
    """Return the answers that lead to one besluit: those of one question in a line, then by answer.

    Many questions tip with the same ja, nee or weet ik niet; they stand together under that answer.
    """
    by_fact: dict[str, list[Tip]] = {}
    for tip in tips:
        by_fact.setdefault(tip.fact, []).append(tip)
    own: list[Run] = []
    shared: dict[str, list[str]] = {}
    for fact in (fact for fact in words.pack.facts if fact.id in by_fact):
        standing = [tip.to for tip in by_fact[fact.id] if fact.kind == "ja_nee" or tip.to == UNKNOWN]
        for to in standing:
            shared.setdefault(words.answer(fact, to), []).append(fact.id)
        if rest := [tip for tip in by_fact[fact.id] if tip.to not in standing]:
            own += [Run(f"{' · ' if own else ''}{fact.kort}: "), Run(_values(fact, rest, words), bold=True)]
    lines = [tuple(own)] if own else []
    for answer, ids in shared.items():
        names = _names(ids, answer, case, words)
        if len(names) == 1:
            lines.append((Run(f"{names[0]}: "), Run(answer, bold=True)))
        else:
            bij = words.texts.paper.anders_bij.format(vragen=" · ".join(names))
            lines.append((Run(answer, bold=True), Run(bij)))
    return tuple(lines)


def _names(ids: Sequence[str], answer: str, case: Case, words: Wording) -> list[str]:
    """Return the questions by their short names; a group that tips as a whole by the group's."""
    names: list[str] = []
    done: set[str] = set()
    for fact in (words.pack.fact_by_id[id_] for id_ in ids):
        if fact.id in done:
            continue
        whole = _whole_group(fact, ids, answer, case, words)
        done.update(whole)
        if whole:
            title = next(group.titel for group in words.pack.groups if group.id == fact.group)
            names.append(words.texts.paper.anders_groep.format(groep=title, aantal=len(whole)))
        else:
            names.append(fact.kort)
    return names


def _whole_group(fact: Fact, ids: Sequence[str], answer: str, case: Case, words: Wording) -> list[str]:
    """Return the facts of a group where every one that could tip with this answer does; else nothing."""
    if fact.group is None:
        return []
    group = [other for other in words.pack.facts if other.group == fact.group]
    could = [
        other.id
        for other in group
        if other.id in case.answers and words.answer(other, case.answers[other.id]) != answer
    ]
    return could if len(could) >= GROUP_AT_LEAST and set(could) <= set(ids) else []


def _values(fact: Fact, tips: Sequence[Tip], words: Wording) -> str:
    """Return the other answers of one fact: "Ja of Weet ik niet", "ook stalking of seksueel"."""
    paper = words.texts.paper
    more: list[str] = []
    fewer: list[str] = []
    other: list[str] = []
    for tip in tips:
        if isinstance(tip.to, str) or isinstance(tip.origin, str):
            other.append(words.answer(fact, tip.to))
        elif added := [item for item in tip.to if item not in tip.origin]:
            more += [soft(words.one(fact, item)) for item in added]
        else:
            fewer += [soft(words.one(fact, item)) for item in tip.origin if item not in tip.to]
    parts = [*other[:1], *map(soft, other[1:])]
    if more:
        parts.append(paper.anders_ook.format(waarden=words.either(more)))
    if fewer:
        parts.append(paper.anders_zonder.format(waarden=words.either(fewer)))
    return words.either(parts)
