"""Everything that must hold of a pack before it may be used: faults, examples, proof, and mutants."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from routewijzer import text
from routewijzer.advice import working
from routewijzer.advice.coverage import Coverage, coverage
from routewijzer.advice.engine import Engine
from routewijzer.case import Case, CaseError, CaseReader
from routewijzer.casecode import clashes
from routewijzer.rules import folders, freshness, proofrecord, versions
from routewijzer.rules.folders import available
from routewijzer.rules.knowledge import Knowledge, load_knowledge
from routewijzer.rules.lint import lint, sources_used
from routewijzer.rules.load import (
    PackError,
    load_cases,
    load_checks,
    load_examples,
    load_pack,
)
from routewijzer.rules.model import RulePack
from routewijzer.rules.proofrecord import State
from routewijzer.rules.stories import Check, WorkedCase

if TYPE_CHECKING:
    from routewijzer.proof.counterexample import Counterexample
    from routewijzer.proof.mutants import Hunt

COMPARED = 2_000
"""Random cases on which the formulas are compared with the evaluator at every check."""


@dataclass(slots=True)
class Examples:
    """Worked cases, or checks: how many there are, and what does not come out."""

    total: int = 0
    wrong: dict[str, list[str]] = field(default_factory=dict)
    """Id -> a sentence for each thing that is wrong."""

    @property
    def right(self) -> int:
        """How many come out as they say."""
        return self.total - len(self.wrong)

    @property
    def told(self) -> list[str]:
        """Every sentence."""
        return [line for lines in self.wrong.values() for line in lines]


@dataclass(slots=True)
class Report:
    """What is known of one pack."""

    pack: str
    version: str | None = None
    digest: str | None = None
    faults: list[str] = field(default_factory=list)
    cases: Examples = field(default_factory=Examples)
    checks: Examples = field(default_factory=Examples)
    coverage: Coverage | None = None
    proved: int = 0
    """How many properties hold."""
    broken: list[Counterexample] = field(default_factory=list)
    hunt: Hunt | None = None
    notes: list[str] = field(default_factory=list)
    """What is no fault, but must be known."""
    fresh: freshness.Freshness | None = None
    """What an administrator should hold against its source; no fault."""
    unrecorded: str = ""
    """That no proof of this version is recorded yet; "" where one is."""
    loaded: RulePack | None = None

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        wrong = self.faults or self.cases.wrong or self.checks.wrong or self.broken
        return not wrong and (self.hunt is None or not self.hunt.survivors)


def check(
    rules: Path,
    name: str,
    *,
    mutants: bool = False,
    progress: Callable[[str], None] = lambda _words: None,
    on: dt.date | None = None,
) -> Report:
    """Check one pack.

    Args:
        rules: the folder of packs.
        name: the pack's id.
        mutants: whether rules that are wrong on purpose must be found out too.
        progress: told what is being done, in words.
        on: the day from which `fresh` counts; None is today.
    """
    report = Report(name)
    try:
        pack = load_pack(rules, name)
        parents = [load_pack(rules, parent, version) for parent, version in pack.parents.items()]
        report.loaded, report.version, report.digest = pack, pack.version, pack.digest
        known = load_knowledge(rules, pack)
        report.faults += _faults(rules, pack, known)
        report.fresh = _fresh(rules, pack, parents, known, on or dt.datetime.now().astimezone().date())
        cases, checks = load_cases(pack), load_checks(pack)
        examples = load_examples(pack)
    except PackError as error:
        report.faults += [str(fault) for fault in error.faults]
        return report
    engine, reader = Engine(pack), CaseReader(pack)
    report.cases, report.checks = _examples(engine, reader, cases), _examples(engine, reader, checks)
    if not cases:
        report.faults.append(f"{name}/cases: {text.load().lint.no_cases}")
    own: list[WorkedCase | Check] = [*cases, *checks]
    report.coverage = coverage(engine, working.answers(reader, examples))
    report.faults += _untouched(pack, report.coverage)
    _prove(report, engine, parents, progress)
    if mutants and report.passed:
        _hunt(report, pack, own, parents, progress)
    _record(report, pack)
    return report


def _faults(rules: Path, pack: RulePack, known: Knowledge) -> list[str]:
    """What a careful reader would send back, codes that could be another pack's, older versions that fail."""
    others, elsewhere = [], set[str]()
    for other in available(rules):
        if other != pack.id:
            with contextlib.suppress(PackError):  # its faults are told when it is asked
                others.append(load_pack(rules, other))
    for child in others:
        if pack.id in child.parents:
            elsewhere |= sources_used(child, load_knowledge(rules, child).all)
    faults = [str(fault) for fault in lint(pack, known.all, elsewhere)]
    for version, loaded in versions.all_packs(rules, pack.id)[1:]:
        if isinstance(loaded, RulePack):
            others.append(loaded)
            if proofrecord.state(loaded) is not State.PROVED:
                place = f"{folders.place(loaded.folder)}/{proofrecord.NAME}"
                faults.append(f"{place}: {text.load().checking.older_unproved.format(version=version)}")
        else:
            message = text.load().checking.older
            faults += [message.format(version=version, fault=fault) for fault in loaded]
    return faults + clashes(pack, others)


