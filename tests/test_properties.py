"""The document's own provable properties, checked on the oracle over random cases.

A guard on our reading: a wrong oracle would make a wrong program look right. Each check asks the answers
themselves, not the oracle's tables, wherever the property names answers. Numbers are the document's.
"""

from __future__ import annotations

import ast
import random
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import oracle
import oracle_alkmaar
import oracle_tables
from causes import (
    Answers,
    Out,
    at_least,
    ban,
    caution,
    danger,
    doubt,
    filled,
    holds,
    may_round_off,
    no_talk,
    norm,
    today,
)
from oracle import random_case, tables
from vocabulary import ACTIES, BESLUIT, FACT_BY_ID, FACTS, ROUTES, TEGENSTRIJDIG, UNKNOWN, URGENTIE

N_CASES = [4_000, pytest.param(60_000, marks=pytest.mark.slow)]  # each under both packs
N_MILD_CASES = [700, pytest.param(10_000, marks=pytest.mark.slow)]
N_ALIVE_CASES = 60_000  # it stops as soon as every row has been seen
SEED = 20260101
PACKS = ("landelijk", "alkmaar")
VT = ("veilig_thuis.melding", "veilig_thuis.advies")
LOCAL_ROUTES_ONLY = ("blijf_groep.", "mda.", "lokaal.empowerment")


def _cases(n: int, salt: int) -> Iterator[Answers]:
    """Yield random and calm cases in turn, the same ones at every run."""
    rng = random.Random(SEED + salt)
    for number in range(n):
        yield random_case(rng, calm=number % 3 > 0)


def check_total(a: Answers, out: Out) -> None:  # 1
    assert out["besluit"] in BESLUIT
    assert out["urgentie"] == min((urgentie for _, urgentie in out["routes"]), key=URGENTIE.index)
    assert out["acties"] == [name for name in ACTIES if name in out["acties"]]
    assert "vastleggen" in out["acties"]
    assert out["tegenstrijdig"] == [name for name in TEGENSTRIJDIG if name in out["tegenstrijdig"]]
    names = [route for route, _ in out["routes"]]
    assert len(names) == len(set(names))
    places = [(URGENTIE.index(urgentie), ROUTES.index(route)) for route, urgentie in out["routes"]]
    assert places == sorted(places)


def check_danger_is_heard(a: Answers, out: Out) -> None:  # 3
    assert not danger(a) or at_least(out, "melden_direct")


def check_norm_holds(a: Answers, out: Out) -> None:  # 4
    assert not norm(a) or at_least(out, "melden")


def check_doubt_is_heard(a: Answers, out: Out) -> None:  # 7
    assert not doubt(a) or at_least(out, "advies_vragen")
    if caution(a) and a["vt_advies"] != "hulp":
        assert at_least(out, "advies_vragen")
    if caution(a) and a["vt_advies"] == "hulp" and out["besluit"] == "hulp_afronden":
        assert may_round_off(a)


def check_in_time(a: Answers, out: Out) -> None:  # 8
    routes = dict(out["routes"])
    if out["besluit"] == "noodhulp":
        assert routes["politie.112"] == "nu"
    if at_least(out, "advies_vragen"):
        urgentie = routes[VT[0] if at_least(out, "melden") else VT[1]]
        if a["direct_gevaar"] != "nee" or a["acute_onveiligheid"] == "ja":
            assert urgentie == "nu"
        if today(a, out):
            assert urgentie in ("nu", "vandaag")
    if "eerst_veilig_thuis" in out["acties"]:
        assert any(name in routes for name in VT)
    if a["verbod_overtreden"] == "ja":
        assert "politie.overtreding" in routes
    if holds(a, "mensenhandel"):
        assert "landelijk.comensha" in routes
    if out["vermoedt"] == "ja" and (holds(a, "seksueel") or a["vlag_gedwongen_seks"] == "ja"):
        assert "landelijk.centrum_seksueel_geweld" in routes
    own = {
        "hulp_en_volgen": "lokaal.hulp",
        "hulp_afronden": "lokaal.monitoring",
        "afsluiten": "lokaal.afsluiten",
    }
    assert out["besluit"] not in own or own[out["besluit"]] in routes


def check_no_talk_that_endangers(a: Answers, out: Out) -> None:  # 9
    if no_talk(a, out):
        assert not {"gesprek_voeren", "melding_bespreken"} & set(out["acties"])
    if a["direct_gevaar"] != "nee" or (a["vt_advies"] == "hulp" and at_least(out, "melden")):
        assert "gesprek_volgens_afspraak" not in out["acties"]


def check_no_couple_talks_in_danger(a: Answers, out: Out) -> None:  # 10
    if (
        no_talk(a, out)
        or a["acute_onveiligheid"] != "nee"
        or a["disclosure"] == "ja"
        or ban(a)
        or a["slachtoffer_leeftijd"] == "minderjarig"
    ):
        assert "blijf_groep.oranje_huis_traject" not in dict(out["routes"])


