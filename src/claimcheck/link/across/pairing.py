"""Which number of one article may stand for which of another, and how much speaks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.link.across import dates
from claimcheck.link.across.counted import kind, same_noun
from claimcheck.link.across.kinds import other_kind
from claimcheck.link.across.likeness import Likeness, likeness, slip
from claimcheck.link.across.line import Number
from claimcheck.link.across.places import elsewhere
from claimcheck.link.across.value import agrees, measure, nearly_equal, same_unit, weight
from claimcheck.model import Period

if TYPE_CHECKING:
    from claimcheck.link.across.align import Alignment

NUMBERS = 40  # in one sentence; a list of results is no sentence
TELLING = 0.75
LEAD = 2
SAME_KIND, OTHER_KIND, SAME_STORY, FIRST = 0.2, -0.25, 0.15, 0.5
LIKE: dict[Likeness, float] = {"digits": 0.15, "close": 0.1, "far": -0.15}


class Pairing(NamedTuple):
    """Two numbers that may say the same: how alike the words right around them are, and their sentences.

    `only`: both count a thing of which neither article gives a second number. `first`: both articles open with them.
    """

    one: Number
    two: Number
    near: float
    sentence: float
    agrees: bool
    unit: bool | None
    noun: bool | None
    only: bool
    first: bool
    score: float


def pairings(alignment: Alignment) -> list[Pairing]:
    """Every number with every number of an alike sentence that may be of the same unit, best first."""
    found = [
        pairing
        for (i, j), likeness in alignment.sentences.items()
        for one in alignment.one.lines[i].numbers[:NUMBERS]
        for two in alignment.two.lines[j].numbers[:NUMBERS]
        if (pairing := _pairing(alignment, one, two, likeness)) is not None
    ]
    if alignment.told:
        found += _of_one_story(alignment)
    found.sort(key=lambda each: (-each.score, each.one.id, each.two.id))
    return found


def _of_one_story(alignment: Alignment) -> Iterator[Pairing]:
    """Numbers of sentences that are not alike: articles on one event may still tell one thing in them.

    They have the same telling value, the same digits, or count what either article counts but once.
    """
    for one in alignment.one.numbers:
        for two in alignment.two.numbers:
            if (one.line.id, two.line.id) in alignment.sentences or same_unit(one, two) is not True:
                continue
            same = weight(one) >= TELLING and agrees(one, two) and nearly_equal(one, two)
            if (same and not isinstance(one.claim.value, Period)) or slip(one, two) or only(one, two):
                pairing = _pairing(alignment, one, two, 0.0)
                if pairing is not None:
                    yield pairing


def _pairing(alignment: Alignment, one: Number, two: Number, likeness: float) -> Pairing | None:
    unit = same_unit(one, two)
    if unit is False:
        return None
    equal = agrees(one, two)
    if unit is None and not equal and one.claim.type != two.claim.type:
        return None
    noun = same_noun(one, two)
    near = alignment.near.of(one, two)
    once = alignment.told and only(one, two)
    score = 0.55 * near + 0.45 * likeness
    score += _of_values(one, two, told=alignment.told) if equal else 0.3 if slip(one, two) else _of_likeness(one, two)
    score += 0.12 if noun else -0.2 if noun is False else 0.0
    score += 0.2 if once else 0.0
    first = alignment.told and alignment.days <= 1 and _leads(one, two)
    score += FIRST if first else 0.0
    score += 0.3 * dates.slip(one, two)
    score -= 0.1 if unit is None else 0.0
    other = other_kind(one, two)
    score += OTHER_KIND if other else SAME_KIND if other is False else 0.0
    score -= 0.3 if elsewhere(one, two) else 0.0
    return Pairing(one, two, near, likeness, equal, unit, noun, once, first, score)


def _leads(one: Number, two: Number) -> bool:
    """Whether both are the one count with which the articles open, told of the same: so many dead."""
    mine, yours = _first_count(one), _first_count(two)
    return bool(mine & yours)


def _first_count(number: Number) -> frozenset[str]:
    """The tallies of the sentence, where the number is the only count of the opening."""
    page = number.line.page
    if number.line.id >= LEAD or number.claim.type != "quantity":
        return frozenset()
    others = [each for line in page.lines[:LEAD] for each in line.numbers if each.claim.type == "quantity"]
    return number.line.keys & page.vocabulary.tallies if others == [number] else frozenset()


def _of_values(one: Number, two: Number, *, told: bool) -> float:
    """What it adds that the values agree."""
    return 0.35 * weight(one) + (SAME_STORY if told and weight(one) >= TELLING and nearly_equal(one, two) else 0.0)


def _of_likeness(one: Number, two: Number) -> float:
    """What it adds that the values differ by a slip, or takes that they are far apart."""
    mine, yours = measure(one), measure(two)
    return 0.0 if mine is None or yours is None else LIKE.get(likeness(mine, yours), 0.0)


def only(one: Number, two: Number) -> bool:
    """Whether both count one thing of which neither article gives a second number."""
    key = kind(one)
    if key is None or key != kind(two):
        return False
    return len(one.line.page.counted[key]) == 1 == len(two.line.page.counted[key])
