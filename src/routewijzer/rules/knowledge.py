"""What a worker can look up: terms, partners, articles and figures; loaded on first use.

`glossary.yaml` holds terms, `kennis.yaml` partners and articles, `cijfers.yaml` figures; of a pack and its
parents together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from routewijzer import text
from routewijzer.rules.base import Dated, Int, Part, RouteId, Text, Word
from routewijzer.rules.load import PackError, load_lists
from routewijzer.rules.model import RulePack
from routewijzer.rules.stories import Term
from routewijzer.rules.yamlfile import Fault


class Partner(Dated):
    """An organisation, or one thing that it offers."""

    id: Word
    naam: Text
    kort: Text
    """One line for a list of results."""
    deel_van: Word | None = None
    """The partner whose offer this is."""
    wie: Text
    voor_wie: Text
    telefoon: Text | None = None
    bereiken: Text
    """How to reach them, in words; with a number also when."""
    verwacht: Text
    """What to expect: what they do and do not do, and by when."""
    routes: tuple[RouteId, ...] = ()
    """Routes of the advice that lead there."""
    ook: tuple[Text, ...] = ()
    zie: tuple[Word, ...] = ()
    bron: tuple[str, ...] = ()


class Passage(Part):
    """One part of an article: a paragraph, a step, or a moment on a time line."""

    kop: Text
    wanneer: Text | None = None
    """Of a moment: "dag 1", "2023-2026"."""
    tekst: Text
    punten: tuple[Text, ...] = ()


class Artikel(Dated):
    """Something to read, drawn where its kind asks for it."""

    id: Word
    titel: Text
    kort: Text
    soort: Literal["tekst", "stappen", "tijdlijn"] = "tekst"
    """stappen and tijdlijn are drawn: each passage is a station on the line."""
    delen: Annotated[tuple[Passage, ...], Field(min_length=1)]
    ook: tuple[Text, ...] = ()
    zie: tuple[Word, ...] = ()
    bron: tuple[str, ...] = ()


class Reeks(Part):
    """One series of a figure."""

    naam: Text
    waarden: tuple[Int, ...]


class Breuk(Part):
    """Where the years cannot be compared without thinking."""

    jaar: Int
    tekst: Text


class Cijfer(Dated):
    """Numbers by year, as the source gives them."""

    id: Word
    titel: Text
    kort: Text
    eenheid: Text
    """What is counted: "meldingen"."""
    jaren: tuple[Int, ...]
    reeksen: Annotated[tuple[Reeks, ...], Field(min_length=1)]
    breuken: tuple[Breuk, ...] = ()
    toelichting: Text
    """What the numbers do and do not say."""
    ook: tuple[Text, ...] = ()
    zie: tuple[Word, ...] = ()
    bron: tuple[str, ...] = ()


Item = Term | Partner | Artikel | Cijfer

FILES: dict[str, dict[str, type[Part]]] = {
    "glossary.yaml": {"terms": Term},
    "kennis.yaml": {"partners": Partner, "artikelen": Artikel},
    "cijfers.yaml": {"cijfers": Cijfer},
}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that a pack and its parents tell, each kind in the order of its files."""

    terms: tuple[Term, ...]
    partners: tuple[Partner, ...]
    artikelen: tuple[Artikel, ...]
    cijfers: tuple[Cijfer, ...]

    @property
    def all(self) -> tuple[Item, ...]:
        """Every item."""
        return (*self.artikelen, *self.partners, *self.terms, *self.cijfers)


def load_knowledge(rules: Path, pack: RulePack) -> Knowledge:
    """Return what a pack and its parents tell.

    Raises:
        PackError: with every fault in the files.
    """
    found, where = load_lists(rules, pack, FILES)
    made = Knowledge(*(tuple(found[name]) for name in ("terms", "partners", "artikelen", "cijfers")))
    faults = _check(pack, made, where)
    if faults:
        raise PackError(faults)
    return made


def _check(pack: RulePack, made: Knowledge, where: Mapping[str, str]) -> list[Fault]:
    """Return what leads nowhere, ids that stand twice, and figures with a value too few or too many."""
    words, lines = text.load().faults, {**pack.where, **where}
    ids = [item.id for item in made.all]
    keys = {key.partition(":")[2]: key for key in where}

    def fault(key: str, message: str) -> Fault:
        return Fault.at(lines.get(key, f"{pack.id}/kennis.yaml:1"), message)

    doubles = sorted({name for name in ids if ids.count(name) > 1})
    faults = [fault(keys[name], words.double_id.format(id=name, first=where[keys[name]])) for name in doubles]
    for key, field, got, accepted in _references(pack, made, ids, keys):
        if got not in accepted:
            gaps = {"where": f"{key.partition(':')[2]} > {field}", "got": got}
            faults.append(fault(key, words.unknown_word.format(**gaps, accepted=", ".join(accepted))))
    for figure in made.cijfers:
        for series in figure.reeksen:
            if len(series.waarden) != len(figure.jaren):
                named, counts = f"{figure.id} > {series.naam}", (len(series.waarden), len(figure.jaren))
                message = words.figure_length.format(where=named, got=counts[0], wanted=counts[1])
                faults.append(fault(keys[figure.id], message))
    return faults


def _references(
    pack: RulePack, made: Knowledge, ids: Sequence[str], keys: Mapping[str, str]
) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """Give what names something (its key and field), the name, and what there is."""
    for item in made.all:
        yield from ((keys[item.id], "bron", name, pack.source_by_id) for name in item.bron)
        yield from ((keys[item.id], "zie", name, ids) for name in item.zie)
    partners = [partner.id for partner in made.partners]
    for partner in made.partners:
        yield from ((keys[partner.id], "routes", name, pack.route_by_id) for name in partner.routes)
        if partner.deel_van is not None:
            yield keys[partner.id], "deel_van", partner.deel_van, partners
    for fact in pack.facts:
        yield from ((f"facts:{fact.id}", "kennis", name, ids) for name in fact.kennis)
