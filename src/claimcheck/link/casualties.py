"""The dead or injured of a headline against the first sentence that counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.extract import read_article
from claimcheck.link.dimension import measure
from claimcheck.link.frame import Frame
from claimcheck.link.rows import frames as rows
from claimcheck.model import Claim, Document, Measure, Span
from claimcheck.model.attribution import Part
from claimcheck.model.figures import Again
from claimcheck.model.naming import Headed
from claimcheck.segment import segment

FIRST = 3
KINDS = ("dead", "hurt")


def casualties(document: Document, frames: Sequence[Frame]) -> Iterator[Again]:
    """Fewer people in the headline than in the first sentences below, of which none gives its number."""
    head = document.headline
    if head is None or not frames:
        return
    above = [frame for frame in frames if frame.items[0].start < head.end]
    yield from _fewer(above, [frame for frame in frames if frame.items[0].start >= head.end][:FIRST])


def _fewer(above: Sequence[Frame], below: Sequence[Frame]) -> Iterator[Again]:
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


def in_title(document: Document, frames: Sequence[Frame], phrases: dict[str, list[list[Any]]]) -> Iterator[Headed]:
    """The same for a title that stands outside the text, of which the claims are read here."""
    title = document.title or ""
    words = [word.strip(".,:;!?") for word in title.lower().split()]
    if document.headline is not None or not frames or not any(_kinds(phrases, word) for word in words):
        return
    read = read_article(segment(Document.from_text(title, language=document.language, published=document.published)))
    numbers = [claim for claim in read.claims if isinstance(claim.value, Measure)]
    heads = [frame for _, frame in rows(read.document, numbers, phrases) if frame is not None]
    for again in _fewer(heads, list(frames[:FIRST])):
        yield Headed("people", Part(Span(0, 0), again.claim.text), Part(again.other.span, again.other.text))


def _kinds(phrases: dict[str, list[list[Any]]], word: str) -> bool:
    return any(kind in names for rest, names in phrases.get(word, ()) if not rest for kind in KINDS)


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
