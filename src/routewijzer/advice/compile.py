"""Decision tables as bit masks, made once for a pack.

Every row of every table has one bit. For each answer (and each output of a table) there is the mask
of rows whose condition on it holds, rows without such a condition included. A case is then an AND
over its answers. Tables stand in the order in which they must be read; inside a table the first row
has the highest bit, and a PRIORITY table stands from its most severe output down. So the row that
decides is the highest live bit of a table, FIRST and PRIORITY alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from routewijzer.case import Answer
from routewijzer.casecode import Codec
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Decision, Fact, Rule, RulePack
from routewijzer.rules.references import order


class Entry(NamedTuple):
    """What one answer to one fact does."""

    ok: int
    """Rows that its condition leaves standing."""
    adds: int
    """What it adds to the packed sums: the case code's number, an answer, the counts (see `unpack`)."""


@dataclass(slots=True)
class Row:
    """One row of a table and its bit."""

    rule: Rule
    table: str
    bit: int


@dataclass(slots=True)
class Table:
    """One table: its rows in the order of their bits."""

    id: str
    policy: str
    rows: list[Row]
    mask: int = 0
    shift: int = 0
    """Of a COUNT table: where its number stands in the packed counts."""
    members: tuple[str, ...] = ()
    is_: str = ""


COUNT_BITS = 6
COUNT_MASK = 2**COUNT_BITS - 1
ANSWERS = 2**10
"""More than the facts of a pack: room for the number of answers in the packed sums."""


def holds(condition: Condition, value: Answer | int) -> bool:
    """Return whether a condition holds of an answer, an output or a count.

    An unanswered fact is given as "onbekend".
    """
    if condition.one_of is not None:
        return value in condition.one_of
    if condition.none_of is not None:
        return value not in condition.none_of
    if condition.holds is not None:
        return isinstance(value, tuple) and any(item in value for item in condition.holds)
    if isinstance(value, tuple):
        value = len(value)
    if not isinstance(value, int):
        return False
    if condition.at_least is not None:
        return value >= condition.at_least
    return condition.at_most is not None and value <= condition.at_most


