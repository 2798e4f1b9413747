"""A pack as a JSON Decision Model, the form that zen-engine reads, and its answer back in our words.

One node for a table, in the order in which tables must be read; each hands on all that it was given and adds
what it found. Tried and no faster: a node that is given only what it reads, and one policy document.
FIRST is `first`; PRIORITY is `first` with the rows sorted by severity; COLLECT is `collect`; COUNT is an
expression. The last node hands over the tables alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from routewijzer.advice.evaluate import Evaluator
from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Decision, Rule, RulePack
from routewijzer.rules.references import order


class Found(NamedTuple):
    """What an engine found for a case: ours and the other are compared in this form."""

    tables: Mapping[str, str | int]
    """What each table gave, COLLECT tables aside."""
    urgentie: str
    routes: tuple[tuple[str, str], ...]
    acties: tuple[str, ...]
    tegenstrijdig: tuple[str, ...]


def graph(pack: RulePack) -> dict[str, Any]:
    """Return a pack, parents included, as the content of a JSON Decision Model."""
    first = _node("case", "inputNode", {})
    last = _node("tables", "expressionNode", _expressions({d.id: d.id for d in pack.decisions}))
    nodes = [first, *(_table(pack, decision) for decision in order(pack)), last]
    edges = [
        {"id": f"{one['id']}-{two['id']}", "type": "edge", "sourceId": one["id"], "targetId": two["id"]}
        for one, two in pairwise(nodes)
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def context(pack: RulePack, answers: Mapping[str, Answer]) -> dict[str, str | list[str]]:
    """Return what zen is given for a case: "onbekend" for what is unanswered."""
    given = {fact.id: answers.get(fact.id, UNKNOWN) for fact in pack.facts}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}


def theirs(pack: RulePack, result: Mapping[str, Any]) -> Found:
    """Return what zen found. A route that hits twice is made one here, and lists are ordered here."""
    urgencies, ranks = list(pack.urgentie_by_id), list(pack.route_by_id)
    best: dict[str, int] = {}
    for hit in result["routes"]:
        rank = urgencies.index(hit["urgentie"])
        best[hit["then"]] = min(rank, best.get(hit["then"], rank))
    routes = sorted(best.items(), key=lambda item: (item[1], ranks.index(item[0])))
    single = [decision.id for decision in pack.decisions if decision.hit_policy != "collect"]
    hits = {name: {hit["then"] for hit in result[name]} for name in ("acties", "tegenstrijdig")}
    return Found(
        {name: result[name] for name in single},
        urgencies[min(best.values(), default=-1)],
        tuple((route, urgencies[rank]) for route, rank in routes),
        tuple(name for name in pack.actie_by_id if name in hits["acties"]),
        tuple(name for name in pack.tegenstrijdig_by_id if name in hits["tegenstrijdig"]),
    )


def ours(evaluator: Evaluator, answers: Mapping[str, Answer]) -> Found:
    """Return what our evaluator finds."""
    outcome = evaluator.outcome(answers)
    tables = evaluator.values(outcome)
    return Found(tables, outcome.urgentie, outcome.routes, outcome.acties, outcome.tegenstrijdig)


def _node(name: str, kind: str, content: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}, "content": content}


def _expressions(by_key: Mapping[str, str]) -> dict[str, Any]:
    return {"expressions": [{"id": key, "key": key, "value": value} for key, value in by_key.items()]}


def _table(pack: RulePack, decision: Decision) -> dict[str, Any]:
    on = {"passThrough": True, "executionMode": "single"}
    if decision.over is not None:
        members = ", ".join(fact.id for fact in pack.facts if fact.group == decision.over.group)
        counted = f"len(filter([{members}], # == {_text(decision.over.is_)}))"
        return _node(decision.id, "expressionNode", on | _expressions({decision.id: counted}))
    rules = list(decision.rules)
    if decision.hit_policy == "priority":
        rules.sort(key=lambda rule: decision.output.index(rule.then))
    inputs = dict.fromkeys(name for rule in rules for name in rule.when)
    content = on | {"inputs": [{"id": name, "name": name, "field": name} for name in inputs]}
    if decision.hit_policy == "collect":
        content |= {
            "hitPolicy": "collect",
            "outputPath": decision.id,
            "outputs": _outputs("then", "urgentie"),
        }
        content["rules"] = [_row(pack, rule, "then") for rule in rules]
    else:
        # As with us, a table in which no row holds gives its most severe output.
        worst = {"_id": f"{decision.id}.worst", f"out.{decision.id}": _text(decision.output[0])}
        content |= {"hitPolicy": "first", "outputs": _outputs(decision.id)}
        content["rules"] = [*(_row(pack, rule, decision.id) for rule in rules), worst]
    return _node(decision.id, "decisionTableNode", content)


def _outputs(*names: str) -> list[dict[str, str]]:
    return [{"id": f"out.{name}", "name": name, "field": name} for name in names]


def _row(pack: RulePack, rule: Rule, output: str) -> dict[str, str]:
    cells = {name: _cell(pack, name, condition) for name, condition in rule.when.items()}
    row = {"_id": rule.id, **cells, f"out.{output}": _text(rule.then)}
    if rule.urgentie is not None:
        row["out.urgentie"] = _text(rule.urgentie)
    if rule.urgentie_uit is not None:
        row["out.urgentie"] = rule.urgentie_uit  # the output of that table, which is read before
    return row


def _cell(pack: RulePack, name: str, condition: Condition) -> str:
    """Return a condition as a unary test, in which $ is the value of the column."""
    if condition.one_of is not None:
        return ", ".join(map(_text, condition.one_of))
    if condition.none_of is not None:
        return f"$ not in [{', '.join(map(_text, condition.none_of))}]"
    if condition.holds is not None:
        some = " or ".join(f"{_text(value)} in $" for value in condition.holds)
        return f"type($) == 'array' and ({some})"
    compared = f">= {condition.at_least}" if condition.at_least is not None else f"<= {condition.at_most}"
    if name in pack.fact_by_id:
        return f"type($) == 'array' and len($) {compared}"
    return compared


def _text(value: str) -> str:
    """Return an id as text in zen's language. Ids hold no quote."""
    return f"'{value}'"
