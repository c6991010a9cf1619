"""Votes and series of games: both sides, the stated margin, who won, and in which game."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.link.frame import Frame, is_value, near, only, word_of
from claimcheck.link.rows import with_bare
from claimcheck.model import Claim, Span
from claimcheck.model.figures import Games, Votes
from claimcheck.model.span import Word
from claimcheck.statements.dimension import ends, number, unit

SCORE = r"([0-9]{1,4})[-–]([0-9]{1,4})"
SPREAD = r"([^\W_]{1,9}) [^\W\d_]{2,3} ([^\W_]{1,9})"
DIGITS = re.compile(r"[0-9]{1,4}")
CLOSE = 6
TWO_SIDES = "two numbers of votes and the margin between them"
WON = ("accepted", "rejected", "amount_of", "by")
Pair = tuple[Word, Word, tuple[int, int], int, int]
"""Both sides, their numbers, and the positions of the first and the last item."""


def votes(frame: Frame) -> Iterator[Votes]:
    """The only pair of votes of a sentence, with its margin or with the word that says how it went."""
    if not frame.every & {"voting", "margin"}:
        return
    frame = with_bare(frame)  # the two sides of a vote are no quantities of their own
    found = list(pairs_of_votes(frame))
    if frame.every & {"margin", "by"}:
        yield from _margins(frame, found)
    kind = frame.every & {"accepted", "rejected"}
    if len(found) == 1 and len(kind) == 1 and "voting" in frame.every:
        at = frame.find(kind)[0]
        word, reason = word_of(frame, at, at + 1), "votes for and against and how it went"
        yield Votes(*found[0][:3], None, word, "accepted" in kind, reason)


def pairs_of_votes(frame: Frame) -> Iterator[Pair]:
    """Two numbers of votes side by side: "52 to 47", "52 votes to 47", "52-47"."""
    for one, two in pairwise(frame.numbers):
        sides = _sides(frame, one, two)
        if sides is not None and _plain(frame, one, two) and _against(frame, one, two):
            yield *sides, one, two
    if "voting" not in frame.every:
        return
    for at in frame.numbers:
        if (spread := _spread(frame.claim(at))) is not None:
            yield *spread, at, at
    for left, right, at in _scores(frame):
        yield left, right, (int(left.text), int(right.text)), at, at


def _sides(frame: Frame, one: int, two: int) -> tuple[Word, Word, tuple[int, int]] | None:
    """Two whole numbers as the sides of a vote."""
    first, second = _whole(frame.claim(one)), _whole(frame.claim(two))
    if first is None or second is None:
        return None
    return word_of(frame, one, one + 1), word_of(frame, two, two + 1), (int(first), int(second))


def _against(frame: Frame, one: int, two: int) -> bool:
    """Whether both are numbers of votes, and the second stands against the first."""
    if "voting" not in frame.roles(one + 1, two + 4) | frame.roles(one - 3, one):
        return False
    if "versus" in frame.roles(one + 1, two + 1):
        return True
    sides = "voting" in frame.roles(one + 1, one + 2) and "voting" in frame.roles(two + 1, two + 2)
    return sides and "and_" in frame.roles(one + 1, two)


def _spread(claim: Claim) -> tuple[Word, Word, tuple[int, int]] | None:
    """The two sides of what was read as a range: "52 zu 47"."""
    told, match = ends(claim), re.compile(SPREAD).fullmatch(claim.text)
    if told is None or match is None or claim.type != "quantity" or unit(claim) is not None:
        return None
    left = Word(Span(claim.span.start, claim.span.start + match.end(1)), match.group(1))
    right = Word(Span(claim.span.start + match.start(2), claim.span.end), match.group(2))
    return left, right, (int(told[0]), int(told[1]))


def _apposed(frame: Frame, last: int, at: int) -> bool:
    """Whether the margin is told at once: behind a mark, or the whole way, only small words stand before it."""
    marks = [n for n in range(last + 1, at) if frame.mark(n) not in ("", "-")]
    start = marks[-1] + 1 if marks else last + 1
    noun = next((n for n in range(start, at) if "margin" in frame.items[n].roles), at)
    return all(
        item.kind == "word" and item.roles & {"light", "filler", "article", "margin", "equals", "voting", "place", *WON}
        for item in frame.items[start:noun]
    )


def _scores(frame: Frame) -> Iterator[tuple[Word, Word, int]]:
    """Every "52-47" and "52:47", as its two numbers and the position where it ends."""
    for at, item in enumerate(frame.items):
        match = re.compile(SCORE).fullmatch(item.text) if item.kind == "word" else None
        if match is not None:
            left = Word(Span(item.start, item.start + match.end(1)), match.group(1))
            right = Word(Span(item.start + match.start(2), item.end), match.group(2))
            yield left, right, at
        elif frame.mark(at) == ":" and 0 < at < len(frame.items) - 1:
            one, two = frame.items[at - 1], frame.items[at + 1]
            close = one.end == item.start and two.start == item.end
            if close and DIGITS.fullmatch(one.text) and DIGITS.fullmatch(two.text):
                yield word_of(frame, at - 1, at), word_of(frame, at + 1, at + 2), at + 1


def _plain(frame: Frame, one: int, two: int) -> bool:
    """Whether nothing but the word that sets them against each other stands between two numbers."""
    between = frame.items[one + 1 : two]
    joint = (item.text == "-" or (item.kind == "word" and item.roles & {"versus", "voting"}) for item in between)
    return len(between) <= 3 and all(joint)


def _whole(claim: Claim) -> Decimal | None:
    value = number(claim)
    if value is None or claim.type != "quantity" or unit(claim) is not None:
        return None
    return value if value > 0 and value == value.to_integral_value() else None


def _margins(frame: Frame, found: list[Pair]) -> Iterator[Votes]:
    """The margin of the only pair of votes, of the only score, or of two numbers of votes told apart."""
    at = _margin(frame)
    if at is None or "needed" in frame.every or _whole(frame.claim(at)) is None:
        return
    others = [n for n in frame.numbers if n != at]
    if len(found) == 1 and _margin_of(frame, found[0], at, others):
        yield Votes(*found[0][:3], frame.claim(at), None, False, TWO_SIDES)
    else:
        yield from _margin_of_score(frame, at, others, found)


def _margin(frame: Frame) -> int | None:
    """The only number that is called a margin, or the first one if it is said "by … votes"."""
    told = [n for n in frame.numbers if _is_count(frame, n) and near(frame, n, "margin", left=4, right=3) is not None]
    if told or not frame.numbers:
        return only(told)
    first = frame.numbers[0]
    return first if frame.before(first, "by") and "voting" in frame.roles(first + 1, first + 2) else None


def _is_count(frame: Frame, at: int) -> bool:
    """Whether a number counts votes or says not what it counts."""
    return is_value(frame, at) and (frame.value(at).noun is None or "voting" in frame.roles(at + 1, at + 3))


def _margin_of(frame: Frame, pair: Pair, at: int, others: list[int]) -> bool:
    """Whether the margin stands in apposition behind the pair, or right before it."""
    first, last = pair[3], pair[4]
    if last < at:
        return _apposed(frame, last, at) and all(first <= n <= last for n in others)
    return first > at and frame.before(at, "by") and frame.mark(first - 1) == ","


def _margin_of_score(frame: Frame, at: int, others: list[int], found: list[Pair]) -> Iterator[Votes]:
    """The margin of the only score before it, or of the only two numbers of votes before it."""
    score = only([score for score in _scores(frame) if score[2] < at])
    if score is not None and not others and not found and _apposed(frame, score[2], at):
        one, two, _ = score
        pair = (int(one.text), int(two.text))
        yield Votes(one, two, pair, frame.claim(at), None, False, "a score and the margin")
    elif len(others) == 2 and others[-1] < at and (sides := _of_votes(frame, at, *others)) is not None:
        yield Votes(*sides, frame.claim(at), None, False, TWO_SIDES)


def _of_votes(frame: Frame, at: int, one: int, two: int) -> tuple[Word, Word, tuple[int, int]] | None:
    """The sides of a margin of votes; "52 votes to 47, and two years ago by nine" is of others."""
    if "voting" not in frame.roles(one, one + 2) or "and_" in frame.roles(two + 1, at):
        return None
    said = "voting" in frame.roles(at, at + 2) or (_apposed(frame, two, at) and frame.mark(at + 1) != "")
    return _sides(frame, one, two) if said else None


def games(frame: Frame) -> Iterator[Games]:
    """As in "won the series 4-3 with a victory in game seven"."""
    if not {"series_of", "game_no"} <= frame.every:
        return
    scores = list(_scores(frame))
    named = [at for at, item in enumerate(frame.items[:-1]) if "game_no" in item.roles and _number(frame, at + 1)]
    if len(scores) == 1 and len(named) == 1:
        one, two, _ = scores[0]
        number = _number(frame, named[0] + 1)
        assert number is not None
        score = Word(Span(one.span.start, two.span.end), f"{one.text}:{two.text}")
        pair = (int(one.text), int(two.text))
        game = word_of(frame, named[0], named[0] + 2)
        yield Games(score, pair, game, number, "a result and the game that ended the series")


def _number(frame: Frame, at: int) -> int | None:
    item = frame.items[at]
    if item.kind == "number":
        whole = _whole(frame.claim(at))
        return None if whole is None else int(whole)
    for role in item.roles:
        if role.startswith("cardinal:"):
            return int(role.removeprefix("cardinal:"))
    return None
