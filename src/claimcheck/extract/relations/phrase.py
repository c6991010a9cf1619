"""A noun that says what somebody is to somebody else, and the other side of it: "Chefin *von Nordwerk*"."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from claimcheck.extract.relations.lexicon import CERTAIN, Office, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.wanted import apart, title_behind
from claimcheck.languages.word_roles import ADJECTIVE, CAPITAL, COMMA, COORDINATOR, NOUN, OPEN, POSSESSIVE, TIME
from claimcheck.model.analysis import Chunk

SHORTEST_NAME, LONGEST_OFFICE = 3, 3
"""Letters of an abbreviation that is a name; words of an office before its last."""
Standing = Literal["now", "former", "soon"]
OF_HOUSES = ("ceo", "cfo", "cto", "coo", "chair", "founder", "co_founder", "head")
"""Offices that nobody holds for a nation: "British chief executive Ann Lake"."""


class Phrase(NamedTuple):
    """Such a noun at a token of its phrase: the first word of it, its key, and whether it is so now."""

    reading: Reading
    chunk: Chunk
    at: int
    first: int
    office: Office
    key: str | None
    standing: Standing

    @property
    def frame(self) -> dict[str, Any]:
        """The relation it states."""
        return self.office.frame

    @property
    def of_person(self) -> bool:
        """Whether it tells what somebody is to a person."""
        return self.frame["other"] in self.frame["people"]

    @property
    def is_public(self) -> bool:
        """Whether it is an office held for a country or a house, not what somebody is by trade."""
        return self.key is not None or self.reading.low(self.at) in self.reading.lexicon.public

    @property
    def for_person(self) -> bool:
        """Whether only a person can be it."""
        return self.frame["holder"] in self.frame["people"]


def phrase_at(reading: Reading, chunk: Chunk, at: int, office: Office) -> Phrase:
    """The noun with the words before it that belong to it ("chief financial officer"), and whether it is held now."""
    known = reading.lexicon.phrase([reading.low(k) for k in range(max(at - LONGEST_OFFICE, 0), at + 1)])
    first, key = (at, office.key) if known is None else (at + 1 - known[0], known[1])
    chunk = _whole(reading, chunk, first) if first < chunk.first else chunk
    plain = not reading.lexicon.capitals and not office.frame["itself"]  # "fellow Tory" is of one party
    while plain and first > chunk.first and _belongs(reading, first - 1):
        first -= 1
    standing = _standing(reading, chunk, first)
    if any(reading.low(k).startswith(reading.lexicon.lesser) for k in (first - 1, *range(first, at + 1))):
        key = None  # a deputy does not hold the office
    return Phrase(reading, chunk, at, first, office, key, standing)


def _whole(reading: Reading, chunk: Chunk, first: int) -> Chunk:
    """The phrase of an office whose words were read as two: "Nordwerk's chief | operating officer"."""
    before = reading.around(first)
    if before is None:
        return chunk._replace(first=first, determiner=None, preposition=None)
    return before._replace(last=chunk.last, head=chunk.head, plural=chunk.plural)


def _belongs(reading: Reading, at: int) -> bool:
    """Whether a word before an office is a part of its name: "music director", "deputy general counsel"."""
    low, role, lexicon = reading.low(at), reading.role(at), reading.lexicon
    if low.partition("-")[0] in lexicon.lesser:
        return True  # "Vice President" is no president of a house called Vice
    if role & (CAPITAL | POSSESSIVE | COORDINATOR) or not low.replace("-", "").isalpha():
        return False
    if role & ADJECTIVE and not role & NOUN and not low.startswith(lexicon.lesser):
        return False
    return not (low in lexicon.words.closed or reading.is_class(at) or low in lexicon.not_now | lexicon.soon)


def _standing(reading: Reading, chunk: Chunk, first: int) -> Standing:
    """Whether the office is held, a former or a coming one."""
    before = range(max(min(chunk.first - 1, reading.comma_before(chunk)), 0), first)
    stop = max((k for k in before if reading.role(k) & (COMMA | COORDINATOR | OPEN)), default=-1)
    words, parts = {reading.low(k) for k in before if k > stop}, reading.low(first).split("-")
    prefixes = tuple(reading.lexicon.table["former_prefixes"])
    if words & reading.lexicon.not_now or any(f"{part}-".startswith(prefixes) for part in parts[:-1] or parts):
        return "former"
    return "soon" if words & reading.lexicon.soon else "now"


# the other side


def prefix(phrase: Phrase) -> Piece | None:
    """The name in a compound: "Nordwerk-Chefin", "SPD-Politiker"."""
    reading, at, office = phrase.reading, phrase.at, phrase.office
    start = reading.tokens[at].span.start
    end = start + office.start - 1
    if phrase.of_person or not office.start or reading.article.text[end] != "-":
        return None
    if (known := reading.piece(at, at + 1)).entity is not None and known.end <= end:
        return known
    word = _without_rank(reading, reading.article.text[start:end])
    end = start + len(word)
    return Piece(start, end, name=word) if _may_be_house(reading, word) else None


def _without_rank(reading: Reading, word: str) -> str:
    """The first half of a compound without what only tells how an office is held: "SPD-*Co*-Chef"."""
    name, _, rank = word.rpartition("-")
    ranks = (*reading.lexicon.table["former_prefixes"], *reading.lexicon.lesser)
    return name if name and f"{rank.lower()}-".startswith(ranks) else word


def _may_be_house(reading: Reading, word: str) -> bool:
    """Whether the first half of a compound is a name: no noun, no "Ex-", no single letters."""
    low, lexicon = word.lower(), reading.lexicon
    if low in lexicon.parties:
        return True
    timed = f"{low}-".startswith((*lexicon.table["former_prefixes"], *lexicon.lesser))
    common = timed or lexicon.is_common(low) or lexicon.is_class[low]
    return word[:1].isupper() and not common and not (word.isupper() and len(word) < SHORTEST_NAME)


def owner(phrase: Phrase) -> Piece | None:
    """The name before the noun: "Nordwerks Chefin", "Nordwerk CEO", "the museum's director", "its subsidiary"."""
    reading, chunk = phrase.reading, phrase.chunk
    if reading.determined(chunk) in reading.lexicon.table["owner"]:
        return reading.owner(chunk, person=phrase.of_person, house=not phrase.of_person)
    low = max((mark + 1 for mark in (chunk.preposition, chunk.determiner) if mark is not None), default=chunk.first)
    marks = [k for k in range(low + 1, phrase.first) if reading.role(k) & POSSESSIVE]
    return _whose(phrase, low, marks[-1]) if marks else _name_before(phrase, low)


def _whose(phrase: Phrase, low: int, mark: int) -> Piece | None:
    """Whom a mark of an owner stands behind, by name or as "the company's"."""
    reading = phrase.reading
    piece = reading.piece(low, mark, 0)
    house = None if phrase.of_person else reading.referent(phrase.chunk._replace(last=mark, head=mark - 1), house=True)
    return house or (piece if phrase.of_person or not piece.human else None)


def _name_before(phrase: Phrase, low: int) -> Piece | None:
    """The name that ends right before the noun, in the genitive where all nouns look like names."""
    reading, names, last = phrase.reading, _names_start(phrase, low), phrase.reading.low(phrase.first - 1)
    nouns = reading.lexicon.capitals
    if names >= phrase.first or reading.lexicon.office[last] is not None or _of_nation(phrase, names):
        return None
    if nouns and (not last.endswith(("s", "'")) or last in reading.lexicon.table["no_owners"]):
        return _house_beside(reading, phrase.chunk)
    piece = reading.piece(names, phrase.first, owner=nouns)
    return None if _is_no_owner(phrase, piece, last) else piece


def _is_no_owner(phrase: Phrase, piece: Piece, last: str) -> bool:
    """Whether what stands before an office is no name, or that of a person where a house is asked for."""
    wrong = piece.person if phrase.reading.lexicon.capitals else piece.human
    common = piece.entity is None and phrase.reading.lexicon.is_common(last)
    return common or (wrong and not phrase.of_person)


def _house_beside(reading: Reading, chunk: Chunk) -> Piece | None:
    """The house that a phrase begins with which goes on with one of its people: "*der FC Lindow* Trainer Jan Kern"."""
    parts = apart(reading, chunk)
    return None if parts is None else reading.named(parts[0])


def _of_nation(phrase: Phrase, names: int) -> bool:
    """Whether the words before a trade only say of which nation somebody is."""
    reading, word = phrase.reading, phrase.reading.text(names, phrase.first)
    adjective, plain = reading.lexicon.of_nation(word), not reading.lexicon.capitals
    if phrase.is_public:
        return adjective and plain and phrase.key in OF_HOUSES
    return adjective or (plain and word in reading.lexicon.lands)


def _is_kind(reading: Reading, at: int, low: int) -> bool:
    """Whether a word only tells of what kind a house is, and ends no name: "Lindow Labour *Party* chairman" does."""
    ends = not reading.lexicon.capitals and at > low and reading.role(at - 1) & CAPITAL
    return (reading.is_class(at) and not ends) or reading.is_attribute(at)


def _names_start(phrase: Phrase, low: int) -> int:
    """Where the capitalised words before the noun begin."""
    reading, names = phrase.reading, phrase.first
    while names > low and reading.role(names - 1) & CAPITAL and not _is_kind(reading, names - 1, low):
        names -= 1
    return names + (names == 0 and not _is_name_at_start(reading, names))


def _is_name_at_start(reading: Reading, at: int) -> bool:
    """Whether the first word of a sentence is none that only stands there: "*Former* chief executive"."""
    low, text = reading.low(at), reading.text(at, at + 1)
    time = reading.lexicon.not_now | reading.lexicon.soon
    if reading.lexicon.capitals:
        return True
    known = reading.mention(at, at + 1) is not None or text[1:] != text[1:].lower()
    plain = (
        reading.lexicon.words.has(low) or low in reading.lexicon.words.closed or low.startswith(reading.lexicon.lesser)
    )
    return known or (low not in time and (not plain or reading.elsewhere(at, text)[0] > 1))


def other_behind(phrase: Phrase, after: int, *, named: bool) -> tuple[Piece | None, int]:
    """The other side behind the noun, or behind whoever is named after it."""
    if phrase.of_person:
        return person_behind(phrase.reading, after)
    if phrase.frame["other"] == "work":
        return title_behind(phrase.reading, after, _of_behind(phrase.reading, after))
    if phrase.frame["other"] == "target" and (house := _held_in(phrase.reading, after)) is not None:
        return house, phrase.reading.sentence.token_at(house.end - 1) + 1
    if not phrase.frame["role"] and not _names_class(phrase.reading, after):
        named = True  # whoever has no office in it is of a house with a name: "a defender of the reforms" is of none
    return house_behind(phrase.reading, after, sure=not named)


def _held_in(reading: Reading, after: int) -> Piece | None:
    """The house behind who has a part of it: "the largest shareholder *in Nordwerk*", but in no town."""
    chunk = reading.beginning_at(after)
    piece = None if chunk is None or reading.led(chunk) not in reading.lexicon.table["seated"] else reading.named(chunk)
    place = piece is None or piece.kind == "place" or piece.person or piece.sure < CERTAIN
    return None if place or reading.lexicon.words.is_town(piece.name if piece else "") else piece


def _names_class(reading: Reading, after: int) -> bool:
    """Whether the phrase at a token tells of a kind of house, or is a party."""
    chunk = reading.beginning_at(after)
    at = after if chunk is None else chunk.last - 1
    return chunk is not None and (reading.is_class(at) or reading.low(at) in reading.lexicon.parties)


def person_behind(reading: Reading, after: int) -> tuple[Piece | None, int]:
    """The person behind a noun: "von Innensenator Olaf Brehme", "to Tom Ball"."""
    chunk = _of_behind(reading, after)
    if chunk is None:
        return None, after
    piece = reading.named(chunk)
    return (piece, chunk.last) if piece is not None and piece.person else (None, after)


def house_behind(reading: Reading, after: int, *, sure: bool) -> tuple[Piece | None, int]:
    """The house behind an office or its holder: "der Nordwerk AG", "von Nordwerk", "of the museum"."""
    chunk = _of_behind(reading, after)
    if chunk is None:
        return None, after
    piece = _house_name(reading, chunk)
    if piece is None and _is_field(reading, chunk):
        return house_behind(reading, chunk.last, sure=sure)
    if piece is None:
        said = reading.phrase(chunk) if chunk.determiner is not None and sure else None
        piece = reading.referent(chunk, house=True) or said
    return (piece, chunk.last) if piece is not None and not piece.human else (None, after)


def _house_name(reading: Reading, chunk: Chunk) -> Piece | None:
    """The name of a phrase if it is certain; in "von Oberthann", where no noun stands without an article, it is."""
    piece = reading.named(chunk)
    if piece is None or (
        reading.led(chunk) in reading.lexicon.table["out_of"] and _may_be_place(reading, chunk, piece)
    ):
        return None
    return piece if piece.sure >= CERTAIN or not _is_known(reading, chunk) else None


def _may_be_place(reading: Reading, chunk: Chunk, piece: Piece) -> bool:
    """Whether a name behind "from" may be a town: no known house, no article, no word for a house, no odd spelling."""
    house = piece.kind == "organisation" or any(map(reading.is_class, range(chunk.first, chunk.last)))
    return not (house or chunk.determiner is not None or reading.is_odd(piece.name))


def _of_behind(reading: Reading, after: int) -> Chunk | None:
    """The phrase at a token that tells whose or where an office is."""
    chunk = reading.beginning_at(after)
    time = chunk is not None and reading.role(chunk.head) & TIME  # "am Montagabend"
    return None if chunk is None or chunk.pronoun or time or not _is_of(reading, chunk) else chunk


def _is_known(reading: Reading, chunk: Chunk) -> bool:
    """Whether a phrase is more than a word of no table behind a preposition that holds no article."""
    led = reading.led(chunk)
    bare = led and led not in reading.lexicon.definite and chunk.last - chunk.first == 2
    return not bare or reading.lexicon.words.has(reading.text(chunk.head, chunk.last))


def _is_field(reading: Reading, chunk: Chunk) -> bool:
    """Whether a phrase is the field of an office: "vice president *of supply chain* at Bounty"."""
    behind = reading.beginning_at(chunk.last)
    bare = chunk.determiner is None and not reading.lexicon.capitals and not reading.role(chunk.head) & CAPITAL
    return bare and behind is not None and behind.preposition is not None


def _is_of(reading: Reading, chunk: Chunk) -> bool:
    return chunk.of or reading.led(chunk) in reading.lexicon.table["belongs"]
