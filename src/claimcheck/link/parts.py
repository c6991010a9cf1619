"""Totals whose parts follow behind a colon or in the next sentence, and all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import near, one_noun
from claimcheck.link.lists import has_each, has_noun, is_plain, to_end
from claimcheck.link.pairs import old_values
from claimcheck.link.rows import with_bare
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.link import Part, Total
from claimcheck.statements.dimension import comparable, dimension, hedged, noun, number
from claimcheck.statements.words import alike

APART = 12
FIRST = 3
OPENS = {",": None, "–": "–", "—": "—", "(": ")"}
"""The marks before kinds of people, and the mark that closes what they open."""
OPEN = ("over", "under", "up_to", "at_least")
NEAR = Decimal("0.2")
NOT_PARTS = frozenset({"open", "each", "of_which", "besides", "more", "less", "remaining", "earlier", "too", "both"})
OTHERS = (NOT_PARTS | {"rise", "fall"}) - {"besides"}


LEAST, MOST, PAIR = 3, 7, 2


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
    if "made_of" not in frame.every and frame.next_mark(1, ":") == len(frame.items):
        return
    row = with_bare(frame)
    colon = min([row.next_mark(0, ":"), *row.find({"made_of"})])
    total, parts = only(row.ahead(colon)), row.behind(colon)
    if total is None or "total" in row.every or not _follow(row, parts, colon):
        return
    found = _list(row, parts, row, total, kinds=len(parts) >= LEAST)
    if found is not None and to_end(row, found):
        yield Total(row.claim(total), found, True, "three parts or more behind a colon")


def _follow(frame: Frame, parts: list[int], colon: int) -> bool:
    """Whether three numbers follow the colon soon, or two at once with what they count."""
    if not parts or parts[0] - colon > FIRST + PAIR:
        return False
    return len(parts) >= LEAST or (len(parts) == PAIR and parts[0] - colon == 1 and _joined_nouns(frame, parts))


def _next_sentence(frame: Frame, previous: Frame) -> Iterator[Total]:
    """As in "The council has 40 members. 18 are from the north, 13 from the south and nine from the west"."""
    whole, members = _only_whole(previous), list(frame.numbers)
    if whole is None or frame.every & {"rise", "fall", "open", "too"} or not LEAST <= len(members) <= MOST:
        return
    bracketed = all(frame.bracketed(n) for n in members)
    if not bracketed and (members[0] >= FIRST or frame.roles(0, members[0]) & {"light", "from_"}):
        return
    found = _list(frame, members, previous, whole)
    if found is not None and "and_" in frame.roles(members[-2], members[-1]):
        complete = bracketed or frame.mark(members[-1] - 2) != ","
        yield Total(previous.claim(whole), found, complete, "three parts or more in the sentence behind the total")


def _only_whole(previous: Frame) -> int | None:
    """The only plain count of a sentence, if it has a noun and is no share and no change."""
    whole = only([n for n in previous.numbers if is_plain(previous, n)])
    if whole is None or not has_noun(previous, whole) or size(previous, whole) is not None:
        return None
    return None if dimension(previous.claim(whole)) == "percent" else whole


def _list(
    frame: Frame, members: list[int], above: Frame, total: int, *, kinds: bool = False
) -> tuple[Part, ...] | None:
    """The members as parts, if every one may be a part of the total and nothing says that there are others."""
    whole = above.claim(total)
    if len(members) < PAIR or _scattered(frame, members):
        return None
    fit = all(_may_be_part(frame, at, whole) for at in members)
    if not fit or not (kinds or all(_counts_like(frame, at, above, total) for at in members[1:])):
        return None
    parts = tuple(Part(frame.claim(at), 1) for at in members)
    return parts if near_total(whole, parts) else None


def _scattered(frame: Frame, members: list[int]) -> bool:
    """Whether words say that there are others, or two members stand far from each other."""
    return bool(frame.roles(members[0], members[-1]) & NOT_PARTS) or any(b - a > APART for a, b in pairwise(members))


def _may_be_part(frame: Frame, at: int, whole: Claim) -> bool:
    """Whether the number is a plain value of the total's kind, no change, no old value, none for each."""
    claim = frame.claim(at)
    if number(claim) is None or not is_plain(frame, at) or not comparable(claim, whole) or hedged(whole) in OPEN:
        return False
    return not has_each(frame, at) and size(frame, at) is None and at not in old_values(frame)


