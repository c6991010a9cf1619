"""Averages: between the least and the greatest of their values, and the mean of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimcheck.constraints.each import falls_on_each
from claimcheck.constraints.operands import counted, of_one_kind, same_things
from claimcheck.constraints.records import single
from claimcheck.constraints.rows import Row, closed, lists
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, Roles
from claimcheck.model.figures import Average
from claimcheck.model.span import Span
from claimcheck.statements.agreement import nouns_agree, statuses_agree
from claimcheck.statements.dimension import comparable, ends, in_scale, number
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import PAUSE, Statement, Statements

SEVERAL = 3
"""So many members at least make a list of which an average may be told."""


def spreads(table: Statements) -> Iterator[Judged]:
    """Every average with the list it is told of."""
    for at in table.numbered():
        yield from _means(table, at)


def _means(table: Statements, at: int) -> Iterator[Judged]:
    """The only average of a sentence with a list of which the text says how many it has."""
    told = [each for each in table.within(at) if is_mean(each) or _is_for_one(each)]
    if len(told) != 1:
        return
    for row in (*lists(table, at - 1), *lists(table, at)):
        members = _members(row, told[0])
        if len(members) >= SEVERAL and closed(members) and _is_of(table, members, told[0]):
            yield _mean(table, members, told[0])


def _is_for_one(each: Statement) -> bool:
    """As in "that makes 30 a match"."""
    per = each.value.per
    return single(each) and (falls_on_each(each) or (per is not None and per.number == 1))


def _members(row: Row, mean: Statement) -> Row:
    """The list without its average, and without the number of its members before it: "has four, with 24, 27, …"."""
    members = [each for each in row if each.claim.span < mean.claim.span]
    return members[1:] if members and number(members[0].claim) == len(members) - 1 else members


def _is_of(table: Statements, row: Row, mean: Statement) -> bool:
    """Whether the average is of just these: nothing speaks against it, and so many are counted beside them."""
    last = row[-1]
    if not (single(mean) and of_one_kind(last, mean) and of_one_time(table, mean, last)):
        return False
    if False in (same_things(last, mean), statuses_agree(last, mean)):
        return False
    near = [each for at in {last.sentence, mean.sentence} for each in table.within(at)]
    return any(number(each.claim) == len(row) for each in near if each not in row and each is not mean)


def _mean(table: Statements, row: Row, mean: Statement) -> Judged:
    """The mean of the list beside what the text says; what may be rounded or cut off fits."""
    values = [number(in_scale(each.claim, mean.claim)) or ZERO for each in row]
    stated = number(mean.claim) or ZERO
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    right = (sum(values, ZERO) / len(row)).quantize(step / 10).normalize()
    span = Span(row[0].claim.span.start, row[-1].claim.span.end)
    other = Part(span, table.article.document.prose[span.start : span.end])
    roles: Roles = (("claim", Part(mean.claim.span, mean.claim.text)), ("other", other))
    said = (("claim", mean.claim.text), ("other", other.text))
    evidence: Evidence = "construction" if row[0].sentence == mean.sentence else "anaphor"
    claims = (mean.claim, *(each.claim for each in row))
    fits = abs(right - stated) < step
    return Judged("mean", fits, roles, said, evidence=evidence, claims=claims, numbers=(right, stated))


BACK, AHEAD = 2, 1
"""So many sentences of its paragraph before and behind an average tell its bounds at most."""
CROWD = 8
ZERO = Decimal(0)
OTHER = frozenset(
    {"earlier", "before_that", "baseline", "than", "more", "less", "by", "then", "remaining", "rise", "fall"}
)
"""Words by which a number is compared, changed, or one of another time."""
EARLIER = frozenset({"earlier", "before_that", "baseline", "then"})
ENDS = frozenset({"lowest", "highest"})
LOWER, HIGHER = frozenset({"less", "smaller"}), frozenset({"more", "greater"})
REASON = "an average and the range of what it is an average of"


class Bounds(NamedTuple):
    """The least and the greatest value; `high` is None where one number is both, a range."""

    low: Statement
    high: Statement | None
    evidence: Evidence


def averages(table: Statements) -> Iterator[Average]:
    """The only average of a sentence with the only bounds in reach."""
    for at in table.numbered():
        told = table.within(at)
        means = [each for each in told if is_mean(each)] if len(told) <= CROWD else []
        if len(means) == 1 and (found := _bounds(table, means[0])) is not None:
            low, high, evidence = found
            upper = None if high is None else high.claim
            yield Average(means[0].claim, low.claim, upper, REASON, evidence)


def is_mean(each: Statement) -> bool:
    """Whether a single number is called an average, and is neither compared nor changed."""
    if each.value.number is None or each.value.unit == "percentage_point" or OTHER & each.cues or EARLIER & each.around:
        return False
    if "all_of" in each.lead:
        return False  # "the average of all 87"
    return not _elsewhere(each) and ("average" in each.cues or ("average" in each.around and _alone(each)))


def _elsewhere(each: Statement) -> bool:
    """Whether a place or time of its own stands before the average: "10 to 20, at weekends on average 24"."""
    cues = [cue for cue in each.near.all if "average" in cue.roles and cue.first <= each.first]
    return any(_follows_place(each, cue.first) for cue in cues)


def _follows_place(each: Statement, first: int) -> bool:
    """Whether the words from the mark before a token up to it begin with a preposition of place."""
    tokens = each.held.tokens
    start = next((at + 1 for at in range(first - 1, -1, -1) if tokens[at].roles & PAUSE), first)
    leading = each.near.at(start) if 0 < start < first else None
    return leading is not None and "where" in leading.roles


def _alone(each: Statement) -> bool:
    """Whether it follows the word for an average in its clause, with no other number between."""
    cues = [cue for cue in each.near.all if "average" in cue.roles and each.verb.holds(cue.first)]
    return any(cue.last <= each.first and not _numbers(each, cue.last, each.first) for cue in cues)


def _numbers(each: Statement, first: int, last: int) -> bool:
    return any(token.text[:1].isdigit() for token in each.held.tokens[first:last])


def _bounds(table: Statements, mean: Statement) -> Bounds | None:
    """The only range in reach, else the only least and greatest value."""
    first, last = table.paragraph(mean.sentence, BACK, AHEAD)
    sentences = [table.within(at) for at in range(first, last + 1)]
    if max(map(len, sentences), default=0) > CROWD:
        return None  # a table
    near = [each for told in sentences for each in told if _may_be_one(table, each, mean)]
    found = [*_ranges(near, mean), *_pairs(near)] or [*_extremes(near, mean)]
    return found[0] if len(found) == 1 else None


def _may_be_one(table: Statements, each: Statement, mean: Statement) -> bool:
    return each is not mean and _of_one(each, mean) and of_one_time(table, mean, each)


def of_one_time(table: Statements, mean: Statement, each: Statement) -> bool:
    """Whether the clause of the average names no time of its own."""
    own = _times(table, mean)
    return each.place == mean.place or not own or bool(own & _times(table, each))


def _times(table: Statements, each: Statement) -> set[object]:
    held = each.held
    return {time.value for time in table.times(each.sentence) if each.verb.holds(held.token_at(time.span.start))}


def _of_one(each: Statement, mean: Statement) -> bool:
    """Whether nothing speaks against the number being one of those of which the average is told."""
    if "earlier" in each.lead or statuses_agree(each, mean) is False:
        return False
    if mean.concept == "age" and each.value.unit is None and counted(each) is None:
        return True  # "the oldest, at 71"
    return comparable(in_scale(each.claim, mean.claim), mean.claim, rates=True) and _of_one_noun(each, mean)


def _of_one_noun(each: Statement, mean: Statement) -> bool:
    """Whether nouns say nothing against it; what a physical unit measures is of one kind by that."""
    if mean.value.unit is None or mean.claim.type != "quantity":
        return (not (mean.concept and each.concept) and _is_word_for_it(mean)) or nouns_agree(each, mean) is not False
    return not (each.concept and mean.concept and each.concept != mean.concept)


def _is_word_for_it(mean: Statement) -> bool:
    """Whether its noun only says that it is one: "an average of 26", "der Schnitt beträgt 3,6"."""
    about = mean.claim.about
    if about is None or about.measure is None or mean.value.noun is not None:
        return False
    at = mean.held.token_at(about.measure.span.start)
    return "average" in mean.near.roles(max(0, at - 1), at + 1)


def _ranges(near: Sequence[Statement], mean: Statement) -> Iterator[Bounds]:
    """As in "between 10 and 20 euros"; a range may be an average itself, or years the age of some other group."""
    for each in near:
        spread = "average" not in each.cues and (each.value.unit != "year" or each.sentence == mean.sentence)
        if spread and ends(each.claim) is not None and each.way is None:
            yield Bounds(each, None, "unique")


def _pairs(near: Sequence[Statement]) -> Iterator[Bounds]:
    """As in "ranged from 27 degrees on the coast to 31 inland"; no change from one to the other."""
    for one, two in pairwise(near):
        led = "from_" in one.lead and {"to", "between"} & two.lead
        if led and one.place == two.place and one.way is None and None not in (one.value.number, two.value.number):
            yield Bounds(one, two, "unique")


def _extremes(near: Sequence[Statement], mean: Statement) -> Iterator[Bounds]:
    """As in "the oldest is 71, the youngest 24", "none is under 31 and none over 44"."""
    low = [each for each in near if _is_end(each, "lowest", LOWER, "under")]
    high = [each for each in near if _is_end(each, "highest", HIGHER, "over")]
    if len(low) == len(high) == 1 and low[0] is not high[0]:
        yield Bounds(low[0], high[0], "unique")
    elif len(near) == 2 and len(low) + len(high) == 1:
        yield from _one_extreme(near, (low or high)[0], mean, least=bool(low))


def _one_extreme(near: Sequence[Statement], end: Statement, mean: Statement, *, least: bool) -> Iterator[Bounds]:
    """As in "the youngest is 39, the cook, at 48, …": the only other one lies on the far side of the average."""
    other = near[1] if end is near[0] else near[0]
    low, high = (end, other) if least else (other, end)
    one, two, middle = (number(each.claim) or ZERO for each in (low, high, mean))
    beyond = middle > two if least else middle < one
    if one < two and not beyond:
        yield Bounds(low, high, "unique")


def _is_end(each: Statement, role: str, compared: frozenset[str], hedge: str) -> bool:
    """Whether a single number is called the least or the greatest, or one that nothing goes beyond."""
    if each.value.number is None:
        return False
    beyond = each.value.hedge == hedge or ("than" in each.lead and bool(compared & each.lead))
    cue = called(each)
    return (cue is not None and role == min(ENDS & cue.roles)) or (beyond and "denied" in each.around)


def called(each: Statement) -> Cue | None:
    """The nearer of the words for the least and the greatest: the last before a number, else the first behind it, with
    no other number between.
    """
    ends = [cue for cue in each.near.all if ENDS & cue.roles]
    before = [cue for cue in ends if cue.first < each.first and not _numbers(each, _behind_set(each, cue), each.first)]
    return before[-1] if before else _first_behind(each, ends)


def _behind_set(each: Statement, cue: Cue) -> int:
    """The token behind a word for the least or greatest, and behind those it is one of: "the smallest of the 41"."""
    tokens = each.held.tokens
    chunk = each.held.chunk_at(tokens[min(cue.last, len(tokens) - 1)].span.start)
    of_them = chunk is not None and chunk.number is not None and chunk.first <= cue.last and chunk.last <= each.first
    return chunk.last if chunk is not None and of_them else cue.last


def _first_behind(each: Statement, cues: Sequence[Cue]) -> Cue | None:
    """The first of some words behind a number in its clause, with no other number between."""
    behind = (cue for cue in cues if cue.first >= each.last and each.verb.holds(cue.first))
    return next((cue for cue in behind if not _numbers(each, each.last, cue.first)), None)
