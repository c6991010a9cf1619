"""Which phrases of a clause may be its subject, by case, by what leads them, and by number."""

from __future__ import annotations

from claimcheck.languages.word_roles import (
    ADVERB, BE, CLOSE, COMMA, COORDINATOR, DASH, DATIVE, EXPLETIVE, GENITIVE, MASCULINE, NOMINATIVE, OPEN, PAST,
    PLURAL_VERB, POSTPOSITION, PRONOUN, REFLEXIVE, RELATIVE, SINGULAR_VERB, STOP,
)  # fmt: skip

from claimcheck.language.row import Draft, Drafts
from claimcheck.model.analysis import Chunk

YEAR = 4
ASIDE = COMMA | DASH | OPEN | CLOSE


class Candidates:
    """Judges the phrases of one sentence."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.row = drafts.row
        self.roles = drafts.roles
        self.by_clause: list[list[Chunk]] = [[] for _ in drafts.all]
        for chunk in drafts.chunks:
            self.by_clause[drafts.owner[chunk.head]].append(chunk)
        self.subjects: list[Chunk | None] = []

    def _second_of_two(self, chunk: Chunk, draft: Draft) -> bool:
        """Whether a conjunction joins a phrase to one with a preposition, which then stands before both."""
        if self.row.role(chunk.first - 1) & (COORDINATOR | ADVERB) != COORDINATOR:
            return False
        if chunk.first - 1 == draft.connective:
            return False
        number = self.drafts.inside[chunk.first - 2] if chunk.first > 1 else -1
        while number > 0 and self.drafts.chunks[number].of:
            number -= 1
        return number >= 0 and self.drafts.chunks[number].preposition is not None

    def _possible(self, number: int) -> list[Chunk]:
        """The phrases of a clause that may be its subject."""
        return [each for each in self.by_clause[number] if self._may_be_subject(each)]

    def _may_be_subject(self, chunk: Chunk) -> bool:
        role = self.roles[chunk.head]
        if chunk.preposition is not None or chunk.of or not self._in_case(chunk):
            return False
        if chunk.pronoun and role & (DATIVE | RELATIVE | GENITIVE) == DATIVE:
            return False  # "ihr": whom, not who
        if role & (REFLEXIVE | PRONOUN) == REFLEXIVE or self._led_behind(chunk):
            return False
        return chunk.head != chunk.number or not (self._year(chunk.head) or self._between_marks(chunk))

    def _in_case(self, chunk: Chunk) -> bool:
        """Whether a phrase may be in the nominative."""
        return not chunk.case or bool(chunk.case & NOMINATIVE)

    def _led_behind(self, chunk: Chunk) -> bool:
        """Whether a phrase has its preposition behind it ("Schätzungen zufolge")."""
        at = chunk.last
        led = bool(self.row.role(at) & POSTPOSITION) and self.drafts.inside[at] < 0
        return led and not self.row.role(at + 1) & (COMMA | STOP)

    def _between_marks(self, chunk: Chunk) -> bool:
        """Whether marks stand around a bare number: an age."""
        return bool(self.row.role(chunk.first - 1) & ASIDE and self.row.role(chunk.last) & ASIDE) and chunk.first > 1

    def _year(self, at: int) -> bool:
        low = self.row.low[at]
        return len(low) == YEAR and low.isdigit() and low[0] in "12"

    def _agrees(self, chunk: Chunk, finite: int) -> bool:
        head = chunk.head
        if self.row.low[head] in self.row.words.collective or (
            self.roles[finite] & BE and self.roles[head] & EXPLETIVE
        ):
            return True
        if self._is_plural(finite):
            return chunk.plural is not False and not self._masculine(chunk)
        return not (chunk.plural and self._is_singular(finite))

    def _masculine(self, chunk: Chunk) -> bool:
        """Whether the determiner of a phrase, if it is a nominative, is one of the singular."""
        at = chunk.determiner if chunk.determiner is not None else chunk.head
        return bool(self.roles[at] & MASCULINE)

    def _is_singular(self, finite: int) -> bool:
        role = self.roles[finite]
        if role & SINGULAR_VERB and not role & PLURAL_VERB:
            return True
        return bool(role & PAST) and self.row.words.verb_second and not self.row.low[finite].endswith("n")

    def _is_plural(self, finite: int) -> bool:
        role = self.roles[finite]
        if role & PLURAL_VERB and not role & SINGULAR_VERB:
            return True
        return bool(role & PAST) and self.row.words.verb_second and self.row.low[finite].endswith("n")
