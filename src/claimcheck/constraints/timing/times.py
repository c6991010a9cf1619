"""The lines of an article, and which of them are in reach of each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from claimcheck.constraints.timing.days import Mark, kind_of, unit_of
from claimcheck.constraints.timing.lines import Line, Words
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import TIME
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Shown, Timed, TimeKind
from claimcheck.model.report import Article

BEFORE = 5
"""How many sentences back a year goes on."""


@cache
def _firsts(code: str, roles: frozenset[str]) -> frozenset[str]:
    """The first words of the phrases of a language that play one of some parts."""
    phrases = extra(code, "timing")["phrases"]
    return frozenset(word for word, each in phrases.items() if any(not roles.isdisjoint(names) for _, names in each))


class Times:
    """The lines of an article, made when first asked for."""

    def __init__(
        self,
        article: Article,
        table: dict[str, Any],
        verbs: dict[str, list[str]],
        calendar: dict[str, Any],
        notation: dict[str, Any],
    ) -> None:
        self.article = article
        self.published = article.document.published
        self.table = table
        self._words: Words = table["phrases"], verbs, table["units"]
        self.calendar = calendar
        self.notation = notation
        self._claims: dict[int, list[Claim]] = {}
        self._people: dict[int, set[str]] = {}
        self._lines: dict[int, Line] = {}
        analysis = article.analysis
        assert analysis is not None
        self.analysis = analysis
        for claim in article.claims:
            if isinstance(claim.value, Period | Duration | Measure):
                self._claims.setdefault(analysis.number(claim.span.start), []).append(claim)
        for mention in article.mentions:
            if mention.kind == "person":
                number = analysis.number(mention.span.start)
                self._people.setdefault(number, set()).add(mention.name.rpartition(" ")[2])
        self.people = frozenset().union(*self._people.values())

    def part(self, span: Span) -> Part:
        """The words of a stretch, as written."""
        return Part(span, self.article.document.prose[span.start : span.end])

    def counts_from_told(self, mark: Mark) -> bool:
        """Whether a day counts from the one named before it, and not from today: "Vortag", "the next day"."""
        return "eve" in (self.calendar["words"].get(mark.claim.text.lower()) or ())

    def quoted(self, span: Span) -> bool:
        """Whether a place stands in quotation marks."""
        return any(each.span.covers(span) for each in self.article.document.quotations)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that name a time, in order."""
        units = self.table["units"]
        told = (at for at, all_ in self._claims.items() if any(kind_of(each) or unit_of(each, units) for each in all_))
        numbers = sorted(at for at in told if self.analysis.written(at))
        return [self.line(number) for number in numbers]

    def years_before(self, number: int) -> set[int]:
        """The years that a sentence and the few before it name."""
        near = (line for line in self.lines if number - BEFORE <= line.number <= number)
        named = (mark for line in near for mark in line.dates if mark.fixed and not mark.range)
        return {day.year for mark in named if (day := mark.start) and str(day.year) in mark.claim.text}

    def plays(self, text: str, *roles: str) -> bool:
        """Whether one of the words of a text plays one of some parts: "vor zehn Jahren" counts back."""
        phrases = self.table["phrases"]
        found = {
            name for word in text.lower().split() for rest, names in phrases.get(word, ()) if not rest for name in names
        }
        return not found.isdisjoint(roles)

    def names_day_of_event(self, line: Line) -> bool:
        """Whether a sentence or the one before tells a day by an event: "the day before the vote", which "the day
        after" may be counted from.
        """
        return any(
            "before_event" in near.said(at) and near.tokens[at - 1].roles & TIME
            for near in self.near(line, 1, 0)
            for at in range(1, len(near.tokens))
        )

    def line(self, number: int) -> Line:
        """The line of a sentence."""
        line = self._lines.get(number)
        if line is None:
            sentence = self.analysis.sentence(number)
            text = self.article.document.prose[sentence.span.start : sentence.span.end]
            line = Line(number, sentence, text, self._claims.get(number, ()), self._words)
            line.people = frozenset(self._people.get(number, ()))
            self._lines[number] = line
        return line

    def may_name(self, number: int, roles: frozenset[str]) -> bool:
        """Whether a word of a sentence begins a phrase with one of some parts; its grammar is not asked."""
        code = self.article.document.language
        words = words_of(code or "")
        if code is None or words is None:
            return False
        tokens, firsts = self.analysis.tokens(number), _firsts(code, roles)
        return any(words.look[token].low in firsts or token.lower().partition("-")[2] in firsts for token in tokens)

    def near(self, line: Line, back: int, on: int) -> Iterator[Line]:
        """The lines of so many sentences before and behind one, as far as the paragraph goes; itself among them."""
        first = last = line.number
        while first > max(0, line.number - back) and self._one_paragraph(first - 1):
            first -= 1
        while last < min(len(self.analysis.spans) - 1, line.number + on) and self._one_paragraph(last):
            last += 1
        return (self.line(number) for number in range(first, last + 1))

    def _one_paragraph(self, number: int) -> bool:
        """Whether a sentence and the next one stand in one paragraph."""
        spans = self.analysis.spans
        return "\n" not in self.article.document.prose[spans[number].end : spans[number + 1].start]


def twice(
    kind: TimeKind,
    one: Claim,
    other: Claim | None,
    real: tuple[Shown, ...] | None,
    mends: tuple[tuple[Span, Shown], ...] = (),
) -> Timed:
    """One time said twice; `real` is what the first comes to where the second says something else."""
    second = other or one
    return Timed(
        kind,
        (("claim", one),) if other is None else (("claim", one), ("other", other)),
        real is None,
        (("claim", (one.text,)), ("other", (second.text,)), ("real", real or (second.text,))),
        (f"{one.text} = ", *(real or (second.text,))),
        mends,
        "wording" if other is None else "apposition",
    )
