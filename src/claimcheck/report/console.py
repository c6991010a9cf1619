"""The report for people: each finding with its quoted lines and its computation, the gravest first, hints about single
wordings in one line each, then what the report rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimcheck.model import LEVELS, Document, Finding, Report
from claimcheck.report.foot import checked_lines, coverage_lines, result_line
from claimcheck.report.places import Files
from claimcheck.report.quote import excerpts
from claimcheck.report.safe import safe, said
from claimcheck.report.words import Words


class Piece(NamedTuple):
    """A stretch of output in one style: a level's name, "path", "mark", "faint", "strong" or ""."""

    style: str
    text: str


Line = tuple[Piece, ...]


def report(result: Report, words: Words) -> str:
    """The report without colours."""
    return plain(lines(result, words))


def plain(rows: Iterable[Line]) -> str:
    """The lines without colours."""
    return "".join("".join(piece.text for piece in row).rstrip() + "\n" for row in rows)


def lines(result: Report, words: Words, *, show_checked: bool = False) -> Iterator[Line]:
    """The report line by line, each a row of styled pieces; with `show_checked` also what was compared and holds."""
    files = Files(result.readable())
    for path, findings in groupby(result.findings, key=lambda finding: finding.places[0].path):
        yield _heading(files.document(path), words)
        yield ()
        yield from _findings(list(findings), files, words)
    if result.links or result.compared:
        from claimcheck.report.side_by_side import side_by_side  # noqa: PLC0415 – for `compare` only

        yield from (tuple(Piece(*each) for each in row) for row in side_by_side(result, files, words))
    if show_checked:
        yield from ((Piece("", text),) for text in checked_lines(result, files, words))
        yield ()
    yield (Piece("strong", result_line(result, words)),)
    yield from ((Piece("faint", line),) for line in coverage_lines(result, files, words))


def _findings(findings: Sequence[Finding], files: Files, words: Words) -> Iterator[Line]:
    """Those of one article, the gravest first; where one line says all of it that stands behind the others."""
    brief = [finding for finding in findings if _is_brief(finding, files)]
    for finding in sorted(findings, key=lambda finding: LEVELS.index(finding.level)):
        if finding not in brief:
            yield from _finding(finding, files, words)
            yield ()
    if brief:
        yield from (_in_one_line(finding, files, words) for finding in brief)
        yield ()


def _heading(document: Document, words: Words) -> Line:
    title = words("quoted", text=safe(document.title)) + " · " if document.title else ""
    published = words("published", date=document.published) if document.published else words("undated")
    counted = document.origin.counted if document.origin else "line"
    places = "" if counted == "line" else f" · {words(f'places by {counted}')}"
    return Piece("path", safe(document.path)), Piece("faint", f"  {title}{document.language} · {published}{places}")


def _finding(finding: Finding, files: Files, words: Words) -> Iterator[Line]:
    yield Piece(finding.level, f"{words(finding.level)} "), Piece("faint", f"{finding.rule}")
    yield (Piece("strong", f"  {said(finding, words)}"),)
    gutter = max(len(str(files[place.path].end(place.span.end)[0])) for place in finding.places) + 2
    firsts = {place.path: place for place in reversed(finding.places)}
    for path in dict.fromkeys(place.path for place in finding.places):
        line, column = files[path].at(firsts[path].span.start)
        arrow = "-->" if path == finding.places[0].path else ":::"
        yield Piece("faint", f"{arrow:>{gutter + 2}} "), Piece("path", f"{safe(path)}:{line}:{column}")
        for excerpt in excerpts(files, path, finding.places):
            yield Piece("faint", f"{excerpt.line:>{gutter}} | "), Piece("", excerpt.text)
            for carets, role in excerpt.rows:
                yield Piece("faint", f"{'':>{gutter}} | "), Piece("mark", f"{carets} {safe(words.role(role))}")
    for key, text in (("computation", safe(finding.computation)), ("repair", _repairs(finding, files, words))):
        if text:
            yield Piece("faint", f"{'':>{gutter}} = {words(key)}: "), Piece("", text)


def _is_brief(finding: Finding, files: Files) -> bool:
    """Whether one line says all of it: a hint about wordings in one line of the article, without a computation."""
    if finding.level != "hint" or finding.computation:
        return False
    return len({(place.path, files[place.path].at(place.span.start)[0]) for place in finding.places}) == 1


def _in_one_line(finding: Finding, files: Files, words: Words) -> Line:
    place = min(finding.places)
    line, column = files[place.path].at(place.span.start)
    return (
        Piece(finding.level, f"{words(finding.level)} "),
        Piece("path", f"{line}:{column} "),
        Piece("", f"{said(finding, words)} "),
        Piece("faint", finding.rule),
    )


def _repairs(finding: Finding, files: Files, words: Words) -> str:
    offers = []
    for repair in finding.repairs:
        old = safe(files[repair.path].text[repair.span.start : repair.span.end])
        offers.append(f"{words('quoted', text=old)} → {words('quoted', text=safe(repair.replacement))}")
    return f" {words('either')} ".join(offers)


STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
    "path": "bold",
    "mark": "red",
    "faint": "dim",
    "strong": "bold",
    "": "",
}


def paint(lines: Iterable[Line]) -> None:
    """Prints the lines to the terminal; rich decides which colours it has (and heeds NO_COLOR)."""
    from rich.console import Console  # noqa: PLC0415 – for a terminal only
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line)))
