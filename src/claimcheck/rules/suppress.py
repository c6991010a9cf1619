"""Findings an editor does not want to see, taken out at the end of a run, and what became of each suppression."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from claimcheck.model import Document, Finding, Hidden, Report, Span
from claimcheck.model.ledger import State, Suppression, Use
from claimcheck.model.link import Dossier
from claimcheck.rules.apply import apply, counted, order
from claimcheck.rules.load import shipped
from claimcheck.rules.rule import Rule


def settle(report: Report, rules: Sequence[Rule], message_language: str | None) -> Report:
    """The report without the findings that are suppressed, and with those about suppressions that do not hold.

    `rules` are those of the run. A suppression of a rule that could not find anything in it (because it needs sources,
    or a second article) is not judged.
    """
    ran = {rule.id for rule in rules if _ran(rule, report)}
    known = ran | {rule.id for rule in (*rules, *shipped())}
    gone: dict[int, Hidden] = {}
    dossiers = [
        Dossier(article, tuple(_uses(article.document, report.findings, gone, ran, known)))
        for article in report.articles
        if article.document.suppressions
    ]
    judged = apply([rule for rule in rules if rule.check.reads == "Use"], dossiers, message_language, "same")
    left = [finding for number, finding in enumerate(report.findings) if number not in gone]
    hidden = sorted((*report.coverage.hidden, *gone.values()), key=lambda each: order(each.finding))
    rules_compared = counted(report.coverage.rules, judged.counts)
    return report._replace(
        findings=tuple(sorted((*left, *judged.findings), key=order)),
        coverage=report.coverage._replace(rules=rules_compared, hidden=tuple(hidden)),
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
    for each in document.suppressions:
        spans = _places(document, each)
        place = each.span or (spans[0] if spans else Span(0, 0))
        if each.fault:
            yield Use(each, each.fault, place)
        elif each.rule not in known:
            yield Use(each, "unclear", place, *get_close_matches(each.rule, sorted(known), n=1))
        elif each.rule in ran:
            left = ((number, found) for number, found in enumerate(findings) if number not in gone)
            meant = {number: found for number, found in left if _is_meant(each, found, document, spans)}
            state = _state(each, document.published, bool(meant))
            yield Use(each, state, place)
            if state != "expired":
                gone.update((number, _hidden(found, each)) for number, found in meant.items())


def _hidden(finding: Finding, by: Suppression) -> Hidden:
    return Hidden(finding, "comment" if by.span else "sidecar", by.reason, by.until)


def _places(document: Document, suppression: Suppression) -> list[Span]:
    """Where a suppression holds: in a paragraph, or wherever the words of its claim stand."""
    paragraph = _paragraph(document, suppression.span) if suppression.span else None
    return [paragraph] if paragraph else _occurrences(document, suppression)


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


def _is_meant(each: Suppression, finding: Finding, document: Document, spans: Sequence[Span]) -> bool:
    """Whether a finding is of the rule of a suppression and touches its places."""
    if finding.rule != each.rule:
        return False
    own = (place.span for place in finding.places if place.path == document.path)
    return any(span.touches(place) for place in own for span in spans)
