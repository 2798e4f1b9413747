"""The route line at the left: a station for each step, the check and the advice."""

from __future__ import annotations

from routewijzer import text
from routewijzer.desktop.oneintake import ADVICE, CHECK, Intake
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.widgets.views import Progress, StationView, StopView


def rail(intake: Intake) -> tuple[StationView, ...]:
    """Return the stations of an intake; the blocks of the current step hang below it."""
    words = text.load().desktop
    stations = [_step(intake, number) for number in intake.pack.step_by_id]
    pages = ((CHECK, words.stop_check, "icon:list-checks"), (ADVICE, words.stop_advice, "icon:signpost"))
    for page, label, sign in pages:
        state: Progress = "nu" if intake.page == page else "open"
        if page == CHECK and intake.page == ADVICE:
            state = "gedaan"
        name = words.station_page.format(label=label)
        stations.append(StationView(page, label, sign, "", state, _named(name, state)))
    return tuple(stations)


def progress(intake: Intake) -> tuple[int, int]:
    """Return how many questions of the whole intake are answered, and how many count now.

    What is folded away is in neither: the count says how much there still is to ask.
    """
    return _progress(intake, tuple(intake.pack.fact_by_id))


def _progress(intake: Intake, facts: tuple[str, ...]) -> tuple[int, int]:
    return sum(name in intake.case.answers for name in facts), len(intake.asked(facts))


def _step(intake: Intake, number: int) -> StationView:
    words, step = text.load().desktop, intake.pack.step_by_id[number]
    blocks = [stop for stop in intake.stops if stop.step == number]
    facts = tuple(name for stop in blocks for name in stop.facts)
    done, total = _progress(intake, facts)
    here = intake.stop.step == number
    state: Progress
    if here:
        state = "nu"
    elif done == total:
        state = "gedaan"
    else:
        state = "deels" if done or number in intake.seen else "open"
    stops = tuple(_stop(intake, stop.id, stop.titel, stop.facts) for stop in blocks)
    name = words.station.format(step=number, title=step.titel, done=done, total=total)
    if number == 0:
        name = words.station_zero.format(title=step.titel, done=done, total=total)
    return StationView(
        id=blocks[0].id,
        label=step.kort,
        sign=str(number) if number else "icon:siren",
        count=wording.count(done, total),
        state=state,
        name=_named(_with_idle(intake, name, facts), state),
        stops=stops if here and len(stops) > 1 else (),
    )


def _stop(intake: Intake, stop: str, title: str, facts: tuple[str, ...]) -> StopView:
    words = text.load().desktop
    done, total = _progress(intake, facts)
    state: Progress = "nu" if intake.page == stop else "gedaan" if done == total else "open"
    name = _with_idle(intake, words.station_block.format(title=title, done=done, total=total), facts)
    return StopView(stop, title, wording.count(done, total), state, _named(name, state))


def _with_idle(intake: Intake, name: str, facts: tuple[str, ...]) -> str:
    """Return the name of a station for a screen reader, with how many questions are folded away."""
    words, idle = text.load().why, len(facts) - len(intake.asked(facts))
    if not idle:
        return name
    return words.idle_one.format(name=name) if idle == 1 else words.idle_more.format(name=name, count=idle)


def _named(name: str, state: Progress) -> str:
    words = text.load().desktop
    template = {"nu": words.state_now, "gedaan": words.state_done, "deels": words.state_part}.get(
        state, "{name}"
    )
    return template.format(name=name)
