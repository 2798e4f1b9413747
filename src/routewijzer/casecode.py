"""A case as a short code for paper and drafts, and back.

All answers together are one number in a mixed radix (unanswered and onbekend stay apart). With a
fingerprint of the pack's id, version and questions above it, and times a prime, it is written in
base 32. The prime catches every single wrong character (a difference below 32 is no multiple of it)
and every swap of two (32 to no distance within the code is 1 modulo the prime).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from types import MappingProxyType

from routewijzer import text
from routewijzer.case import Answer, Case
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact, RulePack

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U."""

PRIME = 59
"""32 has order 58 modulo 59: no swap within 58 characters goes unseen."""

GROUP = 7
"""Characters in a group; a code is a whole number of groups."""

FINGERPRINTS = 2**12
"""A code has room for at least this many packs and versions."""

_PAIRS = [a + b for a in ALPHABET for b in ALPHABET]
_DIGIT = {letter: at for at, upper in enumerate(ALPHABET) for letter in (upper, upper.lower())}


class CodeError(Exception):
    """A code that cannot be read: one sentence on why."""


class UnknownVersionError(CodeError):
    """A code that is whole, of a pack or version other than the one asked."""


class Codec:
    """Writes and reads the codes of one pack version."""

    def __init__(self, pack: RulePack) -> None:
        """Lay out the answers of this pack as the digits of one number."""
        self.pack = pack
        self._places: dict[str, tuple[Fact, int]] = {}
        total = 1
        for fact in pack.facts:
            self._places[fact.id] = (fact, total)
            total *= _size(fact)
        self.states = total
        length = 0
        while 32**length < total * PRIME * FINGERPRINTS:
            length += GROUP
        self.length = length
        self._shifts = tuple(reversed(range(0, 5 * length, 10)))
        self._groups = range(0, length, GROUP)
        room = 32**length // (PRIME * total)
        layout = [pack.id, pack.version, [[fact.id, fact.kind, list(fact.domain)] for fact in pack.facts]]
        digest = hashlib.sha256(json.dumps(layout).encode()).digest()
        self.fingerprint = int.from_bytes(digest) % room
        self._base = self.fingerprint * total

    def part(self, fact: str, value: Answer) -> int:
        """Return what one right answer adds to the number of a case."""
        known, place = self._places[fact]
        return _index(known, value) * place

    def finish(self, number: int) -> str:
        """Return the code of a case from the sum of its parts: groups with hyphens, upper case."""
        whole_number = (self._base + number) * PRIME
        plain = "".join([_PAIRS[whole_number >> shift & 1023] for shift in self._shifts])[-self.length :]
        return "-".join([plain[at : at + GROUP] for at in self._groups])

    def encode(self, case: Case) -> str:
        """Return the code of a case of this pack."""
        return self.finish(sum(self.part(fact, value) for fact, value in case.answers.items()))

    def decode(self, code: str) -> Case:
        """Return the case of a code; case-insensitive, hyphens, spaces and line ends optional.

        Raises:
            UnknownVersionError: where the code is whole but of another pack or version.
            CodeError: where a character is wrong, missing or swapped.
        """
        words = text.load().code
        number, length = whole(code)
        if length != self.length:
            raise UnknownVersionError(words.version)
        fingerprint, rest = divmod(number, self.states)
        if fingerprint != self.fingerprint:
            raise UnknownVersionError(words.version)
        answers: dict[str, Answer] = {}
        for fact, _ in self._places.values():
            rest, index = divmod(rest, _size(fact))
            if index:
                answers[fact.id] = _value(fact, index)
        return Case(self.pack.id, MappingProxyType(answers))


def whole(code: str) -> tuple[int, int]:
    """Return the number in a code, its check taken off, and how many characters it has.

    Raises:
        CodeError: where a character is none of the alphabet, or the check does not come out.
    """
    words = text.load().code
    plain = "".join(code.replace("-", "").split())
    if not plain:
        raise CodeError(words.empty)
    for letter in plain:
        if letter not in _DIGIT:
            raise CodeError(words.letter.format(letter=letter, accepted=ALPHABET))
    if len(plain) % GROUP or len(plain) >= PRIME:
        raise CodeError(words.length.format(got=len(plain), group=GROUP))
    number = 0
    for letter in plain:
        number = number * 32 + _DIGIT[letter]
    if number % PRIME:
        raise CodeError(words.check)
    return number // PRIME, len(plain)


def _size(fact: Fact) -> int:
    """Return how many states a fact has, unanswered included."""
    return 2 + 2 ** len(fact.values) if fact.kind == "meerkeuze" else 1 + len(fact.domain)


def _index(fact: Fact, value: Answer) -> int:
    if isinstance(value, str):
        return 1 if fact.kind == "meerkeuze" else 1 + fact.domain.index(value)
    return 2 + sum(1 << fact.values.index(item) for item in value)


def _value(fact: Fact, index: int) -> Answer:
    if fact.kind != "meerkeuze":
        return fact.domain[index - 1]
    if index == 1:
        return UNKNOWN
    return tuple(item for at, item in enumerate(fact.values) if (index - 2) >> at & 1)


def clashes(pack: RulePack, others: Iterable[RulePack]) -> list[str]:
    """Return a sentence for each other pack whose codes could be taken for codes of this one."""
    mine = Codec(pack)
    words = text.load().faults.fingerprint
    return [
        words.format(pack=pack.id, version=pack.version, other=f"{other.id} {other.version}")
        for other, codec in ((other, Codec(other)) for other in others)
        if (codec.length, codec.fingerprint, codec.states) == (mine.length, mine.fingerprint, mine.states)
    ]
