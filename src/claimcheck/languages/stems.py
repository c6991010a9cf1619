"""Nouns made comparable across number and case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LEAST = 3
"""Letters that stay of a noun without its ending."""
ENDING = re.compile("(?<=...)(?:innen|nen|ern|en|er|es|in|n|e|s)$")
UMLAUTS = "äöü"
FOLDED = str.maketrans(UMLAUTS, "aou")


def stem(word: str) -> str:
    """A noun without what number and case change: "Häuser" and "Haus" have one."""
    return ENDING.sub("", word.lower().translate(FOLDED))


def roots(word: str, endings: Sequence[Sequence[str]]) -> Iterator[str]:
    """A noun in lower case without what number and case may have changed: its ending, its last umlaut."""
    yield word
    yield _plain(word)
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            root = word.removesuffix(ending) + instead
            yield root
            yield _plain(root)


def _plain(word: str) -> str:
    at = max(map(word.rfind, UMLAUTS))
    return word if at < 0 else word[:at] + word[at].translate(FOLDED) + word[at + 1 :]
