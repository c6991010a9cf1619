"""The names of an article, where a number may find its owner or its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from claimcheck.model import Span
from claimcheck.model.analysis import Analysis
from claimcheck.model.entity import Mention
from claimcheck.model.relation import Argument
from claimcheck.model.stretches import Stretches


class Names:
    """The names of an article, and the speakers among them, who own no number they only speak of."""

    def __init__(self, mentions: Sequence[Mention], sources: Sequence[Span]) -> None:
        self._mentions = mentions
        self._starts = [each.span.start for each in mentions]
        self._speakers = Stretches(sources)

    def at(self, span: Span) -> Mention | None:
        """The longest name that lies in a stretch."""
        found = self.within(span)
        return max(found, key=lambda each: (each.span.end - each.span.start, -each.span.start)) if found else None

    def within(self, span: Span) -> list[Mention]:
        """The names that begin in a stretch."""
        return list(self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)])

    def is_person(self, span: Span) -> bool:
        """Whether a word belongs to the name of a person."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._mentions[at].kind == "person" and self._mentions[at].span.end >= span.end

    def is_surname(self, word: str) -> bool:
        """Whether a person of the article has a full name that ends in a word."""
        return word in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        full = (each.name.rpartition(" ") for each in self._mentions if each.kind == "person")
        return frozenset(last for first, _, last in full if first)

    def ending(self, span: Span) -> Mention | None:
        """The name whose last word stands there."""
        at = bisect_left(self._starts, span.end) - 1
        found = self._mentions[at] if at >= 0 else None
        return found if found is not None and found.span.end == span.end else None

    def speaks(self, offset: int) -> bool:
        """Whether a place lies in the name of a speaker."""
        return self._speakers.hold(offset)

    def place(self, span: Span) -> Argument | None:
        """The only place named in a stretch."""
        places = {each.entity or each.name: each for each in self.within(span) if each.kind == "place"}
        only = next(iter(places.values())) if len(places) == 1 else None
        return None if only is None else Argument(only.span, only.text, only.entity)

    def scope(self, analysis: Analysis) -> Argument | None:
        """The place of the whole article: the only one its headline or its first sentence names."""
        if not analysis.spans:
            return None
        found = self.place(Span(0, analysis.spans[min(1, len(analysis.spans) - 1)].end))
        return None if found is None else found._replace(implied=True)
