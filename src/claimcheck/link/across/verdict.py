"""What two numbers that stand for each other mean: they agree, the one is newer, or both cannot be true."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.link.across import dates, moving, places, slots, voices
from claimcheck.link.across.evidence import AGREE, ALIKE, Evidence
from claimcheck.link.across.likeness import likeness
from claimcheck.link.across.line import Number
from claimcheck.link.across.pairing import Pairing
from claimcheck.link.across.value import measure, nearly_equal, other_unit, weight
from claimcheck.model import Period
from claimcheck.model.tie import Aspect, TieRelation

PROOF = 1.4
SPOKEN = 0.6
SURE = 0.7
WEEKS, DAYS = 14, 3
LOOSER = 0.4
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
    if slots.other_time(one, two) or places.elsewhere(one, two):
        return None
    if each.agrees:
        return _agreement(evidence, each)
    if each.noun is False or (each.unit is None and type(one.claim.value) is not type(two.claim.value)):
        return None
    if isinstance(one.claim.value, Period) and not _date_is_told(evidence, each):
        return None
    if other_unit(one, two):
        return None
    if moving.moves(each):
        return _update(evidence, each)
    return _set_anew(evidence, each) if moving.set_anew(each) else _conflict(evidence, each)


def _agreement(evidence: Evidence, each: Pairing) -> Verdict | None:
    if each.score < AGREE or (each.noun is False and each.near < ALIKE):
        return None
    needed = 0.9 if isinstance(each.one.claim.value, Period) else 1.0 - 0.4 * min(weight(each.one), 1.25)
    needed -= LOOSER if evidence.one_story else 0.0
    needed -= LOOSER if evidence.alignment.told and dates.same_day(each.one, each.two) else 0.0
    found = each.near + each.sentence + 0.3 * evidence.vouchers(each)
    if found < ALIKE and not (isinstance(each.one.claim.value, Period) or nearly_equal(each.one, each.two)):
        return None
    if found < needed and evidence.alignment.told:
        found += evidence.passage(each)
    if found < needed:
        return None
    return Verdict("agrees", "value", evidence.reason(each))


def _date_is_told(evidence: Evidence, each: Pairing) -> bool:
    """Whether a date may be what is told, not the day for which all else is: nothing else in the sentences differs."""
    one, two = each.one.claim.value, each.two.claim.value
    if not isinstance(one, Period) or not isinstance(two, Period) or one.grain != two.grain:
        return False
    if one.grain not in GRAINS or one.impossible or two.impossible or one.part or two.part:
        return False
    lines = each.one.line, each.two.line
    others = [other for other in evidence.chosen if other is not each and (other.one.line, other.two.line) == lines]
    if any(not other.agrees for other in others):
        return False
    if not others and all(_has_measure(number) for number in (each.one, each.two)):
        return False
    if not (one.relative or two.relative):
        return True
    if one.start is None or two.start is None or abs((one.start - two.start).days) != 1:
        return False
    near = evidence.days <= DAYS or one.relative != two.relative
    return near and (evidence.one_story or evidence.vouchers(each) > 0)


def _has_measure(number: Number) -> bool:
    """Whether its sentence states an amount or a count too, for which the date may hold."""
    return any(measure(other) is not None for other in number.line.numbers)


def _update(evidence: Evidence, each: Pairing) -> Verdict | None:
    one, two = each.one, each.two
    if min(each.near, each.sentence) < ALIKE or slots.other_marks(one, two) & {"earlier", "part"}:
        return None
    if evidence.days > WEEKS or any("series" in number.line.marks() for number in (one, two)):
        return None
    before, after = (moving.middle(number) for number in moving.in_order(one, two))
    if before is None or after is None or before <= after or evidence.days == 0:
        return Verdict("updates", "value", f"a count that goes on: {evidence.reason(each)}")
    if min(each.near, each.sentence) < SURE or places.other_place(one, two) is not False:
        return None
    if not moving.counts_up(one, two):
        return None
    return Verdict("conflicts", "falling", f"a count that can only grow: {evidence.reason(each)}")


def _set_anew(evidence: Evidence, each: Pairing) -> Verdict | None:
    """An offer raised, a day put off: what the later article tells is newer, where both speak of one thing."""
    if evidence.proof(each) < PROOF - (LOOSER if evidence.one_story else 0.0):
        return None
    return Verdict("updates", "value", f"set anew: {evidence.reason(each)}")


def _conflict(evidence: Evidence, each: Pairing) -> Verdict | None:
    if each.one.id in evidence.stated[0] or each.two.id in evidence.stated[1]:
        return None
    if slots.past(each.one) != slots.past(each.two):
        return None
    spoken = voices.two_sources(each.one, each.two)
    if evidence.proof(each) < PROOF - (SPOKEN if spoken else 0.0):
        return None
    if spoken:
        return Verdict("differs", "sources", f"two named sources: {evidence.reason(each)}")
    return Verdict("conflicts", _aspect(evidence, each), evidence.reason(each))


def _aspect(evidence: Evidence, each: Pairing) -> Aspect:
    mine, yours = measure(each.one), measure(each.two)
    if mine is None or yours is None:
        return "date"
    like = likeness(mine, yours)
    if like == "magnitude" and mine.number is not None and yours.number is not None and evidence.alignment.foreign:
        return "scale" if abs(mine.number.adjusted() - yours.number.adjusted()) == THOUSAND else "magnitude"
    aspects: dict[str, Aspect] = {"magnitude": "magnitude", "digits": "digits"}
    return aspects.get(like, "value")
