"""The kinds of checks, one class a file; a rule is one of them with its fields set."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.checks.ages import AgeAtEvent, AgesDiffer, ServiceWrong
from claimcheck.checks.between import Between
from claimcheck.checks.calendar import ImpossibleDate, ReversedDates, Weekday
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
from claimcheck.checks.lasting import ClockWrong, LastingWrong, OrderWrong
from claimcheck.checks.list_count import ListCount
from claimcheck.checks.lives import AgeAtBirth, AgeAtDeath, LifeOrder
from claimcheck.checks.majority import MajorityOfSeats
from claimcheck.checks.mean import MeanInBounds
from claimcheck.checks.names import TwoSpellings, WrongName
from claimcheck.checks.naming import (
    AddressClash,
    HeadlineDenied,
    NameChanges,
    NobodyAnswers,
    TitleClash,
    Unintroduced,
    WrongAcronym,
    WrongCapital,
    WrongRegion,
)
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
    "age_at_event": AgeAtEvent,
    "ages_differ": AgesDiffer,
    "bare_study": BareStudy,
    "between": Between,
    "capital": WrongCapital,
    "change": ChangePercent,
    "clock": ClockWrong,
    "contradicted": Contradicted,
    "conversion": Conversion,
    "currency": CurrencyConversion,
    "difference": Difference,
    "direction": WrongDirection,
    "factor": FactorWord,
    "games": SeriesOfGames,
    "gap_of_times": GapOfTimes,
    "garbled": GarbledNumber,
    "headline_denied": HeadlineDenied,
    "hundred": SharesMakeHundred,
    "impossible_date": ImpossibleDate,
    "inverted_range": InvertedRange,
    "jubilee": JubileeWrong,
    "lasting": LastingWrong,
    "life_order": LifeOrder,
    "list_count": ListCount,
    "majority": MajorityOfSeats,
    "mean": MeanInBounds,
    "more_or_less": MoreOrLess,
    "name_changes": NameChanges,
    "nobody_answers": NobodyAnswers,
    "order": OrderWrong,
    "outlier": ScaleSlip,
    "over_hundred": OverHundred,
    "points": PointsForPercent,
    "points_of_results": PointsOfResults,
    "product": ProductOfTwo,
    "rank": RankBehind,
    "region": WrongRegion,
    "reversed_dates": ReversedDates,
    "same_figure": SameFigure,
    "same_share": SameShare,
    "same_time": SameTimeTwice,
    "score_falls": ScoreFalls,
    "service": ServiceWrong,
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
