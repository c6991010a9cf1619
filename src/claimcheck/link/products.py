"""Totals that are a product: flats and the price of each, hours and speed, months and rent, stake and worth."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import (
    equals_before,
    is_count,
    is_share,
    is_value,
    joined,
    like,
    measured,
    near,
    of_kind,
    shares_of,
)
from claimcheck.link.paces import SPEEDS, SUMMED, rates, speeds
from claimcheck.link.pairs import old_values
from claimcheck.link.sizes import size
from claimcheck.model.figures import Product
from claimcheck.statements.dimension import dimension, noun
from claimcheck.statements.words import alike

NEAR = 8
AREAS = frozenset({"km2", "m2", "ha", "mi2", "acre"})
FAR = 14


def products(frame: Frame, previous: Frame | None) -> Iterator[Product]:
    """Every total of the row whose two factors stand beside it."""
    if frame.every & {"per_one", "each"}:
        yield from _each(frame, previous)
    if any(dimension(frame.claim(n)) in SPEEDS for n in frame.numbers):
        yield from speeds(*joined(previous, frame))
    if any(_area(frame, n) for n in frame.numbers):
        yield from _density(*joined(previous, frame))
    if frame.every & {"total", "together", "equals"}:
        yield from rates(*joined(previous, frame))
    if frame.every & {"worth", "worth_weak"}:
        yield from stakes(*joined(previous, frame))
    yield from _times(frame)


def _each(frame: Frame, previous: Frame | None) -> Iterator[Product]:
    """As in "the 200 flats cost 50 million, or 250,000 each"; "each of the 150 will get 300, in all 45,000"."""
    row, begin = joined(previous if len(frame.numbers) < 3 else None, frame)
    one = only([n for n in row.numbers if n >= begin and is_single(row, n)])
    count = None if one is None or not _per_one(row, one) else only(_counts_of(row, one))
    if one is None or count is None:
        return
    total = only([n for n in of_kind(row, one) if is_value(row, n) and n != count])
    if total is not None and _fit(row, one, count, total):
        reason = "a total, a number and what falls on each"
        yield Product("each", row.claim(total), row.claim(count), row.claim(one), reason)


def _fit(row: Frame, one: int, count: int, total: int) -> bool:
    return _in_order(row, one, count, total) and (_told_again(row, one, total) or _summed(row, one, count, total))


def _per_one(row: Frame, one: int) -> bool:
    """Whether the number is said of one thing, not of so many of them or of a unit."""
    per = row.value(one).per
    return per is None or (per.unit is None and per.number == 1)


def _counts_of(row: Frame, one: int) -> list[int]:
    """The numbers that may count those of whom the single one is told."""
    counts, named = _counted(row, one), _named(row, one)
    if named is None:
        return counts
    if towns := _of_town(row, named):
        return towns
    matching = [n for n in counts if _counts(row, n, named)]
    shared_out = not matching and row.value(one).per is None and "share_out" in row.every
    return counts if shared_out or _is_head(row, named) else matching


def _counted(row: Frame, but: int) -> list[int]:
    """The other counts of things or people."""
    return [n for n in row.numbers if n != but and is_count(row.claim(n)) and is_value(row, n)]


def _named(row: Frame, one: int) -> str | None:
    """The noun of those of whom the single number is told."""
    per = row.value(one).per
    return per.noun if per is not None and per.noun is not None else _noun_beside(row, one)


def _in_order(row: Frame, one: int, count: int, total: int) -> bool:
    """Whether the count does not come last, unless it is said with "of", and neither number is the size of a change."""
    if count > max(one, total) and not _each_of(row, one, count):
        return False
    return not old_values(row) and all(size(row, n) is None for n in (one, total))


def _told_again(row: Frame, one: int, total: int) -> bool:
    """Whether the single number follows the total and only says it again."""
    if total >= one:
        return False
    return "share_out" in row.every or _again(row, one) or near(row, one, "average", left=6) is not None


def _summed(row: Frame, one: int, count: int, total: int) -> bool:
    """Whether the total is said to sum up: "200 of 30 euros, 6000 euros", "in all 45,000"."""
    if one - count <= 4 and 0 < total - one <= 3 and count < one:
        return True
    if "share_out" in row.roles(total, total + 7):
        return True
    return total > one and any(near(row, total, role, left=4) is not None for role in SUMMED)


def _area(row: Frame, at: int) -> str | None:
    """The unit of area that a number is per: "70 people per square kilometre"."""
    per = row.value(at).per
    return per.unit if per is not None and per.unit in AREAS and per.number == 1 else None


def _density(row: Frame, begin: int) -> Iterator[Product]:
    """As in "4200 people on 60 square kilometres, that is 70 people per square kilometre"."""
    rate, area = only([n for n in row.numbers if n >= begin and _area(row, n)]), only(measured(row, AREAS))
    if rate is None or area is None or dimension(row.claim(area)) != _area(row, rate) or old_values(row):
        return
    # what is counted behind the figure for one unit is something else: "…, and 600 new flats are planned"
    people = _counted(row, rate)
    living = only([n for n in people if n < rate] or people)
    if living is not None and size(row, living) is None:
        reason = "a number of people, an area and how many live on one unit of it"
        yield Product("each", row.claim(living), row.claim(area), row.claim(rate), reason)


def is_single(row: Frame, at: int) -> bool:
    """Whether the number is what falls on one: "300 each", "300 per flat", "per flat that is 300"."""
    claim, value = row.claim(at), row.value(at)
    if value.number is None or dimension(claim) == "time" or is_share(claim):
        return False
    if value.per is not None:
        return value.per.unit is None and value.per.noun is not None
    if is_count(claim) or (value.unit is None and value.number == 1):
        return False
    return _by_words(row, at)


def _by_words(row: Frame, at: int) -> bool:
    """Whether a word such as "each" belongs to the number, or it has an article and a noun: "300 dollars a bin"."""
    if (row.roles(at + 1, at + 2) & {"each", "per_one"} and row.mark(at + 1) == "") or _for_each(row, at):
        return True
    if "article" in row.roles(at + 1, at + 2) and at + 2 < len(row.items):
        priced = row.items[at + 2].text
        return any(is_count(row.claim(n)) and _counts(row, n, priced) for n in row.ahead(at))
    return _each_before(row, at)


def _each_before(row: Frame, at: int) -> bool:
    """Whether "each" stands before the number, or before the count before it."""
    for near_by in range(at - 1, max(-1, at - 7), -1):
        item = row.items[near_by]
        if item.kind == "number":
            spread = "each" in row.roles(near_by - 6, near_by) or "per_head" in row.roles(near_by - 2, near_by)
            return bool(item.roles & {"each", "per_one"}) or (spread and is_count(row.claim(near_by)))
        if item.roles & {"each", "per_one"}:
            return True
        if item.kind == "mark":
            return False
    return False


def _for_each(row: Frame, at: int) -> bool:
    """Whether a preposition and "each" follow: "200 euros for each citizen", "200 euros to every flat"."""
    return bool(row.roles(at + 1, at + 2) & {"place", "to"}) and "per_one" in row.roles(at + 2, at + 3)


def _each_of(row: Frame, one: int, count: int) -> bool:
    """Whether those counted behind the number are meant: "75 euros for each of the 80 million people"."""
    said = next((n for n in (one + 1, one + 2) if "per_one" in row.roles(n, n + 1)), None)
    return said is not None and "of" in row.roles(said + 1, said + 2) and count - one <= NEAR


def _is_head(row: Frame, word: str) -> bool:
    """Whether the noun stands for one of those counted: "150 euros per head"."""
    return any("per_head" in item.roles for item in row.items if item.text == word)


def _of_town(row: Frame, word: str) -> list[int]:
    """The people of a place where each of them is meant: "the 23,000-resident town", "on every citizen"."""
    if not any(item.text == word and "people" in item.roles for item in row.items):
        return []
    return [n for n in row.numbers if row.mark(n + 1) == "-" and "people" in row.roles(n + 2, n + 3)]


def _noun_beside(row: Frame, at: int) -> str | None:
    """The noun after "per", wherever it stands: "per bus that is 800,000", "800,000 for every bus"."""
    if _for_each(row, at) and at + 3 < len(row.items):
        return None if "of" in row.items[at + 3].roles else row.items[at + 3].text
    for near_by in range(max(0, at - 7), at):
        if row.items[near_by].roles & {"each", "per_one"} and near_by + 1 < at:
            word = row.items[near_by + 1]
            if word.kind == "word" and not word.roles & {"light", "equals", "place"} and word.text[:1].isalpha():
                return word.text
    return None


def _counts(row: Frame, at: int, word: str) -> bool:
    counted = noun(row.claim(at))
    return alike(counted, word) or _compound(counted, word)


def _compound(one: str | None, other: str) -> bool:
    """Whether one noun is the last part of the other: "Mietwohnungen", "Wohnung"."""
    return one is not None and len(other) > 3 and one.lower().rstrip("ens").endswith(other.lower().rstrip("ens"))


def _again(row: Frame, one: int) -> bool:
    """Whether the number only says again what was told: after "that is", a comma or an opening bracket."""
    if equals_before(row, one):
        return True
    left = one - 1
    while left > 0 and row.items[left].kind == "word" and row.items[left].roles & {"filler", "light", "hedge:about"}:
        left -= 1
    return row.mark(left) in (",", "(", "–", "—")


def _times(frame: Frame) -> Iterator[Product]:
    """As in "12 times 40 euros, or 480 euros"."""
    for one, two, total in zip(frame.numbers, frame.numbers[1:], frame.numbers[2:], strict=False):
        if two - one != 1 or dimension(frame.claim(one)) != "times" or total - two > 6:
            continue
        values = all(is_value(frame, n) and not is_share(frame.claim(n)) for n in (one, two, total))
        if values and equals_before(frame, total):
            reason = "two factors and their product"
            yield Product("times", frame.claim(total), frame.claim(one), frame.claim(two), reason)


def stakes(row: Frame, begin: int) -> Iterator[Product]:
    """As in "40 percent for two billion, which values the firm at five billion"."""
    share = only(shares_of(row)) if "stake" in row.every else None
    amounts = [n for n in row.numbers if row.claim(n).type == "amount" and is_value(row, n)]
    worth = _worth(row, amounts, begin)
    if share is None or worth is None or size(row, share) is not None or old_values(row):
        return
    price = only([n for n in like(row, worth) if n in amounts])
    if price is not None and price < worth and abs(price - share) <= FAR:
        reason = "a stake, its price and the worth of the whole"
        yield Product("stake", row.claim(price), row.claim(share), row.claim(worth), reason)


def _worth(row: Frame, amounts: list[int], begin: int) -> int | None:
    """The last amount of the sentence that is called a worth."""
    return next((n for n in reversed(amounts) if n >= begin and _is_worth(row, n, begin)), None)


def _is_worth(row: Frame, at: int, begin: int) -> bool:
    """Whether the amount is called a worth; "worth" alone counts only beside the stake, it is said of anything."""
    if near(row, at, "worth", left=5, right=2) is not None:
        return True
    weak = near(row, at, "worth_weak", left=5, right=2) is not None
    return weak and (begin == 0 or bool(row.roles(begin, at) & {"equals", "thereby"}))
