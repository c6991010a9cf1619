"""What is left: "90,000 in all, 60,000 from the state; the remaining 30,000 …", "… the other 25 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, is_share, is_value, joined, near
from claimcheck.link.pairs import old_values, pairs
from claimcheck.link.sizes import size
from claimcheck.model.figures import Shares
from claimcheck.model.link import Part, Total

MANY = 5
LEAST, PAIR = 3, 2
STOPS = (".", "!", "?", ";", ":")
APART = (",", ";", ".", "–", "—")
CHANGES = frozenset({"rise", "fall", "by"})


def remainders(frame: Frame, previous: Frame | None) -> Iterator[Total]:
    """A remainder that words call one, with the total and the part named before it."""
    if not frame.every & {"remaining", "others", "own_share"}:
        return
    row, begin = joined(previous, frame)
    if pairs(row):
        return
    for at in row.numbers:
        if at < begin or not is_value(row, at) or is_share(row.claim(at)) or not _remains(row, at):
            continue
        if size(row, at) is not None:
            continue
        told = _told_before(row, at)
        total = _total_of(row, told, at) if told else None
        if total is not None:
            parts = (*(Part(row.claim(n), 1) for n in told if n != total), Part(row.claim(at), 1))
            yield Total(row.claim(total), parts, True, "a remainder after its total and the other part")


def _told_before(row: Frame, at: int) -> list[int]:
    """The values of the same thing before a remainder; none where they are too many, or changes or older values."""
    told = [n for n in row.numbers if n < at and comparable(row.claim(n), row.claim(at)) and is_value(row, n)]
    if not PAIR <= len(told) <= MANY or any(size(row, n) or n in old_values(row) for n in told):
        return []
    return told if _one_thing(row, told, at) else []


def _total_of(row: Frame, told: list[int], at: int) -> int | None:
    """The largest of the values before a remainder, which is less; of several parts, the whole is named first."""
    numbers = {n: value.number for n in told if (value := measure(row.claim(n))) and value.number is not None}
    rest = measure(row.claim(at))
    if len(numbers) != len(told) or rest is None or rest.number is None:
        return None
    total = max(told, key=lambda n: (numbers[n], -n))
    if len(told) > PAIR and (total != told[0] or not _last_of_several(row, told, at)):
        return None
    return total if rest.number < numbers[total] else None


def _last_of_several(row: Frame, told: list[int], at: int) -> bool:
    """Whether the rest is the last of several parts side by side: behind "and" or a mark, and none part of another."""
    between = row.roles(told[-1], at)
    marked = any(item.kind == "mark" and item.text in APART for item in row.items[told[-1] : at])
    return bool(between & {"and_", "together"}) or (marked and not row.roles(told[0], at) & {"of_which", "open"})


def _one_thing(row: Frame, told: list[int], at: int) -> bool:
    """Whether what remains is what was counted: no noun of its own, or that of one of the two."""
    own = measure(row.claim(at))
    nouns = [value.noun for n in told if (value := measure(row.claim(n)))]
    if own is None or own.noun is None or own.unit == "person" or any(alike(own.noun, noun) for noun in nouns):
        return True
    return own.unit is None and any(row.before(n, "whole") for n in told) and not own.noun[:1].isupper()


def _remains(row: Frame, at: int) -> bool:
    """Whether the number is called the rest: "the remaining ten", "ten must be paid by the town itself"."""
    rest = {"remaining", "others"}
    word = at - 1
    if word >= 0 and "filler" in row.items[word].roles and not row.items[word].roles & rest:
        word -= 1
    if word >= 0 and row.items[word].roles & rest:
        return True
    stop = next((n for n in range(at + 1, len(row.items)) if row.items[n].kind in ("mark", "number")), len(row.items))
    return "own_share" in row.roles(at + 1, stop) and bool(row.roles(at, stop) & {"equals", "thereby", "or_"})


def polls(frame: Frame, previous: Frame | None) -> Iterator[Shares]:
    """Shares that make a whole: a rest is named, or the last of the answers is "undecided"."""
    if frame.every & {"results", "pro", "from_"}:
        yield from _results(frame)
    if not frame.every & {"remaining", "others", "undecided"}:
        return
    row, begin = joined(previous, frame)
    if "each" in row.every:
        return
    told = [n for n in row.numbers if is_share(row.claim(n)) and is_value(row, n)]
    for at in told:
        if at < begin or _changes(row, at):
            continue
        before = [n for n in told if n < at]
        if _of_several(row, [*before, at]):
            return
        weak = "others" in row.roles(at - 1, at) and len(before) >= 2
        if weak or near(row, at, "remaining", left=2, right=0) is not None:
            yield from _with_rest(row, at, before)
            return
        if near(row, at, "undecided", left=5, right=8) is not None and len(before) >= 2:
            yield from _answers(row, at, before[-MANY:])
            return


def _answers(row: Frame, at: int, members: list[int]) -> Iterator[Shares]:
    """The answers of one question, of which the last is "undecided"."""
    if not any(_changes(row, n) for n in members):
        claims = [row.claim(n) for n in members]
        yield Shares((*claims[-2:], row.claim(at)), tuple(claims[:-2]), False, "the answers of one question")


def _with_rest(row: Frame, at: int, before: list[int]) -> Iterator[Shares]:
    members = [n for n in before if not _changes(row, n)]
    if not members or len(members) > MANY or len(members) != len(before):
        return
    claims = [row.claim(n) for n in members]
    yield Shares((claims[-1], row.claim(at)), tuple(claims[:-1]), True, "shares and the rest of one whole")


def _changes(row: Frame, at: int) -> bool:
    return size(row, at) is not None or bool(row.roles(at - 2, at) & CHANGES)


def _results(frame: Frame) -> Iterator[Shares]:
    """Results of three parties or more in one sentence, or of the two answers to one question."""
    told = [n for n in frame.numbers if is_share(frame.claim(n)) and is_value(frame, n)]
    if "each" in frame.every or any(_changes(frame, n) for n in told) or frame.every & {"of_which", "earlier"}:
        return
    if not told or _of_several(frame, told) or _of_other(frame, told[-1]):
        return
    claims = tuple(frame.claim(n) for n in told)
    if len(told) >= LEAST:
        if ("results" in frame.every or _same_word(frame, told)) and _listed(frame, told):
            yield Shares(claims, (), False, "results of one vote")
    elif len(told) == PAIR == len(frame.numbers):
        sides = [frame.roles(n + 1, n + 5) & {"pro", "contra"} for n in told]
        if sides[0] != sides[1] and all(len(side) == 1 for side in sides):
            yield Shares(claims, (), False, "both answers to one question")


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
    between = row.items[told[0] + 1 : told[-1]]
    behind = [row.items[n + 1].roles for n in told if n + 1 < len(row.items)]
    wholes = sum("of" in roles and "from_" not in roles for roles in behind)
    start = next((n + 1 for n in range(told[0] - 1, -1, -1) if row.mark(n) in STOPS), 0)
    stop = next((n for n in range(told[-1] + 1, len(row.items)) if row.items[n].kind == "mark"), len(row.items))
    places = sum("where" in item.roles for item in row.items[start:stop])
    return wholes > 1 or places > 1 or any(item.kind == "time" or "earlier" in item.roles for item in between)
