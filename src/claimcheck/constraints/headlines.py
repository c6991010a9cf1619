"""What a headline says and the text below it denies: an outcome, a day of the week, a town, a name, a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

from claimcheck.constraints.letters import alike_but_for_accents, begin_alike, is_common
from claimcheck.constraints.lines import told_by_title
from claimcheck.extract import read_article
from claimcheck.language.words import Words, words_of
from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Document, Measure, Period, Span
from claimcheck.model.claim import Attribution, Part
from claimcheck.model.comparison import Judged, JudgedKind, Roles
from claimcheck.model.entity import Mention
from claimcheck.model.figures import Again
from claimcheck.model.report import Article
from claimcheck.segment import segment
from claimcheck.statements.statement import Statements

WORDS = re.compile(r"[^\W\d_]+")
DATELINE = re.compile(r"(?:[^\W\d_a-zßäöü][^\W\d_a-zßäöü .]{2,30}, \w+\.? [0-9]+ )?")
LONG = re.compile(r"[^\W\d_]{4,}")
STEM = 5
SHARED = 2
FIRST = 2
REACH = 600
BESIDE = 30
NEAR = 60
LONGEST_TITLE = 200
SHORTEST_NAME = 6


def headlines(statements: Statements) -> Iterator[Judged]:
    """Every such contradiction; the headline is that of the text, or the title it is known by outside."""
    article = statements.article
    document, code = article.document, article.document.language
    table = extra(code, "headlines") if code is not None else {}
    title, head, start = titled(document)
    first = [each for each in document.sentences if each.start >= start][:FIRST]
    if table and code is not None and first and title.strip() and len(title) <= LONGEST_TITLE:
        yield from _outcome(article, title, head, first, code, table)
        yield from _weekday(article, title, head, first, code)
        yield from _month(document, title, head, first, code)
        yield from _place(document, title, head, first, code, table)
        yield from _name(article, title, head, start)
    yield from _figures(article)


def denied(kind: JudgedKind, head: Part, below: Part, *, fits: bool = False) -> Judged:
    """Words of a headline and words of the text below that deny them; outside the text the headline has no place."""
    values = (("head", head.text), ("below", below.text))
    roles: Roles = (("head", head), ("below", below))
    return Judged(kind, fits, roles, values, f"{head.text} {'~' if fits else '≠'} {below.text}", "headline")


def figure(document: Document, above: Claim, below: Claim, *, fits: bool = False) -> Again | Judged:
    """A number of the headline and one of the text, of the same thing; outside the text the headline has no place."""
    if document.headline is not None:
        return Again("headline", above, below, "a figure that the first sentences tell again", near=fits)
    return denied("figure", Part(Span(0, 0), above.text), Part(below.span, below.text), fits=fits)


def titled(document: Document) -> tuple[str, Span, int]:
    """The headline, its place and where the text begins; the place is empty where it stands outside the text."""
    span = document.headline
    if span is None:
        return document.title or "", Span(0, 0), 0
    return document.prose[span.start : span.end], span, span.end


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in LONG.findall(text.lower())}


def about_alike(title: str, text: str) -> bool:
    """Whether a headline and a text have the beginning of a long word in common."""
    return bool(_stems(title) & _stems(text))


def part_of(title: str, start: int, end: int, head: Span) -> Part:
    """A stretch of the headline; its span is empty where the headline stands outside the text."""
    found = title[start:end]
    return Part(Span(head.start + start, head.start + end) if head.end else Span(0, 0), found)


@cache
def side_of(code: str, pair: int, side: int) -> re.Pattern[str]:
    """What finds the words for one of two opposite outcomes."""
    phrases = extra(code, "headlines")["opposites"][pair][side]
    written = [r"(?!\w)(?:[^\w.!?]+\w+){0,9}?[^\w.!?]+".join(map(re.escape, each.split(" ... "))) for each in phrases]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])")


@cache
def words_for(code: str, group: str) -> re.Pattern[str]:
    """What finds the words of a group."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, extra(code, 'headlines')[group]))})(?!\w)")


