"""The dead or injured of a headline against the first sentence that counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

from claimcheck.extract import read_article
from claimcheck.link.dimension import measure
from claimcheck.link.frame import Frame
from claimcheck.link.rows import frames as rows
from claimcheck.link.told import told_by_title
from claimcheck.model import Claim, Document, Measure, Span
from claimcheck.model.attribution import Part
from claimcheck.model.figures import Again
from claimcheck.model.naming import Headed
from claimcheck.model.report import Article
from claimcheck.segment import segment

FIRST = 3
REACH = 600
"""How many characters behind a count a further death may be told."""
MOST = 200
"""More people than this are no count of an accident."""
KINDS = ("dead", "hurt")


def casualties(document: Document, frames: Sequence[Frame], phrases: dict[str, list[list[Any]]]) -> Iterator[Again]:
    """Fewer people in the headline than in the first sentences below, of which none gives its number."""
    head = document.headline
    if head is None or not frames:
        return
    above = [frame for frame in frames if frame.items[0].start < head.end]
    below = [frame for frame in frames if frame.items[0].start >= head.end][:FIRST]
    yield from _fewer(above, below)
    yield from (each for each in _exchanged(above, below) if not _goes_on(document, each.other, phrases))


def _fewer(above: Sequence[Frame], below: Sequence[Frame]) -> Iterator[Again]:
    for kind in KINDS:
        told = [claim for frame in above for claim in _counted(frame, kind)]
        counts = [claim for frame in below if _only(frame, kind) for claim in _counted(frame, kind)]
        if len(told) != 1 or len({_number(each) for each in counts}) != 1:
            continue
        value, other = _exact(told[0]), _number(counts[0])
        if value is None or other is None or other <= value:
            continue
        everywhere = [measure(frame.claim(n)) for frame in below for n in frame.numbers]
        if all(each is not None and each.number != value for each in everywhere):
            yield Again("headline", told[0], counts[0], "people counted in the headline and in the text")


def _exchanged(above: Sequence[Frame], below: Sequence[Frame]) -> Iterator[Again]:
    """A headline that gives as the dead the number of the injured, or of both together, or the reverse, where the text
    counts both in one sentence and speaks of the dead nowhere else.
    """
    for kind, other in (KINDS, KINDS[::-1]):
        told = [claim for frame in above for claim in _counted(frame, kind)]
        said = [frame for frame in below if any(kind in item.roles for item in frame.items)]
        if len(told) != 1 or len(said) != 1 or any(other in frame.every for frame in above):
            continue
        value, both = _exact(told[0]), _both(said[0], kind, other)
        if value is None or both is None:
            continue
        right, beside = _number(both[0]), _number(both[1])
        if right is None or beside is None or value == right:
            continue
        if value == beside or (kind == KINDS[0] and value == right + beside):
            yield Again("headline", told[0], both[0], "the dead and the injured exchanged")


def _both(frame: Frame, kind: str, other: str) -> tuple[Claim, Claim] | None:
    """The numbers of this kind and of the other, where the sentence counts just these two."""
    counted = [at for at in frame.numbers if _people(frame, at)]
    mine = [at for at in counted if kind in frame.roles(at, at + 4) and not _between(frame, at, other)]
    if len(counted) != 2 or len(mine) != 1 or sum(kind in item.roles for item in frame.items) != 1:
        return None
    rest = next(at for at in counted if at != mine[0])
    if not frame.roles(rest, rest + 6) & {other, "treated"}:
        return None
    return frame.claim(mine[0]), frame.claim(rest)


def _exact(claim: Claim) -> Decimal | None:
    """The number of a claim without a hedge."""
    value = measure(claim)
    return None if value is None or value.hedge is not None else value.number


def _goes_on(document: Document, counted: Claim, phrases: dict[str, list[list[Any]]]) -> bool:
    """Whether a sentence soon behind that of the count speaks of the dead or injured once more."""
    end = next((each.end for each in document.sentences if each.end > counted.span.start), len(document.prose))
    words = (word.strip(".,:;!?") for word in document.prose[end : end + REACH].lower().split())
    return any(kind in names for word in words for _, names in phrases.get(word, ()) for kind in KINDS)


def _between(frame: Frame, at: int, kind: str) -> bool:
    """Whether the next words after a number speak first of the other kind, or another number comes first."""
    for item in frame.items[at + 1 : at + 4]:
        if item.kind == "number" or kind in item.roles:
            return True
        if item.roles & {*KINDS}:
            return False
    return False


def _people(frame: Frame, at: int) -> bool:
    value = measure(frame.claim(at))
    exact = value is not None and value.number is not None and value.hedge is None and value.number < MOST
    return exact and value is not None and frame.claim(at).type == "quantity" and value.unit in (None, "person")


def _number(claim: Claim) -> Decimal | None:
    value = measure(claim)
    return None if value is None else value.number


def in_title(article: Article, frames: Sequence[Frame], phrases: dict[str, list[list[Any]]]) -> Iterator[Headed]:
    """The figures of a title that stands outside the text, of which the claims are read here."""
    document = article.document
    title = document.title or ""
    if document.headline is not None or not frames or not title:
        return
    people = any(_kinds(phrases, word.strip(".,:;!?")) for word in title.lower().split())
    if not people and not any(char.isdigit() for char in title):
        return
    read = read_article(segment(Document.from_text(title, language=document.language, published=document.published)))
    numbers = [claim for claim in read.claims if isinstance(claim.value, Measure)]
    heads = [frame for _, frame in rows(read.document, numbers, phrases) if frame is not None]
    below = list(frames[:FIRST])
    if people:
        exchanged = (each for each in _exchanged(heads, below) if not _goes_on(document, each.other, phrases))
        for again in (*_fewer(heads, below), *exchanged):
            yield _above("people", again)
    for again in told_by_title(article, title, numbers):
        yield _above("figure", again)


def _above(kind: Literal["people", "figure"], again: Again) -> Headed:
    return Headed(kind, Part(Span(0, 0), again.claim.text), Part(again.other.span, again.other.text))


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
        if value.unit not in (None, "person") or value.number > MOST:
            continue
        if kind in beside or "people" in beside or value.unit == "person":
            found.append(frame.claim(at))
    return found if len(found) == 1 else []
