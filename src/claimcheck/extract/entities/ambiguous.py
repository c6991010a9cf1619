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
    full = (identity for draft in drafts if not draft.waits for identity in draft.entities)
    given = {identity for identity in full if not entities[identity].ambiguous}
    beside = _Neighbours(drafts, sentences, len(text))

    def stands(draft: Draft) -> bool:
        if draft.waits:
            return not given.isdisjoint(draft.entities)
        if not any(entities[each].ambiguous for each in draft.entities):
            return True
        wanted = {each for identity in draft.entities for each in entities[identity].beside}
        near = not _glued(text, draft) and not wanted.isdisjoint(beside.of(draft))
        return near or _company(scan, text, draft)

    return [draft for draft in drafts if stands(draft)]


class _Neighbours:
    """The known entities in each sentence."""

    def __init__(self, drafts: list[Draft], sentences: Sequence[Span], end: int) -> None:
        self._drafts, self._sentences, self._end = drafts, sentences, end
        self._starts = [span.start for span in sentences]
        self._places = [draft.start for draft in drafts]
        self._known: dict[Span, frozenset[str]] = {}

    def of(self, draft: Draft) -> frozenset[str]:
        """Those in the sentence of a name."""
        sentence = _sentence(draft, self._sentences, self._starts, self._end)
        if sentence not in self._known:
            low, high = bisect_left(self._places, sentence.start), bisect_left(self._places, sentence.end)
            self._known[sentence] = frozenset(each for other in self._drafts[low:high] for each in other.entities)
        return self._known[sentence]


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
