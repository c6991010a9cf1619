"""What stands around a phrase in its text: the words before and behind it, and whether the sentence looks ahead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from datetime import date
from typing import Any

from claimcheck.extract.numerals import Numeral
from claimcheck.extract.scan import Token
from claimcheck.languages import Language

WORDS = re.compile(r"[^\W\d_]+")
SENTENCE_ENDS = re.compile(r"[.!?](?=[\s\"“”»«])|\n\n")
BEFORE = re.compile(r"(?:[^\W\d_][\w.’'-]*|\d[\d.,]*|[^\w\s])\Z")
AFTER = re.compile(r"\s?([^\W\d_][\w’'-]*)")
REACH = 240
FAR = 12
APART = re.compile(r"[^,;:()\d\n.!?]{0,80} ([^\W\d_]+)[,;).!?\n]")
"""What stands between a number and the next mark, and its last word."""
COUNTED = (
    "currency",
    "percent",
    "unit",
    "time",
    "scale",
    "times",
    "sign",
    "minor",
    "age",
    "adjective",
    "frac",
    "clock",
)
SEPARATED = r"(?<![\w.,])[1-9][.,’'  \u202f]\d{3}(?![\d.,]\d|\d)"
WORD_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*) \Z")
NOT_A_YEAR_AFTER = ("label", "sign", "minus", "plus")


class Scene:
    """One text with the day it appeared on and the words that decide what a date means."""

    __slots__ = (
        "_historic", "_named", "_separated", "capitals", "cues", "holidays", "length_of_article", "month_first",
        "published", "starts", "stops", "text", "titles", "tokens", "words",
    )  # fmt: skip

    def __init__(self, text: str, tokens: list[Token], published: date | None, language: Language) -> None:
        self.text = text
        self.tokens = tokens
        self.published = published
        self.cues: dict[str, dict[str, bool]] = language.dates["cues"]
        self.holidays: dict[str, Any] = language.dates["holidays"]
        self.length_of_article: bool = language.dates["length_of_article"]
        self.month_first: bool = language.dates["month_first"]
        self.stops: Collection[str] = language.numbers["stop_words"]
        self.capitals: bool = language.numbers["capitals"]
        self.words: dict[str, Any] = language.dates["words"]
        self.titles: dict[str, list[list[str]]] = language.dates["titles"]
        self.starts: list[int] | None = None
        self._separated: bool | None = None
        self._historic: bool | None = None
        self._named: dict[str, bool] = {}

    @property
    def separated(self) -> bool:
        """Whether thousands have a sign or a space between their digits in this text, so that years stand out."""
        if self._separated is None:
            self._separated = re.compile(SEPARATED).search(self.text) is not None
        return self._separated

    @property
    def historic(self) -> bool:
        """Whether the text speaks of centuries."""
        if self._historic is None:
            self._historic = any(token.roles.get("time") == "century" for token in self.tokens)
        return self._historic

    def a_name(self, word: str) -> bool:
        """Whether the text has a word of the calendar as a surname somewhere: "Theresa May", "Frau März"."""
        known = self._named.get(word)
        if known is None:
            known = self._named[word] = self._somebody(word)
        return known

    def _somebody(self, word: str) -> bool:
        text, at = self.text, self.text.find(word)
        while at >= 0:
            end = at + len(word)
            if not text[end : end + 1].isalnum() and not text[end : end + 2].strip()[:1].isdigit():
                match = WORD_BEFORE.search(text, max(0, at - 30), at)
                name = match[1] if match else ""
                if name.lower() in self.cues["name"] or self._first_name(name):
                    return True
            at = text.find(word, end)
        return False

    def _first_name(self, name: str) -> bool:
        """Whether a word may be a first name or an office: it has a capital and is no word beside dates."""
        lower = name.lower()
        if not (name[:1].isupper() and name[1:2].islower()) or lower in self.cues["month"] or lower in self.words:
            return False
        return lower not in self.stops

    def titled(self, start: int, end: int) -> bool:
        """Whether a weekday is part of the name of something: "Bild am Sonntag", "Sheffield Wednesday"."""
        text = self.text
        for before, after in self.titles.get(text[start:end].lower(), ()):
            ahead = text[max(0, start - len(before)) : start].lower()
            if ahead == before and text[end : end + len(after)].lower() == after:
                return True
        return False

    def prefixed(self, start: int) -> bool:
        """Whether only a small word such as "pre-" is written onto what begins at an offset."""
        match = BEFORE.search(self.text, max(0, start - 12), start - 1)
        return (
            self.text[start - 1 : start] == "-" and match is not None and match.group().lower() in self.cues["prefix"]
        )

    def before(self, start: int) -> str:
        """The word, number or sign right before an offset, as written; "" at the beginning of a paragraph."""
        text = self.text
        end = start
        if end and text[end - 1] in " \n":
            end -= 1
        match = BEFORE.search(text, max(0, end - 30), end)
        return match.group() if match else ""

    def cued(self, start: int, cue: str) -> bool:
        """Whether the word before an offset is one of the cues of a kind."""
        return self.before(start).lower() in self.cues[cue]

    def in_name(self, start: int) -> bool:
        """Whether the two words before an offset are those of a street: "Straße des 17. Juni"."""
        words = self.text[max(0, start - 30) : start].split()
        return len(words) >= 2 and words[-2].lower() in self.cues["name"] and words[-1].islower()

    def older(self, end: int) -> bool:
        """Whether "and older", "oder jünger" follow."""
        words = self.text[end : end + 30].split()
        return len(words) > 1 and words[0].isalpha() and words[1].strip(".,;:!?)").lower() in self.cues["age"]

    def two_before(self, start: int) -> str:
        """The second word before an offset, in lower case."""
        words = self.text[max(0, start - 40) : start].split()
        return words[-2].lower() if len(words) > 1 else ""

    def number_behind(self, end: int) -> bool:
        """Whether a range word and then a number that is no year follow: "2000 bis 3000 Grad"."""
        i = bisect_left(self._starts(), end) + 1
        if i < len(self.tokens) and isinstance(number := self.tokens[i], Numeral):
            value = number.value
            if not number.raw.isdigit() and number.value is not None and number.value >= 1000:
                return False  # "2031 bis zu 76.000": written in two ways they are no range
            return value is not None and value > 31 and not 1900 <= value <= 2100 and number.start - end < FAR
        return False

    def happened(self, end: int) -> bool:
        """Whether what follows, up to a mark, ends in what happens once: "1857 von Otto Kern gegründet,"."""
        match = APART.match(self.text, end)
        return match is not None and match[1].lower() in self.cues["old"]

    def next_word(self, end: int) -> str:
        """The word behind an offset with at most one space between; "" where there is none."""
        match = AFTER.match(self.text, end, end + 40)
        return match[1] if match else ""

    def small(self, end: int) -> dict[str, Any]:
        """What the word behind an offset may be beside dates."""
        return self.words.get(self.next_word(end).lower()) or {}

    def roles(self, at: int) -> dict[str, Any]:
        """The roles of the token that begins at an offset or one space behind it."""
        starts = self._starts()
        i = bisect_left(starts, at)
        if i < len(starts) and starts[i] <= at + 1 and self.text[at : starts[i]] in ("", " ", "\n", "-"):
            return self.tokens[i].roles
        return {}

    def roles_before(self, start: int) -> dict[str, Any]:
        """The roles of the token that ends right before an offset."""
        token = self._token_before(start)
        return {} if token is None else token.roles

    def first_before(self, start: int) -> int:
        """Where the token begins that ends right before an offset; the offset itself without one."""
        token = self._token_before(start)
        return start if token is None else token.start

    def _token_before(self, start: int) -> Token | None:
        i = bisect_left(self._starts(), start) - 1
        found = i >= 0 and self.text[self.tokens[i].end : start] in ("", " ", "\n")
        return self.tokens[i] if found else None

    def _starts(self) -> list[int]:
        if self.starts is None:
            self.starts = [token.start for token in self.tokens]
        return self.starts

    def counted(self, end: int) -> bool:
        """Whether what follows is counted or measured by the number before it."""
        return any(role in COUNTED for role in self.roles(end))

    def counts_on(self, end: int) -> bool:
        """Whether the sign behind digits makes them money, a share, a decimal or a part of a word."""
        after = self.text[end : end + 1] or " "
        return after in "%‰€$£_" or after.isalnum() or (after in ".,:" and self.text[end + 1 : end + 2].isdecimal())

    def compound(self, start: int, end: int) -> bool:
        """Whether the stretch is part of a longer word: "Sonntag-Ausgabe", "Post-2015"."""
        text = self.text
        if text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha():
            match = WORDS.match(text, end + 1)
            if match is None or match.group().lower() not in self.words:
                return True
        if start > 1 and text[start - 1] in ("-", "‑") and text[start - 2].isalpha():
            return self._word_ending(start - 1) not in self.words
        return False

    def _word_ending(self, end: int) -> str:
        """The word that ends there, in small letters; of a very long one the end."""
        first = end - 1
        while first > 0 and self.text[first - 1].isalpha() and end + 1 - first < 30:
            first -= 1
        return self.text[first:end].lower()

    def opens_sentence(self, start: int) -> bool:
        """Whether an offset is the beginning of a sentence, as far as the signs before it tell."""
        before = self.text[max(0, start - 3) : start].rstrip(" „“\"»«‚'’(–-")
        return not before or before[-1] in ".!?:\n"

    def same_sentence(self, end: int, start: int) -> bool:
        """Whether no sentence ends between two offsets."""
        return start - end < REACH and SENTENCE_ENDS.search(self.text, end, start) is None

    def near(self, end: int, start: int) -> bool:
        """Whether at most one sentence ends between two offsets of one paragraph."""
        if start - end >= REACH:
            return False
        ends = SENTENCE_ENDS.findall(self.text, end, start)
        return len(ends) < 2 and "\n\n" not in ends
