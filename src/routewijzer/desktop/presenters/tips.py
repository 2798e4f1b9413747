"""What one other answer would change: the besluit, the urgentie, or a route, also one that does not stand."""

from __future__ import annotations

from collections.abc import Iterable

from routewijzer import text
from routewijzer.advice.model import Tip, Turn
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.pageviews import TipChoice, TipView

BESLUIT, URGENTIE = "besluit", "urgentie"


def choices(intake: Intake) -> tuple[TipChoice, ...]:
    """Return what can be asked, with the answers that change it; nothing beside an advice that may change."""
    if not intake.advice.settled:
        return ()
    stand = [item.id for item in intake.advice.routes]
    others = [name for name in intake.pack.route_by_id if name not in stand]
    return (_besluit(intake), _urgentie(intake), *(_route(intake, name) for name in (*stand, *others)))


def _besluit(intake: Intake) -> TipChoice:
    words, found = text.load().tips, intake.advice
    named = ((intake.pack.besluit_by_id[tip.besluit].label, tip) for tip in found.tips)
    held = len(found.tips) < len(found.kantelpunten)
    return _choice(intake, BESLUIT, words.besluit, named, words.none_besluit, held=held)


def _urgentie(intake: Intake) -> TipChoice:
    words, found, levels = text.load().tips, intake.advice, intake.pack.urgentie_by_id
    answered = [turn for turn in intake.turns.told if turn.origin is not None]
    turns = [turn for turn in answered if turn.urgentie != found.urgentie]
    ordered = sorted(turns, key=lambda turn: list(levels).index(turn.urgentie))
    named = ((levels[turn.urgentie].label, turn) for turn in ordered)
    return _choice(
        intake, URGENTIE, words.urgentie, named, words.none_urgentie, held=intake.turns.held_urgentie
    )


def _route(intake: Intake, name: str) -> TipChoice:
    """Return what changes a route that stands, or brings one that does not: also an open question may."""
    words, levels, pack = text.load().tips, intake.pack.urgentie_by_id, intake.pack
    now = next((item.urgentie for item in intake.advice.routes if item.id == name), None)
    turns = [turn for turn in intake.turns.told if name not in turn.untold and turn.routes.get(name) != now]
    if now is not None:
        turns = [turn for turn in turns if turn.origin is not None]
    order = [*levels, None]
    ordered = sorted(turns, key=lambda turn: order.index(turn.routes.get(name)))

    def told(turn: Turn) -> str:
        then = turn.routes.get(name)
        if then is None:
            return words.route_goes
        template = words.route_comes if now is None else words.route_becomes
        return template.format(urgency=levels[then].label)

    none = words.none_route if now is not None else words.none_brings
    label = words.route if now is not None else words.route_not
    named = ((told(turn), turn) for turn in ordered)
    titled, held = label.format(route=pack.route_by_id[name].naam), name in intake.turns.held_routes
    return _choice(intake, name, titled, named, none, held=held)


def _choice(
    intake: Intake,
    id_: str,
    label: str,
    named: Iterable[tuple[str, Tip | Turn]],
    none: str,
    *,
    held: bool,
) -> TipChoice:
    """Group the answers by what they give, each question once; `held`: there is more that may not be told."""
    words, found = text.load().tips, dict[str, dict[str, list[str]]]()
    for outcome, tip in named:
        found.setdefault(outcome, {}).setdefault(tip.fact, []).append(_changed(intake, tip))
    made = []
    for outcome, by_fact in found.items():
        shown = tuple(_answers(intake, name, answers) for name, answers in by_fact.items())
        template = words.tip if len(shown) == 1 else words.tip_more
        made.append(TipView(template.format(outcome=outcome), shown))
    return TipChoice(id_, label, tuple(made), "" if made else words.none_so_far if held else none)


def _answers(intake: Intake, name: str, answers: list[str]) -> str:
    words = text.load().tips
    template = words.answer if name in intake.case.answers else words.answer_open
    return template.format(label=intake.fact(name).kort, answer=words.either.join(answers))


def _changed(intake: Intake, tip: Tip | Turn) -> str:
    words, fact = text.load().tips, intake.fact(tip.fact)
    said = wording.words_for(intake)
    if not isinstance(tip.to, tuple) or not isinstance(tip.origin, tuple):
        return said.answer(fact, tip.to)
    more = [value for value in tip.to if value not in tip.origin]
    if more:
        return words.also.format(answer=said.one(fact, more[0]))
    less = [value for value in fact.values if value in tip.origin and value not in tip.to]
    return words.without.format(answer=said.one(fact, less[0]))
