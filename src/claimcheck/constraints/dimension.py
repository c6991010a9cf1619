"""Dimension: a height is no area, a capacity in kilowatt-hours no power, and nobody produces kilowatts a year."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.languages.word_roles import ADJECTIVE, ADVERB, BE, NOUN, NUMBER, PARTICIPLE, STOP
from claimcheck.model.analysis import Chunk
from claimcheck.model.figures import Measured
from claimcheck.model.span import Word
from claimcheck.statements.concepts import Concepts, concepts
from claimcheck.statements.families import family, table
from claimcheck.statements.statement import PAUSE, Statement, Statements

PHYSICAL = frozenset({"length", "area", "volume", "mass", "power", "energy", "speed", "temperature", "pressure"})
OF = frozenset({"of", "amount_of"})
DIAGONAL = "in"
"""Screens and pictures are as large as their diagonal, in inches."""
MADE_OVER_TIME = frozenset({"energy_output", "consumption"})


def dimensions(statements: Statements) -> Iterator[Measured]:
    """Every physical number whose noun says what is measured, with whether its unit can measure that."""
    known = concepts(statements.article.document.language or "")
    for at in statements.numbered():
        for each in statements.within(at):
            kind = family(each.claim)
            if kind not in PHYSICAL or each.value.per is not None:
                continue
            if kind == "power" and _made_over_time(each, known):
                token = each.held.tokens[each.verb.predicate or 0]
                yield Measured(Word(token.span, token.text), each.claim, fits=False)
            else:
                yield from _by_noun(each, kind, known)


def _by_noun(each: Statement, kind: str, known: Concepts) -> Iterator[Measured]:
    word = _naming(each)
    if word is None:
        return
    names = known.states.get(word.text.lower(), ()) or known.noun(*word.text.split())
    takes = frozenset().union(*(table()[name]["values"] for name in names))
    screen = each.value.unit == DIAGONAL and "area" in takes
    if takes and takes <= PHYSICAL:
        yield Measured(word, each.claim, kind in takes or screen)


def _naming(each: Statement) -> Word | None:
    """The word that says what the number measures: "deep" right behind it, the noun it hangs on, else the subject.

    In "a 300 megawatt wind farm" and "die mit 100 km/h begrenzte Strecke" the number is an attribute of what follows.
    """
    behind = each.held.tokens[each.last : each.last + 1]
    roles = behind[0].roles if behind else 0
    if roles & (ADJECTIVE | ADVERB) and not roles & NOUN:
        return Word(behind[0].span, behind[0].text)
    if roles & (NOUN | NUMBER | PARTICIPLE):
        return None
    return _head(each, each.verb.subject) if _is_told(each) else _head(each, _governing(each))


def _governing(each: Statement) -> Chunk | None:
    """The phrase that "of" hangs the number on: "a depth of 40 metres"."""
    chunk, held = each.chunk, each.held
    if chunk is None or chunk.preposition is None or not OF & each.near.roles(chunk.preposition, chunk.preposition + 1):
        return None
    return next((other for other in held.chunks if other.last == chunk.first), None)


def _is_told(each: Statement) -> bool:
    """Whether its clause says no more than that its subject is so much."""
    subject, tokens = each.verb.subject, each.held.tokens
    at = each.verb.predicate
    plain = "amount" in each.verb.senses or (at is not None and bool(tokens[at].roles & BE))
    alone = each.last >= len(tokens) or bool(tokens[each.last].roles & (PAUSE | STOP))
    bare = each.chunk is not None and each.chunk.preposition is None
    return plain and alone and bare and subject is not None and subject.last <= each.first


def _head(each: Statement, chunk: Chunk | None) -> Word | None:
    """The noun of a phrase of its clause."""
    if chunk is None or chunk.pronoun or chunk.number is not None or not each.verb.holds(chunk.head):
        return None
    token = each.held.tokens[chunk.head]
    return Word(token.span, token.text)


def _made_over_time(each: Statement, known: Concepts) -> bool:
    """Whether so much is said to be made or used in a day or a year."""
    period = any(role.startswith("per:") for role in each.around)
    made = known.objects.get(each.verb.lemma, ())
    return period and each.verb.predicate is not None and not MADE_OVER_TIME.isdisjoint(made)
