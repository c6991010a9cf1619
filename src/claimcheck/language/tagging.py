"""The roles of words decided in their context, before phrases are read."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, BE, BECOME, BOUNDING, CAPITAL, CASE, COMMA, COMPARATOR, COORDINATOR, DAYPART,
    DETERMINER, DO, FINITE, GERUND, HAVE, INFINITIVE, MARK, MODAL, NEGATION, NOMINATIVE, NOUN, NUMBER, PARTICIPLE,
    PAST, PLURAL, PLURAL_VERB, POSSESSIVE, PREPOSITION, PRESENT, PRONOUN, PURPOSE, QUESTION, QUOTE, RELATIVE,
    SINGULAR_VERB, STOP, SUBJUNCTIVE, SUBORDINATOR, TIME, TO, USUAL_ADJECTIVE, USUAL_NOUN, USUAL_VERB, VERB,
)  # fmt: skip

CLOSED = (
    DETERMINER
    | PRONOUN
    | PREPOSITION
    | SUBORDINATOR
    | COORDINATOR
    | AUXILIARY
    | NEGATION
    | ADVERB
    | TO
    | QUESTION
    | RELATIVE
    | PURPOSE
)
VERBAL = VERB | PAST | PRESENT | SUBJUNCTIVE | SINGULAR_VERB | PLURAL_VERB
NOMINAL = NOUN | PLURAL
LEADS = DETERMINER | NUMBER | POSSESSIVE


def with_capitals(row: Row) -> None:
    """Nouns by their capital letter; a word at the start of a sentence is one only where it is nothing else."""
    roles = row.roles
    for at in range(row.count):
        if roles[at] & CAPITAL:
            roles[at] = _capitalised(row, at)
        elif at and roles[at - 1] & TO and roles[at] & CLOSED and not roles[at] & VERB:
            _after_particle(row, at)


def _capitalised(row: Row, at: int) -> int:
    """What a word with a capital letter is: a noun, unless its place or its class tells otherwise."""
    role = row.roles[at]
    closed = role & CLOSED
    if row.begins(at):
        if closed or (role & VERB and _verb_first(row, at)):
            return role & ~NOUN
        return role & ~VERBAL if role & VERB else role
    if not closed:
        return role & ~VERBAL
    if role & PRONOUN and role & NOMINATIVE and _formal(row, at):
        return role & ~NOUN
    return (role & (CAPITAL | TIME | DAYPART)) | NOUN


def _after_particle(row: Row, at: int) -> None:
    """An infinitive behind its particle, though the word is also one of a closed class ("zu einigen")."""
    known = row.words.verb(row.low[at])
    if known is not None and known[1] & INFINITIVE and not row.role(at + 1) & (NOUN | CAPITAL):
        row.lemmas[at], row.roles[at] = known


def _formal(row: Row, at: int) -> bool:
    """Whether a pronoun with a capital letter inside a sentence is one of address: no article stands before it."""
    return not row.role(at - 1) & (DETERMINER | PREPOSITION) or bool(row.roles[at] & CASE and row.role(at + 1) & NOUN)


def _verb_first(row: Row, at: int) -> bool:
    """Whether a verb form opens a question, a condition or a request: its subject follows and no other finite verb."""
    follows = row.role(at + 1)
    if row.roles[at] & PARTICIPLE and follows & (PREPOSITION | AUXILIARY) and not follows & NOUN:
        return True
    if not follows & (DETERMINER | PRONOUN):
        return False
    for k in range(at + 1, row.count):
        if row.roles[k] & COMMA:
            break
        if row.roles[k] & FINITE and not row.roles[k] & CAPITAL:
            return False
    return True


def without_capitals(row: Row) -> None:
    """Noun, verb or adjective by the word before and the word behind, from left to right."""
    roles = row.roles
    for at in range(row.count):
        role = roles[at]
        if role & MARK:
            continue
        if role & CAPITAL and not row.begins(at) and (role & (MODAL | TIME) or not role & CLOSED):
            roles[at] = (role & (CAPITAL | TIME | PLURAL | ADJECTIVE)) | NOUN
        elif role & POSSESSIVE:
            _clitic(row, at)
        elif role & TO:
            roles[at] = _to(row, at)
        elif role & CLOSED and not role & VERB:
            _closed(row, at)
        elif not role & AUXILIARY:
            roles[at] = _open(row, at)


def _clitic(row: Row, at: int) -> None:
    before = row.role(at - 1)
    if before & PRONOUN and not before & NOUN:
        row.roles[at] = BE | FINITE | SINGULAR_VERB
        row.lemmas[at] = "be"
    else:
        row.roles[at] = POSSESSIVE


def _to(row: Row, at: int) -> int:
    behind = row.role(at + 1)
    if behind & CLOSED and not behind & VERB and not row.role(at + 2) & TIME:
        _after_particle(row, at + 1)
        behind = row.role(at + 1)
    if behind & ADVERB and not behind & INFINITIVE and row.role(at + 2) & INFINITIVE:
        return TO
    if behind & INFINITIVE and not (behind & CAPITAL):
        if behind & USUAL_NOUN and behind & NOUN and row.role(at - 1) & NUMBER:
            return PREPOSITION
        return TO
    return PREPOSITION


def _closed(row: Row, at: int) -> None:
    """Determiner or pronoun, preposition or particle."""
    role, behind = row.roles[at], row.role(at + 1)
    nominal = bool(behind & (NOUN | ADJECTIVE | NUMBER | CAPITAL | GERUND | PARTICIPLE)) and not behind & (
        AUXILIARY | MARK
    )
    if role & DETERMINER and role & PRONOUN:
        if behind & COMPARATOR and row.role(at + 2) & NUMBER:
            role &= ~PRONOUN
        elif behind & FINITE and (not behind & (NOUN | ADJECTIVE) or _relative(row, at)):
            role &= ~DETERMINER
        elif nominal and not (behind & FINITE and behind & USUAL_VERB and not behind & (ADJECTIVE | PARTICIPLE)):
            role &= ~PRONOUN
        elif not (behind & DETERMINER and role & PLURAL):
            role &= ~DETERMINER
    if role & PREPOSITION and role & ADVERB:
        opens = nominal or behind & (DETERMINER | PRONOUN | QUOTE)
        if role & BOUNDING and behind & NUMBER and not row.role(at - 1) & VERB:
            opens = 0
        role &= ~ADVERB if opens else ~PREPOSITION
    row.roles[at] = role


def _plainly_finite(role: int) -> bool:
    return bool(role & FINITE) and not role & NOUN


def _relative(row: Row, at: int) -> bool:
    """Whether a word stands where a relative pronoun does: behind a noun or a comma."""
    behind = row.role(at + 1)
    if not row.roles[at] & RELATIVE or not row.role(at - 1) & (NOUN | COMMA | PREPOSITION):
        return False
    after = row.role(at + 2) & (DETERMINER | NUMBER | PREPOSITION | PRONOUN | STOP)
    return bool(behind & (PAST | AUXILIARY) or (behind & SINGULAR_VERB and after))


def _open(row: Row, at: int) -> int:
    """What a word of the open classes is here."""
    role = row.roles[at]
    before = at - 1
    while (
        before >= 0
        and row.roles[before] & (ADVERB | NEGATION | QUOTE)
        and not row.roles[before] & (DETERMINER | PRONOUN | NOUN | VERB | PREPOSITION)
    ):
        before -= 1
    last, behind = row.role(before), row.role(at + 1)
    if last & (TO | MODAL | DO) and role & INFINITIVE and not last & NOUN:
        return role & ~(NOMINAL | FINITE | ADJECTIVE | ADVERB)
    if last & HAVE and role & PARTICIPLE:
        return role & ~(NOMINAL | FINITE | PAST | ADJECTIVE | ADVERB)
    if last & (BE | BECOME):
        return _after_be(role, behind)
    if _led(last, row, before):
        return _within(role, behind)
    if role & VERB and last & PRONOUN and last & NOMINATIVE and not last & (NOUN | DETERMINER):
        return role & ~(NOMINAL | ADJECTIVE | INFINITIVE) if role & FINITE else role
    if role & GERUND and behind & NOUN and not behind & CAPITAL and _plainly_finite(row.role(at + 2)):
        return ADJECTIVE
    return _loose(role, last, behind)


def _led(last: int, row: Row, before: int) -> bool:
    """Whether the words before make a phrase that still wants its noun."""
    if last & NUMBER:
        here = row.role(before + 1)
        if here & PAST:
            return bool(row.role(before + 2) & NOUN) and not row.role(before + 2) & (CAPITAL | VERB)
        return bool(here & (NOUN | ADJECTIVE))
    if last & (LEADS | PREPOSITION) and (last & DETERMINER or not last & PRONOUN):
        return True
    return bool(last & ADJECTIVE and (not last & NOUN or last & USUAL_ADJECTIVE) and not last & VERB)


def _after_be(role: int, behind: int) -> int:
    if role & (PARTICIPLE | GERUND):
        nominal = NOMINAL if not role & USUAL_NOUN else 0
        return role & ~(FINITE | PAST | INFINITIVE | PRESENT | nominal)
    return role & ~VERBAL if role & (NOUN | ADJECTIVE) else role


def _within(role: int, behind: int) -> int:
    """Behind an article, a number, a preposition: no finite verb."""
    if role & NUMBER:
        return role
    if role & (NOUN | ADJECTIVE):
        if role & (PARTICIPLE | GERUND) and behind & (NOUN | ADJECTIVE | CAPITAL) and not behind & CAPITAL & FINITE:
            return (role | ADJECTIVE) & ~(FINITE | INFINITIVE | PAST | PRESENT)
        return role & ~VERBAL
    if role & GERUND and not behind & (NOUN | ADJECTIVE | LEADS | PRONOUN | CAPITAL):
        return NOUN
    if role & (PARTICIPLE | GERUND):
        return (role | ADJECTIVE) & ~(FINITE | INFINITIVE | PAST | PRESENT)
    return (role & ~VERBAL) | NOUN


def _loose(role: int, last: int, behind: int) -> int:
    """Behind a noun, a verb, a mark, or at the start."""
    if not role & VERB or not role & (NOUN | ADJECTIVE):
        return role
    if role & GERUND and (behind & (LEADS | PRONOUN | CAPITAL) or not last or (last & COMMA and not role & USUAL_NOUN)):
        return role & ~(NOMINAL | ADJECTIVE)
    if last & COMMA and role & PARTICIPLE and behind & PREPOSITION:
        return role & ~(NOMINAL | ADJECTIVE)
    if last & NOUN and role & PAST and not role & USUAL_NOUN and not role & USUAL_ADJECTIVE:
        return role & ~(NOMINAL | ADJECTIVE)
    if last & NOUN and last & PLURAL and role & USUAL_VERB and role & PLURAL_VERB and role & FINITE:
        return role & ~(NOMINAL | ADJECTIVE)
    if role & USUAL_VERB and role & PAST and not last & FINITE:
        return role & ~(NOMINAL | ADJECTIVE)
    return role  # both: decided where the clause lacks a verb
