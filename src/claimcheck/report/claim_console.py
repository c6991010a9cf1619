"""The claims for people: a table for each article."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Article, Report
from claimcheck.report.places import Lines
from claimcheck.report.quote import columns
from claimcheck.report.safe import safe
from claimcheck.report.value import brief
from claimcheck.report.words import Words

WIDEST = 48


def report(result: Report, words: Words) -> str:
    """Place, type, words and value of every claim, in columns."""
    if not result.articles:
        return words("nothing_read") + "\n"
    return "".join(f"{line.rstrip()}\n" for article in result.articles for line in _table(article, words))


def _table(article: Article, words: Words) -> Iterator[str]:
    lines = Lines(article.document.text)
    yield f"{safe(article.document.path)}  {words.count('claim', len(article.claims))}"
    rows = []
    for claim in article.claims:
        line, column = lines.at(claim.span.start)
        text = safe(claim.text)
        rows.append((f"{line}:{column}", claim.type, text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…", claim))
    for place, kind, text, claim in rows:
        padding = " " * (max(columns(row[2]) for row in rows) - columns(text))
        yield f"  {place:>9}  {words(kind):<15} {text}{padding}  {safe(brief(claim.value))}"
    yield ""
