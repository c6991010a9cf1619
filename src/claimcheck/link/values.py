"""The values and words by which versions of a text and its corrections are compared, and where a text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from claimcheck.extract.clocks import HALF_DAY, HOUR
from claimcheck.extract.labels import labels
from claimcheck.model import Article, Claim, Duration, Measure, Period, Span
from claimcheck.model.claim import Attribution, Label, Relation, Value
from claimcheck.model.interval import bounds
from claimcheck.model.span import Stretches

WAY = ">"
"""Between the names of two places, of which the first may be unknown."""
LEAST, ENDING, STEM = 3, 3, 7
"""Letters of a word that tells something, of what may stand behind the stem of another form, and of a stem."""
WORD = re.compile(r"[^\W\d_][\w'’-]*")
QUOTED = re.compile(r"[„“\"»«]([^„“”\"»«]{2,300})[“”\"«»]")
TOKEN = re.compile(r"\w[\w'’-]*")


def stated_values(article: Article) -> list[Claim]:
    """The numbers, dates and labels of an article in their order; labels go before numbers inside them."""
    named = labels(article)
    spans = [each.span for each in named]
    told = (each for each in article.claims if not isinstance(each.value, Attribution | Relation))
    numbers = (each for each in told if not any(span.touches(each.span) for span in spans))
    return sorted([*named, *numbers], key=lambda each: each.span)


def one_kind(one: Claim, two: Claim) -> bool:
    """Whether two claims may be values of one thing: of one type, numbers of one unit, or one without any, dates of one
    length.
    """
    first, second = one.value, two.value
    if isinstance(first, Measure) and isinstance(second, Measure):
        units = {first.unit, second.unit}
        return len(units) == 1 or bool(units & {None, "person"})
    if isinstance(first, Label) and isinstance(second, Label):
        return one.type == two.type and _are_alike(first.key, second.key)
    if isinstance(first, Period) and isinstance(second, Period):
        return first.grain == second.grain
    return type(first) is type(second)


def _are_alike(mine: str, yours: str) -> bool:
    """Whether two labels of a type may stand for each other: "A5" is no "kernstraße", "N" no way to Lindow."""
    return mine[0].isupper() == yours[0].isupper() and (WAY not in mine or _one_way(mine, yours))


def _one_way(mine: str, yours: str) -> bool:
    """Whether two ways may be one: they have a place in common, or both tell only where to."""
    return mine[0] == yours[0] == WAY or not _ends(mine).isdisjoint(_ends(yours))


def _ends(way: str) -> set[str]:
    return {*way.split(WAY)} - {""}


def same(one: Claim, two: Claim) -> bool:
    """Whether two claims state the same value."""
    first, second = one.value, two.value
    if isinstance(first, Measure) and isinstance(second, Measure):
        return one_kind(one, two) and first.number == second.number and bounds(first).meets(bounds(second))
    if isinstance(first, Period) and isinstance(second, Period):
        return _one_day(first, second)
    if isinstance(first, Duration) and isinstance(second, Duration):
        return (first.iso, first.low_iso) == (second.iso, second.low_iso)
    return one.type == two.type and first == second


def labelled(mine: Sequence[Claim], yours: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, bool]]:
    """Labels that two texts state, and of a kind the only one that either has left; whether they are the same."""
    for kind in sorted({each.type for each in mine}):
        yield from _of_kind([each for each in mine if each.type == kind], [each for each in yours if each.type == kind])


def _of_kind(mine: Sequence[Claim], yours: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, bool]]:
    pairs = {a.value: (a, b) for a in mine for b in yours if _same_label(a, b)}
    yield from ((*pair, True) for pair in pairs.values())
    known = {each.value for pair in pairs.values() for each in pair}
    first, second = _only(mine, known), _only(yours, known)
    if first is not None and second is not None and one_kind(first, second):
        yield first, second, False


def _only(labels: Sequence[Claim], known: set[Value]) -> Claim | None:
    """The first of the labels beside those that are known, where they all state one."""
    left = [each for each in labels if each.value not in known]
    return left[0] if len({each.value for each in left}) == 1 else None


def _same_label(one: Claim, two: Claim) -> bool:
    """Whether two labels state the same, whichever side of a score goes first; words tell no half of the day."""
    first, second = one.value, two.value
    if not isinstance(first, Label) or not isinstance(second, Label):
        return False
    if one.type == "score":
        return sorted(first.key.split(":")) == sorted(second.key.split(":"))
    if one.type == "direction" == two.type:
        return first == second or _lead_to_one(first.key, second.key)
    if one.type == "clock" and not (_in_digits(one) and _in_digits(two)):
        return (_minutes(first.key) - _minutes(second.key)) % HALF_DAY == 0
    return first == second


def _lead_to_one(mine: str, yours: str) -> bool:
    """Whether two ways lead to one place, and one of them does not tell where from."""
    return WAY in (mine[0], yours[0]) and mine.partition(WAY)[2] == yours.partition(WAY)[2]


def _in_digits(claim: Claim) -> bool:
    return claim.text[:1].isdigit()


def _minutes(key: str) -> int:
    hours, minutes = map(int, key.split(":"))
    return hours * HOUR + minutes


def _one_day(one: Period, two: Period) -> bool:
    """Whether two dates are one, and fall on one weekday where both say on which."""
    if one.weekday is not None and two.weekday is not None and one.weekday != two.weekday:
        return False
    if one.start is None or two.start is None:
        return one.edtf[-5:] == two.edtf[-5:]
    return one.start == two.start and one.grain == two.grain


def places_of(claim: Claim, values: Sequence[Claim]) -> list[Span]:
    """Where a text states a value; a date also where it is told with more, or only its month is right."""
    found = [each.span for each in values if same(each, claim)]
    return found or ([*_dates(claim, values)] if isinstance(claim.value, Period) else [])


def _dates(claim: Claim, values: Sequence[Claim]) -> Iterator[Span]:
    """The dates that are told with the words of another and more, else those that lie in it."""
    dates = [each for each in values if isinstance(each.value, Period)]
    longer = [each.span for each in dates if each.text.startswith(claim.text)]
    yield from longer or (each.span for each in dates if _within(each.value, claim.value))


def _within(one: object, two: object) -> bool:
    """Whether a day lies in a longer time."""
    if not isinstance(one, Period) or not isinstance(two, Period) or not (one.start and two.start and two.end):
        return False
    return one.grain == "day" != two.grain and two.start <= one.start < two.end


def only_other(claim: Claim, values: Sequence[Claim]) -> list[Span]:
    """Where a text has another value of the kind, where it has but one."""
    others = [each for each in values if one_kind(each, claim)]
    apart = any(same(each, claim) or not same(each, others[0]) for each in others)
    return [] if apart else [each.span for each in others]


def spelled(prose: str, word: str) -> list[Span]:
    """Where a word stands, else where it does with another ending."""
    found = [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", prose)]
    if found or len(word) < LEAST + ENDING:
        return found
    forms = re.finditer(rf"(?<!\w){re.escape(word[:-2])}\w{{0,{ENDING + 1}}}(?!\w)", prose)
    return [Span(*match.span()) for match in forms if abs(len(match.group()) - len(word)) < ENDING]


def likest(article: Article, places: Sequence[Span], told: str) -> Span | None:
    """The place whose sentence shares the most words with what is told; the first of several, None of none."""
    said = set(_telling(told))
    return max(places, key=lambda span: (len(said & set(_telling(_around(article, span)))), -span.start), default=None)


def _telling(text: str) -> Iterator[str]:
    return (word[:STEM].lower() for word in TOKEN.findall(text) if len(word) >= LEAST)


def _around(article: Article, span: Span) -> str:
    """The sentence in which a place lies."""
    document = article.document
    sentence = next((each for each in document.sentences if each.covers(span)), span)
    return document.prose[sentence.start : sentence.end]


def named_words(prose: str, zone: Span | None, values: Sequence[Claim]) -> dict[str, Span]:
    """The words with a capital or in quotation marks in a stretch, outside numbers; a name of a street as a whole."""
    numbers = Stretches(each.span for each in values if each.type not in ("street", "date"))
    streets = Stretches(each.span for each in values if each.type == "street")
    named = _named(prose, zone or Span(0, 0))
    return {word: next(streets.covering(span), span) for word, span in named if not numbers.touch(span)}


def _named(prose: str, zone: Span) -> Iterator[tuple[str, Span]]:
    quoted = Stretches(Span(*match.span(1)) for match in QUOTED.finditer(prose, *zone))
    for match in WORD.finditer(prose, *zone):
        span = Span(*match.span())
        if match.group()[0].isupper() or quoted.cover(span):
            yield match.group(), span


def quoted_words(prose: str, zone: Span | None) -> dict[str, Span]:
    """The words of the first quotation in a stretch."""
    quotation = None if zone is None else QUOTED.search(prose, *zone)
    words = () if quotation is None else WORD.finditer(prose, *quotation.span(1))
    return {match.group().lower(): Span(*match.span()) for match in words}


ALIKE = 0.72
PHRASE = 2
_ELLIPSIS = ("…", "...")
Change = Literal["same", "ellipsis", "bracket", "spelling", "word", "wording", "number", "negation"]

RANK: dict[Change, int] = {
    "same": 0,
    "spelling": 1,
    "bracket": 2,
    "ellipsis": 3,
    "wording": 4,
    "word": 5,
    "negation": 6,
    "number": 7,
}


def kind_of(mine: Sequence[str], yours: Sequence[str], negations: frozenset[str]) -> Change:
    """What a single difference is; `negations` are the words that turn a statement round."""
    words = (*mine, *yours)
    if any(word.startswith(_ELLIPSIS) for word in words):
        return "ellipsis"
    if any(word.startswith("[") or word.endswith("]") for word in words):
        return "bracket"
    if _joined(mine) == _joined(yours):
        return "spelling"
    return _of_words(mine, yours, negations)


def _of_words(mine: Sequence[str], yours: Sequence[str], negations: frozenset[str]) -> Change:
    """What a difference is in which letters differ, and not only marks."""
    if len(mine) == len(yours) and _other_digits(_digits(mine), _digits(yours)):
        return "number"
    if len(mine) + len(yours) <= 3 and negations.isdisjoint(mine) != negations.isdisjoint(yours):
        return "negation"
    if not all(0 < len(words) <= PHRASE for words in (mine, yours)):
        return "wording"
    return "spelling" if _near(_joined(mine), _joined(yours)) else "word"


def _joined(words: Sequence[str]) -> str:
    return "".join(words).replace("-", "").replace("ß", "ss")


def _digits(words: Sequence[str]) -> str:
    return "".join(c for word in words for c in word if c.isdigit())


def _other_digits(mine: str, yours: str) -> bool:
    return bool(mine and yours) and mine != yours


def _near(mine: str, yours: str) -> bool:
    """One ending more or less, one letter another."""
    return SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= ALIKE
