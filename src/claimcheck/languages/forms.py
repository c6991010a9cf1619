"""words.txt: the inflected forms of a language, sorted, as one text in which a line is looked up where it stands."""

from __future__ import annotations

import os
from functools import cache

from claimcheck.languages import HERE


@cache
def forms(code: str) -> str:
    """The table of inflected forms of a language; "" where it has none."""
    place = os.path.join(HERE, code, "words.txt")
    if not os.path.isfile(place):
        return ""
    with open(place, encoding="utf-8", newline="\n") as stream:
        return stream.read()


def line(text: str, form: str) -> str:
    """The line that begins with a form, found by halving a text of sorted lines; "" where there is none."""
    low, high = 0, len(text)
    wanted = form + "\t"
    while low < high:
        middle = (low + high) // 2
        start = text.rfind("\n", 0, middle) + 1
        end = text.find("\n", middle)
        end = len(text) if end < 0 else end
        tab = text.find("\t", start, end)
        found = text[start:tab]
        if found == form:
            return text[start:end]
        if found < form:
            low = end + 1
        else:
            high = start
    return text[low : text.find("\n", low)] if text.startswith(wanted, low) else ""
