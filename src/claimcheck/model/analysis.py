"""What grammar says of a sentence: words with roles, noun phrases, clauses; ends are exclusive."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple
from weakref import ref

from claimcheck.model.span import Span

ClauseKind = Literal["main", "subordinate", "relative", "infinitive", "participle", "fragment"]
Mood = Literal["indicative", "subjunctive", "imperative", "question"]
ModalKind = Literal["possibility", "plan", "necessity"]
Tense = Literal["present", "past", "perfect", "future"]


class Token(NamedTuple):
    """A word, number or mark; `roles` are bits of `languages.word_roles`, `lemma` is a verb's, else the folded word."""

    span: Span
    text: str
    low: str
    lemma: str
    roles: int


class Chunk(NamedTuple):
    """A noun phrase: its tokens, its head, and what stands around the noun, as token numbers or None.

    `case` are the cases its determiner or pronoun allows, as bits, 0 where nothing tells. `of` says that it hangs on
    the phrase before it ("der Stadt" in "die Kosten der Stadt").
    """

    first: int
    last: int
    head: int
    preposition: int | None = None
    determiner: int | None = None
    number: int | None = None
    name: bool = False
    pronoun: bool = False
    plural: bool | None = None
    case: int = 0
    of: bool = False


class Clause(NamedTuple):
    """One clause; `stretches` are its tokens, several where other clauses interrupt it.

    `verb` is the finite verb (of an infinitive or participle clause that form), `predicate` the full verb, whose lemma
    with a separated particle is `lemma`; "" without a verb. `senses` are the classes of senses.yaml it is of here.
    `subject` may be that of the clause it is joined to.
    `parent` is the number of the clause it depends on.
    """

    stretches: tuple[tuple[int, int], ...]
    kind: ClauseKind
    verb: int | None = None
    predicate: int | None = None
    lemma: str = ""
    senses: tuple[str, ...] = ()
    subject: Chunk | None = None
    objects: tuple[Chunk, ...] = ()
    adjuncts: tuple[Chunk, ...] = ()
    connective: int | None = None
    parent: int | None = None
    mood: Mood = "indicative"
    modal: ModalKind | None = None
    negated: bool = False
    passive: bool = False
    tense: Tense = "present"

    @property
    def first(self) -> int:
        """Its first token; that of its verb where others took all of its words."""
        return self.stretches[0][0] if self.stretches else self.verb or 0

    def holds(self, token: int) -> bool:
        """Whether a token belongs to the clause itself."""
        return any(first <= token < last for first, last in self.stretches)


class Sentence(NamedTuple):
    """A sentence as it was read; offsets are those of the document."""

    span: Span
    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...]
    clauses: tuple[Clause, ...]
    owners: tuple[int, ...]
    """For every token the number of its clause."""
    ends: tuple[int, ...]
    """For every token where it ends."""

    def token_at(self, offset: int) -> int:
        """The number of the token at an offset, or of the next one; the last one at the end."""
        at = bisect_right(self.ends, offset)
        return at if at < len(self.ends) else len(self.ends) - 1

    def clause_at(self, offset: int) -> Clause | None:
        """The innermost clause at an offset; None in a sentence without words."""
        return self.clauses[self.owners[self.token_at(offset)]] if self.tokens else None

    def chunk_at(self, offset: int) -> Chunk | None:
        """The noun phrase at an offset."""
        if not self.tokens:
            return None
        token = self.token_at(offset)
        at = bisect_right(self.chunks, token, key=lambda each: each.first) - 1
        return self.chunks[at] if at >= 0 and token < self.chunks[at].last else None

    def role(self, token: int) -> int:
        """The roles of a token; none before the first and behind the last one."""
        return self.tokens[token].roles if 0 <= token < len(self.tokens) else 0

    def stretch(self, first: int, last: int) -> Span:
        """Where the tokens from the first to the last, exclusive, stand."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)


LONGEST = 4000
"""Characters of the longest sentence that anybody writes; what is longer is a table or an attack."""


KEPT = 64
"""So many documents are kept analysed: the sentences of one take twenty times the room of its text."""


class Analysis:
    """The sentences of one document, each analysed when somebody first asks, and again once KEPT others were."""

    __slots__ = ("__weakref__", "_divide", "_known", "_read", "_starts", "_tokens", "spans")

    def __init__(
        self,
        spans: Sequence[Span],
        divide: Callable[[Span], list[str]],
        read: Callable[[Span, list[str]], Sentence],
    ) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]
        self._divide, self._read = divide, read
        self._tokens: dict[int, list[str]] = {}
        self._known: dict[int, Sentence] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Only what it takes to read the sentences again goes to another process."""
        return Analysis, (self.spans, self._divide, self._read)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Analysis) and self.spans == other.spans

    def __hash__(self) -> int:
        return hash(tuple(self.spans))

    def sentence(self, number: int) -> Sentence:
        """The sentence with this number."""
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = self._read(self.spans[number], self.tokens(number))
        return found

    def tokens(self, number: int) -> list[str]:
        """The words, numbers and marks of the sentence with this number, whose grammar is not asked."""
        found = self._tokens.get(number)
        if found is None:
            if not self._tokens:
                _keep(self)
            found = self._tokens[number] = self._divide(self.spans[number])
        return found

    def written(self, number: int) -> bool:
        """Whether there is such a sentence and it is none of those that nobody writes."""
        return 0 <= number < len(self.spans) and self.spans[number].end - self.spans[number].start <= LONGEST

    def number(self, offset: int) -> int:
        """The number of the sentence at an offset, -1 where there is none."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.spans[at].end else -1

    def at(self, offset: int) -> Sentence | None:
        """The sentence at an offset; None between sentences."""
        number = self.number(offset)
        return None if number < 0 else self.sentence(number)

    def forget(self) -> None:
        """Lets go of what was read; it is read again when somebody asks."""
        self._known.clear()
        self._tokens.clear()


_kept: deque[ref[Analysis]] = deque()


def _keep(one: Analysis) -> None:
    """Counts a document among those analysed, of which the first then leaves."""
    _kept.append(ref(one))
    if len(_kept) > KEPT and (first := _kept.popleft()()) is not None:
        first.forget()
