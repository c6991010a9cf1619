"""Whether two stated dates may be one."""

from __future__ import annotations

from datetime import date
from typing import Literal

from claimcheck.model import Claim, Period
from claimcheck.model.support import Reason

GRAINS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")
Standing = Literal["same", "inside", "around", "apart", "open"]


def standing(said: Period, source: Period) -> Standing:
    """How the draft's date lies to the source's: the same, inside it, around it, apart from it, or not to be told."""
    if said.start is None or said.end is None or source.start is None or source.end is None:
        return _partly(said, source)
    if (said.start, said.end) == (source.start, source.end):
        return "same"
    if said.end <= source.start or source.end <= said.start:
        return "apart"
    if "/" in said.edtf:
        return "apart" if "/" in source.edtf else "open"
    if said.start <= source.start and source.end <= said.end:
        return "around"
    if source.start <= said.start and said.end <= source.end:
        return "inside"
    return "open"


def agree(said: Period, source: Period) -> Reason | None:
    """ "same", "rounded" for a date said less exactly, or None."""
    how = standing(said, source)
    if how == "same":
        return "same"
    if how == "around":
        return "rounded"
    return None


def rival(said: Period, source: Period) -> bool:
    """Whether the source's date would make the draft's wrong if both are of one event: as exact, and apart."""
    return standing(said, source) == "apart" and abs(GRAINS.index(said.grain) - GRAINS.index(source.grain)) <= 1


def ends_stated(said: Period, sources: list[Claim]) -> bool:
    """Whether both ends of the draft's stretch are stated in the source on their own ("in May and June")."""
    if "/" not in said.edtf or said.start is None or said.end is None:
        return False
    periods = [each.value for each in sources if isinstance(each.value, Period)]
    return any(each.start == said.start for each in periods) and any(each.end == said.end for each in periods)


def is_issue(said: Period, published: date | None) -> bool:
    """Whether it is the day, month or year the source itself came out."""
    if published is None or said.start is None or said.end is None:
        return False
    return said.start <= published < said.end and said.grain != "day"


def is_soft(said: Period) -> bool:
    """A date that only says "a year before", or whose parts are not known: nothing to look for."""
    return said.start is None or (said.relative and GRAINS.index(said.grain) >= GRAINS.index("month"))


def _partly(said: Period, source: Period) -> Standing:
    if said.edtf == source.edtf:
        return "same"
    one, two = said.edtf.split("-"), source.edtf.split("-")
    if len(one) != 3 or len(two) != 3 or "/" in said.edtf + source.edtf:
        return "open"
    known = [(a, b) for a, b in zip(one, two, strict=True) if "X" not in a + b]
    if len(known) < 2:
        return "open"
    return "same" if all(a == b for a, b in known) else "apart"
