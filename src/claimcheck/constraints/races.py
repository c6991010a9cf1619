"""Times of sport: two of a race with the gap between them, and minutes of play with their part of the match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from claimcheck.constraints.scores import Score, judged_score, told_scores
from claimcheck.model import Claim, Duration, Measure, Span
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, Roles
from claimcheck.model.interval import exactly, possible, rounded_to
from claimcheck.model.report import Article
from claimcheck.statements.dimension import measure
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statements

CLOCK = r"(?<![\w:.,-])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?![\w:]|[.,]\d| ?Uhr| ?[ap]\.?m)"
ISO = r"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?"
SMALL, TENTH, HUNDREDTH = Decimal(600), Decimal("0.1"), Decimal("0.01")
PARTS = frozenset({10, 100, 1000})
SECONDS = {"second": Decimal(1), "minute": Decimal(60)}
GAP = frozenset({"apart", "by"})
NEAR = 3
"""A gap that is told wrong is still no more than so many times what it should be."""


class Time(NamedTuple):
    """A time of a race: its place and the seconds it may stand for; `exact` where it has no decimals."""

    word: Part
    seconds: tuple[Decimal, ...]
    exact: bool


def races(table: Statements) -> Iterator[Judged]:
    """The only two times of one or two sentences, and the gap that words call one."""
    gaps = [claim for claim in table.article.claims if _gap_seconds(claim) is not None]
    known = times(table.article) if gaps else []
    for gap in gaps if len(known) > 1 else ():
        at = table.analysis.number(gap.span.start)
        if at >= 0 and table.tells(at, GAP.__contains__):
            found = _two(known, gap, table.analysis.spans[max(0, at - 1) : at + 1])
            yield from () if found is None else _between(table, *found, gap)


def _between(table: Statements, one: Time, two: Time, gap: Claim) -> Iterator[Judged]:
    """The gap beside all differences that the two times allow; one far from all of them is another's."""
    value, told, apart = measure(gap), _gap_seconds(gap), _apart(one, two)
    if value is None or told is None or not apart:
        return
    scale = SECONDS[value.unit or "second"]
    stated = possible(value).times(scale).widened(_room(value, scale, (one, two)))
    fitting = [each for each in apart if exactly(each).meets(stated)]
    result = min(fitting or apart)
    if _of_one_race(one, two, result, told):
        yield _judged(table, (one.word, two.word), gap, result / scale, fits=bool(fitting))


def _of_one_race(one: Time, two: Time, apart: Decimal, told: Decimal) -> bool:
    """Whether two times are as near as those of one race, and as far apart as is told: 10:16 and 22:10 are scores."""
    return apart * 2 < max(one.seconds[0], two.seconds[0]) and max(apart, told) <= NEAR * min(apart, told)


def _apart(one: Time, two: Time) -> list[Decimal]:
    """All numbers of seconds that may lie between two times of one notation."""
    alike = len(one.seconds) == len(two.seconds)
    return sorted({abs(a - b) for a in one.seconds for b in two.seconds}) if alike else []


def _room(value: Measure, scale: Decimal, both: tuple[Time, Time]) -> Decimal:
    """How much a gap may be rounded: not at all between times without decimals, hardly where all have two."""
    if value.number is not None and value.number != value.number.to_integral_value():
        fine = all(_decimals(each) > 1 for each in (value.number, *(time.seconds[0] for time in both)))
        return HUNDREDTH if fine else TENTH
    if scale == 1 and all(each.exact for each in both):
        return Decimal(0)
    return TENTH if value.rounded else scale


def _decimals(number: Decimal) -> int:
    return -int(number.as_tuple().exponent)


def _judged(table: Statements, both: tuple[Part, Part], gap: Claim, result: Decimal, *, fits: bool) -> Judged:
    one, two = both
    value = measure(gap)
    unit = "min" if value is not None and value.unit == "minute" else "s"
    digits = f"{rounded_to(result, -2).normalize():f}".replace(".", table.relations["notation"]["decimal"])
    claim = Part(gap.span, gap.text)
    values = (("claim", gap.text), ("other", one.text), ("word", two.text), ("result", f"{digits} {unit}"))
    roles: Roles = (("claim", claim), ("other", one), ("other", two))
    shown = f"{two.text} − {one.text} = {digits} {unit}"
    return Judged("gap", fits, roles, values, shown, _evidence(table, both, gap), claims=(gap,))


def _evidence(table: Statements, both: tuple[Part, Part], gap: Claim) -> Evidence:
    """One sentence holds all of it, or the gap follows on one of the times."""
    at = table.analysis.number(gap.span.start)
    inside = [table.analysis.number(each.span.start) == at for each in both]
    return "construction" if all(inside) else "anaphor" if any(inside) else "nearness"


def times(article: Article) -> list[Time]:
    """All times of an article that may be those of a race."""
    spoken = (_spoken(claim) for claim in article.claims)
    return [
        *map(_clock, re.finditer(CLOCK, article.document.prose)),
        *(time for time in spoken if time is not None),
    ]


def _two(known: Sequence[Time], gap: Claim, spans: Sequence[Span]) -> tuple[Time, Time] | None:
    """The only two times of a stretch that are far larger than the gap."""
    value = _gap_seconds(gap) or Decimal(0)
    inside = [time for time in known if any(span.covers(time.word.span) for span in spans)]
    inside = [time for time in inside if not time.word.span.touches(gap.span)]
    larger = all(time.seconds[0] > value * 2 for time in inside)
    return (inside[0], inside[1]) if len(inside) == 2 and larger else None


def _clock(match: re.Match[str]) -> Time:
    hours, minutes, seconds, part = match.groups()
    tail = Decimal(f"0.{part}") if part else Decimal(0)
    word = Part(Span(match.start(), match.end()), match.group())
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
    return Time(Part(claim.span, claim.text), (hours * 3600 + minutes * 60 + seconds,), exact)


