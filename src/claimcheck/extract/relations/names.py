"""The name in a phrase, and how certain it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.extract.relations.lexicon import Lexicon
from claimcheck.languages.word_roles import (
    ADJECTIVE,
    ADVERB,
    CAPITAL,
    CLOSE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NUMBER,
    OPEN,
    POSSESSIVE,
    QUOTE,
    STOP,
    VERB,
)  # fmt: skip
from claimcheck.model import Claim
from claimcheck.model.analysis import Chunk, Sentence
from claimcheck.model.entity import Mention

CERTAIN, LIKELY = 2, 1
ENDS = COMMA | CLOSE | STOP | FINITE | COORDINATOR
BLOCK = 131_072
"""Characters on both sides in which a word is looked for again."""
MOST_SEEN = 12
MOST_PARTS = 3
ODD = re.compile(r"[^\W\d_]*[a-zäöüß][A-ZÄÖÜ]|[A-ZÄÖÜ]{2,}(?![a-zäöüß])|.*\d|[A-ZÄÖÜ][\w]*[&+]|.*\.[a-z]{2}")


class Piece(NamedTuple):
    """A stretch of the text in a role; `sure` of its being a name, `person`: it looks like one, `human`: it is one."""

    start: int
    end: int
    entity: str | None = None
    sure: int = CERTAIN
    implied: bool = False
    person: bool = False
    human: bool = False


class Article:
    """What the sentences of one article share: its prose, its words, and how often it has a word."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self._seen: dict[tuple[int, str], tuple[int, bool]] = {}

    def elsewhere(self, at: int, word: str) -> tuple[int, bool]:
        """How often the text around has a word, and whether never behind an article or the like."""
        key = at // BLOCK, word
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._count(max(key[0] - 1, 0) * BLOCK, (key[0] + 2) * BLOCK, word)
        return found

    def _count(self, low: int, high: int, word: str) -> tuple[int, bool]:
        text, closed = self.text, self.lexicon.words.closed
        at, count = text.find(word, low, high), 0
        while at >= 0 and count < MOST_SEEN:
            end = at + len(word)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                count += 1
                before = text[max(at - 14, 0) : at].rsplit(None, 1)
                if before and at and text[at - 1] in " \n" and closed.get(before[-1].lower(), 0) & DETERMINER:
                    return count, len(before) == 2 and before[0].endswith(",")
            at = text.find(word, end, high)
        return count, True


