"""The particle of an infinitive, where it may be a preposition, and what it makes of the words around it."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    ADVERB, AUXILIARY, BE, CAPITAL, COMMA, COORDINATOR, DETERMINER, INFINITIVE, MODAL, NEGATION, NOUN, NUMBER,
    PARTICIPLE, PREPOSITION, PRONOUN, PURPOSE, QUESTION, QUOTE, RELATIVE, STOP, SUBORDINATOR, TIME, TO, USUAL_NOUN,
    VERB,
)  # fmt: skip

CLOSED = (
    DETERMINER | PRONOUN | PREPOSITION | SUBORDINATOR | COORDINATOR | AUXILIARY | NEGATION | ADVERB | TO | QUESTION
    | RELATIVE | PURPOSE
)  # fmt: skip
ENDING = PREPOSITION | COMMA | STOP | COORDINATOR
PASSED = ADVERB | NEGATION | QUOTE
NOT_PASSED = DETERMINER | PRONOUN | NOUN | VERB | PREPOSITION


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
