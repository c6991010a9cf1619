"""What several articles say of the same things, side by side: a row a fact, a column an article where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.link.across.facts import Fact, alone, facts
from claimcheck.model import Article, Report
from claimcheck.report.places import Files
from claimcheck.report.words import Words, safe
from claimcheck.report.written import written

if TYPE_CHECKING:
    from rich.text import Text

    from claimcheck.report.screen import Screen

SIGNS = {"agrees": "=", "updates": "↑", "differs": "≠", "conflicts": "≠"}
TWO_SOURCES = "~"
STYLES = {"agrees": "", "updates": "hint", "differs": "warning", "conflicts": "error"}
NARROW = 14
"""A column of an article has at least so many characters; where they do not fit, each fact is a line."""
SHOWN = 5


def lines(result: Report, files: Files, words: Words) -> list[str]:
    """The comparison as lines of text: the articles, a line a fact, who alone says what."""
    shared = facts(result.links, result.articles)
    if not shared:
        return [words("nothing_shared")]
    names = _names(result)
    told = [f"  {_sign(fact)}  {_told(fact, names)}  {_sources(fact, words)}" for fact in shared]
    head = words("side_by_side", facts=words.count("fact", len(shared)))
    return [head, *_legend(result, names, words), *told, *_alone(result, shared, files, words)]


def draw(result: Report, files: Files, words: Words, screen: Screen) -> None:
    """The same on a screen: a table where each article can have a column of its own."""
    from rich.text import Text  # noqa: PLC0415 – for a screen only

    shared = facts(result.links, result.articles)
    names = _names(result)
    screen.hang("", Text(lines(result, files, words)[0], "bold"))
    if shared:
        for line in _legend(result, names, words):
            screen.hang("  ", Text(line.strip()), "      ")
        screen.blank()
        _table(shared, names, words, screen)
        screen.blank()
        for line in _alone(result, shared, files, words):
            screen.hang("  ", Text(line.strip()), "    ")
    screen.blank()


def _sign(fact: Fact) -> str:
    return TWO_SOURCES if fact.aspect == "sources" else SIGNS[fact.relation]


def _table(shared: tuple[Fact, ...], names: dict[str, str], words: Words, screen: Screen) -> None:
    from rich.text import Text  # noqa: PLC0415 – for a screen only

    from claimcheck.report.screen import FAINT  # noqa: PLC0415
    from claimcheck.report.screen import STYLES as LEVELS  # noqa: PLC0415

    by_article = len(names) * (NARROW + 2) + 2 * NARROW <= screen.width
    rows: list[list[str | Text]] = []
    for fact in shared:
        sign = Text.assemble("  ", (_sign(fact), LEVELS.get(STYLES[fact.relation], "")))
        cells = [_cell(fact, path) for path in names] if by_article else [_told(fact, names)]
        rows.append([sign, *cells, Text(_sources(fact, words), FAINT)])
    screen.table(["", *names.values(), ""] if by_article else None, rows)


def _names(result: Report) -> dict[str, str]:
    return {article.document.path: _letter(at) for at, article in enumerate(result.articles)}


def _letter(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else f"{chr(ord('A') + at // 26 - 1)}{chr(ord('A') + at % 26)}"


def _legend(result: Report, names: dict[str, str], words: Words) -> Iterator[str]:
    for document in (article.document for article in result.articles):
        day = document.published
        published = words("published", date=written(words).day(day)) if day else words("undated")
        yield f"  {names[document.path]:>2}  {safe(document.path)}  {published}"


def _told(fact: Fact, names: dict[str, str]) -> str:
    return " · ".join(f"{names[path]}: {_cell(fact, path)}" for path in sorted({end.path for end in fact.ends}))


def _cell(fact: Fact, path: str) -> str:
    """What an article says, the different wordings once each."""
    return " / ".join(dict.fromkeys(safe(" ".join(end.text.split())) for end in fact.of(path))) or "–"


def _sources(fact: Fact, words: Words) -> str:
    return words.count("independent", fact.sources)


def _alone(result: Report, shared: tuple[Fact, ...], files: Files, words: Words) -> Iterator[str]:
    for article in result.articles:
        if own := alone(article, shared):
            shown = [_quoted(article, claim.span.start, claim.text, files, words) for claim in own[:SHOWN]]
            rest = f" … {len(own) - SHOWN:+d}" if len(own) > SHOWN else ""
            count = words("alone", claims=words.count("claim", len(own)))
            yield f"  {safe(article.document.path)}  {count} {', '.join(shown)}{rest}"


def _quoted(article: Article, start: int, text: str, files: Files, words: Words) -> str:
    line, column = files[article.document.path].at(start)
    return f"{words('quoted', text=safe(' '.join(text.split())))} ({line}:{column})"
