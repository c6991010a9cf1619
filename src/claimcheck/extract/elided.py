"""Units that are not said again: "von 19 auf 16 Prozent", "12,6 Millionen Euro auf 182,5 Millionen"."""

from __future__ import annotations

from claimcheck.extract.nouns import counted
from claimcheck.extract.parts import Part
from claimcheck.extract.place import Place
from claimcheck.extract.ranges import SPACES, Phrase
from claimcheck.extract.scan import Token
from claimcheck.extract.units import Unit

THOUSAND, MILLION = 3, 6
FAR = 20
SMALL = 1000
"""A number below this can stand for millions that are said only once."""


def with_elided_units(place: Place, tokens: list[Token], parts: list[Part]) -> list[Unit | None]:
    """The unit of every part, also where it is said only at the next number or was said at the one before."""
    return _money_again(place, parts, _inherited(place.text, tokens, parts))


def _inherited(text: str, tokens: list[Token], parts: list[Part]) -> list[Unit | None]:
    """The unit of every part; one that has none takes that of the next where only "auf", "und", "oder" lie between.

    A scale word is shared in the same way: "von 400 auf 500 Millionen" begins at 400 million.
    """
    units = [part.unit for part in parts]
    for at in range(len(parts) - 2, -1, -1):
        phrase, following = parts[at].phrase, parts[at + 1]
        if units[at] is not None or phrase.fraction is not None or not _goes_on(text, tokens, phrase, following):
            continue
        _share_scale(phrase, following.phrase)
        unit = units[at + 1]
        if unit is None or (unit.type == "quantity" and unit.code in (None, "times")):
            continue
        if unit.code != "person" or not _opened(text, tokens, phrase, ("by",)):  # "um drei auf 693 Personen"
            units[at] = Unit(unit.type, unit.code, unit.factor, phrase.end, phrase.after)
    return units


def _goes_on(text: str, tokens: list[Token], phrase: Phrase, following: Part) -> bool:
    """Whether one joining word alone stands between two numbers, so that they share what is said once."""
    at = phrase.after
    if at >= len(tokens) or tokens[at].end > following.phrase.start:
        return False
    roles = tokens[at].roles
    left, right = text[phrase.end : tokens[at].start], text[tokens[at].end : following.phrase.start]
    if left.strip(" \n-") or right.strip(" \n"):
        return False
    if "or" in roles or "and" in roles or "to" in roles:
        return _alike(phrase, following.phrase)
    return "into" in roles and _opened(text, tokens, phrase, ("from", "by"))


def _alike(phrase: Phrase, following: Phrase) -> bool:
    """Whether two numbers can be two of one kind: "80 oder 90 Prozent", but not "1390 oder 19,4 Prozent"."""
    number = phrase.number if phrase.number is not None else phrase.high
    other = following.number if following.number is not None else following.low
    if number is None or other is None or following.numeral.scale > phrase.numeral.scale:
        return True
    return number <= FAR * abs(other)


def _share_scale(phrase: Phrase, following: Phrase) -> None:
    """Gives a small number the scale word of the next, unless it would then be more than ten times as large."""
    number, scale = phrase.number, following.numeral.scale
    other = following.number if following.number is not None else following.high
    if number is None or other is None or phrase.numeral.scale or scale < THOUSAND or not 0 < number < SMALL:
        return
    shared = number.scaleb(scale)
    if shared <= 10 * abs(other):
        phrase.number, phrase.rounded = shared, True


def _money_again(place: Place, parts: list[Part], units: list[Unit | None]) -> list[Unit | None]:
    """Millions and billions that count nothing are money again where the sentence has just spoken of such money."""
    money: Unit | None = None
    last = 0
    for at, part in enumerate(parts):
        unit, phrase = units[at], part.phrase
        if money is not None and place.sentence_between(last, phrase.start):
            money = None
        if unit is not None and unit.type == "amount":
            money = unit if phrase.numeral.scale >= MILLION and unit.factor is None else None
        elif unit is None and money is not None and phrase.numeral.scale >= MILLION and _counts_nothing(place, phrase):
            units[at] = Unit("amount", money.code, None, phrase.end, phrase.after)
        last = phrase.end
    return units


def _counts_nothing(place: Place, phrase: Phrase) -> bool:
    return counted(place.text, phrase.end, capitals=place.capitals, stop_words=place.stop_words) is None


def _opened(text: str, tokens: list[Token], phrase: Phrase, roles: tuple[str, ...]) -> bool:
    """Whether a word such as "von" or "um" stands before the first number of "von 19 auf 16 Prozent"."""
    at = phrase.first - 1
    while at >= 0 and tokens[at].start >= phrase.start:
        at -= 1
    if at < 0 or text[tokens[at].end : phrase.start] not in SPACES:
        return False
    before = tokens[at].roles
    return before is not None and any(role in before for role in roles)
