"""The numbers and dates of a text in their places among its words."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.ground.kinds import LARGEST_FRACTION, Size, counted_part, size_of
from claimcheck.model import Claim, Measure, Period

if TYPE_CHECKING:
    from claimcheck.ground.text import Text


class Number(NamedTuple):
    """A number or date of a text: its claim, what kind of thing it is, how large (None for a date), its first token."""

    claim: Claim
    kind: str
    size: Size | None
    at: int
    clause: int
    sentence: int


def numbers_of(text: Text) -> list[Number]:
    """The numbers and dates of a text, in order; no two at one token."""
    found: list[Number] = []
    taken: set[int] = set()
    size = len(text.words)
    shares = [claim.span for claim in text.article.claims if claim.type == "percentage" and _is_fraction(claim)]
    for claim in text.article.claims:
        if claim.type == "quantity" and any(span.covers(claim.span) for span in shares):
            continue  # "four" and "ten" of "four in ten"
        dated = isinstance(claim.value, Period)
        each = None if dated else size_of(claim)
        if each is None and not dated:
            continue
        at = bisect_left(text.starts, claim.span.start)
        while at in taken and at + 1 < size and text.starts[at + 1] < claim.span.end:
            at += 1
        if at < size and text.starts[at] < claim.span.end:
            last = max(at, bisect_left(text.starts, claim.span.end) - 1)
            taken.add(at)
            if each is not None and (part := counted_part(each.measure)) is not None:
                found.append(Number(claim, "bare", part, at, text.clause[last], text.sentence[at]))
                if at + 1 < size and text.starts[at + 1] < claim.span.end:
                    at += 1
            if each is not None and _in_points(text, each, at):
                each = each._replace(kind="points")
            kind = "date" if each is None else each.kind
            found.append(Number(claim, kind, each, at, text.clause[last], text.sentence[at]))
    return found


def _in_points(text: Text, size: Size, at: int) -> bool:
    """Whether a count of "points" counts percentage points: in a sentence with percentages."""
    noun = size.measure.noun
    if size.kind != "count" or noun is None or noun.lower() not in text.language.points:
        return False
    sentence = text.sentences[text.sentence[at]]
    return any(claim.type == "percentage" and sentence.covers(claim.span) for claim in text.article.claims)


def _is_fraction(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Measure) and value.fraction is not None and value.fraction[1] <= LARGEST_FRACTION
