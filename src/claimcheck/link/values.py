"""Two values of one thing, the old one marked as such, with the size of the change or how far they are apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.link.frame import Frame, Item, only
from claimcheck.link.joint import is_label, joined, like, one_noun
from claimcheck.link.pairs import is_step, pairs
from claimcheck.link.sizes import direction, relative, size
from claimcheck.model import Duration, Period
from claimcheck.model.link import Change, Direction, Reading
from claimcheck.statements.dimension import TIMES, comparable, dimension, exact, hedged, number, ratio

REACH = 7
LEFT = 6
SAME, FAR = Decimal("0.5"), Decimal("0.2")
OPEN = ("over", "under", "up_to", "at_least")
MARKED = frozenset({"earlier", "baseline"})
OPENING = frozenset({"light", "filler", "equals", "thereby", "rise", "fall", "article", "change", "more", "less"})
STOPS = (".", ";", "!", "?", ":")
FOLLOWS = frozenset({"thereby", "follows", "equals"})


def then_and_now(frame: Frame, previous: Frame | None, first: Frame | None) -> Iterator[Change]:
    """The only percentage of one to three sentences, with the only two values of one thing, one of them marked old."""
    above = [] if previous is None else [each for each in (previous, first) if each is not None]
    if not frame.every.union(*(each.every for each in above)) & (MARKED | {"instead", "later"}):
        return
    row = frame
    for each in (None, *above):
        row, _ = joined(each, row)
        found = _change(row)
        if found is not None:
            yield found
            return


def _change(row: Frame) -> Change | None:
    shares = [n for n in row.numbers if relative(row.claim(n))]
    at = only([n for n in shares if size(row, n) is not None or _named(row, n)]) if len(shares) in (1, 3) else None
    if at is None or is_label(row, at):
        return None
    values = _values(row, at) if len(shares) == 1 else _of_shares(row, at)
    if values is None:
        return None
    reading = Reading(row.claim(values[0]), row.claim(values[1]))
    return Change((reading,), row.claim(at), None, _way(row, at), "a size, and both values told")


def _values(row: Frame, at: int) -> tuple[int, int] | None:
    """The old and the new value that the size speaks of."""
    values = old_and_new(row)
    return values if values is not None and (_to(row, at, values[1]) or _refers(row, at, values)) else None


def old_and_new(row: Frame) -> tuple[int, int] | None:
    """The old and the new value: the only two of one kind, and one of them marked as earlier or as later."""
    values = [n for n in row.numbers if is_told(row, n)]
    for old in values:
        like = [n for n in values if n != old and comparable(row.claim(n), row.claim(old))]
        if len(like) == 1 and of_one_size(row, old, like[0]) and _is_older(row, old, like[0]):
            return old, like[0]
    return _instead(row, values)


def _is_older(row: Frame, old: int, new: int) -> bool:
    """Whether words or years mark the first of two values as the earlier one."""
    mine, other = _marks(row, old), _marks(row, new)
    if "earlier" not in mine and ratio(row.claim(old), row.claim(new)) < SAME:
        return False  # "compared with" alone may name the value of another thing
    if _said_older(mine, other):
        return True
    before, after = _year(row, old), _year(row, new)
    return before is not None and after is not None and before < after


def _said_older(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words around one value, and not those around the other, say that it came first."""
    if mine & MARKED:
        return not other & MARKED or "before_that" in mine - other
    return not other & MARKED and "later" in other - mine


def _year(row: Frame, at: int) -> date | None:
    """The year that is named in the clause of a number; None where none or several are."""
    found: set[date] = set()
    for way in (range(at - 1, max(-1, at - LEFT), -1), range(at + 1, min(len(row.items), at + LEFT))):
        for near in way:
            item = row.items[near]
            if item.kind in ("number", "mark"):
                break
            period = None if item.claim is None else item.claim.value
            if isinstance(period, Period) and period.start is not None:
                found.add(period.start)
                break
    return found.pop() if len(found) == 1 else None


def _instead(row: Frame, values: list[int]) -> tuple[int, int] | None:
    """As in "it costs 58 euros instead of 49": the only pair of its row, and nothing else of its kind."""
    found = pairs(row)
    if len(found) != 1 or "instead" not in row.every:
        return None
    like = [n for n in values if comparable(row.claim(n), row.claim(found[0].new))]
    return (found[0].old, found[0].new) if len(like) == 2 else None


def _of_shares(row: Frame, at: int) -> tuple[int, int] | None:
    """Two shares as old and new, the third as the change between them: "at 69 percent rather than 61 percent"."""
    found = only([pair for pair in pairs(row) if at not in (pair.old, pair.new)])
    if found is None or not relative(row.claim(found.new)) or direction(row.roles(at, at + 3)) is None:
        return None
    between = row.items[at + 1 : found.first] if at < found.first else row.items[found.last + 1 : at]
    return None if len(between) > 12 or any(map(_parts, between)) else (found.old, found.new)


