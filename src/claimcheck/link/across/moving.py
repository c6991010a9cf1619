"""Numbers that change while the news goes on: counts of victims, daily series, votes while they are counted."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.link.across import slots
from claimcheck.link.across.clause import belongs, window
from claimcheck.link.across.likeness import likeness
from claimcheck.link.across.line import Number
from claimcheck.link.across.page import Page
from claimcheck.link.across.pairing import Pairing
from claimcheck.link.across.value import measure
from claimcheck.model import Duration, Period
from claimcheck.model.bounds import centre

NEAR_WORDS = 4
MANY = 1000
COUNTED_ON = 100


def moves(each: Pairing) -> bool:
    """Whether a difference may be nothing but time that has passed."""
    if isinstance(each.one.claim.value, Period | Duration):
        return False
    numbers = (each.one, each.two)
    tally = any(is_tally(number) for number in numbers)
    for number in numbers:
        found = slots.marks(number)
        if "series" in found or "series" in slots.marks_before(number) or ("running" in found and tally):
            return True
    if all("series" in number.line.marks() for number in numbers) and _other_days(each):
        return True
    if all("now" in number.line.marks() for number in numbers) and _other_days(each):
        return True  # each speaks of its own day
    if tally and _goes_on(each):
        return True
    return each.one.claim.type == "percentage" and any("count" in page_marks(each.line.page) for each in numbers)


def set_anew(each: Pairing) -> bool:
    """Whether the later article says that the value was changed: raised, cut, put off; or on either side of one day."""
    one, two = in_order(each.one, each.two)
    changed = ["changed" in slots.marks(number) for number in (one, two)]
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
    if all("now" in slots.marks(number) for number in (each.one, each.two)):
        return True
    mine, yours = measure(each.one), measure(each.two)
    if mine is None or yours is None or likeness(mine, yours) not in ("close", "digits"):
        return False
    return (centre(mine) or 0) >= COUNTED_ON


def counts_up(one: Number, two: Number) -> bool:
    """Whether both are running totals, stated without a hedge, and small enough to be counted one by one."""
    return all(
        "running" in slots.marks(number) and _plain(number) and (middle(number) or 0) < MANY for number in (one, two)
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


def page_marks(page: Page) -> frozenset[str]:
    """The marks of a whole article, looked for once."""
    if page.marks_ is None:
        page.marks_ = page.vocabulary.marks(page.prose)
    return page.marks_
