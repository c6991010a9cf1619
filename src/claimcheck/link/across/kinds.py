"""What a number is said to be a value of: revenue, profit, a fine."""

from __future__ import annotations

from claimcheck.link.across.clause import AROUND, belongs, window
from claimcheck.link.across.line import Number


def kinds(number: Number) -> frozenset[str]:
    """The classes of measure a number is of: that of its measure noun, else those of the words of its clause."""
    if number.kinds_ is None:
        number.kinds_ = _kinds(number)
    return number.kinds_


def _kinds(number: Number) -> frozenset[str]:
    known = number.line.page.vocabulary.kinds
    about = number.claim.about
    named = None if about is None or about.measure is None else about.measure.kind
    if named is not None and f"@{named}" in known:
        return frozenset((f"@{named}",))
    before, behind = window(number, AROUND)
    return frozenset(word.key for word in (*before, *behind) if word.key in known and belongs(number, word.start))


def other_kind(one: Number, two: Number) -> bool | None:
    """Whether two numbers are said to be values of different things; None where one of them is not said to be any."""
    mine, yours = kinds(one), kinds(two)
    return mine.isdisjoint(yours) if mine and yours else None
