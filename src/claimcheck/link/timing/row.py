"""A sentence as a row of dates, lengths, ages and the words and marks between them, for whatever concerns time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Any

from claimcheck.link.frame import NONE, Item
from claimcheck.link.rows import WORDS
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.report import Article

MOST_ITEMS = 300
MOST_CHARACTERS = 3000
OLDEST = 125
YEAR = 4
OLDEST_YEAR = 1000
AGO = frozenset(("ago",))
JOINTS = frozenset((",", ";", ":"))


class Row:
    """The items of one sentence. Kinds: date, length, age (a number that may be one), word, mark, other."""

    __slots__ = ("every", "items", "names", "number", "previous", "sentence", "stated")

    def __init__(self, number: int, sentence: Span, items: list[Item], names: frozenset[str]) -> None:
        self.number = number
        self.sentence = sentence
        self.items = items
        self.names = names
        self.previous: Row | None = None
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

    def has(self, role: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether a word between two places plays the part."""
        return role in self.every and any(role in item.roles for item in self.items[max(0, start) : stop])

    def mark(self, at: int) -> str:
        """The mark at a place; "" where there is none, "." behind the last item."""
        if at >= len(self.items):
            return "."
        return self.items[at].text if at >= 0 and self.items[at].kind == "mark" else ""

    def role(self, at: int, role: str) -> bool:
        """Whether the item at a place plays the part."""
        return 0 <= at < len(self.items) and role in self.items[at].roles

    def distance(self, at: int, role: str, most: int) -> int | None:
        """How far from a place the nearest such word is; dates lie between none, a joint counts three more."""
        best: int | None = None
        if role not in self.every:
            return None
        for step in (-1, 1):
            cost, near = 0, at + step
            while 0 <= near < len(self.items) and cost < most:
                item = self.items[near]
                if item.kind == "date":
                    break
                cost += 3 if item.text in JOINTS or "listing" in item.roles else 1
                if role in item.roles:
                    if not self._nearer(near, step, abs(near - at)):
                        best = cost if best is None else min(best, cost)
                    break
                near += step
        return best

    def _nearer(self, word: int, step: int, steps: int) -> bool:
        """Whether another date, further on, stands nearer to a word."""
        beyond = self.items[word + 1 : word + steps] if step > 0 else self.items[max(0, word - steps + 1) : word]
        return any(item.kind == "date" for item in beyond)


def rows(article: Article, phrases: dict[str, list[list[Any]]]) -> list[Row]:
    """The rows of all sentences that name a time."""
    sentences = article.document.sentences
    starts = [sentence.start for sentence in sentences]
    inside: dict[int, list[Claim]] = {}
    timed: set[int] = set()
    for claim in article.claims:
        value = claim.value
        if not isinstance(value, Period | Duration | Measure):
            continue
        at = bisect_left(starts, claim.span.start + 1) - 1
        if at < 0 or claim.span.start >= sentences[at].end:
            continue
        inside.setdefault(at, []).append(claim)
        if isinstance(value, Period | Duration) or _age(value):
            timed.add(at)
    names = _names(article, starts)
    found: list[Row] = []
    for at in sorted(timed):
        sentence = sentences[at]
        items = _items(article.document.prose, sentence, inside[at], phrases)
        _old_years(items)
        row = Row(at, sentence, items, frozenset(names.get(at, ())))
        if found and found[-1].number == at - 1:
            row.previous = found[-1]
        found.append(row)
    return found


def _names(article: Article, starts: Sequence[int]) -> dict[int, set[str]]:
    """The last names of the persons of each sentence."""
    names: dict[int, set[str]] = {}
    for mention in article.mentions:
        if mention.kind == "person":
            at = bisect_left(starts, mention.span.start + 1) - 1
            names.setdefault(at, set()).add(mention.name.rpartition(" ")[2])
    return names


def _age(value: Measure) -> bool:
    number = value.number
    if value.unit not in (None, "year") or value.noun is not None or value.per is not None or number is None:
        return False
    return 0 < number <= OLDEST and number == number.to_integral_value()


def _items(prose: str, sentence: Span, claims: Sequence[Claim], phrases: dict[str, list[list[Any]]]) -> list[Item]:
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
        elif isinstance(claim.value, Measure) and _age(claim.value):
            kind = "age"
        items.append(Item(kind, claim.span.start, claim.span.end, claim.text, roles, claim))
        start = claim.span.end
        if len(items) > MOST_ITEMS or start > stop:
            return items
    _words(items, prose, start, stop, phrases)
    return items


def _words(items: list[Item], prose: str, start: int, end: int, phrases: dict[str, list[list[Any]]]) -> None:
    """The words and marks of a stretch; the longest known phrase is one item."""
    words = WORDS.findall(prose, start, end)
    lows = [word.lower() for word in words]
    at, count, stop = 0, len(words), start
    while at < count:
        low, text = lows[at], words[at]
        begin = prose.index(text, stop)  # nothing but white space stands between
        stop = begin + len(text)
        roles = NONE
        kind = "word" if text[0].isalnum() else "mark"
        for rest, names in phrases.get(low, ()):
            if not rest or lows[at + 1 : at + 1 + len(rest)] == rest:
                roles = frozenset(names)
                for following in words[at + 1 : at + 1 + len(rest)]:
                    stop = prose.index(following, stop) + len(following)
                    at += 1
                text = prose[begin:stop]
                break
        items.append(Item(kind, begin, stop, text, roles))
        at += 1


def _old_years(items: list[Item]) -> None:
    """Four digits right beside a birth or death are a year, however long ago."""
    for at, item in enumerate(items):
        if item.kind not in ("other", "word") or len(item.text) != YEAR or not item.text.isdigit():
            continue
        near = items[max(0, at - 2) : at + 3]
        year = int(item.text)
        if year >= OLDEST_YEAR and any(not each.roles.isdisjoint(("born", "died")) for each in near):
            value = Period(date(year, 1, 1), date(year + 1, 1, 1), "year", item.text)
            claim = Claim("date", Span(item.start, item.end), item.text, value)
            items[at] = Item("date", item.start, item.end, item.text, NONE, claim)


def _counts(text: str, phrases: dict[str, list[list[Any]]]) -> bool:
    """Whether the words of a relative date count back: "vor zehn Jahren", "ten years ago"."""
    names = {
        name for word in text.lower().split() for rest, names in phrases.get(word, ()) if not rest for name in names
    }
    return not names.isdisjoint(("ago", "before_ago"))
