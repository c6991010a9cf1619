"""The kinds of checks, one class a file; a rule is one of them with its fields set."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.checks.calendar import ImpossibleDate, Weekday
from claimcheck.checks.change import ChangePercent
from claimcheck.checks.comparison import Check, Comparison, Write
from claimcheck.checks.conversion import Conversion
from claimcheck.checks.difference import Difference
from claimcheck.checks.direction import WrongDirection
from claimcheck.checks.factor import FactorWord
from claimcheck.checks.inverted import InvertedRange
from claimcheck.checks.over_hundred import OverHundred
from claimcheck.checks.points import PointsForPercent
from claimcheck.checks.same_share import SameShare
from claimcheck.checks.share import ShareOfWhole
from claimcheck.checks.total import TotalOfParts

__all__ = ["CHECKS", "Check", "Comparison", "Write"]

CHECKS: dict[str, Callable[..., Check]] = {
    "change": ChangePercent,
    "conversion": Conversion,
    "difference": Difference,
    "direction": WrongDirection,
    "factor": FactorWord,
    "impossible_date": ImpossibleDate,
    "inverted_range": InvertedRange,
    "over_hundred": OverHundred,
    "points": PointsForPercent,
    "same_share": SameShare,
    "share": ShareOfWhole,
    "total": TotalOfParts,
    "weekday": Weekday,
}
