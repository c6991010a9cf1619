"""Times of day: "14.30 Uhr", "8, 10 und 12 Uhr", "1130 to 1215 GMT", "half past eight". They count nothing.

They are no claims, so that all this says is which numbers nobody else may read.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.numerals import Numeral
from claimcheck.extract.scan import Token
from claimcheck.languages import Language

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
