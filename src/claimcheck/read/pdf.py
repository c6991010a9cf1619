"""PDF files, with pypdf (the extra `pdf`): their places are pages and lines on them.

A page says where signs stand, not what is a paragraph: lines are joined until one ends a sentence and is clearly
shorter than the others. What stands at the top or bottom of several pages is left out, and so are numbers of pages.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document
from claimcheck.read.metadata import Found, Metadata, with_metadata
from claimcheck.read.written import Block, Run, written

MOST_PAGES = 300
MOST_ON_A_PAGE = 200_000
MOST_TEXT = 4_000_000
"""So many characters of text: more than any newspaper's page, and more than a long book."""
MOST_STEPS = 2_000_000
_FORM_STEPS = 1_000
"""A form, which may show others and itself be shown often, costs as much as so many other steps."""
_BYTES_OF_A_STEP = 4
"""What is drawn on a page costs time before the first step: numbers without an operator are never one."""
_MOST_IN_A_STREAM = 1_000_000
_SHORT = 0.75
_OFTEN = 3
_ENDS = (".", "!", "?", "“", "”", '"', "»", "«", ":")
_DIGITS = re.compile(r"\d+")
_BROKEN = "the file is broken; save its text as .txt, .md or .docx"


class _TooMuchError(Exception):
    """A file asks for more work than any article."""


class _Line(NamedTuple):
    page: int
    number: int
    text: str


def pdf(raw: bytes, path: str, found: Found) -> Document:
    """The document of a PDF file. Raises DataError without pypdf, and for a file that is broken, has a password, more
    pages, text or drawing than an article, or pictures of text only.
    """

    def wrong(message: str) -> DataError:
        return DataError(Problem(path, message))

    try:
        import pypdf  # noqa: PLC0415 – an extra, for these files only
    except ImportError:
        raise wrong("to read PDF files, install pypdf: pip install 'claimcheck-news[pdf]'") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        file = pypdf.PdfReader(io.BytesIO(raw))
        if file.is_encrypted and not file.decrypt(""):
            raise wrong("the file has a password; save it without one")
        if len(file.pages) > MOST_PAGES:
            raise wrong(f"the file has more than {MOST_PAGES} pages; split it into its articles")
        with pypdf.apply_configuration(stream_parsing_work_maximum_count=_MOST_IN_A_STREAM):
            pages = [_lines(text, number) for number, text in enumerate(_texts(file.pages), 1)]
        metadata = _metadata(file.metadata)
    except DataError:
        raise
    except (_TooMuchError, pypdf.errors.LimitReachedError):
        raise wrong("the file has more on its pages than an article; save its text as .txt, .md or .docx") from None
    except Exception:  # whatever a broken file leads the library to
        raise wrong(_BROKEN) from None
    if not any(pages):
        raise wrong("the file has no text, perhaps only pictures of it; save its text as .txt, .md or .docx")
    document = written(map(_block, _paragraphs(_without_frame(pages))), path, "page")
    return with_metadata(with_metadata(document, found), Found(metadata))


def _texts(pages: Iterable[Any]) -> Iterator[str]:
    """The text of each page. Raises _TooMuchError for too much of it, or for too many steps to draw it.

    Steps are counted and no seconds, so that a file is read on every machine or on none.
    """
    steps = length = on_page = 0

    def step(operator: bytes, operands: Sequence[Any], *_matrices: object) -> None:
        nonlocal steps
        steps += _FORM_STEPS if operator == b"Do" else 1 + len(operands)
        if steps > MOST_STEPS:
            raise _TooMuchError

    def shown(text: str, *_place: object) -> None:
        nonlocal on_page
        on_page += len(text)
        if on_page > MOST_ON_A_PAGE:
            raise _TooMuchError

    for page in pages:
        on_page = 0
        drawn = page.get_contents()
        steps += len(drawn.get_data()) // _BYTES_OF_A_STEP if drawn is not None else 0
        if steps > MOST_STEPS:
            raise _TooMuchError
        text = page.extract_text(visitor_operand_before=step, visitor_text=shown)
        length += len(text)
        if max(on_page, len(text)) > MOST_ON_A_PAGE or length > MOST_TEXT or steps > MOST_STEPS:
            raise _TooMuchError  # pypdf passes over what is raised inside a form
        yield text


def _lines(text: str, page: int) -> list[_Line]:
    numbered = enumerate(text.encode("utf-8", "replace").decode().split("\n"), 1)
    return [_Line(page, number, " ".join(line.split())) for number, line in numbered if line.strip()]


def _without_frame(pages: Sequence[Sequence[_Line]]) -> list[_Line]:
    """The lines without those that are first or last on several pages, but for digits, and without bare numbers."""
    frames = Counter(_frame(line) for page in pages for line in {*page[:1], *page[-1:]})
    left = []
    for page in pages:
        for line in page:
            edge = line in (page[0], page[-1])
            if not (edge and (frames[_frame(line)] >= _OFTEN or line.text.isdigit())):
                left.append(line)
    return left


def _frame(line: _Line) -> str:
    return _DIGITS.sub("#", line.text)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines that belong together; a heading is a short line without an end before a line that begins anew."""
    width = _full(len(line.text) for line in lines if len(line.text) > 20)
    group: list[_Line] = []
    for line in lines:
        if group and _ends(group, line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _full(lengths: Iterable[int]) -> int:
    """How long a full line is: a quarter of them may be longer, as in a table or a note in small type."""
    ordered = sorted(lengths)
    return ordered[3 * (len(ordered) - 1) // 4] if ordered else 0


def _ends(group: Sequence[_Line], following: _Line, width: int) -> bool:
    """Whether a paragraph ends before a line: there is an empty one between, or the last one is short and closes."""
    last = group[-1]
    if last.page == following.page and following.number > last.number + 1:
        return True
    short = len(last.text) < _SHORT * width
    anew = following.text[:1].isupper() or following.text[:1] in '„“"»«'
    return short and anew and (last.text.endswith(_ENDS) or len(group) == 1)


def _block(lines: Sequence[_Line]) -> Block:
    """One block; a word that is parted at the end of a line is whole, with a soft hyphen."""
    runs: list[Run] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        parted = following is not None and re.search(r"\w-$", line.text) and following.text[:1].islower()
        text = f"{line.text[:-1]}\u00ad" if parted else f"{line.text} "
        runs.append(Run(text, line.page, line.number, 0, 0))
    return Block("text", tuple(runs))


def _metadata(info: Any) -> Metadata:
    """Title and author; when the file was made is not when the article is published."""
    values = {key: " ".join(str(info.get(key) or "").split()) or None for key in ("/Title", "/Author")} if info else {}
    return Metadata(title=values.get("/Title"), author=values.get("/Author"))
