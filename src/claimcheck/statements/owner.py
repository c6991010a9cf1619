"""Whose value a number is: a name or noun that hangs on its measure, the subject of its clause, or whom that means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.languages.word_roles import CAPITAL, POSSESSIVE, PRONOUN, TIME
from claimcheck.model import Span
from claimcheck.model.about import Form
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.relation import Argument
from claimcheck.statements.families import family, table, takes
from claimcheck.statements.measure import Found
from claimcheck.statements.place import Spot
from claimcheck.statements.referents import Referent, span_of


class Owner(NamedTuple):
    """Whose a value is, and whether by a name; `bearer` is the name a noun stands for."""

    argument: Argument
    named: bool
    bearer: Argument | None = None


def owner_of(spot: Spot, measure: Found | None) -> Owner | None:
    """Whose value the number is; None where the text does not say."""
    if measure is None:
        return _named_subject(spot)
    if measure.by == "state" and measure.chunk is not None and measure.chunk.head > measure.at:
        return noun_owner(spot, measure.chunk)
    return (
        _possessor(spot, measure)
        or _hanging(spot, measure)
        or _carrier(spot, measure)
        or _of_clause(spot, measure)
        or _setting(spot, measure)
    )


def _named_subject(spot: Spot) -> Owner | None:
    """Who has a number that nothing names: "Die Grünen kamen auf 4,1 Prozent"."""
    clause = spot.clause
    if clause is None or spot.claim.type == "quantity" or not (spot.changing(clause) or spot.equating(clause)):
        return None
    found = _subject(spot, Found(spot.first, None, "phrase", chunk=spot.own()))
    return found if found is not None and found.named else None


def _of_clause(spot: Spot, measure: Found) -> Owner | None:
    """The subject, where the measure is not that itself; else, of what somebody has, who was last told of."""
    if measure.by == "subject" or _is_subject(spot, measure):
        return _told_before(spot) if _held(measure) and _bare(spot, measure) else None
    return _subject(spot, measure)


def _is_subject(spot: Spot, measure: Found) -> bool:
    subject = None if spot.clause is None else spot.clause.subject
    return subject is not None and _holds(subject, measure.at, spot.first)


def _holds(chunk: Chunk, *tokens: int) -> bool:
    return any(chunk.first <= each < chunk.last for each in tokens)


def _held(measure: Found) -> bool:
    """Whether the measure is one that a firm, place or person has: then whose it is was told before."""
    return measure.concept is not None and table()[measure.concept]["of"] in ("holder", "person")


def _bare(spot: Spot, measure: Found) -> bool:
    """Whether nothing hangs on the measure that says whose or which it is."""
    behind = None if measure.chunk is None else spot.behind(measure.chunk)
    return behind is None or not (behind.of or spot.preposition(behind) in spot.joints.owner)


def _told_before(spot: Spot) -> Owner | None:
    """The last subject that is a name, in this sentence or the ones before."""
    found = spot.referents.topic(spot.offset)
    return None if found is None else owner(found, implied=True)


def _possessor(spot: Spot, measure: Found) -> Owner | None:
    """Who stands before the noun: "Nordwerks Umsatz", "the company's profit", "its profit"."""
    chunk = measure.chunk or spot.chunk(measure.at)
    if chunk is None:
        return None
    for at in range(chunk.first, min(measure.at, chunk.last)):
        if spot.is_(at, POSSESSIVE) and not spot.is_(at, PRONOUN | TIME):
            return words_owner(spot, at - spot.low(at).startswith(("'", "’")), at)
    forms = None if chunk.determiner is None else spot.joints.possessives.get(spot.low(chunk.determiner))
    if chunk.determiner is not None and forms is not None:
        return _meant(spot, chunk.determiner, forms)
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
    text = text.removesuffix("'s").removesuffix("’s").rstrip(" ")
    return Owner(Argument(Span(span.start, span.start + len(text)), text), bool(tokens[first].roles & CAPITAL))


def _hanging(spot: Spot, measure: Found) -> Owner | None:
    """What hangs on the noun: a genitive, or a preposition that says whose it is."""
    chunk = measure.chunk or spot.chunk(measure.at)
    behind = None if chunk is None or measure.by == "verb" else spot.behind(chunk)
    while behind is not None and (behind.of or spot.preposition(behind) in spot.joints.owner):
        if _may_own(spot, behind, measure):
            return noun_owner(spot, behind)
        behind = spot.behind(behind)
    return None


def _may_own(spot: Spot, chunk: Chunk, measure: Found) -> bool:
    """Whether what hangs on a measure is no number, time or pronoun, and close enough to be its owner."""
    if chunk.first <= spot.first < chunk.last or chunk.number is not None or chunk.pronoun:
        return False
    if spot.is_(chunk.head, TIME):
        return False
    if chunk.of or spot.preposition(chunk) in spot.joints.share:
        return True
    return measure.by != "counted" and _held(measure) and _is_name(spot, chunk)


def _carrier(spot: Spot, measure: Found) -> Owner | None:
    """The noun that what is counted hangs on: "ein Bus mit 40 Passagieren", "a city of 40,000 people"."""
    chunk = measure.chunk
    if measure.by != "counted" or chunk is None or chunk.preposition is None:
        return None
    before = spot.mere(spot.before(chunk.preposition))
    if before is None or before.last != chunk.first or not _may_carry(spot, before, chunk):
        return None
    return noun_owner(spot, before)


def _may_carry(spot: Spot, before: Chunk, chunk: Chunk) -> bool:
    """Whether a noun has what hangs on it; "the arrest of 399 people" has none."""
    word, preposition = spot.low(before.head), spot.preposition(chunk)
    deed = next(iter(spot.concepts.noun(word)), None)
    if deed is not None and table()[deed]["of"] == "event" and takes(deed, family(spot.claim)):
        return False
    body = preposition in spot.joints.share and spot.referents.kind_of(word) in ("organisation", "place")
    return preposition in spot.joints.carrier or body


def _subject(spot: Spot, measure: Found) -> Owner | None:
    """The subject, where the verb has, bears or changes the number for it."""
    clause = spot.clause
    subject = None if clause is None else spot.subject(clause)
    if clause is None or subject is None or clause.passive or _holds(subject, spot.first, measure.at):
        return None
    nobody = clause.lemma in spot.joints.existential and spot.low(subject.head) in spot.joints.empty
    if nobody or not _bears(spot, clause, measure):
        return None
    if subject.pronoun:
        return pronoun_owner(spot, subject)
    return noun_owner(spot, subject, speakers=spot.place() == "object")


def pronoun_owner(spot: Spot, subject: Chunk) -> Owner | None:
    """Whom a pronoun means that is the subject."""
    return _meant(spot, subject.head, spot.referents.pronoun(spot.sentence, spot.clause, subject.head))


def _meant(spot: Spot, at: int, forms: frozenset[Form]) -> Owner | None:
    """Whom a pronoun or possessive means."""
    found = spot.referents.meant(spot.sentence.tokens[at].span.start, forms) if forms else None
    return None if found is None else owner(found, implied=True)


def _bears(spot: Spot, clause: Clause, measure: Found) -> bool:
    """Whether the verb gives its object's number to its subject, or changes or equals it by a preposition."""
    place = spot.place()
    if measure.by in ("verb", "object") or place == "object" or _among(clause.objects, measure):
        return True
    if _among(clause.adjuncts, measure) and _held(measure):
        return True
    return place == "adjunct" and _carries(spot, clause)


