"""Case -> Advice: the one way through (floor 3)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import orjson

from routewijzer.advice.compile import Compiled
from routewijzer.advice.evaluate import Evaluator, Names, Outcome, Routes
from routewijzer.advice.explain import Explainer
from routewijzer.advice.influence import Blocker, Influence, Reach
from routewijzer.advice.lookup import TOGETHER, Found, Remembered
from routewijzer.advice.model import Advice, Advised, Reason, Tip, Turn, Turns
from routewijzer.advice.questions import Questions
from routewijzer.advice.steps import states
from routewijzer.advice.tipping import tips, turns
from routewijzer.case import Answer, Case, answer_json
from routewijzer.casecode import Codec
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Rule, RulePack

ANSWERS = 2**10
"""More than the facts of a pack: room for the number of answers beside the number of a case code."""
REMEMBERED = 8
"""Advices that an engine keeps: a case and its neighbours by one answer."""


class Engine:
    """Everything one pack says about a case. Make it once; it only remembers, it never changes."""

    def __init__(self, pack: RulePack) -> None:
        """Compile a pack that loaded without faults."""
        self.pack = pack
        self.compiled = Compiled(pack)
        self.codec = Codec(pack)
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
        pack, codec = engine.pack, engine.codec
        self._decide, self._finish, self._pack = engine.evaluator.decide, codec.finish, pack.id
        head = {"id": pack.id, "version": pack.version, "digest": pack.digest}
        self._head = f'{{"pack": {json.dumps(head)}, "case_code": "'

        evaluator = engine.evaluator
        self._all = engine.compiled.all | engine.compiled.counted

        def adds(fact: str, value: Answer | None) -> int:
            """Return what an answer adds to the code's number and to the number of answers."""
            return 0 if value is None else codec.part(fact, value) * ANSWERS + 1

        def together(
            group: Sequence[str], masks: Found[int], values: Sequence[Answer | None]
        ) -> tuple[int, int]:
            one, two, three = (*values, None, None)[:TOGETHER]
            return masks[one][two][three], sum(map(adds, group, values))

        def by_list(fact: str, value: Answer | None) -> tuple[int, int]:
            return evaluator.by_list(fact, value), adds(fact, value)

        self._trios = [
            evaluator.threes.trio(group, partial(together, group, masks))
            for group, (_, _, _, masks) in zip(evaluator.threes.groups, evaluator.trios, strict=True)
        ]
        self._lists = [
            (fact.id, frozenset(fact.values), Remembered(partial(by_list, fact.id)))
            for fact in pack.facts
            if fact.kind == "meerkeuze"
        ]
        self._routes: Remembered[Routes, str] = Remembered(lambda routes: json.dumps(_routes_json(routes)))
        self._names: Remembered[Names, str] = Remembered(lambda names: json.dumps(_names_json(names)))

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
            live, sums = self._read(answers)
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return None
        number, answered = divmod(sums, ANSWERS)
        if answered != len(answers):  # an unknown fact, or null
            return None
        made = self._decide(live)
        return (
            f'{self._head}{self._finish(number)}", '
            f'"besluit": "{made.besluit}", "urgentie": "{made.urgentie}", '
            f'"routes": {self._routes[made.routes]}, "acties": {self._names[made.acties]}, '
            f'"tegenstrijdig": {self._names[made.tegenstrijdig]}}}'
        )

    def _read(self, answers: Mapping[str, Any]) -> tuple[int, int]:
        """Return what answers leave standing; and the code's number and how many answers there are, in one.

        Raises:
            KeyError, TypeError: where something is no right answer.
        """
        live, sums, get = self._all, 0, answers.get
        for one, two, three, found in self._trios:
            mask, adds = found[get(one)][get(two)][get(three)]
            live &= mask
            sums += adds
        for name, values, by_list in self._lists:
            value = get(name)
            if type(value) is list:
                if len(values.intersection(value)) != len(value):
                    raise KeyError(name)  # a value twice, or one that the fact does not have
                value = tuple(value)
            elif value is not None and value != UNKNOWN:
                raise KeyError(name)
            mask, adds = by_list[value]
            live &= mask
            sums += adds
        return live, sums


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return the short form of an outcome, as `--jsonl` prints it after the case code."""
    return {
        "besluit": outcome.besluit,
        "urgentie": outcome.urgentie,
        "routes": _routes_json(outcome.routes),
        "acties": _names_json(outcome.acties),
        "tegenstrijdig": _names_json(outcome.tegenstrijdig),
    }


def _routes_json(routes: Routes) -> list[dict[str, str]]:
    return [{"id": route, "urgentie": urgency} for route, urgency in routes]


def _names_json(names: Names) -> list[dict[str, str]]:
    return [{"id": name} for name in names]


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
            {
                "fact": tip.fact,
                "from": answer_json(tip.origin),
                "to": answer_json(tip.to),
                "besluit": tip.besluit,
            }
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
        "facts": {name: answer_json(value) for name, value in reason.facts.items()},
    }
