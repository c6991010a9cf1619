"""One number told twice: people counted once more, digits beside words, two languages with their own scale words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import is_bare, is_value
from claimcheck.link.pairs import old_values
from claimcheck.link.rows import with_bare
from claimcheck.link.sizes import size
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Again
from claimcheck.model.report import Article
from claimcheck.statements.dimension import dimension, noun, number, ratio, spelled, whole
from claimcheck.statements.words import alike

STEM = 5
NEAR = Decimal("0.5")
MORE = frozenset({"besides", "too", "others", "remaining", "rise", "fall", "thereby", "open", "of_which", "total"})
PERSONS = frozenset({"people", "person", "dead", "hurt", "member"})
FAR = 120
NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?$")


MOST, LEAST = 200, 2


def counted_again(frame: Frame, previous: Frame | None, first: Frame | None) -> Iterator[Again]:
    """All of those counted before, by another number: the only count of people in the one or two sentences before."""
    told = [] if previous is None else [each for each in (first, previous) if each is not None]
    counted = only([*_people(told)])
    if counted is None:
        return
    row, (above, n) = with_bare(frame), counted
    at = _all_of_them(row)
    if at is None or old_values(above) or _grown(told, n) or not _same_people(row, at, above, n):
        return
    if ratio(row.claim(at), above.claim(n)) >= NEAR:
        yield Again("count", row.claim(at), above.claim(n), "the same people counted twice")


def _people(told: list[Frame]) -> Iterator[tuple[Frame, int]]:
    """The counts of people in some sentences."""
    yield from ((each, n) for each in told for n in each.numbers if _counts(each, n) and _person(each, n))


def _all_of_them(row: Frame) -> int | None:
    """The count at the head of a sentence that means all of those counted before, and no others."""
    at = next((n for n in row.numbers[:2] if _everyone(row, n) or row.before(n, "definite")), None)
    if at is None or at > 3 or not _counts(row, at) or row.every & {"others", "remaining", "again"}:
        return None
    return at


def _everyone(row: Frame, at: int) -> bool:
    """Whether all of those counted are meant: "all twelve"."""
    return bool(row.roles(at - 2, at) & {"all_of"})


def _grown(told: list[Frame], counted: int) -> bool:
    """Whether more are added to the number before it is told again."""
    if any(each.every & MORE for each in told):
        return True
    return any(
        "again" in each.roles(n - 2, n + 3) - each.items[n].roles and _counts(each, n) and n != counted
        for each in told
        for n in each.numbers
    )


def _counts(row: Frame, at: int) -> bool:
    value = number(row.claim(at))
    if value is None or not LEAST <= value <= MOST or not whole(row.claim(at)):
        return False
    return is_bare(row, at) and size(row, at) is None


def _noun(row: Frame, at: int) -> str | None:
    """What is counted: "12 of the injured" counts the injured."""
    if (told := noun(row.claim(at))) is not None:
        return told
    words = [item for item in row.items[at + 1 : at + 5] if item.kind == "word"]
    if words and "of" in words[0].roles:
        words = [item for item in words[1:] if "definite" not in item.roles]
    return words[0].text if words and words[0].text[:1].isalpha() else None


def _person(row: Frame, at: int) -> bool:
    return row.value(at).unit == "person" or bool(row.roles(at + 1, at + 4) & PERSONS)


def _same_people(row: Frame, at: int, above: Frame, n: int) -> bool:
    """Whether both count the same people: by one noun, by a word of one stem, or all of them as people."""
    called, everyone = _noun(row, at), _everyone(row, at)
    if called is None:
        return False
    if alike(noun(above.claim(n)), called):
        return everyone or above.value(n).unit != "person"
    kinds = above.every & {"dead", "hurt"}
    if len(kinds) == 1 and kinds == row.every & {"dead", "hurt"}:
        return True
    return _named_above(above, called[:STEM].lower()) or (everyone and _person(row, at))


def _named_above(above: Frame, stem: str) -> bool:
    """Whether a word of the stem stands in the sentence before."""
    words = (item.text.lower() for item in above.items if item.kind == "word")
    return len(stem) == STEM and any(word.startswith(stem) for word in words)


def in_words(frame: Frame) -> Iterator[Again]:
    """As in "three (3) weeks", "2500 euros (in words: two thousand five hundred)"."""
    for one, two in pairwise(frame.numbers):
        first, second = frame.claim(one), frame.claim(two)
        if first.type != second.type or dimension(first) != dimension(second) or not number(first):
            continue  # "well over seven feet (2.1 metres)"; in tables "nil (307)" is this year's and last year's
        said = _bracketed(frame, one, two) or "in_words" in frame.roles(one + 1, two)
        if said and _two_ways(frame, one, two):
            yield Again("words", first, second, "a number in words and in digits")


def _two_ways(frame: Frame, one: int, two: int) -> bool:
    """Whether two values stand side by side, one in words and one in digits."""
    if two - one > 6 or not (is_value(frame, one) and is_value(frame, two)):
        return False
    return frame.mark(two - 1) in ("(", ":", "/") and spelled(frame.claim(one)) != spelled(frame.claim(two))


def _bracketed(frame: Frame, one: int, two: int) -> bool:
    """Whether the digits follow the word at once in brackets, and what is counted only then."""
    first = frame.claim(one)
    return two == one + 2 and frame.bracketed(two) and spelled(first) and first.type == "quantity" and not noun(first)


def in_two_languages(article: Article, foreign: dict[str, int]) -> Iterator[Again]:
    """As in "5 billion dollars" beside "fünf Billionen Dollar": the digits of both are the same."""
    for claim in _foreign(article, foreign):
        low = bisect_left(article.claims, claim.span.start - FAR + 1, key=_start)
        high = bisect_left(article.claims, claim.span.start + FAR, low, key=_start)
        near = [each for each in article.claims[low:high] if _same_digits(each, claim)]
        if len(near) == 1:
            yield Again("language", claim, near[0], "one number in two languages")


def _foreign(article: Article, foreign: dict[str, int]) -> Iterator[Claim]:
    """Every number before a scale word of another language; `foreign`: the words with their powers of ten."""
    prose = article.document.prose
    for word, power in foreign.items():
        for at, end in _places(prose, word):
            digits = NUMBER.search(prose, max(0, at - 10), at - 1)
            number = None if digits is None else _decimal(digits.group())
            if digits is not None and number is not None:
                span = Span(digits.start(), end)
                value = Measure(number.scaleb(power), rounded=True)
                yield Claim("amount", span, article.document.text[span.start : span.end], value)


def _places(prose: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a whole word stands behind a blank."""
    at = prose.find(word)
    while at >= 0:
        end = at + len(word)
        if at and prose[at - 1] in " \u00a0" and not prose[end : end + 1].isalnum():
            yield at, end
        at = prose.find(word, end)


def _start(claim: Claim) -> int:
    return claim.span.start


def _decimal(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "."))
    except InvalidOperation:
        return None


def _same_digits(claim: Claim, foreign: Claim) -> bool:
    value, other = number(claim), number(foreign)
    if not value or not other or claim.span.touches(foreign.span):
        return False
    if claim.type not in ("amount", "quantity") or value.adjusted() < 6:
        return False
    return value.normalize().as_tuple().digits == other.normalize().as_tuple().digits
