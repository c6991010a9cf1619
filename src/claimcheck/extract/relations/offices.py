"""What somebody is to somebody else: "Kern, Chefin von Nordwerk", "Loths Nachfolger wird Quandt".

Offices, founders, successors, players, owners, subsidiaries, spouses: nouns of one build, each with its relation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.extract.relations.found import HOUSES, ONCE, Found, Pieces, relation
from claimcheck.extract.relations.holders import Holder, holder_of, house_of_clause, named_behind
from claimcheck.extract.relations.lexicon import HAS_ROLE, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.phrase import Phrase, other_behind, owner, phrase_at, prefix
from claimcheck.extract.relations.wanted import apart, gives_office
from claimcheck.languages.word_roles import CAPITAL, CLOSE, COMMA, NUMBER, OPEN, POSSESSIVE, STOP
from claimcheck.model import Modality
from claimcheck.model.analysis import Chunk

OF_A_HOUSE = ("ceo", "cfo", "cto", "coo", "chair", "founder", "co_founder")
"""Offices that are always those of one house, named or not."""
AGE_DIGITS = 2


def offices(reading: Reading) -> Iterator[Found]:
    """Every noun of a sentence that says what a named person or thing is."""
    before: tuple[Holder, int] | None = None
    for phrase in _phrases(reading):
        found, holder, after = _held(phrase, before)
        if holder is not None:
            before = None if holder.piece.start > phrase.reading.tokens[phrase.at].span.start else (holder, after)
            yield from _of_party(phrase, holder)
            yield from _of_age(phrase, holder)
            yield from _of_nation(phrase, holder)
        if found is not None:
            yield found


def _phrases(reading: Reading) -> Iterator[Phrase]:
    """The nouns of the kind; of one that goes on into another ("Chief Executive") only the whole."""
    known: Phrase | None = None
    for phrase in _nouns(reading):
        if known is not None and phrase.first > known.at:
            yield known
        known = phrase
    if known is not None:
        yield known


def _nouns(reading: Reading) -> Iterator[Phrase]:
    for chunk in reading.chunks:
        for at in range(chunk.first, chunk.last):
            office = reading.office_at(at) if reading.role(at) else None
            if office is not None and (not reading.lexicon.capitals or reading.role(at) & CAPITAL):
                phrase = phrase_at(reading, chunk, at, office)
                if not (_is_surname(phrase) or _is_in_name(phrase) or _appoints(phrase)):
                    yield phrase


def _is_in_name(phrase: Phrase) -> bool:
    """Whether a word for what a house or place is stands within its name: "Lindow *Capital* Corp"."""
    reading, at = phrase.reading, phrase.at
    told = reading.lexicon.capitals or phrase.for_person or not reading.role(at) & CAPITAL
    return not told and at + 1 < phrase.chunk.last and bool(reading.role(at + 1) & CAPITAL)


def _appoints(phrase: Phrase) -> bool:
    """Whether the noun is a body that stands right before whom it gives an office: "wählte der *Rat* Jan Kern zum"."""
    parts = apart(phrase.reading, phrase.chunk) if gives_office(phrase.reading, phrase.chunk) else None
    return parts is not None and phrase.at < parts[1].first


def _is_surname(phrase: Phrase) -> bool:
    """Whether a word for a trade ends the name of a person: "Anna Bäcker", "Tim Cook"."""
    reading, before = phrase.reading, phrase.at - 1
    if before < reading.noun_start(phrase.chunk) or not reading.role(before) & reading.role(phrase.at) & CAPITAL:
        return False
    first = reading.text(before, phrase.at)
    known = first in reading.lexicon.words.first_names
    if known or phrase.is_public:
        return known
    ends = phrase.at == phrase.chunk.last - 1 and not first.endswith(("s", "'", *reading.lexicon.words.of_town))
    if reading.lexicon.capitals or not ends:
        return ends
    return reading.lexicon.office[first.lower()] is None and not first.lower().startswith(reading.lexicon.lesser)


def _held(phrase: Phrase, before: tuple[Holder, int] | None) -> tuple[Found | None, Holder | None, int]:
    """What the noun states, who is it, and the token behind it all."""
    apart = prefix(phrase)
    other = apart or owner(phrase)
    behind, after = named_behind(phrase)
    role_end = phrase.at + 1
    if behind is None and after == phrase.chunk.last:
        role_end = after = after + _tail(phrase.reading, after)
    if other is None and after >= phrase.chunk.last:
        other, after = other_behind(phrase, after, named=behind is not None)
    holder = holder_of(phrase, after, other, before) if behind is None else Holder(behind)
    if holder is None:
        return None, None, after
    role = _role(phrase, role_end, apart=apart is not None)
    return _stated(phrase, holder, role, other or _unsaid(phrase, holder)), holder, after


def _role(phrase: Phrase, end: int, *, apart: bool) -> Piece:
    """The words of the office, without the house `apart` in a compound."""
    tokens = phrase.reading.tokens
    cut = phrase.office.start if apart and phrase.first == phrase.at else 0
    return Piece(tokens[phrase.first].span.start + cut, tokens[end - 1].span.end, phrase.key)


def _tail(reading: Reading, at: int) -> int:
    """How many words behind an office belong to its name: "editor *in chief*", "secretary *of state*"."""
    tails = reading.lexicon.table["office_tails"]
    return next((n for n in (2, 1) if " ".join(map(reading.low, range(at, at + n))) in tails), 0)


def _unsaid(phrase: Phrase, holder: Holder) -> Piece | None:
    """The house that stands elsewhere in the clause, or is the only one whose office it can be."""
    house = house_of_clause(phrase, holder) if holder.told and phrase.for_person else None
    return house or (_only_house(phrase) if phrase.standing == "now" else None)


def _only_house(phrase: Phrase) -> Piece | None:
    """The one house whose office it can be, where no possessive says that it is somebody's who is not known."""
    chief, reading = phrase.key in OF_A_HOUSE, phrase.reading
    of_a_house = chief or reading.lexicon.is_of_house(reading.low(phrase.at))
    if not of_a_house or reading.determined(phrase.chunk) in reading.lexicon.table["owner"]:
        return None
    return reading.register.house(reading, phrase.first, proven=not chief)


