"""What the worked cases and checks of a pack touch, counted once for each engine."""

from __future__ import annotations

from functools import lru_cache

from routewijzer import text
from routewijzer.advice import working
from routewijzer.advice.coverage import Coverage, coverage
from routewijzer.advice.engine import Engine
from routewijzer.case import CaseReader
from routewijzer.rules.load import PackError, load_examples


@lru_cache(maxsize=2)  # the pack of the app, and one that was chosen before it
def covered(engine: Engine) -> tuple[Coverage | None, str]:
    """Return what cases and checks of the pack and its parents touch, and the first fault in them."""
    try:
        examples = load_examples(engine.pack)
    except PackError as error:
        return None, str(error.faults[0])
    return coverage(engine, working.answers(CaseReader(engine.pack), examples)), ""


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
