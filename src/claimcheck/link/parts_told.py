"""Totals whose parts follow behind a colon or in the next sentence, three at least, and all of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.link.counted_again import with_bare
from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, near
from claimcheck.link.lists import has_each, has_noun, is_plain, to_end
from claimcheck.link.pairs import old_values
from claimcheck.link.parts_behind import NOT_PARTS, near_total, side_by_side, two_parts
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.link import Part, Total

LEAST, MOST, PAIR = 3, 7, 2
APART = 12
FIRST = 3
OPENS = {",": None, "–": "–", "—": "—", "(": ")"}
"""The marks before kinds of people, and the mark that closes what they open."""


def parts_told(frame: Frame, previous: Frame | None) -> Iterator[Total]:
    """The only total of a sentence with three parts or more behind it."""
    if len(frame.numbers) == LEAST - 1 and previous is not None:
        yield from two_parts(frame, previous)
    elif previous is not None and "total" in previous.every:
        yield from side_by_side(frame, previous)
    if len(frame.numbers) < LEAST:
        return
    yield from _kinds(frame)
    if "together" in frame.every:
        yield from _summed_up(frame)
    if previous is not None:
        yield from _next_sentence(frame, previous)


def behind_colon(frame: Frame) -> Iterator[Total]:
    """As in "The town spends 48 million: 30 million on the hall, 12 million on technology and 6 million on paths"."""
    if not frame.every & {"made_of"} and not any(frame.mark(at) == ":" for at in range(1, len(frame.items))):
        return
    frame = with_bare(frame)
    opens = (at for at, item in enumerate(frame.items) if frame.mark(at) == ":" or "made_of" in item.roles)
    colon = next(opens, None)
    if colon is None:
        return
    before = [n for n in frame.numbers if n < colon]
    parts = [n for n in frame.numbers if n > colon]
    if len(before) != 1 or "total" in frame.every or not _follow(frame, parts, colon):
        return
    total = before[0]
    found = _list(frame, parts, frame, total, kinds=len(parts) >= LEAST)
    if found is not None and to_end(frame, found):
        yield Total(frame.claim(total), found, True, "three parts or more behind a colon")


def _follow(frame: Frame, parts: list[int], colon: int) -> bool:
    """Whether three numbers follow the colon soon, or two at once with what they count."""
    if not parts or parts[0] - colon > FIRST + PAIR:
        return False
    return len(parts) >= LEAST or (len(parts) == PAIR and parts[0] - colon == 1 and _joined_nouns(frame, parts))


def _next_sentence(frame: Frame, previous: Frame) -> Iterator[Total]:
    """As in "The council has 40 members. 18 are from the north, 13 from the south and nine from the west"."""
    whole = _only_whole(previous)
    if whole is None or frame.every & {"rise", "fall", "open", "too"} or not LEAST <= len(frame.numbers) <= MOST:
        return
    members = list(frame.numbers)
    bracketed = all(frame.mark(n - 1) == "(" and frame.mark(n + 1) == ")" for n in members)
    if not bracketed and (members[0] >= FIRST or frame.roles(0, members[0]) & {"light", "from_"}):
        return
    found = _list(frame, members, previous, whole)
    comma = frame.mark(members[-1] - 2) == "," and not bracketed
    if found is not None and "and_" in frame.roles(members[-2], members[-1]):
        yield Total(previous.claim(whole), found, not comma, "three parts or more in the sentence behind the total")


def _only_whole(previous: Frame) -> int | None:
    """The only plain count of a sentence, if it has a noun and is no share and no change."""
    wholes = [n for n in previous.numbers if is_plain(previous, n)]
    if len(wholes) != 1 or not has_noun(previous, wholes[0]) or size(previous, wholes[0]) is not None:
        return None
    return None if dimension(previous.claim(wholes[0])) == "percent" else wholes[0]


def _list(
    frame: Frame, members: list[int], above: Frame, total: int, *, kinds: bool = False
) -> tuple[Part, ...] | None:
    """The members as parts, if every one may be a part of the total and nothing says that there are others."""
    whole = above.claim(total)
    value = measure(whole)
    if value is None or value.hedge in ("over", "under", "up_to", "at_least") or len(members) < PAIR:
        return None
    if not all(_may_be_part(frame, at, whole) for at in members):
        return None
    if not kinds and not all(_counts_like(frame, at, above, total) for at in members[1:]):
        return None
    if frame.roles(members[0], members[-1]) & NOT_PARTS or any(b - a > APART for a, b in pairwise(members)):
        return None
    parts = tuple(Part(frame.claim(at), 1) for at in members)
    return parts if near_total(whole, parts) else None


def _may_be_part(frame: Frame, at: int, whole: Claim) -> bool:
    """Whether the number is a plain value of the total's kind, no change, no old value, none for each."""
    claim = frame.claim(at)
    part = measure(claim)
    if part is None or part.number is None or not is_plain(frame, at) or not comparable(claim, whole):
        return False
    return not has_each(frame, at) and size(frame, at) is None and at not in old_values(frame)


