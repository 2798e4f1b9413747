"""What the questions say that an answer does (`waarom`) holds: each claim as the answers that it is about."""

from __future__ import annotations

import pytest

from routewijzer.case import CaseReader

ADVICE = ("advies_vragen", "vandaag")
LATER = ("advies_vragen", "deze_week")
REPORT = ("melden_direct", "vandaag")
NORM = ("melden", "deze_week")
CLAIMS = [
    ({"direct_gevaar": "ja"}, ("noodhulp", "nu")),
    ({"direct_gevaar": "onbekend"}, ("advies_vragen", "nu")),
    ({"geweldsvormen": ["mensenhandel"]}, REPORT),
    *(
        ({"geweldsvormen": [form], "slachtoffer_leeftijd": age}, REPORT)
        for form in ("huwelijksdwang", "achterlating", "vgv")
        for age in ("minderjarig", "onbekend")
    ),
    ({"geweldsvormen": "onbekend"}, LATER),
    ({"geweldsvormen": ["lichamelijk"]}, LATER),
    *(
        ({"geweldsvormen": [form]}, ADVICE)
        for form in ("seksueel", "dwingende_controle", "stalking", "eergerelateerd", "huwelijksdwang", "vgv")
    ),
    ({"letsel": "ja"}, LATER),
    ({"letsel": "ja", "slachtoffer_leeftijd": "minderjarig"}, ADVICE),
    ({"letsel": "ja", "slachtoffer_leeftijd": "onbekend"}, ADVICE),
    ({"eerder_geweld": "herhaald", "structurele_onveiligheid": "onbekend"}, NORM),
    ({"eerder_geweld": "herhaald"}, LATER),
    ({"eerder_geweld": "onbekend"}, LATER),
    ({"hulp_status": "zonder_effect"}, NORM),
    ({"hulp_status": "gestopt_zonder_effect"}, NORM),
    ({"hulp_status": "onbekend"}, LATER),
    ({"hulp_status": "zonder_effect", "vermoeden": "nee"}, ("afsluiten", "geen")),
    ({"vlag_stalking": "ja", "relatiebreuk_recent": "ja"}, REPORT),
    ({"geweldsvormen": ["dwingende_controle"], "relatiebreuk_recent": "ja"}, REPORT),
    ({"vlag_escalatie": "ja", "vlag_extreme_angst": "ja", "relatiebreuk_recent": "ja"}, REPORT),
    ({"verbod_overtreden": "ja", "huisverbod": "onbekend"}, REPORT),
    ({"verbod_overtreden": "ja", "huisverbod": "opgelegd"}, REPORT),
    ({"vt_advies": "melden"}, NORM),
    ({"gesprek": "niet_veilig"}, LATER),
    ({"disclosure": "ja"}, REPORT),
    ({"disclosure": "onbekend"}, LATER),
    ({"vermoeden": "nee"}, ("afsluiten", "geen")),
    ({"vermoeden": "onbekend"}, LATER),
    ({"acute_onveiligheid": "ja"}, ("melden_direct", "nu")),
    ({"acute_onveiligheid": "onbekend"}, ADVICE),
    ({"structurele_onveiligheid": "ja"}, NORM),
    ({"structurele_onveiligheid": "onbekend"}, LATER),
    *(({name: "nee"}, NORM) for name in ("hulp_mogelijk", "hulp_aanvaard", "hulp_resultaat")),
    *(({name: "onbekend"}, LATER) for name in ("hulp_mogelijk", "hulp_aanvaard", "hulp_resultaat")),
    ({"hulp_resultaat": "nee", "vermoeden": "nee"}, ("afsluiten", "geen")),
    ({"hulp_resultaat": "nog_niet"}, ("hulp_en_volgen", "gepland")),
    ({"veilig_verblijf": "nee"}, ADVICE),
    ({"veilig_verblijf": "nee", "vt_advies": "hulp"}, ADVICE),
    ({"huisverbod": "opgelegd"}, ADVICE),
    ({"huisverbod": "verlengd"}, ADVICE),
]
LIFTED = [
    {"geweldsvormen": ["lichamelijk"]},
    {"geweldsvormen": ["seksueel"]},
    {"geweldsvormen": ["dwingende_controle"]},
    {"geweldsvormen": ["eergerelateerd"], "eer_deskundige_geraadpleegd": "ja"},
    {"letsel": "ja"},
    {"eerder_geweld": "herhaald"},
    {"gesprek": "niet_veilig"},
    {"huisverbod": "opgelegd"},
]
"""After which no new advice is asked where Veilig Thuis advised help on these very signs."""

