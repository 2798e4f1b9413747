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
STILL_TYPING = 0.5
"""What it weighs, in errors, that a word is not finished."""
SPREAD = 0.6
"""How many errors more than the nearest another entry may have and still be shown."""
RANK_WEIGHS = 0.15
"""What a rank weighs, in errors: "Stalking" goes before what is also called "stalker"."""
ASKING_FROM = 3
"""Letters that a word beside small words has at least, for these to be left out."""
TOO_MANY = 9.0
"""Errors from which nothing is like it."""
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
    """An entry made ready: plain, each field as its words with a space before every one of them."""

    id: str
    name: str
    bare: str
    """The name without small words in front: "loket" of "Het Loket"."""
    names: tuple[str, ...]
    joined: tuple[str, ...]
    """All names as one word each."""
    fields: tuple[tuple[Rank, str], ...]
    sounds: dict[str, str]
    """Words of all names, and the names as one word: as they sound, and as they are written."""


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
        self._sounds = frozenset(word for entry in self._entries for word in entry.sounds)

    def find(self, query: str) -> Found:
        """Return what a query finds; "" finds everything, by the alphabet.

        Every word of the query, but for small ones, must begin a word of the entry. Where no entry has them
        all, words may stand inside others, or hold a typing error.
        """
        wanted = words_of(query)
        if not wanted:
            return Found(tuple(entry.id for entry in self._entries))
        ranked = self._ranked(wanted)
        bare = tuple(word for word in wanted if word not in self._small)
        if bare != wanted and any(len(word) >= ASKING_FROM for word in bare):
            for id_, rank in self._ranked(bare).items():
                ranked[id_] = min(rank, ranked.get(id_, rank))
            wanted = bare
        near = all(rank >= Rank.INSIDE for rank in ranked.values())
        if near:
            ranked = self._near(wanted) | ranked
        ids = tuple(id_ for id_, _ in sorted(ranked.items(), key=lambda pair: pair[1]))
        return Found(ids, near=bool(ranked) and min(ranked.values()) >= Rank.NEAR)

    def _ranked(self, wanted: tuple[str, ...]) -> dict[str, float]:
        ranked = ((entry.id, _rank(entry, wanted)) for entry in self._entries)
        return {id_: float(rank) for id_, rank in ranked if rank < Rank.NEAR}

    def _near(self, wanted: tuple[str, ...]) -> dict[str, float]:
        """Return entries with a name like what was typed, the fewest errors first.

        How well the words fit that were meant counts too: the name itself goes before a word of it.
        """
        apart = [self._likes(_sound(word)) for word in wanted]
        joined = self._likes(_sound("".join(wanted)))
        found: dict[str, tuple[float, float]] = {}
        for entry in self._entries:
            meant = [_nearest(likes, entry.sounds) for likes in apart]
            ways = [meant, [_nearest(joined, entry.sounds)]]
            errors, words = min((sum(count for count, _ in way), [word for _, word in way]) for way in ways)
            if errors < TOO_MANY:
                rank = _rank(entry, tuple(entry.sounds[word] for word in words))
                found[entry.id] = errors, errors + RANK_WEIGHS * rank
        most = min((errors for errors, _ in found.values()), default=0.0) + SPREAD
        return {id_: Rank.NEAR + score / 100 for id_, (errors, score) in found.items() if errors <= most}

    def _likes(self, typed: str) -> dict[str, float]:
        """Return the words of all names that are like what was typed, with the errors between.

        A word that is still being typed counts too: it is held against the begin of a longer one.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        size = len(typed)
        most = 2 if size >= TWO_ERRORS_FROM else 1 if size >= NEAR_FROM else 0
        begins = {
            (word, end): word[:end] for word in self._sounds for end in (size, size + 1) if len(word) > end
        }
        found: dict[str, float] = {}
        for choices, more in ((begins, STILL_TYPING), ({(word, 0): word for word in self._sounds}, 0.0)):
            for _, errors, (word, _) in extract(
                typed, choices, scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                found[word] = min(errors + more, found.get(word, TOO_MANY))
        return found


def _read(entry: Entry, small: Collection[str]) -> _Read:
    words = words_of(entry.name)
    bare = " ".join(dropwhile(lambda word: word in small, words))
    others = [words_of(name) for name in entry.also]
    names = tuple(" ".join(each) for each in (words, *others))
    heard = {_sound(word): word for name in (words, *others) for word in ("".join(name), *name)}
    also = tuple(word for name in others for word in name)
    text = words_of(entry.text)
    fields = {
        Rank.NAME_WORD: words,
        Rank.OTHER_NAME_WORD: also,
        Rank.TEXT: text,
        Rank.MIXED: (*words, *also, *text),
    }
    return _Read(
        id=entry.id,
        name=names[0],
        bare=bare,
        names=names,
        joined=tuple(name.replace(" ", "") for name in names),
        fields=tuple((rank, "".join(f" {word}" for word in field)) for rank, field in fields.items()),
        sounds=heard,
    )


def _rank(entry: _Read, wanted: tuple[str, ...]) -> Rank:
    """Return how well an entry fits what is asked."""
    asked, joined = " ".join(wanted), "".join(wanted)
    if asked in (entry.name, entry.bare):
        return Rank.NAME
    if entry.name.startswith(asked) or entry.bare.startswith(asked) or entry.joined[0].startswith(joined):
        return Rank.NAME_BEGINS
    if asked in entry.names or joined in entry.joined:
        return Rank.OTHER_NAME
    begins = [f" {word}" for word in wanted]
    for rank, field in entry.fields:
        if all(begin in field for begin in begins):
            return rank
    if any(name.startswith(joined) for name in entry.joined):
        return Rank.OTHER_NAME_WORD
    long = all(len(word) >= INSIDE_FROM for word in wanted)
    inside = long and all(any(word in name for name in entry.joined) for word in wanted)
    return Rank.INSIDE if inside else Rank.MISSED


def _sound(word: str) -> str:
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return word


def _nearest(likes: dict[str, float], words: Collection[str]) -> tuple[float, str]:
    """Return the fewest errors to any of the words, and that word; TOO_MANY where none is like it."""
    return min(((likes[word], word) for word in words if word in likes), default=(TOO_MANY, ""))
