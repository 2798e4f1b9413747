"""The words of proofs, checks and mutants (`proving.toml`)."""

from __future__ import annotations

from routewijzer.text.section import Section


class Proving(Section):
    """What `rules check` says of properties."""

    claim: str
    total: str
    total_expected: str
    one: str
    one_expected: str
    route: str
    route_expected: str
    parent: str
    dead: str
    dead_never: str
    dead_shadow: str
    safer: str
    safer_expected: str
    progress_claims: str
    progress_rows: str
    progress_unknown: str
