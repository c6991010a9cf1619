"""What is not said again: "von 19 auf 16 Prozent", "12,6 Millionen Euro auf 182,5 Millionen", "38 und 17 Räder"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.extract.parts import Part
from claimcheck.extract.phrases import Phrase
from claimcheck.extract.place import Place
from claimcheck.extract.scan import NONE, Token
from claimcheck.extract.units import Unit, joint_roles, unit_of
from claimcheck.model import ClaimType

THOUSAND, MILLION = 3, 6
FAR = 20
SCALES, ANGLE = frozenset({"Cel", "degF"}), "deg"
"""Units of temperature, and what degrees are where nothing tells."""
SMALL = 1000
"""A number below this can stand for millions that are said only once."""
CROSSES = frozenset(("×", "x"))
FEWER = 100
"""Percentage points are fewer: an index has thousands of points."""
ADDED = r" ?[(,]? ?(?:[+±−–-]|\w{4,5} )?"
"""What stands between a percentage and the points added to it: "30 Prozent (plus 2 Punkte)"."""
BRACKET = r" \((?:[^\W_]+[:.]? ){0,3}"
"""What opens a bracket between a number and its unit: "24,6 (Vorjahr: 49,9) Millionen Euro"."""
GAP = 40
"""How far the next member of a list may stand behind a comma: "das Haus 25 Millionen Euro"."""
Units = list[Unit | None]


def with_elided_units(place: Place, tokens: list[Token], parts: list[Part]) -> tuple[Units, list[int]]:
    """The unit of every part, also where it is said only at the next number or was said at the one before.

    Beside them the offset behind which what each part counts is named: for "38" of "38 und 17 Räder" the end of "17".
    """
    row = _Row(place, tokens, parts)
    row.take_from_next()
    row.units_behind_brackets()
    row.points_of_shares()
    row.money_of_lists()
    row.money_again()
    row.degrees()
    return row.units, row.ends


class _Row:
    """The parts of one text in order, with the units found so far."""

    def __init__(self, place: Place, tokens: list[Token], parts: list[Part]) -> None:
        self.place = place
        self.text = place.text
        self.tokens = tokens
        self.parts = parts
        self.units: Units = [part.unit for part in parts]
        self.ends = [part.phrase.end for part in parts]

    def take_from_next(self) -> None:
        """A part that has no unit takes that of the next where only "auf", "und", "oder" lie between.

        A scale word is shared in the same way: "von 400 auf 500 Millionen" begins at 400 million.
        """
        listed = False  # whether the part behind is one of a list: "drei, vier oder fünf Prozent"
        for at in range(len(self.parts) - 2, -1, -1):
            listed = self.units[at] is None and self._shares(at, listed=listed)
            if listed:
                _share_scale(self.parts[at].phrase, self.parts[at + 1].phrase)
                self._take(at, self.units[at + 1])
                self._count(at)

    def _shares(self, at: int, *, listed: bool) -> bool:
        """Whether a part shares what is said at the next one, which may be `listed` itself."""
        phrase, following = self.parts[at].phrase, self.parts[at + 1].phrase
        if phrase.fraction is not None:
            return False
        comma = listed and self.text[phrase.end : following.start] == ", " and _alike(phrase, following)
        return comma or self._goes_on(phrase, following)

    def _take(self, at: int, unit: Unit | None) -> None:
        """Gives a part the unit of the next, unless that counts nothing or only the next one's persons."""
        if unit is None or (unit.type == "quantity" and unit.code in (None, "times")):
            return
        if unit.code != "person" or not self._opened(self.parts[at].phrase, ("by",)):  # "um drei auf 693 Personen"
            self._give(at, unit.type, unit.code, unit.factor)

    def _count(self, at: int) -> None:
        """Lets a bare part that counts nothing itself count what the next one does."""
        if self.units[at] is None and self.units[at + 1] is None and self.place.counted(self.ends[at]) is None:
            self.ends[at] = self.ends[at + 1]

    def units_behind_brackets(self) -> None:
        """ "24,6 (Vorjahr: 49,9) Millionen Euro": scale and unit behind a bracket hold for both numbers."""
        for at in range(len(self.parts) - 1):
            phrase, inner = self.parts[at].phrase, self.parts[at + 1].phrase
            if self.units[at] is not None or self.units[at + 1] is not None:
                continue
            if (
                re.compile(BRACKET).fullmatch(self.text, phrase.end, inner.start)
                and self.text[inner.end : inner.end + 2] == ") "
            ):
                self._give_both(at, inner.after, inner.end + 2)

    def _give_both(self, at: int, index: int, start: int) -> None:
        """Gives two parts the scale and the unit whose words begin at an offset and a token."""
        scale = self.tokens[index].roles.get("scale", 0) if self._begins(index, start) else 0
        if scale:
            index, start = index + 1, self.tokens[index].end + 1
        unit = unit_of(self.tokens[index], index + 1) if self._begins(index, start) else None
        if unit is None:
            return
        for each in (at, at + 1):
            phrase = self.parts[each].phrase
            if scale and phrase.number is not None and not phrase.scale:
                phrase.number, phrase.rounded, phrase.scale = phrase.number.scaleb(scale), True, scale
            self._give(each, unit.type, unit.code, unit.factor)

    def _begins(self, index: int, start: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].start == start

    def points_of_shares(self) -> None:
        """Points that lead to a percentage are percentage points ("um 2,1 Punkte auf 32 Prozent"), an index's not."""
        for at, part in enumerate(self.parts):
            phrase = part.phrase
            token = self.tokens[phrase.after] if phrase.after < len(self.tokens) else None
            if self.units[at] is not None or token is None or "points" not in token.roles:
                continue
            beside = self.text[phrase.end : token.start] in (" ", "-", "\n")
            if beside and _few(phrase) and (self._leads_to_share(at, token.end) or self._added_to_share(at)):
                self.units[at] = Unit("percentage", "percentage_point", None, token.end, phrase.after + 1)

    def money_of_lists(self) -> None:
        """Millions are money where the next member of their list is: "30 Millionen, das Haus 5 Millionen Euro"."""
        for at in range(len(self.parts) - 2, -1, -1):
            phrase, following, unit = self.parts[at].phrase, self.parts[at + 1].phrase, self.units[at + 1]
            if self.units[at] is not None or unit is None or unit.type != "amount" or phrase.scale < MILLION:
                continue
            gap = self.text[phrase.end : following.start]
            if gap[:1] == "," and len(gap) <= GAP and not self.place.sentence_between(phrase.end, following.start):
                self._give(at, "amount", unit.code)

    def money_again(self) -> None:
        """Millions and billions that count nothing are money again where the sentence has just spoken of such money."""
        money: Unit | None = None
        last = 0
        for at, part in enumerate(self.parts):
            unit, phrase = self.units[at], part.phrase
            if self.place.sentence_between(last, phrase.start):
                money = None
            if unit is not None and unit.type == "amount":
                money = unit if phrase.scale >= MILLION and unit.factor is None else None
            elif unit is None and money is not None and self._may_be_money(phrase):
                self._give(at, "amount", money.code)
            last = phrase.end

    def degrees(self) -> None:
        """Degrees are of the only scale of temperature that the text names, and so is "plus 9" behind such a one."""
        scales = {unit.code for unit in self.units if unit is not None and unit.code in SCALES}
        if len(scales) == 1:
            (scale,) = scales
            self.units = [each._replace(code=scale) if each and each.code == ANGLE else each for each in self.units]
            self._signed(scale)

    def _signed(self, scale: str) -> None:
        """Gives the scale of one number to the next that has a sign only."""
        for at in range(1, len(self.units)):
            before = self.units[at - 1]
            bare = self.units[at] is None and self._is_signed(self.parts[at].phrase)
            if bare and before is not None and before.code == scale:
                self._give(at, "quantity", scale)

    def _is_signed(self, phrase: Phrase) -> bool:
        """Whether a word for a sign stands before a number, or is part of it, that nothing is counted by."""
        signed = self._opened(phrase, ("plus",)) or (phrase.number is not None and phrase.number < 0)
        return signed and self.place.counted(phrase.end) is None

    def _may_be_money(self, phrase: Phrase) -> bool:
        """Whether a large number counts nothing; in brackets it belongs to what stands before them."""
        opened = self.text[phrase.start - 1 : phrase.start] == "("
        return phrase.scale >= MILLION and not opened and self.place.counted(phrase.end) is None

    def _give(self, at: int, kind: ClaimType, code: str | None, factor: Decimal | None = None) -> None:
        phrase = self.parts[at].phrase
        self.units[at] = Unit(kind, code, factor, phrase.end, phrase.after)

    def _goes_on(self, phrase: Phrase, following: Phrase) -> bool:
        """Whether one joining word alone stands between two numbers, so that they share what is said once."""
        if self.text[phrase.end : following.start].strip(" ") in CROSSES:
            return True
        roles = joint_roles(self.text, self.tokens, phrase.end, phrase.after, following.start)
        if "from" in roles:  # "auf 1,8 von 5,1 Prozent"
            return self._opened(phrase, ("into",))
        if "or" in roles or "and" in roles or "to" in roles:
            return _alike(phrase, following)
        return "into" in roles and self._opened(phrase, ("from", "by"))

    def _leads_to_share(self, at: int, end: int) -> bool:
        """ "2,1 Punkte auf 32,5 Prozent", "2,1 Punkte von 30,4 auf …"."""
        unit = self.units[at + 1] if at + 1 < len(self.parts) else None
        if unit is None or unit.code != "percent":
            return False
        start = self.parts[at + 1].phrase.start
        roles = joint_roles(self.text, self.tokens, end, self.parts[at].phrase.after + 1, start)
        return "into" in roles or "from" in roles

    def _added_to_share(self, at: int) -> bool:
        """ "30 Prozent (plus 2 Punkte)"."""
        before = self.units[at - 1] if at else None
        if before is None or before.code != "percent":
            return False
        return re.compile(ADDED).fullmatch(self.text, before.end, self.parts[at].phrase.start) is not None

    def _opened(self, phrase: Phrase, roles: tuple[str, ...]) -> bool:
        """Whether a word such as "von" or "um" stands before the first number of "von 19 auf 16 Prozent"."""
        word = phrase.before(self.text, self.tokens)
        return not (word.roles if word is not None else NONE).keys().isdisjoint(roles)


def _few(phrase: Phrase) -> bool:
    return phrase.number is not None and abs(phrase.number) < FEWER


def _alike(phrase: Phrase, following: Phrase) -> bool:
    """Whether two numbers can be two of one kind: "80 oder 90 Prozent", but not "1390 oder 19,4 Prozent"."""
    number = phrase.number if phrase.number is not None else phrase.high
    other = following.number if following.number is not None else following.low
    if number is None or other is None or following.scale > phrase.scale:
        return True
    return number <= FAR * abs(other)


def _share_scale(phrase: Phrase, following: Phrase) -> None:
    """Gives a small number the scale word of the next, unless it would then be more than ten times as large."""
    number, scale = phrase.number, following.scale
    other = following.number if following.number is not None else following.high
    if number is None or other is None or phrase.scale or scale < THOUSAND or not 0 < number < SMALL:
        return
    shared = number.scaleb(scale)
    if shared <= 10 * abs(other):
        phrase.number, phrase.rounded = shared, True
