"""What speaks of the same thing, and why we think so: typed links between the numbers of one article."""

from __future__ import annotations

from typing import Any

from claimcheck.link.changes import changes
from claimcheck.link.factors import factors
from claimcheck.link.frame import Frame
from claimcheck.link.rows import frames
from claimcheck.link.same import groups, same, spreads, units
from claimcheck.link.shares import shares
from claimcheck.link.steps_told import more_than, thereby, triples
from claimcheck.link.totals import totals
from claimcheck.model.link import Dossier, Link
from claimcheck.model.report import Article

__all__ = ["link"]


def link(article: Article, relations: dict[str, Any]) -> Dossier:
    """The article with the links between its claims; `relations` is the table of the article's language."""
    links: list[Link] = []
    previous: Frame | None = None
    for _, frame in frames(article.document, article.claims, relations["phrases"]):
        if frame is not None and len(frame.numbers) + (0 if previous is None else len(previous.numbers)) > 1:
            links.extend(changes(frame, previous))
            links.extend(more_than(frame))
            links.extend(triples(frame))
            links.extend(thereby(frame, previous))
            links.extend(factors(frame, previous))
            links.extend(shares(frame, previous))
            links.extend(totals(frame, previous))
        if frame is not None:
            links.extend(same(frame))
            links.extend(groups(frame))
            links.extend(units(frame))
            links.extend(spreads(frame))
        previous = frame
    return Dossier(article, tuple(links))
