"""Why two alike numbers are not of the same thing: another place, time, subject, part, or stage."""

from __future__ import annotations

from claimcheck.link.across.align import Alignment, Pairing
from claimcheck.link.across.line import Line, Number, Word
from claimcheck.model import Period
from claimcheck.patterns import pattern

AROUND = 6
ASIDE = 2  # what stands in brackets right behind a number belongs to it: "1.17 (previous day: 1.23)"
CLAUSE = pattern("[,;:–—()]")
BACK = 2
SPLITTING = ("earlier", "more", "part", "forecast", "average", "least")


def window(number: Number, size: int = AROUND) -> tuple[list[Word], list[Word]]:
    """The words before and behind a number."""
    words = number.line.words
    return words[max(0, number.at - size) : number.at], words[number.at : number.stop + size]


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
    return not mine & yours


def sure_place(one: Number, two: Number) -> bool:
    """Whether both places stand in the very sentences."""
    return bool(place_keys(one.line)) and bool(place_keys(two.line))


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
    return frozenset(word.key for word in (*before, *behind) if word.capital or word.name or word.key.startswith("@"))


def other_marks(one: Number, two: Number) -> frozenset[str]:
    """Marks that stand around one number only and make it a number of something else."""
    return (marks(one) ^ marks(two)) & frozenset(SPLITTING)


def same_key(one: Number, two: Number) -> bool:
    """Whether both say what they measure, the same thing, of a subject both name."""
    mine, yours = kinds(one), kinds(two)
    if not mine & yours:
        return False
    return bool(subjects(one.line) & subjects(two.line))


def kinds(number: Number) -> frozenset[str]:
    """The classes of measure a number is said to be of: its measure noun's, else those of the words right around it."""
    measures = number.line.page.vocabulary.measures
    before, behind = window(number, 3)
    found = {word.key for word in (*before, *behind) if word.key in measures}
    about = number.claim.about
    if about is not None and about.measure is not None and about.measure.kind is not None:
        found.add(f"@{about.measure.kind}")
    return frozenset(found & measures)


def subjects(line: Line) -> frozenset[str]:
    """The names a sentence may speak of: those of its paragraph, else those of the headline."""
    page = line.page
    near = _subjects([other for other in page.lines if other.paragraph == line.paragraph])
    return near or _subjects(page.lines[:2])


def _subjects(lines: list[Line]) -> frozenset[str]:
    return frozenset(word.key for line in lines for word in line.words if word.name and not word.place)
