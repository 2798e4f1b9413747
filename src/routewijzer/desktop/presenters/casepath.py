"""The path of the open case: which rows decided, and which lines carried that to besluit and routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routewijzer import text
from routewijzer.advice.coverage import deciding
from routewijzer.advice.engine import Engine
from routewijzer.advice.model import Advice, Reason
from routewijzer.case import Case
from routewijzer.desktop.presenters.graphviews import PathView
from routewijzer.desktop.presenters.ruletables import outcome_label
from routewijzer.desktop.session import Session
from routewijzer.rules.model import Rule, RulePack

NO_PATH = PathView("")


def path(session: Session) -> PathView:
    """Return the path of the open case through the tables that the rules page shows.

    It is told as the advice is: not before the besluit is settled, and while safety is open only what led to
    the besluit and to the routes that may be shown.
    """
    intake, engine, words = session.intake, session.engine, text.load().drawing
    if intake is None or engine is None:
        return NO_PATH
    if (intake.pack.id, intake.pack.digest) != (engine.pack.id, engine.pack.digest):
        return PathView(words.path_other_pack)
    if not intake.advice.settled:
        return PathView(words.path_open)
    return _told(engine, intake.case, intake.advice)


def _told(engine: Engine, case: Case, advice: Advice) -> PathView:
    pack = engine.pack
    rules = {rule.id: (table.id, rule) for table in pack.decisions for rule in table.rules}
    chains = [*advice.besluit_because]
    for route in advice.routes:
        chains += route.because if route.id in advice.told else ()
    on_path = {reason.rule: rules[reason.rule] for reason in chains}
    edges = frozenset(edge for table, rule in on_path.values() for edge in _carried(table, rule))
    edges |= frozenset(_counted(pack, chains, {source for source, _ in edges}))
    rows = frozenset(on_path)
    outcome = engine.evaluator.outcome(case.answers)
    if not advice.voorlopig:
        rows |= {row.rule.id for row in deciding(engine.compiled, outcome)}
    values = engine.evaluator.values(outcome)
    tables = {table for table, _ in on_path.values()} | {source for source, _ in edges if source in values}
    given = ((name, _given(pack, name, values.get(name), on_path.values())) for name in sorted(tables))
    return PathView("", present=True, given=tuple(given), edges=edges, rows=rows)


def _carried(table: str, rule: Rule) -> Iterator[tuple[str, str]]:
    """Give the lines into a table that one of its rows rests on."""
    for name in (*rule.when, *((rule.urgentie_uit,) if rule.urgentie_uit else ())):
        yield name, table


def _counted(pack: RulePack, chains: Iterable[Reason], asked: set[str]) -> Iterator[tuple[str, str]]:
    """Give the lines into the counting tables on the path: from the questions that counted."""
    answers = {pair for reason in chains for pair in reason.facts.items()}
    for decision in pack.decisions:
        over = decision.over
        if over is not None and decision.id in asked:
            group = {fact.id for fact in pack.facts if fact.group == over.group}
            yield from ((name, decision.id) for name, value in answers if name in group and value == over.is_)


def _given(pack: RulePack, table: str, value: str | int | None, on_path: Iterable[tuple[str, Rule]]) -> str:
    """Return what a table gave, in words; of a collecting one how many rows led to what is told."""
    if value is None:
        words = text.load().drawing
        count = sum(name == table for name, _ in on_path)
        return words.given_one if count == 1 else words.given.format(count=count)
    return outcome_label(pack, table, str(value))
