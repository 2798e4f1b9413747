"""What the paper says, without making a PDF."""

from __future__ import annotations

import pytest

from paper import tiny
from routewijzer.advice.model import Advised, Reason, StepState, Tip
from routewijzer.paper.content import NOTE_LIMIT, NOTE_LINES, summarise
from routewijzer.paper.page import PaperError, PaperSettings, strings


@pytest.fixture(scope="module")
def pack():
    return tiny.pack()


@pytest.fixture
def say(pack):
    def made(advice, case=None, **more):
        given = {"date": tiny.DATE, "settings": tiny.SETTINGS, **more}
        return summarise(case or tiny.case(), advice, pack, **given)

    return made


def plain(line):
    return "".join(run.text for run in line)


def test_a_besluit_leads_with_its_headline_reason_and_urgency(say):
    panel = say(tiny.advice()).panel
    assert panel.title == "Bel meteen het bureau"
    assert plain(panel.reason) == "Er is gevaar, dus alarm."
    assert panel.scale.labels == ("Nu", "Straks")
    assert panel.scale.chosen == 0


def test_the_code_stands_whole_and_in_lines_of_two_groups(say):
    panel = say(tiny.advice()).panel
    assert panel.code == tiny.CODE
    assert panel.code_lines == ("ABCDEFG-HJKMNPQ", "RSTVWXY-0123456")


def test_the_date_stands_on_the_paper_once(say):
    words = list(strings(say(tiny.advice())))
    assert sum("2 januari 2026" in text for text in words) == 1


@pytest.mark.parametrize(
    ("settings", "head"),
    [
        (PaperSettings("Gemeente A", "team"), "Gemeente A, team"),
        (PaperSettings("Gemeente A", " "), "Gemeente A"),
        (PaperSettings(), ""),
    ],
)
def test_the_head_names_who_prints_and_leaves_out_what_is_empty(say, settings, head):
    assert say(tiny.advice(), settings=settings).head == head


def test_a_mild_besluit_that_is_voorlopig_is_nowhere(say):
    said = " | ".join(strings(say(tiny.hidden())))
    for secret in ("Volg het gezin rustig", "Volgen", "De hulp werkt", "Volgen is genoeg", "Klaarmaken"):
        assert secret not in said, secret


def test_the_open_questions_about_safety_stand_in_its_place(say):
    summary = say(tiny.hidden())
    assert summary.panel.title == "Nog niet te zeggen: eerst veiligheid"
    assert summary.panel.scale.chosen is None
    assert "Teken A · Teken B" in plain(summary.panel.reason)
    assert "Plek" not in plain(summary.panel.reason)
    assert [plain(task.what) for task in summary.tasks[:2]] == ["Teken A", "Teken B"]
    assert summary.tasks[0].detail == "Vraag over Teken A?"


def test_beside_a_hidden_besluit_only_what_stands_whatever_is_still_answered_is_printed(say):
    whats = [plain(task.what) for task in say(tiny.hidden(told=frozenset({"bureau.vragen"}))).tasks]
    assert "Vraag het bureau" in whats
    assert "Laat het team volgen" not in whats
    assert "Schrijf het op" not in whats


def test_what_stands_whatever_is_still_answered_is_printed(say):
    whats = [plain(task.what) for task in say(tiny.hidden(told=frozenset({"team.volgen"}))).tasks]
    assert "Laat het team volgen" in whats


def test_the_same_advice_shown_names_the_besluit_and_its_route(say):
    summary = say(tiny.hidden(showable=True, voorlopig=False, open=()))
    assert summary.panel.title == "Volg het gezin rustig"
    assert "Laat het team volgen" in [plain(task.what) for task in summary.tasks]


def test_a_severe_besluit_that_is_not_certain_leads_with_voorlopig(say):
    panel = say(tiny.advice(voorlopig=True, zeker=False, open=("teken_a",))).panel
    assert panel.title == "Voorlopig: Bel meteen het bureau"
    assert panel.label.startswith("Voorlopig besluit")


def test_a_severe_besluit_that_cannot_get_milder_does_not(say):
    panel = say(tiny.advice(voorlopig=True, zeker=True, open=("teken_a",))).panel
    assert panel.title == "Bel meteen het bureau"


