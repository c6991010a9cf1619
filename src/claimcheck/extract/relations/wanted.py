"""What a phrase can stand for: a person, a house, of which sex, the title of a work, or two of them at once."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.languages.word_roles import CAPITAL, COMMA, NOUN, NUMBER, PLURAL_VERB, QUOTE
from claimcheck.model.analysis import Chunk

SURNAME = 2
"""Words of the name of somebody at least."""
SHORTEST_TITLE, LONGEST_TITLE = 2, 12
"""Words of a title that nothing but its capitals shows, and tokens of one in quotation marks."""


class Wanted(NamedTuple):
    """What a phrase can stand for: a person or a house, of which sex, called by which word; `same`: by no other.

    `thing`: whatever it is, it is no person; `known`: it is what it is for certain; `last`: the one named last.
    """

    person: bool
    house: bool
    sex: str | None = None
    sort: str | None = None
    same: bool = False
    thing: bool = False
    known: bool = False
    last: bool = False


def wanted_by(reading: Reading, chunk: Chunk) -> Wanted | None:
    """What a phrase without a name can stand for; None where it opens something new."""
    low = reading.low(chunk.head)
    if chunk.pronoun:
        return _of_pronoun(reading, chunk, low)
    if reading.article_of(chunk) not in reading.lexicon.definite:
        return None
    if _is_aged(reading, chunk, low) or _describes_one(reading, chunk):
        return Wanted(person=True, house=False)
    if _is_trade(reading, chunk, low):
        return Wanted(person=True, house=False, sort=low, same=not _is_told_of(reading, chunk), known=True)
    if reading.lexicon.is_generic(low):
        return Wanted(person=False, house=True, sort=low)
    if are_townsfolk(reading, chunk):
        return Wanted(person=False, house=True, thing=True, known=True)
    if reading.is_class(chunk.head) and chunk.head == chunk.last - 1:
        return Wanted(person=False, house=True, sort=low, same=True)
    return None


def _is_aged(reading: Reading, chunk: Chunk, low: str) -> bool:
    noun = chunk.head == chunk.last - 1 and reading.role(chunk.head) & NOUN
    return bool(noun) and reading.lexicon.is_age(low)


def _is_trade(reading: Reading, chunk: Chunk, low: str) -> bool:
    """Whether a phrase is the subject of its clause and tells what one person is."""
    office, clause = reading.lexicon.office[low], reading.clause_of(chunk.head)
    human = office is not None and office.frame["holder"] in office.frame["people"]
    one = not chunk.plural or reading.years(chunk) is not None  # of "der 52 Jahre alte Händler" the years are many
    return human and clause.subject is chunk and chunk.head == chunk.last - 1 and one


def are_townsfolk(reading: Reading, chunk: Chunk) -> bool:
    """Whether a house is called by the people of its town: "*Die Lindower* machen Gewinn"."""
    towns, text = reading.lexicon.words.of_town, reading.text(chunk.head, chunk.head + 1)
    if not towns or not text.endswith(towns) or chunk.determiner != chunk.head - 1 or chunk.head != chunk.last - 1:
        return False
    clause = reading.clause_of(chunk.head)
    several = clause.subject is chunk and clause.verb is not None and reading.role(clause.verb) & PLURAL_VERB
    town = reading.lexicon.words.is_town(text) and not reading.is_known_noun(reading.low(chunk.head))
    return bool(several) and town


def _is_told_of(reading: Reading, chunk: Chunk) -> bool:
    """Whether a phrase adds age or nation to what somebody is: "the Irish novelist", "the guard, 23,"."""
    inside = range(chunk.first, chunk.head)
    told = any(reading.lexicon.of_nation(reading.text(k, k + 1)) for k in inside) or reading.years(chunk) is not None
    told = told or reading.lexicon.participle(reading.low(chunk.first)) is not None
    aside = reading.role(chunk.last) & COMMA and reading.role(chunk.last + 2) & COMMA
    return told or bool(aside and reading.role(chunk.last + 1) & NUMBER)


def _describes_one(reading: Reading, chunk: Chunk) -> bool:
    """Whether a noun for nation or party calls one person so who is the subject: "Der Österreicher gewann"."""
    clause = reading.sentence.clauses[reading.sentence.owners[chunk.head]]
    plural = clause.verb is not None and reading.role(clause.verb) & PLURAL_VERB
    alone = clause.subject is chunk and not chunk.of and not plural
    return alone and reading.lexicon.describes_person(reading.low(chunk.head))


def _of_pronoun(reading: Reading, chunk: Chunk, low: str) -> Wanted | None:
    pronouns: dict[str, str] = reading.lexicon.table["pronouns"]
    words = chunk.last - chunk.first - (chunk.preposition is not None)
    if low not in pronouns or words != 1 or _is_plural(reading, chunk):
        return None
    if pronouns[low] == "thing":
        return Wanted(person=False, house=True, thing=True)
    nouns = reading.lexicon.capitals  # where any two nouns may look like somebody
    return Wanted(person=True, house=reading.lexicon.words.cases, sex=pronouns[low], known=nouns)


def _is_plural(reading: Reading, chunk: Chunk) -> bool:
    """Whether a pronoun is the subject of a verb in the plural: "Sie kamen"."""
    clause = reading.sentence.clauses[reading.sentence.owners[chunk.head]]
    verb = clause.verb if clause.subject is chunk and reading.lexicon.words.cases else None
    return verb is not None and bool(reading.role(verb) & PLURAL_VERB)


def title_behind(reading: Reading, after: int, chunk: Chunk | None) -> tuple[Piece | None, int]:
    """The work behind a noun, of which a `chunk` may hang on it: 'of "Salt"', "of The Salt Ledger"."""
    last = after
    while last < reading.count and not reading.role(last) & QUOTE and reading.around(last) is reading.around(after):
        last += 1
    if not reading.role(last) & QUOTE:
        return _title_in_capitals(reading, after, chunk)
    end = next((k for k in range(last + 1, last + LONGEST_TITLE) if reading.role(k) & QUOTE), last + 1)
    return (None, after) if end == last + 1 else (_piece(reading, last + 1, end), end + 1)


def _title_in_capitals(reading: Reading, after: int, chunk: Chunk | None) -> tuple[Piece | None, int]:
    """A title that only its capitals show, in a language that writes no others so."""
    if chunk is None or chunk.preposition is None or reading.lexicon.capitals:
        return None, after
    first = chunk.preposition + 1
    titled = chunk.last - first > 1 and all(reading.role(k) & CAPITAL for k in (first, chunk.last - 1))
    return (_piece(reading, first, chunk.last), chunk.last) if titled else (None, after)


def _piece(reading: Reading, first: int, last: int) -> Piece:
    return Piece(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)


def titled(reading: Reading, chunk: Chunk) -> Piece | None:
    """The title of a work that a phrase is, or that stands behind the noun for what it is: "the novel *Salt*"."""
    kind = next((k for k in range(chunk.first, chunk.last) if reading.lexicon.is_work(reading.low(k))), None)
    if kind is not None:
        return title_of(reading, kind)
    opened = next((k for k in (chunk.first - 1, chunk.first) if reading.role(k) & QUOTE), None)
    if opened is not None:
        return title_behind(reading, opened, None)[0]
    return _in_capitals(reading, chunk.first, chunk.last, SHORTEST_TITLE)


def title_of(reading: Reading, at: int) -> Piece | None:
    """The title behind the noun for what a work is, in quotation marks or by its capitals."""
    mark = at + 1 + bool(reading.role(at + 1) & COMMA)
    if reading.role(mark) & QUOTE:
        return title_behind(reading, mark, None)[0]
    chunk = reading.around(at + 1)
    if chunk is None or chunk.preposition is not None:
        return None
    if chunk.determiner != at + 1 and reading.piece(at + 1, chunk.last).person:
        return None  # "the novel Anna Moor wrote"
    return _in_capitals(reading, at + 1, chunk.last, 1)


def _in_capitals(reading: Reading, first: int, last: int, words: int) -> Piece | None:
    """Tokens as a title that only its capitals show, in a language that writes no others so."""
    titled = reading.role(first) & reading.role(last - 1) & CAPITAL and last - first >= words
    return _piece(reading, first, last) if titled and not reading.lexicon.capitals else None


# two in one


def apart(reading: Reading, chunk: Chunk) -> tuple[Chunk, Chunk] | None:
    """A house and somebody behind it, where nothing stands between the two phrases; None for one phrase."""
    low = reading.noun_start(chunk)
    if not reading.lexicon.capitals or chunk.last - SURNAME <= low:
        return None
    gives = gives_office(reading, chunk)
    at = _person_start(reading, chunk, low, likely=gives)
    one, two = chunk._replace(last=at, head=at - 1), chunk._replace(first=at, determiner=None, preposition=None)
    person = reading.named(two) if at else None
    if person is None or not person.person:
        return None
    return (one, two) if gives or _is_house(reading.named(one), long=at - low > 1) else None


def _person_start(reading: Reading, chunk: Chunk, low: int, *, likely: bool) -> int:
    """The token behind others from which somebody is called, or `likely` only named; 0 where none is."""
    last = chunk.last - SURNAME
    found = next((k for k in range(low + 1, chunk.last - 1) if _begins_person(reading, k)), 0)
    return last if not found and likely and reading.looks_like_person(last, chunk.last) else found


def gives_office(reading: Reading, chunk: Chunk) -> bool:
    """Whether a phrase is the subject of a verb that wants somebody and an office: "wählte *der Rat Jan Kern* zum"."""
    clause = reading.clause_of(chunk.head)
    alone = clause.subject is chunk and chunk.determiner is not None and not (clause.objects or clause.passive)
    leads = {word for each in reading.lexicon.frames.get(clause.lemma, ()) if each["object"] for word in each["office"]}
    return alone and any(
        reading.led(each) in leads and reading.office_at(each.last - 1) is not None for each in clause.adjuncts
    )


def _begins_person(reading: Reading, at: int) -> bool:
    """Whether somebody is called from a token on, by what they are, or a first name without that before it."""
    called = reading.text(at, at + 1) in reading.lexicon.words.first_names and reading.office_at(at - 1) is None
    return called or reading.is_title(at)


def _is_house(piece: Piece | None, *, long: bool) -> bool:
    """Whether a name, `long` or well known, is certain and not that of a person."""
    return piece is not None and piece.sure >= CERTAIN and not piece.person and (long or piece.entity is not None)
