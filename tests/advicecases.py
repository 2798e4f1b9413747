"""Cases that the tests of the advice page show, and how the page is opened on one."""

import json

import yaml

from routewijzer import places, text
from routewijzer.case import CaseReader

ROOT = places.rules().parent
EXAMPLE = json.loads((ROOT / "docs/voorbeeld/casus.json").read_text(encoding="utf-8"))["answers"]
MILD = yaml.safe_load((ROOT / "rules/alkmaar/cases/een_misverstand.yaml").read_text("utf-8"))["answers"]
MILD = {
    name: {True: "ja", False: "nee"}[value] if value in (True, False) else value
    for name, value in MILD.items()
}
OPEN_MILD = {name: value for name, value in MILD.items() if name != "letsel"}


def everything(pack):
    """Return an answer to all questions, ja and all items where it can be."""
    by_kind = {"ja_nee": lambda _: "ja", "meerkeuze": lambda fact: list(fact.values)}
    return {fact.id: by_kind.get(fact.kind, lambda fact: fact.values[0])(fact) for fact in pack.facts}


def show_advice(window, engine, answers):
    """Open an intake with these answers in the window, at its advice."""
    session = window.bridge.session
    session.engine = engine
    session.begin_from(engine, CaseReader(engine.pack).read({"answers": answers}))
    window.bridge.go("advies")


def words():
    """Return the texts of the window."""
    return text.load().desktop
