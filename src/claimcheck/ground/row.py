"""A document as a row of words, with the sentences and the parts of clauses they stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import count

from claimcheck.ground.words import Word, Words
from claimcheck.languages.word_roles import PREPOSITION, RELATIVE
from claimcheck.model import Article, Span
from claimcheck.model.analysis import Sentence
from claimcheck.model.claim import Attribution, Relation

FEW = 3
MARKS = frozenset(",;:–—")


class Row:
    """The words of one article.

    Parallel lists, one entry a token: `words`, `starts`, `capital`, `sentence`, `clause` (a part of a clause, between
    marks), `owner` (the number of the clause in its sentence).
    """

    def __init__(self, article: Article, language: Words) -> None:
        self.article, self.language = article, language
        document = article.document
        self.path, self.prose, self.sentences = document.path, document.prose, document.sentences
        self.words: list[Word] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.capital: list[bool] = []
        self.clause: list[int] = []
        self.sentence: list[int] = []
        self.owner: list[int] = []
        self.parts: list[list[int]] = []
        self.first: list[int] = []
        self._spans = [each.span for each in article.claims if not isinstance(each.value, Attribution | Relation)]
        self._told: dict[int, int] = {}
        self._goes_on: dict[int, bool] = {}
        clauses = count()
        for sentence in range(len(self.sentences)):
            self._read(sentence, clauses)
        self.openings = frozenset(self.first)

    def _read(self, number: int, clauses: Iterator[int]) -> None:
        """The words of a sentence, with its clauses; a mark or an "and" inside one begins another part of it."""
        self.first.append(len(self.words))
        if self.article.analysis is None:
            return
        sentence = self.article.analysis.sentence(number)
        known: dict[int, int] = {}
        last, marked = -1, False
        for token, clause in zip(sentence.tokens, sentence.owners, strict=True):
            if not token.text[0].isalnum():
                marked = marked or token.text in MARKS
                continue
            word, owner = self.language.look(token.text.rstrip("'’")), _governing(sentence, clause)
            joins = word.breaks and not self._inside_number(token.span.start)
            if owner not in known or (owner == last and (marked or joins)):
                known[owner] = next(clauses)
                self.parts.append([])
            self.parts[known[owner]].append(len(self.words))
            self.owner.append(owner)
            last, marked = owner, False
            self.words.append(word)
            self.starts.append(token.span.start)
            self.ends.append(token.span.end)
            self.capital.append(token.text[0].isupper())
            self.clause.append(known[owner])
            self.sentence.append(number)

    def _inside_number(self, offset: int) -> bool:
        """Whether a word belongs to a number or date: "between July and September"."""
        at = bisect_right(self._spans, offset, key=lambda each: each.start) - 1
        return at >= 0 and self._spans[at].start < offset < self._spans[at].end

    def at(self, span: Span) -> range:
        """The tokens that touch a span."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def span_of(self, clause: int) -> Span:
        """Where a part of a clause stands."""
        return Span(self.starts[self.parts[clause][0]], self.ends[self.parts[clause][-1]])

    def part(self, clause: int) -> list[int]:
        """The tokens of a part of a clause."""
        return self.parts[clause]

    def told(self, sentence: int) -> int:
        """How many words of a sentence have content."""
        if sentence not in self._told:
            self._told[sentence] = sum(self.words[i].content for i in self.tokens(sentence))
        return self._told[sentence]

    def tokens(self, sentence: int) -> range:
        """The tokens of a sentence."""
        if sentence >= len(self.first):
            return range(0)
        end = self.first[sentence + 1] if sentence + 1 < len(self.first) else len(self.words)
        return range(self.first[sentence], end)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The stems of words that stand capitalised inside a sentence."""
        openings = self.openings
        return frozenset(word.stem for i, word in enumerate(self.words) if self.capital[i] and i not in openings)

    def goes_on(self, sentence: int) -> bool:
        """Whether a sentence goes on about the same: it begins with a pronoun or names next to nothing."""
        known = self._goes_on.get(sentence)
        if known is None:
            known = self._goes_on[sentence] = self._continues(sentence)
        return known

    def takes_up(self, sentence: int) -> bool:
        """Whether a sentence begins with a pronoun, or with a word and a pronoun: no article ("das Depot")."""
        return any(
            self.words[i].low in self.language.pronouns
            and (not at or not self.words[i].content)
            and self._alone(i)
            and not self._described(i)
            for at, i in enumerate(self.tokens(sentence)[:FEW])
        )

    def _described(self, i: int) -> bool:
        """Whether a clause or phrase behind a pronoun tells who is meant: "those who", "those in"."""
        roles = self.words[i + 1].roles if i + 1 < len(self.words) else 0
        return bool(roles & (RELATIVE | PREPOSITION)) and self.sentence[i] == self.sentence[i + 1]

    def _alone(self, i: int) -> bool:
        """Whether a word is no article of a noun phrase."""
        analysis = self.article.analysis
        chunk = None if analysis is None else analysis.sentence(self.sentence[i]).chunk_at(self.starts[i])
        return chunk is None or chunk.pronoun

    def _continues(self, sentence: int) -> bool:
        span = self.tokens(sentence)
        if not span:
            return False
        if self.takes_up(sentence):
            return True
        return sum(self.words[i].content and self.capital[i] for i in span) <= FEW - 2


def _governing(sentence: Sentence, clause: int) -> int:
    """The clause that an infinitive clause belongs to: "failed | to improve"."""
    found = sentence.clauses[clause]
    while found.kind == "infinitive" and found.parent is not None:
        clause = found.parent
        found = sentence.clauses[clause]
    return clause
