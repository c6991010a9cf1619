"""How two dates of one thing differ, and the words before them."""

from __future__ import annotations

from claimcheck.link.across.line import Number
from claimcheck.model import Period

NEXT_DAY = 0.5
NEXT_DAY_TOLD = 0.3
SAME_WORD = 0.2
BEFORE = 14


def slip(one: Number, two: Number) -> float:
    """What speaks for a slip: one day apart, the same day of another month; and the same word before ("until")."""
    mine, yours = one.claim.value, two.claim.value
    if not isinstance(mine, Period) or not isinstance(yours, Period) or mine.grain != "day" or yours.grain != "day":
        return 0.0
    found = SAME_WORD if _limits(one) & _limits(two) else 0.0
    if mine.start is None or yours.start is None:
        return found
    if abs((mine.start - yours.start).days) == 1 or (
        mine.start.day == yours.start.day and mine.start.year == yours.start.year
    ):
        found += NEXT_DAY_TOLD if mine.relative or yours.relative else NEXT_DAY
    return found


def same_day(one: Number, two: Number) -> bool:
    """Whether both name the same day or the same years by their date, not as "Monday" or "tomorrow"."""
    mine, yours = one.claim.value, two.claim.value
    if not isinstance(mine, Period) or not isinstance(yours, Period) or mine.relative or yours.relative:
        return False
    return mine.edtf == yours.edtf and (mine.grain == "day" or "/" in mine.edtf)


def _limits(number: Number) -> frozenset[str]:
    """The words right before a date that make it a first or a last day."""
    prose = number.line.page.prose
    start = max(number.line.span.start, number.claim.span.start - BEFORE)
    before = prose[start : number.claim.span.end].lower().split()
    return frozenset(before) & number.line.page.vocabulary.limits
