"""Names that are also plain words: they count only where the words around prove them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.extract.entities.scan import Draft, Scanner
from claimcheck.model import Span

AFTER = frozenset("(/_")
BEFORE = frozenset("./_-")


def certain(scan: Scanner, text: str, drafts: list[Draft], sentences: Sequence[Span]) -> list[Draft]:
    """The drafts that stand: an ambiguous name only beside a company noun or a neighbour its entity lists.

    A short name of a known entity stands only where the article also gives a full one.
    """
    entities = scan.known.entities
    given = {
        identity
        for draft in drafts
        if not draft.waits
        for identity in draft.entities
        if not entities[identity].ambiguous
    }
    doubtful = [draft for draft in drafts if draft.waits or any(entities[each].ambiguous for each in draft.entities)]
    if not doubtful:
        return drafts
    starts = [span.start for span in sentences]
    places = [draft.start for draft in drafts]
    present: dict[Span, frozenset[str]] = {}
    dropped: set[int] = set()
    for draft in doubtful:
        if draft.waits:
            keep = not given.isdisjoint(draft.entities)
        else:
            wanted = {each for identity in draft.entities for each in entities[identity].beside}
            sentence = _sentence(draft, sentences, starts, len(text))
            if sentence not in present:
                low, high = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
                present[sentence] = frozenset(each for other in drafts[low:high] for each in other.entities)
            near = not _glued(text, draft) and not wanted.isdisjoint(present[sentence])
            keep = near or _company(scan, text, draft)
        if not keep:
            dropped.add(id(draft))
    return [draft for draft in drafts if id(draft) not in dropped]


def _sentence(draft: Draft, sentences: Sequence[Span], starts: list[int], end: int) -> Span:
    """The sentence a name stands in, else the stretch between two sentences."""
    i = bisect_right(starts, draft.start) - 1
    if i >= 0 and draft.start < sentences[i].end:
        return sentences[i]
    return Span(sentences[i].end if i >= 0 else 0, starts[i + 1] if i + 1 < len(starts) else end)


def _company(scan: Scanner, text: str, draft: Draft) -> bool:
    """Whether the word before is one for a company: "Firma io", "the startup io"."""
    if text[draft.start - 1 : draft.start] != " ":
        return False
    before = text[scan.word_start(text, draft.start - 1) : draft.start - 1]
    return scan.ends_as_company(before)


def _glued(text: str, draft: Draft) -> bool:
    """Whether a bracket, a stroke or a hyphen glues the name to something else."""
    return text[draft.end : draft.end + 1] in AFTER or text[draft.start - 1 : draft.start] in BEFORE
