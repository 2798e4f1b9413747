"""Examples worked by hand from the document, so that the oracle itself rests on something."""

from __future__ import annotations

from typing import Any

import pytest

from oracle import advise
from vocabulary import FACTS

# Everything is mild, with a suspicion, and no advice of Veilig Thuis: help has worked.
CALM: dict[str, Any] = {
    **{
        fact.id: list(fact.mild) if isinstance(fact.mild, tuple) else fact.mild
        for fact in FACTS
        if fact.mild is not None
    },
    "vermoeden": "ja",
    "vt_advies": "niet_gevraagd",
    "relatie": "partner",
    "samenwonend": "ja",
    "pleger_volwassen": "ja",
    "slachtoffer_leeftijd": "volwassen",
    "slachtoffer_geslacht": "vrouw",
    "lhbtiq": "nee",
    "zwanger": "nee",
    "kinderen_in_gezin": "nee",
    "kindcheck_gedaan": "nee",
    "leefdomeinen": [],
    "woonregio": "alkmaar",
    "collega_geraadpleegd": "ja",
    "aandachtsfunctionaris_geraadpleegd": "nee",
    "letselduiding_gevraagd": "nee",
    "eer_deskundige_geraadpleegd": "nee",
    "opvang_gewenst": "nee",
    "samen_verder": "nee",
    "toestemming_blijf": "nee",
    "weerbaarheid_gewenst": "nee",
}


def calm(**changes: Any) -> dict[str, Any]:
    """Return the calm case with these answers changed; None takes an answer away."""
    return {name: value for name, value in {**CALM, **changes}.items() if value is not None}


def routes(pack: str = "alkmaar", **changes: Any) -> dict[str, str]:
    """Return the routes of the changed calm case, with their urgentie."""
    return dict(advise(calm(**changes), pack)["routes"])


def test_nothing_answered() -> None:
    for pack in ("landelijk", "alkmaar"):
        assert advise({}, pack) == {
            "besluit": "advies_vragen",
            "urgentie": "nu",
            "routes": [("veilig_thuis.advies", "nu")],
            "acties": [
                "eerst_veilig_thuis",
                "kindcheck",
                "collegiale_consultatie",
                "opnieuw_wegen",
                "vastleggen",
            ],
            "tegenstrijdig": [],
        }


def test_calm() -> None:
    for pack in ("landelijk", "alkmaar"):
        assert advise(CALM, pack) == {
            "besluit": "hulp_afronden",
            "urgentie": "gepland",
            "routes": [("lokaal.monitoring", "gepland")],
            "acties": ["monitoring_afspreken", "vastleggen"],
            "tegenstrijdig": [],
        }


def test_strangling() -> None:
    assert advise(calm(vlag_verwurging="ja"), "alkmaar") == {
        "besluit": "melden_direct",
        "urgentie": "vandaag",
        "routes": [
            ("politie.huisverbod", "vandaag"),
            ("veilig_thuis.melding", "vandaag"),
            ("blijf_groep.consultatie", "deze_week"),
            ("lokaal.hulp", "gepland"),
        ],
        "acties": ["eerst_veilig_thuis", "samen_met_vt", "vastleggen"],
        "tegenstrijdig": ["acuut"],
    }


def test_danger_now() -> None:
    assert advise(calm(direct_gevaar="ja"), "landelijk") == {
        "besluit": "noodhulp",
        "urgentie": "nu",
        "routes": [("politie.112", "nu"), ("politie.huisverbod", "nu"), ("veilig_thuis.melding", "nu")],
        "acties": ["eerst_veilig_thuis", "vastleggen"],
        "tegenstrijdig": ["acuut"],
    }


def test_house_ban_broken() -> None:
    case = calm(verbod_overtreden="ja", huisverbod="verlengd", samenwonend=None)
    assert advise(case, "alkmaar") == {
        "besluit": "melden_direct",
        "urgentie": "vandaag",
        "routes": [
            ("politie.overtreding", "vandaag"),
            ("veilig_thuis.melding", "vandaag"),
            ("blijf_groep.huisverbod", "vandaag"),
            ("blijf_groep.consultatie", "deze_week"),
            ("lokaal.hulp", "gepland"),
        ],
        "acties": ["eerst_veilig_thuis", "samen_met_vt", "vastleggen"],
        "tegenstrijdig": ["acuut"],
    }


