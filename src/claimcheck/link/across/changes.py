"""What a single difference between two renderings of a quotation is: a sign, a word, a number, a negation."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

ALIKE = 0.72
PHRASE = 2
_ELLIPSIS = ("…", "...")
Change = Literal["same", "ellipsis", "bracket", "spelling", "word", "wording", "number", "negation"]

RANK: dict[Change, int] = {
    "same": 0,
    "spelling": 1,
    "bracket": 2,
    "ellipsis": 3,
    "wording": 4,
    "word": 5,
    "negation": 6,
    "number": 7,
}


def kind_of(mine: Sequence[str], yours: Sequence[str], negations: frozenset[str]) -> Change:
    """What a single difference is; `negations` are the words that turn a statement round."""
    words = (*mine, *yours)
    if any(word.startswith(_ELLIPSIS) for word in words):
        return "ellipsis"
    if any(word.startswith("[") or word.endswith("]") for word in words):
        return "bracket"
    if _joined(mine) == _joined(yours):
        return "spelling"
    return _of_words(mine, yours, negations)


def _of_words(mine: Sequence[str], yours: Sequence[str], negations: frozenset[str]) -> Change:
    """What a difference is in which letters differ, and not only marks."""
    if len(mine) == len(yours) and _other_digits(_digits(mine), _digits(yours)):
        return "number"
    if len(mine) + len(yours) <= 3 and negations.isdisjoint(mine) != negations.isdisjoint(yours):
        return "negation"
    if not all(0 < len(words) <= PHRASE for words in (mine, yours)):
        return "wording"
    return "spelling" if _near(_joined(mine), _joined(yours)) else "word"


def _joined(words: Sequence[str]) -> str:
    return "".join(words).replace("-", "").replace("ß", "ss")


def _digits(words: Sequence[str]) -> str:
    return "".join(c for word in words for c in word if c.isdigit())


def _other_digits(mine: str, yours: str) -> bool:
    return bool(mine and yours) and mine != yours


def _near(mine: str, yours: str) -> bool:
    """One ending more or less, one letter another."""
    return SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= ALIKE
