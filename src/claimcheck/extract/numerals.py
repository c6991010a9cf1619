"""Numerals in digits and words, put together ("14,3 Milliarden", "3/4"), and times of day, which count nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claimcheck.extract.numeral import Notation, Numeral, Row, notation, split_digits
from claimcheck.extract.scaled import Scaled, Scales
from claimcheck.extract.scan import SPACES, Scanner, Token
from claimcheck.extract.spelled import HALVED, NUMBER_ROLES, Spelled, Spelling
from claimcheck.languages import Language, load
from claimcheck.model.measure import Hedge

__all__ = ["Numeral", "Numerals", "numerals_of"]


SHORT = 5
UNITS = frozenset(("percent", "currency", "unit", "minor"))


@cache
def numerals_of(code: str) -> Numerals:
    """The number grammar of a language by its code."""
    return Numerals(load(code))


class Numerals:
    """The number grammar of one language."""

    def __init__(self, language: Language) -> None:
        self.scanner = Scanner(language)
        self.notation: Notation = notation(language.numbers)
        self.spelling = Spelling(
            compound=language.numbers["compound"],
            follows=frozenset((*language.numbers["stop_words"], *language.numbers["compares"])),
        )
        self.scales = Scales(self.spelling, language.numbers["glued"], language.numbers["glued_money"])

    def read(self, text: str) -> list[Token]:
        """All tokens of the text in order, numbers as `Numeral`, words as `Token` with roles."""
        tokens = split_digits(text, self.scanner.tokens(text), self.notation)
        row = Row(text, tokens)
        result: list[Token] = []
        at, count = 0, len(tokens)
        while at < count:
            token = tokens[at]
            if isinstance(token, Numeral) or not NUMBER_ROLES.isdisjoint(token.roles):
                numeral, after = self._number(row, at)
                if numeral is not None:
                    result.append(numeral)
                    at = after
                    continue
            result.append(token)
            at += 1
        return result

    def measured(self, word: str) -> bool:
        """Whether a word behind digits is a unit: "g", "Prozent", "euros"."""
        tokens = self.scanner.tokens(f"1 {word}")
        return len(tokens) == 2 and tokens[1].end == len(word) + 2 and not UNITS.isdisjoint(tokens[1].roles)

    def _number(self, row: Row, at: int) -> tuple[Numeral | None, int]:
        """The longest number that begins at a token, and the index after it."""
        first = row.tokens[at]
        if isinstance(first, Numeral):
            if first.value is None:
                return first, at + 1
            begun = Scaled(first.value, at + 1, first.end, 0, first.fraction, first.rounded)
            state = self._whole(row, self.scales.read(row, at, begun))
            return _numeral(first, first.raw, state, state.scale), state.after
        if first.end - first.start < SHORT and first.roles.keys().isdisjoint(("card", "one", "half")):
            return None, at + 1  # "Mia" and "Mrd." alone are a first name and a slip
        got = self.spelling.number(row, at)
        if got is None:
            return None, at + 1
        state = Scaled(got.value, got.after, row.tokens[got.after - 1].end, 0, got.fraction, got.rounded)
        state = self._whole(row, self.scales.read(row, at, state) if state.fraction is None else state)
        raw = row.text[first.start : state.end]
        return _numeral(first, raw, state, state.scale or got.scale), state.after

    def _whole(self, row: Row, state: Scaled) -> Scaled:
        """A fraction times what it is taken of, where that is one of something: "a quarter of a million"."""
        whole = None if state.fraction is None else self._of_one(row, state.after)
        return state if whole is None else whole._replace(value=whole.value * state.value, rounded=True)

    def _of_one(self, row: Row, at: int) -> Scaled | None:
        """What a fraction is taken of in "a quarter of a million", "a third of a mile": one with its scale word."""
        if "one_of" not in row.words(at) or row.words(at + 1).keys().isdisjoint(("one", "card")):
            return None
        roles, one = row.words(at + 2), row.tokens[at + 1]
        if row.words(at + 1).get("card", 1) != 1 or roles.keys().isdisjoint(HALVED):
            return None
        if "scale" in roles or "dozen" in roles:
            got = self.spelling.number(row, at + 1)
            return None if got is None else self._scaled(row, at + 1, got)
        return Scaled(Decimal(1), at + 2, one.end, 0, None, True)

    def _scaled(self, row: Row, at: int, got: Spelled) -> Scaled:
        end = row.tokens[got.after - 1].end
        return self.scales.read(row, at, Scaled(got.value, got.after, end, got.scale, got.fraction, got.rounded))


def _numeral(first: Token, raw: str, state: Scaled, scale: int) -> Numeral:
    return Numeral(
        first.start, state.end, raw, state.value,
        rounded=state.rounded, scale=scale, spelled=not isinstance(first, Numeral), fraction=state.fraction,
    )  # fmt: skip


LAST_HOUR, LAST_MINUTE = 24, 59
WRITTEN = re.compile(r"(\d{1,2})(?:[.:](\d\d))?|(\d\d)(\d\d)")
FAR = 24
BEFORE = 40


@cache
def _ahead(joints: tuple[str, ...]) -> re.Pattern[str]:
    """What may stand between two times that share the word behind the last: a mark or one or two small words."""
    words = "|".join(map(re.escape, sorted(joints, key=len, reverse=True)))
    return re.compile(rf"\s?[-–/,]\s?(?:(?:{words})\s)?|\s(?:{words})\s(?:(?:{words})\s)?", re.IGNORECASE)


def times_of_day(text: str, tokens: list[Token], language: Language) -> list[int]:
    """The indices of the tokens that are the numbers of times of day."""
    cues = language.dates["cues"]
    joints = _ahead(tuple(cues["clock_joints"]))
    found: list[int] = []
    for at, token in enumerate(tokens):
        if isinstance(token, Numeral):
            if _spoken(text, token, cues["clock_parts"], cues["clock_before"], cues["clock_behind"]):
                found.append(at)
            continue
        if "clock" not in token.roles or not at or text[tokens[at - 1].end : token.start] not in ("", " ", "\n"):
            continue
        last = at - 1
        while last >= 0 and isinstance(tokens[last], Numeral) and _hour(text, tokens[last]):
            found.append(last)
            last = _before(text, tokens, last, joints)
    return found


def _before(text: str, tokens: list[Token], at: int, joints: re.Pattern[str]) -> int:
    """The index of the number that shares the words behind another one; -1 where none does."""
    start = tokens[at].start
    earlier = at - 1
    while earlier >= 0 and not isinstance(tokens[earlier], Numeral) and start - tokens[earlier].start < FAR:
        earlier -= 1
    if earlier < 0 or not isinstance(tokens[earlier], Numeral):
        return -1
    return earlier if joints.fullmatch(text, tokens[earlier].end, start) else -1


def _hour(text: str, token: Token) -> bool:
    """Whether a number can be a time of day as it is written, or as a word."""
    assert isinstance(token, Numeral)
    match = WRITTEN.fullmatch(text, token.start, token.end)
    if match is None:
        return token.spelled and token.value is not None and 0 <= token.value <= LAST_HOUR
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    return hour <= LAST_HOUR and minute <= LAST_MINUTE


def _spoken(
    text: str, token: Numeral, parts: dict[str, bool], before: dict[str, bool], behind: dict[str, bool]
) -> bool:
    """Whether the words beside an hour make it a time of day: "half past eight", "at 5 in the morning"."""
    if not _hour(text, token):
        return False
    ahead = text[max(0, token.start - BEFORE) : token.start].lower().split()
    if any(" ".join(ahead[-size:]) in parts for size in (1, 2, 3)):
        return True
    if not ahead or ahead[-1] not in before:
        return False
    following = text[token.end : token.end + BEFORE].lower().split()[:3]
    return any(" ".join(following[:size]).strip(".,;:") in behind for size in (1, 2, 3))


MOST_HEDGES = 3
SHORT_WORD = 3
NEAR = 60
"""How many characters around a preposition its verb or noun is looked for in."""
CLAUSE_END = re.compile(r"[.,;:!?()\n„“”\"–]")
WORD = re.compile(r"[^\W\d_]+")


class Hedged(NamedTuple):
    """The hedge before a number and where its words begin.

    `among`: before persons and things it is a preposition ("unter 30 Bewerbern").
    """

    hedge: Hedge
    start: int
    among: bool


def hedge_before(text: str, tokens: list[Token], at: int, start: int) -> Hedged | None:
    """The hedge words right before a number that begins at `start` with the token at index `at`."""
    at -= 1
    while at >= 0 and tokens[at].end > start:
        at -= 1
    found: Hedged | None = None
    for token in reversed(tokens[max(0, at - MOST_HEDGES + 1) : at + 1]):
        if not _hedges(text, token, start) or (found is None and _governed(text, token)):
            break
        start = token.start
        among = found is None and "among" in token.roles and not _after_word(text, token)
        found = Hedged(token.roles["hedge"], start, among)
    return found


def _hedges(text: str, token: Token, start: int) -> bool:
    """Whether a word is a hedge right before an offset."""
    gap = text[token.end : start]
    return "hedge" in token.roles and "between" not in token.roles and (gap in SPACES or not gap)


def _governed(text: str, token: Token) -> bool:
    """Whether a word of the clause takes the preposition: "berichtete über drei Fälle", "ein Kredit über 500 Euro".

    Verbs stand before the preposition or at the end of the clause. A governor has "~" for any ending or beginning.
    """
    governors: list[str] = token.roles.get("preposition", [])
    if not governors:
        return False
    beginnings = tuple(word[:-1] for word in governors if word[-1] == "~")
    endings = tuple(word[1:] for word in governors if word[0] == "~")
    return any(
        word in governors or word.startswith(beginnings) or word.endswith(endings)
        for word in _clause_around(text, token)
    )


def _clause_around(text: str, token: Token) -> list[str]:
    """The words of the clause before a token, and the last one behind it."""
    left = text[max(0, token.start - NEAR) : token.start].lower()
    right = text[token.end : token.end + NEAR].lower()
    ends = [match.end() for match in CLAUSE_END.finditer(left)]
    closes = CLAUSE_END.search(right)
    before: list[str] = WORD.findall(left[ends[-1] :] if ends else left)
    behind: list[str] = WORD.findall(right[: closes.start()] if closes else right)
    return [*before, *behind[-1:]]


def _after_word(text: str, token: Token) -> bool:
    """Whether a lower-case word of two or three letters stands right before, as in "auf unter 50", "bei unter 30"."""
    left = WORD.findall(text[max(0, token.start - 12) : token.start])
    return bool(left) and left[-1].islower() and len(left[-1]) <= SHORT_WORD
