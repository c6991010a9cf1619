"""An article laid out for comparison: sentences as rows of keys, with the numbers that stand among them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from claimcheck.link.across import answers, people
from claimcheck.link.across.line import CONCEPTS, WORD, Line, Number, Sheet, Word, vocabulary
from claimcheck.link.across.meaning import AGE, Meaning, meanings
from claimcheck.link.across.scope import ANYTHING, kind
from claimcheck.link.across.turns import Turn, turns
from claimcheck.link.across.value import stated, weight
from claimcheck.link.corrections import Correction, corrections, is_note, taken_out
from claimcheck.link.values import stated_values
from claimcheck.model import Article, Claim, Duration, Measure, Period, Span
from claimcheck.model.claim import Argument, Attribution
from claimcheck.model.entity import Mention
from claimcheck.model.report import End
from claimcheck.model.span import Stretches

COUNTED = ("amount", "percentage", "quantity", "duration", "date")
FIGURES = ("amount", "quantity")
SHORT, FIRST, OPENING = 7, 60, 5
REACH, BRIEF = 24, 12
TELLING = 0.75


class Page:
    """One article; `index` is its place among those compared."""

    def __init__(self, article: Article, index: int) -> None:
        document = article.document
        self.article = article
        self.index = index
        self.path = document.path
        self.prose = document.prose
        self.published = document.published
        self.language = document.language or ""
        self.vocabulary = vocabulary(self.language)
        self.said = {claim.id: claim.value for claim in article.claims if isinstance(claim.value, Attribution)}
        self.marks_: frozenset[str] | None = None
        self.terms: dict[str, list[Span]] | None = None
        self.lines = self._lines()
        self.numbers: list[Number] = []
        self._out = Stretches(taken_out(article))
        self._place_mentions()
        self._place_numbers()

    def _lines(self) -> list[Line]:
        document = self.article.document
        starts = [span.start for span in document.paragraphs]
        lines = []
        for number, span in enumerate(document.sentences):
            head = document.headline is not None and span.start < document.headline.end
            words = []
            for match in WORD.finditer(self.prose, span.start, span.end):
                text = match.group()
                key = self.vocabulary.key(text)
                if key is not None:
                    words.append(Word(key, match.start(), match.end(), capital=text[0].isupper()))
            lines.append(Line(self, number, span, words, bisect_right(starts, span.start), headline=head))
        return lines

    @cached_property
    def profile(self) -> Profile:
        """Its words, counted when it is first laid beside another article."""
        return profile(self.lines)

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """What its numbers are numbers of, read when it is first laid beside an article on the same story."""
        return meanings(self)

    @cached_property
    def names(self) -> dict[str, list[Mention]]:
        """Whom it names, with all places."""
        return people.named(self.article.mentions)

    @cached_property
    def persons(self) -> dict[str, Mention]:
        """The persons it names in full."""
        return people.persons(self.article)

    @cached_property
    def full_names(self) -> dict[str, Mention]:
        """All that it names in full."""
        return people.full_names(self.article)

    @cached_property
    def shapes(self) -> people.Shapes:
        """The persons by the words that another spelling of their names would have too."""
        return people.shapes(self.persons)

    @cached_property
    def values_told(self) -> list[Claim]:
        """Its numbers, dates and labels, read when it is first laid beside another version of it, or its correction."""
        return stated_values(self.article)

    @cached_property
    def corrections(self) -> list[Correction]:
        """What it takes back of an earlier text, where it is headed so, or short: else it speaks of itself."""
        return corrections(self.article) if is_note(self.article) or len(self.lines) <= BRIEF else []

    @cached_property
    def answers(self) -> list[answers.Answer]:
        """Who holds an office, bought whom, is of which party: what it answers to such questions."""
        return answers.answers(self)

    @cached_property
    def aged(self) -> dict[Span, Argument]:
        """Whose ages it tells, by the places of these."""
        return people.aged(self.article)

    @cached_property
    def turns(self) -> dict[str, Turn]:
        """What it tells to have risen or fallen."""
        return turns(self, self.meanings)

    @cached_property
    def measured(self) -> frozenset[tuple[str | None, str]]:
        """Its telling values, each with what it is a value of; so many people are so old."""
        told = (each for each in self.meanings if weight(each.number) >= (TELLING if each.concept is None else 1.0))
        return frozenset((each.thing, stated(each.number)) for each in told if each.thing not in (AGE, *ANYTHING))

    @cached_property
    def counted(self) -> dict[str, set[str]]:
        """What the article counts, with all the values it gives for it."""
        found: dict[str, set[str]] = {}
        for number in self.numbers:
            if (key := kind(number)) is not None:
                found.setdefault(key, set()).add(stated(number))
        return found

    @cached_property
    def figures(self) -> frozenset[str]:
        """The amounts and counts of at least two digits, by which a report is known."""
        telling = [number for number in self.numbers if number.claim.type in FIGURES and weight(number) >= 1.0]
        return frozenset(stated(number).split()[0] for number in telling)

    @cached_property
    def nested(self) -> set[tuple[str, str]]:
        """Places the article puts one into the other: "Lindow in Brandenburg", "Lindow (Brandenburg)"."""
        found = set()
        for line in self.lines:
            for inner, outer in pairwise(word for word in line.words if word.place):
                between = self.prose[inner.end : outer.start].lower().replace("(", " ( ").split()
                if len(between) == 1 and (between[0] == "(" or (between[0],) in self.vocabulary.location):
                    found.add((inner.key, outer.key))
        return found

    def line_at(self, offset: int) -> Line | None:
        """The sentence in which an offset lies."""
        at = bisect_right(self.article.document.sentences, offset, key=lambda span: span.start) - 1
        return self.lines[at] if at >= 0 and offset < self.lines[at].span.end else None

    def speaker(self, claim: Claim) -> Span | None:
        """Where the name of the one who states a claim stands; None for the author's own."""
        said = self.said.get(claim.voice or "")
        return said.source.span if said is not None and said.source is not None else None

    def speaks(self, offset: int) -> bool:
        """Whether the name of a speaker stands there."""
        return any(start <= offset < end for start, end in self._speakers)

    @cached_property
    def _speakers(self) -> list[tuple[int, int]]:
        return [
            (each.source.span.start, each.source.span.end) for each in self.said.values() if each.source is not None
        ]

    def _goes_on(self, line: Line) -> bool:
        """Whether one of the first words is a pronoun."""
        first = self.prose[line.span.start : line.span.start + FIRST].lower().split()[:OPENING]
        return not self.vocabulary.pronouns.isdisjoint(first)

    def _place_mentions(self) -> None:
        for mention in self.article.mentions:
            line = self.line_at(mention.span.start)
            if line is not None:
                line.mentions.append(mention)
                for word in line.words:
                    if mention.span.start <= word.start < mention.span.end:
                        word.name = True
                        word.place = mention.kind == "place"
        for line in self.lines:
            for word in line.words:
                inside = word.capital and word.start > line.span.start
                if inside and not word.place and not word.key.startswith(CONCEPTS):
                    word.place = self._is_placed(line, word)

    def _is_placed(self, line: Line, word: Word) -> bool:
        """Whether a capitalised word stands where a place does: "in Lindow", "the village of Lindow"."""
        known = self.vocabulary
        if self.prose[word.start : word.end].lower() in known.no_places:
            return False
        before = tuple(self.prose[max(line.span.start, word.start - REACH) : word.start].lower().split()[-2:])
        return before in known.location or before[-1:] in known.location

    def _is_base(self, claim: Claim) -> bool:
        """Whether the number is only a part of a name or the base of a rate: "seven-day", "per 100,000"."""
        if self.prose[claim.span.end : claim.span.end + 1] == "-":
            return True
        before = self.prose[max(0, claim.span.start - 8) : claim.span.start].lower().split()
        return bool(before) and before[-1] in self.vocabulary.per

    def _place_numbers(self) -> None:
        for claim in self.article.claims:
            line = self._line_of(claim)
            if line is not None:
                at = bisect_right(line.words, claim.span.start, key=lambda word: word.end)
                number = Number(claim, line, at, at + self._drop_words(line, at, claim), len(self.numbers))
                line.numbers.append(number)
                self.numbers.append(number)
        for line in self.lines:
            if line.numbers:
                line.keys = frozenset(word.key for word in line.words)
        for before, line in pairwise(self.lines):
            if line.numbers and not before.headline and (len(line.words) <= SHORT or self._goes_on(line)):
                line.borrowed = before.keys - line.keys

    def _line_of(self, claim: Claim) -> Line | None:
        """The sentence of a claim with a value; None for others, and for numbers that are parts of something else."""
        if claim.type not in COUNTED or not isinstance(claim.value, Measure | Period | Duration):
            return None
        return None if self._is_base(claim) or self._out.cover(claim.span) else self.line_at(claim.span.start)

    def _drop_words(self, line: Line, at: int, claim: Claim) -> int:
        """Takes the words of a number out of its sentence; how many stay, for they say what it counts."""
        noun = measure_noun(claim) or ""
        inside = [word for word in line.words[at:] if word.start < claim.span.end]
        staying = [word for word in inside if self.prose[word.start : word.end] in noun]
        line.words[at : at + len(inside)] = staying
        return len(staying)


