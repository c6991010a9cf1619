"""Which blocks of a page are its article, and what each of them is: headline, teaser, text or caption."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from claimcheck.read.web.head import Head
from claimcheck.read.web.scan import Page, Raw
from claimcheck.read.written import BlockKind

_WORD = re.compile(r"[^\W_]+")
FEW = 250
"""Less than so many characters are hardly an article: the stricter way may have left most of it out."""
SURE = 24
"""So many characters in a row stand in two places of a page only if one is a copy of the other."""
COPIES = 8
"""So many of the places of a row of `SURE` characters are looked at: a headline and a teaser may begin a paragraph."""
PARAGRAPH = 120
MOST_SEARCHED = 50_000_000
"""So many characters of the article are gone through for its short blocks; no page but one made to be slow has more."""
_ADVERTISEMENT = "//body//*[contains(@class, 'advert') and string-length(.) < 500]"


def choose(page: Page, source: str) -> tuple[int, ...]:
    """The blocks of the article, by their numbers in the page; none where nothing in the page reads like one."""
    words = letters(_extracted(source))
    keys = [letters(block.text(source)) for block in page.blocks]
    places = _places(keys, words)
    sure = _in_order(places)
    chosen = _with_short(sure, keys, places, words)
    chosen |= _of_the_same_row(page.blocks, chosen, keys)
    return tuple(sorted(chosen | _heads_of_the_same_row(page.blocks, chosen)))


def letters(text: str) -> str:
    """The letters and digits alone: what two ways of writing out a page have in common."""
    return "".join(_WORD.findall(normalize("NFC", text)))


def _extracted(source: str) -> str:
    from trafilatura import bare_extraction  # noqa: PLC0415 – half a second, for web pages only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    best = ""
    for strict in (True, False):
        try:
            found = bare_extraction(source, include_comments=False, favor_precision=strict, prune_xpath=_ADVERTISEMENT)
        except Exception:  # a page it stumbles over
            found = None
        body = getattr(found, "body", None)
        text = " ".join(body.itertext()) if body is not None else ""
        best = max(best, text, key=len)
        if len(best) >= FEW:
            break
    return best


def _places(keys: Sequence[str], words: str) -> list[int]:
    """Where each block stands in the article; -1 where it does not, or is too short to tell.

    The article is gone through once, for all rows of characters that any block has.
    """
    rows = [_rows(key) for key in keys]
    found: dict[str, list[int]] = {row: [] for each in rows for row in each}
    for at in range(len(words) - SURE + 1 if found else 0):
        places = found.get(words[at : at + SURE])
        if places is not None and len(places) < COPIES:
            places.append(at)
    return [_place(key, [found[row] for row in each], words) for key, each in zip(keys, rows, strict=True)]


def _rows(key: str) -> list[str]:
    """The block cut into pieces of `SURE` characters; the last one ends with it, if half of it is new."""
    last = len(key) - SURE
    return [key[min(at, last) :][:SURE] for at in range(0, len(key) - SURE // 2, SURE)] if last >= 0 else []


def _place(key: str, found: Sequence[Sequence[int]], words: str) -> int:
    """Where a block stands as a whole, else where the first piece does if the article has more than half of them."""
    whole = next((at for at in (found[0] if found else ()) if words.startswith(key, at)), -1)
    if whole >= 0:
        return whole
    parts = [places[0] for places in found if places]
    return min(parts) if 2 * len(parts) > len(found) else -1


def _in_order(places: Sequence[int]) -> list[int]:
    """The longest row of blocks that follow one another in the page and in the article; of copies the last."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = [-1] * len(places)
    for number, place in enumerate(places):
        if place < 0:
            continue
        rank = bisect_left(ends, place)
        before[number] = tails[rank - 1] if rank else -1
        ends[rank : rank + 1] = [place]
        tails[rank : rank + 1] = [number]
    row = []
    at = tails[-1] if tails else -1
    while at >= 0:
        row.append(at)
        at = before[at]
    return row[::-1]


def _with_short(sure: Sequence[int], keys: Sequence[str], places: Sequence[int], words: str) -> set[int]:
    """The sure blocks and the short ones that the article has between the same two of them."""
    chosen = set(sure)
    ends = [*sure, len(keys)]
    last, at, searched = -1, 0, 0
    for end in ends:
        stop = places[end] if end < len(keys) else len(words)
        for number in range(last + 1, end):
            key = keys[number]
            if not 0 < len(key) < SURE or searched > MOST_SEARCHED:
                continue
            found = words.find(key, at, stop)
            searched += max(0, (stop if found < 0 else found) - at)
            if found >= 0:
                chosen.add(number)
                at = found + len(key)
        if end < len(keys):
            last, at = end, max(at, places[end] + len(keys[end]))
    return chosen


