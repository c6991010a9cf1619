"""Matches and races: results and points, two times and the gap between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.link.rows import row_of
from claimcheck.model import Claim, Duration, Span
from claimcheck.model.figures import Gap
from claimcheck.model.report import Article
from claimcheck.model.span import Word
from claimcheck.statements.dimension import measure

NEAR = 9
RESULTS = ("wins", "draws", "losses")
MATCHES = 80
CLOCK = r"(?<![\w:.,-])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?![\w:]|[.,]\d| ?Uhr| ?[ap]\.?m)"
ISO = r"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?"
SMALL = Decimal(600)


class Time(NamedTuple):
    """A time of a race: its place and the seconds it may stand for; `exact` where it has no decimals."""

    word: Word
    seconds: tuple[Decimal, ...]
    exact: bool


def races(article: Article, phrases: dict[str, list[list[object]]]) -> Iterator[Gap]:
    """The only two times of one or two sentences, and the only gap that words call one."""
    gaps = [claim for claim in article.claims if _gap_seconds(claim) is not None]
    times = _times(article) if gaps else []
    prose, sentences = article.document.prose, article.document.sentences
    starts = [sentence.start for sentence in sentences]
    for gap in gaps if len(times) > 1 else ():
        index = bisect_right(starts, gap.span.start) - 1
        if index < 0 or "apart" not in row_of(prose, sentences[index], phrases).every:
            continue
        found = _two(times, gap, sentences[max(0, index - 1) : index + 1])
        if found is not None:
            yield _between(*found, gap)


def _times(article: Article) -> list[Time]:
    """All times of an article that may be those of a race."""
    spoken = (_spoken(claim) for claim in article.claims)
    return [
        *map(_clock, re.finditer(CLOCK, article.document.prose)),
        *(time for time in spoken if time is not None),
    ]


def _between(one: Time, two: Time, gap: Claim) -> Gap:
    """The gap with all differences that the two times allow."""
    alike = len(one.seconds) == len(two.seconds)
    apart = sorted({abs(a - b) for a in one.seconds for b in two.seconds}) if alike else []
    return Gap(one.word, two.word, gap, tuple(apart), one.exact and two.exact, "two times and the gap between them")


def _two(times: Sequence[Time], gap: Claim, spans: Sequence[Span]) -> tuple[Time, Time] | None:
    """The only two times of a stretch that are far larger than the gap."""
    value = _gap_seconds(gap) or Decimal(0)
    inside = [time for time in times if any(span.covers(time.word.span) for span in spans)]
    inside = [time for time in inside if not time.word.span.touches(gap.span)]
    larger = all(time.seconds[0] > value * 2 for time in inside)
    return (inside[0], inside[1]) if len(inside) == 2 and larger else None


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
    iso = claim.value.iso if isinstance(claim.value, Duration) else None
    match = re.compile(ISO).fullmatch(iso or "")
    if match is None or re.compile(CLOCK).search(claim.text):
        return None
    hours, minutes, seconds = (Decimal(part) for part in match.groups("0"))
    exact = seconds == seconds.to_integral_value()
    if exact and sum(part is not None for part in match.groups()) <= 1:
        return None
    return Time(Word(claim.span, claim.text), (hours * 3600 + minutes * 60 + seconds,), exact)


def _gap_seconds(claim: Claim) -> Decimal | None:
    value = measure(claim) if isinstance(claim.value, Duration) else None
    if value is None or value.number is None or value.unit not in ("second", "minute"):
        return None
    found = value.number * (60 if value.unit == "minute" else 1)
    return found if 0 < found <= SMALL else None
