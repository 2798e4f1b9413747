"""The properties of a pack, each proved over every combination of answers, or broken by a smallest case.

Four properties hold of every pack and need no words in it: 1 total, 2 not knowing is never safer, 5 a local
pack never softens, 6 every row decides something. The others stand in the pack's `eigenschappen.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import z3

from routewijzer import text
from routewijzer.case import Answer
from routewijzer.proof.claims import Claims
from routewijzer.proof.encoding import Bool, Encoding, Space, any_of
from routewijzer.proof.findings import Broken, Proof
from routewijzer.proof.search import Search
from routewijzer.rules.model import Decision, Fact, RulePack
from routewijzer.rules.reading import situation_words

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Duty:
    """One property, as the formula of a case that breaks it."""

    id: str
    nummer: int
    titel: str
    expected: str
    formula: Bool


def prove(pack: RulePack, parents: Sequence[RulePack] = (), progress: Progress = lambda _: None) -> Proof:
    """Prove every property of a resolved pack.

    Args:
        pack: loaded without faults.
        parents: the packs that it extends, each resolved.
        progress: told what is being proved, in words.

    Raises:
        Undecided: where the solver gives up.
    """
    return _Prover(pack, parents, progress).run()


class _Prover:
    def __init__(self, pack: RulePack, parents: Sequence[RulePack], progress: Progress) -> None:
        self.words = text.load().proving
        self.pack, self.progress = pack, progress
        self.space = Space([pack])
        self.encoding = Encoding(pack, self.space)
        self.more: list[Bool] = []
        self.tests: dict[str, tuple[Bool, Bool]] = {}
        claims = Claims(self.encoding)
        self.duties = [*self._total(), *(duty for parent in parents for duty in self._parent(parent))]
        for claim in pack.eigenschappen:
            template = self.words.claim if claim.dan else self.words.claim_never
            expected = template.format(what=situation_words(claim.dan or claim.nooit))
            self.duties.append(_Duty(claim.id, claim.nummer, claim.titel, expected, claims.broken(claim)))
            self.tests[claim.id] = claims.one_of(claim.waar), claims.tested(claim)
        self.search = Search([*self.space.axioms, *self.encoding.axioms, *self.more])
        self.weights = self.space.weight()
        self.proved: list[str] = []
        self.broken: list[Broken] = []

    def run(self) -> Proof:
        self.progress(self.words.progress_claims)
        for duty in self.duties:
            self._settle(duty.id, duty, self.search.smallest(self.weights, duty.formula))
        self._say_something()
        self.progress(self.words.progress_rows)
        self._alive()
        self.progress(self.words.progress_unknown)
        self._not_knowing()
        ordered = sorted(self.broken, key=lambda item: item.nummer)
        return Proof(tuple(self.proved), tuple(ordered))

    def _settle(self, name: str, duty: _Duty, model: object) -> None:
        if model is None:
            self.proved.append(name)
            return
        answers = self.space.answers(model)
        self.broken.append(Broken(duty.id, duty.nummer, duty.titel, duty.expected, answers))

    def _say_something(self) -> None:
        """A claim whose situation never is, or whose consequence always is, would prove nothing."""
        for claim in self.pack.eigenschappen:
            where, tested = self.tests[claim.id]
            asked = [(where, self.words.empty_where)]
            if self.search.find(z3.Not(where)) is not None:  # else it speaks of every case, as it should
                asked.append((tested, self.words.empty_then))
            for formula, why in asked:
                if self.search.find(formula) is None:
                    self.broken.append(Broken(claim.id, claim.nummer, claim.titel, why))

    # 1. Every combination of answers gives exactly one besluit and a route, and no table falls through.

    def _total(self) -> Iterator[_Duty]:
        words = self.words
        for table, silent in self.encoding.silent.items():
            titel = words.total.format(table=table)
            yield _Duty(f"1.{table}", 1, titel, words.total_expected.format(table=table), silent)
        given = list(self.encoding.outputs["besluit"].values())
        twice = z3.Not(z3.PbEq([(one, 1) for one in given], 1))
        yield _Duty("1.een_besluit", 1, words.one, words.one_expected, twice)
        none = z3.Not(any_of(levels[-1] for levels in self.encoding.routes.values()))
        yield _Duty("1.route", 1, words.route, words.route_expected, none)

    # 5. Under any answers besluit and urgentie are at least those of the parent.

    def _parent(self, parent: RulePack) -> Iterator[_Duty]:
        words = self.words
        below = Encoding(parent, self.space, f"{parent.id}:")
        own, theirs = list(self.encoding.outputs["besluit"]), list(below.outputs["besluit"])
        pairs = [(below.besluit[at], self.encoding.besluit[own.index(one)]) for at, one in enumerate(theirs)]
        soft = any_of(z3.And(there, z3.Not(here)) for there, here in pairs)
        late = _softer(below.urgentie, self.encoding.urgentie)
        self.more += below.axioms
        for name, formula in (("besluit", soft), ("urgentie", late)):
            titel = words.parent.format(parent=parent.id, what=name)
            expected = words.parent_expected.format(parent=parent.id, what=name)
            yield _Duty(f"5.{parent.id}.{name}", 5, titel, expected, formula)

    # 6. Every row decides at least one combination of answers.

    def _alive(self) -> None:
        open_ = dict(self.encoding.decides)
        for decision in self.pack.decisions:
            for rule in decision.rules:
                if rule.id in open_:
                    model = self.search.find(open_[rule.id])
                    if model is None:
                        self.broken.append(self._dead(decision, rule.id))
                        continue
                    # One case shows many rows at once.
                    open_ = {one: row for one, row in open_.items() if not z3.is_true(model.eval(row))}
                self.proved.append(f"6.{rule.id}")

    def _dead(self, decision: Decision, rule: str) -> Broken:
        words = self.words
        titel = words.dead.format(rule=rule, table=decision.id)
        held = self.search.smallest(self.weights, self.encoding.rows[rule])
        if held is None:
            return Broken(f"6.{rule}", 6, titel, words.dead_never.format(rule=rule))
        first = [one.id for one in decision.rules if z3.is_true(held.eval(self.encoding.decides[one.id]))]
        expected = words.dead_shadow.format(rule=rule, other=", ".join(first))
        return Broken(f"6.{rule}", 6, titel, expected, self.space.answers(held))

    # 2. A mild answer never gives a more severe besluit or urgentie than any other answer, all else equal.

    def _not_knowing(self) -> None:
        safety = [fact for fact in self.pack.facts if fact.is_safety]
        other = Space([self.pack], "b:")
        mirror = Encoding(self.pack, other, "b:")
        here = self.encoding
        besluit, urgentie = _softer(here.besluit, mirror.besluit), _softer(here.urgentie, mirror.urgentie)
        worse = mirror.name("worse", z3.Or(besluit, urgentie))
        same = {fact.id: z3.Bool(f"same:{fact.id}") for fact in self.pack.facts}
        equal = [
            z3.Implies(same[fact.id], mine == other.values[fact.id][value])
            for fact in self.pack.facts
            for value, mine in self.space.values[fact.id].items()
        ]
        self.search.add([*other.axioms, *mirror.axioms, *equal])
        for fact in safety:
            rest = [literal for name, literal in same.items() if name != fact.id]
            mild = self.space.equals(fact, fact.mild or ())
            model = self.search.smallest(self.weights, mild, worse, *rest)
            if model is None:
                self.proved.append(f"2.{fact.id}")
                continue
            self.broken.append(self._safer(fact, self.space.answers(model), other.answers(model)))

    def _safer(self, fact: Fact, mild: dict[str, Answer], other: dict[str, Answer]) -> Broken:
        words = self.words
        titel = words.safer.format(fact=fact.id)
        return Broken(f"2.{fact.id}", 2, titel, words.safer_expected.format(fact=fact.id), mild, other)


def _softer(severe: Sequence[Bool], mild: Sequence[Bool]) -> Bool:
    """Return the formula "the second is milder than the first", of two rows of "at least as severe as"."""
    return any_of(z3.And(one, z3.Not(other)) for one, other in zip(severe, mild, strict=True))
