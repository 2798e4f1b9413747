"""Section 2 in words: why the advice is what it is; and what may not be printed yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routewijzer.advice.model import Advice, Advised, Reason
from routewijzer.paper.page import Line, Run, Why
from routewijzer.paper.wording import Wording
from routewijzer.rules.model import Rule, RulePack

_Key = tuple[str, str]
"""A row: its decision and its id."""


def open_safety(advice: Advice, pack: RulePack) -> tuple[str, ...]:
    """Return the open questions about safety, in the advice's order."""
    return tuple(id_ for id_ in advice.open if pack.fact_by_id[id_].is_safety)


def held_back(item: Advised, advice: Advice) -> bool:
    """Whether a route or action may not be shown yet.

    While a mild besluit is voorlopig, what would give it away or may not be safe yet is not (`told`).
    """
    return not advice.showable and item.id not in advice.told


def why(advice: Advice, words: Wording) -> tuple[Why, ...]:
    """Return why, in few rows: the app shows the whole chains.

    Every row with a ground that decided the besluit; one for the urgency; one for each route and action, the
    first with a ground under it, left out where that very row stands on the page already. A route without any
    such row stands with the row that gave it.
    """
    hidden: set[_Key] = set()
    if not advice.showable:  # the grounds of a besluit that is not shown are not shown either
        hidden.update(map(_key, advice.besluit_because))
    seen: set[_Key] = set()
    rows = []
    for what, chain in _named(advice, words.pack):
        reason = next((reason for reason in chain if _key(reason) not in hidden), None)
        if reason and _key(reason) not in seen:
            seen.add(_key(reason))
            rows.append(_why(what, reason, words))
    return tuple(rows)


def _key(reason: Reason) -> _Key:
    return reason.decision, reason.rule


def _named(advice: Advice, pack: RulePack) -> Iterator[tuple[str, list[Reason]]]:
    """Give what may have a row, with the reasons that row is the first of."""
    routes = [route for route in advice.routes if not held_back(route, advice)]
    if advice.showable:
        label = pack.besluit_by_id[advice.besluit].label
        yield from ((label, [reason]) for reason in advice.besluit_because if reason.grond)
    yield from _urgency(routes, advice, pack)
    for route in routes:
        yield pack.route_by_id[route.id].naam, _grounded(route) or list(route.because[:1])
    for actie in advice.acties:
        if not held_back(actie, advice):
            yield pack.actie_by_id[actie.id].label, _grounded(actie)


def _grounded(item: Advised) -> list[Reason]:
    return [reason for reason in item.because if reason.grond]


def _urgency(routes: Sequence[Advised], advice: Advice, pack: RulePack) -> Iterator[tuple[str, list[Reason]]]:
    """Give the urgency of the advice: why the first route that has it from a table of its own has it."""
    besluit = set(map(_key, advice.besluit_because))
    for route in routes:
        if route.urgentie and (route.urgentie == advice.urgentie or not advice.showable):
            reasons = _of_urgency(route, pack)
            if reasons and _key(reasons[0]) not in besluit:
                yield pack.urgentie_by_id[route.urgentie].label, reasons[:1]
                return


def _of_urgency(route: Advised, pack: RulePack) -> list[Reason]:
    """Return the grounded reasons for a route's urgency: those of its table and, last in a chain, below."""
    source, found = None, False
    reasons = []
    for reason in route.because:
        row = _row(pack, "routes", reason.rule) if reason.decision == "routes" else None
        if row:
            source, found = row.urgentie_uit, False
        found = found or reason.decision == source
        if found and reason.grond:
            reasons.append(reason)
    return reasons


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


def legend(rows: Sequence[Why], words: Wording) -> Line:
    """Return what the grounds on the page mean, and the star where a source has one."""
    paper = words.texts.paper
    means = {
        paper.grond_norm: paper.legenda_norm,
        paper.grond_beleid: paper.legenda_beleid,
        paper.grond_voorzichtigheid: paper.legenda_voorzichtigheid,
    }
    used = {row.grond_label for row in rows}
    line: list[Run] = []
    for label, meaning in means.items():
        if label in used:
            line += [Run(label, bold=True), Run(f": {meaning} ")]
    doubtful = any(paper.bevestigen_teken in source for row in rows for source in row.sources)
    return (*line, *(words.star() if doubtful else ()))
