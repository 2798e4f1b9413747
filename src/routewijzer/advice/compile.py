"""Decision tables as bit masks, made once for a pack.

Every row of every table has one bit. For each answer (and each output of a table) there is the mask
of rows whose condition on it holds, rows without such a condition included. A case is then an AND
over its answers. Tables stand in the order in which they must be read; inside a table the first row
has the highest bit, and a PRIORITY table stands from its most severe output down. So the row that
decides is the highest live bit of a table, FIRST and PRIORITY alike.

Above the rows every member of a COUNT table has a bit, which an answer leaves standing where it is counted.
What such a table counts is then how many of its bits stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from routewijzer.case import Answer
from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Decision, Fact, Rule, RulePack
from routewijzer.rules.references import order


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
    """The bits of its rows; of a COUNT table, those of its members."""
    members: Mapping[str, int] = field(default_factory=dict)
    """Of a COUNT table: the bit of each fact that it counts."""
    is_: str = ""


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
        self.tables: dict[str, Table] = {}
        self.rows: list[Row] = []
        self._readers: dict[str, list[Row]] = {}
        for decision in order(pack):
            self._lay_out(decision)
        self.all = (1 << len(self.rows)) - 1
        """The rows."""
        self.counted = 0
        """The bits of all members of COUNT tables."""
        for table in self.tables.values():
            self._lay_out_members(table)
        self.singles = [table for table in self.tables.values() if table.policy in ("first", "priority")]
        """The tables that give one output, in the order in which they are read."""
        self.counts = [table for table in self.tables.values() if table.policy == "count"]
        """The tables that count, in the order in which they are read."""
        self._facts_read()
        self._rows = {fact.id: self._by_value(fact) for fact in pack.facts}
        self._lists = {fact.id: Lists(self, fact) for fact in pack.facts if fact.kind == "meerkeuze"}

    def _lay_out(self, decision: Decision) -> None:
        rules: Iterable[Rule] = decision.rules
        if decision.hit_policy == "priority":
            rules = sorted(decision.rules, key=lambda rule: decision.output.index(rule.then))
        rules = list(rules)
        last = len(self.rows) + len(rules) - 1
        rows = [Row(rule, decision.id, 1 << last - at) for at, rule in enumerate(rules)]
        self.rows += rows
        self.tables[decision.id] = Table(decision.id, decision.hit_policy, rows, sum(row.bit for row in rows))

    def _lay_out_members(self, table: Table) -> None:
        over = self.pack.decision_by_id[table.id].over
        if over is not None:
            first = (self.all | self.counted).bit_length()
            facts = [fact.id for fact in self.pack.facts if fact.group == over.group]
            table.is_, table.members = over.is_, {name: 1 << first + at for at, name in enumerate(facts)}
            table.mask = sum(table.members.values())
            self.counted |= table.mask

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

    def _by_value(self, fact: Fact) -> dict[Answer, int]:
        """Return the rows that single values of a fact leave standing; of a meerkeuze only onbekend."""
        values = (UNKNOWN,) if fact.kind == "meerkeuze" else fact.domain
        return {value: self.standing(fact.id, value) for value in values}

    def find(self, fact: str, value: Answer) -> int:
        """Return the rows that an answer leaves standing: `standing`, from what is known beforehand.

        Raises:
            KeyError: where the fact does not take this answer.
        """
        if isinstance(value, str):
            return self._rows[fact][value]
        return self._lists[fact].find(value)

    def mask(self, fact: str, value: Answer) -> int:
        """Return the rows that an answer leaves standing, and the members of COUNT tables."""
        counted = self.counted
        for table in self.counts:
            if value != table.is_:
                counted ^= table.members.get(fact, 0)
        return self.find(fact, value) | counted

    def after(self, table: Table) -> dict[int, int]:
        """Return what stands after a table gave its output, by the bit length of its live rows."""
        outputs = self.outputs(table)
        left = {output: self.standing(table.id, output) | self.counted for output in outputs.values()}
        return {length: left[output] for length, output in outputs.items()}

    def outputs(self, table: Table) -> dict[int, str]:
        """Return what a table gives, by the bit length of its live rows.

        Where no row holds it is the first, most severe output: unknown is never read as safe.
        """
        worst = self.pack.decision_by_id[table.id].output[0]
        return {0: worst} | {row.bit.bit_length(): row.rule.then for row in table.rows}

    def after_count(self, table: Table) -> list[int]:
        """Return, for each number a COUNT table can give, what stands after it: not its own members."""
        others = self.counted ^ table.mask
        return [self.standing(table.id, number) | others for number in range(len(table.members) + 1)]


class Lists:
    """What lists of one meerkeuze do. A row asks one thing of it: values, a number, or that it is known.

    So the rows that stand are those that ask nothing of it, those of each value, and those of the length.
    """

    def __init__(self, compiled: Compiled, fact: Fact) -> None:
        """Prepare what each value and each length adds."""
        self._values: dict[str, int] = {}
        for value in fact.values:
            self._values[value] = sum(row.bit for row in compiled.rows if _asks(row, fact, value))
        self._lengths = []
        for length in range(len(fact.values) + 1):
            long = [row for row in compiled.rows if _asks_length(row, fact, fact.values[:length])]
            free = [row for row in compiled.rows if fact.id not in row.rule.when or _asks_known(row, fact)]
            self._lengths.append(sum(row.bit for row in long) | sum(row.bit for row in free))

    def find(self, value: tuple[str, ...]) -> int:
        """Return the rows that a list leaves standing; KeyError for a value that is none of the fact's."""
        rows = self._lengths[len(value)]
        for item in value:
            rows |= self._values[item]
        return rows


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
