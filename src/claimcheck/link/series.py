"""Numbers of one series, of which one stands out by a factor of a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import pairwise

from claimcheck.link.frame import Frame, is_bare, is_label, joined, only, word_of
from claimcheck.link.rows import with_bare
from claimcheck.link.votes import Pair, pairs_of_votes
from claimcheck.model import Claim, Measure
from claimcheck.model.figures import Majority, Series
from claimcheck.model.link import Part, Total
from claimcheck.model.span import Word
from claimcheck.statements.dimension import comparable, measure, number, ratio

THOUSAND = Decimal(1000)
ALIKE = Decimal("2.6")
PARTS = frozenset({"of_which", "open", "each", "total", "per_one"})
REACH = 16
NEAR = 5
INSTEAD = 10


def scales(frame: Frame) -> Iterator[Series]:
    """Old and new value of one change, or values for three dates in one sentence."""
    if len(frame.numbers) < 2:
        return
    for old, new in (map(frame.claim, pair) for pair in _pairs(frame)):
        if _scaled(old) and _scaled(new) and _thousandfold(old, new):
            yield Series(new, (old,), "old and new value of one change")
            return
    if not frame.every & PARTS and any(item.kind == "time" for item in frame.items):
        yield from _of_dates([*map(frame.claim, frame.numbers)])


def _of_dates(claims: list[Claim]) -> Iterator[Series]:
    """The one that stands out of three amounts or more that are told for several dates."""
    values = [claim for claim in claims if claim.type == "amount" and (number(claim) or 0) > 0]
    if len(values) < 3 or any(not comparable(values[0], each, rates=True) for each in values[1:]):
        return
    for at, claim in enumerate(values):
        others = [*values[:at], *values[at + 1 :]]
        if _stands_out(claim, others):
            yield Series(claim, tuple(others), "values of one series")
            return


def _stands_out(claim: Claim, others: list[Claim]) -> bool:
    """Whether a number is a thousandfold of all others, which are near each other, with a scale word on either side."""
    if not _scaled(claim) and not all(_scaled(each) for each in others):
        return False
    return all(_thousandfold(claim, each) for each in others) and all(_near(others[0], each) for each in others[1:])


def _scaled(claim: Claim) -> bool:
    value = measure(claim)
    return claim.type == "amount" and value is not None and value.rounded and value.number is not None


def _thousandfold(claim: Claim, other: Claim) -> bool:
    return 1 / (THOUSAND * ALIKE) <= ratio(claim, other) <= ALIKE / THOUSAND


def _near(claim: Claim, other: Claim) -> bool:
    return ratio(claim, other) >= 1 / (ALIKE * 2)


def _pairs(frame: Frame) -> list[tuple[int, int]]:
    """Old and new of every "from A to B" and "to B from A" of the sentence; no number may stand between the two."""
    found = (_pair(frame, *two) for two in pairwise(frame.numbers) if _may_pair(frame, *two))
    return [pair for pair in found if pair is not None]


def _may_pair(frame: Frame, here: int, there: int) -> bool:
    """Whether two numbers next to each other measure one thing in one clause."""
    if there - here > REACH or not comparable(frame.claim(here), frame.claim(there), rates=True):
        return False
    return frame.next_mark(here, ";.!?") >= there


def _pair(frame: Frame, here: int, there: int) -> tuple[int, int] | None:
    """Old and new by the words before the two numbers."""
    old, new = _is_from(frame, here), frame.before(there, "to")
    became = there - here <= NEAR and "became" in frame.roles(there + 1, there + 3)
    if old and (new or became) and not is_label(frame, here):
        return here, there
    if (ends := _instead(frame, here, there)) is not None:
        return ends
    if frame.before(here, "to") and _is_from(frame, there) and _together(frame, here, there):
        return there, here
    return None


def _instead(frame: Frame, here: int, there: int) -> tuple[int, int] | None:
    """Old and new of "instead of 250 euros they pay 300", "300 euros instead of 250"."""
    if is_label(frame, here) or is_label(frame, there) or there - here > INSTEAD or frame.next_mark(here) < there:
        return None
    if frame.before(here, "instead"):
        return here, there
    return (there, here) if frame.before(there, "instead") and there - here <= NEAR else None


def _together(frame: Frame, here: int, there: int) -> bool:
    return frame.next_mark(here + 1) >= there and frame.light(here + 1, there, ("from_",))


def _is_from(frame: Frame, at: int) -> bool:
    return frame.before(at, "from_") and not frame.before(at, "to")


BEHIND_NUMBER = 6
SIDES = frozenset({"pro", "contra", "undecided", "voting"})
MANY = 4


UNSURE = frozenset({"rise", "fall", "hedge:under", "hedge:nearly"})


def majorities(frame: Frame, previous: Frame | None) -> Iterator[Majority]:
    """As in "61 of the 125 seats, an absolute majority": the seats of one side, or of the sides that are joined."""
    if "majority" not in frame.every or "plurality" in frame.every:
        return
    row, begin = joined(previous if len(frame.numbers) < 2 else None, with_bare(frame))
    if begin and (not frame.every & {"thereby", "follows", "equals"} or "plurality" in row.every):
        return
    said = row.find({"majority"})[-1]
    told = _seats(row, said) if _is_sure(row, said) else None
    if told is not None:
        claims = tuple(map(row.claim, told[1]))
        word, reason = word_of(row, said, said + 1), "seats, all seats and the word majority"
        yield Majority(claims, row.claim(told[0]), word, reason)


def _is_sure(row: Frame, said: int) -> bool:
    """Whether the seats are those of now, and the majority is neither denied nor only needed."""
    unsure = row.every & UNSURE or row.roles(said - BEHIND_NUMBER, said + 3) & {"denied", "needed"}
    return not unsure and not _old_values(row)


def _seats(row: Frame, said: int) -> tuple[int, list[int]] | None:
    """The number of all seats and those of the sides, which stand before the word; several sides must be joined."""
    seats = [n for n in row.numbers if is_bare(row, n)]
    whole = only([*filter(partial(_is_whole, row), seats)])
    parts = [n for n in seats if n != whole and _is_part(row, n)]
    if whole is None or not 0 < len(parts) <= MANY or max(parts) > said:
        return None
    return (whole, parts) if len(parts) == 1 or _are_joined(row, seats, parts) else None


def _are_joined(row: Frame, seats: list[int], parts: list[int]) -> bool:
    """Whether several sides are told as one, or no count but one stands beside them."""
    return bool(row.every & {"together", "both"}) or len(seats) == len(parts) + 2


def _is_whole(row: Frame, at: int) -> bool:
    """Whether it is the number of all seats: "of the 125 seats", "in the 60-member chamber"."""
    if not row.roles(at, at + 4) & {"seat"} and not row.items[at].text.lower().endswith(("seat", "member")):
        return False
    return bool(row.roles(at - 3, at) & {"whole", "of"}) or "definite" in row.roles(at - 1, at)


def _is_part(row: Frame, at: int) -> bool:
    """Whether it counts seats and nothing else: "24 for the list", "17 and 12 seats", not "two parties"."""
    return row.value(at).noun is None or bool(row.roles(at, at + 3) & {"seat", "member"})


def _old_values(frame: Frame) -> list[int]:
    """Numbers marked as the earlier value: "(last year: 9200)", "the year before it was 9200"."""
    return [at for at in frame.numbers if "earlier" in _beside(frame, at)]


def _beside(frame: Frame, at: int) -> frozenset[str]:
    """The roles of the few words around a number that belong to no other one, and behind it to no other clause."""
    following = frame.following(at)
    stop = min(at + 4, frame.next_mark(at + 1), at + 4 if following is None else following)
    start = max([0, at - 4, *(number + 1 for number in frame.ahead(at))])
    return frame.roles(start, at) | frame.roles(at + 1, stop)


def outvoted(frame: Frame, previous: Frame | None) -> Iterator[Total]:
    """As in "The council has 25 members. 14 voted for it, nine against, five abstained": votes of the members."""
    if not frame.every & SIDES:
        return
    own = with_bare(frame)
    row, begin = joined(previous, own)
    members = only([n for n in row.numbers if is_bare(row, n) and "member" in row.roles(n + 1, n + 2)])
    if members is None:
        return
    told = only(list(pairs_of_votes(own)))
    sided = told is None or members >= begin + told[3]
    parts = _sided(row, begin, members) if told is None or sided else _paired(own, told)
    if parts and not _too_many(row.claim(members), parts):
        yield Total(row.claim(members), parts, False, "votes and those who vote")


def _paired(own: Frame, told: Pair) -> tuple[Part, ...]:
    """The two sides of a pair of votes, and who abstained."""
    sides = tuple(Part(_claim(*each), 1) for each in zip(told[:2], told[2], strict=True))
    return sides + tuple(Part(own.claim(n), 1) for n in own.numbers if n > told[4] and _abstained(own, n))


def _sided(row: Frame, begin: int, members: int) -> tuple[Part, ...]:
    """Two or three numbers each with the side it took; none where one has no side or none is against."""
    parts = [n for n in row.numbers if n >= begin and n != members and is_bare(row, n)]
    first = _of_members(row, members)
    if not 2 <= len(parts) <= 3 or any(n < members for n in {*parts} - {first}):
        return ()
    return tuple(Part(row.claim(n), 1) for n in parts) if _take_sides(row, parts, first) else ()


def _take_sides(row: Frame, parts: list[int], first: int | None) -> bool:
    """Whether each but the first has a word for its side, and one is against or abstains."""
    sides = [row.roles(n, stop) & (SIDES | {"versus"}) for n, stop in pairwise([*parts, len(row.items)])]
    told = all(side or n == first for side, n in zip(sides, parts, strict=True))
    return told and bool(frozenset().union(*sides) & {"contra", "versus", "undecided"})


def _of_members(row: Frame, members: int) -> int | None:
    """The number of "14 of the 22 members", which may stand without a word for the side it took."""
    before = only([n for n in row.numbers if members - 3 <= n < members])
    return before if before is not None and "of" in row.roles(before + 1, members) else None


def _abstained(row: Frame, at: int) -> bool:
    return is_bare(row, at) and "undecided" in row.roles(at + 1, at + 3)


def _claim(word: Word, number: int) -> Claim:
    return Claim("quantity", word.span, word.text, Measure(Decimal(number)))


def _too_many(whole: Claim, parts: tuple[Part, ...]) -> bool:
    """Whether the votes are so many that others must have voted: half as many again as there are members."""
    return sum(number(part.claim) or 0 for part in parts) * 2 > (number(whole) or 0) * 3
