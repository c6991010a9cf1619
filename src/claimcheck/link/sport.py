"""Matches: a score at half-time and at the end, wins and draws and the points they bring."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.link.bare import with_bare
from claimcheck.link.dimension import dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import joined
from claimcheck.link.rows import row_of
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.report import Article
from claimcheck.model.sport import Progress, Record
from claimcheck.model.word import Word

SCORE = re.compile(r"(?<![\w:.,/–-])(\d{1,3})([:–-])(\d{1,3})(?![\d:/]|[.,]\d|[-–]\d| ?Uhr)")
NEAR = 9
RESULTS = ("wins", "draws", "losses")
REACH = 60
MATCHES = 80


class Score(NamedTuple):
    """A score with its place; `sentence` is its number in the article."""

    word: Word
    pair: tuple[int, int]
    sentence: int


def progresses(article: Article, relations: dict[str, Any]) -> Iterator[Progress]:
    """A score at half-time and the only other one of its sentence or the next, called the result."""
    document = article.document
    low = document.prose.lower()
    if not any(word in low for word in relations["half_time"]):
        return
    starts = [sentence.start for sentence in document.sentences]
    scores: dict[int, list[Score]] = {}
    for match in SCORE.finditer(document.prose):
        index = bisect_right(starts, match.start()) - 1
        word = Word(Span(match.start(), match.end()), match.group())
        scores.setdefault(index, []).append(Score(word, (int(match.group(1)), int(match.group(3))), index))
    for index in sorted(scores):
        row = row_of(document.prose, document.sentences[index], relations["phrases"]) if index >= 0 else None
        if row is None or "half_time" not in row.every:
            continue
        told = [*scores[index], *scores.get(index + 1, [])]
        if len(told) != 2:
            continue
        pauses = [item.start for item in row.items if "half_time" in item.roles]
        early = min(scores[index], key=lambda score: min(abs(score.word.span.start - at) for at in pauses))
        late = next(score for score in told if score is not early)
        words = (
            row
            if late.sentence == index
            else row_of(document.prose, document.sentences[late.sentence], relations["phrases"])
        )
        if "result" in words.every and min(abs(early.word.span.start - at) for at in pauses) <= REACH * 2:
            yield Progress(early.word, late.word, early.pair, late.pair, "a score at half-time and one at the end")


def records(frame: Frame, previous: Frame | None) -> Iterator[Record]:
    """Wins, draws and defeats side by side, with their points or the number of matches."""
    if not {"wins", "draws"} <= frame.every or "deducted" in frame.every:
        return
    row, _ = joined(previous, with_bare(frame)) if "score_points" not in frame.every else (with_bare(frame), 0)
    found = [_one(row, role) if (at := _after(row, role)) is None else at for role in RESULTS]
    positions = [n for n in found if n is not None]
    if len(positions) != len(RESULTS) or max(positions) - min(positions) > NEAR:
        return
    points, games = _after(row, "score_points"), _after(row, "matches")
    if points is not None and _parted(row, [points, *positions]):
        return
    if games is not None and not row.roles(games - 2, games) & {"of", "from_", "place"}:
        games = None
    if points is None and games is None:
        return
    wins, draws, losses = (_claim(row, n) for n in positions)
    told = [None if at is None else row.claim(at) for at in (points, games)]
    yield Record((wins, draws, losses), told[0], told[1], "results, and their points or number")


def _parted(row: Frame, positions: list[int]) -> bool:
    """Whether a date or a semicolon stands between them."""
    between = row.items[min(positions) : max(positions)]
    return any(item.kind == "time" or item.text == ";" for item in between)


def _one(row: Frame, role: str) -> int | None:
    """The article of "a defeat", which counts one."""
    found = [n for n in range(1, len(row.items)) if role in row.items[n].roles and "article" in row.items[n - 1].roles]
    return found[0] - 1 if len(found) == 1 else None


def _claim(row: Frame, at: int) -> Claim:
    item = row.items[at]
    single = Claim("quantity", Span(item.start, item.end), item.text, Measure(Decimal(1)))
    return row.claim(at) if item.kind == "number" else single


def _after(row: Frame, role: str) -> int | None:
    """The only number that stands right before a word with the role, at most one word between."""
    found = [n for n in row.numbers if _small(row, n) and role in row.roles(n + 1, n + 3) and not _taken(row, n, role)]
    return found[0] if len(found) == 1 else None


def _taken(row: Frame, at: int, role: str) -> bool:
    """Whether another number stands between this one and the word."""
    return row.items[at + 1].kind in ("number", "mark") if role not in row.roles(at + 1, at + 2) else False


def _small(row: Frame, at: int) -> bool:
    value = measure(row.claim(at))
    plain = value is not None and value.number is not None and value.hedge is None and value.number <= MATCHES * 3
    return plain and dimension(row.claim(at)) in ("", "?")
