"""From the sentences of a document to their rows of items."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from claimcheck.link.frame import Frame, Item
from claimcheck.model import Claim, Document, Duration, Measure, Span
from claimcheck.statements.dimension import measure
from claimcheck.statements.phrases import outermost, words_of

MAX_ITEMS = 400
LONGEST = 1000
TELLING, OPENS = 200, 12
BETWEEN = frozenset({"between"})
KEPT = BETWEEN | {"by", "versus"}
TIMED = frozenset({"earlier", "before_that", "later"})
DIGITS = re.compile(r"[1-9][0-9]{0,3}|[1-9][0-9]{0,2}[.,][0-9]{3}")
CARDINAL = "cardinal:"
FIRST, LAST = 1900, 2100


def frames(
    document: Document, claims: Sequence[Claim], phrases: dict[str, list[list[Any]]], telling: Sequence[str] = ()
) -> list[tuple[Span, Frame | None]]:
    """The sentences of a document with their frames; None where one holds no number and no word of `telling`."""
    found: list[tuple[Span, Frame | None]] = []
    above: Frame | None = None
    first, starts = 0, [claim.span.start for claim in claims]
    for sentence in document.sentences:
        first = bisect_left(starts, sentence.start, first)
        stop = bisect_left(starts, sentence.end, first)
        inside = outermost(claims[first:stop])
        told = any(measure(claim) is not None for claim in inside)
        if not told and telling and above is not None and above.numbers:
            told = _tells(document.prose[sentence.start : min(sentence.end, sentence.start + TELLING)].lower(), telling)
        above = Frame(_items(document.prose, sentence, inside, phrases)) if told else None
        found.append((sentence, above))
        first = stop
    return found


def _tells(words: str, telling: Sequence[str]) -> bool:
    """Whether a sentence without a number may go on about those of the sentence before."""
    return any(word in words for word in telling) or any(char.isdigit() for char in words[:OPENS])


def row_of(prose: str, span: Span, phrases: dict[str, list[list[Any]]]) -> Frame:
    """A stretch of a text as a row of words and marks alone."""
    items: list[Item] = []
    _words(items, prose, span.start, min(span.end, span.start + LONGEST), phrases)
    return Frame(items)


def _items(prose: str, sentence: Span, claims: list[Claim], phrases: dict[str, list[list[Any]]]) -> list[Item]:
    items: list[Item] = []
    start = sentence.start
    for stated in claims:
        _words(items, prose, start, stated.span.start, phrases)
        claim = _compared(items, prose, _hedged(items, stated), phrases)
        if items and "from_" in items[-1].roles and (ends := _ends(claim, prose, phrases)):
            items.extend(ends)
            start = claim.span.end
            continue
        items.append(_item(claim, phrases))
        start = max(start, claim.span.end)
        if len(items) > MAX_ITEMS:
            return items
    _words(items, prose, start, min(sentence.end, start + LONGEST), phrases)
    for item, after in pairwise(items):
        if item.claim is not None and after.roles & {"earlier", "later"}:
            item.claim = _no_rate(item.claim)
    return items


def _item(claim: Claim, phrases: dict[str, list[list[Any]]]) -> Item:
    """A claim as an item, with the roles that its own words have by themselves."""
    if measure(claim) is None:
        return Item("time", *claim.span, claim.text, _earlier(claim.text, phrases), claim)
    return Item("number", *claim.span, claim.text, _inside(claim.text, phrases), claim)


def _compared(items: list[Item], prose: str, claim: Claim, phrases: dict[str, list[list[Any]]]) -> Claim:
    """A length of time without "more than", as in "20 percent more than a year ago", where it belongs to the size."""
    value = claim.value
    if not isinstance(value, Duration) or value.measure is None or value.measure.hedge is None or not items:
        return claim
    if items[-1].kind != "number" or prose[items[-1].end : claim.span.start].strip():
        return claim
    inner: list[Item] = []
    _words(inner, prose, claim.span.start, claim.span.end, phrases)
    ends = [item.end for item in inner[:2] if "than" in item.roles]
    if not ends:
        return claim
    start = claim.span.end - len(prose[ends[0] : claim.span.end].lstrip())
    _words(items, prose, claim.span.start, ends[0], phrases)
    plain = value._replace(measure=value.measure._replace(hedge=None))
    return claim._replace(span=Span(start, claim.span.end), text=prose[start : claim.span.end], value=plain)


def _no_rate(claim: Claim) -> Claim:
    """The number of "5800 a year earlier", which is no number per year."""
    value = claim.value
    if isinstance(value, Measure) and value.per is not None and value.per.unit is not None:
        return claim._replace(value=value._replace(per=None))
    return claim


def _inside(text: str, phrases: dict[str, list[list[Any]]]) -> frozenset[str]:
    """Roles of words that are part of a claim: the hedge "um die" is also "by the", "between" makes it a range."""
    first, *rest = text.lower().split(" ")
    return _single(first, phrases) & KEPT | frozenset().union(*(_single(word, phrases) & BETWEEN for word in rest))


def _single(word: str, phrases: dict[str, list[list[Any]]]) -> frozenset[str]:
    return frozenset(name for rest, names in phrases.get(word, ()) if not rest for name in names)


def _earlier(text: str, phrases: dict[str, list[list[Any]]]) -> frozenset[str]:
    """Whether a date looks back ("last year") or at the present, as the role that such a word has by itself."""
    inner: list[Item] = []
    _words(inner, text, 0, len(text), phrases)
    return frozenset(role for item in inner for role in item.roles & TIMED)


def _ends(claim: Claim, prose: str, phrases: dict[str, list[list[Any]]]) -> list[Item]:
    """A range after "from" as its two ends: after a verb of change "from 400 to 500" is old and new, no range."""
    value = measure(claim)
    if value is None or value.low is None or value.high is None:
        return []
    inner: list[Item] = []
    _words(inner, prose, claim.span.start, claim.span.end, phrases)
    joint = next((item for item in inner if "to" in item.roles), None)
    if joint is None:
        return []
    found = []
    for number, start, end in ((value.low, claim.span.start, joint.start), (value.high, joint.end, claim.span.end)):
        text = prose[start:end].strip()
        begin = start + len(prose[start:end]) - len(prose[start:end].lstrip())
        rounded = value.rounded and number.as_tuple().exponent != 0
        single = value._replace(number=number, low=None, high=None, rounded=rounded)
        part = claim._replace(span=Span(begin, begin + len(text)), text=text, value=single)
        found.append(Item("number", begin, begin + len(text), text, claim=part))
    return [found[0], joint, found[1]]


def _one(start: int, end: int, prose: str) -> Claim:
    """The number in "one each in Lindow and Marbeck": elsewhere the word is an article and no claim."""
    return Claim("quantity", Span(start, end), prose[start:end], Measure(Decimal(1)))


def _hedged(items: list[Item], claim: Claim) -> Claim:
    """A fraction with the hedge that stands before its article: "more than a third", "knapp die Hälfte"."""
    value = claim.value
    if not isinstance(value, Measure) or value.fraction is None or value.hedge is not None:
        return claim
    for item in reversed(items[-2:]):
        if (hedge := item.hedge()) is not None:
            return claim._replace(value=value._replace(hedge=hedge))
        if "light" not in item.roles:
            break
    return claim


def _words(items: list[Item], prose: str, start: int, end: int, phrases: dict[str, list[list[Any]]]) -> None:
    """Adds the words of a stretch; the longest known phrase is one item."""
    for begin, stop, text, roles in words_of(prose, start, end, phrases):
        if "one" in roles and items and "each" in items[-1].roles:
            items.append(Item("number", begin, stop, text, claim=_one(begin, stop, prose)))
        else:
            items.append(Item("word" if roles or text[0].isalnum() else "mark", begin, stop, text, roles))


def with_bare(frame: Frame) -> Frame:
    """The row with every such number as an item of its own; years, names, scores and clock times stay words."""
    found = [
        (at, number)
        for at, item in enumerate(frame.items)
        if item.kind == "word" and (item.roles or item.text[0].isdigit()) and (number := _number(frame, at))
    ]
    if not found:
        return frame
    items = list(frame.items)
    for at, number in found:
        items[at] = number
    return Frame(items)


def _number(frame: Frame, at: int) -> Item | None:
    item, number = frame.items[at], _value(frame.items[at])
    if number is None or FIRST <= number < LAST or _belongs(frame, at):
        return None
    claim = Claim("quantity", Span(item.start, item.end), item.text, Measure(number))
    return Item("number", item.start, item.end, item.text, item.roles, claim)


def _belongs(frame: Frame, at: int) -> bool:
    """Whether the number is part of something else: of a score, a sum, an ordinal, a date, a figure cut in two."""
    beside = frame.mark(at - 1) + frame.mark(at + 1)
    if any(sign in beside for sign in ":-/–§#$€£%°'’") or frame.before(at, "label"):
        return True
    if at + 1 >= len(frame.items):
        return False
    after = frame.items[at + 1]
    glued = after.start == frame.items[at].end and after.text not in (",", ";", ")", ".", "?", "!")
    return glued or after.kind == "time" or (after.text == "." and at + 2 < len(frame.items))


def _value(item: Item) -> Decimal | None:
    if item.text[0].isdigit() and DIGITS.fullmatch(item.text):
        return Decimal(re.sub("[.,]", "", item.text))
    told = [role for role in item.roles if role.startswith(CARDINAL)]
    if len(told) != 1 or item.text.isdigit() or told[0] == f"{CARDINAL}1":
        return None
    return Decimal(told[0].removeprefix(CARDINAL))
