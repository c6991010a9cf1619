"""What several articles say of the same thing: ties between claims of different articles.

Articles that share rare words are laid side by side (story); sentences and then numbers are paired one to one (align);
a pair is judged only where its words prove that both speak of one thing (scope, slots, verdict). Quotations are found
by their words wherever they stand (quotes), names and offices by who bears them (people). Three articles together show
a value that was replaced before it was repeated (ties).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.link.across.page import Page
from claimcheck.link.across.quotes import same_quotes
from claimcheck.link.across.story import partners, stories
from claimcheck.link.across.ties import outdated, quoted, ties
from claimcheck.model import Article
from claimcheck.model.report import Tie

__all__ = ["across"]


def across(articles: Sequence[Article]) -> tuple[Tie, ...]:
    """The ties between the articles, sorted by their places."""
    pages = [Page(article, index) for index, article in enumerate(articles) if article.document.language is not None]
    for index, page in enumerate(pages):
        page.index = index
    story = stories(pages)
    found = {each for i, j in partners(pages) for each in ties(pages[i], pages[j], story=(i, j) in story)}
    found.update(each for same in same_quotes(pages) for each in quoted(same))
    found.update(outdated(sorted(found), pages))
    return tuple(sorted(found))
