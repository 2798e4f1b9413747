"""Why a question is asked, and why another is folded away: in words, true, and silent on what is hidden."""

from __future__ import annotations

import random

import pytest

from advicecases import EXAMPLE, MILD
from packs import SHIPPED
from routewijzer import text
from routewijzer.advice.influence import Blocker
from routewijzer.case import Case, CaseReader
from routewijzer.desktop.oneintake import Intake
from routewijzer.desktop.presenters import check, intake, rail, why
from routewijzer.desktop.walk import after, at_first_open, back, onward
from somecases import partial, with_cat

SEED = 20261125


@pytest.fixture
def at(engines):
    """Return an intake of these answers at the block of a question."""

    def made(answers, fact="direct_gevaar", pack="alkmaar"):
        engine = engines[pack]
        case = CaseReader(engine.pack).read({"answers": answers})
        found = Intake(engine, (case,), 0, "")
        stop = next(stop for stop in found.stops if fact in stop.facts)
        return found.replace(page=stop.id, cursor=stop.facts.index(fact))

    return made


def folds_of(made):
    (card,) = (card for card in intake.block(made).cards if card.current)
    return card, {fold.title: fold.markup for fold in card.folds}


# Why a question is asked.


def test_the_ends_stand_first_and_the_tables_last(at):
    words = text.load().why
    made = at({}, "geweldsvormen")
    lines = why.can_change(made, "geweldsvormen").split("\n")
    assert lines[0] == words.can_change
    assert lines[1] == "Het besluit en de urgentie"
    heads = [line.partition(":")[0] for line in lines[2:]]
    assert heads == ["Routes", "Wat u ook doet", words.tegenstrijdig, "Tussenstappen"]
    reach = made.engine.reach(made.case, "geweldsvormen")
    for route in reach.routes:
        assert made.pack.route_by_id[route].naam in lines[2]
    for table in set(reach.tables) - {"besluit", "routes", "acties", "tegenstrijdig"}:
        assert made.pack.decision_by_id[table].titel in lines[-1]


def test_the_fold_keeps_the_packs_own_reason_and_adds_what_it_changes_now(at):
    made = at({}, "letsel")
    _, folds = folds_of(made)
    told = folds[text.load().desktop.why]
    assert told.startswith(made.fact("letsel").waarom)
    assert told.endswith(why.can_change(made, "letsel"))


def test_a_question_that_changes_nothing_says_so(at):
    made = at({"relatie": "ex_partner"}, "samen_verder")
    assert why.can_change(made, "samen_verder") == text.load().why.changes_nothing


def test_a_safety_question_that_changes_nothing_now_is_asked_all_the_same(at):
    words, made = text.load().why, at({**EXAMPLE, "direct_gevaar": "ja"}, "eerder_geweld")
    assert why.can_change(made, "eerder_geweld").split("\n")[:2] == [
        words.changes_nothing,
        words.answer_anyway,
    ]


def test_of_a_list_of_flags_those_that_change_the_same_stand_together(at):
    made = at({}, "vlag_wapen")
    told = why.group_can_change(made, made.stop.facts)
    parts = told.split("\n\n")
    assert 1 < len(parts) < len(made.stop.facts)
    for name in made.stop.facts:
        assert sum(made.fact(name).kort in part.rpartition("\n")[2] for part in parts) == 1


# What is folded away.


def test_a_folded_question_is_no_card_and_says_why_in_one_sentence(at):
    made = at({"relatie": "ex_partner"}, "hulp_mogelijk")
    view = intake.block(made)
    assert "samen_verder" not in [card.id for card in view.cards]
    (folded,) = (one for one in view.folded if one.fact == "samen_verder")
    assert folded.reason == "Telt nu niet mee: u koos ‘Ex-partner’ bij ‘Relatie tot het slachtoffer’."
    assert made.fact("samen_verder").vraag in folded.name
    assert folded.reason in folded.name


def test_unfolded_by_hand_it_is_asked_with_the_reason_beside_it(at):
    made = at({"relatie": "ex_partner"}, "samen_verder")
    card, _ = folds_of(made)
    assert card.id == "samen_verder"
    assert card.note == why.folded(made, "samen_verder")
    assert "samen_verder" not in [one.fact for one in intake.block(made).folded]
    asked, _ = folds_of(at({"relatie": "partner"}, "samen_verder"))
    assert asked.note == ""


def test_the_row_that_decides_is_the_reason_where_no_answer_alone_is(at):
    made = at({"structurele_onveiligheid": "nee", "eerder_geweld": "nee"}, "woonregio")
    assert why.folded(made, "woonregio") == (
        "Telt nu niet mee: met wat nu bekend is, staat aanhoudende onveiligheid niet vast."
    )


def test_what_stands_already_and_what_no_rule_reads(at):
    made = at({"kinderen_in_gezin": "ja", "kindcheck_gedaan": "nee"}, "zwanger")
    assert why.folded(made, "zwanger") == "Telt nu niet mee: ‘Doe de kindcheck’ geldt al."
    made = at({}, "woonregio", pack="landelijk")
    assert why.folded(made, "woonregio") == "Telt nu niet mee: deze regels gebruiken het antwoord niet."


