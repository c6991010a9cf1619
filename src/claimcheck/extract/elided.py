"""Units that are not said again: "von 19 auf 16 Prozent", "12,6 Millionen Euro auf 182,5 Millionen"."""

from __future__ import annotations

from claimcheck.extract.nouns import counted
from claimcheck.extract.parts import Part
from claimcheck.extract.phrases import Phrase
from claimcheck.extract.place import Place
from claimcheck.extract.scan import NONE, Token
from claimcheck.extract.units import Unit, joint_roles

THOUSAND, MILLION = 3, 6
FAR = 20
SMALL = 1000
"""A number below this can stand for millions that are said only once."""
GAP = 40
"""How far the next member of a list may stand behind a comma: "das Haus 25 Millionen Euro"."""
Units = list[Unit | None]


def with_elided_units(place: Place, tokens: list[Token], parts: list[Part]) -> Units:
    """The unit of every part, also where it is said only at the next number or was said at the one before."""
    units = _inherited(place.text, tokens, parts)
    _points(place, tokens, parts, units)
    _money_ahead(place, parts, units)
    _money_again(place, parts, units)
    return units


def _inherited(text: str, tokens: list[Token], parts: list[Part]) -> Units:
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
    roles = joint_roles(text, tokens, phrase.end, phrase.after, following.phrase.start)
    if "or" in roles or "and" in roles or "to" in roles:
        return _alike(phrase, following.phrase)
    return "into" in roles and _opened(text, tokens, phrase, ("from", "by"))


def _alike(phrase: Phrase, following: Phrase) -> bool:
    """Whether two numbers can be two of one kind: "80 oder 90 Prozent", but not "1390 oder 19,4 Prozent"."""
    number = phrase.number if phrase.number is not None else phrase.high
    other = following.number if following.number is not None else following.low
    if number is None or other is None or following.numeral.scale > phrase.scale:
        return True
    return number <= FAR * abs(other)


def _share_scale(phrase: Phrase, following: Phrase) -> None:
    """Gives a small number the scale word of the next, unless it would then be more than ten times as large."""
    number, scale = phrase.number, following.numeral.scale
    other = following.number if following.number is not None else following.high
    if number is None or other is None or phrase.scale or scale < THOUSAND or not 0 < number < SMALL:
        return
    shared = number.scaleb(scale)
    if shared <= 10 * abs(other):
        phrase.number, phrase.rounded = shared, True


def _points(place: Place, tokens: list[Token], parts: list[Part], units: Units) -> None:
    """Points beside a percentage of the same sentence are percentage points: "um 2,1 Punkte auf 32,5 Prozent"."""
    for at, part in enumerate(parts):
        phrase = part.phrase
        token = tokens[phrase.after] if phrase.after < len(tokens) else None
        if units[at] is not None or token is None or "points" not in token.roles:
            continue
        if place.text[phrase.end : token.start] not in (" ", "-", "\n"):
            continue
        if any(_share_beside(place, parts, units, at, other) for other in (at - 1, at + 1)):
            units[at] = Unit("percentage", "percentage_point", None, token.end, phrase.after + 1)


def _share_beside(place: Place, parts: list[Part], units: Units, at: int, other: int) -> bool:
    if not 0 <= other < len(parts):
        return False
    unit = units[other]
    low, high = sorted((parts[at].phrase.start, parts[other].phrase.start))
    return unit is not None and unit.code == "percent" and not place.sentence_between(low, high)


def _money_ahead(place: Place, parts: list[Part], units: Units) -> None:
    """Millions are money where the next member of their list is: "30 Millionen, das Haus 5 Millionen Euro"."""
    for at in range(len(parts) - 2, -1, -1):
        phrase, following, unit = parts[at].phrase, parts[at + 1].phrase, units[at + 1]
        if units[at] is not None or unit is None or unit.type != "amount" or phrase.scale < MILLION:
            continue
        gap = place.text[phrase.end : following.start]
        if gap[:1] == "," and len(gap) <= GAP and not place.sentence_between(phrase.end, following.start):
            units[at] = Unit("amount", unit.code, None, phrase.end, phrase.after)


def _money_again(place: Place, parts: list[Part], units: Units) -> None:
    """Millions and billions that count nothing are money again where the sentence has just spoken of such money."""
    money: Unit | None = None
    last = 0
    for at, part in enumerate(parts):
        unit, phrase = units[at], part.phrase
        if money is not None and place.sentence_between(last, phrase.start):
            money = None
        large = phrase.scale >= MILLION
        if unit is not None and unit.type == "amount":
            money = unit if large and unit.factor is None else None
        elif unit is None and money is not None and large and _counts_nothing(place, phrase):
            units[at] = Unit("amount", money.code, None, phrase.end, phrase.after)
        last = phrase.end


def _counts_nothing(place: Place, phrase: Phrase) -> bool:
    habits = place.habits
    return counted(place.text, phrase.end, capitals=habits.capitals, stop_words=habits.stop_words) is None


def _opened(text: str, tokens: list[Token], phrase: Phrase, roles: tuple[str, ...]) -> bool:
    """Whether a word such as "von" or "um" stands before the first number of "von 19 auf 16 Prozent"."""
    word = phrase.before(text, tokens)
    return not (word.roles if word is not None else NONE).keys().isdisjoint(roles)
