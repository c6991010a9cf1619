"""The dead or injured of a headline against the first sentence that counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from claimcheck.extract import read_article
from claimcheck.link.frame import Frame, only
from claimcheck.link.lines import told_by_title
from claimcheck.link.rows import frames as rows
from claimcheck.model import Claim, Document, Measure, Span
from claimcheck.model.attribution import Part
from claimcheck.model.figures import Again
from claimcheck.model.judged import Judged
from claimcheck.model.report import Article
from claimcheck.segment import segment
from claimcheck.statements.dimension import exact, number

FIRST = 3
REACH = 600
"""How many characters behind a count a further death may be told."""
MOST = 200
"""More people than this are no count of an accident."""
KINDS = ("dead", "hurt")


def casualties(document: Document, frames: Sequence[Frame], phrases: dict[str, list[list[Any]]]) -> Iterator[Again]:
    """Fewer people in the headline than in the first sentences below, of which none gives its number."""
    head = document.headline
    if head is not None and frames:
        above = [frame for frame in frames if frame.items[0].start < head.end]
        below = [frame for frame in frames if frame.items[0].start >= head.end][:FIRST]
        yield from _people_told(document, above, below, phrases)


def _people_told(
    document: Document, above: Sequence[Frame], below: Sequence[Frame], phrases: dict[str, list[list[Any]]]
) -> Iterator[Again]:
    yield from _fewer(above, below)
    yield from (each for each in _exchanged(above, below) if not _goes_on(document, each.other, phrases))


def _fewer(above: Sequence[Frame], below: Sequence[Frame]) -> Iterator[Again]:
    everywhere = {number(frame.claim(n)) for frame in below for n in frame.numbers}
    for kind in KINDS:
        told, counted = only(_told(above, kind)), _agreed(below, kind)
        if told is not None and counted is not None and _less(told, counted) and number(told) not in everywhere:
            yield Again("headline", told, counted, "people counted in the headline and in the text")


def _told(frames: Sequence[Frame], kind: str) -> list[Claim]:
    return [claim for frame in frames for claim in _counted(frame, kind)]


def _agreed(frames: Sequence[Frame], kind: str) -> Claim | None:
    """The first count of this kind in sentences that speak of no other, where all of them give one number."""
    counts = _told([frame for frame in frames if _only(frame, kind)], kind)
    return counts[0] if len({number(each) for each in counts}) == 1 else None


def _less(told: Claim, counted: Claim) -> bool:
    value, other = exact(told), number(counted)
    return value is not None and other is not None and value < other


def _exchanged(above: Sequence[Frame], below: Sequence[Frame]) -> Iterator[Again]:
    """A headline that gives as the dead the number of the injured, or of both together, or the reverse, where the text
    counts both in one sentence and speaks of the dead nowhere else.
    """
    for kind, other in (KINDS, KINDS[::-1]):
        told = only(_told(above, kind))
        said = only([frame for frame in below if kind in frame.every])
        if told is None or said is None or any(other in frame.every for frame in above):
            continue
        both = _both(said, kind, other)
        if both is not None and _mistaken(told, *both, kind):
            yield Again("headline", told, both[0], "the dead and the injured exchanged")


def _mistaken(told: Claim, right: Claim, beside: Claim, kind: str) -> bool:
    """Whether the number told is that of the others, or, as that of the dead, the sum of both."""
    value, own, others = exact(told), number(right), number(beside)
    if value is None or own is None or others is None or value == own:
        return False
    return value == others or (kind == KINDS[0] and value == own + others)


def _both(frame: Frame, kind: str, other: str) -> tuple[Claim, Claim] | None:
    """The numbers of this kind and of the other, where the sentence counts just these two."""
    counted = [at for at in frame.numbers if _people(frame, at)]
    mine = [at for at in counted if kind in frame.roles(at, at + 4) and not _between(frame, at, other)]
    if len(counted) != 2 or len(mine) != 1 or len(frame.find({kind})) != 1:
        return None
    rest = counted[counted[0] == mine[0]]
    if not frame.roles(rest, rest + 6) & {other, "treated"}:
        return None
    return frame.claim(mine[0]), frame.claim(rest)


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
    value = exact(frame.claim(at))
    counted = frame.claim(at).type == "quantity" and frame.value(at).unit in (None, "person")
    return counted and value is not None and value < MOST


def in_title(article: Article, frames: Sequence[Frame], phrases: dict[str, list[list[Any]]]) -> Iterator[Judged]:
    """The figures of a title that stands outside the text, of which the claims are read here."""
    document, title = article.document, article.document.title or ""
    if document.headline is not None or not frames:
        return
    people = any(_kinds(phrases, word.strip(".,:;!?")) for word in title.lower().split())
    if people or any(char.isdigit() for char in title):
        read = read_title(document)
        if people:
            told = _people_told(document, _heads(read, phrases), frames[:FIRST], phrases)
            yield from (_above("people", again) for again in told)
        yield from (_above("figure", again) for again in told_by_title(article, title, _numbers(read)))


def _numbers(article: Article) -> list[Claim]:
    return [claim for claim in article.claims if isinstance(claim.value, Measure)]


def _heads(title: Article, phrases: dict[str, list[list[Any]]]) -> list[Frame]:
    """The rows of a title."""
    return [frame for _, frame in rows(title.document, _numbers(title), phrases) if frame is not None]


def read_title(document: Document) -> Article:
    """The title as an article of its own, with its claims."""
    title = document.title or ""
    return read_article(segment(Document.from_text(title, language=document.language, published=document.published)))


def _above(kind: Literal["people", "figure"], again: Again) -> Judged:
    head, below = Part(Span(0, 0), again.claim.text), Part(again.other.span, again.other.text)
    values = (("head", head.text), ("below", below.text))
    shown = f"{head.text} ≠ {below.text}"
    return Judged(kind, False, (("head", head), ("below", below)), values, shown, "headline")


def _kinds(phrases: dict[str, list[list[Any]]], word: str) -> bool:
    return any(kind in names for rest, names in phrases.get(word, ()) if not rest for kind in KINDS)


def _only(frame: Frame, kind: str) -> bool:
    """Whether the sentence speaks of the dead alone or of the injured alone."""
    return kind in frame.every and not frame.every & ({*KINDS} - {kind})


def _counted(frame: Frame, kind: str) -> list[Claim]:
    """The only number of people in a sentence of this kind; none where there are several."""
    found = [frame.claim(at) for at in frame.numbers if _of_kind(frame, at, kind)] if kind in frame.every else []
    return found if len(found) == 1 else []


def _of_kind(frame: Frame, at: int, kind: str) -> bool:
    value = frame.value(at)
    if value.number is None or value.number > MOST or frame.claim(at).type != "quantity":
        return False
    return value.unit == "person" or (value.unit is None and bool(frame.roles(at + 1, at + 3) & {kind, "people"}))