def _of_the_same_row(blocks: Sequence[Raw], chosen: set[int], keys: Sequence[str]) -> set[int]:
    """The paragraphs that stand in the same chain of tags and classes as most of the article, in the same article."""
    homes = Counter((blocks[n].home, blocks[n].article) for n in chosen if len(keys[n]) >= PARAGRAPH)
    if not homes:
        return set()
    home, count = homes.most_common(1)[0]
    same = [n for n, block in enumerate(blocks) if (block.home, block.article) == home and len(keys[n]) >= PARAGRAPH]
    return set(same) if count > 1 else set()


def _heads_of_the_same_row(blocks: Sequence[Raw], chosen: set[int]) -> set[int]:
    """The headings in the same chain of tags and classes as one of the article: of those alike only one was left."""
    homes = {(blocks[n].home, blocks[n].article) for n in chosen if blocks[n].kind == "heading"}
    inside = range(min(chosen), max(chosen)) if homes else range(0)
    return {n for n in inside if blocks[n].kind == "heading" and (blocks[n].home, blocks[n].article) in homes}


_OPENING = 40
_LEAST = 8
_ENDS = (".", "!", "?", "“", "”", '"', "»", "«")


def parts(page: Page, head: Head, numbers: Sequence[int], source: str) -> Iterator[tuple[BlockKind, Raw]]:
    """The blocks of the article, which has these numbers, in the order of the page; behind them its captions."""
    blocks = page.blocks
    keys = [letters(block.text(source)) for block in blocks]
    first = next(filter(lambda n: len(keys[n]) >= PARAGRAPH, numbers), numbers[0])
    headline = _headline(page, [letters(each) for each in head.headlines], keys, first)
    begin = numbers[0] if headline is None else headline
    kinds = {n: blocks[n].kind for n in numbers if n >= begin and _is_text(blocks[n], source)}
    kinds |= dict.fromkeys(_teasers(head, keys, range(begin + 1, first)), "text")
    if headline is not None:
        kinds |= dict.fromkeys(_leads(blocks, range(headline + 1, first), source), "text")
        kinds[headline] = "title"
    for n, kind in sorted(kinds.items()):
        yield kind, blocks[n]
    for n in _captions(blocks, keys, range(begin + 1, numbers[-1])):
        yield "caption", blocks[n]


def _captions(blocks: Sequence[Raw], keys: Sequence[str], between: range) -> list[int]:
    """The captions that give a figure, each once; others mostly name who is in a picture of another day."""
    found: dict[str, int] = {}
    for n in between:
        if blocks[n].kind == "caption" and any(map(str.isdigit, keys[n])):
            found.setdefault(keys[n], n)
    return list(found.values())


def _teasers(head: Head, keys: Sequence[str], between: range) -> Iterator[int]:
    """The blocks between headline and text that begin as the page is described."""
    openings = {letters(each)[:_OPENING] for each in head.teasers}
    return (n for n in between if len(keys[n]) >= _OPENING and keys[n][:_OPENING] in openings)


def _leads(blocks: Sequence[Raw], between: range, source: str) -> Iterator[int]:
    """The sentences right below the headline, in the same article: what stands further down may be a picture's."""
    for n in between:
        said = blocks[n].text(source).strip()
        beside = blocks[n].article == blocks[between.start - 1].article and blocks[n].kind in ("text", "heading")
        if not (beside and said.endswith(_ENDS) and len(letters(said)) >= _OPENING and _is_text(blocks[n], source)):
            return
        yield n


def _is_text(block: Raw, source: str) -> bool:
    """Whether a block is neither a caption nor nearly all a link, which is to another article."""
    linked = block.kind != "table" and 10 * block.linked > 8 * len(block.text(source).strip())
    return block.kind != "caption" and not linked


def _headline(page: Page, titles: Sequence[str], keys: Sequence[str], first: int) -> int | None:
    """The heading above the text that the page calls its title, or else its last one of the first rank."""
    above = [n for n in range(first + 1) if page.blocks[n].kind == "heading" and keys[n]]
    named = [n for n in above if len(keys[n]) >= _LEAST and any(keys[n] in title for title in titles)]
    ranked = [n for n in above if page.blocks[n].tag == "h1"]
    return next(iter([*named[-1:], *ranked[-1:]]), None)
