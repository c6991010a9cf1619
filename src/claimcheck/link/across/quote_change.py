"""What kind of difference there is between two renderings of a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

ALIKE = 0.72
_ELLIPSIS = ("…", "...")
Change = Literal["same", "ellipsis", "bracket", "spelling", "wording", "number", "negation"]

RANK: dict[Change, int] = {
    "same": 0,
    "spelling": 1,
    "bracket": 2,
    "ellipsis": 3,
    "wording": 4,
    "negation": 5,
    "number": 6,
}


def kind_of(mine: Sequence[str], yours: Sequence[str], negations: frozenset[str]) -> Change:
    """What a single difference is; `negations` are the words that turn a statement round."""
    words = (*mine, *yours)
    if any(word in _ELLIPSIS or word.startswith("...") for word in words):
        return "ellipsis"
    if any(word.startswith("[") or word.endswith("]") for word in words):
        return "bracket"
    if "".join(mine).replace("-", "").replace("ß", "ss") == "".join(yours).replace("-", "").replace("ß", "ss"):
        return "spelling"
    digits = ["".join(c for word in each for c in word if c.isdigit()) for each in (mine, yours)]
    if digits[0] and digits[1] and digits[0] != digits[1] and len(mine) == len(yours):
        return "number"
    if bool(negations & set(mine)) != bool(negations & set(yours)) and len(words) <= 3:
        return "negation"
    if len(mine) == len(yours) == 1 and _near(mine[0], yours[0]):
        return "spelling"
    return "wording"


def _near(mine: str, yours: str) -> bool:
    """One ending more or less, one letter another."""
    return SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= ALIKE
