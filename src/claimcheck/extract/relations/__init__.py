"""Relations: who bought, leads, founded, joined, funds what, from verbs, nouns, offices and names.

A sentence is read only if one of its words can state a relation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from claimcheck.extract.relations.found import Found, housed
from claimcheck.extract.relations.lexicon import HELD, REFERS, STATES, WEAK, Lexicon, lexicon_of
from claimcheck.extract.relations.line import Article
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.naming import naming, places
from claimcheck.extract.relations.nouns import nouns, works
from claimcheck.extract.relations.offices import ages, nations, offices, parties
from claimcheck.extract.relations.referents import Register
from claimcheck.extract.relations.values import values
from claimcheck.extract.relations.verbs import verbs
from claimcheck.language.row import FARTHEST
from claimcheck.model import Claim, Document, Span
from claimcheck.model.analysis import Analysis
from claimcheck.model.entity import Mention

__all__ = ["Found", "find_relations"]

TWO_CAPITALS = re.compile(r"([^\W\d_a-zäöüß][\w.’'-]*) (?=([^\W\d_a-zäöüß][\w’'-]*))")
"""What every name of a person has, or the office with their surname."""


LETTERS = re.compile(r"(?<![^\W_])[^\W\d_a-zäöüß]{2,}(?![a-zäöüß])")
"""An abbreviation in a name: "TSV Lindow", "Nordwerk AG"."""


def find_relations(
    document: Document, analysis: Analysis | None, code: str, claims: Sequence[Claim], mentions: Sequence[Mention]
) -> list[Found]:
    """All relations of a document, in the order of the text; each once. `claims` are its numbers and dates."""
    lexicon = lexicon_of(code)
    if lexicon is None or analysis is None:
        return []
    readings = _Readings(document, analysis, lexicon, claims, mentions)
    found: list[Found] = []
    for number in range(len(document.sentences)):
        wanted = {*map(lexicon.wants.__getitem__, analysis.tokens(number))}
        refers = HELD in wanted and REFERS in wanted
        named = wanted & {HELD, WEAK} and readings.names(number)
        if refers or named or STATES in wanted:
            reading = readings.of(number)
            told: list[Found] = []
            for read in (offices, parties, nations, ages, verbs, nouns, naming, places, works):
                stated = [*read(reading)]
                readings.register.add(reading, stated)
                told += stated
            found += housed(reading, told)
    return _once([*found, *values(readings.of, analysis.number, claims, found)])


class _Readings:
    """The sentences of an article, each with its numbers and names."""

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        lexicon: Lexicon,
        claims: Sequence[Claim],
        mentions: Sequence[Mention],
    ) -> None:
        self._spans, self._analysis = document.sentences, analysis
        self._claims, self._mentions = sorted(claims, key=lambda each: each.span.start), mentions
        self._claim_starts = [each.span.start for each in self._claims]
        self._mention_starts = [each.span.start for each in mentions]
        self.register = Register(self.of)
        self._article = Article(document.prose, lexicon, document.published)

    def names(self, number: int) -> bool:
        """Whether a sentence has a known name, or what only a name is built like."""
        span, text, lexicon = self._spans[number], self._article.text, self._article.lexicon
        if _within(self._mentions, self._mention_starts, span):
            return True
        if not lexicon.capitals:
            return TWO_CAPITALS.search(text, *span) is not None
        return LETTERS.search(text, *span) is not None or any(map(lexicon.is_pair, TWO_CAPITALS.finditer(text, *span)))

    def of(self, number: int) -> Reading:
        """The sentence with this number."""
        start, end = self._spans[number]
        within = Span(start, min(end, start + FARTHEST))
        numbers = _within(self._claims, self._claim_starts, within)
        names = _within(self._mentions, self._mention_starts, within)
        reading = Reading(self._article, number, self._analysis.sentence(number), numbers, names)
        reading.register = self.register
        return reading


def _within(items: Sequence[Any], starts: list[int], span: Span) -> Sequence[Any]:
    return items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _once(found: list[Found]) -> list[Found]:
    """Sorted, without what is said twice at the same place."""
    kept: dict[tuple[Any, ...], Found] = {}
    for each in found:
        key = (each.relation.predicate, *((role, argument.span) for role, argument in each.relation.arguments[:2]))
        known = kept.get(key)
        if known is None or len(known.relation.arguments) < len(each.relation.arguments):
            kept[key] = each
    told = [
        (each, frozenset((role, argument.span) for role, argument in each.relation.arguments)) for each in kept.values()
    ]
    sharing: dict[tuple[Any, ...], list[frozenset[tuple[str, Span]]]] = {}
    for each, said in told:
        for one in said:
            sharing.setdefault((each.relation.predicate, each.relation.former, one), []).append(said)
    whole = [each for each, said in told if not _is_less(each, said, sharing)]
    return sorted(whole, key=lambda each: (each.span, each.relation.predicate, str(each.relation.arguments)))


def _is_less(
    found: Found, said: frozenset[tuple[str, Span]], sharing: dict[tuple[Any, ...], list[frozenset[tuple[str, Span]]]]
) -> bool:
    """Whether a relation says nothing that another of its kind does not say with more."""
    one = next(iter(said), None)
    others = sharing.get((found.relation.predicate, found.relation.former, one), ())
    return any(said < more for more in others)
