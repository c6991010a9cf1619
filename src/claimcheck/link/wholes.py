"""What a share is of: a whole that words name, with its part, or a small number of things."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import equals_before, is_count, is_share, is_value, joined, near, shares_of
from claimcheck.link.pairs import in_scale, old_values, pairs
from claimcheck.link.rows import with_bare
from claimcheck.link.sizes import size
from claimcheck.model import Claim, Duration
from claimcheck.model.figures import ShareOfCount
from claimcheck.model.link import PartOf, PartWhole
from claimcheck.statements.dimension import comparable, dimension, exact, is_rate, noun, number, whole
from claimcheck.statements.words import alike

APPOSING = (",", "–", "—", "(", "-")
CLOSE = 6
LEAST = 5
BREAKS = frozenset({"rise", "fall", "than", "earlier", "baseline", "average", "per_one", "each", "or_than"})
MOST = 60
SOON = 5
CLAUSE = 14
PEOPLE = frozenset({"people", "person", "member"})


def counts_of(frame: Frame) -> list[int]:
    """The single numbers of things that are neither shares nor rates nor ranges."""
    return [n for n in frame.numbers if _is_count(frame, n)]


def _is_count(frame: Frame, at: int) -> bool:
    claim, value = frame.claim(at), frame.value(at)
    if value.number is None or is_rate(value):
        return False
    return dimension(claim) not in ("percent", "time") and not isinstance(claim.value, Duration)


def ratio_of(frame: Frame, before: list[int]) -> tuple[int, int] | None:
    """Part and whole side by side, "82 of 471", as the last two counts."""
    if len(before) < 2:
        return None
    part, whole = before[-2], before[-1]
    joined = whole - part <= 3 and all(item.kind == "word" for item in frame.items[part + 1 : whole])
    if joined and frame.before(whole, "of") and comparable(frame.claim(part), frame.claim(whole)):
        return part, whole
    return None


def part_of(claim: Claim, whole: Claim) -> Claim:
    """The part in the scale of the whole, unless it would then be larger: "246 of 249 million", "853 of 2 million"."""
    scaled = in_scale(claim, whole)
    return scaled if (number(scaled) or 0) <= (number(whole) or 0) else claim


def repeats(frame: Frame, at: int) -> bool:
    """Whether the share only says again what was told: "(25 percent)", "or 25 percent", ", about 25 percent."."""
    if frame.mark(at - 1) == "(":
        return frame.mark(at + 1) in (")", ",", ";")
    return equals_before(frame, at) or (frame.mark(at - 1) in (",", "–", "—", "-") and frame.ended(at + 1))


def equals_around(frame: Frame, at: int) -> bool:
    """Whether the number is said to be the same as what was told: "that is 200", "which corresponds to 200"."""
    return equals_before(frame, at) or (frame.mark(at - 2) == "," and "equals" in frame.roles(at + 1, at + 6))


def names_other_whole(frame: Frame, at: int, wholes: list[int]) -> bool:
    """Whether the share is followed by its own whole, which is not counted here: "95 percent of the flights"."""
    if "of" not in frame.roles(at + 1, at + 2):
        return False
    named = [item.text.lower() for item in frame.items[at + 2 : at + 6] if item.kind == "word"]
    nouns = [told.lower() for n in wholes if (told := noun(frame.claim(n)))]
    return not any(told.endswith(word) for told in nouns for word in named if len(word) > 3)


def share_told(frame: Frame, previous: Frame | None) -> Iterator[PartWhole]:
    """The only share of the sentence with the only two counts of it, or, summed up by it, of the sentence before."""
    at = only([n for n in frame.numbers if is_share(frame.claim(n))])
    if at is None or frame.every & BREAKS:
        return
    row = with_bare(frame)
    counts = _counts(row, at)
    if size(row, at) is not None or not is_value(row, at):
        return
    if len(counts) == 2:
        yield from _beside(row, at, counts)
    elif not counts and previous is not None:
        yield from _behind(row, at, with_bare(previous))


def _beside(row: Frame, at: int, counts: list[int]) -> Iterator[PartWhole]:
    """Share, part and whole of one sentence, the whole named as such."""
    part, whole = _by_size(row, *counts)
    fits = _told_between(row, at, part, whole) or _told_last(row, at, part, whole)
    if fits and comparable(row.claim(part), row.claim(whole)):
        yield PartWhole((PartOf(row.claim(part), row.claim(whole)),), row.claim(at), "a share, its part and its whole")


def _by_size(row: Frame, one: int, two: int) -> tuple[int, int]:
    return (one, two) if (number(row.claim(one)) or 0) < (number(row.claim(two)) or 0) else (two, one)


def _told_between(row: Frame, at: int, part: int, whole: int) -> bool:
    """Whether the whole follows the share, and the part in apposition: "three in four of the 1240, 806 of them,"."""
    of_whole = at < whole < part and whole - at <= CLOSE and "of" in row.roles(at + 1, at + 2)
    return of_whole and _apposed(row, part) and _closed(row, part)


def _told_last(row: Frame, at: int, part: int, whole: int) -> bool:
    """Whether the share says again what a part and a whole before it say that words join."""
    if part > at or not (equals_before(row, at) or _apposed(row, at)) or not row.ended(at + 1):
        return False
    if part < whole:
        return whole < at and whole - part <= CLOSE - 2 and row.before(whole, "of")
    named = row.before(whole, "whole") and not names_other_whole(row, at, [whole])
    return named or "of_which" in row.roles(part - 3, part + 3)


def _behind(row: Frame, at: int, above: Frame) -> Iterator[PartWhole]:
    """As in "420 households were asked, 63 answered. That makes a rate of 15 percent"."""
    counts = _counts(above, -1)
    if len(counts) != 2 or not equals_before(row, at) or row.roles(0, at) & {"others", "too"}:
        return
    part, whole = _by_size(above, *counts)
    if whole < part and _is_still(above) and _of_one_thing(above, part, whole) and not names_other_whole(row, at, []):
        yield PartWhole((PartOf(above.claim(part), above.claim(whole)),), row.claim(at), "a share of the counts before")


def _is_still(above: Frame) -> bool:
    """Whether a sentence tells of no change and no share of its own."""
    if above.every & BREAKS or any(is_share(above.claim(n)) for n in above.numbers):
        return False
    return not old_values(above) and not pairs(above)


def _of_one_thing(above: Frame, part: int, whole: int) -> bool:
    """Whether the part has no noun of its own but that of the whole, or words call it a part."""
    one, two = above.claim(part), above.claim(whole)
    of_them = "of_which" in above.roles(part - 3, part + 3) or above.before(whole, "whole")
    return comparable(one, two) and (of_them or noun(one) is None or alike(noun(one), noun(two)))


def _counts(row: Frame, at: int) -> list[int]:
    return [n for n in row.numbers if n != at and _is_counted(row, n)]


def _is_counted(row: Frame, at: int) -> bool:
    enough = (number(row.claim(at)) or 0) >= LEAST and dimension(row.claim(at)) in ("", "?")
    return enough and is_value(row, at) and size(row, at) is None


def _apposed(row: Frame, at: int) -> bool:
    """Whether a mark stands before the number, with at most small words between."""
    for n in range(at - 1, max(-1, at - CLOSE), -1):
        if row.mark(n) in APPOSING and row.mark(n):
            return True
        if not row.items[n].roles & {"filler", "light", "equals", "article", "figure", "amount_of"}:
            return _ratio_noun(row, n, at)
    return False


def _ratio_noun(row: Frame, near: int, at: int) -> bool:
    """Whether "…, a failure rate of" leads to the number."""
    start = next((n for n in range(near, max(-1, at - CLOSE), -1) if row.mark(n) in APPOSING and row.mark(n)), None)
    return start is not None and "article" in row.roles(start + 1, start + 2) and row.before(at, "amount_of")


def _closed(row: Frame, at: int) -> bool:
    """Whether a mark or the end of the sentence follows, with at most "of them" or a noun between."""
    counted = noun(row.claim(at))
    for item in row.items[at + 1 : at + 4]:
        if item.kind == "mark":
            return True
        if not item.roles & {"of_which", "total"} and item.text != counted:
            return False
    return True


def possible_shares(frame: Frame, previous: Frame | None) -> Iterator[ShareOfCount]:
    """Every share whose small whole is named: "of the 12, 45 percent", "45 percent of the 12", "45 percent of them"."""
    for at in shares_of(frame):
        claim = frame.claim(at)
        if exact(claim) is None or frame.value(at).fraction is not None or size(frame, at) is not None:
            continue
        count = _count(frame, previous, at)
        if count is not None:
            yield ShareOfCount(claim, count, "a share of a small number of things")


def _count(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The small number that the share is one of."""
    if (named := _named(frame, at)) is not None:
        return named
    if "of_which" in frame.roles(at + 1, at + 3) or "of_which" in frame.roles(at - 2, at):
        return _pointed_at(frame, previous, at)
    return _polled(frame, previous, at) or _opening(frame, at)


