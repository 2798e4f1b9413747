"""What a row asks and gives, in FEEL: the language of the cells of a DMN table.

Every text here is a value or a test of its own cell. Ids of a pack need no quoting rules: they hold small
letters, digits, underscores and, in a route, one dot.
"""

from __future__ import annotations

from collections.abc import Iterable

from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Fact

ANY = "-"
"""A cell that asks nothing."""

IS_LIST = f'not(list contains(?, "{UNKNOWN}"))'
"""Of a meerkeuze: it is answered and known."""

RESERVED = frozenset(
    (
        "and",
        "between",
        "else",
        "every",
        "external",
        "false",
        "for",
        "function",
        "if",
        "in",
        "instance",
        "not",
        "null",
        "of",
        "or",
        "return",
        "satisfies",
        "some",
        "then",
        "true",
    )
)
"""Words that FEEL keeps for itself: a fact or table with such an id cannot be asked for."""


def value(text: str) -> str:
    """Return a value of a pack as a FEEL string."""
    return f'"{text}"'


def values(texts: Iterable[str]) -> str:
    """Return values with commas between them: as a unary test, one of these."""
    return ",".join(value(text) for text in texts)


def allowed(fact: Fact) -> str:
    """Return the test that every answer to a fact passes.

    A meerkeuze is a list of its values, also an empty one, or the text "onbekend".
    """
    if fact.kind != "meerkeuze":
        return values(fact.domain)
    return f"{value(UNKNOWN)}, every item in ? satisfies list contains([{values(fact.values)}], item)"


def test(condition: Condition | None, *, of_list: bool) -> str:
    """Return a condition as the unary test of a cell, `-` for None.

    Args:
        condition: what the row asks of the column.
        of_list: whether the column is a meerkeuze: a list, or the text "onbekend", which FEEL takes for a
            list of that one text. So `list contains` alone is right of both; a number must look out for it.
            Tests of the type (`instance of`) read better, but engines read them in different ways.
    """
    if condition is None:
        return ANY
    if condition.one_of is not None:
        return values(condition.one_of)
    if condition.none_of is not None:  # of a meerkeuze it can only be: not onbekend
        return IS_LIST if of_list else f"not({values(condition.none_of)})"
    if condition.holds is not None:
        return " or ".join(f"list contains(?, {value(item)})" for item in condition.holds)
    sign, number = (">=", condition.at_least) if condition.at_least is not None else ("<=", condition.at_most)
    return f"(count(?) {sign} {number}) and {IS_LIST}" if of_list else f"{sign} {number}"
