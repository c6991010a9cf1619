"""Whose figures two numbers are."""

from __future__ import annotations

from claimcheck.link.across.line import Number
from claimcheck.link.across.words import WORD


def two_sources(one: Number, two: Number) -> bool:
    """Whether both numbers are told after a source, and the sources share no word."""
    mine, yours = source(one), source(two)
    return bool(mine and yours and not mine & yours)


def source(number: Number) -> frozenset[str]:
    """The keys of the words that name the source of a number; empty for the author's own and where nobody is named."""
    page = number.line.page
    found = page.said.get(number.claim.voice or "")
    if found is None or found.source is None or found.source_kind in ("pronoun", "anonymous", "none"):
        return frozenset()
    words = f"{found.source.text} {found.resolved or ''}"
    return frozenset(key for word in WORD.findall(words) if (key := page.vocabulary.key(word)) is not None)
