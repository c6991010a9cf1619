"""What a note takes back and what it puts in its place: "not 15 but 150", "should read Kern Street", "statt Montag".

A note corrects its own article or an earlier text on the same. Only near words that tell of an error in a text anything
is read as a correction; what it takes back must then stand in the text that it corrects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.link.values import (
    WORD,
    likest,
    named_words,
    one_kind,
    only_other,
    places_of,
    quoted_words,
    same,
    spelled,
    stated_values,
)
from claimcheck.model import Article, Claim, Measure, Period, Span
from claimcheck.model.claim import Label

NEAR = 2
"""So many sentences away a word of the note may tell that something was wrong."""
BARE, SHORT = 3, 8
"""Sentences: what has no more and is headed so is a note as a whole, the shortest even where it only says the right."""
BESIDE = 5
"""Words within which a noun stands behind the word that puts it right; twice so many behind one that denies it."""
JOINT = 3
"""Letters of the words that may stand between a noun and the denial of another behind it: "X und nicht Y"."""
FAR = 24
STOPS = re.compile(r"[.;!?)–]")
OPEN = (":", "…", "...")
COMMA = re.compile(r"[,;:.!?)–]")
WORDS = ("notes", "errors", "texts", "wrong", "right", "not", "besides", "but", "instead", "replaced")
Cues = Mapping[str, re.Pattern[str]]


class Stated(NamedTuple):
    """What a note takes back or puts right: a number, a date, a label, or only a word (no claim)."""

    span: Span
    claim: Claim | None


class Correction(NamedTuple):
    """What was wrong, None where the note does not say it, what is right, and the sentences that tell so."""

    wrong: Stated | None
    right: Stated
    told: Span


class Zones(NamedTuple):
    """Where the wrong stands, None where nowhere, and the right; `contrast`: one is set against the other."""

    wrong: Span | None
    right: Span
    contrast: bool = False

    @property
    def backwards(self) -> bool:
        """Whether the right stands before the wrong."""
        return self.wrong is not None and self.right.start < self.wrong.start


def corrections(article: Article) -> list[Correction]:
    """The corrections that an article tells, in its order."""
    read = _notes(article)
    if not read and not is_note(article):
        return []
    values, prose = stated_values(article), article.document.prose
    found = [Correction(*pair, told) for told, zones in read for pair in _pairs(prose, values, zones)]
    return found or list(_bare(article, values))


def taken_out(article: Article) -> list[Span]:
    """Where an article repeats what it takes back: nothing there is stated."""
    return [zones.wrong for _, zones in _notes(article) if zones.wrong is not None]


def is_note(article: Article) -> bool:
    """Whether what heads an article says that it corrects something."""
    document = article.document
    cues, head = _cues(document.language), document.headline or next(iter(document.sentences), None)
    return bool(cues) and head is not None and _tells(document.prose, head, cues, headed=True)


def taken_back(correction: Correction, note: Article, article: Article, values: Sequence[Claim]) -> Span | None:
    """Where an article has what a correction takes back: in the sentence that is most like the note."""
    prose, wrong = note.document.prose, correction.wrong
    if wrong is None:
        places = [] if correction.right.claim is None else only_other(correction.right.claim, values)
    elif wrong.claim is None:
        places = spelled(article.document.prose, prose[wrong.span.start : wrong.span.end])
    else:
        places = places_of(wrong.claim, values)
    return likest(article, places, prose[correction.told.start : correction.told.end])


@cache
def _cues(code: str | None) -> Cues:
    table = extra(code, "corrections")
    return {name: _any_of(table[name]) for name in WORDS} if table else {}


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    if not phrases:
        return re.compile("(?!)")
    forms = (re.escape(each.rstrip("~")).replace(r"\ ", r"\s+") + r"\w*" * each.endswith("~") for each in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def _tells(prose: str, span: Span, cues: Cues, *, headed: bool) -> bool:
    """Whether a sentence or a headline tells that something in a text was wrong."""
    if cues["notes"].search(prose, *span) is not None:
        return True
    error = cues["errors"].search(prose, *span)
    return error is not None and (headed or cues["texts"].search(prose, *span) is not None)


def _notes(article: Article) -> list[tuple[Span, Zones]]:
    """The sentences near words that tell of an error, and where in them the wrong and the right stand."""
    prose, cues = article.document.prose, _cues(article.document.language)
    if not cues or not (cues["notes"].search(prose) or cues["errors"].search(prose)):
        return []
    sentences = _joined(prose, article.document.sentences)
    return list(_read(prose, list(_near_notes(prose, sentences, cues)), cues))


def _near_notes(prose: str, sentences: Sequence[Span], cues: Cues) -> Iterator[Span]:
    """The sentences near one that tells of an error; all of a short text whose headline does."""
    notes = [at for at, span in enumerate(sentences) if _tells(prose, span, cues, headed=not at)]
    reach = SHORT if len(sentences) <= SHORT and notes[:1] == [0] else NEAR
    near = {at for note in notes for at in range(note - reach, note + reach + 1)}
    return (span for at, span in enumerate(sentences) if at in near)


def _read(prose: str, sentences: Sequence[Span], cues: Cues) -> Iterator[tuple[Span, Zones]]:
    """What sentences take back and put right; one may do both, or the next one the other half."""
    done = -1
    for at, span in enumerate(sentences):
        following = sentences[at + 1] if at + 1 < len(sentences) else None
        zones = (_contrast(prose, span, cues) or _told(prose, span, following, cues)) if at > done else None
        if zones is not None:
            done = at if zones.right.end <= span.end else at + 1
            yield Span(span.start, max(zones.right.end, span.end)), zones


def _joined(prose: str, sentences: Sequence[Span]) -> list[Span]:
    """The sentences, those that end in dots or a colon with the next: "Right is: …" goes on there."""
    found: list[Span] = []
    for span in sentences:
        if found and prose.endswith(OPEN, 0, found[-1].end):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _contrast(prose: str, span: Span, cues: Cues) -> Zones | None:
    """What one sentence sets against each other: "not W but R", "R, not W", "R instead of W", "to R from W"."""
    denials = (each for each in cues["not"].finditer(prose, *span) if not cues["besides"].match(prose, each.start()))
    denied = next(denials, None)
    if denied is not None:
        but = cues["but"].search(prose, denied.end(), span.end)
        if but is not None:
            return Zones(Span(denied.end(), but.start()), Span(but.end(), span.end), contrast=True)
        stop = STOPS.search(prose, denied.end(), span.end)
        wrong = Span(denied.end(), span.end if stop is None else stop.end())
        return Zones(wrong, Span(span.start, denied.start()), contrast=True)
    return _replaced(prose, span, cues)


def _replaced(prose: str, span: Span, cues: Cues) -> Zones | None:
    instead, error = cues["instead"].search(prose, *span), cues["errors"].search(prose, *span)
    if instead is not None:
        right = cues["right"].search(prose, instead.end(), span.end)
        if right is None and len(WORD.findall(prose[span.start : instead.start()])) < BESIDE:
            right = COMMA.search(prose, instead.end(), span.end)
        if right is not None and WORD.search(prose, right.end(), span.end):
            return Zones(Span(instead.end(), right.start()), Span(right.end(), span.end), contrast=True)
        return Zones(Span(instead.end(), span.end), Span(span.start, instead.start()), contrast=True)
    replaced = None if error is None else cues["replaced"].search(prose, error.end(), span.end)
    return None if replaced is None else Zones(Span(replaced.end(), span.end), Span(span.start, replaced.start()))


def _told(prose: str, span: Span, following: Span | None, cues: Cues) -> Zones | None:
    """What a sentence says was told, and it or the next one says is right; None where neither does."""
    right = cues["right"].search(prose, *span)
    if right is None:
        if following is None or cues["wrong"].search(prose, *span) is None or _contrast(prose, following, cues):
            return None
        return Zones(span, following)
    wrong = cues["wrong"].search(prose, span.start, right.start())
    if wrong is not None and prose[right.start() - 1] == "(":  # "15 (wrong) to 150 (right)"
        return Zones(Span(span.start, wrong.start()), Span(wrong.end(), right.start()))
    return Zones(None if wrong is None else Span(span.start, right.start()), Span(right.start(), span.end))


Pair = tuple[Stated | None, Stated]
Full = tuple[Stated, Stated]


def _pairs(prose: str, values: Sequence[Claim], zones: Zones) -> Iterator[Pair]:
    """What is taken back with what takes its place: values of one kind, of a contrast also nouns and names."""
    right = [each for each in values if zones.right.covers(each.span)]
    if zones.wrong is None:
        yield from _alone(prose, zones.right, right)
        return
    wrong = [each for each in values if zones.wrong.covers(each.span)]
    pairs = [*_of_values(prose, wrong, right, backwards=zones.backwards)]
    more = _of_words(prose, zones, wrong, right, pairs) if zones.contrast else _of_quotations(prose, zones, pairs)
    pairs += more
    yield from pairs or ([] if wrong else _alone(prose, zones.right, right))


def _alone(prose: str, zone: Span, values: Sequence[Claim]) -> Iterator[Pair]:
    """The first label or date that is right, before any bracket: the text corrected may have but one of its kind."""
    for each in values[:1]:
        if isinstance(each.value, Label | Period) and "(" not in prose[zone.start : each.span.start]:
            yield None, Stated(each.span, each)


def _bare(article: Article, values: Sequence[Claim]) -> Iterator[Correction]:
    """The days and streets of a note that tells nothing but what is right."""
    sentences = article.document.sentences
    if len(sentences) <= BARE:
        for each in values:
            told = next((span for span in sentences[1:] if span.covers(each.span)), None)
            if told is not None and each.type in ("date", "street"):
                yield Correction(None, Stated(each.span, each), told)


def _of_values(prose: str, wrong: Sequence[Claim], right: Sequence[Claim], *, backwards: bool) -> Iterator[Full]:
    """Values that only the one side has, each with the nearest of its kind, rather behind the same word: "auf der"."""
    yours = _without(right, wrong)[:: -1 if backwards else 1]
    for each in _without(wrong, right):
        other = max((one for one in yours if one_kind(each, one)), key=_like(prose, each), default=None)
        if other is not None:
            yours.remove(other)
            yield Stated(each.span, each), Stated(other.span, other)


def _without(values: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    return [each for each in values if not any(same(each, other) for other in others)]


def _like(prose: str, claim: Claim) -> Callable[[Claim], int]:
    """How well another value takes the place of one: of the very unit, behind the same word."""

    def marks(one: Claim) -> tuple[object, object]:
        before = prose[max(0, one.span.start - FAR) : one.span.start].lower().split()
        return one.value.unit if isinstance(one.value, Measure) else None, before[-1:]

    return lambda other: sum(a == b for a, b in zip(marks(other), marks(claim), strict=True))


def _of_words(
    prose: str, zones: Zones, wrong: Sequence[Claim], right: Sequence[Claim], pairs: Sequence[Full]
) -> Iterator[Full]:
    """The noun or name that is denied and the one that takes its place, near the words that say so.

    Where values were found, only what stands right beside both: "not Kern, 53, but Roth, 29".
    """
    mine, yours = named_words(prose, zones.wrong, wrong), named_words(prose, zones.right, right)
    both = mine.keys() & yours.keys()
    one, two = ([span for word, span in words.items() if word not in both] for words in (mine, yours))
    if one and two:
        first, other = one[0], two[-1 if zones.backwards else 0]
        beside = {(a.span.end + 1, b.span.end + 1) for a, b in pairs}
        if (first.start, other.start) in beside if pairs else _are_near(prose, zones, first, other, both):
            yield Stated(first, None), Stated(other, None)


def _are_near(prose: str, zones: Zones, one: Span, two: Span, both: Collection[str]) -> bool:
    """Whether a noun is denied by the words before it, and the other stands right where it is put right."""
    start = one.start if zones.wrong is None else zones.wrong.start
    if len(WORD.findall(prose[start : one.start])) >= 2 * BESIDE:
        return False
    if zones.backwards:
        between: list[str] = WORD.findall(prose[two.end : zones.right.end])
        return all(len(word) <= JOINT or word in both for word in between)
    return len(WORD.findall(prose[zones.right.start : two.start])) < BESIDE


def _of_quotations(prose: str, zones: Zones, pairs: Sequence[Full]) -> Iterator[Full]:
    """The one word in which two quotations differ."""
    mine, yours = (quoted_words(prose, zone) for zone in (zones.wrong, zones.right))
    one, two = ([word for word in mine if word not in yours], [word for word in yours if word not in mine])
    if not pairs and one and two and max(len(one), len(two)) <= 2 < min(len(mine), len(yours)):
        yield Stated(mine[one[-1]], None), Stated(yours[two[-1]], None)
