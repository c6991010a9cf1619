"""The console report on a screen: article by article, then what of several articles belongs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from claimcheck.model import LEVELS, Document, Finding, Place, Report
from claimcheck.report import View
from claimcheck.report.foot import checked_lines, coverage_lines, result_line
from claimcheck.report.places import Files
from claimcheck.report.quote import excerpts
from claimcheck.report.screen import FAINT, STRONG, STYLES, Screen
from claimcheck.report.words import Words, safe, said
from claimcheck.report.written import written


class Drawing:
    """One report on one screen."""

    def __init__(self, result: Report, words: Words, view: View, screen: Screen) -> None:
        self.result, self.words, self.view, self.screen = result, words, view, screen
        self.files = Files(result.readable())

    def draw(self) -> None:
        """All of it, in the order it is read in."""
        screen, result = self.screen, self.result
        for path, findings in groupby(result.findings, key=lambda finding: finding.places[0].path):
            self._article(self.files.document(path), list(findings))
        if result.links or result.compared:
            from claimcheck.report.side_by_side import draw  # noqa: PLC0415 – for `compare` only

            draw(result, self.files, self.words, screen)
        if self.view.show_checked:
            self._checked()
        if self.view.statistics and result.findings:
            self._statistics()
        if not self.view.quiet:
            screen.hang("", Text(result_line(result, self.words), STRONG))
            for line in coverage_lines(result, self.files, self.words):
                screen.hang("", Text(line, FAINT))

    def _article(self, document: Document, findings: Sequence[Finding]) -> None:
        """The findings of one article, the gravest first; where two lines say all of one it stands behind the others.

        The order within a level is that of the text.
        """
        self._heading(document)
        brief = [finding for finding in findings if self._is_brief(finding)]
        for finding in sorted(findings, key=lambda finding: LEVELS.index(finding.level)):
            if finding not in brief:
                self._head(finding)
                self._finding(finding)
                self.screen.blank()
        for finding in brief:
            self._head(finding)
        if brief:
            self.screen.blank()

    def _heading(self, document: Document) -> None:
        """Where the article is, and what is known of it."""
        words = self.words
        title = words("quoted", text=safe(document.title)) + " · " if document.title else ""
        published = (
            words("published", date=written(words).day(document.published)) if document.published else words("undated")
        )
        counted = document.origin.counted if document.origin else "line"
        places = "" if counted == "line" else f" · {words(f'places by {counted}')}"
        about = Text(f"{title}{document.language} · {published}{places}", FAINT)
        self.screen.beside(self.screen.path(safe(document.path), document.path), about)
        self.screen.blank()

    def _head(self, finding: Finding) -> None:
        """Level, place and rule, and below them what does not fit."""
        level = Text(self.words(finding.level), STYLES[finding.level])
        self.screen.beside(Text.assemble(level, " ", self._where(finding.places[0])), Text(finding.rule, FAINT))
        self.screen.hang("  ", Text(said(finding, self.words), STRONG if finding.level != "hint" else ""))

    def _where(self, place: Place) -> Text:
        line, column = self.files[place.path].at(place.span.start)
        return self.screen.path(f"{safe(place.path)}:{line}:{column}", place.path)

    def _finding(self, finding: Finding) -> None:
        """The lines it rests on, file by file, how it was worked out, and what would agree."""
        gutter = max(len(str(self.files[place.path].end(place.span.end)[0])) for place in finding.places) + 2
        for path in dict.fromkeys(place.path for place in finding.places):
            places = [place for place in finding.places if place.path == path]
            if path != finding.places[0].path:
                self.screen.row(f"{':::':>{gutter + 2}} ", self._where(places[0]))
            self._quoted(path, places, gutter)
        working = written(self.words).labelled(finding.computation)
        for label, text in (working, (self.words("repair"), self._repairs(finding))):
            if text:
                line = Text.assemble((f"{label}: ", FAINT), safe(text))
                self.screen.hang(f"{'':>{gutter}} = ", line, " " * (gutter + 5))

    def _quoted(self, path: str, places: Sequence[Place], gutter: int) -> None:
        named = [(place, safe(self.words.role(place.role))) for place in places]
        for excerpt in excerpts(self.files[path], named, self.screen.width - gutter - 3):
            text = Text(excerpt.text)
            for start, end in excerpt.marked:
                text.stylize(STRONG, start, end)
            self.screen.row(f"{excerpt.line:>{gutter}} | ", text)
            for row in excerpt.rows:
                self.screen.row(f"{'':>{gutter}} | ", Text(row, STRONG))

    def _is_brief(self, finding: Finding) -> bool:
        """Whether two lines say all of it: a hint about wordings in one line of the article, without a working."""
        if finding.level != "hint" or written(self.words).labelled(finding.computation)[1]:
            return False
        return len({(place.path, self.files[place.path].at(place.span.start)[0]) for place in finding.places}) == 1

    def _repairs(self, finding: Finding) -> str:
        words = self.words
        offers = []
        for repair in finding.repairs:
            old = safe(self.files[repair.path].text[repair.span.start : repair.span.end])
            offers.append(f"{words('quoted', text=old)} → {words('quoted', text=safe(repair.replacement))}")
        return f" {words('either')} ".join(offers)

    def _checked(self) -> None:
        for at, line in enumerate(checked_lines(self.result, self.files, self.words)):
            self.screen.hang("  " if at else "", Text(line.strip()), "    ")
        self.screen.blank()

    def _statistics(self) -> None:
        """How many findings each rule has at each level, the most first."""
        counts = Counter((finding.rule, finding.level) for finding in self.result.findings)
        ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        rows: list[list[str | Text]] = [
            [str(count), Text(self.words(level), STYLES[level]), rule] for (rule, level), count in ordered
        ]
        self.screen.table(None, rows, right=True)
        self.screen.blank()
