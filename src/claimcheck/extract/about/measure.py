"""The noun a number is a value of, what a share is taken of, and how a number was made."""

from __future__ import annotations

from typing import cast

from claimcheck.extract.about.words import MeasureWords, kind_of
from claimcheck.extract.clauses import Chunk, Row
from claimcheck.languages.clause_roles import (
    BREAK,
    CAPITAL,
    CLAIM,
    CLOSE,
    COMMA,
    FUNCTION,
    GENITIVE,
    NUMBER,
    OPEN,
    QUOTE,
)
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.about import Noun, Qualifier

_ADJECTIVES = 3
_HEAD = 4


def measure_of(  # noqa: PLR0917 – the edges of the clause are known to the caller
    row: Row, claim: Claim, first: int, last: int, left: int, right: int, words: MeasureWords
) -> tuple[Noun | None, int]:
    """The measure noun and its token, -1 where there is none."""
    if last < row.count and (row.low[last] in words.heavy or not row.grammar.capitals):
        at = last + 1 if row.low[last] in words.heavy else last
        if is_noun(row, at, words):
            return noun_at(row, at, words), at
    k = first - 1
    if k >= 0 and row.low[first] in words.of and is_noun(row, k, words):
        return noun_at(row, k, words), k
    skipped = 0
    while k > left and skipped < _ADJECTIVES and not row.roles[k] & (FUNCTION | CAPITAL | CLAIM):
        k -= 1
        skipped += 1
    if k > left and row.low[k] in words.of:
        at = k - 1
        if is_noun(row, at, words):
            return noun_at(row, at, words), at
        if at > left and row.low[at] in words.size_nouns and at - 2 > left and is_noun(row, at - 2, words):
            return noun_at(row, at - 2, words), at - 2
    at = last
    if at < row.count and row.low[at] in words.for_:
        at += 1
    while at < right and at - last < _HEAD and not row.roles[at] & (CAPITAL | CLAIM | COMMA | BREAK | OPEN | CLOSE):
        at += 1
    if at < right and is_noun(row, at, words) and kind_of(row.low[at], words) is not None:
        return noun_at(row, at, words), at
    return _by_verb(row, first, left, right, words)


def _by_verb(row: Row, first: int, left: int, right: int, words: MeasureWords) -> tuple[Noun | None, int]:
    """ "Der Umsatz stieg auf …", "liegt die Vergütung bei …": the subject; "verdienen …": the verb itself."""
    verb = next((k for k in range(left + 1, right) if row.low[k] in words.equals and not row.roles[k] & CLAIM), -1)
    if verb < 0:
        return None, -1
    if row.low[verb] in words.classes:
        return noun_at(row, verb, words), verb
    if not row.grammar.capitals:
        at = next((k for k in range(verb - 1, left, -1) if is_noun(row, k, words)), -1)
        return (noun_at(row, at, words), at) if at >= 0 else (None, -1)
    subjects = [
        each
        for each in row.inside(left + 1, first)
        if not each.prep and not row.any(each.noun, each.last, CLAIM) and each.noun < first
    ]
    for each in subjects:
        at = head(row, each)
        if is_noun(row, at, words) and (kind_of(row.low[at], words) is not None or each.name is None):
            return noun_at(row, at, words), at
    return None, -1


def part_of(row: Row, last: int, words: MeasureWords) -> Noun | None:
    """What a share is a share of: the genitive or "of …" right behind it."""
    chunk = next(iter(row.inside(last, last + 1)), None)
    if chunk is None or not (chunk.case & GENITIVE or chunk.prep in words.share_of):
        return None
    at = head(row, chunk)
    if not row.grammar.capitals and not row.roles[at] & CAPITAL:
        at = next((k for k in range(chunk.first + 1, chunk.last) if row.low[k].endswith("s")), -1)
        if at < 0:
            return None
    span = Span(row.starts[at], row.ends[at])
    return Noun(span, row.text[span.start : span.end])


def qualifiers(row: Row, claim: Claim, left: int, right: int, words: MeasureWords) -> tuple[Qualifier, ...]:
    """How the number was made: an average, a total, by the year, for each person; from the words of its clause."""
    found = set()
    for k in range(max(left, -1) + 1, right):
        for rest, name in words.qualifiers.get(row.low[k], ()):
            if tuple(row.low[k + 1 : k + 1 + len(rest)]) == rest:
                found.add(name)
    value = cast(Measure, claim.value)
    if value.per is not None and value.per.unit in ("year", "month"):
        found.add("yearly" if value.per.unit == "year" else "monthly")
    return tuple(sorted(cast("set[Qualifier]", found)))


def noun_at(row: Row, at: int, words: MeasureWords) -> Noun:
    """The noun at a token with its class."""
    span = Span(row.starts[at], row.ends[at])
    return Noun(span, row.text[span.start : span.end], kind_of(row.low[at], words))


def is_noun(row: Row, at: int, words: MeasureWords) -> bool:
    """Whether a token can be the noun of a measure: a common noun, in a language without capitals a known one."""
    if (
        not 0 <= at < row.count
        or row.low[at] in words.qualifying
        or row.roles[at] & (CLAIM | NUMBER | QUOTE)
        or not row.low[at][0].isalpha()
    ):
        return False
    if not row.grammar.capitals:
        return kind_of(row.low[at], words) is not None
    mention = row.mention(at, at + 1)
    return bool(row.roles[at] & CAPITAL) and (mention is None or kind_of(row.low[at], words) is not None)


def head(row: Row, chunk: Chunk) -> int:
    """The head noun of a phrase: the first capitalised word, else the last word."""
    if row.grammar.capitals:
        if row.low[chunk.last - 1] in row.grammar.common or row.low[chunk.last - 1].endswith(
            row.grammar.measure_endings
        ):
            return chunk.last - 1
        return next((k for k in range(chunk.noun, chunk.last) if row.roles[k] & CAPITAL), chunk.last - 1)
    return chunk.last - 1
