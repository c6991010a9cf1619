"""What the words beside a length of time say that it is: the whole of something, or a limit, a part, a difference."""

from __future__ import annotations

from claimcheck.constraints.timing.lines import NONE, Line
from claimcheck.constraints.timing.marks import Mark

OTHER = frozenset(("later", "ago", "before_event", "not_length"))
LATER = frozenset(("later",))


def is_free(line: Line, mark: Mark, *, later: bool = False) -> bool:
    """Whether the words beside a length make it no difference, no limit, no part and no count back from today.

    `later`: it may be how much later something was.
    """
    if line.has("compared", mark.first - 3, mark.first) or line.has("compared", mark.last, mark.last + 2):
        return False
    behind = line.said(mark.last) - (LATER if later else NONE)
    if not behind.isdisjoint(OTHER) or "before_ago" in line.said(mark.first - 1):
        return False
    ahead = mark.first - 1 - (not line.is_mark(mark.first - 1))
    return "after" in line.said(opening(line, mark)) or not line.has("not_length", ahead, mark.first)


def opening(line: Line, mark: Mark) -> int:
    """Where the word stands that a length hangs on: right before it, or before the name of whose length it is."""
    before = mark.first - 1
    for at in (mark.first, before):
        chunk = line.sentence.chunk_at(line.tokens[at].span.start) if at >= 0 else None
        if chunk is None or chunk.preposition is None or chunk.determiner is not None:
            continue
        if chunk.last > mark.first or (chunk.name and chunk.last == mark.first):
            return chunk.preposition
    return before


def is_whole(line: Line, mark: Mark) -> bool:
    """Whether the words of a length say that it is all the time that something takes or took."""
    if is_compound(mark) or line.of_something(mark) or "these" in line.said(mark.first - 1):
        return True
    if line.has("lasts", mark.first - 3, mark.first) or line.has("lasts", mark.last, mark.last + 4):
        return True
    return (
        ended_after(line, mark) or looks_back(line, mark) or ("at_age" in line.said(mark.first - 1) and not line.people)
    )


def looks_back(line: Line, mark: Mark) -> bool:
    """Whether a length is that up to the date of its clause: "looks back on 87 years"."""
    clause = line.clause(mark)
    return clause.predicate is not None and "looks_back" in line.said(clause.predicate)


def is_compound(mark: Mark) -> bool:
    """Whether a length is one word, and so that of the noun behind it: "the 27-day walkout"."""
    return " " not in mark.claim.text.strip()


def ended_after(line: Line, mark: Mark) -> bool:
    """Whether something ends after this length: "after 31 years with the department", no date and no event behind."""
    if "after" not in line.said(opening(line, mark)) or line.said(mark.last).intersection(("after", "definite")):
        return False
    return not line.dated(mark.last, mark.last + 4)
