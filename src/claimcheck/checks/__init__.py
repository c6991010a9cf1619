"""The kinds of checks, one class a file; a rule is one of them with its fields set.

An article that has nothing for a check to compare does not load it: there are many, and a start pays for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from claimcheck.checks.comparison import Check, Comparison, Write
from claimcheck.model.link import Dossier

__all__ = ["CHECKS", "Check", "Comparison", "Prepared", "Write", "check_class"]

CHECKS: dict[str, tuple[str, str, str | None]] = {
    "bare_study": ("unsourced", "BareStudy", "Wording"),
    "between": ("between", "Between", "Tie"),
    "change": ("change", "ChangePercent", "Change"),
    "clash": ("judged", "Clash", "Judged"),
    "contradicted": ("between", "Contradicted", "Known"),
    "conversion": ("conversion", "Conversion", "TwoUnits"),
    "currency": ("conversion", "CurrencyConversion", "TwoUnits"),
    "difference": ("change", "Difference", "Change"),
    "dimension": ("slips", "WrongDimension", "Measured"),
    "direction": ("factor", "WrongDirection", "Change"),
    "factor": ("factor", "FactorWord", "Change"),
    "games": ("votes", "SeriesOfGames", "Games"),
    "garbled": ("slips", "GarbledNumber", "Garbled"),
    "hundred": ("total", "SharesMakeHundred", "Shares"),
    "inverted_range": ("slips", "InvertedRange", "Spread"),
    "list_count": ("slips", "ListCount", "Listed"),
    "majority": ("votes", "MajorityOfSeats", "Majority"),
    "mean": ("product", "MeanInBounds", "Average"),
    "nobody_answers": ("unsourced", "NobodyAnswers", None),
    "outlier": ("slips", "ScaleSlip", "Series"),
    "over_hundred": ("total", "OverHundred", "ShareOf"),
    "placed": ("votes", "PlacedByValue", "Placed"),
    "points": ("change", "PointsForPercent", "Change"),
    "product": ("product", "ProductOfTwo", "Product"),
    "rank": ("votes", "RankBehind", "Ranked"),
    "same_figure": ("slips", "SameFigure", None),
    "same_share": ("share", "SameShare", "Same"),
    "share": ("share", "ShareOfWhole", "PartWhole"),
    "sourced": ("between", "Sourced", "Support"),
    "suppression": ("judged", "SuppressionFault", "Use"),
    "threshold": ("votes", "ThresholdMet", "Threshold"),
    "times": ("judged", "Times", "Timed"),
    "told_twice": ("slips", "ToldTwice", "Again"),
    "total": ("total", "TotalOfParts", "Total"),
    "unsourced": ("unsourced", "Unsourced", None),
    "vague": ("unsourced", "Vague", "Wording"),
    "vote_margin": ("votes", "VoteMargin", "Votes"),
    "vote_outcome": ("votes", "VoteOutcome", "Votes"),
    "whole_number": ("total", "WholeNumber", "ShareOfCount"),
    "within": ("share", "PartWithinWhole", "Within"),
    "wrong_name": ("judged", "WrongName", "Mention"),
}
"""By the name that a rule gives: module, class, and the type of link, claim value, name or wording without which it has
nothing to compare; None for any.
"""


def check_class(kind: str) -> Callable[..., Check]:
    """The class of one kind of check."""
    module, name, _ = CHECKS[kind]
    made: Callable[..., Check] = getattr(import_module(f"claimcheck.checks.{module}"), name)
    return made


class Prepared:
    """A check with its fields, made when it is first asked for."""

    __slots__ = ("_fields", "_made", "kind", "reads")

    def __init__(self, kind: str, fields: dict[str, Any]) -> None:
        self.kind = kind
        self.reads = CHECKS[kind][2]
        self._fields = fields
        self._made: Check | None = None

    @property
    def made(self) -> Check:
        """The check itself."""
        if self._made is None:
            self._made = check_class(self.kind)(**self._fields)
        return self._made

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """Every comparison that can be made in the article."""
        return self.made.find(dossier, write)
