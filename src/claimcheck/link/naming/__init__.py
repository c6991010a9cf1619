"""What an article calls people, organisations and places, wherever two of its words must go together."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.naming.acronyms import shortened
from claimcheck.link.naming.changed import changed
from claimcheck.link.naming.countries import abroad, capitals
from claimcheck.link.naming.pronouns import misgendered, mispronouned
from claimcheck.link.naming.regions import located
from claimcheck.link.naming.speakers import speakers, two_speakers
from claimcheck.link.naming.spellings import spellings
from claimcheck.link.naming.titles import addressed, two_sides, two_titles
from claimcheck.model.naming import Named
from claimcheck.model.report import Article

__all__ = ["named"]


def named(article: Article) -> Iterator[Named]:
    """Every such link, family by family."""
    yield from addressed(article)
    yield from two_titles(article)
    yield from two_sides(article)
    yield from mispronouned(article)
    yield from misgendered(article)
    yield from shortened(article)
    yield from located(article)
    yield from abroad(article)
    yield from capitals(article)
    told = [*speakers(article)]
    yield from told
    yield from spellings(article, {each.name.text for each in told if each.alike is not None})
    yield from changed(article)
    yield from two_speakers(article)
