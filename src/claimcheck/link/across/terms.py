"""What two articles call by the same name or say in the same word: titles, models, compounds with a name, ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.link.across.page import Page
from claimcheck.link.across.words import folded
from claimcheck.model import Span

TITLE = 4
_COMPOUND = re.compile(r"-[^\W\d_a-z][^\W\d_]+")
_MODEL = re.compile(r"\b[A-ZÄÖÜ][^\W\d_]{2,}[ -][0-9]+(?:\.[0-9]+)?(?![0-9.,]*[0-9]|[^\W\d_])")


def terms(page: Page) -> dict[str, list[Span]]:
    """The places of every term of an article, by its folded words; looked for once."""
    if page.terms is not None:
        return page.terms
    found: dict[str, list[Span]] = {}
    for text, span in (*_titles(page), *_compounds(page), *_models(page), *_facts(page)):
        found.setdefault(text, []).append(span)
    page.terms = found
    return found


def _titles(page: Page) -> Iterator[tuple[str, Span]]:
    """What stands alone in quotation marks: names of works, of broadcasts, mottoes."""
    for quotation in page.article.document.quotations:
        words = page.prose[quotation.span.start + 1 : quotation.span.end - 1].split()
        if 0 < len(words) <= TITLE and words[0][:1].isupper():
            yield f"“{folded(' '.join(words).lower())}”", quotation.span


def _compounds(page: Page) -> Iterator[tuple[str, Span]]:
    """ "OpenAI-Chef": a name with a word for what somebody is."""
    for mention in page.article.mentions:
        match = _COMPOUND.match(page.prose, mention.span.end)
        if match is not None:
            span = Span(mention.span.start, match.end())
            yield folded(page.prose[span.start : span.end].lower()), span


def _models(page: Page) -> Iterator[tuple[str, Span]]:
    """ "Llama 4": a name with its number, which no extractor took for a quantity."""
    claimed = {number.claim.span.start for number in page.numbers}
    for match in _MODEL.finditer(page.prose):
        start = match.end() - len(match.group().replace("-", " ").split(" ")[-1])
        if start not in claimed and page.vocabulary.key(match.group().split()[0]) is not None:
            yield folded(match.group().lower().replace("-", " ")), Span(*match.span())


def _facts(page: Page) -> Iterator[tuple[str, Span]]:
    """Words that state something by themselves: a rank, a seat on a board."""
    for line in page.lines:
        for word in line.words:
            if word.key in page.vocabulary.facts:
                yield word.key, Span(word.start, word.end)
