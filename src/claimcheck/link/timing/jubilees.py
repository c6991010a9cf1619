"""Jubilees with the date they count from: "the brewery, founded in 1925, celebrates its 100th anniversary"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.link.timing.row import Row, plain_row
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.attribution import Part
from claimcheck.model.report import Article
from claimcheck.model.timing import Jubilee

NEAR = 8
FEWEST = 2
MOST = 2000
OPENING = 3
FAR = 16
SINCE = ("founded", "wedding", "born")


def jubilees(row: Row, table: dict[str, Any]) -> Iterator[Jubilee]:
    """The jubilee of a sentence and its date, said in it or, if the person or firm is the same, right before."""
    again = row.has("recurs")
    marked = [at for at, item in enumerate(row.items) if "jubilee" in item.roles or (again and "times" in item.roles)]
    if not marked:
        marked = [at for at in row.places("age") if row.has("turns", at - 5, at) and not row.has("pronoun", at - 3, at)]
    if len(marked) != 1:
        return
    number = _number(row, marked[0], table)
    if number is None:
        return
    part, years = number
    word = "wedding" if row.role(marked[0], "wedded") else "born" if row.role(marked[0], "birthday") else "founded"
    fixed = [at for at in row.places("date") if _fixed(row.claim(at)) and not part.span.touches(row.claim(at).span)]
    founded = [at for at in fixed if _founded(row, at, marked[0], word)]
    held = [at for at in row.places("date") if at not in founded and _held(row.claim(at))]
    year = row.claim(held[0]) if held else None
    if len(founded) == 1 and len(held) <= 1 and len(fixed) <= 2:
        yield Jubilee(part, years, row.claim(founded[0]), year, "a jubilee and what it counts from")
    elif not founded and len(held) <= 1 and row.has("reached"):
        since = _in(row.previous, word) or _in(row.following, word, opening=True)
        if since is not None:
            yield Jubilee(part, years, since, year, "a jubilee and what it counts from")


def beside(article: Article, rows: list[Row], table: dict[str, Any]) -> Iterator[Jubilee]:
    """The jubilees of sentences that name no time, right beside one that has a date and a beginning."""
    known = {row.number for row in rows}
    for row in rows:
        if len(row.places("date")) != 1 or not any(row.has(word) for word in SINCE):
            continue
        for number in (row.number - 1, row.number + 1):
            if number in known or not 0 <= number < len(article.document.sentences):
                continue
            near = plain_row(article, number, table["phrases"])
            near.previous, near.following = (row, None) if number > row.number else (None, row)
            yield from jubilees(near, table)


def _number(row: Row, at: int, table: dict[str, Any]) -> tuple[Part, int] | None:
    """The ordinal before the word, or the length in it: "50. Jahrestag", "100-jähriges Bestehen", "centenary"."""
    value = row.claim(at).value if row.items[at].kind == "age" else None
    if isinstance(value, Measure):
        plain = value.unit == "year" and value.number is not None and value.hedge is None
        return (_part(row, at, at), int(value.number or 0)) if plain else None
    whole = table["numbers"].get(row.items[at].text.lower())
    if whole is not None:
        return _part(row, at, at), whole
    for near in range(at - 1, max(-1, at - 4), -1):
        item = row.items[near]
        if item.kind == "length":
            value = row.claim(near).value
            measure = value.measure if isinstance(value, Duration) else None
            if measure is None or measure.unit != "year" or measure.number is None or measure.hedge is not None:
                return None
            return _part(row, near, near), int(measure.number)
        text = item.text
        digits = text
        marked = False
        for mark in table["ordinal_marks"]:
            if text.lower().endswith(mark) and text[: -len(mark)].isdecimal():
                digits, marked = text[: -len(mark)], True
        if digits.isdecimal() and (marked or row.mark(near + 1) in table["ordinal_marks"]):
            last = near if marked else near + 1
            years = int(digits) if len(digits) < 5 else 0
            return (_part(row, near, last), years) if FEWEST <= years <= MOST else None
        if item.kind in ("date", "other", "mark") and text not in table["ordinal_marks"]:
            return None
    return None


def _part(row: Row, first: int, last: int) -> Part:
    start, end = row.items[first].start, row.items[last].end
    return Part(Span(start, end), "".join(item.text for item in row.items[first : last + 1]))


def _fixed(claim: Claim) -> bool:
    value = claim.value
    if not isinstance(value, Period) or value.start is None or value.relative or "/" in value.edtf:
        return False
    return value.grain in ("day", "month", "year") and value.part is None


def _held(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Period) and value.start is not None and value.grain in ("year", "month", "day", "week")


def _founded(row: Row, at: int, jubilee: int, word: str) -> bool:
    """Whether a date is that which a jubilee counts from: beside "founded", or right behind "anniversary of"."""
    if row.items[jubilee].kind == "age" and row.distance(at, "born", NEAR) is not None:
        return False  # a person: the age is checked by itself
    founded, reached = row.distance(at, word, NEAR), row.distance(at, "reached", NEAR)
    if word != "founded":
        return founded is not None and (reached is None or founded < reached)
    if founded is not None and (reached is None or founded < reached):
        return True
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
    if row is None:
        return None
    dates = row.places("date")
    if len(dates) != 1 or not _fixed(row.claim(dates[0])):
        return None
    if row.distance(dates[0], word, NEAR if word == "founded" and not opening else FAR) is None:
        return None
    if opening and not (dates[0] <= 1 or row.has(word, 0, OPENING) or row.has("pronoun", 0, 1)):
        return None
    return row.claim(dates[0])
