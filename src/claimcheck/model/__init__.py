"""The nouns of the program: frozen values, no reading, no printing."""

from claimcheck.model.claim import Claim, ClaimType, Modality, Value
from claimcheck.model.comparison import LEVELS, Finding, Level, Place, Quoted, Repair
from claimcheck.model.document import Document, Quotation, Region
from claimcheck.model.measure import Duration, Grain, Hedge, Measure, Per, Period
from claimcheck.model.report import Article, Coverage, Hidden, Report, RuleCoverage
from claimcheck.model.span import Span

__all__ = [
    "LEVELS",
    "Article",
    "Claim",
    "ClaimType",
    "Coverage",
    "Document",
    "Duration",
    "Finding",
    "Grain",
    "Hedge",
    "Hidden",
    "Level",
    "Measure",
    "Modality",
    "Per",
    "Period",
    "Place",
    "Quotation",
    "Quoted",
    "Region",
    "Repair",
    "Report",
    "RuleCoverage",
    "Span",
    "Value",
]
