"""The straight line: articles go in, each stage adds one kind of thing, findings come out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date as Date  # noqa: N812 – `date` is the public keyword
from os import PathLike
from typing import cast

from claimcheck import rules as engine
from claimcheck.collecting import SeldomCollected
from claimcheck.extract import read_article
from claimcheck.inputs import Inputs, Sources, first_language, read_articles, read_sources
from claimcheck.model import Claim, Coverage, Document, Report
from claimcheck.reference import Reference, open_reference
from claimcheck.rules import Rule
from claimcheck.rules.voices import Quotations
from claimcheck.segment import segment


def check(
    inputs: Inputs,
    *,
    date: Date | str | None = None,
    language: str | None = None,
    rules: Sequence[Rule] | None = None,
    reference: Reference | None = None,
    message_language: str | None = None,
    quotations: Quotations = "hint",
    sources: Inputs | Sources = (),
    archive: str | PathLike[str] | None = None,
    siblings: Collection[str] = (),
) -> Report:
    """The findings in these documents or paths, each article by itself.

    `date` (YYYY-MM-DD) and `language` hold for all of them; `rules` and `reference` are the shipped ones unless given.
    Messages are in `message_language`, without one in the language of the first article. Findings inside a quotation
    are at most hints, or have the level of their rule ("same"), or are left out ("off"). With `sources`, documents or
    paths or what `read_sources` made of them, every statement is held against these; with an `archive`, a file, against
    the earlier articles in it. What cannot be read is in the report's `problems`; a wrong date or archive raises
    DataError. `siblings` are the paths of other articles of the same run, of which an archive must not speak either.
    """
    with SeldomCollected():
        known = open_reference() if reference is None else reference
        articles, problems = read_articles(inputs, date=date, language=language, known=known.names)
        messages = message_language or first_language(articles)
        applied = engine.shipped() if rules is None else rules
        findings, coverage = engine.apply(applied, articles, messages, known, quotations)
        report = Report(articles, findings, coverage, problems)
        if sources != ():
            read = sources if isinstance(sources, Sources) else read_sources(cast("Inputs", sources), known.names)
            report = _grounded(report, read, applied, messages)
        if archive is not None:
            from claimcheck.archive.earlier import with_earlier  # noqa: PLC0415 – for runs with an archive only

            report = with_earlier(report, archive, applied, known.names, messages, siblings=siblings)
        return settled(report, applied, messages)


def settled(report: Report, rules: Sequence[Rule], messages: str | None) -> Report:
    """The report without what its articles suppress, and with what is wrong with their suppressions."""
    if not any(article.document.suppressions for article in report.articles):
        return report
    from claimcheck.rules.suppress import settle  # noqa: PLC0415 – for the few articles that have one

    return settle(report, rules, messages)


def _grounded(report: Report, sources: Sources, rules: Sequence[Rule], messages: str | None) -> Report:
    """The report with what the sources say to it."""
    from claimcheck.ground import ground  # noqa: PLC0415 – for drafts with sources only
    from claimcheck.rules.sourced import apply_sourced, with_sources  # noqa: PLC0415

    usable = sources.without({each.document.path for each in report.articles})
    if not usable.all:  # the problems say why; nothing is "in no source" where there is none
        return report._replace(problems=report.problems + usable.problems)
    support = ground(report.articles, usable.all)
    findings, coverage = with_sources(report.findings, report.coverage, *apply_sourced(rules, support, messages))
    return report._replace(
        findings=findings,
        coverage=coverage,
        problems=report.problems + usable.problems,
        sources=tuple(each.article for each in usable.all),
        support=support,
    )


def extract(document: Document) -> tuple[Claim, ...]:
    """The typed claims of one document, in the order of the text."""
    return read_article(segment(document)).claims


def claims_only(inputs: Inputs, *, date: Date | str | None = None, language: str | None = None) -> Report:
    """A report of the claims alone: no rule has run, and its coverage says so."""
    articles, problems = read_articles(inputs, date=date, language=language)
    return Report(articles, (), Coverage(sum(len(article.claims) for article in articles), 0, ()), problems)