def test_couple_goes_on_together() -> None:
    """Repeated violence, weighed with Veilig Thuis, and no danger: the Oranje Huis; else a consultation."""
    couple: dict[str, Any] = {
        "eerder_geweld": "herhaald",
        "samen_verder": "ja",
        "toestemming_blijf": None,
        "vt_advies": "hulp",
    }
    assert advise(calm(**couple), "alkmaar") == {
        "besluit": "hulp_afronden",
        "urgentie": "gepland",
        "routes": [("blijf_groep.oranje_huis_traject", "gepland"), ("lokaal.monitoring", "gepland")],
        "acties": ["monitoring_afspreken", "vastleggen"],
        "tegenstrijdig": ["structureel"],
    }
    for danger in (
        {"huisverbod": "opgelegd"},
        {"acute_onveiligheid": None},
        {"slachtoffer_leeftijd": "minderjarig"},
    ):
        found = routes(**{**couple, **danger})
        assert found["blijf_groep.consultatie"] == "deze_week"
        assert "blijf_groep.oranje_huis_traject" not in found


@pytest.mark.parametrize(
    ("changes", "besluit"),
    [
        ({"vermoeden": "nee"}, "afsluiten"),
        ({"vermoeden": "nee", "hulp_mogelijk": "nee", "hulp_status": "zonder_effect"}, "afsluiten"),
        ({"vermoeden": None}, "advies_vragen"),
        ({"vermoeden": "nee", "structurele_onveiligheid": "ja"}, "melden"),
        ({"hulp_resultaat": "nog_niet"}, "hulp_en_volgen"),
        ({"hulp_resultaat": "nee"}, "melden"),
        ({"hulp_aanvaard": "onbekend"}, "advies_vragen"),
        ({"hulp_status": "gestopt_zonder_effect"}, "melden"),
        ({"hulp_status": "geen"}, "hulp_afronden"),
        ({"hulp_status": None}, "advies_vragen"),
        # the two readings of repetition
        ({"eerder_geweld": "herhaald", "structurele_onveiligheid": None}, "melden"),
        ({"eerder_geweld": "herhaald"}, "advies_vragen"),
        # Veilig Thuis lifts caution, then the help must have worked; it lifts no doubt and no norm
        ({"geweldsvormen": ["lichamelijk"]}, "advies_vragen"),
        ({"geweldsvormen": ["lichamelijk"], "vt_advies": "hulp"}, "hulp_afronden"),
        ({"geweldsvormen": ["lichamelijk"], "vt_advies": "hulp", "hulp_status": "geen"}, "hulp_en_volgen"),
        ({"geweldsvormen": "onbekend", "vt_advies": "hulp"}, "advies_vragen"),
        ({"veilig_verblijf": "nee", "vt_advies": "hulp"}, "advies_vragen"),
        ({"vlag_escalatie": "ja", "vt_advies": "hulp"}, "hulp_en_volgen"),
        ({"gesprek": "niet_veilig", "vt_advies": "hulp"}, "hulp_en_volgen"),
        ({"disclosure": "ja", "vt_advies": "hulp"}, "melden_direct"),
        ({"vt_advies": "melden"}, "melden"),
        # "while" belongs to the group before it only
        ({"geweldsvormen": ["vgv"], "slachtoffer_leeftijd": None}, "melden_direct"),
        ({"geweldsvormen": ["vgv"], "slachtoffer_leeftijd": "oudere"}, "advies_vragen"),
        ({"geweldsvormen": ["eergerelateerd"], "slachtoffer_leeftijd": "minderjarig"}, "advies_vragen"),
        ({"geweldsvormen": ["vgv"], "vt_advies": "hulp"}, "hulp_en_volgen"),
        (
            {"geweldsvormen": ["vgv"], "vt_advies": "hulp", "eer_deskundige_geraadpleegd": "ja"},
            "hulp_afronden",
        ),
        ({"geweldsvormen": ["mensenhandel"], "slachtoffer_leeftijd": "oudere"}, "melden_direct"),
        ({"verbod_overtreden": "ja", "huisverbod": "onbekend"}, "melden_direct"),
        ({"verbod_overtreden": "ja"}, "advies_vragen"),
        # flags
        ({"vlag_stalking": "ja", "relatiebreuk_recent": "ja"}, "melden_direct"),
        ({"vlag_escalatie": "ja", "relatiebreuk_recent": "ja"}, "advies_vragen"),
        ({"vlag_escalatie": "ja", "vlag_stalking": "ja"}, "advies_vragen"),
        ({"vlag_escalatie": "ja", "vlag_onthouden_zorg": "ja", "relatiebreuk_recent": "ja"}, "melden_direct"),
        ({"geweldsvormen": ["stalking"], "relatiebreuk_recent": "ja"}, "melden_direct"),
        ({"vlag_escalatie": "onbekend", "vlag_stalking": None}, "hulp_afronden"),
        ({"vlag_escalatie": "onbekend", "vlag_stalking": None, "vlag_extreme_angst": None}, "advies_vragen"),
        ({"vlag_wapen": None}, "advies_vragen"),
        # quiet forms ask for nothing
        ({"geweldsvormen": ["psychisch", "financieel", "bedreiging"]}, "hulp_afronden"),
    ],
)
def test_besluit(changes: dict[str, Any], besluit: str) -> None:
    for pack in ("landelijk", "alkmaar"):
        assert advise(calm(**changes), pack)["besluit"] == besluit


