"""How the parts of a pack refer to each other: everything `advice/` relies on, checked beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from routewijzer import text
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Decision, Fact, Rule, RulePack, Step
from routewijzer.rules.yamlfile import Fault

RESERVED = {"besluit": "priority", "routes": "collect", "acties": "collect", "tegenstrijdig": "collect"}
"""Tables that every pack has, and their hit policy."""

MAX_ITEMS = 40
"""Values of one meerkeuze: more would not fit a case code or a page."""


def check(pack: RulePack) -> list[Fault]:
    """Return every reference of a resolved pack that leads nowhere or has the wrong shape."""
    return _Checker(pack).run()


class _Checker:
    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self.words = text.load().faults
        self.faults: list[Fault] = []
        self.urgencies = [item.id for item in pack.outcomes.urgentie]
        self.outputs: dict[str, list[str]] = {
            "besluit": [item.id for item in pack.outcomes.besluit],
            "routes": [item.id for item in pack.routes],
            "acties": [item.id for item in pack.outcomes.acties],
            "tegenstrijdig": [item.id for item in pack.outcomes.tegenstrijdig],
        }

    def run(self) -> list[Fault]:
        for fact in self.pack.facts:
            self.fact(fact)
        self.outcomes()
        self.steps()
        for name in RESERVED:
            if name not in self.pack.decision_by_id:
                self.fault("", self.words.table_missing.format(id=name))
        for decision in self.pack.decisions:
            self.decision(decision)
        self.circles()
        return self.faults

    def fault(self, key: str, message: str) -> None:
        self.faults.append(Fault.at(self.pack.where.get(key, f"{self.pack.id}/pack.yaml:1"), message))

    def known(self, key: str, where: str, got: str, accepted: Iterable[str]) -> None:
        names = list(accepted)
        if got not in names:
            shown = ", ".join(names)
            self.fault(key, self.words.unknown_word.format(where=where, got=got, accepted=shown))

    def sources(self, key: str, where: str, bron: tuple[str, ...]) -> None:
        for source in bron:
            if source not in self.pack.source_by_id:
                self.fault(key, self.words.unknown_source.format(where=where, got=source))

    def fact(self, fact: Fact) -> None:
        key, where, words = f"facts:{fact.id}", fact.id, self.words
        shapes = {
            "ja_nee": (not fact.values, words.shape_no_values),
            "keuze": (UNKNOWN in fact.values and len(set(fact.values)) > 1, words.shape_choice),
            "meerkeuze": (
                0 < len(set(fact.values)) <= MAX_ITEMS and UNKNOWN not in fact.values,
                words.shape_list.format(limit=MAX_ITEMS),
            ),
        }
        right, accepted = shapes[fact.kind]
        if not right or len(set(fact.values)) != len(fact.values):
            self.fault(key, self.words.fact_shape.format(where=where, kind=fact.kind, accepted=accepted))
        if fact.mild is not None and (fact.mild != ()) == (fact.kind == "meerkeuze"):
            shape = words.shape_mild_list if fact.kind == "meerkeuze" else words.shape_mild
            self.fault(key, self.words.fact_shape.format(where=where, kind=fact.kind, accepted=shape))
        if isinstance(fact.mild, str):
            self.known(key, f"{where} > mild", fact.mild, fact.domain)
        if fact.group is not None:
            self.known(key, f"{where} > group", fact.group, (group.id for group in self.pack.groups))
        for value in fact.labels:
            self.known(key, f"{where} > labels", value, (*fact.domain, UNKNOWN))
        for value in fact.values:
            if value != UNKNOWN and value not in fact.labels:
                self.fault(key, self.words.field_missing.format(where=f"{where} > labels", field=value))
        self.sources(key, where, fact.bron)

    def outcomes(self) -> None:
        for besluit in self.pack.outcomes.besluit:
            for urgency in self.urgencies:
                if urgency not in besluit.titels:
                    message = self.words.field_missing.format(where=f"{besluit.id} > titels", field=urgency)
                    self.fault(f"besluit:{besluit.id}", message)
        for actie in self.pack.outcomes.acties:
            if actie.fact is not None:
                booleans = (fact.id for fact in self.pack.facts if fact.kind == "ja_nee")
                self.known(f"acties:{actie.id}", f"{actie.id} > fact", actie.fact, booleans)
        for route in self.pack.routes:
            key = f"routes:{route.id}"
            self.known(key, f"{route.id} > id", route.provider, self.pack.provider_by_id)
            self.sources(key, route.id, route.bron)

    def steps(self) -> None:
        numbers = [step.id for step in self.pack.steps]
        for number in range(6):
            if number not in numbers:
                message = self.words.field_missing.format(where="steps", field=number)
                self.fault("", message)
        placed = [
            (step.id, fact) for step in self.pack.steps for block in step.blokken for fact in block.vragen
        ]
        for number, name in placed:
            self.known(f"steps:{number}", f"steps {number} > vragen", name, self.pack.fact_by_id)
        for step in self.pack.steps:
            self.step_rows(step)
        for item in self.pack.facts:
            if placed.count((item.step, item.id)) != 1 or sum(f == item.id for _, f in placed) != 1:
                message = self.words.fact_place.format(
                    where="steps.yaml", fact=item.id, step=item.step, count=placed.count((item.step, item.id))
                )
                self.fault(f"steps:{item.step}", message)

    def step_rows(self, step: Step) -> None:
        key, where = f"steps:{step.id}", f"steps {step.id}"
        for row in (*step.gedaan, *step.overgeslagen):
            self.when(key, where, row.when)
            for name in row.answered:
                self.known(key, f"{where} > answered", name, self.pack.fact_by_id)
        for row in step.gedaan:
            if row.reden is not None:
                self.known(key, f"{where} > gedaan > reden", row.reden, ())
        for row in step.overgeslagen:
            self.known(key, f"{where} > overgeslagen > reden", row.reden or "", self.pack.reden_by_id)

    def decision(self, decision: Decision) -> None:
        key, policy, words = f"decision:{decision.id}", decision.hit_policy, self.words
        shape = self.shape(decision)
        if decision.id in self.pack.fact_by_id:  # a condition could mean either
            first = self.pack.where.get(f"facts:{decision.id}", "")
            self.fault(key, words.double_id.format(id=decision.id, first=first))
        if shape:
            self.fault(key, self.words.table_shape.format(where=decision.id, policy=policy, accepted=shape))
        if decision.over is not None:
            self.known(key, decision.id, decision.over.group, (group.id for group in self.pack.groups))
            self.known(key, decision.id, decision.over.is_, ("ja", "nee", UNKNOWN))
            return
        if policy == "first" and not self.closed(decision):
            self.fault(f"rule:{decision.rules[-1].id}", self.words.table_open.format(where=decision.id))
        for rule in decision.rules:
            self.rule(decision, rule)

    def shape(self, decision: Decision) -> str | None:
        """Return what a table should have had, or None where its shape is right."""
        policy, words = decision.hit_policy, self.words
        is_count = policy == "count"
        if RESERVED.get(decision.id, policy) != policy:
            return f"hit_policy: {RESERVED[decision.id]}"
        if (decision.over is not None) != is_count or (not decision.rules) != is_count:
            return words.shape_over
        if policy in ("first", "priority") and not decision.output:
            return words.shape_output
        if decision.id == "besluit" and list(decision.output) != self.outputs["besluit"]:
            return f"output: {', '.join(self.outputs['besluit'])}"
        return words.shape_collect if policy == "collect" and decision.id not in RESERVED else None

    def closed(self, decision: Decision) -> bool:
        """Return whether some row always decides: one without conditions, or a row for each value."""
        covered: dict[str, set[str]] = {}
        for rule in decision.rules:
            if not rule.when:
                return True
            if len(rule.when) == 1:
                ((name, condition),) = rule.when.items()
                values = self.values(name)
                held = {value for value in values if value in (condition.one_of or ())}
                held |= {value for value in values if condition.none_of and value not in condition.none_of}
                covered[name] = covered.get(name, set()) | held
                if values and covered[name] == set(values):
                    return True
        return not decision.rules

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a fact with one answer, or the outputs of a table; else none."""
        fact, decision = self.pack.fact_by_id.get(name), self.pack.decision_by_id.get(name)
        if fact is not None:
            return () if fact.kind == "meerkeuze" else fact.domain
        return decision.output if decision is not None else ()

    def rule(self, decision: Decision, rule: Rule) -> None:
        key = f"rule:{rule.id}"
        allowed = self.outputs.get(decision.id, list(decision.output))
        if rule.then not in allowed:
            message = self.words.unknown_then.format(
                where=rule.id, got=rule.then, accepted=", ".join(allowed)
            )
            self.fault(key, message)
        urgencies = [rule.urgentie is not None, rule.urgentie_uit is not None]
        if urgencies.count(True) != (decision.id == "routes"):
            self.fault(key, self.words.rule_urgency.format(where=rule.id))
        if rule.urgentie is not None:
            self.known(key, f"{rule.id} > urgentie", rule.urgentie, self.urgencies)
        if rule.urgentie_uit is not None:
            tables = [
                item.id
                for item in self.pack.decisions
                if item.hit_policy == "first" and set(item.output) <= set(self.urgencies)
            ]
            self.known(key, f"{rule.id} > urgentie_uit", rule.urgentie_uit, tables)
        if (rule.grond is None) != (not rule.bron):
            self.fault(key, self.words.rule_ground.format(where=rule.id))
        self.sources(key, rule.id, rule.bron)
        self.when(key, rule.id, rule.when)

    def when(self, key: str, where: str, when: Mapping[str, Condition]) -> None:
        for name, condition in when.items():
            if name in self.pack.fact_by_id:
                self.on_fact(key, where, self.pack.fact_by_id[name], condition)
            elif name in self.pack.decision_by_id:
                self.on_decision(key, where, self.pack.decision_by_id[name], condition)
            else:
                self.fault(key, self.words.unknown_input.format(where=where, got=name))

    def on_fact(self, key: str, where: str, fact: Fact, condition: Condition) -> None:
        plain = condition.one_of or condition.none_of
        if fact.kind != "meerkeuze":
            self.plain(key, where, fact.id, plain, fact.domain)
            return
        values: tuple[str, ...] = condition.holds or plain or ()
        if not values and condition.at_least is None and condition.at_most is None:
            message = self.words.wrong_condition.format(
                where=where, fact=fact.id, accepted=self.words.shape_holds
            )
            self.fault(key, message)
        for value in values:
            accepted = fact.values if condition.holds else (UNKNOWN,)
            if value not in accepted:
                shown = ", ".join(accepted)
                message = self.words.unknown_value.format(
                    where=where, got=value, fact=fact.id, accepted=shown
                )
                self.fault(key, message)

    def on_decision(self, key: str, where: str, decision: Decision, condition: Condition) -> None:
        if decision.hit_policy == "collect":
            self.fault(key, self.words.reads_collect.format(where=where, got=decision.id))
        elif decision.hit_policy != "count":
            plain = condition.one_of or condition.none_of
            self.plain(key, where, decision.id, plain, decision.output)
        elif condition.at_least is None and condition.at_most is None:
            message = self.words.wrong_condition.format(
                where=where, fact=decision.id, accepted=self.words.shape_number
            )
            self.fault(key, message)

    def plain(
        self, key: str, where: str, name: str, values: tuple[str, ...] | None, accepted: tuple[str, ...]
    ) -> None:
        if values is None:
            message = self.words.wrong_condition.format(
                where=where, fact=name, accepted=self.words.shape_plain
            )
            self.fault(key, message)
        for value in values or ():
            if value not in accepted:
                message = self.words.unknown_value.format(
                    where=where, got=value, fact=name, accepted=", ".join(accepted)
                )
                self.fault(key, message)

    def circles(self) -> None:
        try:
            order(self.pack)
        except CycleError as error:
            chain = error.args[1]
            self.fault(f"decision:{chain[0]}", self.words.circle.format(chain=" > ".join(chain)))


def inputs(decision: Decision) -> set[str]:
    """Return the ids (facts and tables) that a table reads, `urgentie_uit` included."""
    read = {name for rule in decision.rules for name in rule.when}
    return read | {rule.urgentie_uit for rule in decision.rules if rule.urgentie_uit}


def order(pack: RulePack) -> list[Decision]:
    """Return the tables so that each stands after all tables that it reads.

    Raises:
        graphlib.CycleError: where tables read each other in a circle.
    """
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for decision in pack.decisions:
        sorter.add(decision.id, *sorted(inputs(decision) & pack.decision_by_id.keys()))
    return [pack.decision_by_id[name] for name in sorter.static_order()]
