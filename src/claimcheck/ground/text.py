"""A document as a row of words with sentences and clauses, with its numbers, dates and names in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from claimcheck.ground.figures import LARGEST_FRACTION, Number, Size, counted_part, size_of
from claimcheck.ground.words import Word, Words
from claimcheck.languages.word_roles import PREPOSITION
from claimcheck.model import Article, Claim, Measure, Period, Span
from claimcheck.model.analysis import Sentence
from claimcheck.model.attribution import Attribution
from claimcheck.model.relation import Relation

if TYPE_CHECKING:
    from claimcheck.extract.on_demand import OnDemand

FEW = 3
MARKS = frozenset(",;:–—")


def doubles(text: Text) -> list[range]:
    """Capitalised words side by side that are no common nouns: a name, even where nouns are capitalised."""
    found: list[range] = []
    last = -1
    for i, word in enumerate(text.words):
        if not _capital(text, i) or (text.language.nominal and text.language.common(word.low)):
            continue
        if last == i - 1 and text.clause[last] == text.clause[i] and text.starts[i] == text.ends[last] + 1:
            begin = found.pop().start if found and found[-1].stop == i else last
            found.append(range(begin, i + 1))
        last = i
    return found


def _capital(text: Text, i: int) -> bool:
    """Whether a capitalised word is one that may be a name."""
    return text.capital[i] and text.words[i].content and not text.words[i].noun


def capitals(text: Text) -> list[range]:
    """Capitalised words where nouns have no capitals; not those behind a preposition, which mostly say where or when.

    A capital at the beginning of a sentence counts for a word that is capitalised inside one as well.
    """
    found: list[range] = []
    if text.language.nominal:
        return found
    openings = set(text.first)
    for i, word in enumerate(text.words):
        opens = i in openings
        if not _capital(text, i) or i in text.in_numbers or (opens and word.stem not in text.inside):
            continue
        if found and found[-1].stop == i and text.clause[i - 1] == text.clause[i]:
            found[-1] = range(found[-1].start, i + 1)
        elif opens or not text.words[i - 1].roles & PREPOSITION:
            found.append(range(i, i + 1))
    return found


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
        clauses = count()
        for sentence in range(len(self.sentences)):
            self._read(sentence, clauses)
        self.numbers = _numbers_of(self)
        self.in_numbers = frozenset(i for number in self.numbers for i in self.at(number.claim.span))
        self.behind = self.in_numbers - {number.at for number in self.numbers}  # words of a number behind its first
        self._told: dict[int, int] = {}
        self._goes_on: dict[int, bool] = {}
        self._by_sentence: dict[int, list[Number]] = {}
        for number in self.numbers:
            self._by_sentence.setdefault(number.sentence, []).append(number)
        quoted = [self.at(each.span) for each in document.quotations if each.depth == 0]
        self.quoted = frozenset(i for span in quoted for i in span)
        spans = [self.at(mention.span) for mention in article.mentions] + doubles(self)
        self.named = frozenset(i for span in spans for i in span)
        people = [self.at(mention.span) for mention in article.mentions if mention.kind == "person"]
        first = {i for span in people for i in span[:-1]}  # first names tell nobody apart
        self.telling = self.named.union(*capitals(self)) - first
        self.telling_in: dict[int, list[int]] = {}
        for i in sorted(self.telling):
            self.telling_in.setdefault(self.clause[i], []).append(i)

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
            if owner not in known or (owner == last and (marked or word.breaks)):
                known[owner] = next(clauses)
            last, marked = owner, False
            self.words.append(word)
            self.starts.append(token.span.start)
            self.ends.append(token.span.end)
            self.capital.append(token.text[0].isupper())
            self.clause.append(known[owner])
            self.sentence.append(number)

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
        if claim.type == "quantity":  # what is counted stands beside it, and is compared as a word
            return None
        noun = self._rest.measure(claim) if self._rest is not None else claim.about and claim.about.measure
        return None if noun is None else noun.kind

    def at(self, span: Span) -> range:
        """The tokens that touch a span."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

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


def _numbers_of(text: Text) -> list[Number]:
    """The numbers and dates of a text, in order; no two at one token."""
    found: list[Number] = []
    taken: set[int] = set()
    for claim in _no_parts(text.article.claims):
        dated = isinstance(claim.value, Period)
        size = None if dated else size_of(claim)
        at = _place(text, claim, taken) if dated or size is not None else None
        if at is not None:
            taken.add(at)
            found += _placed(text, claim, size, at)
    return found


def _no_parts(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without "four" and "ten" of "four in ten"."""
    shares = [claim.span for claim in claims if claim.type == "percentage" and _is_fraction(claim)]
    for claim in claims:
        if claim.type != "quantity" or not any(span.covers(claim.span) for span in shares):
            yield claim


def _place(text: Text, claim: Claim, taken: set[int]) -> int | None:
    """The first token of a claim that no other has taken, None where it has no token."""
    at, count = bisect_right(text.ends, claim.span.start), len(text.words)
    while at in taken and at + 1 < count and text.starts[at + 1] < claim.span.end:
        at += 1
    return at if at < count and text.starts[at] < claim.span.end else None


def _placed(text: Text, claim: Claim, size: Size | None, at: int) -> Iterator[Number]:
    """A claim at its token; "640 of 2,100" also as the count that comes first in it."""
    last = max(at, bisect_left(text.starts, claim.span.end) - 1)
    clause, sentence = text.clause[last], text.sentence[at]
    if size is None:
        yield Number(claim, "date", None, at, clause, sentence)
        return
    part = counted_part(size.measure)
    if part is not None:
        yield Number(claim, "bare", part, at, clause, sentence)
        at += at + 1 < len(text.words) and text.starts[at + 1] < claim.span.end
    if _in_points(text, size, at):
        size = size._replace(kind="points")
    yield Number(claim, size.kind, size, at, clause, text.sentence[at])


def _in_points(text: Text, size: Size, at: int) -> bool:
    """Whether a count of "points" counts percentage points: in a sentence with percentages."""
    noun = size.measure.noun
    if size.kind != "count" or noun is None or noun.lower() not in text.language.points:
        return False
    sentence = text.sentences[text.sentence[at]]
    return any(claim.type == "percentage" and sentence.covers(claim.span) for claim in text.article.claims)


def _is_fraction(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Measure) and value.fraction is not None and value.fraction[1] <= LARGEST_FRACTION


def _governing(sentence: Sentence, clause: int) -> int:
    """The clause that an infinitive clause belongs to: "failed | to improve"."""
    found = sentence.clauses[clause]
    while found.kind == "infinitive" and found.parent is not None:
        clause = found.parent
        found = sentence.clauses[clause]
    return clause
