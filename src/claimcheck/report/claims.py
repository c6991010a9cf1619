"""The claims for people, as a table for each article, and for scripts, one line a claim."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.model import Article, Duration, Measure, Period, Report, Value
from claimcheck.model.attribution import Attribution
from claimcheck.model.relation import Relation
from claimcheck.report.places import Files, Lines
from claimcheck.report.quote import columns
from claimcheck.report.safe import safe
from claimcheck.report.words import Words

WIDEST = 48


def table(result: Report, words: Words) -> str:
    """Place, type, words and value of every claim, in columns."""
    if not result.articles:
        return words("nothing_read") + "\n"
    return "".join(f"{line.rstrip()}\n" for article in result.articles for line in _table(article, words))


def _table(article: Article, words: Words) -> Iterator[str]:
    lines = Lines(article.document.text, article.document.origin)
    yield f"{safe(article.document.path)}  {words.count('claim', len(article.claims))}"
    rows = []
    for claim in article.claims:
        line, column = lines.at(claim.span.start)
        text = safe(claim.text)
        rows.append((f"{line}:{column}", claim.type, text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…", claim))
    for place, kind, text, claim in rows:
        padding = " " * (max(columns(row[2]) for row in rows) - columns(text))
        yield f"  {place:>9}  {words(kind):<15} {text}{padding}  {safe(brief(claim.value))}"
    yield ""


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


def brief(value: Value) -> str:
    """The value on one line; very long numbers are cut."""
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, Duration):
        return value.iso or f"{value.low_iso or '..'}/{value.high_iso or '..'}"
    if isinstance(value, Attribution):
        return f"{value.mode}: {value.source.text if value.source else '–'}"
    if isinstance(value, Relation):
        return f"{value.predicate}({', '.join(f'{role}: {each.text}' for role, each in value.arguments)})"
    return _measure(value)


def _measure(value: Measure) -> str:
    size = _digits(value.number) if value.number is not None else f"{_digits(value.low)}–{_digits(value.high)}"
    per = value.per
    base = f"/ {_digits(per.number)} {per.unit or per.noun or ''}".strip() if per else None
    return " ".join(part for part in (value.hedge, size, value.unit or value.noun, base) if part)


def _digits(number: Decimal | None) -> str:
    if number is None:
        return "…"
    return f"{number:f}" if -LONGEST < number.adjusted() < LONGEST else f"{number:.6E}"