def test_tasks_say_who_when_and_the_number(say):
    route, action = say(tiny.advice()).tasks
    assert (plain(route.what), route.who, route.when) == ("Meld bij het bureau*", "uitvoerder", "nu")
    assert route.number == "000-123"
    assert (plain(action.what), action.when, action.number) == ("Schrijf het op", "vandaag", "")


def test_what_must_be_confirmed_has_a_star_and_a_legend(say):
    summary = say(tiny.advice())
    assert plain(summary.tasks_legend) == "* nog te bevestigen. "
    assert [row.sources for row in summary.why] == [("De wet",), ("De afspraak*",)]
    assert "* nog te bevestigen" in plain(summary.legend)
    assert summary.given[0].rows[0].label == "Gevaar*"
    assert "* nog te bevestigen" in plain(summary.given_legend)


def test_without_doubt_there_is_no_star(say):
    summary = say(tiny.advice(routes=(Advised("bureau.vragen", "nu", (tiny.DANGER,)),)))
    assert summary.tasks_legend == ()
    assert "*" not in plain(summary.legend)


def test_every_ground_stands_once_under_what_it_decided(say):
    rows = [(row.what, row.rule, row.grond) for row in say(tiny.advice()).why]
    assert rows == [("Alarm", "W.1", "norm"), ("Nu", "H.1", "voorzichtigheid")]


def test_a_route_without_a_ground_stands_with_its_own_row(say):
    bare = Reason("routes", "R.2", None, (), {}, "Het team volgt.")
    rows = say(tiny.advice(routes=(Advised("team.volgen", "nu", (bare, tiny.ALARM)),))).why
    assert [(row.what, row.grond, row.reason) for row in rows] == [
        ("Alarm", "norm", "Er is gevaar, dus alarm."),
        ("Laat het team volgen", None, "Het team volgt."),
    ]


OWN = Reason("lokaal", "L.1", "beleid", ("afspraak",), {}, "Het team is er voor dit gezin.")


def test_a_route_has_one_row_its_own_first_ground_and_not_the_chain_below(say):
    bare = Reason("routes", "R.2", None, (), {}, "Het team volgt.")
    below = Reason("lokaal", "L.9", "norm", ("wet",), {}, "Dieper in de keten.")
    rows = say(tiny.advice(routes=(Advised("team.volgen", "nu", (bare, OWN, below)),))).why
    assert [(row.what, row.rule) for row in rows] == [("Alarm", "W.1"), ("Laat het team volgen", "L.1")]


def test_an_action_has_one_row_too(say):
    rows = say(tiny.advice(acties=(Advised("noteren", None, (OWN, tiny.HASTE)),))).why
    assert [(row.what, row.rule) for row in rows][-1] == ("Schrijf het op", "L.1")


def test_what_stands_on_the_page_already_is_not_said_again(say):
    routes = (Advised("bureau.vragen", "nu", (OWN,)), Advised("team.volgen", "nu", (OWN, tiny.HASTE)))
    rows = say(tiny.advice(routes=routes)).why
    assert [(row.what, row.rule) for row in rows] == [("Alarm", "W.1"), ("Vraag het bureau", "L.1")]


def test_every_ground_under_the_besluit_has_a_row_and_the_urgency_one(say):
    deeper = Reason("risico", "S.1", "norm", ("wet",), {}, "Het risico is hoog.")
    later = Reason("risico", "S.2", "norm", ("wet",), {}, "Onder de haast.")
    given = Reason("routes", "R.1", None, (), {}, "Bij alarm hoort een melding.")
    routes = (Advised("bureau.melden", "nu", (given, tiny.DANGER, tiny.HASTE, later)),)
    rows = say(tiny.advice(besluit_because=(tiny.ALARM, tiny.DANGER, deeper), routes=routes)).why
    assert [(row.what, row.rule) for row in rows] == [("Alarm", "W.1"), ("Alarm", "S.1"), ("Nu", "H.1")]


def test_an_urgency_that_rests_on_the_besluit_itself_leaves_its_row_to_the_next_route(say):
    given = Reason("routes", "R.1", None, (), {}, "Bij alarm hoort een melding.")
    haste = Reason("haast", "H.0", None, (), {}, "Meteen.")
    routes = (
        Advised("bureau.vragen", "nu", (given, haste, tiny.DANGER)),
        Advised("bureau.melden", "nu", (given, tiny.DANGER, tiny.HASTE)),
    )
    rows = say(tiny.advice(routes=routes)).why
    assert [(row.what, row.rule) for row in rows] == [("Alarm", "W.1"), ("Nu", "H.1")]


