"""People counted once and counted again: "Fourteen people were hurt. … All 12 of the injured went home"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import dimension, measure
from claimcheck.link.frame import Frame, Item
from claimcheck.link.joint import alike, is_value
from claimcheck.link.pairs import is_label, old_values
from claimcheck.link.sizes import size
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Again

MOST, LEAST = 200, 2
STEM = 5
NEAR = Decimal("0.5")
MORE = frozenset({"besides", "too", "others", "remaining", "rise", "fall", "thereby", "open", "of_which", "total"})
PERSONS = frozenset({"people", "person", "dead", "hurt", "member"})


def counted_again(frame: Frame, previous: Frame | None, first: Frame | None) -> Iterator[Again]:
    """All of those counted before, by another number: the only count of people in the one or two sentences before."""
    told = [each for each in (first if previous is not None else None, previous) if each is not None]
    counts = [(each, n) for each in told for n in each.numbers if _counts(each, n) and _person(each, n, None)]
    if len(counts) != 1:
        return
    row = with_bare(frame)
    at = next((n for n in row.numbers[:2] if _everyone(row, n) or row.before(n, "definite")), None)
    if at is None or at > 3 or not _counts(row, at) or row.every & {"others", "remaining", "again"}:
        return
    above, n = counts[0]
    noun = _noun(row, at)
    if noun is None or old_values(above) or _grown(told, n) or not _same_people(row, at, noun, above, n):
        return
    one, two = measure(row.claim(at)), measure(above.claim(n))
    if one and two and one.number and two.number and NEAR <= one.number / two.number <= 1 / NEAR:
        yield Again("count", row.claim(at), above.claim(n), "the same people counted twice")


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
    claim = row.claim(at)
    value = measure(claim)
    if value is None or value.number is None or value.hedge is not None or not LEAST <= value.number <= MOST:
        return False
    whole = value.number == value.number.to_integral_value() and not value.rounded
    plain = is_value(row, at) and not is_label(row, at) and size(row, at) is None
    return whole and plain and dimension(claim) in ("", "?")


def _noun(row: Frame, at: int) -> str | None:
    """What is counted: "12 of the injured" counts the injured."""
    value = measure(row.claim(at))
    if value is not None and value.noun is not None:
        return value.noun
    words = [item for item in row.items[at + 1 : at + 5] if item.kind == "word"]
    if words and "of" in words[0].roles:
        words = [item for item in words[1:] if not item.roles & {"definite"}]
    return words[0].text if words and words[0].text[:1].isalpha() else None


def _person(row: Frame, at: int, noun: str | None) -> bool:
    value = measure(row.claim(at))
    if value is not None and value.unit == "person":
        return True
    beside = row.items[at + 1 : at + 5]
    return any(item.roles & PERSONS for item in beside[:3] if noun is None or item.text == noun)


def _same_people(row: Frame, at: int, noun: str, above: Frame, n: int) -> bool:
    """Whether both count the same people: by one noun, by a word of one stem, or all of them as people."""
    first, everyone = measure(above.claim(n)), _everyone(row, at)
    if first is not None and alike(first.noun, noun):
        return everyone or first.unit != "person"
    kinds = [{*each.roles(0, len(each.items))} & {"dead", "hurt"} for each in (above, row)]
    if all(kinds) and kinds[0] == kinds[1] and len(kinds[0]) == 1:
        return True
    stem = noun.lower()[:STEM]
    if len(stem) == STEM and any(item.text.lower().startswith(stem) for item in above.items if item.kind == "word"):
        return True
    return everyone and _person(row, at, None)


DIGITS = re.compile(r"[1-9][0-9]{0,3}|[1-9][0-9]{0,2}[.,][0-9]{3}")
CARDINAL = "cardinal:"
FIRST, LAST = 1900, 2100


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
    item = frame.items[at]
    if (number := _value(item)) is None:
        return None
    beside = frame.mark(at - 1) + frame.mark(at + 1)
    if any(sign in beside for sign in ":-/–§#$€£%°'’") or frame.before(at, "label"):
        return None
    after = frame.items[at + 1] if at + 1 < len(frame.items) else None
    if after is not None and after.start == item.end and after.text not in (",", ";", ")", ".", "?", "!"):
        return None
    if after is not None and after.text == "." and at + 2 < len(frame.items):
        return None  # an ordinal, or a figure cut in two
    if FIRST <= number < LAST or (after is not None and after.kind == "time"):
        return None
    claim = Claim("quantity", Span(item.start, item.end), item.text, Measure(number))
    return Item("number", item.start, item.end, item.text, item.roles, claim)


def _value(item: Item) -> Decimal | None:
    if item.text[0].isdigit() and DIGITS.fullmatch(item.text):
        return Decimal(re.sub("[.,]", "", item.text))
    told = [role for role in item.roles if role.startswith(CARDINAL)]
    if len(told) != 1 or item.text.isdigit() or told[0] == f"{CARDINAL}1":
        return None
    return Decimal(told[0].removeprefix(CARDINAL))