@pytest.mark.parametrize(
    ("changes", "urgentie"),
    [
        ({"structurele_onveiligheid": "ja"}, "deze_week"),
        ({"structurele_onveiligheid": "ja", "direct_gevaar": None}, "nu"),
        ({"structurele_onveiligheid": "ja", "acute_onveiligheid": None}, "vandaag"),
        ({"structurele_onveiligheid": "ja", "letsel": "ja"}, "deze_week"),
        ({"structurele_onveiligheid": "ja", "letsel": "ja", "slachtoffer_leeftijd": None}, "vandaag"),
        ({"structurele_onveiligheid": "ja", "huisverbod": "opgelegd"}, "vandaag"),
        ({"structurele_onveiligheid": "ja", "geweldsvormen": ["seksueel"]}, "deze_week"),
        (
            {"structurele_onveiligheid": "ja", "geweldsvormen": ["seksueel"], "slachtoffer_leeftijd": None},
            "vandaag",
        ),
        ({"acute_onveiligheid": "ja"}, "nu"),
        ({"disclosure": "ja"}, "vandaag"),
    ],
)
def test_how_soon_veilig_thuis(changes: dict[str, Any], urgentie: str) -> None:
    assert routes("landelijk", **changes)["veilig_thuis.melding"] == urgentie


