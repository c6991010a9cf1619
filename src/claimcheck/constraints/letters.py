"""Words that differ by a letter or by their ends, as two spellings of one name do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple
from unicodedata import combining, normalize

from claimcheck.language.words import Words
from claimcheck.languages.vocabulary import is_word

GAP = "\0"
SHORTEST = 6
SHORTEST_NAME = 4
BEGIN = 4
"""So many first letters make two surnames begin alike; with one fewer the rest may differ by two."""
APART = 4
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}


class Alike(NamedTuple):
    """Two words of which one has a letter more ("more"), another letter ("other"), or two letters swapped ("swap").

    `tail` is how many letters follow the place where they differ; the first letter is always the same.
    """

    one: str
    other: str
    how: Literal["more", "other", "swap"]
    tail: int


def is_common(words: Words, word: str) -> bool:
    """Whether a capitalised word is one of the language in any form, and not only a name."""
    return words.has(word) or is_word(words.code, word if words.capitals else word.lower())


def only_names(words: Words, word: str) -> bool:
    """Whether a word is written like a name, and neither it nor its last half is a word of the language."""
    last = word.rpartition("-")[2]
    plain = last.lower() in words.closed or is_common(words, last)
    return last.istitle() and len(last) >= SHORTEST_NAME and not plain


def alike(words: Collection[str], *, exchanged: bool = True) -> Iterator[Alike]:
    """Every such pair; without `exchanged` none in which a letter was exchanged for another."""
    gaps: dict[str, str] = {}
    for word in words:
        last = ""
        for i in range(1, len(word)):
            tail = len(word) - i - 1
            start, end = word[:i], word[i + 1 :]
            if word[i] != last and (shorter := start + end) in words:
                yield Alike(shorter, word, "more", tail)
            last = word[i]
            if tail and word[i] < end[0] and (swapped := start + end[0] + word[i] + end[1:]) in words:
                yield Alike(word, swapped, "swap", tail - 1)
            if exchanged:
                first = gaps.setdefault(start + GAP + end, word)
                if first != word:
                    yield Alike(first, word, "other", tail)


def by_one_letter(one: str, other: str) -> bool:
    """Whether one letter was changed, added, left out or swapped with the next."""
    start = shared(one, other)
    end = shared(one[start:][::-1], other[start:][::-1])
    rest = (one[start : len(one) - end], other[start : len(other) - end])
    return max(map(len, rest)) == 1 or (len(rest[0]) == 2 and rest[0] == rest[1][::-1])


def shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def begin_alike(name: str, other: str) -> bool:
    """Whether two surnames begin alike and differ in a part, and neither is a form of the other."""
    if len(other) < SHORTEST or abs(len(name) - len(other)) > APART or not (other.isalpha() and other.istitle()):
        return False
    if name.rstrip("s") == other.rstrip("s") and name[-1] == "s":
        return False  # a genitive
    same = shared(name, other)
    return same >= BEGIN or (same >= BEGIN - 1 and steps(name[same:], other[same:]) <= 2)


def steps(one: str, other: str) -> int:
    """How many letters must be changed, added or left out to make the one word the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != wanted))
    return row[-1]


def alike_but_for_accents(one: str, two: str) -> bool:
    """Whether two spellings of a name are one without their accents, which is a matter of style."""
    return _plain(one) == _plain(two)


def _plain(name: str) -> str:
    """The name without accents; what German writes with dots are letters of their own."""
    letters = normalize("NFD", "".join(UMLAUTS.get(letter, letter) for letter in name))
    return "".join(letter for letter in letters if not combining(letter))
