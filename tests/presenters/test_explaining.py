"""The explanation of a question: its meaning, what counts, an example, its sources, and what to read."""

from __future__ import annotations

import datetime as dt

import pytest

from packs import SHIPPED
from routewijzer import places, text
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import explaining, intake
from routewijzer.desktop.session import Session
from routewijzer.rules.knowledge import load_knowledge


@pytest.fixture
def session(tmp_path):
    made = Session(places.rules(), tmp_path)
    yield made
    made.close()


@pytest.fixture
def letsel(engines):
    return engines["landelijk"].pack.fact_by_id["letsel"]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_tells_all_that_the_pack_tells_of_it(engines, name):
    pack, words = engines[name].pack, text.load().why
    for fact in pack.facts:
        view = explaining.fold(pack, fact, "Uitleg")
        assert view.markup == fact.uitleg
        assert [(column.title, column.lines) for column in view.columns] == [
            (words.counts, fact.telt),
            (words.counts_not, fact.telt_niet),
        ]
        assert 2 <= len(fact.telt) <= 6, fact.id
        assert 1 <= len(fact.telt_niet) <= 4, fact.id
        assert fact.voorbeeld, fact.id
        assert fact.voorbeeld in view.after
        assert all(pack.source_by_id[source].titel in view.note for source in fact.bron)
        words_of_it = " ".join((*fact.labels.values(), *fact.telt, *fact.telt_niet, fact.voorbeeld))
        assert not set("[]_") & set(words_of_it), fact.id  # a slip in the YAML, or an id
        assert fact.gecontroleerd_op or fact.controle_nodig, f"{fact.id}: nobody checked it and nobody has to"


def test_what_counts_and_what_does_not_carry_a_sign_beside_the_colour(engines, letsel):
    view = explaining.fold(engines["landelijk"].pack, letsel, "Uitleg")
    assert [column.icon for column in view.columns] == ["check", "x"]


def test_the_origin_names_month_and_doubt(engines, letsel):
    pack = engines["landelijk"].pack
    sources = [pack.source_by_id[name].titel for name in letsel.bron]
    day = dt.datetime.now().astimezone().date()
    fresh = letsel.model_copy(update={"gecontroleerd_op": day})
    month = text.load().paper.maanden[day.month - 1]
    assert explaining.origin(pack, fresh) == (
        f"Bronnen: {', '.join(sources)}. Deze tekst is nagekeken in {month} {day.year}."
    )
    doubt = letsel.model_copy(update={"gecontroleerd_op": None, "controle_nodig": True, "bron": ()})
    told = explaining.origin(pack, doubt)
    assert told == f"{text.load().knowledge.unchecked} {text.load().grond.bevestigen}."
    one = fresh.model_copy(update={"bron": ("112",)})
    told = explaining.origin(pack, one)
    assert told.startswith(f"Bron: {pack.source_by_id['112'].titel}. ")
    assert told.endswith(f" {text.load().grond.bevestigen}.")  # its source is in doubt


def test_a_question_with_its_meaning_alone_shows_nothing_else(engines):
    pack = engines["mini"].pack
    view = explaining.fold(pack, pack.facts[0], "Uitleg")
    assert (view.columns, view.after) == ((), "")
    assert view.note.endswith(text.load().knowledge.unchecked)


def test_the_reason_stands_below_the_example_only_where_it_is_asked_for(engines, letsel):
    pack = engines["landelijk"].pack
    assert letsel.waarom not in explaining.fold(pack, letsel, "Uitleg").after
    view = explaining.fold(pack, letsel, letsel.kort, letsel.waarom)
    assert view.title == letsel.kort
    assert view.after.endswith(letsel.waarom)


def test_the_list_of_flags_explains_each_flag(engines):
    engine = engines["alkmaar"]
    made = Intake(engine, (), 0, "")
    stop = next(stop for stop in made.stops if stop.group)
    view = intake.flags(made.replace(history=(_empty(engine),), page=stop.id))
    assert view.told == engine.pack.groups[0].uitleg
    assert [name for name, _ in view.folds] == list(stop.facts)
    for name, fold in view.folds:
        fact = engine.pack.fact_by_id[name]
        assert (fold.title, fold.markup) == (fact.kort, fact.uitleg)
        assert fact.waarom in fold.after


def _empty(engine):
    from routewijzer.case import Case

    return Case.empty(engine.pack.id)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_leads_to_knowledge_that_is_there(engines, session, name):
    session.engine = engines[name]
    items = {item.id for item in load_knowledge(session.rules, session.engine.pack).all}
    for fact in session.engine.pack.facts:
        assert fact.kennis, fact.id
        assert set(fact.kennis) <= items
        links = explaining.reading(session, fact)
        assert [link.id for link in links] == list(fact.kennis)
        assert all(link.label and link.note for link in links)


def test_what_the_knowledge_does_not_hold_is_left_out(engines, session, letsel):
    known, unknown = letsel.kennis[0], letsel.model_copy(update={"kennis": ("weg", letsel.kennis[0])})
    assert explaining.reading(session, letsel) == ()  # no pack is loaded yet
    session.engine = engines["landelijk"]
    assert [link.id for link in explaining.reading(session, unknown)] == [known]
    assert explaining.reading(session, letsel.model_copy(update={"kennis": ()})) == ()