class Reading:
    """One analysed sentence with the numbers and the known names in it."""

    def __init__(
        self, article: Article, sentence: Sentence, claims: Sequence[Claim], mentions: Sequence[Mention]
    ) -> None:
        self.article, self.lexicon, self.sentence = article, article.lexicon, sentence
        self.tokens, self.chunks = sentence.tokens, sentence.chunks
        self.count = len(self.tokens)
        self.claims, self.mentions = claims, mentions

    def role(self, at: int) -> int:
        """The roles of a token, none outside the sentence."""
        return self.tokens[at].roles if 0 <= at < self.count else 0

    def low(self, at: int) -> str:
        """A token in lower case, "" outside the sentence."""
        return self.tokens[at].low if 0 <= at < self.count else ""

    def text(self, first: int, last: int) -> str:
        """The text from a token up to another."""
        return self.article.text[self.tokens[first].span.start : self.tokens[last - 1].span.end]

    def ending_at(self, last: int) -> Chunk | None:
        """The phrase that ends right before a token."""
        return next((each for each in reversed(self.chunks) if each.last == last), None)

    def beginning_at(self, first: int) -> Chunk | None:
        """The phrase that begins with a token."""
        return next((each for each in self.chunks if each.first == first), None)

    def around(self, at: int) -> Chunk | None:
        """The phrase that holds a token."""
        return next((each for each in self.chunks if each.first <= at < each.last), None)

    def mention(self, first: int, last: int) -> Mention | None:
        """The last known name that lies in these tokens, a longer one first."""
        start, end = self.tokens[first].span.start, self.tokens[last - 1].span.end
        inside = [each for each in self.mentions if start <= each.span.start < end]
        return max(inside, key=lambda each: (each.span.end, each.span.end - each.span.start), default=None)

    # names

    def noun_start(self, chunk: Chunk) -> int:
        """The first token behind preposition, article, number and an owner before the noun of a phrase."""
        at = chunk.first
        for mark in (chunk.preposition, chunk.determiner, chunk.number):
            at = at if mark is None or mark >= chunk.head else max(at, mark + 1)
        marks = [k for k in range(at, chunk.last) if self.role(k) & POSSESSIVE]
        return marks[-1] + 1 if marks and marks[-1] + 1 < chunk.last else at

    def named(self, chunk: Chunk, *, implied: bool = False) -> Piece | None:
        """The name of a phrase as an argument, without article, titles and class words; None where it has none."""
        if chunk.pronoun:
            return None
        small = self._small(chunk)
        if small is not None:
            return self.piece(small, small + 1, implied=implied)
        low = self.noun_start(chunk)
        first, last = self._run(low, chunk.last)
        if first == last:
            return None
        bare = first
        while bare < last - 1 and self._before_name(bare):
            bare += 1
        known = self._known_before(bare, last)
        if known:
            return self.piece(bare, known, implied=implied)
        determined = chunk.determiner is not None or first > low
        sure = self._sure(bare, last, apposed=bare > first, determined=determined)
        return self.piece(bare, last, sure, implied=implied) if sure else None

    def apposed(self, chunk: Chunk, after: int | None = None) -> Chunk | None:
        """The phrase between commas behind another and what belongs to it: "der Chef von Nordwerk, *Kern*,"."""
        if after is None:
            after = chunk.last
            of = self.beginning_at(after)
            after = of.last if of is not None and (of.of or of.preposition is not None) else after
        behind = self.beginning_at(after + 1) if self.role(after) & (COMMA | OPEN) else None
        if behind is None or behind.preposition is not None or behind.pronoun:
            return None
        return behind if behind.last >= self.count or self.role(behind.last) & ENDS else None

    def _known_before(self, first: int, last: int) -> int:
        """The token behind a known name that another noun follows without any mark; 0 where none does."""
        if not self.lexicon.capitals or self.lexicon.office(self.low(last - 1)) is not None:
            return 0
        starts = self.tokens[first].span.start
        found = next((each for each in self.mentions if each.span.start == starts and each.entity), None)
        if found is None or found.word_end >= self.tokens[last - 1].span.start:
            return 0
        return next(k for k in range(first + 1, last) if self.tokens[k].span.start >= found.word_end)

    def _run(self, low: int, last: int) -> tuple[int, int]:
        """The capitalised words at the end of a phrase, with figures and joints between them."""
        while last > low and not self.role(last - 1) & CAPITAL and not self.role(last - 1) & NUMBER:
            if not self.role(last - 1) & (POSSESSIVE | QUOTE):
                return last, last
            last -= 1
        first = last
        while first > low and self._in_name(first - 1, low, inside=first < last):
            first -= 1
        return first, last

    def _in_name(self, at: int, low: int, *, inside: bool) -> bool:
        """Whether a token may stand in a name whose later words follow it."""
        role = self.role(at)
        joint = inside and (self.low(at) == "&" or role & QUOTE)
        figure = role & NUMBER and at > low and self.role(at - 1) & CAPITAL
        return bool(role & CAPITAL or joint or figure)

    def _small(self, chunk: Chunk) -> int | None:
        """A name in lower case, which only a class word before it shows: "the startup ox", "die Firma ox"."""
        near = (at for at in (chunk.last, chunk.last - 1) if chunk.first < at < self.count)
        return next((at for at in near if not self.role(at) & CAPITAL and self._is_small(at)), None)

    def _is_small(self, at: int) -> bool:
        low = self.low(at)
        if any(each.span.start == self.tokens[at].span.start for each in self.mentions):
            return True
        unknown = low not in self.lexicon.words.closed and not self.role(at) & (VERB | ADJECTIVE | ADVERB)
        return unknown and 2 <= len(low) <= 3 and low.isalpha() and self.is_class(at - 1)

    def is_class(self, at: int) -> bool:
        """Whether a token tells of what kind a named thing is."""
        return self.lexicon.is_class(self.low(at))

    def _before_name(self, at: int) -> bool:
        low = self.low(at)
        if low.endswith("-") or self.role(at) & QUOTE:
            return bool(self.role(at) & QUOTE)
        return self.is_class(at) or low in self.lexicon.titles or self.lexicon.office(low) is not None

    def _sure(self, first: int, last: int, *, apposed: bool, determined: bool) -> int:
        """How certain it is that these words are a name; 0 for not at all."""
        lexicon, low = self.lexicon, self.low(first)
        mention = self.mention(first, last)
        if mention is not None and mention.span.end >= self.tokens[last - 1].span.start:
            return CERTAIN if mention.word_end >= self.tokens[last - 1].span.end else 0
        if self.text(last - 1, last).endswith("-") or lexicon.is_common(self.low(last - 1)):
            return 0
        if last - first > 1:
            return 0 if self.role(first) & NUMBER else CERTAIN
        if lexicon.is_class(low) or lexicon.office(low) is not None or not self.role(first) & CAPITAL:
            return 0
        return self._of_one_word(first, apposed=apposed, determined=determined)

    def _of_one_word(self, first: int, *, apposed: bool, determined: bool) -> int:
        """The same of a single word that is known for nothing else."""
        lexicon, low, word = self.lexicon, self.low(first), self.text(first, first + 1)
        if ODD.match(word) and "-" not in word:
            return CERTAIN
        ends_common = low.endswith(lexicon.common_endings)
        if apposed:
            return LIKELY if ends_common else CERTAIN
        if lexicon.capitals:
            return 0 if determined or ends_common else self._alone(first, word)
        return CERTAIN if first or not ends_common or self.elsewhere(first, word)[0] > 1 else LIKELY

    def _alone(self, at: int, word: str) -> int:
        """Whether a lone noun without an article can only be a name: in a full sentence, nowhere behind an article."""
        count, alone = self.elsewhere(at, word)
        plural = word.lower().endswith(self.lexicon.plural_endings)
        full = self.article.text[self.sentence.span.end - 1] in ".!?"
        return CERTAIN if alone and (count > 1 or (full and not plural)) else LIKELY

    def elsewhere(self, at: int, word: str) -> tuple[int, bool]:
        """How often the article has a word, and whether never behind an article."""
        return self.article.elsewhere(self.tokens[at].span.start, word)

    def piece(self, first: int, last: int, sure: int = CERTAIN, *, implied: bool = False, owner: bool = False) -> Piece:
        """The tokens of a name as an argument: the known name in it; an `owner` loses the ending of the genitive."""
        start, end = self.tokens[first].span.start, self.tokens[last - 1].span.end
        mention = self.mention(first, last)
        if mention is not None and mention.span.end > self.tokens[last - 1].span.start:
            human = mention.kind == "person"
            return Piece(mention.span.start, min(mention.span.end, end), mention.entity, CERTAIN, implied, human, human)
        text = self.article.text
        if owner and text[end - 1] == "s":
            end -= 1
        while end > start + 1 and text[end - 1] in "'’":
            end -= 1
        return Piece(start, end, None, sure, implied, self._looks_like_person(first, last))

    def _looks_like_person(self, first: int, last: int) -> bool:
        tokens = self.tokens[first:last]
        if not 2 <= len(tokens) <= MOST_PARTS or any(map(self.is_class, range(first, last))):
            return False
        return all(
            each.roles & CAPITAL and each.low.replace("-", "").isalpha() and not each.text.isupper() for each in tokens
        )

    def phrase(self, chunk: Chunk) -> Piece:
        """A noun phrase without its article, where a name is not needed."""
        first = self.noun_start(chunk)
        if self.lexicon.capitals:
            first = next((k for k in range(first, chunk.last) if self.role(k) & (CAPITAL | QUOTE)), first)
        return Piece(self.tokens[first].span.start, self.tokens[chunk.last - 1].span.end, None, 0)
