"""Why two alike numbers are not of the same thing: another time, subject, part, or stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812 – a date is also a claim here

from claimcheck.link.across.align import Alignment, Pairing
from claimcheck.link.across.line import AROUND, CLAUSE, Line, Number, window
from claimcheck.link.across.scope import kinds
from claimcheck.model import Period

LONG_AGO = 60  # days
ASIDE = 2  # what stands in brackets right behind a number belongs to it: "1.17 (previous day: 1.23)"
SPLITTING = ("earlier", "more", "part", "forecast", "average", "least")


def offsets(number: Number, size: int = AROUND) -> tuple[int, int]:
    """Where the words around a number begin and end: behind it they go as far as the clause."""
    before, behind = window(number, size)
    line = number.line
    start = before[0].start if before and len(before) == size else line.span.start
    end = behind[-1].end if len(behind) >= size else line.span.end
    stop = CLAUSE.search(line.page.prose, min(number.claim.span.end + ASIDE, end), end)
    return min(start, number.claim.span.start), max(end if stop is None else stop.start(), number.claim.span.end)


def marks(number: Number) -> frozenset[str]:
    """The marks in the words around a number."""
    return number.line.marks(*offsets(number))


def marks_before(number: Number) -> frozenset[str]:
    """The marks of the sentence before a short one: "The lowest was 74" goes on with what was told of."""
    line = number.line
    if line.id == 0 or not line.borrowed:
        return frozenset()
    return line.page.lines[line.id - 1].marks()


def periods(number: Number) -> list[Period]:
    """The other dates of the sentence that are known in full."""
    return [
        each.claim.value
        for each in number.line.numbers
        if each is not number
        and isinstance(each.claim.value, Period)
        and each.claim.value.start is not None
        and each.claim.value.end is not None
    ]


def past(number: Number) -> bool:
    """Whether a date of its clause lies well before the article: what is told there is no news."""
    published = number.line.page.published
    if published is None:
        return False
    return any(
        _ended(each, published) and _one_clause(each, number) for each in number.line.numbers if each is not number
    )


def _ended(number: Number, published: Date) -> bool:
    value = number.claim.value
    return isinstance(value, Period) and value.end is not None and (published - value.end).days >= LONG_AGO


def _one_clause(date: Number, number: Number) -> bool:
    """Whether nothing parts the two: no mark, no "and"."""
    first, last = sorted((date.claim.span, number.claim.span))
    between = number.line.page.prose[first.end : last.start]
    return CLAUSE.search(between) is None and number.line.page.vocabulary.joins.isdisjoint(between.lower().split())


def other_time(one: Number, two: Number) -> bool:
    """Whether both sentences are dated and no date of the one meets one of the other."""
    mine, yours = periods(one), periods(two)
    if not mine or not yours:
        return False
    return not any(a.start < b.end and b.start < a.end for a in mine for b in yours)  # type: ignore[operator]


def other_matter(alignment: Alignment, pairing: Pairing) -> float:
    """How much of the nouns around both numbers stands in the one where others stand in the other, from 0 to 1."""
    mine, yours = _nouns(pairing.one), _nouns(pairing.two)
    weights = alignment.weights
    apart = min(sum(weights[key] for key in sorted(mine - yours)), sum(weights[key] for key in sorted(yours - mine)))
    both = sum(weights[key] for key in sorted(mine & yours))
    return apart / (apart + both + 1e-9)


def _nouns(number: Number) -> frozenset[str]:
    before, behind = window(number, 5)
    page = number.line.page
    return frozenset(
        word.key
        for word in (*before, *behind)
        if (word.capital or word.name or word.key.startswith("@")) and not page.speaks(word.start)
    )


def other_marks(one: Number, two: Number) -> frozenset[str]:
    """Marks that stand around one number only and make it a number of something else."""
    return (marks(one) ^ marks(two)) & frozenset(SPLITTING)


def same_key(one: Number, two: Number) -> bool:
    """Whether both say what they measure, the same thing, of a subject both name."""
    shared = kinds(one) & kinds(two) & one.line.page.vocabulary.measures
    return bool(shared) and bool(subjects(one.line) & subjects(two.line))


def subjects(line: Line) -> frozenset[str]:
    """The names a sentence may speak of: those of its paragraph, else those of the headline."""
    page = line.page
    near = _subjects([other for other in page.lines if other.paragraph == line.paragraph])
    return near or _subjects(page.lines[:2])


def _subjects(lines: Sequence[Line]) -> frozenset[str]:
    names = [(line.page, word) for line in lines for word in line.words if word.name and not word.place]
    return frozenset(word.key for page, word in names if not page.speaks(word.start))
