"""Which full stop ends a sentence."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.segment.breaks import QUOTES, closers, said

Table = dict[str, Any]

STOP = re.compile(r"[.!?…]++")
NOT_SPACE = re.compile(r"[^ \n]")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_NUMBER = re.compile(r"(?:[0-9]{1,2}\.?[/–-])*([0-9]{1,4})\Z")
_DAY_AND_MONTH = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\Z")
_BEFORE_WORD = "(\"„“”»«›‹‚‘’'[*–—/"
_YEARS = range(1500, 2200)
_LONGEST_WORD = 40
_NEVER_FIRST = ",;:)]}!?.…/%="
_BEFORE_SENTENCE = QUOTES + "([–—-•* "
_LONGEST_ASIDE = 60


class Stops:
    """Decides about one text with the table of one language (an empty table: no abbreviations, no ordinals)."""

    __slots__ = ("abbreviations", "counts", "openings", "ordinals", "prose", "saying", "starters", "tails")

    def __init__(self, prose: str, table: Table) -> None:
        self.prose = prose
        self.abbreviations: dict[str, bool] = table.get("abbreviations", {})
        self.starters: dict[str, bool] = table.get("starters", {})
        self.tails: tuple[str, ...] = tuple(table.get("tails", ()))
        self.saying: dict[str, bool] = table.get("saying", {})
        self.ordinals: bool = table.get("ordinals", False)
        self.counts: dict[str, bool] = table.get("counts", {})
        self.openings: dict[str, str] = {}
        for opening, closing in map(tuple, table.get("quotes", ())):
            self.openings[closing] = self.openings.get(closing, "") + opening

    def end(self, low: int, start: int, end: int, high: int) -> int:
        """Where the sentence ends that has stop marks at `start` to `end`, or -1 if none ends there.

        `low` is where the sentence or its line begins, `high` where the paragraph ends at the latest.
        """
        prose = self.prose
        after = prose[end : end + 1]
        closed = end if after == " " else closers(prose, self.openings, low, end, high)
        at = closed
        if prose[at : at + 1] in (" ", "\n"):
            at += 1
            if prose[at : at + 1] in (" ", "\n") and (found := NOT_SPACE.search(prose, at, high)):
                at = found.start()
        if at >= high or prose[at] in " \n":
            return -1
        if at == closed:
            return closed if self._glued(low, start, end, at, high) else -1
        if closed > end and self.saying and said(prose, self.saying, self.starters, at, high):
            return -1
        if prose[at] == "(":
            aside = prose.find(")", at, min(high, at + _LONGEST_ASIDE)) + 1
            if aside and not STOP.search(prose, at, aside):
                found = NOT_SPACE.search(prose, aside, high)
                if not found:
                    return -1
                if found.start() > aside and self._begins(low, start, end, found.start(), high):
                    return aside
        return closed if self._begins(low, start, end, at, high) else -1

    def _word(self, low: int, start: int) -> str:
        prose = self.prose
        low = max(low, start - _LONGEST_WORD)
        word = prose[max(prose.rfind(" ", low, start), prose.rfind("\n", low, start), low - 1) + 1 : start]
        return word.lstrip(_BEFORE_WORD) if word and word[0] in _BEFORE_WORD else word

    def _begins(self, low: int, start: int, end: int, at: int, high: int) -> bool:
        """Whether what stands at `at`, after white space, begins a sentence after the stop."""
        prose = self.prose
        first = prose[at]
        opens = at
        if not first.isalnum():
            if first in _NEVER_FIRST:
                return False
            while opens < high and opens < at + 4 and prose[opens] in _BEFORE_SENTENCE:
                opens += 1
            if first in "–—-" and not prose[opens : opens + 1].isupper():
                return False
        letter = prose[opens : opens + 1]
        if letter.islower():
            return prose[opens + 1 : opens + 2].isupper() and self._full_stop(low, start, end, opens, high)
        return self._full_stop(low, start, end, opens, high)

    def _full_stop(self, low: int, start: int, end: int, opens: int, high: int) -> bool:
        """Whether the stop can end a sentence, given that the next word could begin one."""
        prose = self.prose
        if prose[start:end] != ".":
            return self._several(start, end, opens, high)
        word = self._word(low, start)
        size = len(word)
        if not size or (
            size > 4 and word.isalpha() and word not in self.abbreviations and not word.endswith(self.tails)
        ):
            return True
        return self._behind_short(low, start, word, opens, starts=self._starts(opens, high))

    def _behind_short(self, low: int, start: int, word: str, opens: int, *, starts: bool) -> bool:
        """Whether a full stop behind a short word, a number or an abbreviation can end a sentence."""
        size, digit = len(word), self.prose[opens : opens + 1].isdigit()
        kind = self._abbreviation(low, start, word)
        if kind is not None:
            return kind and starts and not digit
        if size == 1 and word.isalpha():
            return starts and word.isupper()
        if word[-1].isdigit():
            return self._after_number(low, start, word, opens, starts=starts)
        return starts or not (self.ordinals and _ROMAN.match(word))

    def _several(self, start: int, end: int, opens: int, high: int) -> bool:
        """Whether marks that are no single full stop can end a sentence."""
        run, before = self.prose[start:end], self.prose[start - 1 : start]
        if "!" in run or "?" in run:
            return True
        return self._starts(opens, high) if before in " \n" else before not in "[("

    def _after_number(self, low: int, start: int, word: str, opens: int, *, starts: bool) -> bool:
        """Whether a full stop behind a number can end a sentence, and is none of an ordinal or of a list item."""
        size = len(word)
        if word.isdigit() and size <= 3 and start - size <= low:
            return False  # the number of a list item
        if not self.ordinals:
            return True
        if number := _NUMBER.match(word):
            if int(number[1]) in _YEARS or (self.counts and self._word(low, start - size - 1).lower() in self.counts):
                return True
            return self._opens_anew(opens, starts=starts)
        return starts or not _DAY_AND_MONTH.match(word)

    def _opens_anew(self, at: int, *, starts: bool) -> bool:
        """Whether no digit stands there, and a word only if sentences often begin with it."""
        first = self.prose[at : at + 1]
        return not first.isdigit() and (starts or not first.isalpha())

    def _abbreviation(self, low: int, start: int, word: str) -> bool | None:
        """True or False as the table has it for the word or the spaced letters before it ("z. B."), else None."""
        known = self.abbreviations
        if len(word) <= 3 and (spaced := self._spaced(low, start)):
            return known[spaced]
        if word in known:
            return known[word]
        if word.endswith(self.tails):
            return True
        if "-" in word and (last := word.rpartition("-")[2]) in known:
            return known[last]
        return True if _is_spelled(word) else None

    def _spaced(self, low: int, start: int) -> str:
        """The known abbreviation in spaced letters that ends at a stop ("z. B"); "" for none."""
        before = self.prose[max(low, start - 12) : start]
        if "." not in before:
            return ""
        spaced = before.replace(" ", "").replace("\n", "")
        for size in (6, 5, 4, 3):
            joined = spaced[-size:]
            if "." in joined[1:-1] and joined in self.abbreviations and not spaced[:-size][-1:].isalnum():
                return joined
        return ""

    def _starts(self, at: int, high: int) -> bool:
        """Whether the word at `at` is one that a sentence often begins with, and no initial ("A. Kern")."""
        word = _WORD.match(self.prose, at, high)
        if not word or word.group() not in self.starters:
            return False
        return word.end() > at + 1 or self.prose[word.end() : word.end() + 1] != "."

    def _glued(self, low: int, start: int, end: int, at: int, high: int) -> bool:
        """Whether a sentence ends where no space follows its stop ("werden.Meta")."""
        word = self._word(low, start)
        if self.prose[at] in '„“»«‚‘"(':
            at += 1
            if not word:
                return False
        if not self.prose[at : at + 1].isupper():
            return False
        following = _WORD.match(self.prose, at, high)
        if not following:
            return False
        starts = self._starts(at, high)
        if (len(following.group()) == 1 and not starts) or self._in_address(following.end()):
            return False
        return end > start + 1 or not word or self._ends_glued(low, start, word, starts=starts)

    def _in_address(self, at: int) -> bool:
        """Whether a word that ends here is part of an address, a call or a file's name."""
        after = self.prose[at : at + 2]
        return after[:1] in ("@", "/", "(", "_", "=") or (after[:1] == "." and after[1:].isalnum())

    def _ends_glued(self, low: int, start: int, word: str, *, starts: bool) -> bool:
        """Whether the word before a stop may end a sentence to which the next one is glued."""
        size, last = len(word), word[-1]
        if last.isdigit():
            return starts or (word.isdecimal() and size == 4 and int(word) in _YEARS)
        if _is_address(word) or (size == 1 and word.isalnum()):
            return False
        kind = self._abbreviation(low, start, word)
        if kind is not None:
            return kind and starts
        if self.ordinals and _ROMAN.match(word):
            return starts
        return last.islower() or (size > 1 and last.isupper()) or not last.isalnum()


def _is_spelled(word: str) -> bool:
    """Whether a word is short ones with stops between: "e.g"."""
    return "." in word and all(len(part) <= 3 and part.isalpha() for part in word.split("."))


def _is_address(word: str) -> bool:
    """Whether a word is one of a place on the web or in a computer."""
    return "www." in word or any(sign in word for sign in "@/\\_")
