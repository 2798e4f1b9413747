"""What the fold of a question tells: meaning, what counts, an example, its sources, and what to read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from routewijzer import text
from routewijzer.desktop.presenters import rulespage
from routewijzer.desktop.widgets.views import FactColumn, FoldView, LinkView
from routewijzer.rules import leaflet
from routewijzer.rules.model import Fact, RulePack

if TYPE_CHECKING:
    from routewijzer.desktop.session import Session


def fold(pack: RulePack, fact: Fact, title: str, why: str = "") -> FoldView:
    """Return the explanation of a question; `why` goes below the example where no other fold tells it."""
    words = text.load().why
    columns = (
        FactColumn(words.counts, fact.telt, icon="check"),
        FactColumn(words.counts_not, fact.telt_niet, icon="x"),
    )
    example = words.example.format(text=fact.voorbeeld) if fact.voorbeeld else ""
    return FoldView(
        title,
        fact.uitleg,
        columns=tuple(column for column in columns if column.lines),
        after="\n\n".join(part for part in (example, why) if part),
        note=origin(pack, fact),
    )


def origin(pack: RulePack, fact: Fact) -> str:
    """Return where a question's text comes from and when somebody last held it against that."""
    words = text.load().why
    told = [
        rulespage.sources(pack, fact.bron, words.sources_one, words.sources),
        leaflet.checked(fact, dt.datetime.now().astimezone().date()),
    ]
    doubt = rulespage.confirm(pack, fact.bron, also=fact.controle_nodig)
    if doubt is not None:
        told.append(f"{doubt.label}.")
    return " ".join(part for part in told if part)


def reading(session: Session, fact: Fact) -> tuple[LinkView, ...]:
    """Return what the knowledge page tells more of a question, each with its kind.

    The first call reads the knowledge of the pack from its files; what it does not hold is left out.
    """
    from routewijzer.desktop.presenters import knowledge  # not before somebody asks

    if not fact.kennis:
        return ()
    items = {item.id: item for item in knowledge.knowing(session).items}
    known = [items[name] for name in fact.kennis if name in items]
    return tuple(
        LinkView(item.id, leaflet.name_of(item), leaflet.kind_name(leaflet.kind_of(item))) for item in known
    )
