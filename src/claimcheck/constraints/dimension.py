"""Units: a height is no area, nobody produces kilowatts a year, and a quantity in two units is one quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.languages.word_roles import (
    ADJECTIVE,
    ADVERB,
    BE,
    CLOSE,
    COMMA,
    COORDINATOR,
    DASH,
    NOUN,
    NUMBER,
    OPEN,
    PARTICIPLE,
    STOP,
)
from claimcheck.model.analysis import Chunk, Sentence, Token
from claimcheck.model.figures import Factors, Measured, Product
from claimcheck.model.link import TwoUnits
from claimcheck.model.measure import SCALES
from claimcheck.model.span import Word
from claimcheck.statements.agreement import clash, owners_agree
from claimcheck.statements.concepts import Concepts, concepts, family, table
from claimcheck.statements.dimension import UNSTATED, dimension, of_kind
from claimcheck.statements.statement import PAUSE, Statement, Statements

PHYSICAL = frozenset({"length", "area", "volume", "mass", "power", "energy", "speed", "temperature", "pressure"})
OF = frozenset({"of", "amount_of"})
DIAGONAL = "in"
"""Screens and pictures are as large as their diagonal, in inches."""
MADE_OVER_TIME = frozenset({"energy_output", "consumption"})
MOST = 2
"""So many words may stand between a number and what is so much: "of floor space"."""
SIDES, FAR, AHEAD = 2, 3, 1
"""How many lengths make an area; in so many sentences of its paragraph before it and ahead they are told."""


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
    behind = word.span.start >= each.claim.span.end  # "12 metres high"; the "high of 33 degrees" is a noun
    names = (known.states.get(word.text.lower(), ()) if behind else ()) or known.noun(*word.text.split())
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
    if COMPARED & each.behind:
        return None  # "ten degrees higher": anything may be
    if roles & (ADJECTIVE | ADVERB) and not roles & NOUN:
        return Word(behind[0].span, behind[0].text)
    found = _substance(each)
    if found is not None or roles & (NOUN | NUMBER | PARTICIPLE):
        return found
    return _head(each, each.verb.subject) if _is_told(each) else _head(each, _governing(each))


def _substance(each: Statement) -> Word | None:
    """The noun behind the number that is so much: "1,450 square metres of floor space", "200 Kubikmeter Nutzfläche"."""
    about, held = each.claim.about, each.held
    if about is None or about.measure is None or not held.span.covers(about.measure.span):
        return None
    at = held.token_at(about.measure.span.start)
    hung = at - each.last in range(1, MOST + 1) and OF & each.near.roles(each.last, each.last + 1)
    chunk = held.chunk_at(about.measure.span.start)
    if chunk is None or chunk.last != at + 1 or not (hung or at == each.last):
        return None  # "the 21st Century network"
    return _noun_at(held, at, each.last)


def _noun_at(held: Sentence, at: int, least: int = 0) -> Word:
    """A noun with the one right before it, from a token on: "floor space"."""
    first = at - 1 if at > least and held.tokens[at - 1].roles & NOUN else at
    return Word(held.stretch(first, at + 1), " ".join(token.text for token in held.tokens[first : at + 1]))


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
    plain = "total" in each.verb.senses or (at is not None and bool(tokens[at].roles & BE))
    alone = each.last >= len(tokens) or bool(tokens[each.last].roles & (PAUSE | STOP))
    bare = each.chunk is not None and each.chunk.preposition is None
    return plain and alone and bare and subject is not None and subject.last <= each.first


def _head(each: Statement, chunk: Chunk | None) -> Word | None:
    """The noun of a phrase of its clause."""
    if chunk is None or chunk.pronoun or chunk.number is not None or not each.verb.holds(chunk.head):
        return None
    return _noun_at(each.held, chunk.head)


def _made_over_time(each: Statement, known: Concepts) -> bool:
    """Whether so much is said to be made or used in a day or a year."""
    period = any(role.startswith("per:") for role in each.around)
    made = known.objects.single.get(each.verb.lemma, ())
    return period and each.verb.predicate is not None and not MADE_OVER_TIME.isdisjoint(made)


def areas(table: Statements) -> Iterator[Product]:
    """As in "105 metres by 68, which is 7,140 square metres": the only area with the only two lengths around it."""
    for sentence in table.numbered():
        told = [each for each in table.within(sentence) if family(each.claim) == "area" and _is_plain(each)]
        sides = _sides(_around(table, sentence)) if told else []
        if len(sides) == SIDES:
            yield Product("times", (Factors(told[0].claim, sides[0].claim, sides[1].claim, "unique"),))


def _sides(near: Sequence[Statement]) -> list[Statement]:
    """The lengths among some numbers of which one is an area."""
    areas = [each for each in near if family(each.claim) == "area"]
    return [each for each in near if _is_side(each, near)] if len(areas) == 1 else []


def _around(table: Statements, sentence: int) -> list[Statement]:
    first, last = table.paragraph(sentence, FAR, AHEAD)
    return [each for at in range(first, last + 1) for each in table.within(at)]


def _is_side(each: Statement, near: Sequence[Statement]) -> bool:
    """Whether it is a length, or a number that takes the unit of one in its clause: "105 metres by 68"."""
    bare = dimension(each.claim) == UNSTATED or each.value.unit == "times"
    lengths = [each] if not bare else [other for other in near if other.place == each.place]
    return each.value.number is not None and any(family(other.claim) == "length" for other in lengths)


KINDS = frozenset({kind for kind, _ in SCALES.values()} | {"money", "temperature"}) - {"time"}
EQUATING = frozenset({"equals", "or_", "reckoned"})
SMALL = frozenset({"light", "filler", "hedge:about", "follows"}) | EQUATING
COMPARED = frozenset({"above", "below", "more", "less"})
STEPS = frozenset({"by", "rise", "fall", "more", "less"})
SLASH = "/"
ZERO = Decimal(0)
KNOWN = frozenset({"definite", "all_of", "whole"})
BACK = 2
"""So many sentences back at most stands what is told again."""


def conversions(table: Statements) -> Iterator[TwoUnits]:
    """Quantities that are said again in another unit: in brackets, behind "that is", or softened behind a comma; and
    those of the sentences before with the same digits.
    """
    for number in table.numbered():
        for one, two in pairwise(table.within(number)):
            if _in_two_units(one, two) and not _is_apart(one, two) and _is_told_again(one, two):
                yield TwoUnits(one.claim, two.claim, "one quantity in two units", bool(STEPS & one.touching))
        for two in table.within(number):
            for one in _retold(table, two):
                yield TwoUnits(one.claim, two.claim, "told again in another unit", False, "anaphor")


def _retold(table: Statements, two: Statement) -> list[Statement]:
    """The only quantity of its kind in the sentences before, where its digits are those of one told as known."""
    if not _is_known(two) or not _is_plain(two):
        return []
    near = [each for at in range(two.sentence - BACK, two.sentence + 1) for each in table.within(at)]
    before = [each for each in near if each.claim.span < two.claim.span and of_kind(each.claim, two.claim)]
    return before if len(before) == 1 and _is_the_same(before[0], two) else []


def _is_known(each: Statement) -> bool:
    """Whether its own phrase begins as one of what was told: "the 40 tonnes", not "40 metres in the race"."""
    chunk = each.chunk
    start = each.first if chunk is None else chunk.first
    return chunk is not None and chunk.determiner is not None and bool(KNOWN & each.near.roles(start, each.first))


def _is_plain(each: Statement) -> bool:
    """Whether it is a single amount of a unit and no rate."""
    return each.value.unit in SCALES and each.value.number is not None and each.value.per is None


def _is_the_same(one: Statement, two: Statement) -> bool:
    """Whether the digits of two quantities in different units are the same, and nothing says they are of two things."""
    if one.value.unit == two.value.unit or one.place == two.place or not _is_plain(one):
        return False
    return _figures(one) == _figures(two) and not clash(one, two) and owners_agree(one, two) is not False


def _figures(each: Statement) -> tuple[int, ...]:
    """The digits of its number without the zeros behind them."""
    return (each.value.number or ZERO).normalize().as_tuple().digits


def _in_two_units(one: Statement, two: Statement) -> bool:
    """Whether both measure one kind of thing in two units; money has its currencies."""
    kind = family(one.claim)
    return kind in KINDS and kind == family(two.claim) and one.value.unit != two.value.unit


def _is_apart(one: Statement, two: Statement) -> bool:
    """Whether the second is a difference to the first: "10,800 metres, that is two kilometres more than the other"."""
    moved = bool(STEPS & two.touching - EQUATING) and not STEPS & one.touching
    return moved or bool(COMPARED & (two.behind | two.touching)) or two.value.per != one.value.per


def _is_told_again(one: Statement, two: Statement) -> bool:
    """Whether the words between the two, and behind the second, say that it is the first again."""
    tokens = two.held.tokens
    behind = tokens[two.last].roles if two.last < len(tokens) else STOP
    if tokens[two.first - 1].roles & OPEN:
        return bool(behind & CLOSE) and _unbroken(tokens[one.last : two.first - 1])
    start = _begin(one, two)
    if EQUATING & two.near.roles(start, two.first):
        return _only_small(start, two) and not _before_slash(two)
    if start != two.first - 1:
        return False
    softened = two.value.hedge is not None and bool(behind & (PAUSE | STOP))
    return _slashed(two, start) or (softened and bool(tokens[start].roles & (COMMA | DASH)))


def _unbroken(within: Sequence[Token]) -> bool:
    return not any(token.roles & (PAUSE | COORDINATOR) for token in within)


def _slashed(each: Statement, at: int) -> bool:
    """Whether a slash stands there: "110 kW/150 PS"."""
    return any(token.text == SLASH for token in each.held.tokens[at : at + 1])


def _before_slash(each: Statement) -> bool:
    """Whether a slash follows, also inside a token: "110 kW/150 PS or 150 kW/204 PS"."""
    end, near = each.claim.span.end, each.held.tokens[each.last - 1 : each.last + 1]
    return any(token.text[max(0, end - token.span.start) :].startswith(SLASH) for token in near if token.span.end > end)


def _begin(one: Statement, two: Statement) -> int:
    """Where the words of the first end: behind its noun phrase, and what hangs on it, up to a mark."""
    chunk, held = one.chunk, one.held
    at = one.last if chunk is None else max(one.last, chunk.last)
    while (behind := next((each for each in held.chunks if each.first == at), None)) and behind.last <= two.first:
        if not (behind.of or behind.number is None) or _joined(one, at):
            break
        at = behind.last
    return min(at, two.first)


def _joined(one: Statement, at: int) -> bool:
    """Whether a number or an "and" stands there."""
    return bool(one.held.tokens[at].roles & (NUMBER | COORDINATOR))


def _only_small(start: int, two: Statement) -> bool:
    """Whether nothing but marks and words that equate or soften stands between."""
    known = {at for cue in two.near if cue.roles & SMALL for at in range(cue.first, cue.last)}
    stretch = range(start, two.first)
    return all(at in known or two.held.tokens[at].roles & (COMMA | DASH | OPEN | ADVERB) for at in stretch)
