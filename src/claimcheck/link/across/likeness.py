"""How two numbers differ: like a slip of the pen or the scale, or like two different things."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Literal

from claimcheck.link.across.line import Number
from claimcheck.model import Measure
from claimcheck.model.bounds import centre

Likeness = Literal["magnitude", "digits", "close", "near", "far"]
FAR = 4
CLOSE = Decimal("0.04")
TELLING = 3


def likeness(one: Measure, two: Measure) -> Likeness:
    """ "magnitude": the same digits, moved by the point; "digits": two exchanged, one wrong, lost or added."""
    first, second = centre(one), centre(two)
    if first is None or second is None or not first or not second:
        return "near"
    mine, yours = _digits(first), _digits(second)
    if mine == yours:
        return "magnitude" if _apart(first, second) >= 1 else "near"
    if one.unit == two.unit and (_slip(mine, yours) or _lost(_whole(first), _whole(second))):
        return "digits"
    low, high = sorted((abs(first), abs(second)))
    if high - low <= high * CLOSE and max(len(mine), len(yours)) >= TELLING:
        return "close"
    return "far" if high > low * FAR else "near"


def slip(one: Number, two: Number) -> bool:
    """Whether two numbers of at least two digits differ by the point alone: as telling as the same value."""
    mine, yours = one.claim.value, two.claim.value
    if not isinstance(mine, Measure) or not isinstance(yours, Measure) or mine.number is None or yours.number is None:
        return False
    return len(_digits(mine.number)) > 1 and likeness(mine, yours) == "magnitude"


def _apart(first: Decimal, second: Decimal) -> int:
    return abs(first.adjusted() - second.adjusted())


def _digits(number: Decimal) -> str:
    return "".join(map(str, abs(number).normalize().as_tuple().digits))


def _whole(number: Decimal) -> str:
    """All digits as written, without those a scale word stands for."""
    return "".join(map(str, abs(number).as_tuple().digits))


def _slip(mine: str, yours: str) -> bool:
    """Two digits exchanged, or one of at least three wrong."""
    if len(mine) != len(yours) or len(mine) < 2:
        return False
    wrong = [at for at, (a, b) in enumerate(zip(mine, yours, strict=True)) if a != b]
    return (len(wrong) == 2 and Counter(mine) == Counter(yours)) or (len(wrong) == 1 and len(mine) > 2)


def _lost(mine: str, yours: str) -> bool:
    """One digit of at least four lost: "13000" and "3000"."""
    longer, shorter = sorted((mine, yours), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or len(shorter) < TELLING:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
