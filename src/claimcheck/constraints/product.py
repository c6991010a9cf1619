"""Product: a total is a number of things times what falls on each, a rate times its time, a speed times its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from claimcheck.constraints.each import (
    EACH,
    FAR,
    SUMMED,
    base_of,
    compounded,
    falls_on_each,
    has_base,
    is_added,
    is_near,
    is_priced,
    is_result,
    only_sum,
    takes_up_each,
    why,
)
from claimcheck.constraints.operands import is_person
from claimcheck.languages.word_roles import NUMBER
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Factors, Product, ProductKind
from claimcheck.model.measure import Per
from claimcheck.statements.agreement import clash, one_noun
from claimcheck.statements.concepts import concepts
from claimcheck.statements.dimension import UNSTATED, dimension, in_unit, is_rate, number, of_kind
from claimcheck.statements.statement import Statement, Statements

PEOPLE = frozenset({"people", "person", "member"})
AHEAD = 1
"""So many sentences of its paragraph ahead a number may stand that is the only one."""
PERIODS = frozenset({"year", "month", "week", "day", "hour"})
SPEEDS = {"km/h": ("km", "m"), "mi/h": ("mi",), "m/s": ("m", "km"), "kn": ("nmi",)}
TIMES = ("hour", "minute")
CLOSE, MOST = 4, 6
"""Words between two slots; ways to fill them, for in a table of numbers nothing is certain."""


def products(table: Statements) -> Iterator[Product]:
    """Every number that falls on one of something, with the totals and counts that it may belong to."""
    for sentence in table.numbered():
        for one in table.within(sentence):
            kind = None if has_base(table, one) else _kind(one)
            found = [] if kind is None else list(_fillings(table, one, kind))
            if kind is not None and 0 < len(found) <= MOST:
                found.sort(key=lambda each: (each.evidence is None, abs(each.total.span.start - one.claim.span.start)))
                yield Product(kind, tuple(found))
        yield from _times(table, sentence)


def _times(table: Statements, sentence: int) -> Iterator[Product]:
    """As in "12 times 40 euros, or 480 euros"."""
    told = _single(table.within(sentence))
    for one, two, total in zip(told, told[1:], told[2:], strict=False):
        if dimension(one.claim) == "times" and two.first == one.last and SUMMED & total.cues:
            yield Product("times", (Factors(total.claim, one.claim, two.claim, "construction"),))


def _kind(one: Statement) -> ProductKind | None:
    """Which product the number is a factor of: it falls on each of some things, on a period, or is a speed."""
    value, unit = one.value, dimension(one.claim)
    if value.number is None or unit in ("percent", "time") or isinstance(one.claim.value, Duration):
        return None
    if unit in SPEEDS:
        return None if "where" in one.behind else "speed"
    if _period(one) is not None:
        return "rate"
    if value.per is not None:
        return "each" if value.per.number == 1 else "per"
    return "each" if falls_on_each(one) else None


def _period(one: Statement) -> str | None:
    per = one.value.per
    if per is not None:
        return per.unit if per.unit in PERIODS and per.number == 1 else None
    told = sorted({role.removeprefix("per:") for role in _periods(one)})
    return told[0] if len(told) == 1 and not isinstance(one.claim.value, Duration) else None


def _periods(one: Statement) -> Iterator[str]:
    """The roles of words that say for how long so much is; "im Jahr 2014" tells when."""
    tokens = one.held.tokens
    for cue in one.near.all:
        dated = cue.last < len(tokens) and bool(tokens[cue.last].roles & NUMBER)
        yield from (role for role in cue.roles & one.cues if role.startswith("per:") and not dated)


def _fillings(table: Statements, one: Statement, kind: ProductKind) -> Iterator[Factors]:
    """Every total with every count that the number may stand beside."""
    near = _single(table.reach(one, FAR, FAR))
    totals = _may_be_totals(near, one, kind)
    counts = [each for each in near if _may_count(each, one, kind)] or _called_alike(table, near, one, kind)
    if not counts and kind == "each":
        return _by_slip(table, totals, [each for each in near if _counts_things(each)], one)
    return _filled(table, totals, counts, one, kind)


def _called_alike(table: Statements, near: Sequence[Statement], one: Statement, kind: ProductKind) -> list[Statement]:
    """The counts of what a number is said per, by another word for it: "six matches … 18.5 per game"."""
    thing = base_of(one)
    if kind != "each" or thing is None:
        return []
    known = concepts(table.article.document.language or "").noun(thing.lower())
    return [each for each in near if each.concept in known and _counts_things(each)]


def _may_be_totals(near: Sequence[Statement], one: Statement, kind: ProductKind) -> list[Statement]:
    said_again = [each for each in near if _is_said_again(each, one)] if kind == "each" else []
    return [each for each in said_again or near if may_sum(each, one, kind)]


def _is_said_again(total: Statement, one: Statement) -> bool:
    """Whether the number says a total in other words: "25.7 million, or 76 cents per share", "9,000, 150 each"."""
    reach = CLOSE if "or_" in one.lead else int(one.held.tokens[one.first - 1].text == ",")
    beside = total.sentence == one.sentence and 0 < one.first - total.last <= reach
    return beside and total.claim.type == "amount"


def _single(told: Sequence[Statement]) -> list[Statement]:
    return [each for each in told if each.value.number is not None]


def _filled(
    table: Statements, totals: list[Statement], counts: list[Statement], one: Statement, kind: ProductKind
) -> Iterator[Factors]:
    known = [each for each in totals if kind == "per" or _of_one_thing(each, one)]
    sure = only_sum(known) if len(counts) == 1 and kind != "speed" else None
    pairs = [pair for pair in product(totals, counts) if pair[0] is not pair[1]]
    for total, count in pairs:
        licence, near = None, False
        if total in known:
            near = is_near(table, total, count, one, back=1 + _is_named(count, one))
            licence = _why(table, total, count, one, alone=total is sure, near=near)
        if licence is None and total in known and len(pairs) == 1 and kind != "rate":
            licence = _around(table, total, count, one)
        yield _factors(total, count, one, kind, licence, near=near)


def _why(
    table: Statements, total: Statement, count: Statement, one: Statement, *, alone: bool, near: bool
) -> Evidence | None:
    """Why the three belong together; `near`: so near that a price tells what was paid."""
    licence = why(table, total, count, one, alone=alone, called=alone and _one_of(count, one))
    return licence or ("unique" if near and alone and is_priced(total, count, one) else None)


def _around(table: Statements, total: Statement, count: Statement, one: Statement) -> Evidence | None:
    """The evidence of the only total and count, where both stand around what falls on one, in its paragraph."""
    first, last = table.paragraph(one.sentence, FAR, AHEAD)
    told = count.value.noun is not None or count.value.unit is not None
    return "unique" if told and all(first <= each.sentence <= last for each in (total, count)) else None


def _factors(
    total: Statement, count: Statement, one: Statement, kind: ProductKind, licence: Evidence | None, *, near: bool
) -> Factors:
    first, second = (_with_period(one), _length(count, one)) if kind == "rate" else (count.claim, one.claim)
    return Factors(total.claim, first, second, licence, near)


def _by_slip(table: Statements, totals: list[Statement], counts: list[Statement], one: Statement) -> Iterator[Factors]:
    """What is counted by another noun than the one that has so much each, where a word calls the total a result."""
    for total, count in product(totals, counts):
        if total is not count and is_result(total) and not is_added(one, total):
            yield Factors(total.claim, count.claim, one.claim, None, is_near(table, total, count, one))


def _one_of(count: Statement, one: Statement) -> bool:
    """Whether the very thing that is counted has so much each: "40 houses … on average each house"."""
    thing = base_of(one)
    return thing is not None and count.noun is not None and one_noun(count.noun, thing)


def _is_named(count: Statement, one: Statement) -> bool:
    """Whether the text says what the number falls on, and just that is counted: "a mile", "per flat"."""
    per = one.value.per
    return _one_of(count, one) or (per is not None and per.unit is not None and per.unit == count.value.unit)


def _length(count: Statement, one: Statement) -> Claim:
    """The time that something takes; "over six years, or 1.5m a year" is not said of more than six."""
    value = count.claim.value
    over = isinstance(value, Duration) and value.measure is not None and value.measure.hedge == "over"
    if not over or count.first > one.first or not isinstance(value, Duration) or value.measure is None:
        return count.claim
    return count.claim._replace(value=value._replace(measure=value.measure._replace(hedge=None)))


def may_sum(total: Statement, one: Statement, kind: ProductKind) -> bool:
    """Whether a number may be the total: of the same unit, for no single one, and the larger."""
    if kind == "speed":
        return total.value.unit in SPEEDS[one.value.unit or ""] and total.value.per is None
    if is_rate(total.value):
        return False
    if kind == "per":
        return total.claim.type == "quantity" and (total.concept is None or total.concept != one.concept)
    return _is_larger(total, one)


def _is_larger(total: Statement, one: Statement) -> bool:
    """Whether it is more of the same, and for no single one."""
    if _period(total) is not None or not _of_one_unit(total, one) or EACH & total.touching:
        return False
    return (number(total.claim) or 0) > (number(in_unit(one.claim, total.claim)) or 0)


def _of_one_unit(total: Statement, one: Statement) -> bool:
    """Whether both are measured alike, in whatever unit; "28 million" is of the money told before."""
    if dimension(total.claim) == dimension(one.claim) or of_kind(total.claim, one.claim):
        return True
    if one.value.per is not None and dimension(one.claim) == UNSTATED and not dimension(total.claim):
        return True  # "scored 111 points, 18.5 per game"
    return total.claim.type == "amount" and dimension(one.claim) == UNSTATED and one.value.rounded


def _of_one_thing(total: Statement, one: Statement) -> bool:
    """Whether both count the same or are of one unit, or the total is known: "24 tablets a class. The 144 devices"."""
    if one.claim.type != "quantity" or one.value.unit not in (None, "person"):
        return True
    return not clash(total, one) or total.definite or (is_person(total) and is_person(one))


def _may_count(count: Statement, one: Statement, kind: ProductKind) -> bool:
    """Whether it may be the number of those on whom so much falls, or the time it takes."""
    value = count.value
    if kind == "speed":
        return isinstance(count.claim.value, Duration) and value.unit in TIMES
    if kind == "per":
        return _is_group(count, one)
    if kind == "rate":
        return value.unit in PERIODS and count.concept != "age"
    was = "from_" in count.touching and count.chunk is not None and count.chunk.preposition is not None
    return _counts_things(count) and not was and _may_have_each(count, one)  # "to 45 million shares from 15 million"


def _may_have_each(count: Statement, one: Statement) -> bool:
    """Whether so much may fall on each of what is counted or measured."""
    value, per, named = count.value, one.value.per, base_of(one)
    if per is not None and per.unit is not None:
        return value.unit == per.unit
    if value.unit not in (None, "person"):
        return _measures(count, one, named)
    if named is not None:
        return _is_counted(count, one, named)
    return bool(EACH & count.cues) or _is_taken_up(count, one)


def _measures(count: Statement, one: Statement, named: str | None) -> bool:
    """Whether it measures what the other is said per, "per kilometre", or the two stand in one clause."""
    if named is not None:
        return one_noun(count.claim.text.split()[-1], named)
    return count.place == one.place and one.claim.type == "quantity"


def _is_taken_up(count: Statement, one: Statement) -> bool:
    """Whether a mere "each" may mean those who are counted: in its sentence, "each of them" also in the one before."""
    if count.sentence == one.sentence:
        return count.place == one.place or count.first < one.first
    taken_up = any(takes_up_each(one, cue) for cue in one.near.all if cue.roles & EACH and one.verb.holds(cue.first))
    return taken_up and count.sentence == one.sentence - 1


def _counts_things(count: Statement) -> bool:
    """Whether a number counts several things or people, or measures them; it is no rate and no base of one."""
    value = count.value
    if count.claim.type != "quantity" or value.number in (None, Decimal(1)) or value.per is not None:
        return False
    return not EACH & count.lead or "of" in count.lead


def _is_group(count: Statement, one: Statement) -> bool:
    """Whether it may be the number of those of whom so many in 100,000 are told."""
    base = one.value.per
    counted = count.claim.type == "quantity" and count.value.unit in (None, "person")
    return base is not None and counted and (number(count.claim) or 0) > base.number


def _is_counted(count: Statement, one: Statement, named: str) -> bool:
    """Whether it counts what the other is said per, or people where it is said per head."""
    noun = count.noun or compounded(count)
    if noun is None:
        return False
    people = "per_head" in one.cues or bool(PEOPLE & one.cues)
    return one_noun(noun, named) or (people and (bool(PEOPLE & count.cues) or count.noun is None))


def _with_period(one: Statement) -> Claim:
    """The rate with the period that words give it: "400 euros monthly"."""
    period, value = _period(one), one.claim.value
    if period is None or not isinstance(value, Measure) or value.per is not None:
        return one.claim
    return one.claim._replace(value=value._replace(per=Per(Decimal(1), period, None)))
