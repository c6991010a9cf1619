"""Superlatives and shares of people for which nobody answers, in the sentence or in one beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Span
from claimcheck.model.attribution import Attribution, Part
from claimcheck.model.link import Link, ShareOf
from claimcheck.model.naming import Unanswered
from claimcheck.model.report import Article
from claimcheck.model.stretches import Stretches

OPEN = ("anonymous", "none")
NEAR = 24
REACH = 90


@cache
def _pattern(code: str, group: str) -> re.Pattern[str]:
    words = extra(code, "sourcing")[group]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![\w-])")


@cache
def _automaton(code: str) -> tuple[AhoCorasick, int]:
    """Superlatives and phrases that are both, and how many of the former there are."""
    table = extra(code, "sourcing")
    words = [*table["superlatives"], *table["never"]]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), len(table["superlatives"])


def unanswered(article: Article, links: Sequence[Link]) -> Iterator[Unanswered]:
    """Every superlative with its scope, and every share of a group of people, with whether a source is near it."""
    code = article.document.language
    if code is None or not extra(code, "sourcing"):
        return
    quoted = Stretches(each.span for each in article.document.quotations if each.depth == 0)
    shares = [link.share for link in links if isinstance(link, ShareOf)]
    prose = _lowered(article.document.prose)
    found = _superlatives(prose, article, code)
    if not shares and not found:
        return
    sentences = article.document.sentences
    starts = [sentence.start for sentence in sentences]
    told, sources = _told(article, starts, shares), _pattern(code, "sources")
    for number, span in found:
        if not quoted.touch(span):
            sourced = number in told or sources.search(prose, *sentences[number]) is not None
            yield Unanswered("superlative", Part(span, article.document.text[span.start : span.end]), None, sourced)
    for share in shares:
        if not quoted.touch(share.span):
            number = bisect_right(starts, share.span.start) - 1
            around = Span(sentences[max(0, number - 1)].start, sentences[min(number + 1, len(starts) - 1)].end)
            near = not told.isdisjoint((number - 1, number, number + 1))
            sourced = near or sources.search(prose, *around) is not None
            yield Unanswered("share", Part(share.span, share.text), share, sourced)


def _lowered(prose: str) -> str:
    """The text in small letters, each in its place: "İ" would become two."""
    low = prose.lower()
    return low if len(low) == len(prose) else "".join(low if len(low := char.lower()) == 1 else char for char in prose)


class Sources:
    """Where an article says whose words it gives: for checks that ask whether somebody answers for a place."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences = article.document.sentences
        self.starts = [sentence.start for sentence in self.sentences]
        said = [
            (each.span, each.value.content.span)
            for each in article.claims
            if isinstance(each.value, Attribution) and each.value.source_kind not in OPEN
        ]
        self._content: dict[Span, list[Span]] = {}
        for span, content in said:
            self._content.setdefault(span, []).append(content)
        self._said = Stretches(self._content)

    def near(self, span: Span, *, behind: int = 0) -> bool:
        """Whether somebody is said to say something, or a word for a source stands, in the sentence of the span, the
        one before, or as many as `behind` after it.

        Who "apparently plans" something, the span being "apparently", is no source for it.
        """
        if not self.starts:
            return False
        number = max(0, bisect_right(self.starts, span.start) - 1)
        last = min(number + behind, len(self.sentences) - 1)
        around = Span(self.sentences[max(0, number - 1)].start, self.sentences[last].end)
        for said in self._said.touching(around):
            if not said.touches(span) or any(content.covers(span) for content in self._content[said]):
                return True
        code = self.article.document.language
        if code is None or not extra(code, "sourcing"):
            return False
        prose, sources = self.article.document.prose, _pattern(code, "sources")
        return any(
            sources.search(prose[start:end].lower()) is not None
            for start, end in ((around.start, span.start), (span.end, around.end))
        )


def _told(article: Article, starts: list[int], shares: list[Claim]) -> set[int]:
    """The numbers of the sentences in which somebody is said to say something; "62 percent" is nobody."""
    told: set[int] = set()
    begins = {share.span.start for share in shares}
    for claim in article.claims:
        if isinstance(claim.value, Attribution):
            source = claim.value.source
            if source is not None and source.span.start in begins:
                continue
            told.update(range(bisect_right(starts, claim.span.start) - 1, bisect_right(starts, claim.span.end - 1)))
    return told


def _superlatives(prose: str, article: Article, code: str) -> list[tuple[int, Span]]:
    """The first superlative of each sentence with a scope behind it, or a phrase that is both."""
    automaton, plain = _automaton(code)
    sentences = article.document.sentences
    starts = [sentence.start for sentence in sentences]
    found: dict[int, Span] = {}
    for index, start, end in automaton.find_matches_as_indexes(prose):
        if prose[start - 1 : start].isalnum() or prose[end : end + 1].isalnum() or "-" in prose[end : end + 1]:
            continue
        number = bisect_right(starts, start) - 1
        if number < 0 or end > sentences[number].end or number in found:
            continue
        sentence = sentences[number]
        if sentence == article.document.headline or prose[start - 1 : start] == "-":
            continue
        if index >= plain or _is_superlative(prose, Span(start, end), sentence, code):
            found[number] = Span(start, end)
    return [*found.items()]


def _is_superlative(prose: str, word: Span, sentence: Span, code: str) -> bool:
    """Whether a scope stands behind a word, and nothing before it that makes it another word."""
    if _pattern(code, "not_superlative").search(prose, max(sentence.start, word.start - NEAR), word.start):
        return False
    return _pattern(code, "scopes").search(prose, word.end, min(sentence.end, word.end + REACH)) is not None
