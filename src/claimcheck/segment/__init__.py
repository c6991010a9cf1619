"""Divides an article: its language, headline, paragraphs, list items, sentences and quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from claimcheck import languages
from claimcheck.errors import DataError, Problem
from claimcheck.model import Document, Region, Span
from claimcheck.model.compact import blank
from claimcheck.segment.breaks import tables
from claimcheck.segment.divide import divide, quotations

_WORDS = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 1500

_SURE_SHARE = 0.25
_SURE_LEAD = 4
_SURE_WORDS = 3

_MARGIN = 8.0
"""By how much (natural logarithm of likelihood) another language must be likelier than ours to be believed."""
_COMMON_WORD = 10.0
"""What one of a language's commonest words weighs beside the letters of names, of which a headline is full."""


class Recognised(NamedTuple):
    """The code of a language that is read, or of `another` one; neither where the text has no words to tell by."""

    code: str | None = None
    another: str | None = None


def recognise(prose: str) -> Recognised:
    """The language of a text by its first words."""
    found = list(islice(_WORDS.finditer(prose), _LOOKED_AT))
    if not found:
        return Recognised()
    words = [each[0].lower() for each in found]
    votes = {code: sum(map(common.__contains__, words)) for code, common in languages.recognise().items()}
    if (code := _sure(votes, len(words))) is not None:
        return Recognised(code)
    return _likeliest(" ".join(prose[found[0].start() : found[-1].end()].split()), votes)


def _sure(votes: Mapping[str, int], words: int) -> str | None:
    """The language whose common words are a quarter of the text, and four times those of any other of ours."""
    (second, _), (best, code) = sorted([(0, ""), *((count, code) for code, count in votes.items())])[-2:]
    return code if best >= max(_SURE_SHARE * words, _SURE_LEAD * second, _SURE_WORDS) else None


def _likeliest(text: str, votes: Mapping[str, int]) -> Recognised:
    from py3langid import rank  # noqa: PLC0415 – most of a second, for the few texts that need it

    likely: dict[str, float] = dict(rank(text))
    ours = [code for code in votes if code in likely]
    others = [(value, code) for code, value in likely.items() if code not in votes]
    if not ours or len(set(likely.values())) == 1:  # a text without any sign of a language is all of them alike
        return Recognised()
    likeliest, another = max(others)
    if likeliest > max(likely[code] for code in ours) + _MARGIN:
        return Recognised(another=another)
    return Recognised(max(ours, key=lambda code: (likely[code] + _COMMON_WORD * votes[code], code)))


__all__ = ["check_language", "segment"]

LONGEST_AROUND = 300
FEWEST_TOLD = 6
LONGEST_LINE = 120
ENDS = frozenset(".:;,…")
_FULL_STOP = re.compile(r"\w{3}[.](?= |$)")
_ANY_QUOTES = ("„“", "„”", "“”", "»«", "«»", '""')


def segment(document: Document) -> Document:
    """The document with its language and its division; a second call changes nothing.

    Where none is given and none recognised, or another than those that are read, `language` is None and a note among
    the document's problems says so. What its reader marked as paragraphs are stretches that no sentence crosses.
    """
    if document.sentences:
        return document
    if not document.paragraphs:  # a reader that marks paragraphs has marked tables
        document = _without_tables(document)
    prose = document.prose
    recognised = _language(document)
    code = recognised.code
    table: dict[str, Any] = languages.load(code).sentences if code else {}
    blocks = document.paragraphs or (Span(0, len(prose)),)
    paragraphs, items, sentences = divide(prose, blocks, table)
    around = _around(prose, paragraphs, table)
    untold = () if code or not prose.strip() else (_not_read(document.path, recognised),)
    return document._replace(
        language=code,
        regions=tuple(sorted((*document.regions, *around))) if around else document.regions,
        headline=document.headline or _headline(prose, paragraphs),
        paragraphs=tuple(paragraphs),
        list_items=document.list_items or tuple(items),
        sentences=tuple(sentences),
        quotations=quotations(prose, paragraphs, table.get("quotes", _ANY_QUOTES)),
        problems=(*document.problems, *untold),
    )


def check_language(language: str) -> None:
    """Raises DataError, which lists the known languages, for one that is not among them."""
    if _code(language) not in languages.known():
        known = ", ".join(languages.known())
        raise DataError(Problem("language", f"no language is called {language!r}; known are {known}"))


def _language(document: Document) -> Recognised:
    """The language that is given, or else recognised."""
    code = _code(document.language)
    if code is None:
        return recognise(document.prose)
    return Recognised(code) if code in languages.known() else Recognised(another=code)


def _without_tables(document: Document) -> Document:
    """The document of a plain text with its tables marked and out of its prose."""
    found = tables(document.prose)
    if not found:
        return document
    regions = (*document.regions, *(Region(each, "table") for each in found))
    return document._replace(prose=blank(document.prose, found), regions=tuple(sorted(regions)))


def _around(prose: str, paragraphs: Sequence[Span], table: Mapping[str, Any]) -> list[Region]:
    begins, captions = tuple(table.get("boilerplate", ())), tuple(table.get("captions", ()))
    return [Region(each, "boilerplate") for each in paragraphs if _is_around(prose, each, begins, captions)]


def _is_around(prose: str, paragraph: Span, begins: tuple[str, ...], captions: tuple[str, ...]) -> bool:
    """Whether a paragraph is one of those around an article: short, and begins as they do, but tells nothing."""
    start, end = paragraph
    if end - start > LONGEST_AROUND or not prose.startswith(begins, start):
        return False
    tells = prose.count(" ", start, end) >= FEWEST_TOLD and _FULL_STOP.search(prose, start, end) is not None
    return not (tells and prose.startswith(captions, start))


def _code(language: str | None) -> str | None:
    """The language itself, without region or script: "de-CH" and "de_AT" are "de"."""
    return language.strip().replace("_", "-").partition("-")[0].lower() or None if language else None


def _headline(prose: str, paragraphs: list[Span]) -> Span | None:
    """The first line, if it is a paragraph by itself and a blank line follows, or it is short and no sentence."""
    if len(paragraphs) < 2:
        return None
    first = paragraphs[0]
    line, text = prose.find("\n", first.start), prose[first.start : first.end].strip()
    blank = prose[first.end : paragraphs[1].start].count("\n") > 1
    short = len(text) <= LONGEST_LINE and text[-1:] not in ENDS and prose[: paragraphs[1].end].rstrip()[-1:] in ENDS
    return first if line >= first.end and (blank or short) else None


def _not_read(path: str, recognised: Recognised) -> Problem:
    """The note of an article in a language that is not read, or in none that could be told."""
    known = ", ".join(languages.known())
    if recognised.another:
        message = f"the language is {recognised.another!r}, so no claims were read; known are {known}"
    else:
        message = f"the language was not recognised, so no claims were read; name it, known are {known}"
    return Problem(path, message, note="language")
