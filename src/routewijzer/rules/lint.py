"""What is wrong with a pack that loads: reasons said twice, things nobody uses, names that tell too much."""

from __future__ import annotations

from collections.abc import Iterable

from routewijzer import text
from routewijzer.rules import folders, forms
from routewijzer.rules.knowledge import Item
from routewijzer.rules.model import Fact, Route, RulePack
from routewijzer.rules.references import RESERVED
from routewijzer.rules.yamlfile import Fault


def lint(pack: RulePack, knowledge: Iterable[Item], used_elsewhere: Iterable[str] = ()) -> list[Fault]:
    """Return what a careful reader would send back.

    Args:
        pack: a pack that loaded without faults.
        knowledge: what it and its parents tell; that may use sources.
        used_elsewhere: ids of sources that packs built on this one use.
    """
    return [
        *_becauses(pack),
        *_unused_tables(pack),
        *_never_given(pack),
        *_unused_sources(pack, knowledge, set(used_elsewhere)),
        *_telling_reasons(pack),
        *_not_for_the_log(pack),
        *_claims(pack),
        *_guards(pack),
    ]


PROVABLE = (3, 4, 7, 8, 9, 11)
"""Numbers of the properties that a pack must put in words of its own; 10 is for packs with such a route."""


def _claims(pack: RulePack) -> Iterable[Fault]:
    """A pack that says too little of what must be proved would pass for too little."""
    words = text.load().lint
    said = {claim.nummer for claim in pack.eigenschappen}
    for number in PROVABLE:
        if number not in said:
            yield _claim_fault(pack, words.no_claim.format(number=number))
    named = {item.id for item in pack.veiligheid}
    for fact in pack.facts:
        if fact.is_safety and fact.id not in named:
            yield _claim_fault(pack, words.no_safety.format(fact=fact.id))
    situations = [one for claim in pack.eigenschappen for one in (*claim.waar, *claim.dan, *claim.nooit)]
    situations += [one for item in pack.begrippen for one in item.een_van]
    used = {name for situation in situations for name in situation}
    for item in pack.begrippen:
        if item.id not in used:
            yield _fault(pack, f"begrippen:{item.id}", words.unused.format(where="begrippen", id=item.id))


def _guards(pack: RulePack) -> Iterable[Fault]:
    """Every mark must be named where it is guarded, and who adds rows says what must be proved of them."""
    words = text.load().lint
    guarded = {(item.teken, item.id) for item in pack.bewaakt}
    for mark, names in pack.marked.items():
        for name in sorted(names):
            if (mark, name) not in guarded:
                yield _claim_fault(pack, words.no_guard.format(mark=mark, id=name))
    own = f"{folders.place(pack.folder)}/"
    adds = any(key.startswith("rule:") and place.startswith(own) for key, place in pack.where.items())
    says = any(pack.where[f"eigenschappen:{claim.id}"].startswith(own) for claim in pack.eigenschappen)
    if adds and not says:
        yield _claim_fault(pack, words.no_own_claim)


def _claim_fault(pack: RulePack, message: str) -> Fault:
    return Fault(f"{pack.id}/eigenschappen.yaml", 1, message)


def sources_used(pack: RulePack, knowledge: Iterable[Item]) -> set[str]:
    """Return the ids of the sources that a pack leans on."""
    used = {source for table in pack.decisions for rule in table.rules for source in rule.bron}
    for part in _with_sources(pack, knowledge):
        used.update(part.bron)
    return used


def _with_sources(pack: RulePack, knowledge: Iterable[Item]) -> Iterable[Fact | Route | Item]:
    return (*pack.facts, *pack.routes, *knowledge)


def _fault(pack: RulePack, key: str, message: str) -> Fault:
    return Fault.at(pack.where.get(key, f"{pack.id}/pack.yaml:1"), message)


