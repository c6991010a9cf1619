"""Whether the finite verb of a stretch stands at its end: what makes a clause a dependent one."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    AUXILIARY, BREAK, CAPITAL, CLAUSE_COORDINATOR, CLOSE, COMMA, COMPARATOR, COORDINATOR, DETERMINER, DOUBTFUL,
    FINITE, INFINITIVE, MARK, NOUN, NUMBER, OPEN, PARTICIPLE, PREPOSITION, QUESTION, QUOTE, RELATIVE, STOP,
    SUBORDINATOR, TO, TO_INFINITIVE, VERB,
)  # fmt: skip
from itertools import pairwise
from claimcheck.language.row import Drafts
from claimcheck.model.analysis import Chunk


BORDER = COMMA | BREAK | OPEN | CLOSE


def relatives(row: Row) -> frozenset[int]:
    """The tokens that are relative pronouns: behind a comma, with the verb at the end of their stretch."""
    roles = row.roles
    found: set[int] = set()
    for at in range(1, row.count - 1):
        role = roles[at]
        if not role & RELATIVE or role & NOUN:
            continue
        start = at - 1 if roles[at - 1] & PREPOSITION and not roles[at - 1] & COMMA else at
        if start > 0 and roles[start - 1] & COORDINATOR and start > 1 and roles[start - 2] & COMMA:
            start -= 1
        again = (
            start > 1
            and start == at
            and roles[start - 1] & CLAUSE_COORDINATOR
            and roles[start - 2] & VERB
            and _in_relative(row, at, found)
        )
        if start == 0 or not (roles[start - 1] & COMMA or again):
            continue
        if role & (SUBORDINATOR | QUESTION) or verb_last(row, at):
            found.add(at)
    return frozenset(found)


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
    if not all(row.roles[k] & (INFINITIVE | PARTICIPLE) for k in verbs):
        return False
    helper = next((k for k in range(at) if row.roles[k] & AUXILIARY and row.roles[k] & FINITE), -1)
    if helper < 0:
        return False
    for k in range(helper + 1, at):
        if row.roles[k] & COMMA:
            return True
        if row.roles[k] & (INFINITIVE | PARTICIPLE) and not row.roles[k] & CAPITAL:
            return False
    return False


def _particled(row: Row, verbs: list[int]) -> bool:
    """Whether the last of some verbs is an infinitive with its particle."""
    return bool(verbs) and bool(row.roles[verbs[-1]] & TO_INFINITIVE or row.roles[verbs[-1] - 1] & TO)


def verb_last(row: Row, opener: int) -> bool:
    """Whether the stretch behind a word that may open a clause has its finite verb at its end, not second."""
    roles = row.roles
    verbs, at, end = [], opener + 1, row.count
    while at < row.count and (not roles[at] & BORDER or roles[at] & OPEN):
        at = _past_bracket(row, at)
        if roles[at] & VERB and not roles[at] & CAPITAL and not attributive(row, at):
            verbs.append(at)
        elif roles[at] & CLAUSE_COORDINATOR and verbs and verbs[-1] == at - 1:
            break
        at += 1
    end = at
    finite = [k for k in verbs if roles[k] & FINITE and not roles[k - 1] & TO]
    if _particled(row, verbs) or (finite and roles[opener - 1] & PREPOSITION and _awaited(row, opener, verbs)):
        return False
    if not finite:
        return _later(row, end)
    last = finite[-1]
    if any(roles[k] & AUXILIARY and _apart(row, k, last) for k in finite[:-1]):
        return False
    rest = [k for k in range(last + 1, end) if not roles[k] & (VERB | STOP | QUOTE)]
    if not rest:
        return last > opener + 1 or bool(roles[opener] & (RELATIVE | SUBORDINATOR))
    if last == opener + 1:
        return False
    return bool(roles[rest[0]] & (PREPOSITION | COMPARATOR)) and last > opener + 2


def _apart(row: Row, first: int, last: int) -> bool:
    """Whether something other than verbs stands between two verbs: then the first one is in second place."""
    return any(not row.roles[k] & (VERB | TO) for k in range(first + 1, last))


def _later(row: Row, at: int) -> bool:
    """Whether the next stretch that has a verb and no opener of its own ends with it and does not begin with it."""
    roles = row.roles
    if at >= row.count or not roles[at] & COMMA:
        return False
    opened = False
    start = at + 1
    for k in range(at + 1, row.count + 1):
        if k < row.count and not roles[k] & BORDER:
            continue
        stretch = range(start, min(k, row.count))
        verbs = [j for j in stretch if roles[j] & FINITE and not roles[j] & CAPITAL and not attributive(row, j)]
        opened = bool(roles[start] & (SUBORDINATOR | RELATIVE)) if start < row.count else False
        if verbs and not opened:
            if roles[verbs[0]] & AUXILIARY and _apart(row, verbs[0], verbs[-1]):
                return False
            behind = [j for j in range(verbs[-1] + 1, min(k, row.count)) if not roles[j] & (STOP | QUOTE | VERB)]
            return not behind and (verbs[-1] > start or _has_verb(row, at))
        if k >= row.count or roles[k] & BREAK:
            return False
        start = k + 1
    return False


def _has_verb(row: Row, at: int) -> bool:
    """Whether the part of the sentence before a comma has a finite verb of its own."""
    return any(row.roles[k] & FINITE and not row.roles[k] & CAPITAL for k in range(at))


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


def split_gaps(drafts: Drafts) -> None:
    """Make a fragment of every stretch behind a comma that repeats the build of the clause before it, without a verb.

    Two phrases are a clause where one of them has the preposition of a phrase before and the other has none, or where
    both have none and the second is a number as the verb before had one.
    """
    marks = [at for at, role in enumerate(drafts.roles) if role & COMMA]
    for start, end in pairwise([*marks, drafts.row.count]):
        owner = drafts.owner[start]
        draft = drafts.all[owner]
        verb = draft.finite
        if verb is None or verb > start or draft.kind != "main" or any(k > start for k in draft.nonfinite):
            continue
        own = [each for each in drafts.chunks if start < each.first < end and not each.of]
        if len(own) != 2 or any(drafts.owner[each.head] != owner for each in own) or own[0].first != start + 1:
            continue
        before = [each for each in drafts.chunks if each.last <= start and drafts.owner[each.head] == owner]
        if _repeats(drafts, own[0], own[1], before, verb):
            fragment = drafts.open("fragment", None)
            drafts.put(fragment, start + 1, own[1].last)


def _repeats(drafts: Drafts, one: Chunk, other: Chunk, before: list[Chunk], verb: int) -> bool:
    numbers = (one.number is not None) + (other.number is not None)
    led = [each for each in (one, other) if each.preposition is not None]
    if numbers != 1 or len(led) > 1 or one.pronoun or other.pronoun:
        return False
    if led:
        word = drafts.row.low[led[0].preposition or 0]
        return any(each.preposition is not None and drafts.row.low[each.preposition] == word for each in before)
    counted = any(each.number is not None and each.preposition is None and each.first > verb for each in before)
    return counted and other.number is not None and other.first == one.last and one.determiner is None
