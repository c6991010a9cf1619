"""The straight line: articles go in, each stage adds one kind of thing, findings come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Date  # noqa: N812 – `date` is the public keyword

from claimcheck import rules as engine
from claimcheck.extract import read_article
from claimcheck.inputs import Input, first_language, read_articles
from claimcheck.model import Claim, Coverage, Document, Report
from claimcheck.rules import Rule
from claimcheck.segment import segment


def check(
    inputs: Input | Iterable[Input],
    *,
    date: Date | str | None = None,
    language: str | None = None,
    rules: Sequence[Rule] | None = None,
    message_language: str | None = None,
) -> Report:
    """The findings in these documents or paths, each article by itself.

    `date` (YYYY-MM-DD) and `language` hold for all of them; `rules` are the shipped ones unless given. Messages are
    in `message_language`, without one in the language of the first article. What cannot be read is in the report's
    `problems`; a wrong date raises DataError.
    """
    articles, problems = read_articles(inputs, date=date, language=language)
    messages = message_language or first_language(articles)
    findings, coverage = engine.apply(engine.shipped() if rules is None else rules, articles, messages)
    return Report(articles, findings, coverage, problems)


def extract(document: Document) -> tuple[Claim, ...]:
    """The typed claims of one document, in the order of the text."""
    return read_article(segment(document)).claims


def claims_only(
    inputs: Input | Iterable[Input], *, date: Date | str | None = None, language: str | None = None
) -> Report:
    """A report of the claims alone: no rule has run, and its coverage says so."""
    articles, problems = read_articles(inputs, date=date, language=language)
    return Report(articles, (), Coverage(sum(len(article.claims) for article in articles), 0, ()), problems)
