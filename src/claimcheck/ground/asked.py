"""What the words around a number of the draft say of how it may follow from other numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.ground.figures import Number, Size
from claimcheck.ground.sentences import part_of
from claimcheck.ground.text import Text
from claimcheck.ground.words import DOWN, UP
from claimcheck.model.bounds import bounds
from claimcheck.model.interval import Interval

BOUND = Decimal("0.06")


class Question(NamedTuple):
    """A number of the draft, and what the words around it say of how it may follow.

    `towards` is UP or DOWN where the words of its sentence speak of a rise or of a fall only, else 0.
    """

    said: Size
    changes: bool
    towards: int
    together: bool
    apart: bool
    rest: bool
    remainder: bool
    earlier: bool


def allowed_by(said: Size) -> Interval:
    """What the draft's number allows; a bound ("over") must lie close to what follows, or anything would follow."""
    number, hedge = said.measure.number, said.measure.hedge
    interval = bounds(said.measure)
    if number is not None and hedge in ("over", "at_least", "under", "up_to"):
        room = number * BOUND
        low, high = (number, number + room) if hedge in ("over", "at_least") else (number - room, number)
        interval = Interval(low, high)
    return interval.times(said.factor)


def question(draft: Text, number: Number, said: Size) -> Question:
    """What the words of its sentence ask of a number."""
    words = draft.language
    own = draft.at(number.claim.span)
    here = [draft.words[i] for i in draft.tokens(number.sentence) if i not in own]
    low = {word.low for word in here}
    sides = {side for word in here for side in word.sides if side in (UP, DOWN)}
    return Question(
        said,
        changes=part_of(draft, number.at) == "by" or bool(sides),
        towards=sum(sides) if len(sides) == 1 else 0,
        together=bool(low & words.together),
        apart=bool(low & words.apart),
        rest=bool(low & words.rest),
        remainder=bool(low & words.remainder),
        earlier=bool(low & words.earlier),
    )
