"""Nouns made comparable across number and case."""

from __future__ import annotations

import re

ENDING = re.compile("(?<=...)(?:innen|nen|ern|en|er|es|in|n|e|s)$")
FOLDED = str.maketrans("äöü", "aou")


def stem(word: str) -> str:
    """A noun without what number and case change: "Häuser" and "Haus" have one."""
    return ENDING.sub("", word.lower().translate(FOLDED))
