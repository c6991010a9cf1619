"""Where a number holds: as its sentence says, or as the sentences and the title before it do."""

from __future__ import annotations

from claimcheck.link.across.line import Line, Number

BACK = 2


def place_keys(line: Line) -> frozenset[str]:
    """The places a sentence names."""
    return frozenset(word.key for word in line.words if word.place)


def places(number: Number) -> frozenset[str]:
    """Where the number holds: of its sentence, else of the two before it in the paragraph, the headline, the first."""
    line, lines = number.line, number.line.page.lines
    found = place_keys(line)
    if found:
        return found
    for other in reversed(lines[max(0, line.id - BACK) : line.id]):
        if found := place_keys(other):
            return found
    for other in lines[:3]:
        if found := place_keys(other):
            return found
    return title_places(number)


def title_places(number: Number) -> frozenset[str]:
    """Places of the article's title that are named as such anywhere in the article."""
    page = number.line.page
    title = page.article.document.title or ""
    keys = {page.vocabulary.key(word) for word in title.replace("-", " ").split()}
    return frozenset(word.key for line in page.lines for word in line.words if word.place and word.key in keys)


def other_place(one: Number, two: Number) -> bool | None:
    """Whether both are placed and nowhere the same; None where one of them is not placed."""
    mine, yours = places(one), places(two)
    if not mine or not yours:
        return None
    return not mine & yours and not _nested(one, two, mine, yours)


def elsewhere(one: Number, two: Number) -> bool:
    """Whether the very sentences name places, and none that is the same or lies in the other."""
    mine, yours = place_keys(one.line), place_keys(two.line)
    if not mine or not yours or not mine.isdisjoint(yours):
        return False
    return not _nested(one, two, mine, yours)


def _nested(one: Number, two: Number, mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Whether either article says that a place of the one lies in a place of the other."""
    nested = one.line.page.nested | two.line.page.nested
    return bool(nested) and any((a, b) in nested or (b, a) in nested for a in mine for b in yours)
