"""Section 3 in words: which single other answer would change the besluit."""

from __future__ import annotations

from collections.abc import Sequence

from routewijzer.advice.model import Advice, Tip
from routewijzer.case import Case
from routewijzer.paper.page import Line, Run, Tipping
from routewijzer.paper.wording import Wording, soft
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact

GROUP_AT_LEAST = 3
"""So many questions of one group with the same tip are named by their group."""

Named = set[tuple[str, str]]
"""Questions and answers that stand under a more severe besluit already."""


def tipping(case: Case, advice: Advice, words: Wording) -> tuple[Tipping, ...]:
    """Return the tipping points by the besluit they lead to, most severe first.

    While the advice is voorlopig a mild besluit is not named: it would not be shown after that one other
    answer either. Where the besluit itself is not shown nothing is told: what is left out would tell it.
    """
    if not advice.showable:
        return ()
    rows: list[Tipping] = []
    hidden: list[Tip] = []
    named: Named = set()
    for besluit in words.pack.outcomes.besluit:
        tips = [tip for tip in advice.kantelpunten if tip.besluit == besluit.id]
        if besluit.mild and advice.voorlopig:
            hidden += tips
        elif tips:
            rows.append(Tipping(besluit.label, _lines(tips, case, words, named)))
    if hidden:
        rows.append(Tipping(words.texts.paper.anders_nog_niet, _lines(hidden, case, words, named)))
    return tuple(rows)


def _lines(tips: Sequence[Tip], case: Case, words: Wording, named: Named) -> tuple[Line, ...]:
    """Return the answers that lead to one besluit: question by question in one line, then by answer.

    Often many questions tip with the same ja, nee or weet ik niet; they stand together under that answer.
    """
    by_fact: dict[str, list[Tip]] = {fact.id: [] for fact in words.pack.facts}
    shared: dict[str, list[Fact]] = {}
    for tip in tips:
        by_fact[tip.fact].append(tip)
    for fact in words.pack.facts:
        for tip in by_fact[fact.id]:
            if fact.kind == "ja_nee" or tip.to == UNKNOWN:
                shared.setdefault(words.answer(fact, tip.to), []).append(fact)
    shared = {answer: facts for answer, facts in shared.items() if len(facts) > 1}
    own: list[Run] = []
    for fact in words.pack.facts:
        rest = [tip for tip in by_fact[fact.id] if fact not in shared.get(words.answer(fact, tip.to), ())]
        if rest:
            own += [Run(f"{' · ' if own else ''}{fact.kort}: "), Run(_values(fact, rest, words), bold=True)]
    lines: list[Line] = [tuple(own)] if own else []
    for answer, facts in shared.items():
        names = " · ".join(_names(facts, answer, case, words, named))
        lines.append((Run(answer, bold=True), Run(words.texts.paper.anders_bij.format(vragen=names))))
        named.update((fact.id, answer) for fact in facts)
    return tuple(lines)


def _names(facts: Sequence[Fact], answer: str, case: Case, words: Wording, named: Named) -> list[str]:
    """Return the questions by their short names; a whole group, or all that is left of it, by its name."""
    paper = words.texts.paper
    names: list[str] = []
    done: set[str] = set()
    for fact in facts:
        if fact.id in done:
            continue
        could = _could(fact, answer, case, words)
        left = [id_ for id_ in could if (id_, answer) not in named]
        if len(left) >= GROUP_AT_LEAST and set(left) <= {other.id for other in facts}:
            title = next(group.titel for group in words.pack.groups if group.id == fact.group)
            sentence = paper.anders_groep if left == could else paper.anders_overige
            names.append(sentence.format(groep=title, aantal=len(left)))
            done.update(left)
        else:
            names.append(fact.kort)
    return names


def _could(fact: Fact, answer: str, case: Case, words: Wording) -> list[str]:
    """Return the answered questions of a fact's group that do not have this answer yet."""
    if fact.group is None:
        return []
    group = [other for other in words.pack.facts if other.group == fact.group]
    given = case.answers
    return [
        other.id for other in group if other.id in given and words.answer(other, given[other.id]) != answer
    ]


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
