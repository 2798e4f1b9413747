"""The log page without a window: rows in words, filters, counts, saving, checking, what cannot be read."""

from __future__ import annotations

import json
import sqlite3

import pytest

from logrows import row, write
from routewijzer import settings
from routewijzer.desktop.presenters import log
from routewijzer.desktop.session import Session
from routewijzer.journal.store import FOLDER


@pytest.fixture
def session(engines, tmp_path):
    made = Session(tmp_path / "rules", tmp_path / "data")
    made.engine = engines["alkmaar"]
    return made


def test_the_newest_month_stands_first(session):
    write(session.data, *(row(month=month) for month in ("2026-09", "2026-11", "2025-12")))
    view = log.view(log.source(session))
    assert [item.cells[0].text for item in view.rows] == ["nov 2026", "sep 2026", "dec 2025"]
    assert [value for value, _ in view.months] == ["", "2026-11", "2026-09", "2025-12"]
    assert view.count == "3 van 3 intakes"


def test_a_row_is_told_in_words_of_the_pack(session):
    write(session.data, row(providers=("blijf_groep", "politie", "veilig_thuis"), kind="herweging"))
    (shown,) = log.view(log.source(session)).rows
    assert [cell.text for cell in shown.cells] == ["nov 2026", "Melden", "", "Politie +2"]
    assert shown.cells[2].urgency.label == "Vandaag"
    assert shown.note == "Herweging. Stappen: 3 gedaan, 1 overgeslagen, 1 open. Rode vlaggen: 1-2."
    assert shown.name == (
        "nov 2026, Melden, Vandaag. Hulpverleners: Politie, Veilig Thuis, Blijf Groep. " + shown.note
    )


def test_steps_that_do_not_occur_are_not_told(session):
    steps = tuple(type(step)(step.step, "gedaan") for step in row().steps)
    write(session.data, row(steps=steps, providers=(), flags="geen"))
    (shown,) = log.view(log.source(session)).rows
    assert shown.note == "Stappen: 5 gedaan. Rode vlaggen: geen."
    assert shown.cells[3].text == "Geen"


def test_without_a_pack_and_for_words_it_does_not_know_the_ids_are_read_as_words(session):
    write(session.data, row(besluit="melden_direct", providers=("oude_club",)))
    assert log.view(log.source(session)).rows[0].cells[3].text == "Oude club"
    session.engine = None
    (shown,) = log.view(log.source(session)).rows
    assert [cell.text for cell in shown.cells[:2]] == ["nov 2026", "Melden direct"]
    assert shown.cells[2].urgency.label == "Vandaag"


def test_filters_go_together_and_the_totals_stay(session):
    rows = [row(), row(besluit="afsluiten"), row(month="2026-10"), row(month="2026-10", besluit="afsluiten")]
    write(session.data, *rows, rows[0])
    made = log.source(session)
    view = log.view(made, "2026-11", "melden")
    assert [item.cells[1].text for item in view.rows] == ["Melden", "Melden"]
    assert view.count == "2 van 5 intakes"
    assert {item.label: item.count for item in view.totals}["Afsluiten"] == 2
    assert view.side_count == "5 intakes"
    nothing = log.view(made, besluit="noodhulp")
    assert (nothing.rows, nothing.empty) == ((), "Geen intakes met deze keuze.")
    assert nothing.empty_act == "Toon alle intakes"


def test_all_seven_besluiten_are_counted_and_can_be_asked_for(session):
    view = log.view(log.source(session))
    labels = ["Noodhulp", "Direct melden", "Melden", "Advies vragen", "Hulp en volgen", "Hulp afronden"]
    assert [item.label for item in view.totals] == [*labels, "Afsluiten"]
    assert [label for _, label in view.besluiten] == ["Elk besluit", *labels, "Afsluiten"]


def test_an_empty_log_says_what_will_stand_there(session):
    view = log.view(log.source(session))
    assert view.readable
    assert not view.can_export
    assert view.empty == "Nog geen intakes. Een intake komt hier als u hem vastlegt."
    assert view.empty_act == "Begin een intake"


def test_a_long_log_shows_a_part_and_says_how_much_more_there_is(session):
    write(session.data, *[row()] * 5)
    made = log.source(session)
    view = log.view(made, limit=3)
    assert (len(view.rows), view.count, view.more) == (3, "3 van 5 intakes", "Toon 2 intakes meer")
    assert log.view(made, limit=5).more == ""


def test_the_retention_is_that_of_the_settings(session):
    settings.save(session.data, settings.Settings(retention_months=1))
    assert log.view(log.source(session)).retention == "Bewaartermijn: 1 maand. De app ruimt nog niet zelf op."
    (session.data / settings.FILE).write_text("{", encoding="utf-8")
    assert log.view(log.source(session)).retention == ""


def test_a_log_that_cannot_be_read_is_one_sentence_and_never_an_empty_log(session):
    (session.data / FOLDER).parent.mkdir(parents=True)
    (session.data / FOLDER).write_text("in de weg", encoding="utf-8")
    view = log.view(log.source(session))
    assert not view.readable
    assert view.fault.startswith(str(session.data))
    assert "\n" not in view.fault


def test_checking_counts_the_rows(session):
    assert log.checked(session.data).lines == ("0 rijen gecontroleerd.",)
    write(session.data, row())
    done = log.checked(session.data)
    assert (done.fine, done.title, done.lines) == (True, "Het logboek klopt", ("1 rij gecontroleerd.",))


def test_checking_names_what_somebody_else_put_there(session):
    write(session.data, row())
    with sqlite3.connect(session.data / FOLDER / "log.db") as other:
        other.execute("CREATE TABLE namen (naam TEXT)")
    other.close()
    done = log.checked(session.data)
    assert not done.fine
    assert done.title == "Het logboek klopt niet. Vraag uw beheerder om hulp."
    assert any("namen" in line for line in done.lines)


def test_all_rows_are_saved_as_the_command_line_exports_them(session, tmp_path):
    write(session.data, row(month="2026-10"), row(), row(besluit="afsluiten"))
    made = log.source(session)
    said = log.save(made, tmp_path / "uit.json", as_json=True)
    assert said == "3 rijen bewaard als uit.json. Zonder namen."
    found = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert [(item["month"], item["besluit"]) for item in found] == [
        ("2026-10", "melden"), ("2026-11", "afsluiten"), ("2026-11", "melden"),
    ]  # fmt: skip
    log.save(made, tmp_path / "uit.csv", as_json=False)
    lines = (tmp_path / "uit.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("month,pack,version,")
    assert len(lines) == 4


def test_where_saving_fails_it_says_so_and_leaves_nothing(session, tmp_path):
    write(session.data, row())
    gone = tmp_path / "weg" / "uit.csv"
    said = log.save(log.source(session), gone, as_json=False)
    assert said.startswith("uit.csv is niet bewaard: de map bestaat niet.")
    assert not gone.parent.exists()
