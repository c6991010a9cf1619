"""Of which days an article speaks where it states something: its own day, a date beside it, or days nobody can tell.

What a word sets into the past ("damals", "former"), or what stands among dates long gone, is of no certain day, and is
held against nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from claimcheck.languages.word_roles import (
    CLOSE,
    COLON,
    COMMA,
    DASH,
    OPEN,
    PAST,
    PREPOSITION,
    QUOTE,
    SEMICOLON,
    SUBORDINATOR,
)  # fmt: skip
from claimcheck.model.analysis import Sentence
from claimcheck.model.claim import Claim
from claimcheck.model.measure import Period, shifted
from claimcheck.model.report import Article
from claimcheck.model.span import Span
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statements

STOPS = COMMA | SEMICOLON | COLON | DASH | OPEN | CLOSE | QUOTE
GONE = frozenset({"then", "earlier", "former"})
"""Roles of words that set what stands beside them into the past."""
LONG_AGO = 60
"""Days before the article from which on a date of a sentence makes it one about the past."""
BEFORE = 1
YEAR = re.compile(r"\d{4}")
PARTS = ("quarter", "half")
"""Parts of a year for which figures of business are told as well."""


class When(NamedTuple):
    """The days from `start` to `end`, exclusive; both None where the article has no day.

    "present": those of the article; "dated": of a date in the same words; "vague": of no certain day. `grain` is that
    of the date.
    """

    kind: Literal["present", "dated", "vague"]
    start: date | None = None
    end: date | None = None
    grain: str = "day"


VAGUE = When("vague")


class Times:
    """When the statements of one article hold."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.published = article.document.published

    @cached_property
    def statements(self) -> Statements:
        """The numbers of the article as statements, with the words that tell of time."""
        return Statements(self.article)

    @cached_property
    def present(self) -> When:
        """The day of the article."""
        day = self.published
        return When("present") if day is None else When("present", day, shifted(day, 1))

    def of(self, span: Span) -> When:
        """When what is told at a place holds that lasts: an office, a stake, a size."""
        number = self.statements.analysis.number(span.start)
        if not self.statements.analysis.written(number):
            return VAGUE
        sentence = self.statements.analysis.sentence(number)
        first, last = around(sentence, span)
        dates = self.dates(Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end))
        if len(dates) > 1:
            return VAGUE
        if dates:
            return self._dated(dates[0], number, sentence)
        if self._gone(number, first, last + 1) or _was(sentence, span) or self._of_the_past(number, sentence):
            return VAGUE
        return self.present

    def dates(self, span: Span) -> list[Claim]:
        """The dates that begin in a stretch of the text."""
        return self._days[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def names(self, span: Span, known: Period) -> bool:
        """Whether a number is told to be one of this very stretch of time.

        By the only date of its clause, else of the sentence and the one before. Days are left out: a day is mostly the
        one on which something was said.
        """
        number = self.statements.analysis.number(span.start)
        if not self.statements.analysis.written(number):
            return False
        sentence = self.statements.analysis.sentence(number)
        clause = sentence.owners[sentence.token_at(span.start)]
        here = self._coarse(sentence.span)
        own = [each for each in here if sentence.owners[sentence.token_at(each.span.start)] == clause]
        told = {_period(each)[:3] for each in own or [*here, *self._told_before(number)]}
        wanted = {each for each in told if own or each[2] == known.grain or each[2] in PARTS}
        return wanted == {known[:3]}

    def _coarse(self, span: Span) -> list[Claim]:
        return [each for each in self.dates(span) if _period(each).grain not in ("day", "week")]

    def gone(self, span: Span) -> bool:
        """Whether a word of the clause of a place sets it into the past, and no date does."""
        number = self.statements.analysis.number(span.start)
        sentence = self.statements.analysis.sentence(number)
        first, last = around(sentence, span)
        return self._gone(number, first, last + 1)

    @cached_property
    def _days(self) -> list[Claim]:
        claims = (each for each in self.article.claims if isinstance(each.value, Period))
        return sorted((each for each in claims if _period(each).start is not None), key=lambda each: each.span)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.span.start for each in self._days]

    def _dated(self, claim: Claim, number: int, sentence: Sentence) -> When:
        """A date, or all days since it where a word says so."""
        period = _period(claim)
        cue = self.statements.cues(number).before(sentence.token_at(claim.span.start))
        if cue is not None and "since" in cue.roles:
            return When("dated", period.start, self.present.end or period.end, period.grain)
        return When("dated", period.start, period.end, period.grain)

    def _gone(self, number: int, first: int, stop: int) -> bool:
        """Whether a word between two tokens that is no date tells of the past."""
        sentence = self.statements.analysis.sentence(number)
        cues = self.statements.cues(number)
        return any(first <= cue.first < stop and cue.roles & GONE and self._alone(cue, sentence) for cue in cues)

    def _of_the_past(self, number: int, sentence: Sentence) -> bool:
        """Whether the sentence, or the one before in its paragraph, tells of days long gone."""
        first, _ = self.statements.paragraph(number, BEFORE, 0)
        spans = [self.statements.analysis.spans[each] for each in range(first, number + 1)]
        if any(self._is_gone(each) for span in spans for each in self.dates(span)):
            return True
        cues = self.statements.cues(number)
        return any("then" in cue.roles and self._alone(cue, sentence) for cue in cues)

    def _alone(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a word tells of the past by itself: it is no part of a date, and joins nothing to it."""
        if "now" in cue.roles or (
            sentence.tokens[cue.first].roles & (PREPOSITION | SUBORDINATOR) and cue.last - cue.first == 1
        ):
            return False
        whole = Span(sentence.tokens[cue.first].span.start, sentence.tokens[cue.last - 1].span.end)
        return not any(each.span.touches(whole) for each in self.dates(sentence.span))

    def _is_gone(self, claim: Claim) -> bool:
        """Whether a date lies long before the article; "in summer" may be the next one."""
        period = _period(claim)
        if period.grain in ("month", "season") and not YEAR.search(claim.text):
            return False
        if self.published is None:
            return period.grain != "day" and not period.relative
        return period.end is not None and (self.published - period.end).days > LONG_AGO

    def _told_before(self, number: int) -> list[Claim]:
        """The dates of the sentence before in the same paragraph, but for single days."""
        first, _ = self.statements.paragraph(number, BEFORE, 0)
        if first == number:
            return []
        return self._coarse(self.statements.analysis.spans[number - 1])


def around(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The first and the last token around a place between two marks, as far as they are of the same clauses."""
    first, last = sentence.token_at(span.start), sentence.token_at(span.end - 1)
    owners = set(sentence.owners[first : last + 1])

    def goes_on(at: int) -> bool:
        inside = 0 <= at < len(sentence.tokens)
        return inside and not sentence.tokens[at].roles & STOPS and sentence.owners[at] in owners

    while goes_on(first - 1):
        first -= 1
    while goes_on(last + 1):
        last += 1
    return first, last


def _was(sentence: Sentence, span: Span) -> bool:
    """Whether the verb that states something is one of the past: "was mayor", "leitete"."""
    first, last = sentence.token_at(span.start), sentence.token_at(span.end - 1)
    verbs = {each.verb for each in sentence.clauses if each.verb is not None and each.tense != "perfect"}
    return any(at in verbs and sentence.tokens[at].roles & PAST for at in range(first, last + 1))


def _period(claim: Claim) -> Period:
    assert isinstance(claim.value, Period)
    return claim.value
