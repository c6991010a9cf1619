"""A stretch of text that is read as one, as tokens with roles: a sentence, or several where one quotation runs on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

from claimcheck.extract.attributions.words import Words
from claimcheck.languages import voice_roles as r
from claimcheck.model import Quotation, Span
from claimcheck.model.analysis import Analysis, Sentence

SPLIT = re.compile(
    r"([0-9]+(?:[.,:][0-9]+)+|[^\W_]+(?:(?:[-&/+@]|\.-|\.(?=[^\W\d_]))[^\W_]+)*-?|[,:;()\[\]–—…!?]|\.\Z| - )"
)
BRACKETS = r.OPEN | r.CLOSE
_CLAUSE_EDGE = r.EDGE & ~BRACKETS | r.LONG
_SPEECH_SPACES = 3
_LONGEST_BRACKET = 15
_BEYOND = 3
"""Tokens without a role behind the last one: what follows a word is asked of the last ones too."""


class Unit:
    """One such stretch as tokens: offsets, folded words and roles in step; an outer quotation is one token.

    A quotation of four words and more, or one that ends like a sentence, has the role r.LONG: it may be speech.
    `bits` are all the roles that any of its tokens has.
    """

    __slots__ = (
        "_verbs",
        "bits",
        "breaks",
        "count",
        "end",
        "ends",
        "grammar",
        "low",
        "roles",
        "start",
        "starts",
        "text",
        "words",
    )

    def __init__(
        self,
        text: str,
        span: Span,
        quotes: Sequence[Span],
        words: Words,
        parts: Sequence[str] | None = None,
        *,
        grammar: Analysis | None = None,
    ) -> None:
        self.text, self.words, self.grammar = text, words, grammar
        self.breaks: frozenset[int] = frozenset()
        """The commas before main clauses in which somebody else is said to speak."""
        self._verbs: dict[int, tuple[Sentence, int]] | None = None
        self.start, self.end = span
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.roles: list[int] = []
        at = span.start
        for quote in quotes:
            self._add(at, SPLIT.split(text[at : quote.start]))
            self._quote(quote)
            at = quote.end
        self._add(at, SPLIT.split(text[at : span.end]) if parts is None else parts)
        self.count = len(self.starts)
        self.bits = reduce(or_, self.roles, 0)
        self.roles += [0] * _BEYOND

    def _add(self, start: int, parts: Sequence[str]) -> None:
        """Adds the tokens of a stretch; `parts` are in turn what stands between them and they themselves."""
        if len(parts) < 2:
            return
        offsets = list(accumulate(map(len, parts), initial=start))
        self.starts += offsets[1:-1:2]
        self.ends += offsets[2::2]
        low, roles = zip(*map(self.words.look.__getitem__, parts[1::2]), strict=True)
        self.low += low
        self.roles += roles

    def _quote(self, span: Span) -> None:
        inner = self.text[span.start + 1 : span.end - 1]
        long = inner.count(" ") >= _SPEECH_SPACES or inner[-1:] in (".", "!", "?", "…", ",")
        self.starts.append(span.start)
        self.ends.append(span.end)
        self.low.append("")
        self.roles.append(r.QUOTE | r.CAPITAL | (r.LONG if long else 0))

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the stretch with their clauses, in order."""
        number = -1 if self.grammar is None else self.grammar.number(self.start)
        while self.grammar is not None and self.grammar.written(number):
            sentence = self.grammar.sentence(number)
            if sentence.span.start >= self.end:
                return
            yield sentence
            number += 1

    def token(self, offset: int) -> int:
        """The token at an offset, or the last one before it; -1 before the first one."""
        return bisect_right(self.starts, offset) - 1

    def tokens(self, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
        """The tokens that those of a sentence from `first` up to `last` lie in."""
        return self.token(sentence.tokens[first].span.start), self.token(sentence.tokens[last - 1].span.start) + 1

    def clause(self, at: int) -> tuple[Sentence, int] | None:
        """The sentence and the number of the clause whose verb or full verb is the token at `at`."""
        if self._verbs is None:
            self._verbs = {
                sentence.tokens[verb].span.start: (sentence, number)
                for sentence in self.sentences()
                for number, clause in enumerate(sentence.clauses)
                for verb in (clause.verb, clause.predicate)
                if verb is not None
            }
        return self._verbs.get(self.starts[at])

    def spot(self, at: int) -> tuple[Sentence | None, int]:
        """The sentence that a token lies in, and the number of its own token there."""
        offset = self.starts[at]
        found = next((each for each in self.sentences() if each.span.start <= offset < each.span.end), None)
        return found, -1 if found is None else found.token_at(offset)

    def left_edge(self, at: int) -> int:
        """The nearest token before `at` that bounds a clause, -1 for the beginning; brackets are passed."""
        roles = self.roles
        at -= 1
        while at >= 0 and not roles[at] & _CLAUSE_EDGE:
            if roles[at] & r.CLOSE:
                at = self._opening(at)
            elif roles[at] & r.OPEN:
                return at
            at -= 1
        return at

    def right_edge(self, at: int) -> int:
        """The nearest token behind `at` that bounds a clause, the number of tokens for the end; brackets are passed."""
        roles, count = self.roles, self.count
        at += 1
        while at < count and not roles[at] & _CLAUSE_EDGE:
            if roles[at] & r.OPEN:
                at = self.closing(at)
            at += 1
        return at

    def closing(self, at: int) -> int:
        """The bracket that closes the one at `at`, or `at` itself."""
        for k in range(at + 1, min(self.count, at + _LONGEST_BRACKET)):
            if self.roles[k] & r.CLOSE:
                return k
        return at

    def _opening(self, at: int) -> int:
        for k in range(at - 1, max(-1, at - _LONGEST_BRACKET), -1):
            if self.roles[k] & r.OPEN:
                return k
        return at

    def begin(self, at: int) -> int:
        """Where the sentence part before `at` begins: behind the last colon, semicolon or full stop."""
        while at > 0 and not self.roles[at - 1] & r.BREAK:
            at -= 1
        return at

    def part_end(self, at: int) -> int:
        """The next semicolon or main clause of another speaker, or the number of tokens."""
        while at < self.count and not self.roles[at] & r.SEMICOLON and at not in self.breaks:
            at += 1
        return at

    def at(self, k: int) -> int:
        """The roles of a token, none where there is no such token."""
        return self.roles[k] if 0 <= k < self.count else 0

    def any(self, low: int, high: int, bits: int) -> bool:
        """Whether a token from `low` up to `high` has one of the roles."""
        roles = self.roles
        for k in range(low if low > 0 else 0, high if high < self.count else self.count):  # noqa: SIM110 – much faster
            if roles[k] & bits:
                return True
        return False

    def past(self, at: int, high: int, bits: int, unless: int = 0) -> int:
        """The first token from `at` up to `high` that has none of the roles, or one of those in `unless`."""
        roles = self.roles
        while at < high and roles[at] & bits and not roles[at] & unless:
            at += 1
        return at

    def back(self, at: int, low: int, bits: int, unless: int = 0) -> int:
        """Where the row of tokens with such roles begins that ends right before `at`, not before `low`."""
        roles = self.roles
        while at > low and roles[at - 1] & bits and not roles[at - 1] & unless:
            at -= 1
        return at

    def ends_with(self, at: int, endings: tuple[str, ...]) -> bool:
        """Whether a word ends in one of these ways; where the language has no such endings, none does."""
        return bool(endings) and self.low[at].endswith(endings)


def units(sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[tuple[Span, list[Span]]]:
    """Each unit's span and the outermost quotations in it, in the order of the text; linear in both lists."""
    outer = [each.span for each in quotations if each.depth == 0]
    count = len(sentences)
    at = q = 0
    while at < count:
        start, end = sentences[at]
        at += 1
        while q < len(outer) and outer[q].end <= start:
            q += 1
        inside: list[Span] = []
        while q < len(outer) and outer[q].start < end:
            at, end = _through(sentences, at, end, outer[q].end)
            if outer[q].start >= start:
                inside.append(outer[q])
            q += 1
        yield Span(start, end), inside


def _through(sentences: Sequence[Span], at: int, end: int, close: int) -> tuple[int, int]:
    """The next sentence and the end of the unit when a quotation runs on to `close`."""
    while at < len(sentences) and end < close:
        end = max(end, sentences[at].end)
        at += 1
    return at, end
