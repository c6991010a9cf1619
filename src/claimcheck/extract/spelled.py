"""Numbers that begin with a word: "siebenhundertfünfundzwanzig", "two hundred and five", "eine halbe Million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.extract.numeral import Fraction, Numeral, Row
from claimcheck.extract.scan import Token

NUMBER_ROLES = frozenset(("card", "scale", "mixed", "one", "half"))
HALVED = ("scale", "dozen", "unit", "time", "currency", "percent", "minor")
"""What "half" can be half of."""


HUNDRED, THOUSAND = 2, 3
MOST_WORDS = 40
NEXT_WORD = re.compile(r" ([^\W\d_]+)")


class Spelled(NamedTuple):
    """A number in words up to its last scale word: value, whether rounded, the index behind it, its fraction."""

    value: Decimal
    rounded: bool
    after: int
    fraction: Fraction | None = None
    scale: int = 0


class _Sum:
    """A number in words while it is read: what the scale words so far make, what stands since the last of them."""

    __slots__ = ("current", "last_scale", "total")

    def __init__(self) -> None:
        self.total = 0
        self.current = 0
        self.last_scale = 99

    def scaled(self, scale: int, *, seen: bool) -> bool:
        """Takes a scale word, or returns False where it does not fit: each must be smaller than the one before."""
        counted = self.current or not seen
        if scale == HUNDRED and 0 <= self.current < 100 and (counted or self.total):
            self.current = (self.current or 1) * 100
            return True
        if HUNDRED < scale < self.last_scale and counted:
            self.total += (self.current or 1) * 10**scale
            self.current, self.last_scale = 0, scale
            return True
        return False


def _is_range(row: Row, at: int) -> bool:
    """Whether a joining word leads to the second of two numbers: not "one hundred and fifteen thousand"."""
    return any("between" in each.roles for each in row.tokens[max(0, at - 4) : at])


class Spelling:
    """How number words combine. `compound`: they are written together, units before tens ("fünfundzwanzig").

    `follows` are the words behind a fraction that could also be an ordinal: "a third of" and "a third more" are
    shares, "a third man" is none.
    """

    def __init__(self, *, compound: bool, follows: frozenset[str]) -> None:
        self.compound = compound
        self.follows = follows

    def number(self, row: Row, at: int) -> Spelled | None:
        """The number whose first word is the token at this index; None where the words are none."""
        first = row.tokens[at].roles
        if "mixed" in first:
            return Spelled(Decimal(first["mixed"]), True, at + 1)
        if "vague" in first:  # "Millionen Menschen" says no number
            return None
        if "card" in first:
            return self._composed(row, at)
        if "scale" in first:  # "Tausend Euro", but "Million Dollar Baby"
            return self._composed(row, at) if self.compound and first["scale"] <= THOUSAND else None
        return self._half(row, at, first) if "half" in first else self._article(row, at)

    def _composed(self, row: Row, at: int) -> Spelled | None:
        """Cardinals and scales from large to small: each scale multiplies what stands since the last."""
        so_far, after = _Sum(), at
        word = row.tokens[at] if at < len(row.tokens) else None
        while word is not None and not isinstance(word, Numeral) and self._takes(so_far, row, after, word, after > at):
            after += 1
            word = row.next(after)
        if after == at:
            return None
        scale = so_far.last_scale if so_far.total and not so_far.current else 0
        return Spelled(Decimal(so_far.total + so_far.current), scale > 0, after, None, scale)

    def _is_glued_one(self, roles: dict[str, Any], row: Row, at: int) -> bool:
        return "one" in roles and self.compound and row.glued(at)

    def _takes(self, so_far: _Sum, row: Row, at: int, word: Token, seen: bool) -> bool:
        """Adds a word to the number so far; `seen`: it is not its first. False where the word does not belong to it."""
        roles = word.roles
        if "card" in roles and (not seen or self._fits(roles["card"], so_far.current, row, at)):
            so_far.current += roles["card"]
            return True
        if seen and self._is_glued_one(roles, row, at):  # "hunderteinundzwanzig"
            so_far.current += 1
            return True
        if "scale" in roles and so_far.scaled(roles["scale"], seen=seen):
            return True
        return "joint" in roles and seen and self._joint(row, at, so_far)

    def _fits(self, card: int, current: int, row: Row, after: int) -> bool:
        """Whether a cardinal continues the number before it: hundreds then tens then units, or units "und" tens."""
        below = current % 100
        before = row.tokens[after - 1].roles
        if "joint" in before and 0 < below < 10 and card >= 20:
            return self.compound
        if current and below == 0:
            return card < 100
        if below >= 20 and below % 10 == 0 and 0 < card < 10:
            return True
        return current == 0 and not before.keys().isdisjoint(("scale", "joint"))

    def _joint(self, row: Row, after: int, so_far: _Sum) -> bool:
        """The joining word within one word, or a spaced one after a hundred or a thousand with a smaller behind it."""
        roles = row.words(after + 1)
        if self.compound:
            return row.text[row.tokens[after].start - 1].isalpha() and not roles.keys().isdisjoint(("card", "one"))
        whole = so_far.current % 100 == 0 and bool(so_far.current or so_far.total)
        behind = row.words(after + 2)
        scaled = "scale" in behind and (so_far.total or _is_range(row, after))
        return whole and "card" in roles and not scaled and "frac" not in behind

    def _half(self, row: Row, at: int, first: dict[str, Any]) -> Spelled | None:
        """ "half a million", "halbe Million", "half a litre"."""
        half = Decimal(first["half"])
        after = at + 2 if "one_of" in row.words(at + 1) and row.words(at + 2).get("card") == 1 else at + 1
        after += "one" in row.words(after) or after > at + 1
        return Spelled(half, True, after) if self._halved(row, after) else None

    def _article(self, row: Row, at: int) -> Spelled | None:
        """ "eine Million", "ein halbes Dutzend", "ein Drittel", "a dozen"; "einundzwanzig" where words are compound."""
        roles = row.words(at + 1)
        glued = at + 1 < len(row.tokens) and row.glued(at + 1)
        if self.compound and glued and not roles.keys().isdisjoint(("joint", "scale")):
            return self._compound(row, at)
        whole = int(glued)  # "eineinhalb"
        if "half" in roles and (whole or self._halved(row, at + 2)):
            return Spelled(whole + Decimal(roles["half"]), True, at + 2)
        if not roles.keys().isdisjoint(("scale", "dozen")):
            return Spelled(Decimal(1), False, at + 1)
        return self._one_part(row, at + 1) if "frac" in roles else None

    def _compound(self, row: Row, at: int) -> Spelled | None:
        """ "ein|und|zwanzig", "ein|hundert": the article is the number one here."""
        one = Token(row.tokens[at].start, row.tokens[at].end, {"card": 1})
        got = self._composed(Row(row.text, [one, *row.tokens[at + 1 : at + MOST_WORDS]]), 0)
        return None if got is None else got._replace(after=at + got.after)

    def _one_part(self, row: Row, at: int) -> Spelled | None:
        """ "ein Drittel", "a quarter", "eine Viertel|million": the fraction is the token at this index."""
        roles = row.tokens[at].roles
        below: int = roles["frac"]
        behind = row.words(at + 1)
        if at + 1 < len(row.tokens) and row.glued(at + 1) and "scale" in behind:
            return Spelled(Decimal(1) / below, True, at + 1)
        if row.text[row.tokens[at].end : row.tokens[at].end + 1] == "-":  # "ein Achtel- und ein Viertelfinale"
            return None
        if "time" in roles and "percent" not in behind and not self._share_of(row, at + 1):
            return None
        return None if self._is_ordinal(row, at) else Spelled(Decimal(1) / below, False, at + 1, (1, below))

    def _is_ordinal(self, row: Row, at: int) -> bool:
        """Whether a word for a part is an ordinal here, by the word behind it."""
        word = NEXT_WORD.match(row.text, row.tokens[at].end) if "ord" in row.tokens[at].roles else None
        return word is not None and word.group(1).lower() not in self.follows

    @staticmethod
    def _share_of(row: Row, at: int) -> bool:
        """Whether "of" and something other than a time follow: "a quarter of the staff", not "a quarter of an hour"."""
        ahead = row.words(at + 1)
        return "one_of" in row.words(at) and "time" not in ahead and "time" not in row.words(at + 2)

    @staticmethod
    def _halved(row: Row, at: int) -> bool:
        """Whether a scale or a unit in words follows, so that "half" is half of it."""
        roles = row.words(at)
        return not roles.keys().isdisjoint(HALVED) and row.text[row.tokens[at].start].isalnum()