@pytest.mark.parametrize("pack", SHIPPED)
def test_each_reason_is_one_sentence_and_no_hidden_besluit_shows_in_it(engines, readers, pack):
    engine, rng, told = engines[pack], random.Random(SEED), 0
    telling = {
        rule.because.rstrip(".").lower()
        for table in engine.pack.decisions
        for rule in table.rules
        if table.id == "besluit" or "besluit" in rule.when
    }
    for _ in range(60):
        made = Intake(engine, (Case(pack, partial(rng, engine, readers, rng.choice((1, 5, 15, 30)))),), 0, "")
        for name in made.idle:
            reason = why.folded(made, name)
            assert reason.startswith("Telt nu niet mee: ")
            assert reason.endswith(".")
            if not made.advice.showable:
                assert not any(because in reason.lower() for because in telling)
            told += 1
    assert told > 60


NOISE = "\n  - {id: A.3, when: {kat: ja, stil: nee}, then: bellen, because: Er is een kat en lawaai.}"
QUIET = """
---
decision: stil
titel: Is het stil?
hit_policy: first
output: [nee, ja]
rules:
  - {id: ST.1, when: {besluit: afsluiten}, then: ja, because: Er wordt afgesloten.}
  - {id: ST.2, when: {}, then: nee, because: Er wordt niet afgesloten.}
"""


def test_a_row_that_follows_from_a_hidden_besluit_is_not_named(folder):
    """The besluit is certain and mild, and hidden while a flag is open: its rows would tell it."""
    last = "because: Er is nog niet gebeld.}"
    folder.edit("mini/decisions/20-uit.yaml", last, last + NOISE)
    engine = with_cat(folder, QUIET)
    calm = {"gevaar": "nee", "vormen": (), "vermoeden": "nee", "vlag_mes": "nee"}
    made = Intake(engine, (Case("mini", calm),), 0, "")
    assert (made.advice.besluit, made.advice.showable) == ("afsluiten", False)
    assert made.idle["kat"] == (Blocker("rij", "ST.1", "stil", tells=True),)
    assert why.folded(made, "kat") == "Telt nu niet mee: uw andere antwoorden beslissen al."
    told = Intake(engine, (Case("mini", {**calm, "vlag_ruzie": "nee"}),), 0, "")
    assert told.advice.showable
    assert why.folded(told, "kat") == "Telt nu niet mee: er wordt afgesloten."


# Along the questions.


def test_the_walk_skips_what_is_folded_and_ends_where_it_did(at):
    made = at({"relatie": "ex_partner"}, "hulp_resultaat")
    facts = made.stop.facts
    assert facts[facts.index("hulp_resultaat") + 1] == "samen_verder"
    assert facts[after(made)] == "toestemming_blijf"
    assert onward(made) == (made.page, facts.index("toestemming_blijf"))
    beyond = made.replace(cursor=facts.index("toestemming_blijf"))
    assert back(beyond) == (made.page, facts.index("hulp_resultaat"))
    asked = at({"relatie": "partner"}, "hulp_resultaat")
    assert facts[after(asked)] == "samen_verder"


def test_going_on_says_nothing_of_a_folded_question_and_a_folded_block_is_passed(at):
    made = at({}, "woonregio", pack="landelijk")
    whole = [stop for stop in made.stops if stop.facts and not made.asked(stop.facts)]
    for stop in whole:
        before = made.stops[made.stops.index(stop) - 1]
        here = made.replace(page=before.id, cursor=len(before.facts))
        assert onward(here)[0] != stop.id
    assert made.asked(made.stop.facts)[-1] != "woonregio"
    assert at_first_open(made).cursor < made.stop.facts.index("woonregio")


def test_all_stops_can_be_walked_back_and_forth(at):
    made = at(MILD)
    places = [(made.page, 0)]
    while (goal := onward(made)) is not None:
        made = made.replace(page=goal[0], cursor=goal[1] or 0)
        places.append((made.page, made.cursor))
    assert made.page == "advies"
    while (goal := back(made)) is not None:
        made = made.replace(page=goal[0], cursor=goal[1])
    assert (made.page, made.cursor) == places[0]


# Counts.


def test_counts_leave_out_what_is_folded_and_say_so_to_a_screen_reader(at):
    made = at({"relatie": "ex_partner"}, "hulp_resultaat")
    done, total = rail.progress(made)
    assert (done, total) == (1, len(made.pack.facts) - len(made.idle))
    (station,) = (one for one in rail.rail(made) if one.label == "Beslissen")
    facts = [name for stop in made.stops if stop.step == 5 for name in stop.facts]
    idle = [name for name in facts if name in made.idle]
    assert station.count == f"0/{len(facts) - len(idle)}"
    assert (
        "1 vraag telt nu niet mee" in station.name or f"{len(idle)} vragen tellen nu niet mee" in station.name
    )
    whole = rail.rail(at({}, "hulp_resultaat"))
    assert all("niet mee" not in one.name for one in whole)


def test_a_step_is_done_when_all_that_counts_is_answered(at):
    given = dict.fromkeys(("vermoeden", "acute_onveiligheid", "structurele_onveiligheid"), "nee")
    made = at({**EXAMPLE, **given})
    for station in rail.rail(made)[1:6]:
        done, total = map(int, station.count.split("/"))
        assert (station.state == "gedaan") == (done == total)


def test_the_check_page_names_them_and_asks_for_none_of_them(at):
    made = at({"relatie": "ex_partner"})
    view = check.check(made)
    rows = {row.fact: row for group in view.groups for row in group.rows}
    assert rows["samen_verder"].answer == text.load().why.idle_mark
    assert rows["samen_verder"].mark == ""
    assert rows["letsel"].mark == "open"
    open_ = {row.fact for group in check.check(made, "open").groups for row in group.rows}
    assert open_.isdisjoint(made.idle)
    (label,) = (label for name, label in view.chips if name == "open")
    assert label.endswith(f" {len(open_)}")
