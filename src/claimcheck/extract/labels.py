"""What is no number though it may have digits: times of day, streets, telephones, vehicles, scores, directions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from zlib import adler32, crc32

from claimcheck.extract.clocks import HOUR, clocks
from claimcheck.languages.extra import extra
from claimcheck.languages.vocabulary import is_word
from claimcheck.model import Article, Claim, Measure, Span
from claimcheck.model.claim import Attribution, Label, LabelType, Relation
from claimcheck.model.span import Stretches

SURROUNDINGS = 24
REACH = 32
"""How far before a number the word stands that says what it is one of."""
NAMES, HOUSE = 3, 8
AREA = range(3, 6)
LEAST, MOST = 5, 15
"""Digits of a telephone number."""
WORD = re.compile(r"[^\W_][\w'’-]*\.?")
BEHIND = re.compile(r" (\d{1,4}[a-z]?)(?![\w%€$])(?![.,:]\d)")
BEFORE = re.compile(r"(?<![\w.,:])(\d{1,5}[a-z]?) \Z")
PHONE = re.compile(r"(?<![\w.,:/-])(?:\+|\(?\+?\d)\d{0,5}\)?(?:[ /–-]{0,3}\(?\d{1,8}\)?){1,6}(?![\w%])(?!,\d)")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
MODEL = re.compile(r"[ -](?:[^\W\d_a-zß][\w-]*|\d{1,3}\w{0,3})(?!\w)")

Found = tuple[LabelType, Span, str]


def labels(article: Article) -> tuple[Claim, ...]:
    """The labels of an article as claims, in the order of the text; none in a language without words for them."""
    document, claims = article.document, list[Claim]()
    said = Stretches(each.value.content.span for each in article.claims if isinstance(each.value, Attribution))
    by = {each.value.content.span: each.id for each in article.claims if isinstance(each.value, Attribution)}
    for kind, span, key in sorted(_found(article), key=lambda each: (each[1].start, -each[1].end, each[0])):
        if not claims or claims[-1].span.end <= span.start:
            voice = next(said.covering(span), None)
            claims.append(_claim(document.text, kind, span, key, None if voice is None else by[voice]))
    return tuple(claims)


def _found(article: Article) -> Iterator[Found]:
    document, prose = article.document, article.document.prose
    words = extra(document.language, "labels")
    if words and document.language is not None:
        numbers = {each.span.start for each in article.claims if _counts(each)}
        timing = extra(document.language, "timing").get("clock", {})
        for span, minutes in clocks(prose, document.sentences, timing, words):
            yield "clock", span, f"{minutes // HOUR % 24:02}:{minutes % HOUR:02}"
        yield from _scores(prose, document.sentences, words, numbers)
        yield from _phones(prose, words)
        yield from _roads(prose, words)
        yield from _streets(prose, words, document.language, numbers)
        yield from _vehicles(prose, words, numbers, document.language)
        yield from _outside_dates(article, _directions(prose, words, document.language))


def _outside_dates(article: Article, found: Iterator[Found]) -> Iterator[Found]:
    """From Monday to Friday nothing goes anywhere."""
    dates = Stretches(each.span for each in article.claims if each.type == "date")
    return (each for each in found if not dates.touch(each[1]))


def with_labels(article: Article) -> Article:
    """The article with its labels among its claims."""
    claims = sorted((*article.claims, *labels(article)), key=lambda each: (each.span.start, -each.span.end, each.type))
    return article._replace(claims=tuple(claims))


def _counts(claim: Claim) -> bool:
    """Whether a claim is a number of something."""
    value = claim.value
    if isinstance(value, Measure):
        return value.unit is not None or value.noun is not None
    return not isinstance(value, Attribution | Relation)


def _claim(text: str, kind: LabelType, span: Span, key: str, voice: str | None) -> Claim:
    words = text[span.start : span.end]
    around = text[max(0, span.start - SURROUNDINGS) : span.end + SURROUNDINGS].encode("utf-8", "surrogatepass")
    name = f"{crc32(around):08x}{adler32((kind + words).encode('utf-8', 'surrogatepass')):08x}"
    return Claim(kind, span, words, Label(key), name, voice=voice)


@cache
def _score(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,:/–-])(\d{{1,3}})[{re.escape(marks)}](\d{{1,3}})(?![\w%]|[.,:/–-]\w)")


def _scores(prose: str, sentences: Sequence[Span], words: dict[str, Any], numbers: set[int]) -> Iterator[Found]:
    """Two numbers with a sign between them, in a sentence that tells of a match."""
    told = frozenset(words["matches"])
    for sentence in sentences if told else ():
        pattern = _score(words["score_marks"])
        found = [each for each in pattern.finditer(prose, *sentence) if each.start() not in numbers]
        if found and not told.isdisjoint(each.lower() for each in WORD.findall(prose[slice(*sentence)])):
            yield from (("score", Span(*each.span()), f"{int(each[1])}:{int(each[2])}") for each in found)


def _phones(prose: str, words: dict[str, Any]) -> Iterator[Found]:
    for match in PHONE.finditer(prose):
        raw = match.group() if "(" in match.group() else match.group().rstrip(")")
        digits = re.sub(r"\D", "", raw)
        if LEAST <= len(digits) <= MOST and (_is_dialled(raw) or _behind(prose, match.start(), words["phones"])):
            yield "phone", Span(match.start(), match.start() + len(raw)), _national(raw, digits)


def _is_dialled(raw: str) -> bool:
    """Whether digits begin as those of a telephone do and no others: "069/12345", "+49 69 12345"."""
    parts = re.split(r"\D+", raw.strip("(+)"))
    if len(parts) < 2 or len(parts[1]) < 2 or ISO_DAY.fullmatch(raw):
        return False
    return raw[0] == "+" or (raw.lstrip("(")[0] == "0" and len(parts[0]) in AREA)


def _national(raw: str, digits: str) -> str:
    """The digits without the code of a country: "+49 69" is "069"."""
    if not raw.startswith("+"):
        return digits
    code = re.match(r"\+(\d{1,3})", raw)
    return digits if code is None else "0" + digits[len(code[1]) :].lstrip("0")


def _behind(prose: str, start: int, words: Sequence[str]) -> bool:
    """Whether one of the words stands shortly before an offset."""
    before = [each.lower().rpartition("-")[2] for each in WORD.findall(prose[max(0, start - REACH) : start])]
    return any(each in words or each.rstrip(".") in words for each in before[-3:])


@cache
def _road(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])({words})[ -]?(\d{{1,4}})(?!\w)(?![.,:]\d)")


def _roads(prose: str, words: dict[str, Any]) -> Iterator[Found]:
    kinds = {name: kind for kind, names in words["roads"].items() for name in names}
    for match in _road(tuple(kinds)).finditer(prose):
        name, number = match.groups()
        if len(name) > 2 or _behind(prose, match.start(), words["road_before"]):
            yield "street", Span(*match.span()), f"{kinds[name]}{number}"


def _streets(prose: str, words: dict[str, Any], code: str, numbers: set[int]) -> Iterator[Found]:
    """Names with a word for a street, and the number of the house, unless it counts something."""
    nameless = {*words["located"], *extra(code, "comparison").get("function_words", ())}
    matches = list(WORD.finditer(prose))
    for at, match in enumerate(matches):
        kind = _kind(match.group(), words)
        first = None if kind is None else _first(prose, matches, at, words, nameless)
        if first is not None:
            name = Span(matches[first].start(), match.start() + len(_bare(match, words)))
            house = _house(prose, name, numbers, behind=words["number_behind"])
            located = kind == "streets" or matches[max(first - 1, 0)].group().lower() in words["located"]
            if house is not None or (located and not (first == at and is_word(code, _bare(match, words)))):
                yield "street", _joined(name, house), _key(prose, name, house, words)


def _bare(match: re.Match[str], words: dict[str, Any]) -> str:
    """A word without the full stop behind it; with that of a short form."""
    word = match.group()
    return word if word.lower().endswith(tuple(words["short"])) else word.rstrip(".")


def _kind(word: str, words: dict[str, Any]) -> str | None:
    """Which kind of word for a street a word with a capital is or ends in."""
    low = word.lower()
    if word[0].isupper():
        for kind in ("streets", "places"):
            ends = tuple(each[1:] for each in words[kind] if each[0] == "~")
            for form in (low, low.rstrip(".")):
                if form in words[kind] or (form not in words["short"] and form.endswith(ends)):
                    return kind
    return None


def _first(
    prose: str, matches: Sequence[re.Match[str]], at: int, words: dict[str, Any], nameless: set[str]
) -> int | None:
    """The first word of the name of a street: it may all be one, else the words with capitals right before."""
    low = matches[at].group().lower()
    if low not in words["short"] and low.rstrip(".") not in (*words["streets"], *words["places"]):
        return at
    first = at
    least = max(0, at - (1 if words["number_behind"] else NAMES))
    while first > least and _goes_before(prose, matches[first - 1], matches[first], nameless):
        first -= 1
    return first if first < at else None


def _goes_before(prose: str, word: re.Match[str], other: re.Match[str], nameless: set[str]) -> bool:
    """Whether a word with a capital stands right before another, and may belong to a name."""
    text = word.group()
    joined = prose[word.end() : other.start()] == " " and text[-1] != "."
    return joined and text[0].isupper() and text.lower() not in nameless


def _house(prose: str, name: Span, numbers: set[int], *, behind: bool) -> Span | None:
    """Where the number of the house stands."""
    before = prose[max(0, name.start - HOUSE) : name.start]
    match = BEHIND.match(prose, name.end) if behind else BEFORE.search(before)
    if match is None or (behind and match.start(1) in numbers):
        return None
    start = match.start(1) if behind else name.start - len(before) + match.start(1)
    return Span(start, start + len(match[1]))


def _joined(name: Span, house: Span | None) -> Span:
    return name if house is None else Span(min(name.start, house.start), max(name.end, house.end))


def _key(prose: str, name: Span, house: Span | None, words: dict[str, Any]) -> str:
    span = _joined(name, house)
    low = " ".join(prose[span.start : span.end].lower().split())
    for short, long in words["short"].items():
        low = re.sub(rf"{re.escape(short)}(?!\w)", long, low)
    return low


@cache
def _make(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")


@cache
def _line(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})[ -]([A-Z]{{0,2}}\d{{1,3}})(?![\w%])(?![.,:]\d)", re.IGNORECASE
    )


def _vehicles(prose: str, words: dict[str, Any], numbers: set[int], code: str) -> Iterator[Found]:
    """Makes with a word for a vehicle or a determiner before, and what they are called; lines by their numbers."""
    for match in _make(tuple(words["makes"])).finditer(prose):
        model = MODEL.match(prose, match.end())
        end = match.end() if model is None or not _is_model(model, numbers, code) else model.end()
        before = WORD.findall(prose[max(0, match.start() - REACH) : match.start()])[-1:]
        if before and before[0].lower() in words["vehicle_before"] and not _names_more(prose, end, words):
            make = words["same_makes"].get(match.group(1), match.group(1))
            yield "vehicle", Span(match.start(), end), f"{make}{prose[match.end() : end]}".lower().replace("-", " ")
    for match in _line(tuple(words["lines"])).finditer(prose):
        if match.start(1) not in numbers:
            yield "vehicle", Span(*match.span()), f"line {match.group(1).upper()}"


def _is_model(match: re.Match[str], numbers: set[int], code: str) -> bool:
    """Whether what follows a make is no word of the language: "Astra", "328i"; not "Fahrer"."""
    word = match.group()[1:]
    return match.start() + 1 not in numbers and not word[0].islower() and not is_word(code, word)


def _names_more(prose: str, end: int, words: dict[str, Any]) -> bool:
    """Whether a make goes on as another noun: "a Ford spokesman", "den VW-Konzern"."""
    following = WORD.match(prose, end + 1)
    return prose[end : end + 1] == "-" or (
        following is not None and following.group().lower().startswith(tuple(words["of_makers"]))
    )


NAME = r"[^\W\d_a-zß][\w’'-]*[^\W_](?: [^\W\d_a-zß][\w’'-]*[^\W_])?"
"""One word with a capital, or two."""


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(each).replace("\\ ", " +") for each in words)


@cache
def _points(toward: tuple[str, ...], compass: tuple[str, ...], of: tuple[str, ...]) -> re.Pattern[str]:
    """What tells a point of the compass; "(?i:" where a word may have a capital."""
    return re.compile(rf"(?<!\w)(?i:{_any(toward)}) +((?i:{_any(compass)}))(?![\w-])(?! +(?:{_any(of)})(?!\w))")


@cache
def _ways(bound: tuple[str, ...], origin: tuple[str, ...], goal: tuple[str, ...]) -> re.Pattern[str]:
    """What tells two places, one behind the other, or one place to go to."""
    two = rf"(?i:{_any(origin)}) +({NAME}) (?i:{_any(goal)}) +({NAME})"
    return re.compile(rf"(?<!\w)(?:{two}|(?i:{_any(bound)}) +({NAME}))(?!\w)")


def _directions(prose: str, words: dict[str, Any], code: str) -> Iterator[Found]:
    """Where something goes: a point of the compass, a place, or one place from another."""
    compass: dict[str, str] = words["compass"]
    longest = tuple(sorted(compass, key=len, reverse=True))
    points = _points(tuple(words["toward"]), longest, tuple(words["compass_of"]))
    places = _ways(*(tuple(words[each]) for each in ("bound", "origin", "goal")))
    for match in points.finditer(prose):
        yield "direction", Span(*match.span(1)), compass[match[1].lower()]
    for match in places.finditer(prose):
        names = [each for each in match.groups() if each is not None]
        if not any(each.split()[0].lower() in extra(code, "comparison")["function_words"] for each in names):
            start = match.start(1 if match[1] else 3)
            yield "direction", Span(start, match.end()), ">".join(("", *names)[-2:]).lower()
