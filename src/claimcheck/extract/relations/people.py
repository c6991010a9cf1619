"""Who holds which office and who founded what: "Kern, Chefin von Nordwerk", "Nordwerk-Chefin Kern"."""

from __future__ import annotations

from typing import Any

from claimcheck.extract.clauses import CERTAIN, Chunk, Row, elsewhere
from claimcheck.extract.relations.found import Piece, Pieces, name_piece, named, relation
from claimcheck.languages.clause_roles import (
    BE,
    CAPITAL,
    CLASS,
    CLOSE,
    COMMA,
    FORMER,
    FUNCTION,
    FUTURE,
    GENITIVE,
    OPEN,
    TITLE,
)
from claimcheck.model import Span
from claimcheck.model.relation import Relation

_BEFORE = 14


def read(row: Row, first: int, at: int, entry: list[Any], start: int) -> tuple[Span, Relation] | None:
    """The relation of a role word from token `first` to `at`; `start` is where it begins in a compound."""
    founder = entry[0] == "founder"
    if _not_now(row, first):
        return None
    words = row.grammar.table["role_words"]
    person: Piece | None = None
    organization: Piece | None = None
    key = entry[2] or None
    if founder:
        key = "co_founder" if row.low[at].endswith(tuple(word.lower() for word in words["partly"])) else "founder"
    role = Piece(row.starts[first], row.ends[at], key)
    chunk = next((each for each in row.inside(max(at - 8, 0), at + 1) if each.first <= at < each.last), None)
    if start > row.starts[first]:
        prefix = name_piece(row, first, first + 1)
        if row.text[start - 1] == "-" and prefix.end < start and prefix.entity is not None:
            organization, role = prefix, Piece(start, row.ends[at], key)
        elif row.text[start - 1] == "-" and _name_like(row, row.starts[first], start - 1):
            organization, role = Piece(row.starts[first], start - 1), Piece(start, row.ends[at], key)
    if organization is None and first and row.roles[first - 1] & CAPITAL and not row.roles[first - 1] & FUNCTION:
        organization = _owner(row, first, chunk)
    after = at + 1
    name = _run_behind(row, after)
    if name is not None:
        person = name_piece(row, *name)
        after = name[1]
    if organization is None:
        organization, after = _belongs(row, after, words)
    if person is None:
        person = _around(row, chunk.first if chunk else first, after, organization is not None)
    if person is None or organization is None or not person.person:
        return None
    if (person.start, person.end) == (organization.start, organization.end):
        return None
    pieces: Pieces = (
        {"founder": person, "role": role, "organization": organization}
        if founder
        else {"person": person, "role": role, "organization": organization}
    )
    return relation(row, "founded" if founder else "has_role", pieces, (role.start, role.end))


def _not_now(row: Row, first: int) -> bool:
    """Whether the office is a former or a coming one."""
    low = max(first - 3, 0)
    near = range(first - 1, low - 1, -1)
    for k in near:
        if row.roles[k] & (FORMER | FUTURE):
            return True
        if row.roles[k] & (CAPITAL | COMMA):
            break
    return row.low[first].startswith(tuple(row.grammar.table["role_words"]["former_prefixes"]))


def _name_like(row: Row, start: int, end: int) -> bool:
    word = row.text[start:end]
    low = word.lower()
    if low in row.grammar.common or low in row.grammar.short_words or not word[:1].isupper():
        return False
    if word.isupper():
        return len(word) > 2 and low not in row.grammar.common
    if any(char.isupper() for char in word[1:]):
        return True
    count, alone = elsewhere(row, word)
    return alone and count > 1


def _owner(row: Row, first: int, chunk: Chunk | None) -> Piece | None:
    """ "Nordwerks Chefin", "OpenAI CEO": the name right before the role word."""
    low = first - 1
    begin = chunk.noun if chunk is not None and chunk.first <= low < chunk.last else None
    if begin is None:
        near = next((each for each in row.inside(max(first - 6, 0), first) if each.last == first), None)
        if near is None or near.name is None or near.name[1] != first:
            return None
        begin = near.name[0]
    word = row.low[low]
    genitive = word.endswith(("s", "'", "’"))
    if row.roles[low] & (TITLE | CLASS) or (row.grammar.capitals and not genitive):
        return None
    piece = name_piece(row, max(begin, 0), first, owner=genitive)
    if piece.person or (piece.entity is None and row.low[begin] in row.grammar.common):
        return None
    return piece


def _run_behind(row: Row, at: int) -> tuple[int, int] | None:
    """A person's name right behind the role word."""
    end = at
    while (
        end < row.count
        and end - at < 5
        and row.roles[end] & CAPITAL
        and not row.roles[end] & (CLASS)
        and row.low[end] not in row.grammar.common
    ):
        end += 1
    while at < end and row.roles[at] & TITLE:
        at += 1
    if end - at >= 2 and not row.low[end - 1].startswith("-"):
        mention = row.mention(at, end)
        if mention is not None and mention.kind not in (None, "person"):
            return None
        return at, min(end, at + 3)
    if end - at == 1 and (mention := row.mention(at, end)) is not None and mention.kind == "person":
        return at, end
    return None


def _belongs(row: Row, at: int, words: dict[str, Any]) -> tuple[Piece | None, int]:
    """The organisation behind the role word or the name: "von …", "der …", "of …"."""
    each = next(iter(row.inside(at, at + 1)), None)
    if each is None or each.first != at:
        return None, at
    if each.prep:
        if each.prep not in words["belongs"] and each.prep not in words["at"]:
            return None, at
    elif not (each.case & GENITIVE and row.grammar.capitals):
        return None, at
    piece = named(row, each)
    if piece is None or (each.sure < CERTAIN and each.prep not in words["belongs"]):
        return None, at
    return piece, each.last


def _around(row: Row, first: int, after: int, belongs: bool) -> Piece | None:
    """The person in apposition, before the role word or behind what it belongs to, or as the subject of "is"."""
    roles = row.roles
    if first and roles[first - 1] & (COMMA | OPEN):
        before = next((each for each in row.inside(max(first - _BEFORE, 0), first - 1) if each.last == first - 1), None)
        if (
            before is not None
            and before.name is not None
            and (piece := named(row, before)) is not None
            and piece.person
            and before.last == before.name[1]
        ):
            return piece
    if belongs and after < row.count and roles[after] & (COMMA | OPEN):
        behind = next(iter(row.inside(after + 1, after + 2)), None)
        if behind is not None and not behind.prep and behind.first == after + 1:
            piece = named(row, behind)
            if (
                piece is not None
                and piece.person
                and behind.last < row.count
                and roles[behind.last] & (COMMA | CLOSE | BE)
            ):
                return piece
            if piece is not None and piece.person and behind.last >= row.count - 1:
                return piece
    if belongs and first and roles[first - 1] & BE and row.low[first - 1] in row.grammar.table["role_words"]["copula"]:
        before = next(
            (each for each in row.inside(max(first - 8, 0), first - 1) if each.last == first - 1 and not each.prep),
            None,
        )
        if before is not None and (piece := named(row, before)) is not None and piece.person:
            return piece
    return None
