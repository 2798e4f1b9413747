"""The words of proofs, checks and mutants (`proving.toml`)."""

from __future__ import annotations

from routewijzer.text.section import Section


class Proving(Section):
    """What is said of properties and of the cases that break them."""

    claim: str
    claim_never: str
    total: str
    total_expected: str
    one: str
    one_expected: str
    route: str
    route_expected: str
    parent: str
    parent_expected: str
    dead: str
    dead_never: str
    dead_shadow: str
    safer: str
    safer_expected: str
    progress_claims: str
    progress_rows: str
    progress_unknown: str
    broken: str
    case: str
    other_case: str
    no_answers: str
    came: str
    came_more: str
    rows: str
    expected: str
    empty_where: str
    empty_then: str
    nothing: str


class Mutants(Section):
    """How a rule that is wrong on purpose is told."""

    row: str
    milder: str
    condition: str
    value: str
    group: str


class Checking(Section):
    """What `rules check` says."""

    kind_case: str
    kind_check: str
    unreadable: str
    other: str
    provisional: str
    older: str
    older_unproved: str
    no_example: str
    undecided: str
    no_z3: str
    no_z3_known: str
    apart: str
    progress_compare: str
    progress_mutants: str
    unproved: str
    record_missing: str
    record_damaged: str
    record_rules: str
    record_texts: str
    record_written: str
    record_failed: str
    cases: str
    checks: str
    proved: str
    coverage: str
    untouched: str
    mutants: str
    survivor: str
    fresh_older: str
    fresh_never: str
    fresh_confirm: str
    fresh_more: str
    fresh_source: str
    fresh_fact: str
    fresh_route: str
    fresh_term: str
    fresh_partner: str
    fresh_artikel: str
    fresh_cijfer: str
    fine: str
    failed: str
    parent_failed: str
    saved: str
    saved_failed: str
    save_why: str
    save_expected: str
    save_mutant: str
    save_judge: str
    opt_mutants: str
    opt_write: str
    opt_save: str