def test_the_legend_explains_only_grounds_on_the_page(say):
    legend = plain(say(tiny.advice()).legend)
    assert "norm: geldt landelijk." in legend
    assert "afwijken mag met reden" in legend
    assert "beleid" not in legend


def test_tipping_points_are_by_besluit_most_severe_first(say):
    tips = (
        Tip("hulp", "ja", "nee", "vragen"),
        Tip("plek", "hier", "daar", "vragen"),
        Tip("plek", "hier", "onbekend", "vragen"),
        Tip("vormen", (), ("slaan",), "alarm"),
        Tip("vormen", (), ("dreigen",), "alarm"),
        Tip("gevaar", "nee", "ja", "alarm"),
    )
    rows = say(tiny.advice(kantelpunten=tips)).tipping
    assert [(row.besluit, [plain(line) for line in row.lines]) for row in rows] == [
        ("Alarm", ["Gevaar: Ja · Vormen: ook slaan of dreigen"]),
        ("Vragen", ["Plek: Daar of weet ik niet · Hulp: Nee"]),
    ]


def test_one_value_less_reads_zonder(say):
    tips = (Tip("vormen", ("slaan", "vgv"), ("slaan",), "vragen"),)
    (row,) = say(tiny.advice(kantelpunten=tips), tiny.case(vormen=("slaan", "vgv"))).tipping
    assert plain(row.lines[0]) == "Vormen: zonder VGV"


def test_a_group_that_tips_as_a_whole_is_named_by_its_group(say):
    tips = tuple(Tip(f"teken_{x}", "nee", "ja", "alarm") for x in "abcd")
    (row,) = say(tiny.advice(kantelpunten=tips)).tipping
    assert plain(row.lines[0]) == "Ja bij een van: Tekens (een van de 4)"


def test_a_group_that_tips_in_part_is_named_one_by_one(say):
    tips = tuple(Tip(f"teken_{x}", "nee", "ja", "alarm") for x in "abc")
    (row,) = say(tiny.advice(kantelpunten=tips)).tipping
    assert plain(row.lines[0]) == "Ja bij een van: Teken A · Teken B · Teken C"


def test_what_is_left_of_a_group_is_named_as_the_rest(say):
    tips = (
        Tip("gevaar", "nee", "ja", "alarm"),
        Tip("teken_a", "nee", "ja", "alarm"),
        *(Tip(f"teken_{x}", "nee", "ja", "vragen") for x in "bcd"),
        Tip("hulp", "nee", "ja", "vragen"),
    )
    rows = say(tiny.advice(kantelpunten=tips), tiny.case(hulp="nee")).tipping
    assert plain(rows[0].lines[0]) == "Ja bij een van: Gevaar · Teken A"
    assert plain(rows[1].lines[0]) == "Ja bij een van: Tekens (een van de overige 3) · Hulp"


def test_a_tip_to_a_mild_besluit_is_not_named_while_safety_is_open(say):
    tips = (Tip("hulp", "ja", "nee", "volgen"), Tip("gevaar", "ja", "nee", "klaar"))
    (row,) = say(tiny.advice(kantelpunten=tips, voorlopig=True, open=("teken_a",))).tipping
    assert row.besluit == "Nog niet te zeggen"
    assert plain(row.lines[0]) == "Nee bij een van: Gevaar · Hulp"


def test_weet_ik_niet_and_not_filled_in_are_told_apart_and_both_marked(say):
    case = tiny.case(teken_a="onbekend", teken_b=None, vormen="onbekend")
    rows = {row.label: row for group in say(tiny.advice(), case).given for row in group.rows}
    assert (rows["Teken A"].mark, rows["Teken A"].value) == ("vraag", "Weet ik niet")
    assert (rows["Teken B"].mark, rows["Teken B"].value) == ("vraag", "Niet ingevuld")
    assert (rows["Vormen"].mark, rows["Vormen"].value) == ("vraag", "Weet ik niet")
    assert (rows["Teken C"].mark, rows["Teken C"].value) == (None, "Nee")


