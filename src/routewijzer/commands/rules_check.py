"""`routing-app rules check`: whether packs may be used."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from routewijzer import text
from routewijzer.commands.common import Common, WrongInput

if TYPE_CHECKING:
    from routewijzer.rules.model import RulePack
    from routewijzer.rules.stories import WorkedCase

_WORDS = text.load().cli


@click.command("check", help=_WORDS.rules_check)
@click.argument("pack", required=False)
@click.option("--json", "as_json", is_flag=True, help=_WORDS.opt_json)
@click.pass_obj
def check(common: Common, pack: str | None, *, as_json: bool) -> None:
    """Check one pack, or all of them; exit 1 where anything is wrong."""
    from routewijzer.rules.folders import available

    present = available(common.rules)
    asked = pack or common.pack
    if asked is not None and asked not in present:
        accepted = ", ".join(present) or text.load().faults.nothing
        raise WrongInput(text.load().faults.pack_missing.format(pack=asked, accepted=accepted))
    if not present:
        raise WrongInput(_WORDS.no_packs.format(folder=common.rules))
    results = [_check(common, name) for name in ([asked] if asked else present)]
    if as_json:
        click.echo(json.dumps(results, indent=2))
    else:
        for result in results:
            _tell(result)
    click.get_current_context().exit(0 if all(result["passed"] for result in results) else 1)


def _check(common: Common, name: str) -> dict[str, Any]:
    """Return what is wrong with one pack: faults that stop it, lint, worked cases that do not come out."""
    from routewijzer.advice.engine import Engine
    from routewijzer.casecode import clashes
    from routewijzer.rules.lint import lint, sources_used
    from routewijzer.rules.load import PackError, load_cases, load_glossary, load_pack

    result: dict[str, Any] = {"pack": name, "version": None, "faults": [], "cases": 0, "cases_wrong": []}
    try:
        pack = load_pack(common.rules, name)
        result |= {"version": pack.version, "digest": pack.digest}
        others = _others(common, name)
        glossary = load_glossary(common.rules, pack)
        elsewhere: set[str] = set()
        for other in others:
            if name in other.extends:
                elsewhere |= sources_used(other, load_glossary(common.rules, other))
        faults = [*map(str, lint(pack, glossary, elsewhere)), *clashes(pack, others)]
        cases = load_cases(pack)
    except PackError as error:
        result["faults"] = [str(fault) for fault in error.faults]
    else:
        if not cases:
            faults.append(f"{name}/cases: {text.load().lint.no_cases}")
        result |= {"faults": faults, "cases": len(cases), "cases_wrong": list(_wrong(Engine(pack), cases))}
    result["passed"] = not result["faults"] and not result["cases_wrong"]
    return result


def _others(common: Common, name: str) -> list[RulePack]:
    """Return the other packs beside one, as far as they load: their faults are told when they are asked."""
    from routewijzer.rules.folders import available
    from routewijzer.rules.load import PackError, load_pack

    found = []
    for other in available(common.rules):
        if other != name:
            with contextlib.suppress(PackError):
                found.append(load_pack(common.rules, other))
    return found


def _wrong(engine: Any, cases: tuple[WorkedCase, ...]) -> Iterator[str]:
    """Give each worked case that cannot be read or whose advice is another than expected."""
    from routewijzer.case import CaseError, CaseReader

    reader = CaseReader(engine.pack)
    for worked in cases:
        answers = {name: list(v) if isinstance(v, tuple) else v for name, v in worked.answers.items()}
        try:
            case = reader.read({"answers": answers})
        except CaseError as error:
            for fault in error.faults:
                yield _WORDS.check_fault.format(file=engine.pack.id, case=worked.id, fault=fault)
            continue
        advice, wanted = engine.advise(case), worked.verwacht
        pairs = {
            "besluit": (advice.besluit, wanted.besluit),
            "urgentie": (advice.urgentie, wanted.urgentie),
            "routes": (dict(_pairs(advice)), dict(wanted.routes)),
            "acties": ([item.id for item in advice.acties], _sorted(engine.pack, wanted.acties)),
            "tegenstrijdig": ({item.id for item in advice.tegenstrijdig}, set(wanted.tegenstrijdig)),
        }
        for field, (got, expected) in pairs.items():
            if got != expected:
                yield _WORDS.check_case.format(
                    file=engine.pack.id, case=worked.id, field=field, got=got, wanted=expected
                )
        if not advice.showable:
            yield _WORDS.check_voorlopig.format(
                file=engine.pack.id, case=worked.id, open=", ".join(advice.open)
            )


def _pairs(advice: Any) -> list[tuple[str, str]]:
    return [(route.id, route.urgentie) for route in advice.routes]


def _sorted(pack: RulePack, names: tuple[str, ...]) -> list[str]:
    order = list(pack.actie_by_id)
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def _tell(result: dict[str, Any]) -> None:
    for fault in (*result["faults"], *result["cases_wrong"]):
        click.echo(fault)
    head = {"pack": result["pack"], "version": result["version"] or ""}
    if result["cases"]:
        wrong = len({line.split(":")[1] for line in result["cases_wrong"]})
        total = result["cases"]
        click.echo(_WORDS.check_cases.format(**head, passed=total - wrong, total=total))
    if result["passed"]:
        click.echo(_WORDS.check_fine.format(**head))
    else:
        click.echo(_WORDS.check_failed.format(**head), err=True)
