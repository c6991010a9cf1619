"""What a text says of one person's birth, death and ages."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.model import Claim


@dataclass
class Facts:
    """What is said of one person; `row` is the sentence where it was said last, `word` a name beside an age."""

    row: int = 0
    word: str | None = None
    born: list[Claim] = field(default_factory=list)
    died: list[Claim] = field(default_factory=list)
    spans: list[Claim] = field(default_factory=list)
    now: list[Claim] = field(default_factory=list)
    last: list[Claim] = field(default_factory=list)
    lived: list[Claim] = field(default_factory=list)
    events: list[tuple[Claim, bool]] = field(default_factory=list)
