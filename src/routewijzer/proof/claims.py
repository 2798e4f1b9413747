"""The claims of `eigenschappen.yaml` as formulas over an encoded pack."""

from __future__ import annotations

from collections.abc import Sequence

import z3

from routewijzer.proof.encoding import Bool, Encoding, all_of, any_of
from routewijzer.rules.base import Condition
from routewijzer.rules.claimcheck import URGENTIE, begrip_order
from routewijzer.rules.claims import Claim, Eigenschap, Situation


class Claims:
    """Turns the claims of the encoding's own pack, or of a parent of it, into formulas."""

    def __init__(self, encoding: Encoding) -> None:
        """Define the begrippen; this adds axioms to the encoding."""
        self._encoding = encoding
        self._counts = {item.id: item.tel for item in encoding.pack.begrippen if item.tel is not None}
        self._named: dict[str, Bool] = {}
        for item in begrip_order(encoding.pack):
            if item.tel is None:
                formula = any_of(self.situation(one) for one in item.een_van)
                self._named[item.id] = encoding.name(f"?{item.id}", formula)

    def broken(self, claim: Eigenschap) -> Bool:
        """Return the formula that holds of every case that breaks an eigenschap."""
        where = self.one_of(claim.waar)
        if claim.dan:
            return z3.And(where, z3.Not(self.one_of(claim.dan)))
        return z3.And(where, self.one_of(claim.nooit))

    def tested(self, claim: Eigenschap) -> Bool:
        """Return the formula of what an eigenschap forbids, wherever it is: it must be possible somewhere."""
        return z3.Not(self.one_of(claim.dan)) if claim.dan else self.one_of(claim.nooit)

    def one_of(self, situations: Sequence[Situation]) -> Bool:
        """Return the formula "one of these situations holds"."""
        return any_of(self.situation(one) for one in situations)

    def situation(self, situation: Situation) -> Bool:
        """Return the formula "all of this holds"."""
        return all_of(self._claim(name, claim) for name, claim in situation.items())

    def _claim(self, name: str, claim: Claim) -> Bool:
        encoding, pack = self._encoding, self._encoding.pack
        if name in self._counts or name in pack.fact_by_id:
            return self._number_or_fact(name, claim)
        if name in self._named:
            return self._plain({"ja": self._named[name], "nee": z3.Not(self._named[name])}, claim)
        if claim.holds is not None:
            given = encoding.outputs[name]
            return any_of(given[item] for item in claim.holds if item in given)
        if name in pack.decision_by_id and pack.decision_by_id[name].over is not None:
            return encoding.condition(name, _condition(claim))
        if name in pack.decision_by_id:
            order = list(encoding.outputs[name])
            return self._ordered(order, encoding.at_least(name), claim)
        levels = encoding.urgentie if name == URGENTIE else encoding.routes[name]
        return self._ordered(list(pack.urgentie_by_id), levels, claim)

    def _number_or_fact(self, name: str, claim: Claim) -> Bool:
        over = self._counts.get(name)
        if over is None:
            return self._encoding.condition(name, _condition(claim))
        if claim.at_least is not None:
            return self._encoding.count(over, int(claim.at_least))
        return z3.Not(self._encoding.count(over, int(claim.at_most or 0) + 1))

    def _ordered(self, order: list[str], levels: list[Bool], claim: Claim) -> Bool:
        """A claim on something with an order; `levels` says for each place "at least so far up"."""
        if claim.at_least is not None:
            return levels[order.index(str(claim.at_least))]
        if claim.at_most is not None:
            place = order.index(str(claim.at_most))
            return z3.Not(levels[place - 1]) if place else z3.BoolVal(val=True)
        exact = {
            value: z3.And(levels[at], z3.Not(levels[at - 1])) if at else levels[0]
            for at, value in enumerate(order)
        }
        return self._plain(exact, claim)

    @staticmethod
    def _plain(given: dict[str, Bool], claim: Claim) -> Bool:
        if claim.one_of is not None:
            return any_of(given[value] for value in claim.one_of)
        return z3.Not(any_of(given[value] for value in claim.none_of or ()))


def _condition(claim: Claim) -> Condition:
    """Return the condition of a row that asks the same: of a fact, or of a COUNT table."""
    asked = {name: value for name, value in claim.model_dump().items() if value is not None}
    return Condition.model_construct(**asked)
