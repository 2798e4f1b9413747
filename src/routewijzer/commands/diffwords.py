"""What two packs make of the same cases, in Dutch words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from routewijzer import text
from routewijzer.paper.wording import Wording

if TYPE_CHECKING:  # the solver may not be there
    from routewijzer.advice.evaluate import Outcome
    from routewijzer.proof.compare import Aspect, Comparison, Example
    from routewijzer.rules.model import RulePack


def as_text(found: Comparison, old: RulePack, new: RulePack) -> str:
    """Return the cases whose advice differs, or that there is none, as lines that read well as Markdown."""
    return "\n".join(_lines(found, old, new)) + "\n"


def as_json(found: Comparison | None) -> dict[str, Any]:
    """Return the comparison as JSON has it: `proved_equal` is null where no comparison could be made."""
    if found is None:
        return {"proved_equal": None, "aspects": [], "cases": [], "only_old": [], "only_new": []}
    return {
        "proved_equal": not found.aspects,
        "aspects": [_aspect_json(aspect) for aspect in found.aspects],
        "cases": [
            {
                "answers": dict(example.answers),
                "old": _outcome_json(example.old),
                "new": _outcome_json(example.new),
                "shows": [_aspect_json(aspect) for aspect in example.shows],
            }
            for example in found.examples
        ],
        "only_old": list(found.only_old),
        "only_new": list(found.only_new),
    }


def _aspect_json(aspect: Aspect) -> dict[str, str]:
    made = {"kind": aspect.kind, "id": aspect.id, "old": aspect.old, "new": aspect.new}
    return {name: value for name, value in made.items() if value}


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "besluit": outcome.besluit,
        "urgentie": outcome.urgentie,
        "routes": [{"id": route, "urgentie": urgency} for route, urgency in outcome.routes],
        "acties": list(outcome.acties),
        "tegenstrijdig": list(outcome.tegenstrijdig),
    }


def _lines(found: Comparison, old: RulePack, new: RulePack) -> Iterator[str]:
    words = text.load().diff
    yield f"## {words.title}"
    yield ""
    yield words.differ.format(count=len(found.aspects)) if found.aspects else words.proved
    for said, only in ((words.only_old, found.only_old), (words.only_new, found.only_new)):
        if only:
            yield ""
            yield said.format(names=", ".join(f"`{name}`" for name in only))
    for at, example in enumerate(found.examples, start=1):
        yield ""
        yield f"### {words.example.format(number=at)}"
        yield ""
        yield from (f"- {line}" for line in _example(example, old, new))
    shown = {aspect for example in found.examples for aspect in example.shows}
    left = [aspect for aspect in found.aspects if aspect not in shown]
    if left:
        yield ""
        yield words.more
        yield ""
        yield from (f"- {_aspect(aspect, old, new)}" for aspect in left)


def _example(example: Example, old: RulePack, new: RulePack) -> Iterator[str]:
    words = text.load().diff
    answers = "; ".join(_answers(example, new))
    yield words.answers.format(answers=answers or words.no_answers)
    yield words.old.format(advice=_headline(old, example.old))
    yield words.new.format(advice=_headline(new, example.new))
    for aspect in example.shows:
        if aspect.kind not in ("besluit", "urgentie"):
            yield _aspect(aspect, old, new)


def _answers(example: Example, pack: RulePack) -> Iterator[str]:
    """Give the answers in the pack's order, but all questions answered "ja" together, and all with "nee"."""
    words, wording, standing = text.load().diff, Wording(pack, text.load()), text.load().answers
    left = [fact for fact in pack.facts if fact.id in example.answers]
    for value, label in (("ja", standing.ja), ("nee", standing.nee)):
        same = [fact for fact in left if example.answers[fact.id] == value and value not in fact.labels]
        if same:
            yield words.same_answer.format(answer=label, questions=" · ".join(fact.kort for fact in same))
        left = [fact for fact in left if fact not in same]
    for fact in left:
        yield words.answer.format(question=fact.kort, answer=wording.answer(fact, example.answers[fact.id]))


def _headline(pack: RulePack, outcome: Outcome) -> str:
    titel = pack.besluit_by_id[outcome.besluit].titels[outcome.urgentie]
    return text.load().diff.advice.format(titel=titel, besluit=outcome.besluit, urgentie=outcome.urgentie)


def _aspect(aspect: Aspect, old: RulePack, new: RulePack) -> str:
    words = text.load().diff
    if aspect.kind in ("besluit", "urgentie"):
        said = words.besluit if aspect.kind == "besluit" else words.urgentie
        return said.format(old=aspect.old, new=aspect.new)
    how = {"eerder": words.sooner, "later": words.later, "": words.gone}
    said = words.there if not aspect.old else how[aspect.new]
    return said.format(
        kind=getattr(words, aspect.kind), id=aspect.id, name=_name(aspect, new) or _name(aspect, old)
    )


def _name(aspect: Aspect, pack: RulePack) -> str:
    """Return how a pack calls a route, actie or contradiction; "" where it does not know it."""
    if aspect.kind == "routes":
        route = pack.route_by_id.get(aspect.id)
        return route.naam if route else ""
    known = pack.actie_by_id if aspect.kind == "acties" else pack.tegenstrijdig_by_id
    part = known.get(aspect.id)
    return str(part.label) if part else ""
