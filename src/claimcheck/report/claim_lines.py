"""One line a claim: path:line:column: type value: text."""

from __future__ import annotations

from claimcheck.model import Report
from claimcheck.report.places import Files
from claimcheck.report.safe import safe
from claimcheck.report.value import brief
from claimcheck.report.words import Words


def report(result: Report, words: Words) -> str:
    """The claims in the order of the articles and their texts."""
    files = Files(result.articles)
    rows = []
    for article in result.articles:
        path = article.document.path
        for claim in article.claims:
            line, column = files[path].at(claim.span.start)
            value = safe(brief(claim.value))
            rows.append(f"{safe(path)}:{line}:{column}: {claim.type} {value}: {safe(claim.text)}\n")
    return "".join(rows)