def _fresh(
    rules: Path, pack: RulePack, parents: Sequence[RulePack], known: Knowledge, on: dt.date
) -> freshness.Freshness:
    """What of the pack itself should be looked at; what is a parent's is told with the parent."""
    above = [item for one in parents for item in freshness.dated(one, load_knowledge(rules, one))]
    return freshness.freshness(freshness.own(freshness.dated(pack, known), above), on)


def _untouched(pack: RulePack, made: Coverage) -> list[str]:
    """A row or route that no example touches could change without anyone seeing it."""
    own, found = f"{folders.place(pack.folder)}/", []
    for key, names in (("rule", made.rows.missing), ("routes", made.routes.missing)):
        for name in names:
            place = pack.where.get(f"{key}:{name}", "")
            if place.startswith(own):
                found.append(f"{place}: {text.load().checking.no_example.format(id=name)}")
    return found


def _examples(engine: Engine, reader: CaseReader, given: Sequence[WorkedCase | Check]) -> Examples:
    made = Examples(len(given))
    for example in given:
        wrong = _wrong(engine, reader, example)
        if wrong:
            made.wrong[example.id] = wrong
    return made


def _wrong(engine: Engine, reader: CaseReader, example: WorkedCase | Check) -> list[str]:
    words, pack = text.load().checking, engine.pack
    kind = words.kind_case if isinstance(example, WorkedCase) else words.kind_check
    gaps = {"pack": pack.id, "kind": kind, "id": example.id}
    try:
        answers = working.read(reader, example)
    except CaseError as error:
        return [words.unreadable.format(**gaps, fault=fault) for fault in error.faults]
    outcome = engine.evaluator.outcome(answers)
    found = [
        words.other.format(**gaps, field=one.field, got=one.got, wanted=one.wanted)
        for one in working.differences(engine.evaluator, outcome, example.verwacht)
    ]
    if isinstance(example, WorkedCase):
        advice = engine.brief(Case(pack.id, answers))
        if not advice.showable:
            found.append(words.provisional.format(**gaps, open=", ".join(advice.open)))
    return found


def _prove(
    report: Report, engine: Engine, parents: Sequence[RulePack], progress: Callable[[str], None]
) -> None:
    words, pack = text.load().checking, engine.pack
    try:
        from routewijzer.proof import counterexample, prover, simulate
        from routewijzer.proof.encoding import Encoding, Space
        from routewijzer.proof.search import Undecided
    except ModuleNotFoundError:
        proved = proofrecord.state(pack) is State.PROVED
        (report.notes if proved else report.faults).append(words.no_z3_known if proved else words.no_z3)
        return
    progress(words.progress_compare.format(pack=pack.id))
    maker = random.Random(COMPARED)  # noqa: S311 - the same cases every time
    some = [simulate.random_answers(pack, maker) for _ in range(COMPARED)]
    apart = simulate.disagreements(Encoding(pack, Space([pack])), engine.evaluator, some)
    if apart:
        report.faults.append(words.apart.format(pack=pack.id, names=", ".join(apart)))
    try:
        made = prover.prove(pack, parents, lambda what: progress(f"{pack.id}: {what}"))
    except Undecided as error:
        report.faults.append(words.undecided.format(pack=pack.id, why=error))
        return
    report.proved = len(made.proved)
    report.broken = [counterexample.of(engine, one) for one in made.broken]


def _hunt(
    report: Report,
    pack: RulePack,
    examples: Sequence[WorkedCase | Check],
    parents: Sequence[RulePack],
    progress: Callable[[str], None],
) -> None:
    try:
        from routewijzer.proof.mutants import hunt
    except ModuleNotFoundError:
        report.faults.append(text.load().checking.no_z3)
        return
    words, reader = text.load().checking, CaseReader(pack)
    vectors = [(one.id, working.read(reader, one), one.verwacht) for one in examples]

    def told(done: int, total: int) -> None:
        progress(words.progress_mutants.format(pack=pack.id, done=done, total=total))

    report.hunt = hunt(pack, vectors, parents, told)


def _record(report: Report, pack: RulePack) -> None:
    """What `proof.json` says must be so."""
    words = text.load().checking
    gaps = {"pack": pack.id, "version": pack.version, "file": proofrecord.NAME}
    state = proofrecord.state(pack)
    if state is State.MISSING:
        report.unrecorded = words.record_missing.format(**gaps)
    elif state is not State.PROVED:
        message = {
            State.DAMAGED: words.record_damaged,
            State.RULES_DIFFER: words.record_rules,
            State.TEXTS_DIFFER: words.record_texts,
        }[state]
        report.faults.append(f"{pack.id}/{proofrecord.NAME}: {message.format(**gaps)}")
