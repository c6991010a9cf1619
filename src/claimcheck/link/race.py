"""Two times of a race and the gap between them: "in 2:11:42, 37 seconds ahead of Roth, whose time was 2:12:29"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.link.dimension import measure
from claimcheck.link.rows import row_of
from claimcheck.model import Claim, Duration, Span
from claimcheck.model.report import Article
from claimcheck.model.sport import Gap
from claimcheck.model.word import Word

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
