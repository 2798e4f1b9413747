"""Asking z3: is there such a case, and which is the smallest?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import z3

from routewijzer.proof.encoding import Bool


class Undecided(Exception):
    """The solver gave up. It never does on finite choices; a proof that is not there is not a proof."""


class Search:
    """One solver over the axioms of spaces and encodings. It answers for finite choices, always."""

    def __init__(self, axioms: Iterable[Bool]) -> None:
        """Start from axioms; the same axioms in the same order give the same models."""
        self._solver = z3.SolverFor("QF_FD")
        self._solver.add(*axioms)

    def add(self, axioms: Iterable[Bool]) -> None:
        """Tell the solver more axioms."""
        self._solver.add(*axioms)

    @contextmanager
    def given(self, *formulas: Bool) -> Iterator[None]:
        """Hold formulas, and what is added meanwhile, until the block ends."""
        self._solver.push()
        self._solver.add(*formulas)
        try:
            yield
        finally:
            self._solver.pop()

    def find(self, *formulas: Bool) -> Any:
        """Return a model in which all formulas hold, or None where there is none.

        Raises:
            Undecided: where the solver does not know.
        """
        with self.given(*formulas):
            return self._model()

    def _model(self) -> Any:
        found = self._solver.check()
        if found == z3.unknown:
            raise Undecided(self._solver.reason_unknown())
        return self._solver.model() if found == z3.sat else None

    def smallest(self, weights: Sequence[Bool], *formulas: Bool) -> Any:
        """Return a model in which all formulas hold and as few weights as possible, or None.

        Raises:
            Undecided: where the solver does not know.
        """
        best = self.find(*formulas)
        if best is None:
            return None
        counted = [(weight, 1) for weight in weights]
        low, high = 0, _heavy(best, weights)
        while low < high:
            middle = (low + high) // 2
            lighter = self.find(*formulas, z3.PbLe(counted, middle))
            if lighter is None:
                low = middle + 1
            else:
                best, high = lighter, _heavy(lighter, weights)
        return best


def _heavy(model: Any, weights: Sequence[Bool]) -> int:
    return sum(z3.is_true(model.eval(weight, model_completion=True)) for weight in weights)
