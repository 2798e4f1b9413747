"""A whole pack as Markdown that an aandachtsfunctionaris can read, print and comment on."""

from __future__ import annotations

from collections.abc import Iterator

from routewijzer import text
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Decision, Fact, Route, Rule, RulePack
from routewijzer.rules.reading import condition_words


def as_markdown(pack: RulePack) -> str:
    """Return the resolved pack (parents included): questions, tables, routes, actions and sources."""
    return "\n".join(_lines(pack)) + "\n"


def _lines(pack: RulePack) -> Iterator[str]:
    words = text.load().markdown
    yield f"# {pack.naam} {pack.version}"
    yield ""
    yield words.head.format(region=pack.region, maintainer=pack.maintainer, start=pack.valid_from.isoformat())
    yield ""
    yield f"`{pack.digest}`"
    for step in pack.steps:
        yield ""
        yield f"## {step.id} {step.titel}"
        for block in step.blokken:
            yield ""
            yield f"### {block.titel}"
            for name in block.vragen:
                yield from _fact(pack, pack.fact_by_id[name])
    yield ""
    yield f"## {words.tables}"
    for decision in pack.decisions:
        yield from _decision(pack, decision)
    yield ""
    yield f"## {words.routes}"
    for route in pack.routes:
        yield from _route(route)
    yield ""
    yield f"## {words.acties}"
    yield ""
    for actie in pack.outcomes.acties:
        yield f"- **{actie.label}** (`{actie.id}`): {actie.uitleg}"
    yield ""
    yield f"## {words.sources}"
    yield ""
    for source in pack.sources:
        doubt = f" *({text.load().grond.bevestigen})*" if source.controle_nodig else ""
        yield f"- `{source.id}` **{source.titel}**{doubt}: {source.waar}"


def _fact(pack: RulePack, fact: Fact) -> Iterator[str]:
    words = text.load().answers
    standing = {"ja": words.ja, "nee": words.nee, UNKNOWN: words.onbekend}
    labels = [fact.labels.get(value, standing.get(value, value)) for value in fact.domain]
    yield ""
    yield f"**{fact.vraag}** (`{fact.id}`)"
    yield ""
    yield f"{fact.help} {fact.uitleg}"
    yield ""
    yield f"*{fact.waarom}*"
    yield ""
    yield " · ".join(labels)
    yield ""
    yield from _meaning(pack, fact)


def _meaning(pack: RulePack, fact: Fact) -> Iterator[str]:
    """Yield in short form what counts, an example, and where the text comes from."""
    words, own = text.load().why, text.load().markdown
    for title, items in ((words.counts, fact.telt), (words.counts_not, fact.telt_niet)):
        if items:
            yield f"- {title}: {' · '.join(items)}"
    if fact.voorbeeld:
        yield f"- {words.example.format(text=fact.voorbeeld)}"
    titles = ", ".join(pack.source_by_id[name].titel for name in fact.bron)
    day = fact.gecontroleerd_op
    checked = own.checked.format(date=day.isoformat()) if day else own.unchecked
    doubt = f" *({text.load().grond.bevestigen})*" if fact.controle_nodig else ""
    yield f"- {own.origin.format(titles=titles or own.no_source, checked=checked)}{doubt}"


def _decision(pack: RulePack, decision: Decision) -> Iterator[str]:
    words = text.load().markdown
    yield ""
    yield f"### {decision.titel} (`{decision.id}`)"
    yield ""
    yield getattr(words, f"policy_{decision.hit_policy}")
    if decision.over is not None:
        yield ""
        yield words.counts.format(group=decision.over.group, value=decision.over.is_)
        return
    yield ""
    yield f"| {' | '.join(words.columns)} |"
    yield f"| {' | '.join('---' for _ in words.columns)} |"
    for rule in decision.rules:
        yield _row(pack, rule)


def _row(pack: RulePack, rule: Rule) -> str:
    words = text.load().markdown
    when = "<br>".join(_condition(name, condition) for name, condition in rule.when.items())
    then = f"`{rule.then}`"
    if rule.urgentie or rule.urgentie_uit:
        then += f", {rule.urgentie or rule.urgentie_uit}"
    grond = getattr(text.load().grond, rule.grond) if rule.grond else ""
    bron = ", ".join(pack.source_by_id[name].titel for name in rule.bron)
    cells = (rule.id, when or words.otherwise, then, grond, bron, rule.because)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _condition(name: str, condition: Condition) -> str:
    return f"`{name}` {condition_words(condition)}"


def _route(route: Route) -> Iterator[str]:
    words = text.load().markdown
    yield ""
    yield f"### {route.naam} (`{route.id}`)"
    yield ""
    yield f"{route.wie} {route.voor_wie}"
    yield ""
    if route.telefoon:
        yield f"- **{route.telefoon}** {route.telefoon_uitleg or ''}".rstrip()
    yield f"- {words.ready}: {'; '.join(route.houd_klaar)}"
    if route.vragen:
        yield f"- {words.asked}: {' '.join(route.vragen)}"
    yield f"- {words.next}: {route.daarna}"
    yield f"- {words.term}: {route.termijn}"
    if route.zelf:
        yield f"- {words.self}: {'; '.join(route.zelf)}"
    if route.controle_nodig:
        yield f"- *{text.load().grond.bevestigen}*"
