"""From what a caller names – documents, files, folders – to articles with their claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Date  # noqa: N812 – `date` is the public keyword
from os import PathLike

from claimcheck.errors import DataError, Problem
from claimcheck.extract import read_article
from claimcheck.model import Article, Document
from claimcheck.model.document import day
from claimcheck.read import collect, read
from claimcheck.reference import NOTHING, EntityIndex
from claimcheck.segment import segment

Input = Document | str | PathLike[str]


def read_articles(
    inputs: Input | Iterable[Input],
    *,
    date: Date | str | None,
    language: str | None,
    known: EntityIndex = NOTHING.names,
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Reads, segments and extracts; articles by path, then the problems of those that could not be read."""
    published = _day(date)
    if language is not None:
        segment(Document.from_text("", path="language", language=language))  # an unknown one is told once, not per file
    given = [inputs] if isinstance(inputs, Document | str | PathLike) else list(inputs)
    paths, problems = collect(each for each in given if isinstance(each, str | PathLike))
    articles: dict[str, Article] = {}
    sources: list[Document | str] = [*(each for each in given if isinstance(each, Document)), *paths]
    for each in sources:
        try:
            document = each if isinstance(each, Document) else read(each)
            if document.path in articles:
                raise DataError(Problem(document.path, "another document has the same path; every one needs its own"))
            document = segment(_with(document, published, language))
            articles[document.path] = read_article(document, known)
            problems.extend(document.problems)
        except DataError as error:
            problems.extend(error.problems)
    return tuple(articles[path] for path in sorted(articles)), tuple(problems)


def read_sources(
    inputs: Input | Iterable[Input], drafts: Sequence[Document], known: EntityIndex = NOTHING.names
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The documents that drafts are held against, and the problems of those that cannot be used.

    A draft is no source of itself, nor is another document with the path of one.
    """
    sources, problems = read_articles(inputs, date=None, language=None, known=known)
    paths = {each.path for each in drafts}
    same = [each.document.path for each in sources if each.document.path in paths]
    own = tuple(
        Problem(path, "is given as an article and as its source; a text cannot support itself") for path in same
    )
    return tuple(each for each in sources if each.document.path not in paths), (*problems, *own)


def _with(document: Document, published: Date | None, language: str | None) -> Document:
    """The document with the day and the language that were given for all."""
    if published is None and language is None:
        return document
    return document._replace(published=published or document.published, language=language or document.language)


def _day(date: Date | str | None) -> Date | None:
    try:
        return day(date) if isinstance(date, str) else date
    except ValueError as error:
        raise DataError(Problem("date", str(error))) from None


def first_language(articles: Sequence[Article]) -> str | None:
    """The language of the first article that has one: what the messages are written in unless asked otherwise."""
    return next((article.document.language for article in articles if article.document.language), None)
