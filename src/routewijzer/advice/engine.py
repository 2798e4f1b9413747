"""Case -> Advice: the one way through (floor 3)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from operator import and_, getitem
from typing import Any

import orjson

from routewijzer.advice.compile import Compiled, Entry
from routewijzer.advice.evaluate import Evaluator, Outcome
from routewijzer.advice.explain import Explainer
from routewijzer.advice.influence import Blocker, Influence, Reach
from routewijzer.advice.model import Advice, Advised, Reason, Tip, Turn, Turns
from routewijzer.advice.questions import Questions
from routewijzer.advice.steps import states
from routewijzer.advice.tipping import tips, turns
from routewijzer.case import Answer, Case
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact, Rule, RulePack

REMEMBERED = 8
"""Advices that an engine keeps: a case and its neighbours by one answer."""


class Engine:
    """Everything one pack says about a case. Make it once; it only remembers, it never changes."""

    def __init__(self, pack: RulePack) -> None:
        """Compile a pack that loaded without faults."""
        self.pack = pack
        self.compiled = Compiled(pack)
        self.codec = self.compiled.codec
        self.evaluator = Evaluator(self.compiled)
        self._explainer = Explainer(self.evaluator)
        self._questions = Questions(self.compiled)
        self._influence = Influence(self.compiled, self._questions)
        self._known: dict[str, Advice] = {}
        self._turned: tuple[str, Turns] | None = None
        self._mild = {name for name, besluit in pack.besluit_by_id.items() if besluit.mild}
        self._waits = {route.id for route in pack.routes if route.wacht}
        self._waits |= {actie.id for actie in pack.outcomes.acties if actie.wacht}
        self._besluit_rank = {name: at for at, name in enumerate(pack.besluit_by_id)}

    def advise(self, case: Case) -> Advice:
        """Return the whole advice for a case of this pack: reasons, open questions and tipping points too.

        The last few are remembered: the window asks for the same case at every turn of a page, and for
        that case with another answer to show what the answer does.
        """
        code = self.codec.encode(case)
        if code not in self._known:
            if len(self._known) >= REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[code] = self._advise(case)
        return self._known[code]

    def brief(self, case: Case) -> Advice:
        """Return the advice without reasons and tipping points: what the log needs, ten times as fast."""
        answers, pack = case.answers, self.pack
        outcome = self.evaluator.outcome(answers)
        outlook = self._questions.outlook(answers)
        voorlopig = any(pack.fact_by_id[name].is_safety for name in outlook.open)
        showable = not (voorlopig and outcome.besluit in self._mild)
        zeker = self._besluit_rank[outlook.mildest] <= self._besluit_rank[outcome.besluit]
        vast = outlook.vast if showable else outlook.vast - self._telling(outcome)
        held = {name for name, _ in outcome.routes} | {*outcome.acties, *outcome.tegenstrijdig}
        waits = set() if showable and (zeker or not voorlopig) else self._waits
        told = vast | (held - waits - (set() if showable else self._telling(outcome)))
        flags = [answers.get(fact.id, UNKNOWN) for fact in pack.facts if fact.group is not None]
        return Advice(
            pack=pack.id,
            version=pack.version,
            digest=pack.digest,
            case_code=self.codec.encode(case),
            besluit=outcome.besluit,
            urgentie=outcome.urgentie,
            routes=tuple(Advised(route, urgency) for route, urgency in outcome.routes),
            acties=tuple(Advised(name, None) for name in outcome.acties),
            tegenstrijdig=tuple(Advised(name, None) for name in outcome.tegenstrijdig),
            besluit_because=(),
            open=outlook.open,
            voorlopig=voorlopig,
            zeker=zeker,
            kantelpunten=(),
            tips=(),
            flags_yes=flags.count("ja"),
            flags_unknown=flags.count(UNKNOWN),
            steps=states(pack, answers, self.evaluator.values(outcome)),
            vast=vast,
            told=told,
            showable=showable,
        )

    def _advise(self, case: Case) -> Advice:
        made, answers = self.brief(case), case.answers
        outcome = self.evaluator.outcome(answers)
        points = tips(self.evaluator, answers, outcome.besluit)
        told = [tip for tip in points if self._may_tell(case, made, tip)]

        def explained(table: str, items: tuple[Advised, ...]) -> tuple[Advised, ...]:
            collected = self._explainer.collected
            return tuple(replace(item, because=collected(table, item.id, outcome, answers)) for item in items)

        return replace(
            made,
            routes=explained("routes", made.routes),
            acties=explained("acties", made.acties),
            tegenstrijdig=explained("tegenstrijdig", made.tegenstrijdig),
            besluit_because=self._explainer.output("besluit", outcome, answers),
            kantelpunten=points,
            tips=tuple(told) if made.showable else (),
        )

    def _may_tell(self, case: Case, made: Advice, tip: Tip | Turn) -> bool:
        """Whether this other besluit may be told: a mild one not where it is or would be voorlopig."""
        return tip.besluit not in self._mild or not (made.voorlopig or self._voorlopig(case, tip))

    def _voorlopig(self, case: Case, tip: Tip | Turn) -> bool:
        """Whether the advice would be voorlopig with another answer."""
        answers = {**case.answers, tip.fact: tip.to}
        if all(fact.id in answers for fact in self.pack.facts if fact.is_safety):
            return False
        return any(self.pack.fact_by_id[name].is_safety for name in self._questions.outlook(answers).open)

    def turns(self, case: Case) -> Turns:
        """Return what other single answers make of besluit, urgentie and routes, as far as it may be told.

        As `Advice.tips`: nothing beside an advice that is not settled, and nothing that leads to a mild
        besluit that is or would be voorlopig. The last answer is remembered, as the advice page asks twice.
        """
        code = self.codec.encode(case)
        if self._turned is None or self._turned[0] != code:
            made = self.advise(case)
            found = turns(self.evaluator, case.answers) if made.settled else ()
            may = [self._may_tell(case, made, turn) for turn in found]
            told = [self._told(case, made, turn) for turn, open_ in zip(found, may, strict=True) if open_]
            held = [turn for turn, open_ in zip(found, may, strict=True) if not open_]
            routes = {name for turn in told for name in turn.untold}
            routes |= {name for turn in held for name in _changed_routes(made, turn)}
            urgentie = any(turn.urgentie != made.urgentie for turn in held)
            self._turned = code, Turns(tuple(told), frozenset(routes), urgentie)
        return self._turned[1]

    def _told(self, case: Case, made: Advice, turn: Turn) -> Turn:
        """Return a turn without the routes that wait until safety is known, where it is not."""
        waiting = self._waits & _changed_routes(made, turn)
        if not waiting or self.brief(case.answer(turn.fact, turn.to)).settled:
            return turn
        routes = {route: urgency for route, urgency in turn.routes.items() if route not in waiting}
        return replace(turn, routes=routes, untold=frozenset(waiting))

    def _telling(self, outcome: Outcome) -> set[str]:
        """Return the routes and acties that stand for no other reason than a mild besluit."""
        tables = (self.compiled.tables[name] for name in ("routes", "acties"))
        held = [row.rule for table in tables for row in table.rows if row.bit & outcome.live]
        telling = [rule for rule in held if _asks_only(rule, "besluit", self._mild)]
        return {rule.then for rule in telling} - {rule.then for rule in held if rule not in telling}

    def reach(self, case: Case, fact: str) -> Reach:
        """Return what a question can still change with the other answers so far; answered or not."""
        return self._influence.reach(case.answers, fact)

    def idle(self, case: Case) -> Mapping[str, tuple[Blocker, ...]]:
        """Return the unanswered questions that change nothing now, with why: see `Influence.idle`."""
        return self._influence.idle(case.answers)

    def table_values(self, case: Case) -> Mapping[str, str | int]:
        """Return what each table (COLLECT aside) gives for a case: for the rules page and tests."""
        return self.evaluator.values(self.evaluator.outcome(case.answers))


def _changed_routes(made: Advice, turn: Turn) -> set[str]:
    """Return the routes that come, go or change their urgentie with another answer."""
    now: dict[str, str | None] = {route.id: route.urgentie for route in made.routes}
    return {name for name in {*now, *turn.routes} if now.get(name) != turn.routes.get(name)}


def _asks_only(rule: Rule, table: str, outputs: set[str]) -> bool:
    """Return whether a row asks nothing but that a table gave one of these outputs."""
    asked = rule.when.get(table)
    if asked is None or len(rule.when) > 1:
        return False
    return bool(asked.one_of) and set(asked.one_of or ()) <= outputs


class FastLines:
    """Writes the short JSON advice of one raw case after another, as fast as it can.

    What `--jsonl` prints: without because, open, voorlopig, zeker and kantelpunten.
    """

    def __init__(self, engine: Engine) -> None:
        """Take the engine whose pack the cases are of."""
        self._evaluator = engine.evaluator
        self._compiled = compiled = engine.compiled
        self._pack = engine.pack.id
        head = {"id": engine.pack.id, "version": engine.pack.version, "digest": engine.pack.digest}
        self._head = f'{{"pack": {json.dumps(head)}, "case_code": "'
        facts = engine.pack.facts
        # An unanswered fact is looked up as None; a null in the case is found out by the count of answers.
        singles = [fact for fact in facts if fact.kind != "meerkeuze"]
        self._names = [fact.id for fact in singles]
        self._tables = [{None: compiled.blank[name], **compiled.entries[name]} for name in self._names]
        self._lists = [fact for fact in facts if fact.kind == "meerkeuze"]
        self._json: dict[tuple[object, ...], str] = {}

    def line(self, raw: bytes) -> str | None:
        """Return the JSON of the advice for one case, or None where it has to be read with care."""
        try:
            data = orjson.loads(raw)
            answers = data["answers"]
            if len(data) != 1 and (len(data) != 2 or data["pack"] != self._pack):
                return None
            # No value or key of a case holds a colon: one too many of them, and a key is there twice.
            if raw.count(b":") != len(data) + len(answers):
                return None
            get = answers.get
            entries = [*map(getitem, self._tables, map(get, self._names))]
            entries += [self._entry(fact, get(fact.id)) for fact in self._lists]
            standing, adds = zip(*entries, strict=True)
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return None
        number, answered, counts = self._compiled.unpack(sum(adds))
        if answered != len(answers):
            return None
        outcome = self._evaluator.decide(reduce(and_, standing), counts)
        return f'{self._head}{self._compiled.codec.finish(number)}", {self._rest(outcome)}'

    def _entry(self, fact: Fact, value: Any) -> Entry:
        """Return what an answer to a meerkeuze does.

        Raises:
            KeyError, TypeError: where it is no right answer.
        """
        if value is None:
            return self._compiled.blank[fact.id]
        if type(value) is not list:
            return self._compiled.entries[fact.id][value]
        if len(set(value)) != len(value):
            raise KeyError(fact.id)
        return self._compiled.lists[fact.id].entry(tuple(value))

    def _rest(self, outcome: Outcome) -> str:
        """Return the outcome after the case code, as `outcome_json` would write it; lists are remembered."""
        known = self._json
        if outcome.routes not in known or outcome.acties not in known or outcome.tegenstrijdig not in known:
            if len(known) > Evaluator.LIMIT:
                known.clear()
            made = outcome_json(outcome)
            known[outcome.routes] = json.dumps(made["routes"])
            known[outcome.acties] = json.dumps(made["acties"])
            known[outcome.tegenstrijdig] = json.dumps(made["tegenstrijdig"])
        return (
            f'"besluit": "{outcome.besluit}", "urgentie": "{outcome.urgentie}", '
            f'"routes": {known[outcome.routes]}, "acties": {known[outcome.acties]}, '
            f'"tegenstrijdig": {known[outcome.tegenstrijdig]}}}'
        )


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return the short form of an outcome, as `--jsonl` prints it after the case code."""
    return {
        "besluit": outcome.besluit,
        "urgentie": outcome.urgentie,
        "routes": [{"id": route, "urgentie": urgency} for route, urgency in outcome.routes],
        "acties": [{"id": name} for name in outcome.acties],
        "tegenstrijdig": [{"id": name} for name in outcome.tegenstrijdig],
    }


