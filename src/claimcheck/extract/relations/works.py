"""The title of a work: in quotation marks, or in capitals where nothing else is written so."""

from __future__ import annotations

from claimcheck.extract.relations.lexicon import Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.languages.word_roles import CAPITAL, QUOTE
from claimcheck.model.analysis import Chunk


def title_behind(reading: Reading, after: int, chunk: Chunk | None) -> tuple[Piece | None, int]:
    """The work behind a noun, of which a `chunk` may hang on it: 'of "Salt"', "of The Salt Ledger"."""
    last = after
    while last < reading.count and not reading.role(last) & QUOTE and reading.around(last) is reading.around(after):
        last += 1
    if not reading.role(last) & QUOTE:
        return _title_in_capitals(reading, after, chunk)
    end = next((k for k in range(last + 1, reading.count) if reading.role(k) & QUOTE), None)
    return (None, after) if end is None or end == last + 1 else (_words(reading, last + 1, end), end + 1)


def _title_in_capitals(reading: Reading, after: int, chunk: Chunk | None) -> tuple[Piece | None, int]:
    """A title that only its capitals show, in a language that writes no others so."""
    if chunk is None or chunk.preposition is None or reading.lexicon.capitals:
        return None, after
    first = chunk.preposition + 1
    titled = chunk.last - first > 1 and all(reading.role(k) & CAPITAL for k in (first, chunk.last - 1))
    return (_words(reading, first, chunk.last), chunk.last) if titled else (None, after)


def _words(reading: Reading, first: int, last: int) -> Piece:
    return Piece(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)
