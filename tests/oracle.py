"""A second, slow and obvious reading of the decision logic, written from the document alone.

It shares no line with the program: one function per table, plain ifs in the document's own order, one
alternative of "or" per line. Where program and oracle differ, one of them has misread the document.
Tables of one value stand in oracle_tables.py, those of the local pack in oracle_alkmaar.py; here are
advise(), the national COLLECT tables and random cases.
"""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

from oracle_alkmaar import LOCAL, routes_blijf_groep, routes_blijf_hulp, routes_mda
from oracle_tables import BAN_RUNS, NATIONAL, NO_EFFECT, SEVERE, Answers, Hits, Tables, holds
from vocabulary import ACTIES, FACT_BY_ID, FACTS, ROUTES, TEGENSTRIJDIG, UNKNOWN, URGENTIE, Fact


def advise(answers: dict[str, Any], pack: str) -> dict[str, Any]:
    """Return besluit, urgentie, routes (with urgentie), acties and tegenstrijdig for these answers.

    `pack` is landelijk or alkmaar; a fact left out of `answers` is unanswered. Bad input raises ValueError.
    """
    t = tables(answers, pack)
    return {name: t[name] for name in ("besluit", "urgentie", "routes", "acties", "tegenstrijdig")}


def tables(answers: dict[str, Any], pack: str) -> Tables:
    """Return the output of every table under these answers, by the table's name in the document."""
    a = _complete(answers)
    if pack not in ("landelijk", "alkmaar"):
        raise ValueError(f"no such pack: {pack}")
    t: Tables = {}
    for table in NATIONAL:
        t[table.__name__] = table(a, t)
    hits = routes_landelijk(a, t)
    if pack == "alkmaar":
        for table in LOCAL:
            t[table.__name__] = table(a, t)
        hits |= routes_blijf_groep(a, t) | routes_blijf_hulp(a, t) | routes_mda(a, t)
    t["routes"] = _most_urgent_once(hits)
    actions = acties_gesprek(a, t) | acties_overig(a, t)
    t["acties"] = sorted(actions, key=ACTIES.index)
    t["tegenstrijdig"] = sorted(tegenstrijdig(a, t), key=TEGENSTRIJDIG.index)
    t["urgentie"] = t["routes"][0][1]
    return t


def _complete(answers: dict[str, Any]) -> Answers:
    """Return all facts, unanswered ones as onbekend; refuse what the vocabulary does not know."""
    for name, value in answers.items():
        if name not in FACT_BY_ID:
            raise ValueError(f"no such fact: {name}")
        fact = FACT_BY_ID[name]
        known = set(fact.values) | {UNKNOWN}
        if isinstance(value, str):
            good = value in known and (fact.kind != "meerkeuze" or value == UNKNOWN)
        else:
            good = (
                fact.kind == "meerkeuze" and set(value) <= set(fact.values) and len(set(value)) == len(value)
            )
        if not good:
            raise ValueError(f"no such value of {name}: {value}")
    return {fact.id: answers.get(fact.id, UNKNOWN) for fact in FACTS}


def _most_urgent_once(hits: Hits) -> list[tuple[str, str]]:
    """Each route once with its most urgent urgentie, ordered by urgency and then by the vocabulary."""
    best: dict[str, str] = {}
    for route, urgentie in hits:
        if route not in best or URGENTIE.index(urgentie) < URGENTIE.index(best[route]):
            best[route] = urgentie
    return sorted(best.items(), key=lambda hit: (URGENTIE.index(hit[1]), ROUTES.index(hit[0])))


