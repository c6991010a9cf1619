"""One sentence as relations are read from it: its tokens and phrases, and what stands beside what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claimcheck.extract.relations.lexicon import Lexicon, Office, Piece
from claimcheck.languages.word_roles import (
    ADVERB,
    CAPITAL,
    CLOSE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NUMBER,
    OPEN,
    RELATIVE,
    STOP,
    TIME,
)  # fmt: skip
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.analysis import Chunk, Clause, Sentence, Token
from claimcheck.model.entity import Mention

MOST_PARTS = 3
PART = re.compile(r"[^\W\d_]\.|(?![^\W\d_a-zäöüß]+$)[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A word or an initial of a person's name, not all in capitals."""
ODD = re.compile(r"[^\W\d_]*[a-zäöüß][A-ZÄÖÜ]|[A-ZÄÖÜ]{2,}(?![a-zäöüß])|.*\d|[A-ZÄÖÜ][\w]*[&+]|.*\.[a-z]{2}")
"""A word that is a name by its build: "BaFin", "3M"."""
BLOCK = 131_072
"""Characters on both sides in which a word is looked for again."""
MOST_SEEN = 12
MOST_JOINED = 4
LONGEST_ASIDE = 8
ENDS = COMMA | CLOSE | STOP | FINITE | COORDINATOR


class Article:
    """What the sentences of one article share: its prose, its words, its day, and how often it has a word."""

    def __init__(self, text: str, lexicon: Lexicon, published: date | None) -> None:
        self.text, self.lexicon, self.published = text, lexicon, published
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