def _stated(phrase: Phrase, holder: Holder, role: Piece, other: Piece | None) -> Found | None:
    frame = phrase.frame
    other = role if frame["itself"] else other
    if other is None:
        return _stated_alone(phrase, holder, role)
    if other.start == holder.piece.start:
        return None
    pieces: Pieces = {frame["holder"]: holder.piece, frame["other"]: other}
    return _found(phrase, frame, holder, pieces | ({"role": role} if frame["role"] else {}))


def _stated_alone(phrase: Phrase, holder: Holder, role: Piece) -> Found | None:
    """The same without another side: what somebody is by trade, or in the deal told before."""
    frame = phrase.frame
    if frame["other"] == "target":
        return _of_deal(phrase, holder) if holder.told else None
    if frame["trade"] and not (holder.told and frame["other"] in HOUSES):
        frame = HAS_ROLE  # "a defender of the reforms" is none by trade
    if frame["needs_other"]:
        return None
    return _found(phrase, frame, holder, {frame["holder"]: holder.piece} | ({"role": role} if frame["role"] else {}))


def _of_deal(phrase: Phrase, holder: Holder) -> Found | None:
    """Who buys or sells what was told of before: "Käufer ist Nordwerk", "Neuer Eigentümer wird Nordwerk"."""
    frame, deal = phrase.frame, phrase.reading.register.deal(phrase.reading.number)
    if "target" not in deal or holder.piece.name in {each.name for each in deal.values()}:
        return None
    if frame["predicate"] == "acquires" or (holder.gets and frame["holder"] == "holder"):
        bought: Pieces = {"acquirer": holder.piece}
        return _found(phrase, frame | {"predicate": "acquires"}, holder, bought | deal)
    return _found(phrase, frame, holder, {frame["holder"]: holder.piece, "target": deal["target"]})


def _found(phrase: Phrase, frame: dict[str, Any], holder: Holder, pieces: Pieces) -> Found:
    predicate = "appointed" if holder.gets and frame is HAS_ROLE else frame["predicate"]
    standing = phrase.standing if holder.standing == "now" else holder.standing
    meant: Modality | None = "plan" if (standing, holder.meant) == ("soon", "fact") else holder.meant
    former = standing == "former" and predicate not in ONCE
    return relation(phrase.reading, predicate, pieces, phrase.at, meant, former=former)


def _of_party(phrase: Phrase, holder: Holder) -> Iterator[Found]:
    """The party an office is held for: "die SPD-Abgeordnete Kern", "Labour MP Nina Hale"."""
    reading, before = phrase.reading, phrase.first - 1
    party = None if phrase.frame["predicate"] == "member_of" else prefix(phrase)
    if party is None and before >= phrase.chunk.first and reading.role(before) & CAPITAL:
        party = Piece(*reading.tokens[before].span, name=reading.text(before, before + 1))
    if party is not None and party.name.lower() in reading.lexicon.parties:
        pieces: Pieces = {"person": holder.piece, "organization": party}
        yield relation(reading, "member_of", pieces, phrase.at, "fact")


def _of_age(phrase: Phrase, holder: Holder) -> Iterator[Found]:
    """The age before what somebody is: "Nina Hale, a *44-year-old* plumber"."""
    reading = phrase.reading
    at = next((k for k in range(phrase.chunk.first, phrase.first) if reading.lexicon.is_age(reading.low(k))), None)
    if at is not None and phrase.for_person and holder.piece.person:
        pieces: Pieces = {"person": holder.piece, "years": Piece(*reading.tokens[at].span)}
        yield relation(reading, "age", pieces, at, "fact")


def _of_nation(phrase: Phrase, holder: Holder) -> Iterator[Found]:
    """The nation before what somebody is by trade: "Swiss sprinter Kern", "die ungarische Regisseurin Kern"."""
    reading = phrase.reading
    if phrase.is_public or not phrase.for_person:
        return
    for at in range(phrase.chunk.first, phrase.first):
        word = reading.text(at, at + 1)
        alone = at == phrase.first - 1 and word in reading.lexicon.lands  # "Ghana winger Kern"
        if reading.lexicon.of_nation(word) or (alone and not reading.lexicon.capitals):
            pieces: Pieces = {"person": holder.piece, "country": Piece(*reading.tokens[at].span)}
            yield relation(reading, "nationality", pieces, at, "fact")


