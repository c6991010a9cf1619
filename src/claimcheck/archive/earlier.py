"""What a draft says otherwise than the earlier articles about the same thing."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.archive.schema import Row, document_of, terms
from claimcheck.archive.store import Archive, open_to_read
from claimcheck.checks.comparison import one_line
from claimcheck.errors import DataError, Problem, fault
from claimcheck.extract import read_article
from claimcheck.link.across.page import Page
from claimcheck.link.across.quotes import same_quotes
from claimcheck.link.across.ties import quoted, ties
from claimcheck.model import Article, Document, Finding
from claimcheck.model.link import Dossier
from claimcheck.model.report import Looked, Tie
from claimcheck.reference import EntityIndex
from claimcheck.report.words import words
from claimcheck.segment import segment

LONGEST_QUOTED = 200
KEPT = 200
"""So many earlier articles stay in memory as they were read, because the next draft may be about the same."""


MOST = 8
LONGEST = 5_000
MOST_TEXT = 10_000
"""So many characters are read again for one draft, and of each article at most LONGEST: news tells first what counts.
That bounds what an archive adds to a check, however large it is."""
COPY = 0.8
"""Articles that share so many of their words are copies of one report, as an agency's text in two papers."""


class Close(NamedTuple):
    """The earlier articles to read, the closest first, none a copy of another; `left_out` is how many more are close.

    `problems` are those of rows that are no articles. The documents are not divided yet, and end with a paragraph
    before LONGEST characters.
    """

    documents: tuple[Document, ...]
    left_out: int
    problems: tuple[Problem, ...] = ()


def closest(archive: Archive, draft: Page, without: Collection[str]) -> Close:
    """What the archive holds about the same as the draft, none with a path in `without` or in the draft's own words."""
    own = draft.article.document.text.split()
    chosen: dict[frozenset[str], Row] = {}
    length = 0
    numbers = archive.related(terms(draft), draft.published, without)
    for at, number in enumerate(numbers):
        row = archive.row(number)
        if row is None or (given := row.text.split()) == own:
            continue
        words = frozenset(given)
        if (twin := next((those for those in chosen if _copies(words, those)), None)) is not None:
            chosen[twin] = max(chosen[twin], row, key=_published)  # of copies the last one speaks for all
            continue
        length += min(len(row.text), LONGEST)
        if chosen and (length > MOST_TEXT or len(chosen) == MOST):
            return _documents(chosen.values(), len(numbers) - at, archive.path)
        chosen[words] = row
    return _documents(chosen.values(), 0, archive.path)


def _published(row: Row) -> str:
    return row.published or ""


def _documents(rows: Iterable[Row], left_out: int, archive: str) -> Close:
    """The documents of the rows that are articles, and the problems of the others."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for row in rows:
        try:
            documents.append(document_of(row, LONGEST))
        except DataError as error:
            problems += (each._replace(path=f"{archive}: {each.path}") for each in error.problems)
    return Close(tuple(documents), left_out, tuple(problems))


def _copies(these: frozenset[str], those: frozenset[str]) -> bool:
    return len(these & those) >= COPY * len(these | those)


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
    dossiers: list[Dossier] = []
    looked: list[Looked] = []
    with open_to_read(archive) as open_archive:
        past = _Past(open_archive.path, known)
        for draft in drafts:
            if draft.document.language is None:
                continue
            page = Page(draft, 0)
            close = closest(open_archive, page, without)
            others = past.read(close)
            own = _latest(_ties(page, others), others)
            past.use(tie.b.path for tie in own)
            dossiers.append(Dossier(draft, tuple(own), tuple(others)))
            looked.append(Looked(len(others), close.left_out))
    found = tuple(past.used[path] for path in sorted(past.used))
    total = Looked(sum(each.compared for each in looked), sum(each.left_out for each in looked))
    return Remembered(found, tuple(dossiers), total, tuple(past.problems.values()))


class _Past:
    """The earlier articles that have been read, those that drafts have something to do with, and what is wrong."""

    def __init__(self, archive: str, known: EntityIndex) -> None:
        self.archive, self.known = archive, known
        self.articles: dict[str, Article] = {}
        self.used: dict[str, Article] = {}
        self.problems: dict[str, Problem] = {}

    def read(self, close: Close) -> list[Article]:
        """Those close to a draft."""
        if len(self.articles) > KEPT:
            self.articles = dict(self.used)
        self.problems.update((each.path, each) for each in close.problems)
        for document in close.documents:
            if document.path not in self.articles and document.path not in self.problems:
                try:
                    self.articles[document.path] = read_article(segment(document), self.known)
                except Exception as error:  # costs this one only
                    self.problems[document.path] = fault(f"{self.archive}: {document.path}", error)
        return [self.articles[each.path] for each in close.documents if each.path in self.articles]

    def use(self, paths: Iterable[str]) -> None:
        """Keeps them to the end."""
        self.used.update((path, self.articles[path]) for path in paths)


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
    text = text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED].rstrip()} …"
    wording = words(messages)
    key, day = ("earlier", document.published) if document.published else ("earlier undated", None)
    return finding._replace(message=f"{finding.message} {wording(key, path=place.path, date=day, sentence=text)}")
