"""`routing-app rules check`: whether packs may be used."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from routewijzer import files, text
from routewijzer.commands.common import Common, WrongInput, interruptible

if TYPE_CHECKING:
    from routewijzer.proof.checking import Report
    from routewijzer.rules.freshness import Freshness

_WORDS = text.load().cli
_CHECKING = text.load().checking
_KINDS = {
    "source": _CHECKING.fresh_source,
    "fact": _CHECKING.fresh_fact,
    "route": _CHECKING.fresh_route,
    "term": _CHECKING.fresh_term,
    "partner": _CHECKING.fresh_partner,
    "artikel": _CHECKING.fresh_artikel,
    "cijfer": _CHECKING.fresh_cijfer,
}


@click.command("check", help=_WORDS.rules_check)
@click.argument("pack", required=False)
@click.option("--mutants", is_flag=True, help=_CHECKING.opt_mutants)
@click.option("--write", is_flag=True, help=_CHECKING.opt_write)
@click.option("--save", type=click.Path(file_okay=False, path_type=Path), help=_CHECKING.opt_save)
@click.option("--json", "as_json", is_flag=True, help=_WORDS.opt_json)
@click.pass_obj
def check(
    common: Common, pack: str | None, *, mutants: bool, write: bool, save: Path | None, as_json: bool
) -> None:
    """Check one pack and its parents, or all of them; exit 1 where anything is wrong."""
    from routewijzer.proof.checking import check as check_pack

    reports: list[Report] = []
    with interruptible():
        for name in _asked(common, pack):
            made = check_pack(common.rules, name, mutants=mutants, progress=_progress)
            _lean(made, reports)
            reports.append(made)
    _progress("")
    passed = all(report.passed for report in reports)
    if as_json:
        click.echo(json.dumps([_as_json(report) for report in reports], indent=2))
    for report in reports:
        if not as_json:
            _tell(report, writes=write and passed)
        for path in _save(report, save) if save is not None else ():
            click.echo(_CHECKING.saved.format(file=path), err=as_json)
    if write and passed:
        for report in reports:
            click.echo(_write(report), err=as_json)
    click.get_current_context().exit(0 if passed else 1)


def _asked(common: Common, pack: str | None) -> list[str]:
    """Return the ids to check, parents first.

    Raises:
        WrongInput: where there is no such pack, or no pack at all.
    """
    from routewijzer.rules import folders
    from routewijzer.rules.load import PackError, load_pack

    present = folders.available(common.rules)
    asked = pack or common.pack
    if asked is not None and asked not in present:
        accepted = ", ".join(present) or text.load().faults.nothing
        raise WrongInput(text.load().faults.pack_missing.format(pack=asked, accepted=accepted))
    if not present:
        raise WrongInput(_WORDS.no_packs.format(folder=common.rules))
    found: dict[str, None] = {}

    def add(name: str) -> None:
        try:
            parents = load_pack(common.rules, name).parents
        except PackError:
            parents = {}  # told when it is checked
        for parent, version in parents.items():
            if version == folders.current(common.rules, parent):
                add(parent)
        found[name] = None

    for name in [asked] if asked else present:
        add(name)
    return list(found)


def _lean(report: Report, before: list[Report]) -> None:
    """A pack that builds on one that is not in order is not in order."""
    parents = report.loaded.parents if report.loaded else {}
    for parent in before:
        if parent.pack in parents and not parent.passed:
            report.faults.append(_CHECKING.parent_failed.format(pack=report.pack, parent=parent.pack))


def _progress(words: str) -> None:
    """Say on a terminal what is being done, on one line that is wiped again."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{words}", err=True, nl=False)


def _tell(report: Report, *, writes: bool) -> None:
    from routewijzer.proof.counterexample import lines

    head = {"pack": report.pack, "version": report.version or ""}
    for fault in (*report.faults, *report.cases.told, *report.checks.told):
        click.echo(fault)
    for found in report.broken:
        for line in lines(found, report.pack):
            click.echo(line)
    for template, examples in ((_CHECKING.cases, report.cases), (_CHECKING.checks, report.checks)):
        if examples.total:
            click.echo(template.format(**head, passed=examples.right, total=examples.total))
    if report.proved:
        click.echo(_CHECKING.proved.format(**head, proved=report.proved, broken=len(report.broken)))
    _tell_coverage(report, head)
    _tell_mutants(report, head)
    for note in (*report.notes, *([] if writes or not report.unrecorded else [report.unrecorded])):
        click.echo(note)
    _tell_freshness(report, head)
    if report.passed:
        click.echo(_CHECKING.fine.format(**head))
    else:
        click.echo(_CHECKING.failed.format(**head))


def _tell_coverage(report: Report, head: dict[str, str]) -> None:
    made = report.coverage
    if made is None:
        return
    rows, routes, borders = made.rows, made.routes, made.borders
    parts = {"rows": rows, "routes": routes, "borders": borders}
    gaps = {name: part.touched for name, part in parts.items()}
    gaps |= {f"all_{name}": part.total for name, part in parts.items()}
    click.echo(_CHECKING.coverage.format(**head, **gaps))
    missing = (*rows.missing, *routes.missing)
    if missing:
        click.echo(_CHECKING.untouched.format(names=", ".join(missing)))


