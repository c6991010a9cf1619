"""What a number counts, and whether two numbers count the same."""

from __future__ import annotations

from claimcheck.link.across.kinds import kinds
from claimcheck.link.across.line import Number
from claimcheck.link.across.value import measure
from claimcheck.link.across.words import vocabulary

AMOUNTS = ("amount", "percentage")
ANYTHING = (None, "@person")  # nothing named, or people, who may be guests or voters
JOINED = 60


def same_noun(one: Number, two: Number) -> bool | None:
    """Whether two counts are of the same thing; None where one of them names none, or people of no certain kind."""
    first, second = noun_key(one), noun_key(two)
    if first == second and first is not None:
        return True
    if first in ANYTHING or second in ANYTHING:
        return None
    return False


def kind(number: Number) -> str | None:
    """The key of what is counted, of what an amount is a value of; None where that is nothing certain."""
    if number.claim.type in AMOUNTS:
        value, named = measure(number), kinds(number)
        return f"{min(named)} {value.unit}" if value is not None and len(named) == 1 else None
    found = noun_key(number)
    return None if found in ANYTHING else found


def noun_key(number: Number) -> str | None:
    """The key of what is counted."""
    value = measure(number)
    if value is None or value.noun is None:
        return None
    words = value.noun.replace("-", " ").replace(":", " ").replace("*", " ").split()
    key = vocabulary(number.line.page.language).key(words[-1]) if words else None
    other = None if key is None else _joined(number, words[-1], key)
    return key if other is None else "+".join(sorted((key or "", other)))


def _joined(number: Number, noun: str, key: str) -> str | None:
    """What is counted with it: "50 guests and nurses", but nothing more in "20 Lehrerinnen und Lehrer"."""
    page, end = number.line.page, number.claim.span.end
    words = page.prose[end : min(end + JOINED, number.line.span.end)].split()[:4]
    behind = words[words.index(noun) + 1 :] if noun in words else words if number.claim.text.endswith(noun) else []
    if len(behind) < 2 or behind[0] not in page.vocabulary.joins:
        return None
    other = page.vocabulary.key(behind[1].strip(",.;:"))
    return other if other != key and not behind[1][0].isdigit() else None
