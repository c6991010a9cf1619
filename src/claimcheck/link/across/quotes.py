"""The same quotation in two articles: whether its words and its speaker are the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from claimcheck.link.across.line import folded
from claimcheck.link.across.page import Page
from claimcheck.link.across.people import parts, surname
from claimcheck.link.across.story import days_between
from claimcheck.link.values import RANK, Change, kind_of
from claimcheck.model import Span
from claimcheck.model.claim import Attribution

STEM = 3  # letters: "run" and "running", "duty" and "duties"
SHORTEST, SHINGLE = 5, 4
LONGEST = 400
LEAST = 0.72
COMMON = 12
HALF = 0.6
KNOWN = 7
SEASON = 30
FRESH = 3  # days
CONTENT = 2
BESIDE = 8
OF_ONE_VOICE, SENTENCE = 0.6, 12
"""So many of the words of two short sentences that one person says in the news of the same days are the same."""

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
    """Two renderings of one quotation; `one` and `two` are the first places at which the words part.

    `alone` says that they part nowhere else, and there by words with content that have no stem in common; `voice` that
    one person says both, short sentences in the news of the same days.
    """

    a: Quote
    b: Quote
    change: Change
    one: Span | None
    two: Span | None
    alone: bool = False
    voice: bool = False


def quotes(page: Page) -> list[Quote]:
    """The quotations of an article that are long enough to be known again."""
    said = [claim.value for claim in page.article.claims if isinstance(claim.value, Attribution)]
    found = []
    for quotation in page.article.document.quotations:
        if not quotation.depth:
            matches = list(_WORD.finditer(page.prose, quotation.span.start, quotation.span.end))[:LONGEST]
            if len(matches) >= SHORTEST:
                words = tuple(_plain(match.group()) for match in matches)
                places = tuple(Span(*match.span()) for match in matches)
                found.append(Quote(page, quotation.span, words, places, *_speaker(page, _teller(said, quotation.span))))
    return found


def _teller(said: Sequence[Attribution], span: Span) -> Attribution | None:
    """The statement a quotation belongs to: the one it is, else the one with a speaker that it stands in."""
    direct = (each for each in said if each.mode == "direct" and each.content.span.touches(span))
    around = (each for each in said if each.source is not None and each.content.span.covers(span))
    return next(direct, None) or next(around, None)


def _plain(word: str) -> str:
    """The word folded; a number without the marks between its groups: "100.000" and "100 000" are one."""
    return word.translate(_GROUPS) if _GROUPED.fullmatch(word) else folded(word.lower())


def _speaker(page: Page, teller: Attribution | None) -> tuple[Span | None, str, bool]:
    """Where the speaker stands, the name, and whether it is that of a person."""
    if teller is None or teller.source is None or teller.source_kind == "anonymous":
        return None, "", False
    source, kind = teller.source.span, teller.source_kind
    resolved = teller.resolved or (teller.source.text if kind == "named" else "")
    person = None if kind == "pronoun" else _beside(page, source)
    if person is None and kind in ("pronoun", "role") and resolved:
        person = _before(page, source, set(parts(resolved)))
        resolved = ""
    if person is not None:
        return *person, True
    line = page.line_at(source.start)
    if line is not None and line.headline:
        return None, "", False  # what stands before the colon of a headline is its topic as often as who speaks
    return source, resolved, kind == "named" and _is_name(page, teller.source.text)


def _before(page: Page, source: Span, words: set[str]) -> tuple[Span, str] | None:
    """The last person before a place whose name has one of the words."""
    for mention in reversed(page.article.mentions):
        if mention.kind == "person" and mention.span.end <= source.start and words & set(parts(mention.name)):
            return mention.span, mention.name
    return None


def _beside(page: Page, source: Span) -> tuple[Span, str] | None:
    """The person whose name stands beside or among the words for a speaker."""
    beside = page.vocabulary.apposed.match(page.prose, source.end)
    if beside is not None:
        return Span(*beside.span(1)), beside.group(1)
    line = page.line_at(source.start)
    for mention in line.mentions if line is not None else ():
        if mention.kind == "person" and source.start <= mention.span.start <= source.end + BESIDE:
            return mention.span, mention.name
    return None


def _is_name(page: Page, source: str) -> bool:
    """Whether the words begin like a name, not with an article or a preposition."""
    first = source.split(maxsplit=1)[0]
    return first[:1].isupper() and page.vocabulary.key(first) is not None


def same_quotes(pages: Sequence[Page]) -> Iterator[SameQuote]:
    """Quotations that two articles share, each with its best partner in every other article."""
    every = [quote for page in pages for quote in quotes(page)]
    taken: set[tuple[int, int]] = set()
    shared = _shared(every)
    for i, j in sorted(shared, key=lambda pair: (-shared[pair], *(every[at].source is None for at in pair), pair)):
        sides = (i, every[j].page.index), (j, every[i].page.index)
        if taken.isdisjoint(sides) and (found := compare(every[i], every[j])) is not None:
            taken.update(sides)
            yield found


def _shared(every: Sequence[Quote]) -> Counter[tuple[int, int]]:
    """How many short rows of words, or ends, two quotations of different articles have in common, by their numbers."""
    where: defaultdict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
    for number, quote in enumerate(every):
        for key in _keys(quote):
            where[key][number] = None
    pairs = (each for those in where.values() if len(those) <= COMMON for each in combinations(those, 2))
    return Counter((i, j) for i, j in pairs if every[i].page is not every[j].page)


def _keys(quote: Quote) -> Iterator[tuple[str, ...]]:
    """By what it is found: short rows of its words, its ends, and if it is short the speaker with either end."""
    for at in range(len(quote.words) - SHINGLE + 1):
        yield quote.words[at : at + SHINGLE]
    yield "", *quote.words[:2], *quote.words[-2:]
    if quote.named and len(quote.words) <= SENTENCE:
        yield from ((surname(quote.speaker), word) for word in (quote.words[0], quote.words[-1]))


def compare(a: Quote, b: Quote) -> SameQuote | None:
    """How the words of two quotations differ; None where too few of them are the same."""
    match = SequenceMatcher(None, a.words, b.words, autojunk=False)
    blocks = [block for block in match.get_matching_blocks() if block.size]
    if not blocks or not _alike(a, b, blocks):
        return None
    parted = [_parted(a, b, each) for each in _apart(match, *_rendered(a, b, blocks))]
    if not parted:
        return SameQuote(a, b, "same", None, None)
    change, other, one, two = max(parted, key=lambda each: RANK[each[0]])
    alone = change == "word" and other and len(parted) == 1
    return SameQuote(a, b, change, one, two, alone, _one_voice(a, b, sum(block.size for block in blocks)))


def _apart(match: SequenceMatcher[str], begin: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """The words of either side that are not the other's, from the one word of the first to the other."""
    for tag, i1, i2, j1, j2 in match.get_opcodes():
        if tag != "equal" and i2 > begin and i1 < end:
            yield i1, i2, j1, j2


