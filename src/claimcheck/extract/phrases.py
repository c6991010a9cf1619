"""A number with its hedge and its range: "rund zwei bis drei", "zwischen 5 und 10", "mehr als 30 Millionen".

All measures read their numbers through this.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from unicodedata import category

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.numerals import hedge_before
from claimcheck.extract.scan import NONE, SPACES, Token

DASHES = frozenset(("-", "–", " - ", " – ", "- ", "–\n"))
HYPHENS = frozenset(("-", "‑"))
QUOTES, OPENING = '„“”"»«', ".:!?\n"
MINUS = "-−–"
NEGATIVE = frozenset((" -", " −", " –"))
MEASURED = ("percent", "currency", "unit", "time")
OLDEST = 120
THOUSAND = 3
SMALL = 1000
SHARED = 10
"""How many times the larger end the smaller may become by sharing its scale word."""
CODE = 3
"""An ISO 4217 code has three letters; shorter signs such as "RM" count too."""
NEAR = 30
"""How many characters before a range the word of extent stands."""


class Phrase:
    """What one number phrase says before its unit is known.

    `start` and `end` include hedges and range words; `first` and `after` are the token indices of its first number
    and behind its last, `bare` the offset of its digits. A range has `number` None; `middle` is the unit written
    after its first number. `dashed` says that nothing but a dash makes it a range, `between` that "between" opens it.
    `currency` is the ISO 4217 code of a sign or a word before the number. `among` says that the hedge is a
    preposition where it stands before persons and things ("unter 30 Bewerbern").
    """

    __slots__ = (
        "after", "among", "bare", "between", "currency", "dashed", "end", "first", "fraction", "hedge", "high", "low",
        "middle", "number", "numeral", "rounded", "scale", "start",
    )  # fmt: skip

    def __init__(self, numeral: Numeral, first: int) -> None:
        self.numeral = numeral
        self.first = first
        self.after = first + 1
        self.start = self.bare = numeral.start
        self.end = numeral.end
        self.number = numeral.value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.hedge: Any = None
        self.among = False
        self.between = False
        self.dashed = False
        self.rounded = numeral.rounded
        self.scale = numeral.scale
        self.fraction = numeral.fraction
        self.middle: Token | None = None
        self.currency: str | None = None

    def unscaled_years(self) -> bool:
        """Whether the number or range is a plain whole one that a life can have."""
        top = self.number if self.number is not None else self.high
        return top is not None and 0 <= top <= OLDEST and not self.scale and not self.rounded

    def is_share(self, tokens: list[Token]) -> bool:
        """Whether it is a fraction of something: in words, or with "of" behind it ("3/4 of the trees")."""
        if self.fraction is None:
            return False
        return self.numeral.spelled or (
            self.after < len(tokens)
            and tokens[self.after].start == self.end + 1
            and not tokens[self.after].roles.keys().isdisjoint(("one_of", "percent"))
        )

    def before(self, text: str, tokens: list[Token]) -> Token | None:
        """The known word right before the phrase, nothing but white space between them."""
        at = self.first - 1
        while at >= 0 and tokens[at].end > self.start:
            at -= 1
        return tokens[at] if at >= 0 and text[tokens[at].end : self.start] in SPACES else None


def read_phrase(text: str, tokens: list[Token], at: int) -> Phrase | None:
    """The phrase whose first number is the token at this index; None where its digits are no number."""
    numeral = tokens[at]
    if not isinstance(numeral, Numeral) or numeral.value is None:
        return None
    phrase = Phrase(numeral, at)
    _sign(text, tokens, phrase)
    _currency(text, tokens, phrase)
    hedged = hedge_before(text, tokens, at, phrase.start)
    if hedged is not None:
        phrase.hedge, phrase.start, phrase.among = hedged
    _to_range(text, tokens, phrase)
    return phrase


def _to_range(text: str, tokens: list[Token], phrase: Phrase) -> None:
    """Makes the phrase a range where its words say one: "zwischen 5 und 10", "5 bis 10", "between 5-10"."""
    opening = phrase.before(text, tokens)
    if opening is None:
        _range(text, tokens, phrase, "to")
        return
    roles = opening.roles
    if "between" in roles:
        if _range(text, tokens, phrase, "and") or _range(text, tokens, phrase, "to"):
            phrase.start, phrase.hedge, phrase.dashed, phrase.between = opening.start, None, False, True
    elif "by" in roles or ("from" in roles and _changes(text, tokens, phrase)):
        return  # "grew by $3 million to $12 million" is a step and its end
    elif _range(text, tokens, phrase, "to") and "from" in roles:
        phrase.hedge = None


def _changes(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether "from 5 to 7" tells a change: its "to" also leads to new values and no word of extent stands before.

    "rose from 5 to 7 percent" says two values, "ranging from 5 to 7 percent" one range.
    """
    joint = next((token.roles for token in tokens[phrase.after : phrase.after + 3] if "to" in token.roles), NONE)
    if "into" not in joint:
        return False
    opening = phrase.before(text, tokens)
    if opening is None or not opening.start:
        return False
    at = phrase.first - 1
    while at >= 0 and opening.start - tokens[at].start <= NEAR:
        if "spanning" in tokens[at].roles:
            return False
        at -= 1
    return True


