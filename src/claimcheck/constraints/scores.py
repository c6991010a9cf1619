"""Scores: what stood at half-time, what a draw is, and what the parts of a match add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.extract.clocks import times_in
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import CLOSE, COMMA, COORDINATOR, OPEN, SEMICOLON
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, JudgedKind
from claimcheck.model.span import Span
from claimcheck.statements.statement import Statements

SCORE = r"(\d{1,3})[:–-](\d{1,3})(?:-\D.*)?"
ANY = r"\d[:–-]\d"
JOINING = COMMA | COORDINATOR | SEMICOLON
BRACKET = 4
"""So many tokens at most stand between two sets: the points of a tie-break in brackets."""
PERIODS = 3
TIE = [6, 7]
Pair = tuple[int, int]


class Score(NamedTuple):
    """A score with its place: the sentence and the token in it."""

    sentence: int
    at: int
    pair: Pair
    part: Part


Told = dict[int, list[Score]]


def scores(table: Statements) -> Iterator[Judged]:
    """Every score that words or other scores of the same match must fit."""
    told = told_scores(table)
    for at in told:
        yield from _half_time(table, told, at)
        yield from _behind(table, told[at])
        yield from _draws(table, told[at])
        for row in rows_of(table, told[at]):
            yield from _in_brackets(table, told[at], row)
            yield from _periods(table, told, row)


def told_scores(table: Statements) -> Told:
    """The scores of an article by their sentences."""
    prose = table.article.document.prose
    numbers = {table.analysis.number(each.start()) for each in re.finditer(ANY, prose)}
    found = {number: list(scores_of(table, number)) for number in sorted(numbers - {-1})}
    return {number: scores for number, scores in found.items() if scores}


def scores_of(table: Statements, at: int) -> Iterator[Score]:
    """The scores of one sentence; a time of day is none."""
    pattern, document, sentence = re.compile(SCORE), table.article.document, table.analysis.sentence(at)
    times = times_in(document.prose, sentence.span, extra(document.language, "timing")["clock"])
    hours = {each.span.start for each in times}
    for place, token in enumerate(sentence.tokens):
        match = pattern.fullmatch(token.text) if token.text[:1].isdigit() else None
        if match is not None and token.span.start not in hours:
            start = token.span.start
            part = Part(Span(start, start + match.end(2)), token.text[: match.end(2)])
            yield Score(at, place, (int(match.group(1)), int(match.group(2))), part)


def judged_score(
    kind: JudgedKind, claim: Part, other: Part, evidence: Evidence, *, fits: bool, shown: str | None = None
) -> Judged:
    """Two places of a match that must go together; `shown` is how, by default from the other to the claim."""
    result = f"{other.text} → {claim.text}" if shown is None else shown
    values = (("claim", claim.text), ("other", other.text), ("result", result))
    return Judged(kind, fits, (("claim", claim), ("other", other)), values, result, evidence)


def _half_time(table: Statements, told: Told, at: int) -> Iterator[Judged]:
    """A score at half-time and the only other one that is told as the result."""
    pauses = places_of(table, at, "half_time")
    if not pauses:
        return
    early = min(told[at], key=lambda each: min(abs(each.at - pause) for pause in pauses))
    others = ([each for each in told.get(place, ()) if each is not early] for place in (at, at + 1, at + 2, at - 1))
    found = next(filter(None, others), [])
    if len(found) == 1 and places_of(table, found[0].sentence, "result"):
        evidence = across(found[0].sentence, at)
        yield judged_score("half-time", found[0].part, early.part, evidence, fits=_grows(early.pair, found[0].pair))


def places_of(table: Statements, at: int, role: str) -> list[int]:
    """The first tokens of the words of a sentence with a role."""
    return [cue.first for cue in table.cues(at, role.__eq__) if role in cue.roles]


def across(one: int, two: int) -> Evidence:
    """The evidence of what speaks of the same match in one sentence, or in its neighbours."""
    return "construction" if one == two else "anaphor"


def _grows(early: Pair, late: Pair) -> bool:
    """Whether nobody has fewer at the end, whichever side is named first."""
    return _within(early, late) or _within(early, late[::-1])


def _within(part: Pair, whole: Pair) -> bool:
    return part[0] <= whole[0] and part[1] <= whole[1]


def _behind(table: Statements, found: Sequence[Score]) -> Iterator[Judged]:
    """The only score in brackets behind a result is that of half-time, with the same side first: "4:2 (1:2)"; behind a
    set it is that of the tie-break.
    """
    tokens = table.analysis.sentence(found[0].sentence).tokens
    for final, early in pairwise(found):
        inside = (
            early.at == final.at + 2 and tokens[early.at - 1].roles & OPEN and early.part.text == tokens[early.at].text
        )
        if (
            inside
            and tokens[early.at + 1 : early.at + 2]
            and tokens[early.at + 1].roles & CLOSE
            and sorted(final.pair) != TIE
        ):
            fits = _within(early.pair, final.pair)
            yield judged_score("half-time", final.part, early.part, "apposition", fits=fits)


def _draws(table: Statements, found: Sequence[Score]) -> Iterator[Judged]:
    """A score right before a word that calls it a draw: "a 2-2 draw", "das 1:1-Unentschieden"."""
    for score in found:
        word = _beside(table, score)
        if word is not None and "draws" in table.roles_of(word.text.lower()):
            fits = score.pair[0] == score.pair[1]
            shown = f"{score.pair[0]} {'=' if fits else '≠'} {score.pair[1]}"
            yield judged_score("score", score.part, word, "construction", fits=fits, shown=shown)


def _beside(table: Statements, score: Score) -> Part | None:
    """The word that the score stands before or is joined to by a hyphen."""
    tokens = table.analysis.sentence(score.sentence).tokens
    token, end = tokens[score.at], score.part.span.end
    if token.span.end > end:
        return Part(Span(end + 1, token.span.end), token.text[end + 1 - token.span.start :])
    following = tokens[score.at + 1 : score.at + 2]
    return Part(following[0].span, following[0].text) if following else None


def rows_of(table: Statements, found: Sequence[Score]) -> Iterator[list[Score]]:
    """Two scores or more, side by side."""
    row: list[Score] = []
    for score in found:
        if row and sorted(row[-1].pair) == TIE and score.at == row[-1].at + 2:
            continue  # the points of a tie-break in brackets
        if row and not _joined(table, row[-1], score):
            yield from [row] * (len(row) > 1)
            row = []
        row.append(score)
    yield from [row] * (len(row) > 1)


def _joined(table: Statements, one: Score, two: Score) -> bool:
    """Whether nothing but marks, "and" and a tie-break in brackets stands between two scores."""
    between = table.analysis.sentence(one.sentence).tokens[one.at + 1 : two.at]
    if between and between[0].roles & OPEN:
        shut = next((at for at, each in enumerate(between[:BRACKET]) if each.roles & CLOSE), None)
        between = between if shut is None else between[shut + 1 :]
    return all(each.roles & JOINING for each in between)


def _in_brackets(table: Statements, found: Sequence[Score], row: list[Score]) -> Iterator[Judged]:
    """The scores of its periods or sets in brackets behind a score: "5:3 (2:1, 1:1, 2:1)"."""
    tokens = table.analysis.sentence(row[0].sentence).tokens
    before = [each for each in found if each.at == row[0].at - 2 and tokens[each.at + 1].roles & OPEN]
    if before and len(row) >= PERIODS:
        final, added = before[0], _added(row)
        fits = _may_lead(row, final.pair)
        shown = f"{added[0]}:{added[1]} {'=' if fits else '≠'} {final.part.text}"
        yield judged_score("score", final.part, whole(table, row), "apposition", fits=fits, shown=shown)


def _periods(table: Statements, told: Told, row: Sequence[Score]) -> Iterator[Judged]:
    """The scores of quarters or thirds, that words call so, and the only other score near that may be their sum."""
    here, added = row[0].sentence, _added(row)
    if len(row) < PERIODS or added[0] == added[1] or not places_of(table, here, "periods"):
        return  # after a draw there may be an overtime
    near = (each for at in (here - 1, here, here + 1) for each in told.get(at, ()))
    finals = [each for each in near if each not in row and _is_about(each.pair, added)]
    if len(finals) == 1:
        yield made_of(table, finals[0], row, added)


def made_of(table: Statements, final: Score, row: Sequence[Score], made: Pair) -> Judged:
    """A score with the two numbers that the scores of its parts make, in either order."""
    fits = sorted(made) == sorted(final.pair)
    shown = f"{made[0]}:{made[1]} {'=' if fits else '≠'} {final.part.text}"
    evidence = across(final.sentence, row[0].sentence)
    return judged_score(
        "score",
        final.part,
        whole(table, sorted(row, key=lambda each: each.part.span)),
        evidence,
        fits=fits,
        shown=shown,
    )


def _is_about(final: Pair, added: Pair) -> bool:
    """Whether a score lies near a sum of scores, whichever side is named first."""
    return all(2 * abs(one - two) < two for one, two in zip(sorted(final), sorted(added), strict=True))


def _may_lead(row: Sequence[Score], final: Pair) -> bool:
    """Whether scores may be those of the periods or sets of a match, or its score as it stood, in either order; what
    stood twice is that of periods.
    """
    falling, rising = [final, *(each.pair for each in row)], [*(each.pair for each in row), final]
    stood = len({each.pair for each in row}) == len(row)
    if stood and any(all(_within(*both) for both in pairwise(order)) for order in (falling[::-1], rising)):
        return True
    return sorted(final) in (sorted(_added(row)), sorted(tally(row)))


def _added(row: Sequence[Score]) -> Pair:
    return sum(each.pair[0] for each in row), sum(each.pair[1] for each in row)


def tally(row: Sequence[Score]) -> Pair:
    """How many sets each side won."""
    first = sum(each.pair[0] > each.pair[1] for each in row)
    return first, sum(each.pair[0] < each.pair[1] for each in row)


def whole(table: Statements, row: Sequence[Score]) -> Part:
    """The place of a row of scores."""
    span = Span(row[0].part.span.start, row[-1].part.span.end)
    return Part(span, table.article.document.prose[span.start : span.end])
