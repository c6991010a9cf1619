"""What must hold between the times of one article: one equation or order a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.constraints.timing.ages import lives
from claimcheck.constraints.timing.almanac import centuries, impossible, no_such_times, reversed_ranges
from claimcheck.constraints.timing.calendar import weekdays
from claimcheck.constraints.timing.clocks import on_the_clock
from claimcheck.constraints.timing.jubilees import jubilees
from claimcheck.constraints.timing.order import joined, orders, periods
from claimcheck.constraints.timing.same_time import said_twice
from claimcheck.constraints.timing.service import service, the_woman, two_ages
from claimcheck.constraints.timing.spans_of_time import durations
from claimcheck.constraints.timing.tense import tenses
from claimcheck.constraints.timing.times import Times
from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.model.comparison import Timed
from claimcheck.model.report import Article
from claimcheck.statements.statement import Statements

__all__ = ["timed", "times_of"]

EQUATIONS: tuple[Callable[[Times], Iterator[Timed]], ...] = (
    weekdays, impossible, no_such_times, said_twice, durations, orders, periods, joined, reversed_ranges, tenses,
    jubilees, centuries, service, on_the_clock, two_ages, the_woman, lives,
)  # fmt: skip


def times_of(article: Article) -> Times | None:
    """The times of an article with their words; None where its language has no words for them."""
    language = article.document.language
    table = extra(language, "timing") if language is not None else {}
    if not table or language is None or article.analysis is None:
        return None
    known = load(language)
    return Times(article, table, extra(language, "senses").get("verbs", {}), known.dates, known.relations["notation"])


def timed(statements: Statements) -> Iterator[Timed]:
    """Every equation of time in an article."""
    times = times_of(statements.article)
    if times is not None:
        for equation in EQUATIONS:
            yield from equation(times)
