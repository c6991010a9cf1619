"""What is left: "90,000 in all, 60,000 from the state; the remaining 30,000 …", "… the other 25 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_share, is_value, joined, near, shares_of
from claimcheck.link.pairs import old_values, pairs
from claimcheck.link.sizes import size
from claimcheck.model.figures import Shares
from claimcheck.model.link import Part, Total
from claimcheck.statements.dimension import comparable, noun, number
from claimcheck.statements.words import alike

MANY = 5
LEAST, PAIR = 3, 2
STOPS = (".", "!", "?", ";", ":")
APART = (",", ";", ".", "–", "—")
CHANGES = frozenset({"rise", "fall", "by"})


REST = frozenset({"remaining", "others"})


def remainders(frame: Frame, previous: Frame | None) -> Iterator[Total]:
    """A remainder that words call one, with the total and the part named before it."""
    if not frame.every & {"remaining", "others", "own_share"}:
        return
    row, begin = joined(previous, frame)
    rests = [n for n in row.numbers if n >= begin and _remains(row, n)]
    for at in () if rests and pairs(row) else rests:
        told = _told_before(row, at)
        total = _total_of(row, told, at) if told else None
        if total is not None:
            parts = tuple(Part(row.claim(n), 1) for n in (*told, at) if n != total)
            yield Total(row.claim(total), parts, True, "a remainder after its total and the other part")


def _told_before(row: Frame, at: int) -> list[int]:
    """The values of the same thing before a remainder; none where they are too many, or changes or older values."""
    told = [n for n in row.numbers if n < at and comparable(row.claim(n), row.claim(at)) and is_value(row, n)]
    if not PAIR <= len(told) <= MANY or any(size(row, n) or n in old_values(row) for n in told):
        return []
    return told if _one_thing(row, told, at) else []


def _total_of(row: Frame, told: list[int], at: int) -> int | None:
    """The largest of the values before a remainder, which is less; of several parts, the whole is named first."""
    numbers = {n: number(row.claim(n)) or Decimal(0) for n in told}
    total = max(told, key=lambda n: (numbers[n], -n))
    if len(told) > PAIR and (total != told[0] or not _last_of_several(row, told, at)):
        return None
    return total if (number(row.claim(at)) or Decimal(0)) < numbers[total] else None


def _last_of_several(row: Frame, told: list[int], at: int) -> bool:
    """Whether the rest is the last of several parts side by side: behind "and" or a mark, and none part of another."""
    between = row.roles(told[-1], at)
    marked = any(item.kind == "mark" and item.text in APART for item in row.items[told[-1] : at])
    return bool(between & {"and_", "together"}) or (marked and not row.roles(told[0], at) & {"of_which", "open"})


def _one_thing(row: Frame, told: list[int], at: int) -> bool:
    """Whether what remains is what was counted: no noun of its own, or that of one of the two."""
    own, unit = noun(row.claim(at)), row.value(at).unit
    if own is None or unit == "person" or any(alike(own, noun(row.claim(n))) for n in told):
        return True
    return unit is None and any(row.before(n, "whole") for n in told) and not own[:1].isupper()


def _remains(row: Frame, at: int) -> bool:
    """Whether the number is called the rest: "the remaining ten", "ten must be paid by the town itself"."""
    if not is_value(row, at) or is_share(row.claim(at)) or size(row, at) is not None:
        return False
    before = row.roles(at - 1, at)
    if "filler" in before and not before & REST:
        before = row.roles(at - 2, at - 1)
    if before & REST:
        return True
    stop = min(row.following(at) or len(row.items), row.next_mark(at + 1))
    return "own_share" in row.roles(at + 1, stop) and bool(row.roles(at, stop) & {"equals", "thereby", "or_"})


def polls(frame: Frame, previous: Frame | None) -> Iterator[Shares]:
    """Shares that make a whole: a rest is named, or the last of the answers is "undecided"."""
    if frame.every & {"results", "pro", "from_"}:
        yield from _results(frame)
    if not frame.every & {*REST, "undecided"}:
        return
    row, begin = joined(previous, frame)
    told = [] if "each" in row.every else shares_of(row)
    for at in (n for n in told if n >= begin and not _changes(row, n)):
        before = [n for n in told if n < at]
        if _of_several(row, [*before, at]):
            return
        found = _with_last(row, at, before)
        if found is not None:
            yield from found
            return


def _with_last(row: Frame, at: int, before: list[int]) -> Iterator[Shares] | None:
    """The shares with the last one, where that is the rest or the answer of those who do not know."""
    if _is_rest(row, at, before):
        return _with_rest(row, at, before)
    undecided = len(before) >= PAIR and near(row, at, "undecided", left=5, right=8) is not None
    return _answers(row, at, before[-MANY:]) if undecided else None


def _is_rest(row: Frame, at: int, before: list[int]) -> bool:
    """Whether the share is called the remaining one, or, behind two others, that of others."""
    weak = "others" in row.roles(at - 1, at) and len(before) >= PAIR
    return weak or near(row, at, "remaining", left=2, right=0) is not None


def _answers(row: Frame, at: int, members: list[int]) -> Iterator[Shares]:
    """The answers of one question, of which the last is "undecided"."""
    if not any(_changes(row, n) for n in members):
        claims = [row.claim(n) for n in members]
        yield Shares((*claims[-2:], row.claim(at)), tuple(claims[:-2]), False, "the answers of one question")


def _with_rest(row: Frame, at: int, before: list[int]) -> Iterator[Shares]:
    if before and len(before) <= MANY and not any(_changes(row, n) for n in before):
        claims = [row.claim(n) for n in before]
        yield Shares((claims[-1], row.claim(at)), tuple(claims[:-1]), True, "shares and the rest of one whole")


def _changes(row: Frame, at: int) -> bool:
    return size(row, at) is not None or bool(row.roles(at - 2, at) & CHANGES)


def _results(frame: Frame) -> Iterator[Shares]:
    """Results of three parties or more in one sentence, or of the two answers to one question."""
    told = shares_of(frame)
    if not told or _unlike(frame, told):
        return
    claims = tuple(frame.claim(n) for n in told)
    if len(told) >= LEAST:
        if ("results" in frame.every or _same_word(frame, told)) and _listed(frame, told):
            yield Shares(claims, (), False, "results of one vote")
    elif len(told) == PAIR == len(frame.numbers) and _both_answers(frame, told):
        yield Shares(claims, (), False, "both answers to one question")


def _unlike(frame: Frame, told: list[int]) -> bool:
    """Whether some of the shares are changes, earlier ones, parts, or shares of something else."""
    if frame.every & {"each", "of_which", "earlier"} or any(_changes(frame, n) for n in told):
        return True
    return _of_several(frame, told) or _of_other(frame, told[-1])


def _both_answers(frame: Frame, told: list[int]) -> bool:
    """Whether one of two shares is for and the other against."""
    sides = [frame.roles(n + 1, n + 5) & {"pro", "contra"} for n in told]
    return sides[0] != sides[1] and all(len(side) == 1 for side in sides)


def _of_other(frame: Frame, last: int) -> bool:
    """Whether the last share is one of something else than votes or people: "30 percent of the costs"."""
    group = frame.items[last + 1 : last + 4]
    named = any("of" in item.roles and "from_" not in item.roles for item in group[:1])
    return named and not any(item.roles & {"voting", "people"} for item in group)


def _same_word(frame: Frame, told: list[int]) -> bool:
    """Whether one preposition follows every share: "50 percent from wind, 30 percent from solar"."""
    words = {frame.items[n + 1].text.lower() for n in told if n + 1 < len(frame.items)}
    return len(words) == 1 and bool(frame.items[told[0] + 1].roles & {"from_"}) and len(frame.numbers) == len(told)


def _listed(frame: Frame, told: list[int]) -> bool:
    """Whether nothing but names, commas and "and" stands between the results."""
    between = frame.items[told[0] + 1 : told[-1]]
    marks = all(item.text in ",–" for item in between if item.kind == "mark")
    return marks and not any(item.roles & {"open", "more", "less", "than", "baseline"} for item in between)


def _of_several(row: Frame, told: list[int]) -> bool:
    """Whether the shares are of several wholes: of women and of men, in two places, in two years."""
    if len(told) < PAIR:
        return False
    behind = [row.roles(n + 1, n + 2) for n in told]
    wholes = sum("of" in roles and "from_" not in roles for roles in behind)
    return wholes > 1 or _in_two_places(row, told) or _in_two_times(row, told)


def _in_two_places(row: Frame, told: list[int]) -> bool:
    start = next((n + 1 for n in range(told[0] - 1, -1, -1) if row.mark(n) in STOPS), 0)
    return sum("where" in item.roles for item in row.items[start : row.next_mark(told[-1] + 1)]) > 1


def _in_two_times(row: Frame, told: list[int]) -> bool:
    between = row.items[told[0] + 1 : told[-1]]
    return any(item.kind == "time" or "earlier" in item.roles for item in between)