def _sign(text: str, tokens: list[Token], phrase: Phrase) -> None:
    """A minus word, or a minus sign glued to the digits with nothing but white space before it."""
    word = phrase.before(text, tokens)
    roles = word.roles if word is not None else NONE
    if word is not None and "minus" in roles and not (text[word.start].isupper() and _is_within(text, word.start)):
        _negate(phrase, word.start)
    elif "plus" not in roles and not phrase.numeral.spelled and _minus_at(text, phrase.bare - 1):
        _negate(phrase, phrase.bare - 1)


def _is_within(text: str, at: int) -> bool:
    """Whether an offset lies within a sentence, where a word with a capital is a noun: "ein Minus"."""
    before = text[max(0, at - 3) : at].rstrip(QUOTES + " ")
    return bool(before) and before[-1] not in OPENING


def _negate(phrase: Phrase, start: int) -> None:
    phrase.start = phrase.bare = start
    phrase.number = -phrase.number if phrase.number is not None else None


def _minus_at(text: str, at: int) -> bool:
    """Whether a sign there is a minus: after white space, a bracket or a currency; no dash between two numbers."""
    if at < 0 or text[at] not in MINUS:
        return False
    if at == 0:
        return True
    opens = text[at - 1] in " \n(" or category(text[at - 1]) == "Sc"
    return opens and (text[at] == "−" or not text[at - 2 : at - 1].isdigit())


def _currency(text: str, tokens: list[Token], phrase: Phrase) -> None:
    """Takes the currency written before its number into the phrase: "$5", "US$ 5", "EUR 20"."""
    at = _before(tokens, phrase)
    if at < 0 or "currency" not in tokens[at].roles or text[tokens[at].end : phrase.bare] not in ("", " "):
        return
    token = tokens[at]
    if "sign" not in token.roles and not _money_before(text, tokens, token, phrase):
        return
    earlier = tokens[at - 1] if at else None
    if isinstance(earlier, Numeral) and text[earlier.end : token.start] in ("", " "):
        return
    phrase.currency = token.roles["currency"]
    phrase.start = token.start


def _before(tokens: list[Token], phrase: Phrase) -> int:
    """The token before those of a phrase; -1 at the start."""
    at = phrase.first - 1
    return at - 1 if at >= 0 and tokens[at].end > phrase.start else at


def _money_before(text: str, tokens: list[Token], token: Token, phrase: Phrase) -> bool:
    """Whether a word before a number is its currency: a code is, a plain word only where the number counts nothing."""
    word = text[token.start : token.end]
    if (word.isupper() and len(word) <= CODE) or word[-1] == ".":
        return True
    following = tokens[phrase.first + 1] if phrase.first + 1 < len(tokens) else None
    if "everyday" in token.roles or (following is not None and following.start <= phrase.end + 1):
        return False
    counts = text[phrase.end : phrase.end + 1] == " " and text[phrase.end + 1 : phrase.end + 2].isalpha()
    return not (word[0].islower() and counts)


