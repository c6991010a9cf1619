"""What a number is of: what it counts or measures, where and when it holds, whose figure it is, a part or all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812 – a date is also a claim here

from claimcheck.link.across.line import AROUND, CLAUSE, WORD, Line, Number, belongs, vocabulary, window
from claimcheck.link.across.value import measure
from claimcheck.model import Period

AMOUNTS = ("amount", "percentage")
ANYTHING = (None, "@person")  # nothing named, or people, who may be guests or voters
JOINED, DOUBLET = 60, 4


def same_noun(one: Number, two: Number) -> bool | None:
    """Whether two counts are of the same thing; None where one of them names none, or people of no certain kind."""
    first, second = noun_key(one), noun_key(two)
    if first == second and first is not None:
        return True
    if first in ANYTHING or second in ANYTHING:
        return None
    return False


def kind(number: Number) -> str | None:
    """The key of what is counted, of what an amount is a value of; None where that is nothing certain."""
    if number.claim.type in AMOUNTS:
        value, named = measure(number), kinds(number)
        return f"{min(named)} {value.unit}" if value is not None and len(named) == 1 else None
    found = noun_key(number)
    return None if found in ANYTHING else found


def noun_key(number: Number) -> str | None:
    """The key of what is counted."""
    value = measure(number)
    if value is None or value.noun is None:
        return None
    words = value.noun.replace("-", " ").replace(":", " ").replace("*", " ").split()
    key = vocabulary(number.line.page.language).key(words[-1]) if words else None
    other = None if key is None else _joined(number, words[-1], key)
    return key if other is None else "+".join(sorted((key or "", other)))


def counts_two(number: Number) -> bool:
    """Whether two things are counted together: "50 guests and nurses"."""
    return "+" in (noun_key(number) or "")


def _joined(number: Number, noun: str, key: str) -> str | None:
    """What is counted with it: "50 guests and nurses", but nothing more in "20 Lehrerinnen und Lehrer"."""
    page, end = number.line.page, number.claim.span.end
    words = page.prose[end : min(end + JOINED, number.line.span.end)].split()[:4]
    behind = words[words.index(noun) + 1 :] if noun in words else words if number.claim.text.endswith(noun) else []
    if len(behind) < 2 or behind[0] not in page.vocabulary.joins:
        return None
    other = page.vocabulary.key(behind[1].strip(",.;:"))
    same = other == key or behind[1][:DOUBLET] == noun[:DOUBLET]  # "Kundinnen und Kunden"
    return None if same or behind[1][0].isdigit() else other


def kinds(number: Number) -> frozenset[str]:
    """The classes of measure a number is of: that of its measure noun, else those of the words of its clause."""
    if number.kinds_ is None:
        number.kinds_ = _kinds(number)
    return number.kinds_


def _kinds(number: Number) -> frozenset[str]:
    known = number.line.page.vocabulary.kinds
    about = number.claim.about if number.claim.type != "quantity" else None
    named = None if about is None or about.measure is None else about.measure.kind
    if named is not None and f"@{named}" in known:
        return frozenset((f"@{named}",))
    before, behind = window(number, AROUND)
    return frozenset(word.key for word in (*before, *behind) if word.key in known and belongs(number, word.start))


def other_kind(one: Number, two: Number) -> bool | None:
    """Whether two numbers are said to be values of different things; None where one of them is not said to be any."""
    mine, yours = kinds(one), kinds(two)
    return mine.isdisjoint(yours) if mine and yours else None


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


def placed_apart(one: Number, two: Number) -> bool:
    """The same of two articles in one language: what two languages call a place differs."""
    return one.line.page.language == two.line.page.language and bool(other_place(one, two))


def told_apart(one: Number, two: Number) -> bool:
    """Whether two sources tell them, or they are placed apart."""
    return two_sources(one, two) or placed_apart(one, two)


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


def two_sources(one: Number, two: Number) -> bool:
    """Whether both numbers are told after a source, and the sources share no word."""
    mine, yours = source(one), source(two)
    return bool(mine and yours and not mine & yours)


def source(number: Number) -> frozenset[str]:
    """The keys of the words that name the source of a number; empty for the author's own and where nobody is named."""
    page = number.line.page
    found = page.said.get(number.claim.voice or "")
    if found is None or found.source is None or found.source_kind in ("pronoun", "anonymous", "none"):
        return frozenset()
    words = f"{found.source.text} {found.resolved or ''}"
    return frozenset(key for word in WORD.findall(words) if (key := page.vocabulary.key(word)) is not None)


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


NEXT_DAY = 0.5
NEXT_DAY_TOLD = 0.3
SAME_WORD = 0.2
BEFORE = 14


def date_slip(one: Number, two: Number) -> float:
    """What speaks for a slip: one day apart, the same day of another month; and the same word before ("until")."""
    mine, yours = one.claim.value, two.claim.value
    if not isinstance(mine, Period) or not isinstance(yours, Period) or mine.grain != "day" or yours.grain != "day":
        return 0.0
    found = SAME_WORD if _limits(one) & _limits(two) else 0.0
    if mine.start is not None and yours.start is not None and _near_miss(mine.start, yours.start):
        found += NEXT_DAY_TOLD if mine.relative or yours.relative else NEXT_DAY
    return found


def _near_miss(one: Date, two: Date) -> bool:
    return abs((one - two).days) == 1 or (one.day, one.year) == (two.day, two.year)


def same_day(one: Number, two: Number) -> bool:
    """Whether both name the same day or the same years by their date, not as "Monday" or "tomorrow"."""
    mine, yours = one.claim.value, two.claim.value
    if not isinstance(mine, Period) or not isinstance(yours, Period) or mine.relative or yours.relative:
        return False
    return mine.edtf == yours.edtf and (mine.grain == "day" or "/" in mine.edtf)


def _limits(number: Number) -> frozenset[str]:
    """The words right before a date that make it a first or a last day."""
    prose = number.line.page.prose
    start = max(number.line.span.start, number.claim.span.start - BEFORE)
    before = prose[start : number.claim.span.end].lower().split()
    return frozenset(before) & number.line.page.vocabulary.limits
