"""What something was called, and what it is said to be: "X, ehemals Y", "Universitäten wie X oder Y"."""

from __future__ import annotations

from claimcheck.extract.clauses import CERTAIN, Row, phrase_at
from claimcheck.extract.relations.found import Piece, name_piece, named, relation
from claimcheck.languages.clause_roles import CAPITAL, CLOSE, COMMA, CONJUNCTION, EDGE, OPEN
from claimcheck.model import Span
from claimcheck.model.relation import Relation

_MOST_MEMBERS = 8
_SHORT = 4


def formerly(row: Row, first: int, at: int) -> tuple[Span, Relation] | None:
    """ "X, ehemals Y" and "X (früher Y)"; both must be names."""
    if not first or not row.roles[first - 1] & (COMMA | OPEN):
        return None
    before = next((each for each in row.inside(max(first - 12, 0), first - 1) if each.last == first - 1), None)
    behind = phrase_at(row, at + 1) if at + 1 < row.count else None
    if before is None or behind is None or behind.prep:
        return None
    if behind.last < row.count and not row.roles[behind.last] & (EDGE | CLOSE):
        return None
    now, then = named(row, before), named(row, behind)
    if now is None or then is None or (now.sure < CERTAIN and then.sure < CERTAIN):
        return None
    return relation(row, "former_name", {"organization": now, "former": then}, (row.starts[first], row.ends[at]))


def members(row: Row, first: int, at: int) -> list[tuple[Span, Relation]]:
    """ "CLASS wie X, Y oder Z": each of them is said to be one."""
    if not first:
        return []
    head = first - 1
    if row.roles[head] & COMMA:
        head -= 1
    if head < 0 or (row.grammar.capitals and not row.roles[head] & CAPITAL) or not row.low[head][-1:].isalpha():
        return []
    found: list[tuple[Span, Relation]] = []
    kind = Piece(row.starts[head], row.ends[head], _category(row, row.low[head]))
    k = at + 1
    while k < row.count and len(found) < _MOST_MEMBERS:
        each = next((one for one in row.inside(first, k + 1) if one.last > k), None)
        if each is None or each.last <= k:
            break
        name = each.name
        if name is None:
            word = row.mention(k, each.last)
            if word is None or word.entity is None:
                break
            piece = Piece(word.span.start, word.span.end, word.entity)
        else:
            piece = name_piece(row, *name, each.sure)
        found.append(relation(row, "is_a", {"entity": piece, "class": kind}, (kind.start, row.ends[at])))
        k = each.last
        if k < row.count and row.roles[k] & (COMMA | CONJUNCTION):
            k += 1
            if k < row.count and row.roles[k] & CONJUNCTION:
                k += 1
        else:
            break
    return found


def _category(row: Row, low: str) -> str | None:
    """The class that a word or the end of a compound names, as the reference calls it."""
    categories: dict[str, str] = row.grammar.table["categories"]
    known = categories.get(low)
    if known is None:
        tail = next(
            (word for word in sorted(categories, key=len, reverse=True) if len(word) > _SHORT and low.endswith(word)),
            None,
        )
        known = None if tail is None else categories[tail]
    return known
