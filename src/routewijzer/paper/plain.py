"""The advice as plain text: for the case system ("kopieer als tekst") and the command line."""

from __future__ import annotations

from collections.abc import Iterator

from routewijzer import text
from routewijzer.advice.model import Advice, Advised
from routewijzer.paper.reasons import held_back, open_safety
from routewijzer.paper.wording import Wording
from routewijzer.rules.model import RulePack


def as_text(advice: Advice, pack: RulePack) -> str:
    """Return the advice as lines of plain text, without anything about persons.

    A mild besluit that is still voorlopig is not shown: the questions that matter stand there instead.
    """
    return "\n".join(_lines(advice, Wording(pack, text.load()))) + "\n"


def _lines(advice: Advice, words: Wording) -> Iterator[str]:
    plain, pack = words.texts.plain, words.pack
    yield plain.title
    yield from _head(advice, words)
    yield from _part(plain.routes, _routes(advice, words))
    yield from _part(plain.acties, _acties(advice, words))
    yield from _part(
        plain.contradictions,
        (pack.tegenstrijdig_by_id[item.id].uitleg for item in advice.tegenstrijdig),
    )
    if advice.showable:
        yield from _part(plain.tipping, _tips(advice, words))
        yield from _part(plain.open, (f"{pack.fact_by_id[name].vraag}" for name in advice.open))
    yield ""
    yield plain.code.format(code=advice.case_code)
    yield plain.pack.format(name=pack.naam, version=advice.version, digest=advice.digest)


def _head(advice: Advice, words: Wording) -> Iterator[str]:
    plain, pack = words.texts.plain, words.pack
    if not advice.showable:
        yield plain.not_yet
        yield plain.not_yet_help
        yield from _part(plain.questions, (pack.fact_by_id[name].vraag for name in open_safety(advice, pack)))
        return
    if advice.voorlopig and not advice.zeker:
        yield plain.provisional
    yield pack.besluit_by_id[advice.besluit].titels[advice.urgentie]
    yield plain.urgency.format(urgency=pack.urgentie_by_id[advice.urgentie].label)
    if advice.zeker and advice.open:
        yield plain.certain
    reasons = [reason for reason in advice.besluit_because if reason.grond]
    yield from _part(plain.because, (f"{reason.text} ({_grond(reason.grond, words)})" for reason in reasons))


def _grond(grond: str | None, words: Wording) -> str:
    return str(getattr(words.texts.grond, grond or "norm")).lower()


def _part(title: str, items: Iterator[str]) -> Iterator[str]:
    listed = [f"- {item}" for item in items]
    if listed:
        yield ""
        yield title
        yield from listed


def _shown(items: tuple[Advised, ...], advice: Advice) -> Iterator[Advised]:
    return (item for item in items if not held_back(item, advice))


def _routes(advice: Advice, words: Wording) -> Iterator[str]:
    pack = words.pack
    for item in _shown(advice.routes, advice):
        route = pack.route_by_id[item.id]
        parts = [f"{pack.urgentie_by_id[str(item.urgentie)].label}: {route.naam}", route.telefoon, route.kort]
        doubt = words.texts.plain.confirm if route.controle_nodig else None
        yield ". ".join(part.rstrip(".") for part in (*parts, doubt) if part)


def _acties(advice: Advice, words: Wording) -> Iterator[str]:
    for item in _shown(advice.acties, advice):
        actie = words.pack.actie_by_id[item.id]
        yield f"{actie.label.rstrip('.')}. {actie.uitleg}"


def _tips(advice: Advice, words: Wording) -> Iterator[str]:
    pack = words.pack
    for tip in advice.tips:
        fact = pack.fact_by_id[tip.fact]
        yield words.texts.plain.tip.format(
            fact=fact.kort, to=words.answer(fact, tip.to), besluit=pack.besluit_by_id[tip.besluit].label
        )
