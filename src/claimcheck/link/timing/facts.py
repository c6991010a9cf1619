"""What a text says of one person's birth, death and ages."""

from __future__ import annotations

from claimcheck.model import Claim


class Facts:
    """What is said of one person; `row` is the sentence where it was said last, `word` a name beside an age.

    `spans` are dates of a whole life, `lived` ages that may be the last or the present one, `events` dates of a life
    with whether no child has such a one, `at_event` dates with the age told for them.
    """

    __slots__ = ("at_event", "born", "died", "events", "last", "lived", "now", "row", "spans", "word")

    def __init__(self) -> None:
        self.row = 0
        self.word: str | None = None
        self.born: list[Claim] = []
        self.died: list[Claim] = []
        self.spans: list[Claim] = []
        self.now: list[Claim] = []
        self.last: list[Claim] = []
        self.lived: list[Claim] = []
        self.at_event: list[tuple[Claim, Claim]] = []
        self.events: list[tuple[Claim, bool]] = []