def measure_noun(claim: Claim) -> str | None:
    """What a claim counts, as written."""
    return claim.value.noun if isinstance(claim.value, Measure) else None


NAME, NOUN, OTHER = 1.6, 1.0, 0.6
LONG, SCALE = 14, 8  # letters: the longer a word, the rarer it is
FIRST_LINES = 4


class Profile(NamedTuple):
    """For each key: its own weight, in how many sentences it stands, and in which; False where it is only borrowed.

    `telling` are the names and nouns by which a story is known, with weights that add up to `mass`; `opening` are those
    of the headline and the first sentences.
    """

    base: dict[str, float]
    sentences: Counter[str]
    where: dict[str, list[tuple[int, bool]]]
    telling: dict[str, float]
    mass: float
    opening: frozenset[str]


def profile(lines: Sequence[Line]) -> Profile:
    """The profile of an article's sentences."""
    base: dict[str, float] = {}
    telling: dict[str, float] = {}
    for word in (word for line in lines for word in line.words):
        weight = _weight(word)
        base[word.key] = max(base.get(word.key, 0.0), weight)
        if weight >= NOUN:
            rare = weight * min(word.end - word.start, LONG) / SCALE
            telling[word.key] = max(telling.get(word.key, 0.0), rare)
    count = Counter(key for line in lines for key in line.keys)
    opening = frozenset(word.key for line in lines[:FIRST_LINES] for word in line.words if word.name or word.capital)
    return Profile(base, count, _places(lines), telling, fsum(telling.values()), opening)


def _places(lines: Sequence[Line]) -> dict[str, list[tuple[int, bool]]]:
    found: dict[str, list[tuple[int, bool]]] = {}
    for line in lines:
        for keys, own in ((line.keys, True), (line.borrowed, False)):
            for key in keys:
                found.setdefault(key, []).append((line.id, own))
    return found


def _weight(word: Word) -> float:
    if word.name:
        return NAME
    return NOUN if word.capital or word.key.startswith("@") else OTHER


def end(page: Sheet, span: Span) -> End:
    """One end of a tie."""
    return End(page.path, span, page.article.document.text[span.start : span.end])
