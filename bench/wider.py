"""A pack with more rows of the same kind: several cases side by side, and one advice for all of them.

Every fact, table, route, action, contradiction and begrip is there once for each case, so each copied row
lives, and each eigenschap holds of every case. What ties them together: the besluit is the most severe of
all cases, the urgentie that of the most urgent route, and not knowing one fact may not soften either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from routewijzer.rules.base import Condition, Count
from routewijzer.rules.claims import Begrip, Claim, Eigenschap
from routewijzer.rules.model import Decision, Fact, Outcomes, Rule, RulePack
from routewijzer.rules.references import RESERVED

Asked = TypeVar("Asked", Condition, Claim)
LISTS = {name for name, policy in RESERVED.items() if policy == "collect"}
"""Tables that stay one table, with the rows of all cases."""
TOP = "besluit"


def wider(pack: RulePack, cases: int) -> RulePack:
    """Return a pack for so many cases side by side, ready to be proved. It has no words, and no case code."""
    sides = [_Side(pack, number) for number in range(1, cases + 1)]
    return _with(
        pack,
        facts=_all(side.fact(fact) for side in sides for fact in pack.facts),
        decisions=(*_tables(pack, sides), _top(pack, sides)),
        routes=_all(_renamed(side, route) for side in sides for route in pack.routes),
        outcomes=_outcomes(pack, sides),
        begrippen=_all(side.begrip(one) for side in sides for one in pack.begrippen),
        eigenschappen=_all(side.eigenschap(one) for side in sides for one in pack.eigenschappen),
    )


class _Side:
    """One of the cases: its names end in its number."""

    def __init__(self, pack: RulePack, number: int) -> None:
        self._number = number
        self._plain = {*LISTS, "urgentie"} - pack.fact_by_id.keys()

    def new(self, name: str) -> str:
        return name if name in self._plain else f"{name}_{self._number}"

    def fact(self, fact: Fact) -> Fact:
        group = None if fact.group is None else self.new(fact.group)
        return fact.model_copy(update={"id": self.new(fact.id), "group": group})

    def count(self, over: Count | None) -> Count | None:
        return None if over is None else over.model_copy(update={"group": self.new(over.group)})

    def table(self, decision: Decision) -> Decision:
        update = {
            "id": self.new(decision.id),
            "over": self.count(decision.over),
            "rules": self.rules(decision),
        }
        return decision.model_copy(update=update)

    def rules(self, decision: Decision) -> tuple[Rule, ...]:
        return tuple(self._rule(rule, listed=decision.id in LISTS) for rule in decision.rules)

    def _rule(self, rule: Rule, *, listed: bool) -> Rule:
        update = {
            "id": f"{rule.id}.{self._number}",
            "when": self._situation(rule.when),
            "then": self.new(rule.then) if listed else rule.then,
            "urgentie_uit": None if rule.urgentie_uit is None else self.new(rule.urgentie_uit),
        }
        return rule.model_copy(update=update)

    def begrip(self, begrip: Begrip) -> Begrip:
        alternatives = tuple(map(self._situation, begrip.een_van))
        update = {"id": self.new(begrip.id), "een_van": alternatives, "tel": self.count(begrip.tel)}
        return begrip.model_copy(update=update)

    def eigenschap(self, one: Eigenschap) -> Eigenschap:
        parts = {name: tuple(map(self._situation, getattr(one, name))) for name in ("waar", "dan", "nooit")}
        return one.model_copy(update={"id": f"{one.id}.{self._number}", **parts})

    def _situation(self, situation: Mapping[str, Asked]) -> dict[str, Asked]:
        return {self.new(name): self._asked(name, asked) for name, asked in situation.items()}

    def _asked(self, name: str, asked: Asked) -> Asked:
        """Return what is asked of something; what a list of advice holds has a new name too."""
        if name not in LISTS or asked.holds is None:
            return asked
        return asked.model_copy(update={"holds": tuple(map(self.new, asked.holds))})


def _tables(pack: RulePack, sides: list[_Side]) -> list[Decision]:
    own = [side.table(one) for side in sides for one in pack.decisions if one.id not in LISTS]
    shared = [one for one in pack.decisions if one.id in LISTS]
    return own + [
        one.model_copy(update={"rules": _all(r for s in sides for r in s.rules(one))}) for one in shared
    ]


def _top(pack: RulePack, sides: list[_Side]) -> Decision:
    """Return the besluit of all cases together: the most severe."""
    one = pack.decision_by_id[TOP]
    *severe, mildest = one.output
    pattern = one.rules[0]
    rules = [
        pattern.model_copy(
            update={
                "id": f"{TOP}.{side.new(output)}",
                "when": {side.new(TOP): Condition.model_validate(output)},
                "then": output,
            }
        )
        for output in severe
        for side in sides
    ]
    rules.append(pattern.model_copy(update={"id": f"{TOP}.{mildest}", "when": {}, "then": mildest}))
    return one.model_copy(update={"rules": tuple(rules)})


def _outcomes(pack: RulePack, sides: list[_Side]) -> Outcomes:
    lists = {
        name: _all(_renamed(side, item) for side in sides for item in getattr(pack.outcomes, name))
        for name in ("acties", "tegenstrijdig")
    }
    return pack.outcomes.model_copy(update=lists)


def _renamed(side: _Side, item: Any) -> Any:
    return item.model_copy(update={"id": side.new(item.id)})


def _all(parts: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(parts)


def _with(pack: RulePack, **parts: Any) -> RulePack:
    """Return the pack with other parts, made anew: a copy would keep what the pack remembers of itself."""
    kept = {name: getattr(pack, name) for name in RulePack.model_fields}
    return RulePack.model_construct(**(kept | parts))
