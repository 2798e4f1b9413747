"""The pages with questions: a block of a few questions, and a group of flags as one list."""

from __future__ import annotations

from textwrap import shorten

from routewijzer import text
from routewijzer.case import Answer
from routewijzer.desktop import walk
from routewijzer.desktop.oneintake import Intake, Stop
from routewijzer.desktop.presenters import explaining, why, wording
from routewijzer.desktop.presenters.pageviews import BlockView, FlagsView, FoldedView, Footer
from routewijzer.desktop.widgets.views import (
    EffectView,
    FlagView,
    FoldView,
    OptionView,
    QuestionView,
)
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact

SHORT = 110
"""Characters of the answers that stand in one line."""

LETTERS = {"ja": "J", "nee": "N", UNKNOWN: "O"}


def footer(intake: Intake, forward: str = "", legend: tuple[tuple[str, str], ...] = ()) -> Footer:
    """Return the line below the questions."""
    words = text.load().desktop
    return Footer(
        back=words.back,
        back_key=words.back_key,
        forward=forward or words.forward,
        forward_key=words.enter_key,
        undo=words.undo,
        redo=words.redo,
        can_undo=intake.at > 0,
        can_redo=intake.at + 1 < len(intake.history),
        legend=legend,
    )


def block(intake: Intake) -> BlockView:
    """Return the current block: what came before as one line, the last answer, and the question asked now."""
    words, stop = text.load().desktop, intake.stop
    step = intake.pack.step_by_id[stop.step]
    earlier, current = intake.asked(stop.facts[: intake.cursor]), _current(intake)
    before = earlier[:-1]
    cards = [_question(intake, name, current=name == current) for name in (*earlier[-1:], current) if name]
    kicker = words.kicker_step.format(step=stop.step, title=step.titel) if stop.step else step.titel
    return BlockView(
        kicker=kicker,
        title=stop.titel,
        before=_before(intake, before),
        before_open=any(name not in intake.case.answers for name in before),
        before_note=_short_answers(intake, before),
        change=words.change,
        cards=tuple(cards),
        after=_after(intake, stop),
        footer=footer(intake),
        folded=tuple(_folded(intake, name) for name in stop.facts if name in intake.idle and name != current),
    )


def _folded(intake: Intake, name: str) -> FoldedView:
    words, fact, reason = text.load().why, intake.fact(name), why.folded(intake, name)
    told = words.idle_unfold_name.format(question=fact.vraag, reason=reason)
    return FoldedView(name, fact.kort, reason, words.idle_unfold, told)


def _current(intake: Intake) -> str | None:
    facts = intake.stop.facts
    return facts[intake.cursor] if intake.cursor < len(facts) else None


def _before(intake: Intake, facts: tuple[str, ...]) -> str:
    words = text.load().desktop
    if not facts:
        return ""
    missing = sum(name not in intake.case.answers for name in facts)
    answered = len(facts) - missing
    if missing and not answered:
        return words.before_open_one.format(open=_number(missing))
    if missing:
        return words.before_open.format(count=_number(answered), open=missing)
    return words.before_one if answered == 1 else words.before.format(count=answered)


def _number(count: int) -> str:
    words = text.load().desktop
    return words.question_one if count == 1 else words.questions.format(count=count)


def _short_answers(intake: Intake, facts: tuple[str, ...]) -> str:
    words = wording.words_for(intake)
    template = text.load().desktop.short_answer
    told = []
    for name in facts:
        fact, value = intake.fact(name), intake.case.answers.get(name)
        if value is not None:
            answer = words.answer(fact, value)
            alone = fact.kind == "keuze" and value != UNKNOWN
            told.append(answer if alone else template.format(label=fact.kort, answer=answer))
    return shorten(" · ".join(told), SHORT, placeholder=" …")


def _after(intake: Intake, stop: Stop) -> str:
    words, goal = text.load().desktop, walk.onward(intake)
    following = next(one for one in intake.stops if goal is not None and one.id == goal[0])
    if following == stop:
        nxt = intake.fact(stop.facts[walk.after(intake)]).vraag
        return words.after_question.format(question=nxt)
    if not following.facts:
        return words.after_stop.format(title=following.titel)
    number = len(intake.asked(following.facts))
    if number == 1:
        return words.after_block_one.format(title=following.titel)
    return words.after_block.format(title=following.titel, count=number)


def options(fact: Fact) -> tuple[OptionView, ...]:
    """Return the answers to a question with their keys."""
    standing = text.load().answers
    if fact.kind == "ja_nee":
        return tuple(one.replace(label=fact.labels.get(one.value, one.label)) for one in flag_options())
    known = [value for value in fact.values if value != UNKNOWN]
    made = [
        OptionView(value, fact.labels[value], str(number) if number <= 9 else "")
        for number, value in enumerate(known, start=1)
    ]
    if fact.kind == "meerkeuze":
        made.append(OptionView("", standing.geen_van_deze, "G", exclusive=True))
    label = fact.labels.get(UNKNOWN, standing.onbekend)
    made.append(OptionView(UNKNOWN, label, "O", wide=True, exclusive=True))
    return tuple(made)