def _counts_like(frame: Frame, at: int, above: Frame, total: int) -> bool:
    """Whether no noun tells the number from the total: its own is the same, or both count people."""
    part, value = measure(frame.claim(at)), measure(above.claim(total))
    if part is None or value is None or not part.noun or not value.noun or alike(part.noun, value.noun):
        return True
    people = value.unit == "person" or "people" in above.roles(total, total + 2)
    return people and "people" in frame.roles(at + 1, at + 2)


def _joined_nouns(frame: Frame, parts: list[int]) -> bool:
    """Whether two parts stand side by side, "eight adults and five children", and nothing else follows."""
    one, two = parts
    return (
        "and_" in frame.roles(one + 1, two)
        and two - one <= 4
        and all(item.kind == "mark" for item in frame.items[two + 2 :])
    )


def _kinds(frame: Frame) -> Iterator[Total]:
    """As in "The club has 320 members, 180 women and 160 men": kinds of people behind their number."""
    total, *members = frame.numbers
    if not PAIR <= len(members) <= 4 or frame.mark(members[0] - 1) not in OPENS or members[0] - total > 4:
        return
    if not _of_people(frame, total) or not all(has_noun(frame, at) or _named(frame, at) for at in members):
        return
    if frame.mark(members[0] - 1) == "," and _goes_on(frame, members):
        return
    found = _list(frame, members, frame, total, kinds=True)
    if found is None or "and_" not in frame.roles(members[-2], members[-1]):
        return
    close = OPENS[frame.mark(members[0] - 1)]
    if to_end(frame, found) if close is None else frame.mark(members[-1] + 2) == close:
        yield Total(frame.claim(total), found, True, "kinds of people behind their number")


def _goes_on(frame: Frame, members: list[int]) -> bool:
    """Whether the list is one of further things beside the number: "72 employees, 20 horses and 40 dogs"."""
    return all(has_noun(frame, at) and not _of_people(frame, at) for at in members)


def _of_people(frame: Frame, at: int) -> bool:
    value = measure(frame.claim(at))
    behind = next((n for n in frame.numbers if n > at), at + 3)
    return bool(frame.roles(at, min(at + 3, behind)) & {"people", "person"}) or (
        value is not None and value.unit == "person"
    )


def _named(frame: Frame, at: int) -> bool:
    """Whether one word with a capital follows, and nothing else: "139 Norwegians,"."""
    noun, behind = frame.items[at + 1 : at + 2], frame.items[at + 2 : at + 3]
    return (
        bool(noun and behind) and noun[0].text[:1].isupper() and (behind[0].kind == "mark" or "and_" in behind[0].roles)
    )


def _summed_up(frame: Frame) -> Iterator[Total]:
    """As in "12 million on roads, 8 million on schools and 3 million on paths, for a total of 25 million"."""
    total = frame.numbers[-1]
    members = [n for n in frame.numbers[:-1] if comparable(frame.claim(n), frame.claim(total))]
    if len(members) < LEAST or near(frame, total, "together", left=4, right=2) is None:
        return
    if frame.mark(total - 2) == "" and frame.mark(total - 3) == "" and frame.mark(total - 4) == "":
        return
    found = _list(frame, members, frame, total)
    if found is not None and "and_" in frame.roles(members[-2], members[-1]):
        yield Total(frame.claim(total), found, True, "a sum behind three parts or more")
