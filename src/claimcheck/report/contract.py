"""The report and its parts as plain values, in the shape of schema claimcheck.report/1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from claimcheck.link.across.facts import Fact, alone, facts
from claimcheck.model import Article, Claim, Finding, Hidden, Place, Report
from claimcheck.model.comparison import Compared, vetoed
from claimcheck.model.support import Support
from claimcheck.model.tie import Tie
from claimcheck.report.claim_contract import claim_dict, day
from claimcheck.report.places import Files
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
    plain = _plain(result)
    if result.coverage.archive is not None:
        plain["coverage"]["archive"] = {
            "compared": result.coverage.archive.compared,
            "left_out": result.coverage.archive.left_out,
        }
    if result.sources:
        plain["support"] = [_support(each) for each in result.support]
        plain["support_counts"] = _counts(result)
    if result.compared:
        from claimcheck.report.contract import shared  # noqa: PLC0415 – for `compare` only

        plain["facts"], plain["alone"] = shared(result)
    return plain


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
        "evidence": [{"path": each.path, "start": each.span.start, "end": each.span.end} for each in support.evidence],
        "reason": support.reason,
    }
    if support.working:
        plain["working"] = support.working
    return plain


def _plain(result: Report) -> shape.ReportShape:
    files = Files(result.readable())
    unread = [(article.document.path, span) for article in result.articles for span in article.unread]
    return {
        "schema": SCHEMA,
        "tool": {"name": "claimcheck", "version": VERSION},
        "documents": [document_dict(article) for article in result.articles],
        "findings": [_finding(finding, files) for finding in result.findings],
        "links": [_link(tie) for tie in result.links],
        "comparisons": [_comparison(each) for each in result.comparisons],
        "coverage": {
            "claims": result.coverage.claims,
            "compared": result.coverage.compared,
            "numbers_unread": [{"path": path, "start": span.start, "end": span.end} for path, span in unread],
            "rules": [
                {"rule": rule.rule, "comparisons": rule.comparisons, "not_run": rule.not_run}
                for rule in result.coverage.rules
            ],
            "hidden": [_hidden(each) for each in result.coverage.hidden],
            "vetoed": [{"slot": slot, "comparisons": number} for slot, number in vetoed(result.comparisons)],
        },
        "problems": [
            {"path": problem.path, "line": problem.line, "column": problem.column, "message": problem.message}
            for problem in result.problems
        ],
    }


def document_dict(article: Article) -> shape.DocumentShape:
    """One article with its claims."""
    document = article.document
    return {
        "path": document.path,
        "language": document.language,
        "title": document.title,
        "published": day(document.published),
        "claims": [claim_dict(claim) for claim in article.claims],
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
        "quotation": None if finding.quoted is None else {"speaker": finding.quoted.speaker},
    }


def _link(tie: Tie) -> shape.LinkShape:
    return {
        "a": {"path": tie.a.path, "start": tie.a.span.start, "end": tie.a.span.end},
        "b": {"path": tie.b.path, "start": tie.b.span.start, "end": tie.b.span.end},
        "relation": tie.relation,
        "aspect": tie.aspect,
        "reason": tie.reason,
    }


def _comparison(compared: Compared) -> shape.ComparisonShape:
    return {
        "rule": compared.rule,
        "outcome": compared.outcome,
        "evidence": compared.evidence,
        "slot": compared.slot,
        "spans": [
            {
                "path": place.path,
                "start": place.span.start,
                "end": place.span.end,
                "role": place.role,
                "text": place.text,
            }
            for place in compared.places
        ],
        "computation": compared.computation,
    }


def _hidden(hidden: Hidden) -> shape.HiddenShape:
    place = hidden.finding.places[0]
    return {
        "rule": hidden.finding.rule,
        "path": place.path,
        "start": place.span.start,
        "end": place.span.end,
        "fingerprint": hidden.finding.fingerprint,
        "by": hidden.by,
        "reason": hidden.reason,
        "until": day(hidden.until),
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


def shared(result: Report) -> tuple[list[shape.FactShape], list[shape.PathSpan]]:
    """The facts in the order of the table, and what one article alone says, by path and place."""
    found = facts(result.links, result.articles)
    own = [(article.document.path, claim.span) for article in result.articles for claim in alone(article, found)]
    return [_fact(each) for each in found], [{"path": path, "start": at.start, "end": at.end} for path, at in own]


def _fact(fact: Fact) -> shape.FactShape:
    return {
        "relation": fact.relation,
        "aspect": fact.aspect,
        "sources": fact.sources,
        "ends": [{"path": end.path, "start": end.span.start, "end": end.span.end} for end in fact.ends],
    }