def advice_json(advice: Advice, *, full: bool = True) -> dict[str, Any]:
    """Return an advice as the contract writes it in JSON; not `full` is the short form of `--jsonl`."""
    made: dict[str, Any] = {
        "pack": {"id": advice.pack, "version": advice.version, "digest": advice.digest},
        "case_code": advice.case_code,
        "besluit": advice.besluit,
        "urgentie": advice.urgentie,
    }
    if full:
        made |= {"voorlopig": advice.voorlopig, "zeker": advice.zeker}
    made |= {
        "routes": [_item(item, full=full) for item in advice.routes],
        "acties": [_item(item, full=full) for item in advice.acties],
        "tegenstrijdig": [_item(item, full=full) for item in advice.tegenstrijdig],
    }
    if full:
        made["open"] = list(advice.open)
        made["kantelpunten"] = [
            {"fact": tip.fact, "from": _plain(tip.origin), "to": _plain(tip.to), "besluit": tip.besluit}
            for tip in advice.kantelpunten
        ]
    return made


def _item(item: Advised, *, full: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"id": item.id}
    if item.urgentie is not None:
        made["urgentie"] = item.urgentie
    if full:
        made["because"] = [_because(reason) for reason in item.because]
    return made


def _because(reason: Reason) -> dict[str, Any]:
    return {
        "decision": reason.decision,
        "rule": reason.rule,
        "grond": reason.grond,
        "bron": list(reason.bron),
        "facts": {name: _plain(value) for name, value in reason.facts.items()},
    }


def _plain(value: Answer) -> str | list[str]:
    return list(value) if isinstance(value, tuple) else value
