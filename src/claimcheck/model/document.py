"""An article: its text as the user wrote it, what is known about it, and how it is divided."""

from bisect import bisect_right
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.errors import Problem
from claimcheck.model.compact import blank, plain_spaces, web_addresses
from claimcheck.model.span import Span

if TYPE_CHECKING:
    from claimcheck.model.ledger import Ledger, Suppression


RowUnit = Literal["line", "paragraph", "page"]
"""What the first number of a place counts: lines of the file; paragraphs, as Word has them; pages. The second number
counts characters of the line or paragraph, and the lines of a page."""


class Piece(NamedTuple):
    """A stretch of the text, up to the next one, that stands together in the file, from `row` and `column` on.

    With every character of the text the column grows by `step`; the last one takes `width` columns. "&auml;" is one
    character with step 0 and width 6.
    """

    start: int
    row: int
    column: int
    step: int = 1
    width: int = 1


class Origin(NamedTuple):
    """The pieces of a text, sorted, the first one from 0 on; there is at least one."""

    counted: RowUnit
    pieces: tuple[Piece, ...]

    def at(self, offset: int) -> tuple[int, int]:
        """Row and column in the file, both from 1, of a character of the text."""
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=_start) - 1)]
        return piece.row, piece.column + piece.step * (offset - piece.start)

    def end(self, offset: int) -> tuple[int, int]:
        """Row and column just behind the character before `offset`."""
        piece = self.pieces[max(0, bisect_right(self.pieces, offset - 1, key=_start) - 1)]
        return piece.row, piece.column + piece.step * max(0, offset - 1 - piece.start) + piece.width


def _start(piece: Piece) -> int:
    return piece.start


RegionKind = Literal["markup", "code", "link_target", "front_matter", "quoted_block", "table", "caption", "boilerplate"]


class Region(NamedTuple):
    """A stretch of the file that is not the author's running prose."""

    span: Span
    kind: RegionKind


class Quotation(NamedTuple):
    """A stretch in quotation marks; `span` includes the marks, `depth` is 0 for an outermost one."""

    span: Span
    depth: int


class Document(NamedTuple):
    """One article.

    `text` is the file's text as its reader gives it: every offset in the program counts its code points.
    `prose` has the same length; what is no prose (markup, code, link targets) is blanked by spaces in it,
    and every kind of white space is a plain space or a line feed. Extractors read `prose`, people see `text`.
    `language` is None until it is given or detected; `published` anchors every relative date and may be None.
    `origin` leads back to the file where `text` is only what there is to read in it; None where it is all of it.
    `suppressions` are findings an editor does not want to see, from comments in the text and from beside it.
    `problems` are mistakes around the text (front matter, metadata, language) that did not keep it from being read.
    `ledger` are the claims of it that people have verified; None where no file stands beside it.
    """

    path: str
    text: str
    prose: str
    language: str | None = None
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    regions: tuple[Region, ...] = ()
    headline: Span | None = None
    paragraphs: tuple[Span, ...] = ()
    list_items: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[Problem, ...] = ()
    suppressions: "tuple[Suppression, ...]" = ()
    ledger: "Ledger | None" = None
    origin: Origin | None = None

    @classmethod
    def from_text(
        cls,
        text: str,
        path: str = "text",
        *,
        language: str | None = None,
        published: date | str | None = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> "Document":
        """A document of plain text; its headline is its first line if a blank line follows, or it is short
        and no sentence.

        `title` is what the outside world calls the article and stands nowhere in `text`. `published` is a date or
        an ISO 8601 date or date-time; any other wording raises ValueError.
        """
        if isinstance(published, str):
            published = day(published)
        elif isinstance(published, datetime):
            published = published.date()
        prose = plain_spaces(text)
        suppressions: tuple[Suppression, ...] = ()
        regions: list[Region] = []
        if "claimcheck" in text:
            from claimcheck.model.ledger import in_comments  # noqa: PLC0415 – for the few texts that have one

            suppressions = in_comments(text)
            regions = [Region(each.span, "markup") for each in suppressions if each.span]
            prose = blank(prose, [span for span, _ in regions])
        addresses = web_addresses(prose)
        regions += [Region(span, "link_target") for span in addresses]
        return cls(
            path=path,
            text=text,
            prose=blank(prose, addresses),
            language=language,
            published=published,
            title=title,
            publisher=publisher,
            url=url,
            regions=tuple(sorted(regions)),
            suppressions=suppressions,
        )


def day(written: str) -> date:
    """The day of an ISO 8601 date or date-time, as its own time zone has it; ValueError says what would be right."""
    words = written.strip()
    try:
        if len(words) < len("YYYY-MM-DD") or words[4] != "-" or words[7] != "-":
            raise ValueError(words)
        return datetime.fromisoformat(words).date()
    except ValueError:
        message = f"{written!r} is no date; write it as YYYY-MM-DD, for example 2025-06-19"
        raise ValueError(message) from None
