"""Seats that are called a majority, and votes that are more than there are members."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.counted_again import with_bare
from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_share, is_value, joined, near, word_of
from claimcheck.link.pairs import is_label, old_values
from claimcheck.link.sizes import size
from claimcheck.link.votes import Pair, pairs_of_votes
from claimcheck.model import Claim, Measure
from claimcheck.model.figures import Majority, Product
from claimcheck.model.link import Part, Total
from claimcheck.model.word import Word

REACH = 6
SIDES = frozenset({"pro", "contra", "undecided", "voting"})
MANY = 4


def majorities(frame: Frame, previous: Frame | None) -> Iterator[Majority]:
    """As in "61 of the 125 seats, an absolute majority": the seats of one side, or of the sides that are joined."""
    if "majority" not in frame.every or "plurality" in frame.every:
        return
    row, begin = joined(previous, with_bare(frame)) if len(frame.numbers) < 2 else (with_bare(frame), 0)
    if begin and (not frame.every & {"thereby", "follows", "equals"} or row.every & {"plurality"}):
        return
    if old_values(row) or row.every & {"rise", "fall", "hedge:under", "hedge:nearly"}:
        return
    said = next(n for n in range(len(row.items) - 1, -1, -1) if "majority" in row.items[n].roles)
    told = _seats(row, said)
    if told is not None and not row.roles(said - REACH, said + 3) & {"denied", "needed"}:
        whole, parts = told
        claims = tuple(row.claim(n) for n in parts)
        yield Majority(claims, row.claim(whole), word_of(row, said, said + 1), "seats, all seats and the word majority")


def _seats(row: Frame, said: int) -> tuple[int, list[int]] | None:
    """The number of all seats and those of the sides, which stand before the word; several sides must be joined."""
    seats = [n for n in row.numbers if _counts(row, n)]
    wholes = [n for n in seats if _is_whole(row, n)]
    if len(wholes) != 1:
        return None
    parts = [n for n in seats if n != wholes[0] and _is_part(row, n)]
    joint = bool(row.every & {"together", "both"}) or len(seats) == len(parts) + 2
    if not parts or len(parts) > MANY or max(parts) > said or (len(parts) > 1 and not joint):
        return None
    return wholes[0], parts


def _counts(row: Frame, at: int) -> bool:
    value = measure(row.claim(at))
    plain = value is not None and value.number is not None and value.hedge is None and is_value(row, at)
    return plain and dimension(row.claim(at)) in ("", "?") and not is_label(row, at)


def _is_whole(row: Frame, at: int) -> bool:
    """Whether it is the number of all seats: "of the 125 seats", "in the 60-member chamber"."""
    if not row.roles(at, at + 4) & {"seat"} and not row.items[at].text.lower().endswith(("seat", "member")):
        return False
    return bool(row.roles(at - 3, at) & {"whole", "of"}) or "definite" in row.roles(at - 1, at)


def _is_part(row: Frame, at: int) -> bool:
    """Whether it counts seats and nothing else: "24 for the list", "17 and 12 seats", not "two parties"."""
    value = measure(row.claim(at))
    return value is not None and (value.noun is None or bool(row.roles(at, at + 3) & {"seat", "member"}))


def outvoted(frame: Frame, previous: Frame | None) -> Iterator[Total]:
    """As in "The council has 25 members. 14 voted for it, nine against, five abstained": votes of the members."""
    if not frame.every & SIDES:
        return
    own = with_bare(frame)
    row, begin = joined(previous, own)
    members = [n for n in row.numbers if _counts(row, n) and row.roles(n + 1, n + 2) & {"member"}]
    if len(members) != 1:
        return
    told = list(pairs_of_votes(own))
    if len(told) == 1 and members[0] < begin + told[0][3]:
        parts = _paired(own, told[0])
    else:
        parts = _sided(row, begin, members[0])
    whole = row.claim(members[0])
    if parts and not _too_many(whole, parts):
        yield Total(whole, parts, False, "votes and those who vote")


def _paired(own: Frame, told: Pair) -> tuple[Part, ...]:
    """The two sides of a pair of votes, and who abstained."""
    sides = tuple(Part(_claim(*each), 1) for each in zip(told[:2], told[2], strict=True))
    return sides + tuple(Part(own.claim(n), 1) for n in own.numbers if n > told[4] and _abstained(own, n))


def _sided(row: Frame, begin: int, members: int) -> tuple[Part, ...]:
    """Two or three numbers each with the side it took; none where one has no side or none is against."""
    parts = [n for n in row.numbers if n >= begin and n != members and _counts(row, n)]
    first = _of_members(row, members)
    if not 2 <= len(parts) <= 3 or any(n < members and n != first for n in parts):
        return ()
    sides = [
        row.roles(n, following) & (SIDES | {"versus"})
        for n, following in zip(parts, [*parts[1:], len(row.items)], strict=True)
    ]
    if not all(side or n == first for side, n in zip(sides, parts, strict=True)):
        return ()
    against = any(side & {"contra", "versus", "undecided"} for side in sides)
    return tuple(Part(row.claim(n), 1) for n in parts) if against else ()


def _of_members(row: Frame, members: int) -> int | None:
    """The number of "14 of the 22 members", which may stand without a word for the side it took."""
    before = [n for n in row.numbers if members - 3 <= n < members]
    return before[0] if len(before) == 1 and "of" in row.roles(before[0] + 1, members) else None


def _abstained(row: Frame, at: int) -> bool:
    return _counts(row, at) and "undecided" in row.roles(at + 1, at + 3)


def _claim(word: Word, number: int) -> Claim:
    return Claim("quantity", word.span, word.text, Measure(Decimal(number)))


def _too_many(whole: Claim, parts: tuple[Part, ...]) -> bool:
    """Whether the votes are so many that others must have voted: half as many again as there are members."""
    total = measure(whole)
    numbers = [value.number for part in parts if (value := measure(part.claim)) and value.number is not None]
    return total is None or total.number is None or sum(numbers) * 2 > total.number * 3


FAR = 14


def stakes(row: Frame, begin: int) -> Iterator[Product]:
    """As in "40 percent for two billion, which values the firm at five billion"."""
    if "stake" not in row.every or old_values(row):
        return
    shares = [n for n in row.numbers if is_share(row.claim(n)) and is_value(row, n)]
    amounts = [n for n in row.numbers if row.claim(n).type == "amount" and is_value(row, n)]
    worth = [n for n in amounts if n >= begin and _is_worth(row, n, begin)][-1:]
    if len(shares) != 1 or not worth or size(row, shares[0]) is not None:
        return
    prices = [n for n in amounts if n != worth[0] and comparable(row.claim(n), row.claim(worth[0]))]
    if len(prices) == 1 and prices[0] < worth[0] and abs(prices[0] - shares[0]) <= FAR:
        reason = "a stake, its price and the worth of the whole"
        yield Product("stake", row.claim(prices[0]), row.claim(shares[0]), row.claim(worth[0]), reason)


def _is_worth(row: Frame, at: int, begin: int) -> bool:
    """Whether the amount is called a worth; "worth" alone counts only beside the stake, it is said of anything."""
    if near(row, at, "worth", left=5, right=2) is not None:
        return True
    weak = near(row, at, "worth_weak", left=5, right=2) is not None
    return weak and (begin == 0 or bool(row.roles(begin, at) & {"equals", "thereby"}))