def nations(reading: Reading) -> Iterator[Found]:
    """Of which nation those are before whose name a nation stands: "the Czech qualifier Kern", "Britain's Jan Kern"."""
    for chunk in reading.chunks:
        at = next((k for k in range(chunk.first, chunk.last - 1) if _nation(reading, k, chunk.last)), None)
        house = at is not None and any(map(reading.is_class, range(chunk.first, chunk.last)))
        person = None if at is None or house else _person_behind(reading, chunk, at)
        if at is not None and person is not None:
            pieces: Pieces = {"person": person, "country": Piece(*reading.tokens[at].span)}
            yield relation(reading, "nationality", pieces, at, "fact")
        yield from _hailing(reading, chunk)


def _hailing(reading: Reading, chunk: Chunk) -> Iterator[Found]:
    """Of which nation somebody is of whom no office is told: "Scott Mabry *of the United States*"."""
    behind = reading.beginning_at(chunk.last)
    if behind is None or reading.led(behind) not in reading.lexicon.table["hails"]:
        return
    at, person = reading.noun_start(behind), reading.named(chunk)
    land = reading.text(at, behind.last)
    plain = person is not None and person.human and person.start == reading.tokens[chunk.first].span.start
    if person is not None and plain and land in reading.lexicon.lands and not reading.lexicon.of_nation(land):
        pieces: Pieces = {"person": person, "country": reading.piece(at, behind.last)}
        yield relation(reading, "nationality", pieces, at, "fact")


def _person_behind(reading: Reading, chunk: Chunk, at: int) -> Piece | None:
    """The person with whose name a phrase ends, behind a token and no office held for a country."""
    person = reading.named(chunk)
    if person is None or not (person.human or (person.person and not reading.lexicon.capitals)):
        return None
    between = [k for k in range(at + 1, chunk.last) if reading.tokens[k].span.end <= person.start]
    stands = person.start >= reading.tokens[at].span.end and not any(reading.is_public(k) for k in between)
    return person if stands else None


def _nation(reading: Reading, at: int, last: int) -> bool:
    """Whether a token names a nation for what follows: as an adjective before no name, or in the genitive."""
    word = reading.text(at, at + 1)
    if reading.role(at + 1) & POSSESSIVE:
        return word in reading.lexicon.lands and not reading.lexicon.of_nation(word)
    called = reading.is_of_nation(at, last)  # "Croatian Ivan Petric"
    plain = reading.lexicon.capitals or called or not reading.role(at + 1) & CAPITAL
    return reading.lexicon.of_nation(word) and plain


def parties(reading: Reading) -> Iterator[Found]:
    """Who is of which party, from a bracket: "Kern (SPD)", "Kern (47, SPD)"."""
    for at in range(2, reading.count - 1):
        party = reading.low(at).partition("-")[0] in reading.lexicon.parties  # "Tim Scott (R-Texas)"
        opened = _bracket(reading, at) if party else 0
        chunk = reading.ending_at(opened) if opened else None
        person = None if chunk is None else reading.named(chunk)
        if person is not None and person.person:
            pieces: Pieces = {"person": person, "organization": reading.piece(at, at + 1)}
            yield relation(reading, "member_of", pieces, at, "fact")


def _bracket(reading: Reading, at: int) -> int:
    """The token that opens the bracket in which a party stands alone or behind a number; 0 where none does."""
    low = at - 1
    while reading.role(low) & (COMMA | NUMBER):
        low -= 1
    alone = reading.role(low) & OPEN and reading.role(at + 1) & (CLOSE | COMMA | STOP)
    return low if alone else 0


def ages(reading: Reading) -> Iterator[Found]:
    """How old those are whom a noun calls by their age: "Der 61-Jährige", "der 61 Jahre alte Händler"."""
    for chunk in reading.chunks:
        headed = reading.lexicon.is_age(reading.low(chunk.head))
        years = reading.phrase(chunk) if headed else reading.years(chunk)
        person = None if years is None or reading.named(chunk) else reading.referent(chunk, person=True)
        if years is not None and person is not None:
            yield relation(reading, "age", {"person": person, "years": years}, chunk.head, "fact")
        yield from _aged_aside(reading, chunk)


def _aged_aside(reading: Reading, chunk: Chunk) -> Iterator[Found]:
    """How old those are who are called by their trade: "The guard, *23*, …"."""
    at = chunk.last + 1
    if not (reading.role(chunk.last) & COMMA and reading.role(at) & NUMBER and reading.role(at + 1) & COMMA):
        return
    person = None if reading.named(chunk) is not None else reading.referent(chunk, person=True)
    if person is not None and len(reading.low(at)) == AGE_DIGITS:
        yield relation(reading, "age", {"person": person, "years": Piece(*reading.tokens[at].span)}, at, "fact")
