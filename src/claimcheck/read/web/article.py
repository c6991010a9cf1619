"""Which blocks of a page are its article.

trafilatura says what the words of the article are; it knows pages far better than a list of ours would. But it gives
words without places. So its words are looked up in the blocks of the page, in the order of the page, and a block is
taken or left as a whole. What it leaves out of a row of paragraphs that all stand in the same place of the page's
template is taken as well.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

from claimcheck.read.web.scan import Page, Raw

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
    return tuple(sorted(chosen | _of_the_same_row(page.blocks, chosen, keys)))


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