def flag_options() -> tuple[OptionView, ...]:
    """Return the three answers of a flag with their keys."""
    standing = text.load().answers
    labels = {"ja": standing.ja, "nee": standing.nee, UNKNOWN: standing.onbekend}
    return tuple(
        OptionView(value, label, LETTERS[value], wide=value == UNKNOWN) for value, label in labels.items()
    )


def _question(intake: Intake, name: str, *, current: bool) -> QuestionView:
    words, fact = text.load().desktop, intake.fact(name)
    if not current:
        return question(intake, name).replace(current=False, folds=(), folds_key="")
    effects, source = _effects(intake, fact), _source(intake, fact)
    reasons = FoldView(words.why, _why(intake, fact), aside=source, effects=effects)
    made = question(intake, name)
    return made.replace(note=why.folded(intake, name), folds=(*made.folds, reasons))


def question(intake: Intake, name: str) -> QuestionView:
    """Return a question with what was answered, as it is asked now, with its explanation alone."""
    fact, value = intake.fact(name), intake.case.answers.get(name)
    chosen: tuple[str, ...] = ()
    if value is not None:
        chosen = value if isinstance(value, tuple) and value else ("",) if value == () else (str(value),)
    return QuestionView(
        id=name,
        question=fact.vraag,
        help=fact.help,
        options=options(fact),
        chosen=chosen,
        multiple=fact.kind == "meerkeuze",
        current=True,
        folds=(explaining.fold(intake.pack, fact, text.load().desktop.explain),),
        folds_key="F1",
    )


def answer_of(sent: object) -> Answer:
    """Return what a question card sent as an answer: a value, a list, or of a list "none" or onbekend."""
    if not isinstance(sent, tuple):
        return str(sent)
    if sent == (UNKNOWN,):
        return UNKNOWN
    return () if sent == ("",) else tuple(str(item) for item in sent)


def _why(intake: Intake, fact: Fact) -> str:
    return f"{fact.waarom}\n\n{why.can_change(intake, fact.id)}"


def _source(intake: Intake, fact: Fact) -> str:
    words = text.load().desktop
    if not fact.bron:
        return ""
    source = intake.pack.source_by_id[fact.bron[0]]
    return words.source.format(title=source.titel)


def _effects(intake: Intake, fact: Fact) -> tuple[EffectView, ...]:
    """Return what each answer to a safety question does, as far as it is certain with the answers so far."""
    if fact.kind != "ja_nee" or not fact.is_safety:
        return ()
    words, pack, made = text.load().desktop, intake.pack, []
    for option in options(fact):
        advice = intake.engine.advise(intake.case.answer(fact.id, option.value))
        besluit = pack.besluit_by_id[advice.besluit]
        if advice.zeker and not besluit.mild:
            reasons = wording.grounded(advice.besluit_because)
            effect = besluit.titels[advice.urgentie]
            made.append(EffectView(option.key, option.label, effect, reasons[0].ground if reasons else None))
        else:
            made.append(EffectView(option.key, option.label, words.others_decide, None))
    return tuple(made)


def flags(intake: Intake) -> FlagsView:
    """Return a group of questions as one list, the critical ones apart."""
    words, stop = text.load().desktop, intake.stop
    group = next(item for item in intake.pack.groups if item.id == stop.group)
    step = intake.pack.step_by_id[stop.step]
    facts = [intake.fact(name) for name in stop.facts]

    def row(fact: Fact) -> FlagView:
        value = intake.case.answers.get(fact.id, "")
        return FlagView(fact.id, fact.kort, value if isinstance(value, str) else "")

    legend = (("J", words.legend_yes), ("N", words.legend_no), ("O", words.legend_unknown))
    return FlagsView(
        kicker=words.kicker_step.format(step=stop.step, title=step.titel),
        title=group.titel,
        help=words.flags_help.format(help=group.help),
        critical_title=words.critical_title,
        critical=tuple(row(fact) for fact in facts if fact.kritiek),
        rest=tuple(row(fact) for fact in facts if not fact.kritiek),
        fill_none=words.fill_none,
        fill_none_key="G",
        fill_unknown=words.fill_unknown,
        fold_title=words.explain,
        told=group.uitleg,
        folds=tuple((fact.id, explaining.fold(intake.pack, fact, fact.kort, fact.waarom)) for fact in facts),
        footer=footer(intake, legend=legend),
    )
