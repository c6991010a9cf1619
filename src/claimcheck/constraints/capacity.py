"""Capacity: no more people are in a hall, a boat or a stadium than it has room for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.constraints.operands import amount, usable
from claimcheck.model.attribution import Part
from claimcheck.model.judged import Judged, Roles
from claimcheck.statements.agreement import of_two
from claimcheck.statements.dimension import whole
from claimcheck.statements.statement import Statement, Statements

BACK, AHEAD = 2, 2
LEAST = Decimal(10)
FAR = Decimal(2)
"""So many times as many people as there is room for are those of several days or places."""
PRESENT = frozenset({"attendance", "guests", "visitors", "passengers", "customers"})
SHARED = frozenset({"each", "per_one", "average", "total", "together", "rise", "fall", "earlier", "then"})
"""Words by which a number is of several, of another time, or a part."""


def capacities(table: Statements) -> Iterator[Judged]:
    """Every number of people that there is room for beside the only number of people who were there."""
    for at in table.numbered():
        rooms = [each for each in table.within(at) if _is_room(each)]
        if len(rooms) == 1 and (there := _present(table, rooms[0])) is not None:
            yield _judged(there, rooms[0])


def _is_room(each: Statement) -> bool:
    """Whether it says for how many there is room: "fasst 18.500 Besucher", "room for 240 passengers"."""
    named = each.concept == "capacity" or "room" in each.cues | each.around
    return named and _counts(each) and "added" not in each.cues


def _counts(each: Statement) -> bool:
    """Whether it is a plain number of seats, of times somebody passed, or of those who come as guests: no suspects."""
    guests = each.value.unit in ("person", "times") or each.noun is None or each.concept in PRESENT | {"capacity"}
    if each.value.unit not in (None, "person", "times") or not guests or not usable(each) or not whole(each.claim):
        return False
    return amount(each) >= LEAST and not SHARED & (each.cues | each.around) and each.claim.modality != "negated"


def _present(table: Statements, room: Statement) -> Statement | None:
    """The only number of people who were there, in the paragraph around; None where it is far more."""
    first, last = table.paragraph(room.sentence, BACK, AHEAD)
    near = [each for at in range(first, last + 1) for each in table.within(at)]
    there = [each for each in near if each is not room and _is_present(each) and not of_two(each, room)]
    return there[0] if len(there) == 1 and amount(there[0]) <= FAR * amount(room) else None


def _is_present(each: Statement) -> bool:
    """Whether it counts people who came, saw or are aboard, and not those who want to."""
    if not _counts(each) or _is_room(each) or each.value.hedge is not None or each.claim.modality != "fact":
        return False
    return (each.concept in PRESENT or "came" in each.around) and "of_which" not in each.cues


def _judged(there: Statement, room: Statement) -> Judged:
    """People beside the room for them."""
    claim, other = Part(there.claim.span, there.claim.text), Part(room.claim.span, room.claim.text)
    values = (("claim", claim.text), ("other", other.text))
    numbers = amount(there), amount(room)
    fits = numbers[0] <= numbers[1]
    roles: Roles = (("claim", claim), ("other", other))
    return Judged("capacity", fits, roles, values, evidence="unique", claims=(there.claim, room.claim), numbers=numbers)
