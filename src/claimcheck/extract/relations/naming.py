"""What something was called, what it is said to be, and its seat: "X, ehemals Y", "Orte wie X", "X mit Sitz in Y"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.relations.found import Found, relation
from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.wanted import are_townsfolk
from claimcheck.languages.word_roles import CAPITAL, COMMA, COORDINATOR, DETERMINER, MARK, OPEN, POSSESSIVE, TIME
from claimcheck.model.analysis import Chunk, Token

MOST_MEMBERS = 8
SHORT = 4
MOST_WORDS = 4
MOST_BEFORE = 1
"""Tokens of a clause before the phrase it begins with: a connective."""


def naming(reading: Reading) -> Iterator[Found]:
    """The former names in a sentence, and the members of classes."""
    for at in range(1, reading.count):
        if reading.role(at - 1) & (COMMA | OPEN):
            yield from _formerly(reading, at)
        behind = list_behind(reading, at)
        if behind:
            yield from _members(reading, at, behind)


def _formerly(reading: Reading, at: int) -> Iterator[Found]:
    """ "X, ehemals Y" and "X (früher Y)"; both must be names."""
    words = next((each for each in reading.lexicon.formerly if _stand(reading, at, each)), None)
    now = _name(reading, None if words is None else reading.ending_at(at - 1))
    then = _name(reading, None if words is None else _closed(reading, at + len(words)))
    if now is not None and then is not None and max(now.sure, then.sure) >= CERTAIN:
        yield relation(reading, "former_name", {"organization": now, "former": then}, at, "fact")


def _name(reading: Reading, chunk: Chunk | None) -> Piece | None:
    return None if chunk is None else reading.named(chunk)


def _closed(reading: Reading, at: int) -> Chunk | None:
    """The phrase that begins with a token and ends before a mark."""
    chunk = reading.beginning_at(at)
    if chunk is None or chunk.preposition is not None:
        return None
    return chunk if chunk.last >= reading.count or reading.role(chunk.last) & MARK else None


def _stand(reading: Reading, at: int, words: tuple[str, ...]) -> bool:
    return all(reading.low(at + k) == word for k, word in enumerate(words))


def list_behind(reading: Reading, at: int) -> int:
    """The token behind words such as "such as" that begin at a token; 0 where none do."""
    for rest in reading.lexicon.lists.get(reading.low(at), ()):
        words = tuple(rest.split())
        if _stand(reading, at + 1, words):
            return at + 1 + len(words)
    return 0


def _members(reading: Reading, at: int, behind: int) -> Iterator[Found]:
    """ "CLASS wie X, Y oder Z": each of them is said to be one."""
    kind = _class_before(reading, at)
    found = 0
    while kind is not None and found < MOST_MEMBERS and behind < reading.count:
        chunk = reading.around(behind)
        piece = None if chunk is None else _member(reading, chunk, first=not found)
        if chunk is None or piece is None:
            return
        yield relation(reading, "is_a", {"entity": piece, "class": kind}, at, "fact")
        found, behind = found + 1, chunk.last
        if not reading.role(behind) & (COMMA | COORDINATOR):
            return
        behind += 1 + bool(reading.role(behind + 1) & COORDINATOR)


def _class_before(reading: Reading, at: int) -> Piece | None:
    """The noun before "such as" that says what they are; None where two things are compared."""
    head = at - 1 - bool(reading.role(at - 1) & COMMA)
    noun = head >= 0 and reading.low(head)[-1:].isalpha()
    if not noun or (reading.lexicon.capitals and not reading.role(head) & CAPITAL):
        return None
    category = _category(reading, reading.low(head))
    plural = reading.low(head).endswith(reading.lexicon.plural_endings) and reading.mention(head, head + 1) is None
    return Piece(*reading.tokens[head].span, category) if category is not None or plural else None


def _member(reading: Reading, chunk: Chunk, *, first: bool) -> Piece | None:
    if reading.role(chunk.last - 1) & POSSESSIVE:
        return None  # "topics like Lindow's mills"
    piece = reading.named(chunk)
    if piece is not None:
        return piece if piece.sure >= CERTAIN or not first else None
    mention = reading.mention(chunk.first, chunk.last)
    return None if mention is None or mention.entity is None else Piece(*mention.span, mention.entity)


def _category(reading: Reading, low: str) -> str | None:
    """The class that a word or the end of a compound names, as the reference calls it."""
    categories: dict[str, str] = reading.lexicon.table["categories"]
    known = categories.get(low)
    if known is None:
        tails = (word for word in sorted(categories, key=len, reverse=True) if len(word) > SHORT)
        tail = next((word for word in tails if low.endswith(word)), None)
        known = None if tail is None else categories[tail]
    return known


# seats


def places(reading: Reading) -> Iterator[Found]:
    """The seats of the houses in a sentence: a place, which is rarer, is looked for before its house."""
    for chunk in reading.chunks:
        behind, within, town = _behind(reading, chunk), _within(reading, chunk), _before_noun(reading, chunk)
        house = _house(reading, chunk) if (behind or within or town) and not chunk.pronoun else None
        if house is None:
            continue
        for place in (behind, _before(house, within, town)):
            if place is not None and place.start != house.start:
                yield relation(reading, "located_in", {"entity": house, "place": place}, chunk.head, "fact")


def _house(reading: Reading, chunk: Chunk) -> Piece | None:
    """What a phrase with a word for a kind of house names, or the house it stands for."""
    piece = reading.named(chunk)
    if are_townsfolk(reading, chunk) or (piece is None and _is_seated(reading, chunk)):
        return reading.referent(chunk, house=True)
    kind = any(map(reading.is_class, range(chunk.first, chunk.last)))
    if piece is None:
        return _house_meant(reading, chunk) if kind or reading.lexicon.is_site(reading.low(chunk.head)) else None
    return _if_certain(piece) if kind or _has_seat(reading, chunk, piece) else None


def _has_seat(reading: Reading, chunk: Chunk, piece: Piece) -> bool:
    """Whether a name is that of what has a seat: a known house, or what a place stands beside."""
    beside = reading.lexicon.is_seat(reading.low(chunk.first)) or _beside(reading, chunk) is not None
    return beside or reading.lexicon.is_house(piece)


def _is_seated(reading: Reading, chunk: Chunk) -> bool:
    """Whether the seat of a house follows that was named before: "*Die Einrichtung* mit Sitz in Lindow"."""
    again = reading.article_of(chunk) in reading.lexicon.definite and reading.lexicon.is_generic(
        reading.low(chunk.head)
    )
    return again and _words_of_seat(reading, chunk.last) > 0


def _house_meant(reading: Reading, chunk: Chunk) -> Piece | None:
    """The house that a phrase explains or stands for."""
    explained = None if reading.clause_of(chunk.head).subject is chunk else reading.explained(chunk)
    piece = None if explained is None else _if_certain(reading.named(explained, implied=True))
    return piece or reading.referent(chunk, house=True)


def _if_certain(piece: Piece | None) -> Piece | None:
    return None if piece is None or piece.human or piece.sure < CERTAIN else piece


def _behind(reading: Reading, chunk: Chunk) -> Piece | None:
    """The place right behind a house: "aus Lindow", "mit Sitz in Lindow", ", based in Leeds"."""
    led = _beside(reading, chunk)
    if led is not None:
        return reading.named(led)
    at = chunk.last + bool(reading.role(chunk.last) & COMMA)
    length = _words_of_seat(reading, at)
    if not length or (length == 1 and at > chunk.last):
        return None
    behind = reading.around(at + length)
    return None if behind is None else _if_certain(reading.named(behind))


def _beside(reading: Reading, chunk: Chunk) -> Chunk | None:
    """The town of what stands there, or with which alone a clause begins: "Bei *Nordwerk in Lindow* arbeiten …"."""
    led = reading.beginning_at(chunk.last)
    if led is None or reading.led(led) not in reading.lexicon.table["seated"] or led.determiner is not None:
        return None
    return led if _is_town(reading, led) and (_is_site(reading, chunk) or _opens(reading, chunk, led)) else None


def _is_town(reading: Reading, chunk: Chunk) -> bool:
    """Whether the name of a phrase may be that of a town: no country, no day."""
    piece = None if reading.role(chunk.head) & TIME else _if_certain(reading.named(chunk))
    return piece is not None and piece.name not in reading.lexicon.lands


def _is_site(reading: Reading, chunk: Chunk) -> bool:
    """Whether a phrase names or explains what stands somewhere: "the Lindow *Museum*", "Kern Hall, a *playhouse*"."""
    if reading.role(chunk.head) & CAPITAL and chunk.determiner is None and reading.role(chunk.first - 1) & COMMA:
        return False  # one of a list
    named = reading.named(chunk) is not None
    sites = (k for k in range(chunk.first, chunk.last) if reading.lexicon.is_site(reading.low(k)))
    return any(named or k == chunk.head for k in sites)


def _opens(reading: Reading, chunk: Chunk, led: Chunk) -> bool:
    """Whether two phrases are all that stands before the verb of their clause, a connective aside."""
    clause = reading.clause_of(led.head)
    alone = all(each is led or each.first <= chunk.first for each in clause.adjuncts)
    return alone and 0 <= chunk.first - clause.first <= MOST_BEFORE and clause.verb == led.last


def _words_of_seat(reading: Reading, at: int) -> int:
    """How many words lead from a house to its place at a token; 0 where none do."""
    words = [reading.low(k) for k in range(at, at + MOST_WORDS)]
    seat = reading.lexicon.table["seat"]
    return next((n for n in range(MOST_WORDS, 0, -1) if " ".join(words[:n]) in seat), 0)


def _within(reading: Reading, chunk: Chunk) -> list[Piece]:
    """The places in the words of a phrase: "Leeds-based", "Lindower"."""
    words = (each for each in reading.tokens[chunk.first : chunk.last] if each.roles & CAPITAL)
    return [place for each in words if (place := _in_word(reading, each)) is not None]


def _before(house: Piece, within: list[Piece], town: Piece | None) -> Piece | None:
    """The place in a word before a house."""
    place = next((each for each in within if house.implied or each.start < house.start), None)
    apart = town is not None and (house.implied or town.end < house.start) and town.name not in house.name.split()
    return town if place is None and apart else place


def _before_noun(reading: Reading, chunk: Chunk) -> Piece | None:
    """The town before a noun for a house, in a language that has no ending for it: "the *Sheffield* firm"."""
    first = reading.noun_start(chunk._replace(number=None))
    alone = reading.role(first) & CAPITAL and not reading.role(first + 1) & CAPITAL and first < chunk.head
    if reading.lexicon.capitals or not alone or not _is_of_town(reading, chunk, first):
        return None
    piece = reading.piece(first, first + 1)
    known = piece.entity is not None or piece.name in reading.lexicon.lands
    return piece if piece.name.istitle() and not known else None


def _is_of_town(reading: Reading, chunk: Chunk, first: int) -> bool:
    """Whether the first word of a phrase can be the town of the house it is about."""
    known = reading.lexicon.words.is_town(reading.text(first, first + 1))
    kind = any(map(reading.is_class, range(first + 1, chunk.last)))
    return reading.low(chunk.head) in reading.lexicon.generic or (known and kind)


def _in_word(reading: Reading, token: Token) -> Piece | None:
    """The place a word names that says where something is."""
    if reading.lexicon.is_seat(token.low):
        return Piece(token.span.start, token.span.start + token.low.rindex("-"))
    words = reading.lexicon.words
    ends = bool(words.of_town) and token.low.endswith(words.of_town)
    return Piece(*token.span) if ends and (words.is_town(token.text) or _only_a_town(reading, token)) else None


def _only_a_town(reading: Reading, token: Token) -> bool:
    """Whether a word can only be that for a town: between an article and what the named house is."""
    at = reading.sentence.token_at(token.span.start)
    beside = reading.role(at - 1) & DETERMINER and reading.is_class(at + 1) and not reading.is_class(at)
    return bool(beside) and token.text not in reading.lexicon.lands and reading.lexicon.office[token.low] is None
