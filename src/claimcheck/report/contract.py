"""The report and its parts as plain values, in the shape of schema claimcheck.report/1."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, overload

from claimcheck import __version__
from claimcheck.model import Article, Claim, Duration, Finding, Measure, Period, Place, Report, Span, Value
from claimcheck.model.bounds import possible
from claimcheck.model.interval import Interval
from claimcheck.report.places import Files

if TYPE_CHECKING:
    from claimcheck.report import shape

SCHEMA: Literal["claimcheck.report/1"] = "claimcheck.report/1"

# A JSON reader holds numbers as doubles; beyond their range there is nothing true to write.
_LARGEST_EXPONENT = 300


@overload
def to_dict(what: Report) -> shape.ReportShape: ...
@overload
def to_dict(what: Claim) -> shape.ClaimShape: ...
def to_dict(what: Report | Claim) -> shape.ReportShape | shape.ClaimShape:
    """A report or a single claim as dicts, lists, strings, numbers and None, ready for JSON.

    Numbers are int where whole, else float; days are YYYY-MM-DD.
    """
    return _claim(what) if isinstance(what, Claim) else _report(what)


def _report(result: Report) -> shape.ReportShape:
    files = Files(result.articles)
    unread = [(article.document.path, span) for article in result.articles for span in article.unread]
    return {
        "schema": SCHEMA,
        "tool": {"name": "claimcheck", "version": __version__},
        "documents": [_document(article) for article in result.articles],
        "findings": [_finding(finding, files) for finding in result.findings],
        "coverage": {
            "claims": result.coverage.claims,
            "compared": result.coverage.compared,
            "numbers_unread": [{"path": path, "start": span.start, "end": span.end} for path, span in unread],
            "rules": [
                {"rule": rule.rule, "comparisons": rule.comparisons, "not_run": rule.not_run}
                for rule in result.coverage.rules
            ],
        },
        "problems": [
            {"path": problem.path, "line": problem.line, "column": problem.column, "message": problem.message}
            for problem in result.problems
        ],
    }


def _document(article: Article) -> shape.DocumentShape:
    document = article.document
    return {
        "path": document.path,
        "language": document.language,
        "title": document.title,
        "published": _day(document.published),
        "claims": [_claim(claim) for claim in article.claims],
    }


def _finding(finding: Finding, files: Files) -> shape.FindingShape:
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "why": finding.why,
        "spans": [_place(place, files) for place in finding.places],
        "computation": finding.computation,
        "repairs": [
            {
                "path": repair.path,
                "start": repair.span.start,
                "end": repair.span.end,
                "replacement": repair.replacement,
            }
            for repair in finding.repairs
        ],
        "fingerprint": finding.fingerprint,
    }


def _place(place: Place, files: Files) -> shape.PlaceShape:
    line, column = files[place.path].at(place.span.start)
    return {
        "path": place.path,
        "start": place.span.start,
        "end": place.span.end,
        "line": line,
        "column": column,
        "role": place.role,
        "text": place.text,
    }


def _claim(claim: Claim) -> shape.ClaimShape:
    return {
        "id": claim.id,
        "type": claim.type,
        "span": _span(claim.span),
        "text": claim.text,
        "value": _value(claim.value),
    }


def _span(span: Span) -> shape.SpanShape:
    return {"start": span.start, "end": span.end}


def _value(value: Value) -> shape.MeasureShape | shape.PeriodShape | shape.DurationShape:
    if isinstance(value, Period):
        return {"start": _day(value.start), "end": _day(value.end), "grain": value.grain, "edtf": value.edtf}
    if isinstance(value, Duration):
        return {"iso": value.iso, "low_iso": value.low_iso, "high_iso": value.high_iso}
    return _measure(value)


def _measure(value: Measure) -> shape.MeasureShape:
    allowed = possible(value) if _writable(value.number) else Interval(None, None)
    hedged = value.number is not None and value.hedge is not None
    plain: shape.MeasureShape = {
        "number": _number(value.number),
        "unit": value.unit,
        "low": _number(allowed.low if hedged else value.low),
        "high": _number(allowed.high if hedged else value.high),
        "hedge": value.hedge,
        "interval": {"low": _number(allowed.low), "high": _number(allowed.high)},
    }
    if value.noun is not None:
        plain["noun"] = value.noun
    if value.per is not None:
        plain["per"] = {"number": _number(value.per.number), "unit": value.per.unit, "noun": value.per.noun}
    if value.fraction is not None:
        plain["fraction"] = list(value.fraction)
    return plain


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(number: Decimal | None) -> int | float | None:
    if number is None or not _writable(number):
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _writable(number: Decimal | None) -> bool:
    return number is None or number.adjusted() <= _LARGEST_EXPONENT
