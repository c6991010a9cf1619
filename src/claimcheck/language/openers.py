"""The words that open a dependent clause where word order alone tells, and the verbs among words that may be nouns."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.model.analysis import ClauseKind
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, BREAK, CAPITAL, CLOSE, COMMA, COMPARATOR, COORDINATOR, DETERMINER, DOUBTFUL, FINITE, GERUND,
    INFINITIVE, NOMINATIVE, NOUN, NUMBER, PARTICIPLE, PAST, PLURAL, PREPOSITION, PRONOUN, QUESTION, QUOTE, RELATIVE,
    SINGULAR_VERB, STOP, SUBORDINATOR, TIME, TO, USUAL_NOUN, VERB,
)  # fmt: skip

ONLY_CLOSED = SUBORDINATOR | RELATIVE


def promote(row: Row) -> None:
    """In a stretch without a verb, the likeliest of the words that may be noun or verb becomes one."""
    roles, start = row.roles, 0
    for at in range(row.count + 1):
        reports = at < row.count and roles[at] & FINITE and not roles[at] & NOUN and row.lemmas[at] in row.words.say
        if at < row.count and not reports and not roles[at] & (COMMA | BREAK | STOP | SUBORDINATOR):
            continue
        if not reports and row.role(start) & (GERUND | NOUN) != GERUND:
            _choose(row, range(start, at))
        start = at + 1
    for at in range(row.count):
        if roles[at] & NOUN and roles[at] & VERB:
            roles[at] &= ~(VERB | PAST)


def _choose(row: Row, stretch: range) -> None:
    """Make one word of a stretch without a verb its verb: one that agrees with the noun before it, else any."""
    if any(_surely_finite(row, k) for k in stretch):
        return
    likely = [k for k in stretch if _verbal(row, k)]
    chosen = next((k for k in likely if _agrees(row, k)), likely[0] if likely else None)
    if chosen is not None:
        row.roles[chosen] &= ~(NOUN | ADJECTIVE | PLURAL)


def _agrees(row: Row, at: int) -> bool:
    return bool(row.role(at - 1) & PLURAL) != bool(row.roles[at] & SINGULAR_VERB) or bool(row.roles[at] & PAST)


def _surely_finite(row: Row, at: int) -> bool:
    role = row.roles[at]
    if not role & FINITE or role & (NOUN | ADJECTIVE):
        return False
    return not (role & INFINITIVE and row.role(at - 1) & COORDINATOR)


def _verbal(row: Row, at: int) -> bool:
    role, before, behind = row.roles[at], row.role(at - 1), row.role(at + 1)
    if not role & FINITE or not role & (NOUN | ADJECTIVE) or at == row.opening:
        return False
    if before & COMMA and role & SINGULAR_VERB and behind & (DETERMINER | ADVERB | NUMBER):
        return True
    if before & RELATIVE and not behind & NOUN:
        return True
    if not before & (NOUN | PRONOUN) or behind & VERB & ~(PARTICIPLE | GERUND):
        return False
    led = behind & (DETERMINER | PREPOSITION | NUMBER | ADVERB | PRONOUN | TO | STOP) or behind == 0
    named = before & CAPITAL and at - 1 > row.opening and role & SINGULAR_VERB
    if not _agrees(row, at):
        return bool(behind & DETERMINER or (role & SINGULAR_VERB and behind & PREPOSITION and _counted(row, at)))
    return bool(led or named or not role & USUAL_NOUN)


def _counted(row: Row, at: int) -> bool:
    """Whether the subject is a number with what it is taken from ("one in three children lives")."""
    return any(row.roles[k] & NUMBER and row.role(k + 1) & PREPOSITION for k in range(max(at - 5, 0), at))


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
            stands = PRONOUN if kind == "relative" or role & QUESTION else 0
            row.roles[at] = role & (ONLY_CLOSED | stands | QUESTION | NOMINATIVE)
    return found


def _opens(row: Row, at: int) -> ClauseKind | None:
    role, before, behind = row.roles[at], row.role(at - 1), row.role(at + 1)
    follows = _finite_behind(row, at)
    if follows < 0:
        return None
    if role & RELATIVE and role & SUBORDINATOR and role & (PRONOUN | DETERMINER):
        return _complement(row, at)
    if role & RELATIVE and not role & SUBORDINATOR and before & (NOUN | COMMA | PREPOSITION | NUMBER | PRONOUN):
        return "relative" if at > row.opening else "subordinate"
    if role & QUESTION:
        return "subordinate"
    if role & DOUBTFUL:
        fits = _has_subject(row, at, follows) and not _needed(row, at, follows)
        return "subordinate" if fits and not _compares(row, at) else None
    return "subordinate" if role & SUBORDINATOR and not behind & PREPOSITION else None


def _compares(row: Row, at: int) -> bool:
    """Whether a word only compares numbers or things ("more than 30 came")."""
    role, behind = row.roles[at], row.role(at + 1)
    if not role & COMPARATOR:
        return False
    return bool(behind & NUMBER) or bool(row.role(at - 1) & ADVERB and not behind & NOMINATIVE)


def _complement(row: Row, at: int) -> ClauseKind | None:
    """What "that" opens: a clause that a verb or noun wants, or one about a noun; None where it points."""
    before, behind = row.role(at - 1), row.role(at + 1)
    if at <= row.opening:
        return "subordinate" if behind & (DETERMINER | PRONOUN) else None
    if before & (PREPOSITION | DETERMINER | COMMA | TO):
        return None
    if before & (NOUN | NUMBER):
        return "relative" if behind & FINITE and not behind & NOUN else "subordinate"
    wanted = before & (VERB | ADJECTIVE | COORDINATOR | PRONOUN | ADVERB | CLOSE | QUOTE)
    return "subordinate" if wanted else None


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
        any(role & (NOUN | PRONOUN) and not role & TIME for role in between)
        and not any(role & (COMMA | SUBORDINATOR | TO) and not role & PREPOSITION for role in between)
        and not (between and between[0] & PREPOSITION and not between[0] & DETERMINER)
    )


def _needed(row: Row, at: int, verb: int) -> bool:
    """Whether the only finite verb of the sentence would go into the clause of a word that may be a preposition."""
    others = [k for k, role in enumerate(row.roles) if role & FINITE and not role & NOUN and k != verb]
    return not others
