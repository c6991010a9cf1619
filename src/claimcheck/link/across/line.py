"""A sentence laid out for comparison: its words as keys, its numbers, and which words speak of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Protocol
from unicodedata import normalize

from claimcheck.languages.extra import extra
from claimcheck.model import Article, Claim, Span
from claimcheck.model.analysis import Clause
from claimcheck.model.claim import Argument, Attribution
from claimcheck.model.entity import Mention

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
STEM = 7
SHORTEST = 3
KEPT = 200_000
MEANING = "="  # before the key of a word that a word of another language means too
CONCEPTS = ("@", MEANING)
_PLAIN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MARKS = re.compile("[\u0300-\u036f]")
_STROKES = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "ı": "i"})
NAME = r"[^\W\d_a-zß][\w’'-]+"


class Vocabulary:
    """The comparison words of one language."""

    __slots__ = (
        "_keys",
        "_phrases",
        "_stems",
        "apposed",
        "facts",
        "goals",
        "joins",
        "kin",
        "kinds",
        "limits",
        "location",
        "measures",
        "negations",
        "no_places",
        "per",
        "pronouns",
        "seats",
        "sited",
        "sites",
        "standing",
        "taken_as",
        "tallies",
        "things",
        "told_by",
    )

    def __init__(self, code: str) -> None:
        table = extra(code, "comparison")
        self._keys: dict[str, str | None] = dict.fromkeys(table.get("function_words", ()))
        self._stems: dict[str, str] = {}
        self._read_concepts(code, table)
        self.kin, self.limits, self.pronouns, self.joins, self.per = self._sets(table, "kin limits pronouns joins per")
        self.no_places, self.taken_as = self._sets(table, "no_places taken_as")
        self.sites, self.goals, self.sited = self._sets(table, "sites goals sited")
        self.things: Mapping[str, str] = table.get("things", {})
        self.seats: Mapping[str, str] = table.get("seats", {})
        self.standing: Mapping[str, str] = table.get("standing", {})
        self.told_by: Mapping[str, str] = table.get("told_by", {})
        self.tallies = frozenset(f"@{name}" for name in table.get("tallies", ()))
        self.measures = frozenset(f"@{name}" for name in table.get("measures", ()))
        self.kinds = self.measures | {f"@{name}" for name in table.get("values", ())}
        self.facts = frozenset(f"@{name}" for name in table.get("facts", ()))
        self.negations = frozenset(folded(word) for word in table.get("marks", {}).get("negation", ()))
        self.location = frozenset(tuple(word.split()) for word in table.get("location", ()))
        before = "|".join(re.escape(each) for each in (", ", *table.get("aged", ())))
        behind = "".join(f"|{re.escape(each)}" for each in table.get("after_name", ()))
        self.apposed = re.compile(rf"(?:{before})({NAME}(?: {NAME}){{1,2}})(?=[,.:]{behind})")
        self._phrases = {name: tuple(f" {word} " for word in words) for name, words in table.get("marks", {}).items()}

    @staticmethod
    def _sets(table: Mapping[str, Any], names: str) -> Iterator[frozenset[str]]:
        return (frozenset(table.get(name, ())) for name in names.split())

    def _read_concepts(self, code: str, table: Mapping[str, Any]) -> None:
        for word, names in extra(code, "grounding").get("concepts", {}).items():
            if len(names) == 1 and self._keys.get(word, "") is not None:
                key = f"@{names[0]}" if names[0] in table.get("measures", ()) else f"{MEANING}{names[0]}"
                self._keys[word] = key
                if len(word) >= STEM:
                    self._stems.setdefault(folded(word)[:STEM], key)
        self._keys.update((word, f"@{name}") for word, name in table.get("concepts", {}).items())

    def key(self, word: str) -> str | None:
        """The key of a word as it stands in the text, None for one without content."""
        low = word.lower()
        known = self._keys.get(low, "")
        if known != "":
            return known
        known = None
        if len(low) >= SHORTEST or word.isupper():
            stem = folded(low)[:STEM]
            known = self._stems.get(stem, stem)
        if len(self._keys) < KEPT:
            self._keys[low] = known
        return known

    def thing(self, word: str) -> str | None:
        """What a story has one of and a noun names, also with its last part: "Unfallursache"."""
        low = word.lower()
        ends = (low[at:] for at in range(len(low) - SHORTEST)) if word[:1].isupper() else (low,)
        return next((self.things[each] for each in ends if each in self.things), None)

    def stands(self, words: Sequence[str]) -> str | None:
        """What stands somewhere, by the last of the words that lead to its place, or the last two."""
        return next(
            (self.standing[each] for each in (" ".join(words[-2:]), *words[-1:]) if each in self.standing), None
        )

    def seat(self, role: str) -> str | None:
        """Which seat a role is, by its last words, or by the last part of its last word: "Bundestrainer"."""
        low = " ".join(role.lower().split())
        starts = (at for at in range(len(low) - SHORTEST) if role[:1].isupper() or not low[at - 1 : at].isalnum())
        return next((self.seats[low[at:]] for at in starts if low[at:] in self.seats), None)

    def marks(self, text: str) -> frozenset[str]:
        """Which marks stand in a stretch of text."""
        plain = f" {' '.join(_PLAIN.findall(text.lower()))} "
        return frozenset(name for name, phrases in self._phrases.items() if any(each in plain for each in phrases))


def folded(word: str) -> str:
    """The word without diacritics: "Müller" and "Mueller" stay two, "Gómez" and "Gomez" become one."""
    return word if word.isascii() else _MARKS.sub("", normalize("NFKD", word)).translate(_STROKES)


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language, built once."""
    return Vocabulary(code)