def _gap_seconds(claim: Claim) -> Decimal | None:
    """The seconds of a gap, also where only their parts are told: "33 Hundertstel"."""
    value = measure(claim)
    if value is None or value.number is None:
        return None
    if value.unit is None and value.noun is None and value.fraction is not None:
        return value.number if value.fraction[1] in PARTS else None
    if not isinstance(claim.value, Duration) or value.unit not in SECONDS:
        return None
    found = value.number * SECONDS[value.unit]
    return found if 0 < found <= SMALL else None


HALVES = {"first_half": (1, 50), "second_half": (31, 130)}
PERIODS = HALVES | {"third:1": (1, 20), "third:2": (21, 40), "third:3": (41, 60)}
"""First and last minute: halves of handball, rugby and football with what is added, thirds of ice hockey."""
NUMBER = r"\d{1,3}(?=\D|$)"
BRACKET = r"\((\d{1,3})\.(?:\+\d+)?\)"
ORDINAL = r"\d{1,3}[^\s\d]{1,2}[ \-]"
BEFORE = 2


class Minute(NamedTuple):
    """A minute of play with its place: the sentence and the token in it."""

    sentence: int
    at: int
    number: int
    part: Part


def minutes(table: Statements) -> Iterator[Judged]:
    """Every minute beside the part of the match it is told of, and goals that must follow each other."""
    prose = table.article.document.prose
    marked = {table.analysis.number(each.start()) for each in re.finditer(BRACKET, prose)}
    ordinal = {table.analysis.number(each.start()) for each in re.finditer(ORDINAL, prose)} - marked
    named = {at for at in ordinal - {-1} if table.tells(at, "minute".__eq__)}
    told = {at: list(_minutes(table, at)) for at in sorted((marked | named) - {-1})}
    for at, found in told.items():
        yield from _in_period(table, at, found)
    yield from _goals(table, told)


def _minutes(table: Statements, at: int) -> Iterator[Minute]:
    """The minutes of a sentence: "in der 44. Minute", "in the 44th minute", "(44.)"."""
    sentence, prose = table.analysis.sentence(at), table.article.document.prose
    for cue in table.cues(at, "minute".__eq__):
        token = sentence.tokens[cue.first - 1] if "minute" in cue.roles and cue.first else None
        match = None if token is None or token.text.isdigit() else re.match(NUMBER, token.text)
        if token is not None and match is not None:
            yield Minute(at, cue.first - 1, int(match.group()), Part(token.span, token.text))
    for match in re.compile(BRACKET).finditer(prose, sentence.span.start, sentence.span.end):
        span = Span(match.start(1), match.end(1) + 1)
        yield Minute(at, sentence.token_at(span.start), int(match.group(1)), Part(span, prose[span.start : span.end]))


def _in_period(table: Statements, at: int, found: Sequence[Minute]) -> Iterator[Judged]:
    """The only minute of a sentence with the only part of a match that it happened in."""
    cues = [cue for cue in table.cues(at, PERIODS.__contains__) if PERIODS.keys() & cue.roles]
    if len(cues) != 1 or len(found) != 1 or not _happens_in(table, at, cues[0], found[0].at):
        return
    low, high = PERIODS[min(PERIODS.keys() & cues[0].roles)]
    minute, words = found[0], table.analysis.sentence(at).tokens[cues[0].first : cues[0].last]
    span = Span(words[0].span.start, words[-1].span.end)
    other = Part(span, table.article.document.prose[span.start : span.end])
    fits = low <= minute.number <= high
    yield judged_score("score", minute.part, other, "construction", fits=fits, shown=f"{low}–{high}")


def _happens_in(table: Statements, at: int, period: Cue, minute: int) -> bool:
    """Whether "in" leads to the part of the match, and not "after", and the minute is told in it or right behind."""
    sentence = table.analysis.sentence(at)
    here, there = sentence.owners[period.first], sentence.owners[minute]
    told = here == there or (period.first < minute and sentence.clauses[here].kind == "main")
    return told and "where" in table.cues(at).roles(max(0, period.first - BEFORE), period.first)


def _goals(table: Statements, told: dict[int, list[Minute]]) -> Iterator[Judged]:
    """Two scores of one match of which the second has one goal more: it stood later."""
    scores = told_scores(table)
    timed = [pair for at in told for pair in _timed(table, told[at], scores.get(at, ()))]
    for (one, early), (two, late) in combinations(timed, 2):
        first, second = ((one, early), (two, late)) if sum(one.pair) < sum(two.pair) else ((two, late), (one, early))
        if abs(one.sentence - two.sentence) <= BEFORE and _one_more(first[0], second[0]):
            fits = first[1].number <= second[1].number
            shown = f"{first[0].part.text} → {second[0].part.text}"
            yield judged_score("score", second[1].part, first[1].part, "equal_slots", fits=fits, shown=shown)


def _timed(table: Statements, found: Sequence[Minute], scores: Sequence[Score]) -> Iterator[tuple[Score, Minute]]:
    """Every score with the minute right behind it, else the only ones of a clause."""
    for score in scores:
        behind = [each for each in found if 0 < each.at - score.at <= BEFORE]
        owners = table.analysis.sentence(score.sentence).owners
        inside = [each for each in found if owners[each.at] == owners[score.at]]
        alone = sum(owners[each.at] == owners[score.at] for each in scores) == 1 == len(inside)
        if behind or alone:
            yield score, (behind or inside)[0]


def _one_more(one: Score, two: Score) -> bool:
    return sorted((two.pair[0] - one.pair[0], two.pair[1] - one.pair[1])) == [0, 1]
