"""The roles of words decided in their context where nouns have a capital letter, before phrases are read."""

from __future__ import annotations

from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, CAPITAL, CASE, CLAUSE_COORDINATOR, COMMA, COMPARATOR, DAYPART, DETERMINER, DOUBTFUL,
    FINITE, NOMINATIVE, NOUN, NUMBER, PARTICIPLE, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, TO, USUAL_NOUN, VERB,
)  # fmt: skip
from claimcheck.languages.vocabulary import is_word

from claimcheck.language.row import CLOSED, Row, after_particle
from claimcheck.language.tagging import VERBAL
from claimcheck.language.words import SHORTEST_REST, Words


def with_capitals(row: Row) -> None:
    """Nouns by their capital letter; a word at the start of a sentence is one only where it is nothing else."""
    roles = row.roles
    for at in range(row.count):
        if roles[at] & CAPITAL:
            roles[at] = _capitalised(row, at)
        elif at and roles[at - 1] & TO and roles[at] & CLOSED and not roles[at] & VERB:
            after_particle(row, at)


def _capitalised(row: Row, at: int) -> int:
    """What a word with a capital letter is: a noun, unless its place or its class tells otherwise."""
    role = row.roles[at]
    closed = role & CLOSED
    if row.begins(at):
        return _at_start(row, at)
    if closed and role & PRONOUN and role & NOMINATIVE and _formal(row, at):
        return role & ~NOUN
    if not closed and _in_a_name(row, at):
        return CAPITAL | ADJECTIVE
    return (role & (CAPITAL | TIME | DAYPART)) | NOUN if closed else role & ~VERBAL


def _in_a_name(row: Row, at: int) -> bool:
    """Whether an adjective has its capital letter because it belongs to a name ("vier Gelbe Karten")."""
    if not row.role(at + 1) & CAPITAL or not row.role(at - 1) & (DETERMINER | NUMBER | PREPOSITION):
        return False
    return not _known_noun(row, at) and _is_adjective(row.words, row.low[at])


def _is_adjective(words: Words, low: str) -> bool:
    """Whether a form with an ending is that of an adjective that may stand without one."""
    stems = (low.removesuffix(end) for end in words.endings if low.endswith(end))
    return any(words.look[stem].roles & (ADVERB | NOUN) == ADVERB for stem in stems if len(stem) >= SHORTEST_REST)


def _known_noun(row: Row, at: int) -> bool:
    """Whether the tables know a word as a noun."""
    word = row.text[row.starts[at] : row.ends[at]]
    return bool(row.roles[at] & USUAL_NOUN) or is_word(row.words.code, word)


def _at_start(row: Row, at: int) -> int:
    """What the first word of a sentence is, which has its capital letter for that alone."""
    role = row.roles[at]
    if not role & CLOSED and _modifies(row, at):
        return CAPITAL | ADVERB
    if _fronted(row, at):
        return ADVERB
    if role & (CLOSED | NUMBER) or (role & VERB and _verb_first(row, at)):
        return role & ~NOUN
    return role & ~VERBAL if role & VERB else role


def _modifies(row: Row, at: int) -> bool:
    """Whether a word before the finite verb can only be an adverb, by its ending ("Freilich haben nur 44 …")."""
    verb = row.role(at + 1)
    if not row.low[at].endswith(tuple(row.words.table["adverb_endings"])) or not verb & FINITE or verb & CAPITAL:
        return False
    return not _known_noun(row, at)


def _fronted(row: Row, at: int) -> bool:
    """Whether a word at the start only modifies a participle before an auxiliary, or compares ("Schneller als …")."""
    follows, after = row.role(at + 1), row.role(at + 2)
    if row.roles[at] & CLOSED:
        return False
    if follows & COMPARATOR and not follows & SUBORDINATOR & ~DOUBTFUL:
        return row.low[at].endswith(row.words.endings) and bool(after & (ADVERB | PARTICIPLE))
    return bool(follows & PARTICIPLE and after & AUXILIARY and after & FINITE)


def _formal(row: Row, at: int) -> bool:
    """Whether a pronoun with a capital letter inside a sentence is one of address: no article stands before it."""
    return not row.role(at - 1) & (DETERMINER | PREPOSITION) or bool(row.roles[at] & CASE and row.role(at + 1) & NOUN)


def _verb_first(row: Row, at: int) -> bool:
    """Whether a verb form opens a question, a condition or a request: its subject follows and no other finite verb."""
    follows = row.role(at + 1)
    if row.roles[at] & PARTICIPLE and follows & (PREPOSITION | AUXILIARY | NUMBER) and not follows & NOUN:
        return True
    asks = row.roles[at] & (FINITE | USUAL_NOUN) == FINITE and row.text[row.starts[-1] : row.ends[-1]].startswith("?")
    if not follows & (DETERMINER | PRONOUN) and not (asks and not _known_noun(row, at)):
        return False
    end = row.first(range(at + 1, row.count), COMMA | CLAUSE_COORDINATOR, default=row.count)
    return not any(row.roles[k] & (FINITE | CAPITAL) == FINITE for k in range(at + 1, end))
