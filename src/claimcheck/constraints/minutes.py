"""Minutes of play: in which part of a match they lie, and goals one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from claimcheck.constraints.scores import Score, judged_score, told_scores
from claimcheck.model.attribution import Part
from claimcheck.model.judged import Judged
from claimcheck.model.span import Span
from claimcheck.statements.cues import Cue
from claimcheck.statements.statement import Statements

HALVES = {"first_half": (1, 50), "second_half": (31, 130)}
PERIODS = HALVES | {"third:1": (1, 20), "third:2": (21, 40), "third:3": (41, 60)}
"""First and last minute: halves of handball, rugby and football with what is added, thirds of ice hockey."""
NUMBER = r"\d{1,3}(?=\D|$)"
BRACKET = r"\((\d{1,3})\.(?:\+\d+)?\)"
ORDINAL = r"\d{1,3}[^\s\d]{1,2}[ \-]"
BEFORE = 2


class Minute(NamedTuple):
    """A minute of play with its place: the sentence and the token in it."""

    sentence: int
    at: int
    number: int
    part: Part


def minutes(table: Statements) -> Iterator[Judged]:
    """Every minute beside the part of the match it is told of, and goals that must follow each other."""
    prose = table.article.document.prose
    marked = {table.analysis.number(each.start()) for each in re.finditer(BRACKET, prose)}
    ordinal = {table.analysis.number(each.start()) for each in re.finditer(ORDINAL, prose)} - marked
    named = {at for at in ordinal - {-1} if table.tells(at, "minute".__eq__)}
    told = {at: list(_minutes(table, at)) for at in sorted((marked | named) - {-1})}
    for at, found in told.items():
        yield from _in_period(table, at, found)
    yield from _goals(table, told)


def _minutes(table: Statements, at: int) -> Iterator[Minute]:
    """The minutes of a sentence: "in der 44. Minute", "in the 44th minute", "(44.)"."""
    sentence, prose = table.analysis.sentence(at), table.article.document.prose
    for cue in table.cues(at, "minute".__eq__):
        token = sentence.tokens[cue.first - 1] if "minute" in cue.roles and cue.first else None
        match = None if token is None or token.text.isdigit() else re.match(NUMBER, token.text)
        if token is not None and match is not None:
            yield Minute(at, cue.first - 1, int(match.group()), Part(token.span, token.text))
    for match in re.compile(BRACKET).finditer(prose, sentence.span.start, sentence.span.end):
        span = Span(match.start(1), match.end(1) + 1)
        yield Minute(at, sentence.token_at(span.start), int(match.group(1)), Part(span, prose[span.start : span.end]))


def _in_period(table: Statements, at: int, found: Sequence[Minute]) -> Iterator[Judged]:
    """The only minute of a sentence with the only part of a match that it happened in."""
    cues = [cue for cue in table.cues(at, PERIODS.__contains__) if PERIODS.keys() & cue.roles]
    if len(cues) != 1 or len(found) != 1 or not _happens_in(table, at, cues[0], found[0].at):
        return
    low, high = PERIODS[min(PERIODS.keys() & cues[0].roles)]
    minute, words = found[0], table.analysis.sentence(at).tokens[cues[0].first : cues[0].last]
    span = Span(words[0].span.start, words[-1].span.end)
    other = Part(span, table.article.document.prose[span.start : span.end])
    fits = low <= minute.number <= high
    yield judged_score("score", minute.part, other, "construction", fits=fits, shown=f"{low}–{high}")


def _happens_in(table: Statements, at: int, period: Cue, minute: int) -> bool:
    """Whether "in" leads to the part of the match, and not "after", and the minute is told in it or right behind."""
    sentence = table.analysis.sentence(at)
    here, there = sentence.owners[period.first], sentence.owners[minute]
    told = here == there or (period.first < minute and sentence.clauses[here].kind == "main")
    return told and "where" in table.cues(at).roles(max(0, period.first - BEFORE), period.first)


def _goals(table: Statements, told: dict[int, list[Minute]]) -> Iterator[Judged]:
    """Two scores of one match of which the second has one goal more: it stood later."""
    scores = told_scores(table)
    timed = [pair for at in told for pair in _timed(table, told[at], scores.get(at, ()))]
    for (one, early), (two, late) in combinations(timed, 2):
        first, second = ((one, early), (two, late)) if sum(one.pair) < sum(two.pair) else ((two, late), (one, early))
        if abs(one.sentence - two.sentence) <= BEFORE and _one_more(first[0], second[0]):
            fits = first[1].number <= second[1].number
            shown = f"{first[0].part.text} → {second[0].part.text}"
            yield judged_score("score", second[1].part, first[1].part, "equal_slots", fits=fits, shown=shown)


def _timed(table: Statements, found: Sequence[Minute], scores: Sequence[Score]) -> Iterator[tuple[Score, Minute]]:
    """Every score with the minute right behind it, else the only ones of a clause."""
    for score in scores:
        behind = [each for each in found if 0 < each.at - score.at <= BEFORE]
        owners = table.analysis.sentence(score.sentence).owners
        inside = [each for each in found if owners[each.at] == owners[score.at]]
        alone = sum(owners[each.at] == owners[score.at] for each in scores) == 1 == len(inside)
        if behind or alone:
            yield score, (behind or inside)[0]


def _one_more(one: Score, two: Score) -> bool:
    return sorted((two.pair[0] - one.pair[0], two.pair[1] - one.pair[1])) == [0, 1]
