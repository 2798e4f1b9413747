"""What can be looked up: faults told in one sentence, and the shipped partners, articles and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from packs import RULES, SHIPPED, Folder
from routewijzer.rules.knowledge import Knowledge, load_knowledge
from routewijzer.rules.load import PackError, load_pack
from routewijzer.rules.model import RulePack

KENNIS = """partners:
  - {id: steun, naam: Steun, kort: K, wie: W, voor_wie: V, bereiken: B, verwacht: V, routes: [politie.bellen],
     zie: [lezen, mes], bron: [keuze]}
  - {id: loket, naam: Loket, kort: K, deel_van: steun, wie: W, voor_wie: V, bereiken: B, verwacht: V}
artikelen:
  - {id: lezen, titel: Lezen, kort: K, soort: stappen, delen: [{kop: Een, tekst: Eerst dit.}], zie: [telling]}
"""
CIJFERS = """cijfers:
  - {id: telling, titel: Telling, kort: K, eenheid: stuks, jaren: [2020, 2021], toelichting: T,
     reeksen: [{naam: Stuks, waarden: [1, 2]}], breuken: [{jaar: 2021, tekst: Anders geteld.}]}
"""

FAULTS = [
    ("kennis.yaml", "zie: [lezen, mes]", "zie: [weg]", "steun > zie: 'weg' is niet bekend; toegestaan: "),
    ("kennis.yaml", "bron: [keuze]", "bron: [krant]", "steun > bron: 'krant' is niet bekend; toegestaan: "),
    ("kennis.yaml", "politie.bellen", "politie.weg", "steun > routes: 'politie.weg' is niet bekend"),
    ("kennis.yaml", "deel_van: steun", "deel_van: lezen",
     "loket > deel_van: 'lezen' is niet bekend; toegestaan: steun, loket"),
    ("kennis.yaml", "id: loket", "id: mes", "'mes' bestaat al"),
    ("kennis.yaml", "soort: stappen", "soort: lijst", "soort"),
    ("kennis.yaml", "delen: [{kop: Een, tekst: Eerst dit.}]", "delen: []", "delen"),
    ("kennis.yaml", "naam: Loket, ", "", "naam"),
    ("kennis.yaml", "id: loket", "adres: A, id: loket", "adres"),
    ("kennis.yaml", "artikelen:", "verhalen:", "verhalen"),
    ("cijfers.yaml", "[1, 2]", "[1]",
     "telling > Stuks: hier staan 1 waarden; toegestaan is er één voor elk van de 2 jaren"),
    ("cijfers.yaml", "[1, 2]", "[1, 2, 3]", "hier staan 3 waarden"),
    ("cijfers.yaml", "[1, 2]", "[1, true]", "waarden"),
    ("cijfers.yaml", "[1, 2]", "[1, 2.5]", "waarden"),
    ("cijfers.yaml", "reeksen: [{naam: Stuks, waarden: [1, 2]}]", "reeksen: []", "reeksen"),
]  # fmt: skip


def mini(folder: Folder) -> Folder:
    """The tiny pack with a little to look up."""
    return folder.write("mini/kennis.yaml", KENNIS).write("mini/cijfers.yaml", CIJFERS)


def told(folder: Folder) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_knowledge(folder.path, load_pack(folder.path, "mini"))
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(("file", "old", "new", "says"), FAULTS)
def test_a_fault_says_where_and_what(folder: Folder, file: str, old: str, new: str, says: str) -> None:
    faults = told(mini(folder).edit(f"mini/{file}", old, new))
    assert any(fault.startswith("mini/") and says in fault for fault in faults), faults
    assert all("\n" not in fault for fault in faults)


def test_all_faults_are_told_at_once(folder: Folder) -> None:
    mini(folder).edit("mini/kennis.yaml", "zie: [lezen, mes]", "zie: [weg]")
    folder.edit("mini/cijfers.yaml", "[1, 2]", "[1]")
    assert len(told(folder)) == 2


def test_a_question_links_to_what_is_there(folder: Folder) -> None:
    first = load_pack(folder.path, "mini").facts[0].id
    mini(folder).edit("mini/facts.yaml", f"id: {first},", f"id: {first}, kennis: [steun, weg],")
    (fault,) = told(folder)
    assert f"{first} > kennis: 'weg' is niet bekend" in fault


def test_a_pack_without_these_files_has_terms_only(folder: Folder) -> None:
    made = load_knowledge(folder.path, load_pack(folder.path, "mini"))
    assert made.terms
    assert made.all == made.terms


def test_a_local_pack_adds_to_its_parent(folder: Folder) -> None:
    mini(folder).write("dorp/kennis.yaml", KENNIS.partition("artikelen:")[0].replace("steun", "dorpshulp")
                       .replace("loket", "dorpsloket"))  # fmt: skip
    made = load_knowledge(folder.path, load_pack(folder.path, "dorp"))
    assert [partner.id for partner in made.partners] == ["steun", "loket", "dorpshulp", "dorpsloket"]
    assert {item.id for item in made.all} >= {"mes", "lezen", "telling", "dorpshulp"}


# What ships.

# The memo's sections 5 and 6, copied by hand from the memo itself.
MEMO = {
    ("Incidenten huiselijk geweld",): {2020: 437, 2021: 353, 2022: 307, 2023: 231},
    ("Misdrijven huiselijk geweld",): {2020: 108, 2021: 94, 2022: 88, 2023: 68},
    ("moord", "doodslag", "vrouwelijke (ex-)partner"): {2020: 2, 2021: 1, 2022: 1, 2023: 0},
    ("Advies",): {2020: 1604, 2021: 1572, 2022: 1292, 2023: 1226},
    ("Melding",): {2020: 687, 2021: 635, 2022: 669, 2023: 559},
    ("Noodbedopnames",): {2021: 92, 2022: 87, 2023: 86},
    ("huisverboden",): {2021: 11, 2022: 15, 2023: 9},
}

PARTNERS = {
    "veilig_thuis",
    "blijf_groep",
    "mda",
    "politie",
    "csg",
    "comensha",
    "om",
    "ggz",
    "reclassering",
    "jeugdzorg",
    "raad",
    "gemeente",
    "centrum_eer",
    "blijf_noodopvang",
    "blijf_crisisopvang_begeleid_wonen",
    "blijf_ambulant",
    "blijf_oranje_huis_traject",
    "blijf_huisverbod",
    "blijf_aware",
    "blijf_eergerelateerd",
    "blijf_mensenhandel",
    "blijf_gerichte_aanpak",
    "blijf_groepsaanbod",
    "blijf_consultatie",
    "vrouwenkracht",
    "womanlink",
    "hilda_foundation",
}
DRAWN = {
    "de_vijf_stappen": "stappen", "de_vijf_wegingen": "stappen", "de_drie_normen": "stappen",
    "gefaseerd_werken": "stappen", "huisverbod_tijdlijn": "tijdlijn",
}  # fmt: skip
BACKGROUND = {
    "toekomstscenario",
    "stop_femicide",
    "orange_the_world",
    "taken_van_de_gemeente",
    "diversiteit",
    "voor_u_belt",
    "verzwarende_omstandigheden",
    "veilig_gesprek",
    "minder_meldingen",
}

NUMBERS = {"0800-2000", "0900-8844", "088 234 24 50", "112"}
"""The only telephone numbers that the sources give."""


@pytest.fixture(scope="module")
def packs() -> dict[str, RulePack]:
    return {name: load_pack(RULES, name) for name in SHIPPED}


@pytest.fixture(scope="module")
def shipped(packs: dict[str, RulePack]) -> dict[str, Knowledge]:
    return {name: load_knowledge(RULES, pack) for name, pack in packs.items()}


def strings(value: Any) -> Iterator[str]:
    """Every text in an item, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def test_the_figures_are_the_memos(shipped: dict[str, Knowledge]) -> None:
    series = [(one, figure) for figure in shipped["alkmaar"].cijfers for one in figure.reeksen]
    assert len(series) == len(MEMO)
    for parts, numbers in MEMO.items():
        (found,) = [(one, figure) for one, figure in series if all(part in one.naam for part in parts)]
        assert dict(zip(found[1].jaren, found[0].waarden, strict=True)) == numbers, parts
        assert found[1].bron == ("memo",)
    assert not shipped["landelijk"].cijfers