@pytest.mark.parametrize(
    ("changes", "acties"),
    [
        ({"structurele_onveiligheid": "ja"}, ["melding_bespreken", "samen_met_vt", "vastleggen"]),
        ({"structurele_onveiligheid": "ja", "hulp_aanvaard": "nee"}, ["melding_bespreken", "vastleggen"]),
        ({"gesprek": None}, ["gesprek_voeren", "monitoring_afspreken", "vastleggen"]),
        ({"gesprek": "niet_mogelijk"}, ["monitoring_afspreken", "vastleggen"]),
        ({"collega_geraadpleegd": None}, ["collegiale_consultatie", "monitoring_afspreken", "vastleggen"]),
        ({"letsel": "ja"}, ["letselduiding", "opnieuw_wegen", "vastleggen"]),
        ({"veilig_verblijf": "nee"}, ["eerst_veilig_thuis", "opnieuw_wegen", "vastleggen"]),
        (
            {"veilig_verblijf": "nee", "vt_advies": "hulp"},
            ["gesprek_volgens_afspraak", "open_vragen", "vastleggen"],
        ),
        # agreed with Veilig Thuis, but the expert on honour comes first, and so does danger
        (
            {"geweldsvormen": ["eergerelateerd"], "vt_advies": "melden"},
            ["eerst_veilig_thuis", "eer_deskundige", "samen_met_vt", "vastleggen"],
        ),
        (
            {"geweldsvormen": ["eergerelateerd"], "vt_advies": "melden", "eer_deskundige_geraadpleegd": "ja"},
            ["gesprek_volgens_afspraak", "samen_met_vt", "vastleggen"],
        ),
        (
            {"direct_gevaar": "onbekend", "vt_advies": "melden"},
            ["eerst_veilig_thuis", "samen_met_vt", "vastleggen"],
        ),
        # an adult who told is spoken to, a minor or one of unknown age is not
        ({"disclosure": "ja"}, ["melding_bespreken", "samen_met_vt", "vastleggen"]),
        ({"disclosure": "ja", "gesprek": "nog_niet"}, ["melding_bespreken", "samen_met_vt", "vastleggen"]),
        (
            {"disclosure": "ja", "slachtoffer_leeftijd": None},
            ["eerst_veilig_thuis", "samen_met_vt", "vastleggen"],
        ),
        # unknown acute danger forbids the talk only beside a melding
        ({"acute_onveiligheid": None, "gesprek": None}, ["gesprek_voeren", "opnieuw_wegen", "vastleggen"]),
        (
            {"acute_onveiligheid": None, "gesprek": None, "vt_advies": "melden"},
            ["gesprek_volgens_afspraak", "samen_met_vt", "vastleggen"],
        ),
    ],
)
def test_acties(changes: dict[str, Any], acties: list[str]) -> None:
    assert advise(calm(**changes), "landelijk")["acties"] == acties


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, False),
        ({"kinderen_in_gezin": None}, True),
        ({"kinderen_in_gezin": "ja", "kindcheck_gedaan": "ja"}, False),
        ({"zwanger": "ja", "slachtoffer_geslacht": "man"}, True),
        ({"zwanger": None}, True),
        ({"zwanger": None, "slachtoffer_geslacht": "man"}, False),
        ({"zwanger": None, "slachtoffer_geslacht": None}, True),
        ({"slachtoffer_leeftijd": "minderjarig"}, True),
        ({"slachtoffer_leeftijd": None}, False),
        ({"slachtoffer_leeftijd": None, "relatie": "ouder_kind"}, True),
        ({"relatie": "ouder_kind"}, False),
    ],
)
def test_kindcheck(changes: dict[str, Any], wanted: bool) -> None:
    assert ("kindcheck" in advise(calm(**changes), "landelijk")["acties"]) == wanted


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"vermoeden": "nee", "geweldsvormen": ["financieel"]}, ["vermoeden"]),
        ({"vermoeden": "nee", "geweldsvormen": None}, []),
        ({"vermoeden": "nee", "vlag_escalatie": "ja"}, ["vermoeden"]),
        ({"vermoeden": "nee", "veilig_verblijf": "nee"}, ["vermoeden", "acuut"]),
        ({"eerder_geweld": "herhaald"}, ["structureel"]),
        ({"letsel": "ja", "acute_onveiligheid": None}, []),
        ({"hulp_mogelijk": "nee"}, ["hulp"]),
        ({"hulp_mogelijk": "nee", "hulp_aanvaard": "nee", "hulp_resultaat": "nee"}, []),
        ({"hulp_status": "zonder_effect"}, ["hulp"]),
        ({"hulp_status": "zonder_effect", "hulp_resultaat": "nog_niet"}, []),
        ({"vt_advies": "hulp", "structurele_onveiligheid": "ja"}, ["hulp"]),
        ({"vt_advies": "hulp", "gesprek": "niet_veilig"}, []),
    ],
)
def test_tegenstrijdig(changes: dict[str, Any], found: list[str]) -> None:
    assert advise(calm(**changes), "landelijk")["tegenstrijdig"] == found


def test_house_ban_is_asked_for_only_where_it_can_be() -> None:
    grave = {"vlag_wapen": "ja"}
    assert routes("landelijk", **grave, huisverbod=None, samenwonend=None)["politie.huisverbod"] == "vandaag"
    for change in ({"huisverbod": "opgelegd"}, {"samenwonend": "nee"}, {"pleger_volwassen": "nee"}):
        assert "politie.huisverbod" not in routes("landelijk", **grave, **change)


def test_veilig_thuis_stands_beside_a_mild_besluit_where_the_talk_is_unsafe() -> None:
    unsafe = {"vermoeden": "nee", "geweldsvormen": ["vgv"], "vt_advies": "hulp"}
    expected = [("veilig_thuis.advies", "vandaag"), ("lokaal.afsluiten", "geen")]
    assert advise(calm(**unsafe), "landelijk")["routes"] == expected
    agreed = {**unsafe, "eer_deskundige_geraadpleegd": "ja"}
    assert advise(calm(**agreed), "landelijk")["routes"] == [("lokaal.afsluiten", "geen")]


