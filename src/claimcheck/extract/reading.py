"""What an extractor found, before it becomes a claim."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model import ClaimType, Value


class Reading(NamedTuple):
    """A typed value with its offsets in the text that was read."""

    type: ClaimType
    start: int
    end: int
    value: Value
