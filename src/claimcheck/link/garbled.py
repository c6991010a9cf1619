"""Digits that no notation allows: "30 .00", "1.250.00", "12,,50", "300000000 million"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Garbled
from claimcheck.model.report import Article
from claimcheck.model.span import Word
from claimcheck.model.stretches import Stretches

NUMBER = re.compile(r"[0-9][0-9.,]*(?: [.,][0-9]{2}(?![0-9.,]))?")
TORN = re.compile(r"[0-9]{1,6} [.,][0-9]{2}")
GROUPED = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})+\1[0-9]{1,2}")
DOUBLED = re.compile(r"[0-9]{1,6}(?:,,|,\.|\.,)[0-9]{1,3}")
LONG_GROUP = {mark: re.compile(rf"[0-9]{{1,3}}\{mark}[0-9]{{4}}") for mark in ".,"}
TWICE = re.compile(r"[0-9] ([^\W\d_]{2,9})\.? ([^\W\d_]{2,9})")
WORD = re.compile(r" ?([^\W\d_][\w-]{1,20})")
SCALED = re.compile(r"([0-9][0-9.,   ]{4,}[0-9]) [^\W\d]{4,}")
BLANK = {mark: re.compile(rf"(?<![0-9.,/-])[0-9]{{1,3}}\{mark} (?=[0-9]{{3}} [^\W\d])") for mark in ".,"}
BEFORE = r"([^\s(„“\"]+) \Z"
LOOK = 30
SHORTEST, LONGEST = 4, 24
LARGE = 11
SIGNS = "$€£¥"
FOUR = "a group of four digits"


def garbled(article: Article, relations: dict[str, Any]) -> Iterator[Garbled]:
    """Every such number that money stands beside or that counts something, and every million behind a number that needs
    none.
    """
    counts = {claim.span.start: claim for claim in article.claims if claim.type == "quantity" and _count(claim)}
    yield from _digits(article, counts, relations["notation"]["group"], relations["phrases"])
    yield from _torn(article, counts, relations["notation"]["group"])
    for match in TWICE.finditer(article.document.prose):
        if all(_plays("scale_words", word, relations["phrases"]) for word in match.groups()):
            yield _garbled(article, match.start(1), match.end(), "two scale words on one number")
    for claim in filter(_written_out, article.claims):
        yield Garbled(Word(claim.span, claim.text), "a scale word behind a number that is already written out")


def _torn(article: Article, counts: dict[int, Claim], mark: str) -> Iterator[Garbled]:
    """Numbers with a blank behind the mark that groups their digits."""
    ordinal = extra(article.document.language or "", "people").get("determiners", ())
    for match in BLANK[mark].finditer(article.document.prose):
        if match.end() in counts and _runs_on(article.document.prose, match.start(), ordinal):
            yield _garbled(article, match.start(), match.end() + 3, "a blank inside a number")


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
