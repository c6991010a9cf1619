"""What speaks of the same thing, and why we think so: an article and what is known, and the articles of one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model.claim import Attribution
from claimcheck.model.link import Dossier
from claimcheck.model.report import Article

if TYPE_CHECKING:
    from claimcheck.reference import Reference

__all__ = ["link"]


def link(article: Article, reference: Reference | None = None) -> Dossier:
    """The article with its links to what is known; none in an unknown language."""
    if article.document.language is None or reference is None or not _names_known(article, reference):
        return Dossier(article, ())
    from claimcheck.link.known import known_links  # noqa: PLC0415 – for articles that name somebody known only

    return Dossier(article, tuple(known_links(article, reference)))


def _names_known(article: Article, reference: Reference) -> bool:
    """Whether an article names somebody of the reference, or quotes anybody; of an imported base it always may."""
    quotes = (isinstance(each.value, Attribution) and each.value.mode == "direct" for each in article.claims)
    return bool(reference.stores) or any(each.entity is not None for each in article.mentions) or any(quotes)
