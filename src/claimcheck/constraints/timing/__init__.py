"""What must hold between the times of one article: one equation or order a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.constraints.timing.ages import lives
from claimcheck.constraints.timing.almanac import centuries, impossible, no_such_times, reversed_ranges
from claimcheck.constraints.timing.calendar import weekdays
from claimcheck.constraints.timing.clocks import on_the_clock
from claimcheck.constraints.timing.days import Mark
from claimcheck.constraints.timing.jubilees import jubilees, ordinal
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.order import joined, orders, periods
from claimcheck.constraints.timing.same_time import said_twice
from claimcheck.constraints.timing.service import service, the_woman, two_ages
from claimcheck.constraints.timing.spans_of_time import durations
from claimcheck.constraints.timing.tense import tenses
from claimcheck.constraints.timing.times import Times
from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import COMMA, COORDINATOR
from claimcheck.model.comparison import Timed
from claimcheck.model.figures import Ranked
from claimcheck.model.report import Article
from claimcheck.statements.statement import Statements

__all__ = ["again", "timed", "times_of"]

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


def again(statements: Statements) -> Iterator[Ranked]:
    """Every number of a time with the years of all before: "a fifth title after 2011, 2016 and 2022"."""
    times = times_of(statements.article)
    if times is None:
        return
    for line in times.lines:
        years = _years_before(line)
        places = range(len(line.tokens)) if len(years) > 1 else ()
        counted = [(at, found[1]) for at in places if (found := ordinal(line, at, times))]
        if len(counted) == 1 and _is_of_times(line, counted[0][0]):
            at, place = counted[0]
            names = statements.word(line.number, years[0].first, years[-1].last)
            rank = statements.word(line.number, at, at + 1)
            yield Ranked(rank, place, names, len(years), alone=True, reason="a time and the years before")


def _years_before(line: Line) -> list[Mark]:
    """The years behind "after" that a list joins."""
    found: list[Mark] = []
    for mark in line.dates:
        if mark.grain != "year" or not mark.named or not mark.claim.text[-4:].isdecimal():
            found = found if len(found) > 1 else []
        elif "after" in line.said(mark.first - 1):
            found = [mark]
        elif found and all(line.tokens[at].roles & (COMMA | COORDINATOR) for at in range(found[-1].last, mark.first)):
            found.append(mark)
    return found


def _is_of_times(line: Line, at: int) -> bool:
    """Whether an ordinal counts times, or what somebody has had: no place, which "in" or "on" may stand before."""
    chunk = line.sentence.chunk_at(line.tokens[at].span.start)
    return "times" in line.said(at + 1) or chunk is None or chunk.preposition is None