def check_no_alarm_without_cause(a: Answers, out: Out) -> None:  # 11
    suspected = a["vermoeden"] != "nee"
    cause = {
        "noodhulp": a["direct_gevaar"] == "ja",
        "melden_direct": danger(a),
        "melden": danger(a) or norm(a),
        "advies_vragen": danger(a) or norm(a) or doubt(a) or (caution(a) and a["vt_advies"] != "hulp"),
        "hulp_en_volgen": suspected and a["hulp_resultaat"] in ("ja", "nog_niet"),
        "hulp_afronden": suspected and a["hulp_resultaat"] == "ja",
        "afsluiten": not suspected,
    }
    assert cause[out["besluit"]]
    if any(name in VT and urgentie == "nu" for name, urgentie in out["routes"]):
        assert a["direct_gevaar"] != "nee" or a["acute_onveiligheid"] == "ja"


CHECKS: tuple[Callable[[Answers, Out], None], ...] = (
    check_total,
    check_danger_is_heard,
    check_norm_holds,
    check_doubt_is_heard,
    check_in_time,
    check_no_talk_that_endangers,
    check_no_couple_talks_in_danger,
    check_no_alarm_without_cause,
)


@pytest.mark.parametrize("number", N_CASES)
def test_properties_of_one_case(number: int) -> None:
    """1, 3, 4 and 7-11 for both packs, and 5: the local pack softens nothing."""
    for answers in _cases(number, 1):
        a = filled(answers)
        national, local = (tables(answers, pack) for pack in PACKS)
        for out in (national, local):
            for check in CHECKS:
                check(a, out)
        assert local["besluit"] == national["besluit"]  # 5, and more: Alkmaar adds no besluit
        assert URGENTIE.index(local["urgentie"]) <= URGENTIE.index(national["urgentie"])  # 5
        assert not any(name.startswith(LOCAL_ROUTES_ONLY) for name, _ in national["routes"])


@pytest.mark.parametrize("number", N_MILD_CASES)
def test_not_knowing_is_never_safer(number: int) -> None:
    """2: the mild answer of one fact beside every other answer to it, and beside none."""
    rng = random.Random(SEED)
    mild_facts = [fact for fact in FACTS if fact.mild is not None]
    for answers in _cases(number, 2):
        fact = rng.choice(mild_facts)
        mild = list(fact.mild) if isinstance(fact.mild, tuple) else fact.mild
        others: list[Any] = [None, UNKNOWN, *fact.values]
        if fact.kind == "meerkeuze":
            others = [None, UNKNOWN, *([value] for value in fact.values), rng.sample(fact.values, 3)]
        for pack in PACKS:
            safe = tables({**answers, fact.id: mild}, pack)
            for other in others:
                case = {name: value for name, value in answers.items() if name != fact.id}
                out = tables(case if other is None else {**case, fact.id: other}, pack)
                where = (pack, fact.id, other, answers)
                assert BESLUIT.index(safe["besluit"]) >= BESLUIT.index(out["besluit"]), where
                assert URGENTIE.index(safe["urgentie"]) >= URGENTIE.index(out["urgentie"]), where


def test_unanswered_is_onbekend() -> None:
    """A case and the same case with every open fact answered onbekend get one advice."""
    for answers in _cases(500, 3):
        assert set(filled(answers)) == set(FACT_BY_ID)
        for pack in PACKS:
            assert tables(answers, pack) == tables(filled(answers), pack)


class _Alternatives(ast.NodeTransformer):
    """Wraps every alternative of every if in a table, so that what decides is noted.

    `and` and `or` stop early, so an alternative is only noted where those before it do not hold.
    """

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.function = ""
        self.output = ""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.function = node.name
        is_table = [arg.arg for arg in node.args.args] == ["a", "t"]
        return self.generic_visit(node) if is_table else node

    def visit_If(self, node: ast.If) -> ast.AST:
        self.output = ast.unparse(node.body[0])
        node.test = self._wrap(node.test)
        return node

    def _wrap(self, node: ast.expr) -> ast.expr:
        place = f"{self.function}: {ast.unparse(node)} => {self.output}"
        if isinstance(node, ast.BoolOp):
            every = isinstance(node.op, ast.Or)
            last = node.values[-1]
            node.values = [self._wrap(value) if every or value is last else value for value in node.values]
        self.places.add(place)
        call = ast.Call(ast.Name("_note", ast.Load()), [ast.Constant(place), node], [])
        return ast.fix_missing_locations(ast.copy_location(call, node))


def test_every_row_decides_some_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """6: each alternative of each row of the oracle gives, in some case, the output.

    In besluit, where the most severe row wins, only a row whose output is the besluit counts.
    """
    held: set[str] = set()

    def note(place: str, value: bool) -> bool:
        if value:
            held.add(place)
        return value

    noting = _Alternatives()
    for module in (oracle_tables, oracle_alkmaar, oracle):
        tree = noting.visit(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")))
        twin = types.ModuleType(module.__name__)
        twin.__dict__["_note"] = note
        monkeypatch.setitem(sys.modules, module.__name__, twin)
        exec(compile(tree, str(module.__file__), "exec"), twin.__dict__)  # the test's own source, noted
    assert len(noting.places) > 200
    dead = set(noting.places)
    for answers in _cases(N_ALIVE_CASES, 4):
        held.clear()
        besluit = sys.modules["oracle"].advise(answers, "alkmaar")["besluit"]
        dead -= {
            row for row in held if not row.startswith("besluit:") or f"'{besluit}'" in row.split("=>")[1]
        }
        if not dead:
            return
    assert dead == set()
