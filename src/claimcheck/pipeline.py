"""The straight line: articles go in, each stage adds one kind of thing, findings come out.

    read → segment → extract → link → constrain → check → report

One line serves articles by themselves, beside each other, beside their sources, and beside an archive: what differs is
what they are linked with.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date as Date  # noqa: N812 – `date` is the public keyword
from os import PathLike
from typing import TYPE_CHECKING, cast

from claimcheck.collecting import SeldomCollected
from claimcheck.constraints import constrain
from claimcheck.extract import read_article
from claimcheck.extract.labels import with_labels
from claimcheck.inputs import Inputs, Sources, first_language, isolated, read_articles, read_each, read_sources
from claimcheck.link import link
from claimcheck.model import Claim, Coverage, Document, Report
from claimcheck.model.link import Dossier
from claimcheck.read import Excludes
from claimcheck.reference import Reference, open_reference
from claimcheck.rules import Rule, shipped
from claimcheck.rules.apply import Applied, Quotations
from claimcheck.segment import segment

if TYPE_CHECKING:
    from claimcheck.reference import EntityIndex


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
    between: bool = False,
    exclude: Excludes = (),
) -> Report:
    """The findings in these documents or paths, each article by itself.

    `date` (YYYY-MM-DD) and `language` hold for all of them; `rules` and `reference` are the shipped ones unless given.
    Messages are in `message_language`, without one in the language of the first article. Findings inside a quotation
    are at most hints, or have the level of their rule ("same"), or are left out ("off"). With `sources`, documents or
    paths or what `read_sources` made of them, every statement is held against these; with an `archive`, a file, against
    the earlier articles in it; with `between`, against the other articles. What cannot be read is in the report's
    `problems`; a wrong date or archive raises DataError. `siblings` are the paths of other articles of the same run, of
    which an archive must not speak either. `exclude` are patterns as in .gitignore for what is left out of folders.
    """
    with SeldomCollected():
        known = open_reference() if reference is None else reference
        dossiers, problems = read_each(
            inputs,
            lambda article: constrain(link(article, known)),
            date=date,
            language=language,
            known=known.names,
            exclude=exclude,
        )
        messages = message_language or first_language([each.article for each in dossiers])
        held = None if sources == () else _read(sources, known.names, exclude)
        own = {each.article.document.path for each in dossiers} | {each.path for each in problems}

        def judge(dossiers: tuple[Dossier, ...]) -> Report:
            applied = Applied(shipped() if rules is None else rules, messages, quotations)
            for dossier in dossiers:
                applied.to(dossier)
            articles = tuple(each.article for each in dossiers)
            report = Report(articles, (), Coverage(0, 0, ()), problems, compared=between)
            if held is not None:
                report = _beside_sources(report, held, applied)
            if archive is not None:
                report = _beside_archive(report, archive, known.names, own.union(siblings), applied)
            if between:
                report = _beside_each_other(report, applied)
            return _settled(_checked(report, applied, messages), applied.rules, messages)

        return isolated(judge, dossiers)


def compare(
    inputs: Inputs,
    *,
    date: Date | str | None = None,
    language: str | None = None,
    rules: Sequence[Rule] | None = None,
    reference: Reference | None = None,
    message_language: str | None = None,
    quotations: Quotations = "hint",
    exclude: Excludes = (),
) -> Report:
    """The findings in these documents or paths, and those between them; `links` of the report are what they share.

    The arguments are those of `check`.
    """
    return check(
        inputs,
        date=date,
        language=language,
        rules=rules,
        reference=reference,
        message_language=message_language,
        quotations=quotations,
        between=True,
        exclude=exclude,
    )


def _beside_sources(report: Report, sources: Sources, applied: Applied) -> Report:
    """The report with what the sources say to it; nothing is "in no source" where none is left."""
    from claimcheck.ground import ground  # noqa: PLC0415 – for drafts with sources only

    usable = sources.without({each.document.path for each in report.articles})
    try:
        support = ground(report.articles, usable.all)
    except Exception:  # a source is read no further than a draft asks, so that its own faults show here
        usable = usable.sound()
        support = ground(report.articles, usable.all)
    report = report._replace(problems=report.problems + usable.problems)
    if not usable.all:  # the problems say why
        return report
    texts = tuple(each.article for each in usable.all)
    for draft in report.articles:
        applied.to(Dossier(draft, tuple(each for each in support if each.path == draft.document.path), texts))
    return report._replace(sources=texts, support=support)


def _beside_archive(
    report: Report,
    archive: str | PathLike[str],
    known: EntityIndex,
    siblings: Collection[str],
    applied: Applied,
) -> Report:
    """The report with the earlier articles that say something of the same.

    None counts that has the path of an article of the report, or of one of its `siblings`.
    """
    from claimcheck.archive.earlier import remembered  # noqa: PLC0415 – for runs with an archive only

    given = {each.document.path for each in report.readable()} | {each.path for each in report.problems}
    found = remembered(report.articles, archive, known, given.union(siblings))
    for dossier in found.dossiers:
        applied.to(dossier)
    report = report._replace(problems=(*report.problems, *found.problems))
    return report._replace(earlier=found.articles, coverage=report.coverage._replace(archive=found.looked))


def _beside_each_other(report: Report, applied: Applied) -> Report:
    """The report with what its articles share."""
    from claimcheck.link.across import across  # noqa: PLC0415 – for `compare` only

    ties = across(report.articles)
    if ties:
        applied.to(Dossier(report.articles[0], ties, report.articles[1:]))
    return report._replace(links=ties)


def _checked(report: Report, applied: Applied, messages: str | None) -> Report:
    """The report with what the rules have found and compared."""
    findings = applied.in_order()
    if report.earlier:
        from claimcheck.archive.earlier import dated  # noqa: PLC0415 – for runs with an archive only

        findings = dated(findings, report.earlier, messages)
    coverage = applied.coverage(report.articles)._replace(archive=report.coverage.archive)
    return report._replace(findings=findings, coverage=coverage, comparisons=applied.all_compared())


def _settled(report: Report, rules: Sequence[Rule], messages: str | None) -> Report:
    """The report without what its articles suppress, and with what is wrong with their suppressions."""
    if not any(article.document.suppressions for article in report.articles):
        return report
    from claimcheck.rules.suppress import settle  # noqa: PLC0415 – for the few articles that have one

    return settle(report, rules, messages)


def _read(sources: Inputs | Sources, known: EntityIndex, exclude: Excludes) -> Sources:
    return sources if isinstance(sources, Sources) else read_sources(cast("Inputs", sources), known, exclude)


def extract(document: Document) -> tuple[Claim, ...]:
    """The typed claims of one document, in the order of the text."""
    return with_labels(read_article(segment(document))).claims


def claims_only(
    inputs: Inputs, *, date: Date | str | None = None, language: str | None = None, exclude: Excludes = ()
) -> Report:
    """A report of the claims alone: no rule has run, and its coverage says so.

    What people have verified is left out: it is held against the claims that are read with the names of the reference.
    """
    found, problems = read_articles(inputs, date=date, language=language, exclude=exclude)
    articles = tuple(with_labels(each._replace(document=each.document._replace(ledger=None))) for each in found)
    return Report(articles, (), Coverage(sum(len(article.claims) for article in articles), 0, ()), problems)
