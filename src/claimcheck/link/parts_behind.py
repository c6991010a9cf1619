"""Two parts in the sentence behind their total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike
from claimcheck.link.lists import has_noun, is_plain
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.link import Part, Total

NEAR = Decimal("0.2")
NOT_PARTS = frozenset({"open", "each", "of_which", "besides", "more", "less", "remaining", "earlier", "too", "both"})


def near_total(total: Claim, parts: tuple[Part, ...]) -> bool:
    """Whether the sum is within a fifth of the total: farther off the list is one of other things."""
    whole = measure(total)
    numbers = [value.number for part in parts if (value := measure(part.claim)) and value.number is not None]
    return whole is not None and whole.number is not None and abs(sum(numbers) - whole.number) <= whole.number * NEAR


def two_parts(frame: Frame, previous: Frame) -> Iterator[Total]:
    """As in "Eleven were added over the weekend. Seven came on Saturday, another four on Sunday"."""
    wholes = [n for n in previous.numbers if is_plain(previous, n)]
    one, two = frame.numbers
    if len(wholes) != 1 or not has_noun(previous, wholes[0]) or not {"again", "and_"} & frame.roles(two - 2, two):
        return
    if "again" not in frame.every or frame.every & (NOT_PARTS | {"rise", "fall"}) - {"besides"}:
        return
    total, claims = previous.claim(wholes[0]), (frame.claim(one), frame.claim(two))
    plain = all(is_plain(frame, at) and size(frame, at) is None for at in (one, two))
    if not plain or not all(comparable(claim, total) for claim in claims) or not _of_one_noun(total, *claims):
        return
    parts = tuple(Part(claim, 1) for claim in claims)
    if near_total(total, parts):
        yield Total(total, parts, True, "two parts in the sentence behind the total")


def _of_one_noun(total: Claim, one: Claim, two: Claim) -> bool:
    """Whether the nouns tell of one thing; "twelve pupils. Two teachers and nine more pupils" are others."""
    whole, first, own = (measure(claim) for claim in (total, one, two))
    if whole is None or first is None or own is None or whole.hedge or first.hedge or own.hedge:
        return False
    if own.noun and not (alike(own.noun, first.noun) or alike(own.noun, whole.noun)):
        return False
    return not (whole.noun and first.noun and own.noun) or alike(first.noun, whole.noun)


def side_by_side(frame: Frame, previous: Frame) -> Iterator[Total]:
    """As in "In all there were 4.3 million. Those of guests fell to 0.5 million, those of locals to 3.8 million"."""
    wholes = [n for n in previous.numbers if is_plain(previous, n) and has_noun(previous, n)]
    to = [n for n in frame.numbers if frame.before(n, "to") and is_plain(frame, n)]
    if len(wholes) != 1 or len(to) != 2 or frame.every & {"too", "open"}:
        return
    total = previous.claim(wholes[0])
    claims = [frame.claim(n) for n in to]
    others = [n for n in frame.numbers if n not in to and dimension(frame.claim(n)) != "percent"]
    if others or not near_words(previous, wholes[0]) or not all(comparable(claim, total) for claim in claims):
        return
    parts = tuple(Part(claim, 1) for claim in claims)
    if near_total(total, parts):
        yield Total(total, parts, True, "two parts told alike behind their total")


def near_words(frame: Frame, at: int) -> bool:
    """Whether a word such as "in all" belongs to the number, and the number is no change."""
    return "total" in frame.roles(0, at) and size(frame, at) is None and not frame.every & {"rise", "fall", "by"}