AIDS = [
    {"relatie": "familie"},
    {"samenwonend": "nee"},
    {"pleger_volwassen": "nee"},
    {"slachtoffer_geslacht": "man"},
    {"lhbtiq": "ja"},
    {"zwanger": "ja"},
    {"kinderen_in_gezin": "ja"},
    {"leefdomeinen": ["wonen"]},
    {"woonregio": "alkmaar"},
    {"collega_geraadpleegd": "ja"},
    {"aandachtsfunctionaris_geraadpleegd": "ja"},
    {"letselduiding_gevraagd": "ja"},
    {"opvang_gewenst": "ja"},
    {"samen_verder": "ja"},
    {"toestemming_blijf": "ja"},
    {"weerbaarheid_gewenst": "ja"},
]
"""Answers of which the question says that the besluit does not change."""


@pytest.fixture
def told(engines):
    """Return the advice of the national pack on these answers, all else as mild as can be."""
    engine = engines["landelijk"]
    calm = {fact.id: "nee" if fact.mild is None else fact.mild for fact in engine.pack.facts}
    calm |= {"geweldsvormen": [], "leefdomeinen": [], "vermoeden": "ja", "vt_advies": "niet_gevraagd"}
    calm |= {"relatie": "partner", "slachtoffer_leeftijd": "volwassen", "slachtoffer_geslacht": "vrouw"}
    calm |= {"woonregio": "elders", "samenwonend": "ja", "pleger_volwassen": "ja"}

    def made(**answers):
        return engine.advise(CaseReader(engine.pack).read({"answers": calm | answers}))

    return made


def acts(advice):
    return {item.id for item in advice.acties}


def routes(advice):
    return {item.id for item in advice.routes}


@pytest.mark.parametrize(("answers", "wanted"), CLAIMS, ids=str)
def test_an_answer_does_what_the_question_says(told, answers, wanted) -> None:
    assert told().besluit == "hulp_afronden"
    advice = told(**answers)
    assert (advice.besluit, advice.urgentie) == wanted


def test_a_flag_does_what_it_says(told, engines) -> None:
    flags = [fact for fact in engines["landelijk"].pack.facts if fact.group == "rode_vlaggen"]
    assert len(flags) == 12
    for flag in flags:
        seen, unknown = told(**{flag.id: "ja"}), told(**{flag.id: "onbekend"})
        lifted = told(**{flag.id: "ja"}, vt_advies="hulp")
        assert (seen.besluit, seen.urgentie) == (REPORT if flag.kritiek else ADVICE), flag.id
        assert unknown.besluit == ("advies_vragen" if flag.kritiek else "hulp_afronden"), flag.id
        assert lifted.besluit == ("melden_direct" if flag.kritiek else "hulp_en_volgen"), flag.id
        assert not acts(seen) & {"gesprek_voeren", "melding_bespreken"}, flag.id
        assert not acts(lifted) & {"gesprek_voeren", "melding_bespreken"}, flag.id


@pytest.mark.parametrize("answers", LIFTED, ids=str)
def test_advice_of_veilig_thuis_lifts_caution_where_the_question_says_so(told, answers) -> None:
    assert told(**answers).besluit == "advies_vragen"
    assert told(**answers, vt_advies="hulp").besluit in ("hulp_en_volgen", "hulp_afronden")


def test_honour_needs_the_expert_too(told) -> None:
    alone = told(geweldsvormen=["eergerelateerd"], vt_advies="hulp")
    assert "veilig_thuis.advies" in routes(alone)
    assert "eer_deskundige" in acts(alone)
    assert alone.besluit != "hulp_afronden"


def test_the_house_ban_waits_for_serious_danger_an_adult_and_one_home(told) -> None:
    serious = {"vlag_wapen": "ja"}
    assert "politie.huisverbod" in routes(told(**serious))
    assert "politie.huisverbod" in routes(
        told(**serious, samenwonend="onbekend", pleger_volwassen="onbekend")
    )
    assert "politie.huisverbod" not in routes(told(**serious, samenwonend="nee"))
    assert "politie.huisverbod" not in routes(told(**serious, pleger_volwassen="nee"))
    assert "politie.huisverbod" not in routes(told())


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"kinderen_in_gezin": "ja"}, True),
        ({"kinderen_in_gezin": "onbekend"}, True),
        ({"kinderen_in_gezin": "ja", "kindcheck_gedaan": "ja"}, False),
        ({"zwanger": "ja"}, True),
        ({"zwanger": "onbekend"}, True),
        ({"zwanger": "onbekend", "slachtoffer_geslacht": "man"}, False),
        ({"relatie": "ouder_kind", "slachtoffer_leeftijd": "onbekend"}, True),
        ({"relatie": "partner", "slachtoffer_leeftijd": "onbekend"}, False),
        ({}, False),
    ],
    ids=str,
)
def test_the_kindcheck_stands_where_the_questions_say_so(told, answers, asked) -> None:
    assert ("kindcheck" in acts(told(**answers))) is asked


@pytest.mark.parametrize("answers", AIDS, ids=str)
@pytest.mark.parametrize("around", [{}, {"vlag_wapen": "ja"}, {"letsel": "ja"}], ids=str)
def test_what_changes_no_besluit_changes_none(told, answers, around) -> None:
    assert told(**around).besluit == told(**around, **answers).besluit