class Sheet(Protocol):
    """What a sentence asks of the article it stands in; `index` is the article's place among those compared."""

    article: Article
    index: int
    prose: str
    published: date | None
    language: str
    vocabulary: Vocabulary
    path: str
    marks_: frozenset[str] | None

    @property
    def lines(self) -> Sequence[Line]:
        """All its sentences."""

    @property
    def said(self) -> Mapping[str, Attribution]:
        """Its statements, by the id of the claim."""

    @property
    def counted(self) -> Mapping[str, set[str]]:
        """What it counts, with all the values it gives for it."""

    @property
    def nested(self) -> set[tuple[str, str]]:
        """Places it puts one into the other."""

    @property
    def aged(self) -> Mapping[Span, Argument]:
        """Whose ages it tells, by the places of these."""

    def speaker(self, claim: Claim) -> Span | None:
        """Where the name of the one who states a claim stands; None for the author's own."""

    def speaks(self, offset: int) -> bool:
        """Whether the name of a speaker stands there."""


class Word:
    """A word with content: its key, its place, whether it belongs to a name, whether it is written with a capital."""

    __slots__ = ("capital", "end", "key", "name", "place", "start")

    def __init__(self, key: str, start: int, end: int, *, capital: bool) -> None:
        self.key = key
        self.start = start
        self.end = end
        self.capital = capital
        self.name = False
        self.place = False


class Number:
    """A claim with a value in its sentence; `at` is how many words stand before it."""

    __slots__ = ("at", "claim", "id", "kinds_", "line", "stop")

    def __init__(self, claim: Claim, line: Line, at: int, stop: int, number: int) -> None:
        self.claim = claim
        self.line = line
        self.at = at
        self.stop = stop
        self.id = number
        self.kinds_: frozenset[str] | None = None


class Line:
    """One sentence; a short one borrows the words of the sentence before, which its pronouns mean."""

    __slots__ = (
        "borrowed",
        "headline",
        "id",
        "keys",
        "marks_",
        "mentions",
        "numbers",
        "page",
        "paragraph",
        "span",
        "words",
    )

    def __init__(
        self, page: Sheet, number: int, span: Span, words: list[Word], paragraph: int, *, headline: bool
    ) -> None:
        self.page = page
        self.id = number
        self.span = span
        self.words = words
        self.paragraph = paragraph
        self.headline = headline
        self.numbers: list[Number] = []
        self.mentions: list[Mention] = []
        self.keys = frozenset(word.key for word in words)
        self.borrowed: frozenset[str] = frozenset()
        self.marks_: dict[tuple[int, int], frozenset[str]] = {}

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.page.prose[self.span.start : self.span.end]

    def marks(self, start: int | None = None, end: int | None = None) -> frozenset[str]:
        """The marks between two offsets of the article, of the whole sentence by default."""
        where = (self.span.start if start is None else start, self.span.end if end is None else end)
        found = self.marks_.get(where)
        if found is None:
            found = self.marks_[where] = self.page.vocabulary.marks(self.page.prose[where[0] : where[1]])
        return found


AROUND = 6
CLAUSE = re.compile("[,;:–—()]")


def window(number: Number, size: int = AROUND) -> tuple[list[Word], list[Word]]:
    """The words before and behind a number."""
    words = number.line.words
    return words[max(0, number.at - size) : number.at], words[number.at : number.stop + size]


def belongs(number: Number, at: int) -> bool:
    """Whether a word may speak of a number: of its clause, or of one beside that has no number of its own."""
    start, stop = _clause(number.line, at)
    inside = [other for other in number.line.numbers if start <= other.claim.span.start < stop]
    return number in inside or not inside


def _clause(line: Line, at: int) -> tuple[int, int]:
    """The stretch between two marks in which an offset lies."""
    ends = [match.start() for match in CLAUSE.finditer(line.page.prose, line.span.start, line.span.end)]
    before = max((end for end in ends if end <= at), default=line.span.start)
    return before, min((end for end in ends if end > at), default=line.span.end)


def in_clause(number: Number) -> bool:
    """Whether its clause has verb and subject: without, a date is a stamp of the page, of a broadcast, of a version."""
    clause = clause_of(number)
    return clause is not None and clause.verb is not None and clause.subject is not None


def clause_of(number: Number) -> Clause | None:
    """The clause a number stands in."""
    analysis, start = number.line.page.article.analysis, number.claim.span.start
    sentence = None if analysis is None else analysis.at(start)
    return None if sentence is None else sentence.clause_at(start)