def _parted(a: Quote, b: Quote, words: tuple[int, int, int, int]) -> tuple[Change, bool, Span, Span]:
    """What a difference is, whether it is one of content, and where it stands."""
    i1, i2, j1, j2 = words
    mine, yours = a.words[i1:i2], b.words[j1:j2]
    kind = kind_of(mine, yours, a.page.vocabulary.negations)
    return kind, _other_content(a, mine, yours), _covering(a, i1, i2), _covering(b, j1, j2)


def _other_content(quote: Quote, mine: Sequence[str], yours: Sequence[str]) -> bool:
    """Whether all these words carry content, and none of the one begins like one of the other."""
    key = quote.page.vocabulary.key
    if any(key(word) is None for word in (*mine, *yours)):
        return False
    return not any(word[:size] == other[:size] for word in mine for other in yours if (size := _stem(word, other)))


def _stem(word: str, other: str) -> int:
    return min(len(word), len(other), STEM)


def _rendered(a: Quote, b: Quote, blocks: Sequence[Match]) -> tuple[int, int]:
    """The words of the first that both render: one article may quote more, unless both quote one short sentence."""
    if _are_whole(a, b, sum(block.size for block in blocks)):
        return 0, len(a.words)
    return blocks[0].a, blocks[-1].a + blocks[-1].size


def _alike(a: Quote, b: Quote, blocks: Sequence[Match]) -> bool:
    """Whether two quotations of one season have enough telling words in common."""
    first, last = blocks[0], blocks[-1]
    mine, yours = last.a + last.size - first.a, last.b + last.size - first.b
    equal = sum(block.size for block in blocks)
    alike = OF_ONE_VOICE if _one_voice(a, b, equal) else LEAST
    if equal < max(_least(a, b, equal), HALF * min(len(a.words), len(b.words))) or 2 * equal / (mine + yours) < alike:
        return False
    if days_between(a.page, b.page) > SEASON:
        return False
    telling = _telling(a, [word for block in blocks for word in a.words[block.a : block.a + block.size]])
    return telling >= (1 if _one_voice(a, b, equal) or _are_one(a, b) else CONTENT)


def _are_one(a: Quote, b: Quote) -> bool:
    """Whether the news of the same days has the very same sentence."""
    return a.words == b.words and len(a.words) > KNOWN and days_between(a.page, b.page) <= FRESH


def _one_voice(a: Quote, b: Quote, equal: int) -> bool:
    """Whether one person says two short sentences that are nearly the same, in the news of the same days."""
    words = len(a.words), len(b.words)
    if not (a.named and b.named) or max(words) > SENTENCE or days_between(a.page, b.page) > FRESH:
        return False
    return 2 * equal >= OF_ONE_VOICE * sum(words) and surname(a.speaker) == surname(b.speaker)


def _least(a: Quote, b: Quote, equal: int) -> int:
    """So many equal words at least tell one quotation."""
    if a.words == b.words:
        return SHORTEST
    return SHINGLE if _are_whole(a, b, equal) else KNOWN


def _are_whole(a: Quote, b: Quote, equal: int) -> bool:
    """Whether two quotations in the news of the same days are the same from end to end, but for a word or two."""
    if _one_voice(a, b, equal):
        return True
    if a.page.published is None or b.page.published is None or days_between(a.page, b.page) > FRESH:
        return False
    return abs(len(a.words) - len(b.words)) <= 1 and 2 * equal >= LEAST * (len(a.words) + len(b.words))


def _telling(quote: Quote, words: Sequence[str]) -> int:
    """How many of the shared words carry content; "I do not think that" is nobody's own."""
    key = quote.page.vocabulary.key
    return len({found for word in words if (found := key(word)) is not None})


def _covering(quote: Quote, start: int, end: int) -> Span:
    if start == end:
        at = min(start, len(quote.places) - 1)
        return quote.places[at]
    return Span(quote.places[start].start, quote.places[end - 1].end)
