"""Whether the finite verb of a stretch stands at its end: what makes a clause a dependent one."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    AUXILIARY, BREAK, CAPITAL, CLAUSE_COORDINATOR, CLOSE, COMMA, COMPARATOR, COORDINATOR, DETERMINER, DOUBTFUL,
    FINITE, FUTURE, INFINITIVE, MARK, MODAL, NOUN, NUMBER, OPEN, PARTICIPLE, PREPOSITION, QUESTION, QUOTE, RELATIVE,
    STOP, SUBJUNCTIVE, SUBORDINATOR, TO, TO_INFINITIVE, VERB,
)  # fmt: skip


BORDER = COMMA | BREAK | OPEN | CLOSE


def relatives(row: Row) -> frozenset[int]:
    """The tokens that are relative pronouns: behind a comma, with the verb at the end of their stretch."""
    found: set[int] = set()
    for at in range(1, row.count - 1):
        if not row.has(at, RELATIVE, NOUN) or not _opens_stretch(row, at, found):
            continue
        if row.has(at, SUBORDINATOR | QUESTION) or verb_last(row, at):
            found.add(at)
    return frozenset(found)


def _opens_stretch(row: Row, at: int, found: set[int]) -> bool:
    """Whether a word stands behind a comma, or goes on with relative clauses behind a conjunction."""
    start = at - 1 if row.has(at - 1, PREPOSITION, COMMA) else at
    if row.has(start - 1, COORDINATOR) and row.has(start - 2, COMMA):
        start -= 1
    if row.has(start - 1, COMMA):
        return True
    joined = start == at and row.has(at - 1, CLAUSE_COORDINATOR) and row.has(at - 2, VERB)
    return joined and _in_relative(row, at, found)


def _past_bracket(row: Row, at: int) -> int:
    """Behind what stands in brackets, if a bracket opens here; the last token where none closes."""
    if not row.roles[at] & OPEN:
        return at
    return next((k + 1 for k in range(at + 1, row.count - 1) if row.roles[k] & CLOSE), row.count - 1)


def _in_relative(row: Row, at: int, found: set[int]) -> bool:
    """Whether the clause before a word is a relative one."""
    for k in range(at - 1, -1, -1):
        if k in found:
            return True
        if row.roles[k] & (BREAK | SUBORDINATOR & ~DOUBTFUL) and not row.roles[k] & RELATIVE:
            return False
    return False


def _awaited(row: Row, at: int, verbs: list[int]) -> bool:
    """Whether an auxiliary before a comma still waits for verbs such as these, none of which need be finite."""
    helpers = [k for k in row.where(range(at), AUXILIARY) if row.has(k, FINITE)]
    if len(row.where(verbs, INFINITIVE | PARTICIPLE)) < len(verbs) or not helpers:
        return False
    behind = range(helpers[0] + 1, at)
    comma = row.first(behind, COMMA, default=at)
    carried = row.first(behind, INFINITIVE | PARTICIPLE, CAPITAL, default=at)
    return comma < at and comma < carried and _may_carry(row, helpers[0], verbs)


def _may_carry(row: Row, helper: int, verbs: list[int]) -> bool:
    """Whether an auxiliary goes with one of some verbs: with an infinitive only a modal one, or one of the future."""
    forms = 0
    for verb in verbs:
        forms |= row.roles[verb]
    return bool(forms & PARTICIPLE or row.roles[helper] & (MODAL | FUTURE | SUBJUNCTIVE))


def _particled(row: Row, verbs: list[int]) -> bool:
    """Whether the last of some verbs is an infinitive with its particle."""
    return bool(verbs) and bool(row.roles[verbs[-1]] & TO_INFINITIVE or row.roles[verbs[-1] - 1] & TO)


def verb_last(row: Row, opener: int) -> bool:
    """Whether the stretch behind a word that may open a clause has its finite verb at its end, not second."""
    roles = row.roles
    verbs, end = _verbs_behind(row, opener)
    finite = [k for k in row.where(verbs, FINITE) if not row.has(k - 1, TO)]
    if _particled(row, verbs) or (finite and row.has(opener - 1, PREPOSITION) and _awaited(row, opener, verbs)):
        return False
    if not finite:
        return _later(row, end)
    last = finite[-1]
    if any(_apart(row, k, last) for k in row.where(finite[:-1], AUXILIARY)):
        return False
    rest = next((k for k in range(last + 1, end) if not roles[k] & (VERB | STOP | QUOTE)), -1)
    if rest < 0:
        return last > opener + 1 or row.has(opener, RELATIVE | SUBORDINATOR)
    return row.has(rest, PREPOSITION | COMPARATOR) and last > opener + 2


def _verbs_behind(row: Row, opener: int) -> tuple[list[int], int]:
    """The verbs of the stretch behind a word, and its end: the next mark, or a conjunction behind a verb."""
    verbs, at = [], opener + 1
    while at < row.count and (not row.roles[at] & BORDER or row.roles[at] & OPEN):
        at = _past_bracket(row, at)
        role = row.roles[at]
        if role & VERB and not role & CAPITAL and not attributive(row, at):
            verbs.append(at)
        elif role & CLAUSE_COORDINATOR and verbs and verbs[-1] == at - 1:
            break
        at += 1
    return verbs, at


def _apart(row: Row, first: int, last: int) -> bool:
    """Whether something other than verbs stands between two verbs: then the first one is in second place."""
    return any(not row.roles[k] & (VERB | TO) for k in range(first + 1, last))


def _later(row: Row, at: int) -> bool:
    """Whether the next stretch that has a verb and no opener of its own ends with it and does not begin with it."""
    start = at + 1
    if not row.has(at, COMMA):
        return False
    for end in [*row.where(range(start, row.count), BORDER), row.count]:
        verbs = [k for k in row.where(range(start, end), FINITE, CAPITAL) if not attributive(row, k)]
        if verbs and not row.has(start, SUBORDINATOR | RELATIVE):
            if row.has(verbs[0], AUXILIARY) and _apart(row, verbs[0], verbs[-1]):
                return False
            behind = [k for k in range(verbs[-1] + 1, end) if not row.roles[k] & (STOP | QUOTE | VERB)]
            return not behind and (verbs[-1] > start or bool(row.where(range(at), FINITE, CAPITAL)))
        if row.has(end, BREAK):
            return False
        start = end + 1
    return False


def attributive(row: Row, at: int) -> bool:
    """Whether a form of a verb is the attribute of the noun behind it."""
    behind = row.role(at + 1)
    return (
        bool(behind & NOUN)
        and not row.roles[at] & AUXILIARY
        and row.low[at].endswith(row.words.endings)
        and bool(_leads(row, at))
    )


def _leads(row: Row, at: int) -> bool:
    k = at - 1
    while k >= 0 and row.low[k].endswith(row.words.endings) and not row.roles[k] & (NOUN | DETERMINER | VERB | MARK):
        k -= 1
    return bool(row.role(k) & (DETERMINER | NUMBER | PREPOSITION)) and not row.role(k) & COMPARATOR
