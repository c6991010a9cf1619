"""What the blocks of an article are: its headline, teaser, text and captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.read.web.article import PARAGRAPH, letters
from claimcheck.read.web.head import Head
from claimcheck.read.web.scan import Page, Raw
from claimcheck.read.written import BlockKind

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
