"""Divides an article: its language, headline, paragraphs, list items, sentences and quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck import languages
from claimcheck.errors import DataError, Problem
from claimcheck.model import Document, Region, Span
from claimcheck.model.compact import blank
from claimcheck.segment.breaks import tables
from claimcheck.segment.divide import divide
from claimcheck.segment.quotes import quotations

__all__ = ["detect", "segment"]

LONGEST_AROUND = 300
FEWEST_TOLD = 6
LONGEST_LINE = 120
ENDS = frozenset(".:;,…")
_FULL_STOP = re.compile(r"\w{3}[.](?= |$)")
_ANY_QUOTES = ("„“", "„”", "“”", "»«", "«»", '""')


def segment(document: Document) -> Document:
    """The document with its language and its division; a second call changes nothing.

    A language that is not known raises DataError with the known ones. Where none is given and none recognised,
    `language` stays None and the document's problems say so. What its reader marked as paragraphs are stretches
    that no sentence crosses.
    """
    if document.sentences:
        return document
    if not document.paragraphs:  # a reader that marks paragraphs has marked tables
        document = _without_tables(document)
    prose = document.prose
    code = _language(document)
    table: dict[str, Any] = languages.load(code).sentences if code else {}
    blocks = document.paragraphs or (Span(0, len(prose)),)
    paragraphs, items, sentences = divide(prose, blocks, table)
    around = _around(prose, paragraphs, table)
    return document._replace(
        language=code,
        regions=tuple(sorted((*document.regions, *around))) if around else document.regions,
        headline=document.headline or _headline(prose, paragraphs),
        paragraphs=tuple(paragraphs),
        list_items=document.list_items or tuple(items),
        sentences=tuple(sentences),
        quotations=quotations(prose, paragraphs, table.get("quotes", _ANY_QUOTES)),
        problems=document.problems if code or not prose.strip() else (*document.problems, _unknown(document.path)),
    )


def _language(document: Document) -> str | None:
    """The language that is given, or else recognised; DataError for one that is not known."""
    code = _code(document.language)
    if code is None:
        return detect(document.prose, languages.recognise())
    if code not in languages.known():
        known = ", ".join(languages.known())
        raise DataError(Problem(document.path, f"no language is called {code!r}; known are {known}"))
    return code


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


def _unknown(path: str) -> Problem:
    known = ", ".join(languages.known())
    return Problem(path, f"the language was not recognised, so no claims were read; name it, known are {known}")


_WORDS = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 2500
_LEAST_SHARE = 0.12
_LEAST_LEAD = 2


def detect(prose: str, tables: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The code whose words and letters make up at least an eighth of the words and twice those of any other.

    `tables` has each language's `recognise` table. None where no language stands out: a wrong guess would read every
    number in the article by the wrong rules.
    """
    words = [word.lower() for word in _WORDS.findall(prose, 0, _LOOKED_AT)]
    if not words:
        return None
    votes = sorted((-_hits(words, table), code) for code, table in tables.items())
    (best, code), (second, _) = (*votes, (0, ""))[:2]
    return code if -best >= max(_LEAST_SHARE * len(words), _LEAST_LEAD * -second, min(2, len(words))) else None


def _hits(words: Sequence[str], table: Mapping[str, Any]) -> int:
    known, letters = table["words"], set(table["letters"])
    return sum(word in known or not letters.isdisjoint(word) for word in words)
