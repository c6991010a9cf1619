"""Averages: between the least and the greatest of their values, and the mean of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from claimcheck.constraints.each import falls_on_each
from claimcheck.constraints.operands import counted, same_things
from claimcheck.constraints.records import single
from claimcheck.constraints.rows import Row, closed, lists
from claimcheck.constraints.sizes import is_share
from claimcheck.constraints.superlatives import ENDS, called, numbers_between
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, Roles
from claimcheck.model.figures import Average
from claimcheck.model.span import Span
from claimcheck.statements.agreement import clash, nouns_agree, statuses_agree
from claimcheck.statements.dimension import TIMES, UNSTATED, comparable, dimension, ends, in_scale, number, ratio
from claimcheck.statements.statement import PAUSE, Statement, Statements

SEVERAL = 3
"""So many values at least make a list of which an average may be told."""
FAR = 3
"""So many sentences of its paragraph before an average tell what it is the average of."""
NEAR, ALIKE = Decimal("0.2"), Decimal("0.2")
"""So far a mean that is told may lie from the right one; so small a part of it is the least of its values."""


def spreads(table: Statements) -> Iterator[Judged]:
    """The only average of a sentence with the only values in its paragraph that it can be the mean of."""
    for at in table.numbered():
        told = [each for each in table.within(at) if single(each) and (_is_called(table, each) or _is_for_one(each))]
        found = [(each, row) for each in told if (row := _values(table, each)) is not None]
        if len(found) == 1:
            yield _mean(table, *found[0])


def _is_called(table: Statements, each: Statement) -> bool:
    """Whether it is called an average, or is the only number, besides lengths of time, in a sentence that tells one."""
    if "median" in each.around:
        return False
    if is_mean(each):
        return True
    others = [one for one in table.within(each.sentence) if dimension(one.claim) not in TIMES or one is each]
    return len(others) == 1 and table.tells(each.sentence, "average".__eq__) and not OTHER & each.cues


def _is_for_one(each: Statement) -> bool:
    """As in "that makes 30 a match"."""
    per = each.value.per
    return falls_on_each(each) or (per is not None and per.number == 1)


def _values(table: Statements, mean: Statement) -> Row | None:
    """The only list near the average that comes near it, the right one where one is."""
    near = _near(table, mean)
    rows = [row for row in _lists(near) if _comes_near(row, mean) and _is_all(table, row, near, mean)]
    right = [row for row in rows if _fits(row, mean)]
    return (right or rows)[0] if right or len(rows) == 1 else None


def _near(table: Statements, mean: Statement) -> Row:
    """What may be a value before the average in its paragraph, else behind it in its sentence."""
    first, _ = table.paragraph(mean.sentence, FAR, 0)
    told = [each for at in range(first, mean.sentence + 1) for each in table.within(at)]
    near = [each for each in told if _may_be_value(each, mean)]
    before = [each for each in near if each.claim.span < mean.claim.span]
    return before or [each for each in near if each.sentence == mean.sentence]


def _lists(near: Row) -> Iterator[Row]:
    """All values and those of one sentence, with or without the number that says how many the others are."""
    by_sentence = [list(row) for _, row in groupby(near, key=lambda each: each.sentence)]
    rows = [near, *(by_sentence if len(by_sentence) > 1 else ())]
    rows += [[each for each in row if each is not one] for row in rows for one in row if _counts(one, row)]
    return (row for row in rows if len(row) >= SEVERAL)


def _counts(one: Statement, row: Row) -> bool:
    """Whether a number says how many the others of a list are."""
    return number(one.claim) == len(row) - 1


def _may_be_value(each: Statement, mean: Statement) -> bool:
    """Whether a number may be a value of what the average is told of, by its unit and size, and no noun is another."""
    if each is mean or not single(each) or is_mean(each) or (_is_for_one(each) and not is_mean(mean)):
        return False
    if statuses_agree(each, mean) is False:
        return False
    return ratio(in_scale(each.claim, mean.claim), mean.claim) >= ALIKE and _is_of_one_kind(each, mean)


def _is_of_one_kind(each: Statement, mean: Statement) -> bool:
    """Whether both are measured alike and no noun is that of another thing; people are counted by many nouns."""
    people = "person" in (each.value.unit, mean.value.unit)
    if (same_things(each, mean) is False and not people) or (each.concept == "age") != (mean.concept == "age"):
        return False
    return comparable(each.claim, mean.claim, rates=True) or (dimension(each.claim) == UNSTATED)


def _is_all(table: Statements, row: Row, near: Row, mean: Statement) -> bool:
    """Whether a list is all there is: so many are counted, "and" leads to the last, or an average has no others."""
    beside = [each for at in (row[-1].sentence, mean.sentence) for each in table.within(at) if each not in row]
    if closed(row) or any(_counts(each, (each, *row)) for each in beside):
        return True
    return row == near and not is_share(mean) and _is_called(table, mean) and _is_unbroken(table, near)


def _is_unbroken(table: Statements, row: Row) -> bool:
    """Whether no number that commas join to some of the values is left out."""
    joined = [each for at in {each.sentence for each in row} for each in lists(table, at)]
    return all(each in row for some in joined if any(one in row for one in some) for each in some[1:])


def _comes_near(row: Row, mean: Statement) -> bool:
    right, stated = _middle(row, mean), number(mean.claim) or ZERO
    return abs(right - stated) <= NEAR * stated


def _fits(row: Row, mean: Statement) -> bool:
    """Whether the average is that of these values, rounded or cut off."""
    stated = number(mean.claim) or ZERO
    return abs(_middle(row, mean) - stated) < Decimal(1).scaleb(int(stated.as_tuple().exponent))


def _middle(row: Row, mean: Statement) -> Decimal:
    values = [number(in_scale(each.claim, mean.claim)) or ZERO for each in row]
    return sum(values, ZERO) / len(row)


def _mean(table: Statements, mean: Statement, row: Row) -> Judged:
    """The mean of the list beside what the text says."""
    stated = number(mean.claim) or ZERO
    right = _middle(row, mean).quantize(Decimal(1).scaleb(int(stated.as_tuple().exponent) - 1)).normalize()
    span = Span(row[0].claim.span.start, row[-1].claim.span.end)
    other = Part(span, table.article.document.prose[span.start : span.end])
    roles: Roles = (("claim", Part(mean.claim.span, mean.claim.text)), ("other", other))
    said = (("claim", mean.claim.text), ("other", other.text))
    claims = (mean.claim, *(each.claim for each in row))
    return Judged("mean", _fits(row, mean), roles, said, evidence="unique", claims=claims, numbers=(right, stated))


BACK, AHEAD = 2, 1
"""So many sentences of its paragraph before and behind an average tell its bounds at most."""
CROWD = 8
ZERO = Decimal(0)
OTHER = frozenset(
    {"earlier", "before_that", "baseline", "than", "more", "less", "by", "then", "remaining", "rise", "fall"}
)
"""Words by which a number is compared, changed, or one of another time."""
EARLIER = frozenset({"earlier", "before_that", "baseline", "then"})
LOWER, HIGHER = frozenset({"less", "smaller"}), frozenset({"more", "greater"})


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
            yield Average(means[0].claim, low.claim, upper, "an average and its range", evidence)


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
    return any(cue.last <= each.first and not numbers_between(each, cue.last, each.first) for cue in cues)


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
        agree = not clash(each, mean) if each.sentence == mean.sentence else nouns_agree(each, mean) is not False
        return (not (mean.concept and each.concept) and _is_word_for_it(mean)) or agree
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
