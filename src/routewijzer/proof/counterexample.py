"""A broken property as a case that can be read, and saved as a check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from routewijzer import text
from routewijzer.advice.coverage import deciding
from routewijzer.advice.engine import Engine
from routewijzer.advice.evaluate import Outcome
from routewijzer.case import Answer, answer_json
from routewijzer.proof.findings import Broken


@dataclass(frozen=True, slots=True)
class Seen:
    """One case of a counterexample, and what the evaluator makes of it."""

    answers: Mapping[str, Answer]
    outcome: Outcome
    rows: tuple[str, ...]
    """Ids of the rows behind besluit, urgentie and routes, top rows first."""


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A property that does not hold: what came out, by which rows, and what was expected."""

    broken: Broken
    case: Seen | None
    other: Seen | None


def of(engine: Engine, broken: Broken) -> Counterexample:
    """Return the counterexample of a broken property, with the outcomes of the evaluator itself."""
    case = None if broken.answers is None else seen(engine, broken.answers)
    other = None if broken.other is None else seen(engine, broken.other)
    return Counterexample(broken, case, other)


def seen(engine: Engine, answers: Mapping[str, Answer]) -> Seen:
    """Return what the evaluator makes of some answers."""
    outcome = engine.evaluator.outcome(answers)
    rows = {row.rule.id: row for row in deciding(engine.compiled, outcome)}
    wanted, todo = list[str](), ["besluit", "routes"]
    tables = dict.fromkeys(todo)
    while todo:
        table = todo.pop(0)
        for name, row in rows.items():
            if row.table == table:
                wanted.append(name)
                read = [*row.rule.when, *([row.rule.urgentie_uit] if row.rule.urgentie_uit else [])]
                fresh = [one for one in read if one in engine.compiled.tables and one not in tables]
                tables |= dict.fromkeys(fresh)
                todo += fresh
    return Seen(answers, outcome, tuple(wanted))


def lines(found: Counterexample, pack: str) -> list[str]:
    """Return a counterexample in words, for the terminal."""
    words, broken = text.load().proving, found.broken
    made = [words.broken.format(pack=pack, id=broken.id, titel=broken.titel)]
    if found.case is not None:
        made += _case(found.case, words.case)
    if found.other is not None:
        made += _case(found.other, words.other_case)
    return [*made, words.expected.format(expected=broken.expected)]


def _case(case: Seen, template: str) -> list[str]:
    words = text.load().proving
    outcome = case.outcome
    routes = ", ".join(f"{route} ({urgency})" for route, urgency in outcome.routes) or words.nothing
    return [
        template.format(answers=told(case.answers) or words.no_answers),
        words.came.format(besluit=outcome.besluit, urgentie=outcome.urgentie, routes=routes),
        words.came_more.format(
            acties=", ".join(outcome.acties) or words.nothing,
            tegenstrijdig=", ".join(outcome.tegenstrijdig) or words.nothing,
        ),
        words.rows.format(rows=", ".join(case.rows)),
    ]


def told(answers: Mapping[str, Answer]) -> str:
    """Return answers on one line: "gevaar: nee, vormen: [slaan]"."""
    return ", ".join(f"{name}: {_inline(value)}" for name, value in answers.items())


def _inline(value: Answer) -> str:
    """Ids are words that YAML takes as they are; ja, nee and onbekend too."""
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else value


def as_json(found: Counterexample) -> dict[str, Any]:
    """Return a counterexample for `--json`."""

    def case(one: Seen | None) -> dict[str, Any] | None:
        if one is None:
            return None
        made = {"answers": {name: answer_json(value) for name, value in one.answers.items()}}
        return {**made, **expected(one.outcome), "rules": list(one.rows)}

    broken = found.broken
    return {
        "id": broken.id,
        "nummer": broken.nummer,
        "titel": broken.titel,
        "expected": broken.expected,
        "case": case(found.case),
        "other": case(found.other),
    }


def expected(outcome: Outcome) -> dict[str, Any]:
    """Return the whole advice as a check writes it."""
    return {
        "besluit": outcome.besluit,
        "urgentie": outcome.urgentie,
        "routes": dict(outcome.routes),
        "acties": list(outcome.acties),
        "tegenstrijdig": list(outcome.tegenstrijdig),
    }


def as_check(name: str, why: Iterable[str], answers: Mapping[str, Answer], outcome: Outcome) -> str:
    """Return a check in YAML: the answers and the advice that came out, for a person to judge and correct.

    Args:
        name: the id of the check.
        why: comment lines above it.
        answers: of the case.
        outcome: what the rules make of it now.
    """
    given = expected(outcome)
    made = [f"# {line}" for line in why]
    made += [f"id: {name}", "answers:" if answers else "answers: {}"]
    made += [f"  {fact}: {_inline(value)}" for fact, value in answers.items()]
    made += ["verwacht:", f"  besluit: {given['besluit']}", f"  urgentie: {given['urgentie']}"]
    made += ["  routes:" if given["routes"] else "  routes: {}"]
    made += [f"    {route}: {urgency}" for route, urgency in given["routes"].items()]
    made += [f"  acties: {_inline(tuple(given['acties']))}"]
    made += [f"  tegenstrijdig: {_inline(tuple(given['tegenstrijdig']))}"]
    return "\n".join(made) + "\n"
