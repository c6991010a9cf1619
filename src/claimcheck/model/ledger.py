"""What people have verified of an article: the ticks beside it, and which of them still hold."""

from datetime import date
from typing import Literal, NamedTuple

from claimcheck.model.span import Span

Lapse = Literal["source_changed", "source_missing", "value", "words", "sentence", "gone"]
"""Why a tick has expired: the file it rests on has another content or is gone; the claim's value, its words, or the
words around it are others; or nothing like it is left in the article."""


class Identity(NamedTuple):
    """What a claim is known by, wherever it stands.

    `text` are its words, `value` what they mean, `sentence` the words of the sentences it stands in; `occurrence`
    counts from 1 the claims of the article that are the same in all of these. `claim` is the fingerprint of it all.
    """

    claim: str
    type: str
    text: str
    value: str
    sentence: str
    occurrence: int


class Tick(NamedTuple):
    """One claim that somebody has verified: `by` whom, `on` which day, with which `source`.

    `sha256` is set where the source is a file, named as seen from the ledger's folder: that of its content at the time.
    """

    identity: Identity
    by: str
    on: date
    source: str
    sha256: str | None = None
    note: str = ""


class Ledger(NamedTuple):
    """The ticks of one article in their order, and the file they stand in.

    `lapsed` are those whose source is a file that has changed or is missing, by fingerprint.
    """

    path: str
    ticks: tuple[Tick, ...] = ()
    lapsed: tuple[tuple[str, Lapse], ...] = ()


class Judged(NamedTuple):
    """A tick beside the article as it is now: `lapse` is None where it holds.

    `place` is that of the claim, or of what it has become; None where nothing like it is left.
    """

    tick: Tick
    place: Span | None
    lapse: Lapse | None = None


class Open(NamedTuple):
    """A claim that nobody has verified as it now stands."""

    place: Span
    identity: Identity


class Standing(NamedTuple):
    """What of an article is verified: the ticks in the order of the ledger, and the claims without one, by place."""

    ticks: tuple[Judged, ...]
    open: tuple[Open, ...]

    def verified(self) -> int:
        """How many ticks hold."""
        return sum(each.lapse is None for each in self.ticks)

    def expired(self) -> int:
        """How many do not."""
        return len(self.ticks) - self.verified()
