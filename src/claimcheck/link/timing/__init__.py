"""What the dates, lengths of time and ages of an article have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.link.timing.ages import service, two_ages
from claimcheck.link.timing.clocks import clocks
from claimcheck.link.timing.jubilees import beside, jubilees
from claimcheck.link.timing.lasting import apart, lasting
from claimcheck.link.timing.lives import lives
from claimcheck.link.timing.order import from_to, ordered
from claimcheck.link.timing.row import rows
from claimcheck.link.timing.same_time import same_times
from claimcheck.link.timing.tense import tenses
from claimcheck.model import Period
from claimcheck.model.report import Article
from claimcheck.model.timing import Timed, Told

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
    entry = _first_entry(article)
    for row in found:
        if row.places("date", "length"):
            yield from same_times(row, calendar, published if entry is None or row.sentence.end <= entry else None)
            told_once = [*lasting(row)]
            yield from told_once or apart(row)
            yield from ordered(row)
            yield from from_to(row)
            yield from (each for each in tenses(row, published) if not _to_come(article, each))
        yield from jubilees(row, table)
        yield from service(row)
    yield from beside(article, found, table)
    yield from clocks(article, found, table)
    yield from two_ages(article, found)
    yield from lives(found)


def _to_come(article: Article, told: Told) -> bool:
    """Whether what looks like the past stands in a clause of what is planned or to come: "will be held on"."""
    sentence = None if article.analysis is None or not told.past else article.analysis.at(told.verb.span.start)
    clause = None if sentence is None else sentence.clause_at(told.verb.span.start)
    return clause is not None and (clause.tense == "future" or clause.modal in ("plan", "possibility"))


def _first_entry(article: Article) -> int | None:
    """Where a running blog begins: a line that opens with another day than that of the publication.

    Below it "yesterday" counts from the day of the entry.
    """
    document = article.document
    for claim in article.claims:
        value = claim.value
        if not isinstance(value, Period) or value.grain != "day" or value.relative or value.start is None:
            continue
        opens = claim.span.start == 0 or document.prose[claim.span.start - 1] == "\n"
        if opens and value.start != document.published:
            return claim.span.start
    return None
