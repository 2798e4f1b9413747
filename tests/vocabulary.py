"""The words that packs, command line and tests share, copied so that tests do not lean on what they test."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Fact:
    """One question: its id, step (0-5), kind, the values it may take, and what is known of its danger.

    `values` of a ja_nee or keuze holds onbekend too; of a meerkeuze it does not: there onbekend stands
    instead of a list. `mild` is None where the fact has no mild answer, and () for the empty list.
    """

    id: str
    step: int
    kind: str
    values: tuple[str, ...]
    mild: str | tuple[str, ...] | None = None
    group: str | None = None


def _yes_no(step: int, name: str, mild: str | None = None, group: str | None = None) -> Fact:
    return Fact(name, step, "ja_nee", ("ja", "nee", UNKNOWN), mild, group)


def _flag(name: str) -> Fact:
    return _yes_no(1, name, "nee", "rode_vlaggen")


def _choice(step: int, name: str, values: str, mild: str | None = None) -> Fact:
    return Fact(name, step, "keuze", tuple(values.split()), mild)


def _many(step: int, name: str, values: str, mild: tuple[str, ...] | None = None) -> Fact:
    return Fact(name, step, "meerkeuze", tuple(values.split()), mild)


FACTS: tuple[Fact, ...] = (
    _yes_no(0, "direct_gevaar", "nee"),
    _choice(1, "relatie", "partner ex_partner ouder_kind kind_ouder familie verzorger huisgenoot onbekend"),
    _yes_no(1, "samenwonend"),
    _yes_no(1, "pleger_volwassen"),
    _choice(1, "slachtoffer_leeftijd", "minderjarig volwassen oudere onbekend"),
    _choice(1, "slachtoffer_geslacht", "vrouw man anders onbekend"),
    _yes_no(1, "lhbtiq"),
    _yes_no(1, "zwanger"),
    _many(
        1,
        "geweldsvormen",
        "lichamelijk psychisch seksueel verwaarlozing financieel dwingende_controle stalking bedreiging"
        " eergerelateerd huwelijksdwang achterlating vgv ouderenmishandeling mensenhandel",
        (),
    ),
    _yes_no(1, "letsel", "nee"),
    _yes_no(1, "kinderen_in_gezin"),
    _yes_no(1, "kindcheck_gedaan"),
    _choice(1, "eerder_geweld", "nee eenmalig herhaald onbekend", "nee"),
    _choice(1, "hulp_status", "geen effectief zonder_effect gestopt_zonder_effect onbekend", "effectief"),
    _many(
        1,
        "leefdomeinen",
        "wonen financien werk_opleiding opvoeding psychisch lichamelijk verslaving"
        " verstandelijke_beperking netwerk justitie",
    ),
    _choice(1, "woonregio", "alkmaar west_friesland kop_van_noord_holland elders onbekend"),
    _flag("vlag_stalking"),
    _flag("vlag_doodsbedreiging"),
    _flag("vlag_wapen"),
    _flag("vlag_recent_geweld"),
    _flag("vlag_geweld_zwangerschap"),
    _flag("vlag_gedwongen_seks"),
    _flag("vlag_onthouden_zorg"),
    _flag("vlag_verwurging"),
    _flag("vlag_extreme_angst"),
    _flag("vlag_durft_niet_te_spreken"),
    _flag("vlag_escalatie"),
    _flag("verbod_overtreden"),
    _yes_no(1, "relatiebreuk_recent", "nee"),
    _yes_no(2, "collega_geraadpleegd"),
    _yes_no(2, "aandachtsfunctionaris_geraadpleegd"),
    _choice(2, "vt_advies", "niet_gevraagd hulp melden onbekend", "hulp"),
    _yes_no(2, "letselduiding_gevraagd"),
    _yes_no(2, "eer_deskundige_geraadpleegd"),
    _choice(3, "gesprek", "gevoerd niet_veilig niet_mogelijk nog_niet onbekend", "gevoerd"),
    _yes_no(3, "disclosure", "nee"),
    _yes_no(4, "vermoeden", "nee"),
    _yes_no(4, "acute_onveiligheid", "nee"),
    _yes_no(4, "structurele_onveiligheid", "nee"),
    _yes_no(5, "hulp_mogelijk", "ja"),
    _yes_no(5, "hulp_aanvaard", "ja"),
    _choice(5, "hulp_resultaat", "ja nee nog_niet onbekend", "ja"),
    _yes_no(5, "veilig_verblijf", "ja"),
    _yes_no(5, "opvang_gewenst"),
    _yes_no(5, "samen_verder"),
    _choice(5, "huisverbod", "geen opgelegd verlengd onbekend", "geen"),
    _yes_no(5, "toestemming_blijf"),
    _yes_no(5, "weerbaarheid_gewenst"),
)
FACT_BY_ID: dict[str, Fact] = {fact.id: fact for fact in FACTS}
FLAGS: tuple[str, ...] = tuple(fact.id for fact in FACTS if fact.group == "rode_vlaggen")

# Most severe and most urgent first.
BESLUIT: tuple[str, ...] = (
    "noodhulp",
    "melden_direct",
    "melden",
    "advies_vragen",
    "hulp_en_volgen",
    "hulp_afronden",
    "afsluiten",
)
URGENTIE: tuple[str, ...] = ("nu", "vandaag", "deze_week", "gepland", "geen")

ROUTES: tuple[str, ...] = (
    "politie.112",
    "politie.huisverbod",
    "politie.overtreding",
    "veilig_thuis.melding",
    "veilig_thuis.advies",
    "blijf_groep.noodopvang",
    "blijf_groep.consultatie",
    "blijf_groep.aware",
    "blijf_groep.oranje_huis_traject",
    "blijf_groep.eergerelateerd",
    "blijf_groep.mensenhandel",
    "blijf_groep.ambulant",
    "blijf_groep.groepsaanbod",
    "blijf_groep.gerichte_aanpak",
    "blijf_groep.huisverbod",
    "mda.aanmelden",
    "mda.andere_regio",
    "mda.bespreken",
    "landelijk.centrum_seksueel_geweld",
    "landelijk.comensha",
    "lokaal.hulp",
    "lokaal.monitoring",
    "lokaal.afsluiten",
    "lokaal.empowerment",
)
ACTIES: tuple[str, ...] = (
    "eerst_veilig_thuis",
    "gesprek_volgens_afspraak",
    "kindcheck",
    "letselduiding",
    "eer_deskundige",
    "collegiale_consultatie",
    "gesprek_voeren",
    "melding_bespreken",
    "samen_met_vt",
    "opnieuw_wegen",
    "open_vragen",
    "termijn_afspreken",
    "monitoring_afspreken",
    "vastleggen",
)
TEGENSTRIJDIG: tuple[str, ...] = ("vermoeden", "structureel", "acuut", "hulp")
