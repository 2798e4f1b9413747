"""A very small pack and the advice about it, made by hand: the paper only reads, it never decides."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from routewijzer.advice.model import Advice, Advised, Reason, StepState, Tip
from routewijzer.case import Case
from routewijzer.paper.page import PaperSettings
from routewijzer.rules.model import RulePack

DATE = dt.date(2026, 1, 2)
SETTINGS = PaperSettings("Gemeente Proefstad", "wijkteam, telefoon 14 000")
CODE = "ABCDEFG-HJKMNPQ-RSTVWXY-0123456"


def _fact(id_, step, kort, **more):
    words = {"vraag": f"Vraag over {kort}?", "help": "Hulp.", "uitleg": "Uitleg.", "waarom": "Waarom."}
    return {"id": id_, "step": step, "kind": "ja_nee", "kort": kort, **words, **more}


def _route(id_, orde, naam, **more):
    return {
        "id": id_,
        "orde": orde,
        "naam": naam,
        "kort": f"Kort over {naam}.",
        "wie": "Wie.",
        "voor_wie": "Voor wie.",
        "bereikbaar": "Altijd.",
        "houd_klaar": ["iets"],
        "daarna": "Daarna.",
        "termijn": "Meteen.",
        **more,
    }


def _besluit(id_, label, title, *, mild=False):
    titels = dict.fromkeys(("nu", "straks"), title)
    return {"id": id_, "label": label, "titels": titels, "uitleg": f"Uitleg van {label}.", "mild": mild}


def _routes_table():
    own = {"grond": "beleid", "bron": ["afspraak"]}
    mild = ["volgen", "klaar"]
    return {
        "decision": "routes",
        "hit_policy": "collect",
        "titel": "Routes",
        "rules": [
            {"id": "R.1", "when": {"besluit": ["alarm"]}, "then": "bureau.melden", "urgentie_uit": "haast"}
            | {"because": "Bij alarm hoort een melding."},
            {"id": "R.2", "when": {"besluit": ["volgen"]}, "then": "team.volgen", "urgentie": "straks"}
            | {"because": "Het team volgt."},
            {"id": "R.3", "when": {"besluit": mild, "gevaar": "nee"}, "then": "bureau.vragen"}
            | {"urgentie": "nu", "because": "Eerst overleg is veiliger.", **own},
        ],
    }


def pack() -> RulePack:
    """Return the pack: eight facts, four besluiten of which two are mild, three routes, two actions."""
    routes = _routes_table()
    flag = {"mild": "nee", "group": "tekens"}
    return RulePack.model_validate(
        {
            "id": "proef",
            "version": "1.2",
            "naam": "Proefpakket",
            "valid_from": DATE,
            "region": "Proefstad",
            "maintainer": "beheer",
            "sources": [_source("wet", "De wet"), _source("afspraak", "De afspraak", controle_nodig=True)],
            "facts": [
                _fact("gevaar", 0, "Gevaar", mild="nee", controle_nodig=True),
                _fact("teken_a", 1, "Teken A", **flag),
                _fact("teken_b", 1, "Teken B", **flag),
                _fact("teken_c", 1, "Teken C", **flag),
                _fact("teken_d", 1, "Teken D", **flag),
                _fact("vormen", 1, "Vormen", kind="meerkeuze", mild=[], values=["slaan", "dreigen", "vgv"])
                | {"labels": {"slaan": "Slaan", "dreigen": "Dreigen", "vgv": "VGV"}},
                _fact("plek", 1, "Plek", kind="keuze", values=["hier", "daar", "onbekend"])
                | {"labels": {"hier": "Hier", "daar": "Daar"}},
                _fact("hulp", 2, "Hulp"),
            ],
            "groups": [{"id": "tekens", "titel": "Tekens", "help": "Help.", "uitleg": "Uitleg."}],
            "steps": [
                _step(0, "Spoed", ["gevaar"]),
                _step(1, "Kijken", ["vormen"], ["teken_a", "teken_b", "teken_c", "teken_d"], ["plek"]),
                _step(2, "Besluiten", ["hulp"]),
            ],
            "redenen": [{"id": "haast", "label": "Er was haast"}],
            "decisions": [routes],
            "outcomes": {
                "besluit": [
                    _besluit("alarm", "Alarm", "Bel meteen het bureau"),
                    _besluit("vragen", "Vragen", "Vraag het bureau om raad"),
                    _besluit("volgen", "Volgen", "Volg het gezin rustig", mild=True),
                    _besluit("klaar", "Klaarmaken", "Rond het dossier af", mild=True),
                ],
                "urgentie": [
                    {"id": "nu", "label": "Nu", "uitleg": "Nu."},
                    {"id": "straks", "label": "Straks", "uitleg": "Straks."},
                ],
                "acties": [
                    {"id": "noteren", "label": "Schrijf het op", "uitleg": "Zo.", "wanneer": "vandaag"},
                    {"id": "bellen", "label": "Bel een collega", "uitleg": "Zo.", "wanneer": "eerst"},
                ],
                "tegenstrijdig": [{"id": "botst", "label": "Dit botst", "uitleg": "Kijk beide na."}],
            },
            "providers": [
                {"id": "bureau", "naam": "Bureau", "orde": 1},
                {"id": "team", "naam": "Team", "orde": 2},
            ],
            "routes": [
                _route("bureau.melden", 1, "Meld bij het bureau", telefoon="000-123", controle_nodig=True),
                _route("bureau.vragen", 2, "Vraag het bureau"),
                _route("team.volgen", 3, "Laat het team volgen"),
            ],
            "digest": "sha256:" + "0123456789abcdef" * 4,
            "texts_digest": "sha256:" + "0" * 64,
            "folder": Path("proef"),
        }
    )


def _source(id_, titel, **more):
    return {"id": id_, "titel": titel, "waar": "Waar.", "zegt": "Zegt.", "gecontroleerd_op": DATE, **more}


def _step(number, titel, *blocks):
    return {
        "id": number,
        "titel": titel,
        "kort": titel,
        "uitleg": "Uitleg.",
        "blokken": [
            {"id": f"blok_{place}", "titel": f"Blok {place}", "vragen": block}
            for place, block in enumerate(blocks)
        ],
        "gedaan": [],
    }


CALM = {
    "gevaar": "nee",
    "teken_a": "nee",
    "teken_b": "nee",
    "teken_c": "nee",
    "teken_d": "nee",
    "vormen": (),
    "plek": "hier",
    "hulp": "ja",
}


def case(**changes) -> Case:
    """Return the calm case with these answers changed; None takes an answer away."""
    answers = {**CALM, **changes}
    return Case("proef", {name: value for name, value in answers.items() if value is not None})


ALARM = Reason("besluit", "B.1", None, (), {}, "Er is alarm.")
DANGER = Reason("wegen", "W.1", "norm", ("wet",), {"gevaar": "ja"}, "Er is gevaar, dus alarm.")
HASTE = Reason("haast", "H.1", "voorzichtigheid", ("afspraak",), {}, "Gevaar wacht niet.")


def advice(**changes) -> Advice:
    """Return an alarm with one route and one action; a change replaces a field."""
    given = Reason("routes", "R.1", None, (), {}, "Bij alarm hoort een melding.")
    fields = {
        "pack": "proef",
        "version": "1.2",
        "digest": "sha256:" + "0123456789abcdef" * 4,
        "case_code": CODE,
        "besluit": "alarm",
        "urgentie": "nu",
        "routes": (Advised("bureau.melden", "nu", (given, ALARM, DANGER, HASTE)),),
        "acties": (Advised("noteren", None, (Reason("acties", "A.1", None, (), {}, "Altijd."),)),),
        "tegenstrijdig": (),
        "besluit_because": (ALARM, DANGER),
        "open": (),
        "voorlopig": False,
        "zeker": True,
        "kantelpunten": (),
        "flags_yes": 0,
        "flags_unknown": 0,
        "steps": (StepState(1, "gedaan"), StepState(2, "overgeslagen", "haast")),
        "vast": frozenset(),
        "tips": (),
        "told": frozenset(),
        "showable": True,
    }
    return Advice(**{**fields, **changes})


def hidden(**changes) -> Advice:
    """Return a mild besluit that is voorlopig: it may not be shown."""
    calm = Reason("wegen", "W.9", "norm", ("wet",), {"hulp": "ja"}, "De hulp werkt, dus volgen.")
    mild = Reason("besluit", "B.8", None, (), {}, "Volgen is genoeg.")
    own = Reason("routes", "R.3", "beleid", ("afspraak",), {"gevaar": "nee"}, "Eerst overleg is veiliger.")
    follow = Reason("routes", "R.2", None, (), {}, "Het team volgt.")
    fields = {
        "besluit": "volgen",
        "urgentie": "nu",
        "routes": (
            Advised("bureau.vragen", "nu", (own, mild, calm)),
            Advised("team.volgen", "straks", (follow, mild, calm)),
        ),
        "besluit_because": (mild, calm),
        "open": ("teken_a", "plek", "teken_b"),
        "voorlopig": True,
        "zeker": False,
        "kantelpunten": (Tip("hulp", "ja", "nee", "klaar"), Tip("gevaar", "nee", "ja", "alarm")),
        "showable": False,
    }
    return advice(**{**fields, **changes})
