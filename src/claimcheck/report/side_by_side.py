"""What several articles say of the same things, side by side: a row a fact, a column an article."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.across.facts import Fact, alone, facts
from claimcheck.model import Report
from claimcheck.report.places import Files
from claimcheck.report.quote import columns
from claimcheck.report.safe import safe
from claimcheck.report.words import Words

Row = tuple[tuple[str, str], ...]
SIGNS = {"agrees": "=", "updates": "↑", "differs": "~", "conflicts": "≠"}
STYLES = {"agrees": "", "updates": "hint", "differs": "warning", "conflicts": "error"}
WIDE = 6
CELL = 24
SHOWN = 5


def side_by_side(result: Report, files: Files, words: Words) -> Iterator[Row]:
    """The rows as (style, text) pieces: the legend, the table, who alone says what."""
    shared = facts(result.links, result.articles)
    paths = [article.document.path for article in result.articles]
    if not shared:
        yield (("strong", words("nothing_shared")),)
        return
    names = {path: _letter(at) for at, path in enumerate(paths)}
    yield (("strong", words("side_by_side", facts=words.count("fact", len(shared)))),)
    for path in paths:
        yield ("path", f"  {names[path]:>2}  {safe(path)}"), ("faint", _published(result, path, words))
    yield ()
    if len(paths) <= WIDE:
        yield from _table(shared, paths, names, words)
    else:
        yield from _list(shared, names, words)
    yield ()
    yield from _alone(result, shared, files, words)
    yield ()


def _letter(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else f"{chr(ord('A') + at // 26 - 1)}{chr(ord('A') + at % 26)}"


def _published(result: Report, path: str, words: Words) -> str:
    day = next(article.document.published for article in result.articles if article.document.path == path)
    return f"  {words('published', date=day) if day else words('undated')}"


def _table(shared: tuple[Fact, ...], paths: list[str], names: dict[str, str], words: Words) -> Iterator[Row]:
    widths = {path: max([2, *(columns(_cell(fact, path)) for fact in shared)]) for path in paths}
    yield (
        (
            "faint",
            "     " + "  ".join(names[path] + " " * (widths[path] - len(names[path])) for path in paths).rstrip(),
        ),
    )
    for fact in shared:
        cells = [_cell(fact, path) for path in paths]
        padded = [cell + " " * (widths[path] - columns(cell)) for cell, path in zip(cells, paths, strict=True)]
        yield (
            (STYLES[fact.relation], f"  {SIGNS[fact.relation]}  "),
            ("", "  ".join(padded)),
            ("faint", _sources(fact, words)),
        )


def _list(shared: tuple[Fact, ...], names: dict[str, str], words: Words) -> Iterator[Row]:
    for fact in shared:
        cells = [f"{names[path]}: {_cell(fact, path)}" for path in sorted({end.path for end in fact.ends})]
        yield (
            (STYLES[fact.relation], f"  {SIGNS[fact.relation]}  "),
            ("", " · ".join(cells)),
            ("faint", _sources(fact, words)),
        )


def _sources(fact: Fact, words: Words) -> str:
    return f"  {words.count('independent', fact.sources)}"


def _cell(fact: Fact, path: str) -> str:
    """What an article says, the different wordings once each."""
    told = dict.fromkeys(safe(" ".join(end.text.split())) for end in fact.of(path))
    text = " / ".join(told) or "–"
    return text if len(text) <= CELL else f"{text[: CELL - 1]}…"


def _alone(result: Report, shared: tuple[Fact, ...], files: Files, words: Words) -> Iterator[Row]:
    for article in result.articles:
        own = alone(article, shared)
        if not own:
            continue
        path = article.document.path
        shown = []
        for claim in own[:SHOWN]:
            line, column = files[path].at(claim.span.start)
            shown.append(f"{words('quoted', text=safe(' '.join(claim.text.split())))} ({line}:{column})")
        rest = f" … {len(own) - SHOWN:+d}" if len(own) > SHOWN else ""
        yield (
            ("path", f"  {safe(path)}  "),
            ("faint", words("alone", claims=words.count("claim", len(own)))),
            ("", f" {', '.join(shown)}{rest}"),
        )
