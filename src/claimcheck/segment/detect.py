"""Which of the known languages a text is written in: a vote of frequent words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_WORDS = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 2500
_LEAST_SHARE = 0.12
_LEAST_LEAD = 2


def detect(prose: str, tables: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The code whose words and letters make up at least an eighth of the words and twice those of any other.

    `tables` has each language's `recognise` table. None where no language stands out: a wrong guess would read every
    number in the article by the wrong rules.
    """
    words = [word.lower() for word in _WORDS.findall(prose, 0, _LOOKED_AT)]
    if not words:
        return None
    votes = []
    for code, table in sorted(tables.items()):
        known, letters = table["words"], set(table["letters"])
        hits = sum(1 for word in words if word in known or not letters.isdisjoint(word))
        votes.append((hits, code))
    votes.sort(key=lambda vote: -vote[0])
    best, code = votes[0]
    second = votes[1][0] if len(votes) > 1 else 0
    if best < _LEAST_SHARE * len(words) or best < _LEAST_LEAD * second or best < min(2, len(words)):
        return None
    return code
