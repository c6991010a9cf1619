"""Where a number stands in its sentence: its tokens, its noun phrase, its clause, and the noun phrases around it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from claimcheck.languages.word_roles import (
    ADJECTIVE,
    ADVERB,
    CAPITAL,
    CLOSE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    MARK,
    NOUN,
    NUMBER,
    OPEN,
    PREPOSITION,
    QUOTE,
    STOP,
    TIME,
    TO,
    USUAL_NOUN,
)  # fmt: skip
from claimcheck.model import Claim
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.claim import Form
from claimcheck.statements.concepts import Concepts, stem
from claimcheck.statements.referents import PERSON, Referents
from claimcheck.statements.words import Joints

SMALL = ADVERB | NUMBER
CHANGES = frozenset(("rise", "raise", "fall", "lower", "multiply", "divide", "vary", "lose"))
EQUALS = frozenset(("total", "exceed", "undercut", "stay", "remain", "conclude", "end", "close"))
HAS = frozenset(("own", "earn", "hire", "count", "pay"))
"""Classes of verbs that change what their subject is, say how much it is, or give their object to it."""


class Spot:
    """A number in its sentence. Positions are numbers of tokens, end exclusive."""

    __slots__ = ("_starts", "claim", "clause", "concepts", "first", "joints", "last", "names", "referents", "sentence")

    def __init__(
        self, sentence: Sentence, claim: Claim, joints: Joints, concepts: Concepts, referents: Referents
    ) -> None:
        self.referents = referents
        self.names = referents.names
        self.sentence = sentence
        self.claim = claim
        self.joints = joints
        self.concepts = concepts
        self.first = sentence.token_at(claim.span.start)
        self.last = sentence.token_at(claim.span.end - 1) + 1
        self.clause: Clause | None = _gapped(sentence, sentence.clause_at(claim.span.start))
        self._starts = [each.first for each in sentence.chunks]

    @property
    def offset(self) -> int:
        """Where the number begins in the text."""
        return self.claim.span.start

    @property
    def number(self) -> int:
        """The number of its sentence."""
        return self.referents.analysis.number(self.sentence.span.start)

    def whole(self) -> Chunk | None:
        """What a share or count is taken of, right behind it: "40 Prozent der Befragten", "three of the villagers"."""
        chunk = self.chunk(self.last)
        if chunk is None or chunk.first != self.last or self.is_(chunk.head, TIME):
            return None
        return chunk if chunk.of or self.preposition(chunk) in self.joints.share else None

    def partitive(self) -> Literal["noun", "pronoun"] | None:
        """Whether the number is a part of something: of a noun, or of what a pronoun points to ("davon", "of them")."""
        chunk = self.whole()
        if chunk is not None:
            return "pronoun" if chunk.pronoun else "noun"
        before = self.first - 1
        while self.is_(before, ADVERB) and self.low(before) not in self.joints.partitives:
            before -= 1
        near = (self.low(self.last), self.low(before))
        return "pronoun" if not self.joints.partitives.isdisjoint(near) else None

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

    def mere(self, chunk: Chunk | None) -> Chunk | None:
        """A noun phrase, where it has a noun and no number."""
        return None if chunk is None or chunk.pronoun or chunk.number is not None else chunk

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

    def changing(self, clause: Clause) -> bool:
        """Whether the verb says that its subject or object became another amount."""
        return not CHANGES.isdisjoint(clause.senses) or clause.lemma in self.joints.change_verbs

    def equating(self, clause: Clause) -> bool:
        """Whether the verb says how much its subject is."""
        return not EQUALS.isdisjoint(clause.senses) or clause.lemma in self.joints.equal_verbs

    def having(self, clause: Clause) -> bool:
        """Whether the verb says what its subject has, gets or gives."""
        return not HAS.isdisjoint(clause.senses) or clause.lemma in self.joints.have_verbs

    def counts_only(self, at: int) -> bool:
        """Whether a noun only counts another: "the number of", "die Höhe"."""
        return stem(self.low(at)) in self.joints.no_owner

    def person(self, at: int) -> bool:
        """Whether a token belongs to the name of a person."""
        return 0 <= at < len(self.sentence.tokens) and self.names.is_person(self.sentence.tokens[at].span)

    def means_person(self, at: int) -> bool:
        """Whether a token is a pronoun for one person only."""
        forms = self.joints.pronouns.get(self.low(at), frozenset())
        return not forms.isdisjoint(PERSON)

    def subject(self, clause: Clause) -> Chunk | None:
        """The subject of a clause; what a relative pronoun points to, what an infinitive or participle hangs on."""
        if clause.subject is not None:
            pointing = clause.kind == "relative" and clause.subject.pronoun
            return (self._pointed(clause.first) or clause.subject) if pointing else clause.subject
        hangs = clause.kind in ("infinitive", "participle") and clause.parent is not None
        return self._above(clause, self.sentence.clauses[clause.parent or 0]) if hangs else None

    def _above(self, clause: Clause, parent: Clause) -> Chunk | None:
        """The subject of the clause it hangs on; of an infinitive who is told to, but whoever has the option to."""
        before = [each for each in parent.objects if each.first < clause.first] if clause.kind == "infinitive" else []
        return before[-1] if before and self._acts(before[-1]) else self.subject(parent)

    def _acts(self, chunk: Chunk) -> bool:
        """Whether a phrase names somebody who can do something."""
        if chunk.pronoun or chunk.name or self.referents.bare_name(self.sentence, chunk):
            return True
        word = self.low(chunk.head)
        return self.referents.is_person(word) or self.referents.kind_of(word) is not None

    def _pointed(self, first: int) -> Chunk | None:
        """The noun phrase before a relative clause that begins at a token."""
        at = first - 1
        while at >= 0 and self.is_(at, MARK):
            at -= 1
        return self.chunk(at)

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

    def surname(self, at: int) -> bool:
        """Whether a token is a word in capitals that is no usual noun and stands without an article."""
        chunk = self.chunk(at)
        return chunk is not None and chunk.last == at + 1 and self.referents.bare_name(self.sentence, chunk)

    def aged(self) -> frozenset[Form]:
        """Whom an age as a noun may mean, by its article and its ending: "der 47-Jährige", "the 47-year-old"."""
        token = self.sentence.tokens[self.last - 1]
        noun = token.low.rpartition("-")[2]
        if stem(noun) not in self.joints.aged:
            return frozenset()
        if not self.joints.genders:
            return PERSON
        if not token.text.rpartition("-")[2][:1].isupper():
            return frozenset()
        article = self.low(self.first - 1)
        sexes: tuple[Form, ...] = ("man", "woman")
        return frozenset(sex for sex in sexes if f"{article} {noun}" in self.joints.aged_by[sex]) or PERSON

    def hung(self) -> int | None:
        """The preposition that the noun phrase of the number hangs on; none that is a hedge ("über 300 Betten")."""
        own = self.own()
        at = None if own is None else own.preposition
        return at if at is not None and at < self.first else None

    def place(self) -> Literal["subject", "object", "adjunct", ""]:
        """What the noun phrase of the number is in its clause."""
        own, clause = self.own(), self.clause
        if own is None or clause is None:
            return ""
        if clause.subject is not None and own.first == clause.subject.first:
            return "subject"
        if own.first in {each.first for each in clause.objects}:
            return "object"
        if own.first in {each.first for each in clause.adjuncts}:
            return "adjunct" if self.hung() is not None else "object"
        return ""

    def joined(self, chunk: Chunk) -> bool:
        """Whether the number's noun phrase is joined to another: "40 Menschen und mehr als 70 Tiere"."""
        own = self.own()
        at = (self.first if own is None else own.first) - 1
        while at > chunk.last and self.is_(at, ADVERB | DETERMINER):
            at -= 1
        return at == chunk.last and self.is_(at, COORDINATOR)

    def joint(self) -> int | None:
        """The preposition right before the number or in the words of its hedge, adverbs and articles between."""
        hung = self.hung()
        if hung is not None:
            return hung if self.low(hung) in self.joints.number else None
        for at in range(self.first, max(self.first - 4, -1), -1):
            if self._joins(at) and not self.is_(at - 1, ADVERB):
                return at - 1 if self.is_(at - 1, PREPOSITION) and self._joins(at - 1) else at
            if at < self.first and not self.is_(at, ADVERB | NUMBER | DETERMINER | PREPOSITION | ADJECTIVE):
                return None
        return None

    def _joins(self, at: int) -> bool:
        return self.is_(at, PREPOSITION | TO) and self.low(at) in self.joints.number

    def behind_brackets(self) -> int:
        """The token behind the number, and behind a short bracket that follows it: "$3m (£2m) profit"."""
        at = self.last
        if not self.is_(at, OPEN):
            return at
        close = next((n for n in range(at + 1, min(at + 6, len(self.sentence.tokens))) if self.is_(n, CLOSE)), None)
        return at if close is None else close + 1

    def bracket(self) -> bool:
        """Whether a bracket before the number is still open."""
        marks = (at for at in range(self.first - 1, -1, -1) if self.is_(at, OPEN | CLOSE))
        return self.is_(next(marks, -1), OPEN)

    def bracketed(self) -> bool:
        """Whether the number stands alone in brackets or between commas: "Kern (47)", "Kern, 47,"."""
        opens, closes = self.is_(self.first - 1, OPEN | COMMA), self.is_(self.last, CLOSE | COMMA)
        ends = self.last >= len(self.sentence.tokens) - self.is_(len(self.sentence.tokens) - 1, STOP)
        return opens and (closes or ends) and not self.is_(self.first, QUOTE)


def _gapped(sentence: Sentence, clause: Clause | None) -> Clause | None:
    """A clause that leaves out the verb of the one before it, with that verb: "…, die CDU auf 25 Prozent"."""
    if clause is None or clause.kind != "fragment" or clause.subject is None or clause.lemma:
        return clause
    before = [each for each in sentence.clauses if each.first < clause.first and each.verb is not None]
    if not before or before[-1].kind not in ("main", "subordinate"):
        return clause
    last = before[-1]
    return clause._replace(verb=last.verb, predicate=last.predicate, lemma=last.lemma, senses=last.senses)
