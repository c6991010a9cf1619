"""What something was called, and what it is said to be: "X, ehemals Y", "Universitäten wie X oder Y"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.relations.found import Found, relation
from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.languages.word_roles import CAPITAL, COMMA, COORDINATOR, MARK, OPEN
from claimcheck.model.analysis import Chunk

MOST_MEMBERS = 8
SHORT = 4


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
