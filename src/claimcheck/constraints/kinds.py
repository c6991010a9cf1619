"""One kind of thing in the headline and another of the same sort in the text: a cyclist and a pedestrian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from claimcheck.constraints.headlines import about_alike, denied, part_of, titled
from claimcheck.languages.extra import extra
from claimcheck.model import Document, Span
from claimcheck.model.attribution import Part
from claimcheck.model.judged import Judged
from claimcheck.statements.statement import Statements

FIRST = 2
LONG = 5
"""From so many letters on a word may be the last part of a longer one."""


class Sort:
    """One sort of things; `words` has those for all its kinds in lower case. What finds them is made when asked for."""

    def __init__(self, named: list[list[str]], table: dict[str, Any]) -> None:
        self.words = [word.lower() for kind in named for word in kind]
        self._named, self._table = named, table

    def _written(self, at: int) -> str:
        return "|".join(_written(word, self._table["compounds"]) for word in self._named[at])

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """What finds a word for one of the kinds, whose number is the name of its group behind a letter."""
        endings = "|".join(map(re.escape, self._table["kind_endings"]))
        named = "|".join(f"(?P<k{at}>{self._written(at)})" for at in range(len(self._named)))
        # where nouns have capitals, "weinen" is no wine
        flags = re.NOFLAG if self._table["compounds"] else re.IGNORECASE
        return re.compile(rf"(?<![\w-])(?:{named})(?:{endings})?(?![\w-])", flags)

    def inside(self, name: str) -> re.Pattern[str]:
        """What finds one kind, by the name of its group, in any word."""
        edge = "" if self._table["compounds"] else r"(?<!\w)"
        return re.compile(rf"{edge}(?:{self._written(int(name[1:]))})", re.IGNORECASE)


def kinds(statements: Statements) -> Iterator[Judged]:
    """Every thing that the headline names as one kind and the first sentences as another of its sort, where the text
    never has a word for the kind of the headline.
    """
    document = statements.article.document
    title, head, start = titled(document)
    first = [each for each in document.sentences if each.start >= start][:FIRST]
    if document.language is None or not first or not title.strip():
        return
    lead = Span(first[0].start, first[-1].end)
    if about_alike(title, document.prose[lead.start : lead.end]):
        yield from _told(document, document.language, (title, head, start), lead)


def _told(document: Document, code: str, above: tuple[str, Span, int], lead: Span) -> Iterator[Judged]:
    """The kinds of the headline with the words of the text for them, or for others of their sort."""
    title, head, start = above
    written = title.lower()
    for sort in _sorts(code):
        match = _only(sort.whole, title) if any(word in written for word in sort.words) else None
        if match is None:
            continue
        again = sort.inside(match.lastgroup or "").search(document.prose, start)
        found = again or _only(sort.whole, document.prose, *lead)
        if found is not None:
            text = Part(Span(*found.span()), document.text[found.start() : found.end()])
            yield denied("kind", part_of(title, *match.span(), head), text, fits=again is not None)


def _only(whole: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first word for the only kind of a sort that a text names."""
    found = [*whole.finditer(text, start, len(text) if end is None else end)]
    return found[0] if len({each.lastgroup for each in found}) == 1 else None


@cache
def _sorts(code: str) -> tuple[Sort, ...]:
    """Every sort of things."""
    table: dict[str, Any] = extra(code, "headlines")
    return tuple(Sort(each, table) for each in table.get("kinds", ()))


def _written(word: str, compounds: bool) -> str:
    """A word, also as the last part of a longer one: "Brand", "Waldbrand"."""
    plain = re.escape(word)
    last = re.escape(word[0].lower() + word[1:])
    return rf"(?:{plain}|[\w-]*?\w{last}|[\w-]+-{plain})" if compounds and len(word) >= LONG else plain
