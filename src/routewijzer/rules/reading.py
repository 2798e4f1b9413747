"""How a condition reads in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from routewijzer import text
from routewijzer.rules.base import Condition
from routewijzer.rules.claims import Claim, Situation


def condition_words(condition: Condition | Claim, labels: Mapping[str, str] | None = None) -> str:
    """Return a condition as words: "is ja", "is niet man", "bevat stalking", "minstens 3".

    Args:
        condition: of one input.
        labels: words for its values; the values themselves where there are none.
    """
    words, known = text.load().conditions, labels or {}

    def named(values: tuple[str, ...]) -> str:
        return words.of.join(known.get(value, value) for value in values)

    if condition.one_of is not None:
        return words.is_.format(values=named(condition.one_of))
    if condition.none_of is not None:
        return words.is_not.format(values=named(condition.none_of))
    if condition.holds is not None:
        return words.holds.format(values=named(condition.holds))
    if condition.at_least is not None:
        return words.at_least.format(number=condition.at_least)
    return words.at_most.format(number=condition.at_most)


def situation_words(situations: Sequence[Situation]) -> str:
    """Return alternatives of claims as words: "besluit minstens melden; of acties bevat vastleggen"."""
    words = text.load().conditions
    told = [
        words.both.join(f"{name} {condition_words(claim)}" for name, claim in one.items())
        for one in situations
    ]
    return words.either.join(told)
