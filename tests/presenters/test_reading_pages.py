"""Rules and practice without a window: what they say of a pack, and which tables a search finds."""

from __future__ import annotations

import datetime as dt

import pytest

from packs import RULES, TINY
from routewijzer.advice.engine import Engine
from routewijzer.desktop.presenters import practice, rulespage, ruletables
from routewijzer.desktop.session import Session
from routewijzer.rules.load import load_cases


@pytest.fixture
def session(engines, tmp_path):
    made = Session(TINY, tmp_path)
    made.engine = engines["mini"]
    return made


@pytest.fixture
def shipped(engines, tmp_path):
    made = Session(RULES, tmp_path)
    made.engine = engines["alkmaar"]
    return made


# Rules.


def test_the_head_names_version_validity_and_digest(shipped):
    view, pack = rulespage.rules(shipped), shipped.engine.pack
    assert view.pack == f"{pack.naam}, versie {pack.version}"
    assert view.lines[0].startswith("Geldig v")
    digits = pack.digest.removeprefix("sha256:")[:16]
    assert view.lines[1].replace(" ", "") == f"Kenmerk{digits}"


def test_an_end_of_validity_is_told(shipped):
    pack = shipped.engine.pack.model_copy(
        update={"valid_from": dt.date(2026, 1, 1), "valid_until": dt.date(2026, 12, 31)}
    )
    shipped.engine = Engine(pack)
    assert rulespage.rules(shipped).lines[0] == "Geldig van 1 januari 2026 tot en met 31 december 2026"


def test_every_table_of_the_shipped_packs_can_be_told_in_words(shipped, engines):
    for name in ("alkmaar", "landelijk"):
        shipped.engine = engines[name]
        pack, view = engines[name].pack, rulespage.rules(shipped)
        assert [item.id for item in view.tables] == [decision.id for decision in pack.decisions]
        for decision in pack.decisions:
            table = ruletables.table(pack, decision.id)
            assert [row.id for row in table.rows] == [rule.id for rule in decision.rules]
            told = " ".join(line for row in table.rows for line in (*row.when, row.then))
            assert "_" not in told, f"{name} {decision.id} shows an id"
            assert table.rows or table.counts


def test_a_row_is_told_with_the_labels_of_the_pack(session):
    rows = ruletables.table(session.engine.pack, "ernst").rows
    assert rows[1].when == ("**Hoeveel vlaggen?** minstens 2",)
    assert rows[2].when == ("**Vormen** bevat slaan", "**Mes** is niet nee")
    assert rows[3].when == ("**Gevaar** is weet ik niet",)
    assert rows[5].when == ("In elk ander geval",)
    assert rows[0].then == "Dan: **hoog**"
    assert rows[0].because == "Er is nu gevaar."
    assert rows[0].title == "E.1 · Als"


def test_ground_sources_and_the_mark_to_confirm(session):
    rows = ruletables.table(session.engine.pack, "ernst").rows
    assert (rows[0].ground.kind, rows[0].sources[0].label, rows[0].confirm) == ("norm", "De norm", None)
    assert rows[1].confirm.label == "Nog te bevestigen"
    assert (rows[3].ground, rows[3].sources) == (None, ())


def test_urgency_is_a_level_or_follows_from_a_table(session):
    rows = ruletables.table(session.engine.pack, "routes").rows
    assert (rows[0].urgency.kind, rows[0].urgency_from) == ("nu", "")
    assert (rows[1].urgency, rows[1].urgency_from) == (None, "Hoe snel: volgt uit ‘Hoe snel?’")


def test_a_counting_table_says_what_it_counts(session):
    table = ruletables.table(session.engine.pack, "aantal")
    assert table.counts == "Telt in ‘Vlaggen’ de vragen met antwoord ‘ja’."
    assert table.rows == ()


def test_tables_are_found_by_title_row_and_reason(session):
    view, pack = rulespage.rules(session), session.engine.pack

    def found(query):
        return [item.id for item in rulespage.matching(view, pack, query)]

    assert found("BESLUIT") == ["besluit"]
    assert found("e.3") == ["ernst"]
    assert found("ruzie meldt") == ["routes"]
    assert found("zebra") == []
    assert len(found("  ")) == len(pack.decisions)


def test_without_a_pack_the_page_says_why(session):
    session.engine = None
    assert rulespage.rules(session).notice == "De regels worden geladen."
    session.pack_faults = ("mini/facts.yaml:3: fout",)
    view = rulespage.rules(session)
    assert view.faults == session.pack_faults
    assert "Veilig Thuis" in view.notice


# Practice.


def test_cases_stand_from_easy_to_hard(shipped):
    made = practice.examples(shipped)
    assert len(made.cases) == len(load_cases(shipped.engine.pack)) > 0
    levels = [case.niveau for case in made.cases]
    assert levels == sorted(levels)
    assert practice.listed(made).count == f"{len(made.cases)} voorbeelden"


def test_a_case_tells_story_answers_and_the_whole_advice(session):
    view = practice.example(practice.examples(session), "rustig")
    assert (view.title, view.level, view.story) == ("Rustig", "Niveau 1 · eenvoudig", "Er is niets.")
    told = view.fold.markup
    pack = session.engine.pack
    assert pack.route_by_id["lokaal.sluiten"].naam in told
    assert pack.actie_by_id["vastleggen"].label in told
    assert "Gevaar: Nee" in told
    assert "Vormen: Geen van deze" in told
    assert "**Waarom**\nEr is niets." in told


def test_every_shipped_case_shows_without_ids(shipped, engines):
    for name in ("alkmaar", "landelijk"):
        shipped.engine = engines[name]
        made = practice.examples(shipped)
        for case in made.cases:
            assert "_" not in practice.example(made, case.id).fold.markup


def test_without_a_pack_there_is_a_sentence(session):
    session.engine = None
    assert practice.listed(practice.examples(session)).notice == "De regels worden geladen."
