"""Sets: how many were played, who won them, and that each could end as it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.constraints.scores import (
    Pair,
    Score,
    Told,
    across,
    judged_score,
    made_of,
    places_of,
    rows_of,
    tally,
    told_scores,
    whole,
)  # fmt: skip
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged
from claimcheck.model.span import Span
from claimcheck.statements.dimension import number
from claimcheck.statements.statement import Statements

SETS = range(2, 6)
POINTS = (11, 15, 21, 25)
"""So many points win a set, with two more than the other has."""
GAMES = 7
"""No set of games ends with more, but a last one that goes on until somebody leads by two."""
PAIR, MOST_SETS, LEAD = 2, 4, 2
ENDS = {False: "6:0 … 6:4, 7:5, 7:6", True: "11:0 … 11:9, 12:10, 13:11 …"}


def sets(table: Statements) -> Iterator[Judged]:
    """Every row of sets that words, other scores or the rules of the game must fit."""
    told = told_scores(table)
    for at in told:
        for row in rows_of(table, told[at]):
            yield from _possible(table, row)
            if _are_sets(row):
                yield from _number_of_sets(table, row)
                yield from _straight(table, row)
                yield from _won_sets(table, told, row)
                yield from _winner(table, row)


def _are_sets(row: Sequence[Score]) -> bool:
    """Whether these may be the scores of sets; the last one need not be over."""
    return all(_is_set(each.pair) for each in row[:-1]) and len(row) in SETS


def _is_set(pair: Pair) -> bool:
    low, high = sorted(pair)
    if high <= 7:
        return (high == 6 and low <= 4) or (high == 7 and low in (5, 6))
    return high - low >= LEAD and (high in POINTS or (high > POINTS[0] and high - low == LEAD))


def _possible(table: Statements, row: Sequence[Score]) -> Iterator[Judged]:
    """A set that no game ends with, beside others of one game: "6-1, 8-7, 6-4"."""
    claim = _odd(row)
    rest = [each for each in row if each is not claim]
    of_points = {max(each.pair) > GAMES for each in rest}
    if claim is not None and len(of_points) == 1 and _is_match(table, row):
        fits = _is_set(claim.pair)
        shown = f"{claim.part.text} {'∈' if fits else '∉'} {ENDS[of_points.pop()]}"
        yield judged_score("score", claim.part, rest[0].part, "equal_slots", fits=fits, shown=shown)


def _odd(row: Sequence[Score]) -> Score | None:
    """The only score of a row that is no set, or the last where all are; none where that one need not be over yet."""
    odd = [each for each in row if not _is_set(each.pair)]
    if len(odd) > 1 or _may_go_on(row, odd):
        return None
    return odd[0] if odd else row[-1]


def _is_match(table: Statements, row: Sequence[Score]) -> bool:
    """Whether a row has as many scores as a match has sets, and more than two or words for who won."""
    return len(row) in SETS and (len(row) > PAIR or _is_won(table, row))


def _is_won(table: Statements, row: Sequence[Score]) -> bool:
    """Whether the clause tells who won."""
    sentence = table.analysis.sentence(row[0].sentence)
    return "win" in sentence.clauses[sentence.owners[row[0].at]].senses


def _may_go_on(row: Sequence[Score], odd: list[Score]) -> bool:
    """Whether the last set is odd and may have been broken off, or played on until somebody led by two."""
    low, high = sorted(row[-1].pair)
    return odd == [row[-1]] and (high < GAMES or high - low >= LEAD)


def _number_of_sets(table: Statements, row: Sequence[Score]) -> Iterator[Judged]:
    """The only number of sets in reach, "in two sets", and as many scores."""
    here = row[0].sentence
    told = [
        each
        for at in (here - 1, here, here + 1)
        for each in table.within(at)
        if "sets" in each.behind and ("where" in each.lead or "needed" in each.predicate) and number(each.claim) in SETS
    ]
    if len(told) == 1:
        stated = Part(told[0].claim.span, told[0].claim.text)
        fits = number(told[0].claim) == len(row)
        shown = f"{len(row)} {'=' if fits else '≠'} {stated.text}"
        evidence = across(told[0].sentence, here)
        yield judged_score("score", stated, whole(table, row), evidence, fits=fits, shown=shown)


def _won_sets(table: Statements, told: Told, row: Sequence[Score]) -> Iterator[Judged]:
    """The only other score of the sentence or the one before, where this one speaks of sets: so many were won."""
    here = row[0].sentence
    others = [each for at in (here - 1, here) for each in told.get(at, ()) if each not in row]
    if len(others) == 1 and _is_tally(others[0].pair) and places_of(table, here, "sets"):
        yield made_of(table, others[0], row, tally(row))


def _is_tally(pair: Pair) -> bool:
    """Whether a score may count sets."""
    return 1 < max(pair) <= MOST_SETS and pair[0] != pair[1]


def _winner(table: Statements, row: Sequence[Score]) -> Iterator[Judged]:
    """Who won has won more sets, and is named first."""
    sentence = table.analysis.sentence(row[0].sentence)
    clause = sentence.clauses[sentence.owners[row[0].at]]
    if "win" not in clause.senses or clause.negated or clause.passive or clause.subject is None:
        return
    (ours, theirs), verb = tally(row), clause.predicate
    if verb is not None and ours != theirs and len({each.pair for each in row}) > 1:
        token = sentence.tokens[verb]
        shown = f"{ours} {'>' if ours > theirs else '<'} {theirs}"
        word = Part(token.span, token.text)
        yield judged_score("score", whole(table, row), word, "construction", fits=ours > theirs, shown=shown)


def _straight(table: Statements, row: Sequence[Score]) -> Iterator[Judged]:
    """The sets of a match that words of the same sentence call one without a lost set."""
    word = next((cue for cue in table.cues(row[0].sentence, "straight".__eq__) if "straight" in cue.roles), None)
    if word is not None:
        tokens = table.analysis.sentence(row[0].sentence).tokens[word.first : word.last]
        span = Span(tokens[0].span.start, tokens[-1].span.end)
        said = Part(span, table.article.document.prose[span.start : span.end])
        yield judged_score("score", said, whole(table, row), "construction", fits=0 in tally(row))
