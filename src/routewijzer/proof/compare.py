"""Two packs over the answers that both know: the smallest cases whose advice differs, or that none does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import z3

from routewijzer.advice.compile import Compiled
from routewijzer.advice.evaluate import Evaluator, Outcome
from routewijzer.case import Answer
from routewijzer.proof.encoding import Bool, Encoding, Space, any_of
from routewijzer.proof.search import Search
from routewijzer.rules.model import RulePack

MOST = 8
"""Examples that a reader will read."""


class Disagreement(Exception):
    """The solver and an evaluator differ about a case: a fault in this program, never one in a pack."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One way in which two advices differ."""

    kind: str
    """besluit, urgentie, routes, acties or tegenstrijdig."""
    id: str = ""
    """Of a route, actie or tegenstrijdigheid."""
    old: str = ""
    """The besluit or urgentie; of a route "eerder", "later" or where it stands; "" where it does not."""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A case in which the advice differs: the answers, and what each pack makes of them."""

    answers: Mapping[str, Answer]
    old: Outcome
    new: Outcome
    shows: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of all combinations of answers that both packs know."""

    aspects: tuple[Aspect, ...]
    """Every way in which some advice differs; where there is none, no advice does: proved."""
    examples: tuple[Example, ...]
    """A handful that shows as many aspects as it can, what is milder before the rest; smallest first."""
    only_old: tuple[str, ...]
    """Questions ("x") and answers ("x: y") that only the old pack knows; no case uses them."""
    only_new: tuple[str, ...]


def compare(old: RulePack, new: RulePack, most: int = MOST) -> Comparison:
    """Return where the advice of two packs differs, over all combinations of answers that both know.

    Raises:
        Undecided: where the solver gives up.
        Disagreement: where an evaluator does not give what the solver found.
    """
    return _Comparer(old, new).run(most)


class _Comparer:
    def __init__(self, old: RulePack, new: RulePack) -> None:
        self.old, self.new = old, new
        self.space = Space([old, new])
        before = Encoding(old, self.space, "old:")
        after = Encoding(new, self.space, "new:", before)
        self.formulas = dict(_aspects(before, after))
        self.search = Search([*self.space.axioms, *before.axioms, *after.axioms])
        self.evaluators = [Evaluator(Compiled(pack)) for pack in (old, new)]

    def run(self, most: int) -> Comparison:
        found = self._all()
        examples: list[Example] = []
        left = list(found)
        while left and len(examples) < most:
            examples.append(self._smallest(left[0]))
            left = [aspect for aspect in left if aspect not in examples[-1].shows]
        examples.sort(key=lambda example: len(example.answers))
        return Comparison(
            found, tuple(examples), _unknown_to(self.new, self.old), _unknown_to(self.old, self.new)
        )

    def _all(self) -> tuple[Aspect, ...]:
        """Return every aspect of which there is a case; that there is no other is the solver's last word."""
        seen: set[Aspect] = set()
        while len(seen) < len(self.formulas):
            model = self.search.find(
                any_of(made for aspect, made in self.formulas.items() if aspect not in seen)
            )
            if model is None:
                break
            seen |= {aspect for aspect, made in self.formulas.items() if _holds(model, made)}
        return tuple(sorted(seen, key=self._weight))

    def _weight(self, aspect: Aspect) -> tuple[int, bool, int]:
        """Order: besluit first, milder and less first, then as the packs have it."""
        kinds = ("besluit", "urgentie", "routes", "acties", "tegenstrijdig")
        return kinds.index(aspect.kind), not self._softer(aspect), list(self.formulas).index(aspect)

    def _softer(self, aspect: Aspect) -> bool:
        """Whether the new pack gives less: a milder besluit, less haste, or nothing where was something."""
        if aspect.kind not in ("besluit", "urgentie"):
            return aspect.new in ("", "later")
        known = self.new.besluit_by_id if aspect.kind == "besluit" else self.new.urgentie_by_id
        order = list(known)
        return aspect.old not in order or order.index(aspect.new) > order.index(aspect.old)

    def _smallest(self, aspect: Aspect) -> Example:
        weights = self.space.weight()
        model = self._first(aspect, weights, self.search.smallest(weights, self.formulas[aspect]))
        answers = self.space.answers(model)
        old, new = (evaluator.outcome(answers) for evaluator in self.evaluators)
        shows = tuple(one for one, made in self.formulas.items() if _holds(model, made))
        real = set(_between(self.old, self.new, old, new))
        if set(shows) != real or aspect not in real:
            raise Disagreement(f"{answers}: the solver found {shows}, the evaluators {real}")
        return Example(answers, old, new, tuple(sorted(shows, key=self._weight)))

    def _first(self, aspect: Aspect, weights: list[Bool], model: Any) -> Any:
        """Of all smallest cases return the first: the same one, whatever the solver happened to find.

        That is the one with the earliest questions answered, and then with the earliest answers.
        """
        least = sum(_holds(model, weight) for weight in weights)

        def take(literal: Bool) -> bool:
            nonlocal model
            found = model if _holds(model, literal) else self.search.find(literal)
            self.search.add([z3.Not(literal) if found is None else literal])
            model = found or model
            return found is not None

        with self.search.given(self.formulas[aspect], z3.PbLe([(weight, 1) for weight in weights], least)):
            for weight in reversed(weights):
                take(z3.Not(weight))
            for fact in self.space.facts:
                if fact.kind != "meerkeuze":
                    any(take(literal) for literal in self.space.values[fact.id].values())
        return model


