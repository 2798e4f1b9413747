"""One source of a pack in full, and which rows rest on it."""

from __future__ import annotations

from routewijzer import text
from routewijzer.desktop.presenters.graphviews import SourceView
from routewijzer.desktop.presenters.rulespage import confirm, day
from routewijzer.desktop.widgets.views import LinkView
from routewijzer.rules.model import RulePack


def source(pack: RulePack, name: str) -> SourceView:
    """Return one source in words; KeyError where the pack has none of that name."""
    item, words = pack.source_by_id[name], text.load().rulebook
    checked = item.gecontroleerd_op
    return SourceView(
        kind=words.source_kind,
        title=item.titel,
        parts=((words.source_where, item.waar), (words.source_says, item.zegt)),
        checked=words.source_checked.format(date=day(checked)) if checked else words.source_unchecked,
        confirm=confirm(pack, (name,)),
        used_title=words.source_used,
        used=_used(pack, name),
    )


def _used(pack: RulePack, name: str) -> tuple[LinkView, ...]:
    words, made = text.load().rulebook, []
    for decision in pack.decisions:
        rows = [rule.id for rule in decision.rules if name in rule.bron]
        if rows:
            note = words.source_rows_one if len(rows) == 1 else words.source_rows
            made.append(LinkView(decision.id, decision.titel, note.format(rows=", ".join(rows))))
    return tuple(made)
