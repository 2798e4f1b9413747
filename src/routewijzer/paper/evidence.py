"""Page 2 in words: every answer, what contradicts, what the supervisor goes through."""

from __future__ import annotations

from collections.abc import Iterable

from routewijzer.advice.model import Advice, Advised, StepState
from routewijzer.case import Case
from routewijzer.paper.page import Check, Clash, Given, GivenGroup, Line, Mark, Run
from routewijzer.paper.wording import Wording, soft
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact, Step

LONGEST_GROUP = 40
"""Rows under one heading; a longer group goes on under a heading of its own, so that a column holds it."""


CLASH_AT_MOST = 6
"""Answers named with a contradiction; all of them have their mark in section 4."""


def unknown(case: Case, fact: Fact) -> bool:
    """Whether a fact is not known: answered "weet ik niet", or not filled in."""
    return case.answers.get(fact.id, UNKNOWN) == UNKNOWN


def weighed(advice: Advice) -> frozenset[str]:
    """Return the facts whose answer counts in this advice: those in any chain of reasons."""
    items: Iterable[Advised] = (*advice.routes, *advice.acties)
    chains = [advice.besluit_because, *(item.because for item in items)]
    return frozenset(fact for chain in chains for reason in chain for fact in reason.facts)


def contradicted(advice: Advice) -> frozenset[str]:
    """Return the facts named by the rows that found a contradiction."""
    return frozenset(fact for item in advice.tegenstrijdig for fact in _clashing(item))


def _clashing(item: Advised) -> tuple[str, ...]:
    """Return the facts of one contradiction, each once, in the order of its reasons."""
    return tuple(dict.fromkeys(fact for reason in item.because for fact in reason.facts))


def legend(words: Wording) -> Line:
    """Return what the three marks mean, and the star where a question has one."""
    paper = words.texts.paper
    return (
        Run(paper.legenda_stip_kop, bold=True),
        Run(f": {paper.legenda_stip} "),
        Run(paper.legenda_vraag_kop, bold=True),
        Run(f": {paper.legenda_vraag} "),
        Run(paper.legenda_uitroep_kop, bold=True),
        Run(f": {paper.legenda_uitroep} "),
        *(words.star() if any(fact.controle_nodig for fact in words.pack.facts) else ()),
    )


def given(case: Case, advice: Advice, words: Wording) -> tuple[GivenGroup, ...]:
    """Return every question with its answer: by step, and inside a step its groups after the rest."""
    counts, clash = weighed(advice), contradicted(advice)
    groups: list[GivenGroup] = []
    for step in words.pack.steps:
        for title, facts in _headed(step, case, words):
            rows = [_given(fact, case, counts, clash, words) for fact in facts]
            groups += _chunks(title, rows, words)
    return tuple(groups)


def _headed(step: Step, case: Case, words: Wording) -> list[tuple[str, list[Fact]]]:
    """Return the questions of a step in the order they are asked, under as few headings as will do.

    Blocks run on under the step's heading; a group has its own, and so has the block after it.
    """
    pack, paper = words.pack, words.texts.paper
    parts: list[tuple[str | None, str, list[Fact]]] = []
    for block in step.blokken:
        title = block.titel if parts else step.titel
        for fact in (pack.fact_by_id[id_] for id_ in block.vragen):
            if not parts or parts[-1][0] != fact.group:
                parts.append((fact.group, title, []))
            parts[-1][2].append(fact)
    headed = []
    for group, title, facts in parts:
        if group:
            name = next(item.titel for item in pack.groups if item.id == group)
            headed.append((_group_title(name, facts, case, words), facts))
        else:
            headed.append((paper.stap.format(nummer=step.id, titel=title) if step.id else title, facts))
    return headed


def _group_title(title: str, facts: list[Fact], case: Case, words: Wording) -> str:
    return words.texts.paper.groep.format(
        titel=title,
        aantal=len(facts),
        ja=sum(case.answers.get(fact.id) == "ja" for fact in facts),
        onbekend=sum(unknown(case, fact) for fact in facts),
    )


def _chunks(title: str, rows: list[Given], words: Wording) -> list[GivenGroup]:
    again = words.texts.paper.vervolg.format(titel=title)
    return [
        GivenGroup(again if start else title, tuple(rows[start : start + LONGEST_GROUP]))
        for start in range(0, len(rows), LONGEST_GROUP)
    ]


def _given(fact: Fact, case: Case, counts: frozenset[str], clash: frozenset[str], words: Wording) -> Given:
    value = words.answer(fact, case.answers.get(fact.id))
    mark: Mark | None = None
    if fact.id in clash:
        mark, value = "uitroep", words.texts.paper.zie_tegenstrijdig.format(waarde=value)
    elif unknown(case, fact):
        mark = "vraag"
    elif fact.id in counts:
        mark = "stip"
    return Given(words.confirm(fact.kort, doubtful=fact.controle_nodig), mark, value)


def clashes(advice: Advice, words: Wording) -> tuple[Clash, ...]:
    """Return each contradiction: its name, the answers that clash, what it means."""
    found = []
    for item in advice.tegenstrijdig:
        kind = words.pack.tegenstrijdig_by_id[item.id]
        answers = {fact: value for reason in item.because for fact, value in reason.facts.items()}
        runs = [Run(kind.label, bold=True)]
        if answers:
            facts = [words.pack.fact_by_id[id_] for id_ in answers]
            said = [f"{fact.kort}: {words.answer(fact, answers[fact.id])}" for fact in facts]
            paper, rest = words.texts.paper, len(said) - CLASH_AT_MOST
            sentence = paper.tegenstrijdig_rest if rest > 0 else paper.tegenstrijdig_antwoorden
            shown = " · ".join(said[:CLASH_AT_MOST])
            runs.append(Run(sentence.format(antwoorden=shown, aantal=rest)))
        found.append(Clash(tuple(runs), kind.uitleg))
    return tuple(found)


def checks(case: Case, advice: Advice, words: Wording) -> tuple[Check, ...]:
    """Return the steps of the meldcode with their state, and the second pair of eyes."""
    paper = words.texts.paper
    rows = []
    for state in advice.steps:
        step = words.pack.step_by_id[state.step]
        last = state is advice.steps[-1]
        rows.append(
            Check(f"{step.id} {step.kort}", _state(state, case, advice, words, last=last), paper.akkoord)
        )
    return (*rows, Check(paper.tweede_paar_ogen, paper.functie_datum, paper.gezien))


def _state(state: StepState, case: Case, advice: Advice, words: Wording, *, last: bool) -> str:
    paper = words.texts.paper
    said = {"gedaan": paper.stand_gedaan, "overgeslagen": paper.stand_overgeslagen}
    parts = [said.get(state.state, paper.stand_open)]
    if state.reden:
        parts = [paper.stand_reden.format(reden=words.pack.reden_by_id[state.reden].label)]
    facts = [fact for fact in words.pack.facts if fact.step == state.step]
    if count := sum(unknown(case, fact) for fact in facts):
        parts.append(paper.stand_onbekend.format(aantal=count))
    if contradicted(advice) & {fact.id for fact in facts}:
        parts.append(paper.stand_tegenstrijdig)
    if last and advice.showable:
        besluit, urgency = (
            words.pack.besluit_by_id[advice.besluit],
            words.pack.urgentie_by_id[advice.urgentie],
        )
        parts.append(paper.stand_besluit.format(besluit=besluit.label, urgentie=soft(urgency.label)))
    return "; ".join(parts)
