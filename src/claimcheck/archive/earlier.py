"""What a draft says otherwise than the earlier articles about the same thing."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.archive.closest import closest
from claimcheck.archive.opening import open_to_read
from claimcheck.checks.comparison import one_line
from claimcheck.errors import Problem, fault
from claimcheck.extract import read_article
from claimcheck.link.across.page import Page
from claimcheck.link.across.quotes import same_quotes
from claimcheck.link.across.ties import quoted, ties
from claimcheck.model import Article, Document, Finding
from claimcheck.model.link import Dossier
from claimcheck.model.report import Looked
from claimcheck.model.tie import Tie
from claimcheck.reference import EntityIndex
from claimcheck.report.words import words
from claimcheck.segment import segment

LONGEST = 200
KEPT = 200
"""So many earlier articles stay in memory as they were read, because the next draft may be about the same."""


class Remembered(NamedTuple):
    """What an archive says to some drafts: the earlier articles by path, the ties of each draft, what was looked at.

    `problems` are those of stored articles that cannot be read.
    """

    articles: tuple[Article, ...]
    dossiers: tuple[Dossier, ...]
    looked: Looked
    problems: tuple[Problem, ...] = ()


def remembered(
    drafts: Sequence[Article], archive: str | os.PathLike[str], known: EntityIndex, without: Collection[str]
) -> Remembered:
    """The earlier articles about what the drafts are about, none with a path in `without` or the text of its draft.

    Each draft has a dossier by itself: two that repeat one mistake are two findings.
    """
    articles: dict[str, Article] = {}
    used: dict[str, Article] = {}
    dossiers: list[Dossier] = []
    problems: dict[str, Problem] = {}
    compared = left_out = 0
    with open_to_read(archive) as open_archive:
        for draft in drafts:
            if draft.document.language is None:
                continue
            page = Page(draft, 0)
            close = closest(open_archive, page, without)
            if len(articles) > KEPT:
                articles = dict(used)
            problems.update((each.path, each) for each in close.problems)
            for document in close.documents:
                if document.path not in articles and document.path not in problems:
                    read = _read(document, known, open_archive.path)
                    if isinstance(read, Problem):
                        problems[document.path] = read
                    else:
                        articles[document.path] = read
            others = [articles[each.path] for each in close.documents if each.path in articles]
            own = _latest(_ties(page, others), others)
            used.update((tie.b.path, articles[tie.b.path]) for tie in own)
            dossiers.append(Dossier(draft, tuple(own), tuple(others)))
            compared += len(others)
            left_out += close.left_out
    found = tuple(used[path] for path in sorted(used))
    return Remembered(found, tuple(dossiers), Looked(compared, left_out), tuple(problems.values()))


def _read(document: Document, known: EntityIndex, archive: str) -> Article | Problem:
    """The stored article, or the problem of one that the program stumbles over, which costs this one only."""
    try:
        return read_article(segment(document), known)
    except Exception as error:
        return fault(f"{archive}: {document.path}", error)


def dated(findings: Sequence[Finding], earlier: Sequence[Article], messages: str | None) -> tuple[Finding, ...]:
    """The findings; where one rests on an earlier article, its message has the sentence there and its day."""
    known = {each.document.path: each.document for each in earlier}
    return tuple(
        _dated(each, known, messages) if any(place.path in known for place in each.places) else each
        for each in findings
    )


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


def _dated(finding: Finding, earlier: Mapping[str, Document], messages: str | None) -> Finding:
    place = next(each for each in finding.places if each.path in earlier)
    document = earlier[place.path]
    sentence = next((each for each in document.sentences if each.covers(place.span)), place.span)
    text = one_line(document.text[sentence.start : sentence.end])
    text = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
    wording = words(messages)
    key, day = ("earlier", document.published) if document.published else ("earlier undated", None)
    return finding._replace(message=f"{finding.message} {wording(key, path=place.path, date=day, sentence=text)}")
