"""The report for people: each finding with its quoted lines and its computation, the gravest first, hints about single
wordings in two lines each, then what the report rests on.

It is drawn by rich. A report without a finding that nobody sees in colours is only sentences: it is written without
rich, whose import would cost a tenth of the run.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimcheck.model import Report
from claimcheck.report import NARROWEST, VIEW, WIDTH, View
from claimcheck.report.foot import beside, checked_lines, coverage_lines, result_line
from claimcheck.report.places import Files
from claimcheck.report.words import Words, safe, said

if TYPE_CHECKING:
    from claimcheck.report.screen import Screen


def report(result: Report, words: Words, view: View = VIEW) -> str:
    """The report without colours, 80 columns wide if the view does not say how wide."""
    width = max(NARROWEST, view.width or WIDTH)
    if result.findings or result.links or result.compared:
        from claimcheck.report.screen import plain  # noqa: PLC0415 – with rich

        return plain(partial(draw, result, words, view), width)
    return "".join(f"{line}\n" for line in _sentences(result, words, view, width))


def draw(result: Report, words: Words, view: View, screen: Screen) -> None:
    """Draws the report on a screen."""
    from claimcheck.report.drawing import Drawing  # noqa: PLC0415 – with rich

    Drawing(result, words, view, screen).draw()


def _sentences(result: Report, words: Words, view: View, width: int) -> list[str]:
    from textwrap import wrap  # noqa: PLC0415 – for reports without a finding

    files = Files(result.readable())
    checked = list(checked_lines(result, files, words)) if view.show_checked else []
    foot = [] if view.quiet else [result_line(result, words), *coverage_lines(result, files, words)]
    whole = [(line, "    " if at else "") for at, line in enumerate(checked)]
    whole += [("", "")] * bool(checked) + [(line, "") for line in foot]
    return [
        row
        for line, hang in whole
        for row in wrap(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False) or [""]
    ]


def lines(result: Report, words: Words) -> str:
    """The findings in the report's order, then lines that begin with "# " and say what the report rests on."""
    files = Files(result.readable())
    lines = []
    for finding in result.findings:
        place = finding.places[0]
        line, column = files[place.path].at(place.span.start)
        lines.append(f"{safe(place.path)}:{line}:{column}: {finding.level} {finding.rule} {said(finding, words)}\n")
    foot = [*beside(result, files, words), result_line(result, words), *coverage_lines(result, files, words)]
    return "".join((*lines, *(f"# {line}\n" for line in foot)))
