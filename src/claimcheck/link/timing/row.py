"""A sentence as a row of dates, lengths, ages and the words and marks between them, for whatever concerns time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from claimcheck.link.frame import NONE, Item
from claimcheck.link.timing.items import is_age, items_of, old_years
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.report import Article

JOINTS = frozenset((",", ";", ":"))


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
        if isinstance(value, Period | Duration) or is_age(value):
            timed.add(at)
    names = _names(article, starts)
    found: list[Row] = []
    for at in sorted(timed):
        sentence = sentences[at]
        items = items_of(article.document.prose, sentence, inside[at], phrases)
        old_years(items)
        row = Row(at, sentence, items, frozenset(names.get(at, ())))
        if found and found[-1].number == at - 1:
            row.previous = found[-1]
            found[-1].following = row
        found.append(row)
    return found


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
