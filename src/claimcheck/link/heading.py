"""What a headline says, and what the text below it says of that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from claimcheck.extract import read_article
from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.link.dimension import measure
from claimcheck.link.naming.changed import alike
from claimcheck.model import Claim, Document, Period, Span
from claimcheck.model.attribution import Part
from claimcheck.model.naming import Headed
from claimcheck.model.report import Article
from claimcheck.segment import segment

WORDS = re.compile(r"[^\W\d_]+")
LONG = re.compile(r"[^\W\d_]{4,}")
STEM = 5
SHARED = 2
FIRST = 2
REACH = 600
BESIDE = 30
NEAR = 60
LONGEST_TITLE = 200
SHORTEST_NAME = 6


def headed(article: Article) -> Iterator[Headed]:
    """Every such contradiction; the headline is that of the text, or the title it is known by outside."""
    document, code = article.document, article.document.language
    table = extra(code, "headlines") if code is not None else {}
    span = document.headline
    title = document.title or "" if span is None else document.prose[span.start : span.end]
    if not table or code is None or not title.strip() or len(title) > LONGEST_TITLE:
        return
    start = 0 if span is None else span.end
    first = [each for each in document.sentences if each.start >= start][:FIRST]
    if not first:
        return
    head = Span(0, 0) if span is None else span
    yield from _outcome(document, title, head, first, code, table)
    yield from _weekday(article, title, head, first, code)
    yield from _place(document, title, head, first, code, table)
    yield from _name(article, title, head, start)


def _part(title: str, start: int, end: int, head: Span) -> Part:
    """A stretch of the headline; its span is empty where the headline stands outside the text."""
    found = title[start:end]
    return Part(Span(head.start + start, head.start + end) if head.end else Span(0, 0), found)


@cache
def _side(code: str, pair: int, side: int) -> re.Pattern[str]:
    phrases = extra(code, "headlines")["opposites"][pair][side]
    written = [r"(?!\w)(?:[^\w.!?]+\w+){0,9}?[^\w.!?]+".join(map(re.escape, each.split(" ... "))) for each in phrases]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])")


@cache
def _words(code: str, group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, extra(code, 'headlines')[group]))})(?!\w)")


def _outcome(  # noqa: PLR0917 – the headline, the text and their words
    document: Document, title: str, head: Span, first: list[Span], code: str, table: dict[str, Any]
) -> Iterator[Headed]:
    """One outcome in the headline, the opposite one in the first sentences, and nowhere a word for the first."""
    low = title.lower()
    if _words(code, "not_so").search(low):
        return
    for number in range(len(table["opposites"])):
        for side in (0, 1):
            said = _side(code, number, side).search(low)
            if said is None or _side(code, number, 1 - side).search(low):
                continue
            below = document.prose[first[0].start :].lower()
            if _side(code, number, side).search(below):
                continue
            opening = below[: min(first[-1].end - first[0].start, REACH)]
            denied = _side(code, number, 1 - side).search(opening)
            if denied is None or _turned(opening, denied, code):
                continue
            stems = {word[:STEM] for word in LONG.findall(low)}
            if len(stems & {word[:STEM] for word in LONG.findall(opening)}) < SHARED:
                continue
            start = first[0].start + denied.start()
            span = Span(start, start + len(denied.group()))
            yield Headed("outcome", _part(title, *said.span(), head), Part(span, document.text[span.start : span.end]))
            return


def _turned(opening: str, denied: re.Match[str], code: str) -> bool:
    """Whether a word near the outcome in the text turns it round, or says that it was that of an earlier time."""
    start, end = denied.span()
    if _words(code, "not_so").search(opening, max(0, start - BESIDE), end):
        return True
    return _words(code, "earlier").search(opening, max(0, start - NEAR), end + BESIDE) is not None


def _weekday(article: Article, title: str, head: Span, first: list[Span], code: str) -> Iterator[Headed]:
    """One day of the week in the headline, another one in the first sentence, and no date below that is the first."""
    calendar = load(code).dates["words"]
    days = [
        (match, symbols["weekday"])
        for match in WORDS.finditer(title)
        if (symbols := calendar.get(match.group().lower())) is not None and "weekday" in symbols
    ]
    if len(days) != 1:
        return
    match, day = days[0]
    dates = [each for each in article.claims if isinstance(each.value, Period) and each.span.start >= first[0].start]
    below = [each.value for each in dates if isinstance(each.value, Period)]
    if any(day in _weekdays(value) for value in below):
        return
    told = [
        each
        for each in dates
        if isinstance(each.value, Period) and each.value.weekday is not None and each.span.start < first[0].end
    ]
    if len(told) == 1 and match.group().lower() not in article.document.prose[first[0].start :].lower():
        yield Headed("weekday", _part(title, *match.span(), head), Part(told[0].span, told[0].text))


def _weekdays(value: Period) -> set[int]:
    """The days of the week that a date may fall on; all of them where it is longer than a few days or unknown."""
    if value.weekday is not None:
        return {value.weekday}
    if value.start is None or value.end is None or value.grain not in ("day", "week"):
        return (
            set() if value.grain in ("month", "quarter", "half", "year", "decade", "century", "season") else {*range(7)}
        )
    days = (value.end - value.start).days
    return {(value.start.weekday() + step) % 7 for step in range(min(days, 7))}


def _place(  # noqa: PLR0917 – the headline, the text and their words
    document: Document, title: str, head: Span, first: list[Span], code: str, table: dict[str, Any]
) -> Iterator[Headed]:
    """A town in the headline that the text never names, where its first sentence is set in another one."""
    towns = extra(code, "regions").get("towns", {})
    above = _towns(title, towns, table["in"])
    if len(above) != 1:
        return
    (start, end) = above[0]
    if title[start:end] in document.prose[first[0].start :]:
        return
    sentence = document.prose[first[0].start : first[0].end]
    below = _towns(sentence, towns, table["in"])
    if len(below) != 1:
        return
    stems = {word.lower()[:STEM] for word in LONG.findall(title[:start] + " " + title[end:])}
    if len(stems & {word.lower()[:STEM] for word in LONG.findall(sentence)}) == 0:
        return
    span = Span(first[0].start + below[0][0], first[0].start + below[0][1])
    yield Headed("place", _part(title, start, end, head), Part(span, document.text[span.start : span.end]))


def _towns(text: str, towns: dict[str, str], inside: list[str]) -> list[tuple[int, int]]:
    """Where known towns of one word stand behind a word such as "in"."""
    found = []
    before = ""
    for match in re.finditer(r"[\w-]+", text[:REACH]):
        if match.group() in towns and before.lower() in inside:
            found.append(match.span())
        before = match.group()
    return found


def _name(article: Article, title: str, head: Span, start: int) -> Iterator[Headed]:
    """A capitalised word of the headline that the text never has, but that looks like the surname of a person there."""
    full = {
        each.text.rpartition(" ")[2]: each
        for each in article.mentions
        if each.kind == "person" and " " in each.text and each.span.start >= start
    }
    if not full:
        return
    below = article.document.prose[start:]
    for match in WORDS.finditer(title):
        word = match.group()
        if len(word) < SHORTEST_NAME or not word[0].isupper() or word in below:
            continue
        like = [name for name in full if name not in title and alike(word, name)]
        if len(like) == 1 and word.rstrip("s") not in full:
            person = full[like[0]]
            yield Headed("name", _part(title, *match.span(), head), Part(person.span, person.text))
            return


DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
FIRST_SENTENCES = 3
SCALES = frozenset((Decimal(1000), Decimal(1000000), Decimal("0.001"), Decimal("0.000001")))
LONGEST = 200


def title_figures(article: Article) -> Iterator[Headed]:
    """Every amount of the title whose digits the first sentences repeat a thousand or a million times as large or
    small, and whose value stands nowhere in the text.
    """
    document, title = article.document, article.document.title or ""
    digits = frozenset(DIGITS.findall(title)) if document.headline is None and len(title) <= LONGEST else frozenset()
    if not digits or not document.sentences:
        return
    end = document.sentences[:FIRST_SENTENCES][-1].end
    repeated = [each for each in article.claims if each.span.start < end and _digits(each) in digits]
    if not repeated:
        return
    above = read_article(segment(Document.from_text(title, language=document.language, published=document.published)))
    values = {_value(each) for each in article.claims}
    for claim in above.claims:
        value = _value(claim)
        if value is None or value in values:
            continue
        for each in repeated:
            if _scaled(claim, each):
                yield Headed("figure", Part(Span(0, 0), claim.text), Part(each.span, each.text))
                break


def _scaled(claim: Claim, other: Claim) -> bool:
    """Whether the two have digits and currency in common and differ by a scale word."""
    one, two = measure(claim), measure(other)
    if one is None or two is None or not one.number or not two.number or one.unit != two.unit:
        return False
    return _digits(claim) == _digits(other) and one.number / two.number in SCALES


def _digits(claim: Claim) -> str | None:
    """The digits of an amount of money."""
    match = DIGITS.search(claim.text) if claim.type == "amount" else None
    return None if match is None else match.group()


def _value(claim: Claim) -> Decimal | None:
    value = measure(claim) if claim.type == "amount" else None
    return None if value is None else value.number
