"""The keys under which an article is found again: names, nouns of measures, other words written with a capital."""

from __future__ import annotations

from claimcheck.link.across.page import Page, measure_noun
from claimcheck.link.across.words import WORD


def terms(page: Page) -> tuple[str, ...]:
    """The keys of an article laid out, sorted."""
    found = {word.key for line in page.lines for word in line.words if word.capital or word.name}
    for number in page.numbers:
        for word in WORD.findall(measure_noun(number.claim) or ""):
            key = page.vocabulary.key(word)
            if key is not None:
                found.add(key)
    return tuple(sorted(found))
