"""The knowledge page: terms and partners, found by one search field."""

from __future__ import annotations

from routewijzer import text
from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.presenters.morepageviews import ListedView, TermView
from routewijzer.desktop.presenters.rulespage import confirm, plain, sources
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.views import ResultView
from routewijzer.rules.load import PackError, load_glossary
from routewijzer.rules.model import RulePack
from routewijzer.rules.stories import Term

KINDS = ("", "begrip", "partner")
ICONS = {"begrip": "book-marked", "partner": "users"}


class Glossary(Frozen):
    """The terms of a pack, in alphabetical order, or why they cannot be read."""

    pack: RulePack | None
    terms: tuple[Term, ...] = ()
    faults: tuple[str, ...] = ()


def glossary(session: Session) -> Glossary:
    """Read the glossary of the loaded pack."""
    if session.engine is None:
        return Glossary(None, faults=session.pack_faults)
    pack = session.engine.pack
    try:
        return Glossary(pack, load_glossary(session.rules, pack))
    except PackError as error:
        return Glossary(pack, faults=tuple(str(fault) for fault in error.faults))


def listed(made: Glossary, query: str = "", kind: str = "") -> ListedView:
    """Return what is found, the best first.

    Args:
        made: by `glossary`.
        query: begins of words, in any order; case and accents do not matter; "" finds all.
        kind: begrip or partner; "" is both.
    """
    words = text.load().knowledge
    if made.faults or made.pack is None:
        notice = words.faults_title if made.faults else words.waiting
        return ListedView(words.title, (), "", notice, made.faults)
    ranked = [(_rank(term, query), term) for term in made.terms if kind in ("", term.soort)]
    hits = [term for rank, term in sorted(ranked, key=lambda pair: pair[0]) if rank < MISSED]
    count = words.found_one if len(hits) == 1 else words.found.format(count=len(hits))
    results = tuple(_result(term) for term in hits)
    return ListedView(words.title, results, count if hits else "", "" if hits else words.found_none)


def term(made: Glossary, name: str) -> TermView:
    """Return one term in full; StopIteration where there is none of that id."""
    words = text.load().knowledge
    item = next(term for term in made.terms if term.id == name)
    pack = made.pack
    return TermView(
        kind=_kind(item.soort),
        title=item.term,
        meaning=item.betekenis,
        also=words.also.format(words=", ".join(item.ook)) if item.ook else "",
        sources=sources(pack, item.bron, words.source, words.sources) if pack else "",
        confirm=confirm(pack, item.bron, also=item.controle_nodig) if pack else None,
    )


MISSED = 9
"""The rank of what is not found."""


def _rank(item: Term, query: str) -> int:
    """Return how well a term fits: its name as a whole, its name, another name, its text, not at all."""
    wanted = plain(query).split()
    if not wanted:
        return 0
    name = plain(item.term)
    if name.startswith(" ".join(wanted)):
        return 0
    fields = (name, plain(" ".join(item.ook)), plain(f"{item.kort} {item.betekenis}"))
    for rank, field in enumerate(fields, start=1):
        if _begins(wanted, field):
            return rank
    return len(fields) + 1 if _begins(wanted, " ".join(fields)) else MISSED


def _begins(wanted: list[str], field: str) -> bool:
    """Whether every wanted word begins a word of the field."""
    words = "".join(letter if letter.isalnum() else " " for letter in field).split()
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _kind(soort: str) -> str:
    words = text.load().knowledge
    return words.partner if soort == "partner" else words.begrip


def _result(item: Term) -> ResultView:
    note = text.load().knowledge.result.format(kind=_kind(item.soort), short=item.kort)
    return ResultView(item.id, item.term, note, ICONS[item.soort])
