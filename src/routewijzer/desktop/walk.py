"""Along the questions of an intake, past what is folded away. Free of Qt; what is passed stays as it is."""

from __future__ import annotations

from routewijzer.desktop.oneintake import Intake, Stop


def at_first_open(intake: Intake) -> Intake:
    """Return the intake at the first open question of its stop; past the last where none is."""
    facts, answers = intake.stop.facts, intake.case.answers
    places = (facts.index(name) for name in intake.asked(facts) if name not in answers)
    return intake.replace(cursor=next(places, len(facts)))


def after(intake: Intake) -> int:
    """Return the place of the next question of the current block; its length where it has no more."""
    facts = intake.stop.facts
    later = range(intake.cursor + 1, len(facts))
    return next((at for at in later if facts[at] not in intake.idle), len(facts))


def onward(intake: Intake) -> tuple[str, int | None] | None:
    """Return the stop that Enter goes on to, and the place in it (None: its first open question).

    None at the last stop.
    """
    stop, place = intake.stop, after(intake)
    if stop.group is None and place < len(stop.facts):
        return stop.id, place
    later = intake.stops[intake.stops.index(stop) + 1 :]
    return next(((one.id, None) for one in later if _asks(intake, one)), None)


def back(intake: Intake) -> tuple[str, int] | None:
    """Return the stop that one goes back to, and the place in it; None at the first question."""
    stop = intake.stop
    earlier = intake.asked(stop.facts[: intake.cursor]) if stop.group is None else ()
    if earlier:
        return stop.id, stop.facts.index(earlier[-1])
    passed = [one for one in intake.stops[: intake.stops.index(stop)] if _asks(intake, one)]
    if not passed:
        return None
    before = passed[-1]
    last = intake.asked(before.facts)[-1:]
    return before.id, before.facts.index(last[0]) if last else 0


def passed_open(intake: Intake) -> list[str]:
    """Return the questions that Enter would pass in silence: open, asked now, and not folded away."""
    stop = intake.stop
    passed = stop.facts if stop.group else stop.facts[intake.cursor : intake.cursor + 1]
    return [name for name in intake.asked(passed) if name not in intake.case.answers]


def _asks(intake: Intake, stop: Stop) -> bool:
    """Whether a stop has a question that is not folded away, or is a page without questions."""
    return not stop.facts or bool(intake.asked(stop.facts))
