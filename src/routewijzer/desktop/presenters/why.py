"""Why a question is asked: what its answer can still change; and why another is folded away."""

from __future__ import annotations

from collections.abc import Iterable

from routewijzer import text
from routewijzer.advice.influence import Blocker, Reach
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import wording
from routewijzer.paper.wording import soft

MOST_REASONS = 2
"""Reasons in one sentence; a question that needs more is told in general words."""


def can_change(intake: Intake, fact: str) -> str:
    """Return as markup what the answer to a question can still change: the ends first, then the tables."""
    return _told(intake, intake.engine.reach(intake.case, fact), folded=fact in intake.idle)


def _told(intake: Intake, reach: Reach, *, folded: bool) -> str:
    words, pack = text.load().why, intake.pack
    lines = [_heads(reach)] if reach.besluit or reach.urgentie else []
    for template, names in (
        (words.routes, (pack.route_by_id[name].naam for name in reach.routes)),
        (words.acties, (pack.actie_by_id[name].label for name in reach.acties)),
    ):
        lines += _listed(template, names)
    if reach.tegenstrijdig:
        lines.append(words.tegenstrijdig)
    head = [words.can_change]
    if not lines:
        head = [words.changes_nothing] if folded else [words.changes_nothing, words.answer_anyway]
    between = [pack.decision_by_id[name].titel for name in reach.tables if name not in _ends()]
    lines += _listed(words.tables, between)
    return "\n".join([*head, *lines])


def _ends() -> tuple[str, ...]:
    return ("besluit", "routes", "acties", "tegenstrijdig")


def _heads(reach: Reach) -> str:
    words = text.load().why
    both = words.besluit_urgentie if reach.urgentie else words.besluit
    told = both if reach.besluit else words.urgentie
    return told[0].upper() + told[1:]


def _listed(template: str, names: Iterable[str]) -> list[str]:
    """Return one line with these names, each once; none where there is no name."""
    told = list(dict.fromkeys(names))
    return [template.format(names=" · ".join(told))] if told else []


def group_can_change(intake: Intake, facts: tuple[str, ...]) -> str:
    """Return the same for a list of questions: those that can change the same things together."""
    words = text.load().why
    found: dict[str, list[str]] = {}
    for name in facts:
        found.setdefault(can_change(intake, name), []).append(intake.fact(name).kort)
    if len(found) == 1:
        return f"{next(iter(found))}\n{words.flags_all}"
    return "\n\n".join(
        f"{told}\n{words.flags_some.format(names=' · '.join(names))}" for told, names in found.items()
    )


def folded(intake: Intake, fact: str) -> str:
    """Return in one sentence why a question counts for nothing now; "" for one that is not folded away."""
    words = text.load().why
    why = intake.idle.get(fact)
    if why is None:
        return ""
    told = [_reason(intake, one) for one in why]
    if not told or len(told) > MOST_REASONS or not all(told):
        return words.idle.format(reason=words.idle_other)
    return words.idle.format(reason=words.idle_and.join(told))


def _reason(intake: Intake, why: Blocker) -> str:
    """Return one reason as part of a sentence; "" for one that would tell of a besluit that is hidden."""
    words, pack, advice = text.load().why, intake.pack, intake.advice
    if why.kind == "ongebruikt":
        return words.idle_unused
    if why.kind == "antwoord":
        fact = intake.fact(why.id)
        answer = wording.words_for(intake).answer(fact, intake.case.answers[why.id])
        return words.idle_answer.format(answer=answer, label=fact.kort)
    if why.kind == "geldt":
        named = {**pack.route_by_id, **pack.actie_by_id, **pack.tegenstrijdig_by_id}[why.id]
        label = getattr(named, "naam", "") or getattr(named, "label", "")
        return words.idle_stands.format(label=label) if why.id in advice.told else ""
    if why.tells and not advice.showable:
        return ""
    rule = next(rule for rule in pack.decision_by_id[why.table].rules if rule.id == why.id)
    return soft(rule.because.rstrip("."))
