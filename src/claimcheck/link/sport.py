"""Results that follow from each other: sets and goals that only grow, records of seasons, gaps of times."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.link.counted_again import with_bare
from claimcheck.link.dimension import dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import joined, word_of
from claimcheck.link.rows import row_of
from claimcheck.model import Claim, Duration, Measure, Span
from claimcheck.model.figures import Listed
from claimcheck.model.report import Article
from claimcheck.model.sport import Gap, Progress, Record
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


CLOCK = re.compile(r"(?<![\w:.,-])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?![\w:]|[.,]\d| ?Uhr| ?[ap]\.?m)")
ISO = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?")
SMALL = Decimal(600)


class Time(NamedTuple):
    """A time of a race: its place and the seconds it may stand for; `exact` where it has no decimals."""

    word: Word
    seconds: tuple[Decimal, ...]
    exact: bool


def races(article: Article, phrases: dict[str, list[list[object]]]) -> Iterator[Gap]:
    """The only two times of one or two sentences, and the only gap that words call one."""
    gaps = [claim for claim in article.claims if _gap_seconds(claim) is not None]
    prose, sentences = article.document.prose, article.document.sentences
    if not gaps:
        return
    clocks = [_clock(match) for match in CLOCK.finditer(prose)]
    times = [*clocks, *(time for claim in article.claims if (time := _spoken(claim)) is not None)]
    if len(times) < 2:
        return
    starts = [sentence.start for sentence in sentences]
    for gap in gaps:
        index = bisect_right(starts, gap.span.start) - 1
        if index < 0:
            continue
        row = row_of(prose, sentences[index], phrases)
        if "apart" not in row.every:
            continue
        found = _two(times, gap, sentences[max(0, index - 1) : index + 1])
        if found is not None:
            one, two = found
            apart = sorted(
                {abs(a - b) for a in one.seconds for b in two.seconds if len(one.seconds) == len(two.seconds)}
            )
            exact = one.exact and two.exact
            yield Gap(one.word, two.word, gap, tuple(apart), exact, "two times and the gap between them")


def _two(times: Sequence[Time], gap: Claim, spans: Sequence[Span]) -> tuple[Time, Time] | None:
    """The only two times of a stretch that are far larger than the gap."""
    value = _gap_seconds(gap)
    inside = [time for time in times if any(span.covers(time.word.span) for span in spans)]
    inside = [time for time in inside if not time.word.span.touches(gap.span) and value is not None]
    larger = [time for time in inside if value is not None and time.seconds[0] > value * 2]
    return (larger[0], larger[1]) if len(larger) == 2 == len(inside) else None


def _clock(match: re.Match[str]) -> Time:
    hours, minutes, seconds, part = match.groups()
    tail = Decimal(f"0.{part}") if part else Decimal(0)
    word = Word(Span(match.start(), match.end()), match.group())
    if hours:
        return Time(word, (Decimal(hours) * 3600 + Decimal(minutes) * 60 + Decimal(seconds) + tail,), not part)
    found = Decimal(minutes) * 60 + Decimal(seconds) + tail
    return Time(word, (found,) if part else (found, found * 60), not part)


def _spoken(claim: Claim) -> Time | None:
    """A length of time in hours, minutes and seconds, or in seconds with decimals; one with colons is read as such."""
    value = claim.value
    written = isinstance(value, Duration) and not CLOCK.search(claim.text)
    match = ISO.fullmatch(value.iso or "") if isinstance(value, Duration) and written else None
    if match is None:
        return None
    hours, minutes, seconds = (Decimal(part) if part else Decimal(0) for part in match.groups())
    several = sum(part is not None for part in match.groups()) > 1
    if not several and (not seconds or seconds == seconds.to_integral_value()):
        return None
    exact = seconds == seconds.to_integral_value()
    return Time(Word(claim.span, claim.text), (hours * 3600 + minutes * 60 + seconds,), exact)


def _gap_seconds(claim: Claim) -> Decimal | None:
    value = measure(claim) if isinstance(claim.value, Duration) else None
    if value is None or value.number is None or value.unit not in ("second", "minute"):
        return None
    found = value.number * (60 if value.unit == "minute" else 1)
    return found if 0 < found <= SMALL else None


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
        if "sets" in frame.roles(n + 1, n + 2) and "where" in frame.roles(n - 1, n) and _small_score(frame, n)
    ]
    found = list(_runs(frame))
    if len(told) == 1 == len(found):
        start, stop, count = found[0]
        words = word_of(frame, start, stop)
        yield Listed(frame.claim(told[0]), words, (count,), "a number of sets and their scores")


def _small_score(frame: Frame, at: int) -> bool:
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
