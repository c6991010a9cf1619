"""The report and its parts as plain values, in the shape of schema claimcheck.report/1."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps
from typing import TYPE_CHECKING, Literal, overload

from claimcheck.link.across.facts import Fact, alone, facts
from claimcheck.model import Article, Claim, Finding, Hidden, Place, Report, Span
from claimcheck.model.comparison import Compared, vetoed
from claimcheck.model.report import Support, Tie
from claimcheck.report.claim_contract import claim_dict, day
from claimcheck.report.places import Files
from claimcheck.report.words import Words, safe_json
from claimcheck.version import VERSION

if TYPE_CHECKING:
    from claimcheck.report import claim_shape, shape


SCHEMA: Literal["claimcheck.report/1"] = "claimcheck.report/1"


@overload
def to_dict(what: Report) -> shape.ReportShape: ...
@overload
def to_dict(what: Claim) -> claim_shape.ClaimShape: ...
def to_dict(what: Report | Claim) -> shape.ReportShape | claim_shape.ClaimShape:
    """A report or a single claim as dicts, lists, strings, numbers and None, ready for JSON.

    Numbers are int where whole, else float; days are YYYY-MM-DD.
    """
    return claim_dict(what) if isinstance(what, Claim) else _report(what)


def _report(result: Report) -> shape.ReportShape:
    files = Files(result.readable())
    plain: shape.ReportShape = {
        "schema": SCHEMA,
        "tool": {"name": "claimcheck", "version": VERSION},
        "documents": list(map(document_dict, result.articles)),
        "findings": [_finding(finding, files) for finding in result.findings],
        "links": list(map(_link, result.links)),
        "comparisons": list(map(_comparison, result.comparisons)),
        "coverage": _coverage(result),
        "problems": [
            {"path": path, "line": line, "column": column, "message": message, "note": note}
            for path, message, line, column, note in result.problems
        ],
    }
    if result.sources:
        plain["support"] = list(map(_support, result.support))
        plain["support_counts"] = _counts(result)
    if result.compared:
        found = facts(result.links, result.articles)
        plain["facts"] = list(map(_fact, found))
        plain["alone"] = [place for article in result.articles for place in _alone(article, found)]
    return plain


def _alone(article: Article, found: tuple[Fact, ...]) -> list[shape.PathSpan]:
    return [_at(article.document.path, claim.span) for claim in alone(article, found)]


def _at(path: str, span: Span) -> shape.PathSpan:
    return {"path": path, "start": span.start, "end": span.end}


def _counts(result: Report) -> shape.SupportCounts:
    verdicts = [each.verdict for each in result.support]
    return {
        "sources": len(result.sources),
        "supported": verdicts.count("supported"),
        "contradicted": verdicts.count("contradicted"),
        "not_found": verdicts.count("not_found"),
        "not_checked": verdicts.count("not_checked"),
    }


def _support(support: Support) -> shape.SupportShape:
    plain: shape.SupportShape = {
        "path": support.path,
        "start": support.span.start,
        "end": support.span.end,
        "verdict": support.verdict,
        "evidence": [_at(each.path, each.span) for each in support.evidence],
        "reason": support.reason,
    }
    if support.working:
        plain["working"] = support.working
    return plain


def _coverage(result: Report) -> shape.CoverageShape:
    coverage = result.coverage
    plain: shape.CoverageShape = {
        "claims": coverage.claims,
        "compared": coverage.compared,
        "numbers_unread": [_at(each.document.path, span) for each in result.articles for span in each.unread],
        "rules": [{"rule": rule, "comparisons": number, "not_run": why} for rule, number, why in coverage.rules],
        "hidden": [_hidden(each) for each in coverage.hidden],
        "vetoed": [{"slot": slot, "comparisons": number} for slot, number in vetoed(result.comparisons)],
    }
    if coverage.archive is not None:
        plain["archive"] = {"compared": coverage.archive.compared, "left_out": coverage.archive.left_out}
    return plain


def document_dict(article: Article) -> shape.DocumentShape:
    """One article with its claims."""
    document = article.document
    plain: shape.DocumentShape = {
        "path": document.path,
        "language": document.language,
        "title": document.title,
        "published": day(document.published),
        "publisher": document.publisher,
        "author": document.author,
        "url": document.url,
        "line_is": document.origin.counted if document.origin else "line",
        "claims": [claim_dict(claim) for claim in article.claims],
    }
    if document.ledger is not None:
        from claimcheck.report.ledger import ledger_dict  # noqa: PLC0415 – for articles with a ledger only

        plain["ledger"] = ledger_dict(article)
    return plain


def _finding(finding: Finding, files: Files) -> shape.FindingShape:
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "why": finding.why,
        "spans": [_place(place, files) for place in finding.places],
        "computation": finding.computation,
        "repairs": [{**_at(each.path, each.span), "replacement": each.replacement} for each in finding.repairs],
        "fingerprint": finding.fingerprint,
        "quotation": None if finding.quoted is None else {"speaker": finding.quoted.speaker},
    }


def _place(place: Place, files: Files) -> shape.PlaceShape:
    line, column = files[place.path].at(place.span.start)
    at = _at(place.path, place.span)
    return {**at, "line": line, "column": column, "role": place.role, "text": place.text}


def _link(tie: Tie) -> shape.LinkShape:
    a, b = (_at(end.path, end.span) for end in (tie.a, tie.b))
    return {"a": a, "b": b, "relation": tie.relation, "aspect": tie.aspect, "reason": tie.reason}


def _comparison(compared: Compared) -> shape.ComparisonShape:
    return {
        "rule": compared.rule,
        "outcome": compared.outcome,
        "evidence": compared.evidence,
        "slot": compared.slot,
        "spans": [{**_at(each.path, each.span), "role": each.role, "text": each.text} for each in compared.places],
        "computation": compared.computation,
    }


def _hidden(hidden: Hidden) -> shape.HiddenShape:
    finding = hidden.finding
    return {
        **_at(finding.places[0].path, finding.places[0].span),
        "rule": finding.rule,
        "fingerprint": finding.fingerprint,
        "by": hidden.by,
        "reason": hidden.reason,
        "until": day(hidden.until),
    }


def _fact(fact: Fact) -> shape.FactShape:
    return {
        "relation": fact.relation,
        "aspect": fact.aspect,
        "sources": fact.sources,
        "ends": [_at(end.path, end.span) for end in fact.ends],
    }


PLACE = '"documents": ['
INDENT = "\n    "


def report(result: Report, words: Words) -> str:
    """Indented JSON; the same report gives the same bytes."""
    return "".join(parts(result, words))


def parts(result: Report, words: Words) -> Iterator[str]:
    """The same text one article at a time: the claims of thousands of them are never in memory as JSON all at once."""
    del words
    shell = to_dict(result._replace(articles=tuple(each._replace(claims=()) for each in result.articles)))
    shell["documents"] = []
    head, place, tail = _text(shell).partition(PLACE)
    yield head + place
    for number, article in enumerate(result.articles):
        yield ("," if number else "") + INDENT + _text(document_dict(article)).replace("\n", INDENT)
    yield ("\n  " if result.articles else "") + tail + "\n"


def _text(value: object) -> str:
    return safe_json(dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
