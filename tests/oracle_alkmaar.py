"""The oracle's tables and routes of the local pack Alkmaar, in the document's order. See oracle.py."""

from __future__ import annotations

from oracle_tables import BAN_RUNS, NO_EFFECT, Answers, Hits, Table, Tables, holds
from vocabulary import UNKNOWN

PARTNERS = ("partner", "ex_partner")


def slachtoffer_volwassen(a: Answers, t: Tables) -> str:
    if a["slachtoffer_leeftijd"] == "minderjarig":
        return "nee"
    return "ja"


def opvang(a: Answers, t: Tables) -> str:
    if (
        t["slachtoffer_volwassen"] == "ja"
        and a["veilig_verblijf"] == "nee"
        and a["opvang_gewenst"] != "nee"
        and t["ernstig"] == "ja"
        and a["slachtoffer_geslacht"] != "man"
    ):
        return "noodopvang"
    return "geen"


def belaagd(a: Answers, t: Tables) -> str:
    if (
        holds(a, "stalking")
        or holds(a, "bedreiging")
        or a["vlag_stalking"] == "ja"
        or a["vlag_doodsbedreiging"] == "ja"
    ):
        return "ja"
    return "nee"


def op_afstand(a: Answers, t: Tables) -> str:
    if a["relatie"] == "ex_partner":
        return "ja"
    if a["samenwonend"] != "ja":
        return "ja"
    return "nee"


def gericht(a: Answers, t: Tables) -> str:
    if (
        holds(a, "ouderenmishandeling")
        or holds(a, "seksueel")
        or holds(a, "psychisch")
        or a["slachtoffer_geslacht"] == "man"
        or a["lhbtiq"] == "ja"
        or t["intieme_terreur"] in ("verhoogd", "zeer_hoog")
    ):
        return "ja"
    return "nee"


def aanhoudend(a: Answers, t: Tables) -> str:
    if a["structurele_onveiligheid"] == "ja":
        return "ja"
    if a["eerder_geweld"] == "herhaald" and a["structurele_onveiligheid"] != "nee":
        return "ja"
    return "nee"


def traject_veilig(a: Answers, t: Tables) -> str:
    if (
        t["slachtoffer_volwassen"] == "nee"
        or t["gesprek_onveilig"] == "ja"
        or a["acute_onveiligheid"] != "nee"
        or a["disclosure"] == "ja"
        or a["huisverbod"] in BAN_RUNS
    ):
        return "nee"
    return "ja"


LOCAL: tuple[Table, ...] = (
    slachtoffer_volwassen,
    opvang,
    belaagd,
    op_afstand,
    gericht,
    aanhoudend,
    traject_veilig,
)


def routes_blijf_groep(a: Answers, t: Tables) -> Hits:
    """Alkmaar: shelter, consultation, AWARE, the Oranje Huis and the house ban."""
    hits = set()
    adult = t["slachtoffer_volwassen"] == "ja"
    if t["opvang"] == "noodopvang":
        hits.add(("blijf_groep.noodopvang", t["spoed"]))
    if adult and a["veilig_verblijf"] == "nee" and t["opvang"] == "geen":
        hits.add(("blijf_groep.consultatie", t["spoed"]))
    if adult and t["ernstig"] == "ja" and a["veilig_verblijf"] == UNKNOWN:
        hits.add(("blijf_groep.consultatie", "vandaag"))
    if t["besluit"] in ("noodhulp", "melden_direct", "melden", "advies_vragen") and a["relatie"] in PARTNERS:
        hits.add(("blijf_groep.consultatie", "deze_week"))
    if adult and t["belaagd"] == "ja" and t["op_afstand"] == "ja" and t["vermoedt"] == "ja":
        hits.add(("blijf_groep.aware", "deze_week"))
    if adult and t["belaagd"] == "ja" and t["op_afstand"] == "ja" and t["intieme_terreur"] == "zeer_hoog":
        hits.add(("blijf_groep.aware", "vandaag"))
    couple = (
        t["vermoedt"] == "ja"
        and a["relatie"] == "partner"
        and a["eerder_geweld"] == "herhaald"
        and a["samen_verder"] == "ja"
        and a["toestemming_blijf"] != "nee"
    )
    if couple and t["traject_veilig"] == "ja":
        hits.add(("blijf_groep.oranje_huis_traject", "gepland"))
    if couple and t["traject_veilig"] == "nee":
        hits.add(("blijf_groep.consultatie", "deze_week"))
    if a["huisverbod"] in BAN_RUNS:
        hits.add(("blijf_groep.huisverbod", "vandaag"))
    return hits


def routes_blijf_hulp(a: Answers, t: Tables) -> Hits:
    """Alkmaar: help by subject, and empowerment."""
    hits = set()
    adult = t["slachtoffer_volwassen"] == "ja"
    suspects = t["vermoedt"] == "ja"
    if suspects and adult and t["eer_of_dwang"] == "ja":
        hits.add(("blijf_groep.eergerelateerd", "deze_week"))
    if adult and holds(a, "mensenhandel"):
        hits.add(("blijf_groep.mensenhandel", "deze_week"))
    if (
        suspects
        and adult
        and a["relatie"] in PARTNERS
        and a["toestemming_blijf"] == "ja"
        and t["opvang"] != "noodopvang"
    ):
        hits.add(("blijf_groep.ambulant", "deze_week"))
    if suspects and adult and a["toestemming_blijf"] == "ja" and t["gericht"] == "ja":
        hits.add(("blijf_groep.gerichte_aanpak", "gepland"))
    if a["weerbaarheid_gewenst"] == "ja":
        hits.add(("lokaal.empowerment", "gepland"))
    if a["weerbaarheid_gewenst"] == "ja" and adult and a["toestemming_blijf"] != "nee":
        hits.add(("blijf_groep.groepsaanbod", "gepland"))
    return hits


def routes_mda(a: Answers, t: Tables) -> Hits:
    """Alkmaar: MDA++, for violence that goes on beside trouble in several areas of life."""
    hits = set()
    goes_on = t["aanhoudend"] == "ja"
    several = a["leefdomeinen"] != UNKNOWN and len(a["leefdomeinen"]) >= 2
    in_vain = a["hulp_status"] in NO_EFFECT
    if (
        goes_on
        and several
        and in_vain
        and a["woonregio"] in ("alkmaar", "west_friesland", "kop_van_noord_holland")
    ):
        hits.add(("mda.aanmelden", "gepland"))
    if goes_on and several and in_vain and a["woonregio"] == "elders":
        hits.add(("mda.andere_regio", "gepland"))
    if goes_on and several and in_vain and a["woonregio"] == UNKNOWN:
        hits.add(("mda.bespreken", "gepland"))
    if goes_on and several and a["hulp_status"] == UNKNOWN and a["woonregio"] != "elders":
        hits.add(("mda.bespreken", "gepland"))
    if goes_on and a["leefdomeinen"] == UNKNOWN and in_vain and a["woonregio"] != "elders":
        hits.add(("mda.bespreken", "gepland"))
    return hits
