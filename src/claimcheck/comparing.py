"""The straight line with one stage more: articles are also laid beside each other, and what ties them is judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Date  # noqa: N812 – `date` is the public keyword

from claimcheck import rules as engine
from claimcheck.inputs import Input, first_language, read_articles
from claimcheck.link.across import across
from claimcheck.model import Report
from claimcheck.pipeline import settled
from claimcheck.reference import Reference, open_reference
from claimcheck.rules import Rule
from claimcheck.rules.apply import order
from claimcheck.rules.between import apply_between
from claimcheck.rules.voices import Quotations


def compare(
    inputs: Input | Iterable[Input],
    *,
    date: Date | str | None = None,
    language: str | None = None,
    rules: Sequence[Rule] | None = None,
    reference: Reference | None = None,
    message_language: str | None = None,
    quotations: Quotations = "hint",
) -> Report:
    """The findings in these documents or paths, and those between them; `links` of the report are what they share.

    The arguments are those of `check`.
    """
    known = open_reference() if reference is None else reference
    articles, problems = read_articles(inputs, date=date, language=language, known=known.names)
    messages = message_language or first_language(articles)
    chosen = engine.shipped() if rules is None else rules
    findings, coverage = engine.apply(chosen, articles, messages, known, quotations)
    links = across(articles)
    between, compared = apply_between(chosen, links, articles, messages)
    counted = tuple(compared.get(each.rule, each) for each in coverage.rules)
    every = tuple(sorted((*findings, *between), key=order))
    tied = {(end.path, end.span) for tie in links for end in (tie.a, tie.b)}
    beside = sum((article.document.path, claim.span) in tied for article in articles for claim in article.claims)
    coverage = coverage._replace(rules=counted, compared=max(coverage.compared, beside))
    report = Report(articles, every, coverage, problems, links=links, compared=True)
    return settled(report, chosen, messages)
