"""Votes and series of games: both sides, the stated margin, who won, and in which game."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_value, near, word_of
from claimcheck.model import Claim, Span
from claimcheck.model.figures import Games, Votes
from claimcheck.model.word import Word

SCORE = re.compile(r"([0-9]{1,4})[-–]([0-9]{1,4})")
SPREAD = re.compile(r"([^\W_]{1,9}) [^\W\d_]{2,3} ([^\W_]{1,9})")
DIGITS = re.compile(r"[0-9]{1,4}")
CLOSE = 6
TWO_SIDES = "two numbers of votes and the margin between them"
WON = ("accepted", "rejected", "amount_of", "by")
Pair = tuple[Word, Word, tuple[int, int], int, int]
"""Both sides, their numbers, and the positions of the first and the last item."""


def votes(frame: Frame, previous: Frame | None = None) -> Iterator[Votes]:
    """The only pair of votes of a sentence, with its margin or with the word that says how it went."""
    if not frame.every & {"voting", "margin"}:
        return
    found = list(pairs_of_votes(frame))
    if "margin" in frame.every and previous is not None and not found:
        yield from _told_before(frame, previous)
    if frame.every & {"margin", "by"}:
        yield from _margins(frame, found)
    if len(found) != 1:
        return
    one, two, numbers, _, _ = found[0]
    kind = frame.every & {"accepted", "rejected"}
    if len(kind) != 1 or "voting" not in frame.every:
        return
    at = next(n for n, item in enumerate(frame.items) if kind & item.roles)
    word = word_of(frame, at, at + 1)
    yield Votes(one, two, numbers, None, word, "accepted" in kind, "votes for and against and how it went")


def pairs_of_votes(frame: Frame) -> Iterator[Pair]:
    """Two numbers of votes side by side: "52 to 47", "52 votes to 47", "52-47"."""
    for one, two in zip(frame.numbers, frame.numbers[1:], strict=False):
        first, second = _whole(frame.claim(one)), _whole(frame.claim(two))
        if first is None or second is None or two - one > CLOSE or not _plain(frame, one, two):
            continue
        spoken = "voting" in frame.roles(one + 1, two + 4) or "voting" in frame.roles(one - 3, one)
        if spoken and _against(frame, one, two):
            yield _word(frame, one), _word(frame, two), (int(first), int(second)), one, two
    if "voting" not in frame.every:
        return
    for at in frame.numbers:
        if (spread := _spread(frame.claim(at))) is not None:
            yield *spread, at, at
    for left, right, at in _scores(frame):
        yield left, right, (int(left.text), int(right.text)), at, at


def _against(frame: Frame, one: int, two: int) -> bool:
    """Whether the second number of votes stands against the first."""
    if "versus" in frame.roles(one + 1, two) or "versus" in frame.items[two].roles:
        return True
    sides = "voting" in frame.roles(one + 1, one + 2) and "voting" in frame.roles(two + 1, two + 2)
    return sides and "and_" in frame.roles(one + 1, two)


def _spread(claim: Claim) -> tuple[Word, Word, tuple[int, int]] | None:
    """The two sides of what was read as a range: "52 zu 47"."""
    value, match = measure(claim), SPREAD.fullmatch(claim.text)
    if value is None or value.number is not None or value.unit is not None or claim.type != "quantity":
        return None
    if match is None or value.low is None or value.high is None:
        return None
    left = Word(Span(claim.span.start, claim.span.start + match.end(1)), match.group(1))
    right = Word(Span(claim.span.start + match.start(2), claim.span.end), match.group(2))
    return left, right, (int(value.low), int(value.high))


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
        match = SCORE.fullmatch(item.text) if item.kind == "word" else None
        if match is not None:
            left = Word(Span(item.start, item.start + match.end(1)), match.group(1))
            right = Word(Span(item.start + match.start(2), item.end), match.group(2))
            yield left, right, at
        elif frame.mark(at) == ":" and 0 < at < len(frame.items) - 1:
            one, two = frame.items[at - 1], frame.items[at + 1]
            if (
                one.end == item.start
                and two.start == item.end
                and DIGITS.fullmatch(one.text)
                and DIGITS.fullmatch(two.text)
            ):
                yield Word(Span(one.start, one.end), one.text), Word(Span(two.start, two.end), two.text), at + 1


def _plain(frame: Frame, one: int, two: int) -> bool:
    between = frame.items[one + 1 : two]
    return (
        all((item.kind == "word" and (item.roles & {"versus", "voting"})) or item.text == "-" for item in between)
        and len(between) <= 3
    )


def _word(frame: Frame, at: int) -> Word:
    claim = frame.claim(at)
    return Word(claim.span, claim.text)


def _whole(claim: Claim) -> Decimal | None:
    value = measure(claim)
    if value is None or value.number is None or claim.type != "quantity" or value.unit is not None:
        return None
    return value.number if value.number == value.number.to_integral_value() and value.number > 0 else None


def _margins(frame: Frame, found: list[Pair]) -> Iterator[Votes]:
    """The margin of the only pair of votes, of the only score, or of two numbers of votes told apart."""
    told = [n for n in frame.numbers if is_value(frame, n) and near(frame, n, "margin", left=4, right=3) is not None]
    told = told or [n for n in frame.numbers[:1] if frame.before(n, "by") and "voting" in frame.roles(n + 1, n + 2)]
    if len(told) != 1 or "needed" in frame.every or _whole(frame.claim(told[0])) is None:
        return
    at = told[0]
    others = [n for n in frame.numbers if n != at]
    if len(found) == 1 and _margin_of(frame, found[0], at, others):
        one, two, pair, _, _ = found[0]
        yield Votes(one, two, pair, frame.claim(at), None, False, TWO_SIDES)
    else:
        yield from _margin_of_score(frame, at, others, found)


def _margin_of(frame: Frame, pair: Pair, at: int, others: list[int]) -> bool:
    """Whether the margin stands in apposition behind the pair, or right before it."""
    first, last = pair[3], pair[4]
    if last < at:
        return _apposed(frame, last, at) and all(first <= n <= last for n in others)
    return first > at and frame.before(at, "by") and frame.mark(first - 1) == ","


def _margin_of_score(frame: Frame, at: int, others: list[int], found: list[Pair]) -> Iterator[Votes]:
    """The margin of the only score before it, or of the only two numbers of votes before it."""
    margin = frame.claim(at)
    scores = [score for score in _scores(frame) if score[2] < at]
    if len(scores) == 1 and not others and not found and _apposed(frame, scores[0][2], at):
        one, two, _ = scores[0]
        yield Votes(one, two, (int(one.text), int(two.text)), margin, None, False, "a score and the margin")
    elif len(others) == 2 and others[-1] < at and "voting" in frame.roles(others[0], others[0] + 2):
        first, second = (_whole(frame.claim(n)) for n in others)
        apposed = _apposed(frame, others[-1], at) and frame.mark(at + 1) != ""
        if "and_" in frame.roles(others[-1] + 1, at):
            return  # "52 votes to 47, and two years ago by nine": of another vote
        if first is not None and second is not None and ("voting" in frame.roles(at, at + 2) or apposed):
            one, two = (_word(frame, n) for n in others)
            yield Votes(one, two, (int(first), int(second)), margin, None, False, TWO_SIDES)


def _told_before(frame: Frame, previous: Frame) -> Iterator[Votes]:
    """As in "Roth got 5210 votes, Kern 4890. In the end 320 votes lay between them": the only two before."""
    told = [n for n in frame.numbers if is_value(frame, n)]
    sides = [n for n in previous.numbers if is_value(previous, n)]
    if len(told) != 1 or len(frame.numbers) != 1 or len(sides) != 2 or len(previous.numbers) != 2:
        return
    first, second = (_whole(previous.claim(n)) for n in sides)
    spoken = "voting" in previous.roles(sides[0], sides[0] + 2) and "voting" in frame.roles(told[0], told[0] + 2)
    if first is None or second is None or not spoken or "needed" in frame.every or _whole(frame.claim(told[0])) is None:
        return
    one, two = (_word(previous, n) for n in sides)
    reason = "two numbers of votes and the margin in the next sentence"
    yield Votes(one, two, (int(first), int(second)), frame.claim(told[0]), None, False, reason)


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