class Compiled:
    """A pack ready to be evaluated: see the module's docstring."""

    def __init__(self, pack: RulePack) -> None:
        """Lay the pack's tables out in bits."""
        self.pack = pack
        self.codec = Codec(pack)
        self.tables: dict[str, Table] = {}
        self.rows: list[Row] = []
        self._readers: dict[str, list[Row]] = {}
        counts = 0
        for decision in order(pack):
            table = self._lay_out(decision)
            if decision.over is not None:
                table.shift, table.is_ = counts * COUNT_BITS, decision.over.is_
                table.members = tuple(f.id for f in pack.facts if f.group == decision.over.group)
                counts += 1
        self.count_room = 1 << counts * COUNT_BITS
        self.all = (1 << len(self.rows)) - 1
        self._facts_read()
        self.entries = {fact.id: self._entries(fact) for fact in pack.facts}
        self.lists = {fact.id: Lists(self, fact) for fact in pack.facts if fact.kind == "meerkeuze"}
        self.blank = {
            fact.id: Entry(self.standing(fact.id, UNKNOWN), self._counts(fact, UNKNOWN))
            for fact in pack.facts
        }
        self.by_length = {row.bit.bit_length(): row for row in self.rows}
        """The highest row of a mask, by the mask's bit length."""
        self.decides = self._decides()
        """By the bit length of a mask: the output of its highest row, and the rows this leaves standing."""

    def _lay_out(self, decision: Decision) -> Table:
        rules: Iterable[Rule] = decision.rules
        if decision.hit_policy == "priority":
            rules = sorted(decision.rules, key=lambda rule: decision.output.index(rule.then))
        rules = list(rules)
        last = len(self.rows) + len(rules) - 1
        rows = [Row(rule, decision.id, 1 << last - at) for at, rule in enumerate(rules)]
        self.rows += rows
        table = Table(decision.id, decision.hit_policy, rows, mask=sum(row.bit for row in rows))
        self.tables[decision.id] = table
        return table

    def _facts_read(self) -> None:
        for row in self.rows:
            for name in row.rule.when:
                self._readers.setdefault(name, []).append(row)

    def standing(self, name: str, value: Answer | int) -> int:
        """Return the rows whose condition on `name` (a fact or table) holds of `value`, or that have none."""
        mask = self.all
        for row in self._readers.get(name, ()):
            if not holds(row.rule.when[name], value):
                mask &= ~row.bit
        return mask

    def entry(self, fact: Fact, value: Answer) -> Entry:
        """Return what an answer does."""
        number = self.codec.part(fact.id, value) * ANSWERS + 1
        return Entry(self.standing(fact.id, value), number * self.count_room + self._counts(fact, value))

    def _counts(self, fact: Fact, value: Answer) -> int:
        tables = self.tables.values()
        return sum(1 << table.shift for table in tables if fact.id in table.members and value == table.is_)

    def unpack(self, sums: int) -> tuple[int, int, int]:
        """Return the case code's number, how many answers there are, and the packed counts."""
        rest, counts = divmod(sums, self.count_room)
        number, answers = divmod(rest, ANSWERS)
        return number, answers, counts

    def _entries(self, fact: Fact) -> dict[Answer, Entry]:
        """Return the entries of a fact by value; of a meerkeuze only that of onbekend (see `Lists`)."""
        values = (UNKNOWN,) if fact.kind == "meerkeuze" else fact.domain
        return {value: self.entry(fact, value) for value in values}

    def find(self, fact: str, value: Answer) -> Entry:
        """Return what an answer does; of a list, from what its values do one by one."""
        if isinstance(value, str):
            return self.entries[fact][value]
        return self.lists[fact].entry(value)

    def _decides(self) -> list[tuple[str, int]]:
        decides = [("", 0)] * (len(self.rows) + 1)
        for row in self.rows:
            decides[row.bit.bit_length()] = (row.rule.then, self.standing(row.table, row.rule.then))
        return decides

    def count_masks(self, table: Table) -> list[int]:
        """Return, for each number a COUNT table can give, the rows that it leaves standing."""
        return [self.standing(table.id, number) for number in range(len(table.members) + 1)]


class Lists:
    """What lists of one meerkeuze do. A row asks one thing of it: values, a number, or that it is known.

    So the rows that stand are those that ask nothing of it, those of each value, and those of the length.
    """

    def __init__(self, compiled: Compiled, fact: Fact) -> None:
        """Prepare what each value and each length adds."""
        self._room = compiled.count_room
        self._values: dict[str, tuple[int, int]] = {}
        for value in fact.values:
            part = compiled.codec.part(fact.id, (value,)) - compiled.codec.part(fact.id, ())
            holding = [row for row in compiled.rows if _asks(row, fact, value)]
            self._values[value] = (sum(row.bit for row in holding), part)
        self._lengths = []
        for length in range(len(fact.values) + 1):
            long = [row for row in compiled.rows if _asks_length(row, fact, fact.values[:length])]
            free = [row for row in compiled.rows if fact.id not in row.rule.when or _asks_known(row, fact)]
            self._lengths.append(sum(row.bit for row in long) | sum(row.bit for row in free))
        self._start = compiled.codec.part(fact.id, ())

    def entry(self, value: tuple[str, ...]) -> Entry:
        """Return what a list does; KeyError for a value that is none of the fact's."""
        ok, number = self._lengths[len(value)], self._start
        for item in value:
            holding, part = self._values[item]
            ok |= holding
            number += part
        return Entry(ok, (number * ANSWERS + 1) * self._room)


def _asks(row: Row, fact: Fact, value: str) -> bool:
    condition = row.rule.when.get(fact.id)
    return condition is not None and condition.holds is not None and value in condition.holds


def _asks_length(row: Row, fact: Fact, value: tuple[str, ...]) -> bool:
    condition = row.rule.when.get(fact.id)
    asks = condition is not None and (condition.at_least is not None or condition.at_most is not None)
    return asks and condition is not None and holds(condition, value)


def _asks_known(row: Row, fact: Fact) -> bool:
    condition = row.rule.when.get(fact.id)
    return condition is not None and condition.none_of is not None
