"""The causes that the provable properties speak of, read from the document a second time, as plain Python.

They ask the answers themselves, not tables. The packs' own `eigenschappen.yaml` is held against them.
"""

from __future__ import annotations

from typing import Any

from vocabulary import BESLUIT, FACTS, FLAGS, UNKNOWN

CRITICAL = ("vlag_verwurging", "vlag_doodsbedreiging", "vlag_wapen")
HONOUR = ("eergerelateerd", "huwelijksdwang", "achterlating", "vgv")
Answers = dict[str, Any]
Out = dict[str, Any]


def filled(answers: Answers) -> Answers:
    return {fact.id: answers.get(fact.id, UNKNOWN) for fact in FACTS}


def holds(a: Answers, *values: str) -> bool:
    return a["geweldsvormen"] != UNKNOWN and not set(values).isdisjoint(a["geweldsvormen"])


def flags(a: Answers, value: str, among: tuple[str, ...] = FLAGS) -> int:
    return sum(a[flag] == value for flag in among)


def at_least(out: Out, besluit: str) -> bool:
    return BESLUIT.index(out["besluit"]) <= BESLUIT.index(besluit)


def maybe_minor(a: Answers) -> bool:
    return a["slachtoffer_leeftijd"] in ("minderjarig", UNKNOWN)


def ban(a: Answers) -> bool:
    return a["huisverbod"] in ("opgelegd", "verlengd")


def no_effect(a: Answers) -> bool:
    return a["hulp_status"] in ("zonder_effect", "gestopt_zonder_effect")


def danger(a: Answers) -> bool:
    """A cause of property 3."""
    breakup = flags(a, "ja") >= 2 or holds(a, "dwingende_controle", "stalking") or a["vlag_stalking"] == "ja"
    return (
        a["direct_gevaar"] == "ja"
        or a["acute_onveiligheid"] == "ja"
        or a["disclosure"] == "ja"
        or flags(a, "ja", CRITICAL) >= 1
        or flags(a, "ja") >= 3
        or (a["relatiebreuk_recent"] == "ja" and breakup)
        or holds(a, "mensenhandel")
        or (a["verbod_overtreden"] == "ja" and a["huisverbod"] != "geen")
        or (maybe_minor(a) and holds(a, "achterlating", "vgv", "huwelijksdwang"))
    )


def norm(a: Answers) -> bool:
    """A cause of property 4."""
    help_fails = "nee" in (a["hulp_mogelijk"], a["hulp_aanvaard"], a["hulp_resultaat"]) or no_effect(a)
    return (
        a["structurele_onveiligheid"] == "ja"
        or (a["eerder_geweld"] == "herhaald" and a["structurele_onveiligheid"] == UNKNOWN)
        or a["vt_advies"] == "melden"
        or (a["vermoeden"] != "nee" and help_fails)
    )


def doubt(a: Answers) -> bool:
    """A cause of property 7 that no advice lifts."""
    asked = ("direct_gevaar", "acute_onveiligheid", "structurele_onveiligheid", "disclosure", "eerder_geweld")
    of_help = ("hulp_mogelijk", "hulp_aanvaard", "hulp_resultaat", "hulp_status")
    return (
        any(a[fact] == UNKNOWN for fact in (*asked, "geweldsvormen", "vermoeden", *CRITICAL))
        or flags(a, UNKNOWN) >= 3
        or a["veilig_verblijf"] == "nee"
        or (a["vermoeden"] != "nee" and any(a[fact] == UNKNOWN for fact in of_help))
    )


def caution(a: Answers) -> bool:
    """A cause of property 7 that vt_advies = hulp lifts."""
    return (
        flags(a, "ja") >= 1
        or a["eerder_geweld"] == "herhaald"
        or holds(a, *HONOUR, "lichamelijk", "seksueel", "dwingende_controle", "stalking")
        or a["letsel"] == "ja"
        or a["gesprek"] == "niet_veilig"
        or ban(a)
    )


def may_round_off(a: Answers) -> bool:
    """The exception at the end of property 7."""
    return (
        a["hulp_status"] == "effectief"
        and flags(a, "ja") == 0
        and not holds(a, "dwingende_controle", "stalking")
        and a["gesprek"] != "niet_veilig"
        and not ban(a)
        and (not holds(a, *HONOUR) or a["eer_deskundige_geraadpleegd"] == "ja")
    )


def no_talk(a: Answers, out: Out) -> bool:
    """Where property 9 forbids a talk."""
    return (
        a["direct_gevaar"] != "nee"
        or a["acute_onveiligheid"] == "ja"
        or (a["acute_onveiligheid"] == UNKNOWN and at_least(out, "melden"))
        or flags(a, "ja") >= 1
        or flags(a, UNKNOWN, CRITICAL) >= 1
        or flags(a, UNKNOWN) >= 3
        or a["geweldsvormen"] == UNKNOWN
        or (a["disclosure"] == "ja" and maybe_minor(a))
        or holds(a, *HONOUR, "dwingende_controle", "stalking", "seksueel", "mensenhandel")
        or a["veilig_verblijf"] == "nee"
        or a["gesprek"] == "niet_veilig"
    )


def today(a: Answers, out: Out) -> bool:
    """Where property 8 wants Veilig Thuis today at the latest."""
    return (
        at_least(out, "melden_direct")
        or a["acute_onveiligheid"] == UNKNOWN
        or flags(a, "ja") >= 1
        or flags(a, UNKNOWN, CRITICAL) >= 1
        or flags(a, UNKNOWN) >= 3
        or holds(a, *HONOUR, "dwingende_controle", "stalking")
        or a["veilig_verblijf"] == "nee"
        or ban(a)
        or (maybe_minor(a) and (holds(a, "seksueel") or a["letsel"] == "ja"))
    )
