"""A share beside a part and a whole that words join: "three in four of the 1240 members, 806 of them, agreed"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.bare import with_bare
from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, is_share, is_value
from claimcheck.link.pairs import is_label, old_values, pairs
from claimcheck.link.sizes import size
from claimcheck.link.wholes import equals_before, names_other_whole
from claimcheck.model.link import PartOf, PartWhole

APPOSING = (",", "–", "—", "(", "-")
CLOSE = 6
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
    of_whole = bool(row.roles(at + 1, at + 2) & {"of"}) and at < whole < part and whole - at <= CLOSE
    ratio = part < whole < at and whole - part <= CLOSE - 2 and row.before(whole, "of")
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
    for near in range(at - 1, max(-1, at - CLOSE), -1):
        if row.mark(near) in APPOSING and row.mark(near):
            return True
        if not row.items[near].roles & {"filler", "light", "equals", "article", "figure", "amount_of"}:
            return _ratio_noun(row, near, at)
    return False


def _ratio_noun(row: Frame, near: int, at: int) -> bool:
    """Whether "…, a failure rate of" leads to the number."""
    start = next((n for n in range(near, max(-1, at - CLOSE), -1) if row.mark(n) in APPOSING and row.mark(n)), None)
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
