"""What one word of a sentence can be, by itself and by its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.clause_roles import BE, BREAK, CAPITAL, FUNCTION, HAVE, MODAL, PASSIVE, QUOTE, TRIGGER

if TYPE_CHECKING:
    from claimcheck.extract.clauses.row import Row

AUXILIARY = HAVE | BE | PASSIVE | MODAL


def ends_with_verb(row: Row, at: int) -> bool:
    """Whether the clause that begins here with a pronoun or an article has its verb last: then it is a pronoun."""
    last = row.right_edge(at) - 1
    return (
        last > at
        and not row.roles[last] & CAPITAL
        and bool(row.roles[last] & AUXILIARY or (row.roles[last] & TRIGGER and is_verb(row, last)))
    )


def is_attribute(row: Row, at: int) -> bool:
    """Whether a word is a participle with the ending of an adjective."""
    return any(entry[2] == "attribute" for entry in row.grammar.triggers.get(row.low[at], ()))


def is_verb(row: Row, at: int) -> bool:
    """Whether a word is a form of a verb that states a relation."""
    return any(entry[0] == "verb" for entry in row.grammar.triggers.get(row.low[at], ()))


def plain_word(row: Row, at: int) -> bool:
    """Whether a word is a plain one: not capitalised, or only because a sentence begins with it."""
    return not row.roles[at] & CAPITAL or at == 0 or bool(row.roles[at - 1] & (BREAK | QUOTE))


def small_name(row: Row, at: int) -> bool:
    """Whether a lower-case word can only be a name: of two or three letters, no word, behind one like "firm"."""
    word = row.low[at]
    known = next((each for each in row.mentions if each.span.start == row.starts[at]), None)
    if known is not None:
        return True
    return (
        2 <= len(word) <= 3
        and word.isalpha()
        and word not in row.grammar.short_words
        and not row.roles[at] & (FUNCTION | TRIGGER)
    )
