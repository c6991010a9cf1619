"""Where a number stands in its sentence: its tokens, its noun phrase, its clause, and the noun phrases around it."""

from __future__ import annotations

from bisect import bisect_right

from claimcheck.languages.word_roles import (
    ADJECTIVE,
    ADVERB,
    CAPITAL,
    CLOSE,
    COMMA,
    DETERMINER,
    MARK,
    NOUN,
    NUMBER,
    OPEN,
    PREPOSITION,
    QUOTE,
    TIME,
    TO,
    USUAL_NOUN,
)  # fmt: skip
from claimcheck.model import Claim
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.statements.concepts import Concepts, stem
from claimcheck.statements.names import Names
from claimcheck.statements.words import Joints

SMALL = ADVERB | NUMBER


class Spot:
    """A number in its sentence. Positions are numbers of tokens, end exclusive."""

    __slots__ = ("_starts", "claim", "clause", "concepts", "first", "joints", "last", "names", "sentence")

    def __init__(self, sentence: Sentence, claim: Claim, joints: Joints, concepts: Concepts, names: Names) -> None:
        self.names = names
        self.sentence = sentence
        self.claim = claim
        self.joints = joints
        self.concepts = concepts
        self.first = sentence.token_at(claim.span.start)
        self.last = sentence.token_at(claim.span.end - 1) + 1
        self.clause: Clause | None = sentence.clause_at(claim.span.start)
        self._starts = [each.first for each in sentence.chunks]

    def low(self, at: int) -> str:
        """A token in lower case, "" beyond the sentence."""
        return self.sentence.tokens[at].low if 0 <= at < len(self.sentence.tokens) else ""

    def is_(self, at: int, roles: int) -> bool:
        """Whether a token has one of the roles."""
        return 0 <= at < len(self.sentence.tokens) and bool(self.sentence.tokens[at].roles & roles)

    def chunk(self, at: int) -> Chunk | None:
        """The noun phrase that holds a token."""
        index = bisect_right(self._starts, at) - 1
        found = self.sentence.chunks[index] if index >= 0 else None
        return found if found is not None and at < found.last else None

    def before(self, start: int) -> Chunk | None:
        """The noun phrase right before a position, at most small words between."""
        at = start - 1
        while at >= 0 and self.is_(at, SMALL) and not self.is_(at, NOUN | MARK):
            at -= 1
        return None if self.is_(at, MARK) else self.chunk(at)

    def behind(self, chunk: Chunk) -> Chunk | None:
        """The noun phrase right behind another."""
        found = self.chunk(chunk.last)
        return found if found is not None and found.first == chunk.last else None

    def own(self) -> Chunk | None:
        """The noun phrase the number is in."""
        return self.chunk(self.first) or self.chunk(self.last - 1)

    def preposition(self, chunk: Chunk) -> str:
        """The preposition of a noun phrase, "" where it has none."""
        return "" if chunk.preposition is None else self.low(chunk.preposition)

    def noun(self, at: int) -> bool:
        """Whether a token is a noun that may be measured: no number, no time, no mark."""
        return (
            self.is_(at, NOUN) and not self.is_(at, NUMBER | TIME | MARK | PREPOSITION) and self.low(at)[:1].isalpha()
        )

    def changes(self, at: int) -> bool:
        """Whether a token is a noun of change: "rise", "Umsatzplus"."""
        word = stem(self.low(at))
        if word in self.joints.change_nouns:
            return True
        return any(word.endswith(each) for each in self.joints.change_nouns if len(each) >= 4)

    def counts_only(self, at: int) -> bool:
        """Whether a noun only counts another: "the number of", "die Höhe"."""
        return stem(self.low(at)) in self.joints.no_owner

    def person(self, at: int) -> bool:
        """Whether a token belongs to the name of a person."""
        return 0 <= at < len(self.sentence.tokens) and self.names.is_person(self.sentence.tokens[at].span)

    def subject(self, clause: Clause) -> Chunk | None:
        """The subject of a clause; what a relative pronoun points to, what an infinitive hangs on."""
        first = clause.first
        if clause.kind == "relative" and clause.subject is not None and clause.subject.pronoun:
            at = first - 1
            while at >= 0 and self.is_(at, MARK):
                at -= 1
            return self.chunk(at) or clause.subject
        if clause.subject is not None or clause.kind != "infinitive" or clause.parent is None:
            return clause.subject
        parent = self.sentence.clauses[clause.parent]
        before = [each for each in parent.objects if each.first < first]
        return before[-1] if before else parent.subject

    def subject_before(self, clause: Clause) -> Chunk | None:
        """The subject of the clause that stands before this one in the sentence."""
        before = [each for each in self.sentence.clauses if each.first < clause.first and each.subject is not None]
        return max(before, key=lambda each: each.first).subject if before else None

    def plain(self, at: int) -> bool:
        """Whether a word at the head of the sentence is a usual noun and no name, for all its capital."""
        return at <= 1 and self.is_(at, USUAL_NOUN)

    def named(self, at: int) -> bool:
        """Whether a token ends two words that may be the name of a person: capitals, and no other name known."""
        tokens = self.sentence.tokens
        if at < 1 or not all(self.is_(n, CAPITAL) and tokens[n].text[1:].islower() for n in (at - 1, at)):
            return False
        name = self.names.ending(tokens[at].span)
        return (
            (name is None or name.kind == "person") and not self.changes(at) and not self.concepts.noun(tokens[at].low)
        )

    def joint(self) -> int | None:
        """The preposition right before the number or in the words of its hedge, adverbs and articles between."""
        own = self.own()
        if own is not None and own.preposition is not None and own.preposition < self.first:
            return own.preposition if self.low(own.preposition) in self.joints.number else None
        at = self.first
        while at > self.first - 4 and at >= 0:
            if self.is_(at, PREPOSITION | TO) and self.low(at) in self.joints.number and not self.is_(at - 1, ADVERB):
                before = at - 1
                if self.is_(before, PREPOSITION) and self.low(before) in self.joints.number:
                    return before
                return at
            if at < self.first and not self.is_(at, ADVERB | NUMBER | DETERMINER | PREPOSITION | ADJECTIVE):
                return None
            at -= 1
        return None

    def behind_brackets(self) -> int:
        """The token behind the number, and behind a short bracket that follows it: "$3m (£2m) profit"."""
        at = self.last
        if not self.is_(at, OPEN):
            return at
        close = next((n for n in range(at + 1, min(at + 6, len(self.sentence.tokens))) if self.is_(n, CLOSE)), None)
        return at if close is None else close + 1

    def bracketed(self) -> bool:
        """Whether the number stands alone in brackets or between commas: "Kern (47)", "Kern, 47,"."""
        opens, closes = self.is_(self.first - 1, OPEN | COMMA), self.is_(self.last, CLOSE | COMMA)
        return opens and (closes or self.last >= len(self.sentence.tokens)) and not self.is_(self.first, QUOTE)
