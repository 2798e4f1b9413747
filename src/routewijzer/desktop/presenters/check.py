"""Controleer uw antwoorden: what is open or unknown first, every answer with a way to change it."""

from __future__ import annotations

from routewijzer import text
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.intake import footer
from routewijzer.desktop.presenters.pageviews import CheckGroup, CheckRow, CheckView, Notice
from routewijzer.rules import UNKNOWN

FILTERS = ("alles", "onbekend", "open")


def check(intake: Intake, chosen: str = "alles") -> CheckView:
    """Return the check page under one of the FILTERS."""
    words = text.load().desktop
    marks = {name: _mark(intake, name) for name in intake.pack.fact_by_id}
    numbers = {
        "alles": len(marks),
        "onbekend": sum(mark == "onbekend" for mark in marks.values()),
        "open": sum(_is_open(intake, name) for name in marks),
    }
    labels = (words.chip_all, words.chip_unknown, words.chip_open)
    groups = tuple(
        group for step in intake.pack.steps if (group := _group(intake, step.id, chosen, marks)).rows
    )
    return CheckView(
        kicker=words.check_kicker,
        title=words.check_title,
        chips=tuple(
            (name, label.format(count=numbers[name])) for name, label in zip(FILTERS, labels, strict=True)
        ),
        notice=_notice(intake),
        settled=intake.advice.settled,
        groups=groups,
        empty=words.check_empty,
        filters_name=words.check_filters,
        footer=footer(intake, forward=words.to_advice),
    )


def _mark(intake: Intake, name: str) -> str:
    if name in wording.contradicted(intake.advice):
        return "tegenstrijdig"
    if name in intake.idle:
        return ""
    value = intake.case.answers.get(name)
    return "open" if value is None else "onbekend" if value == UNKNOWN else ""


def _is_open(intake: Intake, name: str) -> bool:
    """Whether a question still asks for an answer: not where it is folded away."""
    return name not in intake.case.answers and name not in intake.idle


def _group(intake: Intake, number: int, chosen: str, marks: dict[str, str]) -> CheckGroup:
    words, speak = text.load().desktop, wording.words_for(intake)
    facts = [name for stop in intake.stops if stop.step == number for name in stop.facts]
    answers = intake.case.answers
    shown = [
        name
        for name in facts
        if chosen == "alles"
        or (chosen == "open" and _is_open(intake, name))
        or (chosen == "onbekend" and answers.get(name) == UNKNOWN)
    ]
    rows = []
    for name in shown:
        fact = intake.fact(name)
        value = answers.get(name)
        unanswered = text.load().why.idle_mark if name in intake.idle else text.load().answers.niet_ingevuld
        answer = unanswered if value is None else speak.answer(fact, value)
        label = words.change_name.format(question=fact.kort, answer=answer)
        rows.append(CheckRow(name, fact.kort, answer, marks[name], words.change, label))
    step = intake.pack.step_by_id[number]
    done = sum(name in answers for name in facts)
    title = words.check_step.format(step=number, title=step.kort) if number else step.kort
    total = len(intake.asked(tuple(facts)))
    worth = chosen != "alles" or done < total or any(marks[name] for name in facts)
    return CheckGroup(str(number), title, words.of.format(done=done, total=total), tuple(rows), worth)


def _notice(intake: Intake) -> Notice | None:
    words, advice = text.load().desktop, intake.advice
    safety = [name for name in advice.open if intake.fact(name).is_safety]
    if not safety:
        return None
    first = intake.fact(safety[0])
    title = words.notice_one if len(safety) == 1 else words.notice.format(count=len(safety))
    return Notice(title, words.notice_text.format(question=first.vraag), words.notice_button, "B", safety[0])
