"""What the worked cases and checks of a pack touch, counted once for each engine."""

from __future__ import annotations

from functools import lru_cache

from routewijzer import text
from routewijzer.advice.coverage import Coverage, coverage
from routewijzer.advice.engine import Engine
from routewijzer.rules.load import PackError, load_cases, load_checks


@lru_cache(maxsize=2)  # the pack of the app, and one that was chosen before it
def covered(engine: Engine) -> tuple[Coverage | None, str]:
    """Return what the pack's own cases and checks touch, and the first fault where they cannot be read."""
    try:
        cases = [case.answers for case in load_cases(engine.pack)]
        cases += [check.answers for check in load_checks(engine.pack)]
    except PackError as error:
        return None, str(error.faults[0])
    return coverage(engine, cases), ""


def line(engine: Engine) -> str:
    """Return one line about the whole pack: how much of it the cases touch, or why that is not known."""
    words = text.load().rulebook
    made, fault = covered(engine)
    if made is None:
        return words.coverage_fault.format(fault=fault)
    return words.coverage.format(
        rows=made.rows.touched,
        rows_total=made.rows.total,
        routes=made.routes.touched,
        routes_total=made.routes.total,
        borders=made.borders.touched,
        borders_total=made.borders.total,
    )
