"""Whether a capitalised word is more than a name, asked of a list too long to be kept as it is.

`languages/<code>/vocabulary.bin` (made by `tools/words.py`) is a Bloom filter of all words in all forms; where nouns
have capitals, of the nouns. All words of the list are found in it, and of others one in a hundred.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from functools import cache
from zlib import crc32

from claimcheck.languages import HERE

ROOM, BITS = 10, 7
"""For each word there are so many bits, and it sets so many."""


def packed(words: Collection[str]) -> bytes:
    """The filter of some words."""
    found = bytearray(len(words) * ROOM // 8)
    for word in words:
        for at in _places(word, 8 * len(found)):
            found[at >> 3] |= 1 << (at & 7)
    return bytes(found)


def is_word(code: str, word: str) -> bool:
    """Whether the list of a language has a word as it is written; never without a list."""
    kept = _kept(code)
    return bool(kept) and all(kept[at >> 3] >> (at & 7) & 1 for at in _places(word, 8 * len(kept)))


def _places(word: str, size: int) -> Iterator[int]:
    """The bits that a word sets."""
    first, step = crc32(word.encode()), crc32(word[::-1].encode())
    return ((first + nth * step) % size for nth in range(BITS))


@cache
def _kept(code: str) -> bytes:
    place = os.path.join(HERE, code, "vocabulary.bin")
    if not os.path.isfile(place):
        return b""
    with open(place, "rb") as stream:
        return stream.read()