def _among(chunks: Sequence[Chunk], measure: Found) -> bool:
    return measure.chunk is not None and measure.chunk.first in {each.first for each in chunks}


def _carries(spot: Spot, clause: Clause) -> bool:
    """Whether the verb gives a number behind a preposition to its subject: to have, earn, sell, change or equal it."""
    return (
        clause.lemma in spot.concepts.objects or spot.changing(clause) or spot.equating(clause) or spot.having(clause)
    )


def _setting(spot: Spot, measure: Found) -> Owner | None:
    """Where there are so many, or in what: "Im Werk arbeiten 300 Menschen", "there are 911 students in the class"."""
    clause = spot.clause
    if clause is None or measure.by not in ("counted", "subject", "verb", "phrase") or _agent(spot, clause):
        return None
    found = [each for each in clause.adjuncts if _sets(spot, each) and not each.first <= measure.at < each.last]
    return noun_owner(spot, found[0], places=True) if len(found) == 1 and _may_hold(spot, found[0]) else None


def _sets(spot: Spot, chunk: Chunk) -> bool:
    if spot.preposition(chunk) not in spot.joints.setting or spot.is_(chunk.head, TIME):
        return False
    return chunk.number is None and not chunk.pronoun


def _may_hold(spot: Spot, chunk: Chunk) -> bool:
    """Whether a phrase that says where names somewhere or something that has so much."""
    if _is_name(spot, chunk) or spot.referents.kind_of(spot.low(chunk.head)) is not None:
        return True
    concept = next(iter(spot.concepts.noun(spot.low(chunk.head))), None)
    return chunk.determiner is not None and concept is not None and "count" in table()[concept]["values"]


def _agent(spot: Spot, clause: Clause) -> bool:
    """Whether somebody else does it: then where it happens is not whose it is."""
    subject = None if clause.passive else clause.subject
    if subject is None or subject.first <= spot.first < subject.last:
        return False
    return spot.low(subject.head) not in spot.joints.empty


def owner(found: Referent, *, implied: bool = False) -> Owner:
    """Somebody or something the text speaks of as an owner."""
    argument = found.argument._replace(implied=implied)
    return Owner(argument, found.named)


def _is_name(spot: Spot, chunk: Chunk) -> bool:
    return (
        chunk.name
        or spot.names.at(span_of(spot.sentence, chunk)) is not None
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
    return Owner(Argument(head.span, head.text), _is_name(spot, chunk), None if bearer is None else bearer.argument)
