"""One search over everything that can be looked up: by name, other names and text, and with typing errors.

Case, accents and signs do not matter, and neither does a space in the wrong place. Free of Qt; rapidfuzz
comes in with the first query that nothing answers as it stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import dropwhile

NEAR_FROM = 4
"""Letters that a word has at least before it may hold a typing error."""
TWO_ERRORS_FROM = 7
"""Letters from which a word may hold two."""
INSIDE_FROM = 5
"""Letters from which a word is also looked for in the middle of others: "verbod" in "huisverbod"."""
SOUNDS = (("ij", "y"), ("ei", "y"), ("ou", "au"), ("ph", "f"))
"""What sounds alike, before typing errors are counted."""


class Rank(IntEnum):
    """How well something fits, the best first."""

    NAME = 0
    NAME_BEGINS = 1
    OTHER_NAME = 2
    NAME_WORD = 3
    OTHER_NAME_WORD = 4
    TEXT = 5
    MIXED = 6
    INSIDE = 7
    NEAR = 8
    MISSED = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    """Other words people search for."""
    text: str = ""
    """What else is read for words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds, the best first. `near`: nothing fits as it was typed, these come closest."""

    ids: tuple[str, ...]
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """An entry made ready: plain, and in words."""

    id: str
    name: str
    bare: str
    """The name without small words in front: "loket" of "Het Loket"."""
    names: tuple[str, ...]
    """All names, plain."""
    words: tuple[str, ...]
    """Words of the name."""
    also: tuple[str, ...]
    """Words of the other names."""
    text: tuple[str, ...]
    sounds: tuple[str, ...]
    """Words of all names, and the names as one word, as they sound."""


def plain(words: str) -> str:
    """Return text for comparing: small letters without accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """Return the plain words of a text: "Wat als-vraag" gives wat, als, vraag."""
    return tuple("".join(letter if letter.isalnum() else " " for letter in plain(text)).split())


class Index:
    """Entries made ready once; every query reads them from here."""

    def __init__(self, entries: Iterable[Entry], small: Collection[str] = ()) -> None:
        """Take the entries, and small words ("de", "wat") that a query may hold without asking for them."""
        self._small = frozenset(plain(word) for word in small)
        read = (_read(entry, self._small) for entry in entries)
        self._entries = sorted(read, key=lambda entry: (entry.name, entry.id))

    def find(self, query: str) -> Found:
        """Return what a query finds; "" finds everything, by the alphabet.

        Every word of the query must begin a word of the entry. Where no entry has them all, small words are
        left out; where that does not help either, words may stand inside others, or hold a typing error.
        """
        wanted = words_of(query)
        if not wanted:
            return Found(tuple(entry.id for entry in self._entries))
        ranked = self._ranked(wanted)
        bare = tuple(word for word in wanted if word not in self._small)
        if not ranked and bare and bare != wanted:
            wanted, ranked = bare, self._ranked(bare)
        if all(rank >= Rank.INSIDE for rank, _ in ranked):
            ranked += _near(wanted, [entry for entry in self._entries if entry.id not in dict(_ids(ranked))])
        ids = tuple(id_ for id_, _ in _ids(sorted(ranked, key=lambda pair: pair[0])))
        return Found(ids, near=bool(ranked) and all(rank >= Rank.NEAR for rank, _ in ranked))

    def _ranked(self, wanted: tuple[str, ...]) -> list[tuple[float, str]]:
        ranked = ((_rank(entry, wanted), entry.id) for entry in self._entries)
        return [(float(rank), id_) for rank, id_ in ranked if rank < Rank.NEAR]


def _ids(ranked: Iterable[tuple[float, str]]) -> Iterable[tuple[str, float]]:
    return ((id_, rank) for rank, id_ in ranked)


def _read(entry: Entry, small: Collection[str]) -> _Read:
    words = words_of(entry.name)
    bare = " ".join(dropwhile(lambda word: word in small, words))
    others = [words_of(name) for name in entry.also]
    names = tuple(" ".join(each) for each in (words, *others))
    heard = {_sound(word) for name in (words, *others) for word in (*name, "".join(name))}
    also = tuple(word for name in others for word in name)
    return _Read(entry.id, names[0], bare, names, words, also, words_of(entry.text), tuple(sorted(heard)))


def _rank(entry: _Read, wanted: tuple[str, ...]) -> Rank:
    """Return how well an entry fits what is asked."""
    asked, joined = " ".join(wanted), "".join(wanted)
    whole = [name.replace(" ", "") for name in entry.names]
    if asked in (entry.name, entry.bare):
        return Rank.NAME
    if any(name.startswith(asked) for name in (entry.name, entry.bare)) or whole[0].startswith(joined):
        return Rank.NAME_BEGINS
    if asked in entry.names or joined in whole:
        return Rank.OTHER_NAME
    fields = {
        Rank.NAME_WORD: entry.words,
        Rank.OTHER_NAME_WORD: entry.also,
        Rank.TEXT: entry.text,
        Rank.MIXED: (*entry.words, *entry.also, *entry.text),
    }
    for rank, field in fields.items():
        if _begins(wanted, field):
            return rank
    if any(name.startswith(joined) for name in whole):
        return Rank.OTHER_NAME_WORD
    long = all(len(word) >= INSIDE_FROM for word in wanted)
    inside = long and all(any(word in name for name in whole) for word in wanted)
    return Rank.INSIDE if inside else Rank.MISSED


def _begins(wanted: tuple[str, ...], field: tuple[str, ...]) -> bool:
    """Whether every wanted word begins a word of the field."""
    return all(any(word.startswith(start) for word in field) for start in wanted)


def _sound(word: str) -> str:
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return word


def _near(wanted: tuple[str, ...], entries: Iterable[_Read]) -> list[tuple[float, str]]:
    """Return the entries with a name like what was typed: the fewest errors first, as part of a rank."""
    heard = [_sound(word) for word in wanted]
    joined = "".join(heard)
    ranked = []
    for entry in entries:
        apart = [_errors(word, entry.sounds) for word in heard]
        counts = [_errors(joined, entry.sounds)]
        counts += [sum(count for count in apart if count is not None)] if None not in apart else []
        known = [count for count in counts if count is not None]
        if known:
            ranked.append((Rank.NEAR + min(known) / 100, entry.id))
    return ranked


def _errors(typed: str, words: Iterable[str]) -> float | None:
    """Return how many errors lie between what was typed and the nearest word; None where it is too many.

    A word that is still being typed counts too: it is held against the begin of a longer one, which weighs
    half an error more.
    """
    from rapidfuzz.distance import OSA

    most = 2 if len(typed) >= TWO_ERRORS_FROM else 1 if len(typed) >= NEAR_FROM else 0
    best: float | None = None
    for word in words:
        for begin, extra in ((word, 0.0), (word[: len(typed)], 0.5), (word[: len(typed) + 1], 0.5)):
            count = OSA.distance(typed, begin, score_cutoff=most)
            if count <= most and (best is None or count + extra < best):
                best = count + extra
    return best