def test_shelter() -> None:
    grave: dict[str, Any] = {"acute_onveiligheid": "ja", "veilig_verblijf": "nee", "opvang_gewenst": None}
    woman = routes(**grave)
    assert woman["blijf_groep.noodopvang"] == "vandaag"
    assert woman["blijf_groep.consultatie"] == "deze_week"
    man = routes(**grave, slachtoffer_geslacht="man")
    assert "blijf_groep.noodopvang" not in man
    assert man["blijf_groep.consultatie"] == "vandaag"  # hits at deze_week too: the most urgent stands
    assert routes(**{**grave, "direct_gevaar": "ja"})["blijf_groep.noodopvang"] == "nu"
    assert routes(**{**grave, "veilig_verblijf": None})["blijf_groep.consultatie"] == "vandaag"
    minor = routes(**grave, slachtoffer_leeftijd="minderjarig", relatie="ouder_kind")
    assert not any(name.startswith("blijf_groep.") for name in minor)


def test_aware() -> None:
    ex = {"relatie": "ex_partner"}
    assert routes(**ex, geweldsvormen=["bedreiging"])["blijf_groep.aware"] == "deze_week"
    assert routes(**ex, vlag_doodsbedreiging="ja")["blijf_groep.aware"] == "vandaag"
    assert "blijf_groep.aware" not in routes(geweldsvormen=["bedreiging"])
    assert routes(geweldsvormen=["bedreiging"], samenwonend=None)["blijf_groep.aware"] == "deze_week"
    assert "blijf_groep.aware" not in routes(**ex, geweldsvormen=["bedreiging"], vermoeden="nee")


def test_sexual_violence() -> None:
    found = {"geweldsvormen": ["seksueel"]}
    assert routes("landelijk", **found)["landelijk.centrum_seksueel_geweld"] == "vandaag"
    assert "landelijk.centrum_seksueel_geweld" not in routes("landelijk", **found, vermoeden="nee")


def test_targeted_help() -> None:
    consent = {"toestemming_blijf": "ja"}
    assert "blijf_groep.gerichte_aanpak" not in routes(**consent)
    for change in ({"slachtoffer_geslacht": "man"}, {"lhbtiq": "ja"}, {"vlag_escalatie": "ja"}):
        assert routes(**consent, **change)["blijf_groep.gerichte_aanpak"] == "gepland"


def test_help_with_consent() -> None:
    found = routes(toestemming_blijf="ja", weerbaarheid_gewenst="ja", geweldsvormen=["psychisch"])
    assert found == {
        "blijf_groep.ambulant": "deze_week",
        "blijf_groep.groepsaanbod": "gepland",
        "blijf_groep.gerichte_aanpak": "gepland",
        "lokaal.monitoring": "gepland",
        "lokaal.empowerment": "gepland",
    }
    assert "blijf_groep.groepsaanbod" not in routes(weerbaarheid_gewenst="ja")


@pytest.mark.parametrize(
    ("changes", "route"),
    [
        ({}, "mda.aanmelden"),
        ({"woonregio": "elders"}, "mda.andere_regio"),
        ({"woonregio": None}, "mda.bespreken"),
        ({"hulp_status": None}, "mda.bespreken"),
        ({"hulp_status": None, "woonregio": "elders"}, None),
        ({"leefdomeinen": None}, "mda.bespreken"),
        ({"leefdomeinen": None, "hulp_status": None}, None),
        ({"leefdomeinen": ["wonen"]}, None),
        ({"hulp_status": "effectief"}, None),
        ({"structurele_onveiligheid": None}, None),
        ({"structurele_onveiligheid": None, "eerder_geweld": "herhaald"}, "mda.aanmelden"),
        ({"structurele_onveiligheid": "nee", "eerder_geweld": "herhaald"}, None),
    ],
)
def test_mda(changes: dict[str, Any], route: str | None) -> None:
    several: dict[str, Any] = {
        "structurele_onveiligheid": "ja",
        "leefdomeinen": ["wonen", "justitie"],
        "hulp_status": "zonder_effect",
    }
    found = [name for name in routes(**{**several, **changes}) if name.startswith("mda.")]
    assert found == ([route] if route else [])
