"""A length of time."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.measure import Measure


class Duration(NamedTuple):
    """An ISO 8601 duration: "drei Tage" is P3D; a range has `iso` None and both ends.

    `measure` holds the number as stated; its unit is year, month, week, day, hour, minute or second.
    """

    iso: str | None
    low_iso: str | None = None
    high_iso: str | None = None
    measure: Measure | None = None
