"""Numbers without a noun, which are no claims by themselves: "of the 360 teachers 72 are ill"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.link.frame import Frame, Item
from claimcheck.model import Claim, Measure, Span

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
