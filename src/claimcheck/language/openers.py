"""The words that open a dependent clause where word order alone tells, and the verbs among words that may be nouns."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.model.analysis import ClauseKind
from claimcheck.model.word_roles import (
    ADJECTIVE, ADVERB, BREAK, CAPITAL, CLOSE, COMMA, COORDINATOR, DETERMINER, DOUBTFUL, FINITE, GERUND, INFINITIVE,
    NOUN, NUMBER, PARTICIPLE, PAST, PLURAL, PREPOSITION, PRONOUN, QUESTION, QUOTE, RELATIVE, SINGULAR_VERB, STOP,
    SUBORDINATOR, TO, USUAL_NOUN, VERB,
)  # fmt: skip

ONLY_CLOSED = SUBORDINATOR | RELATIVE


def promote(row: Row) -> None:
    """In a stretch without a verb, the likeliest of the words that may be noun or verb becomes one."""
    roles, start = row.roles, 0
    for at in range(row.count + 1):
        if at < row.count and not roles[at] & (COMMA | BREAK | STOP | SUBORDINATOR):
            continue
        stretch = range(start, at)
        if not any(_surely_finite(row, k) for k in stretch):
            chosen = next((k for k in stretch if _verbal(row, k)), None)
            if chosen is not None:
                roles[chosen] &= ~(NOUN | ADJECTIVE | PLURAL)
        start = at + 1
    for at in range(row.count):
        if roles[at] & NOUN and roles[at] & VERB:
            roles[at] &= ~(VERB | PAST)


def _surely_finite(row: Row, at: int) -> bool:
    role = row.roles[at]
    if not role & FINITE or role & (NOUN | ADJECTIVE):
        return False
    return not (role & INFINITIVE and row.role(at - 1) & COORDINATOR)


def _verbal(row: Row, at: int) -> bool:
    role, before, behind = row.roles[at], row.role(at - 1), row.role(at + 1)
    if not role & FINITE or not role & (NOUN | ADJECTIVE) or at == row.opening:
        return False
    if not before & (NOUN | PRONOUN) or behind & VERB & ~(PARTICIPLE | GERUND):
        return False
    agrees = bool(before & PLURAL) != bool(role & SINGULAR_VERB) or role & PAST
    led = behind & (DETERMINER | PREPOSITION | NUMBER | ADVERB | PRONOUN | TO | STOP) or behind == 0
    named = before & CAPITAL and at - 1 > row.opening and role & SINGULAR_VERB
    return bool(agrees and (led or named or not role & USUAL_NOUN))


def openers(row: Row) -> dict[int, ClauseKind]:
    """The words that open a dependent clause, with its kind; what else they may be is taken from them."""
    found: dict[int, ClauseKind] = {}
    asks = row.text[row.starts[-1] : row.ends[-1]].startswith("?") if row.count else False
    for at, role in enumerate(row.roles):
        if not role & (SUBORDINATOR | RELATIVE) or (asks and at <= row.opening + 1 and role & QUESTION):
            continue
        kind = _opens(row, at)
        if kind is not None:
            found[at] = kind
            row.roles[at] = role & (ONLY_CLOSED | PRONOUN | QUESTION)
    return found


def _opens(row: Row, at: int) -> ClauseKind | None:
    role, before, behind = row.roles[at], row.role(at - 1), row.role(at + 1)
    follows = _finite_behind(row, at)
    if follows < 0:
        return None
    if role & RELATIVE and role & SUBORDINATOR and role & DETERMINER:  # that
        if before & (PREPOSITION | DETERMINER) or (at <= row.opening) or before & (COMMA | TO):
            return None
        if before & NOUN or before & NUMBER:
            return "relative" if behind & FINITE and not behind & NOUN else "subordinate"
        return "subordinate" if before & (VERB | ADJECTIVE | COORDINATOR | PRONOUN | ADVERB | CLOSE | QUOTE) else None
    if (
        role & RELATIVE
        and not role & (SUBORDINATOR & ~DOUBTFUL)
        and before & (NOUN | COMMA | PREPOSITION | NUMBER | PRONOUN)
    ):
        return "relative" if at > row.opening else "subordinate"
    if role & QUESTION:
        return "subordinate"
    if role & DOUBTFUL:
        return "subordinate" if _has_subject(row, at, follows) and not _needed(row, at, follows) else None
    return "subordinate" if role & SUBORDINATOR else None


def _finite_behind(row: Row, at: int) -> int:
    """The first finite verb behind a word, before a full break; -1 where there is none."""
    for k in range(at + 1, row.count):
        if row.roles[k] & (BREAK | CLOSE):
            return -1
        if row.roles[k] & FINITE and not row.roles[k] & NOUN:
            return k
    return -1


def _has_subject(row: Row, at: int, verb: int) -> bool:
    between = row.roles[at + 1 : verb]
    return (
        any(role & (NOUN | PRONOUN | NUMBER) for role in between)
        and not any(role & (COMMA | SUBORDINATOR | TO) and not role & PREPOSITION for role in between)
        and not (between and between[0] & PREPOSITION and not between[0] & DETERMINER)
    )


def _needed(row: Row, at: int, verb: int) -> bool:
    """Whether the only finite verb of the sentence would go into the clause of a word that may be a preposition."""
    others = [k for k, role in enumerate(row.roles) if role & FINITE and not role & NOUN and k != verb]
    return not others
