"""What if: the question that is tried, what was changed, and the real advice beside the other.

What the advice page hides, this hides too: on the side of the trial as on the real one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from routewijzer import text
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.intake import question
from routewijzer.desktop.presenters.trialviews import ComparePart, CompareRow, Mark, TrialView, TriedView
from routewijzer.desktop.session import Session
from routewijzer.desktop.trial import Trial

Cell = str | None
"""What stands on one side; None where nothing does."""


def present(session: Session) -> TrialView | None:
    """Return the view of the trial; None where none stands."""
    made = session.trial
    if made is None:
        return None
    words = text.load().whatif
    parts = _parts(made.of, made.made)
    same = all(row.mark == "gelijk" for part in parts for row in part.rows)
    tried = tuple(_tried(made, name) for name in made.changed)
    return TrialView(
        banner=words.banner,
        banner_note=words.banner_note,
        result=spoken(made),
        leave=words.leave,
        leave_short=words.leave_short,
        leave_key=words.leave_key,
        pick=words.pick,
        questions=_questions(made.of),
        question=question(made.made, made.fact),
        tried_title=words.tried,
        tried=tried,
        tried_note="" if tried else words.tried_none,
        compare=words.compare,
        now=words.now,
        then=words.then,
        note=words.same if tried and same else "",
        parts=parts,
    )


def spoken(made: Trial) -> str:
    """Return what a screen reader says of the advice in a trial."""
    words, advice = text.load().whatif, made.made.advice
    if not advice.settled:
        return words.announce_wait
    return words.announce.format(title=_title(made.made))


def _title(intake: Intake) -> str:
    return intake.pack.besluit_by_id[intake.advice.besluit].titels[intake.advice.urgentie]


def _questions(intake: Intake) -> tuple[tuple[str, str], ...]:
    template = text.load().whatif.question
    return tuple(
        (name, template.format(step=intake.pack.step_by_id[stop.step].kort, label=intake.fact(name).kort))
        for stop in intake.stops
        for name in stop.facts
    )


def _tried(made: Trial, name: str) -> TriedView:
    words, said = text.load().whatif, wording.words_for(made.of)
    fact = made.of.fact(name)
    now, then = (case.answers.get(name) for case in (made.of.case, made.case))
    line = words.tried_line.format(label=fact.kort, now=said.answer(fact, now), then=said.answer(fact, then))
    return TriedView(name, line, words.restore, words.restore_name.format(label=fact.kort))


def _parts(real: Intake, other: Intake) -> tuple[ComparePart, ...]:
    words, pack = text.load().whatif, real.pack

    def urgent(intake: Intake) -> str:
        return pack.urgentie_by_id[intake.advice.urgentie].label

    return (
        ComparePart(words.part_besluit, (_whole(words.part_besluit, real, other, _title),)),
        ComparePart(words.part_urgentie, (_whole(words.part_urgentie, real, other, urgent),)),
        _listed(words.part_routes, real, other, _routes),
        _listed(words.part_acties, real, other, _acties),
        _listed(words.part_tegenstrijdig, real, other, _clashes, hidden=False),
    )


def _whole(part: str, real: Intake, other: Intake, told: Callable[[Intake], str]) -> CompareRow:
    """Return the row of the besluit or urgentie, which shows only where the advice is settled."""
    now, then = (told(intake) if intake.advice.settled else None for intake in (real, other))
    return _row(part, now, then, waits=(now is None, then is None))


def _routes(intake: Intake) -> dict[str, str]:
    words, pack, told = text.load().whatif, intake.pack, intake.advice.told
    return {
        item.id: words.route.format(
            route=pack.route_by_id[item.id].naam,
            urgency=wording.urgency(pack, str(item.urgentie)).label,
        )
        for item in intake.advice.routes
        if item.id in told
    }


def _acties(intake: Intake) -> dict[str, str]:
    told, acties = intake.advice.told, intake.pack.actie_by_id
    return {item.id: acties[item.id].label for item in intake.advice.acties if item.id in told}


def _clashes(intake: Intake) -> dict[str, str]:
    kinds = intake.pack.tegenstrijdig_by_id
    return {item.id: kinds[item.id].label for item in intake.advice.tegenstrijdig}


def _listed(
    part: str,
    real: Intake,
    other: Intake,
    told: Callable[[Intake], Mapping[str, str]],
    *,
    hidden: bool = True,
) -> ComparePart:
    """Return a row for each that stands on either side; what a side may not tell yet, waits there."""
    now, then = told(real), told(other)
    names: Sequence[str] = [*then, *(name for name in now if name not in then)]
    waits = (hidden and not real.advice.settled, hidden and not other.advice.settled)
    rows = tuple(
        _row(
            part,
            now.get(name),
            then.get(name),
            waits=(waits[0] and name not in now, waits[1] and name not in then),
        )
        for name in names
    )
    return ComparePart(part, rows)


def _row(part: str, now: Cell, then: Cell, *, waits: tuple[bool, bool]) -> CompareRow:
    """Return one row, with on the right how it differs; `waits` says which side may not tell yet."""
    words = text.load().whatif
    left = words.mark_wait if waits[0] else now or words.nothing
    right: str
    mark: Mark
    if waits[1]:
        mark, right = "wacht", words.mark_wait
    elif then is None:
        mark, right = "vervalt", words.mark_gone
    elif now == then:
        mark, right = "gelijk", then
    elif now is None and not waits[0]:
        mark, right = "nieuw", words.mark_new.format(what=then)
    else:
        mark, right = "anders", words.mark_other.format(what=then)
    if waits == (True, True):
        mark = "gelijk"
    read = words.row_name.format(
        part=part, now_title=words.now, now=left, then_title=words.then, then=right.replace("**", "")
    )
    return CompareRow(left, right, mark, read)
