"""A sentence as words with their roles in a clause, and the noun phrases in it.

Both who did what to whom and what a number measures are read from these rows; one is built only for a sentence in
which something has to be read.
"""

from __future__ import annotations

from claimcheck.extract.clauses.grammar import Grammar, denied
from claimcheck.extract.clauses.names import CERTAIN, LIKELY, elsewhere
from claimcheck.extract.clauses.phrases import phrase_at
from claimcheck.extract.clauses.row import Chunk, Row
from claimcheck.extract.clauses.rows import Rows

__all__ = ["CERTAIN", "LIKELY", "Chunk", "Grammar", "Row", "Rows", "denied", "elsewhere", "phrase_at"]
