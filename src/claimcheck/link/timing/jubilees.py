"""Jubilees with the date they count from: "the brewery, founded in 1925, celebrates its 100th anniversary"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.link.timing.row import Row, certain, plain_row
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.attribution import Part
from claimcheck.model.report import Article
from claimcheck.model.timing import Jubilee

NEAR = 8
FEWEST = 2
MOST = 2000
OPENING = 3
FAR = 16
LONG = 5
SINCE = ("founded", "wedding", "born")


def jubilees(row: Row, table: dict[str, Any]) -> Iterator[Jubilee]:
    """The jubilee of a sentence and its date, said in it or, if the person or firm is the same, right before."""
    at = _marked(row)
    number = None if at is None else _number(row, at, table)
    if at is None or number is None:
        return
    part, years = number
    since, year = _dates(row, at, part)
    if since is not None:
        yield Jubilee(part, years, since, year, "a jubilee and what it counts from")


def _dates(row: Row, at: int, part: Part) -> tuple[Claim | None, Claim | None]:
    """The date that a jubilee counts from, and that of the jubilee itself; no first one where it is not certain."""
    word = "wedding" if row.role(at, "wedded") else "born" if row.role(at, "birthday") else "founded"
    places = row.places("date")
    fixed = [each for each in places if certain(row.claim(each)) and not part.span.touches(row.claim(each).span)]
    founded = [each for each in fixed if _founded(row, each, at, word)]
    held = [each for each in places if each not in founded and _held(row.claim(each))]
    if len(held) > 1:
        return None, None
    since = row.claim(founded[0]) if len(founded) == 1 and len(fixed) <= 2 else None
    if not founded and row.has("reached"):
        since = _in(row.previous, word) or _in(row.following, word, opening=True)
    return since, row.claim(held[0]) if held else None


def _marked(row: Row) -> int | None:
    """The only word of a sentence that speaks of a jubilee, or the only age somebody reaches."""
    again = row.has("recurs")
    marked = [at for at, item in enumerate(row.items) if "jubilee" in item.roles or (again and "times" in item.roles)]
    if not marked:
        marked = [at for at in row.places("age") if row.has("turns", at - 5, at) and not row.has("pronoun", at - 3, at)]
    return marked[0] if len(marked) == 1 else None


def beside(article: Article, rows: list[Row], table: dict[str, Any]) -> Iterator[Jubilee]:
    """The jubilees of sentences that name no time, right beside one that has a date and a beginning."""
    known = {row.number for row in rows}
    sentences = range(len(article.document.sentences))
    for row in rows:
        if len(row.places("date")) != 1 or not any(row.has(word) for word in SINCE):
            continue
        for number in (row.number - 1, row.number + 1):
            if number not in known and number in sentences:
                near = plain_row(article, number, table["phrases"])
                near.previous, near.following = (row, None) if number > row.number else (None, row)
                yield from jubilees(near, table)


def _number(row: Row, at: int, table: dict[str, Any]) -> tuple[Part, int] | None:
    """The ordinal before the word, or the length in it: "50. Jahrestag", "100-jähriges Bestehen", "centenary"."""
    value = row.claim(at).value if row.items[at].kind == "age" else None
    if isinstance(value, Measure):
        years = _plain_years(value)
        return None if years is None else (_part(row, at, at), years)
    whole = table["numbers"].get(row.items[at].text.lower())
    if whole is not None:
        return _part(row, at, at), whole
    for near in range(at - 1, max(-1, at - 4), -1):
        item = row.items[near]
        if item.kind == "length":
            length = row.claim(near).value
            years = _plain_years(length.measure if isinstance(length, Duration) else None)
            return None if years is None else (_part(row, near, near), years)
        found = _ordinal(row, near, table["ordinal_marks"])
        if found is not None:
            last, years = found
            return (_part(row, near, last), years) if FEWEST <= years <= MOST else None
        if item.kind in ("date", "other", "mark") and item.text not in table["ordinal_marks"]:
            return None
    return None


def _plain_years(value: Measure | None) -> int | None:
    """A number of years without a hedge."""
    if value is None or value.unit != "year" or value.number is None or value.hedge is not None:
        return None
    return int(value.number)


def _ordinal(row: Row, at: int, marks: list[str]) -> tuple[int, int] | None:
    """Where an ordinal in digits ends that begins at a place, and its number."""
    text = row.items[at].text.lower()
    for mark in marks:
        digits = text[: -len(mark)]
        if text.endswith(mark) and digits.isdecimal():
            return at, _small(digits)
    return (at + 1, _small(text)) if text.isdecimal() and row.mark(at + 1) in marks else None


def _small(digits: str) -> int:
    return int(digits) if len(digits) < LONG else 0


def _part(row: Row, first: int, last: int) -> Part:
    start, end = row.items[first].start, row.items[last].end
    return Part(Span(start, end), "".join(item.text for item in row.items[first : last + 1]))


def _held(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Period) and value.start is not None and value.grain in ("year", "month", "day", "week")


def _founded(row: Row, at: int, jubilee: int, word: str) -> bool:
    """Whether a date is that which a jubilee counts from: beside "founded", or right behind "anniversary of"."""
    if row.items[jubilee].kind == "age" and row.distance(at, "born", NEAR) is not None:
        return False  # a person: the age is checked by itself
    founded, reached = row.distance(at, word, NEAR), row.distance(at, "reached", NEAR)
    if founded is not None and (reached is None or founded < reached):
        return True
    return word == "founded" and _about(row, at, jubilee)


def _about(row: Row, at: int, jubilee: int) -> bool:
    """Whether a date stands behind "anniversary of"."""
    if row.has("recurs") and row.role(at - 1, "about"):
        return True
    behind = row.items[jubilee + 1 : at]
    if not 0 < len(behind) <= NEAR or "about" not in behind[0].roles:
        return False
    return "about" in behind[-1].roles or row.role(at - 1, "about")


def _in(row: Row | None, word: str, *, opening: bool = False) -> Claim | None:
    """The one founding date of a sentence beside, if that names no other date.

    `opening`: only if the sentence begins with what it tells of: "Founded in 1925, …", "It was formed in 1955".
    """
    dates = row.places("date") if row is not None else []
    if row is None or len(dates) != 1 or not certain(row.claim(dates[0])):
        return None
    if row.distance(dates[0], word, NEAR if word == "founded" and not opening else FAR) is None:
        return None
    if opening and not (dates[0] <= 1 or row.has(word, 0, OPENING) or row.has("pronoun", 0, 1)):
        return None
    return row.claim(dates[0])