def _becauses(pack: RulePack) -> Iterable[Fault]:
    words = text.load().lint
    first: dict[str, str] = {}
    for table in pack.decisions:
        for rule in table.rules:
            said = " ".join(rule.because.casefold().split()).rstrip(".")
            other = first.setdefault(said, rule.id)
            if other != rule.id:
                yield _fault(pack, f"rule:{rule.id}", words.because.format(where=rule.id, other=other))


def _unused_tables(pack: RulePack) -> Iterable[Fault]:
    words = text.load().lint
    used = {name for table in pack.decisions for rule in table.rules for name in rule.when}
    used |= {rule.urgentie_uit for table in pack.decisions for rule in table.rules if rule.urgentie_uit}
    used |= {name for step in pack.steps for row in (*step.gedaan, *step.overgeslagen) for name in row.when}
    for table in pack.decisions:
        if table.id not in used and table.id not in RESERVED:
            yield _fault(pack, f"decision:{table.id}", words.unused.format(where="decisions", id=table.id))


def _never_given(pack: RulePack) -> Iterable[Fault]:
    words = text.load().lint
    expected = {
        "besluit": [item.id for item in pack.outcomes.besluit],
        "routes": [item.id for item in pack.routes],
        "acties": [item.id for item in pack.outcomes.acties],
        "tegenstrijdig": [item.id for item in pack.outcomes.tegenstrijdig],
    }
    for table in pack.decisions:
        given = {rule.then for rule in table.rules}
        for name in expected.get(table.id, table.output):
            if name not in given and table.hit_policy != "count":
                key = f"{table.id}:{name}" if table.id in expected else f"decision:{table.id}"
                yield _fault(pack, key, words.never_given.format(where=table.id, id=name))


def _unused_sources(pack: RulePack, knowledge: Iterable[Item], elsewhere: set[str]) -> Iterable[Fault]:
    words = text.load().lint
    used = sources_used(pack, knowledge) | elsewhere
    for source in pack.sources:
        if source.id not in used:
            yield _fault(pack, f"sources:{source.id}", words.unused.format(where="sources", id=source.id))


def _telling_reasons(pack: RulePack) -> Iterable[Fault]:
    """A reason for a skipped step stands in the log: it must not be named after a fact, value or route."""
    words = text.load().lint
    telling = {fact.id for fact in pack.facts} | {value for fact in pack.facts for value in fact.domain}
    telling |= {route.id for route in pack.routes} | {item.id for item in pack.outcomes.acties}
    for reden in pack.redenen:
        if reden.id in telling:
            yield _fault(pack, f"redenen:{reden.id}", words.reason_name.format(where="redenen", id=reden.id))


def _not_for_the_log(pack: RulePack) -> Iterable[Fault]:
    """What the log would refuse: found here, and not when a worker closes an intake."""
    words = text.load().lint
    parts = [
        ("besluit", [item.id for item in pack.outcomes.besluit], forms.BESLUITEN),
        ("urgentie", [item.id for item in pack.outcomes.urgentie], forms.URGENTIES),
        ("providers", [item.id for item in pack.providers], None),
        ("redenen", [item.id for item in pack.redenen], None),
    ]
    for where, names, accepted in parts:
        for name in names:
            if name not in accepted if accepted else not forms.is_word(name):
                form = ", ".join(accepted) if accepted else words.log_word.format(limit=forms.WORD_MAX)
                message = words.log_form.format(where=where, id=name, accepted=form)
                yield _fault(pack, f"{where}:{name}", message)
    if not forms.is_version(pack.version):
        form = words.log_version.format(limit=forms.VERSION_MAX)
        yield _fault(pack, "pack", words.log_form.format(where="version", id=pack.version, accepted=form))
    length = len(",".join(item.id for item in pack.providers))
    if length > forms.PROVIDERS_MAX:
        message = words.log_providers.format(where="providers", got=length, limit=forms.PROVIDERS_MAX)
        yield _fault(pack, f"providers:{pack.providers[-1].id}", message)
