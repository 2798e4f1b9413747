"""An item in full: the same for screen and paper."""

from __future__ import annotations

import datetime as dt

import pytest

import knowpack
from routewijzer.rules.leaflet import KINDS, Leaflet, entry, kind_of, leaflet, name_of

TODAY = dt.date(2026, 3, 1)


@pytest.fixture
def read(folder):
    pack, known = knowpack.told(folder)

    def item(name: str, on: dt.date = TODAY) -> Leaflet:
        return leaflet(pack, known, name, on)

    return item


def test_every_kind_is_known_by_name(folder):
    known = knowpack.told(folder)[1]
    kinds = {item.id: kind_of(item) for item in known.all}
    assert {kinds[name] for name in ("mes", "loket", "weg", "tellen")} == set(KINDS)
    assert [name_of(item) for item in known.all if item.id in ("mes", "loket")] == ["Het Loket", "Mes"]


def test_the_search_reads_all_that_an_item_tells(folder):
    found = {item.id: entry(item) for item in knowpack.told(folder)[1].all}
    assert "Naar links" in found["stappen"].text
    assert "Dieren" in found["tellen"].text
    assert "088 000 00 00" in found["loket"].text
    assert found["alarm"].also == ("sirene", "hoorn")


def test_a_term(read):
    told = read("huisverbod")
    assert (told.kind_name, told.title, told.lead) == ("Begrip", "Tijdelijk huisverbod", "De ander moet weg.")
    assert told.also == "Ook: Wth"
    assert [link.items for link in told.links] == [(("weg", "Dag na dag"), ("loket", "Het Loket"))]
    assert (told.number, told.passages, told.figure, told.confirm) == ("", (), None, False)


def test_a_partner_tells_who_how_and_which_routes_lead_there(read):
    told = read("loket")
    assert told.number == "088 000 00 00"
    assert [passage.title for passage in told.passages] == [
        "Wie", "Voor wie", "Bereiken", "Wat u mag verwachten", "Het advies kan u hierheen wijzen",
    ]  # fmt: skip
    assert told.passages[-1].points == ("Meld", "Sluit")
    assert [(link.title, link.items) for link in told.links] == [("Aanbod", (("spreekuur", "Spreekuur"),))]
    assert read("spreekuur").links[0].items == (("loket", "Het Loket"),)
    assert [passage.title for passage in read("spreekuur").passages][-1] == "Wat u mag verwachten"


def test_steps_are_numbered_and_moments_are_not(read):
    assert [passage.sign for passage in read("stappen").passages] == ["1", "2", "3"]
    assert [(passage.when, passage.sign) for passage in read("weg").passages] == [
        ("Dag 0", ""),
        ("Dag 10", ""),
    ]
    assert read("lezen").drawn == ""
    assert [passage.sign for passage in read("lezen").passages] == ["", ""]


def test_steps_that_name_their_number_keep_it(folder):
    pack, known = knowpack.told(folder)
    (item,) = (one for one in known.artikelen if one.id == "stappen")
    moments = ("Altijd", "Stap 1", "Stap 2")
    delen = tuple(
        part.model_copy(update={"wanneer": when}) for part, when in zip(item.delen, moments, strict=True)
    )
    known = type(known)((), (), (item.model_copy(update={"delen": delen, "zie": ()}),), ())
    told = leaflet(pack, known, "stappen", TODAY)
    assert [passage.sign for passage in told.passages] == ["", "1", "2"]


def test_a_figure_is_told_in_words_with_every_number(read):
    figure = read("tellen").figure
    assert figure.told == (
        "Staafdiagram van bezoeken. Mensen: 2021 437, 2022 0, 2023 12. Dieren: 2021 2, 2022 1, 2023 9. "
        "Vanaf 2022: Het loket telt anders."
    )
    assert figure.labels == ("2021", "2022 (1)", "2023")
    assert [(found.year, found.sign) for found in figure.breaks] == [(2022, "1")]


def test_when_it_was_checked_and_whether_that_is_long_ago(read):
    assert read("huisverbod").checked == "Deze tekst is nagekeken in januari 2026."
    assert read("weg").checked == "Deze tekst is langer dan een jaar geleden nagekeken, in november 2024."
    assert read("mes").checked == "Deze tekst is nog niet nagekeken."


def test_sources_with_the_month_they_were_read(read):
    told = read("loket")
    assert (told.sources_title, told.sources) == (
        "Bronnen",
        ("De norm, nagekeken in februari 2026", "Een keuze, nagekeken in februari 2026"),
    )
    assert read("tellen").sources_title == "Bron"


def test_to_be_confirmed_by_itself_or_by_a_source(read):
    assert [name for name in ("mes", "loket", "spreekuur", "tellen", "weg") if read(name).confirm] == [
        "mes",
        "loket",
        "spreekuur",
    ]


def test_an_unknown_id_is_a_key_error(read):
    with pytest.raises(KeyError):
        read("nergens")
