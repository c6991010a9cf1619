"""The stated size of a change ("by 20 percent", "20 percent more"), and one share said twice ("one in three (25%)")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimcheck.link.frame import Frame, word_of
from claimcheck.model import Claim
from claimcheck.model.link import Direction, Same, ShareOf, Spread
from claimcheck.statements.dimension import comparable, dimension, measure, number, spelled

OWN = frozenset({"light", "of_which", "versus", "of", "filler"})
SIGNS = ("plus", "minus", "+", "-", "–", "−")
APPOSING = ("(", ",", "–", "-", "—")


class Size(NamedTuple):
    """A size at a position; `start` is where its expression begins, `direction` is None where no word tells it.

    `apposed`: it repeats a change told before it ("…, an increase of 20 percent").
    """

    at: int
    start: int
    direction: Direction | None
    apposed: bool


def direction(roles: frozenset[str]) -> Direction | None:
    """Up or down where the words agree, else None."""
    up, down = "rise" in roles or "more" in roles, "fall" in roles or "less" in roles
    return None if up == down else ("up" if up else "down")


def size(frame: Frame, at: int) -> Size | None:
    """What makes the number at this position the size of a change; None where nothing does."""
    follows = next((n for n in frame.numbers if n > at), None)
    if follows is not None and frame.before(at, "from_") and frame.before(follows, "to"):
        return None
    return _size_by_words(frame, at) or _size_of_share(frame, at) or _size_compared(frame, at)


def _size_by_words(frame: Frame, at: int) -> Size | None:
    """By what stands right before the number: "an increase of", "by", a sign, a verb of change."""
    before = frame.items[at - 1] if at > 0 else None
    if frame.before(at, "amount_of") and (noun := _noun_before(frame, at - 1)) is not None:
        return Size(at, noun, direction(frame.items[noun].roles), apposed=_starts_clause(frame, noun))
    if frame.before(at, "by"):
        return Size(at, at - 1, None, apposed=False)
    if before is None:
        return None
    signed = before.text.lower() in SIGNS and _signed(frame, at)
    if signed or (before.roles & {"rise", "fall"} and not before.roles & {"light", "filler"}):
        return Size(at, at - 1, direction(before.roles), apposed=frame.mark(at - 2) in APPOSING)
    return None


def _size_of_share(frame: Frame, at: int) -> Size | None:
    """Of a percentage: below zero, "a 20 percent increase", told again by a verb with "thereby"."""
    if not relative(frame.claim(at)):
        return None
    value = measure(frame.claim(at))
    if value is not None and value.number is not None and value.number < 0:
        return Size(at, at, "down", apposed=frame.mark(at - 1) == "(")
    if "article" in frame.roles(at - 1, at) and frame.roles(at + 1, at + 2) & {"rise", "fall"}:
        return Size(at, at - 1, direction(frame.items[at + 1].roles), apposed=frame.mark(at - 2) in APPOSING)
    noun = _thereby(frame, at)
    return None if noun is None else Size(at, noun, direction(frame.items[noun].roles), apposed=True)


def _size_compared(frame: Frame, at: int) -> Size | None:
    """By "more" or "less" behind the number."""
    told = _after(frame, at) & {"more", "less"}
    return Size(at, at, direction(told), apposed=False) if told else None


def relative(claim: Claim) -> bool:
    """Whether the claim is a share or a number of percentage points."""
    return dimension(claim) == "percent"


def _after(frame: Frame, at: int) -> frozenset[str]:
    """Roles of the two items after the number, up to a mark or number."""
    found: frozenset[str] = frozenset()
    for item in frame.items[at + 1 : at + 3]:
        if item.kind != "word" or ("place" in item.roles and not item.roles & OWN):
            break  # "45 percent with higher prices" is no size of 45 percent
        found |= item.roles
    return found


def _noun_before(frame: Frame, preposition: int) -> int | None:
    """The noun of change before "of": the next word to the left, or one further with only one word between."""
    for at in (preposition - 1, preposition - 2):
        if at >= 0 and frame.items[at].kind == "word" and frame.items[at].roles & {"rise", "fall", "change"}:
            return at
    return None


def _thereby(frame: Frame, at: int) -> int | None:
    """The verb of "and thereby lost seven percent": a change told again by a verb, with a word such as "thereby"."""
    for near in range(at - 1, max(-1, at - 5), -1):
        item = frame.items[near]
        if item.roles & {"to", "from_", "by"}:
            return None
        if item.roles & {"rise", "fall"}:
            told = frame.roles(near + 1, at) | frame.roles(near - 2, near)
            return near if told & {"equals", "thereby"} else None
        if not item.roles & {"light", "equals", "thereby"}:
            return None
    return None


def _starts_clause(frame: Frame, noun: int) -> bool:
    """Whether the noun begins a repetition: after a mark, an article after a mark, or "that is"."""
    for at in range(noun - 1, max(-1, noun - 6), -1):
        item = frame.items[at]
        if "equals" in item.roles or (item.kind == "mark" and item.text in ",–—-(:"):
            return True
        if item.kind not in ("word", "time") or (item.kind == "word" and "light" not in item.roles):
            return False
    return True


def _signed(frame: Frame, at: int) -> bool:
    sign = frame.items[at - 1]
    return sign.kind == "word" or sign.end == frame.items[at].start


CLOSE = 9
LARGE = 1000
DEGREES = ("Cel", "degF", "K")
ENDS = frozenset({"to", "between"})


def same(frame: Frame) -> Iterator[Same]:
    """All repetitions of a share in one sentence, at least one of the two in words."""
    for here, there in zip(frame.numbers, frame.numbers[1:], strict=False):
        one, two = frame.claim(here), frame.claim(there)
        if not (_share(frame, here) and _share(frame, there)) or not (_in_words(one) or _in_words(two)):
            continue
        if there - here <= CLOSE and _apposed(frame, here, there):
            yield Same(one, two, None, None, "one share said twice")
    yield from _majorities(frame)


def groups(frame: Frame) -> Iterator[ShareOf]:
    """Shares of a named group of people: "62 percent of all respondents"."""
    for at in frame.numbers:
        if not _share(frame, at) or at + 2 >= len(frame.items):
            continue
        opening = _opening(frame, at)
        if opening is not None:
            yield ShareOf(frame.claim(at), word_of(frame, opening, opening + 1), "a share of a group named first")
        behind = frame.find({"people"}, at + 2)[:1] if "of" in frame.items[at + 1].roles else []
        if behind and behind[0] <= at + 3:
            yield ShareOf(frame.claim(at), word_of(frame, behind[0], behind[0] + 1), "a share of a group")


def _opening(frame: Frame, at: int) -> int | None:
    """The group that opens the row of its first number: "of all respondents, 62 percent"."""
    people = next((n for n in range(min(at, 4)) if "people" in frame.items[n].roles), 0)
    whole = people > 0 and "whole" in frame.items[people - 1].roles
    return people if whole and not frame.ahead(at) else None


def spreads(frame: Frame) -> Iterator[Spread]:
    """Ranges with two stated ends; "by 43 to 38 percent" and "a 3 to 1 margin" are none."""
    for at in frame.numbers:
        value = measure(frame.claim(at))
        if not frame.before(at, "between") and not _span_of_unit(frame, at):
            continue
        if dimension(frame.claim(at)) in DEGREES:
            continue  # "in the night it cools down to 7 to 2 degrees": told in the order of the hours
        if value is not None and value.number is None and value.low is not None and value.high is not None:
            yield Spread(frame.claim(at), "a range with two ends")
    yield from _ranging(frame)


def _ranging(frame: Frame) -> Iterator[Spread]:
    """As in "prices range from 320 to 450 euros": the two ends of what words call a range."""
    if "ranging" not in frame.every:
        return
    for one, two in pairwise(frame.numbers):
        low, high, claim = number(frame.claim(one)), number(frame.claim(two)), frame.claim(two)
        if low is None or high is None or two - one > 3 or not comparable(frame.claim(one), claim):
            continue
        if "ranging" in frame.roles(one - 4, one) and frame.before(one, "from_") and frame.roles(one + 1, two) & ENDS:
            word = word_of(frame, one, two + 1)
            value = frame.value(two)._replace(number=None, low=low, high=high, hedge=None)
            yield Spread(Claim(claim.type, word.span, word.text, value), "a range in words")


def _span_of_unit(frame: Frame, at: int) -> bool:
    """Whether it is a range in a physical unit ("40 to 30 centimetres"), which is no score and no old and new value."""
    claim = frame.claim(at)
    value = measure(claim)
    if value is None or claim.type != "quantity" or value.unit in ("times", "year"):
        return False
    if value.unit in (None, "person") and (value.noun is None or value.low is None or value.low < LARGE):
        return False
    return not frame.roles(at - 3, at) & {"from_", "by", "rise", "fall"} and "minus" not in claim.text.lower()


def _majorities(frame: Frame) -> Iterator[Same]:
    for at, item in enumerate(frame.items):
        kind, share = item.roles & {"majority", "minority"}, frame.following(at)
        if len(kind) != 1 or share is None or share > at + 6 or "plurality" in frame.roles(at - 2, at + 1):
            continue
        if _share(frame, share) and _is_its_size(frame, at, share):
            reason = "a share called a majority or minority"
            yield Same(frame.claim(share), None, word_of(frame, at, at + 1), "majority" in kind, reason)


def _is_its_size(frame: Frame, at: int, share: int) -> bool:
    """Whether the share says how large a majority is: "of 48 percent", ", that is 48 percent", "(48 percent)"."""
    if share == at + 2 and frame.items[at + 1].roles & {"amount_of", "of", "from_"}:
        return True
    if share == at + 3 and frame.mark(at + 1) == "," and "equals" in frame.items[at + 2].roles:
        return True
    return frame.bracketed(share) and _only_words(frame, at, share - 1)


def _apposed(frame: Frame, here: int, there: int) -> bool:
    """Whether the second only repeats the first: in brackets by itself, or after "that is"."""
    if frame.mark(there - 1) == "(":
        return frame.mark(there + 1) == ")" and _only_words(frame, here, there - 1)
    comma = there - 2 if frame.items[there - 1].roles & {"filler", "hedge:about"} else there - 1
    if frame.mark(comma) == "," and frame.mark(there + 1) == "," and _in_words(frame.claim(here)):
        return _only_words(frame, here, comma) and there - here <= CLOSE - 3  # "a quarter of voters, 25 percent, …"
    return _equated(frame, here, there)


def _equated(frame: Frame, here: int, there: int) -> bool:
    """Whether "that is" stands between the two, with nothing but marks before it."""
    for at in range(there - 1, here, -1):
        if "equals" in frame.items[at].roles:
            return all(frame.mark(n) in [*",–—-("] for n in range(here + 1, at))
        if "light" not in frame.items[at].roles:
            return False
    return False


def _only_words(frame: Frame, here: int, stop: int) -> bool:
    return all(
        item.kind == "word" and not item.roles & {"and_", "more", "less"} for item in frame.items[here + 1 : stop]
    )


def _in_words(claim: Claim) -> bool:
    value = measure(claim)
    return value is not None and value.fraction is not None and spelled(claim)


def _share(frame: Frame, at: int) -> bool:
    return dimension(frame.claim(at)) == "percent" and size(frame, at) is None
