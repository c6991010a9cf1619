"""The kinds of checks, one class a file; a rule is one of them with its fields set."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.checks.between import Between
from claimcheck.checks.calendar import ImpossibleDate, Weekday
from claimcheck.checks.change import ChangePercent
from claimcheck.checks.comparison import Check, Comparison, Write
from claimcheck.checks.conversion import Conversion
from claimcheck.checks.currency import CurrencyConversion
from claimcheck.checks.difference import Difference
from claimcheck.checks.direction import WrongDirection
from claimcheck.checks.factor import FactorWord
from claimcheck.checks.garble import GarbledNumber
from claimcheck.checks.hundred import SharesMakeHundred
from claimcheck.checks.inverted import InvertedRange
from claimcheck.checks.jubilee import JubileeWrong
from claimcheck.checks.known import Contradicted
from claimcheck.checks.lasting import LastingWrong
from claimcheck.checks.list_count import ListCount
from claimcheck.checks.lives import AgeAtBirth, AgeAtDeath, LifeOrder
from claimcheck.checks.majority import MajorityOfSeats
from claimcheck.checks.mean import MeanInBounds
from claimcheck.checks.names import TwoSpellings, WrongName
from claimcheck.checks.naming import AddressClash, NobodyAnswers, TitleClash, Unintroduced, WrongAcronym, WrongRegion
from claimcheck.checks.offices import TwoOffices
from claimcheck.checks.outlier import ScaleSlip
from claimcheck.checks.over_hundred import OverHundred
from claimcheck.checks.points import PointsForPercent
from claimcheck.checks.product import ProductOfTwo
from claimcheck.checks.rank import RankBehind
from claimcheck.checks.same_figure import SameFigure
from claimcheck.checks.same_share import SameShare
from claimcheck.checks.same_time import SameTimeTwice
from claimcheck.checks.share import ShareOfWhole
from claimcheck.checks.sourced import Sourced
from claimcheck.checks.sport import GapOfTimes, PointsOfResults, ScoreFalls
from claimcheck.checks.study import BareStudy
from claimcheck.checks.suppression import SuppressionFault
from claimcheck.checks.tense import TenseWrong
from claimcheck.checks.than import MoreOrLess
from claimcheck.checks.told_twice import ToldTwice
from claimcheck.checks.total import TotalOfParts
from claimcheck.checks.unsourced import Unsourced
from claimcheck.checks.vote import SeriesOfGames, VoteMargin, VoteOutcome
from claimcheck.checks.whole_number import WholeNumber
from claimcheck.checks.wordings import Vague

__all__ = ["CHECKS", "Check", "Comparison", "Write"]

CHECKS: dict[str, Callable[..., Check]] = {
    "acronym": WrongAcronym,
    "address": AddressClash,
    "age_at_birth": AgeAtBirth,
    "age_at_death": AgeAtDeath,
    "bare_study": BareStudy,
    "between": Between,
    "change": ChangePercent,
    "contradicted": Contradicted,
    "conversion": Conversion,
    "currency": CurrencyConversion,
    "difference": Difference,
    "direction": WrongDirection,
    "factor": FactorWord,
    "gap_of_times": GapOfTimes,
    "games": SeriesOfGames,
    "garbled": GarbledNumber,
    "hundred": SharesMakeHundred,
    "impossible_date": ImpossibleDate,
    "inverted_range": InvertedRange,
    "jubilee": JubileeWrong,
    "lasting": LastingWrong,
    "life_order": LifeOrder,
    "list_count": ListCount,
    "majority": MajorityOfSeats,
    "mean": MeanInBounds,
    "nobody_answers": NobodyAnswers,
    "more_or_less": MoreOrLess,
    "outlier": ScaleSlip,
    "over_hundred": OverHundred,
    "points_of_results": PointsOfResults,
    "points": PointsForPercent,
    "product": ProductOfTwo,
    "rank": RankBehind,
    "region": WrongRegion,
    "same_figure": SameFigure,
    "same_share": SameShare,
    "same_time": SameTimeTwice,
    "score_falls": ScoreFalls,
    "share": ShareOfWhole,
    "sourced": Sourced,
    "suppression": SuppressionFault,
    "tense": TenseWrong,
    "titles": TitleClash,
    "told_twice": ToldTwice,
    "total": TotalOfParts,
    "two_offices": TwoOffices,
    "two_spellings": TwoSpellings,
    "unintroduced": Unintroduced,
    "unsourced": Unsourced,
    "vague": Vague,
    "vote_margin": VoteMargin,
    "vote_outcome": VoteOutcome,
    "weekday": Weekday,
    "whole_number": WholeNumber,
    "wrong_name": WrongName,
}
