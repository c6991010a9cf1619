"""What compared articles share, as plain values: facts, and the numbers that only one article has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.link.across.facts import Fact, alone, facts
from claimcheck.model import Report

if TYPE_CHECKING:
    from claimcheck.report import shape


def shared(result: Report) -> tuple[list[shape.FactShape], list[shape.PathSpan]]:
    """The facts in the order of the table, and what one article alone says, by path and place."""
    found = facts(result.links, result.articles)
    own = [(article.document.path, claim.span) for article in result.articles for claim in alone(article, found)]
    return [_fact(each) for each in found], [{"path": path, "start": at.start, "end": at.end} for path, at in own]


def _fact(fact: Fact) -> shape.FactShape:
    return {
        "relation": fact.relation,
        "aspect": fact.aspect,
        "sources": fact.sources,
        "ends": [{"path": end.path, "start": end.span.start, "end": end.span.end} for end in fact.ends],
    }