def _outcome(  # noqa: PLR0917 – the headline, the text and their words
    article: Article, title: str, head: Span, first: list[Span], code: str, table: dict[str, Any]
) -> Iterator[Judged]:
    """One outcome in the headline, the opposite one in the first sentences, and nowhere a word for the first."""
    document, low, start = article.document, title.lower(), first[0].start
    below = document.prose[start:].lower()
    opening = below[: min(first[-1].end - start, REACH)]
    shared = len(_stems(low) & _stems(opening)) >= SHARED
    pairs = [at for at, alone in enumerate(table["alone"]) if alone or shared]
    if words_for(code, "not_so").search(low):
        return
    for pair, side in product(pairs, (0, 1)):
        said, other = side_of(code, pair, side), side_of(code, pair, 1 - side)
        match, against = said.search(low), other.search(opening)
        if match is None or other.search(low):
            continue
        again = said.search(below)
        if again is None and (against is None or _turned(article, start, opening, against)):
            continue
        span = Span(*(start + at for at in (again or against).span()))  # type: ignore[union-attr]
        text = Part(span, document.text[span.start : span.end])
        kind: JudgedKind = "direction" if table["alone"][pair] else "outcome"
        yield denied(kind, part_of(title, *match.span(), head), text, fits=again is not None)
        return


def _turned(article: Article, begin: int, opening: str, against: re.Match[str]) -> bool:
    """Whether the clause of the outcome in the text is no fact, or a word near it turns it round, or says that it was
    that of an earlier time.
    """
    (start, end), code = against.span(), article.document.language or ""
    sentence = None if article.analysis is None else article.analysis.at(begin + start)
    clause = None if sentence is None else sentence.clause_at(begin + start)
    if clause is not None and (clause.modal is not None or clause.negated):
        return True
    if words_for(code, "not_so").search(opening, max(0, start - BESIDE), end):
        return True
    return words_for(code, "earlier").search(opening, max(0, start - NEAR), end + BESIDE) is not None


def _weekday(article: Article, title: str, head: Span, first: list[Span], code: str) -> Iterator[Judged]:
    """One day of the week in the headline, another one in the first sentence, on which nobody only says something, and
    no date below that is the first.
    """
    calendar = load(code).dates["words"]
    days = _days_of(title, calendar)
    start, dates = first[0].start, _dates(article, first[0].start)
    told = [each for each, value in dates if value.weekday is not None and each.span.start < first[0].end]
    if len(days) != 1 or len(told) != 1 or _is_of_speech(article, told[0].span):
        return
    word, values = days[0].group().lower(), [value for _, value in dates]
    if not _names_day(article.document.prose[start:].lower(), word, values, calendar[word]["weekday"]):
        yield denied("weekday", part_of(title, *days[0].span(), head), Part(told[0].span, told[0].text))


def _days_of(title: str, calendar: Mapping[str, Any]) -> list[re.Match[str]]:
    """The names of days of the week."""
    return [each for each in WORDS.finditer(title) if "weekday" in (calendar.get(each.group().lower()) or ())]


def _names_day(below: str, word: str, dates: Sequence[Period], weekday: int) -> bool:
    """Whether a text has a word for a day of the week, or a date that may fall on it."""
    return word in below or any(weekday in _weekdays(each) for each in dates)


def _is_of_speech(article: Article, span: Span) -> bool:
    """Whether words stand in a clause that only tells who says something: "the council said on Friday that"."""
    sentence = None if article.analysis is None else article.analysis.at(span.start)
    values = (claim.value for claim in article.claims)
    cues = [each.cue.span.start for each in values if isinstance(each, Attribution) and each.cue is not None]
    return sentence is not None and any(
        sentence.span.covers(Span(at, at)) and sentence.clause_at(at) is sentence.clause_at(span.start) for at in cues
    )


def _month(document: Document, title: str, head: Span, first: list[Span], code: str) -> Iterator[Judged]:
    """One month in the headline that the text never names, another one, and no more, in its first sentence."""
    above, start = _months(title, code), first[0].start
    shared = len(above) == 1 and len(_stems(title) & _stems(document.prose[start : first[-1].end])) >= SHARED
    below = _months(document.prose[start:], code) if shared else []
    if not below:
        return
    names = [month.group().lower() for month in below]
    named = above[0].group().lower()
    fits, early = named in names, start + below[0].start() < first[0].end
    if fits or (early and len(set(names)) == 1):
        at = below[names.index(named) if fits else 0].span()
        text = Part(Span(start + at[0], start + at[1]), document.text[start + at[0] : start + at[1]])
        yield denied("weekday", part_of(title, *above[0].span(), head), text, fits=fits)


def _months(text: str, code: str) -> list[re.Match[str]]:
    """The names of months."""
    calendar = load(code).dates["words"]
    dated = len(DATELINE.match(text).group())  # type: ignore[union-attr]
    words = (each for each in WORDS.finditer(text, dated) if each.group()[0].isupper() and each.start())
    return [each for each in words if "anymonth" in (calendar.get(each.group().lower()) or ())]