def _counts_like(frame: Frame, at: int, above: Frame, total: int) -> bool:
    """Whether no noun tells the number from the total: its own is the same, or both count people."""
    if one_noun(frame.claim(at), above.claim(total)):
        return True
    people = above.value(total).unit == "person" or "people" in above.roles(total, total + 2)
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
    opening = frame.mark(members[0] - 1)
    if not PAIR <= len(members) <= 4 or opening not in OPENS or members[0] - total > 4:
        return
    if not _of_people(frame, total) or not _are_kinds(frame, members, opening):
        return
    found = _list(frame, members, frame, total, kinds=True)
    if found is None or "and_" not in frame.roles(members[-2], members[-1]):
        return
    close = OPENS[opening]
    if to_end(frame, found) if close is None else frame.mark(members[-1] + 2) == close:
        yield Total(frame.claim(total), found, True, "kinds of people behind their number")


def _are_kinds(frame: Frame, members: list[int], opening: str) -> bool:
    """Whether each has a noun or a name; "72 employees, 20 horses and 40 dogs" are further things beside the number."""
    if opening == "," and all(has_noun(frame, at) and not _of_people(frame, at) for at in members):
        return False
    return all(has_noun(frame, at) or _named(frame, at) for at in members)


def _of_people(frame: Frame, at: int) -> bool:
    behind = frame.following(at)
    near = frame.roles(at, at + 3 if behind is None else min(at + 3, behind))
    return bool(near & {"people", "person"}) or frame.value(at).unit == "person"


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


def near_total(total: Claim, parts: tuple[Part, ...]) -> bool:
    """Whether the sum is within a fifth of the total: farther off the list is one of other things."""
    whole = number(total)
    return whole is not None and abs(sum(number(part.claim) or 0 for part in parts) - whole) <= whole * NEAR


def two_parts(frame: Frame, previous: Frame) -> Iterator[Total]:
    """As in "Eleven were added over the weekend. Seven came on Saturday, another four on Sunday"."""
    whole = only([n for n in previous.numbers if is_plain(previous, n)])
    one, two = frame.numbers
    if whole is None or not has_noun(previous, whole) or "again" not in frame.every or frame.every & OTHERS:
        return
    total, claims = previous.claim(whole), (frame.claim(one), frame.claim(two))
    plain = all(is_plain(frame, at) and size(frame, at) is None for at in (one, two))
    if plain and {"again", "and_"} & frame.roles(two - 2, two) and _of_one_noun(total, *claims):
        yield from _summed(total, claims, "two parts in the sentence behind the total")


def _summed(total: Claim, claims: Sequence[Claim], reason: str) -> Iterator[Total]:
    """The total and its parts, where they are of one kind and near it."""
    parts = tuple(Part(claim, 1) for claim in claims)
    if all(comparable(claim, total) for claim in claims) and near_total(total, parts):
        yield Total(total, parts, True, reason)


def _of_one_noun(total: Claim, one: Claim, two: Claim) -> bool:
    """Whether the nouns tell of one thing; "twelve pupils. Two teachers and nine more pupils" are others."""
    if any(hedged(claim) for claim in (total, one, two)):
        return False
    whole, first, own = noun(total), noun(one), noun(two)
    if own and not (alike(own, first) or alike(own, whole)):
        return False
    return not (whole and first and own) or alike(first, whole)


def side_by_side(frame: Frame, previous: Frame) -> Iterator[Total]:
    """As in "In all there were 4.3 million. Those of guests fell to 0.5 million, those of locals to 3.8 million"."""
    whole = only([n for n in previous.numbers if is_plain(previous, n) and has_noun(previous, n)])
    to = _two_ends(frame)
    if whole is not None and to and not frame.every & {"too", "open"} and near_words(previous, whole):
        yield from _summed(previous.claim(whole), to, "two parts told alike behind their total")


def _two_ends(frame: Frame) -> list[Claim]:
    """The two values behind "to", where all other numbers are shares."""
    to = [n for n in frame.numbers if frame.before(n, "to") and is_plain(frame, n)]
    others = {dimension(frame.claim(n)) for n in frame.numbers if n not in to}
    return [frame.claim(n) for n in to] if len(to) == 2 and others <= {"percent"} else []


def near_words(frame: Frame, at: int) -> bool:
    """Whether a word such as "in all" belongs to the number, and the number is no change."""
    return "total" in frame.roles(0, at) and size(frame, at) is None and not frame.every & {"rise", "fall", "by"}