def routes_landelijk(a: Answers, t: Tables) -> Hits:
    hits = set()
    if t["besluit"] == "noodhulp":
        hits.add(("politie.112", "nu"))
    if t["besluit"] in ("noodhulp", "melden_direct", "melden"):
        hits.add(("veilig_thuis.melding", t["vt_urgentie"]))
    if t["besluit"] == "advies_vragen":
        hits.add(("veilig_thuis.advies", t["vt_urgentie"]))
    if (
        t["gesprek_onveilig"] == "ja"
        and t["overlegd"] == "nee"
        and t["besluit"] in ("hulp_en_volgen", "hulp_afronden", "afsluiten")
    ):
        hits.add(("veilig_thuis.advies", "vandaag"))
    if t["besluit"] == "hulp_en_volgen":
        hits.add(("lokaal.hulp", "gepland"))
    if t["besluit"] in SEVERE and a["hulp_mogelijk"] == "ja" and a["hulp_aanvaard"] != "nee":
        hits.add(("lokaal.hulp", "gepland"))
    if t["besluit"] == "hulp_afronden":
        hits.add(("lokaal.monitoring", "gepland"))
    if t["besluit"] == "afsluiten":
        hits.add(("lokaal.afsluiten", "geen"))
    if (
        t["ernstig"] == "ja"
        and a["huisverbod"] in ("geen", UNKNOWN)
        and a["samenwonend"] != "nee"
        and a["pleger_volwassen"] != "nee"
    ):
        hits.add(("politie.huisverbod", t["spoed"]))
    if a["verbod_overtreden"] == "ja":
        hits.add(("politie.overtreding", t["spoed"]))
    if holds(a, "mensenhandel"):
        hits.add(("landelijk.comensha", "vandaag"))
    if t["vermoedt"] == "ja" and (holds(a, "seksueel") or a["vlag_gedwongen_seks"] == "ja"):
        hits.add(("landelijk.centrum_seksueel_geweld", "vandaag"))
    return hits


def acties_gesprek(a: Answers, t: Tables) -> set[str]:
    """The rows of acties about the besluit and the talk."""
    hits = {"vastleggen"}
    if (
        t["besluit"] not in ("noodhulp", "melden_direct")
        and a["collega_geraadpleegd"] != "ja"
        and a["aandachtsfunctionaris_geraadpleegd"] != "ja"
    ):
        hits.add("collegiale_consultatie")
    if t["gesprek_onveilig"] == "ja" and t["overlegd"] == "nee":
        hits.add("eerst_veilig_thuis")
    if t["gesprek_onveilig"] == "ja" and t["overlegd"] == "ja":
        hits.add("gesprek_volgens_afspraak")
    if (
        t["gesprek_onveilig"] == "nee"
        and t["besluit"] != "melden_direct"
        and a["gesprek"] in ("nog_niet", UNKNOWN)
    ):
        hits.add("gesprek_voeren")
    if t["gesprek_onveilig"] == "nee" and t["besluit"] in SEVERE:
        hits.add("melding_bespreken")
    if t["besluit"] in SEVERE and a["hulp_mogelijk"] == "ja" and a["hulp_aanvaard"] != "nee":
        hits.add("samen_met_vt")
    if t["besluit"] == "advies_vragen" and a["vt_advies"] != "hulp":
        hits.add("opnieuw_wegen")
    if t["besluit"] == "advies_vragen" and a["vt_advies"] == "hulp":
        hits.add("open_vragen")
    if t["besluit"] == "hulp_en_volgen":
        hits.add("termijn_afspreken")
    if t["besluit"] == "hulp_afronden":
        hits.add("monitoring_afspreken")
    return hits


def acties_overig(a: Answers, t: Tables) -> set[str]:
    """The other rows of acties: kindcheck, injuries and the expert on honour."""
    hits = set()
    if a["kindcheck_gedaan"] != "ja" and (
        a["kinderen_in_gezin"] in ("ja", UNKNOWN)
        or a["zwanger"] == "ja"
        or (a["zwanger"] == UNKNOWN and a["slachtoffer_geslacht"] != "man")
        or a["slachtoffer_leeftijd"] == "minderjarig"
        or (a["relatie"] == "ouder_kind" and a["slachtoffer_leeftijd"] == UNKNOWN)
    ):
        hits.add("kindcheck")
    if a["letsel"] == "ja" and a["letselduiding_gevraagd"] != "ja":
        hits.add("letselduiding")
    if t["eer_of_dwang"] == "ja" and a["eer_deskundige_geraadpleegd"] != "ja":
        hits.add("eer_deskundige")
    return hits