def _dates(article: Article, start: int) -> list[tuple[Claim, Period]]:
    """The dates from an offset on."""
    below = (each for each in article.claims if each.span.start >= start)
    return [(each, each.value) for each in below if isinstance(each.value, Period)]


def _weekdays(value: Period) -> set[int]:
    """The days of the week that a date may fall on; all of them where it is longer than a few days or unknown."""
    if value.weekday is not None:
        return {value.weekday}
    if value.start is None or value.end is None or value.grain not in ("day", "week"):
        return (
            set() if value.grain in ("month", "quarter", "half", "year", "decade", "century", "season") else {*range(7)}
        )
    days = (value.end - value.start).days
    return {(value.start.weekday() + step) % 7 for step in range(min(days, 7))}


def _place(  # noqa: PLR0917 – the headline, the text and their words
    document: Document, title: str, head: Span, first: list[Span], code: str, table: dict[str, Any]
) -> Iterator[Judged]:
    """A town in the headline that the text never names, where its first sentence is set in another one."""
    towns = extra(code, "regions").get("towns", {})
    above = _towns(title, towns, table["in"])
    if len(above) != 1:
        return
    (start, end), begin = above[0], first[0].start
    at = document.prose.find(title[start:end], begin)
    if at >= 0:
        told = Part(Span(at, at + end - start), title[start:end])
        yield denied("place", part_of(title, start, end, head), told, fits=True)
        return
    sentence = document.prose[begin : first[0].end]
    below = _towns(sentence, towns, table["in"])
    if len(below) == 1 and _stems(f"{title[:start]} {title[end:]}") & _stems(sentence):
        span = Span(begin + below[0][0], begin + below[0][1])
        yield denied("place", part_of(title, start, end, head), Part(span, document.text[span.start : span.end]))


def _towns(text: str, towns: dict[str, str], inside: list[str]) -> list[tuple[int, int]]:
    """Where known towns of one word stand behind a word such as "in"."""
    found = []
    before = ""
    for match in re.finditer(r"[\w-]+", text[:REACH]):
        if match.group() in towns and before.lower() in inside:
            found.append(match.span())
        before = match.group()
    return found


def _name(article: Article, title: str, head: Span, start: int) -> Iterator[Judged]:
    """A capitalised word of the headline that the text never has, but that looks like the surname of a person there."""
    full, words = _people(article, start), words_of(article.document.language or "")
    below = article.document.prose[start:]
    for match in WORDS.finditer(title) if full else ():
        word = match.group()
        like = [name for name in full if begin_alike(word, name)]
        known = len(like) != 1 or word in below or like[0] in title or alike_but_for_accents(word, like[0])
        if not known and _may_be_name(word, full) and not _is_word(words, word, *like):
            person = full[like[0]]
            yield denied("headline name", part_of(title, *match.span(), head), Part(person.span, person.text))
            return


def _is_word(words: Words | None, *names: str) -> bool:
    """Whether one of some names is a word of the language as well."""
    return words is not None and any(is_common(words, name) for name in names)


def _may_be_name(word: str, full: Mapping[str, Mention]) -> bool:
    """Whether a word of the headline may be a surname other than those of the text, and no genitive of one."""
    return len(word) >= SHORTEST_NAME and word[0].isupper() and word.rstrip("s") not in full


def _people(article: Article, start: int) -> dict[str, Mention]:
    """The people named with more than a surname from an offset on, by their surnames."""
    people = (each for each in article.mentions if each.kind == "person" and each.span.start >= start)
    return {each.text.rpartition(" ")[2]: each for each in people if " " in each.text}


def _figures(article: Article) -> Iterator[Judged]:
    """The figures of a title that stands outside the text, which the text gives otherwise."""
    document, title = article.document, article.document.title or ""
    if document.headline is None and len(title) <= LONGEST_TITLE and any(char.isdigit() for char in title):
        claims = [claim for claim in read_title(document).claims if isinstance(claim.value, Measure)]
        for again in told_by_title(article, title, claims):
            yield denied("figure", Part(Span(0, 0), again.claim.text), Part(again.other.span, again.other.text))


def read_title(document: Document) -> Article:
    """The title as an article of its own, with its claims."""
    title = document.title or ""
    return read_article(segment(Document.from_text(title, language=document.language, published=document.published)))
