"""One pass over a text: the digits and the known words in it, in order, with the roles the words can play.

Words come from one automaton over the language's lexicon, digits from one pattern that begins with a digit; everything
later works on this short list of tokens and never on the whole text again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.languages import Language

DIGITS = re.compile(r"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒](?:[0-9]|[.,'’‘´ ](?=[0-9]))*")
BESIDE = re.compile(r"[^\W\d_]{1,5}(?:[²³]|\^?[23])?(?:/[^\W\d_]{1,2}(?![^\W_]))?(?!\.?[^\W_])")
NEXT_WORD = re.compile(r" [^\W_]")
NAME_PART = re.compile(r"-[^\W\d_]| [A-Z]")
WORD = re.compile(r"[^\W\d_]{4,80}(?![^\W_])")
UNSPACED = re.compile(r"\S+")
JOINING = ("card", "scale", "joint", "half", "frac", "dozen", "mixed", "ord", "vague")
PART_ROLES = frozenset(JOINING)
JOINED = PART_ROLES | {"one"}
GOES_ON = frozenset(("card", "scale", "half", "frac", "dozen", "mixed", "percent", "currency"))


NONE: dict[str, Any] = {}
SPACES = frozenset((" ", "\n", " \n", "\n ", "  "))
"""What may stand between two words of one expression."""


class Token:
    """A stretch of digits (it has no roles) or a known word; offsets as in the text."""

    __slots__ = ("end", "roles", "start")

    def __init__(self, start: int, end: int, roles: dict[str, Any]) -> None:
        self.start = start
        self.end = end
        self.roles = roles


class Scanner:
    """The compiled lexicon of one language."""

    __slots__ = ("automaton", "beside", "endings", "idioms", "parts", "parts_of_speech", "roles", "spaced", "surfaces")

    def __init__(self, language: Language) -> None:
        lexicon = language.lexicon
        forms: list[str] = lexicon["forms"]
        self.roles: list[dict[str, Any] | None] = lexicon["roles"]
        exact: dict[str, dict[str, dict[str, Any]]] = lexicon["exact"]
        self.surfaces = {index: exact[form] for index, form in enumerate(forms) if form in exact}
        self.beside: dict[str, dict[str, Any]] = lexicon["beside"]
        self.automaton = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)
        self.parts_of_speech = frozenset(self.beside).intersection(forms)
        self.parts = _parts(forms, self.roles, JOINED)
        self.endings = _parts(forms, self.roles, frozenset(("suffix",)))
        self.spaced = frozenset(index for index, form in enumerate(forms) if " " in form)
        self.idioms = {
            index: len(form) - form.rfind(" ") - 1
            for index, form in enumerate(forms)
            if "idiom" in (self.roles[index] or NONE) and form[form.rfind(" ") + 1 :] in self.parts
        }  # those that end with a number word, and how long it is

    def tokens(self, text: str) -> list[Token]:
        """Digits and known whole words of the text in order; words inside longer words only as parts of a number."""
        words = self._words(text)
        digits = [Token(match.start(), match.end(), NONE) for match in DIGITS.finditer(text)]
        return self._valid(text, self._merged(text, words, digits))

    def _words(self, text: str) -> list[Token]:
        folded = lowered(text).replace("\n", " ")  # a line may end inside a phrase: "mehr\nals"
        found: list[Token] = []
        ending: list[tuple[int, int]] = []
        surfaces, last = self.surfaces, -1
        for index, start, end in self._matches(folded):
            roles = self.roles[index]
            if index in surfaces:
                roles = surfaces[index].get(text[start:end], roles)
            if roles is None:
                continue
            if start and start != last and text[start - 1].isalpha() and text[start].isalpha():
                continue  # inside a word, and behind no part of it that is known
            if index in self.idioms:
                ending.append((len(found), self.idioms[index]))
            found.append(Token(start, end, roles))
            last = end
        for at, length in ending:
            self._shortened(folded, found, at, length)
        return found

    def _matches(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Index, start and end of the known forms, leftmost and longest first.

        A row of words that matches only across parts of words ("z|um Die|nstag") hides none of them: they are looked
        at one by one.
        """
        ahead = 0
        for index, start, end in self.automaton.find_matches_as_indexes(folded):
            if start < ahead:
                continue
            if index not in self.spaced or _whole(folded, start, end):
                yield index, start, end
                continue
            begin = start if not folded[max(0, start - 1) : start].isalpha() else folded.index(" ", start) + 1
            ahead = _past_letters(folded, end)
            if begin > start:  # "weltweit mehr als": without its beginning the rest may match as it stands
                stretches = [(begin, list(self._matches(folded[begin:ahead])))]
            else:
                words = UNSPACED.finditer(folded, begin, ahead)
                stretches = [(word.start(), self.automaton.find_matches_as_indexes(word.group())) for word in words]
            for offset, matches in stretches:
                for each, low, high in matches:
                    yield each, offset + low, offset + high

    def _shortened(self, folded: str, words: list[Token], at: int, length: int) -> None:
        """Leaves only its number word of an idiom where the number goes on: "that one third", "that one in five"."""
        idiom = words[at]
        if self._goes_on(folded, words, at):
            start = idiom.end - length
            words[at] = Token(start, idiom.end, self.parts[folded[start : idiom.end]])

    @staticmethod
    def _goes_on(folded: str, words: list[Token], at: int) -> bool:
        """Whether the number word at the end of an idiom belongs to a number behind it."""
        idiom = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or after.start != idiom.end + 1:
            return False
        if idiom.roles["idiom"] != "alone" or "one_of" not in after.roles:
            return not GOES_ON.isdisjoint(after.roles)
        second = words[at + 2] if at + 2 < len(words) else None
        counted = second is not None and second.start == after.end + 1 and "card" in second.roles
        return counted or folded[after.end + 1 : after.end + 2].isdigit()

    def _merged(self, text: str, words: list[Token], digits: list[Token]) -> list[Token]:
        """Both lists in one order; right after digits a short unit may stand that is no word elsewhere."""
        merged: list[Token] = []
        at, count = 0, len(words)
        for digit in digits:
            while at < count and words[at].start < digit.start:
                merged.append(words[at])
                at += 1
            if merged and merged[-1].end > digit.start:
                continue
            merged.append(digit)
            unit = self._unit_beside(text, digit.end, words[at : at + 1])
            if unit is not None:
                while at < count and words[at].start < unit.end:
                    at += 1
                merged.append(unit)
        merged.extend(words[at:])
        return merged

    def _unit_beside(self, text: str, end: int, following: list[Token]) -> Token | None:
        """The short unit right behind digits or one space; no word of a sentence or a name that only looks like one.

        Nor the beginning of the word that follows: "km" of "142 km per hour".
        """
        start = end + (text[end : end + 1] == " ")
        match = BESIDE.match(text, start)
        roles = None if match is None else self.beside.get(match.group())
        if match is None or roles is None:
            return None
        longer = any(each.start == start and each.end > match.end() for each in following)
        return None if longer or self._is_word(text, match, apart=start > end) else Token(start, match.end(), roles)

    def _is_word(self, text: str, match: re.Match[str], *, apart: bool) -> bool:
        """Whether what looks like a short unit is a word of the sentence or begins a name."""
        word = match.group()
        if apart and word in self.parts_of_speech and NEXT_WORD.match(text, match.end()):
            return True
        return len(word) == 1 and word.isupper() and NAME_PART.match(text, match.end()) is not None

    def _valid(self, text: str, tokens: list[Token]) -> list[Token]:
        """Whole words only: parts of one word stay where together they are a number, with or without a suffix."""
        kept: list[Token] = []
        at = 0
        while at < len(tokens):
            last = _row_end(tokens, at)
            kept.extend(self._whole_words(text, tokens[at : last + 1]))
            at = last + 1
        return kept

    def _whole_words(self, text: str, row: list[Token]) -> list[Token]:
        """The tokens of one row without gaps that stand for whole words."""
        start, end = row[0].start, row[-1].end
        if not row[0].roles:
            return row
        left, right = not _inside(text, start), not _inside(text, end)
        if left and right:
            return row if len(row) == 1 or _joins(text, row) else []
        cut = left and (len(row) > 1 or not PART_ROLES.isdisjoint(row[0].roles))
        return self._spelled(text, start) if cut else []

    def _spelled(self, text: str, start: int) -> list[Token]:
        """A number word that the longest matches cut wrongly, perhaps with an ending, or nothing.

        Such as "hundert|einund…", not "hunderte|inund…", and "vier|tägig", not "viert|ägig".
        """
        match = WORD.match(text, start)
        word = match.group().lower() if match else ""
        row = self._split(word)
        cuts = list(zip((0, *row), row, strict=False)) if len(row) > 1 else []
        roles = [self.parts.get(word[left:right]) or self.endings[word[left:right]] for left, right in cuts]
        return [Token(start + left, start + right, each) for (left, right), each in zip(cuts, roles, strict=True)]

    def _split(self, word: str) -> tuple[int, ...]:
        """Where the known parts of a word end; nothing where they do not make all of it."""
        ends: dict[int, tuple[int, ...]] = {0: ()}  # where a row of parts can end, and the row that gets there
        for at in range(len(word)):
            if at in ends:
                known = (at + size for size in range(2, 13) if word[at : at + size] in self.parts)
                for end in (*known, len(word)) if word[at:] in self.endings else known:
                    ends.setdefault(end, (*ends[at], end))
        return ends.get(len(word), ())


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end of a stretch."""
    left = start > 0 and text[start].isalpha() and text[start - 1].isalpha()
    return not left and not (end < len(text) and text[end - 1].isalpha() and text[end].isalpha())


def _row_end(tokens: list[Token], at: int) -> int:
    """The index of the last of the words that follow the token at an index without a gap; digits stand alone."""
    last = at
    while tokens[at].roles and last + 1 < len(tokens) and tokens[last + 1].roles:
        if tokens[last + 1].start != tokens[last].end:
            break
        last += 1
    return last


def _parts(forms: list[str], told: list[dict[str, Any] | None], wanted: frozenset[str]) -> dict[str, dict[str, Any]]:
    """The words that may be such a part of a longer one, with their roles."""
    known = ((form, roles) for form, roles in zip(forms, told, strict=True) if roles is not None and form.isalpha())
    return {form: roles for form, roles in known if not wanted.isdisjoint(roles)}


def _past_letters(text: str, at: int) -> int:
    """Where the letters end that begin there."""
    while at < len(text) and text[at].isalpha():
        at += 1
    return at


def lowered(text: str) -> str:
    """The text in small letters, each in its place: "İ" would become two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _inside(text: str, at: int) -> bool:
    """Whether a place lies between two letters."""
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()


def _joins(text: str, tokens: list[Token]) -> bool:
    """Whether tokens written without a gap form one number word, perhaps with an ending such as "-jährig"."""
    return all(
        not (text[token.start].isalpha() and text[before.end - 1].isalpha())
        or not (JOINED.isdisjoint(before.roles) or (JOINED.isdisjoint(token.roles) and "suffix" not in token.roles))
        for before, token in itertools.pairwise(tokens)
    )
