"""The dead or injured of a headline against the first sentence that counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.link.dimension import measure
from claimcheck.link.frame import Frame
from claimcheck.model import Claim, Document
from claimcheck.model.figures import Again

FIRST = 3
KINDS = ("dead", "hurt")


def casualties(document: Document, frames: Sequence[Frame]) -> Iterator[Again]:
    """Fewer people in the headline than in the first sentences below, of which none gives its number."""
    head = document.headline
    if head is None or not frames:
        return
    above = [frame for frame in frames if frame.items[0].start < head.end]
    below = [frame for frame in frames if frame.items[0].start >= head.end][:FIRST]
    for kind in KINDS:
        told = [claim for frame in above for claim in _counted(frame, kind)]
        counts = [claim for frame in below if _only(frame, kind) for claim in _counted(frame, kind)]
        if len(told) != 1 or len(counts) != 1:
            continue
        value, other = measure(told[0]), measure(counts[0])
        everywhere = [measure(frame.claim(n)) for frame in below for n in frame.numbers]
        if value is None or other is None or value.number is None or other.number is None:
            continue
        if (
            value.hedge is None
            and other.number > value.number
            and all(m and m.number != value.number for m in everywhere)
        ):
            yield Again("headline", told[0], counts[0], "people counted in the headline and in the text")


def _only(frame: Frame, kind: str) -> bool:
    """Whether the sentence speaks of the dead alone or of the injured alone."""
    return kind in frame.every and not frame.every & ({*KINDS} - {kind})


def _counted(frame: Frame, kind: str) -> list[Claim]:
    """The only number of people in a sentence of this kind; none where there are several."""
    if kind not in frame.every:
        return []
    found = []
    for at in frame.numbers:
        value = measure(frame.claim(at))
        beside = frame.roles(at + 1, at + 3)
        if value is None or value.number is None or frame.claim(at).type != "quantity":
            continue
        if value.unit not in (None, "person") or value.number > 200:
            continue
        if kind in beside or "people" in beside or value.unit == "person":
            found.append(frame.claim(at))
    return found if len(found) == 1 else []
