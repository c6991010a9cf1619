"""Shares and their wholes: a whole that words name, and shares that make one together."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.frame import Frame, is_count, joined, near, only, shares_of
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.figures import ShareOfCount, Shares
from claimcheck.statements.dimension import exact, whole

MOST = 60
SOON = 5
CLAUSE = 14
PEOPLE = frozenset({"people", "person", "member"})


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


MANY = 5
LEAST, PAIR = 3, 2
STOPS = (".", "!", "?", ";", ":")
CHANGES = frozenset({"rise", "fall", "by"})


REST = frozenset({"remaining", "others"})


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
    quota = any({"share_noun", "stake"} & frame.roles(n - 3, n) == {"share_noun"} for n in told)  # "on a turnout of"
    return quota or _of_several(frame, told) or _of_other(frame, told[-1])


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
