"""What the dates, lengths of time and ages of an article have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.link.timing.jubilees import jubilees
from claimcheck.link.timing.lasting import lasting
from claimcheck.link.timing.lives import lives
from claimcheck.link.timing.row import rows
from claimcheck.link.timing.told import told
from claimcheck.link.timing.twice import twice
from claimcheck.model.report import Article
from claimcheck.model.timing import Timed

__all__ = ["timing"]


def timing(article: Article) -> Iterator[Timed]:
    """Every link of time in the article; none where its language has no words for them."""
    language = article.document.language
    table = extra(language, "timing") if language is not None else {}
    if not table or language is None:
        return
    published = article.document.published
    calendar = load(language).dates
    found = rows(article, table["phrases"])
    for row in found:
        if row.places("date", "length"):
            yield from twice(row, calendar, published)
            yield from lasting(row)
            yield from jubilees(row, table)
            yield from told(row, published)
    yield from lives(found)
