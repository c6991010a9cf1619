"""A document as a row of words with its numbers, dates and names in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from claimcheck.ground.figures import LARGEST_FRACTION, Number, Size, counted_part, size_of
from claimcheck.ground.row import FEW, Row
from claimcheck.ground.words import Words
from claimcheck.languages.word_roles import PREPOSITION
from claimcheck.model import Article, Claim, Measure, Period
from claimcheck.model.claim import Attribution, Relation

if TYPE_CHECKING:
    from claimcheck.extract import OnDemand


def doubles(text: Text) -> list[range]:
    """Capitalised words side by side that are no common nouns: a name, even where nouns are capitalised."""
    found: list[range] = []
    last = -1
    for i, word in enumerate(text.words):
        if not _capital(text, i) or i in text.in_numbers or (text.language.nominal and text.language.common(word.low)):
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
    openings = text.openings
    for i, word in enumerate(text.words):
        opens = i in openings
        if not _capital(text, i) or i in text.in_numbers or (opens and word.stem not in text.inside):
            continue
        if found and found[-1].stop == i and text.clause[i - 1] == text.clause[i]:
            found[-1] = range(found[-1].start, i + 1)
        elif opens or not text.words[i - 1].roles & PREPOSITION:
            found.append(range(i, i + 1))
    return found


class Text(Row):
    """One article, ready to be compared: its words with the numbers, in their order, and the names among them."""

    def __init__(self, article: Article, language: Words, rest: OnDemand | None = None) -> None:
        """`rest` has what the article leaves out where it is a source's."""
        super().__init__(article, language)
        self._rest = rest
        self._count()
        self._name()

    def _count(self) -> None:
        """The numbers, and the tokens they take."""
        self.numbers = _numbers_of(self)
        self.dates = [each for each in self.numbers if each.kind == "date"]
        self.in_numbers = frozenset(i for number in self.numbers for i in self.at(number.claim.span))
        self.in_dates = frozenset(i for each in self.dates for i in self.at(each.claim.span))
        self.behind = self.in_numbers - {number.at for number in self.numbers}  # words of a number behind its first
        self._by_sentence: dict[int, list[Number]] = {}
        self._by_part: dict[int, list[Number]] = {}
        for number in self.numbers:
            self._by_sentence.setdefault(number.sentence, []).append(number)
            self._by_part.setdefault(number.clause, []).append(number)

    def _name(self) -> None:
        """What stands between quotation marks, and the names: of the article, capitals in a row, short quotations."""
        article = self.article
        quoted = [self.at(each.span) for each in article.document.quotations if each.depth == 0]
        self.quoted = frozenset(chain(*quoted))
        titles = [each for each in quoted if len(each) < FEW]
        self.named = frozenset(chain(*(self.at(each.span) for each in article.mentions), *doubles(self), *titles))
        people = [self.at(mention.span) for mention in article.mentions if mention.kind == "person"]
        self.people = frozenset(chain(*people))
        first = {i for span in people for i in span[:-1]}  # first names tell nobody apart
        self.telling = self.named.union(*capitals(self)) - first
        self.telling_in: dict[int, list[int]] = {}
        for i in sorted(self.telling):
            self.telling_in.setdefault(self.clause[i], []).append(i)

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

    def owner_of(self, number: Number) -> int:
        """The clause of a number in its sentence, by its last word: "as many as 40"."""
        return self.owner[min(self.at(number.claim.span)[-1], self.tokens(number.sentence)[-1])]

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

    def before(self, number: Number) -> Number | None:
        """The number of the same sentence that stands last before one; no date."""
        beside = self.in_sentence(number.sentence)
        first = bisect_left(beside, number.at, key=lambda each: each.at)
        return next((each for each in reversed(beside[max(first - FEW, 0) : first]) if each.size is not None), None)

    def in_part(self, clause: int) -> list[Number]:
        """The numbers of a part of a clause."""
        return self._by_part.get(clause, [])

    def elliptic(self, number: Number) -> bool:
        """Whether the number's clause is short and leaves out what the one before has said ("der Gewinn auf 12")."""
        own = self.at(number.claim.span)
        told = [
            i
            for i in self.tokens(number.sentence)
            if self.clause[i] == number.clause and i not in own and self.words[i].content
        ]
        return len(told) <= FEW - 1


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
