"""A sentence as a row of dates, lengths, ages and the words and marks between them, for whatever concerns time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from claimcheck.link.frame import NONE, Item
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.period import year_start
from claimcheck.model.report import Article
from claimcheck.statements.phrases import words_of

JOINTS = frozenset((",", ";", ":"))
MOST_ITEMS = 300
MOST_CHARACTERS = 3000
OLDEST = 125
YEAR = 4
OLDEST_YEAR = 1000
AGO = frozenset(("ago",))
ONE_UNIT = ("one_year", "one_month", "one_week", "one_day")


class Row:
    """The items of one sentence. Kinds: date, length, age (a number that may be one), word, mark, other."""

    __slots__ = ("every", "following", "items", "names", "number", "previous", "sentence", "stated")

    def __init__(self, number: int, sentence: Span, items: list[Item], names: frozenset[str]) -> None:
        self.number = number
        self.sentence = sentence
        self.items = items
        self.names = names
        self.previous: Row | None = None
        self.following: Row | None = None
        self.stated = [at for at, item in enumerate(items) if item.claim is not None]
        self.every: frozenset[str] = NONE.union(*{item.roles for item in items})

    def places(self, *kinds: str) -> list[int]:
        """Where claims of these kinds stand."""
        return [at for at in self.stated if self.items[at].kind in kinds]

    def claim(self, at: int) -> Claim:
        """The claim of the item at this place."""
        claim = self.items[at].claim
        assert claim is not None
        return claim

    def between(self, one: int, other: int) -> list[Item]:
        """The items between two places, whichever stands first."""
        return self.items[min(one, other) + 1 : max(one, other)]

    def has(self, role: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether a word between two places plays the part."""
        return role in self.every and any(role in item.roles for item in self.items[max(0, start) : stop])

    def mark(self, at: int) -> str:
        """The mark at a place; "" where there is none, "." behind the last item."""
        if at >= len(self.items):
            return "."
        return self.items[at].text if at >= 0 and self.items[at].kind == "mark" else ""

    def kind(self, at: int) -> str:
        """The kind of the item at a place; "" where there is none."""
        return self.items[at].kind if 0 <= at < len(self.items) else ""

    def role(self, at: int, role: str) -> bool:
        """Whether the item at a place plays the part."""
        return 0 <= at < len(self.items) and role in self.items[at].roles

    def distance(self, at: int, role: str, most: int) -> int | None:
        """How far from a place the nearest such word is; dates lie between none, a joint counts three more."""
        if role not in self.every:
            return None
        costs = [cost for step in (-1, 1) if (cost := self._cost(at, role, most, step)) is not None]
        return min(costs, default=None)

    def _cost(self, at: int, role: str, most: int, step: int) -> int | None:
        """The same to one side."""
        cost, near = 0, at + step
        while 0 <= near < len(self.items) and cost < most:
            item = self.items[near]
            if item.kind == "date":
                return None
            cost += 3 if item.text in JOINTS or "listing" in item.roles else 1
            if role in item.roles:
                return None if self._nearer(near, step, abs(near - at)) else cost
            near += step
        return None

    def _nearer(self, word: int, step: int, steps: int) -> bool:
        """Whether another date, further on, stands nearer to a word."""
        beyond = self.items[word + 1 : word + steps] if step > 0 else self.items[max(0, word - steps + 1) : word]
        return any(item.kind == "date" for item in beyond)


def rows(article: Article, phrases: dict[str, list[list[Any]]]) -> list[Row]:
    """The rows of all sentences that name a time."""
    sentences = article.document.sentences
    starts = [sentence.start for sentence in sentences]
    inside = _by_sentence(article, starts)
    names = _names(article, starts)
    found: list[Row] = []
    for at in sorted(number for number, claims in inside.items() if any(_timed(claim) for claim in claims)):
        items = items_of(article.document.prose, sentences[at], inside[at], phrases)
        old_years(items)
        row = Row(at, sentences[at], items, frozenset(names.get(at, ())))
        if found and found[-1].number == at - 1:
            row.previous = found[-1]
            found[-1].following = row
        found.append(row)
    return found


def _by_sentence(article: Article, starts: Sequence[int]) -> dict[int, list[Claim]]:
    """The numbers, dates and lengths of an article by the number of their sentence."""
    sentences = article.document.sentences
    inside: dict[int, list[Claim]] = {}
    for claim in article.claims:
        at = bisect_left(starts, claim.span.start + 1) - 1
        if isinstance(claim.value, Period | Duration | Measure) and at >= 0 and claim.span.start < sentences[at].end:
            inside.setdefault(at, []).append(claim)
    return inside


def _timed(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Period | Duration) or (isinstance(value, Measure) and is_age(value))


def plain_row(article: Article, number: int, phrases: dict[str, list[list[Any]]]) -> Row:
    """The words and marks of a sentence that names no time of which a claim tells."""
    sentence = article.document.sentences[number]
    return Row(number, sentence, items_of(article.document.prose, sentence, (), phrases), frozenset())


def _names(article: Article, starts: Sequence[int]) -> dict[int, set[str]]:
    """The last names of the persons of each sentence."""
    names: dict[int, set[str]] = {}
    for mention in article.mentions:
        if mention.kind == "person":
            at = bisect_left(starts, mention.span.start + 1) - 1
            names.setdefault(at, set()).add(mention.name.rpartition(" ")[2])
    return names


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
        kind = _kind(claim)
        ago = isinstance(claim.value, Period) and claim.value.relative and _counts(claim.text, phrases)
        items.append(Item(kind, claim.span.start, claim.span.end, claim.text, AGO if ago else NONE, claim))
        start = claim.span.end
        if len(items) > MOST_ITEMS or start > stop:
            return items
    _words(items, prose, start, stop, phrases)
    _one_unit(items)
    return items


def _kind(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, Period):
        return "date"
    if isinstance(value, Duration):
        return "length"
    return "age" if isinstance(value, Measure) and is_age(value) else "other"


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


def certain(claim: Claim) -> bool:
    """Whether a claim is one day, month or year that the text itself names, with no part of it."""
    value = claim.value
    if not isinstance(value, Period) or value.start is None or value.relative or "/" in value.edtf:
        return False
    return value.grain in ("year", "month", "day") and value.part is None