def _parts(item: Item) -> bool:
    return "and_" in item.roles or (item.kind == "mark" and item.text in STOPS)


def is_told(row: Frame, at: int) -> bool:
    """Whether the number is a value of something, neither a size nor a share nor a length of time."""
    claim = row.claim(at)
    if isinstance(claim.value, Duration) or relative(claim) or hedged(claim) in OPEN or (number(claim) or 0) <= 0:
        return False
    return dimension(claim) not in TIMES and size(row, at) is None and not is_label(row, at)


def of_one_size(row: Frame, old: int, new: int) -> bool:
    """Whether the nouns are of one word, or, where a writer varies them, the numbers of one size."""
    one, two = row.claim(old), row.claim(new)
    return ratio(one, two) >= (FAR if one_noun(one, two) else SAME)


def _marks(row: Frame, at: int) -> frozenset[str]:
    """The roles of the words that belong to a number, on both sides, up to the next number or end of a clause."""
    found: set[str] = set()
    for near in range(at - 1, max(-1, at - LEFT), -1):
        item = row.items[near]
        if item.kind == "number" or item.text in STOPS or "and_" in item.roles:
            break
        found |= item.roles
    for near in range(at + 1, min(len(row.items), at + 1 + REACH)):
        item = row.items[near]
        if item.kind in ("number", "mark") or "and_" in item.roles:
            break
        found |= item.roles - {"baseline"}
    return frozenset(found)


def _named(row: Frame, at: int) -> bool:
    """Whether a noun of change follows: "the 30% rise"."""
    after = row.items[at + 1 : at + 2]
    return (
        bool(after) and bool(after[0].roles & {"rise", "fall"}) and bool(row.roles(at - 1, at) & {"article", "light"})
    )


def _way(row: Frame, at: int) -> Direction | None:
    told = size(row, at)
    return direction(row.roles(at, at + 2)) if told is None else told.direction


def _to(row: Frame, at: int, new: int) -> bool:
    """Whether the size leads to the new value: "climbed 12% to £412m"."""
    return is_step(row, at) and row.before(new, "to") and 0 < new - at <= LEFT


def _refers(row: Frame, at: int, values: tuple[int, int]) -> bool:
    """Whether the size can only speak of these values: it is apposed to one, or nothing but small words lead to it."""
    told, first = size(row, at), min(values)
    start = at if told is None else told.start
    if told is not None and told.apposed and first < at:
        return all(n in values for n in row.numbers if first < n < at)
    definite = "definite" in row.roles(start - 1, start) and (told is None or "by" not in row.items[start].roles)
    said = definite or bool(row.roles(start, at) & {"equals", "thereby"})
    return first < start if said else _led_to(row, start, first)


def _led_to(row: Frame, start: int, first: int) -> bool:
    """Whether small words alone lead from the end of a sentence, or from "that is", to the size."""
    for near in range(start - 1, -1, -1):
        item = row.items[near]
        if item.text in STOPS:
            return near > 0 and first < near
        if item.roles & {"equals", "thereby"}:
            return first < near
        if not item.roles & OPENING:
            return False
    return False


def apart(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """As in "The old tower measures 84 metres, the new one 112. It is thus 28 metres taller"."""
    if not frame.every & FOLLOWS:
        return
    at = only([n for n in frame.numbers if not relative(frame.claim(n)) and _is_step(frame, n)])
    if at is None or not frame.roles(0, at) & FOLLOWS:
        return
    row, begin = joined(previous, frame) if len(frame.numbers) < 3 else (frame, 0)
    step = at + begin
    values = _ends(row, step)
    if values is not None and not row.roles(step, len(row.items)) & MARKED:
        reading = Reading(row.claim(values[0]), row.claim(values[1]), row.claim(step))
        yield Change((reading,), None, None, None, "two values and how far they are apart")


def _ends(row: Frame, step: int) -> tuple[int, int] | None:
    """The only two values of the step's kind: told before it, of one thing, and exact."""
    values = like(row, step)
    if len(values) != 2 or max(values) > step or dimension(row.claim(step)) in ("", "?") or pairs(row):
        return None
    sure = all(exact(row.claim(n)) is not None for n in (*values, step)) and all(is_told(row, n) for n in values)
    return (values[0], values[1]) if sure and of_one_size(row, *values) else None


def _is_step(frame: Frame, at: int) -> bool:
    """Whether the number is a size; "the price plus 250 euros" has none."""
    told = size(frame, at)
    added = told is not None and told.start < at and "and_" in frame.items[told.start].roles
    return (told is not None and not added) or bool(frame.roles(at + 1, at + 2) & {"more", "less"})
