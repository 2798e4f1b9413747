"""Rules that are wrong on purpose: each must be found out, or change no advice at all.

A mutant is a pack with one thing changed. A worked case or check kills it where the advice is no longer
as expected; what they leave is asked of z3: does it change any advice, and is a property broken?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import z3

from routewijzer import text
from routewijzer.advice.compile import Compiled
from routewijzer.advice.evaluate import Evaluator
from routewijzer.advice.working import same
from routewijzer.case import Answer
from routewijzer.proof.encoding import Bool, Encoding, Space, any_of
from routewijzer.proof.prover import prove
from routewijzer.proof.search import Search
from routewijzer.rules import folders, references
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Decision, Rule, RulePack
from routewijzer.rules.stories import Expected

Vector = tuple[str, Mapping[str, Answer], Expected]
"""Of a worked case or check: its id, its answers and what should come out."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to one row, or to one fact's group."""

    id: str
    words: str
    pack: RulePack


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that changes advice and that nothing finds out."""

    mutant: Mutant
    answers: Mapping[str, Answer]
    """The smallest case whose advice it changes."""


@dataclass(frozen=True, slots=True)
class Hunt:
    """What became of all mutants of a pack: counts, and those that live."""

    by_example: int
    by_property: int
    harmless: int
    """Proved to change no advice."""
    survivors: tuple[Survivor, ...]

    @property
    def total(self) -> int:
        """How many mutants there were."""
        return self.by_example + self.by_property + self.harmless + len(self.survivors)


def mutants(pack: RulePack) -> Iterator[Mutant]:
    """Give the mutants of the rows and groups that the pack itself adds (its parents have their own)."""
    for decision in pack.decisions:
        for rule in decision.rules:
            if _own(pack, f"rule:{rule.id}"):
                for words, changed in _of_rule(pack, decision, rule):
                    yield Mutant(f"{rule.id}:{words}", words, _with(pack, decision, rule, changed))
    for fact in pack.facts:
        if fact.group is not None and _own(pack, f"facts:{fact.id}"):
            words = text.load().mutants.group.format(fact=fact.id, group=fact.group)
            loose = fact.model_copy(update={"group": None})
            facts = tuple(loose if one is fact else one for one in pack.facts)
            yield Mutant(f"{fact.id}:group", words, pack.changed(facts=facts))


def hunt(
    pack: RulePack,
    vectors: Sequence[Vector],
    parents: Sequence[RulePack] = (),
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Hunt:
    """Try to find out every mutant of a pack.

    Args:
        pack: one that holds all its properties.
        vectors: its worked cases and checks; they come out as they should.
        parents: the packs that it extends.
        progress: told how many of how many mutants are done.
    """
    ground = _Ground(pack)
    counts = {"example": 0, "property": 0, "harmless": 0}
    survivors = []
    todo = list(mutants(pack))
    for done, mutant in enumerate(todo):
        progress(done, len(todo))
        if killed_by(mutant.pack, vectors):
            counts["example"] += 1
            continue
        answers = ground.changes(mutant, done)
        if answers is None and not references.check(mutant.pack):
            counts["harmless"] += 1
        elif answers is None or prove(mutant.pack, parents).broken:
            counts["property"] += 1
        else:
            survivors.append(Survivor(mutant, answers))
    return Hunt(counts["example"], counts["property"], counts["harmless"], tuple(survivors))


def killed_by(pack: RulePack, vectors: Sequence[Vector]) -> str | None:
    """Return the id of the first worked case or check whose advice is not as expected."""
    evaluator = Evaluator(Compiled(pack))
    return next((name for name, case, wanted in vectors if not same(evaluator.outcome(case), wanted)), None)


class _Ground:
    """The pack as it should be, in a solver, to hold mutants against."""

    def __init__(self, pack: RulePack) -> None:
        self._space = Space([pack])
        self._right = Encoding(pack, self._space)
        self._search = Search([*self._space.axioms, *self._right.axioms])
        self._weights = self._space.weight()

    def changes(self, mutant: Mutant, number: int) -> Mapping[str, Answer] | None:
        """Return the smallest case whose advice a mutant changes, or None where it changes none."""
        wrong = Encoding(mutant.pack, self._space, f"m{number}:", self._right)
        model = self._search.smallest(self._weights, *wrong.axioms, differ(self._right, wrong))
        return None if model is None else self._space.answers(model)


def differ(one: Encoding, other: Encoding) -> Bool:
    """Return the formula "these two give another advice", of two encodings over one space."""
    here, there = one.advice(), other.advice()
    never = z3.BoolVal(val=False)
    pairs = [(here.get(name, never), there.get(name, never)) for name in here | there]
    return any_of(z3.Xor(mine, yours) for mine, yours in pairs if not mine.eq(yours))


def _own(pack: RulePack, key: str) -> bool:
    return pack.where.get(key, "").startswith(f"{folders.place(pack.folder)}/")


def _with(pack: RulePack, decision: Decision, rule: Rule, changed: Rule | None) -> RulePack:
    rules = tuple(changed if one is rule else one for one in decision.rules)
    table = decision.model_copy(update={"rules": tuple(one for one in rules if one is not None)})
    tables = tuple(table if one is decision else one for one in pack.decisions)
    return pack.changed(decisions=tables)


def _of_rule(pack: RulePack, decision: Decision, rule: Rule) -> Iterator[tuple[str, Rule | None]]:
    words = text.load().mutants
    yield words.row.format(rule=rule.id), None
    for update in _milder(pack, decision, rule):
        ((_, value),) = [item for item in update.items() if item[1] is not None]
        yield words.milder.format(rule=rule.id, value=value), rule.model_copy(update=update)
    for name, condition in rule.when.items():
        rest = {key: asked for key, asked in rule.when.items() if key != name}
        yield words.condition.format(rule=rule.id, name=name), rule.model_copy(update={"when": rest})
        for what, weaker in _weaker(condition):
            when = {**rule.when, name: weaker}
            yield (
                words.value.format(rule=rule.id, name=name, what=what),
                rule.model_copy(update={"when": when}),
            )


def _milder(pack: RulePack, decision: Decision, rule: Rule) -> Iterator[dict[str, str | None]]:
    """Give the outcome one step milder, and a route less urgent."""
    if decision.hit_policy in ("first", "priority"):
        at = decision.output.index(rule.then)
        if at + 1 < len(decision.output):
            yield {"then": decision.output[at + 1]}
    urgencies = list(pack.urgentie_by_id)
    if rule.urgentie is not None and rule.urgentie != urgencies[-1]:
        yield {"urgentie": urgencies[urgencies.index(rule.urgentie) + 1]}
    if rule.urgentie_uit is not None:
        yield {"urgentie": pack.decision_by_id[rule.urgentie_uit].output[-1], "urgentie_uit": None}


def _weaker(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Give a condition with one value less in its list, or with its number one further."""
    for field in ("one_of", "none_of", "holds"):
        values = getattr(condition, field) or ()
        for value in values if len(values) > 1 else ():
            rest = tuple(one for one in values if one != value)
            yield value, condition.model_copy(update={field: rest})
    for field, step in (("at_least", 1), ("at_most", -1)):
        number = getattr(condition, field)
        if number is not None:
            yield f"{field} {number + step}", condition.model_copy(update={field: number + step})
