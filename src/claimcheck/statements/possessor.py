"""Whose a noun is by its own phrase: a name or genitive before it, what hangs on it, whom a pronoun means."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.languages.word_roles import CAPITAL, POSSESSIVE, PRONOUN, QUOTE, TIME
from claimcheck.model import Span
from claimcheck.model.analysis import Chunk
from claimcheck.model.claim import Argument, Form
from claimcheck.statements.concepts import table
from claimcheck.statements.measure import Found
from claimcheck.statements.place import Spot
from claimcheck.statements.referents import Referent, span_of


class Owner(NamedTuple):
    """Whose a value is, and whether by a name; `bearer` is the name a noun stands for."""

    argument: Argument
    named: bool
    bearer: Argument | None = None


def before_brackets(spot: Spot) -> Owner | None:
    """Whose name stands before the brackets that the number opens: "Kern (9 points)"."""
    name = spot.names.ending(spot.sentence.tokens[spot.first - 2].span)
    if name is not None:
        return owner(spot.referents.named(name))
    return words_owner(spot, spot.first - 3, spot.first - 2) if spot.named(spot.first - 2) else None


def held(measure: Found) -> bool:
    """Whether the measure is one that a firm, place or person has: then whose it is was told before."""
    return measure.concept is not None and table()[measure.concept]["of"] in ("holder", "person")


def possessor(spot: Spot, measure: Found) -> Owner | None:
    """Who stands before the noun: "Nordwerks Umsatz", "the company's profit", "its profit"."""
    chunk = measure.chunk or spot.chunk(measure.at)
    if chunk is None:
        return None
    for at in range(max(chunk.first - 1, 0), min(measure.at, chunk.last)):
        marked = spot.is_(at, POSSESSIVE) or spot.low(at).endswith(("'", "’"))
        if marked and not spot.is_(at, PRONOUN | TIME | QUOTE):
            return words_owner(spot, at - spot.low(at).startswith(("'", "’")), at)
    forms = None if chunk.determiner is None else spot.joints.possessives.get(spot.low(chunk.determiner))
    if chunk.determiner is not None and forms is not None:
        return meant(spot, chunk.determiner, forms)
    return _named_before(spot, chunk, measure.at)


def _named_before(spot: Spot, chunk: Chunk, at: int) -> Owner | None:
    """The name that opens a noun phrase: "Nordwerks Umsatz"."""
    tokens = spot.sentence.tokens
    name = spot.names.at(Span(tokens[chunk.first].span.start, tokens[at].span.start))
    if name is None:
        return _genitive(spot, chunk, at - 1)
    fits = name.kind != "place" and not spot.names.speaks(name.span.start)
    return owner(spot.referents.named(name)) if fits else None


def _genitive(spot: Spot, chunk: Chunk, before: int) -> Owner | None:
    """A name with the ending of a genitive that opens the noun phrase."""
    token = spot.sentence.tokens[before]
    named = before == chunk.first and token.low.endswith("s")
    if not named or not spot.referents.bare_name(spot.sentence, chunk, before + 1):
        return None
    return Owner(Argument(Span(token.span.start, token.span.end - 1), token.text[:-1]), True)


def words_owner(spot: Spot, first: int, last: int) -> Owner | None:
    """Words of the sentence as an owner, or the name they have."""
    tokens = spot.sentence.tokens
    span = Span(tokens[first].span.start, tokens[last].span.end)
    name = spot.names.at(span)
    if name is not None:
        return owner(spot.referents.named(name))
    text = tokens[first].text if first == last else " ".join(each.text for each in tokens[first : last + 1])
    text = text.removesuffix("'s").removesuffix("’s").rstrip(" '’")
    return Owner(Argument(Span(span.start, span.start + len(text)), text), bool(tokens[first].roles & CAPITAL))


def hanging(spot: Spot, measure: Found) -> Owner | None:
    """What hangs on the noun: a genitive, or a preposition that says whose it is."""
    chunk = measure.chunk or spot.chunk(measure.at)
    behind = None if chunk is None or measure.by == "verb" or measure.part else spot.behind(chunk)
    while behind is not None and (behind.of or spot.preposition(behind) in spot.joints.owner):
        if _may_own(spot, behind, measure):
            return noun_owner(spot, behind)
        if not _passed(spot, behind):
            return None
        behind = spot.behind(behind)
    return None


def _passed(spot: Spot, chunk: Chunk) -> bool:
    """Whether what follows a phrase may still hang on the noun before it: behind a number, a time, a pronoun."""
    return chunk.number is not None or chunk.pronoun or spot.is_(chunk.head, TIME)


def _may_own(spot: Spot, chunk: Chunk, measure: Found) -> bool:
    """Whether what hangs on a measure is no number, time or pronoun, and close enough to be its owner."""
    if chunk.first <= spot.first < chunk.last or chunk.number is not None or chunk.pronoun:
        return False
    if spot.is_(chunk.head, TIME):
        return False
    if chunk.of or spot.preposition(chunk) in spot.joints.share:
        return not _mere_kind(spot, chunk, measure)
    return measure.by != "counted" and held(measure) and is_name(spot, chunk)


def _mere_kind(spot: Spot, chunk: Chunk, measure: Found) -> bool:
    """Whether it only says of what kind the things counted are: "bottles of beer", "Planeten von Erdgröße"."""
    kind = measure.by == "counted" and chunk.determiner is None and not chunk.plural
    return kind and not is_name(spot, chunk) and not any(spot.is_(at, POSSESSIVE) for at in range(*chunk[:2]))


def pronoun_owner(spot: Spot, subject: Chunk) -> Owner | None:
    """Whom a pronoun means that is the subject."""
    return meant(spot, subject.head, spot.referents.pronoun(spot.sentence, spot.clause, subject.head))


def meant(spot: Spot, at: int, forms: frozenset[Form]) -> Owner | None:
    """Whom a pronoun or possessive means."""
    found = spot.referents.meant(spot.sentence.tokens[at].span.start, forms) if forms else None
    return None if found is None else owner(found, implied=True)


def owner(found: Referent, *, implied: bool = False) -> Owner:
    """Somebody or something the text speaks of as an owner."""
    argument = found.argument._replace(implied=implied)
    return Owner(argument, found.named)


def is_name(spot: Spot, chunk: Chunk) -> bool:
    """Whether a noun phrase is a name, known or by its capitals."""
    return (
        chunk.name
        or spot.names.at(span_of(spot.sentence, chunk)) is not None
        or spot.referents.is_party(spot.sentence, chunk)
        or spot.referents.bare_name(spot.sentence, chunk)
    )


def noun_owner(
    spot: Spot, chunk: Chunk, *, people: bool = False, places: bool = False, speakers: bool = False
) -> Owner | None:
    """The name of a noun phrase, else its noun; None for a speaker, a time, a word that only counts."""
    name = spot.referents.name(spot.sentence, chunk)
    place = name is not None and name.kind == "place" and not (chunk.name or places)
    if name is None or place or (people and name.kind != "person"):
        found = _noun(spot, chunk)
    else:
        found = owner(spot.referents.named(name))
    return found if people or speakers else _no_speaker(spot, found)


def _no_speaker(spot: Spot, found: Owner | None) -> Owner | None:
    return None if found is None or spot.names.speaks(found.argument.span.start) else found


def _noun(spot: Spot, chunk: Chunk) -> Owner | None:
    head = spot.sentence.tokens[chunk.head]
    if chunk.pronoun or spot.counts_only(chunk.head) or not spot.noun(chunk.head):
        return None
    bearer = spot.referents.bearer(spot.sentence, chunk)
    return Owner(Argument(head.span, head.text), is_name(spot, chunk), None if bearer is None else bearer.argument)
