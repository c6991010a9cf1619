"""The words around a date, one atom each; level by level the longest phrase that makes sense becomes one atom."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from claimcheck.extract.dates.numbers import Digits
from claimcheck.extract.dates.scene import Scene
from claimcheck.extract.dates.when import When
from claimcheck.extract.numerals import Numeral
from claimcheck.extract.scan import Token
from claimcheck.languages import Language

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?")
PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SIGNS = {
    ",": {"comma": True}, "/": {"slash": True}, "-": {"dash": True}, "–": {"dash": True}, "—": {"dash": True},
    "(": {"open": True}, ")": {"close": True},
}  # fmt: skip
PASSED_ON = ("hedge", "one", "half", "to", "and", "or", "between", "aged")
FARTHEST = 10
FARTHEST_RIGHT = 60
LONGEST_WORD = 40


class Atom:
    """One word, number or sign, or what a phrase made of several; `symbols` maps each thing it may be to a value."""

    __slots__ = ("end", "start", "symbols")

    def __init__(self, start: int, end: int, symbols: dict[str, Any]) -> None:
        self.start = start
        self.end = end
        self.symbols = symbols


def _from_roles(roles: dict[str, Any]) -> dict[str, Any]:
    """What a known word may be in a phrase by the roles other files of the language give it."""
    symbols = {role: roles[role] for role in PASSED_ON if role in roles}
    if "ord" in roles:
        symbols["ord"] = roles["ord"]
        if roles["ord"] <= 31:
            symbols["day"] = roles["ord"]
    if "time" in roles:
        symbols["unit"] = symbols[f"unit_{roles['time']}"] = roles["time"]
    if "adjective" in roles:
        symbols["adj"] = roles["adjective"]
    return symbols


class Reader:
    """Reads the atoms of one text."""

    __slots__ = ("count", "digits", "exact", "several", "text", "tokens", "words")

    def __init__(self, text: str, tokens: list[Token], language: Language) -> None:
        table = language.dates
        self.text = text
        self.tokens = tokens
        self.count = len(tokens)
        self.words: dict[str, dict[str, Any] | None] = table["words"]
        self.exact: dict[str, dict[str, Any]] = table["exact"]
        self.several: dict[str, list[str]] = table["several"]
        self.digits = Digits(table)

    def run(self, at: int, floor: int) -> tuple[list[Atom], int]:
        """The atoms around the token at an index, none before the offset `floor`; and the index behind the last."""
        token = self.tokens[at]
        first, after = self._token(at, token.start)
        if first is None:
            return [], at + 1
        atoms = [first]
        end = first.end
        for _ in range(FARTHEST_RIGHT):
            found = self._right(end, after)
            if found is None:
                break
            atom, after = found
            atoms.append(atom)
            end = atom.end
        left: list[Atom] = []
        start, before = first.start, at - 1
        for _ in range(FARTHEST):
            earlier = self._left(start, before, floor)
            if earlier is None:
                break
            atom, before = earlier
            left.append(atom)
            start = atom.start
        left.reverse()
        return left + atoms, after

    def _token(self, at: int, start: int) -> tuple[Atom | None, int]:
        """The atom that begins with a token, and the index of the token behind it."""
        token = self.tokens[at]
        if isinstance(token, Numeral):
            atom = self.digits.read(self.text, token)
            return (None, at + 1) if atom is None else (Atom(*atom), self._behind(at, atom[1]))
        roles = token.roles
        end = token.end
        surface = self.text[start:end]
        if surface.lower() in self.several and (longer := self._several(start, surface.lower())) is not None:
            return longer, self._behind(at, longer.end)
        known = self._meanings(surface)
        if known is None and self.text.startswith(".", end) and (known := self._meanings(surface + ".")) is not None:
            end += 1
        symbols = {**(known or {}), **_from_roles(roles)}
        return (Atom(start, end, symbols) if symbols else None), self._behind(at, end)

    def _behind(self, at: int, end: int) -> int:
        at += 1
        while at < self.count and self.tokens[at].start < end:
            at += 1
        return at

    def _meanings(self, surface: str) -> dict[str, Any] | None:
        symbols = self.words.get(surface.lower())
        if symbols is None and surface in self.exact:
            return self.exact[surface]
        if symbols is not None and surface in self.exact:
            return {**symbols, **self.exact[surface]}
        return symbols

    def _several(self, start: int, first: str) -> Atom | None:
        """A word of several words, such as "bis zum", that begins here."""
        for words in self.several[first]:
            end = start + len(words)
            part = self.text[start:end].replace("\n", " ")
            if part.lower() == words and not self.text[end : end + 1].isalnum():
                symbols = self.words.get(words) or self.exact.get(part)
                if symbols:
                    return Atom(start, end, symbols)
        return None

    def _right(self, end: int, after: int) -> tuple[Atom, int] | None:
        """The atom behind an offset with only a space or nothing between, and the index of the token behind it."""
        text = self.text
        start = end
        if text[start : start + 1] in (" ", "\n"):
            start += 1
        sign = text[start : start + 1]
        if sign in SIGNS:
            return Atom(start, start + 1, SIGNS[sign]), after
        while after < self.count and self.tokens[after].start < start:
            after += 1
        if after < self.count and self.tokens[after].start == start:
            atom, after = self._token(after, start)
            return None if atom is None else (atom, after)
        match = WORD.match(text, start, start + LONGEST_WORD)
        if match is None:
            return None
        found = self._word(start, match.group())
        return None if found is None else (found, self._from(after, found.end))

    def _from(self, after: int, end: int) -> int:
        while after < self.count and self.tokens[after].start < end:
            after += 1
        return after

    def _word(self, start: int, word: str) -> Atom | None:
        lower = word.lower()
        for form in (word, word.rstrip(".")):
            if (first := form.lower()) in self.several and (longer := self._several(start, first)) is not None:
                return longer
            if symbols := self._meanings(form):
                return Atom(start, start + len(form), symbols)
        if "-" in lower and (match := PIECE.match(word)) is not None and (symbols := self._meanings(match.group())):
            return Atom(start, start + match.end(), symbols)
        return None

    def _left(self, start: int, before: int, floor: int) -> tuple[Atom, int] | None:
        """The atom before an offset, and the index of the token before it."""
        text, end = self.text, start
        if end > floor and text[end - 1] in " \n":
            end -= 1
        if end <= floor:
            return None
        sign = text[end - 1]
        if sign in SIGNS:
            return Atom(end - 1, end, SIGNS[sign]), before
        while before >= 0 and self.tokens[before].start >= end:
            before -= 1
        if (atom := self._token_before(before, end, floor)) is not None:
            return atom, before - 1
        atom = self._word_before(end, floor)
        return None if atom is None else (atom, before)

    def _token_before(self, at: int, end: int, floor: int) -> Atom | None:
        """The token at an index, if it and what is written onto it end at an offset."""
        if at < 0:
            return None
        token = self.tokens[at]
        if token.end > end or token.start < floor or token.end < end - 4:
            return None
        atom, _ = self._token(at, token.start)
        return atom if atom is not None and atom.end == end else None

    def _word_before(self, end: int, floor: int) -> Atom | None:
        """The word that ends at an offset, if it may stand in a date."""
        text, low = self.text, max(floor, end - LONGEST_WORD)
        first = max(text.rfind(" ", low, end), text.rfind("\n", low, end)) + 1 or low
        while first < end and not text[first].isalpha():
            first += 1
        word = text[first:end]
        symbols = self._meanings(word) if word and word[0].isalpha() else None
        if symbols:
            return Atom(first, end, symbols)
        before = max(text.rfind(" ", floor, max(first - 1, floor)) + 1, floor)  # "bis einschließlich"
        longer = self._several(before, opened) if (opened := text[before : first - 1].lower()) in self.several else None
        return longer if longer is not None and longer.end == end else None


Result = dict[str, Any] | None
"""What a phrase means: symbols for later levels, {} for nothing whatever inside; None: it is not that phrase."""
Found = tuple[int, list[str], list[Any]]


class Match:
    """Atoms that form a phrase: `symbols` what each plays in it, `values` the value of the first atom of each symbol.

    `start` and `end` are those of the part that belongs to the claim.
    """

    __slots__ = ("atoms", "end", "scene", "start", "symbols", "values")

    def __init__(self, scene: Scene, atoms: list[Atom], symbols: list[str], start: int, end: int) -> None:
        self.scene = scene
        self.atoms = atoms
        self.symbols = symbols
        self.start = start
        self.end = end
        self.values: dict[str, Any] = {}
        for atom, symbol in zip(atoms, symbols, strict=True):
            self.values.setdefault(symbol, atom.symbols[symbol])

    @property
    def year(self) -> int | None:
        """The year that the phrase names, in digits or in words."""
        values = self.values
        return values.get("year") or values.get("spelled_year") or values.get("late_year")

    def all(self, *wanted: str) -> list[Any]:
        """The values of every atom that plays one of these parts, in order."""
        return [atom.symbols[symbol] for atom, symbol in zip(self.atoms, self.symbols, strict=True) if symbol in wanted]


def dated(match: Match, when: When) -> Result:
    """The date as what a phrase means, unless the phrase is only part of a longer word."""
    return None if match.scene.compound(match.start, match.end) else {"date": when}


Meanings = dict[str, Callable[[Match], dict[str, Any] | None]]


def read(scene: Scene, atoms: list[Atom], levels: list[dict[str, Any]], meanings: Meanings) -> list[Atom]:
    """The atoms with every phrase replaced by one atom that carries what it means."""
    for root in levels:
        at = 0
        while at < len(atoms):
            if not root.keys().isdisjoint(atoms[at].symbols):
                at = _replace(scene, atoms, at, root, meanings)
            else:
                at += 1
    return atoms


def _replace(scene: Scene, atoms: list[Atom], at: int, root: dict[str, Any], meanings: Meanings) -> int:
    """Puts what the longest phrase at an index means in its place; the index to go on at."""
    first: int
    for after, symbols, (meaning, lead, trail) in _phrases(atoms, at, root):
        first, last = at + lead, after - trail
        start, end = atoms[first].start, atoms[last - 1].end
        result = meanings[meaning](Match(scene, atoms[at:after], symbols, start, end))
        if result is not None:
            start = result.pop("from", start)
            atoms[first:last] = [Atom(start, end, result)]
            return first + 1
    return at + 1


def _phrases(atoms: list[Atom], at: int, root: dict[str, Any]) -> list[Found]:
    """All phrases that begin at an index, the longest first."""
    found: list[Found] = []
    open_: list[tuple[int, dict[str, Any], list[str]]] = [(at, root, [])]
    count = len(atoms)
    while open_:
        i, node, symbols = open_.pop()
        if i < count:
            for symbol in atoms[i].symbols:
                child = node.get(symbol)
                if child is not None:
                    path = [*symbols, symbol]
                    if "" in child:
                        found.append((i + 1, path, child[""]))
                    open_.append((i + 1, child, path))
    if len(found) > 1:
        found.sort(key=lambda each: -each[0])
    return found
