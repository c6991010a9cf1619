"""A verb of saying that was found, with its clause and its subject."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.extract.attributions.phrases import Range


class Said(NamedTuple):
    """A cue at token `at`; `left` and `right` are the edges of its clause, `takes` what may be said by it.

    `first`: the verb opens its clause, as in “…, sagte Kern” · `last`: it closes a clause that depends on another, as
    in “wie Kern sagte” · `passive`: its subject does not speak · `mood`: it is itself reported.
    """

    at: int
    left: int
    right: int
    takes: int
    source: Range | None
    first: bool = False
    last: bool = False
    passive: bool = False
    mood: bool = False

    @property
    def cue(self) -> Range:
        """The cue as a range of tokens."""
        return self.at, self.at + 1
