"""words.txt: the inflected forms of a language, sorted, as one text in which a line is looked up where it stands."""

from __future__ import annotations

import os
from bisect import bisect_right
from functools import cache

from claimcheck.languages import HERE

BLOCK = 512
"""Characters between two lines whose forms are known beforehand."""


class Forms:
    """The lines of one language."""

    def __init__(self, text: str) -> None:
        self._text = text = f"\n{text}\n"
        starts = [text.find("\n", at) for at in range(0, len(text) - 2, BLOCK)]
        self._starts = [*starts, len(text)]
        self._forms = [text[start + 1 : text.find("\t", start)] for start in starts]

    def line(self, form: str) -> str:
        """The line that begins with a form; "" where there is none."""
        block = bisect_right(self._forms, form)
        if not block:
            return ""
        text = self._text
        at = text.find(f"\n{form}\t", self._starts[block - 1], self._starts[block] + 1)
        return "" if at < 0 else text[at + 1 : text.find("\n", at + 1)]


@cache
def forms(code: str) -> Forms:
    """The inflected forms of a language; no lines where it has none."""
    place = os.path.join(HERE, code, "words.txt")
    if not os.path.isfile(place):
        return Forms("")
    with open(place, encoding="utf-8", newline="\n") as stream:
        return Forms(stream.read())
