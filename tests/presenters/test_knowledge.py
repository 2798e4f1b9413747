"""The knowledge page without a window: what is listed, and how an item is drawn and told."""

from __future__ import annotations

import datetime as dt

import pytest

import knowpack
from packs import RULES
from routewijzer.advice.engine import Engine
from routewijzer.desktop.presenters import knowledge
from routewijzer.desktop.session import Session
from routewijzer.rules.leaflet import KINDS, leaflet
from routewijzer.rules.load import load_pack

TODAY = dt.date(2026, 3, 1)


@pytest.fixture
def made(folder):
    return knowledge.make(*knowpack.told(folder))


@pytest.fixture
def session(folder, tmp_path):
    folder.write("mini/kennis.yaml", knowpack.KENNIS.replace("zie: [mes]", "zie: []"))
    session = Session(folder.path, tmp_path / "data")
    session.engine = Engine(load_pack(folder.path, "mini"))
    return session


def found(made, query, kind=""):
    return [item.id for item in knowledge.listed(made, query, kind).results]


def test_one_search_finds_every_kind(made):
    assert found(made, "loket") == ["loket", "tellen"]
    assert found(made, "zo gaat") == ["stappen"]
    assert found(made, "sirene") == ["alarm"]
    assert len(found(made, "")) == len(made.items)


def test_a_result_says_its_kind(made):
    rows = {item.id: (item.note, item.icon) for item in knowledge.listed(made).results}
    assert rows["alarm"] == ("Begrip · Een alarm", "book-marked")
    assert rows["loket"] == ("Partner · Voor alles", "users")
    assert rows["weg"] == ("Artikel · Van begin tot eind", "book-open")
    assert rows["tellen"] == ("Cijfer · Alles wat er kwam", "chart-column")


def test_only_one_kind_is_shown_where_asked(made):
    sizes = [len(found(made, "", kind)) for kind in KINDS]
    assert sizes == [3, 2, 3, 1]
    assert found(made, "loket", "cijfer") == ["tellen"]
    assert [kind for kind, _ in knowledge.kinds()] == ["", *KINDS]


def test_how_much_is_found_is_told(made):
    assert knowledge.listed(made, "loket").count == "2 gevonden"
    assert knowledge.listed(made, "sirene").count == "1 gevonden"
    view = knowledge.listed(made, "zebra")
    assert (view.results, view.count) == ((), "")
    assert view.notice == "Niets gevonden. Zoek op een ander of korter woord."


def test_what_is_only_like_it_is_asked_back(made):
    view = knowledge.listed(made, "huisverbodt")
    assert [item.id for item in view.results] == ["huisverbod"]
    assert view.count == "Niets gevonden zoals u het schreef. Bedoelde u dit?"


def test_links_say_where_they_lead(made):
    told = leaflet(made.pack, made.known, "huisverbod", TODAY)
    ((title, links),) = knowledge.links(told, made)
    assert title == "Lees ook"
    assert [(link.id, link.label, link.note) for link in links] == [
        ("weg", "Dag na dag", "Artikel"),
        ("loket", "Het Loket", "Partner"),
    ]


def test_stations_have_a_name_of_their_own(made):
    told = leaflet(made.pack, made.known, "stappen", TODAY)
    assert [(view.sign, view.name) for view in knowledge.passages(told)] == [
        ("1", "Deel 1 van 3"),
        ("2", "Deel 2 van 3"),
        ("3", "Deel 3 van 3"),
    ]
    moments = knowledge.passages(leaflet(made.pack, made.known, "weg", TODAY))
    assert [(view.when, view.name) for view in moments] == [
        ("Dag 0", "Moment 1 van 2"),
        ("Dag 10", "Moment 2 van 2"),
    ]


def test_the_table_holds_the_numbers_of_the_chart(made):
    figure = leaflet(made.pack, made.known, "tellen", TODAY).figure
    chart, (titles, rows) = knowledge.chart(figure), knowledge.table(figure)
    assert titles == ("Jaar", "Mensen", "Dieren")
    columns = list(zip(*([cell.text for cell in row.cells] for row in rows), strict=True))
    assert columns[0] == chart.labels == ("2021", "2022 (1)", "2023")
    assert [tuple(map(int, column)) for column in columns[1:]] == [one.values for one in chart.series]
    assert rows[1].name == "2022 (1): Mensen 0, Dieren 1"
    told = knowledge.told_rows(figure)
    assert [(row.id, len(row.cells), row.note) for row in told][1] == ("2022", 1, "Mensen 0, Dieren 1")
    assert [row.name for row in told] == [row.name for row in rows]
    assert [(found.at, found.sign) for found in chart.breaks] == [(1, "1")]
    assert knowledge.break_note(figure.breaks[0]) == "1. Vanaf 2022: Het loket telt anders."


def test_the_mark_to_confirm(made):
    told = {name: leaflet(made.pack, made.known, name, TODAY) for name in ("spreekuur", "weg")}
    assert knowledge.confirm(told["spreekuur"]).label == "Nog te bevestigen"
    assert knowledge.confirm(told["weg"]) is None


def test_files_are_read_once_for_an_engine(session):
    first = knowledge.knowing(session)
    assert first.items
    assert knowledge.knowing(session) is first


def test_faults_in_the_files_are_told(session, folder):
    folder.edit("mini/kennis.yaml", "titel: Dag na dag", "titl: Dag na dag")
    view = knowledge.listed(knowledge.knowing(session))
    assert view.notice == "De kennisbank is nu niet te lezen."
    assert any("kennis.yaml:" in fault for fault in view.faults)


def test_without_a_pack_there_is_a_sentence(session):
    session.engine = None
    assert knowledge.listed(knowledge.knowing(session)).notice == "De regels worden geladen."
    session.pack_faults = ("mini/facts.yaml:3: fout",)
    assert knowledge.listed(knowledge.knowing(session)).faults == session.pack_faults


# What is shipped.


@pytest.fixture(scope="module")
def shipped(engines, tmp_path_factory):
    session = Session(RULES, tmp_path_factory.mktemp("data"))
    session.engine = engines["alkmaar"]
    return knowledge.knowing(session)


def test_every_shipped_item_is_found_first_by_its_own_name(shipped):
    assert len(shipped.items) > 80, shipped.faults
    for view in knowledge.listed(shipped).results:
        assert knowledge.listed(shipped, view.title).results[0].title == view.title


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("huisverbodt", "huisverbod"),
        ("veilg thuis", "veilig thuis"),
        ("mensen handel", "mensenhandel"),
        ("femecide", "femicide"),
        ("oranje huis", "oranje huis"),
    ],
)
def test_what_a_worker_types_finds_it_among_what_is_shipped(shipped, query, expected):
    first = knowledge.listed(shipped, query).results[0]
    assert expected in first.title.lower()


def test_every_shipped_item_can_be_told(shipped):
    for item in shipped.items:
        told = leaflet(shipped.pack, shipped.known, item.id, TODAY)
        assert told.lead
        assert "_" not in " ".join((told.title, told.lead, told.also, *told.sources, told.checked))
