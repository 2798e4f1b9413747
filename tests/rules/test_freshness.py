"""How fresh a pack is: what is old, what nobody looked at, and what `rules check` says of it."""

from __future__ import annotations

import datetime as dt

import pytest

from packs import RULES, SHIPPED, Folder
from routewijzer.proof.checking import Report, check
from routewijzer.rules.freshness import Checked, Freshness, dated, freshness, own, stale
from routewijzer.rules.knowledge import load_knowledge
from routewijzer.rules.load import load_pack

DAY = dt.date(2026, 1, 15)
KINDS = {"source", "fact", "route", "term", "partner", "artikel", "cijfer"}


@pytest.mark.parametrize(
    ("day", "on", "old"),
    [
        (DAY, DAY, False),
        (DAY, dt.date(2027, 1, 14), False),
        (DAY, dt.date(2027, 1, 15), False),
        (DAY, dt.date(2027, 1, 16), True),
        (dt.date(2024, 2, 29), dt.date(2025, 2, 28), False),
        (dt.date(2024, 2, 29), dt.date(2025, 3, 1), True),
        (dt.date(2027, 2, 28), dt.date(2028, 2, 29), True),
        (dt.date(2027, 3, 1), dt.date(2028, 2, 29), False),
        (dt.date(2030, 1, 1), DAY, False),
    ],
)
def test_a_day_is_old_when_a_year_is_over(day: dt.date, on: dt.date, old: bool) -> None:
    assert stale(day, on) is old


def test_everything_stands_in_one_list_at_most() -> None:
    old, new = dt.date(2024, 11, 1), DAY
    items = [
        Checked("fact", f"{day}{confirm}", day, confirm)
        for day in (old, new, None)
        for confirm in (True, False)
    ]
    made = freshness(items, dt.date(2026, 2, 1))
    assert [(item.day, item.confirm) for item in made.older] == [(old, True), (old, False)]
    assert [(item.day, item.confirm) for item in made.never] == [(None, True), (None, False)]
    assert [(item.day, item.confirm) for item in made.confirm] == [(new, True)]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_part_of_a_shipped_pack_has_a_day_or_says_that_it_needs_one(name: str) -> None:
    pack = load_pack(RULES, name)
    made = dated(pack, load_knowledge(RULES, pack))
    assert KINDS - {item.kind for item in made} <= ({"cijfer"} if name == "landelijk" else set())
    assert [item for item in made if item.day is None and not item.confirm] == []
    assert [item for item in made if item.day and item.day > dt.datetime.now().astimezone().date()] == []


def test_a_pack_tells_its_own_and_leaves_its_parent_s_to_the_parent() -> None:
    packs = {name: load_pack(RULES, name) for name in SHIPPED}
    made = {name: dated(pack, load_knowledge(RULES, pack)) for name, pack in packs.items()}
    local = own(made["alkmaar"], made["landelijk"])
    assert {item.kind for item in local} >= {"source", "route", "term", "partner", "artikel", "cijfer"}
    assert len(local) + len(made["landelijk"]) == len(made["alkmaar"])
    assert own(made["landelijk"], []) == made["landelijk"]


def fresh(folder: Folder, name: str = "mini", on: dt.date = DAY) -> tuple[Report, Freshness]:
    report = check(folder.path, name, on=on)
    assert report.fresh is not None
    return report, report.fresh


def test_what_is_stale_is_told_and_no_fault(folder: Folder) -> None:
    """Until a year is over nothing is old; a day later it is, and nothing else about the pack changes."""
    before, after = fresh(folder, on=dt.date(2027, 2, 28)), fresh(folder, on=dt.date(2027, 3, 1))
    assert not before[1].older
    assert [(item.kind, item.id) for item in before[1].confirm] == [("source", "keuze")]
    assert [(item.kind, item.id) for item in after[1].older] == [("source", "norm"), ("source", "keuze")]
    assert not after[1].confirm
    assert [item.id for item in after[1].never if item.kind == "fact"] == [
        fact.id for fact in load_pack(folder.path, "mini").facts
    ]
    assert before[0].faults == after[0].faults
    assert before[0].passed is after[0].passed


def test_a_pack_that_does_not_load_tells_nothing_of_it(folder: Folder) -> None:
    folder.edit("mini/sources.yaml", "id: norm,", "id: 3,")
    assert check(folder.path, "mini", on=DAY).fresh is None
