"""Which earlier articles a draft is laid beside: the closest ones, each text once, as many as there is time for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from claimcheck.archive.store import Archive
from claimcheck.archive.stored import Row, document_of, terms
from claimcheck.errors import DataError, Problem
from claimcheck.link.across.page import Page
from claimcheck.model import Document

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
