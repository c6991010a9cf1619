"""People counted once and counted again: "Fourteen people were hurt. … All 12 of the injured went home"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.bare import with_bare
from claimcheck.link.dimension import dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, is_value
from claimcheck.link.pairs import is_label, old_values
from claimcheck.link.sizes import size
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
