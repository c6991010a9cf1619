"""How numbers are written: digits that no notation allows, and one number told twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from claimcheck.extract.numerals import numerals_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import CLOSE, COLON, OPEN
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Again, Garbled
from claimcheck.model.report import Article
from claimcheck.model.span import Stretches, Word
from claimcheck.statements.dimension import dimension, noun, number, spelled
from claimcheck.statements.statement import Statement, Statements

NUMBER = re.compile(r"[0-9][0-9.,]*(?: [.,][0-9]{2}(?![0-9.,]))?")
TORN = re.compile(r"[0-9]{1,6} [.,][0-9]{2}")
GROUPED = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})+\1[0-9]{1,2}")
DOUBLED = re.compile(r"[0-9]{1,6}(?:,,|,\.|\.,)[0-9]{1,3}")
LONG_GROUP = {mark: re.compile(rf"[0-9]{{1,3}}\{mark}[0-9]{{4}}") for mark in ".,"}
TWICE = re.compile(r"[0-9] ([^\W\d_]{2,9})\.? ([^\W\d_]{2,9})")
WORD = re.compile(r" ?([^\W\d_][\w-]{1,20})")
SCALED = re.compile(r"([0-9][0-9.,   ]{4,}[0-9]) [^\W\d]{4,}")
BLANK = {mark: re.compile(rf"(?<![0-9.,/-])[0-9]{{1,3}}\{mark} (?=[0-9]{{3}} [^\W\d])") for mark in ".,"}
UNIT = r"(?P<unit>[^\W\d]{1,20}|%)(?![\w-]| ?[0-9])"
CUT = {
    mark: re.compile(rf"(?<![\w.,:/–-])(?P<whole>[0-9]{{1,6}})\{mark} (?:(?P<rest>[0-9]{{1,2}}) )?{UNIT}")
    for mark in ".,"
}
MORE = 4
"""Two numbers that say about how many, "5, 10 metres", lie nearer to each other."""
BEFORE = r"([^\s(„“\"]+) \Z"
LOOK, NEAR = 30, 16
SHORTEST, LONGEST = 4, 24
LARGE = 11
SIGNS = "$€£¥"
FOUR = "a group of four digits"


def digits(table: Statements) -> Iterator[Again | Garbled]:
    """Every such number that money stands beside or that counts something, every million behind a number that needs
    none, and every number that is told again in words or in another language.
    """
    article, relations = table.article, table.relations
    counts = {claim.span.start: claim for claim in article.claims if claim.type == "quantity" and _count(claim)}
    yield from _digits(article, counts, relations["notation"]["group"], relations["phrases"])
    yield from _torn(article, counts, relations["notation"]["group"])
    yield from _cut(article, relations["notation"]["decimal"])
    yield from _scaled_twice(table)
    for claim in filter(_written_out, article.claims):
        yield Garbled(Word(claim.span, claim.text), "a scale word behind a number that is already written out")
    for at in table.numbered():
        yield from (_again(*two) for two in pairwise(table.within(at)) if _in_words(*two))
    yield from _in_two_languages(article, relations["foreign_scales"])


def _scaled_twice(table: Statements) -> Iterator[Garbled]:
    """Numbers with two scale words; "a trillion trillion" is meant."""
    for match in TWICE.finditer(table.article.document.prose):
        one, two = (word.lower() for word in match.groups())
        if one != two and "scale_words" in table.roles_of(one) & table.roles_of(two):
            yield _garbled(table.article, match.start(1), match.end(), "two scale words on one number")


def _again(one: Statement, two: Statement) -> Again:
    return Again("words", one.claim, two.claim, "a number in words and in digits")


def _torn(article: Article, counts: dict[int, Claim], mark: str) -> Iterator[Garbled]:
    """Numbers with a blank behind the mark that groups their digits."""
    ordinal = extra(article.document.language or "", "people").get("determiners", ())
    for match in BLANK[mark].finditer(article.document.prose):
        if match.end() in counts and _runs_on(article.document.prose, match.start(), ordinal):
            yield _garbled(article, match.start(), match.end() + 3, "a blank inside a number")


def _cut(article: Article, mark: str) -> Iterator[Garbled]:
    """Numbers before a unit that have a blank behind the mark of their decimals, and perhaps none: "29, 9 percent"."""
    prose, grammar = article.document.prose, numerals_of(article.document.language or "")
    for match in CUT[mark].finditer(prose):
        if grammar.measured(match["unit"]) and (match["rest"] is None or _is_torn(match, prose)):
            yield _garbled(article, match.start(), match.start("unit") - 1, "decimals cut from a number")


def _is_torn(match: re.Match[str], prose: str) -> bool:
    """Whether two numbers are one with its decimals: no other number before them, and not about so many."""
    whole, rest = int(match["whole"]), int(match["rest"])
    listed = any(char.isdigit() for char in prose[max(0, match.start() - NEAR) : match.start()])
    return not listed and not whole < rest < MORE * whole


def _garbled(article: Article, start: int, end: int, reason: str) -> Garbled:
    return Garbled(Word(Span(start, end), article.document.prose[start:end]), reason)


def _digits(
    article: Article, counts: dict[int, Claim], mark: str, phrases: dict[str, list[list[Any]]]
) -> Iterator[Garbled]:
    """The numbers of money or of things whose own digits no notation allows; `counts`: claims by where they begin."""
    prose = article.document.prose
    wrong = [*_wrong(prose, mark)]
    money = Stretches(claim.span for claim in article.claims if wrong and claim.type == "amount")
    for start, text, reason in wrong:
        counted = counts[start].text.split(" ")[0] if start in counts else ""
        paid = not _is_rate(text, mark, reason) and _money(prose, start, start + len(text), money, phrases)
        if counted == text or paid:
            yield Garbled(Word(Span(start, start + len(text)), text), reason)


def _wrong(prose: str, mark: str) -> Iterator[tuple[int, str, str]]:
    """Every number that stands by itself with digits that no notation allows: where, the number, what is wrong."""
    for match in NUMBER.finditer(prose):
        start, text = match.start(), match.group().rstrip(".,")
        reason, after = _reason(text, mark), prose[start + len(text) : start + len(text) + 1]
        if reason is not None and not after.isalnum() and prose[max(0, start - 1) : start] not in ("-", "/", ":"):
            yield start, text, reason


def _is_rate(text: str, mark: str, reason: str) -> bool:
    """Whether it is a rate of exchange in the other notation: "1.0850 dollars"."""
    return reason == FOUR and text[1] == mark and text[0] in "01"


def _reason(text: str, mark: str) -> str | None:
    """What is wrong with digits of a length that can be judged; None where nothing is."""
    if not SHORTEST <= len(text) <= LONGEST or text.isdigit():
        return None
    return _fault(text, LONG_GROUP[mark])


def _count(claim: Claim) -> bool:
    """Whether a claim counts things or people, which come in whole numbers."""
    return isinstance(claim.value, Measure) and claim.value.unit in (None, "person") and claim.value.noun is not None


def _runs_on(prose: str, start: int, ordinal: Collection[str]) -> bool:
    """Whether what stands before a number is no word that an ordinal belongs to: "am 17.", "Platz 3."."""
    before = re.compile(BEFORE).search(prose, max(0, start - LOOK), start)
    word = "" if before is None else before.group(1)
    return word.endswith(")") or (word[:1].islower() and word not in ordinal)


def _fault(text: str, long_group: re.Pattern[str]) -> str | None:
    """What is wrong with the digits; None where nothing is."""
    if TORN.fullmatch(text):
        return "a blank inside a number"
    if GROUPED.fullmatch(text):
        return "a group of digits with a wrong length"
    if DOUBLED.fullmatch(text):
        return "a mark twice in a number"
    return FOUR if long_group.fullmatch(text) else None


def _written_out(claim: Claim) -> bool:
    if len(claim.text) < LARGE or claim.type not in ("amount", "quantity"):
        return False
    match = SCALED.search(claim.text[:60])
    if match is None or not isinstance(claim.value, Measure) or claim.value.number is None:
        return False
    number, written = claim.value.number, match.group(1)
    scaled = int(number.as_tuple().exponent) > 0  # without a scale word the digits are all there is
    return scaled and number.adjusted() >= LARGE and _has_all_digits(written)


def _has_all_digits(written: str) -> bool:
    """Whether the digits before a scale word are so many that they need none."""
    digits = sum(char.isdigit() for char in written)
    return digits >= (7 if len(written) > digits else 6) and not set(written[-3:]) & {",", "."}


def _money(prose: str, start: int, end: int, money: Stretches, phrases: dict[str, list[list[Any]]]) -> bool:
    around = prose[max(0, start - 3) : start] + prose[end : end + 2]
    if any(sign in around for sign in SIGNS):
        return True
    if money.touch(Span(start, end + 2)):
        return True
    word = WORD.match(prose, end)
    return word is not None and _plays("money", word.group(1), phrases)


def _plays(role: str, word: str, phrases: dict[str, list[list[Any]]]) -> bool:
    return any(not rest and role in names for rest, names in phrases.get(word.lower(), ()))


FAR = 120
SHORT_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?$")
TOLD_AGAIN = 6
"""So many tokens at most stand between the two."""


def _in_words(one: Statement, two: Statement) -> bool:
    """As in "three (3) weeks", "2500 euros (in words: two thousand five hundred)"."""
    first, second = one.claim, two.claim
    if first.type != second.type or dimension(first) != dimension(second) or not number(first):
        return False  # "well over seven feet (2.1 metres)"; in tables "nil (307)" is this year's and last year's
    if two.first - one.last > TOLD_AGAIN or spelled(first) == spelled(second):
        return False
    told = "in_words" in one.near.roles(one.last, two.first) and two.held.role(two.first - 1) & (OPEN | COLON)
    return bool(told) or _is_bracketed(one, two)


def _is_bracketed(one: Statement, two: Statement) -> bool:
    """Whether digits follow a word at once in brackets, and what is counted only then."""
    closed = two.first == one.last + 1 and two.held.role(one.last) & OPEN and two.held.role(two.last) & CLOSE
    return bool(closed) and spelled(one.claim) and one.claim.type == "quantity" and not noun(one.claim)


def _in_two_languages(article: Article, foreign: dict[str, int]) -> Iterator[Again]:
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
            digits = SHORT_NUMBER.search(prose, max(0, at - 10), at - 1)
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
