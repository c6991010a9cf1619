"""From a segmented document to its typed claims, in a visible order: dates first, then everything else that counts."""

from __future__ import annotations

from functools import cache, cached_property
from zlib import adler32, crc32

from claimcheck.extract.context import attributions_of, in_context, relations_of
from claimcheck.extract.dates import find_dates
from claimcheck.extract.entities import find_entities
from claimcheck.extract.measures import find_measures
from claimcheck.extract.numerals import numerals_of, times_of_day
from claimcheck.extract.place import Habits, Place, Reading, as_age, beside_ages, tens_of
from claimcheck.extract.rates import find_shares
from claimcheck.extract.scan import Token
from claimcheck.language import analysis
from claimcheck.languages import Language, load
from claimcheck.model import Article, Claim, Document, Span
from claimcheck.model.claim import About, Attribution, Noun
from claimcheck.model.compact import Compact, compact
from claimcheck.reference import NOTHING, EntityIndex
from claimcheck.statements import find_abouts


class OnDemand:
    """What `read_article` reads of a segmented document, without what nobody asked for.

    `article` has the numbers and dates for its claims, and all names. No language, no claims.
    """

    def __init__(self, document: Document, known: EntityIndex) -> None:
        if document.language is None:
            self.article = Article(document, ())
            return
        language = load(document.language)
        claims, unread = read_numbers(document, language)
        mentions = find_entities(document.prose, document, language, known)
        claims.sort(key=lambda claim: (claim.span.start, -claim.span.end, claim.type))
        self.article = Article(document, tuple(claims), unread, mentions, analysis=analysis(document))

    @cached_property
    def statements(self) -> list[Attribution]:
        """Who says what, in the order of the text."""
        document, code = self.article.document, self.article.document.language
        article = self.article
        found = [] if code is None else attributions_of(document, code, article.mentions, article.analysis)
        return sorted(found, key=lambda each: (each.span.start, -each.span.end))

    @cached_property
    def relations(self) -> list[Claim]:
        """Who did what to whom, in the order of the text; whose words these are is left open."""
        language = self.article.document.language
        return [] if language is None else relations_of(self.article, language)

    def measure(self, claim: Claim) -> Noun | None:
        """The noun that a number of the article is a value of."""
        about = self._abouts.get(claim.span)
        return None if about is None else about.measure

    @cached_property
    def _abouts(self) -> dict[Span, About]:
        """What the numbers speak of, by their places: one may take its measure over from the one before."""
        article = self.article
        if article.analysis is None or article.document.language is None:
            return {}
        found = find_abouts(article.analysis, article.document.language, article.claims, article.mentions)
        return {article.claims[i].span: about for i, about in found.items()}


SURROUNDINGS = 24


@cache
def _habits(code: str) -> Habits:
    language = load(code)
    numbers = language.numbers
    return Habits(
        numbers["capitals"],
        numbers["ordinal_dot"],
        numbers["decimal"],
        frozenset(numbers["stop_words"]),
        frozenset(numbers["pronouns"]),
        frozenset(numbers["uncounted"]),
        tuple(numbers["plural_endings"]),
        tuple(language.units["age_cues"]),
        frozenset(language.units["times"]),
        frozenset(language.sentences["starters"]),
        tens_of(language.units["tens_of_life"]),
    )


def extract(document: Document) -> tuple[Claim, ...]:
    """The claims of a segmented document, in the order of the text."""
    return read_article(document).claims


def read_article(document: Document, known: EntityIndex = NOTHING.names) -> Article:
    """The document with its claims and the numbers no extractor understood; no language, no claims.

    `known` are the names of the reference.
    """
    if document.language is None:
        return Article(document, ())
    language = load(document.language)
    claims, unread = read_numbers(document, language)
    return in_context(document, claims, unread, language, known)


def read_numbers(document: Document, language: Language) -> tuple[list[Claim], tuple[Span, ...]]:
    """The numbers, dates and lengths of time of a segmented document in `language`, and those not understood."""
    short = compact(document.prose)
    text = document.prose if short is None else short.text
    tokens = numerals_of(language.code).read(text)
    spans = document.sentences if short is None else tuple(map(short.into, document.sentences))
    place = Place(
        text,
        frozenset(span.start for span in spans),
        frozenset(span.end for span in spans),
        tuple(sorted(span.end for span in spans)),
        _habits(language.code),
    )
    dates = find_dates(text, tokens, document, language)
    readings = beside_ages(place, [as_age(place, reading) for reading in dates])
    taken = _taken(tokens, readings)
    for at in times_of_day(text, tokens, language):
        taken[at] = True
    shares = find_shares(text, tokens, taken)
    measures, unread = find_measures(place, tokens, taken)
    readings = sorted([*readings, *shares, *measures], key=lambda reading: (reading.start, -reading.end, reading.type))
    return _claims(document, readings, short), tuple(_span(short, *each) for each in unread)


def _taken(tokens: list[Token], readings: list[Reading]) -> list[bool]:
    """For every token whether one of the readings (in order, not overlapping) covers it."""
    taken = [False] * len(tokens)
    at = 0
    for reading in readings:
        while at < len(tokens) and tokens[at].end <= reading.start:
            at += 1
        while at < len(tokens) and tokens[at].start < reading.end:
            taken[at] = True
            at += 1
    return taken


def _span(short: Compact | None, start: int, end: int) -> Span:
    span = Span(start, end)
    return span if short is None else short.out(span)


def _claims(document: Document, readings: list[Reading], short: Compact | None) -> list[Claim]:
    text = document.text
    claims = []
    for kind, start, end, value in readings:
        span = _span(short, start, end)
        words = text[span.start : span.end]
        around = text[max(0, span.start - SURROUNDINGS) : span.end + SURROUNDINGS].encode("utf-8", "surrogatepass")
        name = f"{crc32(around):08x}{adler32((kind + words).encode('utf-8', 'surrogatepass')):08x}"
        claims.append(Claim(kind, span, words, value, name))
    return claims