def _named(frame: Frame, at: int) -> Claim | None:
    """The count behind "of": "45 percent of the 12"."""
    after = frame.following(at)
    if after is None or after - at > SOON or "of" not in frame.roles(at + 1, at + 2) or not _small(frame, after):
        return None
    between = frame.items[at + 1 : after]
    light = all(
        item.kind == "word" and (item.roles & {"light", "filler", "of"} or item.text.islower()) for item in between
    )
    return frame.claim(after) if light else None


def _pointed_at(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The only count that "of them" can point to; it points to the nearest number, even where that is no count."""
    before = _plain_counts(frame, frame.ahead(at))
    if frame.ahead(at)[-1:] != before[-1:]:
        return None
    row = frame
    if not before and previous is not None:
        row, before = previous, _plain_counts(previous, previous.numbers)
    return row.claim(before[0]) if len(before) == 1 and _small(row, before[0]) else None


def _plain_counts(row: Frame, numbers: list[int]) -> list[int]:
    return [n for n in numbers if is_count(row.claim(n))]


def _opening(frame: Frame, at: int) -> Claim | None:
    """The count that opens the sentence as a whole: "of the 12, 45 percent"."""
    first = only(frame.ahead(at))
    if first is None or first > 3 or not frame.before(first, "whole") or at - first > CLAUSE:
        return None
    own = _own_whole(frame, at) or "of" in frame.roles(at + 1, at + 2)
    return frame.claim(first) if not own and _small(frame, first) else None


def _polled(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The only people counted before the share, who were asked: "We polled the eight heads: 40 percent said no"."""
    row, begin = joined(previous, frame) if len(frame.numbers) == 1 else (frame, 0)
    share = begin + at
    if "polled" not in row.roles(0, share) or _own_whole(frame, at) or "of" in frame.roles(at - 2, at):
        return None
    asked = only(row.ahead(share))
    if asked is None or not _asked(row, asked):
        return None
    start = max((n + 1 for n in range(share) if row.mark(n) in (":", ".", ";")), default=0)
    return row.claim(asked) if share - start <= SOON else None


def _asked(row: Frame, at: int) -> bool:
    """Whether the number counts a few people, or what was asked."""
    people = row.roles(at + 1, at + 4) & PEOPLE
    return _small(row, at) and (bool(people) or near(row, at, "polled", left=2, right=4) is not None)


def _own_whole(frame: Frame, at: int) -> bool:
    """Whether a genitive follows that names what the share is of: "45 Prozent der Importe"."""
    return any("of" in item.roles for item in frame.items[at + 1 : at + 3])


def _small(frame: Frame, at: int) -> bool:
    claim = frame.claim(at)
    value = exact(claim)
    return value is not None and 2 <= value <= MOST and whole(claim) and is_count(claim)
