"""Section 2 in words: why the advice is what it is; and what may not be printed yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routewijzer.advice.model import Advice, Advised, Reason
from routewijzer.paper.page import Line, Run, Why
from routewijzer.paper.wording import Wording
from routewijzer.rules.model import Rule, RulePack


def open_safety(advice: Advice, pack: RulePack) -> tuple[str, ...]:
    """Return the open questions about safety, in the advice's order."""
    return tuple(id_ for id_ in advice.open if pack.fact_by_id[id_].is_safety)


def held_back(item: Advised, advice: Advice) -> bool:
    """Whether a route or action may not be shown yet.

    While a mild besluit is voorlopig only what stands whatever is still answered is shown: the rest would
    give the besluit away, or may not be safe.
    """
    return not advice.showable and item.id not in advice.vast


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
        if not held_back(route, advice):
            yield from _of_route(route, pack)
    for actie in advice.acties:
        if not held_back(actie, advice):
            name = pack.actie_by_id[actie.id].label
            yield from ((name, reason) for reason in actie.because if reason.grond)


def _of_route(route: Advised, pack: RulePack) -> Iterator[tuple[str, Reason]]:
    """Give the grounded rows of a route; those of its urgency, last in a chain, under that word."""
    name = pack.route_by_id[route.id].naam
    urgency = pack.urgentie_by_id[route.urgentie].label if route.urgentie else name
    what, source = name, None
    bare = not any(reason.grond for reason in route.because)
    for place, reason in enumerate(route.because):
        row = _row(pack, "routes", reason.rule) if reason.decision == "routes" else None
        if row:
            what, source = name, row.urgentie_uit
        elif reason.decision == source:
            what = urgency
        if reason.grond or (bare and place == 0):
            yield what, reason


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