def tegenstrijdig(a: Answers, t: Tables) -> set[str]:
    hits = set()
    if a["vermoeden"] == "nee" and (
        t["afweging_2"] in SEVERE
        or t["aantal_rode_vlaggen"] >= 1
        or a["huisverbod"] in BAN_RUNS
        or a["eerder_geweld"] == "herhaald"
        or a["veilig_verblijf"] == "nee"
        or a["hulp_status"] in NO_EFFECT
        or a["letsel"] == "ja"
        or a["gesprek"] == "niet_veilig"
        or (a["geweldsvormen"] != UNKNOWN and len(a["geweldsvormen"]) >= 1)
    ):
        hits.add("vermoeden")
    if a["structurele_onveiligheid"] == "nee" and a["eerder_geweld"] == "herhaald":
        hits.add("structureel")
    if a["acute_onveiligheid"] == "nee" and (
        a["direct_gevaar"] == "ja"
        or t["intieme_terreur"] == "zeer_hoog"
        or a["vlag_recent_geweld"] == "ja"
        or a["vlag_gedwongen_seks"] == "ja"
        or a["letsel"] == "ja"
        or holds(a, "lichamelijk")
        or holds(a, "seksueel")
        or holds(a, "mensenhandel")
        or a["veilig_verblijf"] == "nee"
        or a["huisverbod"] in BAN_RUNS
    ):
        hits.add("acuut")
    if a["hulp_aanvaard"] == "ja" and a["hulp_mogelijk"] == "nee":
        hits.add("hulp")
    if a["hulp_resultaat"] in ("ja", "nog_niet") and (
        a["hulp_aanvaard"] == "nee" or a["hulp_mogelijk"] == "nee"
    ):
        hits.add("hulp")
    if a["hulp_resultaat"] == "ja" and a["hulp_status"] in NO_EFFECT:
        hits.add("hulp")
    if a["vt_advies"] == "hulp" and t["besluit"] in ("noodhulp", "melden_direct", "melden"):
        hits.add("hulp")
    return hits


def random_case(rng: random.Random, calm: bool = False) -> dict[str, Any]:
    """Return random answers: calm ones are mild but for a few, others hold anything at all.

    How much is known differs from case to case, so that full and nearly empty cases both come up.
    """
    if calm:
        answers = {fact.id: _quiet(rng, fact) for fact in FACTS}
        for fact in rng.sample(FACTS, rng.choice((0, 1, 2, 3, 4, 6, 9))):
            _set(answers, fact, _any_answer(rng, fact))
        # Rows of help and of the talk ask for these among calm answers: by chance they would hardly come up.
        for name, value in (
            ("eerder_geweld", "herhaald"),
            ("hulp_resultaat", "nog_niet"),
            ("gesprek", "nog_niet"),
        ):
            if rng.random() < 0.12:
                answers[name] = value  # noqa: PERF403 - the draws must stay in this order
        if rng.random() < 0.5:  # vt_advies = hulp, its mild answer, would hide all rows of caution
            answers["vt_advies"] = "niet_gevraagd"
        return answers
    unknown = rng.choice((0.02, 0.1, 0.3, 0.7))
    answers = {}
    for fact in FACTS:
        _set(answers, fact, _unknown(rng) if rng.random() < unknown else _any_answer(rng, fact))
    return answers


def _set(answers: dict[str, Any], fact: Fact, value: Any) -> None:
    """Answer a fact; None takes its answer away."""
    answers.pop(fact.id, None)
    if value is not None:
        answers[fact.id] = value


def _unknown(rng: random.Random) -> str | None:
    return rng.choice((None, UNKNOWN))


def _any_answer(rng: random.Random, fact: Fact) -> Any:
    """Any answer, also none (None) and onbekend; lists are mostly short."""
    if rng.random() < 0.04:
        return _unknown(rng)
    if fact.kind == "meerkeuze":
        return rng.sample(fact.values, min(len(fact.values), rng.choice((0, 0, 1, 1, 2, 3, 14))))
    return rng.choice(fact.values)


def _quiet(rng: random.Random, fact: Fact) -> Any:
    """The mild answer; of a fact without one any known value; mostly a suspicion (else 3-5 are void)."""
    if fact.id == "vermoeden" and rng.random() < 0.6:
        return "ja"
    if fact.id == "relatie" and rng.random() < 0.4:
        return "partner"
    if fact.mild is not None:
        return list(fact.mild) if isinstance(fact.mild, tuple) else fact.mild
    if fact.kind == "meerkeuze":
        return rng.sample(fact.values, rng.randint(0, 3))
    return rng.choice([value for value in fact.values if value != UNKNOWN])


def cases() -> st.SearchStrategy[dict[str, Any]]:
    """Return a hypothesis strategy of answers: free ones that shrink to none, and calm ones with changes."""
    by_fact: dict[str, st.SearchStrategy[Any]] = {}
    for fact in FACTS:
        values = st.sampled_from(fact.values)
        if fact.kind == "meerkeuze":
            by_fact[fact.id] = st.just(UNKNOWN) | st.lists(values, unique=True)
        else:
            by_fact[fact.id] = values
    free = st.fixed_dictionaries({}, optional=by_fact)
    calm = st.integers(0, 2**32).map(lambda seed: random_case(random.Random(seed), calm=True))
    return free | calm
