"""A pack as Boolean formulas for z3: one Bool for each value of each fact and one for each row.

An unanswered fact evaluates as onbekend, so it has no Bool of its own. A table's outputs, and what is
ordered by severity, are formulas over those; "at least as severe as" is one Bool for each place in an order.
`simulate.py` compares all of this with the evaluator that runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import z3

from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition, Count
from routewijzer.rules.model import Decision, Fact, Rule, RulePack
from routewijzer.rules.references import order

Bool: TypeAlias = Any
"""A z3.BoolRef; z3 ships no types."""


def any_of(parts: Iterable[Bool]) -> Bool:
    """Return a formula that holds where one of the parts does."""
    given = list(parts)
    if len(given) == 1:
        return given[0]
    return z3.Or(given) if given else z3.BoolVal(val=False)


def all_of(parts: Iterable[Bool]) -> Bool:
    """Return a formula that holds where all of the parts do."""
    given = list(parts)
    if len(given) == 1:
        return given[0]
    return z3.And(given) if given else z3.BoolVal(val=True)


class Space:
    """All combinations of answers: of one pack, or what several packs all know."""

    def __init__(self, packs: Sequence[RulePack], prefix: str = "") -> None:
        """Make the Bools; `prefix` keeps two cases in one solver apart."""
        self.prefix = prefix
        first, others = packs[0], packs[1:]
        self.facts: list[Fact] = []
        self.values: dict[str, dict[str, Bool]] = {}
        """A meerkeuze has a Bool for each of its values and for onbekend."""
        self.axioms: list[Bool] = []
        for fact in first.facts:
            same = [pack.fact_by_id.get(fact.id) for pack in others]
            if any(other is None or other.kind != fact.kind for other in same):
                continue
            domains = [set(other.domain) for other in same if other is not None]
            self._add(fact, [value for value in fact.domain if all(value in domain for domain in domains)])

    def _add(self, fact: Fact, domain: list[str]) -> None:
        is_list = fact.kind == "meerkeuze"
        names = [*domain, UNKNOWN] if is_list else domain
        made = {value: z3.Bool(f"{self.prefix}{fact.id}={value}") for value in names}
        self.facts.append(fact)
        self.values[fact.id] = made
        if is_list:
            self.axioms += [z3.Not(z3.And(made[UNKNOWN], made[value])) for value in domain]
        else:
            self.axioms.append(z3.PbEq([(literal, 1) for literal in made.values()], 1))

    def is_(self, fact: str, value: str) -> Bool:
        """Return the formula "this fact has (or, of a meerkeuze, holds) this value"."""
        known = self.values.get(fact)
        if known is None:  # a fact that another pack does not know: unanswered
            return z3.BoolVal(val=value == UNKNOWN)
        return known.get(value, z3.BoolVal(val=False))

    def items(self, fact: str) -> list[Bool]:
        """Return the Bools of a meerkeuze's values, onbekend aside."""
        return [literal for value, literal in self.values.get(fact, {}).items() if value != UNKNOWN]

    def equals(self, fact: Fact, answer: Answer) -> Bool:
        """Return the formula "this fact has exactly this answer"."""
        if isinstance(answer, str):
            return self.is_(fact.id, answer)
        known = self.values[fact.id]
        return all_of(literal if value in answer else z3.Not(literal) for value, literal in known.items())

    def answers(self, model: Any) -> dict[str, Answer]:
        """Return the case of a model; what is onbekend is left out."""
        found: dict[str, Answer] = {}
        for fact in self.facts:
            known = self.values[fact.id]
            true = [value for value, literal in known.items() if z3.is_true(model.eval(literal))]
            if UNKNOWN not in true:
                found[fact.id] = tuple(true) if fact.kind == "meerkeuze" else true[0]
        return found

    def weight(self) -> list[Bool]:
        """Return a formula for each thing that makes a case longer to read: an answer, a value in a list."""
        known = [z3.Not(self.is_(fact.id, UNKNOWN)) for fact in self.facts]
        return known + [
            item for fact in self.facts if fact.kind == "meerkeuze" for item in self.items(fact.id)
        ]