def test_a_series_that_starts_later_says_so(shipped: dict[str, Knowledge]) -> None:
    figures = shipped["alkmaar"].cijfers
    first = min(year for figure in figures for year in figure.jaren)
    late = [figure for figure in figures if figure.jaren[0] != first]
    assert len(late) == 2
    for figure in late:
        assert figure.jaren[0] in [breuk.jaar for breuk in figure.breuken], figure.id
    (beds,) = [figure for figure in figures if "noodbed" in figure.eenheid]
    assert {"Zaanstad", "Haarlem"} <= set(re.findall(r"[A-Z]\w+", beds.breuken[0].tekst))


def test_what_was_asked_is_there(shipped: dict[str, Knowledge]) -> None:
    made = shipped["alkmaar"]
    assert {partner.id for partner in made.partners} >= PARTNERS
    articles = {article.id: article.soort for article in made.artikelen}
    assert DRAWN.items() <= articles.items()
    assert set(articles) >= BACKGROUND
    assert len(made.terms) >= 60
    offers = {partner.id for partner in made.partners if partner.deel_van == "blijf_groep"}
    assert offers == {name for name in PARTNERS if name.startswith("blijf_")} - {"blijf_groep"}


def test_five_steps_five_weighings_three_norms(shipped: dict[str, Knowledge]) -> None:
    articles = {article.id: article for article in shipped["landelijk"].artikelen}
    for name, word, count in (
        ("de_vijf_stappen", "Stap", 5),
        ("de_vijf_wegingen", "Weging", 5),
        ("de_drie_normen", "Norm", 3),
        ("gefaseerd_werken", "Fase", 3),
    ):
        moments = [part.wanneer for part in articles[name].delen if part.wanneer]
        numbered = [one for one in moments if one.startswith(word)]
        assert numbered == [f"{word} {number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("name", SHIPPED)
def test_everything_is_dated_or_waits_for_confirmation(name: str, shipped: dict[str, Knowledge]) -> None:
    for item in shipped[name].all:
        assert item.gecontroleerd_op or item.controle_nodig, item.id
        assert item.bron, item.id


@pytest.mark.parametrize("name", SHIPPED)
def test_what_nobody_read_waits_for_confirmation(
    name: str, shipped: dict[str, Knowledge], packs: dict[str, RulePack]
) -> None:
    """Whoever leans on a source without a day of reading carries the mark itself, `keuze` and 112 aside."""
    unread = {one.id for one in packs[name].sources if one.gecontroleerd_op is None} - {"keuze", "112"}
    assert "algemeen" in unread
    for item in shipped[name].all:
        if unread & set(item.bron):
            assert item.controle_nodig, item.id


@pytest.mark.parametrize("name", SHIPPED)
def test_no_telephone_number_but_those_of_the_sources(name: str, shipped: dict[str, Knowledge]) -> None:
    for item in shipped[name].all:
        for said in strings(item.model_dump(mode="json", exclude={"gecontroleerd_op"})):
            found = re.findall(r"\b0\d[\d -]{5,}\d\b|\b1\d\d\b", said)
            assert set(found) <= NUMBERS, (item.id, found)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_number_of_a_partner_stands_in_its_words_too(name: str, shipped: dict[str, Knowledge]) -> None:
    for partner in shipped[name].partners:
        if partner.telefoon:
            assert partner.telefoon in NUMBERS
            assert partner.telefoon in partner.bereiken or "Bel Blijf Groep" in partner.bereiken, partner.id


def test_every_route_out_of_the_team_has_a_partner(
    shipped: dict[str, Knowledge], packs: dict[str, RulePack]
) -> None:
    led = {route for partner in shipped["alkmaar"].partners for route in partner.routes}
    own = {"lokaal.hulp", "lokaal.monitoring", "lokaal.afsluiten"}
    assert led == {route.id for route in packs["alkmaar"].routes} - own


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_stands_alone_or_points_at_itself(name: str, shipped: dict[str, Knowledge]) -> None:
    for item in shipped[name].all:
        assert item.id not in item.zie, item.id
        assert len(set(item.zie)) == len(item.zie), item.id
        assert item.ook, item.id
        assert len({word.casefold() for word in item.ook}) == len(item.ook), item.id
