"""What a draft says otherwise than the earlier articles about the same thing."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from claimcheck.archive.closest import closest
from claimcheck.archive.opening import open_to_read
from claimcheck.extract import read_article
from claimcheck.link.across.page import Page
from claimcheck.link.across.quotes import same_quotes
from claimcheck.link.across.ties import quoted, ties
from claimcheck.model import Article, Finding, Report, RuleCoverage
from claimcheck.model.report import Looked
from claimcheck.model.tie import Tie
from claimcheck.reference import EntityIndex
from claimcheck.report.words import words
from claimcheck.rules import Rule
from claimcheck.rules.apply import order
from claimcheck.rules.between import apply_between
from claimcheck.segment import segment

LONGEST = 200
KEPT = 200
"""So many earlier articles stay in memory as they were read, because the next draft may be about the same."""


class Remembered(NamedTuple):
    """What an archive says to some drafts: the earlier articles, the ties to these, and what was looked at."""

    articles: tuple[Article, ...]
    ties: tuple[Tie, ...]
    looked: Looked


def with_earlier(
    report: Report,
    archive: str | os.PathLike[str],
    rules: Sequence[Rule],
    known: EntityIndex,
    messages: str | None,
    *,
    siblings: Collection[str] = (),
) -> Report:
    """The report with what the archive says to its articles; the earlier ones used are in `earlier`.

    No article of the archive counts that has the path of one in the report, or of one of its `siblings`.
    """
    given = {each.document.path for each in report.readable()} | {each.path for each in report.problems}
    found = remembered(report.articles, archive, known, given.union(siblings))
    earlier = {each.document.path: each for each in found.articles}
    told: list[Finding] = []
    counts: dict[str, int] = {}
    for draft in report.articles:
        # each draft by itself: two that repeat one mistake are two findings
        own = [tie for tie in found.ties if tie.a.path == draft.document.path]
        findings, compared = apply_between(rules, own, (draft, *found.articles), messages)
        told += (_dated(each, earlier, messages) for each in findings)
        for name, each in compared.items():
            counts[name] = counts.get(name, 0) + each.comparisons
    counted = tuple(_with(each, counts.get(each.rule, 0)) for each in report.coverage.rules)
    return report._replace(
        findings=tuple(sorted((*report.findings, *told), key=order)),
        coverage=report.coverage._replace(rules=counted, archive=found.looked),
        earlier=tuple(earlier[path] for path in sorted(earlier)),
    )


def remembered(
    drafts: Sequence[Article], archive: str | os.PathLike[str], known: EntityIndex, without: Collection[str]
) -> Remembered:
    """The earlier articles about what the drafts are about, none with a path in `without` or the text of its draft."""
    articles: dict[str, Article] = {}
    used: dict[str, Article] = {}
    found: list[Tie] = []
    compared = left_out = 0
    with open_to_read(archive) as open_archive:
        for draft in drafts:
            if draft.document.language is None:
                continue
            page = Page(draft, 0)
            close = closest(open_archive, page, without)
            if len(articles) > KEPT:
                articles = dict(used)
            others = []
            for document in close.documents:
                if document.path not in articles:
                    articles[document.path] = read_article(segment(document), known)
                others.append(articles[document.path])
            own = _latest(_ties(page, others), others)
            found += own
            used.update((tie.b.path, articles[tie.b.path]) for tie in own)
            compared += len(others)
            left_out += close.left_out
    return Remembered(tuple(used.values()), tuple(found), Looked(compared, left_out))


def _ties(draft: Page, others: Sequence[Article]) -> Iterator[Tie]:
    """The ties of the draft to each of the others, the draft's end first."""
    for number, other in enumerate(others, start=1):
        if other.document.language is None:
            continue
        page = Page(other, number)
        yield from ties(draft, page)
        for same in same_quotes([draft, page]):
            for tie in quoted(same):
                yield tie if tie.a.path == draft.path else turned(tie)


def _latest(found: Iterator[Tie], others: Sequence[Article]) -> list[Tie]:
    """For each place of the draft what the latest article says: its agreement takes back an older conflict."""
    dates = {each.document.path: str(each.document.published or "") for each in others}
    latest: dict[tuple[object, ...], Tie] = {}
    for tie in sorted(found, key=lambda each: (dates[each.b.path], each.relation == "agrees", each)):
        group = tie.aspect if tie.aspect in ("quotation", "speaker", "name", "holder") else "value"
        latest[tie.a.span, group] = tie
    return sorted(latest.values())


def turned(tie: Tie) -> Tie:
    """The tie seen from its other end."""
    return tie._replace(a=tie.b, b=tie.a, stated=tie.stated and (tie.stated[1], tie.stated[0]))


def _dated(finding: Finding, earlier: dict[str, Article], messages: str | None) -> Finding:
    """The finding with the earlier sentence and its day in the message."""
    place = next(each for each in finding.places if each.path in earlier)
    document = earlier[place.path].document
    sentence = next((each for each in document.sentences if each.covers(place.span)), place.span)
    text = " ".join(document.text[sentence.start : sentence.end].split())
    text = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
    wording = words(messages)
    key, day = ("earlier", document.published) if document.published else ("earlier undated", None)
    return finding._replace(message=f"{finding.message} {wording(key, path=place.path, date=day, sentence=text)}")


def _with(one: RuleCoverage, comparisons: int) -> RuleCoverage:
    """What a rule compared within the articles, and with the archive."""
    return RuleCoverage(one.rule, one.comparisons + comparisons, None) if comparisons else one
