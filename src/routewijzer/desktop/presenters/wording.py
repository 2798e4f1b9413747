"""Small words that several presenters share."""

from __future__ import annotations

from routewijzer import text
from routewijzer.advice.model import Advice, Reason
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters.pageviews import Because, Clash
from routewijzer.desktop.widgets.views import GroundView, LinkView, UrgencyView
from routewijzer.paper.wording import Wording
from routewijzer.rules.model import RulePack


def ground(kind: str | None) -> GroundView | None:
    """Return how a row's ground is shown; None for a row that has none."""
    if kind is None:
        return None
    words = text.load().grond
    return GroundView(kind, getattr(words, kind), getattr(words, f"{kind}_uitleg"))  # type: ignore[arg-type]


def urgency(pack: RulePack, kind: str) -> UrgencyView:
    """Return how an urgency is shown."""
    return UrgencyView(kind, pack.urgentie_by_id[kind].label)  # type: ignore[arg-type]


def words_for(intake: Intake) -> Wording:
    """Return the words of an intake's pack."""
    return Wording(intake.pack, text.load())


def grounded(reasons: tuple[Reason, ...]) -> tuple[Because, ...]:
    """Return the reasons that rest on something, each sentence once."""
    return tuple(Because(reason.text, ground(reason.grond)) for reason in reasons if reason.grond)


def open_links(intake: Intake, *, safety: bool) -> tuple[LinkView, ...]:
    """Return the open questions, those of one block together; the link leads to the first of them."""
    words = text.load().desktop
    links = []
    for stop in intake.stops:
        facts = [name for name in intake.advice.open if name in stop.facts]
        facts = [name for name in facts if intake.fact(name).is_safety or not safety]
        if not facts:
            continue
        single = len(facts) == 1 and stop.group is None
        label = intake.fact(facts[0]).kort if single else stop.titel
        note = words.question_one if len(facts) == 1 else words.questions.format(count=len(facts))
        links.append(LinkView(facts[0], label, note))
    return tuple(links)


def open_safety(advice: Advice, pack: RulePack) -> int:
    """Return how many safety questions are open."""
    return sum(pack.fact_by_id[name].is_safety for name in advice.open)


def clashes(intake: Intake) -> tuple[Clash, ...]:
    """Return what does not fit, in words."""
    words = text.load().desktop
    made = []
    for item in intake.advice.tegenstrijdig:
        facts = [name for reason in item.because for name in reason.facts]
        explained = intake.pack.tegenstrijdig_by_id[item.id].uitleg
        made.append(Clash(explained, words.see_questions, facts[0]))
    return tuple(made)


def contradicted(advice: Advice) -> set[str]:
    """Return the questions whose answers do not fit each other."""
    return {name for item in advice.tegenstrijdig for reason in item.because[:1] for name in reason.facts}


def count(done: int, total: int) -> str:
    """Return "7/28"."""
    return f"{done}/{total}"
