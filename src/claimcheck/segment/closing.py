"""What stands right behind a full stop: marks that close a quotation, and who said it."""

from __future__ import annotations

from collections.abc import Mapping

QUOTES = "\"„“”»«›‹‚‘’'"
_MOST = 4
_WINDOW = 600
_LONGEST_NAME = 60


def closers(prose: str, openings: Mapping[str, str], low: int, at: int, high: int) -> int:
    """The offset behind the quotation marks and brackets that close right after a stop at `at`.

    `openings` has for each closing mark those it closes. A mark glued to the next word closes if one like it or one of
    its openings stands open within the last 600 characters from `low` on.
    """
    limit = min(high, at + _MOST)
    while at < limit:
        mark = prose[at]
        if mark not in ")]":
            if mark not in QUOTES:
                break
            after = prose[at + 1 : at + 2]
            if mark not in openings:
                if after.strip():
                    break
            elif after.isalnum() and not _is_open(prose, mark, openings[mark], max(low, at - _WINDOW), at):
                break
        at += 1
    return at


def _is_open(prose: str, mark: str, openings: str, low: int, at: int) -> bool:
    if mark in openings:
        return prose.count(mark, low, at) % 2 == 1
    return any(prose.rfind(opening, low, at) >= 0 for opening in openings)


def said(prose: str, saying: Mapping[str, bool], starters: Mapping[str, bool], at: int, high: int) -> bool:
    """Whether a name and a verb of saying stand behind a quotation: “Why?” Kern asked."""
    for word in prose[at : min(high, at + _LONGEST_NAME)].split(None, 4)[:4]:
        if word.rstrip(".,:;") in saying:
            return True
        if not word[0].isupper() or word in starters:
            return False
    return False
