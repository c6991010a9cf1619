"""The sets of a match: "in two sets 6:4, 3:6, 7:5", where three scores follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.link.dimension import measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import word_of
from claimcheck.model.figures import Listed

WHOLE = re.compile(r"[0-9]{1,2}[-–][0-9]{1,2}")
DIGITS = re.compile(r"[0-9]{1,2}")
LEAST, MOST = 2, 5
BRACKET = 5


def set_scores(frame: Frame) -> Iterator[Listed]:
    """The only number of sets of a sentence, said with "in", and the only row of scores."""
    if "sets" not in frame.every:
        return
    told = [
        n
        for n in frame.numbers
        if "sets" in frame.roles(n + 1, n + 2) and "where" in frame.roles(n - 1, n) and _small(frame, n)
    ]
    found = list(_runs(frame))
    if len(told) == 1 == len(found):
        start, stop, count = found[0]
        words = word_of(frame, start, stop)
        yield Listed(frame.claim(told[0]), words, (count,), "a number of sets and their scores")


def _small(frame: Frame, at: int) -> bool:
    value = measure(frame.claim(at))
    return value is not None and value.number is not None and value.hedge is None and LEAST <= value.number <= MOST


def _runs(frame: Frame) -> Iterator[tuple[int, int, int]]:
    """Every row of two scores or more: where it begins and ends, and how many there are."""
    at = 0
    while at < len(frame.items):
        start = at
        stop = count = 0
        while (end := _score(frame, at)) is not None:
            stop, count = end, count + 1
            joined = end < len(frame.items) and (frame.mark(end) == "," or "and_" in frame.items[end].roles)
            at = end + 1 if joined else end
        if count >= LEAST:
            yield start, stop, count
        at = max(at, start + 1)


def _score(frame: Frame, at: int) -> int | None:
    """Where a score that begins here ends, that of its tie-break in brackets included."""
    row = frame.items[at : at + 3]
    if row and WHOLE.fullmatch(row[0].text):
        end = at + 1
    elif len(row) == 3 and row[1].text in (":", "-", "–") and all(DIGITS.fullmatch(each.text) for each in row[::2]):
        end = at + 3
    else:
        return None
    if frame.mark(end) != "(":
        return end
    return next((n + 1 for n in range(end, min(len(frame.items), end + BRACKET)) if frame.mark(n) == ")"), end)
