"""From a number to a statement: what it is a number of, whose it is, and what it is a share of."""

from __future__ import annotations

from claimcheck.statements.about import find_abouts
from claimcheck.statements.concepts import concept_of, concepts

__all__ = ["concept_of", "concepts", "find_abouts"]