def test_a_dot_marks_what_counts(say):
    rows = {
        row.label: row for group in say(tiny.advice(), tiny.case(gevaar="ja")).given for row in group.rows
    }
    assert (rows["Gevaar*"].mark, rows["Gevaar*"].value) == ("stip", "Ja")
    assert rows["Hulp"].mark is None


def test_answers_stand_by_step_and_the_group_counts(say):
    groups = say(tiny.advice(), tiny.case(teken_a="ja", teken_b=None)).given
    assert [(group.title, len(group.rows)) for group in groups] == [
        ("Spoed", 1),
        ("Stap 1 Kijken", 1),
        ("Tekens (4 gevraagd: 1 ja, 1 onbekend)", 4),
        ("Stap 1 Blok 2", 1),
        ("Stap 2 Besluiten", 1),
    ]


def test_several_choices_read_as_a_list_and_none_as_none(say):
    def vormen(value):
        groups = say(tiny.advice(), tiny.case(vormen=value)).given
        return next(row.value for group in groups for row in group.rows if row.label == "Vormen")

    assert vormen(("vgv", "dreigen", "slaan")) == "Slaan, dreigen, VGV"
    assert vormen(()) == "Geen van deze"


CLASH = Advised("botst", None, (Reason("tegenstrijdig", "T.1", None, (), {"hulp": "ja"}, "Botst."),))


def test_a_contradiction_is_named_marked_and_counted(say):
    summary = say(tiny.advice(tegenstrijdig=(CLASH,)))
    assert plain(summary.clashes[0].line) == "Dit botst Hulp: Ja."
    assert summary.clashes[0].text == "Kijk beide na."
    hulp = summary.given[-1].rows[0]
    assert (hulp.mark, hulp.value) == ("uitroep", "Ja (zie 5)")
    assert plain(summary.strip[0].line) == "1 tegenstrijdigheid in de antwoorden: zie deel 5."


def test_the_strip_counts_what_is_unknown_and_what_can_still_matter(say):
    summary = say(tiny.advice(open=("teken_b",)), tiny.case(teken_a="onbekend", teken_b=None))
    assert plain(summary.strip[0].line).startswith("2 vragen onbekend. 1 kan het advies nog veranderen")


def test_a_plain_case_has_only_the_emergency_number_in_the_strip(say):
    (notice,) = say(tiny.advice()).strip
    assert "112" in plain(notice.line)


def test_the_steps_say_how_far_they_are_and_the_last_one_what_it_came_to(say):
    first, second, eyes = say(tiny.advice(), tiny.case(teken_a=None)).checks
    assert (first.name, first.state) == ("1 Kijken", "gedaan; 1 onbekend")
    assert (second.name, second.state) == ("2 Besluiten", "overgeslagen: Er was haast; Alarm, nu")
    assert eyes.tick == "gezien"


def test_an_open_step_says_so(say):
    first, *_ = say(tiny.advice(steps=(StepState(1, "open"), StepState(2, "open")))).checks
    assert first.state == "open"


def test_a_note_is_taken_line_by_line_and_the_footer_no_longer_vouches_for_it(say):
    summary = say(tiny.advice(), note="  Eerste   regel \n\n\ttweede\n")
    assert summary.note == ("Eerste regel", "tweede")
    assert "Bevat geen namen of adressen" not in summary.footer_pack
    assert "Bevat geen namen of adressen" in say(tiny.advice(), note=" \n ").footer_pack


def test_a_note_that_is_too_long_is_refused_with_both_numbers(say):
    assert say(tiny.advice(), note="a" * NOTE_LIMIT).note
    with pytest.raises(PaperError, match=rf"{NOTE_LIMIT + 1} tekens.*{NOTE_LIMIT}"):
        say(tiny.advice(), note="a" * (NOTE_LIMIT + 1))


def test_a_note_of_too_many_lines_is_refused(say):
    assert len(say(tiny.advice(), note="a\n" * NOTE_LINES).note) == NOTE_LINES
    with pytest.raises(PaperError, match=rf"{NOTE_LINES + 1} regels"):
        say(tiny.advice(), note="a\n" * (NOTE_LINES + 1))


def test_the_footer_names_pack_version_digest_and_code(say):
    summary = say(tiny.advice())
    assert "proef 1.2, sha256 0123 4567 89ab cdef" in summary.footer_pack
    assert summary.footer_code == f"Casuscode {tiny.CODE}"
