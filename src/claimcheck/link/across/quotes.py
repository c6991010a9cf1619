"""The same quotation in two articles: whether its words and its speaker are the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claimcheck.link.across.page import Page
from claimcheck.link.across.people import parts
from claimcheck.link.across.quote_change import RANK, Change, kind_of
from claimcheck.link.across.words import folded
from claimcheck.model import Span
from claimcheck.model.attribution import Attribution

SHORTEST = 5
SHINGLE = 4
LONGEST = 400
LEAST = 0.72
SAME = 0.9
COMMON = 12
HALF = 0.6
KNOWN = 7
SEASON = 30
CONTENT = 2
BESIDE = 8

_GROUPED = re.compile(r"[0-9]{1,3}(?:[., \u00a0\u202f][0-9]{3})+(?![0-9])")
_WORD = re.compile(_GROUPED.pattern + r"|\[?[^\W_]+(?:[.,'’:-][^\W_]+)*\]?|…|\.\.\.+")
_GROUPS = str.maketrans("", "", "., \u00a0\u202f")


class Quote(NamedTuple):
    """Words in quotation marks; `source` is who said them, `speaker` the name it stands for, "" where not certain.

    `named` says that the speaker is a person with a name, not an office or a body.
    """

    page: Page
    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]
    source: Span | None
    speaker: str
    named: bool


class SameQuote(NamedTuple):
    """Two renderings of one quotation; `one` and `two` are the first places at which the words part."""

    a: Quote
    b: Quote
    change: Change
    one: Span | None
    two: Span | None


def quotes(page: Page) -> list[Quote]:
    """The quotations of an article that are long enough to be known again."""
    said = [claim.value for claim in page.article.claims if isinstance(claim.value, Attribution)]
    direct = [each for each in said if each.mode == "direct"]
    found = []
    for quotation in page.article.document.quotations:
        if quotation.depth:
            continue
        matches = list(_WORD.finditer(page.prose, quotation.span.start, quotation.span.end))[:LONGEST]
        if len(matches) < SHORTEST:
            continue
        teller = next((each for each in direct if each.content.span.touches(quotation.span)), None)
        if teller is None:
            teller = next(
                (each for each in said if each.source is not None and each.content.span.covers(quotation.span)), None
            )
        source, speaker, named = _speaker(page, teller)
        words = tuple(_plain(match.group()) for match in matches)
        places = tuple(Span(*match.span()) for match in matches)
        found.append(Quote(page, quotation.span, words, places, source, speaker, named))
    return found


def _plain(word: str) -> str:
    """The word folded; a number without the marks between its groups: "100.000" and "100 000" are one."""
    return word.translate(_GROUPS) if _GROUPED.fullmatch(word) else folded(word.lower())


def _speaker(page: Page, teller: Attribution | None) -> tuple[Span | None, str, bool]:
    """Where the speaker stands, the name, and whether it is that of a person."""
    if teller is None or teller.source is None or teller.source_kind == "anonymous":
        return None, "", False
    source = teller.source.span
    line = page.line_at(source.start)
    if (
        beside := page.vocabulary.apposed.match(page.prose, source.end)
    ) is not None and teller.source_kind != "pronoun":
        return Span(*beside.span(1)), beside.group(1), True
    if line is not None and teller.source_kind != "pronoun":
        for mention in line.mentions:
            if mention.kind == "person" and source.start <= mention.span.start <= source.end + BESIDE:
                return mention.span, mention.name, True
    resolved = teller.resolved or (teller.source.text if teller.source_kind == "named" else "")
    if teller.source_kind in ("pronoun", "role") and resolved:
        words = set(parts(resolved))
        for mention in reversed(page.article.mentions):
            if mention.kind == "person" and mention.span.end <= source.start and words & set(parts(mention.name)):
                return mention.span, mention.name, True
        return source, "", False
    return source, resolved, teller.source_kind == "named" and _is_name(page, teller.source.text)


def _is_name(page: Page, source: str) -> bool:
    """Whether the words begin like a name, not with an article or a preposition."""
    first = source.split(maxsplit=1)[0]
    return first[:1].isupper() and page.vocabulary.key(first) is not None


def same_quotes(pages: Sequence[Page]) -> Iterator[SameQuote]:
    """Quotations that two articles share, each with its best partner in every other article."""
    every = [quote for page in pages for quote in quotes(page)]
    shingles: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quote in enumerate(every):
        for at in range(len(quote.words) - SHINGLE + 1):
            where = shingles[quote.words[at : at + SHINGLE]]
            if not where or where[-1] != number:
                where.append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for where in shingles.values():
        if len(where) <= COMMON:
            shared.update(
                (i, j) for at, i in enumerate(where) for j in where[at + 1 :] if every[i].page is not every[j].page
            )
    taken: set[tuple[int, int]] = set()
    for (i, j), _ in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        sides = (i, every[j].page.index), (j, every[i].page.index)
        if taken.isdisjoint(sides) and (found := compare(every[i], every[j])) is not None:
            taken.update(sides)
            yield found


def compare(a: Quote, b: Quote) -> SameQuote | None:
    """How the words of two quotations differ; None where too few of them are the same."""
    match = SequenceMatcher(None, a.words, b.words, autojunk=False)
    blocks = [block for block in match.get_matching_blocks() if block.size]
    if not blocks:
        return None
    # only the stretch that both render is compared: one article may quote more
    first, last = blocks[0], blocks[-1]
    mine, yours = last.a + last.size - first.a, last.b + last.size - first.b
    equal = sum(block.size for block in blocks)
    whole = a.words == b.words
    if (
        equal < (SHORTEST if whole else KNOWN)
        or 2 * equal / (mine + yours) < LEAST
        or equal < HALF * min(len(a.words), len(b.words))
    ):
        return None
    if a.page.published and b.page.published and abs((a.page.published - b.page.published).days) > SEASON:
        return None
    if not _telling(a, [word for block in blocks for word in a.words[block.a : block.a + block.size]]):
        return None
    change: Change = "same"
    one = two = None
    for tag, i1, i2, j1, j2 in match.get_opcodes():
        if tag == "equal" or i2 <= first.a or i1 >= last.a + last.size:
            continue
        kind = kind_of(a.words[i1:i2], b.words[j1:j2], a.page.vocabulary.negations)
        if RANK[kind] > RANK[change]:
            change, one, two = kind, _covering(a, i1, i2), _covering(b, j1, j2)
    return SameQuote(a, b, change, one, two)


def _telling(quote: Quote, words: Sequence[str]) -> bool:
    """Whether enough of the shared words carry content; "I do not think that" is nobody's own."""
    key = quote.page.vocabulary.key
    return len({found for word in words if (found := key(word)) is not None}) >= CONTENT


def _covering(quote: Quote, start: int, end: int) -> Span:
    if start == end:
        at = min(start, len(quote.places) - 1)
        return quote.places[at]
    return Span(quote.places[start].start, quote.places[end - 1].end)
