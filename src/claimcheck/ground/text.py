"""A document as a row of words with sentences and clauses, and its numbers and dates in their places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.ground.figures import Number, numbers_of
from claimcheck.ground.names import capitals, doubles
from claimcheck.ground.words import Word, Words
from claimcheck.model import Article, Claim, Span
from claimcheck.model.attribution import Attribution
from claimcheck.model.relation import Relation

if TYPE_CHECKING:
    from claimcheck.extract.on_demand import OnDemand

TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d.,]*|[,;:()–—]|[.!?…]+")
BREAKING = frozenset(",;:()–—")
FEW = 3
ASIDE = 25


class Text:
    """One article, ready to be compared.

    Parallel lists, one entry a token: `words`, `starts`, `capital`, `clause`, `sentence`. `numbers` in their order.
    """

    def __init__(self, article: Article, language: Words, rest: OnDemand | None = None) -> None:
        """`rest` has what the article leaves out where it is a source's."""
        self.article, self.language, self._rest = article, language, rest
        document = article.document
        self.path, self.prose, self.sentences = document.path, document.prose, document.sentences
        self.words: list[Word] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.capital: list[bool] = []
        self.clause: list[int] = []
        self.sentence: list[int] = []
        self.first: list[int] = []
        self._read()
        self.numbers = numbers_of(self)
        self.in_numbers = frozenset(i for number in self.numbers for i in self.at(number.claim.span))
        self.behind = self.in_numbers - {number.at for number in self.numbers}  # words of a number behind its first
        self._told: dict[int, int] = {}
        self._goes_on: dict[int, bool] = {}
        self._by_sentence: dict[int, list[Number]] = {}
        for number in self.numbers:
            self._by_sentence.setdefault(number.sentence, []).append(number)
        quoted = [self.at(each.span) for each in document.quotations if each.depth == 0]
        self.quoted = frozenset(i for span in quoted for i in span)
        spans = [self.at(mention.span) for mention in article.mentions]
        people = [span for span, mention in zip(spans, article.mentions, strict=True) if mention.kind == "person"]
        spans += doubles(self)
        self.named = frozenset(i for span in spans for i in span)
        first = {i for span in people for i in span[:-1]}  # first names tell nobody apart
        self.telling = self.named.union(*capitals(self)) - first
        self.telling_in: dict[int, list[int]] = {}
        for i in sorted(self.telling):
            self.telling_in.setdefault(self.clause[i], []).append(i)

    def _read(self) -> None:
        look, known = self.language.look, self.language.known
        words, ends, capital = self.words.append, self.ends.append, self.capital.append
        begins, clauses, numbers = self.starts.append, self.clause.append, self.sentence.append
        clause = last_clause = around = 0
        aside = -1
        number = -1
        starts = [span.start for span in self.sentences]
        bound = starts[0] if starts else len(self.prose) + 1
        for match in TOKEN.finditer(self.prose):
            token = match[0]
            start, end = match.span()
            if start >= bound:
                number = bisect_right(starts, start) - 1
                bound = starts[number + 1] if number + 1 < len(starts) else len(self.prose) + 1
                clause = last_clause = last_clause + 1
                around = 0
                while len(self.first) <= number:
                    self.first.append(len(self.words))
            if not token[0].isalnum():
                if token == "(" and not around and (close := self.prose.find(")", start, start + ASIDE)) > 0:
                    aside = close
                    continue
                if start == aside:
                    continue
                if token == ")" and around:
                    clause, around = around, 0
                elif token in BREAKING:
                    around = clause if token == "(" else around
                    clause = last_clause = last_clause + 1
                continue
            word = known.get(token) or look(token)
            if word.breaks:
                clause = last_clause = last_clause + 1
            words(word)
            begins(start)
            ends(end)
            capital(token[0].isupper())
            clauses(clause)
            numbers(number if number > 0 else 0)

    @cached_property
    def statements(self) -> list[Attribution]:
        """Who says what, in the order of the text."""
        if self._rest is not None:
            return self._rest.statements
        return [claim.value for claim in self.article.claims if isinstance(claim.value, Attribution)]

    @cached_property
    def relations(self) -> list[Claim]:
        """Who did what to whom, in the order of the text."""
        if self._rest is not None:
            return self._rest.relations
        return [claim for claim in self.article.claims if isinstance(claim.value, Relation)]

    def measured(self, claim: Claim) -> str | None:
        """The kind of thing a number is a value of: a profit, a price."""
        noun = self._rest.measure(claim) if self._rest is not None else claim.about and claim.about.measure
        return None if noun is None else noun.kind

    def at(self, span: Span) -> range:
        """The tokens inside a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def compares(self, i: int) -> bool:
        """Whether "more" says a direction: "more guests", "3 percent more than", but not "more than 40 guests"."""
        if not self.words[i].sides or (i > 0 and self.words[i - 1].negates):
            return False
        if i in self.in_numbers:
            return False
        after_number = i > 0 and i - 1 in self.in_numbers
        than = i + 1 < len(self.words) and self.words[i + 1].low in self.language.than
        return after_number or not than

    def in_sentence(self, sentence: int) -> list[Number]:
        """The numbers of a sentence."""
        return self._by_sentence.get(sentence, [])

    def elliptic(self, number: Number) -> bool:
        """Whether the number's clause is short and leaves out what the one before has said ("der Gewinn auf 12")."""
        own = self.at(number.claim.span)
        told = [
            i
            for i in self.tokens(number.sentence)
            if self.clause[i] == number.clause and i not in own and self.words[i].content
        ]
        return len(told) <= FEW - 1

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
        openings = set(self.first)
        return frozenset(word.stem for i, word in enumerate(self.words) if self.capital[i] and i not in openings)

    def goes_on(self, sentence: int) -> bool:
        """Whether a sentence goes on about the same: it begins with a pronoun or names next to nothing."""
        known = self._goes_on.get(sentence)
        if known is None:
            known = self._goes_on[sentence] = self._continues(sentence)
        return known

    def _continues(self, sentence: int) -> bool:
        span = self.tokens(sentence)
        if not span:
            return False
        opening = [self.words[i].low for i in span[:3]]
        if opening[0] in self.language.pronouns or any(
            word in self.language.pronouns and not self.words[span[i]].content for i, word in enumerate(opening)
        ):
            return True
        return sum(self.words[i].content and self.capital[i] for i in span) <= FEW - 2
