"""The words that open a dependent clause where word order alone tells."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.model.analysis import ClauseKind
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, BREAK, CAPITAL, CLOSE, COMMA, COMPARATOR, COORDINATOR, DETERMINER, DOUBTFUL, FINITE,
    GERUND, NOMINATIVE, NOUN, NUMBER, PARTICIPLE, PLURAL, PREPOSITION, PRONOUN, QUESTION, QUOTE, RELATIVE, STOP,
    SUBORDINATOR, TIME, TO, VERB,
)  # fmt: skip

ONLY_CLOSED = SUBORDINATOR | RELATIVE
NAMED = NOUN | COMMA | PREPOSITION | NUMBER | PRONOUN
WANTING = VERB | ADJECTIVE | COORDINATOR | PRONOUN | ADVERB | CLOSE | QUOTE


def openers(row: Row) -> dict[int, ClauseKind]:
    """The words that open a dependent clause, with its kind; what else they may be is taken from them."""
    found: dict[int, ClauseKind] = {}
    asks = row.text[row.starts[-1] : row.ends[-1]].startswith("?") if row.count else False
    for at, role in enumerate(row.roles):
        if not role & (SUBORDINATOR | RELATIVE) or (asks and at <= row.opening + 1 and role & QUESTION):
            continue
        kind = _opens(row, at, len(found))
        if kind is not None:
            found[at] = kind
            stands = PRONOUN if kind == "relative" or role & QUESTION else 0
            row.roles[at] = role & (ONLY_CLOSED | stands | QUESTION | NOMINATIVE)
    return found


def _opens(row: Row, at: int, opened: int) -> ClauseKind | None:
    role = row.roles[at]
    follows = _finite_behind(row, at)
    pronoun = role & (PRONOUN | DETERMINER)
    if follows < 0:
        return None
    if role & SUBORDINATOR and not pronoun and _participle_behind(row, at):
        return "subordinate"
    if role & RELATIVE and role & SUBORDINATOR and pronoun:
        return None if _points_at_time(row, at) else _complement(row, at)
    return _plain(row, at, follows, opened)


def _plain(row: Row, at: int, verb: int, opened: int) -> ClauseKind | None:
    """The kind of clause that a word opens which is not "that" and has no participle behind it."""
    if row.role(at + 1) & COMMA or _as_much_as(row, at):
        return None
    if row.roles[at] & (RELATIVE | SUBORDINATOR) == RELATIVE and row.role(at - 1) & NAMED:
        return "relative" if at > row.opening else "subordinate"
    return "subordinate" if _subordinates(row, at, verb, opened) else None


def _subordinates(row: Row, at: int, verb: int, opened: int) -> bool:
    """Whether a word that is neither a relative pronoun nor "that" opens a clause."""
    role = row.roles[at]
    if role & QUESTION:
        return not (row.role(at - 1) & PREPOSITION and any(each & COMMA for each in row.roles[at:verb]))
    if role & DOUBTFUL:
        return _introduces(row, at, opened)
    return bool(role & SUBORDINATOR) and not row.role(at + 1) & PREPOSITION


def _as_much_as(row: Row, at: int) -> bool:
    """Whether a word only begins a comparison ("as long as")."""
    compares = row.roles[at] & COMPARATOR and row.role(at + 2) & COMPARATOR
    return bool(compares and row.role(at + 1) & (ADVERB | ADJECTIVE))


def _introduces(row: Row, at: int, opened: int) -> bool:
    """Whether a word that may be a preposition or an adverb has a clause behind it."""
    role, before, behind = row.roles[at], row.role(at - 1), row.role(at + 1)
    if (role & ADVERB and before & AUXILIARY) or (before & ADJECTIVE and before & DETERMINER):
        return False  # "was once", "such as"
    if role & COORDINATOR and behind & (ADVERB | ADJECTIVE) and not before & COMMA:
        return False  # "so many", "so late"
    return _has_subject(row, at) and not _needed(row, opened) and not _compares(row, at)


def _participle_behind(row: Row, at: int) -> bool:
    """Whether nothing but a participle follows a conjunction ("when asked …", "while driving …"); it is then one."""
    role = row.role(at + 1)
    if (row.roles[at] & DOUBTFUL and row.roles[at] & PREPOSITION) or role & AUXILIARY:
        return False
    if not role & (PARTICIPLE | GERUND):
        return False
    if role & (NOUN | ADJECTIVE) and not row.role(at + 2) & (PREPOSITION | COMMA | TO | DETERMINER):
        return False
    row.roles[at + 1] = role & (PARTICIPLE | GERUND)
    return True


def _compares(row: Row, at: int) -> bool:
    """Whether a word only compares numbers or things ("more than 30 came")."""
    role, behind = row.roles[at], row.role(at + 1)
    if not role & COMPARATOR:
        return False
    if behind & NUMBER:
        return True
    told = len(_finite(row, 0)) > len(_finite(row, at))  # "rose sharply as output fell"
    return bool(row.role(at - 1) & ADVERB and not told and not behind & (NOMINATIVE | DETERMINER | CAPITAL))


def _is_first(row: Row, at: int) -> bool:
    """Whether a word opens the sentence, or stands behind a conjunction that does."""
    return at <= row.opening or (at == row.opening + 1 and bool(row.role(at - 1) & COORDINATOR))


def _complement(row: Row, at: int) -> ClauseKind | None:
    """What "that" opens: a clause that a verb or noun wants, or one about a noun; None where it points."""
    before, behind = row.role(at - 1), row.role(at + 1)
    finite = behind & FINITE
    if _is_first(row, at):
        return "subordinate" if behind & (DETERMINER | PRONOUN | NUMBER) else None
    if before & (PREPOSITION | DETERMINER | COMMA | TO | (COORDINATOR if finite else 0)):
        return None
    if before & (NOUN | NUMBER) or (finite and before & (PRONOUN | VERB) == PRONOUN):
        return "relative" if behind & (FINITE | NOUN) == FINITE else "subordinate"
    return "subordinate" if before & WANTING else None


def _points_at_time(row: Row, at: int) -> bool:
    """Whether a time follows that tells when, and no verb of it: "was 31 that year", but not "said that time is"."""
    single = row.has(at + 1, TIME, PLURAL | CAPITAL) and not row.has(at + 2, FINITE | NOUN)
    return single and row.lemmas[at - 1] not in row.words.say


def _finite_behind(row: Row, at: int) -> int:
    """The first finite verb behind a word, before a full break; -1 where there is none."""
    for k in range(at + 1, row.count):
        if row.roles[k] & (BREAK | CLOSE):
            return -1
        if row.roles[k] & FINITE and not row.roles[k] & NOUN:
            return k
    return -1


def _has_subject(row: Row, at: int) -> bool:
    """Whether a phrase and its verb follow; a clause about it may stand between ("after the man who …, left")."""
    named = False
    for k in range(at + 1, row.count):
        role = row.roles[k]
        if role & (FINITE | NOUN) == FINITE:
            return named or _after_time(row, at, k)
        if role & RELATIVE or (role & COMMA and row.role(k + 1) & RELATIVE):
            return named and len(_finite(row, k)) > 1
        if _ends_subject(role, first=k == at + 1):
            return False
        named |= bool(role & (NOUN | PRONOUN)) and not role & TIME
    return False


def _after_time(row: Row, at: int, verb: int) -> bool:
    """Whether a verb behind a time has its subject before the word that may open its clause, where another stands."""
    return bool(row.roles[verb - 1] & TIME) and len(_finite(row, 0)) > len(_finite(row, at))


def _ends_subject(role: int, *, first: bool) -> bool:
    """Whether no subject stands before a word: a mark, a conjunction, or a preposition where it is the first."""
    if role & PREPOSITION:
        return first and not role & DETERMINER
    return bool(role & (COMMA | SUBORDINATOR | TO))


def _finite(row: Row, at: int) -> list[int]:
    """The finite verbs from a word on."""
    return row.where(range(at, row.count), FINITE, NOUN)


def _needed(row: Row, opened: int) -> bool:
    """Whether the next finite verb is the only one left for the clause around, and those that were opened before."""
    if not any(role & STOP for role in row.roles[-2:]):
        return False
    return len(_finite(row, 0)) - 1 <= opened
