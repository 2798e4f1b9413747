"""The oracle's tables that give one value: the national ones, in the document's order.

`a` is always the full set of answers (an unanswered fact is already onbekend), `t` the tables so far.
One alternative of "or" stands on a line of its own. See oracle.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vocabulary import BESLUIT, FLAGS, UNKNOWN

Answers = dict[str, Any]
Tables = dict[str, Any]
Table = Callable[[Answers, Tables], Any]
Hits = set[tuple[str, str]]
"""Routes that hold, each with its urgentie."""

SEVERE = ("melden_direct", "melden")
BAN_RUNS = ("opgelegd", "verlengd")
NO_EFFECT = ("zonder_effect", "gestopt_zonder_effect")
MAYBE_MINOR = ("minderjarig", UNKNOWN)


def holds(a: Answers, *values: str) -> bool:
    """True where geweldsvormen holds one of these values: never of an unanswered or unknown one."""
    answer = a["geweldsvormen"]
    return answer != UNKNOWN and any(value in answer for value in values)


def nood(a: Answers, t: Tables) -> str:
    if a["direct_gevaar"] == "ja":
        return "nood"
    if a["direct_gevaar"] == UNKNOWN:
        return "mogelijk"
    if a["direct_gevaar"] == "nee":
        return "geen"
    raise AssertionError


def aantal_rode_vlaggen(a: Answers, t: Tables) -> int:
    return sum(a[flag] == "ja" for flag in FLAGS)


def aantal_onbekende_vlaggen(a: Answers, t: Tables) -> int:
    return sum(a[flag] == UNKNOWN for flag in FLAGS)


def kritieke_vlag(a: Answers, t: Tables) -> str:
    if a["vlag_verwurging"] == "ja" or a["vlag_doodsbedreiging"] == "ja" or a["vlag_wapen"] == "ja":
        return "ja"
    if a["vlag_verwurging"] == UNKNOWN or a["vlag_doodsbedreiging"] == UNKNOWN or a["vlag_wapen"] == UNKNOWN:
        return UNKNOWN
    return "nee"


def intieme_terreur(a: Answers, t: Tables) -> str:
    if t["kritieke_vlag"] == "ja":
        return "zeer_hoog"
    if t["aantal_rode_vlaggen"] >= 3:
        return "zeer_hoog"
    if a["relatiebreuk_recent"] == "ja" and (
        t["aantal_rode_vlaggen"] >= 2
        or a["vlag_stalking"] == "ja"
        or holds(a, "dwingende_controle")
        or holds(a, "stalking")
    ):
        return "zeer_hoog"
    if t["aantal_rode_vlaggen"] >= 1:
        return "verhoogd"
    if holds(a, "dwingende_controle"):
        return "verhoogd"
    if holds(a, "stalking"):
        return "verhoogd"
    if t["kritieke_vlag"] == UNKNOWN:
        return "onduidelijk"
    if t["aantal_onbekende_vlaggen"] >= 3:
        return "onduidelijk"
    return "niet_gebleken"


def eer_of_dwang(a: Answers, t: Tables) -> str:
    if (
        holds(a, "eergerelateerd")
        or holds(a, "huwelijksdwang")
        or holds(a, "achterlating")
        or holds(a, "vgv")
    ):
        return "ja"
    return "nee"


def afweging_1(a: Answers, t: Tables) -> str:
    if a["vermoeden"] == "ja":
        return "vermoeden"
    if a["vermoeden"] == UNKNOWN:
        return "twijfel"
    if a["vermoeden"] == "nee":
        return "weerlegd"
    raise AssertionError


def voorzichtig(a: Answers, t: Tables) -> str:
    if (
        t["intieme_terreur"] == "verhoogd"
        or a["eerder_geweld"] == "herhaald"
        or t["eer_of_dwang"] == "ja"
        or holds(a, "lichamelijk")
        or holds(a, "seksueel")
        or a["letsel"] == "ja"
        or a["gesprek"] == "niet_veilig"
        or a["huisverbod"] in BAN_RUNS
    ):
        return "ja"
    return "nee"


def afweging_2(a: Answers, t: Tables) -> str:
    if (
        t["nood"] == "nood"
        or a["acute_onveiligheid"] == "ja"
        or a["disclosure"] == "ja"
        or t["intieme_terreur"] == "zeer_hoog"
        or holds(a, "mensenhandel")
        or (a["verbod_overtreden"] == "ja" and a["huisverbod"] != "geen")
        or (holds(a, "achterlating", "vgv", "huwelijksdwang") and a["slachtoffer_leeftijd"] in MAYBE_MINOR)
    ):
        return "melden_direct"
    if (
        a["structurele_onveiligheid"] == "ja"
        or (a["eerder_geweld"] == "herhaald" and a["structurele_onveiligheid"] == UNKNOWN)
        or a["vt_advies"] == "melden"
    ):
        return "melden"
    if (
        t["nood"] == "mogelijk"
        or a["acute_onveiligheid"] == UNKNOWN
        or a["structurele_onveiligheid"] == UNKNOWN
        or a["disclosure"] == UNKNOWN
        or a["eerder_geweld"] == UNKNOWN
        or a["geweldsvormen"] == UNKNOWN
        or t["kritieke_vlag"] == UNKNOWN
        or t["aantal_onbekende_vlaggen"] >= 3
        or a["veilig_verblijf"] == "nee"
    ):
        return "twijfel"
    if a["vt_advies"] == "hulp":
        return "geen_norm"
    if t["voorzichtig"] == "ja":
        return "twijfel"
    return "geen_norm"


def afweging_3(a: Answers, t: Tables) -> str:
    if t["afweging_1"] == "weerlegd":
        return "niet_van_toepassing"
    if a["hulp_mogelijk"] == "nee":
        return "melden"
    if a["hulp_mogelijk"] == UNKNOWN:
        return "twijfel"
    if a["hulp_mogelijk"] == "ja":
        return "hulp"
    raise AssertionError


def afweging_4(a: Answers, t: Tables) -> str:
    if t["afweging_1"] == "weerlegd":
        return "niet_van_toepassing"
    if a["hulp_aanvaard"] == "nee":
        return "melden"
    if a["hulp_aanvaard"] == UNKNOWN:
        return "twijfel"
    if a["hulp_aanvaard"] == "ja":
        return "hulp"
    raise AssertionError


def afweging_5(a: Answers, t: Tables) -> str:
    if t["afweging_1"] == "weerlegd":
        return "niet_van_toepassing"
    if a["hulp_resultaat"] == "nee":
        return "melden"
    if a["hulp_resultaat"] == "ja":
        return "afronden"
    if a["hulp_resultaat"] == "nog_niet":
        return "volgen"
    if a["hulp_resultaat"] == UNKNOWN:
        return "twijfel"
    raise AssertionError


def norm_3(a: Answers, t: Tables) -> str:
    if t["afweging_1"] == "weerlegd":
        return "niet_van_toepassing"
    if a["hulp_status"] in NO_EFFECT:
        return "melden"
    if a["hulp_status"] == UNKNOWN:
        return "twijfel"
    return "niet_van_toepassing"


def nog_niet_afronden(a: Answers, t: Tables) -> str:
    if (
        t["intieme_terreur"] == "verhoogd"
        or a["gesprek"] == "niet_veilig"
        or a["huisverbod"] in BAN_RUNS
        or (t["eer_of_dwang"] == "ja" and a["eer_deskundige_geraadpleegd"] != "ja")
        or (t["voorzichtig"] == "ja" and a["hulp_status"] != "effectief")
    ):
        return "ja"
    return "nee"


def besluit(a: Answers, t: Tables) -> str:
    """PRIORITY: of all rows that hold, the most severe."""
    hits = set()
    if t["nood"] == "nood":
        hits.add("noodhulp")
    if t["afweging_2"] == "melden_direct":
        hits.add("melden_direct")
    if t["afweging_2"] == "melden":
        hits.add("melden")
    if t["afweging_2"] == "twijfel":
        hits.add("advies_vragen")
    if t["afweging_1"] == "twijfel":
        hits.add("advies_vragen")
    if t["afweging_3"] == "melden":
        hits.add("melden")
    if t["afweging_3"] == "twijfel":
        hits.add("advies_vragen")
    if t["afweging_4"] == "melden":
        hits.add("melden")
    if t["afweging_4"] == "twijfel":
        hits.add("advies_vragen")
    if t["afweging_5"] == "melden":
        hits.add("melden")
    if t["afweging_5"] == "twijfel":
        hits.add("advies_vragen")
    if t["norm_3"] == "melden":
        hits.add("melden")
    if t["norm_3"] == "twijfel":
        hits.add("advies_vragen")
    if t["afweging_5"] == "volgen":
        hits.add("hulp_en_volgen")
    if t["afweging_5"] == "afronden" and t["nog_niet_afronden"] == "ja":
        hits.add("hulp_en_volgen")
    if t["afweging_5"] == "afronden":
        hits.add("hulp_afronden")
    if t["afweging_1"] == "weerlegd":
        hits.add("afsluiten")
    return min(hits, key=BESLUIT.index)


def vermoedt(a: Answers, t: Tables) -> str:
    if t["afweging_1"] != "weerlegd":
        return "ja"
    if t["afweging_2"] in SEVERE:
        return "ja"
    return "nee"


def vt_urgentie(a: Answers, t: Tables) -> str:
    if t["nood"] in ("nood", "mogelijk") or a["acute_onveiligheid"] == "ja":
        return "nu"
    if (
        t["afweging_2"] == "melden_direct"
        or a["acute_onveiligheid"] == UNKNOWN
        or t["intieme_terreur"] in ("verhoogd", "onduidelijk")
        or t["eer_of_dwang"] == "ja"
        or a["veilig_verblijf"] == "nee"
        or a["huisverbod"] in BAN_RUNS
        or (holds(a, "seksueel") and a["slachtoffer_leeftijd"] in MAYBE_MINOR)
        or (a["letsel"] == "ja" and a["slachtoffer_leeftijd"] in MAYBE_MINOR)
    ):
        return "vandaag"
    return "deze_week"


def ernstig(a: Answers, t: Tables) -> str:
    if t["nood"] == "nood":
        return "ja"
    if a["acute_onveiligheid"] == "ja":
        return "ja"
    if t["intieme_terreur"] == "zeer_hoog":
        return "ja"
    return "nee"


def spoed(a: Answers, t: Tables) -> str:
    if t["nood"] == "nood":
        return "nu"
    return "vandaag"


def gesprek_onveilig(a: Answers, t: Tables) -> str:
    if (
        t["nood"] in ("nood", "mogelijk")
        or a["acute_onveiligheid"] == "ja"
        or (a["acute_onveiligheid"] == UNKNOWN and t["besluit"] in SEVERE)
        or t["intieme_terreur"] != "niet_gebleken"
        or t["eer_of_dwang"] == "ja"
        or holds(a, "seksueel")
        or holds(a, "mensenhandel")
        or a["geweldsvormen"] == UNKNOWN
        or a["veilig_verblijf"] == "nee"
        or a["gesprek"] == "niet_veilig"
        or (a["disclosure"] == "ja" and a["slachtoffer_leeftijd"] in MAYBE_MINOR)
    ):
        return "ja"
    return "nee"


def overlegd(a: Answers, t: Tables) -> str:
    if t["eer_of_dwang"] == "ja" and a["eer_deskundige_geraadpleegd"] != "ja":
        return "nee"
    if t["nood"] in ("nood", "mogelijk"):
        return "nee"
    if a["vt_advies"] == "melden":
        return "ja"
    if a["vt_advies"] == "hulp" and t["besluit"] not in SEVERE:
        return "ja"
    return "nee"


# Each table stands after the ones it asks.
NATIONAL: tuple[Table, ...] = (
    nood,
    aantal_rode_vlaggen,
    aantal_onbekende_vlaggen,
    kritieke_vlag,
    intieme_terreur,
    eer_of_dwang,
    afweging_1,
    voorzichtig,
    afweging_2,
    afweging_3,
    afweging_4,
    afweging_5,
    norm_3,
    nog_niet_afronden,
    besluit,
    vermoedt,
    vt_urgentie,
    ernstig,
    spoed,
    gesprek_onveilig,
    overlegd,
)
