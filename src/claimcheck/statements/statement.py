"""The numbers of an article as statements: what each is a number of, whose, when, and which words call it what.

A statement is tied to words by grammar: those of its noun phrase, of the noun it hangs on, of its clause. Nothing is
tied to it for standing near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from claimcheck.languages import load
from claimcheck.languages.word_roles import (
    ADJECTIVE,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    NOUN,
    NUMBER,
    OPEN,
    SEMICOLON,
    VERB,
)  # fmt: skip
from claimcheck.model import Claim, Measure
from claimcheck.model.analysis import Analysis, Chunk, Clause, Sentence
from claimcheck.model.claim import Argument, Attribution, Relation
from claimcheck.model.link import Direction
from claimcheck.model.report import Article
from claimcheck.model.span import Span, Word
from claimcheck.statements.dimension import is_base, measure
from claimcheck.statements.evidence import Stand
from claimcheck.statements.phrases import Cue, Cues, known_of, outermost, paragraph
from claimcheck.statements.words import takes_up

NONE: frozenset[str] = frozenset()
PAUSE = COMMA | OPEN | CLOSE | COLON | DASH | SEMICOLON
BEFORE, BEHIND = 3, 4
"""So many words before and behind a number at most belong to it: "in all some 40", "40 more each than"."""
UP, DOWN = frozenset({"rise", "raise", "multiply"}), frozenset({"fall", "lower", "divide"})


class Statement:
    """One number of an article with its slots.

    `sentence` and `clause` are numbers in the analysis, `first` and `last` tokens. `lead` are the roles of the words
    right before the number ("from_", "to", "by"), `cues` those of all words of its phrase, of the noun it hangs on
    and right behind it, `around` those of its whole clause.
    """

    def __init__(self, claim: Claim, number: int, sentence: Sentence, cues: Cues) -> None:
        self.claim = claim
        self.sentence = number
        self.held = sentence
        self.first = sentence.token_at(claim.span.start)
        self.last = sentence.token_at(claim.span.end - 1) + 1
        self.clause = sentence.owners[self.first]
        self.near = cues

    @property
    def value(self) -> Measure:
        """The number itself; a length of time has one too."""
        found = measure(self.claim)
        assert found is not None
        return found

    @property
    def stand(self) -> Stand:
        """Where it stands."""
        return Stand(self.claim.span, self.sentence, self.held, self.clause)

    @property
    def place(self) -> tuple[int, int]:
        """What is the same for all numbers of one clause."""
        return self.sentence, self.clause

    @property
    def verb(self) -> Clause:
        """Its clause."""
        return self.held.clauses[self.clause]

    @property
    def chunk(self) -> Chunk | None:
        """The noun phrase it stands in."""
        return self.held.chunk_at(self.claim.span.start)

    @property
    def noun(self) -> str | None:
        """What is counted, else the noun it is a value of; a word that is no noun here ("the 60 recorded") is none."""
        counted, about = self.value.noun, self.claim.about
        if counted is not None and not self._is_noun(counted):
            return None
        return counted or (None if about is None or about.measure is None else about.measure.text)

    @property
    def concept(self) -> str | None:
        """The id of what it is a number of."""
        about = self.claim.about
        return None if about is None or about.measure is None else about.measure.kind

    @property
    def owner(self) -> Argument | None:
        """Whose it is."""
        return None if self.claim.about is None else self.claim.about.owner

    @cached_property
    def lead(self) -> frozenset[str]:
        """Roles of the words right before it."""
        return self.near.roles(self._ahead(), self.first)

    @cached_property
    def behind(self) -> frozenset[str]:
        """Roles of the word right behind it."""
        return self.near.roles(self.last, self.last + 1)

    @cached_property
    def predicate(self) -> frozenset[str]:
        """Roles of the verb of its clause."""
        at = self.verb.predicate
        return NONE if at is None else self.near.roles(at, at + 1)

    @cached_property
    def touching(self) -> frozenset[str]:
        """Roles of the word or phrase that ends where it begins: "by 40", but not "by bus and 40"."""
        return NONE if (cue := self.near.before(self.first)) is None else cue.roles

    @cached_property
    def leaving(self) -> frozenset[str]:
        """Roles of the words right behind it that are no finite verb: "40 left", but not "40 left the hall"."""
        cues = (each for each in self.near.all if self.last <= each.first < self.end)
        return NONE.union(*(each.roles for each in cues if self.verb.verb != each.first))

    @cached_property
    def cues(self) -> frozenset[str]:
        """Roles of the words of its phrase, of the noun it hangs on, and right behind it."""
        chunk = self.chunk
        first, last = self._ahead(), self.end
        if chunk is not None:
            first, last = min(first, chunk.first), max(last, chunk.last)
        return self.near.roles(first, last) | self._hung()

    @cached_property
    def around(self) -> frozenset[str]:
        """Roles of the words of its clause."""
        stretches = self.verb.stretches
        return NONE.union(*(self.near.roles(first, last) for first, last in stretches))

    @cached_property
    def way(self) -> Direction | None:
        """Whether what it is a number of goes "up" or "down", by the verb of its clause; None where none says so."""
        senses = self.verb.senses
        up, down = not UP.isdisjoint(senses), not DOWN.isdisjoint(senses)
        told = up != down and not self.verb.negated
        return ("up" if up else "down") if told else None

    @property
    def definite(self) -> bool:
        """Whether it is told as known already: "the 144 devices", not "durch den Aufprall wurden zwei"."""
        own = self.chunk is None or (self.chunk.preposition is None and self.chunk.determiner is not None)
        return own and "definite" in self.lead

    def chunk_of(self, roles: frozenset[str]) -> Chunk | None:
        """The noun phrase of its clause that a word with one of the roles opens: "pro Bus", "each of the buses"."""
        for cue in self.near.all:
            if cue.roles & roles and self.verb.holds(cue.first):
                at = min(cue.last, len(self.held.tokens) - 1)
                found = self.held.chunk_at(self.held.tokens[at].span.start)
                if found is not None and not found.first <= self.first < found.last:
                    return found
        return None

    def words(self, span: Span) -> str:
        """The words of a stretch of its sentence."""
        first, last = self.held.token_at(span.start), self.held.token_at(span.end - 1) + 1
        return " ".join(each.text for each in self.held.tokens[first:last])

    def tokens(self, start: int, stop: int) -> str:
        """The text between two tokens, in lower case."""
        return " ".join(each.low for each in self.held.tokens[max(start, 0) : stop])

    def _is_noun(self, counted: str) -> bool:
        """Whether the last word of what is counted may be a noun, where it stands right behind the number."""
        behind = (each for each in self.held.tokens[self.first : self.last + BEHIND] if counted.endswith(each.text))
        return all(each.roles & (NOUN | ADJECTIVE) or not each.roles & VERB for each in behind)

    def _ahead(self) -> int:
        """Where the words before it begin, back to a mark or another number."""
        at = self.first
        while at > max(0, self.first - BEFORE) and not self.held.tokens[at - 1].roles & (PAUSE | NUMBER):
            at -= 1
        return at

    @property
    def end(self) -> int:
        """Where the words right behind it end, at a mark or another number."""
        at, end = self.last, min(len(self.held.tokens), self.last + BEHIND)
        while at < end and not self.held.tokens[at].roles & (PAUSE | NUMBER):
            at += 1
        return at

    def _hung(self) -> frozenset[str]:
        """Roles of the noun it is a value of, in the same sentence: "a lead of 40", "ein Zuwachs um 40 Prozent"."""
        about = self.claim.about
        if about is None or about.measure is None or not self.held.span.covers(about.measure.span):
            return NONE
        chunk = self.held.chunk_at(about.measure.span.start)
        at = self.held.token_at(about.measure.span.start)
        return self.near.roles(at, at + 1) if chunk is None else self.near.roles(chunk.first, chunk.last)


class Statements:
    """The numbers of an article as statements, by sentence; sentences are read when they are asked for."""

    def __init__(self, article: Article) -> None:
        assert article.analysis is not None and article.document.language is not None
        self.article = article
        self.analysis: Analysis = article.analysis
        self.relations = load(article.document.language).relations
        self._claims = outermost([one for one in article.claims if not isinstance(one.value, Attribution | Relation)])
        self._starts = [each.span.start for each in self._claims]
        self._numbered: tuple[int, ...] | None = None
        self._known: dict[int, tuple[Statement, ...]] = {}
        self._cues: dict[int, Cues] = {}
        self._told: dict[int, list[tuple[int, int, frozenset[str]]]] = {}
        self._roles: dict[int, frozenset[str]] = {}

    def numbered(self) -> Sequence[int]:
        """The sentences that hold numbers, in order."""
        if self._numbered is None:
            numbers = {self.analysis.number(each.span.start) for each in self._claims if measure(each) is not None}
            self._numbered = tuple(sorted(numbers - {-1}))
        return self._numbered

    def within(self, number: int) -> tuple[Statement, ...]:
        """The statements of one sentence, in the order of the text; none outside the article."""
        if number not in self._known:
            self._known[number] = tuple(self._read(number)) if self.analysis.written(number) else ()
        return self._known[number]

    def cues(self, number: int, role: Callable[[str], bool] | None = None) -> Cues:
        """The words of one sentence that relations.yaml knows; with a `role` none unless one of them has it."""
        if role is not None and not self.tells(number, role):
            return Cues(())
        if number not in self._cues:
            self._cues[number] = Cues(self._placed(number) if self._said(number) else ())
        return self._cues[number]

    def word(self, number: int, first: int, last: int) -> Word:
        """The words of one sentence from a token up to another."""
        span = self.analysis.sentence(number).stretch(first, last)
        return Word(span, self.article.document.prose[span.start : span.end])

    def takes_up(self, statement: Statement) -> bool:
        """Whether the subject of its clause stands for what was told: "that comes to 40"."""
        return takes_up(self.article.document.language or "", statement.held, statement.verb)

    def tells(self, number: int, role: Callable[[str], bool]) -> bool:
        """Whether a word of one sentence has such a role; its grammar is not asked."""
        if number not in self._roles:
            self._roles[number] = NONE.union(*(roles for _, _, roles in self._said(number)))
        return any(map(role, self._roles[number]))

    def paragraph(self, number: int, back: int, ahead: int) -> tuple[int, int]:
        """The first and the last of so many sentences around one in its paragraph."""
        return paragraph(self.analysis.spans, self.article.document.prose, number, back, ahead)

    def roles_of(self, word: str) -> frozenset[str]:
        """The roles that relations.yaml gives a single word in lower case."""
        return NONE.union(*(names for rest, names in self.relations["phrases"].get(word, ()) if not rest))

    def times(self, number: int) -> list[Claim]:
        """The dates of one sentence."""
        return [each for each in self._inside(number) if measure(each) is None]

    def reach(self, statement: Statement, back: int = 1, ahead: int = 1) -> list[Statement]:
        """The other statements of the same sentence and of so many before and behind it: what is admissible."""
        first, last = statement.sentence - back, statement.sentence + ahead
        return [each for number in range(first, last + 1) for each in self.within(number) if each is not statement]

    def _read(self, number: int) -> Iterator[Statement]:
        numbers = [each for each in self._inside(number) if measure(each) is not None]
        numbers = [each for before, each in zip([None, *numbers], numbers, strict=False) if not is_base(before, each)]
        if numbers and (sentence := self.analysis.sentence(number)).clauses:
            yield from (Statement(each, number, sentence, self.cues(number)) for each in numbers)

    def _inside(self, number: int) -> list[Claim]:
        span = self.analysis.spans[number]
        return self._claims[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _said(self, number: int) -> list[tuple[int, int, frozenset[str]]]:
        """Where the words of one sentence stand that relations.yaml knows, with their roles."""
        if number not in self._told:
            span = self.analysis.spans[number] if self.analysis.written(number) else Span(0, 0)
            self._told[number] = [*known_of(self.article.document.prose, *span, self.relations["phrases"])]
        return self._told[number]

    def _placed(self, number: int) -> list[Cue]:
        at = self.analysis.sentence(number).token_at
        return [Cue(at(start), at(stop - 1) + 1, roles) for start, stop, roles in self._said(number)]
