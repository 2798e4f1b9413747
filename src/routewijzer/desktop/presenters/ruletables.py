"""One decision table of the rules page in words: its rows, what feeds it, and what it feeds."""

from __future__ import annotations

from collections.abc import Mapping

from routewijzer import text
from routewijzer.advice.coverage import Coverage
from routewijzer.desktop.presenters import wording
from routewijzer.desktop.presenters.graphviews import PathView, RuleRow, TableView
from routewijzer.desktop.presenters.rulespage import confirm, rows_count
from routewijzer.desktop.widgets.views import LinkView
from routewijzer.interchange.graph import feeders
from routewijzer.paper.wording import Wording, soft
from routewijzer.rules.model import Decision, Fact, Rule, RulePack
from routewijzer.rules.reading import condition_words


def table(
    pack: RulePack, name: str, path: PathView | None = None, covered: Coverage | None = None
) -> TableView:
    """Return one table of the pack in words; KeyError where the pack has none of that name.

    Args:
        pack: that has the table.
        name: its id.
        path: how the open case went through it.
        covered: what the pack's cases touch, where it is known.
    """
    decision, words = pack.decision_by_id[name], text.load().rulebook
    tables, questions = _fed_by(pack, decision)
    feeds = tuple(item for item in pack.decisions if name in feeders(pack, item))
    titles = ", ".join(pack.fact_by_id[fact].kort for fact in questions)
    return TableView(
        title=decision.titel,
        policy=getattr(text.load().markdown, f"policy_{decision.hit_policy}"),
        counts=_counts(pack, decision),
        lines=_lines(decision, len(tables), len(questions), len(feeds), covered),
        rows=tuple(_row(pack, decision, rule, path, covered) for rule in decision.rules),
        fed_title=words.fed_by,
        fed_by=tuple(_link(item) for item in tables),
        questions=words.fed_questions.format(titles=titles) if titles else "",
        feeds_title=words.feeds,
        feeds=tuple(_link(item) for item in feeds),
    )


def outcome_label(pack: RulePack, decision: str, value: str) -> str:
    """Return the pack's label for what a table gives; the bare word where the pack has none."""
    labels: dict[str, Mapping[str, str]] = {
        "besluit": {item.id: item.label for item in pack.outcomes.besluit},
        "routes": {item.id: item.naam for item in pack.routes},
        "acties": {item.id: item.label for item in pack.outcomes.acties},
        "tegenstrijdig": {item.id: item.label for item in pack.outcomes.tegenstrijdig},
    }
    return labels.get(decision, {}).get(value, value.replace("_", " "))


def tables_count(count: int) -> str:
    """Return "3 tabellen"."""
    words = text.load().rulebook
    return words.tables_one if count == 1 else words.tables.format(count=count)


def questions_count(count: int) -> str:
    """Return "3 vragen"."""
    words = text.load().drawing
    return words.questions_one if count == 1 else words.questions.format(count=count)


def _fed_by(pack: RulePack, decision: Decision) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    asked = feeders(pack, decision)
    tables = tuple(pack.decision_by_id[name] for name in asked if name in pack.decision_by_id)
    return tables, tuple(name for name in asked if name in pack.fact_by_id)


def _link(decision: Decision) -> LinkView:
    return LinkView(decision.id, decision.titel, rows_count(decision))


def _lines(
    decision: Decision, tables: int, questions: int, feeds: int, covered: Coverage | None
) -> tuple[str, ...]:
    words = text.load().rulebook
    inputs = [tables_count(tables)] if tables else []
    inputs += [questions_count(questions)] if questions else []
    feeding = words.fed_line.format(inputs=words.fed_and.join(inputs)) if inputs else words.fed_none
    fed = f"{feeding} {words.feeds_line.format(tables=tables_count(feeds)) if feeds else words.feeds_none}"
    if covered is None or not decision.rules:
        return (fed,)
    rows = covered.tables[decision.id]
    return fed, words.rows_touched.format(touched=rows.touched, total=rows.total)


def _counts(pack: RulePack, decision: Decision) -> str:
    if decision.over is None:
        return ""
    group = next(item.titel for item in pack.groups if item.id == decision.over.group)
    fact = next(item for item in pack.facts if item.group == decision.over.group)
    answer = Wording(pack, text.load()).one(fact, decision.over.is_)
    return text.load().rulespage.counts_text.format(group=group, answer=answer.lower())


def _row(
    pack: RulePack, decision: Decision, rule: Rule, path: PathView | None, covered: Coverage | None
) -> RuleRow:
    words, book = text.load().rulespage, text.load().rulebook
    decided = path is not None and rule.id in path.rows
    sentence = book.decided_held if decision.hit_policy == "collect" else book.decided
    urgency = wording.urgency(pack, rule.urgentie) if rule.urgentie else None
    follows = pack.decision_by_id[rule.urgentie_uit].titel if rule.urgentie_uit else ""
    return RuleRow(
        id=rule.id,
        title=words.when.format(id=rule.id),
        name=(book.row_name_decided if decided else words.row_name).format(id=rule.id),
        when=tuple(_condition(pack, name, rule) for name in rule.when) or (words.always,),
        then=words.then.format(then=outcome_label(pack, decision.id, rule.then)),
        urgency=urgency,
        urgency_from=words.urgency_from.format(title=follows) if follows else "",
        ground=wording.ground(rule.grond),
        because=rule.because,
        sources=tuple(LinkView(name, pack.source_by_id[name].titel, book.source) for name in rule.bron),
        confirm=confirm(pack, rule.bron),
        decided=sentence if decided else "",
        touched=_touched(covered, rule.id),
    )


def _touched(covered: Coverage | None, rule: str) -> str:
    if covered is None:
        return ""
    words, count = text.load().rulebook, covered.rows.counts[rule]
    if not count:
        return words.row_untouched
    return words.row_touched_one if count == 1 else words.row_touched.format(count=count)


def _condition(pack: RulePack, name: str, rule: Rule) -> str:
    label, values = _input(pack, name)
    told = condition_words(rule.when[name], values)
    return text.load().rulespage.condition.format(label=label, words=told)


def _input(pack: RulePack, name: str) -> tuple[str, Mapping[str, str]]:
    """Return what a row asks about, a question or another table, and the words for its values."""
    fact = pack.fact_by_id.get(name)
    if fact is not None:
        return fact.kort, _values(pack, fact)
    decision = pack.decision_by_id[name]
    return decision.titel, {value: soft(outcome_label(pack, name, value)) for value in decision.output}


def _values(pack: RulePack, fact: Fact) -> Mapping[str, str]:
    known = Wording(pack, text.load())
    return {value: soft(known.one(fact, value)) for value in (*fact.domain, "onbekend")}