class Encoding:
    """One pack's tables over a space of answers. A solver must be told `axioms`, and those of the space."""

    def __init__(self, pack: RulePack, space: Space, prefix: str = "", base: Encoding | None = None) -> None:
        """Encode the tables; those that no other rules than `base`'s can change are taken from it."""
        self.pack, self.space, self.prefix, self._base = pack, space, prefix, base
        self.axioms: list[Bool] = []
        self.rows: dict[str, Bool] = {}
        """Rule id -> it holds."""
        self.decides: dict[str, Bool] = {}
        """Rule id -> it is the row that decides; of a COLLECT table -> it holds."""
        self.outputs: dict[str, dict[str, Bool]] = {}
        """FIRST and PRIORITY: table -> output -> given. COLLECT: table -> item -> given."""
        self.silent: dict[str, Bool] = {}
        """FIRST and PRIORITY table -> none of its rows holds."""
        self._counts: dict[tuple[str, str, int], Bool] = {}
        self.changed: set[str] = set()
        """The tables that are not taken from `base`."""
        for decision in order(pack):
            if base is not None and self._same(decision, base):
                self._take(decision, base)
            else:
                self.changed.add(decision.id)
                self._table(decision)
        urgencies = list(pack.urgentie_by_id)
        self.besluit = self.at_least("besluit")
        """Place in the order of besluiten -> at least as severe as that."""
        self.routes = {route.id: self._route(route.id, urgencies) for route in pack.routes}
        """Route -> place in the order of urgencies -> it stands, at least as urgent as that."""
        self.urgentie = self._whole(urgencies)
        """The whole advice: place in the order of urgencies -> at least as urgent as that."""

    def name(self, name: str, formula: Bool) -> Bool:
        """Return a Bool of this name that stands for a formula."""
        if z3.is_const(formula):
            return formula
        made = z3.Bool(f"{self.prefix}{name}")
        self.axioms.append(made == formula)
        return made

    def at_least(self, table: str) -> list[Bool]:
        """Return, for each place in a table's order of outputs, "at least as far up as that"."""
        given = list(self.outputs[table].values())
        return [any_of(given[: at + 1]) for at in range(len(given) - 1)] + [z3.BoolVal(val=True)]

    def count(self, over: Count, least: int) -> Bool:
        """Return the formula "at least so many facts of a group have this answer"."""
        key = (over.group, over.is_, least)
        if key not in self._counts:
            members = [f for f in self.pack.facts if f.group == over.group and f.kind != "meerkeuze"]
            literals = [(self.space.is_(fact.id, over.is_), 1) for fact in members]
            made = self._at_least(literals, least)
            self._counts[key] = self.name(f"#{over.group}={over.is_}>={least}", made)
        return self._counts[key]

    @staticmethod
    def _at_least(literals: list[tuple[Bool, int]], least: int) -> Bool:
        if least <= 0:
            return z3.BoolVal(val=True)
        return z3.PbGe(literals, least) if least <= len(literals) else z3.BoolVal(val=False)

    def condition(self, name: str, asked: Condition) -> Bool:
        """Return the formula of a condition on a fact or a table."""
        decision = self.pack.decision_by_id.get(name)
        if decision is not None and decision.over is not None:
            return self._number(lambda least: self.count(decision.over, least), asked)
        fact = self.pack.fact_by_id.get(name)
        if fact is not None and fact.kind == "meerkeuze" and asked.one_of is None and asked.none_of is None:
            return self.on_list(name, asked.holds, asked.at_least, asked.at_most)
        values = asked.one_of if asked.one_of is not None else asked.none_of
        plain = any_of(self._value(name, value) for value in values or ())
        return plain if asked.one_of is not None else z3.Not(plain)

    def on_list(self, fact: str, held: tuple[str, ...] | None, least: int | None, most: int | None) -> Bool:
        """Return the formula of what is asked of a meerkeuze's list; never true of onbekend."""
        space = self.space
        if held is not None:
            return any_of(space.is_(fact, value) for value in held)
        known = z3.Not(space.is_(fact, UNKNOWN))
        items = [(literal, 1) for literal in space.items(fact)]
        if least is not None:
            return z3.And(known, self._at_least(items, least))
        return z3.And(known, z3.Not(self._at_least(items, (most or 0) + 1)))

    def _number(self, count: Any, asked: Condition) -> Bool:
        if asked.at_least is not None:
            return count(asked.at_least)
        return z3.Not(count((asked.at_most or 0) + 1))

    def _value(self, name: str, value: str) -> Bool:
        if name in self.pack.fact_by_id:
            return self.space.is_(name, value)
        return self.outputs[name].get(value, z3.BoolVal(val=False))

    def _same(self, decision: Decision, base: Encoding) -> bool:
        """Whether a table and all that it reads are as in another encoding over the same space."""
        if base.pack.decision_by_id.get(decision.id) != decision:
            return False
        if decision.over is not None:
            groups = [
                [f.id for f in pack.facts if f.group == decision.over.group]
                for pack in (self.pack, base.pack)
            ]
            return groups[0] == groups[1]
        return not any(name in self.changed for rule in decision.rules for name in rule.when)

    def _take(self, decision: Decision, base: Encoding) -> None:
        for rule in decision.rules:
            self.rows[rule.id], self.decides[rule.id] = base.rows[rule.id], base.decides[rule.id]
        if decision.id in base.outputs:
            self.outputs[decision.id] = base.outputs[decision.id]
        if decision.id in base.silent:
            self.silent[decision.id] = base.silent[decision.id]

    def _table(self, decision: Decision) -> None:
        if decision.over is not None:
            return
        for rule in decision.rules:
            parts = [self.condition(name, asked) for name, asked in rule.when.items()]
            self.rows[rule.id] = self.name(rule.id, all_of(parts))
        if decision.hit_policy == "collect":
            self._collect(decision)
        else:
            self._single(decision)

    def _collect(self, decision: Decision) -> None:
        given: dict[str, list[Bool]] = {}
        for rule in decision.rules:
            self.decides[rule.id] = self.rows[rule.id]
            given.setdefault(rule.then, []).append(self.rows[rule.id])
        self.outputs[decision.id] = {
            item: self.name(f"{decision.id}:{item}", any_of(rows)) for item, rows in given.items()
        }

    def _single(self, decision: Decision) -> None:
        """FIRST and PRIORITY: the first row that holds, in the order of the table or of its outputs."""
        rules: list[Rule] = list(decision.rules)
        if decision.hit_policy == "priority":
            rules.sort(key=lambda rule: decision.output.index(rule.then))
        earlier: Bool = z3.BoolVal(val=False)
        given: dict[str, list[Bool]] = {value: [] for value in decision.output}
        for rule in rules:
            row = self.rows[rule.id]
            decides = row if z3.is_false(earlier) else self.name(f"{rule.id}!", z3.And(row, z3.Not(earlier)))
            self.decides[rule.id] = decides
            given[rule.then].append(decides)
            both = row if z3.is_false(earlier) else z3.Or(earlier, row)
            earlier = both if z3.is_true(row) else self.name(f"{rule.id}^", both)
        self.silent[decision.id] = silent = z3.Not(earlier)
        # Where no row holds the evaluator gives the first, most severe output; so does this.
        given[decision.output[0]].append(silent)
        self.outputs[decision.id] = {
            value: self.name(f"{decision.id}={value}", any_of(rows)) for value, rows in given.items()
        }

    def _route(self, route: str, urgencies: list[str]) -> list[Bool]:
        rules = [rule for rule in self.pack.decision_by_id["routes"].rules if rule.then == route]
        made: list[Bool] = []
        for place, urgency in enumerate(urgencies):
            soon = [self._urgent(rule, urgencies[: place + 1]) for rule in rules]
            made.append(self.name(f"{route}>={urgency}", any_of(soon)))
        return made

    def _urgent(self, rule: Rule, enough: list[str]) -> Bool:
        """Return the formula "this row holds and gives one of these urgencies"."""
        row = self.rows[rule.id]
        if rule.urgentie_uit is None:
            return row if rule.urgentie in enough else z3.BoolVal(val=False)
        table = self.outputs[rule.urgentie_uit]
        return z3.And(row, any_of(table[value] for value in enough if value in table))

    def _whole(self, urgencies: list[str]) -> list[Bool]:
        made = []
        for place, urgency in enumerate(urgencies[:-1]):
            some = any_of(levels[place] for levels in self.routes.values())
            made.append(self.name(f"urgentie>={urgency}", some))
        return [*made, z3.BoolVal(val=True)]

    def advice(self) -> dict[str, Bool]:
        """Return every formula that shapes the advice, by a name of its own."""
        found = {f"besluit>={at}": made for at, made in enumerate(self.besluit[:-1])}
        for route, levels in self.routes.items():
            found |= {f"routes:{route}>={at}": made for at, made in enumerate(levels)}
        for table in ("acties", "tegenstrijdig"):
            found |= {f"{table}:{item}": made for item, made in self.outputs[table].items()}
        return found
