"""The claims for people, as a table for each article, and for scripts, one line a claim."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from claimcheck.model import Article, Duration, Measure, Period, Report, Value
from claimcheck.model.claim import Attribution, Label, Relation
from claimcheck.report import VIEW, WIDTH, View
from claimcheck.report.places import Files, Lines
from claimcheck.report.words import Words, safe
from claimcheck.report.written import written

if TYPE_CHECKING:
    from rich.text import Text

    from claimcheck.report.screen import Screen


def report(result: Report, words: Words, view: View = VIEW) -> str:
    """Place, type, words and value of every claim, in columns."""
    from claimcheck.report.screen import plain  # noqa: PLC0415 – with rich

    return plain(partial(draw, result, words, view), view.width or WIDTH)


def draw(result: Report, words: Words, view: View, screen: Screen) -> None:
    """The same on a screen."""
    del view
    if not result.articles:
        screen.row(words("nothing_read"))
    for article in result.articles:
        _table(article, words, screen)


def _table(article: Article, words: Words, screen: Screen) -> None:
    lines = Lines(article.document.text, article.document.origin)
    path = article.document.path
    rows: list[list[str | Text]] = []
    for claim in article.claims:
        line, column = lines.at(claim.span.start)
        rows.append(
            [f"{line}:{column}", words(claim.type), _short(safe(claim.text)), safe(written(words).value(claim.value))]
        )
    screen.row(screen.path(safe(path), path), f"  {words.count('claim', len(article.claims))}")
    if rows:
        screen.table(None, rows, right=True)
    screen.blank()


def _short(text: str) -> str:
    """The text, or its first words."""
    return text if len(text) <= WIDEST else f"{text[:WIDEST].rsplit(' ', 1)[0]} …"


def lines(result: Report, words: Words) -> str:
    """The claims in the order of the articles and their texts."""
    files = Files(result.articles)
    rows = []
    for article in result.articles:
        path = article.document.path
        for claim in article.claims:
            line, column = files[path].at(claim.span.start)
            value = safe(brief(claim.value))
            rows.append(f"{safe(path)}:{line}:{column}: {claim.type} {value}: {safe(claim.text)}\n")
    return "".join(rows)


LONGEST = 60
WIDEST = 90


def brief(value: Value) -> str:
    """The value on one line; very long numbers are cut."""
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, Duration):
        return _length(value)
    if isinstance(value, Attribution):
        return f"{value.mode}: {'–' if value.source is None else value.source.text}"
    if isinstance(value, Relation):
        return f"{value.predicate}({', '.join(f'{role}: {each.text}' for role, each in value.arguments)})"
    return value.key if isinstance(value, Label) else _measure(value)


def _length(value: Duration) -> str:
    return value.iso or f"{value.low_iso or '..'}/{value.high_iso or '..'}"


def _measure(value: Measure) -> str:
    size = _digits(value.number) if value.number is not None else f"{_digits(value.low)}–{_digits(value.high)}"
    per = value.per
    base = f"/ {_digits(per.number)} {per.unit or per.noun or ''}".strip() if per else None
    return " ".join(part for part in (value.hedge, size, value.unit or value.noun, base) if part)


def _digits(number: Decimal | None) -> str:
    if number is None:
        return "…"
    return f"{number:f}" if -LONGEST < number.adjusted() < LONGEST else f"{number:.6E}"
