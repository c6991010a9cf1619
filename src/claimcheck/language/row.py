"""A sentence while it is being analysed: its words in step, with roles that narrow as the context is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.language.words import Words
from claimcheck.model import Span
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, BE, BREAK, CAPITAL, CLOSE, COMMA, COORDINATOR, DETERMINER, FINITE, INFINITIVE,
    MODAL, NEGATION, NOUN, NUMBER, OPEN, PARTICIPLE, PREPOSITION, PRONOUN, PURPOSE, QUESTION, QUOTE, RELATIVE, STOP,
    SUBORDINATOR, TIME, TO, USUAL_NOUN, VERB,
)  # fmt: skip
from claimcheck.model.analysis import Chunk, ClauseKind


CLOSED = (
    DETERMINER | PRONOUN | PREPOSITION | SUBORDINATOR | COORDINATOR | AUXILIARY | NEGATION | ADVERB | TO | QUESTION
    | RELATIVE | PURPOSE
)  # fmt: skip
ENDING = PREPOSITION | COMMA | STOP | COORDINATOR
PASSED = ADVERB | NEGATION | QUOTE
NOT_PASSED = DETERMINER | PRONOUN | NOUN | VERB | PREPOSITION
LONGEST = 400
FARTHEST = 8000
"""Tokens and characters of a sentence that are read; no sentence is that long."""


def tokens_of(text: str, span: Span, words: Words) -> list[str]:
    """The words, numbers and marks of a sentence, as written, as far as one is read."""
    found: list[str] = words.token.findall(text, span.start, min(span.end, span.start + FARTHEST))
    return found


class Row:
    """The tokens of one sentence as columns: offsets, folded words, lemmas, roles."""

    __slots__ = (
        "barred",
        "brackets",
        "count",
        "doubtful",
        "ends",
        "given",
        "lemmas",
        "low",
        "opening",
        "roles",
        "span",
        "starts",
        "text",
        "words",
        "written",
    )

    def __init__(self, text: str, span: Span, words: Words, tokens: Sequence[str]) -> None:
        self.text, self.span, self.words = text, span, words
        at, find = span.start, text.find
        tokens = self.written = tokens[:LONGEST]
        known = list(map(words.look.__getitem__, tokens))
        self.low = [each[0] for each in known]
        self.roles = [each[1] for each in known]
        self.lemmas = [each[2] for each in known]
        self.starts: list[int] = []
        self.ends: list[int] = []
        for word in tokens:
            at = find(word, at)  # what stands between is part of no token
            self.starts.append(at)
            at += len(word)
            self.ends.append(at)
        self.count = len(tokens)
        for at in range(self.count - 3):
            if self.roles[at] == STOP:  # of an abbreviation: sentences end at their end
                self.roles[at] = 0
        self.given = self.roles
        """The roles of every word by itself."""
        self.barred: dict[int, int] = {}
        """Roles that words of several classes are to be read without."""
        self.brackets = any(roles & OPEN for roles in self.roles)
        self.doubtful: list[int] = []
        """Words of several classes between which their neighbours do not decide."""
        self.opening = next((at for at, low in enumerate(self.low) if low[0].isalnum()), 0)

    def again(self, barred: dict[int, int]) -> Row:
        """The same words, to be read once more without some of their roles."""
        row = Row.__new__(Row)
        row.text, row.span, row.words, row.written = self.text, self.span, self.words, self.written
        row.starts, row.ends, row.low, row.given = self.starts, self.ends, self.low, self.given
        row.count, row.opening, row.brackets = self.count, self.opening, self.brackets
        row.roles = list(self.roles)
        for at, roles in barred.items():
            row.roles[at] = row.roles[at] & ~roles or ADJECTIVE
        row.lemmas, row.barred, row.doubtful = list(self.lemmas), barred, list(barred)
        return row

    def role(self, at: int) -> int:
        """The roles of a token, none outside the sentence."""
        return self.roles[at] if 0 <= at < self.count else 0

    def helps(self, at: int) -> bool:
        """Whether a token is a finite auxiliary."""
        return self.has(at, AUXILIARY) and self.has(at, FINITE)

    def take_for_verb(self, at: int, form: int) -> bool:
        """Takes a word that is also one of a closed class for this form of a verb, if it is one."""
        known = self.words.verb(self.low[at])
        if known is None or not known[1] & form:
            return False
        self.lemmas[at], self.roles[at] = known
        return True

    def has(self, at: int, wanted: int, without: int = 0) -> bool:
        """Whether a token has one of some roles and none of others."""
        if not 0 <= at < self.count:
            return False
        role = self.roles[at]
        return bool(role & wanted) and not role & without

    def where(self, tokens: Iterable[int], wanted: int, without: int = 0) -> list[int]:
        """Those of some tokens that have one of some roles and none of others."""
        roles = self.roles
        return [k for k in tokens if roles[k] & wanted and not roles[k] & without]

    def first(self, tokens: Iterable[int], wanted: int, without: int = 0, default: int = -1) -> int:
        """The first of some tokens that has one of some roles and none of others."""
        roles = self.roles
        for k in tokens:
            if roles[k] & wanted and not roles[k] & without:
                return k
        return default

    def bracketed(self, at: int) -> bool:
        """Whether a token stands in brackets."""
        return self.brackets and self.has(self.first(range(at - 1, -1, -1), OPEN | CLOSE), OPEN)

    def begins(self, at: int) -> bool:
        """Whether a token may have its capital letter from its place: at the start, behind a mark or a colon."""
        return at <= self.opening or bool(self.roles[at - 1] & (BREAK | QUOTE | OPEN | STOP))


class Draft:
    """A clause as far as it is known."""

    __slots__ = ("connective", "finite", "kind", "nonfinite", "parent", "reduced", "shared")

    def __init__(
        self, kind: ClauseKind, parent: int | None, connective: int | None = None, shared: int | None = None
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.connective = connective
        self.shared = shared
        """The clause whose subject this one shares where it has none of its own."""
        self.finite: int | None = None
        self.reduced = False
        """Whether a participle stands behind its conjunction instead of a subject and a verb ("when asked")."""
        self.nonfinite: list[int] = []

    @property
    def lacking(self) -> bool:
        """Whether its verb is still to come."""
        if self.kind in ("infinitive", "participle"):
            return not self.nonfinite
        return self.finite is None and not self.reduced


class Drafts:
    """The clauses of one sentence in the order in which they begin; `owner` has the clause of every token."""

    def __init__(self, row: Row, chunks: list[Chunk]) -> None:
        self.row = row
        self.chunks = chunks
        self.roles = row.roles
        self.all: list[Draft] = []
        self.owner: list[int] = [0] * row.count
        self.inside: list[int] = [-1] * row.count
        for number, chunk in enumerate(chunks):
            for at in range(chunk.first, chunk.last):
                self.inside[at] = number
        self.current: int | None = None

    def open(
        self, kind: ClauseKind, parent: int | None, connective: int | None = None, shared: int | None = None
    ) -> int:
        """A new clause, which becomes the current one."""
        self.all.append(Draft(kind, parent, connective, shared))
        self.current = len(self.all) - 1
        return self.current

    def put(self, clause: int, first: int, last: int) -> None:
        """Give tokens to a clause."""
        for at in range(first, last):
            self.owner[at] = clause

    def divide(self, number: int, first: Chunk, rest: Chunk) -> None:
        """Put two phrases in the place of one."""
        self.chunks[number : number + 1] = [first, rest]
        for k in range(rest.first, self.row.count):
            self.inside[k] += self.inside[k] >= 0

    def phrase(self, at: int) -> Chunk | None:
        """The phrase a token is part of; None outside of any, and outside the sentence."""
        number = self.inside[at] if 0 <= at < self.row.count else -1
        return self.chunks[number] if number >= 0 else None

    def ancestors(self, clause: int | None) -> list[int]:
        """A clause and those it depends on, innermost first."""
        found: list[int] = []
        while clause is not None and clause not in found:
            found.append(clause)
            clause = self.all[clause].parent
        return found


def after_particle(row: Row, at: int) -> None:
    """An infinitive behind its particle, though the word is also one of a closed class ("zu einigen")."""
    if not row.role(at + 1) & (NOUN | CAPITAL):
        row.take_for_verb(at, INFINITIVE)


def particle(row: Row, at: int) -> int:
    """The particle of an infinitive, or a preposition."""
    if row.has(at + 1, CLOSED, VERB) and not row.has(at + 2, TIME):
        after_particle(row, at + 1)
    if row.has(at + 1, ADVERB, INFINITIVE) and row.has(at + 2, INFINITIVE):
        return TO
    if not row.has(at + 1, INFINITIVE, CAPITAL):
        return PREPOSITION
    if _ranges(row, at):
        return PREPOSITION
    _semi_modal(row, at - 1)
    return TO


def _semi_modal(row: Row, at: int) -> None:
    """A word that is one auxiliary together with the "be" before it ("is due to open", "was not set to open")."""
    modal = row.words.semi_modals.get(row.low[at], 0) if at > 0 else 0
    before = at - 1
    while modal and before > 0 and row.has(before, PASSED, NOT_PASSED):
        before -= 1
    if modal and row.has(before, BE):
        row.roles[at] = PARTICIPLE | MODAL | modal


def _ranges(row: Row, at: int) -> bool:
    """Whether what may be a verb behind a particle is the end of a range ("from snout to tail", "40 to work")."""
    noun = NOUN | USUAL_NOUN
    if row.role(at + 1) & noun != noun:
        return False
    bounded = row.has(at - 1, NOUN) and row.has(at - 2, PREPOSITION) and row.has(at + 2, ENDING)
    return bounded or row.has(at - 1, NUMBER)
