"""Noun phrases: preposition, article, adjectives, nouns or a name."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.clauses.names import ends_with_verb, is_attribute, is_verb, name_in, plain_word, small_name
from claimcheck.extract.clauses.row import Chunk, Row
from claimcheck.languages.clause_roles import (
    ACCUSATIVE,
    ADVERB,
    CAPITAL,
    CLAIM,
    CLASS,
    CLOSE,
    COMMA,
    DATIVE,
    DETERMINER,
    EDGE,
    FORMER,
    FUNCTION,
    GENITIVE,
    NUMBER,
    OPEN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    TITLE,
    TRIGGER,
)

MOST_ADJECTIVES = 5


def phrases_of(row: Row) -> Iterator[Chunk]:
    """The noun phrases of a sentence in order."""
    at = 0
    while at < row.count:
        found = phrase_at(row, at)
        if found is None:
            at += 1
        else:
            yield found
            at = max(found.last, at + 1)


def phrase_at(row: Row, at: int) -> Chunk | None:
    """The noun phrase that begins at a token, with the preposition before it."""
    roles, low, grammar = row.roles, row.low, row.grammar
    first, prep, case = at, "", 0
    role = roles[at]
    if role & PREPOSITION and not role & CLAIM and plain_word(row, at):
        prep = low[at]
        at += 1
    determined = False
    if 0 < at < row.count and roles[at] & RELATIVE and roles[at - 1] & COMMA and ends_with_verb(row, at):
        return None
    while at < row.count and roles[at] & DETERMINER and plain_word(row, at) and not roles[at] & CLAIM:
        case |= roles[at] & (ACCUSATIVE | DATIVE | GENITIVE | POSSESSIVE)
        determined = True
        at += 1
    begun = at
    least = at
    while (
        at < row.count
        and (roles[at] & CLAIM or not roles[at] & (CAPITAL | EDGE | OPEN | CLOSE | QUOTE))
        and at - begun < MOST_ADJECTIVES
    ):
        if roles[at] & (FUNCTION & ~ADVERB) and not roles[at] & (NUMBER | FORMER | CLAIM):
            break
        if grammar.capitals:
            if not (roles[at] & (CLAIM | NUMBER | ADVERB) or low[at].endswith(grammar.endings)):
                break
            if roles[at] & TRIGGER and is_verb(row, at) and not is_attribute(row, at):
                break
        elif (
            roles[at] & CLAIM
            or not (determined or prep or roles[at] & (CLASS | TITLE | FORMER))
            or (roles[at] & TRIGGER and not roles[at] & (CLASS | TITLE) and is_verb(row, at))
        ):
            break
        at += 1
    noun = at
    if at < row.count and roles[at] & QUOTE and at + 1 < row.count:
        at = _quoted(row, at)
        if at == noun:
            return None
    else:
        at = _run(row, at)
        if at == noun:
            if grammar.capitals or at == begun or not (determined or prep):
                return None
            return Chunk(first, at, prep, case | (DETERMINER if determined else 0), None, 0, at - 1)
    if not grammar.capitals and at < row.count and row.low[at - 1].endswith(("'s", "’s")):
        own = at
        while (
            at < row.count
            and at - own < 3
            and not roles[at] & (FUNCTION | CAPITAL | EDGE | OPEN | CLOSE | QUOTE | CLAIM)
            and not is_verb(row, at)
        ):
            at += 1
            if roles[at - 1] & CLASS:
                break
        begin, at = at, _run(row, at)
        name, sure = name_in(row, begin, at, True) if at > begin else (None, 0)
        return Chunk(first, at, prep, case, name, sure, noun)
    name, sure = name_in(row, noun, at, determined or noun > least)
    return Chunk(first, at, prep, case | (DETERMINER if determined else 0), name, sure, noun)


def _quoted(row: Row, at: int) -> int:
    """Behind a short quotation that is a name, with what hangs on it ("„Orbit“-Labor")."""
    for k in range(at + 1, min(row.count, at + 6)):
        if row.roles[k] & QUOTE:
            if k == at + 1 or not row.roles[at + 1] & CAPITAL:
                return at
            return (
                k + 2
                if k + 1 < row.count and row.low[k + 1].startswith("-") and row.starts[k + 1] == row.ends[k]
                else k + 1
            )
        if row.roles[k] & EDGE:
            return at
    return at


def _run(row: Row, at: int) -> int:
    """Behind the capitalised words in a row: names, nouns, figures of a name, a short name behind a class word."""
    roles, low = row.roles, row.low
    begun = at
    while at < row.count:
        role = roles[at]
        if role & CLAIM:
            break
        if role & CAPITAL:
            if role & FUNCTION and plain_word(row, at) and not role & (CLASS | TITLE):
                break
            if role & PRONOUN and at == begun and row.grammar.capitals:
                break
        elif role & NUMBER:
            if at == begun:
                break
        elif low[at] == "&" and at > begun and at + 1 < row.count and roles[at + 1] & CAPITAL:
            pass
        elif not (at > begun or (at and roles[at - 1] & CLASS)) or not roles[at - 1] & CLASS or not small_name(row, at):
            break
        at += 1
    return at
