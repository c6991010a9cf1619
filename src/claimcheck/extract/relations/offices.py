"""Who holds which office, founded what, and is of which party: "Kern, Chefin von Nordwerk", "Nordwerk-Chefin Kern"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.relations.found import Found, Pieces, relation
from claimcheck.extract.relations.lexicon import Office
from claimcheck.extract.relations.names import CERTAIN, Piece, Reading
from claimcheck.languages.word_roles import BE, CAPITAL, CLOSE, COMMA, OPEN, POSSESSIVE
from claimcheck.model import Modality
from claimcheck.model.analysis import Chunk

MOST_NAMES = 4


def offices(reading: Reading) -> Iterator[Found]:
    """Every office and party of a sentence that a person with a name has."""
    lexicon = reading.lexicon
    for chunk in reading.chunks:
        for at in range(chunk.first, chunk.last):
            office = lexicon.office(reading.low(at)) if reading.role(at) else None
            if office is not None and (not lexicon.capitals or reading.role(at) & CAPITAL):
                found = _held(reading, chunk, at, office)
                if found is not None:
                    yield found
    yield from _parties(reading)


def _parties(reading: Reading) -> Iterator[Found]:
    """ "Kern (SPD)"."""
    lexicon = reading.lexicon
    for at in range(2, reading.count - 1):
        bracketed = reading.role(at - 1) & OPEN and reading.role(at + 1) & CLOSE
        person = (
            _person(reading, reading.ending_at(at - 1)) if bracketed and reading.low(at) in lexicon.parties else None
        )
        if person is not None:
            yield relation(
                reading, "member_of", {"person": person, "organization": reading.piece(at, at + 1)}, at, "fact"
            )


def _held(reading: Reading, chunk: Chunk, at: int, office: Office) -> Found | None:
    """Who holds the office named at a token of a phrase, and where."""
    first, key = _words(reading, chunk, at, office)
    if _not_now(reading, first):
        return None
    house = _prefix(reading, at, office)
    start = reading.tokens[first].span.start + (office.start if house is not None else 0)
    role = Piece(start, reading.tokens[at].span.end, key)
    house = house or _owner(reading, chunk, first)
    person, after = _name_behind(reading, chunk, at)
    if house is None and after == chunk.last:
        house, after = house_behind(reading, after, sure=person is None)
    meant: Modality | None = "fact"  # whoever is named with an office has it, whatever is said of them
    if person is None and at == chunk.last - 1:
        person = _apposed(reading, chunk, after)
        if person is None:
            person = _is_one(reading, chunk)
            meant = "negated" if reading.sentence.clauses[reading.sentence.owners[at]].negated else None
    pieces = None if person is None else _pieces(office, person, role, house)
    predicate = "founded" if office.founder else "has_role"
    return None if pieces is None else relation(reading, predicate, pieces, at, meant)


def _pieces(office: Office, person: Piece, role: Piece, house: Piece | None) -> Pieces | None:
    """Who holds what and where; None where the house is the person, or nothing is founded."""
    pieces: Pieces = {"founder" if office.founder else "person": person, "role": role}
    if house is None:
        return None if office.founder else pieces
    return None if (person.start, person.end) == (house.start, house.end) else {**pieces, "organization": house}


def _words(reading: Reading, chunk: Chunk, at: int, office: Office) -> tuple[int, str | None]:
    """The first token of an office of several words ("chief financial officer"), and its key."""
    found = reading.lexicon.phrase([reading.low(k) for k in range(chunk.first, at + 1)])
    return (at, office.key) if found is None else (at + 1 - found[0], found[1])


def _not_now(reading: Reading, first: int) -> bool:
    """Whether the office is a former or a coming one."""
    near = range(max(first - 3, 0), first)
    stops = [k for k in near if reading.role(k) & COMMA]
    words = [reading.low(k) for k in near if k > max(stops, default=-1)]
    before = reading.low(first)
    prefixes = tuple(reading.lexicon.table["former_prefixes"])
    return any(word in reading.lexicon.not_now for word in words) or before.startswith(prefixes)


def _prefix(reading: Reading, at: int, office: Office) -> Piece | None:
    """The house in a compound: "Nordwerk-Chefin"."""
    token = reading.tokens[at]
    start, end = token.span.start, token.span.start + office.start - 1
    if not office.start or reading.article.text[end] != "-":
        return None
    known = reading.piece(at, at + 1)
    if known.entity is not None and known.end <= end:
        return known
    word = reading.article.text[start:end]
    common = reading.lexicon.is_common(word.lower()) or reading.lexicon.is_class(word.lower())
    if common or not word[:1].isupper() or (word.isupper() and len(word) < 3):
        return None
    return Piece(start, end)


def _owner(reading: Reading, chunk: Chunk, first: int) -> Piece | None:
    """The house before the office: "Nordwerks Chefin", "Nordwerk CEO", "the museum's director"."""
    low = max((mark + 1 for mark in (chunk.preposition, chunk.determiner) if mark is not None), default=chunk.first)
    mark = next((k for k in range(first - 1, low - 1, -1) if reading.role(k) & POSSESSIVE), None)
    if mark is not None:
        return reading.piece(low, mark, 0) if mark > low and not reading.piece(low, mark).person else None
    return _name_before(reading, low, first)


def _name_before(reading: Reading, low: int, first: int) -> Piece | None:
    """The name that ends right before an office, in the genitive where all nouns look like names."""
    names = first
    while names > low and reading.role(names - 1) & CAPITAL and not reading.is_class(names - 1):
        names -= 1
    if names == first or names < low or reading.lexicon.office(reading.low(first - 1)) is not None:
        return None
    genitive = reading.low(first - 1).endswith(("s", "'"))
    piece = reading.piece(names, first, owner=genitive and reading.lexicon.capitals)
    if piece.person or (reading.lexicon.capitals and not genitive):
        return None
    return None if piece.entity is None and reading.lexicon.is_common(reading.low(first - 1)) else piece


def _name_behind(reading: Reading, chunk: Chunk, at: int) -> tuple[Piece | None, int]:
    """The person named right behind the office, and the token behind them."""
    last = at + 1
    while last < min(chunk.last, at + 1 + MOST_NAMES) and reading.role(last) & CAPITAL:
        last += 1
    first = at + 1
    while first < last and (reading.low(first) in reading.lexicon.titles or reading.lexicon.office(reading.low(first))):
        first += 1
    if first == last:
        return None, at + 1
    mention = reading.mention(first, last)
    piece = reading.piece(first, last)
    named = piece.person if mention is None else mention.kind in ("person", None) and piece.person
    return (piece, last) if named else (None, last)


def house_behind(reading: Reading, after: int, *, sure: bool) -> tuple[Piece | None, int]:
    """The house behind an office or its holder: "der Nordwerk AG", "von Nordwerk", "of the museum"."""
    chunk = reading.beginning_at(after)
    if chunk is None or chunk.pronoun:
        return None, after
    led = "" if chunk.preposition is None else reading.low(chunk.preposition)
    if not chunk.of and led not in reading.lexicon.table["belongs"]:
        return None, after
    piece = reading.named(chunk)
    if piece is None or piece.sure < CERTAIN:
        piece = reading.phrase(chunk) if chunk.determiner is not None and sure else None
    return (None, after) if piece is None or piece.human else (piece, chunk.last)


def _person(reading: Reading, chunk: Chunk | None) -> Piece | None:
    """The person a phrase ends with."""
    piece = None if chunk is None or chunk.preposition is not None else reading.named(chunk)
    if chunk is None or piece is None or not piece.person:
        return None
    bare = chunk.determiner is not None and reading.tokens[chunk.determiner + 1].span.start == piece.start
    return None if bare else piece


def _apposed(reading: Reading, chunk: Chunk, after: int) -> Piece | None:
    """The person before a comma and the office, or behind the office and a comma."""
    if reading.role(chunk.first - 1) & (COMMA | OPEN):
        before = reading.ending_at(chunk.first - 1)
        person = _person(reading, before)
        if person is not None:
            return person
    return _person(reading, reading.apposed(chunk, after))


def _is_one(reading: Reading, chunk: Chunk) -> Piece | None:
    """The subject of a clause that says what somebody is: "Kern ist Chefin von Nordwerk"."""
    clause = reading.sentence.clauses[reading.sentence.owners[chunk.head]]
    verb, subject = clause.verb, clause.subject
    if verb is None or verb != clause.predicate or not reading.role(verb) & BE or clause.tense != "present":
        return None
    if chunk.preposition is not None or chunk.of or subject is None or subject is chunk:
        return None
    return _person(reading, subject)
