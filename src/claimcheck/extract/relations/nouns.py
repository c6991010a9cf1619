"""Relations stated by a noun: "die Übernahme von Y durch X", "Xs Beteiligung an Y", "unter der Leitung von Z"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.extract.relations.found import HOUSES, Found, Pieces, add_values, enough, relation
from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.meant import meant_by_noun
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.naming import list_behind
from claimcheck.extract.relations.phrase import house_behind
from claimcheck.extract.relations.wanted import title_of, titled
from claimcheck.languages.word_roles import BE, COMMA, DETERMINER, GENITIVE, OPEN, POSSESSIVE, QUOTE
from claimcheck.model import Modality
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.claim import ArgumentName


def nouns(reading: Reading) -> Iterator[Found]:
    """What the nouns of a sentence state."""
    for chunk in reading.chunks:
        low = reading.low(chunk.head)
        apart = low.rfind("-") + 1
        for frame in reading.lexicon.nouns.get(low[apart:], ()):
            found = _stated(reading, chunk, frame, apart)
            if found is not None:
                yield found


def _stated(reading: Reading, chunk: Chunk, frame: dict[str, Any], apart: int) -> Found | None:
    """The relation of the noun that a phrase has for its head; `apart` is where the noun begins in a compound."""
    if frame["under"] and reading.led(chunk) not in frame["under"]:
        return None
    pieces = _before(reading, chunk, frame, apart)
    if pieces is None:
        return None
    end = _behind(reading, chunk, frame, pieces)
    _by_being(reading, chunk, frame, pieces)
    if frame["implied"] and frame["implied"] not in pieces and _describes(reading, chunk, frame):
        _implied(reading, chunk, frame, pieces)
    add_values(reading, frame["values"], range(chunk.first, end), chunk.head, pieces)
    if not enough(frame, pieces):
        return None
    return relation(reading, frame["predicate"], pieces, chunk.head, _meant(reading, chunk, frame))


def _by_being(reading: Reading, chunk: Chunk, frame: dict[str, Any], pieces: Pieces) -> None:
    """Adds where a seat is by its verb: "*The headquarters* of Nordwerk are *in Leeds*"."""
    clause, lies = reading.clause_of(chunk.head), reading.lexicon.table["lies"]
    if "place" not in frame["needs"] or clause.subject is not chunk or clause.verb is None:
        return
    if reading.role(clause.verb) & BE or clause.lemma in lies:
        for each in clause.adjuncts:
            if each.first > clause.verb and reading.led(each) not in reading.lexicon.definite:
                _put(reading, pieces, frame["prepositions"].get(reading.led(each)), each)


def _meant(reading: Reading, chunk: Chunk, frame: dict[str, Any]) -> Modality | None:
    """How the deed of a noun is meant: denied only where its verb is about it."""
    clause = reading.clause_of(chunk.head)
    if frame["values"]["number"]:
        return None
    if clause.negated and (chunk is clause.subject or chunk in clause.objects):
        return "negated"
    return frame["meant"] if frame["meant"] == "fact" else meant_by_noun(reading, chunk, clause) or frame["meant"]


def _describes(reading: Reading, chunk: Chunk, frame: dict[str, Any]) -> bool:
    """Whether a phrase tells of the thing beside it, and not with whom it does something: "met *with 40 workers*"."""
    if not frame["values"]["number"]:
        return True
    clause = reading.clause_of(chunk.head)
    beside = _beside(reading, chunk) is not None or chunk.first - clause.first in (0, 1)
    is_so = clause.verb is not None and reading.role(clause.verb) & BE
    return beside or bool(is_so) or _is_owned(reading, chunk)


def _beside(reading: Reading, chunk: Chunk) -> Chunk | None:
    """The phrase right before another, or before the mark where a bare noun stands: "Lindow, *population 900*,"."""
    bare = chunk.preposition is None and chunk.determiner is None
    aside = bare and reading.role(chunk.first - 1) & (COMMA | OPEN)
    before = reading.ending_at(chunk.first - bool(aside))
    kind = None if before is None or before.preposition is None else reading.ending_at(before.first)
    return kind if kind is not None and reading.low(kind.head) in reading.lexicon.table["places"] else before


def _before(reading: Reading, chunk: Chunk, frame: dict[str, Any], apart: int) -> Pieces | None:
    """Who is named before the noun, or in it; None for a compound without a name."""
    if apart:
        piece = _compound(reading, chunk.head, apart) if frame["of"] else None
        return None if piece is None else {frame["of"]: piece}
    piece = owned_by(reading, chunk) if frame["possessor"] else None
    return {} if piece is None else {frame["possessor"]: piece}


def _compound(reading: Reading, at: int, apart: int) -> Piece | None:
    """A known name before the hyphen: "Nordwerk-Übernahme"."""
    piece = reading.piece(at, at + 1)
    return piece if piece.entity is not None and piece.end < reading.tokens[at].span.start + apart else None


def owned_by(reading: Reading, chunk: Chunk) -> Piece | None:
    """The name in the genitive before the noun: "Nordwerks Übernahme", "Nordwerk's takeover"."""
    marks = [k for k in range(chunk.first, chunk.head) if reading.role(k) & POSSESSIVE]
    genitive = reading.lexicon.capitals and reading.low(chunk.head - 1).endswith(("s", "'"))
    low = marks[-1] if marks else chunk.head if genitive else 0
    first = chunk.first if chunk.preposition is None else chunk.preposition + 1
    return reading.piece(first, low, owner=not marks) if first < low and not reading.role(first) & DETERMINER else None


def _behind(reading: Reading, chunk: Chunk, frame: dict[str, Any], pieces: Pieces) -> int:
    """Adds what hangs on the noun to its right; returns the token behind it."""
    at = chunk.last
    while at < reading.count:
        listed = list_behind(reading, at) if at > chunk.last else 0
        each = reading.around(listed) if listed else reading.beginning_at(at)
        if each is None:
            break
        if reading.led(each) in frame["office"]:
            return _put_office(reading, pieces, each)
        role = frame["of"] if each.of or listed else frame["prepositions"].get(reading.led(each))
        if not _hangs_on(reading, chunk, each, role, pieces):
            break
        at = _put(reading, pieces, role, each)
        _pair_up(reading, each, frame, pieces)
    return at


def _hangs_on(reading: Reading, chunk: Chunk, each: Chunk, role: ArgumentName | None, pieces: Pieces) -> bool:
    """Whether a phrase is of the noun, and not of one between: "the opening of the canteen *of the works*"."""
    if role is None:
        return _holds_number(reading, each)
    return not each.of or each.first <= chunk.last or role in HOUSES or role in pieces


def _put(reading: Reading, pieces: Pieces, role: ArgumentName | None, chunk: Chunk) -> int:
    """Adds the name of a phrase in a role that is free; returns the token behind both."""
    piece = None if role in (None, "none") or role in pieces else reading.named(chunk)
    if piece is None or role is None:
        return chunk.last
    pieces[role] = piece
    return _past(reading, chunk.last, piece)


def _put_office(reading: Reading, pieces: Pieces, chunk: Chunk) -> int:
    """Adds the office that a phrase names, and its house; returns the token behind both."""
    if reading.lexicon.office[reading.low(chunk.last - 1)] is None:
        return chunk.last
    start = reading.tokens[reading.noun_start(chunk)].span.start
    pieces["role"] = Piece(start, reading.tokens[chunk.last - 1].span.end)
    house, after = house_behind(reading, chunk.last, sure=False)
    if house is not None:
        pieces["organization"] = house
    return after


def _pair_up(reading: Reading, chunk: Chunk, frame: dict[str, Any], pieces: Pieces) -> None:
    """The second of two whom an "and" joins: "the merger *of A and B*"."""
    more = reading.joined(chunk)
    second = reading.named(more[0]) if len(more) == 1 and frame["pair"] else None
    if second is not None and frame["pair"] not in pieces:
        pieces[frame["pair"]] = second


def _past(reading: Reading, at: int, piece: Piece) -> int:
    """The token behind a name, which stands behind its phrase if it is in lower case."""
    while at < reading.count and reading.tokens[at].span.end <= piece.end:
        at += 1
    return at


def _holds_number(reading: Reading, chunk: Chunk) -> bool:
    start, end = reading.tokens[chunk.first].span.start, reading.tokens[chunk.last - 1].span.end
    return any(start <= each.span.start < end for each in reading.claims)


# who only is implied


def _implied(reading: Reading, chunk: Chunk, frame: dict[str, Any], pieces: Pieces) -> None:
    """The actor whom the sentence only implies: who does something with it or by it, or whom it enables."""
    role = frame["implied"]
    beside = _beside(reading, chunk) if frame["values"]["number"] else None
    if beside is None and _is_owned(reading, chunk) and not reading.role(chunk.first - 1) & OPEN:
        person = role in frame["people"]
        piece = reading.owner(chunk, person=person | (role not in HOUSES), house=not person)
    else:
        piece = _actor(reading, chunk, beside or _by_verb(reading, chunk, role))
    if piece is not None and piece.sure >= CERTAIN and not (role == "organization" and piece.person):
        pieces[role] = piece._replace(implied=True)


def _by_verb(reading: Reading, chunk: Chunk, role: ArgumentName) -> Chunk | None:
    clause = reading.clause_of(chunk.head)
    return _enabled(reading, chunk, clause) or _subject(reading, chunk, clause, role)


def _is_owned(reading: Reading, chunk: Chunk) -> bool:
    return reading.determined(chunk) in reading.lexicon.table["owner"]


def _actor(reading: Reading, chunk: Chunk, who: Chunk | None) -> Piece | None:
    return None if who is None or who is chunk or who.preposition is not None else reading.named(who)


def _enabled(reading: Reading, chunk: Chunk, clause: Clause) -> Chunk | None:
    """Whom the noun before its verb enables: "der Kauf verschafft Nordwerk Raum"."""
    verb = clause.verb if clause.lemma in reading.lexicon.table["enable"] else None
    if verb is None or chunk.first > verb:
        return None
    return next((each for each in clause.objects if each.first > verb and not each.pronoun), None)


def _subject(reading: Reading, chunk: Chunk, clause: Clause, role: ArgumentName) -> Chunk | None:
    """The subject of the clause, or before a bracket whose thing it is, where the noun is its doing or its own."""
    table = reading.lexicon.table
    owned = _is_owned(reading, chunk)
    lemmas = {reading.tokens[k].lemma for k in (clause.predicate, clause.verb) if k is not None}
    through = reading.led(chunk) in table["through"]
    if clause.passive or not (through or owned or role == "organization" or lemmas & {*table["light"]}):
        return None
    bracketed = owned and reading.role(chunk.first - 1) & OPEN
    return reading.ending_at(chunk.first - 1) if bracketed else clause.subject


# works


def works(reading: Reading) -> Iterator[Found]:
    """Who wrote the works that a sentence names: "Kern's novel *Salt*", "*Salt*, a play by Kern"."""
    for at in range(reading.count):
        chunk = reading.around(at) if reading.lexicon.is_work(reading.low(at)) else None
        title = None if chunk is None else title_of(reading, at) or _title_before(reading, chunk)
        person = None if chunk is None or title is None else _author(reading, chunk, at, title)
        if title is not None and person is not None:
            yield relation(reading, "author", {"person": person, "work": title}, at, "fact")


def _title_before(reading: Reading, chunk: Chunk) -> Piece | None:
    """The title that a noun explains: "*The Salt Ledger*, a novel by Kern"."""
    comma = reading.role(chunk.first - 1) & COMMA
    before = reading.ending_at(chunk.first - 1 - bool(reading.role(chunk.first - 2) & QUOTE)) if comma else None
    return None if before is None else titled(reading, before)


def _author(reading: Reading, chunk: Chunk, at: int, title: Piece) -> Piece | None:
    """Whose work it is: the owner before the noun, or who stands behind noun or title with "by"."""
    noun = chunk._replace(last=at + 1, head=at)
    clause = reading.clause_of(at)
    if clause.connective is not None and chunk.first in (clause.connective, clause.connective + 1):
        whose = reading.antecedent(clause) if reading.role(clause.connective) & GENITIVE else None
        return _person(None if whose is None else reading.named(whose))
    if reading.determined(chunk) in reading.lexicon.table["owner"]:
        return _person(reading.owner(noun, person=True, house=False))
    ends = (at + 1, reading.sentence.token_at(title.end - 1) + 1, reading.sentence.token_at(title.end - 1) + 2)
    behind = next(
        (each for each in map(reading.beginning_at, ends) if each is not None and _is_by(reading, each)), None
    )
    return _person(owned_by(reading, noun) if behind is None else reading.named(behind))


def _is_by(reading: Reading, chunk: Chunk) -> bool:
    return reading.led(chunk) in reading.lexicon.table["agents"]


def _person(piece: Piece | None) -> Piece | None:
    return piece if piece is not None and piece.person else None
