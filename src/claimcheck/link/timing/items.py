"""The items of a sentence: its dates, lengths and ages, and the words and marks between them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from claimcheck.link.frame import NONE, Item
from claimcheck.link.words import words_of
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.period import year_start

MOST_ITEMS = 300
MOST_CHARACTERS = 3000
OLDEST = 125
YEAR = 4
OLDEST_YEAR = 1000
AGO = frozenset(("ago",))
ONE_UNIT = ("one_year", "one_month", "one_week", "one_day")


def is_age(value: Measure) -> bool:
    """Whether a number without a noun may be somebody's age."""
    number = value.number
    if value.unit not in (None, "year") or value.noun is not None or value.per is not None or number is None:
        return False
    return 0 < number <= OLDEST and number == number.to_integral_value()


def items_of(prose: str, sentence: Span, claims: Sequence[Claim], phrases: dict[str, list[list[Any]]]) -> list[Item]:
    """The items of one sentence, in its order."""
    items: list[Item] = []
    start = sentence.start
    stop = min(sentence.end, start + MOST_CHARACTERS)
    for claim in claims:
        if claim.span.start < start:
            continue
        _words(items, prose, start, claim.span.start, phrases)
        kind, roles = "other", NONE
        if isinstance(claim.value, Period):
            kind = "date"
            if claim.value.relative and _counts(claim.text, phrases):
                roles = AGO
        elif isinstance(claim.value, Duration):
            kind = "length"
        elif isinstance(claim.value, Measure) and is_age(claim.value):
            kind = "age"
        items.append(Item(kind, claim.span.start, claim.span.end, claim.text, roles, claim))
        start = claim.span.end
        if len(items) > MOST_ITEMS or start > stop:
            return items
    _words(items, prose, start, stop, phrases)
    _one_unit(items)
    return items


def _words(items: list[Item], prose: str, start: int, end: int, phrases: dict[str, list[list[Any]]]) -> None:
    for begin, stop, text, roles in words_of(prose, start, end, phrases):
        items.append(Item("word" if text[0].isalnum() else "mark", begin, stop, text, roles))


def _one_unit(items: list[Item]) -> None:
    """Such as "a year" beside "later", "after" or "before" is a length of one unit."""
    for at, item in enumerate(items[:-1]):
        unit = next((each for each in ONE_UNIT if each in item.roles), None)
        if unit is not None and not items[at + 1].roles.isdisjoint(("later", "after", "before_event")):
            value = Duration("P1" + unit[4].upper(), measure=Measure(Decimal(1), unit[4:]))
            claim = Claim("duration", Span(item.start, item.end), item.text, value)
            items[at] = Item("length", item.start, item.end, item.text, NONE, claim)


def old_years(items: list[Item]) -> None:
    """Four digits right beside a birth or death are a year, however long ago."""
    for at, item in enumerate(items):
        if item.kind not in ("other", "word") or len(item.text) != YEAR or not item.text.isdecimal():
            continue
        near = items[max(0, at - 2) : at + 3]
        year = int(item.text)
        if year >= OLDEST_YEAR and any(not each.roles.isdisjoint(("born", "died")) for each in near):
            value = Period(year_start(year), year_start(year + 1), "year", item.text)
            claim = Claim("date", Span(item.start, item.end), item.text, value)
            items[at] = Item("date", item.start, item.end, item.text, NONE, claim)


def _counts(text: str, phrases: dict[str, list[list[Any]]]) -> bool:
    """Whether the words of a relative date count back: "vor zehn Jahren", "ten years ago"."""
    names = {
        name for word in text.lower().split() for rest, names in phrases.get(word, ()) if not rest for name in names
    }
    return not names.isdisjoint(("ago", "before_ago"))
