"""Who is what a noun says: "Chefin *Kern*", "*Kern*, Chefin von Nordwerk", "*Kern* arbeitet als Chefin"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.meant import controller, is_over, meant_by_verb
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.phrase import Phrase, Standing
from claimcheck.languages.word_roles import ADVERB, BE, BECOME, CAPITAL, COMMA, COORDINATOR, FUTURE, HAVE, OPEN, PLURAL
from claimcheck.model import Modality
from claimcheck.model.analysis import Chunk, Clause

MOST_NAMES, NAME_OF_TWO = 4, 3
SHORT = 6
"""Letters of an abbreviated title with its full stop at most: "Gov."."""


class Holder(NamedTuple):
    """Who is it, and how that is meant; `gets`: they become it; `told`: a clause says so."""

    piece: Piece
    meant: Modality | None = "fact"
    standing: Standing = "now"
    gets: bool = False
    told: bool = False


def named_behind(phrase: Phrase) -> tuple[Piece | None, int]:
    """The name right behind the noun, and the token behind that."""
    reading = phrase.reading
    behind = _behind_stop(phrase)
    if behind is not None:
        return _named_alone(phrase, behind), behind.last
    last = _capitals_end(phrase)
    first = next((k for k in range(phrase.at + 1, last) if not _is_title(reading, k)), last)
    if first == last:
        return None, phrase.at + 1
    mention, piece = reading.mention(first, last), reading.piece(first, last)
    kind = None if mention is None else mention.kind
    fits = _fits(phrase, piece) and (kind is None or (kind == "person") == phrase.for_person)
    return (piece, last) if fits else (None, last)


def _behind_stop(phrase: Phrase) -> Chunk | None:
    """The phrase behind an abbreviated title: "Gov. Nina Hale"."""
    reading, at = phrase.reading, phrase.at
    if reading.low(at + 1) != "." or phrase.chunk.last != at + 1 or len(reading.low(at)) >= SHORT:
        return None
    return reading.beginning_at(at + 2)


def _is_title(reading: Reading, at: int) -> bool:
    low = reading.low(at)
    return low in reading.lexicon.titles or reading.lexicon.office[low] is not None


def _capitals_end(phrase: Phrase) -> int:
    last = phrase.at + 1
    reading = phrase.reading
    end = min(phrase.chunk.last, phrase.at + 1 + MOST_NAMES)
    while last < end and (reading.role(last) & CAPITAL or (reading.is_joint(last) and last > phrase.at + 1)):
        last += 1
    while reading.lexicon.capitals and last - phrase.at > NAME_OF_TWO and _is_noun(reading, last - 1):
        last -= 1  # "peilt CEO Jan Kern Erlöse von … an"
    alone = _are_several(reading, phrase.at) and not reading.role(last) & (COORDINATOR | COMMA)
    return phrase.at + 1 if alone else last  # "analysts Lindow Research"


def _is_noun(reading: Reading, at: int) -> bool:
    return reading.lexicon.is_plural(reading.text(at, at + 1))


def holder_of(phrase: Phrase, after: int, other: Piece | None, before: tuple[Holder, int] | None) -> Holder | None:
    """Who is it where no name stands right behind; `before` is who has the noun before, and where that ends."""
    if phrase.at != phrase.chunk.last - 1 or (phrase.frame["itself"] and (phrase.chunk.of or phrase.chunk.plural)):
        return None
    told = _shared(phrase) or _apposed_to(phrase) or _is_one(phrase, other)
    return told or _apposed_behind(phrase, after) or _together(phrase, before) or _again(phrase)


def _is_many(phrase: Phrase) -> bool:
    """Whether a noun is of several people where its form tells: "Finnie, *representatives* of the society, …"."""
    return phrase.for_person and bool(phrase.chunk.plural) and not phrase.reading.lexicon.capitals


def _are_several(reading: Reading, at: int) -> bool:
    """Whether a word means several people, where its form tells."""
    return not reading.lexicon.capitals and bool(reading.role(at) & PLURAL)


def _shared(phrase: Phrase) -> Holder | None:
    """Who stands behind the second of two nouns that an "and" joins: "*actress* and singer Anna Moor"."""
    reading, at = phrase.reading, phrase.chunk.last
    behind = reading.beginning_at(at + 1) if reading.role(at) & COORDINATOR else None
    if behind is None or phrase.chunk.plural or behind.determiner != behind.preposition:
        return None
    titles = [k for k in range(behind.first, behind.last - 1) if reading.is_title(k)]
    named = reading.named(behind) if titles else None
    return None if named is None or not _right_behind(reading, titles[-1], named) else Holder(named)


def _right_behind(reading: Reading, at: int, named: Piece) -> bool:
    """Whether the name of a person is all that follows a token of their phrase."""
    return named.person and named.start == reading.tokens[at + 1].span.start


def _fits(phrase: Phrase, piece: Piece) -> bool:
    if phrase.for_person:  # "Deputy Police Commissioner" names nobody
        reading = phrase.reading
        return piece.person and (piece.human or not reading.is_public(reading.sentence.token_at(piece.end - 1)))
    return piece.sure >= CERTAIN and (not piece.human or phrase.frame["holder"] in phrase.frame["either"])


def _named_alone(phrase: Phrase, chunk: Chunk | None) -> Piece | None:
    """The name a phrase ends with that can be whoever it is."""
    reading = phrase.reading
    piece = None if chunk is None or chunk.preposition is not None else reading.named(chunk)
    if chunk is None or piece is None or not _fits(phrase, piece):
        return None
    bare = chunk.determiner is not None and reading.tokens[chunk.determiner + 1].span.start == piece.start
    return None if bare and piece.person else piece


def _apposed_to(phrase: Phrase) -> Holder | None:
    """The name before a comma and the noun."""
    reading, chunk = phrase.reading, phrase.chunk
    comma = reading.comma_before(chunk)
    if not reading.role(comma) & (COMMA | OPEN) or _is_many(phrase):
        return None
    before = reading.ending_at(reading.before_aside(comma))
    if before is not None and before.preposition is not None and reading.clause_of(chunk.head).subject is not chunk:
        before = before._replace(preposition=None, first=before.preposition + 1)
    named = _named_alone(phrase, before)
    return None if named is None else Holder(named)


def _apposed_behind(phrase: Phrase, after: int) -> Holder | None:
    """The name behind the noun and a comma; not behind one that hangs on another: "der Sohn des Chefs, Kern"."""
    if _hangs_on(phrase) or phrase.reading.clause_of(phrase.at).kind == "participle":  # "elected mayor, Kern …"
        return None
    named = _named_alone(phrase, phrase.reading.apposed(phrase.chunk, after))
    return None if named is None else Holder(named)


def _hangs_on(phrase: Phrase) -> bool:
    """Whether the noun belongs to another one before it: "the daughter *of a plumber*, Kern", not "of its head"."""
    reading, chunk = phrase.reading, phrase.chunk
    known = reading.determined(chunk) in (*reading.lexicon.definite, *reading.lexicon.table["owner"])
    led = reading.led(chunk) in reading.lexicon.table["hails"] and reading.ending_at(chunk.first) is not None
    return bool(chunk.of) or (led and not known)


def _again(phrase: Phrase) -> Holder | None:
    """Whom a noun calls that names nobody: "Die Österreicherin gewann", "The Italian goalkeeper, 24, …"."""
    named = phrase.reading.referent(phrase.chunk, person=True)
    return None if named is None else Holder(named)


def _together(phrase: Phrase, before: tuple[Holder, int] | None) -> Holder | None:
    """Whoever the noun before is said of, where an "and" goes on: "Leiter der Klinik und Vorsitzender des Vereins"."""
    definite = phrase.reading.determined(phrase.chunk) in phrase.reading.lexicon.definite
    if before is None or before[1] >= phrase.chunk.first or definite:
        return None
    between = range(before[1], phrase.chunk.first)
    joined = [k for k in between if phrase.reading.role(k) & COORDINATOR]
    rest = [k for k in between if not phrase.reading.role(k) & (COORDINATOR | ADVERB)]
    return before[0] if joined and not rest else None


# by a clause


def _is_one(phrase: Phrase, other: Piece | None) -> Holder | None:
    """Of whom a clause says that they are, were or become it: "Kern ist Chefin von Nordwerk"."""
    reading, chunk = phrase.reading, phrase.chunk
    clause, led = reading.clause_of(chunk.head), reading.led(chunk)
    by_as = (led or reading.low(chunk.first - 1)) in reading.lexicon.table["as"]
    if clause.verb is None or clause.predicate is None or chunk.of or (led and not by_as):
        return None
    told = _told_as(reading, clause) if by_as else _told(reading, clause)
    named = None if told is None else _whose(phrase, clause, by_as=by_as)
    if told is None or named is None:
        return None
    standing, gets, meant = told
    holder = Holder(named, meant_by_verb(reading, clause) or meant, standing, gets, told=True)
    return None if other is not None and named.start == other.start else holder


def _whose(phrase: Phrase, clause: Clause, *, by_as: bool) -> Piece | None:
    """Of whom the clause tells: its subject, or where the noun stands in its place, the other noun."""
    reading, who = phrase.reading, clause.subject
    if who is phrase.chunk:
        turned = by_as or (clause.verb is not None and reading.role(clause.verb) & (BE | BECOME))
        who = next((each for each in clause.objects if each is not phrase.chunk), None) if turned else None
    if clause.kind == "infinitive":
        who = controller(reading, clause)
    if who is None:
        return None
    named = _named_alone(phrase, reading.standing_for(clause, who))
    return named or reading.referent(who, person=phrase.for_person, house=not phrase.for_person)


Told = tuple[Standing, bool, Modality | None]
"""Whether it is so now, whether it begins, and how it is meant; None: as its words tell."""


def _told(reading: Reading, clause: Clause) -> Told | None:
    """How a verb says what its subject is."""
    assert clause.verb is not None and clause.predicate is not None
    table, lemma = reading.lexicon.table, reading.tokens[clause.predicate].lemma
    if lemma in table["copulas"]["become"]:
        coming = clause.tense == "present" and reading.role(clause.verb) & FUTURE
        return "now", True, "plan" if coming else None
    if lemma in table["copulas"]["stay"]:
        return "now", False, None
    return _by_being(reading, clause) if _is_being(reading, clause.predicate) else None


def _is_being(reading: Reading, at: int) -> bool:
    """Whether a verb is "to be", or the auxiliary of "had been"."""
    return bool(reading.role(at) & BE or (reading.role(at) & HAVE and reading.role(at + 1) & BE))


def _by_being(reading: Reading, clause: Clause) -> Told:
    over = is_over(reading, clause)
    return "former" if over else "now", False, "plan" if clause.tense == "future" else None


def _told_as(reading: Reading, clause: Clause) -> Told | None:
    """The same of a verb with "as": "arbeitet als Sprecher", "resigned as president", "gilt als Nachfolger"."""
    copulas = reading.lexicon.table["copulas"]
    if clause.lemma in copulas["quit"]:
        return "former", False, None
    if clause.lemma in copulas["act"]:
        return "former" if is_over(reading, clause) else "now", False, None
    if clause.lemma in copulas["start"]:
        return "now", True, None
    return ("now", False, "possibility") if clause.lemma in copulas["deem"] else None


def house_of_clause(phrase: Phrase, holder: Holder) -> Piece | None:
    """Where the clause says that somebody is it: "works as a nurse at Nordwerk", "Nordwerk, where she was a nurse"."""
    reading, table = phrase.reading, phrase.reading.lexicon.table
    clause = reading.clause_of(phrase.at)
    if phrase.of_person:
        return None
    if clause.connective is not None and reading.low(clause.connective) in table["there"]:
        before = reading.antecedent(clause)
        return None if before is None else reading.named(before)
    house = next((each for each in _named_in(phrase, clause) if _may_be_house(each) and each != holder.piece), None)
    return house or reading.register.home(holder.piece)


def _named_in(phrase: Phrase, clause: Clause) -> Iterator[Piece | None]:
    """The names of the objects of a clause, and where it says somebody works."""
    reading, at_house = phrase.reading, phrase.reading.lexicon.table["at_house"]
    for chunk in (*clause.objects, *clause.adjuncts):
        field = chunk.first == phrase.chunk.last and chunk.head == chunk.first + 1  # "Minister *für Verkehr*"
        if chunk is not phrase.chunk and not field and (chunk in clause.objects or reading.led(chunk) in at_house):
            yield reading.named(chunk)


def _may_be_house(piece: Piece | None) -> bool:
    return piece is not None and not piece.person and piece.sure >= CERTAIN
