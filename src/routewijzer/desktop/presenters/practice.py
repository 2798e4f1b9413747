"""The practice page, for now: the worked cases of the pack, to read with the advice folded away."""

from __future__ import annotations

from collections.abc import Iterator

from routewijzer import text
from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.presenters.morepageviews import ExampleView, ListedView
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.views import FoldView, ResultView
from routewijzer.paper.wording import Wording, soft
from routewijzer.rules.load import PackError, load_cases
from routewijzer.rules.model import RulePack
from routewijzer.rules.stories import WorkedCase


class Examples(Frozen):
    """The worked cases of a pack, the easy ones first, or why they cannot be read."""

    pack: RulePack | None
    cases: tuple[WorkedCase, ...] = ()
    faults: tuple[str, ...] = ()


def examples(session: Session) -> Examples:
    """Read the worked cases of the loaded pack."""
    if session.engine is None:
        return Examples(None, faults=session.pack_faults)
    pack = session.engine.pack
    try:
        cases = sorted(load_cases(pack), key=lambda case: (case.niveau, case.titel))
    except PackError as error:
        return Examples(pack, faults=tuple(str(fault) for fault in error.faults))
    return Examples(pack, tuple(cases))


def listed(made: Examples) -> ListedView:
    """Return the list of cases."""
    words = text.load().practicepage
    if made.faults or made.pack is None:
        notice = words.faults_title if made.faults else words.waiting
        return ListedView(words.title, (), "", notice, made.faults)
    results = tuple(ResultView(case.id, case.titel, _level(case), "graduation-cap") for case in made.cases)
    count = words.found_one if len(results) == 1 else words.found.format(count=len(results))
    return ListedView(words.title, results, count if results else "", "" if results else words.found_none)


def example(made: Examples, name: str) -> ExampleView:
    """Return one case; StopIteration where there is none of that id."""
    words = text.load().practicepage
    case = next(case for case in made.cases if case.id == name)
    assert made.pack is not None  # noqa: S101 - cases come with their pack
    body = "\n\n".join(_advice(made.pack, case))
    story = "\n\n".join(scene.tekst for scene in case.verhaal)
    return ExampleView(case.titel, _level(case), story, FoldView(words.fold, body))


def _level(case: WorkedCase) -> str:
    words = text.load().practicepage
    return words.level.format(level=case.niveau, word=words.levels[case.niveau - 1])


def _advice(pack: RulePack, case: WorkedCase) -> Iterator[str]:
    """Yield the parts of the fold as markup: the advice, why, and the answers by step."""
    words, expected = text.load().practicepage, case.verwacht
    title = pack.besluit_by_id[expected.besluit].titels.get(expected.urgentie)
    yield f"**{words.advice}**\n{title or pack.besluit_by_id[expected.besluit].label}"
    yield f"**{words.why}**\n{case.waarom}"
    routes = [
        words.route.format(
            route=pack.route_by_id[name].naam, urgency=soft(pack.urgentie_by_id[urgency].label)
        )
        for name, urgency in expected.routes.items()
    ]
    yield _lines(words.routes, routes)
    yield _lines(words.acts, [pack.actie_by_id[name].label for name in expected.acties])
    if expected.tegenstrijdig:
        clashes = [pack.tegenstrijdig_by_id[name].label for name in expected.tegenstrijdig]
        yield _lines(words.clashes, clashes)
    yield _lines(words.answers, list(_answers(pack, case)))


def _lines(title: str, lines: list[str]) -> str:
    return "\n".join((f"**{title}**", *(lines or [text.load().practicepage.nothing])))


def _answers(pack: RulePack, case: WorkedCase) -> Iterator[str]:
    words, known = text.load().practicepage, Wording(pack, text.load())
    for step in pack.steps:
        for block in step.blokken:
            for name in block.vragen:
                if name in case.answers:
                    fact = pack.fact_by_id[name]
                    yield words.answer.format(label=fact.kort, answer=known.answer(fact, case.answers[name]))