class Line:
    """One analysed sentence, by its number, with the numbers and the known names in it."""

    def __init__(
        self, article: Article, number: int, sentence: Sentence, claims: Sequence[Claim], mentions: Sequence[Mention]
    ) -> None:
        self.article, self.lexicon, self.sentence, self.number = article, article.lexicon, sentence, number
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

    def years(self, chunk: Chunk) -> Piece | None:
        """The age that a phrase tells of somebody before its noun."""
        before = Span(self.tokens[chunk.first].span.start, self.tokens[chunk.head].span.start)
        values = ((each.span, each.value) for each in self.claims if before.covers(each.span))
        found = next((span for span, value in values if isinstance(value, Measure) and value.unit == "year"), None)
        return None if found is None else Piece(*found)

    def led(self, chunk: Chunk) -> str:
        """The preposition of a phrase, "" where it has none."""
        return "" if chunk.preposition is None else self.low(chunk.preposition)

    def determined(self, chunk: Chunk) -> str:
        """The article or the like of a phrase, "" where it has none."""
        return "" if chunk.determiner is None else self.low(chunk.determiner)

    def article_of(self, chunk: Chunk) -> str:
        """The article of a phrase, also before the phrases of an attribute: "*Die* 1931 in Wien geborene Autorin"."""
        if chunk.determiner is not None or self.lexicon.participle(self.low(chunk.first)) is None:
            return self.determined(chunk)
        start = next((k for k in range(chunk.first - 1, -1, -1) if self.role(k) & (DETERMINER | COMMA | FINITE)), 0)
        return self.low(start) if self.role(start) & DETERMINER else ""

    def clause_of(self, at: int) -> Clause:
        """The clause of a token."""
        return self.sentence.clauses[self.sentence.owners[at]]

    def joined(self, chunk: Chunk) -> list[Chunk]:
        """The further members of a list that a phrase begins: "*Kern*, Loth und Quandt"."""
        found: list[Chunk] = []
        at = chunk.last
        while len(found) < MOST_JOINED and self.role(at) & (COMMA | COORDINATOR):
            each = self.beginning_at(at + 1)
            if each is None or each.preposition is not None or each.pronoun:
                return []
            found.append(each)
            if self.role(at) & COORDINATOR:
                return found
            at = each.last
        return []

    def standing_for(self, clause: Clause, chunk: Chunk) -> Chunk:
        """The phrase before its comma in the place of a relative pronoun; any other phrase itself."""
        if clause.kind != "relative" or not self.role(chunk.head) & RELATIVE:
            return chunk
        own = next((each for each in self.sentence.clauses if each.connective == chunk.head), None)
        return (None if own is None else self.antecedent(own)) or chunk

    def antecedent(self, clause: Clause) -> Chunk | None:
        """The phrase that a relative clause follows, before its comma."""
        first = clause.first
        comma = first if self.role(first) & COMMA else first - 1
        return self.ending_at(self.before_aside(comma) if self.role(comma) & COMMA else first)

    def before_aside(self, at: int) -> int:
        """The token that ends what stands before a mark, without a bracket or number between: "Kern (66), …"."""
        if self.role(at - 1) & CLOSE:
            low = max(at - LONGEST_ASIDE, 0)
            return next((k for k in range(at - 2, low, -1) if self.role(k) & OPEN), at)
        aside = self.role(at - 1) & NUMBER and self.role(at - 2) & COMMA
        return at - 2 if aside else at

    def comma_before(self, chunk: Chunk) -> int:
        """The token before a phrase and what only tells since when or how it is so: "Kern, *bis 2022* Kämmerer"."""
        at = chunk.first - 1
        while (at > 0 and self.role(at) & (ADVERB | TIME | NUMBER)) or self.low(at) in self.lexicon.not_now:
            at -= 1
            led = self.around(at)
            at -= bool(led is not None and led.preposition == at)
        return at

    def explained(self, chunk: Chunk) -> Chunk | None:
        """The phrase before the comma that a phrase explains: "*Nordwerk*, a group that …"."""
        if not self.role(chunk.first - 1) & COMMA or chunk.pronoun or chunk.preposition is not None:
            return None
        known = self.is_known_noun(self.low(chunk.last - 1)) or self.lexicon.is_site(self.low(chunk.last - 1))
        return self.ending_at(self.before_aside(chunk.first - 1)) if known else None

    def apposed(self, chunk: Chunk, after: int | None = None) -> Chunk | None:
        """The phrase between commas behind another and what belongs to it: "der Chef von Nordwerk, *Kern*,"."""
        after = self._past_short_form(self._behind_of(chunk) if after is None else after)
        behind = self.beginning_at(after + 1) if self.role(after) & (COMMA | OPEN) else None
        if behind is None or behind.preposition is not None or behind.pronoun:
            return None
        return behind if behind.last >= self.count or self.role(behind.last) & ENDS else None

    def _past_short_form(self, at: int) -> int:
        """The token behind a bracket of one word and before a comma: "Chef des Ruderbundes *(DRB)*, Kern"."""
        short = self.role(at) & OPEN and self.role(at + 2) & CLOSE and self.role(at + 3) & COMMA
        return at + 3 if short else at

    def _behind_of(self, chunk: Chunk) -> int:
        """The token behind a phrase and the one that hangs on it."""
        of = self.beginning_at(chunk.last)
        return chunk.last if of is None or not (of.of or of.preposition is not None) else of.last

    def is_class(self, at: int) -> bool:
        """Whether a token tells of what kind a named thing is."""
        return self.lexicon.is_class[self.low(at)]

    # the words of people

    def elsewhere(self, at: int, word: str) -> tuple[int, bool]:
        """How often the article has a word, and whether never behind an article."""
        return self.article.elsewhere(self.tokens[at].span.start, word)

    def is_known_noun(self, low: str) -> bool:
        """Whether a word tells what somebody or something is."""
        return self.lexicon.is_age(low) or self.lexicon.is_class[low] or self.lexicon.office[low] is not None

    def is_called(self, at: int) -> bool:
        """Whether a lone word is the name of a person: a first name, or behind what somebody is."""
        return self._is_first_name(at) or self._is_behind_title(at)

    def _is_behind_title(self, at: int) -> bool:
        """Whether a lone word behind what somebody is can only be their name: "Trainer Kern", "his wife Lorna"."""
        word = self.text(at, at + 1)
        if not (word.isalpha() and self.role(at) & CAPITAL and self.is_title(at - 1)) or self._is_other(at, word):
            return False
        count, alone = self.elsewhere(at, word)
        return not self.lexicon.capitals or (alone and count > 1)

    def _is_other(self, at: int, word: str) -> bool:
        """Whether a word is known for anything but a name."""
        low, lexicon = self.low(at), self.lexicon
        noun = lexicon.is_contest(low) or lexicon.is_common(low) or lexicon.words.has(word) or self.is_known_noun(low)
        return noun or self._is_place(word) or bool(self.role(at) & TIME)

    def _is_first_name(self, at: int) -> bool:
        word = self.text(at, at + 1)
        return word in self.lexicon.words.first_names and not self._is_place(word)

    def _is_place(self, word: str) -> bool:
        return word in self.lexicon.lands or self.lexicon.words.is_town(word)

    def is_attribute(self, at: int) -> bool:
        """Whether a word with a capital ends as an adjective: "Leeds-based", "Oscar-winning"."""
        return self.text(at, at + 1).rpartition("-")[2][:1].islower() and "-" in self.low(at)

    def office_at(self, at: int) -> Office | None:
        """The office that a word ends: by itself, or with the one before it ("special agent")."""
        return self.lexicon.office[self.low(at)] or self.lexicon.office_of_two(self.low(at - 1), self.low(at))

    def is_public(self, at: int) -> bool:
        """Whether a word is an office, not a trade, which may be a surname too."""
        office = self.lexicon.office[self.low(at)]
        return office is not None and (office.key is not None or self.low(at) in self.lexicon.public)

    def is_of_nation(self, at: int, last: int) -> bool:
        """Whether a word tells of which nation somebody is whose name follows: "the *Kenyan* Paul Lake"."""
        word, lexicon = self.text(at, at + 1), self.lexicon
        called = self._is_first_name(at + 1) or not any(lexicon.words.has(self.low(k)) for k in range(at + 1, last))
        nation = lexicon.of_nation(word) or word in lexicon.nations
        return nation and called and self.looks_like_person(at + 1, last)

    def is_odd(self, word: str) -> bool:
        """Whether a word is a name by its build: "BaFin", "3M"."""
        return ODD.match(word) is not None and "-" not in word

    def is_title(self, at: int) -> bool:
        """Whether a word tells what a person is, and never a house ("Autobauer")."""
        house = self.is_class(at) or self.low(at) in self.lexicon.generic
        office = None if at < 0 or house else self.office_at(at)
        if office is None or office.frame["holder"] not in office.frame["people"]:
            return False
        return office.key is not None or not office.start

    def is_joint(self, at: int) -> bool:
        """Whether a small word stands within a name: "Ursula *von der* Lohe"."""
        return self.low(at) in self.lexicon.words.joints and bool(self.role(at - 1) & CAPITAL or self.is_joint(at - 1))

    def _is_of_house(self, first: int, last: int) -> bool:
        """Whether one of some tokens tells that they name a house."""
        return any(map(self.is_class, range(first, last))) or self.text(last - 1, last) in self.lexicon.of_houses

    def looks_like_person(self, first: int, last: int) -> bool:
        """Whether tokens are built like the name of a person: two or three words, initials and particles beside."""
        tokens = [self.tokens[k] for k in range(first, last) if not self.is_joint(k)]
        if not 2 <= len(tokens) <= MOST_PARTS or self._is_of_house(first, last):
            return False
        if self._are_words(tokens) and tokens[0].text not in self.lexicon.words.first_names:
            return self.is_title(first - 1)  # "Brightloaf Bakeries" is nobody
        return all(each.roles & CAPITAL and PART.fullmatch(each.text) for each in tokens)

    def _are_words(self, tokens: Sequence[Token]) -> bool:
        """Whether words tell of a thing or time: the last, or all of them where common words are small: "Best Buy"."""
        last, lexicon = tokens[-1], self.lexicon
        common = not lexicon.capitals and all(lexicon.words.has(each.low) for each in tokens)
        return common or lexicon.is_plural(last.text) or bool((tokens[0].roles | last.roles) & TIME)
