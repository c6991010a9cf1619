"""Links between a part, its whole and the stated share: "of 480 people asked, 120 agreed, or 25 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.counted_again import with_bare
from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, is_share, is_value
from claimcheck.link.pairs import is_label, old_values, pairs
from claimcheck.link.sizes import size
from claimcheck.link.wholes import (
    equals_around,
    equals_before,
    in_brackets,
    is_count,
    names_other_whole,
    part_of,
    ratio_of,
    repeats,
    total_near,
)
from claimcheck.model import Claim
from claimcheck.model.link import PartOf, PartWhole

CLOSE = 5
CLAUSE = 25


def shares(frame: Frame, previous: Frame | None) -> Iterator[PartWhole]:
    """All stated shares of the sentence whose part and whole are both known."""
    for at in frame.numbers:
        claim = frame.claim(at)
        value = measure(claim)
        if dimension(claim) != "percent" or value is None or value.unit != "percent" or size(frame, at) is not None:
            continue
        link = _share(frame, previous, at)
        if link is not None:
            yield link


def _share(frame: Frame, previous: Frame | None, at: int) -> PartWhole | None:
    """The share at this position as a link, by the first form of words that fits."""
    claim = frame.claim(at)
    changing = {n for pair in pairs(frame) for n in (pair.old, pair.new)}
    counts = [n for n in frame.numbers if is_count(frame.claim(n)) and not is_label(frame, n) and n not in changing]
    before, after = [n for n in counts if n < at], [n for n in counts if n > at]
    if (told := _part_after(frame, at, before, after) or _told_after(frame, at, before, after)) is not None:
        return told
    whole = _whole_after(frame, at, after)
    if whole is not None:
        return _of_stated_whole(frame, at, claim, whole, before, after)
    return _repeated(frame, previous, at, before)


def _repeated(frame: Frame, previous: Frame | None, at: int, before: list[int]) -> PartWhole | None:
    """A share that only says again what the counts before it say."""
    if not before or not repeats(frame, at) or names_other_whole(frame, at, before):
        return None
    part = before[-1]
    if at - part > CLAUSE or any(dimension(frame.claim(n)) == "percent" for n in frame.numbers if part < n < at):
        return None
    return _of_told_whole(frame, previous, at, part, before)


def _part_after(frame: Frame, at: int, before: list[int], after: list[int]) -> PartWhole | None:
    """As in "100,000 people, of whom 0.2 percent, or 200": the share stands between whole and part."""
    if not before or not after or "of_which" not in frame.roles(at - 3, at) or after[0] - at > CLOSE:
        return None
    part, whole = frame.claim(after[0]), frame.claim(before[-1])
    if not equals_before(frame, after[0]) or not comparable(part, whole):
        return None
    return PartWhole((PartOf(part, whole),), frame.claim(at), "a whole, a share of it and its number")


def _told_after(frame: Frame, at: int, before: list[int], after: list[int]) -> PartWhole | None:
    """As in "a third of firms, that is 70,000 of the 220,000"; "if of 20,000 two percent fall ill, that is 400"."""
    if not after or after[0] - at > CLAUSE or any(at < n < after[0] for n in frame.numbers):
        return None
    bracketed = in_brackets(frame, after[0])
    if not bracketed and not equals_before(frame, after[0]):
        return None
    part = frame.claim(after[0])
    ratio = ratio_of(frame, after[:2])
    if ratio is not None:
        whole = frame.claim(ratio[1])
        return PartWhole((PartOf(part_of(part, whole), whole),), frame.claim(at), "a share and the ratio it stands for")
    stated = [n for n in before if frame.before(n, "whole") and comparable(frame.claim(n), part)]
    if bracketed and not stated and after[1:2] and _whole_behind(frame, after[0], after[1], part):
        whole = frame.claim(after[1])
        return PartWhole((PartOf(part, whole),), frame.claim(at), "a share, its number in brackets and the whole")
    followed = after[1:2] and after[1] - after[0] <= CLOSE and frame.before(after[1], "of")
    if len(stated) != 1 or stated[0] != before[-1] or followed or at - stated[0] > CLAUSE:
        return None
    return PartWhole((PartOf(part, frame.claim(stated[0])),), frame.claim(at), "a whole, a share of it and its number")


def _whole_behind(frame: Frame, bracketed: int, at: int, part: Claim) -> bool:
    """Whether the whole follows the bracket: "30 percent (120) of the 480 respondents"."""
    near = at - bracketed <= CLOSE and "of" in frame.roles(bracketed + 2, bracketed + 3)
    return near and comparable(part, frame.claim(at))


def _of_stated_whole(  # noqa: PLR0917
    frame: Frame, at: int, claim: Claim, whole: int, before: list[int], after: list[int]
) -> PartWhole | None:
    """As in "81 players, that is 13.6 percent of the 595", "0.77 percent of the 1.65 million pupils, or 12,700"."""
    stated = frame.claim(whole)
    later = [n for n in after if n > whole]
    if later and equals_around(frame, later[0]) and later[0] - whole <= CLAUSE:
        part = later[0]
    elif before and repeats(frame, at) and at - before[-1] <= CLAUSE:
        part = before[-1]
    else:
        return None
    if not comparable(frame.claim(part), stated) or _larger(frame.claim(part), stated):
        return None  # "for 25 percent of the shares it pays 300 million, which values the firm at 1.2 billion"
    return PartWhole((PartOf(frame.claim(part), stated),), claim, "part, share and whole in one sentence")


def _larger(part: Claim, whole: Claim) -> bool:
    """Whether a part would be larger than its whole: then it is none."""
    one, two = measure(part), measure(whole)
    return bool(one and two and one.number and two.number and one.number > two.number)


def _of_told_whole(frame: Frame, previous: Frame | None, at: int, part: int, before: list[int]) -> PartWhole | None:
    claim, piece = frame.claim(at), frame.claim(part)
    wholes = [n for n in before if n != part and comparable(frame.claim(n), piece) and not _shared(frame, n, at)]
    stated = [n for n in wholes if frame.before(n, "whole") or total_near(frame, n)]
    if wholes and frame.roles(wholes[-1], part) & {"of_which"}:
        stated = [wholes[-1]]
    adjacent = ratio_of(frame, before)
    if adjacent is not None:
        whole_claim = frame.claim(adjacent[1])
        readings: tuple[PartOf, ...] = (PartOf(part_of(frame.claim(adjacent[0]), whole_claim), whole_claim),)
        return PartWhole(readings, claim, "a ratio and the share it makes")
    if stated:
        readings = tuple(PartOf(piece, frame.claim(n)) for n in reversed(stated))
        return PartWhole(readings, claim, "a whole, a part of it and the share it makes")
    if len(wholes) == 1 and equals_before(frame, at):
        whole = frame.claim(wholes[0])
        return PartWhole((PartOf(piece, whole), PartOf(whole, piece)), claim, "two counts and the share they make")
    if not wholes and previous is not None:
        return _across(frame, previous, claim, piece, part)
    return None


def _shared(frame: Frame, whole: int, at: int) -> bool:
    """Whether the number has a share of its own: "572,100 shares, or 13.9 percent" is a part like any other."""
    after = next((n for n in frame.numbers if n > whole), at)
    if after == at or dimension(frame.claim(after)) != "percent" or after - whole > CLOSE:
        return False
    return in_brackets(frame, after) or equals_before(frame, after)


def _across(frame: Frame, previous: Frame, claim: Claim, piece: Claim, part: int) -> PartWhole | None:
    """The whole stands in the sentence before: "In all, 72,104 were tested. 1188 were ill, or 1.6 percent"."""
    wholes = [n for n in previous.numbers if comparable(previous.claim(n), piece) and is_count(previous.claim(n))]
    ratio = ratio_of(previous, [n for n in previous.numbers if is_count(previous.claim(n))])
    stated = [n for n in wholes if total_near(previous, n) or (ratio is not None and n == ratio[1])]
    if "of_which" in frame.roles(0, part + 3) and wholes:
        stated = wholes
    if not stated:
        return None
    readings = tuple(PartOf(piece, previous.claim(n)) for n in reversed(stated))
    return PartWhole(readings, claim, "the whole stands in the sentence before")


def _whole_after(frame: Frame, at: int, after: list[int]) -> int | None:
    """The whole right after a share: "13.6 percent of the 595 players", "80 percent of a population of 83 million"."""
    if not after:
        return None
    first = after[0]
    if not frame.before(at + 2, "of") and not (at + 1 < len(frame.items) and "of" in frame.items[at + 1].roles):
        return None
    between = frame.items[at + 1 : first]
    if len(between) > CLOSE or any(item.kind != "word" for item in between):
        return None
    return first


APPOSING = (",", "–", "—", "(", "-")
NEARBY = 6
LEAST = 5
BREAKS = frozenset({"rise", "fall", "than", "earlier", "baseline", "average", "per_one", "each", "or_than"})


def share_told(frame: Frame, previous: Frame | None) -> Iterator[PartWhole]:
    """The only share of the sentence with the only two counts of it, or, summed up by it, of the sentence before."""
    shares = [n for n in frame.numbers if is_share(frame.claim(n))]
    if len(shares) != 1 or frame.every & BREAKS:
        return
    row = with_bare(frame)
    at = next(n for n in row.numbers if row.claim(n) is frame.claim(shares[0]))
    if size(row, at) is not None or not is_value(row, at):
        return
    counts = _counts(row, at)
    if len(counts) == 2:
        yield from _beside(row, at, counts)
    elif not counts and previous is not None and not previous.every & BREAKS:
        yield from _behind(row, at, with_bare(previous))


def _beside(row: Frame, at: int, counts: list[int]) -> Iterator[PartWhole]:
    """Share, part and whole of one sentence, the whole named as such."""
    one, two = counts
    if not comparable(row.claim(one), row.claim(two)):
        return
    part, whole = (one, two) if _number(row, one) < _number(row, two) else (two, one)
    of_whole = bool(row.roles(at + 1, at + 2) & {"of"}) and at < whole < part and whole - at <= NEARBY
    ratio = part < whole < at and whole - part <= NEARBY - 2 and row.before(whole, "of")
    told_part = _apposed(row, part) and _closed(row, part)
    named = row.before(whole, "whole") and whole < part and not names_other_whole(row, at, [whole])
    of_them = "of_which" in row.roles(part - 3, part + 3) and whole < part
    told_share = part < at and (equals_before(row, at) or _apposed(row, at)) and _ended(row, at)
    if (of_whole and told_part) or ((named or of_them or ratio) and told_share):
        yield PartWhole((PartOf(row.claim(part), row.claim(whole)),), row.claim(at), "a share, its part and its whole")


def _behind(row: Frame, at: int, above: Frame) -> Iterator[PartWhole]:
    """As in "420 households were asked, 63 answered. That makes a rate of 15 percent"."""
    counts = _counts(above, -1)
    shares = any(is_share(above.claim(n)) for n in above.numbers)
    if len(counts) != 2 or shares or not equals_before(row, at) or old_values(above) or pairs(above):
        return
    one, two = counts
    if not comparable(above.claim(one), above.claim(two)) or row.roles(0, at) & {"others", "too"}:
        return
    part, whole = (one, two) if _number(above, one) < _number(above, two) else (two, one)
    first, second = measure(above.claim(part)), measure(above.claim(whole))
    if first is None or second is None:
        return
    of_them = "of_which" in above.roles(part - 3, part + 3) or above.before(whole, "whole")
    same = first.noun is None or alike(first.noun, second.noun) or of_them
    if same and whole < part and not names_other_whole(row, at, []):
        yield PartWhole((PartOf(above.claim(part), above.claim(whole)),), row.claim(at), "a share of the counts before")


def _counts(row: Frame, at: int) -> list[int]:
    found = []
    for n in row.numbers:
        value = measure(row.claim(n))
        if n == at or value is None or value.number is None or value.number < LEAST:
            continue
        if dimension(row.claim(n)) in ("", "?") and not is_label(row, n) and is_value(row, n) and size(row, n) is None:
            found.append(n)
    return found


def _number(row: Frame, at: int) -> float:
    value = measure(row.claim(at))
    return 0 if value is None or value.number is None else float(value.number)


def _apposed(row: Frame, at: int) -> bool:
    """Whether a mark stands before the number, with at most small words between."""
    for near in range(at - 1, max(-1, at - NEARBY), -1):
        if row.mark(near) in APPOSING and row.mark(near):
            return True
        if not row.items[near].roles & {"filler", "light", "equals", "article", "figure", "amount_of"}:
            return _ratio_noun(row, near, at)
    return False


def _ratio_noun(row: Frame, near: int, at: int) -> bool:
    """Whether "…, a failure rate of" leads to the number."""
    start = next((n for n in range(near, max(-1, at - NEARBY), -1) if row.mark(n) in APPOSING and row.mark(n)), None)
    return start is not None and "article" in row.roles(start + 1, start + 2) and row.before(at, "amount_of")


def _closed(row: Frame, at: int) -> bool:
    """Whether a mark or the end of the sentence follows, with at most "of them" or a noun between."""
    value = measure(row.claim(at))
    for item in row.items[at + 1 : at + 4]:
        if item.kind == "mark":
            return True
        if not item.roles & {"of_which", "total"} and (value is None or item.text != value.noun):
            return False
    return True


def _ended(row: Frame, at: int) -> bool:
    """Whether nothing of its own follows the share."""
    return at + 1 >= len(row.items) or row.mark(at + 1) != ""
