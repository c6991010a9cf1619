"""What two numbers that stand for each other mean: they agree, the one is newer, or both cannot be true."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.link.across import scope
from claimcheck.link.across.align import Pairing
from claimcheck.link.across.evidence import AGREE, ALIKE, Evidence, within_bound
from claimcheck.link.across.line import Number, Sheet, belongs, in_clause, window
from claimcheck.link.across.scope import elsewhere, other_place, same_day, two_sources
from claimcheck.link.across.value import LEAST, is_one_digit, likeness, measure, nearly_equal, other_unit, weight
from claimcheck.model import Duration, Period
from claimcheck.model.interval import centre
from claimcheck.model.report import Aspect, TieRelation

NEAR_WORDS = 4
MANY = 1000
COUNTED_ON = 100


def moves(each: Pairing) -> bool:
    """Whether a difference may be nothing but time that has passed."""
    if isinstance(each.one.claim.value, Period | Duration):
        return False
    numbers = (each.one, each.two)
    tally = any(is_tally(number) for number in numbers)
    if any(_is_series(number, tally=tally) for number in numbers) or (tally and _goes_on(each)):
        return True
    if _other_days(each) and (_both_say(numbers, "series") or _both_say(numbers, "now")):
        return True  # each speaks of its own day
    return _is_share(each.one) and any("count" in page_marks(each.line.page) for each in numbers)


def _is_share(number: Number) -> bool:
    """Whether it is a percentage, or a number that says no unit and may be one: "16.2 (2019: 15.8)"."""
    value = measure(number)
    return value is not None and (value.unit == "percent" or (value.unit is None and value.noun is None))


def _is_series(number: Number, *, tally: bool) -> bool:
    """Whether the words around a number say that it is one of many, or a running total of victims."""
    found = scope.marks(number)
    return "series" in found | scope.marks_before(number) or ("running" in found and tally)


def _both_say(numbers: Sequence[Number], mark: str) -> bool:
    return all(mark in number.line.marks() for number in numbers)


def set_anew(each: Pairing) -> bool:
    """Whether the later article says that the value was changed: raised, cut, put off; or on either side of one day."""
    one, two = in_order(each.one, each.two)
    changed = ["changed" in scope.marks(number) for number in (one, two)]
    return changed[1] and not changed[0] if _other_days(each) else changed[0] != changed[1]


def is_tally(number: Number) -> bool:
    """Whether the words right around a number say that it counts the dead, the injured, the arrested …"""
    tallies = number.line.page.vocabulary.tallies
    before, behind = window(number, NEAR_WORDS)
    found = [word.start for word in (*before, *behind) if word.key in tallies]
    return any(belongs(number, at) for at in found)


def _other_days(each: Pairing) -> bool:
    return each.one.line.page.published != each.two.line.page.published


def _goes_on(each: Pairing) -> bool:
    """Whether the later article may simply count further: it is of another day, or the numbers are close."""
    if _other_days(each):
        return True
    if all("now" in scope.marks(number) for number in (each.one, each.two)):
        return True
    mine, yours = measure(each.one), measure(each.two)
    if mine is None or yours is None:
        return False
    if not LEAST.isdisjoint((mine.hedge, yours.hedge)):
        return True
    if likeness(mine, yours) not in ("close", "digits"):
        return False
    return (centre(mine) or 0) >= COUNTED_ON


def counts_up(one: Number, two: Number) -> bool:
    """Whether both are running totals, stated without a hedge, and small enough to be counted one by one."""
    return all(
        "running" in scope.marks(number) and _plain(number) and (middle(number) or 0) < MANY for number in (one, two)
    )


def in_order(one: Number, two: Number) -> tuple[Number, Number]:
    """The number of the earlier article first; as given where a day is not known."""
    mine, yours = one.line.page.published, two.line.page.published
    return (two, one) if mine is not None and yours is not None and yours < mine else (one, two)


def middle(number: Number) -> Decimal | None:
    """The one number to compare."""
    value = measure(number)
    return None if value is None else centre(value)


def _plain(number: Number) -> bool:
    value = measure(number)
    return value is not None and value.number is not None and value.hedge is None


def page_marks(page: Sheet) -> frozenset[str]:
    """The marks of a whole article, looked for once."""
    if page.marks_ is None:
        page.marks_ = page.vocabulary.marks(page.prose)
    return page.marks_


PROOF = 1.4
SPOKEN = 0.6
SURE = 0.7
WEEKS, DAYS = 14, 3
CROWD = 14
"""More numbers than that in one line are a table, in which any number looks like another."""
LOOSER = 0.4
NEARLY = 0.3
GRAINS = ("day", "month", "year")
THOUSAND = 3


class Verdict(NamedTuple):
    """How two numbers stand to each other, and why they are taken to speak of one thing."""

    relation: TieRelation
    aspect: Aspect
    reason: str


def judge(evidence: Evidence, each: Pairing) -> Verdict | None:
    """The verdict on a pair; None where the words do not prove that both speak of one thing."""
    one, two = each.one, each.two
    if scope.other_time(one, two) or elsewhere(one, two):
        return None
    if each.agrees:
        return _agreement(evidence, each)
    if not _comparable(evidence, each):
        return None
    if moves(each):
        return _update(evidence, each)
    return _set_anew(evidence, each) if set_anew(each) else _conflict(evidence, each)


def _comparable(evidence: Evidence, each: Pairing) -> bool:
    """Whether two values that do not agree may be held against each other."""
    one, two = each.one, each.two
    if each.noun is False or (each.unit is None and type(one.claim.value) is not type(two.claim.value)):
        return False
    if isinstance(one.claim.value, Period) and not _date_is_told(evidence, each):
        return False
    crowded = any(len(number.line.numbers) > CROWD for number in (one, two))
    return not crowded and not other_unit(one, two)


def _agreement(evidence: Evidence, each: Pairing) -> Verdict | None:
    dated = isinstance(each.one.claim.value, Period)
    if each.score < AGREE or (each.noun is False and each.near < ALIKE):
        return None
    found = each.near + each.sentence + 0.3 * evidence.vouchers(each)
    if found < ALIKE and not dated and not nearly_equal(each.one, each.two):
        return None
    needed = 0.9 if dated else 1.0 - 0.4 * min(weight(each.one), 1.25)
    needed -= evidence.one_story * LOOSER
    needed -= bool(evidence.alignment.told and same_day(each.one, each.two)) * LOOSER
    if found < needed and evidence.alignment.told:
        found += evidence.passage(each)
    return Verdict("agrees", "value", evidence.reason(each)) if found >= needed else None


def _date_is_told(evidence: Evidence, each: Pairing) -> bool:
    """Whether a date may be what is told, not the day for which all else is: nothing else in the sentences differs."""
    one, two = each.one.claim.value, each.two.claim.value
    if not isinstance(one, Period) or not isinstance(two, Period) or not _alike(one, two):
        return False
    if not (in_clause(each.one) and in_clause(each.two) and _is_subject(evidence, each)):
        return False
    if _is_beside(evidence, each):
        return False
    if not (one.relative or two.relative):
        return True
    near = evidence.days <= DAYS or one.relative != two.relative
    return near and _next_day(one, two) and (evidence.one_story or evidence.vouchers(each) > 0)


def _is_beside(evidence: Evidence, each: Pairing) -> bool:
    """Whether two dates are told of two things: in other words, of another place, or each of the day of its text."""
    apart = each.near < NEARLY or bool(other_place(each.one, each.two))
    return apart or go_with_texts(each.one, each.two, evidence.days)


def go_with_texts(one: Number, two: Number, days: int) -> bool:
    """Whether two dates lie as far apart as the days of their texts: each tells its own match, or when it was sent."""
    first, second = days_from_text(one), days_from_text(two)
    relative = any(isinstance(each.claim.value, Period) and each.claim.value.relative for each in (one, two))
    own = relative or first == second == 0  # a stamp, or the day it tells of
    return days > (0 if own else 1) and first is not None and second is not None and abs(first - second) <= 1


def days_from_text(number: Number) -> int | None:
    """How many days after its text a date is."""
    value, published = number.claim.value, number.line.page.published
    start = value.start if isinstance(value, Period) else None
    return None if start is None or published is None else (start - published).days


def _is_subject(evidence: Evidence, each: Pairing) -> bool:
    """Whether the sentences of two dates agree in all else, and in something, or tell nothing else."""
    lines = each.one.line, each.two.line
    others = [other for other in evidence.chosen if other is not each and (other.one.line, other.two.line) == lines]
    if others:
        return all(other.agrees for other in others)
    return not (_has_measure(each.one) and _has_measure(each.two))


def _alike(one: Period, two: Period) -> bool:
    """Whether two dates are told equally well: of one grain, whole, possible."""
    odd = one.impossible or two.impossible or one.part or two.part or None in (one.start, two.start)
    return one.grain == two.grain and one.grain in GRAINS and not odd


def _next_day(one: Period, two: Period) -> bool:
    return one.start is not None and two.start is not None and abs((one.start - two.start).days) == 1


def _has_measure(number: Number) -> bool:
    """Whether its sentence states an amount or a count too, for which the date may hold."""
    return any(measure(other) is not None for other in number.line.numbers)


def _update(evidence: Evidence, each: Pairing) -> Verdict | None:
    one, two = each.one, each.two
    if min(each.near, each.sentence) < ALIKE or scope.other_marks(one, two) & {"earlier", "part"}:
        return None
    if evidence.days > WEEKS or any("series" in number.line.marks() for number in (one, two)):
        return None
    if evidence.days == 0 or not _falls(each):
        return Verdict("updates", "value", f"a count that goes on: {evidence.reason(each)}")
    sure = min(each.near, each.sentence) >= SURE and other_place(one, two) is False
    if not sure or not counts_up(one, two):
        return None
    return Verdict("conflicts", "falling", f"a count that can only grow: {evidence.reason(each)}")


def _falls(each: Pairing) -> bool:
    """Whether the later article has the smaller number."""
    before, after = (middle(number) for number in in_order(each.one, each.two))
    return before is not None and after is not None and before > after


def _set_anew(evidence: Evidence, each: Pairing) -> Verdict | None:
    """An offer raised, a day put off: what the later article tells is newer, where both speak of one thing."""
    if evidence.proof(each) < PROOF - (LOOSER if evidence.one_story else 0.0):
        return None
    return Verdict("updates", "value", f"set anew: {evidence.reason(each)}")


def _conflict(evidence: Evidence, each: Pairing) -> Verdict | None:
    if _may_both_be(evidence, each):
        return None
    spoken = two_sources(each.one, each.two)
    if evidence.proof(each) < PROOF - (SPOKEN if spoken else 0.0):
        return None
    if spoken:
        return Verdict("differs", "sources", f"two named sources: {evidence.reason(each)}")
    aspect = _aspect(evidence, each)
    if (aspect == "value" or is_one_digit(each.one, each.two)) and not evidence.is_licensed(each):
        return None
    return Verdict("conflicts", aspect, evidence.reason(each))


def _may_both_be(evidence: Evidence, each: Pairing) -> bool:
    """Whether either value stands in the other article too, one of them is of the past, or the one within the other."""
    if each.one.id in evidence.stated[0] or each.two.id in evidence.stated[1]:
        return True
    return scope.past(each.one) != scope.past(each.two) or within_bound(each.one, each.two)


def _aspect(evidence: Evidence, each: Pairing) -> Aspect:
    mine, yours = measure(each.one), measure(each.two)
    if mine is None or yours is None:
        return "date"
    like = likeness(mine, yours)
    if like == "magnitude" and mine.number is not None and yours.number is not None and evidence.alignment.foreign:
        return "scale" if abs(mine.number.adjusted() - yours.number.adjusted()) == THOUSAND else "magnitude"
    aspects: dict[str, Aspect] = {"magnitude": "magnitude", "digits": "digits"}
    return aspects.get(like, "value")