def _holds(model: Any, formula: Bool) -> bool:
    return bool(z3.is_true(model.eval(formula, model_completion=True)))


def _aspects(old: Encoding, new: Encoding) -> Iterator[tuple[Aspect, Bool]]:
    """Give every way in which two advices can differ, with the formula of the cases in which they do."""
    yield from _pairs("besluit", old.outputs["besluit"], new.outputs["besluit"])
    yield from _pairs("urgentie", _exact(old), _exact(new))
    for route in dict.fromkeys((*old.routes, *new.routes)):
        yield from _route(route, old, new)
    for table in ("acties", "tegenstrijdig"):
        before, after = old.outputs[table], new.outputs[table]
        for item in dict.fromkeys((*before, *after)):
            was, now = before.get(item, _FALSE), after.get(item, _FALSE)
            yield Aspect(table, item, item, ""), z3.And(was, z3.Not(now))
            yield Aspect(table, item, "", item), z3.And(now, z3.Not(was))


_FALSE = z3.BoolVal(val=False)


def _pairs(kind: str, old: Mapping[str, Bool], new: Mapping[str, Bool]) -> Iterator[tuple[Aspect, Bool]]:
    for was, before in old.items():
        for now, after in new.items():
            if was != now:
                yield Aspect(kind, "", was, now), z3.And(before, after)


def _exact(encoding: Encoding) -> dict[str, Bool]:
    """Return, for each urgentie, the formula "the whole advice has exactly this one"."""
    levels = encoding.urgentie
    return {
        name: z3.And(levels[at], z3.Not(levels[at - 1])) if at else levels[0]
        for at, name in enumerate(encoding.pack.urgentie_by_id)
    }


def _route(route: str, old: Encoding, new: Encoding) -> Iterator[tuple[Aspect, Bool]]:
    """A route that is gone or new, or that is later or sooner, by urgencies that both know."""
    before, after = (_levels(encoding, route) for encoding in (old, new))
    was, now = (levels[-1] if (levels := list(one.values())) else _FALSE for one in (before, after))
    yield Aspect("routes", route, route, ""), z3.And(was, z3.Not(now))
    yield Aspect("routes", route, "", route), z3.And(now, z3.Not(was))
    both = [name for name in after if name in before]
    later = any_of(z3.And(before[name], z3.Not(after[name])) for name in both)
    sooner = any_of(z3.And(after[name], z3.Not(before[name])) for name in both)
    yield Aspect("routes", route, "eerder", "later"), z3.And(now, later)
    yield Aspect("routes", route, "later", "eerder"), z3.And(was, sooner)


def _levels(encoding: Encoding, route: str) -> dict[str, Bool]:
    return dict(zip(encoding.pack.urgentie_by_id, encoding.routes.get(route, ()), strict=False))


def _between(old: RulePack, new: RulePack, was: Outcome, now: Outcome) -> Iterator[Aspect]:
    """Give the aspects in which two outcomes differ: what `_aspects` says, without a solver."""
    if was.besluit != now.besluit:
        yield Aspect("besluit", "", was.besluit, now.besluit)
    if was.urgentie != now.urgentie:
        yield Aspect("urgentie", "", was.urgentie, now.urgentie)
    before, after = dict(was.routes), dict(now.routes)
    both = old.urgentie_by_id.keys() & new.urgentie_by_id.keys()
    for route in dict.fromkeys((*before, *after)):
        if route not in after:
            yield Aspect("routes", route, route, "")
        elif route not in before:
            yield Aspect("routes", route, "", route)
        else:
            had, has = _reached(old, before[route]) & both, _reached(new, after[route]) & both
            if had - has:
                yield Aspect("routes", route, "eerder", "later")
            if has - had:
                yield Aspect("routes", route, "later", "eerder")
    for table in ("acties", "tegenstrijdig"):
        gave, gives = getattr(was, table), getattr(now, table)
        yield from (Aspect(table, item, item, "") for item in gave if item not in gives)
        yield from (Aspect(table, item, "", item) for item in gives if item not in gave)


def _reached(pack: RulePack, urgency: str) -> set[str]:
    """Return the urgencies that something of this urgency is at least as urgent as."""
    order = list(pack.urgentie_by_id)
    return set(order[order.index(urgency) :])


def _unknown_to(other: RulePack, pack: RulePack) -> tuple[str, ...]:
    """Return the questions and answers of a pack that the other does not know."""
    found: list[str] = []
    for fact in pack.facts:
        there = other.fact_by_id.get(fact.id)
        if there is None or there.kind != fact.kind:
            found.append(fact.id)
            continue
        found += [f"{fact.id}: {value}" for value in fact.domain if value not in there.domain]
    return tuple(found)