def _range(text: str, tokens: list[Token], phrase: Phrase, joint: str) -> bool:
    """Joins a second number to the phrase where a range word or a dash stands between; True if it did."""
    following = tokens[phrase.after] if phrase.after < len(tokens) else None
    if following is None:
        return False
    if joint == "to" and _dash_range(text, tokens, phrase, following):
        return True
    middle, at = _middle(text, phrase, following, joint)
    if at >= len(tokens) or joint not in tokens[at].roles or not _may_join(text, phrase, middle, tokens[at]):
        return False
    at = _second(text, tokens, at + 1)
    other = tokens[at] if 0 <= at < len(tokens) else None
    if not isinstance(other, Numeral) or (middle is not None and not _same_unit(tokens, middle, other, at)):
        return False
    gap = text[tokens[at - 1].end : other.start]
    negative = gap in NEGATIVE or "minus" in tokens[at - 1].roles
    if (gap not in SPACES and gap and not negative) or not _join(phrase, other, at + 1, negative=negative):
        return False
    phrase.middle = middle
    return True


def _second(text: str, tokens: list[Token], at: int) -> int:
    """The index of the second number, behind its hedge, its currency or its minus; -1 where something else stands."""
    while at < len(tokens) and not tokens[at].roles.keys().isdisjoint(("hedge", "sign", "minus")):
        if text[tokens[at - 1].end : tokens[at].start] not in SPACES:
            return -1
        at += 1
    return at


def _dash_range(text: str, tokens: list[Token], phrase: Phrase, following: Token) -> bool:
    """ "15-34", "$10-$20"."""
    other, at = following, phrase.after
    if "sign" in following.roles and at + 1 < len(tokens) and tokens[at + 1].start == following.end:
        at += 1
        other = tokens[at]
    if not isinstance(other, Numeral) or text[phrase.end : following.start] not in DASHES:
        return False
    if not _dashed(text, phrase, other) or not _join(phrase, other, at + 1):
        return False
    phrase.dashed = True
    return True


def _middle(text: str, phrase: Phrase, token: Token, joint: str) -> tuple[Token | None, int]:
    """The unit written after the first number, if any, and the index at which the joining word must stand."""
    unit = joint not in token.roles and not token.roles.keys().isdisjoint(MEASURED)
    if unit and text[phrase.end : token.start] in ("", " ", "-"):
        return token, phrase.after + 1
    return None, phrase.after


def _may_join(text: str, phrase: Phrase, middle: Token | None, joint: Token) -> bool:
    """Whether nothing but white space or the hyphen of "15- bis 34-" stands before the joining word."""
    left = text[phrase.end if middle is None else middle.end : joint.start]
    return left in SPACES or left.rstrip(" \n") in HYPHENS


def _same_unit(tokens: list[Token], middle: Token, other: Numeral, at: int) -> bool:
    """Whether the unit behind the second number, or the sign before it, is that behind the first."""
    return any(
        (token.start - other.end in (0, 1) or other.start - token.end in (0, 1))
        and any(role in middle.roles and token.roles.get(role) == middle.roles[role] for role in MEASURED)
        for token in (tokens[at - 1], *tokens[at + 1 : at + 2])
    )


def _dashed(text: str, phrase: Phrase, other: Numeral) -> bool:
    """Whether a dash between two numbers means a range and no score, telephone number or version."""
    before, after = text[phrase.bare - 1 : phrase.bare], text[other.end : other.end + 1]
    if phrase.number is None or other.value is None or (other.value <= phrase.number and not other.scale):
        return False
    plain = not before or before not in "-/.:+"
    return plain and after not in ("-", "/", ":") and not phrase.numeral.raw.startswith("0")


def _join(phrase: Phrase, other: Numeral, after: int, *, negative: bool = False) -> bool:
    """Makes the phrase a range up to another number, which may lend it its scale word ("zwei bis drei Millionen")."""
    low, high = phrase.number, other.value
    if low is None or high is None or (other.fraction is None) != (phrase.fraction is None):
        return False
    if not phrase.scale and other.scale >= THOUSAND and 0 < abs(low) < SMALL:
        low = low.scaleb(other.scale)
        if abs(low) > abs(high) * SHARED:  # "zwischen 800 und 1,2 Millionen": nothing decides
            return False
    if negative:  # "zwischen minus 19 und minus 23 Grad" is in order
        low, high = min(low, -high), max(low, -high)
    phrase.low, phrase.high, phrase.number = low, high, None
    phrase.rounded = phrase.rounded or other.rounded
    phrase.scale = max(phrase.scale, other.scale)
    phrase.end = other.end
    phrase.after = after
    return True
