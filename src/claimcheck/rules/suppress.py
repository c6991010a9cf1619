"""Findings an editor does not want to see, taken out at the end of a run, and what became of each suppression."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from claimcheck import languages
from claimcheck.checks.suppression import SuppressionFault
from claimcheck.model import Document, Finding, Hidden, Report, RuleCoverage, Span
from claimcheck.model.suppression import State, Suppression, Use
from claimcheck.rules.apply import finding_of, order
from claimcheck.rules.load import shipped
from claimcheck.rules.rule import Rule
from claimcheck.rules.voices import Voices


def settle(report: Report, rules: Sequence[Rule], message_language: str | None) -> Report:
    """The report without the findings that are suppressed, and with those about suppressions that do not hold.

    `rules` are those of the run. A suppression of a rule that could not find anything in it (because it needs sources,
    or a second article) is not judged.
    """
    ran = {rule.id for rule in rules if _ran(rule, report)}
    known = ran | {rule.id for rule in (*rules, *shipped())}
    reader = message_language if message_language in languages.known() else languages.known()[0]
    gone: dict[int, Hidden] = {}
    added: list[Finding] = []
    judged: dict[str, int] = {}
    for article in report.articles:
        uses = list(_uses(article.document, report.findings, gone, ran, known)) if article.document.suppressions else []
        voices = Voices(article)
        for rule in rules if uses else ():
            check = rule.check.made if rule.check.kind == "suppression" else None
            if isinstance(check, SuppressionFault):
                for comparison in check.judge(uses, article.document.text):
                    judged[rule.id] = judged.get(rule.id, 0) + 1
                    finding = finding_of(rule, comparison, voices, reader, "same") if comparison.conflict else None
                    added += [finding] if finding else []
    left = [finding for number, finding in enumerate(report.findings) if number not in gone]
    hidden = sorted((*report.coverage.hidden, *gone.values()), key=lambda each: order(each.finding))
    counted = tuple(
        RuleCoverage(each.rule, judged[each.rule], None) if each.rule in judged else each
        for each in report.coverage.rules
    )
    return report._replace(
        findings=tuple(sorted((*left, *added), key=order)),
        coverage=report.coverage._replace(rules=counted, hidden=tuple(hidden)),
    )


def _ran(rule: Rule, report: Report) -> bool:
    if rule.check.kind == "sourced":
        return bool(report.sources)
    return report.compared or report.coverage.archive is not None or rule.check.kind != "between"


def _uses(
    document: Document,
    findings: Sequence[Finding],
    gone: dict[int, Hidden],
    ran: Collection[str],
    known: Collection[str],
) -> Iterator[Use]:
    """What became of each suppression of a document that could be judged; what it hides goes into `gone`.

    Whether one has expired is judged by the article's date; without that it holds, and its use says "undated".
    """
    by_rule: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        if any(place.path == document.path for place in finding.places):
            by_rule.setdefault(finding.rule, []).append(number)
    for each in document.suppressions:
        paragraph = _paragraph(document, each.span) if each.span else None
        spans = [paragraph] if paragraph else _occurrences(document, each)
        place = each.span or (spans[0] if spans else Span(0, 0))
        if each.fault:
            yield Use(each, each.fault, place)
        elif each.rule not in known:
            yield Use(each, "unclear", place, next(iter(get_close_matches(each.rule, sorted(known), n=1)), None))
        elif each.rule in ran:
            meant = [
                number
                for number in by_rule.get(each.rule, ())
                if number not in gone and _stands_in(findings[number], document.path, spans)
            ]
            state = _state(each, document.published, bool(meant))
            yield Use(each, state, place)
            if state != "expired":
                by_rule[each.rule] = [number for number in by_rule.get(each.rule, ()) if number not in meant]
                for number in meant:
                    finding = findings[number]
                    gone[number] = Hidden(finding, "comment" if each.span else "sidecar", each.reason, each.until)


def _state(suppression: Suppression, published: date | None, needed: bool) -> State:
    if suppression.until and published and suppression.until < published:
        return "expired"
    if not needed:
        return "unused"
    return "undated" if suppression.until and not published else "used"


def _paragraph(document: Document, comment: Span) -> Span | None:
    """The paragraph the comment stands in or on the same line with, else the next one."""
    prose, paragraphs = document.prose, document.paragraphs
    at = bisect_right(paragraphs, comment.start, key=lambda paragraph: paragraph.end)
    if at and "\n" not in prose[paragraphs[at - 1].end : comment.start]:
        return paragraphs[at - 1]
    return next((each for each in paragraphs[at:] if prose[each.start : each.end].strip()), None)


def _occurrences(document: Document, suppression: Suppression) -> list[Span]:
    """Where the words of a claim stand in the text."""
    return list(_found(document.text, suppression.text)) if suppression.text else []


def _found(text: str, words: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def _stands_in(finding: Finding, path: str, spans: Sequence[Span]) -> bool:
    return any(place.path == path and span.touches(place.span) for place in finding.places for span in spans)