def _tell_mutants(report: Report, head: dict[str, str]) -> None:
    from routewijzer.proof.counterexample import told

    made = report.hunt
    if made is None:
        return
    for one in made.survivors:
        gaps = {"words": one.mutant.words, "answers": told(one.answers)}
        click.echo(_CHECKING.survivor.format(pack=report.pack, **gaps))
    counts = {"example": made.by_example, "property": made.by_property, "harmless": made.harmless}
    click.echo(_CHECKING.mutants.format(**head, **counts, total=made.total, left=len(made.survivors)))


SHOWN = 10
"""How many items stand in a line; all are in `--json`."""


def _tell_freshness(report: Report, head: dict[str, str]) -> None:
    made = report.fresh
    if made is None:
        return
    lines = (
        (_CHECKING.fresh_older, made.older),
        (_CHECKING.fresh_never, made.never),
        (_CHECKING.fresh_confirm, made.confirm),
    )
    for template, items in lines:
        if items:
            names = ", ".join(f"{_KINDS[item.kind]} {item.id}" for item in items[:SHOWN])
            if len(items) > SHOWN:
                names = _CHECKING.fresh_more.format(names=names, count=len(items) - SHOWN)
            click.echo(template.format(**head, count=len(items), names=names))


def _as_json(report: Report) -> dict[str, Any]:
    from routewijzer.case import answer_json
    from routewijzer.proof.counterexample import as_json

    made: dict[str, Any] = {
        "pack": report.pack,
        "version": report.version,
        "digest": report.digest,
        "passed": report.passed,
        "faults": report.faults,
        "cases": report.cases.total,
        "cases_wrong": report.cases.told,
        "checks": report.checks.total,
        "checks_wrong": report.checks.told,
        "proved": report.proved,
        "broken": [as_json(found) for found in report.broken],
        "notes": [*report.notes, *([report.unrecorded] if report.unrecorded else [])],
    }
    if report.coverage is not None:
        parts = {name: getattr(report.coverage, name) for name in ("rows", "routes", "borders")}
        made["coverage"] = {
            name: {"touched": part.touched, "total": part.total, "missing": list(part.missing)}
            for name, part in parts.items()
        }
    if report.fresh is not None:
        made["freshness"] = _fresh_json(report.fresh)
    if report.hunt is not None:
        hunt = report.hunt
        made["mutants"] = {
            "total": hunt.total,
            "by_example": hunt.by_example,
            "by_property": hunt.by_property,
            "harmless": hunt.harmless,
            "survivors": [
                {"what": one.mutant.words, "answers": {k: answer_json(v) for k, v in one.answers.items()}}
                for one in hunt.survivors
            ],
        }
    return made


def _fresh_json(fresh: Freshness) -> dict[str, Any]:
    lists = {"older": fresh.older, "never": fresh.never, "confirm": fresh.confirm}
    return {"on": fresh.on.isoformat()} | {
        name: [
            {
                "kind": item.kind,
                "id": item.id,
                "gecontroleerd_op": item.day.isoformat() if item.day else None,
                "controle_nodig": item.confirm,
            }
            for item in items
        ]
        for name, items in lists.items()
    }


def _save(report: Report, folder: Path) -> list[Path]:
    """Write each counterexample, and the case of each mutant that lives, as a check; return the files.

    Raises:
        WrongInput: where the folder cannot be written in.
    """
    from routewijzer.advice.engine import Engine
    from routewijzer.proof.counterexample import as_check, seen

    if report.loaded is None:
        return []
    engine = Engine(report.loaded)
    made: list[tuple[str, list[str], Any]] = []
    written: list[Path] = []
    for found in report.broken:
        broken = found.broken
        for suffix, case in (("", found.case), ("_anders", found.other)):
            why = [
                _CHECKING.save_why.format(id=broken.id, titel=broken.titel),
                _CHECKING.save_expected.format(expected=broken.expected),
            ]
            if case is not None:
                made.append((f"e{broken.id}{suffix}", why, case))
    for number, one in enumerate(report.hunt.survivors if report.hunt else ()):
        why = [_CHECKING.save_mutant.format(words=one.mutant.words)]
        made.append((f"mutant_{number}", why, seen(engine, one.answers)))
    for name, why, case in made:
        word = "".join(letter if letter.isalnum() else "_" for letter in name.lower())[:40]
        path = folder / f"{report.pack}_{word}.yaml"
        source = as_check(word, [*why, _CHECKING.save_judge], case.answers, case.outcome)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            files.write_atomic(path, source.encode())
        except OSError as error:
            raise WrongInput(_CHECKING.saved_failed.format(folder=folder)) from error
        written.append(path)
    return written


def _write(report: Report) -> str:
    """Record the proof; return what to say of it.

    Raises:
        WrongInput: where the record cannot be written.
    """
    from routewijzer.rules import proofrecord

    if report.loaded is None:
        return ""
    path = proofrecord.path(report.loaded)
    try:
        proofrecord.write(report.loaded)
    except OSError as error:
        raise WrongInput(_CHECKING.record_failed.format(file=path)) from error
    return _CHECKING.record_written.format(pack=report.pack, version=report.version, file=path.name)
