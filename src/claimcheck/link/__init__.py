"""What speaks of the same thing, and why we think so: typed links between the numbers of one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimcheck.languages import load
from claimcheck.link.digits import garbled, in_two_languages, in_words
from claimcheck.link.frame import Frame
from claimcheck.link.lines import told
from claimcheck.link.listed import listed
from claimcheck.link.ranked import both_listed, ranked
from claimcheck.link.rows import frames
from claimcheck.link.series import majorities, outvoted, scales
from claimcheck.link.sizes import groups, same, spreads
from claimcheck.link.votes import games, votes
from claimcheck.link.wholes import polls, possible_shares
from claimcheck.model.claim import Attribution, Relation
from claimcheck.model.link import Dossier, Link
from claimcheck.model.report import Article

if TYPE_CHECKING:
    from claimcheck.reference import Reference

__all__ = ["link"]


def link(article: Article, reference: Reference | None = None) -> Dossier:
    """The article with the links between its claims, and to what is known; none in an unknown language."""
    if article.document.language is None:
        return Dossier(article, ())
    relations = load(article.document.language).relations
    links: list[Link] = []
    numbers = [claim for claim in article.claims if not isinstance(claim.value, Attribution | Relation)]
    previous: Frame | None = None
    for _, frame in frames(article.document, numbers, relations["phrases"], relations["telling"]):
        if frame is not None:
            if len(frame.numbers) + (0 if previous is None else len(previous.numbers)) > 1:
                _of_two(frame, previous, links)
            links.extend(_of_one(frame, previous, capitals=relations["capitals"]))
        previous = frame
    links.extend(_of_all(article, relations))
    if reference is not None and _names_known(article, reference):
        from claimcheck.link.known import known_links  # noqa: PLC0415 – for articles that name somebody known only

        links.extend(known_links(article, reference))
    return Dossier(article, tuple(links))


def _names_known(article: Article, reference: Reference) -> bool:
    """Whether an article names somebody of the reference, or quotes anybody; of an imported base it always may."""
    quotes = (isinstance(each.value, Attribution) and each.value.mode == "direct" for each in article.claims)
    return bool(reference.stores) or any(each.entity is not None for each in article.mentions) or any(quotes)


def _of_two(frame: Frame, previous: Frame | None, links: list[Link]) -> None:
    """Adds what the numbers of one sentence have to do with each other and with those of the one before."""
    links.extend(polls(frame, previous))
    links.extend(possible_shares(frame, previous))
    links.extend(scales(frame))
    links.extend(in_words(frame))


def _of_all(article: Article, relations: dict[str, Any]) -> Iterator[Link]:
    """What the numbers of a whole article have to do with each other."""
    yield from told(article)
    yield from garbled(article, relations)
    yield from ranked(article, relations)
    yield from both_listed(article, relations)
    yield from in_two_languages(article, relations["foreign_scales"])


def _of_one(frame: Frame, previous: Frame | None, *, capitals: bool) -> Iterator[Link]:
    """What the numbers of one sentence, even a single one, have to do with each other or with those before."""
    yield from same(frame)
    yield from groups(frame)
    yield from spreads(frame)
    yield from listed(frame, capitals=capitals)
    yield from majorities(frame, previous)
    yield from outvoted(frame, previous)
    yield from games(frame)
    yield from votes(frame)
