"""How a text reads: its sentences, their length, and whether a word is one that most people know."""

from __future__ import annotations

import re
from functools import cache

from wordfreq import zipf_frequency

KNOWN = 3.2
"""Zipf frequency from which a word counts as known: some 1.6 times in a million words."""
PART = 3.6
"""The same for a part of a compound."""
WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-zÀ-ÿ]+)*")
_END = re.compile(r"(?<=[.?!])[\"')]*\s+|\n\s*\n|\n(?=[-•])")
_LINKS = ("", "s", "en", "e", "n", "er")
_ENDINGS = ("en", "e", "s", "t", "n", "de", "te", "den", "d", "je", "jes", "tje", "er", "ere", "ste", "'s")
_PREFIXES = ("ge", "be", "ver", "ont", "on", "her")
_SHORT = re.compile(
    r"\b(bijv|nr|art|enz|ca|o\.a|d\.w\.z|t\.a\.v|m\.b\.t|i\.v\.m|evt|incl|excl)\.", re.IGNORECASE
)


def sentences(given: str) -> list[str]:
    """Return the sentences of a text; an item without a full stop is one too."""
    joined = re.sub(r"(?<!\n)\n(?!\n)", " ", given.strip())
    return [one.strip() for one in _END.split(joined) if one and WORD.search(one)]


def words(given: str) -> list[str]:
    """Return the words of a sentence, as they stand; a number is a word for its length only."""
    return WORD.findall(given)


def length(sentence: str) -> int:
    """Return how many words a sentence has, numbers and gaps included."""
    return len([part for part in sentence.split() if re.search(r"[\wÀ-ÿ…]", part)])


def abbreviations(sentence: str) -> list[str]:
    """Return abbreviations with a full stop: they are written out."""
    return [found.group(0) for found in _SHORT.finditer(sentence)]


_NO_PARTICIPLE = r"(?!(?:geweld|gezin|gezinnen|gewoon|gezond|begin|verband|beleid|bekend|gebied|gevolgen)\b)"
_PARTICIPLE = rf"{_NO_PARTICIPLE}(?:\w*ge\w{{2,}}[dtn]|(?:be|ver|ont|her)\w{{2,}}(?:d|t|en))"
PASSIVE = re.compile(
    rf"\b(?:wordt|worden|werd|werden)\b[^.?!;:]*?\b{_PARTICIPLE}\b"
    rf"|\b{_PARTICIPLE} (?:wordt|worden|werd|werden)\b",
    re.IGNORECASE,
)
"""`wordt` with a past participle: a guess that errs on the side of finding too much."""


@cache
def common(word: str, level: float = KNOWN) -> bool:
    """Whether a word is used often enough in Dutch to be known."""
    return zipf_frequency(word, "nl") >= level


@cache
def known(word: str) -> bool:
    """Whether a word is common, an inflection of a common word, or a compound of common words."""
    low = word.lower().replace("’", "'")
    return len(low) <= 2 or common(low) or _inflected(low) or _compound(low, 3)


def _stems(low: str) -> set[str]:
    found = set()
    for ending in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem != low and len(stem) >= 3:
            found |= {stem, f"{stem}en", f"{stem}e"}
            if stem[-1] == stem[-2]:
                found |= {stem[:-1]}
            if stem[-1] in "vz":
                found |= {stem[:-1] + {"v": "f", "z": "s"}[stem[-1]]}
            if stem[-1] not in "aeiouy" and stem[-2] in "aeou":
                found |= {stem[:-1] + stem[-2] + stem[-1]}  # bescherm-ing stays, lop-en > loop
                found |= {stem + stem[-1] + "en"}  # zeg-t > zeggen
    for prefix in _PREFIXES:
        stem = low.removeprefix(prefix)
        if stem != low and len(stem) >= 4:
            found |= {stem, f"{stem[:-1]}en", f"{stem}en"}
    return found


def _inflected(low: str) -> bool:
    return any(common(stem, PART) for stem in _stems(low))


@cache
def _compound(low: str, parts: int) -> bool:
    if parts == 1:
        return False
    for at in range(3, len(low) - 2):
        head, rest = low[:at], low[at:]
        base = {head[: len(head) - len(link)] for link in _LINKS if head.endswith(link)}
        if not any(len(one) >= 3 and common(one, PART) for one in base):
            continue
        if common(rest, PART) or any(common(stem, PART) for stem in _stems(rest)):
            return True
        if _compound(rest, parts - 1):
            return True
    return False
