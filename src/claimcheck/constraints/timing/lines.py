"""The times of an article where they stand: dates, lengths and ages, with the words of time in their clauses.

Every constraint of time reads these lines and nothing else: what stands right before and behind a time, what its clause
says of it, and which other times are in reach.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from claimcheck.constraints.timing.days import Mark, MarkKind, kind_of, unit_of
from claimcheck.languages.word_roles import (
    AUXILIARY,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    MARK,
    OPEN,
    SEMICOLON,
    STOP,
    VERB,
)  # fmt: skip
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.analysis import Clause, Sentence, Token
from claimcheck.model.claim import Part
from claimcheck.model.measure import year_start

NONE: frozenset[str] = frozenset()
SENSES: dict[str, tuple[str, ...]] = {
    "begin": ("begins",), "found": ("begins", "founded"), "appoint": ("begins",), "join": ("begins",),
    "hire": ("begins",), "arrest": ("begins",), "buy": ("begins",), "build": ("founded",), "end": ("ends",),
    "leave": ("begins", "ends"), "dismiss": ("ends",), "free": ("ends",), "close": ("begins", "ends"),
    "last": ("lasts",), "sell": ("ends",),
}  # fmt: skip
"""The parts of time that the classes of verbs play."""
Words = tuple[dict[str, Any], dict[str, list[str]], dict[str, str]]
"""The phrases of timing.yaml by their first word, the classes of verbs by their lemma, the nouns of units."""
JOINT = 3
"""So many words more lie between two that a comma parts."""
BY_LEMMA = frozenset(("begins", "ends", "lasts", "looks_back", "founded", "grown", "did", "serves", "falls"))
OLDEST_YEAR = 1000
ONE_UNIT = {"one_year": "year", "one_month": "month", "one_week": "week", "one_day": "day"}
AROUND_UNIT = frozenset(("later", "after", "before_event"))


class Spot(Protocol):
    """Whatever stands at some tokens."""

    @property
    def first(self) -> int:
        """Its first token."""

    @property
    def last(self) -> int:
        """The token behind it."""


class Line:
    """One sentence with its times."""

    def __init__(self, number: int, sentence: Sentence, text: str, claims: Iterable[Claim], words: Words) -> None:
        self.number = number
        self.sentence = sentence
        self.text = text
        self.tokens = sentence.tokens
        self.people: frozenset[str] = frozenset()
        self._inside: set[int] = set()
        self._units = words[2]
        self.marks: list[Mark] = []
        for claim in claims:
            self._add(claim)
        self.senses = _senses(sentence, words, self._inside)
        self._one_unit()
        self._old_years()

    def _add(self, claim: Claim) -> None:
        first = self.sentence.token_at(claim.span.start)
        last = self.sentence.token_at(claim.span.end - 1) + 1
        if claim.span.end < self.tokens[last - 1].span.end and isinstance(claim.value, Measure):
            self._inside.update(range(first, last - 1))
            return  # the number of a compound: "50-Jahr-Feier"
        self._inside.update(range(first, last))
        claim, last = self._of_unit(claim, first, last)
        kind = kind_of(claim)
        if kind is not None:
            self.marks.append(Mark(kind, claim, first, last))

    def of_something(self, mark: Mark) -> bool:
        """Whether the noun of a length says what lasted: "110 Betriebsjahre"."""
        noun = mark.claim.text.rpartition(" ")[2].lower()
        return noun not in self._units and any(noun.endswith(unit) for unit in self._units)

    def _of_unit(self, claim: Claim, first: int, last: int) -> tuple[Claim, int]:
        """A number of years of something is a length: "41 Dienstjahre", "27 dry days"."""
        value, unit = claim.value, unit_of(claim, self._units)
        noun = value.noun.lower() if isinstance(value, Measure) and value.noun is not None else None
        behind = next((at for at in range(last, min(last + 3, len(self.tokens))) if self.tokens[at].low == noun), None)
        if behind is None or unit is None or not isinstance(value, Measure):
            return claim, last
        length = Duration(f"P{value.number}{unit[0].upper()}", measure=Measure(value.number, unit, hedge=value.hedge))
        return self._claim("duration", first, behind + 1, length), behind + 1

    def _one_unit(self) -> None:
        """Such as "a year" beside "later", "after" or "before" is a length of one unit."""
        for at in range(len(self.tokens) - 2):
            unit = next((each for each in ONE_UNIT if each in self.senses[at]), None)
            if unit is None or self.senses[at + 1] != self.senses[at] or self.said(at + 2).isdisjoint(AROUND_UNIT):
                continue
            value = Duration("P1" + ONE_UNIT[unit][0].upper(), measure=Measure(Decimal(1), ONE_UNIT[unit]))
            self._insert("length", self._claim("duration", at, at + 2, value), at, at + 2)

    def _old_years(self) -> None:
        """Four digits in a clause with a birth or death are a year, however long ago."""
        for at, token in enumerate(self.tokens):
            year = int(token.text) if len(token.text) == 4 and token.text.isdecimal() else 0
            if year < OLDEST_YEAR or any(mark.first <= at < mark.last for mark in self.marks):
                continue
            mark = Mark("date", self._claim("date", at, at + 1, Period(None, None, "year", token.text)), at, at + 1)
            if self.nearest(mark, ("born", "died", "founded")) is not None:
                value = Period(year_start(year), year_start(year + 1), "year", token.text)
                self._insert("date", self._claim("date", at, at + 1, value), at, at + 1)

    def _claim(self, kind: Any, first: int, last: int, value: Any) -> Claim:
        part = self.part(first, last)
        return Claim(kind, part.span, part.text, value)

    def _insert(self, kind: MarkKind, claim: Claim, first: int, last: int) -> None:
        self.marks.append(Mark(kind, claim, first, last))
        self.marks.sort(key=lambda mark: mark.first)
        for at in range(first, last):
            self.senses[at] = NONE

    def of_kind(self, *kinds: MarkKind) -> list[Mark]:
        """Its times of some kinds, in order."""
        return [mark for mark in self.marks if mark.kind in kinds]

    @property
    def dates(self) -> list[Mark]:
        """Its dates."""
        return self.of_kind("date")

    def part(self, first: int, last: int) -> Part:
        """The words of some tokens, as written."""
        start, end = self.tokens[first].span.start, self.tokens[last - 1].span.end
        shift = self.sentence.span.start
        return Part(Span(start, end), self.text[start - shift : end - shift])

    def said(self, at: int) -> frozenset[str]:
        """The parts that the word at a place plays; none outside."""
        return self.senses[at] if 0 <= at < len(self.tokens) else NONE

    def low(self, at: int) -> str:
        """The word or mark at a place, folded; "" outside."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_mark(self, at: int, kinds: int = MARK) -> bool:
        """Whether a mark of some kind stands at a place; the sentence ends with one."""
        if at >= len(self.tokens):
            return bool(kinds & STOP)
        return at >= 0 and bool(self.tokens[at].roles & kinds) and not self.tokens[at].text[0].isalnum()

    def capital(self, at: int) -> bool:
        """Whether a word with a capital stands at a place."""
        return 0 <= at < len(self.tokens) and bool(self.tokens[at].roles & CAPITAL)

    def has(self, role: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a word between two places plays the part."""
        return any(role in said for said in self.senses[max(0, first) : last])

    def dated(self, first: int, last: int) -> bool:
        """Whether a date stands between two places."""
        return any(first <= mark.first < last for mark in self.dates)

    def clause(self, mark: Spot) -> Clause:
        """The clause of a time."""
        return self.sentence.clauses[self.sentence.owners[mark.first]]

    def together(self, one: Spot, other: Spot) -> bool:
        """Whether one clause holds both."""
        return self.sentence.owners[one.first] == self.sentence.owners[other.first]

    def nearest(self, mark: Spot, roles: Sequence[str], *, across: bool = False) -> str | None:
        """The part of these that the nearest word in the clause of a time plays, no date between unless `across`."""
        found = self.reach(mark, roles, across=across)
        return None if found is None else roles[found[1]]

    def plays(self, mark: Spot, role: str, other: str) -> bool:
        """Whether the nearest word of two parts in the clause of a time plays the first; a word may play both."""
        one, two = self.reach(mark, (role,)), self.reach(mark, (other,))
        return one is not None and (two is None or one[0] <= two[0])

    def reach(self, mark: Spot, roles: Sequence[str], *, across: bool = False) -> tuple[int, int] | None:
        """How far the nearest such word in the clause of a time is, and the place of its part among `roles`.

        Of words as near as each other the first of `roles` counts. A clause without a verb says what the one it belongs
        to says.
        """
        own = self.sentence.owners[mark.first]
        clause = self.sentence.clauses[own]
        found = self._in_clause(mark, roles, own, across=across)
        if found is None and clause.verb is None and clause.parent is not None:
            found = self._in_clause(mark, roles, clause.parent, across=across)
        return found

    def _in_clause(self, mark: Spot, roles: Sequence[str], number: int, *, across: bool) -> tuple[int, int] | None:
        found = []
        for at, owner in enumerate(self.sentence.owners):
            if owner == number and not self.senses[at].isdisjoint(roles):
                between = range(at + 1, mark.first) if at < mark.first else range(mark.last, at)
                if across or not self.dated(between.start, between.stop):
                    rank = next(rank for rank, role in enumerate(roles) if role in self.senses[at])
                    found.append((len(between) + JOINT * sum(map(self.joins, between)), rank))
        return min(found, default=None)

    def joins(self, at: int) -> bool:
        """Whether a comma or a word such as "and" stands at a place, behind which something else may be told."""
        return "listing" in self.said(at) or self.is_mark(at, COMMA | COLON | SEMICOLON)

    def owned(self, mark: Mark) -> bool:
        """Whether a time is somebody's, "in ihren 18 Jahren", or that of what is: "ihr 2011 verstorbener Mann"."""
        chunk = self.sentence.chunk_at(self.tokens[mark.first].span.start)
        if chunk is None or chunk.determiner is None or not chunk.determiner < mark.first <= chunk.head:
            return False
        return self.said(chunk.determiner).isdisjoint(("definite", "indefinite"))

    def between(self, one: Mark, other: Mark) -> range:
        """The places between two times, whichever stands first."""
        first, last = (one, other) if one.first < other.first else (other, one)
        return range(first.last, last.first)

    def light(self, places: Iterable[int], roles: Collection[str]) -> bool:
        """Whether at all of these places marks or words of these parts stand, and nothing else."""
        return all(self.is_mark(at) or not self.senses[at].isdisjoint(roles) for at in places)

    def beside(self, one: Mark, other: Mark, roles: Collection[str], most: int = 5) -> bool:
        """Whether a mark or a word of explanation sets the one time beside the other, with light words only."""
        between = self.between(one, other)
        if not 0 < len(between) <= most or not self.light(between, roles):
            return False
        opened = self.is_mark(between[0], COMMA | OPEN | DASH) or "also" in self.senses[between[0]]
        if self.is_mark(between[0], OPEN):
            return self.is_mark(max(one.last, other.last), CLOSE | COMMA)
        return opened


def apposed(line: Line, mark: Mark) -> bool:
    """Whether a number stands like an age behind a name: "Kern (58)", "Kern, 58,"."""
    if not mark.claim.text.isdecimal() or not line.capital(mark.first - 2):
        return False
    if line.is_mark(mark.first - 1, OPEN):
        return line.is_mark(mark.last, CLOSE | COMMA)
    return line.is_mark(mark.first - 1, COMMA) and line.is_mark(mark.last, COMMA | STOP)


def _senses(sentence: Sentence, words: Words, inside: Collection[int]) -> list[frozenset[str]]:
    """For every token the parts that its phrase or verb plays; none within dates and numbers."""
    tokens, (phrases, verbs, _) = sentence.tokens, words
    found = [NONE] * len(tokens)
    at = 0
    while at < len(tokens):
        length, names = (0, NONE) if at in inside else _phrase(sentence, at, phrases)
        found[at : at + length] = [names] * length
        at += max(1, length)
    said = [(clause.predicate, clause.lemma, clause.senses) for clause in sentence.clauses]
    said += [(at, token.lemma, tuple(verbs.get(token.lemma, ()))) for at, token in enumerate(tokens) if _is_verb(token)]
    for where, lemma, senses in said:
        if where is not None and where not in inside:
            found[where] = found[where].union(_parts(senses), _of_verb(lemma, phrases))
    return found


def _is_verb(token: Token) -> bool:
    return bool(token.roles & VERB) and not token.roles & AUXILIARY


def _of_verb(lemma: str, phrases: dict[str, Any]) -> frozenset[str]:
    """The parts that every form of a verb plays."""
    return BY_LEMMA.intersection(name for rest, names in phrases.get(lemma, ()) if not rest for name in names)


def _parts(senses: Iterable[str]) -> set[str]:
    """The parts that a verb of some classes plays."""
    return {part for sense in senses for part in SENSES.get(sense, ())}


def _phrase(sentence: Sentence, at: int, phrases: dict[str, Any]) -> tuple[int, frozenset[str]]:
    """How many tokens the longest known phrase from a place on has, and the parts it plays."""
    tokens = sentence.tokens
    for rest, names in phrases.get(tokens[at].low, ()):
        if [token.low for token in tokens[at + 1 : at + 1 + len(rest)]] == rest:
            return 1 + len(rest), frozenset(names)
    number, _, noun = tokens[at].low.partition("-")
    if number.isdecimal():
        return 1, frozenset(name for rest, names in phrases.get(noun, ()) if not rest for name in names)
    return 0, NONE
